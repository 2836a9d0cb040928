"""The audit as one HTML page that opens without a network and works without JavaScript."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import TYPE_CHECKING

from claims.reports.plain import line
from claims.reports.summary import Panel, Summary, summarise
from claims.reports.templating import asset, environment
from claims.reports.wording import LABELS

if TYPE_CHECKING:
    from claims.types import Audit


def render(audit: Audit) -> str:
    """Give the page: the article with its statements marked, a panel for each, coverage, tables, provenance.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> render(Audit(article=Article("A calm day."))).splitlines()[0]
    '<!doctype html>'
    """
    from markupsafe import Markup

    summary = summarise(audit)
    style, script = asset("report.css"), asset("report.js")
    page = environment().get_template("report.html.j2")
    return page.render(
        s=summary,
        used_tables=sorted({table for panel in summary.panels for table in panel.tables}),
        cite={panel.number: _citation(summary, panel) for panel in summary.panels},
        style=Markup(style),  # our own files, no text of the article
        script=Markup(script),
        script_hash=_hash("\n" + script),
    )


def _hash(script: str) -> str:
    """Hash the script for the page's content security policy: no other script runs, whatever the article holds."""
    return "sha256-" + b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _citation(summary: Summary, panel: Panel) -> str:
    """Write a statement and its verdict as a citation."""
    statement, article = panel.statement, summary.article
    verdict, found = statement.verdict, ", ".join(panel.tables)
    said = f"“{statement.quote}” ({panel.whose}): {LABELS[verdict.label].lower()}"
    told = verdict.explanation or verdict.reason.value.replace("_", " ")
    published = f", published {article.published}" if article.published else ""
    where = f" Tables: {found}." if found else ""
    return line(
        f"{said}. {told.rstrip('.')}.{where} Claim audit of “{summary.title}”{published}, "
        f"statement {statement.id}, text SHA-256 {article.sha256[:12]}."
    )
