"""What differs between two audits, as text, as JSON, and as the draft of a correction note in Markdown."""

from __future__ import annotations

import json
from textwrap import fill
from typing import TYPE_CHECKING, Any

from claims.diff import KINDS
from claims.places import Places
from claims.reports.markdown import escape
from claims.reports.plain import line, shorten
from claims.reports.summary import title
from claims.reports.wording import LABELS, MARKS, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.diff import Change, Difference
    from claims.types import Article, Statement

HEADINGS = {
    "verdict": "verdicts flipped",
    "held": "tables hold another value",
    "sourcing": "sourcing changed",
    "added": "statements added",
    "removed": "statements removed",
}


def render(found: Difference, *, width: int = 100) -> str:
    """Give what differs as text: what went in first, then what came out, each change with its causes.

    Examples
    --------
    >>> from claims.diff import difference
    >>> from claims.types import Article, Audit
    >>> audit = Audit(article=Article("A calm day."))
    >>> print(render(difference(audit, audit)), end="")
    A calm day.
    nothing that goes into an audit differs
    0 statements unchanged
    """
    rows = [title(found.after.article), *_inputs(found)]
    for kind in KINDS:
        changes = found.of(kind)
        if changes:
            rows += ["", f"{HEADINGS[kind]} ({len(changes)})"]
            rows += [fill(row, width, initial_indent="  ", subsequent_indent="    ") for row in map(_row, changes)]
    if found.changes:
        rows.append("")
    return "\n".join([*rows, f"{plural(found.same, 'statement')} unchanged"]) + "\n"


def to_json(found: Difference) -> str:
    """Give what differs as JSON; the two audits are named by their digests."""
    report = {
        "schema": "claims-diff/1",
        "before": _article(found.before.article),
        "after": _article(found.after.article),
        "inputs": list(found.inputs),
        "tables": list(found.tables),
        "changes": [
            {"kind": c.kind, "causes": list(c.causes), "before": _brief(c.before), "after": _brief(c.after)}
            for c in found.changes
        ],
        "same": found.same,
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def to_markdown(found: Difference) -> str:
    """Give a draft of the note that tells readers what was corrected, and what is left to correct."""
    rows = [f"# Draft correction: {escape(title(found.after.article))}", "", DRAFT, ""]
    corrected, open_ = list(_corrected(found)), list(_open(found))
    rows += ["## Correction", "", *(corrected or ["No statement was corrected."])]
    if open_:
        rows += ["", "## Still to be settled", "", *open_]
    rows += ["", "## For the desk", "", *(f"- {escape(row)}" for row in _inputs(found))]
    rows += [f"- {escape(_row(change))}" for change in found.changes if change.kind not in ("added", "removed")]
    return "\n".join(rows) + "\n"


DRAFT = "*A draft made from two audits. A person has to check and to word it.*"


def _inputs(found: Difference) -> Iterator[str]:
    """Say what differs in what went in."""
    before, after = found.before.article, found.after.article
    if "text" in found.inputs:
        yield f"text: {before.sha256[:12]}, then {after.sha256[:12]}"
    if found.tables:
        yield f"data: {', '.join(found.tables)}"
    if "review" in found.inputs:
        counts = [len(audit.article.decisions) for audit in (found.before, found.after)]
        yield f"the review differs: {counts[0]} decided, now {counts[1]}"
    if "rule" in found.inputs:
        versions = [line(str(audit.software.get("claims", "unknown"))) for audit in (found.before, found.after)]
        yield f"rule: claims {versions[0]}, then {versions[1]}" + ("; its models or texts" * (len({*versions}) == 1))
    if "date" in found.inputs:
        yield f"date: published {before.published or 'not given'}, then {after.published or 'not given'}"
    if not found.inputs:
        yield "nothing that goes into an audit differs"


def _row(change: Change) -> str:
    """Tell a change in one line."""
    causes = f" [{', '.join(change.causes)}]" if change.causes else ""
    one, other = change.before, change.after
    if one is None or other is None:
        verdict = change.statement.verdict
        return f"{MARKS[verdict.label]} {_quote(change.statement)} {LABELS[verdict.label].lower()}{causes}"
    words = f"{_quote(one)} now {_quote(other)}" if change.reworded else _quote(other)
    if change.kind == "sourcing":
        return f"{words} {_lower(one.sourcing.label)}, now {_lower(other.sourcing.label)}{causes}"
    if change.kind == "held":
        return f"{words} the tables held {line(one.verdict.expected)}, now {line(other.verdict.expected)}{causes}"
    told = line(other.verdict.explanation)
    return (
        f"{MARKS[one.verdict.label]}→{MARKS[other.verdict.label]} {words} {_lower(one.verdict.label)}, "
        f"now {_lower(other.verdict.label)}{causes}: {told}"
    )


def _corrected(found: Difference) -> Iterator[str]:
    """Tell each statement that was refuted, reads otherwise now, and is refuted no more."""
    for change in found.of("verdict"):
        one, other = change.before, change.after
        if one and other and one.verdict.label == "refuted" and "text" in change.causes and change.reworded:
            held = f" The reference tables hold {escape(one.verdict.expected)}." if one.verdict.expected else ""
            yield f"- An earlier version said {escape(_quote(one))}. It now says {escape(_quote(other))}.{held}"
    for change in found.of("removed"):
        if change.before and change.before.verdict.label == "refuted":
            said = _context(change.before, found.before.article)
            yield f"- An earlier version said: {escape(said)} This was taken out."


def _open(found: Difference) -> Iterator[str]:
    """Tell each statement that is refuted now and was not, with its place."""
    places = Places(found.after.article)
    for change in found.changes:
        now, was = change.after, change.before
        if change.kind in ("verdict", "held", "added") and now and now.verdict.label == "refuted":
            since = f" Changed: {', '.join(change.causes)}." if was and change.causes else ""
            yield f"- Line {places.at(now.start)[0]}, {escape(_quote(now))}: {escape(now.verdict.explanation)}.{since}"


def _context(statement: Statement, article: Article) -> str:
    return f"“{shorten(line(article.text[slice(*statement.sentence)] or statement.quote), 300)}”"


def _quote(statement: Statement) -> str:
    return f"“{shorten(line(statement.quote), 80)}”"


def _lower(label: str) -> str:
    return LABELS[label].lower()


def _article(article: Article) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    return {"id": article.id, "published": published, "sha256": article.sha256}


def _brief(statement: Statement | None) -> dict[str, Any] | None:
    if statement is None:
        return None
    verdict = statement.verdict
    return {
        "id": statement.id, "start": statement.start, "end": statement.end, "quote": statement.quote,
        "sourcing": statement.sourcing.label, "verdict": verdict.label, "reason": verdict.reason.value,
        "expected": verdict.expected, "explanation": verdict.explanation,
    }  # fmt: skip
