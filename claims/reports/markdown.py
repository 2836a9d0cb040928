"""The audit as Markdown, for a pull request or a wiki."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.reports.plain import line, shorten, visible
from claims.reports.summary import Clash, Panel, Summary, summarise
from claims.reports.wording import LABELS, MARKS, REASONS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.types import Audit, Evidence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$@&!])")
_LINE_START = re.compile(r"\A(\d+)([.)])(?=\s)|\A([-+=])")


def render(audit: Audit) -> str:
    """Give the audit as Markdown.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> print(render(Audit(article=Article("A calm day.", published="2024-05-15"))).splitlines()[0])
    # Claim audit: A calm day.
    """
    summary = summarise(audit)
    parts = (
        _head(summary),
        _findings(summary),
        _clashes(summary),
        _details(summary),
        _excluded(summary),
        _tables(summary),
        _facts(summary),
    )
    return "\n\n".join("\n".join(rows).rstrip() for part in parts if (rows := list(part))) + "\n"


def escape(text: str) -> str:
    r"""Write text so that Markdown shows it as it is, on one line.

    >>> escape("a|b *c* <d>")
    'a\\|b \\*c\\* \\<d\\>'
    """
    safe = _SPECIAL.sub(r"\\\1", line(text))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Write a Markdown table; the cells are escaped already."""
    header = list(header)
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _head(summary: Summary) -> Iterator[str]:
    published = summary.article.published
    yield f"# Claim audit: {escape(summary.title)}"
    yield ""
    yield f"Published {published}." if published else "No publication date: relative dates stay unresolved."
    yield ""
    yield f"**{summary.coverage_line}.**"


def _findings(summary: Summary) -> Iterator[str]:
    yield "## Statements"
    yield ""
    if not summary.panels:
        yield "The article has no statement to check."
        return
    yield from table(("", "Verdict", "Words", "On whose word", "What the tables say"), map(_row, summary.worst_first))


def _row(panel: Panel) -> tuple[str, ...]:
    statement, verdict = panel.statement, panel.statement.verdict
    told = escape(verdict.explanation) or REASONS[verdict.reason]
    verdict_words = f"{MARKS[verdict.label]} {LABELS[verdict.label].lower()}"
    return escape(statement.id), verdict_words, escape(shorten(line(statement.quote), 160)), escape(panel.whose), told


def _clashes(summary: Summary) -> Iterator[str]:
    if summary.clashes:
        yield "## The article against itself"
        yield ""
        yield from table(("Words", "Line", "Check", "Why they do not fit"), map(_clash, summary.clashes))


def _clash(clash: Clash) -> tuple[str, ...]:
    words = "; ".join(shorten(line(part), 80) for part in clash.words)
    return escape(words), str(clash.line), escape(clash.kind), escape(clash.explanation)


def _details(summary: Summary) -> Iterator[str]:
    shown = [panel for panel in summary.worst_first if panel.statement.verdict.evidence]
    if shown:
        yield "## Evidence"
    for panel in shown:
        statement, verdict = panel.statement, panel.statement.verdict
        yield ""
        yield f"### {escape(statement.id)} {LABELS[verdict.label].lower()}: {escape(statement.text)}"
        reasons = statement.sourcing.reasons
        facts = (
            ("expected", verdict.expected),
            ("read as", panel.value),
            ("hedge", panel.hedge),
            ("the tables said", panel.overruled),
            ("note", "; ".join(verdict.flags)),
            ("on whose word", f"{panel.whose}, because of {'; '.join(reasons)}" if reasons else ""),
            ("place", panel.place),
        )
        yield ""
        yield from (f"- {name}: {escape(told)}" for name, told in facts if told)
        yield from (f"- {escape(step)}" for step in verdict.steps)
        for evidence in verdict.evidence:
            yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[str]:
    rows, columns = "; ".join(evidence.rows[:12]), ", ".join(evidence.columns)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", evidence.sql)), default=0))
    yield f"- {escape(evidence.table)}: rows {escape(rows)}; columns {escape(columns)}; found {escape(evidence.found)}"
    yield ""
    if evidence.sql:
        yield from (f"{fence}sql", visible(evidence.sql), fence, "")


def _excluded(summary: Summary) -> Iterator[str]:
    if summary.excluded:
        yield "## Excluded by rule"
        yield ""
        rows = ((escape(e.value.text), str(e.line), escape(e.value.rule)) for e in summary.excluded)
        yield from table(("Words", "Line", "Rule"), rows)


def _tables(summary: Summary) -> Iterator[str]:
    yield "## Sourcing and verdict"
    yield ""
    matrix = ((LABELS[sourcing], *map(str, counts)) for sourcing, counts in summary.matrix)
    yield from table(("", *(LABELS[verdict] for verdict in VERDICTS)), matrix)
    if summary.tables:
        yield ""
        yield "## Reference tables"
        yield ""
        rows = (
            (escape(t.table), f"{t.rows:,}", escape(t.suite) or "none", str(t.passed), str(t.failed))
            for t in summary.tables
        )
        yield from table(("Table", "Rows", "Suite", "Passed", "Failed"), rows)
    for report, failure in summary.failures:
        column = f".{failure.column}" if failure.column else ""
        yield ""
        fails = f"fails {escape(failure.expectation)}: {escape(failure.explanation)}"
        yield f"✗ **{escape(report.table + column)}** {fails}"


def _facts(summary: Summary) -> Iterator[str]:
    yield "## Provenance"
    yield ""
    yield from (f"- {escape(name)}: {escape(value)}" for name, value in summary.provenance)
    yield from (f"- Table {escape(t.table)}: {t.sha256}" for t in summary.tables)
