"""The policy: a Great Expectations suite over the frame of all audits, its results remembered like those of tables.

The frame has a row a statement: the columns of `Audit.to_frame`, and those of `COLUMNS`. An expectation about a column
`article_...`, which repeats on every row of an article, is broken once an article. One about a whole column, as a mean,
is broken once for all articles. The name of a rule is its expectation's `meta.rule`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claims.errors import InputError, ReferencesError
from claims.reports.frame import COLUMNS as OF_THE_AUDIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from claims.policy.remembering import Audited, Row
    from claims.references.suites import Result, Suite

COLUMNS = {
    "article": "path of the article from the configuration's folder",
    "fingerprint": "what the statement is known by, whatever is edited elsewhere",
    "checked": "1 if the tables decide the statement's value, 0 if not, missing where it has none",
    "reported": "1 if the statement is hearsay, else 0",
    "article_statements": "how many statements the article has",
    "article_refuted": "how many of them are refuted",
    "article_coverage": "share of the article's values that the tables decide, missing if it has no values",
    "article_reported": "share of the article's statements that are hearsay",
}
"""The columns beside those of `Audit.to_frame`."""
_NUMBERS = ("start", "end", "amount", "amount_to", "probability", "checked", "reported")
_FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """An expectation that fails: `rows` count through all articles; without any, it is about all together."""

    rule: str
    severity: str
    description: str
    column: str
    rows: tuple[int, ...]
    observed: str = ""


def read_policy(file: Path) -> Suite:
    """Read a policy's suite, every rule named; refuse columns that the frame does not have."""
    from claims.references import suites

    suite = _named(suites.read_suite(file))
    missing = suites.missing_column(suite, [*OF_THE_AUDIT, *COLUMNS])
    if missing:
        raise InputError(f'the policy names column "{missing[0]}", which audits do not have',
                         where=str(file), hint=missing[1])  # fmt: skip
    names = rules(suite)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError(f'the policy has two rules "{twice}"', where=str(file),
                         hint='give each expectation a name of its own: "meta": {"rule": "..."}')  # fmt: skip
    return suite


def _named(suite: Suite) -> Suite:
    """Write the name of each rule into its expectation, so that its result carries it."""
    expectations = [
        {"kwargs": {}, **entry, "meta": {**_meta(entry), "rule": _rule(entry)}}
        for entry in suite.content["expectations"]
    ]
    return replace(suite, content={**suite.content, "expectations": expectations})


def rules(suite: Suite) -> list[str]:
    """Give the names of a policy's rules."""
    return [_rule(expectation) for expectation in suite.content["expectations"]]


def breaches(audits: Sequence[Audited], suite: Suite) -> list[Breach]:
    """Give the expectations that the audits break, from a receipt where there is one."""
    from claims.references import receipts, suites

    if not any(audited.rows for audited in audits):
        return []
    key = _key_of(audits, suite)
    found = receipts.cached(key)
    if found is None:
        found = [asdict(result) for result in _validate(audits, suite)]
        receipts.remember(key, found)
    results = [suites.Result(**{**entry, "columns": tuple(entry["columns"])}) for entry in found]
    return [_breach(result) for result in results if not result.success]


def _key_of(audits: Sequence[Audited], suite: Suite) -> str:
    basis = [_FORMAT, suite.sha256, [(audited.source.name, audited.key) for audited in audits]]
    return sha256(json.dumps(basis).encode()).hexdigest()


def _validate(audits: Sequence[Audited], suite: Suite) -> list[Result]:
    from claims.policy import expectations  # noqa: F401  (Great Expectations learns them)
    from claims.references import validation

    try:
        return validation.validate_frame(frame_of(audits), suite, {})
    except ReferencesError as error:
        raise InputError(error.message, where=error.where, hint=error.hint) from error


def write_docs(audits: Sequence[Audited], suite: Suite, folder: Path) -> Path:
    """Write Great Expectations' Data Docs of the policy; give the first page."""
    from claims.policy import expectations
    from claims.references import datadocs

    run = datadocs.Run(name="audits", frame=frame_of(audits), suite=suite, shown=expectations.SHOWN)
    return datadocs.write_pages([run], folder)


def frame_of(audits: Sequence[Audited]) -> pd.DataFrame:
    """Give the frame that the policy is about."""
    import pandas as pd

    rows = [
        {**row, **own, "article": audited.source.name, "checked": _checked(row), "reported": _reported(row)}
        for audited in audits
        for own in [of_article(audited.rows)]
        for row in audited.rows
    ]
    frame = pd.DataFrame(rows, columns=[*OF_THE_AUDIT, *COLUMNS])
    numbers = (*_NUMBERS, *(name for name in COLUMNS if name.startswith("article_")))
    return frame.astype(dict.fromkeys(numbers, "float64"))


def of_article(rows: Sequence[Row]) -> dict[str, float | None]:
    """Give the columns about an article as a whole."""
    checked = [mark for mark in map(_checked, rows) if mark is not None]
    return {
        "article_statements": len(rows),
        "article_refuted": sum(row["verdict"] == "refuted" for row in rows),
        "article_coverage": round(sum(checked) / len(checked), 4) if checked else None,
        "article_reported": round(sum(map(_reported, rows)) / len(rows), 4) if rows else None,
    }


def _checked(row: Row) -> int | None:
    return int(row["verdict"] != "not_enough_info") if row["comparator"] else None


def _reported(row: Row) -> int:
    return int(row["sourcing"] == "reported")


def _breach(result: Result) -> Breach:
    return Breach(
        rule=result.rule, severity=result.severity, rows=tuple(result.rows), observed=result.observed,
        description=result.description or result.rule, column=", ".join(result.columns),
    )  # fmt: skip


def _rule(expectation: Mapping[str, Any]) -> str:
    named, column = _meta(expectation).get("rule"), expectation.get("kwargs", {}).get("column", "")
    kind = expectation["type"].removeprefix("expect_")
    return str(named or f"{kind}-{column}".rstrip("-").replace("_", "-"))


def _meta(expectation: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = expectation.get("meta")
    return meta if isinstance(meta, dict) else {}
