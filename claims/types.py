"""The records that flow through `claims`: frozen, comparable, plain enough to print as JSON.

Every offset is a Python string index into `Article.text`; every span is half open.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from claims.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

Span = tuple[int, int]

_SURROGATE = re.compile("[\ud800-\udfff]")  # UTF-8 has no bytes for half of a pair

ValueKind = Literal[
    "count", "quantity", "percent", "money", "age", "ordinal", "ratio", "score",
    "date", "period", "duration", "number", "excluded",
]  # fmt: skip
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "between"]
SourceKind = Literal[
    "person", "organisation", "document", "pronoun", "unnamed_official",
    "anonymous", "secondhand", "generic", "implicit", "reporter",
]  # fmt: skip
SourcingLabel = Literal["sourced", "reported", "own_voice"]
VerdictLabel = Literal["supported", "refuted", "not_enough_info"]
Modality = Literal["asserted", "negated", "opinion", "forecast", "proposal", "hypothetical"]


class Reason(StrEnum):
    """Why a verdict is what it is."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NO_REFERENCE = "no_reference"
    MISSING_VALUE = "missing_value"
    AMBIGUOUS = "ambiguous"
    CONFLICTING_REFERENCES = "conflicting_references"
    FAILED_EXPECTATION = "failed_expectation"
    WEAK = "weak"
    UNRESOLVED = "unresolved"
    OPINION = "opinion"
    FORECAST = "forecast"
    PROPOSAL = "proposal"
    HYPOTHETICAL = "hypothetical"
    QUOTATION = "quotation"
    UNEXPLAINED = "unexplained"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of a statement.

    `statement` identifies its words and sentence, `seen` the verdict that the person had before them: the decision
    holds while both are the same.
    """

    statement: str
    seen: str
    verdict: VerdictLabel
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of an article's text, from `start` on, that stands unbroken in its file from a line and column on.

    `part` names what people know the place by where it is no line of text: a notebook's cell, a paragraph.
    """

    start: int
    line: int
    column: int = 1
    part: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text, when it was published, and where it came from.

    Parameters
    ----------
    text : str
        The article as read; all offsets index this string.
    published : datetime.date or str, optional
        Publication date, or its ISO form. Without one, relative dates stay unresolved.
    title, url, id : str, optional
        Where it came from.
    line : int
        The line of its file that the text begins on, later than 1 below front matter.
    file : str
        The path of that file, inside its git checkout.
    pieces : tuple of Piece
        Where the text stands in a page, a notebook, a document; empty where it is the rest of the file.
    decisions : tuple of Decision
        What persons decided of its statements, from the review beside its file.

    Raises
    ------
    InputError
        If `published` is no date.

    Examples
    --------
    >>> Article("The party won 52 seats.", published="2022-04-26").published
    datetime.date(2022, 4, 26)
    """

    text: str
    published: dt.date | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    line: int = 1
    file: str = ""
    pieces: tuple[Piece, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise InputError(f"an article's text must be a string, not {type(self.text).__name__}")
        object.__setattr__(self, "published", _date(self.published))

    @property
    def sha256(self) -> str:
        """Digest of the text, in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def _date(given: object) -> dt.date | None:
    if given is None or given == "":
        return None
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError as error:
        raise InputError(
            f'cannot read the publication date "{given}"', hint="write it as YYYY-MM-DD, such as 2022-04-26"
        ) from error


def as_article(article: Article | str) -> Article:
    """Take a plain string for an article without a date."""
    return article if isinstance(article, Article) else Article(article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number, date, age ... as the article writes it.

    Attributes
    ----------
    start, end : int
        Where it stands, hedge left out.
    text : str
        The words, `article.text[start:end]`.
    kind : str
        count, quantity, percent, money, age, ordinal, ratio, score, date, period, duration, number or excluded.
    amount : Decimal or (Decimal, Decimal) or None
        A pair for between, score and ratio; None for dates.
    unit : str
        Singular head noun (count), UCUM-like symbol (quantity), ISO 4217 code (money), what is counted (ordinal).
    comparator : str
        eq, approx, gt, ge, lt, le or between.
    iso : str
        Date, period or duration in ISO 8601 form; "" where it cannot be resolved.
    hedge : (int, int) or None
        The words that make it approximate or one-sided.
    of : str
        Whose age.
    step : Decimal or None
        What one unit in the last written digit is worth: 100000 for "1.4 million".
    rule : str
        The rule that read or excluded it; for an unresolved date, why.
    """

    start: int
    end: int
    text: str
    kind: ValueKind
    amount: Decimal | tuple[Decimal, Decimal] | None = None
    unit: str = ""
    comparator: Comparator = "eq"
    iso: str = ""
    hedge: Span | None = None
    of: str = ""
    step: Decimal | None = None
    rule: str = ""

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.text))  # what is asked of a value is remembered: all fields take long


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said it (`source`), which word says so (`cue`), what was said (`content`)."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    source_kind: SourceKind
    label: SourcingLabel
    probability: float = 1.0
    speaker: str = ""
    """The source's full name as the article gives it elsewhere ("he" -> "Prashant Kishor"); "" if unnamed."""
    speaker_role: str = ""
    """The role or title that the article first gives the speaker ("national spokesperson"); "" if none."""
    reasons: tuple[str, ...] = ()
    """What decided the kind and the label, the weightiest first."""
    pulls: tuple[tuple[str, float], ...] = ()
    """What the model weighed most, each with how far it pulls towards the label; what pulls away is negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """On whose word a statement or a sentence rests."""

    label: SourcingLabel = "own_voice"
    probability: float = 1.0
    source: str = ""
    cue: str = ""
    source_kind: str = ""
    speaker: str = ""
    speaker_role: str = ""
    reasons: tuple[str, ...] = ()
    pulls: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The cells that answered a reading, and a query that gives the same value in DuckDB.

    `cells` has a line for each of `rows` and in it an entry for each of `columns`: the cell as the table writes it,
    "" if it is empty there, None if the answer did not need it.
    """

    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sql: str
    source: str = ""
    found: str = ""
    cells: tuple[tuple[str | None, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the reference tables say of a statement, why, and on what evidence.

    `expected` is the value that the tables hold; `steps` retraces the check: read, matched, compared, gated;
    `flags` names what a person should know of a verdict that stands ("weak", "only because of the hedge", "stale").
    `before` is what the tables said where a person has decided.
    """

    label: VerdictLabel = "not_enough_info"
    reason: Reason = Reason.NO_REFERENCE
    explanation: str = ""
    expected: str = ""
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    before: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An atomic checkable part of a claim, anchored to `quote`, the article's characters `start` to `end`.

    `text` reads on its own: names for pronouns, absolute dates. `clause` are the words that it rests on,
    `sentence` the sentence around them.
    """

    id: str
    start: int
    end: int
    quote: str
    text: str
    kind: str
    subject: str = ""
    value: Value | None = None
    sourcing: Sourcing = field(default_factory=Sourcing)
    verdict: Verdict = field(default_factory=Verdict)
    clause: Span = (0, 0)
    sentence: Span = (0, 0)
    modality: Modality = "asserted"

    def _repr_html_(self) -> str:
        from claims import notebook

        return notebook.show(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the article and on whose word the greater part of it rests."""

    start: int
    end: int
    sourcing: SourcingLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """Places of the article that do not fit together: the kind of check, and why; which one is wrong stays open."""

    kind: str
    spans: tuple[Span, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An expectation that a reference table fails, and the cells that fail it."""

    expectation: str
    column: str
    severity: str
    rows: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """A reference table as the audit used it: provenance, and what its expectation suite said."""

    table: str
    source: str
    sha256: str
    rows: int
    suite: str = ""
    passed: int = 0
    failed: int = 0
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """An article, its statements with their verdicts, and everything needed to re-trace them.

    Examples
    --------
    >>> import claims
    >>> audit = claims.audit("The committee has 12 members.")
    >>> audit.coverage["values"]
    1
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    values: tuple[Value, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    consistency: tuple[Inconsistency, ...] = ()
    references: tuple[TableReport, ...] = ()
    software: Mapping[str, Any] = field(default_factory=dict)

    @property
    def coverage(self) -> dict[str, int]:
        """Count the values of the article and the bin that each one ended in.

        A value stands in the bin of the statement that carries it. `values` is the sum of the four bins;
        `quotations` are counted beside them.
        """
        bins = {"supported": 0, "refuted": 0, "not_enough_info": 0, "excluded": 0}
        verdicts = {(s.value.start, s.value.end): s.verdict.label for s in self.statements if s.value}
        for value in self.values:
            bins["excluded" if value.kind == "excluded" else verdicts[value.start, value.end]] += 1
        quotations = sum(s.kind == "quotation" for s in self.statements)
        return {"values": len(self.values), **bins, "quotations": quotations}

    def to_dict(self) -> dict[str, Any]:
        """Give the audit as plain data: the JSON report, schema "claims-audit/1"."""
        article = self.article
        return {
            "schema": "claims-audit/1",
            "article": {
                "id": article.id,
                "title": article.title,
                "url": article.url,
                "published": article.published.isoformat() if article.published else None,
                "line": article.line,
                "file": article.file,
                "pieces": _plain(article.pieces),
                "decisions": _plain(article.decisions),
                "sha256": article.sha256,
                "text": article.text,
            },
            "statements": _plain(self.statements),
            "attributions": _plain(self.attributions),
            "values": _plain(self.values),
            "sentences": _plain(self.sentences),
            "consistency": _plain(self.consistency),
            "coverage": self.coverage,
            "references": [_table_dict(t) for t in self.references],
            "software": _plain(self.software),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Audit:
        """Read an audit back from `to_dict`, so also from a JSON report.

        Raises
        ------
        InputError
            If something is missing, unknown or of the wrong kind; it says where.

        Examples
        --------
        >>> audit = Audit(article=Article("A calm day."))
        >>> Audit.from_dict(audit.to_dict()) == audit
        True
        """
        from claims.reports import restore

        return restore.restore(data)

    def to_json(self) -> str:
        """Give `to_dict` as JSON text, the same bytes for the same audit."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=2)
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"

    def to_frame(self) -> pd.DataFrame:
        """Give one row a statement, its value, sourcing and verdict side by side."""
        from claims.reports import frame

        return frame.render(self)

    def review(self) -> pd.DataFrame:
        """Give a row a statement, with empty columns `decision`, `note` and `by` for a person to fill."""
        from claims import review

        return review.frame(self)

    def with_review(self, frame: pd.DataFrame) -> Audit:
        """Take the decisions of a person in place of what the tables say; `frame` is that of `review()`, filled.

        Raises
        ------
        InputError
            If a decision is no verdict, or is about a statement that this audit does not have.
        """
        from claims import review

        return review.decided(self, frame)

    def save_review(self, path: str | Path) -> Path:
        """Store the decisions beside the article's file, where the next audit of it finds them."""
        from claims import review

        return review.save(self, path)

    def to_html(self) -> str:
        """Give a page that opens without a network: the article, its statements marked, each with its evidence."""
        from claims.reports import html

        return html.render(self)

    def to_markdown(self) -> str:
        """Give the audit as Markdown."""
        from claims.reports import markdown

        return markdown.render(self)

    def to_sarif(self) -> str:
        """Give the findings as SARIF 2.1.0, for code scanning."""
        from claims.reports import sarif

        return sarif.render(self)

    def to_junit(self) -> str:
        """Give the statements as JUnit XML test cases, for CI."""
        from claims.reports import junit

        return junit.render(self)

    def to_claimreview(self) -> str:
        """Give ClaimReview drafts as JSON-LD; the rating is left to a person."""
        from claims.reports import claimreview

        return claimreview.render(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        from claims.reports import text

        printer.text("..." if cycle else text.render(self).rstrip())

    def _repr_html_(self) -> str:
        from claims import notebook

        return notebook.show(self)


def _table_dict(table: TableReport) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(table)
    return plain | {"expectations": {"passed": plain.pop("passed"), "failed": plain.pop("failed")}}


def _plain(record: Any) -> Any:
    """Turn records into dicts, tuples into lists, decimals into strings, so that JSON keeps them exactly."""
    if is_dataclass(record) and not isinstance(record, type):
        return {f.name: _plain(getattr(record, f.name)) for f in fields(record)}
    if isinstance(record, Mapping):
        return {str(key): _plain(value) for key, value in record.items()}
    if isinstance(record, tuple | list):
        return [_plain(item) for item in record]
    if isinstance(record, Decimal):
        return format(record, "f")
    if isinstance(record, float):
        return round(record, 4)
    if isinstance(record, StrEnum):
        return record.value
    return record
