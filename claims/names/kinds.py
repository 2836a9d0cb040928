"""Tell persons, organisations and places apart by cues around and inside a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from claims.names import words
from claims.names.runs import Run, Token, is_role

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claims.types import Span

NameKind = Literal["person", "organisation", "place", "other"]
_KNOWN = 12
"""Votes of what is known, more than the cues around a name reach."""


def kinds_of(tokens: Sequence[Token], runs: Sequence[Run], people: Collection[Span] = ()) -> list[NameKind]:
    """Give the kind of each name: the votes of all its occurrences together; `people` are known to be persons."""
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    known = {at for start, end in people for at in range(start, end)}
    for run in runs:
        votes[surface(tokens, run)].update(_votes(tokens, run))
        if tokens[run.last - 1].start in known:
            votes[surface(tokens, run)]["person"] += _KNOWN
    for form in [form for form, cast in votes.items() if len(form) > 1 and _winner(cast) == "person"]:
        if form[-1:] in votes:
            votes[form[-1:]]["person"] += 3  # a surname on its own is that person
    for form, cast in votes.items():
        if len(form) > 1 and _winner(cast) == "other" and _winner(votes.get(form[-1:], Counter())) == "person":
            cast["person"] += 3  # and who bears a person's surname is one
    bodies = {form[0] for form, cast in votes.items() if len(form) > 1 and _winner(cast) == "organisation"}
    for form, cast in votes.items():
        if len(form) == 1 and form[0] in bodies and cast["person"] < 3:
            cast["organisation"] += 3  # the first word of a body's name stands for it
    return [_winner(votes[surface(tokens, run)]) for run in runs]


def surface(tokens: Sequence[Token], run: Run) -> tuple[str, ...]:
    """Give the words of a name, as far as space separates them."""
    parts: list[str] = []
    for at in range(run.first, run.last):
        if parts and tokens[at].start == tokens[at - 1].end:
            parts[-1] += tokens[at].text
        else:
            parts.append(tokens[at].text)
    return tuple(parts)


def _winner(votes: Counter[str]) -> NameKind:
    order: tuple[NameKind, ...] = ("person", "organisation", "place")
    best = max(order, key=lambda kind: votes[kind])
    return best if votes[best] > 0 else "other"


def _votes(tokens: Sequence[Token], run: Run) -> Counter[str]:
    votes: Counter[str] = Counter()
    _inside(tokens, run, votes)
    _around(tokens, run, votes)
    return votes


def _inside(tokens: Sequence[Token], run: Run, votes: Counter[str]) -> None:
    first, last = tokens[run.first], tokens[run.last - 1]
    size = run.last - run.first
    if last.lower.rstrip(".") in words.BODY_ENDINGS or (first.lower in words.BODY_HEADS and size > 1):
        votes["organisation"] += 4
    if last.lower in words.PLACE_ENDINGS and size > 1:
        votes["place"] += 4
    if first.lower in words.PLACES or last.lower in words.PLACES:
        votes["place"] += 4 if size == 1 else 2
    if first.lower in words.GIVEN and size > 1:
        votes["person"] += 3
    form = surface(tokens, run)
    if len(form) == 1 and form[0].isupper() and len(form[0]) > 1:
        votes["organisation"] += 2
    if run.titles:
        votes["person"] += 5
    if run.age is not None:
        votes["person"] += 4


def _around(tokens: Sequence[Token], run: Run, votes: Counter[str]) -> None:
    for _, end in run.roles:
        head = tokens[end - 1].lower
        if head in words.BODY_NOUNS:
            votes["organisation"] += 3
        elif head in words.PLACE_NOUNS:
            votes["place"] += 3
        else:
            votes["person"] += 4 if is_role(head) else 1
    before = tokens[run.first - 1].lower if run.first else ""
    if before in ("in", "at", "near", "across", "outside", "throughout"):
        votes["place"] += 2
    after = [tokens[i] for i in range(run.last, min(run.last + 3, len(tokens)))]
    if after and after[0].lower in words.FAMILY:
        votes["person"] += 3
    elif before in ("joined", "join") or (before == "the" and not (after and after[0].pos == "NOUN")):
        votes["organisation"] += 1
    if after and after[0].lower in words.BODY_RELATIONS:
        votes["organisation"] += 2
    if after and (after[0].lemma in words.SAYING or after[0].lower == "who"):
        votes["person"] += 1
    last = tokens[run.last - 1]
    if last.dep == "nsubj" and tokens[last.head].lemma in words.SAYING:
        votes["person"] += 1
