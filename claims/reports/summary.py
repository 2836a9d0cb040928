"""One plain summary of an audit that feeds every format: what to mark where, what to say of it, what to count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.places import Places
from claims.reports.marking import Paragraph, paragraphs
from claims.reports.plain import line
from claims.reports.wording import (
    BINS,
    COMPARATORS,
    LABELS,
    REASONS,
    SOURCINGS,
    VERDICTS,
    is_prose,
    on_whose_word,
    plural,
)

if TYPE_CHECKING:
    from claims.types import Article, Audit, Failure, Inconsistency, Statement, TableReport, Value


_REST_OF_WORD = re.compile(r"\A\w+\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A statement as reports show it: its place, on whose word, its verdict and how the words were read."""

    number: int
    statement: Statement
    line: int
    column: int
    part: str
    whose: str
    value: str
    hedge: str
    tables: tuple[str, ...]

    @property
    def place(self) -> str:
        """Say where it stands in the file."""
        return self.part or f"line {self.line}, column {self.column}"

    @property
    def prose(self) -> bool:
        """Say whether it has neither a value nor a table that speaks of it."""
        return is_prose(self.statement)

    @property
    def overruled(self) -> str:
        """Say what the tables said, where a person has decided."""
        before = self.statement.verdict.before
        return f"{LABELS[before.label].lower()}: {before.explanation or REASONS[before.reason]}" if before else ""

    @property
    def difference(self) -> tuple[tuple[str, str], ...]:
        """Lay a refuted quotation over the passage it is taken from."""
        from claims.attribution.verbatim import marked

        verdict = self.statement.verdict
        if self.statement.kind != "quotation" or verdict.label != "refuted" or not verdict.evidence:
            return ()
        return marked(self.statement.quote, verdict.evidence[0].found)

    @property
    def order(self) -> tuple[int, bool, int]:
        """Sort refuted first, prose that no table speaks of last, then by place."""
        return VERDICTS.index(self.statement.verdict.label), self.prose, self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A numeral that a named rule left out, and the words around it."""

    value: Value
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Words of the article that do not fit together, and where the first of them stand."""

    kind: str
    words: tuple[str, ...]
    explanation: str
    line: int
    column: int
    end: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What every format shows of an audit.

    Attributes
    ----------
    paragraphs : tuple of Paragraph
        The article's text, cut into pieces with the marks that they carry.
    panels : tuple of Panel
        A panel a statement, in the order of the text.
    coverage : tuple of (bin, count)
        The four bins; their sum is `values`.
    matrix : tuple of (sourcing, counts)
        How many statements, by sourcing and then by verdict in the order of `VERDICTS`.
    provenance : tuple of (name, value)
        Versions and hashes.
    """

    title: str
    article: Article
    paragraphs: tuple[Paragraph, ...]
    panels: tuple[Panel, ...]
    excluded: tuple[Excluded, ...]
    clashes: tuple[Clash, ...]
    values: int
    quotations: int
    coverage: tuple[tuple[str, int], ...]
    matrix: tuple[tuple[str, tuple[int, ...]], ...]
    tables: tuple[TableReport, ...]
    failures: tuple[tuple[TableReport, Failure], ...]
    provenance: tuple[tuple[str, str], ...]

    @property
    def worst_first(self) -> tuple[Panel, ...]:
        """Give the panels, refuted ones first."""
        return tuple(sorted(self.panels, key=lambda panel: panel.order))

    @property
    def verdicts(self) -> dict[str, int]:
        """Count the statements by verdict."""
        return {v: sum(p.statement.verdict.label == v for p in self.panels) for v in VERDICTS}

    @property
    def reviewed(self) -> int:
        """Count the statements that a person decided."""
        return sum(panel.statement.verdict.before is not None for panel in self.panels)

    @property
    def coverage_line(self) -> str:
        """Say the coverage in one line, the denominator first."""
        counts = dict(self.coverage)
        by_hand = f"; a person decided {plural(self.reviewed, 'statement')}" if self.reviewed else ""
        return (
            f"{plural(self.values, 'value')} in the article: {counts['supported']} supported, "
            f"{counts['refuted']} refuted, {counts['not_enough_info']} not enough info, "
            f"{counts['excluded']} excluded by rule; beside them {plural(self.quotations, 'quotation')}{by_hand}"
        )


def summarise(audit: Audit) -> Summary:
    """Summarise an audit for the reports.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> summarise(Audit(article=Article("No numbers here.", title="A calm day"))).coverage_line
    '0 values in the article: 0 supported, 0 refuted, 0 not enough info, 0 excluded by rule; beside them 0 quotations'
    """
    coverage, text = audit.coverage, audit.article.text
    places = Places(audit.article)
    return Summary(
        title=title(audit.article),
        article=audit.article,
        paragraphs=paragraphs(audit),
        panels=tuple(_panel(n, s, text, places) for n, s in enumerate(audit.statements, 1)),
        excluded=tuple(_excluded(value, text, places) for value in audit.values if value.kind == "excluded"),
        clashes=tuple(_clash(found, text, places) for found in audit.consistency),
        values=coverage["values"],
        quotations=coverage["quotations"],
        coverage=tuple((name, coverage[name]) for name in BINS),
        matrix=_matrix(audit.statements),
        tables=audit.references,
        failures=tuple((table, failure) for table in audit.references for failure in table.failures),
        provenance=tuple(_provenance(audit)),
    )


def title(article: Article) -> str:
    """Give the article's title, else its first line, cut short."""
    from claims.reports.plain import shorten

    first = article.title or next((row for row in article.text.splitlines() if row.strip()), "")
    return shorten(line(first), 160 if article.title else 90) or "Untitled article"


def _panel(number: int, statement: Statement, text: str, places: Places) -> Panel:
    row, column = places.at(statement.start)
    tables = dict.fromkeys(evidence.table for evidence in statement.verdict.evidence)
    return Panel(
        number=number, statement=statement, line=row, column=column, part=places.part(statement.start),
        whose=on_whose_word(statement), value=_value(statement.value), hedge=_hedge(statement.value, text),
        tables=tuple(tables),
    )  # fmt: skip


def _value(value: Value | None) -> str:
    """Write how a value was read: kind, amount or date, unit."""
    if value is None:
        return ""
    amount = value.amount if isinstance(value.amount, tuple) else (value.amount,)
    written = " and ".join(f"{part:,f}" for part in amount if part is not None)
    unit = "" if value.iso else value.unit
    return " ".join(part for part in (f"{value.kind}:", value.iso or written or "unresolved", unit) if part)


def _hedge(value: Value | None, text: str) -> str:
    """Say which words make a value approximate or one-sided, and how it is then compared."""
    if value is None or (value.hedge is None and value.comparator == "eq"):
        return ""
    words = f"“{line(text[slice(*value.hedge)])}”: " if value.hedge else ""
    return words + COMPARATORS[value.comparator] + _interval(value)


def _interval(value: Value) -> str:
    """Give the interval that an approximate value stands for."""
    if value.comparator != "approx" or not isinstance(value.amount, Decimal):
        return ""
    from claims.values.comparing import interval

    low, high, *_ = interval(value)
    ends = [f"{end.normalize():,f}" for end in (low, high) if end is not None]
    return f", {' to '.join(ends)}" if len(ends) == 2 else ""


def _excluded(value: Value, text: str, places: Places) -> Excluded:
    before, after = text[max(0, value.start - 40) : value.start], text[value.end : value.end + 40]
    return Excluded(
        value=value, line=places.at(value.start)[0],
        before=_REST_OF_WORD.sub("", before.rpartition("\n")[2]) if value.start > 40 else before,
        after=after.partition("\n")[0].rpartition(" ")[0] or after.partition("\n")[0],
    )  # fmt: skip


def _clash(found: Inconsistency, text: str, places: Places) -> Clash:
    (row, column), end = places.at(found.spans[0][0]), places.at(found.spans[0][1])
    words = tuple(text[slice(*span)] for span in found.spans)
    return Clash(kind=found.kind, words=words, explanation=found.explanation, line=row, column=column, end=end)


def _matrix(statements: tuple[Statement, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    cells = Counter[tuple[str, str]]((s.sourcing.label, s.verdict.label) for s in statements)
    return tuple((sourcing, tuple(cells[sourcing, verdict] for verdict in VERDICTS)) for sourcing in SOURCINGS)


def _provenance(audit: Audit) -> list[tuple[str, str]]:
    article, software = audit.article, audit.software
    models = software.get("models", {})
    facts = [
        ("Article", article.id or ""),
        ("Address", article.url or ""),
        (
            "Published",
            article.published.isoformat() if article.published else "not given: relative dates stay unresolved",
        ),
        ("SHA-256 of the text", article.sha256),
        ("claims", str(software.get("claims", ""))),
        *((f"Model {name}", str(digest)) for name, digest in sorted(models.items())),
        *((f"Text {name}", str(digest)) for name, digest in sorted(software.get("texts", {}).items())),
    ]
    return [(name, value) for name, value in facts if value]
