"""What `claims check` found: a record a finding, and what takes some of them out again."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.comments import Suppression
    from claims.policy.sources import Source

Severity = Literal["critical", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("critical", "warning", "info")
"""The gravest first; only the first makes a check fail."""
UNUSED = "unused-suppression"
UNREADABLE = "bad-suppression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A breach of the policy: `path` and `line` are "" and 0 where it is about all articles together.

    `article` is the path from the configuration's folder, `path` from the current one; `part` is the part of the file,
    such as a notebook's cell, `lines` are those of the sentence. A finding about an article as a whole stands at its
    first character and has no lines.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    fingerprint: str
    article: str = ""
    quote: str = ""
    part: str = ""
    lines: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Give "file:line:column", as editors and terminals link it."""
        return f"{self.path}:{self.line}:{self.column}" if self.path else "all articles"

    @property
    def identity(self) -> tuple[str, str, str]:
        """Give what a baseline knows it by."""
        return self.article, self.rule, self.fingerprint


def fingerprint_of(rule: str, article: str = "") -> str:
    """Identify a finding about an article, or all of them, by its rule."""
    return sha256(f"{rule}\x1f{article}".encode()).hexdigest()[:32]


def suppress(
    findings: Sequence[Finding], sources: Sequence[Source], rules: Sequence[str]
) -> tuple[list[Finding], list[Finding]]:
    """Part findings into those that stand and those that a comment passes over; comments at fault are findings too."""
    standing, passed = list(findings), []
    for source in sources:
        for comment in source.suppressions:
            covered = [f for f in findings if f.article == source.name and _covers(comment, f)]
            if comment.rules and comment.reason:
                passed += [f for f in covered if f in standing]
                standing = [f for f in standing if f not in covered]
            standing += _faults(comment, source, {f.rule for f in covered}, rules)
    return sorted(standing, key=_order), passed


def _covers(comment: Suppression, finding: Finding) -> bool:
    """Say whether a comment speaks of a finding; one about a whole article is met by a comment anywhere in it."""
    if finding.rule not in comment.rules:
        return False
    return not finding.lines or (finding.line in comment.lines and finding.part in comment.parts)


def _faults(comment: Suppression, source: Source, used: set[str], rules: Sequence[str]) -> Iterator[Finding]:
    def fault(rule: str, message: str) -> Finding:
        return Finding(
            path=source.shown, line=comment.line, column=comment.column, rule=rule, severity="critical",
            message=f"{comment.part}: {message}" if comment.part else message, fingerprint="", part=comment.part,
            article=source.name, lines=(comment.line, *sorted(comment.lines)),
        )  # fmt: skip

    if not comment.rules:
        yield fault(UNREADABLE, "cannot read the comment: write <!-- claims: ignore[refuted] reason -->")
    elif not comment.reason:
        yield fault(UNREADABLE, f"the suppression of {', '.join(comment.rules)} gives no reason")
    for rule in comment.rules:
        if rule not in rules:
            near = difflib.get_close_matches(rule, rules, n=1)
            hint = f"did you mean {near[0]}?" if near else f"the rules are {', '.join(rules)}"
            yield fault(UNUSED, f"the policy has no rule {rule}: {hint}")
        elif rule not in used:
            yield fault(UNUSED, f"no {rule} is found here: drop the suppression")


def _order(finding: Finding) -> tuple[str, int, int, int, str]:
    return finding.path, finding.line, finding.column, SEVERITIES.index(finding.severity), finding.rule
