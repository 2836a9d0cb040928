"""What a figure counts or is told of by its noun, where no table has it: two sons, half of the lamps, a reward."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import circumstances, likeness
from claims.checking.circumstances import akin
from claims.checking.doers import own_subject
from claims.checking.narrowing import WHOLE
from claims.checking.readings.things import PEOPLE, all_of_them, counted_token, number_of_all, whole_of
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.words import stem, stems_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.verdicts import Weighed
    from claims.types import Value

HALF, BARELY, SAID, FEW_DIGITS = 0.5, 0.6, 0.8, 2
BARE = frozenset({"number", "count"})
RATIOS = frozenset({"ratio", "share"})
SOULS = PEOPLE | {stem(w) for w in "life soul victim crew".split()}
MARKET = frozenset(stem(w) for w in "market trade industry sector business output sales".split())
OLDEST = 110
WHOLES = frozenset({"of", "only", "other"})
OWNING = frozenset({"he", "she", "i"})
LEAVING = frozenset(stem(w) for w in "other different remaining main big large small major local new current".split())
"""What may stand before a noun and leave all of its kind meant."""


def of_another_noun(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure counts what its column has no word for: two sons of two murders, half of the seats of votes.

    What says much, or is told by the words around it, may yet be meant.
    """
    value, reading = desk.value, weighed.reading
    if value is None or _is_an_age(desk):
        return value is not None
    if value.kind == "ordinal" and desk.context.before[:1] == ["a"]:  # "a third bridge is planned"
        return True
    if _few(desk) and desk.context.noun_token is None and _times(value) and reading.part("words") < BARELY:
        return True
    if reading.family == "ratio" and _of_a_hundred(value) and not _any_stands_there(desk, reading.query):
        return True
    if weighed.features.get(f"{weighed.result.outcome}: measure said"):
        return False
    if reading.family in RATIOS:
        whole = whole_of(desk)
        if whole is None or stem(whole.text) in WHOLE | MARKET or _all_stand_there(desk, reading.query):
            return False
        told = _of_table(desk, reading.query, whole) or akin(stem(whole.text), stems_of(reading.said))
        return whole.lower_ == "which" or (whole.pos_ == "NOUN" and not told)
    if reading.family == "sum" and desk.statement.modality == "forecast":
        return True
    if reading.family in CELLS and of_us(desk) and reading.part("words") < SAID:
        return _of_a_life(value)  # "38 of us"
    few, noun = _few(desk), desk.context.noun_token
    own = noun is not None and not (known(desk, noun) or stem(noun.text) in SOULS or _column_said(desk, reading.query))
    if reading.family == "sum":
        few = weighed.result.outcome == "disagrees" or likeness.telling(value) <= FEW_DIGITS
        return own and few and reading.part("words") < SAID
    return few and own and reading.part("words") < HALF


def of_us(desk: Desk) -> bool:
    """Say whether a figure is how many somebody was among: "there were 31 of us"."""
    return desk.statement.quote.endswith(" of us") or desk.context.after[:2] == ["of", "us"]


def _of_a_hundred(value: Value) -> bool:
    """Say whether a figure is a part: "67 percent", "seven in ten"; "four times" is none."""
    pair = value.amount if isinstance(value.amount, tuple) else None
    return value.kind == "percent" or (pair is not None and pair[0] < pair[1])


def _times(value: Value) -> bool:
    return value.unit in ("time", "times") or value.text.lower() in ("once", "twice", "thrice")


def _any_stands_there(desk: Desk, query: Query) -> bool:
    """Say whether one of the names of a question stands, or is taken up again, in the sentence."""
    here = {value for m in desk.context.discourse.mentions_in(desk.context.sentence) for value, _ in m.values}
    names = {f.value for leaf in circumstances.leaves(query) for f in leaf.where if isinstance(f.value, str)}
    return not names or not names.isdisjoint(here)


def _of_table(desk: Desk, query: Query, noun: Token) -> bool:
    """Say whether a noun is a word of the tables that are asked, or names something."""
    views = [desk.tables[leaf.table] for leaf in circumstances.leaves(query)]
    words = {stem(w) for view in views for c in view.columns.values() for w in (*c.words, *c.forms)}
    named = {stem(w) for view in views for w in view.name.split("_")}
    return desk.context.discourse.mention_at(noun) is not None or akin(stem(noun.text), words | named)


def _column_said(desk: Desk, query: Query) -> bool:
    """Say whether the clause has a word of a column: "two cyclists died" tells deaths."""
    words = (stem(w) for leaf in circumstances.leaves(query) if leaf.column for w in _words(desk, leaf))
    return any(akin(word, desk.context.clause_stems) for word in words)


def _words(desk: Desk, query: Query) -> tuple[str, ...]:
    column = desk.tables[query.table].columns[query.column]
    return (*column.words, *column.forms)


def _all_stand_there(desk: Desk, query: Query) -> bool:
    """Say whether the names that choose the part stand in the sentence: "Elm and Ash had half of the deaths"."""
    values = {f.value for leaf in circumstances.leaves(query) for f in leaf.where}
    names = {n for value in values for n in (value if isinstance(value, tuple) else (value,)) if isinstance(n, str)}
    here = desk.context.discourse.mentions_in(desk.context.sentence)
    return bool(names) and names <= {value for m in here if not m.back for value, _ in m.values}


def known(desk: Desk, noun: Token) -> bool:
    """Say whether a noun is a word of the tables, or names something of them."""
    return desk.context.discourse.mention_at(noun) is not None or akin(stem(noun.text), desk.tables.stems)


def names_another(desk: Desk, weighed: Weighed) -> bool:
    """Say whether what a figure counts is called, and hardly as the column that is asked: "112 cruises" of a crew."""
    said = weighed.features.get(f"{weighed.result.outcome}: measure said")
    return bool(desk.context.noun) and not said and weighed.reading.part("words") < BARELY


@remembered
def told_of_a_noun(desk: Desk) -> bool:
    """Say whether a bare figure is that of a noun which no table knows: "a reward of 500", "two others, 16 and 17"."""
    if desk.context.noun or desk.value is None or desk.value.kind not in BARE:
        return False
    above = desk.context.head.head
    of = desk.context.before[:1] == ["of"] and desk.context.head.dep_ == "nmod" and above.pos_ == "NOUN"
    return (of and not known(desk, above) and stem(above.text) not in WHOLE | circumstances.QUANTITY) or _is_an_age(
        desk
    )


@remembered
def _is_an_age(desk: Desk) -> bool:
    """Say whether a bare number is an age by its place: "two others, 16 and 17", "19 of them under 16"."""
    value = desk.value
    if value is None or value.kind not in BARE or desk.context.noun or not _of_a_life(value):
        return False
    if value.comparator in ("lt", "gt") and desk.context.before[:1] in (["under"], ["over"]):
        return desk.context.after[:1] in ([], ["."], [","], ["went"], ["were"], ["are"], ["and"])
    token = desk.context.head
    token = token.head if token.dep_ == "conj" else token
    above = token.head
    behind = desk.context.before[:1] in ([","], ["and"])
    return behind and token.dep_ == "appos" and above.pos_ == "NOUN" and above.i < token.i and not known(desk, above)


def _of_a_life(value: Value) -> bool:
    amount = value.amount
    return isinstance(amount, Decimal) and amount == int(amount) and amount <= OLDEST


def counts_its_own(desk: Desk, query: Query) -> bool:
    """Say whether what is counted is some thing's own, or narrowed, and not all rows: "he has had three clubs"."""
    noun, verb = counted_token(desk), desk.context.verb
    view = desk.tables[query.table]
    chosen = any(f.column not in (view.start, view.end) for f in query.where)
    if chosen or noun is None or not _few(desk) or WHOLES & {*desk.context.before[:1]}:
        return False
    if any(c.dep_ == "compound" and not known(desk, c) for c in noun.children):  # "the three appeal judges"
        return True
    if all_of_them(desk) or number_of_all(desk) is not None:
        return False
    told = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]
    if any(stem(c.text) not in WHOLE | LEAVING and not akin(stem(c.text), desk.tables.stems) for c in told):
        return True
    subject = own_subject(verb)
    if subject is None or subject is noun or noun.is_ancestor(subject):
        return False
    return subject.lower_ in OWNING or desk.context.discourse.mention_at(subject) is not None


def _few(desk: Desk) -> bool:
    """Say whether a figure is a small one, which much agrees with."""
    amount = desk.value.amount if desk.value is not None else None
    return isinstance(amount, Decimal) and amount < likeness.SMALL


def counts_another(desk: Desk, query: Query) -> bool:
    """Say whether what is counted is called as another column than the one that is asked: "31 goals", of points."""
    noun, view = desk.context.noun, desk.tables[query.table]
    if not noun or not query.column or noun in {stem(w) for w in view.columns[query.column].words}:
        return False
    return any([stem(w) for w in v.columns[c].words][:1] == [noun] for v in desk.views for c in v.measures)


@remembered
def of_a_group(desk: Desk) -> bool:
    """Say whether a bare figure is how many some group has: "a jury of 12"."""
    return desk.context.before[:1] == ["of"] and not desk.context.noun and likeness.telling(desk.value) <= FEW_DIGITS
