"""`claims check`: audit many articles and hold them to a policy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claims import decisions
from claims.errors import InputError
from claims.policy import baseline, changes, expecting, remembering, sources
from claims.policy.findings import SEVERITIES, Finding, Severity, fingerprint_of, suppress
from claims.policy.inputs import Inputs
from claims.policy.settings import KEYS, Settings, load_settings
from claims.reports.plain import line as one_line
from claims.reports.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.policy.expecting import Breach
    from claims.policy.remembering import Audited, Row
    from claims.policy.sources import Source

__all__ = ["KEYS", "SEVERITIES", "Finding", "Inputs", "Outcome", "Settings", "check", "load_settings"]

_EXPLAINED = ("verdict", "reason")
"""Columns whose rules the verdict's explanation explains best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check found.

    Attributes
    ----------
    findings : tuple of Finding
        Those that stand, by place.
    suppressed, known : tuple of Finding
        Those that a comment or the baseline passes over.
    vanished : int
        Entries of the baseline that no finding meets any more.
    baseline : str
        The new baseline as text, where one is wanted.
    """

    articles: int
    statements: int
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    vanished: int = 0
    baseline: str = ""

    @property
    def critical(self) -> tuple[Finding, ...]:
        """Give the findings that make the check fail."""
        return tuple(finding for finding in self.findings if finding.severity == SEVERITIES[0])

    @property
    def why(self) -> str:
        """Say in one line why the check fails; "" if it passes."""
        if not self.critical:
            return ""
        first, more = self.critical[0], len(self.critical) - 1
        return f"check failed: {first.place}: {first.rule}: {first.message}{f' (and {more} more)' if more else ''}"


def check(
    paths: Sequence[str] = (),
    settings: Settings | None = None,
    *,
    changed_since: str = "",
    update_baseline: bool = False,
    docs: Path | None = None,
    advance: Callable[[], None] = lambda: None,
) -> Outcome:
    """Audit articles, and hold them to the policy.

    Parameters
    ----------
    paths : sequence of str
        Files, folders and patterns; by default those of the configuration.
    settings : Settings, optional
        By default the configuration that `load_settings` finds.
    changed_since : str
        A git revision: only findings on lines changed since then count; all of an article whose review has changed.
        If tables, policy or configuration have changed, everything counts.
    update_baseline : bool
        Take today's findings for known: the outcome has none left, and holds the new baseline.
    docs : Path, optional
        A folder for Great Expectations' Data Docs of the policy, suppressions and baseline left aside.
    advance : callable
        Called after each file.

    Returns
    -------
    Outcome
        The findings that stand, and how many were passed over.
    """
    if changed_since and update_baseline:
        raise InputError("--changed-since and --update-baseline exclude each other")
    settings = settings or load_settings()
    suite = expecting.read_policy(settings.suite_file)
    files = sources.find(paths, settings)
    diff = _changes(changed_since, settings) if changed_since else None
    inputs = Inputs(settings)
    opened = [sources.open_source(path, inputs) for path in files if diff is None or _touched(diff, path)]
    audits = list(remembering.audit_all(opened, inputs, advance))
    found = [finding for breach in expecting.breaches(audits, suite) for finding in _findings(breach, audits)]
    if docs:
        expecting.write_docs(audits, suite, docs)
    standing, passed = suppress(found, opened, expecting.rules(suite))
    looked_at = {*(source.name for source in opened), *([] if paths or diff else [""])}
    known = baseline.against(standing, baseline.read(settings.root / settings.baseline), looked_at)
    if update_baseline:
        known = baseline.updated(standing, known, settings.root)
    new = _only_changed(known.new, diff, opened) if diff else known.new
    return Outcome(
        articles=len(audits), statements=sum(len(audited.rows) for audited in audits),
        findings=tuple(new), suppressed=tuple(passed), known=known.met, vanished=len(known.vanished),
        baseline=known.text,
    )  # fmt: skip


def _changes(revision: str, settings: Settings) -> changes.Changes | None:
    """Give what has changed; None, so everything, if what decides verdicts is among it."""
    diff = changes.since(revision, settings.root)
    tables = settings.tables
    decisive = [settings.file, settings.suite_file, settings.texts_folder, None if isinstance(tables, str) else tables]
    if isinstance(tables, Path) and tables.suffix == ".toml":
        decisive.append(tables.parent)
    return None if any(diff.touches(path) for path in decisive if path) else diff


def _touched(diff: changes.Changes, path: Path) -> bool:
    return diff.touches(path) or diff.touches(decisions.beside(path))


def _only_changed(findings: Sequence[Finding], diff: changes.Changes, opened: Sequence[Source]) -> list[Finding]:
    """Keep the findings on changed lines; a changed review, which decides verdicts, brings up all of its article."""
    reviewed = {source.name for source in opened if diff.touches(decisions.beside(source.path))}
    lines = {source.name: None if source.name in reviewed else diff.lines(source.path) for source in opened}
    touched = {name: None if found is None else set(found) for name, found in lines.items()}
    return [f for f in findings if not f.lines or (own := touched.get(f.article)) is None or own.intersection(f.lines)]


def _findings(breach: Breach, audits: Sequence[Audited]) -> Iterator[Finding]:
    """Give a finding a row; one an article for a column of articles; one in all for a rule without rows."""
    flat = [(audited, row) for audited in audits for row in audited.rows]
    if not breach.rows:
        yield Finding(
            path="", line=0, column=0, rule=breach.rule, severity=cast("Severity", breach.severity),
            message=_told(breach.description, breach.observed), fingerprint=fingerprint_of(breach.rule),
        )  # fmt: skip
    elif breach.column.startswith("article_"):
        for audited in dict.fromkeys(flat[row][0] for row in breach.rows):
            yield _of_article(breach, audited)
    else:
        for row in breach.rows:
            yield _of_statement(breach, *flat[row])


def _of_article(breach: Breach, audited: Audited) -> Finding:
    source, column = audited.source, breach.column
    row, at = source.place(audited.number, 0)
    share = expecting.of_article(audited.rows)[column]
    return Finding(
        path=source.shown, line=row, column=at, rule=breach.rule, severity=cast("Severity", breach.severity),
        message=f"{breach.description}: {column.removeprefix('article_')} is {share:g}", article=source.name,
        fingerprint=fingerprint_of(breach.rule, source.articles[audited.number].id or ""),
    )  # fmt: skip


def _of_statement(breach: Breach, audited: Audited, row: Row) -> Finding:
    source, (start, end) = audited.source, row["sentence"]
    line, column = source.place(audited.number, row["start"])
    first, last = (source.place(audited.number, at)[0] for at in (start, max(start, end - 1)))
    part = source.part(audited.number, row["start"])
    told = row["explanation"] if breach.column in _EXPLAINED else ""
    return Finding(
        path=source.shown, line=line, column=column, rule=breach.rule, severity=cast("Severity", breach.severity),
        message=one_line(
            f"{part and part + ': '}“{shorten(one_line(row['quote']), 60)}” ({_whose(row)}): "
            f"{told or breach.description}"
        ),
        fingerprint=row["fingerprint"], article=source.name, quote=row["quote"], part=part,
        lines=tuple(range(min(first, line), max(last, line) + 1)),
    )  # fmt: skip


def _whose(row: Row) -> str:
    """Say on whose word a statement rests, as the reports do."""
    from claims.reports.wording import LABELS

    speaker = one_line(row["speaker"] or row["source"] or "")
    return LABELS[row["sourcing"]].lower() + (f": {speaker}" if speaker else "")


def _told(description: str, observed: str) -> str:
    return f"{description}: {observed}" if observed else description
