"""What kind of rows the words of a clause mean: by a cell, by a yes or no, by words of news for a state, by a medal."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.query import Filter, same
from claims.checking.readings.limit import SPOKEN, Limit
from claims.checking.readings.things import stretch
from claims.checking.remembered import remembered
from claims.checking.words import STOP, kinship, states, stem
from claims.references.cells import boolean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

NOT = frozenset("not n't n’t no without none neither never nobody".split())
ELLIPTIC = frozenset("do have be will can so".split())
KINDS, LONGEST, GAP = 12, 4, 2
PLACES = frozenset({"place", "position", "pos", "rank", "finish", "placing"})
MEDALS = {
    stem(word): (first, last)
    for word, first, last in (
        ("gold", 1, 1), ("silver", 2, 2), ("bronze", 3, 3), ("medal", 1, 3), ("podium", 1, 3), ("victory", 1, 1),
    )
}  # fmt: skip


def negated(desk: Desk) -> bool:
    """Say whether the words of the number say what is not: "four have no toll", "five did not"."""
    itself = {t.i for t in desk.context.tokens}  # "none of them" counts those that are
    return bool(NOT & {t.lower_ for t in _untrailed(desk, _own(desk)) if t.i not in itself})


def _untrailed(desk: Desk, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens up to a comma behind a number whose verb has been said: "came to 12, this week not counted"."""
    said = False
    for token in tokens:
        said = said or token.pos_ in ("VERB", "AUX")
        if said and token.text == "," and token.idx >= desk.statement.end:
            return
        yield token


def spoken(desk: Desk) -> list[Token]:
    """Give the words around the number; those before it too where they stand for others: "and five did not"."""
    own = _own(desk)
    if _tell(own):
        return own
    return desk.context.document.line(desk.context.sentence[0], own[-1].idx + len(own[-1].text))


def _own(desk: Desk) -> list[Token]:
    """Give the words around the number, those behind it where its clause is the number alone."""
    tokens = stretch(desk)
    if any(not desk.statement.start <= t.idx < desk.statement.end for t in tokens):
        return tokens
    behind = desk.context.document.line(desk.statement.start, desk.context.sentence[1])
    return list(takewhile(lambda t: not t.is_punct, behind))


def _tell(tokens: Sequence[Token]) -> bool:
    """Say whether words tell something, and don't only stand for others."""
    words = [t for t in tokens if t.is_alpha and t.lower_ not in STOP and not t.like_num]
    return any(t.lemma_.lower() not in ELLIPTIC for t in words)


def named(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the kinds that the clause names: "two time trials", "rated good", "left-handed"."""
    context = desk.context
    tokens = [*spoken(desk), *context.tokens]
    span = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    for mention in context.discourse.mentions_in(span):
        if mention.named or mention.back or not mention.values:
            continue
        for column in view.names:
            if column not in view.of_role("entity") and view.rows(column, mention.best):
                words = (*mention.text.split(), *mention.best.split())
                yield _kind(desk, view, column, mention.best, 0.9, frozenset(map(stem, words)))


def _kind(desk: Desk, view: View, column: str, cell: str, words: float, stems: frozenset[str]) -> Limit:
    kind = Limit((same(view, column, cell),), words, stems, noun=True)
    return (kind.flipped if negated(desk) else None) or kind


def yes(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield what rows have or have not: "a maternity ward now exists in three", "16 met their goal"."""
    stems = frozenset(stem(t.text) for t in (*spoken(desk), *desk.context.tokens) if t.is_alpha)
    for column, answers in _answers(view).items():
        own = [stem(w) for w in view.columns[column].words]
        said = frozenset(s for s in stems for w in own if kinship(w, s) >= SPOKEN)
        share = len([w for w in own if any(kinship(w, s) >= SPOKEN for s in said)])
        if 2 * share >= len(own):
            words = 0.9 if share == len(own) else 0.75
            yield Limit((Filter(column, "=", answers[not negated(desk)]),), words, said, noun=True)


@remembered
def _answers(view: View) -> dict[str, dict[bool, object]]:
    """Give the columns of yes and no, with what stands for each: a third answer may be "pending"."""
    found: dict[str, dict[bool, object]] = {}
    for column, meaning in view.columns.items():
        if meaning.kind == "bool":
            found[column] = {True: True, False: False}
        elif meaning.role == "category" and meaning.dtype == "text":
            answers: dict[bool, object] = {
                a: cell for cell in view.distinct(column) if (a := boolean(str(cell))) is not None
            }
            if len(answers) > 1:
                found[column] = answers
    return {column: answers for column, answers in found.items() if view.columns[column].words}


def said(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the kinds said in plain words: "four oil spills", "three farmers", "two are finished" of a state."""
    stems = [stem(t.text) for t in spoken(desk) if t.is_alpha and not _named(desk, t)]
    for first in dict.fromkeys(stems):
        for phrase, column, cell, words in _wordings(view).get(first, ()):
            if _follows(phrase, stems):
                yield _kind(desk, view, column, cell, words, frozenset(phrase))


def _named(desk: Desk, token: Token) -> bool:
    mention = desk.context.discourse.mention_at(token)
    return mention is not None and mention.named


def _follows(phrase: Sequence[str], stems: Sequence[str]) -> bool:
    """Say whether the words of a phrase stand in this order, with no more than two others between."""
    for start, word in enumerate(stems):
        at = start if word == phrase[0] else -1
        for following in phrase[1:]:
            near = stems[at + 1 : at + 2 + GAP] if at >= 0 else []
            at = at + 1 + near.index(following) if following in near else -1
        if at >= 0:
            return True
    return False


@remembered
def _wordings(view: View) -> dict[str, list[tuple[tuple[str, ...], str, str, float]]]:
    """Give what says a cell that several rows may have, by its first stem: its own words, those for the same state."""
    found: dict[str, list[tuple[tuple[str, ...], str, str, float]]] = {}
    for column in view.of_role("category", "text"):
        cells = list(view.distinct(column)) if view.columns[column].kind == "text" else []
        if not 1 < len(cells) <= max(KINDS, view.size // 2):
            continue
        for cell in cells:
            own = tuple(stem(w) for w in str(cell).replace("-", " ").split() if w.isalpha())
            if 0 < len(own) <= LONGEST and len(own) == len(str(cell).replace("-", " ").split()):
                found.setdefault(own[0], []).append((own, column, str(cell), 0.9))
                for phrase in states().get(own, ()):
                    found.setdefault(phrase[0], []).append((phrase, column, str(cell), 0.85))
    return found


def medals(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the places that medals stand for: "one gold", "a medal from five"."""
    column = next((c for c in view.columns if PLACES & {*view.columns[c].words[-1:]}), "")
    if not column or not view.repeats or view.columns[column].dtype != "int":
        return
    for token in (*spoken(desk), *desk.context.tokens):
        if (won := MEDALS.get(stem(token.text))) and token.pos_ in ("NOUN", "ADJ", "VERB"):
            first, last = map(Decimal, won)
            place = Filter(column, "=", first) if first == last else Filter(column, "<=", last)
            yield Limit((place,), 0.9, frozenset({stem(token.text)}), noun=True)


def kinds(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the kinds of rows that the clause means, however it tells them."""
    for family in (named, yes, said, medals):
        yield from family(desk, view)
