"""Drafts of ClaimReview, schema.org's JSON-LD of fact checks. The rating is left to a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.reports.plain import line
from claims.reports.summary import Panel, Summary, summarise
from claims.reports.wording import LABELS, REASONS

if TYPE_CHECKING:
    from claims.types import Audit, Evidence, Sourcing

ORGANISATIONS = frozenset({"organisation", "document"})
TO_FILL = "to be given by a person"


def render(audit: Audit) -> str:
    """Give a draft for each statement that a table supports or refutes, without a rating.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> json.loads(render(Audit(article=Article("A calm day."))))
    {'@context': 'https://schema.org', '@graph': []}
    """
    summary = summarise(audit)
    decided = [panel for panel in summary.panels if panel.statement.verdict.label != "not_enough_info"]
    graph = {"@context": "https://schema.org", "@graph": [_draft(summary, panel) for panel in decided]}
    # No "<" as it stands: the text may be put into a <script> element.
    return json.dumps(graph, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"


def _draft(summary: Summary, panel: Panel) -> dict[str, Any]:
    statement, verdict = panel.statement, panel.statement.verdict
    return {
        "@type": "ClaimReview",
        "@id": f"#{statement.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": line(statement.text),
        "itemReviewed": _claim(summary, panel),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": TO_FILL,
            "ratingExplanation": f"{LABELS[verdict.label]}: {line(verdict.explanation) or REASONS[verdict.reason]}",
        },
        "author": {"@type": "Organization", "name": TO_FILL},
        "citation": [_citation(evidence) for evidence in verdict.evidence],
    }


def _claim(summary: Summary, panel: Panel) -> dict[str, Any]:
    article = summary.article
    work = {
        "@type": "NewsArticle",
        "headline": summary.title,
        "url": line(article.url or ""),
        "datePublished": article.published.isoformat() if article.published else None,
    }
    claim = {
        "@type": "Claim",
        "text": line(panel.statement.quote),
        "author": _speaker(panel.statement.sourcing),
        "appearance": {name: value for name, value in work.items() if value},
    }
    return {name: value for name, value in claim.items() if value}


def _speaker(sourcing: Sourcing) -> dict[str, str] | None:
    """Name who made the claim, if the article does and it is not the article itself."""
    name = line(sourcing.speaker or sourcing.source)
    if sourcing.label != "sourced" or not name:
        return None
    return {"@type": "Organization" if sourcing.source_kind in ORGANISATIONS else "Person", "name": name}


def _citation(evidence: Evidence) -> dict[str, Any]:
    rows = f"rows {'; '.join(evidence.rows[:12])}; columns {', '.join(evidence.columns)}"
    return {
        "@type": "Dataset",
        "name": line(evidence.table),
        "description": line(f"{rows}; found {evidence.found}"),
        **({"isBasedOn": line(evidence.source)} if evidence.source else {}),
    }
