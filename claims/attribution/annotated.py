"""Read annotated news: our own mark-up (.txt), JSON lines (.jsonl) and sentence labels in a table (.csv)."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.types import Span

LABELS = ("sourced", "reported", "own_voice")
KINDS = frozenset(
    "person organisation document pronoun unnamed_official anonymous secondhand generic implicit reporter".split()
)
_LETTERS = {"S": "sourced", "R": "reported", "O": "own_voice"}
_TAG = re.compile(r"<(/?)([sqc])(\d+)>")
_PARTS = {"s": "source", "q": "cue", "c": "content"}
_SUFFIXES = (".txt", ".jsonl", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence and the label that a person gave it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """An attribution that a person marked."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with what a person says of its sentences; `attributions` is None where only labels are given."""

    id: str
    text: str
    published: str | None
    sentences: tuple[GoldSentence, ...]
    attributions: tuple[GoldAttribution, ...] | None
    style: str = ""
    topic: str = ""


def read_corpora(paths: Sequence[str | Path]) -> list[Annotated]:
    """Read every corpus file named, and those in folders named, in order.

    Raises
    ------
    InputError
        If a file is missing or a row of it cannot be used; the place is named.
    """
    articles = [article for path in paths for file in _files(Path(path)) for article in _read(file)]
    if not articles:
        raise InputError(
            "no annotated article in " + ", ".join(map(str, paths)), hint="give .txt, .jsonl or .csv files"
        )
    return articles


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.suffix in _SUFFIXES)
    if not path.is_file():
        raise InputError("the corpus file does not exist", where=str(path))
    if path.suffix not in _SUFFIXES:
        raise InputError(
            f'cannot read a corpus from a "{path.suffix}" file', where=str(path), hint="use .txt, .jsonl or .csv"
        )
    return [path]


def _read(path: Path) -> list[Annotated]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file is not UTF-8 at byte {error.start}", where=str(path), hint="save it as UTF-8"
        ) from error
    readers = {".txt": read_markup, ".jsonl": _read_jsonl, ".csv": _read_csv}
    return list(readers[path.suffix](text, str(path)))


# our mark-up ----------------------------------------------------------------------------------------------------------


def read_markup(text: str, where: str = "") -> Iterator[Annotated]:
    r"""Read articles in our mark-up, separated by a line of equals signs.

    Examples
    --------
    >>> marked = "# id=a\nS| <s1>Rao</s1> <q1>said</q1> <c1>it rained</c1>.\n---\n1 person sourced"
    >>> article, = read_markup(marked)
    >>> article.text, article.attributions[0].content
    ('Rao said it rained.', ((9, 18),))
    """
    line = 1
    for block in re.split(r"(?<=\n)={4,}\n", text):
        if block.strip():
            yield _Block(block, line, where).article()
        line += block.count("\n") + 1


class _Block:
    """One article in our mark-up, on its way into plain text with spans."""

    def __init__(self, block: str, line: int, where: str) -> None:
        self.line, self.where = line, where
        head, _, self.tail = block.partition("\n---\n")
        self.lines = head.rstrip("\n").split("\n")
        self.tail_line = line + head.count("\n") + 2
        self.text = ""
        self.sentences: list[GoldSentence] = []
        self.spans: dict[str, dict[str, list[Span]]] = {}

    def fail(self, message: str, line: int, hint: str = "") -> InputError:
        return InputError(message, where=f"{self.where}, line {line}", hint=hint)

    def article(self) -> Annotated:
        if not self.lines[0].startswith("#"):
            raise self.fail("the article has no header", self.line, "open it with: # id=NAME | published=YYYY-MM-DD")
        meta = dict(part.split("=", 1) for part in self.lines[0].lstrip("# ").split(" | ") if "=" in part)
        for number, body in enumerate(self.lines[1:], self.line + 1):
            self.sentence(body, number)
        return Annotated(
            id=meta.get("id", f"{self.where}:{self.line}"),
            text=self.text,
            published=meta.get("published"),
            sentences=tuple(self.sentences),
            attributions=tuple(self.attributions()),
            style=meta.get("style", ""),
            topic=meta.get("topic", ""),
        )

    def sentence(self, body: str, number: int) -> None:
        if not body.strip():
            self.text += "\n\n" if self.text and not self.text.endswith("\n") else ""
            return
        letter, bar, marked = body.partition("|")
        if letter.strip() not in _LETTERS or not bar:
            raise self.fail("the line does not begin with S|, R| or O|", number, "S sourced, R reported, O own voice")
        if self.text and not self.text.endswith("\n"):
            self.text += " "
        start = len(self.text)
        self.mark(marked.strip(), number)
        self.sentences.append(GoldSentence(start=start, end=len(self.text), label=_LETTERS[letter.strip()]))

    def mark(self, body: str, number: int) -> None:
        """Take the tags out of a sentence and keep where they stood."""
        opened: dict[tuple[str, str], int] = {}
        at = 0
        for tag in _TAG.finditer(body):
            self.text += body[at : tag.start()]
            at = tag.end()
            key = (tag[2], tag[3])
            if not tag[1] and key not in opened:
                opened[key] = len(self.text)
            elif tag[1] and key in opened:
                span = (opened.pop(key), len(self.text))
                self.spans.setdefault(tag[3], {}).setdefault(_PARTS[tag[2]], []).append(span)
            else:
                raise self.fail(f"the tag {tag.group()} does not match", number)
        if opened:
            raise self.fail("a tag is left open at the end of the sentence", number)
        self.text += body[at:]

    def attributions(self) -> Iterator[GoldAttribution]:
        declared = {}
        for number, row in enumerate(self.tail.strip().split("\n"), self.tail_line):
            if not row.strip() or row.startswith("="):
                continue
            words = row.split()
            if len(words) != 3 or words[1] not in KINDS or words[2] not in LABELS[:2]:
                raise self.fail("the row is not: number, source kind, label", number, "such as: 1 person sourced")
            declared[words[0]] = words[1:]
        if declared.keys() != self.spans.keys():
            odd = ", ".join(sorted(declared.keys() ^ self.spans.keys()))
            raise self.fail(f"attribution {odd} is tagged but not declared, or declared but not tagged", self.tail_line)
        for number_, parts in sorted(self.spans.items(), key=lambda item: int(item[0])):
            kind, label = declared[number_]
            spans = {name: tuple(parts.get(name, ())) for name in _PARTS.values()}
            yield GoldAttribution(**spans, kind=kind, label=label)


# JSON lines and tables ------------------------------------------------------------------------------------------------


def _read_jsonl(text: str, where: str) -> Iterator[Annotated]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield _from_json(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(
                    f"the line is no annotated article: {error}",
                    where=f"{where}, line {number}",
                    hint='give "text", "sentences" with start, end and label, and "attributions"',
                ) from error


def _from_json(row: dict[str, Any]) -> Annotated:
    sentences = tuple(GoldSentence(start=s["start"], end=s["end"], label=_label(s["label"])) for s in row["sentences"])
    given = row.get("attributions")
    for sentence in sentences:
        if not 0 <= sentence.start < sentence.end <= len(row["text"]):
            raise ValueError(f"sentence {sentence.start} to {sentence.end} is outside its text")
    return Annotated(
        id=str(row.get("id", "")),
        text=row["text"],
        published=row.get("published"),
        sentences=sentences,
        attributions=None if given is None else tuple(map(_attribution_from_json, given)),
    )


def _attribution_from_json(row: dict[str, Any]) -> GoldAttribution:
    spans = {part: tuple((s, e) for s, e in row.get(part, ())) for part in _PARTS.values()}
    return GoldAttribution(**spans, kind=row.get("source_kind", ""), label=_label(row["label"]))


def _label(given: str) -> str:
    label = given.strip().lower().replace(" ", "_")
    if label not in LABELS:
        raise ValueError(f'no label "{given}"; there are {", ".join(LABELS)}')
    return label


def _read_csv(text: str, where: str) -> Iterator[Annotated]:
    rows = csv.DictReader(text.splitlines(keepends=True))
    missing = [name for name in ("article", "sentence", "label") if name not in (rows.fieldnames or ())]
    if missing:
        raise InputError(
            f'the table has no column "{missing[0]}"; it has {", ".join(rows.fieldnames or ["none"])}',
            where=where,
            hint="give the columns article, sentence, label, with commas between them",
        )
    articles: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        sentence, name = (row["sentence"] or "").strip(), (row["article"] or "").strip()
        if not sentence or not name:
            raise InputError("the row has no article or no sentence", where=f"{where}, line {rows.line_num}")
        try:
            articles.setdefault(name, []).append((sentence, _label(row["label"] or "")))
        except ValueError as error:
            raise InputError(str(error), where=f"{where}, line {rows.line_num}, column label") from error
    for name, sentences in articles.items():
        yield _joined(name, sentences)


def _joined(name: str, rows: list[tuple[str, str]]) -> Annotated:
    """Join labelled sentences into an article, one a line."""
    text, sentences = "", []
    for sentence, label in rows:
        text += "\n" if text else ""
        sentences.append(GoldSentence(start=len(text), end=len(text) + len(sentence), label=label))
        text += sentence
    return Annotated(id=name, text=text, published=None, sentences=tuple(sentences), attributions=None)
