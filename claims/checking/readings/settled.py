"""Whether the words of a clause leave nothing open about a count: each one is read, or they mean the whole table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import compute, select
from claims.checking.readings.scopes import window
from claims.checking.readings.things import (
    AGAIN,
    OTHERS,
    PLACES,
    but_totals,
    counted_token,
    front_of,
    number_of_whole,
    size_of,
    stretch,
    takes_up,
    whole_of,
)
from claims.checking.words import STOP, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.periods import When
    from claims.checking.query import Query
    from claims.checking.readings.limit import Limit
    from claims.checking.readings.things import Counted
    from claims.checking.selection import Selection
    from claims.checking.tables import View

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
PLAIN = frozenset(
    stem(w)
    for w in (
        "be have own hold exist count include number rate call name go stay now only just still here "
        "run use show stand lie sit belong happen occur"
    ).split()
)  # words that limit nothing
CARRYING = frozenset(
    stem(w)
    for w in (
        "carry take draw hold seat house employ charge attract get receive earn score reach offer boast keep sell "
        "see cover measure win make"
    ).split()
)  # verbs of what something has
RELATING = frozenset(
    stem(w)
    for w in (
        "concern involve specialise specialize deal relate feature contain focus serve work live represent come hail "
        "rate rank grade classify describe teach devote dedicate relate go fall flow lead open found build bear"
    ).split()
)
"""Verbs that only join what they are said of to what a table has of it: "four concern contracts"."""
HOLDING = PLAIN | {
    stem(w) for w in "run operate manage keep list cover comprise contain make give publish report oversee "
    "record register log document".split()
}  # fmt: skip
"""Verbs whose object is all that there is of it: "the board keeps 13 lights"."""
AREAS = PLACES | frozenset(
    stem(w)
    for w in (
        "list table register record book coast nation world league valley island archipelago kingdom republic land "
        "territory estuary peninsula continent"
    ).split()
)
"""What all there is may be said to be of, or on: "the nine ports on the coast"."""
OWNING = frozenset({"have", "boast", "count"})
SITED = frozenset(stem(w) for w in "base locate list".split())
NEUTRAL = frozenset("different other remaining current present separate individual single".split())
"""Adjectives of a noun that leave it whole: "four different writers"."""
NOMINAL = frozenset({"NOUN", "PROPN"})
ASIDE, CLAUSES = frozenset({"appos"}), frozenset({"acl", "acl:relcl", "nmod", "conj"})
READ, WHOLE, SURE, NAMED, LAST = 0.8, 0.9, 0.85, 0.8, 0.75
SLIP = 2  # as far as a small count is miscounted
MANY = 5  # of fewer, "the three ports" may be those spoken of just before


def settled(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a count is of a whole that the table holds, and every word of its clause is read."""
    view, value = thing.view, desk.value
    told = chosen or scope.filled or (scope.when and not view.end)
    if value is None or value.comparator != "eq" or not told:
        return False
    if any(limit.words < SURE for limit in chosen) or not named_here(desk, scope):
        return False
    if (owner := owner_of(desk)) and not _of_owner(desk, owner, scope):
        return False
    said = number_of_whole(desk, view)
    of_all = said is not None and said in _wholes(view, scope, chosen)
    timely = _of_all_times if of_all else _timely
    if not timely(desk, view, scope, chosen):
        return False
    free = {f.column for f in but_totals(view)} | {column for column, _ in scope.filled}
    if any(f.column not in {view.day, view.start, view.end, view.year, *free} for f in scope.where):
        return False
    noun = thing.words >= WHOLE or (thing.words >= AGAIN and takes_up(desk))
    return (of_all or (said is None and noun)) and not unread(desk, thing, scope, chosen)


def _wholes(view: View, scope: Selection, chosen: tuple[Limit, ...]) -> Iterator[Decimal]:
    """Yield how many the whole may have that a part is of: all of the table, or those that some conditions leave."""
    yield Decimal(size_of(view))
    free = but_totals(view)
    limited = [(), *(limit.where for limit in chosen)]
    whole = [*scope.where, *(f for limit in chosen for f in limit.where)]
    for where in {(*own, *limit) for own in (free, scope.where) for limit in limited}:
        if len({*where} - {*free}) < len({*whole} - {*free}):
            yield Decimal(len(select(view, where)))


def near(desk: Desk, query: Query, *, entire: bool) -> bool:
    """Say whether a count is near enough to the stated one for the table to hold all that is meant."""
    found, stated = compute(query, desk.tables).value, desk.value.amount if desk.value else None
    if not isinstance(found, Decimal) or not isinstance(stated, Decimal):
        return False
    part = number_of_whole(desk, desk.tables[query.table]) is not None and not entire
    return part or (found > 0 and abs(found - stated) <= max(Decimal(SLIP), found / 4))


def named_here(desk: Desk, scope: Selection) -> bool:
    """Say whether each name that chooses rows stands in the clause."""
    here = {v for b in desk.context.bindings if b.tie != "earlier" and b.weight >= NAMED for v, _ in b.mention.values}
    return all(name in here for _, name in scope.filled)


def _timely(desk: Desk, view: View, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether the rows are those of the time that the clause gives, where it gives one."""
    phrase = [] if view.day or view.start or view.year else _phrase(desk, scope)  # "none of Ash's four was built after"
    stated = any(
        when.role in ("at", "since", "before")
        and (not phrase or phrase[0].idx <= when.start <= phrase[-1].idx)
        and (when.weight > SURE or (when.weight == SURE and when.start < desk.statement.start))
        for when in desk.context.times
    )
    if len({w.period for w in desk.context.times if w.weight >= SURE and w.role == "at" and _inside(desk, w)}) > 1:
        return False  # "in the Nineties of the 19th century": which of both is meant is not read
    dated = any(limit.dated for limit in chosen)
    # of the events of no time said, some others may be meant
    free = number_of_whole(desk, view) is None and not front_of(desk)
    least = SURE if free else LAST
    return (bool(scope.when) and scope.time >= SURE) or dated if stated else scope.time >= least


def _of_all_times(desk: Desk, view: View, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a part is one of all the rows there are: no time since when another sentence tells limits it."""
    since = desk.context.since
    earlier = since is not None and since.start < desk.context.sentence[0]
    return not scope.when if earlier else _timely(desk, view, scope, chosen)


def _inside(desk: Desk, when: When) -> bool:
    return desk.context.clause[0] <= when.start < desk.context.clause[1]


def unread(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> list[Token]:
    """Give the words of the clause that neither the table, nor a limit, nor a name, nor the number accounts for."""
    view, context = thing.view, desk.context
    words = {*view.name.lower().split("_"), *(w for c in view.of_role("entity") for w in view.columns[c].words)}
    known = {stem(w) for w in words} | {s for limit in chosen for s in limit.stems} | PLAIN | {context.noun}
    limited = {f.column for limit in chosen for f in limit.where} | {f.column for f in scope.where}
    known |= {stem(w) for c in limited for w in (*view.columns[c].words, *view.columns[c].forms)}
    spans = [
        (m.start, m.end)
        for m in context.discourse.mentions_in(context.clause)
        if {v for v, _ in m.values} & {v for _, v in scope.filled}
    ]
    spans += [(d.start, d.end) for d in context.discourse.dates_in(context.clause)]
    spans += [(told.start, told.end)] if (told := window(desk)) is not None else []
    noun = counted_token(desk)
    own = (t for t in context.tokens if noun is None or t.head != noun or t.pos_ != "ADJ" or t.lower_ in NEUTRAL)
    spans += [(t.idx, t.idx + len(t)) for t in own]
    whole = whole_of(desk) if number_of_whole(desk, view) is not None else None
    counted = {t.i for t in whole.subtree if t.i > whole.i} if whole is not None else set()  # "based in the region"
    counted |= _joined(desk) | _holders(desk, noun)
    return [
        t for t in (_phrase(desk, scope) or [*stretch(desk), *_verb_of(noun)])
        if t.pos_ in CONTENT and t.is_alpha and t.lower_ not in STOP and not t.like_num and t.i not in counted
        and not any(start <= t.idx < end for start, end in spans) and not (_having(t, chosen) or _held(desk, t))
        and not any(kinship(stem(t.text), k) >= READ for k in known)
    ]  # fmt: skip


def _verb_of(noun: Token | None) -> Iterator[Token]:
    """Yield the verb of what is counted, though it stand behind another that is listed: "two cats and a dog died"."""
    while noun is not None and noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    if noun is not None and noun.dep_ in ("nsubj", "nsubj:pass") and noun.head.pos_ == "VERB":
        yield noun.head


def _holders(desk: Desk, noun: Token | None) -> set[int]:
    """Give the words for who only keeps count of what there is: "the inspectors have listed four accidents"."""
    if noun is None or noun.dep_ != "obj" or not _held(desk, noun.head):
        return set()
    return {t.i for c in noun.head.children if c.dep_ == "nsubj" for t in c.subtree}


def _joined(desk: Desk) -> set[int]:
    """Give the words of what is counted, or told of, beside it: "has five mills and a golf course"."""
    noun = counted_token(desk)
    joined = [c for c in noun.children if c.dep_ == "conj" and c.pos_ in NOMINAL] if noun is not None else []
    return {t.i for other in joined for t in other.subtree}


def _phrase(desk: Desk, scope: Selection) -> list[Token]:
    """Give the words of a phrase that tells whose things all are counted, and so alone says which: "its four mills".

    None where it is not the thing that chooses the rows, or the land that the table tells of, that has them.
    """
    noun = counted_token(desk)
    if noun is None or noun.idx < desk.statement.start or noun == whole_of(desk):
        return []
    owner = owner_of(desk)
    if owner is not None and not _of_owner(desk, owner, scope):
        return []
    before = desk.context.before
    one = ["of", "one"] in (before[:2], before[1:3])  # "Elm is one of two mills on the list"
    if owner is None and not one and not front_of(desk):
        return []
    aside = {t.i for t in owner.subtree} if owner is not None else set()
    aside |= {t.i for c in noun.children if c.dep_ in ASIDE and c.nbor(-1).text == "," for t in c.subtree}
    aside |= {t.i for c in noun.children if c.dep_ in CLAUSES and c.left_edge.nbor(-1).text == "," for t in c.subtree}
    return [t for t in noun.subtree if t.i not in aside]


def owner_of(desk: Desk) -> Token | None:
    """Give what the phrase of the number says to have what is counted: "the firm" of "the firm's four mills"."""
    noun = counted_token(desk)
    near = noun is not None and (noun.idx >= desk.statement.start or noun == whole_of(desk))
    own = noun if noun is not None and near else desk.context.head
    return next((c for c in own.children if c.dep_ == "nmod:poss"), None) if noun is not None else None


def owner_named(desk: Desk) -> Mention | None:
    """Give the name of what the phrase says to have what is counted, or that its pronoun takes up."""
    owner, context = owner_of(desk), desk.context
    if owner is None:
        return None
    near = (
        b.mention for b in context.bindings if b.tie == "possessor" and b.mention.start <= owner.idx < b.mention.end
    )
    return context.discourse.mention_at(owner) or next(near, None)


def _of_owner(desk: Desk, owner: Token, scope: Selection) -> bool:
    """Say whether the rows are those of the owner that the phrase names, or all that a land has."""
    if mention := owner_named(desk):
        return not {v for v, _ in mention.values}.isdisjoint(v for _, v in scope.filled)
    return not scope.filled and stem(owner.text) in AREAS


def _having(token: Token, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a verb only joins a limit to what has it: "two ferries carry fewer than 400 passengers"."""
    own = stem(token.text)
    objects = {stem(t.text) for c in token.children if c.dep_ in ("obj", "obl") for t in (c, *c.children)}
    beside = {stem(token.head.text)} if token.dep_ == "amod" else set()  # as the parser sees "four concerned timber"
    return own in CARRYING | RELATING and any(limit.stems & (objects | beside) for limit in chosen)


def _held(desk: Desk, verb: Token) -> bool:
    """Say whether a verb only tells that there is what is counted: "the court has given 14 rulings"."""
    noun = counted_token(desk)
    if noun is None or noun.head != verb or noun.dep_ != "obj" or stem(verb.text) not in HOLDING:
        return False
    return not any(c.dep_.startswith("nsubj") and desk.context.discourse.mention_at(c) for c in verb.children)


def entire(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether all that a table holds is counted, and no part of it: "the youngest of the nine mayors"."""
    value, noun = desk.value, counted_token(desk)
    if value is None or value.comparator != "eq" or chosen or scope.filled or thing.words < WHOLE or noun is None:
        return False
    if not all(_of_all(desk, thing, scope, child) for child in noun.children):
        return False
    first, before = desk.context.tokens[0], desk.context.before
    if first.lower_ == "all" or (not _of_events(thing.view) and _of_a_land(desk, thing.view, noun)):
        return True
    if before[:1] in (["'s"], ["’s"]):
        return not desk.context.discourse.mention_at(first.nbor(-2))
    return before[:2] == ["the", "of"] or before[:1] == ["all"] or (before[:1] == ["the"] and _first_told(desk))


def _of_a_land(desk: Desk, view: View, noun: Token) -> bool:
    """Say whether the clause tells how many a land, or a body, has in all: "the county has 14 schools"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in OWNING or verb.tag_ not in ("VBZ", "VBP"):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    others = [c for c in verb.children if c.dep_ in ("obl", "advcl", "advmod", "nmod")]
    if subject is None or subject.tag_ != "NN" or others or desk.context.discourse.mention_at(subject) is not None:
        return False
    named = {stem(w) for c in view.names for w in view.columns[c].words}  # a firm of many has no table of its own
    return stem(subject.text) not in named - AREAS and subject.left_edge.lower_ == "the" and not _told_beside(subject)


def _told_beside(noun: Token) -> bool:
    """Say whether a noun is told more of: "the northern county"."""
    return any(c.dep_ in ("amod", "compound", "nmod", "acl", "acl:relcl", "nmod:poss") for c in noun.children)


def _of_events(view: View) -> bool:
    """Say whether the rows of a table are what happened to things, which may be more than those it names."""
    return view.repeats or bool(view.day or view.year)


def _of_all(desk: Desk, thing: Counted, scope: Selection, child: Token) -> bool:
    """Say whether a word beside the counted noun takes nothing away from all there are."""
    view, context = thing.view, desk.context
    if child.dep_ == "nmod:poss":
        return child.pos_ == "NOUN" and stem(child.text) in AREAS
    if child.dep_ in ("acl", "acl:relcl"):
        told = [t for t in child.subtree if t.pos_ in CONTENT and t.lower_ not in STOP]
        parted = "," in (child.left_edge.text, child.left_edge.nbor(-1).text)
        return parted or all(stem(t.text) in AREAS | SITED for t in told)
    if child.dep_ == "nmod" and any(c.dep_ == "case" for c in child.children):
        dated = bool(context.discourse.dates_in((child.idx, child.right_edge.idx + 1)))
        return bool(scope.when) if dated else stem(child.text) in AREAS
    if child.dep_ not in ("amod", "compound"):
        return True
    own = view.columns[thing.column].words if thing.column else ()
    said = stem(child.text)
    return said not in OTHERS and any(kinship(said, stem(w)) >= READ for w in (*view.name.lower().split("_"), *own))


def _first_told(desk: Desk) -> bool:
    """Say whether "the nine mayors" go back to no nine of them that the article has told of before."""
    stated = desk.value.amount if desk.value else None
    earlier = desk.context.discourse.values_in((0, desk.statement.start))
    told = any(other.value and other.value.amount == stated for other in earlier)
    return isinstance(stated, Decimal) and stated >= MANY and not told
