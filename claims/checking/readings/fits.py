"""How well a column suits a value: by its kind, and by the words that count or govern the value."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.checking.agreement import EITHER, NAMES, SECONDS, reach
from claims.checking.anchor import COINS
from claims.checking.circumstances import QUANTITY, in_columns
from claims.checking.remembered import remembered
from claims.checking.words import STRONG, TIME, kinship, stem, stems_of
from claims.values.conversion import convert
from claims.values.lexicon import SCALES

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.discourse import Discourse
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

FITS: dict[tuple[str, str], float] = {
    ("count", "number"): 1.0, ("number", "number"): 1.0, ("count", "money"): 0.7, ("number", "money"): 0.8,
    ("number", "percent"): 0.75, ("number", "quantity"): 0.8, ("number", "duration"): 0.8, ("count", "quantity"): 0.6,
    ("count", "duration"): 0.4, ("percent", "percent"): 1.0, ("money", "money"): 1.0,
    ("money", "number"): 0.5, ("quantity", "quantity"): 1.0, ("quantity", "number"): 0.45, ("duration", "number"): 0.45,
    ("percent", "number"): 0.3,
    ("duration", "duration"): 1.0, ("quantity", "duration"): 0.9,
    ("ordinal", "number"): 0.9, ("ratio", "percent"): 0.8, ("score", "number"): 0.4,
}  # fmt: skip


AGE = stem("age")
SHIFTS = frozenset("earlier later before after ago on".split())


def fit(value: Value, column: Column) -> float:
    """Say how well a kind of value suits a kind of column; one whose name has the unit as a word suits it well."""
    kind = kind_of(value)
    if kind in PLAIN:  # "did best, with 83.8" is no number of things
        return FITS.get(("number" if column.kind == "percent" and not value.unit else kind, column.kind), 0.0)
    if kind == "age":
        return 1.0 if column.kind in ("number", "duration") and AGE in map(stem, column.words) else 0.0
    if kind == "duration" and value.text.rpartition(" ")[2] in SHIFTS:  # "272 three years earlier" tells when
        return 0.0
    if kind == "quantity" and column.dtype == "clock" and not _is_mark(value, column):
        return 0.0
    if kind == column.kind == "quantity" and not any(_same_dimension(value.unit, u) for u in column.unit.split(EITHER)):
        return 0.0
    if column.kind == "number" and kind in ("duration", "quantity") and _unit_named(value, column):
        return 0.9
    if kind == "duration" and lasts(column):
        return 0.9
    if column.kind == "number" and kind == "percent" and not column.unit and PERCENTAGES & {*column.words}:
        return 0.9
    if column.kind == "number" and kind == "money" and not column.unit and column.scale != 1 and SUMS & {*column.words}:
        return 0.9
    return FITS.get((kind, column.kind), 0.0)


PLAIN = frozenset({"count", "number"})


def lasts(column: Column) -> bool:
    """Say whether a column is called by a unit of time and nothing else, "months": how long something lasts."""
    return column.kind == "number" and column.unit in SECONDS and TIME_UNITS.issuperset(stems_of(column.name))


TIME_UNITS = frozenset(stem(name) for name in NAMES)


@lru_cache(maxsize=10_000)
def _same_dimension(stated: str, unit: str) -> bool:
    """Say whether two units may measure the same: megawatts are no gigawatt-hours; one that is not known may."""
    known = all(convert(Decimal(1), one, one) is not None for one in (stated, unit))
    return not known or stated == "°" or convert(Decimal(1), stated, unit) is not None


SUMS = frozenset("amount sum value valuation worth total raised size volume".split())
"""Words of columns whose figures, in thousands or millions of no unit, may be money."""
PERCENTAGES = frozenset("abv alcohol cet1 gradient humidity incline proportion ratio slope strength vat".split())
"""Words of columns whose figures are percentages, though no unit says so."""


def kind_of(value: Value) -> str:
    """Give the kind of a value; coins of a country that the article does not name are money too: "1.50 crowns"."""
    return "money" if value.kind == "count" and value.unit in COINS else value.kind


def _unit_named(value: Value, column: Column) -> bool:
    """Say whether a column is called by the unit that a figure is written with: "31,400 hectolitres", "11 weeks"."""
    return not {stem(words.split(" ")[-1]) for words in (value.unit, value.text)}.isdisjoint(stems_of(column.name))


CLOCKED = frozenset({"time", "lap"})


def takes_time(column: Column) -> bool:
    """Say whether a column holds how long something took."""
    return column.kind == "duration" or (column.kind == "number" and bool(CLOCKED & {*column.forms}))


def _is_mark(value: Value, column: Column) -> bool:
    """Tell the "86.47 metres" and "five centimetres" that a mark may be from the distance of a race."""
    exact = value.step is not None and value.step < 1
    return EITHER in column.unit and (value.unit in ("cm", "mm", "in") or (exact and value.unit in ("m", "ft")))


RANKS = frozenset(stem(w) for w in "rank position place seed standing ranking".split())


@remembered
def measure_words(desk: Desk, view: View, column: str) -> float:
    """Say how well a measure fits; a noun that is counted must be its noun, or one for what the table's rows are."""
    words = desk.words(view, column)
    noun = desk.context.noun
    if noun == TIME or (desk.value and desk.value.unit in ("time", "times")):
        return done(desk, view, column)
    if desk.value and desk.value.kind == "ordinal" and view.called(column, RANKS):
        return 0.85
    outer = desk.context.outer
    if outer and outer not in FEATS and not _known_outer(desk, view, column, outer):
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
        missed = sum(not _spoken(desk, w) for w in own)
        if near == 1.0:
            return max(words, 0.9) if missed == 0 or len(own) == 1 else min(words, 0.8 - 0.1 * missed)
        return min(max(words, 0.7), 0.8) * desk.other_said(view, column)
    acted = _befell(view, column, noun) or _befalls(view, column, noun) or _of_anybody(view, noun) or _sold(desk, noun)
    told = min(words, 0.45) if not _described(desk, own) else min(words + DESCRIBED, HINTED)
    people = HINTED if _takes_people(desk, view, column, noun) else 0.0
    return max(told, people, done(desk, view, column) if acted else 0.0)


HINTED, DESCRIBED = 0.55, 0.15


@remembered
def _spoken(desk: Desk, word: str) -> bool:
    """Say whether the sentence has a word, or what its clause says for it: "hurt five prisoners" of the injured."""
    context = desk.context
    return word in context.sentence_stems or any(kinship(word, other) >= STRONG for other in context.clause_stems)


def _described(desk: Desk, own: list[str]) -> bool:
    """Say whether a word of a column describes what is counted: "two central kitchens" are no kitchens of others."""
    return not _beside(desk).isdisjoint(own)


@remembered
def _beside(desk: Desk) -> frozenset[str]:
    """Give the stems of the words that describe what is counted."""
    token = desk.context.noun_token
    beside = [c for c in token.children if c.i < token.i and c.dep_ in ("amod", "compound")] if token else []
    return frozenset(stem(c.text) for c in beside)


def _takes_people(desk: Desk, view: View, column: str, noun: str) -> bool:
    """Say whether people of some kind are those of a column: "three walkers" its people, "13 people" its staff.

    What befell them is for the column that tells it.
    """
    own = {stem(w) for w in view.columns[column].words}
    if not (noun in PEOPLE and own <= PERSONS) and not (noun in PERSONS and own & STAFF):
        return False
    return not any(done(desk, view, c) for c in view.measures if c != column)


def _known_outer(desk: Desk, view: View, column: str, outer: str) -> bool:
    """Say whether what a compound describes is one of the table's: "a 42-storey building", "the 42-storey Gate"."""
    token = desk.context.noun_token
    following = token.nbor() if token is not None and token.i + 1 < len(token.doc) else None
    name = desk.context.discourse.mention_at(following) if following is not None else None
    if name is not None and view.has(name.best):
        return True
    rows = (w for c in view.names for w in view.columns[c].words)
    return any(kinship(outer, stem(w)) for w in (*view.columns[column].words, *view.name.split("_"), *rows))


def _sold(desk: Desk, noun: str) -> bool:
    """Say whether a noun is one that no column has, and is traded: "282 homes were sold" tells of sales."""
    return bool(TRADED & _predicate(desk)) and not in_columns(desk, noun)


TRADED = frozenset(stem(w) for w in "sell sold buy bought built build let rent lent borrow".split())


def _of_anybody(view: View, noun: str) -> bool:
    """Say whether a noun is one for people of whom no column is, so that the verb tells it: "sleeps 40 guests"."""
    return noun in PEOPLE and not any(kinship(noun, stem(w)) for c in view.measures for w in view.columns[c].words)


def _befalls(view: View, column: str, noun: str) -> bool:
    """Say whether a column of a participle, "injured", tells what came of a noun's things: "12 passengers were hurt".

    What comes of people comes of no houses.
    """
    meaning = view.columns[column]
    of_people = len(meaning.words) == 2 and stem(meaning.words[0]) in PERSONS  # "people_rescued"
    if not (len(meaning.words) == 1 or of_people) or not meaning.forms[-1].endswith(PARTICIPLES):
        return False
    return noun in PEOPLE or stem(meaning.forms[-1]) not in HARMED


PARTICIPLES = ("ed", "hurt", "lost", "caught", "stolen", "dead", "missing")
HARMED = frozenset(
    stem(w)
    for w in (
        "killed injured wounded hurt died dead missing drowned lost rescued evacuated arrested escaped recaptured "
        "caught stranded trapped detained deported hospitalised vaccinated"
    ).split()
)
PERSONS = frozenset({stem("people"), stem("person")})
STAFF = frozenset(stem(w) for w in "staff employee worker workforce personnel headcount payroll".split())
PEOPLE = frozenset(
    stem(w)
    for w in (
        "person people man woman child boy girl baby adult teenager passenger sailor seaman crew fisherman prisoner "
        "inmate worker miner climber hiker skier soldier officer policeman firefighter guard patient resident villager "
        "tourist visitor guest student pupil teacher driver rider cyclist pedestrian motorcyclist fan spectator member "
        "employee migrant refugee suspect protester demonstrator civilian victim swimmer player pensioner colleague "
        "neighbour soul other convict detainee walker tourer mountaineer biker diver pilgrim farmer customer staff"
    ).split()
)


def _befell(view: View, column: str, noun: str) -> bool:
    """Say whether a column of one verb, "won", tells what came of things that another one counts: "won 12 matches"."""
    return len(view.columns[column].words) == 1 and any(kinship(noun, w) >= STRONG for w in _besides(view, column))


@remembered
def _besides(view: View, column: str) -> frozenset[str]:
    """Give the stems of the other measures of a table."""
    return frozenset(stem(w) for c in view.measures if c != column for w in view.columns[c].words)


def done(desk: Desk, view: View, column: str) -> float:
    """Say how surely a verb tells what a column counts: "has flown six times" counts flights."""
    own = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    said = _predicate(desk)
    begins = any(len(s) > SHORT and w.startswith(s) for w in own for s in said)  # "failed twice" counts failures
    return 0.8 if begins or any(kinship(s, w) >= STRONG for w in own for s in said) else 0.0


@remembered
def _predicate(desk: Desk) -> frozenset[str]:
    """Give the stems of what is done: the verb, also with what follows, "broke out", and a participle behind it."""
    verb, noun = desk.context.verb, desk.context.noun_token
    if verb is None:
        return frozenset()
    own = stem(verb.text)
    phrases = {phrase for phrase in desk.context.focus if phrase.startswith(own + " ")}
    beside = [*verb.children, *(noun.children if noun is not None else ())]
    participles = {stem(t.text) for t in beside if t.dep_ in ("xcomp", "acl") and t.tag_ == "VBN"}
    if noun is not None and noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "ADJ":  # "one person dead"
        participles.add(stem(noun.nbor().text))
    return frozenset({own, *phrases, *participles})


SHORT = 3
FEATS = frozenset(
    stem(w) for w in "double triple performance effort game night outing haul showing display season".split()
)


def _counts_row_things(desk: Desk, view: View, noun: str) -> bool:
    """Say whether the noun names what the rows are about: a value, or the word, of one of their columns."""
    token = desk.context.noun_token
    mention = desk.context.discourse.mention_at(token) if token is not None else None
    if mention and view.has(mention.best):
        return True
    return any(kinship(noun, stem(w)) == 1.0 for c in view.names for w in view.columns[c].words)


MOST_ROWS = 200


@remembered
def repeating(_article: Discourse, view: View, column: str, value: Value) -> frozenset[int] | None:
    """Give the rows whose cell a figure may repeat, its sign left out; None where they are many."""
    meaning = view.columns[column]
    ends = _ends(_article, value, meaning.unit, meaning.scale) if column in view.measures else None
    if ends is None:
        return None
    rows = view.cells(column).near(*ends, MOST_ROWS)
    return None if rows is None else frozenset(rows)


@remembered
def _ends(_article: Discourse, value: Value, unit: str, scale: object) -> tuple[Decimal, Decimal] | None:
    """Give how small and how large a cell may be that a figure repeats; None where any may be."""
    ends = reach(value, unit, scale)
    if ends is None:
        return None
    low, high = sorted(map(abs, ends))
    return (low, high) if ends[0] * ends[1] > 0 else (Decimal(0), high)


ROOM = Decimal("1.25")  # as far beyond its least and its greatest as one more figure of a column may lie


def lies_among(view: View, column: str, figure: Decimal) -> bool:
    """Say whether a figure is hardly smaller or larger than those of a column."""
    ends = _least_and_greatest(view, column)
    return ends is not None and ends[0] / ROOM <= figure <= ends[1] * ROOM


def scale_for(view: View, column: str, value: Value) -> Decimal:
    """Give the scale of a column; of one that gives none for its decimals, that of a figure which is then one of them.

    Journeys of 14.63 are millions where the article writes 14.4 million.
    """
    meaning = view.columns[column]
    if meaning.scale != 1 and _as_in_cells(view, column, value):
        return Decimal(1)
    known = meaning.scale != 1 or meaning.unit or meaning.kind != "number"
    if known or not isinstance(value.amount, Decimal) or value.kind not in ("count", "number"):
        return meaning.scale
    written = next((Decimal(SCALES[word]) for word in value.text.lower().split() if word in SCALES), meaning.scale)
    scaled = _has_decimals(view, column) and lies_among(view, column, abs(value.amount) / written)
    return written if scaled else meaning.scale


def _as_in_cells(view: View, column: str, value: Value) -> bool:
    """Say whether a bare figure is written as the cells are, its scale left unsaid: "from 36 cents to 48"."""
    if value.kind != "number" or value.unit or not isinstance(value.amount, Decimal):
        return False
    amount, scale = abs(value.amount), view.columns[column].scale
    return lies_among(view, column, amount) and not (scale and lies_among(view, column, amount / scale))


@remembered
def _least_and_greatest(view: View, column: str) -> tuple[Decimal, Decimal] | None:
    ends = view.cells(column).ends()
    figures = [abs(cell) for cell in ends or () if isinstance(cell, Decimal)]
    return (figures[0], figures[1]) if len(figures) == 2 else None


@remembered
def _has_decimals(view: View, column: str) -> bool:
    return view.cells(column).has_fractions()
