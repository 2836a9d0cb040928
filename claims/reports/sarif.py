"""The findings as SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claims.places import Places
from claims.reports.plain import line, visible
from claims.reports.summary import Clash, Panel, Summary, summarise
from claims.reports.wording import MEANINGS, REASONS
from claims.types import Reason

if TYPE_CHECKING:
    from claims.types import Audit, Failure, Statement, TableReport, Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HELP = {
    Reason.DISAGREES: "Compare the words with the evidence in the message. Correct the article or the table.",
    Reason.FAILED_EXPECTATION: "The cell that answers it fails its table's expectation suite. Correct the table.",
    Reason.AMBIGUOUS: "Two readings give different answers. Say more exactly what is meant, or leave it to a person.",
    Reason.CONFLICTING_REFERENCES: "Two tables give different answers. Correct the one at fault.",
    Reason.NO_REFERENCE: "Add a reference table that holds it, or check it by hand.",
    Reason.MISSING_VALUE: "Fill the cell in the reference table, or check it by hand.",
    Reason.REVIEWED: "A person decided so. The review beside the article says who and why.",
    Reason.UNRESOLVED: "Give the publication date, or write the date in full.",
}
CHECK_BY_HAND = "The tables cannot decide it. A person has to."
INCONSISTENT = {
    "id": "claims/inconsistent",
    "name": "Inconsistent",
    "shortDescription": {"text": "Words of the article that do not fit together"},
    "fullDescription": {"text": "The article contradicts itself, whatever the tables hold."},
    "help": {"text": "One of the places is wrong. A person has to say which."},
    "defaultConfiguration": {"level": "warning"},
}
FAILS = {Reason.DISAGREES: "error", Reason.FAILED_EXPECTATION: "warning", Reason.CONFLICTING_REFERENCES: "warning"}


def level_of(verdict: Verdict) -> str:
    """Give the level of a verdict that somebody has to act on, else ""."""
    return "error" if verdict.label == "refuted" else FAILS.get(verdict.reason, "")


def render(audit: Audit) -> str:
    """Give every statement that is not supported as a result; the counts of all stand in the run's properties.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> json.loads(render(Audit(article=Article("A calm day."))))["version"]
    '2.1.0'
    """
    summary = summarise(audit)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(audit, summary)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def fingerprints(statements: tuple[Statement, ...], text: str) -> list[str]:
    """Identify statements by their words and sentence, not their place, so that edits elsewhere change nothing."""
    seen: Counter[str] = Counter()
    made = []
    for statement in statements:
        sentence = text[slice(*statement.sentence)] or statement.quote
        words = "\x1f".join(_folded(part) for part in (statement.kind, statement.quote, sentence))
        seen[words] += 1
        made.append(hashlib.sha256(f"{words}\x1f{seen[words]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made


def _folded(words: str) -> str:
    """Fold case, white space and the shape of quotation marks."""
    return line(words).casefold().translate(str.maketrans("“”‘’", "\"\"''"))


def _run(audit: Audit, summary: Summary) -> dict[str, Any]:
    used = {s.verdict.reason for s in audit.statements if s.verdict.label != "supported"}
    rules = [reason for reason in Reason if reason in used]
    prints = fingerprints(audit.statements, audit.article.text)
    places = Places(audit.article)
    return {
        "tool": {
            "driver": {
                "name": "claims", "version": line(str(audit.software.get("claims", ""))),
                "rules": [_rule(reason) for reason in rules] + [INCONSISTENT] * bool(summary.clashes),
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(audit), "hashes": {"sha-256": audit.article.sha256}}],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_notification(*failure) for failure in summary.failures],
            }
        ],
        "results": [
            _result(audit, panel, rules.index(panel.statement.verdict.reason), fingerprint, places)
            for panel, fingerprint in zip(summary.panels, prints, strict=True)
            if panel.statement.verdict.label != "supported"
        ]
        + [_clash(audit, clash, len(rules)) for clash in summary.clashes],
        "properties": {"coverage": audit.coverage},
    }  # fmt: skip


def _rule(reason: Reason) -> dict[str, Any]:
    help_text = HELP.get(reason, CHECK_BY_HAND)
    named = {Reason.DISAGREES: "Refuted", Reason.REVIEWED: "Reviewed"}.get(reason, "Not enough info")
    return {
        "id": f"claims/{reason.value}",
        "name": "".join(part.title() for part in reason.value.split("_")),
        "shortDescription": {"text": f"{named}: {REASONS[reason]}"},
        "fullDescription": {"text": MEANINGS.get(named.lower().replace(" ", "_"), help_text)},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": FAILS.get(reason, "note")},
    }


def _level(statement: Statement) -> str:
    """Give a speaker's wrong figure as a warning, the article's own as an error."""
    level = level_of(statement.verdict) or "note"
    return "warning" if level == "error" and statement.sourcing.label != "own_voice" else level


def _result(audit: Audit, panel: Panel, rule: int, fingerprint: str, places: Places) -> dict[str, Any]:
    statement = panel.statement
    return {
        "ruleId": f"claims/{statement.verdict.reason.value}",
        "ruleIndex": rule,
        "level": _level(statement),
        "message": {"text": _message(panel)},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": _location(audit), "region": _region(statement, places)},
                **({"logicalLocations": [{"fullyQualifiedName": panel.part}]} if panel.part else {}),
            }
        ],
        "partialFingerprints": {"claimsStatement/v1": fingerprint},
        "properties": {
            "id": statement.id,
            "verdict": statement.verdict.label,
            "sourcing": statement.sourcing.label,
            "expected": visible(statement.verdict.expected),
            "sql": [visible(evidence.sql) for evidence in statement.verdict.evidence],
        },
    }


def _message(panel: Panel) -> str:
    verdict = panel.statement.verdict
    told = verdict.explanation or REASONS[verdict.reason]
    where = "; ".join(f"{e.table}.{'/'.join(e.columns)} of {', '.join(e.rows[:3])}" for e in verdict.evidence)
    return line(f"“{panel.statement.quote}” ({panel.whose}): {told}" + (f" [{where}]" if where else ""))


def _location(audit: Audit) -> dict[str, Any]:
    """Give the article's path as a relative reference, whatever characters it has."""
    return {"uri": quote(audit.article.file or audit.article.id or "article", safe="/", errors="replace")}


def _region(statement: Statement, places: Places) -> dict[str, Any]:
    (row, column), (last, after) = places.at(statement.start), places.at(statement.end)
    return {
        "startLine": row, "startColumn": column, "endLine": last, "endColumn": after,
        "snippet": {"text": visible(statement.quote)},
    }  # fmt: skip


def _clash(audit: Audit, clash: Clash, rule: int) -> dict[str, Any]:
    """Give an inconsistency at the first of its places; its words identify it, not where they stand."""
    words = "\x1f".join(_folded(part) for part in (clash.kind, *clash.words, clash.explanation))
    region = {
        "startLine": clash.line, "startColumn": clash.column, "endLine": clash.end[0], "endColumn": clash.end[1],
        "snippet": {"text": visible(clash.words[0])},
    }  # fmt: skip
    quoted = ", ".join(f"“{part}”" for part in clash.words)
    return {
        "ruleId": "claims/inconsistent",
        "ruleIndex": rule,
        "level": "warning",
        "message": {"text": line(f"{quoted}: {clash.explanation} [{clash.kind}]")},
        "locations": [{"physicalLocation": {"artifactLocation": _location(audit), "region": region}}],
        "partialFingerprints": {
            "claimsInconsistency/v1": hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        },
    }


def _notification(table: TableReport, failure: Failure) -> dict[str, Any]:
    column = f".{failure.column}" if failure.column else ""
    return {
        "level": "error" if failure.severity == "critical" else "warning",
        "message": {"text": line(f"{table.table}{column} fails {failure.expectation}: {failure.explanation}")},
    }
