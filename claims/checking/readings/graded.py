"""What a word of degree is said of: "the largest profit", "employ more people", "15 frost days, the most"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.circumstances import QUANTITY
from claims.checking.remembered import remembered
from claims.checking.words import WEAK, kinship, stem
from claims.clauses import SUBJECTS
from claims.degrees import COMPARATIVES, GAINED, SHED, SUPERLATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

AKIN = 0.8
GRADES = SUPERLATIVES | COMPARATIVES
SET_OFF = re.compile(r"(?:,| [–—-])(?: by far)?(?: its| the)? ", re.IGNORECASE)
"""What parts a figure from the degree that is said of it: "15 frost days, the most", "9 ships, more than"."""
OPEN = QUANTITY | {stem(w) for w in "share proportion percentage rate level figure value size sum".split()}
"""Nouns of whatever is measured: what they are of says more."""
FIGURED = frozenset({"count", "number"})
VAGUE = frozenset(stem(w) for w in "people person employee worker".split())
"""Those who are counted by what they do, or by what is done with them: "employ more people", "drew more people"."""


@remembered
def of_a_share(desk: Desk) -> bool:
    """Say whether what is more, or as much, is a share: "a larger share than in any canton"."""
    last = desk.context.tokens[-1]
    noun = last.head if last.dep_ == "amod" and last.head.i > last.i else last
    return noun.lemma_.lower() in SHARES


SHARES = frozenset({"share", "proportion", "percentage"})


def gained(desk: Desk, view: View, column: str) -> bool:
    """Say whether a measure is of what was gained or lost: "shed staff" is no matter of pupils."""
    verb = desk.context.tokens[0]
    if verb.lemma_.lower() not in GAINED | SHED:
        return True
    names = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms, *view.name.split("_"))}
    got = [stem(c.text) for c in verb.children if c.dep_ == "obj"]
    return any(kinship(one, other) >= WEAK for one in got for other in names)


@remembered
def others_meant(desk: Desk, view: View, column: str) -> bool:
    """Say whether the noun of a degree names measures, and a column is none of them."""
    named = _named(desk)
    return bool(named) and (view.name, column) not in named


def meant(desk: Desk, view: View, column: str) -> bool:
    """Say whether the noun of a degree names a measure."""
    return (view.name, column) in _named(desk)


@remembered
def _named(desk: Desk) -> frozenset[tuple[str, str]]:
    """Give the columns that the noun of a degree names best; none where it is what rows are of, or no measure."""
    words = [stem(t.text) for t in _nouns(desk)]
    if not words or any(_of_rows(view, words[-1]) for view in desk.views):
        return frozenset()
    found = {(v.name, c): _shared(v, c, words) for v in desk.views for c in v.measures}
    best = max(found.values(), default=0.0)
    return frozenset(place for place, shared in found.items() if shared == best) if best else frozenset()


def _of_rows(view: View, word: str) -> bool:
    """Say whether a table's rows, or what they are about, are called so: "the largest resort"."""
    return any(word in {stem(w) for w in view.columns[c].words} for c in view.names) or word == stem(view.name)


def _shared(view: View, column: str, words: list[str]) -> float:
    """Say how well words name a column: by themselves better than by others for the same."""
    own = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    near = (max((kinship(word, other) for other in own), default=0.0) for word in words)
    return sum(n for n in near if n >= AKIN)


def _nouns(desk: Desk) -> tuple[Token, ...]:
    """Give what is more or most, with what describes it, the noun itself last."""
    graded = next((t for t in desk.context.tokens if t.tag_ in GRADES), None)
    if graded is None:
        return _multiplied(desk.context.head) if desk.value is not None else ()
    noun = graded.head if graded.dep_ in ("amod", "advmod") and graded.head.i > graded.i else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return _counted_before(desk)
    if stem(noun.text) in VAGUE:
        return (noun.head,) if noun.dep_ in ("obj", "nsubj:pass") and noun.head.pos_ == "VERB" else ()
    return _measured(noun, graded)


def _measured(noun: Token, graded: Token) -> tuple[Token, ...]:
    """Give a noun with what describes it, of "the number of orders" that of which it is."""
    if stem(noun.text) in OPEN:
        of = [c for c in noun.children if c.dep_ == "nmod" and _led_by(c) == {"of"}]
        return (*_describing(of[0], graded), of[0]) if of else ()
    return (*_describing(noun, graded), noun)


def _multiplied(verb: Token) -> tuple[Token, ...]:
    """Give what a verb that is a number itself changes: "halved its staff", "orders have doubled"."""
    done = [c for c in verb.children if c.dep_ == "obj"] or [c for c in verb.children if c.dep_ in SUBJECTS]
    noun = done[0] if verb.pos_ == "VERB" and done else None
    return _measured(noun, verb) if noun is not None and noun.pos_ == "NOUN" else ()


def _led_by(noun: Token) -> set[str]:
    """Give the preposition and the article before a noun."""
    return {c.lower_ for c in noun.children if c.dep_ in ("case", "det")}


def _counted_before(desk: Desk) -> tuple[Token, ...]:
    """Give what the figure counts that a bare degree is set off behind."""
    context, start = desk.context, desk.statement.start
    before = context.discourse.values_in((context.sentence[0], start))
    last = before[-1] if before and before[-1].value else None
    if last is None or not last.value or last.value.kind not in FIGURED:
        return ()
    told = desk.about(last).context
    noun = told.noun_token or (told.head.head if told.head.dep_ == "nummod" else told.head)  # "15 frost days"
    end = max(last.end, noun.idx + len(noun.text))
    if noun.pos_ != "NOUN" or not SET_OFF.fullmatch(context.text, end, start):
        return ()
    return (*_describing(noun, noun), noun)


def _describing(noun: Token, graded: Token) -> Iterator[Token]:
    """Yield the words that tell which of a kind a noun is: "frost days", "ticket price"."""
    described = (c for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i and c.i != graded.i)
    yield from (c for c in described if c.is_alpha and c.tag_ not in GRADES)


def subject_of(token: Token) -> Token | None:
    """Give the subject of the verb or the adjective over a word, of "brought down" what was brought."""
    for _ in range(3):
        wanted = ("obj",) if token.lemma_ == "bring" else ("nsubj", "nsubj:pass")
        if found := next((c for c in token.children if c.dep_ in wanted), None):
            return found
        token = token.head
    return None
