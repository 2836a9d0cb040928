"""What the words of a clause limit rows to: a bound, a time, what is done, what exceeds what; kinds are in kinds.py."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, takewhile
from typing import TYPE_CHECKING

from claims.checking.query import Filter
from claims.checking.readings import belonging, kinds
from claims.checking.readings.fits import fit
from claims.checking.readings.limit import SPOKEN, Limit, said_by
from claims.checking.readings.lookups import LOSSES
from claims.checking.readings.measures import told
from claims.checking.readings.things import stretch
from claims.checking.remembered import remembered
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.tables import View
    from claims.types import Statement, Value

OVER = frozenset("above over exceeded exceeding topped passed beyond".split())
UNDER = frozenset("below under within".split())
BOUNDS = {"gt": ">", "ge": ">=", "lt": "<", "le": "<="}
DONE = frozenset(stem(w) for w in "finish complete open close end retire done left leave close deliver build".split())
STILL = frozenset(
    "still yet remain remains remaining unfinished pending open unopened await awaiting awaits outstanding ongoing "
    "continue continues under order to current currently now serving incumbent".split()
)
"""Words for what has not come to its end, or has not begun."""
PLANS = frozenset(
    stem(w)
    for w in "planned plan original budget target capacity forecast estimate expected scheduled due goal".split()
)
EXCEEDS = {
    "> column": "over late behind delayed overran overshot exceeded exceed beat beaten topped hit met overdue".split(),
    "<= column": "under within on early ahead".split(),
    "< column": "missed miss short below undershot".split(),
}  # how what came about stands to what was planned
PLANNED = frozenset("budget time schedule target plan deadline forecast estimate capacity late delayed overdue".split())
OVERSPENT = frozenset("red overspent overspend overran overrun".split())
FULL = frozenset(stem(w) for w in "sell-out sellout full sold".split())
AHEAD = frozenset(stem(w) for w in "carry win lead top ahead".split())
BEHIND = frozenset(stem(w) for w in "lose beaten trail behind".split())
GAINS = frozenset(stem(w) for w in "profit gain surplus money black positive profitable".split())
GOING_ON = frozenset(stem(w) for w in "follow more another further".split())
MORE = frozenset("acl acl:relcl advcl ccomp parataxis appos".split())
CONTENT = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
MEANING = {stem(w): stem("death") for w in ("fatal", "fatally", "deadly", "lethal")}
"""What an adjective says that there are of: "two fatal accidents"."""
MOST = 12


def limits(desk: Desk, view: View) -> list[tuple[Limit, ...]]:
    """Give the sets of limits that the clause may set, none first; two where they are on different columns."""
    found = _distinct(desk, [limit for family in FAMILIES for limit in family(desk, view)])
    pairs = [
        pair for pair in combinations(found, 2)
        if not {f.column for f in pair[0].where} & {f.column for f in pair[1].where}
    ]  # fmt: skip
    return [(), *((limit,) for limit in found), *pairs][:MOST]


def _distinct(desk: Desk, found: list[Limit]) -> list[Limit]:
    """Keep each limit once, and of a column's kinds the one that the counted noun is: "eight farmers"."""
    noun = {desk.context.noun, *(stem(t.text) for t in desk.context.tokens)}
    counted = {f.column for limit in found if limit.noun and limit.stems <= noun for f in limit.where}
    kept: dict[tuple[Filter, ...], Limit] = {}
    for limit in found:
        if not limit.noun or limit.stems <= noun or not counted & {f.column for f in limit.where}:
            kept.setdefault(limit.where, limit)
    return list(kept.values())


def _bounds(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the bounds that other figures of the sentence set: "above 9,000", "a target of 18 weeks"."""
    context = desk.context
    for other in _bounding(desk):
        value = other.value and _in_hundred(_borrowed(desk, other.value))
        if value is None or other.start == desk.statement.start or not isinstance(value.amount, Decimal):
            continue
        before = context.text[max(context.sentence[0], other.start - 24) : other.start].lower().split()
        relation = BOUNDS.get(value.comparator, "")
        if not relation and set(before[-2:]) & OVER:
            relation = ">"
        if not relation and (set(before[-2:]) & UNDER or "target" in before[-2:]):
            relation = "<="
        for column in view.measures if relation else ():
            meaning = view.columns[column]
            kind = fit(value, meaning)
            said = max((kinship(stem(w), s) for w in meaning.words for s in context.sentence_stems), default=0.0)
            if value.unit and value is not other.value:  # the noun is that of the bound before
                said = max(said, max((kinship(stem(w), stem(value.unit)) for w in meaning.words), default=0.0))
            said = max(said, told(desk, view).get(column, 0.0))  # a figure close by is of the measure
            if kind >= 0.7 and (said >= 0.5 or meaning.unit):
                bound = Filter(column, relation, value.amount / meaning.scale)
                words = 0.9 if said >= SPOKEN else 0.8 if said >= 0.5 else 0.65
                yield Limit((bound,), words, said_by(desk, meaning.words))


def _bounding(desk: Desk) -> list[Statement]:
    """Give the other figures of the words around the number, where any is a bound, else those of the sentence."""
    context, own = desk.context, stretch(desk)
    around = context.discourse.values_in((own[0].idx, own[-1].idx + len(own[-1]))) if own else []
    bounds = [o for o in around if o.start != desk.statement.start and o.value and o.value.comparator in BOUNDS]
    return bounds or list(context.discourse.values_in(context.sentence))


def _borrowed(desk: Desk, bound: Value) -> Value:
    """Give a bound without a noun that of the bound before it: "three took over two days, five no more than one"."""
    if bound.unit or bound.kind not in ("count", "number") or bound.comparator not in BOUNDS:
        return bound
    before = desk.context.discourse.values_in((desk.context.sentence_before[0], bound.start))
    bounds = [o.value for o in before if o.value and o.value.comparator in BOUNDS and o.value.unit]
    return replace(bound, kind=bounds[-1].kind, unit=bounds[-1].unit) if bounds else bound


def _in_hundred(value: Value) -> Value:
    """Give a ratio as the percentage that a column may hold: "at least nine in ten"."""
    if value.kind != "ratio" or not isinstance(value.amount, tuple) or not 0 < value.amount[0] <= value.amount[1]:
        return value
    return replace(value, kind="percent", amount=100 * value.amount[0] / value.amount[1])


A_MONTH = 31  # days
ROLES = {"since": (">=",), "until": ("<=",), "before": ("<",), "at": (">=", "<="), "after": (">",)}


def _times(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the times of what a row tells beside its own: "founded before 1900", "born in the 1990s"."""
    columns = [c for c in view.of_role("date", "from", "year", "to") if c not in (view.day, view.start, view.year)]
    for column in columns:
        words = (*view.columns[column].words, *view.columns[column].forms)
        spoken = said_by(desk, words) or _going_on(desk, words)
        for when in _told_times(desk)[:2] if spoken else ():
            years = "year" in (view.columns[column].role, view.columns[column].resolution)
            first, last = ((d.year if years else d) for d in when.period)
            ends = {">=": first, "<": first, "<=": last, ">": last}
            long = (when.period[1] - when.period[0]).days > A_MONTH  # "just after Christmas" is about then
            after = when.role == "at" and long and desk.context.text[: when.start].lower().endswith("after ")
            role = "after" if after else _open_ended(desk, when) or when.role
            yield Limit(tuple(Filter(column, r, ends[r]) for r in ROLES[role]), 0.85, spoken)


def _open_ended(desk: Desk, when: When) -> str:
    """Give the role of a time that others follow or go before: "in 2019 or later", "in 1990 or before"."""
    found = OPEN_ENDED.match(desk.context.text, when.start)
    return "" if found is None else "since" if found["later"] else "until"


OPEN_ENDED = re.compile(r"[\w ,]{0,20}?\d{4},? or (?:(?P<later>later|after|since)|earlier|before)\b")


def _told_times(desk: Desk) -> list[When]:
    """Give the times of the words around the number, else those of the sentence."""
    times, own = [w for w in desk.context.times if w.weight >= 0.85 and w.role in ROLES], stretch(desk)
    inside = [w for w in times if own and own[0].idx <= w.start <= own[-1].idx]
    return inside or times


def _going_on(desk: Desk, words: tuple[str, ...]) -> frozenset[str]:
    """Give the words that go on with what the sentence before says of a column: "four more followed in the Fifties"."""
    context = desk.context
    going = GOING_ON & {*context.clause_stems, *(stem(t.text) for t in context.tokens), *context.after[:1]}
    before = context.document.line(*context.sentence_before)
    told = {stem(t.text) for t in before if t.idx < context.sentence[0]}
    return going if any(kinship(stem(w), s) >= SPOKEN for w in words for s in told) else frozenset()


def _done(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the rows that have a date, or have none yet: projects that have opened, schemes that aren't finished."""
    for column in view.of_role("date", "to"):
        meaning = view.columns[column]
        own = {stem(w) for w in (*meaning.words, *meaning.forms)}
        over = bool(DONE & desk.context.sentence_stems) and (bool(DONE & own) or meaning.role == "to")
        if meaning.missing and (over or desk.words(view, column) >= 0.3):
            spoken = said_by(desk, (*meaning.words, *meaning.forms))
            for relation in _ends_meant(desk):
                yield Limit((Filter(column, relation, None),), 0.85 if spoken else 0.6, spoken)


@remembered
def _ends_meant(desk: Desk) -> tuple[str, ...]:
    """Say whether rows that have their date are meant, or may be those that have none yet, the likelier first."""
    if kinds.negated(desk):
        return "missing", "filled"
    still = bool(STILL & {t.lower_ for t in (*desk.context.line, *desk.context.tokens)})
    counted = desk.context.noun_token is not None and not (desk.value and desk.value.unit in ("time", "times"))
    return ("filled", "missing") if still or counted else ("filled",)


def _planned(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield how what came about stands to what was planned: over budget, late, full."""
    words = {*desk.context.spoken}
    stems = desk.context.clause_stems
    relations = [r for r, said in EXCEEDS.items() if words & set(said)] if words & PLANNED else []
    relations += ["> column"] if words & OVERSPENT else []
    if FULL & (stems | {desk.context.noun}) or {"sell", "out"} <= stems:
        relations.append(">= column")
    for plan, real in _plans(view) if relations else ():
        spoken = said_by(desk, (*view.columns[plan].words, *view.columns[real].words)) | (stems & PLANS)
        for relation in relations:
            yield Limit((Filter(real, relation, plan),), 0.85 if spoken else 0.6, spoken)


def _plans(view: View) -> Iterator[tuple[str, str]]:
    """Yield a column of what was planned, or of what there is room for, with that of what came about."""
    columns = [c for c in view.columns if c in view.measures or view.columns[c].role in ("date", "from", "to")]
    for plan in columns:
        if not view.called(plan, PLANS):
            continue
        for real in columns:
            one, other = view.columns[plan], view.columns[real]
            alike = (one.kind, one.unit, one.scale) == (other.kind, other.unit, other.scale)
            if alike and real != plan and not {stem(w) for w in other.words} & PLANS:
                yield plan, real


def _signs(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the rows on one side of nought, where a column has both: "four made money", "two are in the red"."""
    stems = desk.context.clause_stems
    losing, gaining = stems & LOSSES, stems & GAINS
    for relation, cues in ((("<", losing),) if losing else ((">", gaining),)) if losing or gaining else ():
        for column in signed(view):
            spoken = said_by(desk, view.columns[column].words) | cues
            yield Limit((Filter(column, relation, Decimal(0)),), 0.85 if spoken > cues else 0.75, spoken)


def _any(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the rows that have any of what a column counts, or none: "two were deadly", "four had no injured"."""
    for column in _at_times_none(view):
        said = [
            {s for s, meant in _told(desk).items() if kinship(w, meant) >= SPOKEN} for w in _own_words(view, column)
        ]
        if said and all(said):
            none = kinds.negated(desk) or any(t.lower_ == "yet" for t in kinds.spoken(desk))
            own = {stem(t.text) for t in desk.context.tokens}
            some = Filter(column, "=" if none else ">", Decimal(0))
            yield Limit((some,), 0.85, frozenset().union(*said), noun=all(s & own for s in said))


@remembered
def _told(desk: Desk) -> dict[str, str]:
    """Map the words that tell of what is counted to what they say that there is of it: "fatal" to deaths."""
    figured = {s.value.unit for s in desk.context.discourse.values_in(desk.context.clause) if s.value}
    counted = {desk.context.noun, *(stem(unit.split()[-1]) for unit in figured if unit)}
    told = (t for t in kinds.spoken(desk) if t.pos_ in CONTENT and not _in_another(desk, t))
    return {word: MEANING.get(word, word) for word in (stem(t.text) for t in told) if word not in counted}


def _own_words(view: View, column: str) -> list[str]:
    return [stem(w) for w in view.columns[column].words]


def _in_another(desk: Desk, token: Token) -> bool:
    """Say whether a word stands in a clause that tells more of something else: "three, whose tower will have flats"."""
    own = {t.i for t in desk.context.tokens}
    above = [token, *token.ancestors]
    return any(
        t.dep_ in MORE and t.head.i not in own and not own & {c.i for c in t.subtree}
        for t in takewhile(lambda t: t.i not in own, above)
    )


@remembered
def _at_times_none(view: View) -> list[str]:
    """Give the measures that count things, of which some rows have none and others have some."""
    cells = {c: [v for v in view.distinct(c) if isinstance(v, Decimal)] for c in view.measures}
    whole = {c: values for c, values in cells.items() if values and all(v == int(v) for v in values)}
    return [c for c, values in whole.items() if min(values) == 0 < max(values)]


@remembered
def signed(view: View) -> list[str]:
    """Give the measures that lie below nought in some rows and above it in others."""
    cells = {c: [v for v in view.distinct(c) if isinstance(v, Decimal)] for c in view.measures}
    return [c for c, values in cells.items() if values and min(values) < 0 < max(values)]


def _ahead(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield where a column that bears somebody's name holds more than those of the others: "carried seven counties"."""
    stems = desk.context.clause_stems
    if not stems & (AHEAD | BEHIND):
        return
    columns = bearers(desk, view)
    for column, name in columns.items():
        tied = desk.tied(name)
        others = [c for c, other in columns.items() if other != name]
        if tied < 0.5 or not others:
            continue
        words, said = (0.9 if tied > SPOKEN else 0.9 * tied), {stem(w) for w in name.split()}
        if stems & AHEAD:
            yield Limit(tuple(Filter(column, "> column", o) for o in others), words, (stems & AHEAD) | said)
        if stems & BEHIND:
            yield from (Limit((Filter(column, "< column", o),), words, (stems & BEHIND) | said) for o in others)


def bearers(desk: Desk, view: View) -> dict[str, str]:
    """Give the measures that bear the name of something the article tells of: a column for each candidate."""
    return _bearers(view, desk.context.discourse.told_of)


@remembered
def _bearers(view: View, names: tuple[str, ...]) -> dict[str, str]:
    known = [(name, {w.strip(".,()").lower() for w in name.split()}) for name in names]
    found = {}
    for column in view.measures:
        words = {w.lower() for w in view.columns[column].words if len(w) > 2}
        if name := next((name for name, own in known if words and words <= own), ""):
            found[column] = name
    return found if len(found) > 1 else {}


FAMILIES = (kinds.kinds, belonging.elsewhere, _bounds, _times, _done, _planned, _signs, _any, _ahead)
