"""Phrasings that a catalog declares, found in an article: columns in braces, conditions on the row they speak of.

| written | meaning |
|---|---|
| `{made} of {taken} shots` | two cells of the row that the words are about |
| `won by {gap points} points` | the largest cell of a column less the smallest; also `max`, `min`, `first + second` |
| `play - offs` | no brace, no condition: words that no other phrasing of the table may take |
| `...`, `..` | words of the same sentence; at most a few, none with a capital |
| `from <the floor/deep>`, `<all/> over` | one of several wordings; an empty one may be missing |
| `top [scorer] :: rank 1 points by team` | the row is first by points in its team; brackets mark what is asserted |
| `was [next] :: next points by team` | by points next in its team after the row named before; or `below` it |
| `{sum players.goals by club = name} goals` | a column of another table added up over the rows that are this one's |
| `sole survivor :: 1 rows with left > 0 by club` | so many rows of the same club meet the conditions |
| `[only other] survivor :: none left with left > 0 by club` | no such row is left but this and those named before |
| `had [{number n}] scorers :: n rows of players with goals > 0 by club = name` | the same, of another table |
| `winners :: margin > 0` | a condition on the row: `=`, `<`, `<=`, `>`, `>=`, `missing`, `filled` |
| `on the rise :: first + second < third` | columns and sums compared |
| `[rout] :: gap goals >= 10` | the largest cell less the smallest compared, also of `gap first + second`; of no row |
| `won [{number n}] of late :: needs n <= wins` | what it takes at least: it refutes, and supports nothing |
| `play on [{weekday}] :: needs weekday within 4 days` | the weekday said comes so soon after that of the row |
| `all-rounder :: 2 of runs, wickets >= 50` | as many of the cells meet the condition; `only 2 of`: no more |
| `{player} of [{clubs.club}] :: club_id = clubs.id` | a cell of the row is that of a row of another table |
| `[{player}] added :: club_id = clubs.id before` | the same, of the row of that table named last before |
| `{team} beat [{team}] :: another team` | the two names are different rows |
| `in the [win] :: rank 1 goals in teams by id = team_id` | it holds of the row of another table |
| `[{team}] beat {team} :: another team or rank 1 goals` | one of the conditions holds; with `and`, all of them |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.conditions import Needed, condition_of, require
from claims.checking.words import STOP
from claims.errors import InputError
from claims.values.lexicon import SMALL, TENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claims.checking.conditions import Condition
    from claims.checking.tables import Tables, View
    from claims.types import Span

ARTICLES = {"a": 1, "an": 1, "no": 0, "pair of": 2, "couple of": 2}
WORDS = SMALL | TENS | ARTICLES
NUMBER = r"\d+(?:\.\d+)?|(?:a )?(?:pair|couple) of|" + "|".join(sorted(SMALL | TENS, key=len, reverse=True)) + "|an?|no"
OPENING = STOP | {"however", "meanwhile", "although", "though", "despite", "once", "since"}
NAMED = r"(?-i:[A-Z0-9])(?:[\w'’-]|\.(?=\w))*(?:(?<=\b\w)\.|(?<=\b\w\w)\.)?"  # a full stop only in "J." and "St."
NAME = rf"(?!(?:{'|'.join(sorted(OPENING))})\b){NAMED}(?: {NAMED})*"
WORD = r"(?-i:[A-Z])\w+"
GAPS = {"...": r"[^.!?;]{0,140}?", "..": r"(?-i:[^A-Z.!?;]{0,20}?)"}
PIECE = re.compile(r"\{[^}]*\}|<[^>]*>|\[|\]|\.\.\.?|[\w'’]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A brace of a phrasing: the columns it names and what is done with them; `by` joins those of another table."""

    operation: str
    columns: tuple[str, ...]
    kind: str
    table: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A declared phrasing, ready to be searched for."""

    table: str
    pattern: re.Pattern[str]
    slots: tuple[Slot, ...]
    condition: Condition | None
    said: str
    marked: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A brace with the words of the article that fill it."""

    slot: Slot
    start: int
    end: int
    text: str

    @property
    def amount(self) -> Decimal:
        """Give the number written."""
        words = " ".join(self.text.lower().split()).removeprefix("a ") or "a"
        return Decimal(WORDS[words]) if words in WORDS else Decimal(words)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an article uses a phrasing; `anchor` is what it asserts, if that is no number."""

    phrasing: Phrasing
    span: Span
    anchor: Span
    filled: tuple[Filled, ...]


def compiled(view: View, tables: Tables) -> Iterator[Phrasing]:
    """Read a table's phrasings."""
    for written in view.table.phrasings:
        words, _, said = written.partition("::")
        slots = [_slot(brace[1:-1].split(), view, tables) for brace in re.findall(r"\{[^}]*\}", words)]
        try:
            pattern = re.compile(_pattern(words, slots), re.IGNORECASE)
        except re.error as error:
            raise InputError(
                f'cannot read "{words.strip()}"', where=f"phrasings of [{view.name}]", hint="close every bracket"
            ) from error
        numbers = tuple(s.columns[0] for s in slots if s.operation == "number")
        condition = condition_of(said.strip(), view, numbers, tables)
        yield Phrasing(view.name, pattern, tuple(slots), condition, said.strip(), "[" in words, "..." in words)


def _pattern(words: str, slots: list[Slot]) -> str:
    return rf"(?<![\w.-]){_joined(words, enumerate(slots))}(?!\w)"


def _joined(words: str, slots: Iterator[tuple[int, Slot]]) -> str:
    """Write words as a regular expression, with white space between them."""
    found, before = "", ""
    for piece in PIECE.findall(words):
        glue = ""
        if before and piece != "]" and before != "[":
            glue = r"\s*" if _tight(before) or _tight(piece) else r"\s+"
        if before in GAPS or piece in GAPS:
            glue = r"(?!\w)\s*" if piece in GAPS else r"\s*(?<!\w)" if piece in "[]" or not _tight(piece) else glue
        if piece[0] == "<":
            ways = [_joined(way, slots) for way in piece[1:-1].split("/")]
            known = f"(?:{'|'.join(way for way in ways if way)})"
            if "" in ways and before in ("", "["):
                found += rf"(?:{known}\s+)?"
                continue
            found += f"(?:{glue}{known})?" if "" in ways else glue + known
        else:
            found += glue + _piece(piece, slots)
        before = piece
    return found


def _piece(piece: str, slots: Iterator[tuple[int, Slot]]) -> str:
    if piece.startswith("{"):
        number, slot = next(slots)
        return f"(?P<s{number}>{ {'number': NUMBER, 'name': NAME, 'text': WORD}[slot.kind] })"
    if piece in "[]":
        return "(?P<anchor>" if piece == "[" else ")"
    if piece in GAPS:
        return GAPS[piece]
    return re.escape(piece) if _tight(piece) else re.escape(piece.removesuffix("s")) + "s?"


def _tight(piece: str) -> bool:
    return piece in GAPS or (len(piece) == 1 and not piece.isalnum())


def _slot(words: list[str], view: View, tables: Tables) -> Slot:
    """Read a brace; refuse a table or a column that is not there."""
    if words[:1] == ["number"] and len(words) == 2:
        return Slot("number", (words[1],), "number", view.name)
    if words[:1] == ["sum"] and len(words) == 6:
        table, _, column = words[1].partition(".")
        for name, place in ((column, table), (words[3], table), (words[5], view.name)):
            require(place, name, view, tables)
        return Slot("sum", (column,), "number", table, (words[3], words[5]))
    operation = words.pop(0) if words[:1] in (["max"], ["min"], ["gap"]) else "value"
    columns = tuple(w for w in words if w != "+") or ("",)
    table, _, column = columns[0].rpartition(".")
    if table:
        require(table, column, view, tables)
        return Slot(operation, (column,), "name", table)
    for name in columns:
        require(view.name, name, view, tables)
    role = view.columns[column].role
    kind = "number" if role == "measure" else "name" if column == view.entity else "text"
    return Slot(operation, columns, kind, view.name)


def hits(text: str, declared: Iterable[Phrasing], named: Callable[[Span], bool] = bool) -> tuple[Hit, ...]:
    """Find phrasings in a text; of those of one table that share a number the longest counts.

    A brace for a name takes only what `named` knows.
    """
    return tuple(_longest(hit for phrasing in declared for hit in _found(text, phrasing, named)))


def _found(text: str, phrasing: Phrasing, named: Callable[[Span], bool]) -> Iterator[Hit]:
    match = phrasing.pattern.search(text)
    while match:
        hit = _hit(phrasing, match)
        known = all(named((f.start, f.end)) for f in hit.filled if f.slot.kind == "name")
        if known:
            yield hit
        match = phrasing.pattern.search(text, match.end() if known else match.start() + 1)


def _hit(phrasing: Phrasing, match: re.Match[str]) -> Hit:
    filled = tuple(
        Filled(slot, *match.span(f"s{number}"), match[f"s{number}"])
        for number, slot in enumerate(phrasing.slots)
        if match[f"s{number}"]
    )
    anchor = match.span("anchor") if phrasing.marked else match.span()
    return Hit(phrasing, match.span(), anchor, filled)


def _order(hit: Hit) -> tuple[bool, int, int, bool]:
    """Put the surest first: without a gap or with the name inside, then the longest."""
    named = any(f.slot.kind == "name" and f.slot.table == hit.phrasing.table for f in hit.filled)
    return hit.phrasing.loose and not named, hit.span[0] - hit.span[1], hit.span[0], bool(hit.filled)


def _longest(found: Iterable[Hit]) -> Iterator[Hit]:
    taken: set[tuple[str, str, int]] = set()
    for hit in sorted(found, key=_order):
        claimed = hit.phrasing.condition is not None
        if not (claimed or hit.filled):
            keys = {(hit.phrasing.table, "", i) for i in range(*hit.span)}
        else:
            keys = {
                (hit.phrasing.table, "", i) for f in hit.filled if f.slot.kind != "name" for i in range(f.start, f.end)
            }
        if claimed:
            keys = {(hit.phrasing.table, _claim(hit), i) for i in range(*hit.anchor)}
        if not keys & taken:
            taken |= keys
            yield hit


def _claim(hit: Hit) -> str:
    """Name what a condition competes with: what it takes at least does so with needs of its kind alone."""
    condition = hit.phrasing.condition
    return type(condition.condition).__name__ if isinstance(condition, Needed) else "claim"
