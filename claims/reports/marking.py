"""The article's text cut into pieces, each with the marks it carries: statement, excluded value, source, cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.reports.wording import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.types import Audit, Span, Statement

_BETWEEN = re.compile(r"\A\s+|\n\s*\n\s*|\s+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the article to be marked: `status` is a verdict, "excluded", a sourcing, "source" or "cue".

    `prose` has neither a value nor a table that speaks of it, and is marked faintly.
    """

    start: int
    end: int
    status: str
    id: str = ""
    quotation: bool = False
    prose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of the article that carry the same marks.

    `mark` is the innermost statement or excluded value, `others` those that end with this piece and have no words
    of their own to carry their mark; `anchors` are the statements that show here first.
    `role` is "source" or "cue", `sourcing` the label of the words' attribution.
    """

    text: str
    mark: Mark | None = None
    last: bool = False
    others: tuple[Mark, ...] = ()
    anchors: frozenset[str] = frozenset()
    role: str = ""
    sourcing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Pieces of one paragraph, or of the white space between two."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """Join the words of the paragraph."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def shown(self) -> bool:
        """Say whether to show it: white space is not, nor a heading that repeats the title and carries no mark."""
        marked = any(piece.mark or piece.others for piece in self.pieces)
        return bool(self.text.strip()) and (marked or not self.heading)


def paragraphs(audit: Audit) -> tuple[Paragraph, ...]:
    """Cut an audited article into paragraphs of marked pieces; joined, they are the article's text."""
    text = audit.article.text
    cuts = sorted({0, *(edge for m in _BETWEEN.finditer(text) for edge in m.span()), len(text)})
    found = list(_grouped(_pieces(text, _marks(audit), _sources(audit), cuts), frozenset(cuts)))
    first = next((i for i, paragraph in enumerate(found) if paragraph.text.strip()), None)
    heading = (audit.article.title or "").split()
    if first is not None and heading and found[first].text.lstrip("# ").split() == heading:
        found[first] = replace(found[first], heading=True)
    return tuple(found)


def _grouped(pieces: Iterable[Piece], cuts: frozenset[int]) -> Iterator[Paragraph]:
    """Group pieces into paragraphs, which end where the text was cut."""
    held, at = list[Piece](), 0
    for piece in pieces:
        held.append(piece)
        at += len(piece.text)
        if at in cuts:
            yield Paragraph(pieces=tuple(held))
            held = []


def _marks(audit: Audit) -> list[Mark]:
    marks = [_mark(statement) for statement in audit.statements]
    return marks + [Mark(start=v.start, end=v.end, status="excluded") for v in audit.values if v.kind == "excluded"]


def _mark(statement: Statement) -> Mark:
    return Mark(
        start=statement.start, end=statement.end, status=statement.verdict.label, id=statement.id,
        quotation=statement.kind == "quotation", prose=is_prose(statement),
    )  # fmt: skip


def _sources(audit: Audit) -> list[Mark]:
    found = list[Mark]()
    for attribution in audit.attributions:
        parts = (("source", attribution.source), ("cue", attribution.cue), (attribution.label, attribution.content))
        found += [Mark(start=start, end=end, status=status) for status, spans in parts for start, end in spans]
    return found


def _pieces(text: str, marks: Sequence[Mark], sources: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Piece]:
    """Sweep over the text once; between two borders the same marks are open."""
    everything = [mark for mark in (*marks, *sources) if mark.start < mark.end]
    borders = sorted({*cuts, *(edge for mark in everything for edge in (mark.start, mark.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in everything:
        opening.setdefault(mark.start, []).append(mark)
    statements = {id(mark) for mark in marks}
    opened, seen = list[Mark](), {""}
    for start, end in pairwise(borders):
        opened = [mark for mark in opened if mark.end > start] + opening.get(start, [])
        mine = [mark for mark in opened if id(mark) in statements]
        inner = min((mark for mark in mine if not mark.quotation), key=_length, default=None)
        others = tuple(mark for mark in mine if mark.end == end and mark is not inner)
        anchors = frozenset(mark.id for mark in (inner, *others) if mark) - seen
        seen |= anchors
        yield Piece(
            text=text[start:end],
            mark=inner,
            last=inner is not None and inner.end == end,
            others=others,
            anchors=anchors,
            role=next((mark.status for mark in opened if mark.status in ("source", "cue")), ""),
            sourcing=_sourcing(opened),
        )


def _length(mark: Mark) -> Span:
    return mark.end - mark.start, mark.start


def _sourcing(opened: Sequence[Mark]) -> str:
    """Take the innermost attribution's label."""
    labels = [mark for mark in opened if mark.status in ("sourced", "reported")]
    return min(labels, key=_length).status if labels else ""
