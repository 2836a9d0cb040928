"""Two audits side by side: which verdicts changed, and whether text, data, rules, date or review did it.

Statements are matched by their words: first those whose sentence is the same, then the likest of the same kind. Of the
five inputs only those that differ can be a cause; of these the ones that the statement shows traces of are named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claims.errors import InputError
from claims.reports.sarif import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.types import Audit, Statement

Cause = Literal["text", "data", "rule", "date", "review"]
CAUSES: tuple[Cause, ...] = ("text", "data", "rule", "date", "review")
Kind = Literal["verdict", "held", "sourcing", "added", "removed"]
KINDS: tuple[Kind, ...] = ("verdict", "held", "sourcing", "added", "removed")
ALIKE = 60
"""How like two sentences have to be, of 100, to be versions of each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a statement.

    `kind`: verdict (its label changed), held (the tables hold another value), sourcing (its label changed), added,
    removed. `causes` are what can have done it.
    """

    kind: Kind
    before: Statement | None = None
    after: Statement | None = None
    causes: tuple[Cause, ...] = ()

    @property
    def statement(self) -> Statement:
        """The statement as it is now, or was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def reworded(self) -> bool:
        """Whether other words stand there now."""
        return self.before is not None and self.after is not None and self.before.quote != self.after.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two audits, what differs in what went in, and what differs in what came out.

    `inputs` are the causes that differ at all; `tables` the names of tables that do; `same` counts the statements
    that are found in both with nothing changed.
    """

    before: Audit
    after: Audit
    inputs: tuple[Cause, ...] = ()
    tables: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    same: int = 0

    @property
    def worse(self) -> bool:
        """Whether a statement is refuted that was not, or was not there."""
        new = [c.after for c in self.changes if c.kind in ("verdict", "added")]
        return any(statement and statement.verdict.label == "refuted" for statement in new)

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Give the changes of a kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def difference(before: Audit, after: Audit) -> Difference:
    """Compare two audits, of versions of an article or of one article against other tables.

    Parameters
    ----------
    before, after : Audit
        As `claims.audit` or `Audit.from_dict` gives them.

    Returns
    -------
    Difference

    Examples
    --------
    >>> import claims
    >>> texts = (f"Prashant Kishor, {age}, declined the offer." for age in (54, 45))
    >>> found = difference(*(claims.audit(claims.Article(text, "2022-04-26")) for text in texts))
    >>> [(c.before.verdict.label, c.after.verdict.label, c.causes) for c in found.of("verdict")]
    [('refuted', 'supported', ('text',))]
    """
    tables = _tables(before, after)
    inputs = tuple(_inputs(before, after, tables))
    pairs = match(before, after)
    changes = [change for one, other in pairs for change in _changes(one, other, inputs, tables, before, after)]
    same = len(pairs) - len({(id(c.before), id(c.after)) for c in changes})
    return Difference(before=before, after=after, inputs=inputs, tables=tables, changes=tuple(changes), same=same)


def read_report(path: str | Path) -> Audit:
    """Read the audit of a JSON report.

    Raises
    ------
    InputError
        If the report is none, or holds several audits.
    """
    from claims.types import Audit

    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read the report: {error.strerror or error}", where=str(path)) from None
    except ValueError as error:
        raise InputError(f"cannot read the JSON: {error}", where=str(path)) from None
    if isinstance(data, list):
        hint = "write one with --format json --output for each article"
        raise InputError(f"the report holds {len(data)} audits", where=str(path), hint=hint)
    try:
        return Audit.from_dict(data)
    except InputError as error:
        where = f"{path}, {error.where}" if error.where else str(path)
        raise InputError(error.message, where=where, hint=error.hint) from None


def match(before: Audit, after: Audit) -> list[tuple[Statement | None, Statement | None]]:
    """Pair the statements of two audits, in the order of the later text; those without a partner stand alone."""
    known = dict(zip(fingerprints(before.statements, before.article.text), before.statements, strict=True))
    partner: dict[str, Statement] = {}
    for mark, statement in zip(fingerprints(after.statements, after.article.text), after.statements, strict=True):
        if mark in known:
            partner[statement.id] = known.pop(mark)
    left = [statement for statement in after.statements if statement.id not in partner]
    partner |= _alike(list(known.values()), left, before, after)
    kept = {statement.id for statement in partner.values()}
    gone = [(statement, None) for statement in before.statements if statement.id not in kept]
    return [*((partner.get(s.id), s) for s in after.statements), *gone]


def _alike(old: list[Statement], new: list[Statement], before: Audit, after: Audit) -> dict[str, Statement]:
    """Pair what is left by kind and likeness of the sentence, the likest first, each once."""
    from rapidfuzz.fuzz import ratio

    scored = []
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if one.kind == other.kind:
                alike = ratio(before.article.text[slice(*one.sentence)], after.article.text[slice(*other.sentence)])
                clause = ratio(before.article.text[slice(*one.clause)], after.article.text[slice(*other.clause)])
                if alike >= ALIKE:
                    scored.append((-(alike + clause + ratio(one.quote, other.quote)), i, j))
    found: dict[str, Statement] = {}
    used: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in used and new[j].id not in found:
            used.add(i)
            found[new[j].id] = old[i]
    return found


def _tables(before: Audit, after: Audit) -> tuple[str, ...]:
    """Name the tables that only one audit had, or whose content differs."""
    one, other = ({t.table: (t.sha256, t.failed) for t in audit.references} for audit in (before, after))
    return tuple(name for name in sorted({*one, *other}) if one.get(name) != other.get(name))


def _inputs(before: Audit, after: Audit, tables: tuple[str, ...]) -> Iterator[Cause]:
    if before.article.text != after.article.text:
        yield "text"
    if tables:
        yield "data"
    if before.software != after.software:
        yield "rule"
    if before.article.published != after.article.published:
        yield "date"
    if before.article.decisions != after.article.decisions:
        yield "review"


def _changes(
    one: Statement | None, other: Statement | None, inputs: tuple[Cause, ...], tables: tuple[str, ...],
    before: Audit, after: Audit,
) -> Iterator[Change]:  # fmt: skip
    if one is None or other is None:
        gone = one if other is None else other
        causes = tuple(cause for cause in inputs if cause == "text") or inputs
        if gone is not None:
            yield Change(kind="removed" if other is None else "added", before=one, after=other, causes=causes)
        return
    kind: Kind | None = None
    if one.verdict.label != other.verdict.label:
        kind = "verdict"
    elif one.verdict.expected != other.verdict.expected and _decided(other):
        kind = "held"
    if kind:
        traces = set(_traces(one, other, tables, before, after))
        yield Change(kind=kind, before=one, after=other, causes=_named(inputs, traces))
    if one.sourcing.label != other.sourcing.label:
        yield Change(kind="sourcing", before=one, after=other, causes=_named(inputs, {"text"}))


def _decided(statement: Statement) -> bool:
    return statement.verdict.label != "not_enough_info"


def _named(inputs: tuple[Cause, ...], traces: Iterable[Cause]) -> tuple[Cause, ...]:
    """Keep the inputs that left traces in the statement; without any, each that differs may have done it."""
    return tuple(cause for cause in inputs if cause in traces) or inputs


def _traces(one: Statement, other: Statement, tables: tuple[str, ...], before: Audit, after: Audit) -> Iterator[Cause]:
    """Name the inputs that a statement shows traces of."""
    days = [str(audit.article.published) for audit in (before, after)]
    if one.quote != other.quote or _sentence(one, before) != _sentence(other, after):
        yield "text"
    used = {evidence.table for statement in (one, other) for evidence in statement.verdict.evidence}
    if used & set(tables) and _read(one) != _read(other):
        yield "data"
    if _iso(one) != _iso(other) or any(
        day in words for day, statement in zip(days, (one, other), strict=True) for words in _told(statement)
    ):
        yield "date"
    if (one.verdict.before is None) != (other.verdict.before is None):
        yield "review"


def _sentence(statement: Statement, audit: Audit) -> str:
    return " ".join(audit.article.text[slice(*statement.sentence)].split())


def _read(statement: Statement) -> list[tuple[object, ...]]:
    """Give what the tables were read to hold."""
    return [(e.table, e.rows, e.columns, e.cells, e.found) for e in statement.verdict.evidence]


def _iso(statement: Statement) -> str:
    return statement.value.iso if statement.value else ""


def _told(statement: Statement) -> Iterator[str]:
    yield statement.verdict.explanation
    yield from (evidence.sql for evidence in statement.verdict.evidence)
