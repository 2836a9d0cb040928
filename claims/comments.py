"""Comments that an article's file addresses to us: `<!-- claims: ignore[refuted] the registry errs -->`.

In a notebook they stand in Markdown cells; the lines that they speak of are those of the cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.types import Article

_COMMENT = re.compile(r"(?<!`)<!--\s*claims:(?P<body>.*?)-->", re.DOTALL)
_ON_ITS_LINE = re.compile(r"(?<!\n---)(?<!\n\+\+\+)\n[ \t]*" + _COMMENT.pattern + r"[ \t]*(?=\n|\Z)", re.DOTALL)
_IGNORE = re.compile(r"\s*ignore\[(?P<rules>[^\]]*)\](?P<reason>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A wish that findings on some lines be passed over.

    Attributes
    ----------
    line, column : int
        Where the comment stands in the file, from 1.
    part : str
        The part of the file that it is in, such as "cell 3, line 2"; "" where the line says it all.
    lines : frozenset of int
        The lines of the file that it speaks of.
    parts : frozenset of str
        Their parts: a line of JSON may hold a whole cell.
    """

    line: int
    column: int
    lines: frozenset[int]
    part: str = ""
    parts: frozenset[str] = frozenset()
    rules: tuple[str, ...] = ()
    reason: str = ""


def blank(text: str) -> str:
    r"""Put spaces where such comments stand, so that nothing in them is audited and every offset stays.

    Examples
    --------
    >>> blank("It sold 40.<!-- claims: ignore[refuted] 41 by now -->\n")
    'It sold 40.                                          \n'
    """
    text = _ON_ITS_LINE.sub(lambda found: " " * len(found[0]), text)  # no blank line: it would end the paragraph
    return _COMMENT.sub(lambda found: " " * len(found[0]), text)


def suppressions(article: Article) -> Iterator[Suppression]:
    r"""Give the suppressions of a text, with their places in its file; one that cannot be read has no rules.

    A comment on a line of its own speaks of the next line with text, any other of its own line.

    Examples
    --------
    >>> from claims.types import Article
    >>> found, = suppressions(Article("One.\n\n<!-- claims: ignore[refuted] the registry errs -->\n\nIt sold 40.\n"))
    >>> found.line, sorted(found.lines), found.rules, found.reason
    (3, [5], ('refuted',), 'the registry errs')
    """
    text, places = article.text, Places(article)
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text).split("\n")
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    for found in _COMMENT.finditer(text):
        first, last = (text.count("\n", 0, at) for at in found.span())
        own = range(first, last + 1)
        if not any(bare[row].strip() for row in own):
            own = range(last + 1, next((row + 1 for row in range(last + 1, len(bare)) if bare[row].strip()), 0))
        body = _IGNORE.match(found["body"])
        rules = [rule.strip() for rule in body["rules"].split(",")] if body else []
        told = [starts[row] for row in own if bare[row].strip()]
        line, column = places.at(found.start())
        yield Suppression(
            line=line, column=column, part=places.part(found.start()),
            lines=frozenset(places.at(at)[0] for at in told), parts=frozenset(places.part(at) for at in told),
            rules=tuple(rule for rule in rules if rule),
            reason=" ".join(body["reason"].split()) if body else "",
        )  # fmt: skip
