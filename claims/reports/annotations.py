"""The findings as GitHub's workflow commands: each becomes a note beside the line in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.places import Places
from claims.reports.plain import line, shorten
from claims.reports.sarif import level_of
from claims.reports.summary import Panel, Summary, summarise
from claims.reports.wording import LABELS, REASONS

if TYPE_CHECKING:
    from claims.types import Audit

MOST = 600
"""How many characters a note may have."""


def render(audit: Audit) -> str:
    """Give a command for each refuted statement, and for each left open by a fault of the tables.

    The article's own errors are errors, a speaker's are warnings.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> render(Audit(article=Article("A calm day.")))
    ''
    """
    summary = summarise(audit)
    places = Places(audit.article)
    shown = [panel for panel in summary.panels if level_of(panel.statement.verdict)]
    return "".join(f"{_command(summary, panel, places)}\n" for panel in shown)


def _command(summary: Summary, panel: Panel, places: Places) -> str:
    statement, verdict = panel.statement, panel.statement.verdict
    (row, column), (last, after) = places.at(statement.start), places.at(statement.end)
    own = statement.sourcing.label == "own_voice"
    level = level_of(verdict) if own else "warning"
    place = {"file": summary.article.file or summary.article.id or "article", "line": row, "endLine": last}
    if row == last:  # GitHub takes columns within one line only
        place |= {"col": column, "endColumn": after}
    place["title"] = f"{LABELS[verdict.label]}: {REASONS[verdict.reason]}"
    told = f"{_part(panel)}“{statement.quote}” ({panel.whose}): {verdict.explanation or REASONS[verdict.reason]}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{level} {properties}::{_data(shorten(line(told), MOST))}"


def _part(panel: Panel) -> str:
    return f"{panel.part}: " if panel.part else ""


def _data(text: str) -> str:
    """Escape what would end the command."""
    return line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
