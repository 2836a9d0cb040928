"""Births and deaths: whose a sentence tells, on which day, and whether somebody died at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.circumstances import FINITE
from claims.checking.doers import subject_of
from claims.checking.otherthings import RELATIVES
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query
from claims.checking.readings.ages import people
from claims.checking.readings.moments import beside, century, moments, side_of, yearless
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.tables import DEATH
from claims.checking.words import stem
from claims.clauses import NOUN_MODIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.tables import View
    from claims.types import Value

BORN, DIED, LIVED, ALIVE, REACHED = "born", "died", "lived", "alive", "reached"
CUES = {
    "born": BORN, "died": DIED, "dies": DIED, "die": DIED, "dying": DIED, "lived": LIVED, "live": LIVED,
    "alive": ALIVE, "reached": REACHED, "reach": REACHED,
}  # fmt: skip
LINKS = frozenset("be have turn reach age at".split())
LONG_AGO = 365
FAMILY = "life"


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody in a table, and what of the life a statement speaks of; `denied` where it says that this is not so."""

    view: View
    person: str
    weight: float
    cue: str
    verb: Token
    denied: bool = False

    @property
    def where(self) -> tuple[Filter, ...]:
        """Give the condition for the person's row."""
        return (Filter(self.view.person, "=", self.person),)

    @property
    def born(self) -> date | None:
        """Give the day of birth."""
        return self._day(self.view.born)

    @property
    def died(self) -> date | None:
        """Give the day of death."""
        return self._day(self.view.died)

    def _day(self, column: str) -> date | None:
        found = self.cell(column)
        return found if isinstance(found, date) else None

    def cell(self, column: str) -> object:
        """Give a cell of the person's row."""
        return self.view.cells(column)[self.view.rows(self.view.person, self.person)[0]] if column else None

    def reading(self, query: Query, said: str, check: Check, *, refutes: bool = True) -> Reading:
        """Put a question about this life."""
        return Reading(
            family=FAMILY, query=query, parts=(("subject", self.weight), ("words", 0.95)),
            said=f"{said} of {self.person}", form="check", refutes=refutes,
            asserted=checks.denied(check) if self.denied else check,
        )  # fmt: skip

    def value(self, column: str) -> Query:
        """Ask for a cell."""
        return Query(operation="value", table=self.view.name, column=column, where=self.where)

    def age(self, on: date) -> Query:
        """Ask for the age on a day."""
        return Query(operation="age", table=self.view.name, column=self.view.born, where=self.where, on=on)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a statement says of the day of somebody's birth or death, or of a time lived through."""
    known = lives(desk)
    if not known:
        yield from _same_day(desk)
        yield from _in_brackets(desk)
    for life in known:
        died = death_column(life.view)
        if life.cue in (LIVED, ALIVE):
            yield from _through(desk, life)
        elif life.cue == DIED and died and life.cell(died) is None:
            yield from _alive(desk, life, died)
        elif life.born if life.cue == BORN else life.cue == DIED and life.died:
            for check in moments(desk, any_weekday=life.cue == BORN):
                column = _told(desk, life, check)
                yield life.reading(life.value(column), column, check)


def _same_day(desk: Desk) -> Iterator[Reading]:
    """Take somebody whom no table knows by that name for the one person of a small table with that very day."""
    value, verb = desk.value, cue(desk)
    period = period_of(value.iso) if value and value.iso[:4] in value.text else None
    subject = subject_of(verb) if verb is not None and _cue(verb) in (BORN, DIED) else None
    if verb is None or period is None or period[0] != period[1] or subject is None:
        return
    if subject.pos_ != "PROPN" or desk.context.discourse.mention_at(subject) is not None:
        return
    told = _cue(verb)
    for view in desk.views:
        column = view.born if told == BORN else view.died
        if not view.person or not column or view.size > SMALL:
            continue
        rows = [row for row, day in enumerate(view.cells(column)) if day == period[0]]
        names = [name for row in rows if isinstance(name := view.cells(view.person)[row], str)]
        if len(names) == 1 and desk.statement.modality == "asserted":
            life = Life(view, names[0], SAME_DAY, told, verb)
            yield life.reading(life.value(column), column, checks.part_of(*period, "whole"), refutes=False)


SMALL, SAME_DAY = 100, 0.7


@remembered
def lives(desk: Desk) -> tuple[Life, ...]:
    """Give the lives that the statement speaks of, one a table of births."""
    found = cue(desk)
    if found is None:
        return ()
    denied = desk.statement.modality == "negated" or any(c.lower_ in NOT for c in found.children)
    if denied and not _plainly_denied(desk, found):
        return ()
    views = [view for view in desk.views if view.born and view.person]
    return tuple(life for view in views if (life := life_of(desk, view, found, denied=denied)))


def _plainly_denied(desk: Desk, verb: Token) -> bool:
    """Say whether it is the value that is denied, and not where or how: "was not born in Lowell in 1955"."""
    first, last = (desk.context.tokens[0].i, desk.context.tokens[-1].i) if desk.context.tokens else (0, -1)
    between = verb.doc[verb.i + 1 : first] if verb.i < first else verb.doc[last + 1 : verb.i]
    until = any(t.lower_ == "until" for t in desk.context.line)
    return not until and not any(t.pos_ in ("NOUN", "PROPN", "VERB") and t.lower_ not in AGE_WORDS for t in between)


@remembered
def cue(desk: Desk) -> Token | None:
    """Find the verb of life that the anchor belongs to: no other verb stands between."""
    first, last = (desk.context.tokens[0].i, desk.context.tokens[-1].i) if desk.context.tokens else (0, -1)
    doc = desk.context.document.listed
    if last < first:
        return None
    if desk.value is None:
        return next((token for token in doc[first : min(last + 1, first + 3)] if _cue(token)), None)
    sentence = desk.context.document.places(*desk.context.sentence)
    start, end = sentence.start, sentence.stop - 1
    before = next(_verbs(desk, range(first - 1, start - 1, -1)), None)
    if before is not None and _cue(before) and first - before.i < 14 and not _gone_on(doc[before.i + 1 : first]):
        return before
    after = next(_verbs(desk, range(last + 1, end + 1)), None)
    if after is not None and _cue(after) and any(t.lower_ in WHEN for t in doc[last + 1 : after.i]):
        return after
    return None


def _gone_on(between: list[Token]) -> bool:
    """Say whether a clause of its own follows the verb of life: "whose father was born here, has been mayor"."""
    gone = any(t.pos_ == "AUX" and t.tag_ in FINITE for t in between)
    return gone and not any(t.lower_ in WHEN for t in between)  # "died when they were 80"


WHEN = frozenset({"when", "as", "before"})
NOT = frozenset({"not", "n't", "n’t", "never", "longer"})
AGE_WORDS = frozenset("age year years".split())


def _cue(token: Token) -> str:
    """Say what a word tells of a life, "" for any other word."""
    if token.lower_ == "passed":
        return DIED if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "away" else ""
    if token.lower_ == "killed":
        return DIED if any(c.dep_ == "aux:pass" for c in token.children) else ""
    return CUES.get(token.lower_, "")


def _verbs(desk: Desk, places: Iterable[int]) -> Iterator[Token]:
    """Yield the verbs, and the other words that tell of a life, of some places in the text."""
    doc, columns = desk.context.document.listed, desk.context.document.columns
    likely = (doc[i] for i in places if columns.pos[i] == "VERB" or columns.lower[i] in MAY_TELL)
    return (token for token in likely if _is_verb(token))


MAY_TELL = {*CUES, "passed", "killed"}


def _is_verb(token: Token) -> bool:
    if _cue(token):
        return True
    seen = token.dep_ in ("xcomp", "advcl") and token.head.i != token.i and _cue(token.head) == LIVED
    return token.pos_ == "VERB" and token.lemma_.lower() not in LINKS and not seen  # "lived to see"


def life_of(desk: Desk, view: View, verb: Token, *, denied: bool = False) -> Life | None:
    """Tie the verb's subject to one person of the table."""
    told = _cue(verb)
    subject = subject_of(verb)
    if subject is not None:
        mention = desk.context.paired or desk.context.discourse.mention_at(subject)
        names = [v for v, _ in mention.values if view.rows(view.person, v)] if mention else []
        if len(names) != 1 or not mention:
            return None
        return Life(view, names[0], 0.95 * mention.values[0][1], told, verb, denied)
    known = list(people(desk, view))[:2] if not _is_of_somebody_else(desk, verb) else []
    if not known or desk.context.stranger or (len(known) > 1 and known[1][1] > 0.6):
        return None
    return Life(view, *known[0], told, verb, denied)


def of_somebody_else(desk: Desk) -> bool:
    """Say whether the birth or death that a date tells is that of somebody who is only spoken of."""
    verb = cue(desk)
    return verb is not None and _is_of_somebody_else(desk, verb)


def _is_of_somebody_else(desk: Desk, verb: Token) -> bool:
    """Say whether a clause tells of somebody who is only spoken of: "they have a son, who was born in August"."""
    noun = verb.head
    above = noun.head if noun.dep_ == "conj" else noun
    if verb.dep_ not in NOUN_MODIFIERS or noun.pos_ != "NOUN" or above.dep_ not in ("obj", "obl", "nmod"):
        return False
    some = any(c.lower_ in ("a", "an", "one") or c.dep_ == "nummod" for c in noun.children)
    return (some or stem(noun.text) in RELATIVES) and desk.context.discourse.mention_at(noun) is None


def death_column(view: View) -> str:
    """Name the column of deaths, also where it is empty."""
    return view.died or next((c for c, column in view.columns.items() if DEATH & {*column.words}), "")


def _told(desk: Desk, life: Life, check: Check) -> str:
    """Name the column whose day is told; of "was born and died in" the one that speaks against it."""
    view, verb = life.view, life.verb
    column = view.born if life.cue == BORN else view.died
    joined = [verb.head] if verb.dep_ == "conj" else [t for t in verb.children if t.dep_ == "conj"]
    other = next((t for t in joined if {_cue(t), life.cue} == {BORN, DIED}), None)
    if other is None or life.born is None or life.died is None:
        return column
    start, end = sorted((verb.idx, other.idx))
    if desk.statement.start < end or desk.context.discourse.dates_in((start, end)):
        return column
    days = {view.born: life.born, view.died: life.died}
    return next((c for c, day in days.items() if check.outcome(day) == "disagrees"), column)


def _through(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield whether somebody lived in, into or until a time."""
    value, view = desk.value, life.view
    period = (period_of(value.iso) or century(value)) if value else None
    if value is None or period is None or life.born is None or yearless(value) or value.kind == "duration":
        return
    if _somewhere(desk, life.verb):
        return
    near = {*desk.context.before[:3]}
    years = [period_of(part) for part in value.iso.split("/")]
    if life.died and life.cue == LIVED and near & {"from", "between"} and ends(desk) and all(years):
        yield from _whole(life, *years)
    elif life.died is None:
        yield life.reading(life.value(view.born), view.born, beside(period, "le"))
    elif near & {"until", "till"}:
        yield life.reading(life.value(view.died), view.died, checks.part_of(*period, "whole"))
    elif side := "ge" if near & {"into", "past", "beyond", "see"} else side_of(desk, value):
        column = view.died if side in ("gt", "ge") else view.born
        yield life.reading(life.value(column), column, beside(period, side))
    elif life.born > period[1]:
        yield life.reading(life.value(view.born), view.born, beside(period, "le"))
    else:
        yield life.reading(life.value(view.died), view.died, beside(period, "ge"))


def _somewhere(desk: Desk, verb: Token) -> bool:
    """Say whether a place is told that somebody lived in, and so no time of life: "has lived in Elm since 1974"."""
    placed = [c for c in verb.children if c.dep_ == "obl" and c not in desk.context.tokens]
    between = [c for c in placed if c.idx < desk.statement.start]
    return any(g.dep_ == "case" and g.lower_ in PLACED for c in between for g in c.children)


PLACED = frozenset("in at on with near by".split())


def _in_brackets(desk: Desk) -> Iterator[Reading]:
    """Yield the years behind a name: "Rook (1871-1940)"."""
    value, text = desk.value, desk.context.text
    years = [period_of(part) for part in value.iso.split("/")] if value and value.kind == "period" else []
    beside = text[desk.statement.start - 1 : desk.statement.start] + text[desk.statement.end : desk.statement.end + 1]
    for view in desk.views if len(years) == 2 and beside == "()" else ():
        known = list(people(desk, view)) if view.born and view.person else []
        name = next((b.mention for b in desk.context.bindings if b.mention.end == desk.statement.start - 2), None)
        if known and name and name.best == known[0][0] and desk.context.verb is not None:
            life = Life(view, *known[0], LIVED, desk.context.verb)
            if life.born and life.died:
                yield from _whole(life, *years)


def ends(desk: Desk) -> bool:
    """Say whether the clause ends with the value: "lived from 1871 to 1940", and not there in some place."""
    return not {*desk.context.after[:1]} - {".", ",", ";", "and", "but", ")"}


def _whole(life: Life, first: Period | None, last: Period | None = None) -> Iterator[Reading]:
    """Yield the birth against the first of two years and the death against the last, what disagrees first."""
    if first and last and life.born and not first[0] <= life.born <= first[1]:
        yield life.reading(life.value(life.view.born), life.view.born, checks.part_of(*first, "whole"))
    elif first and last:
        yield life.reading(life.value(life.view.died), life.view.died, checks.part_of(*last, "whole"))


def _alive(desk: Desk, life: Life, column: str) -> Iterator[Reading]:
    """Doubt a death that the table does not know, unless it may be news to it."""
    latest, published = _latest_death(desk, life), desk.context.published
    if published is None or latest is None or (published - latest).days < LONG_AGO:
        return
    query = Query(operation="count", table=life.view.name, column=column, where=life.where)
    yield life.reading(query, "dates of death", checks.number(Decimal(1), None, "the table has a date of death"))


def _latest_death(desk: Desk, life: Life) -> date | None:
    """Give the last day that the death can have been on, by its date or the age."""
    value = desk.value
    if value is None or value.iso:
        period = period_of(value.iso) if value else None
        return period[1] if period else None
    told = ages(value)
    if not told or life.born is None:
        return None
    return date(life.born.year + int(told[1]) + 1, life.born.month, min(life.born.day, 28))


def ages(value: Value | None) -> tuple[Decimal, Decimal] | None:
    """Give the bounds of an age in years, ends included; of a part of ten years with a year around it."""
    if value is None or value.kind not in ("age", "number") or (value.unit and not value.unit.startswith("year")):
        return None
    if isinstance(value.amount, tuple):
        low, high = value.amount
        first, last = PARTS.get(value.rule.rpartition("; ")[2], (0, 9))
        return (low + first, low + last) if high - low == 9 else (low, high)
    return (value.amount, value.amount) if isinstance(value.amount, Decimal) and 0 < value.amount < 125 else None


PARTS = {"early": (0, 5), "mid": (2, 8), "late": (4, 9)}
