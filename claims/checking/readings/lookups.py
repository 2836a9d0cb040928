"""A cell looked up: a measure of something named, at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import agreement
from claims.checking.likeness import digits
from claims.checking.query import Query, compute, different, select
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import IN_A_ROW, STRONG, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

LOSSES = frozenset(stem(w) for w in "lose loss deficit red down behind".split())
FITS: dict[tuple[str, str], float] = {
    ("count", "number"): 1.0, ("number", "number"): 1.0, ("count", "money"): 0.7, ("number", "money"): 0.8,
    ("number", "percent"): 0.75, ("number", "quantity"): 0.8, ("number", "duration"): 0.8, ("count", "quantity"): 0.6,
    ("count", "duration"): 0.4, ("percent", "percent"): 1.0, ("money", "money"): 1.0,
    ("money", "number"): 0.5, ("quantity", "quantity"): 1.0,
    ("duration", "duration"): 1.0, ("quantity", "duration"): 0.9,
    ("ordinal", "number"): 0.9, ("ratio", "percent"): 0.8, ("score", "number"): 0.4,
}  # fmt: skip


COINS = frozenset("crown krone krona franc mark shilling dinar peso florin thaler credit ducat".split())


def fit(value: Value, column: Column) -> float:
    """Say how well a kind of value suits a kind of column: a percent is never a count."""
    kind = "money" if value.kind == "count" and value.unit in COINS else value.kind
    return FITS.get((kind, column.kind), 0.0)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells that a number may repeat."""
    value = desk.value
    if value is None or value.kind in ("date", "period", "age", "excluded") or _other(desk.context):
        return
    for view in desk.views:
        for column in (*view.measures, *_numbered_keys(desk, view)):
            if value.kind == "ordinal" and not _ranks(desk, view, column):
                continue
            kind, words = fit(value, view.columns[column]), measure_words(desk, view, column)
            if kind < 0.3 or words < (0.8 if value.kind == "ordinal" else 0.25):
                yield from _told(desk, view, column, kind, words)
                continue
            words *= _doubt(desk, view, column)
            for chosen in selections(desk, view, column):
                yield from _cell(desk, view, column, chosen, kind, words)


def selections(desk: Desk, view: View, column: str) -> list[Selection]:
    """Give the ways to choose rows; where a column is all about one thing, that has to be named instead of a row."""
    owner = desk.owner(column)
    if not owner:
        return [*desk.selections(view), *desk.series(view)]
    weight = max((b.weight for b in desk.context.bindings if b.mention.best == owner), default=0.0)
    rows = timed(desk.context, view, Selection(filled=((column, owner),), subject=weight))
    return rows if weight >= 0.3 else []


MEASURED = frozenset({"percent", "money", "quantity", "duration"})


def _told(desk: Desk, view: View, column: str, kind: float, words: float) -> Iterator[Reading]:
    """Yield a cell that a telling figure repeats, three digits or two with a unit, though no word names the measure."""
    value = desk.value
    if value is None or kind < 0.5 or not isinstance(value.amount, Decimal):
        return
    known = len(digits(value.amount))
    if known < 2 or (known == 2 and (kind < 1.0 or value.kind not in MEASURED)):
        return
    for chosen in selections(desk, view, column):
        for reading in _cell(desk, view, column, chosen, kind, max(words, 0.2)):
            found = compute(reading.query, desk.tables).value
            if found is not None and agreement(reading, found, value)[0] == "agrees":
                yield reading


RANKS = frozenset(stem(w) for w in "rank position place seed standing ranking".split())


def _ranks(desk: Desk, view: View, column: str) -> bool:
    """Say whether an ordinal may stand in a column: its noun heads it, or it holds places."""
    words = [stem(w) for w in view.columns[column].words]
    return words == [desk.context.noun] or (bool(RANKS & set(words)) and desk.context.noun in ("", stem("place")))


def _doubt(desk: Desk, view: View, column: str) -> float:
    """Lower a lookup where the words speak of a change, of a part, of one for each."""
    context = desk.context
    if is_gap(view, column):
        return 1.0
    if context.compares or EACH & {*context.after[:3]} or (desk.value and desk.value.unit in ("time", "times")):
        return 0.5
    return 0.85 if context.changes or POLLS & context.clause_stems else 1.0


def unsure(desk: Desk) -> bool:
    """Say whether a number is part of a wider total, of a poll, or of a group: nothing to refute by a lookup."""
    context = desk.context
    return (
        bool(POLLS & context.sentence_stems) or context.before[:2] in (["the", "of"], ["of", "one"]) or context.changes
    )


EACH = frozenset({"each", "per", "every", "apiece"})
POLLS = frozenset(stem(w) for w in ("poll", "survey", "forecast", "pollster"))


def in_a_row(context: Context) -> bool:
    """Say whether the number counts what happened one after another."""
    return bool(IN_A_ROW & {*context.after, *context.before[:2], *(t.lower_ for t in context.tokens)})


def _other(context: Context) -> bool:
    """Say whether the number counts a run of things, or is a part of a longer figure."""
    return in_a_row(context) or context.part or context.aside


def is_gap(view: View, column: str) -> bool:
    """Say whether a column is itself a difference: a gap, a margin."""
    return any(kinship(stem(word), "gap") or kinship(stem(word), "margin") for word in view.columns[column].words)


def _numbered_keys(desk: Desk, view: View) -> list[str]:
    """Give keys that an ordinal may name: "the 2nd District"."""
    if not desk.value or desk.value.kind != "ordinal":
        return []
    return [c for c in view.of_role("key") if view.columns[c].kind == "number"]


def measure_words(desk: Desk, view: View, column: str) -> float:
    """Say how well a measure fits; a noun that is counted must be its noun, or one for what the table's rows are."""
    words = desk.words(view, column)
    noun = desk.context.noun
    if noun == TIME or (desk.value and desk.value.unit in ("time", "times")):
        return 0.0
    if RANKS & {stem(w) for w in view.columns[column].words} and desk.value and desk.value.kind == "ordinal":
        return 0.85
    outer = desk.context.outer
    if (
        outer
        and outer not in FEATS
        and not any(kinship(outer, stem(w)) for w in (*view.columns[column].words, *view.name.split("_")))
    ):
        return 0.2
    named = view.name.split("_") if desk.owner(column) else view.columns[column].words
    own = [stem(w) for w in named]
    if desk.value is None or desk.value.kind not in ("count", "number"):
        return words
    if not noun:
        said = (
            set(own) & desk.context.near or desk.carries(view, column) or fit(desk.value, view.columns[column]) < 0.75
        )
        large = isinstance(desk.value.amount, Decimal) and desk.value.amount >= 100
        return words if said or large else min(words, 0.54)
    if QUANTITY & set(own) and _counts_row_things(desk, view, noun):
        return 0.9
    near = max((kinship(noun, w) for w in own), default=0.0)
    if near >= STRONG:
        missed = sum(w not in desk.context.sentence_stems for w in own)
        if near == 1.0:
            return max(words, 0.9) if missed == 0 or len(own) == 1 else min(words, 0.8 - 0.1 * missed)
        return min(max(words, 0.7), 0.8)
    return min(words, 0.45)


TIME = stem("time")
FEATS = frozenset(
    stem(w) for w in "double triple performance effort game night outing haul showing display season".split()
)
QUANTITY = frozenset(stem(w) for w in "quantity number count amount units copies total".split())


def _counts_row_things(desk: Desk, view: View, noun: str) -> bool:
    """Say whether the noun names what the rows are about: a value, or the word, of one of their columns."""
    token = desk.context.noun_token
    mention = desk.context.discourse.mention_at(token) if token is not None else None
    if mention and any(view.rows(c, mention.best) for c in view.names):
        return True
    return any(kinship(noun, stem(w)) == 1.0 for c in view.names for w in view.columns[c].words)


def _cell(desk: Desk, view: View, column: str, selection: Selection, kind: float, words: float) -> Iterator[Reading]:
    rows = select(view, selection.where)
    if not rows:
        return
    operation = selection.pick if selection.order and len(rows) > 1 else "value"
    if operation == "value" and len(different(view, column, selection.where)) > 1:
        return
    meaning = view.columns[column]
    when = f" in {selection.when}" if selection.when else ""
    yield Reading(
        family="lookup",
        query=Query(operation=operation, table=view.name, column=column, where=selection.where, order=selection.order),
        parts=(
            ("subject", max(0.0, selection.subject - selection.skipped)), ("words", words), ("kind", kind),
            ("time", min(selection.time, desk.column_time(view, column))),
        ),
        said=f"{column} of {selection.who or view.name}{when}",
        form="percent as ratio" if desk.value and desk.value.kind == "ratio" else "number",
        unit=meaning.unit, scale=meaning.scale, size=bool(LOSSES & desk.context.clause_stems),
        refutes=not unsure(desk),
    )  # fmt: skip
