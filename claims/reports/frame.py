"""The audit as a data frame: one row a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from claims.types import Audit, Statement

COLUMNS = {
    "id": "the statement's number in the audit, also the index of its panel in the HTML page",
    "start": "first character of the words in the article",
    "end": "character after the last",
    "quote": "the words, as written",
    "text": "the statement, reading on its own",
    "kind": "kind of value, or office, quotation, winner ...",
    "subject": "what it is about",
    "modality": "asserted, negated, opinion, forecast, proposal or hypothetical",
    "amount": "the value's number (Decimal), the first of a pair",
    "amount_to": "the second of a pair (between, score, ratio)",
    "unit": "the value's unit",
    "comparator": "eq, approx, gt, ge, lt, le or between",
    "iso": "the value's date, period or duration",
    "sourcing": "sourced, reported or own_voice",
    "probability": "of the sourcing",
    "source": "the words that name the source",
    "speaker": "the source's full name",
    "speaker_role": "the role that the article gives the speaker",
    "source_kind": "person, organisation, document ...",
    "verdict": "supported, refuted or not_enough_info",
    "reason": "why the verdict is what it is",
    "explanation": "the same in one sentence",
    "expected": "the value that the tables hold",
    "tables": "tables used, joined by a comma",
    "rows": "their rows, joined by a semicolon",
    "columns": "their columns, joined by a comma",
    "sql": "the first query that gives the value in DuckDB",
    "flags": "what a person should know, joined by a semicolon",
}
"""The columns and what they hold."""
_NUMBERS = {"start": "int64", "end": "int64", "probability": "float64"}
_DECIMALS = ("amount", "amount_to")


def render(audit: Audit) -> pd.DataFrame:
    """Give one row a statement, in the order of the text; the columns are described in `COLUMNS`.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> list(render(Audit(article=Article("A calm day."))).columns) == list(COLUMNS)
    True
    """
    import pandas as pd

    frame = pd.DataFrame([_row(statement) for statement in audit.statements], columns=list(COLUMNS))
    kinds = {name: _NUMBERS.get(name, "object" if name in _DECIMALS else "str") for name in COLUMNS}
    return frame.astype(kinds)


def joined(audits: Sequence[Audit]) -> pd.DataFrame:
    """Give the statements of several audits, the article's name and title before them; numbers as exact text.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> list(joined([Audit(article=Article("A calm day."))]).columns)[:3]
    ['article', 'title', 'id']
    """
    import pandas as pd

    from claims.reports.summary import title

    frames = []
    for audit in audits:
        frame = render(audit)
        for name in _DECIMALS:
            frame[name] = [None if amount is None else format(amount, "f") for amount in frame[name]]
        frame.insert(0, "article", audit.article.id or "")
        frame.insert(1, "title", title(audit.article))
        frames.append(frame.astype(dict.fromkeys(("article", "title", *_DECIMALS), "str")))
    return pd.concat(frames, ignore_index=True)


def to_csv(audits: Sequence[Audit]) -> str:
    """Give the statements of audits as CSV."""
    return str(joined(audits).to_csv(index=False, lineterminator="\n"))


def to_parquet(audits: Sequence[Audit]) -> bytes:
    """Give the statements of audits as a Parquet table."""
    import io

    buffer = io.BytesIO()
    joined(audits).to_parquet(buffer, index=False)
    return buffer.getvalue()


def _row(statement: Statement) -> dict[str, Any]:
    value, sourcing, verdict = statement.value, statement.sourcing, statement.verdict
    amount = value.amount if value else None
    low, high = amount if isinstance(amount, tuple) else (amount, None)
    return {
        **{
            name: getattr(statement, name)
            for name in ("id", "start", "end", "quote", "text", "kind", "subject", "modality")
        },
        "amount": low,
        "amount_to": high,
        **{name: getattr(value, name, "") for name in ("unit", "comparator", "iso")},
        "sourcing": sourcing.label,
        "probability": round(sourcing.probability, 4),
        **{name: getattr(sourcing, name) for name in ("source", "speaker", "speaker_role", "source_kind")},
        "verdict": verdict.label,
        "reason": verdict.reason.value,
        "explanation": verdict.explanation,
        "expected": verdict.expected,
        "tables": ", ".join(dict.fromkeys(e.table for e in verdict.evidence)),
        "rows": "; ".join(row for e in verdict.evidence for row in e.rows),
        "columns": ", ".join(dict.fromkeys(column for e in verdict.evidence for column in e.columns)),
        "sql": next((e.sql for e in verdict.evidence), ""),
        "flags": "; ".join(verdict.flags),
    }
