"""Births and deaths: the age at death, whether somebody died at all, seasons, parts of a year or century."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import SEASONS as OF_YEAR
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query
from claims.checking.readings.ages import people
from claims.checking.scoring import Reading
from claims.checking.tables import DEATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.tables import View

BORN, DIED, LIVED = "born", "died", "lived"
CUES = {"born": BORN, "died": DIED, "dies": DIED, "dying": DIED, "lived": LIVED}
LINKS = frozenset("be have turn age at".split())
LONG_AGO = 365
SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2)}
SEASON = re.compile(
    r"\b(?:in|during) (?:the |an? )?(?:early |late |middle of (?:the )?)?(spring|summer|autumn|fall|winter)"
    r"(?:time| time| season| months?)?(?: of (?:the year )?$|(?= ?[.,;]| and\b|$))", re.IGNORECASE,
)  # fmt: skip
OF_PART = r"(?:(?:part|half|months|days|decades|years|in|of|the|year) )*$"
PART = re.compile(rf"\b(early|late|later|latter|middle|mid|first|second) {OF_PART}", re.IGNORECASE)
TURN = re.compile(r"\b(before|just after|after|around|at|near) the (?:turn|start|beginning) of the $", re.IGNORECASE)
AGO = re.compile(r"\b(over|more than|under|less than) $", re.IGNORECASE)
PLAIN_TURN = re.compile(r"\b(before|after|around|at|near) the turn of the century\b", re.IGNORECASE)
CENTURIES = re.compile(
    r"\b(?:in|within) (?:the (same)|a (different)|(another)) century\b|\bin one century and died in (another)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody in a table, and the birth or death that a statement speaks of."""

    view: View
    person: str
    weight: float
    cue: str

    @property
    def where(self) -> tuple[Filter, ...]:
        """Give the condition for the person's row."""
        return (Filter(self.view.person, "=", self.person),)

    def cell(self, column: str) -> object:
        """Give a cell of the person's row."""
        return self.view.cells(column)[self.view.rows(self.view.person, self.person)[0]] if column else None

    def reading(self, query: Query, said: str, check: Check | None, *, refutes: bool = True) -> Reading:
        """Put a question about this life."""
        return Reading(
            family="life", query=query, parts=(("subject", self.weight), ("words", 0.95)),
            said=f"{said} of {self.person}", form="check" if check else "number", asserted=check, refutes=refutes,
        )  # fmt: skip

    def value(self, column: str) -> Query:
        """Ask for a cell."""
        return Query(operation="value", table=self.view.name, column=column, where=self.where)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a statement says of somebody's birth or death."""
    found = cue(desk)
    if found is None:
        return
    for view in desk.views:
        if view.born and view.person:
            life = _life(desk, view, found)
            if life:
                yield from _of_life(desk, life)


def cue(desk: Desk) -> Token | None:
    """Find the verb of life that the anchor belongs to: no other verb stands between."""
    first, last = (desk.context.tokens[0].i, desk.context.tokens[-1].i) if desk.context.tokens else (0, -1)
    doc = desk.context.document.doc
    if last < first:
        return None
    sentence = desk.context.document.tokens(*desk.context.sentence)
    start, end = sentence.start, sentence.end - 1
    if desk.value is None:
        return next((doc[i] for i in range(first, min(last + 1, first + 3)) if _is_cue(doc[i])), None)
    before = next((doc[i] for i in range(first - 1, start - 1, -1) if _is_verb(doc[i])), None)
    if before is not None and _is_cue(before) and first - before.i < 14:
        return before
    after = next((doc[i] for i in range(last + 1, end + 1) if _is_verb(doc[i])), None)
    if after is not None and _is_cue(after) and any(t.lower_ in WHEN for t in doc[last + 1 : after.i]):
        return after
    return None


WHEN = frozenset({"when", "as", "before"})


def _is_cue(token: Token) -> bool:
    if token.lower_ == "passed":
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "away"
    if token.lower_ == "killed":
        return any(c.dep_ == "aux:pass" for c in token.children)
    return token.lower_ in CUES


def _is_verb(token: Token) -> bool:
    return _is_cue(token) or (token.pos_ == "VERB" and token.lemma_.lower() not in LINKS)


def _life(desk: Desk, view: View, verb: Token) -> Life | None:
    """Tie the verb's subject to one person of the table."""
    subject = _subject(verb)
    if subject is not None:
        mention = desk.context.discourse.mention_at(subject)
        names = [v for v, _ in mention.values if view.rows(view.person, v)] if mention else []
        if len(names) != 1 or not mention:
            return None
        return Life(view, names[0], 0.95 * mention.values[0][1], CUES.get(verb.lower_, DIED))
    known = list(people(desk, view))[:2]
    if not known or desk.context.stranger or (len(known) > 1 and known[1][1] > 0.6):
        return None
    return Life(view, *known[0], CUES.get(verb.lower_, DIED))


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        found = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
        if found is not None and found.tag_ not in ("WP", "WDT"):
            return found
        if verb.dep_ == "acl:relcl":
            return None
        if verb.dep_ not in ("conj", "advcl", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def death_column(view: View) -> str:
    """Name the column of deaths, also where it is empty."""
    return view.died or next((c for c, column in view.columns.items() if DEATH & {*column.words}), "")


def _of_life(desk: Desk, life: Life) -> Iterator[Reading]:
    view, died = life.view, death_column(life.view)
    column = view.born if life.cue == BORN else view.died
    if life.cue != BORN and died and life.cell(died) is None:
        yield from _alive(desk, life, died)
        return
    if not column or not isinstance(life.cell(column), date):
        return
    for check in _moments(desk):
        yield life.reading(life.value(column), column, check)
    if life.cue != BORN:
        yield from _at_death(desk, life)
    yield from _centuries(desk, life)


def _alive(desk: Desk, life: Life, column: str) -> Iterator[Reading]:
    """Doubt a death that the table does not know, unless it may be news to it."""
    latest, published = _latest_death(desk, life), desk.context.published
    if life.cue == LIVED or published is None or latest is None or (published - latest).days < LONG_AGO:
        return
    query = Query(operation="count", table=life.view.name, column=column, where=life.where)
    yield life.reading(query, "dates of death", checks.number(Decimal(1), None, "the table has a date of death"))


def _latest_death(desk: Desk, life: Life) -> date | None:
    """Give the last day that the death can have been on, by its date or the age."""
    value = desk.value
    if value is None or value.iso:
        period = period_of(value.iso) if value else None
        return period[1] if period else None
    born, ages = life.cell(life.view.born), _ages(desk)
    if not ages or not isinstance(born, date):
        return None
    return date(born.year + int(ages[1]) + 1, born.month, min(born.day, 28))


def _moments(desk: Desk) -> Iterator[Check]:
    """Yield the stretch of time that words around the value, or without a value, name."""
    text, value = desk.context.text, desk.value
    if value is None:
        words = (
            text[desk.statement.start : desk.statement.end] + text[desk.statement.end : desk.context.sentence[1]][:1]
        )
        if found := SEASON.search(words):
            yield checks.season(SEASONS[found[1].lower()])
        published = desk.context.published
        if (found := PLAIN_TURN.search(words)) and published:
            yield checks.turn(published.year // 100 * 100, found[1].lower())
        return
    bare = value.text.lower().split()[-1]
    if bare in SEASONS and not any(c.isdigit() for c in value.text):
        yield checks.season(SEASONS[bare])
        return
    if months := OF_YEAR.get(value.iso[4:]):
        yield checks.season(months, int(value.iso[:4]))
        return
    period = period_of(value.iso) or _century(desk)
    if period is None:
        return
    before = text[max(desk.context.sentence[0], value.start - 45) : value.start]
    if ago := _ago(desk, before):
        yield checks.side(period[1] if ago == "over" else period[0], ago)
    elif found := TURN.search(before):
        if (period[1].year - period[0].year) > 90 and value.text[:1].isdigit():
            yield checks.turn(period[0].year, found[1].lower())
    elif (found := SEASON.search(before)) and value.iso.isdigit():
        yield checks.season(SEASONS[found[1].lower()], int(value.iso))
    elif part := qualifier(before):
        yield checks.part_of(*period, part)
    else:
        yield checks.part_of(*period, "whole")


def narrowed(desk: Desk) -> bool:
    """Say whether words before a date single out a part, a season or the turn of its period."""
    start, words = desk.statement.start, desk.statement.quote.lower().split()
    if words[-1:] and words[-1] in SEASONS:
        return True
    before = desk.context.text[max(desk.context.sentence[0], start - 45) : start]
    return any(pattern.search(before) for pattern in (TURN, SEASON, PART)) or bool(_ago(desk, before))


def _ago(desk: Desk, before: str) -> str:
    """Read "over 50 years ago" and "less than 50 years ago"."""
    if not desk.value or not desk.value.text.endswith("ago"):
        return ""
    found = AGO.search(before)
    return "" if not found else "over" if found[1].lower() in ("over", "more than") else "under"


def _century(desk: Desk) -> tuple[date, date] | None:
    """Read "twenty-first century", which is no date to the values."""
    value = desk.value
    if (
        not value
        or value.kind != "ordinal"
        or not isinstance(value.amount, Decimal)
        or not value.text.endswith("century")
    ):
        return None
    last = int(value.amount) * 100
    return (date(last - 100, 1, 1), date(last, 12, 31)) if 100 <= last <= 9900 else None


def qualifier(before: str) -> str:
    """Name the part of a period that the words before it single out.

    >>> qualifier("born in the early months of "), qualifier("in the second half of the "), qualifier("born in ")
    ('early', 'second half', '')
    """
    found = PART.search(before)
    if not found:
        return ""
    word = found[1].lower()
    if word in ("first", "second"):
        return f"{word} half" if " half " in f"{found[0]} " else ""
    return {"later": "late", "latter": "late", "mid": "middle"}.get(word, word)


def _ages(desk: Desk) -> tuple[Decimal, Decimal] | None:
    """Give the bounds of an age in years, ends included."""
    value = desk.value
    if value is None or value.kind not in ("age", "number") or (value.unit and not value.unit.startswith("year")):
        return None
    if isinstance(value.amount, tuple):
        return value.amount
    return (value.amount, value.amount) if isinstance(value.amount, Decimal) and 0 < value.amount < 125 else None


def _at_death(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield the age at death, where the words place the age there."""
    died, value, ages = life.cell(life.view.died), desk.value, _ages(desk)
    assert isinstance(died, date)
    query = Query(operation="age", table=life.view.name, column=life.view.born, where=life.where, on=died)
    before = [
        w
        for w in desk.context.before
        if w not in ("only", "just", "about", "the", "being", "beeing", "early", "late", "mid")
    ]
    nearest = {*before[:3]}
    birthday = (
        value is not None and value.kind == "ordinal" and "birthday" in (desk.context.noun, *desk.context.after[:1])
    )
    if birthday and value is not None and isinstance(value.amount, Decimal):
        ages = value.amount, value.amount
    if (
        value is None
        or ages is None
        or (value.kind == "number" and (desk.context.noun or not nearest & {"at", "age", "of", "turning"}))
    ):
        return
    low, high = ages
    if nearest & {"before"} or (birthday and nearest & {"prior"}):
        yield life.reading(query, "age at death", checks.number(None, low - 1, "younger than written"))
        if birthday or "turning" in nearest or "turned" in nearest:
            yield from _to_birthday(life, int(low), query)
    elif not birthday and not nearest & {"after", "since", "from"}:
        if value.comparator in ("gt", "ge") or nearest & {"over", "past"}:
            check = checks.number(low, None, "at least as old as written")
        elif value.comparator in ("lt", "le") or nearest & {"under", "below"}:
            check = checks.number(None, high - 1, "younger than written")
        else:
            slack = 1 if value.comparator == "approx" else 0
            check = checks.number(low - slack, high + slack, "the age in complete years")
        yield life.reading(query, "age at death", check)


def _to_birthday(life: Life, years: int, age: Query) -> Iterator[Reading]:
    """Support "before his 60th birthday" by the age in the year before it."""
    yield life.reading(
        age, "age at death", checks.number(Decimal(years - 1), Decimal(years - 1), "the year before it"), refutes=False
    )


def _centuries(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield whether birth and death lie in one century."""
    view = life.view
    text = desk.context.text[slice(*desk.context.sentence)]
    found = CENTURIES.search(text)
    if (
        not found
        or not view.died
        or not isinstance(life.cell(view.died), date)
        or not isinstance(life.cell(view.born), date)
    ):
        return
    rule = "both in one century" if found[1] else "in two centuries"
    query = Query(
        operation="centuries between", table=view.name, left=life.value(view.died), right=life.value(view.born)
    )
    most = Decimal(0) if found[1] else None
    yield life.reading(
        query, "centuries from birth to death", checks.number(None if found[1] else Decimal(1), most, rule)
    )
