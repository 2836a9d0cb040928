"""Several audits in one report: totals, an index with a line each, and then each article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.reports import markdown
from claims.reports.summary import Summary, summarise
from claims.reports.wording import BINS, LABELS, VERDICTS, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.types import Audit

_HEADING = re.compile(r"^(#{1,5} )", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An article's line in the index."""

    number: int
    summary: Summary
    prefix: str

    @property
    def counts(self) -> tuple[int, ...]:
        """Count the statements by verdict, then all values."""
        return (*(self.summary.verdicts[verdict] for verdict in VERDICTS), self.summary.values)


def render_html(audits: Sequence[Audit]) -> str:
    """Give one page that opens without a network: totals, an index, each article with its statements.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> render_html([Audit(article=Article("A calm day."))]).splitlines()[0]
    '<!doctype html>'
    """
    from markupsafe import Markup

    from claims.reports.templating import asset, environment

    rows = _lines(audits)
    return environment().get_template("collection.html.j2").render(
        rows=rows, totals=_totals(rows), values=_values(rows), columns=[LABELS[verdict] for verdict in VERDICTS],
        style=Markup(asset("report.css") + asset("notebook.css")),
    )  # fmt: skip


def render_markdown(audits: Sequence[Audit]) -> str:
    """Give one Markdown text: totals, an index, each article a level deeper.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> print(render_markdown([Audit(article=Article("A calm day."))]).splitlines()[0])
    # Claim audits of 1 article
    """
    rows = _lines(audits)
    index = markdown.table(("", "Article", *(LABELS[v] for v in VERDICTS), "Values"), [*map(_row, rows), _sum(rows)])
    parts = [f"# Claim audits of {plural(len(rows), 'article')}", f"**{_values(rows)}.**", "\n".join(index)]
    bodies = [_HEADING.sub(r"#\1", markdown.render(audit)).rstrip() for audit in audits]
    return "\n\n".join([*parts, *bodies]) + "\n"


def _lines(audits: Sequence[Audit]) -> list[Line]:
    return [
        Line(number=number, summary=summarise(audit), prefix=f"claims-{number}-")
        for number, audit in enumerate(audits, 1)
    ]


def _row(row: Line) -> tuple[str, ...]:
    name = markdown.escape(row.summary.title)
    file = f" ({markdown.escape(row.summary.article.id)})" if row.summary.article.id else ""
    return str(row.number), name + file, *map(str, row.counts)


def _sum(rows: list[Line]) -> tuple[str, ...]:
    return "", "all", *map(str, _totals(rows))


def _totals(rows: list[Line]) -> tuple[int, ...]:
    return tuple(sum(counts) for counts in zip(*(row.counts for row in rows), strict=True))


def _values(rows: list[Line]) -> str:
    """Say how many values there are, and how many of them ended in each bin."""
    counted = {name: sum(dict(row.summary.coverage)[name] for row in rows) for name in BINS}
    told = ", ".join(f"{count} {_bin(name)}" for name, count in counted.items())
    return f"{plural(sum(counted.values()), 'value')} in {plural(len(rows), 'article')}: {told}"


def _bin(name: str) -> str:
    return "excluded by rule" if name == "excluded" else LABELS[name].lower()
