"""A check as lines: for people, and as GitHub's annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.policy.findings import SEVERITIES
from claims.reports.wording import plural

if TYPE_CHECKING:
    from claims.policy import Outcome
    from claims.policy.findings import Finding

_COMMANDS = dict(zip(SEVERITIES, ("error", "warning", "notice"), strict=True))


def text(outcome: Outcome) -> str:
    """Give a line a finding, and a last one with the counts; the last but one says why a check fails.

    Examples
    --------
    >>> from claims.policy import Outcome
    >>> print(text(Outcome(articles=2, statements=9)))
    2 articles, 9 statements: nothing found
    """
    lines = [f"{f.place}: {f.severity}: {f.rule}: {f.message}" for f in outcome.findings]
    return "\n".join([*lines, *filter(None, [_counts(outcome), outcome.why])])


def github(outcome: Outcome) -> str:
    """Give a workflow command a finding, so that GitHub shows it beside the line.

    Examples
    --------
    >>> from claims.policy import Outcome
    >>> print(github(Outcome(articles=2, statements=9)))
    2 articles, 9 statements: nothing found
    """
    lines = [_annotation(finding) for finding in outcome.findings]
    return "\n".join([*lines, *filter(None, [_counts(outcome), outcome.why])])


def _annotation(finding: Finding) -> str:
    place = f"file={_escaped(finding.path)},line={finding.line},col={finding.column}," if finding.path else ""
    message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_COMMANDS[finding.severity]} {place}title={_escaped(f'claims: {finding.rule}')}::{message}"


def _escaped(value: str) -> str:
    """Escape a property: the message needs less."""
    pairs = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"))
    for mark, code in pairs:
        value = value.replace(mark, code)
    return value


def _counts(outcome: Outcome) -> str:
    counted = [(sum(f.severity == severity for f in outcome.findings), severity) for severity in SEVERITIES]
    beside = [(len(outcome.suppressed), "suppressed"), (len(outcome.known), "known")]
    found = ", ".join(f"{count} {name}" for count, name in counted if count) or "nothing found"
    passed = "".join(f"; {count} {name}" for count, name in beside if count)
    gone = f"; {plural(outcome.vanished, 'known finding')} vanished: --update-baseline drops them"
    looked_at = f"{plural(outcome.articles, 'article')}, {plural(outcome.statements, 'statement')}"
    return f"{looked_at}: {found}{passed}{gone if outcome.vanished else ''}"
