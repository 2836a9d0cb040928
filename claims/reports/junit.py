"""The audit as JUnit XML: a test case a statement, one an expectation that fails, for CI."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from claims.reports.plain import line, shorten
from claims.reports.summary import Clash, Panel, Summary, summarise
from claims.reports.wording import REASONS

if TYPE_CHECKING:
    from claims.types import Audit, Failure, TableReport


def render(audit: Audit) -> str:
    """Give refuted statements as failures, undecided ones as skipped, failed expectations of the tables as errors.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> print(render(Audit(article=Article("A calm day."))).splitlines()[1])
    <testsuites name="claims" tests="0" failures="0" errors="0" skipped="0" />
    """
    summary = summarise(audit)
    root = ET.Element("testsuites", {"name": "claims"})
    cases = [_case(summary, panel) for panel in summary.panels]
    cases += [_clash(summary, clash) for clash in summary.clashes]
    if cases:
        root.append(_suite(summary.article.id or summary.title, cases))
        root[-1].insert(0, _properties(audit))
    for table in summary.tables:
        cases = [_expectation(table, failure) for failure in table.failures]
        if cases:
            root.append(_suite(f"table {table.table}", cases))
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(name: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", {"name": line(name)})
    suite.extend(cases)
    _count(suite)
    return suite


def _count(element: ET.Element) -> None:
    """Count the cases below by outcome, as every reader of JUnit expects."""
    outcomes = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, tag in outcomes.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _properties(audit: Audit) -> ET.Element:
    properties = ET.Element("properties")
    facts = {"sha256": audit.article.sha256, "published": str(audit.article.published or "")}
    for name, value in (facts | {f"coverage.{name}": str(count) for name, count in audit.coverage.items()}).items():
        ET.SubElement(properties, "property", {"name": name, "value": value})
    return properties


def _case(summary: Summary, panel: Panel) -> ET.Element:
    statement, verdict = panel.statement, panel.statement.verdict
    name = f"{statement.id} line {panel.line}: {shorten(line(statement.quote), 120)}"
    file = line(summary.article.file or summary.article.id or "article")
    case = ET.Element("testcase", {"classname": file, "name": name, "file": file, "line": str(panel.line)})
    told = line(verdict.explanation) or REASONS[verdict.reason]
    if verdict.label == "refuted":
        ET.SubElement(case, "failure", {"type": verdict.reason.value, "message": told}).text = _replay(panel)
    elif verdict.label == "not_enough_info":
        ET.SubElement(case, "skipped", {"message": f"{REASONS[verdict.reason]}: {told}"})
    return case


def _clash(summary: Summary, clash: Clash) -> ET.Element:
    """Make a failure of words that do not fit together."""
    file = line(summary.article.file or summary.article.id or "article")
    name = f"{clash.kind} line {clash.line}: {shorten(line('; '.join(clash.words)), 120)}"
    case = ET.Element("testcase", {"classname": file, "name": line(name), "file": file, "line": str(clash.line)})
    ET.SubElement(case, "failure", {"type": "inconsistent", "message": line(clash.explanation)})
    return case


def _replay(panel: Panel) -> str:
    """Write what a person needs to re-trace a refuted statement."""
    statement, verdict = panel.statement, panel.statement.verdict
    rows = [f"statement: {statement.text}", f"sourcing: {panel.whose}", f"expected: {verdict.expected}", *verdict.steps]
    rows += [
        f"{e.table}: rows {'; '.join(e.rows[:12])}; columns {', '.join(e.columns)}; {e.sql or e.found}"
        for e in verdict.evidence
    ]
    return "\n".join(line(row) for row in rows)


def _expectation(table: TableReport, failure: Failure) -> ET.Element:
    """Make an error of a critical failure; a lesser one is skipped with its reason."""
    where = f"{table.table}.{failure.column}" if failure.column else table.table
    name = f"{where} {failure.expectation}"
    case = ET.Element("testcase", {"classname": line(table.source or table.table), "name": line(name)})
    rows = f" rows: {', '.join(failure.rows[:12])}" if failure.rows else ""
    tag = "error" if failure.severity == "critical" else "skipped"
    ET.SubElement(case, tag, {"type": line(failure.severity), "message": line(failure.explanation + rows)})
    return case
