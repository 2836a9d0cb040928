"""The audit for the terminal: refuted first, what was left out, the tables, and the coverage with its denominator."""

from __future__ import annotations

import io
from textwrap import fill
from typing import TYPE_CHECKING

from claims.reports.plain import line, shorten
from claims.reports.summary import Clash, Panel, Summary, summarise
from claims.reports.wording import LABELS, MARKS, REASONS, VERDICTS, plural

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from claims.types import Audit

WIDTH = 100
STYLES = {"supported": "green", "refuted": "bold red", "not_enough_info": "yellow"}
QUOTE = 100


def render(audit: Audit, *, width: int = WIDTH, colour: bool = False) -> str:
    """Give the audit as text.

    Parameters
    ----------
    audit : Audit
        What to show.
    width : int
        How many columns it may take.
    colour : bool
        Whether to colour the verdicts; only for a terminal.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> print(render(Audit(article=Article("A calm day.", published="2024-05-15"))), end="")
    A calm day.
    published 2024-05-15
    <BLANKLINE>
    no statement to check
    <BLANKLINE>
    0 values in the article: 0 supported, 0 refuted, 0 not enough info, 0 excluded by rule; beside them
    0 quotations
    """
    summary = summarise(audit)
    console = _console(max(width, 40), colour)
    console.print(summary.title, style="bold")
    console.print(_when(summary), end="\n\n")
    for verdict in VERDICTS:
        panels = [panel for panel in summary.panels if panel.statement.verdict.label == verdict]
        if panels:
            console.print(f"{MARKS[verdict]} {LABELS[verdict].lower()} ({len(panels)})", style=STYLES[verdict])
            console.print(_statements([panel for panel in panels if not panel.prose], max(width, 40)))
            for row in _prose(panels):
                console.print(fill(row, max(width, 40), initial_indent="  ", subsequent_indent="  "))
            console.print()
    if not summary.panels:
        console.print("no statement to check\n")
    for part in (_clashes(summary), _excluded(summary), _expectations(summary)):
        for row in part:
            console.print(fill(row, max(width, 40), subsequent_indent="    ", break_on_hyphens=False))
        if part:
            console.print()
    console.print(summary.coverage_line, style="bold")
    written = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{row.rstrip()}\n" for row in str(written).splitlines())


def _console(width: int, colour: bool) -> Console:
    """Make a console that asks nothing of the machine: no terminal, no environment."""
    from rich.console import Console

    return Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        markup=False, emoji=False, highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip


def _when(summary: Summary) -> str:
    published = summary.article.published
    return f"published {published}" if published else "no publication date: relative dates stay unresolved"


def _statements(panels: list[Panel], width: int) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, width=width)
    table.add_column(width=6)
    for ratio in (7, 6, 15):
        table.add_column(ratio=ratio, overflow="fold")
    for panel in panels:
        table.add_row(*(Text(cell) for cell in _cells(panel)))
    return table


def _cells(panel: Panel) -> tuple[str, ...]:
    verdict, statement = panel.statement.verdict, panel.statement
    told = line(verdict.explanation) or REASONS[verdict.reason]
    unnamed = [table for table in panel.tables if table not in told]  # most explanations name their table
    where = f" ({', '.join(unnamed)})" if unnamed else ""
    return f"  {line(statement.id)}", shorten(line(statement.quote), QUOTE), line(panel.whose), line(told + where)


def _prose(panels: list[Panel]) -> list[str]:
    words = [f"“{shorten(line(p.statement.quote), 60)}” {p.statement.id}" for p in panels if p.prose]
    return [f"and, with no table that speaks of it: {', '.join(words)}"] if words else []


def _clashes(summary: Summary) -> list[str]:
    rows = [f"  ✗ {_quoted(c)}: {line(c.explanation)} (line {c.line})" for c in summary.clashes]
    return ["the article against itself", *rows] if rows else []


def _quoted(clash: Clash) -> str:
    return ", ".join(f"“{shorten(line(words), 40)}”" for words in clash.words)


def _excluded(summary: Summary) -> list[str]:
    rows = [f"  {line(e.value.text)}  {line(e.value.rule)} (line {e.line})" for e in summary.excluded]
    return ["excluded by rule", *rows] if rows else []


def _expectations(summary: Summary) -> list[str]:
    """Name the tables checked against and every expectation that fails."""
    if not summary.tables:
        return []
    names = ", ".join(f"{t.table} ({plural(t.rows, 'row')})" for t in summary.tables)
    rows = []
    for t, f in summary.failures:
        column = f".{f.column}" if f.column else ""
        rows.append(f"  ✗ {line(f'{t.table}{column} fails {f.expectation} ({f.severity}): {f.explanation}')}")
    return [f"tables: {line(names)}", *rows]
