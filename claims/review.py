"""A person's decisions in place of verdicts: shown as a frame, taken from it, stored beside the article."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claims import decisions, files
from claims.errors import InputError
from claims.types import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from claims.types import Audit, Decision, Statement, Verdict

_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula at the start of a cell."""


def applied(audit: Audit) -> Audit:
    """Put the decisions that an article carries in place of verdicts.

    One whose statement now has another verdict than the person saw is not taken; the verdict says so.
    """
    if not audit.article.decisions:
        return audit
    made = {decision.statement: decision for decision in audit.article.decisions}
    statements = (_reviewed(statement, made.get(mark)) for mark, statement in _marked(audit))
    return replace(audit, statements=tuple(statements))


def frame(audit: Audit) -> pd.DataFrame:
    """Give a row a statement, with the decisions that there are; the columns are described in `decisions.COLUMNS`."""
    import pandas as pd

    return pd.DataFrame(list(_rows(audit)), columns=list(decisions.COLUMNS), dtype="str")


def decided(audit: Audit, filled: pd.DataFrame) -> Audit:
    """Take the decisions of a filled frame, and no others."""
    missing = [name for name in ("key", *decisions.FILLED) if name not in filled.columns]
    if missing:
        hint = "take the frame of audit.review()"
        raise InputError(f'the review has no column "{missing[0]}"', hint=hint)
    rows = [{name: _text(value) for name, value in row.items()} for row in filled.to_dict("records")]
    taken = decisions.parse((row for row in rows if row["decision"].strip()), "the review")
    known = {mark for mark, _ in _marked(audit)}
    foreign = next((decision for decision in taken if decision.statement not in known), None)
    if foreign:
        quote = next(row.get("quote", "") for row in rows if row["key"].startswith(foreign.statement))
        hint = "take the frame of audit.review() of the same text"
        raise InputError(f"the review decides of “{quote}”, which the audit does not have", hint=hint)
    bare = tuple(replace(s, verdict=s.verdict.before or s.verdict) for s in audit.statements)
    return applied(replace(audit, article=replace(audit.article, decisions=taken), statements=bare))


def save(audit: Audit, path: str | Path) -> Path:
    """Write the review of an article beside its file; decisions that hold no longer stay at its end."""
    place = decisions.beside(path)
    rows = list(_rows(audit))
    kept = {row["key"] for row in rows}
    lost = [row for row in decisions.read(place) if row["key"] not in kept]
    files.write(place, _sheet([*rows, *lost]))
    return place


def lapsed(audit: Audit) -> int:
    """Count the decisions that hold no longer: other words stand there now, or the tables say something else."""
    held = sum(statement.verdict.before is not None for statement in audit.statements)
    return len(audit.article.decisions) - held


def _marked(audit: Audit) -> list[tuple[str, Statement]]:
    from claims.reports.sarif import fingerprints

    marks = fingerprints(audit.statements, audit.article.text)
    return [(mark[:16], statement) for mark, statement in zip(marks, audit.statements, strict=True)]


def _seen(verdict: Verdict) -> str:
    return sha256(f"{verdict.label}\x1f{verdict.expected}".encode()).hexdigest()[:8]


def _reviewed(statement: Statement, decision: Decision | None) -> Statement:
    verdict = statement.verdict
    if decision is None:
        return statement
    if decision.seen != _seen(verdict):
        lapsed = f"a review decided {decision.verdict.replace('_', ' ')} when the tables said something else"
        return replace(statement, verdict=replace(verdict, flags=(*verdict.flags, lapsed)))
    who, on = decision.by or "a person", f": {decision.note}" if decision.note else ""
    step = f"reviewed: {who} decided {decision.verdict.replace('_', ' ')}{on}"
    return replace(
        statement,
        verdict=replace(
            verdict, label=decision.verdict, reason=Reason.REVIEWED, explanation=f"decided by {who}{on}",
            steps=(*verdict.steps, step), before=verdict,
        ),
    )  # fmt: skip


def _rows(audit: Audit) -> Iterator[dict[str, str]]:
    from claims.places import Places
    from claims.reports.wording import on_whose_word

    places = Places(audit.article)
    made = {decision.statement: decision for decision in audit.article.decisions}
    for mark, statement in _marked(audit):
        verdict, decision = statement.verdict.before or statement.verdict, made.get(mark)
        holds = decision if decision and decision.seen == _seen(verdict) else None
        yield {
            "key": f"{mark}-{_seen(verdict)}",
            "line": str(places.at(statement.start)[0]),
            "quote": statement.quote,
            "statement": statement.text,
            "sourcing": on_whose_word(statement),
            "verdict": verdict.label,
            "expected": verdict.expected,
            "explanation": verdict.explanation,
            "decision": holds.verdict if holds else "",
            "note": holds.note if holds else "",
            "by": holds.by if holds else "",
        }


def _sheet(rows: list[dict[str, str]]) -> str:
    """Write rows for a spreadsheet: with a byte order mark, by which it knows UTF-8, and no formulas."""
    import csv
    import io

    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, list(decisions.COLUMNS), extrasaction="ignore", restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(text) for name, text in row.items()} for row in rows)
    return "\ufeff" + sheet.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(value: Any) -> str:
    """Write a cell as text; what is missing is empty."""
    return "" if value is None or value != value else str(value)
