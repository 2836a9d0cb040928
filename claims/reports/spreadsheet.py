"""The audits as a spreadsheet: sheets of statements, values excluded, coverage, tables, and where it all comes from."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from claims.reports import frame
from claims.reports.plain import visible
from claims.reports.summary import Summary, summarise
from claims.reports.wording import BINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from openpyxl.worksheet.worksheet import Worksheet

    from claims.types import Audit

    Row = Sequence[Any]

_FILLS = {"supported": "DDEFE3", "refuted": "F8D7D3", "not_enough_info": "FAEDC8"}
_WIDTHS = {"quote": 40, "text": 50, "explanation": 60, "sql": 40, "value": 70, "title": 30, "article": 30}
_WIDTH, _LONGEST = 14, 32_000
_YEAR_ONE = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(audits: Sequence[Audit]) -> bytes:
    """Give a workbook (.xlsx): the statements can be filtered, and their verdicts are coloured; no cell is a formula.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> render([Audit(article=Article("A calm day."))])[:2]
    b'PK'
    """
    from openpyxl import Workbook

    summaries = [summarise(audit) for audit in audits]
    statements = frame.joined(audits)
    sheets: dict[str, tuple[Sequence[str], Iterable[Row]]] = {
        "statements": (list(statements.columns), statements.itertuples(index=False)),
        "coverage": (("article", "title", "values", *BINS, "quotations"), map(_coverage, summaries)),
        "excluded": (("article", "line", "words", "rule"), (row for s in summaries for row in _excluded(s))),
        "against itself": (
            ("article", "line", "words", "kind", "explanation"),
            (row for s in summaries for row in _clashes(s)),
        ),
        "tables": (
            ("article", "table", "source", "rows", "suite", "passed", "failed", "sha256"),
            (row for s in summaries for row in _tables(s)),
        ),
        "provenance": (("article", "name", "value"), (row for s in summaries for row in _provenance(s))),
    }
    book = Workbook()
    book.remove(book.active)
    for name, (header, rows) in sheets.items():
        _fill(book.create_sheet(name), header, rows)
    written = io.BytesIO()
    book.save(written)
    return _timeless(written.getvalue())


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Row]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    top = Alignment(vertical="top", wrap_text=True)
    fills = {name: PatternFill("solid", fgColor=colour) for name, colour in _FILLS.items()}
    for number, row in enumerate([header, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.alignment = top
            if value is None or value != value:
                continue
            cell.value = visible(value)[:_LONGEST] if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula, whatever the article says
            if number == 1:
                cell.font = Font(bold=True)
            elif header[column - 1] == "verdict":
                cell.fill = fills[str(value)]
    for column, name in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, _WIDTH)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _coverage(summary: Summary) -> Row:
    counts = (count for _, count in summary.coverage)
    return summary.article.id, summary.title, summary.values, *counts, summary.quotations


def _excluded(summary: Summary) -> Iterator[Row]:
    yield from ((summary.article.id, e.line, e.value.text, e.value.rule) for e in summary.excluded)


def _clashes(summary: Summary) -> Iterator[Row]:
    yield from ((summary.article.id, c.line, "; ".join(c.words), c.kind, c.explanation) for c in summary.clashes)


def _tables(summary: Summary) -> Iterator[Row]:
    for t in summary.tables:
        yield summary.article.id, t.table, t.source, t.rows, t.suite, t.passed, t.failed, t.sha256


def _provenance(summary: Summary) -> Iterator[Row]:
    yield from ((summary.article.id, name, value) for name, value in summary.provenance)


def _timeless(book: bytes) -> bytes:
    """Write the archive anew without the time of its making, so that the same audits give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, _YEAR_ONE), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
