"""Names and words that stand in one row with what the sentence is about: a winner, a body, a rating, a place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking import circumstances, leading
from claims.checking.additions import ascribed, is_category, owned
from claims.checking.jointly import odd
from claims.checking.othertimes import FAR, YEAR, covers
from claims.checking.phrases import answered, distant, held_against, of_earlier, part_of
from claims.checking.query import Query, different, same, select
from claims.checking.readings.participants import contradicted
from claims.checking.readings.roles import FORMER, holder
from claims.checking.readings.seats import seats
from claims.checking.readings.witnesses import figures_elsewhere
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import MONTH, Selection, timed
from claims.checking.words import STOP, STRONG, kinship, nearest, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.periods import Period, When
    from claims.checking.query import Filter
    from claims.checking.tables import Cell, View

NAMING = frozenset({"association", "leader"})
NAMED = NAMING | {"holder"}
SAID = 0.8
UNSAID = 0.7  # what a rare cell beside its row's name counts for, its column not being said
CLOSE = 0.5
OUTRIGHT = 0.85  # what a name counts for that the words ascribe to the row's name and to nothing else
TIMELY = 0.3  # a row of another time than the one that is said does not bear a name out
SAID_THEN = 0.9  # a time that the clause itself gives: no row of another bears a name out
WITHIN = 0.95  # the body that a title names itself
WHENEVER = 0.5  # for a row of another time than the sentence's
RARE, STATED = 0.4, 0.85
LYING, ARTICLES, REACH = frozenset("in at from".split()), frozenset({"a", "an"}), 7
POSSESSIVE = ("'s", "’s")
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
AGENTS, OF = frozenset({"obl", "obl:agent"}), frozenset("of from at".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the rows in which the asserted name stands beside the others of its sentence."""
    if desk.statement.kind == "office" and desk.statement.subject:
        for view in desk.views:
            yield from _post(desk, view)
    if desk.statement.kind not in (*NAMED, "category") or not desk.context.tokens or held_against(desk):
        return
    mention = desk.context.discourse.asserted_at(desk.context.tokens[0])
    if mention is None or FORMER.intersection(desk.context.stems_before):  # a row holds who is it now
        return
    placed = leading.placed if mention.named else leading.follows  # "ice, ahead of points failures"
    if seats(desk) or distant(desk.context.head) or placed(desk.context.discourse, mention):
        return
    for view in desk.views:
        for value, weight in mention.said or mention.values:
            for column in view.names:
                if not view.rows(column, value):
                    continue
                if differing := odd(desk, (value,)):
                    yield from _denied(desk, view, column, value, differing.mention)
                    continue
                words = _words(desk, view, column, False)
                if words >= SAID and (desk.statement.kind in NAMED or (view.series and mention.named)):
                    yield from _beside(desk, view, column, value, words * weight)
                    yield from _denied(desk, view, column, value, _done_to(desk, view, column))
                else:
                    yield from _paired(desk, view, column, mention, value)
                    of_kind = _bearer(desk) if is_category(desk.index, mention) and not of_earlier(desk) else None
                    yield from _denied(desk, view, column, value, _owner(desk) or of_kind)


def _post(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield who holds a post that has a column of its own, "president", in what the row is about."""
    role = stem(desk.context.head.lower_)
    if role not in desk.index.posts or FORMER.intersection(stems_of(desk.statement.quote)):
        return
    inside = desk.context.discourse.mentions_in((_possessor(desk), desk.statement.end))
    held = [c for c in view.names if c not in (view.entity, view.person) and view.columns[c].words]
    for column in (c for c in held if stem(view.columns[c].words[-1]) == role):
        name = holder(desk, view, column, desk.statement.subject)
        if not inside:
            yield from _beside(desk, view, column, name, 1.0)
        bodies = [_meant(desk, view, m, view.rows(column, name)) for m in inside] if view.entity else []
        for body in (b for b in bodies if len(view.rows(view.entity, b)) == 1):
            named = Selection((same(view, view.entity, body),), ((view.entity, body),), WITHIN, 1.0)
            yield _reading(view, column, name, named, named.where, 1.0, refutes=True)


def _meant(desk: Desk, view: View, mention: Mention, held: list[int]) -> str:
    """Give the body of a post, of those that "the club" may point back to the one in which the holder has it."""
    own = {view.cells(view.entity)[row] for row in held}
    before = (b for b in desk.context.discourse.told_of if b in own) if mention.back else iter(())
    return next(before, mention.best)


def _possessor(desk: Desk) -> int:
    """Give where the name of whose post it is begins, "Elm's director", else where the words of the post begin."""
    start, text = desk.statement.start, desk.context.text
    before = desk.context.discourse.mentions_in((desk.context.sentence[0], start))
    owning = before and text[before[-1].start : start].rstrip().endswith(POSSESSIVE)
    return before[-1].start if owning and start - before[-1].end <= len(" 's ") else start


def _beside(desk: Desk, view: View, column: str, value: str, words: float) -> Iterator[Reading]:
    """Yield the rows of the other names, where the words say that the column is meant."""
    chosen = [s for s in (*desk.selections(view), *desk.series(view)) if s.subject >= CLOSE]
    told = max((s.time for s in chosen if s.when), default=0.0) >= SAID_THEN and _of_one_time(desk)
    behind = _straight_behind(desk, value)
    for selection in chosen:
        others = _others(selection, column)
        if behind and behind not in others:
            continue
        if not (others or view.series) or selection.time < TIMELY or (told and selection.time < WHENEVER):
            continue
        if not others and selection.time < SAID_THEN and figures_elsewhere(desk, view, selection.where):
            continue  # of the last row, which nothing speaks of
        if selection.far and not circumstances.named_here(desk).issuperset(others):
            continue
        if contradicted(desk, view, column, (*selection.where, same(view, column, value))):
            continue
        where = tuple(f for f in selection.where if f.column != column)
        both = (*where, same(view, column, value))
        there = bool(select(view, both))
        edition = told and not others and selection.time >= SAID_THEN and _answers(desk, view, column)
        if not there and not edition and _words(desk, view, column, True) < SAID:
            continue
        if not there and len(different(view, column, where) - {None}) != 1:
            continue
        sure = selection.subject >= 0.85 and selection.time >= 0.8 and _spelt_out(desk, others)
        sure = sure and not _of_something_else(desk)
        reading = _reading(view, column, value, selection, both if there else where, words, refutes=sure or edition)
        yield replace(reading, family="ascribed") if edition else reading


@remembered
def _straight_behind(desk: Desk, value: str) -> str:
    """Give the person of whom a name is said straight, "Ann Lee of Elm", if a table has both: no other row counts."""
    part = part_of(desk, desk.context.head)
    over = desk.context.discourse.mention_at(part.under) if part and part.under is not None else None
    if part is None or over is None or not over.person or len(over.values) != 1 or part.case not in OF:
        return ""
    known = any(_rows(view, over.best) and view.has(value) for view in desk.views)
    return over.best if known else ""


@remembered
def _of_one_time(desk: Desk) -> bool:
    """Say whether the sentence gives one time only: "Lee, the winner in 2023, is not there this year" gives two."""
    start, end = desk.context.sentence
    return len({w.period for w in desk.context.times if start <= w.start < end}) == 1


@remembered
def _answers(desk: Desk, view: View, column: str) -> bool:
    """Say whether a name is told to be what a column of editions holds: "the 2021 title went to Elm"."""
    part = part_of(desk, desk.context.head)
    if part is None or any(t.pos_ == "PROPN" and _unknown(desk, t) for t in desk.context.line):
        return False
    words = view.columns[column].words
    own = [*(stem(w) for w in words if w not in STOP), stem("-".join(words))]  # "runner-up"
    return any(kinship(word, other) >= STRONG for word in own for other in answered(desk, part))


def _unknown(desk: Desk, token: Token) -> bool:
    """Say whether a name is none of the tables', nor a time's."""
    discourse = desk.context.discourse
    told = any(s.start <= token.idx < s.end for s in discourse.values_in(desk.context.sentence))
    return not told and discourse.mention_at(token) is None


@remembered
def _of_something_else(desk: Desk) -> bool:
    """Say whether a name has done what is told of a thing without a name: "painted in a park designed by Lee"."""
    verb = desk.context.head.head
    noun = verb.head
    mention = desk.context.discourse.mention_at(noun)
    told = noun.dep_ == "appos" or any(c.dep_ == "cop" for c in noun.children)
    return verb.dep_ == "acl" and not told and not (mention and (mention.named or mention.back))


def _spelt_out(desk: Desk, names: list[str]) -> bool:
    """Say whether the sentence names each, or takes up a person: "it" may stand for anything."""
    here = [b.mention for b in desk.context.bindings if b.tie != "earlier"]
    return {m.best for m in here if m.person or not m.back}.issuperset(names)


def _paired(desk: Desk, view: View, column: str, mention: Mention, value: str) -> Iterator[Reading]:
    """Yield the rows that have the value and another name: two in one clause are hardly so by chance.

    The rarer the value is in its column the more that says; it can't say that another value is wrong. A name may stand
    there for anything: a word has to ascribe it, and one row only has it, or it is said of a name: "Kew on the Sow".
    """
    head, known = desk.context.head, len(view.rows(column, value))
    if head.dep_ in SUBJECTS or (head.dep_ == "ROOT" and mention.named):  # other things are said of it
        return
    loose = mention.named and not (ascribed(desk.context) and (known == 1 or owned(desk.context)))
    rare = 1 - known / max(2, view.size)
    if loose or rare < RARE or not _tied(desk, view, column, value):
        return
    whenever = (replace(selection, time=WHENEVER) for selection in desk.named(view))
    seen: set[tuple[Filter, ...]] = set()
    own, behind = _own(desk, view), _straight_behind(desk, value)
    for selection in (*desk.selections(view), *whenever):
        others = _others(selection, column)
        where = (*(f for f in selection.where if f.column != column), same(view, column, value))
        if selection.subject < CLOSE or not others or where in seen or not (rows := select(view, where)):
            continue
        if behind and behind not in others:
            continue
        seen.add(where)
        rows, alike = ([r for r in found if not own or r in own] for found in (rows, _alike(view, selection, column)))
        if not rows or contradicted(desk, view, column, where) or _untimely(desk, view, rows, alike):
            continue
        if not mention.named or circumstances.named_here(desk).issuperset(others):
            yield _reading(view, column, value, selection, where, UNSAID * rare, refutes=False)


def _denied(desk: Desk, view: View, column: str, value: str, owner: Mention | None) -> Iterator[Reading]:
    """Yield what else stands where a name is said of a thing: "the tower in Ashby", "Lee, a doctor from Orrin"."""
    key = _key(view, owner.best) or (_of_one(view, owner.best) if owner.person else "") if owner else ""
    if owner is None or len(owner.values) > 1 or column == key or not key:
        return
    if any({*_rows(v, owner.best)}.intersection(v.rows(c, value)) for v in desk.views for c in v.names):
        return
    about = Selection((same(view, key, owner.best),), ((key, owner.best),), WITHIN, 1.0)
    for selection in (about,) if len(view.rows(key, owner.best)) == 1 else timed(desk.context, view, about):
        if selection.time >= SAID and len(different(view, column, selection.where) - {None}) == 1:
            reading = _reading(view, column, value, selection, selection.where, OUTRIGHT, refutes=True)
            yield replace(reading, family="ascribed")


def _own(desk: Desk, view: View) -> frozenset[int]:
    """Give the rows of what a name is placed at, or a word is said of, none where that is not named."""
    if owner := _owner(desk):
        return frozenset(_rows(view, owner.best))
    bearer = _bearer(desk)
    return frozenset(row for c in view.names for row in view.rows(c, bearer.best)) if bearer else frozenset()


def _rows(view: View, name: str) -> list[int]:
    key = _key(view, name)
    return view.rows(key, name) if key else []


def _of_one(view: View, person: str) -> str:
    """Name the column in which a person stands once: the member of a seat."""
    return next((c for c in view.names if view.columns[c].named and len(view.rows(c, person)) == 1), "")


def _key(view: View, name: str) -> str:
    """Name the column of things or of people that a name stands in."""
    return next((c for c in (view.entity, view.person) if c and view.rows(c, name)), "")


def _alike(view: View, selection: Selection, column: str) -> list[int]:
    """Give all rows of the names of a selection, whatever stands in a column and whenever that was."""
    return [*select(view, tuple(same(view, c, name) for c, name in selection.filled if c != column))]


def _untimely(desk: Desk, view: View, rows: list[int], others: list[int]) -> bool:
    """Say whether other rows are of the time that is given, or of now where it is said who holds a post."""
    times = [w for w in desk.context.times if w.role in ("at", "since") and w.weight >= STATED]
    if view.start and view.end:
        now = desk.context.published if not times and desk.context.head.dep_ == "appos" else None
        periods = [(now, now)] if now else [w.period for w in times]
        timely = {row for row in others for period in periods if _valid(view, row, period)}
    else:
        columns = [c for c in view.of_role("date", "year") if c not in (view.born, view.died)]
        timely = {r for c in columns for r in others for w in times if _then(desk, w, view.cells(c)[r])}
    return bool(timely) and timely.isdisjoint(rows)


def _then(desk: Desk, when: When, cell: Cell) -> bool:
    """Say whether a row is of a time; of "May" alone the year may be another than the one that seems meant."""
    if (
        covers(when, cell)
        or not isinstance(cell, dt.date)
        or YEAR.search(desk.context.text, when.start, when.start + FAR)
    ):
        return covers(when, cell)
    return (when.period[1] - when.period[0]).days < MONTH and cell.month == when.period[0].month


def _valid(view: View, row: int, period: Period) -> bool:
    """Say whether a term was going on in a time."""
    first, last = view.cells(view.start)[row], view.cells(view.end)[row]
    began = not isinstance(first, dt.date) or first <= period[1]
    return began and (not isinstance(last, dt.date) or last >= period[0])


@remembered
def _owner(desk: Desk) -> Mention | None:
    """Give the named thing that a name is placed at: by "is", straight, or through what commas say of it."""
    context = desk.context
    head, mention_at = context.head, context.discourse.mention_at
    if (aside := _before_the_aside(desk)) is not None:
        return aside
    if not {c.lower_ for c in head.children if c.dep_ == "case"} & LYING:
        return None
    if any(c.dep_ == "cop" for c in head.children):
        owner = next(iter(context.discourse.mentions_in(context.clause)), None)
        owner = owner if owner and owner.start == context.clause[0] else None
    else:
        noun = head.head if head.dep_ == "nmod" else None
        straight = mention_at(noun) if noun is not None else None
        owner = straight if noun is None or (straight and straight.named) else _described(desk, noun)
    return owner if owner and owner.named and owner.values else None


def _before_the_aside(desk: Desk) -> Mention | None:
    """Give the name that two commas say more of, whatever the parse makes of it: "Elm Tower, in Ashby, is shut"."""
    context = desk.context
    before = [m for m in context.discourse.mentions_in((context.sentence[0], desk.statement.start)) if m.named]
    if not before or before[-1].back or context.text[desk.statement.end : desk.statement.end + 1] != ",":
        return None
    found = ASIDE.fullmatch(context.text, before[-1].end, desk.statement.start)
    return before[-1] if found and (found["case"] == "of") == before[-1].person and before[-1].values else None


ASIDE = re.compile(r", (?P<case>in|of) (?:the )?")


@remembered
def _bearer(desk: Desk) -> Mention | None:
    """Give the one named thing that a word is said of: "Lee, the health minister", "Elm is a steel bridge"."""
    noun = desk.context.head
    while noun.dep_ in ("amod", "compound", "nmod:desc") and noun.head.i > noun.i:
        noun = noun.head
    subjects = [c for c in noun.children if c.dep_ == "nsubj"] if any(c.dep_ == "cop" for c in noun.children) else []
    bearers = (
        [noun.head]
        if noun.dep_ == "appos"
        else subjects
        or [c for c in (noun, *noun.children) if c == noun or (c.dep_ in ("appos", "flat") and c.i > noun.i)]
    )  # "the Liberal Lee", "the Liberal candidate, Lee"
    found = [desk.context.discourse.mention_at(t) for t in bearers]
    found += [_described(desk, noun, ARTICLES | {"the"})] if noun.dep_ == "appos" else []
    bearer = next(filter(None, found), None)
    itself = bearer is not None and bearer.start <= desk.statement.start < bearer.end
    return bearer if bearer and bearer.named and len(bearer.values) == 1 and not itself else None


def _done_to(desk: Desk, view: View, column: str) -> Mention | None:
    """Give the named thing that a name has done something to, where the verb is the column's: "run by Ada Lee"."""
    head, mention_at = desk.context.head, desk.context.discourse.mention_at
    own, verb = [stem(w) for w in view.columns[column].words], head.head
    by = head.dep_ in AGENTS and any(c.lower_ == "by" for c in head.children if c.dep_ == "case")
    if not by or not any(kinship(stem(verb.text), word) >= SAID for word in own):
        return None
    if verb.dep_ in ("acl", "acl:relcl"):
        noun = verb.head
        done = [noun, noun.head] if noun.dep_ == "appos" else [noun]
        owners = [*map(mention_at, done), _described(desk, noun, ARTICLES | {"the"})]
    else:
        owners = [mention_at(c) for c in verb.children if c.dep_ == "nsubj:pass"]
    return next((m for m in owners if m and m.named and m.values), None)


def _described(desk: Desk, noun: Token, articles: frozenset[str] = ARTICLES) -> Mention | None:
    """Give the name before the comma, or the age, that "a lean tower" or "a doctor of 53" stands behind."""
    first = noun
    while first.i > noun.sent.start and noun.i - first.i < REACH and first.lower_ not in articles:
        first = first.nbor(-1)
    if first.lower_ not in articles or first.i - 2 < 0 or first.nbor(-1).text != ",":
        return None
    last = first.nbor(-2)
    aged = last.like_num and last.i - 2 >= 0 and last.nbor(-1).text == ","
    return desk.context.discourse.mention_at(last.nbor(-2) if aged else last)


def _tied(desk: Desk, view: View, column: str, value: str) -> bool:
    """Say whether a row has the value and something else that is named close by."""
    rows = view.rows(column, value)
    close = {v for b in desk.context.bindings if b.weight >= CLOSE for v, _ in b.mention.values}
    others = [view.cells(c) for c in view.names if c != column]
    return any(cells[row] in close for cells in others for row in rows)


def _others(selection: Selection, column: str) -> list[str]:
    return [name for filled, name in selection.filled if filled != column]


def _reading(
    view: View, column: str, value: str, selection: Selection, where: tuple[Filter, ...], words: float, *,
    refutes: bool,
) -> Reading:  # fmt: skip
    about = ", ".join(_others(selection, column)) or f"{view.name} {selection.when}"
    return Reading(
        family="association", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", selection.subject), ("words", words), ("time", selection.time)),
        said=f"{column} of {about}", form="name", asserted=value, refutes=refutes,
    )  # fmt: skip


@remembered
def _only_named(desk: Desk) -> frozenset[str]:
    """Give the stems that only stand inside of names: "Town" of "Ashby Town" speaks of no column of towns."""
    names = {m for t in desk.context.line if (m := desk.context.discourse.mention_at(t)) and m.named and not m.back}
    inside = {t.i for m in names for t in desk.context.document.line(m.start, m.end) if t.text[:1].isupper()}
    outside = {stem(t.text) for t in desk.context.line if t.i not in inside}
    return frozenset(stem(t.text) for t in desk.context.line if t.i in inside) - outside


@remembered
def _words(desk: Desk, view: View, column: str, plainly: bool) -> float:
    """Say how well the words close by, plainly those outside of all names, name a column: "directed by", "born in"."""
    own = [stem(w) for w in view.columns[column].words if w not in STOP]  # "praised by" is not "designed_by"
    near = _close_by(desk) - (_only_named(desk) if plainly else _in_names(desk, view, column))
    return max([nearest(word, near) for word in own], default=0.0)


@remembered
def _close_by(desk: Desk) -> frozenset[str]:
    """Give the stems close by, with those of the statement itself: "its president", said of a person."""
    said = {stem(t.text) for t in desk.context.tokens if t.is_lower}
    return desk.context.near | desk.context.clause_stems | said


@remembered
def _in_names(desk: Desk, view: View, column: str) -> set[str]:
    """Give the stems that only a column's names have: "the Mill Line" does not say that the column "line" is meant."""
    capitals, outside = _capitals(desk)
    inside, others = set[str](), set[str]()
    for word, mention in capitals:
        (inside if any(view.rows(column, value) for value, _ in mention.values) else others).add(word)
    return inside - others - outside


@remembered
def _capitals(desk: Desk) -> tuple[list[tuple[str, Mention]], set[str]]:
    """Give the stems of the capitals in names of the clause, each with what is named, and those of all other words."""
    at = [(token, desk.context.discourse.mention_at(token)) for token in desk.context.line]
    named = [(stem(t.text), mention) for t, mention in at if mention and t.text[:1].isupper()]
    return named, {stem(t.text) for t, mention in at if not (mention and t.text[:1].isupper())}
