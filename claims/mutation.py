"""Typed errors put into an article, one at a time, to see which of them its audit catches."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claims import slips
from claims.types import Article, as_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.references import References
    from claims.slips import Edit, Kind
    from claims.types import Audit, Statement

Outcome = Literal["caught", "unsupported", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One error in the article and what the audit made of it.

    Attributes
    ----------
    kind : str
        digit, scale, unit, date, weekday, age, hedge, name or attribution.
    start, end : int
        The characters of the article that were replaced.
    before, after : str
        What stood there, and what was put there.
    statement, quote : str
        The statement that the error touches, as the sound article's audit numbers it.
    outcome : str
        caught: the statement is refuted, or rests on another's word where the attribution went;
        unsupported: it lost its support without being refuted; missed: nothing changed.
    verdict : str
        The label it has now; of an attribution, the sourcing.
    explanation : str
        What the audit says of it now.
    """

    kind: Kind
    start: int
    end: int
    before: str
    after: str
    statement: str
    quote: str
    outcome: Outcome
    verdict: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many errors of a kind there were, and what became of them."""

    kind: str
    caught: int
    unsupported: int
    missed: int

    @property
    def made(self) -> int:
        """The denominator."""
        return self.caught + self.unsupported + self.missed


def mutate(article: Article | str, references: References | None = None, seed: int = 0) -> tuple[Mutant, ...]:
    """Put one error after another into an article and audit each version.

    Errors in values, hedges and names are made only in statements that the sound article's audit supports, one of a
    kind in each. An edit that leaves the statement true is not made.

    Parameters
    ----------
    article : Article or str
        The article; it is not changed.
    references : References, optional
        The tables to check against; by default the embedded ones.
    seed : int
        Chooses among the errors that can be made in a place. The same seed gives the same errors.

    Returns
    -------
    tuple of Mutant
        In the order of the text.

    Examples
    --------
    >>> article = Article("Prashant Kishor, 45, declined the offer.", published="2022-04-26")
    >>> [(m.kind, m.before, m.after, m.outcome) for m in mutate(article) if m.kind == "age"]
    [('age', '45', '44', 'caught')]
    """
    from claims.pipeline import audit
    from claims.references import References

    article = as_article(article)
    references = References.embedded() if references is None else references
    sound = audit(article, references)
    return tuple(
        _judged(edit, statement, sound, audit(replace(article, text=edit.made(article.text)), references))
        for edit, statement in sorted(_edits(sound, seed), key=lambda pair: (pair[0].start, pair[0].kind))
    )


def tallies(mutants: Iterable[Mutant]) -> tuple[Tally, ...]:
    """Count what became of the errors, by kind; kinds of which none was made are left out.

    Examples
    --------
    >>> tallies(())
    ()
    """
    mutants = tuple(mutants)
    counted = (
        Tally(kind=kind, **{o: sum(m.kind == kind and m.outcome == o for m in mutants) for o in OUTCOMES})
        for kind in slips.KINDS
    )
    return tuple(tally for tally in counted if tally.made)


OUTCOMES: tuple[Outcome, ...] = ("caught", "unsupported", "missed")


def _edits(sound: Audit, seed: int) -> Iterator[tuple[Edit, Statement]]:
    """Choose the errors to make: one of a kind in a statement, the same place not twice the same way."""
    from claims import language
    from claims.names import find_names

    text, names = sound.article.text, find_names(language.parse(sound.article))
    done: set[tuple[str, int, int]] = set()
    for statement in sound.statements:
        if statement.verdict.label != "supported":
            continue
        possible = (*slips.in_value(statement, text), *slips.in_name(statement, names))
        wrong = (edit for edit in possible if not slips.still_true(edit, statement, text))
        for kind, edits in slips.one_each(wrong).items():
            edit = random.Random(f"{seed}:{kind}:{statement.start}").choice(edits)
            if (kind, edit.start, edit.end) not in done:
                done.add((kind, edit.start, edit.end))
                yield edit, statement
    yield from _unsourced(sound)


def _unsourced(sound: Audit) -> Iterator[tuple[Edit, Statement]]:
    """Take each attribution away on which a statement rests."""
    for attribution in sound.attributions:
        edit = slips.without(attribution, sound.article.text)
        resting = (
            s for s in sound.statements
            if s.sourcing.label == attribution.label != "own_voice" and s.kind != "quotation"
            and any(first <= s.start and s.end <= last for first, last in attribution.content)
        )  # fmt: skip
        statement = next(resting, None)
        if edit and statement:
            yield edit, statement


def _judged(edit: Edit, statement: Statement, sound: Audit, audit: Audit) -> Mutant:
    """Look in the audit of the changed article for the statement that the error touches."""
    start, end = edit.moved(statement.start, statement.end)
    found = [s for s in audit.statements if s.start < end and start < s.end and s.kind != "quotation"]
    found.sort(key=lambda s: (s.kind != statement.kind, s.start))
    if edit.kind == "attribution":
        sentences = [s.sourcing for s in audit.sentences if s.start <= start < s.end]
        label = found[0].sourcing.label if found else sentences[0] if sentences else ""
        outcome, verdict, explanation = _resting(statement, label)
    else:
        outcome, verdict, explanation = _outcome(found)
    return Mutant(
        kind=edit.kind, start=edit.start, end=edit.end, before=sound.article.text[edit.start : edit.end],
        after=edit.after, statement=statement.id, quote=statement.quote,
        outcome=outcome, verdict=verdict, explanation=explanation,
    )  # fmt: skip


def _resting(before: Statement, label: str) -> tuple[Outcome, str, str]:
    now = f"it counts as {label.replace('_', ' ')}" if label else "no sentence is found there"
    return "missed" if label == before.sourcing.label else "caught", label, now


def _outcome(found: list[Statement]) -> tuple[Outcome, str, str]:
    """Take a refutation wherever the statement's words have one."""
    if not found:
        return "unsupported", "", "the statement is gone"
    refuted = next((s for s in found if s.verdict.label == "refuted"), None)
    verdict = (refuted or found[0]).verdict
    outcome: Outcome = "caught" if refuted else "missed" if verdict.label == "supported" else "unsupported"
    return outcome, verdict.label, verdict.explanation
