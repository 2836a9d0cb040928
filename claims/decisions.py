"""The review of an article: a sheet beside its file, such as `kishor.txt.review.csv`, that a person fills."""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from claims.errors import InputError
from claims.types import Decision, VerdictLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENDING = ".review.csv"
COLUMNS = {
    "key": "the words of the statement and the verdict that was seen; a decision holds while both are the same",
    "line": "where it stands in the file",
    "quote": "the words, as written",
    "statement": "the statement, reading on its own",
    "sourcing": "on whose word it rests",
    "verdict": "what the tables say",
    "expected": "the value that they hold",
    "explanation": "why",
    "decision": "to be filled: supported, refuted, not_enough_info, or left empty",
    "note": "to be filled: on what grounds",
    "by": "to be filled: who decided",
}
"""The columns of a review; the last three are a person's."""
FILLED = ("decision", "note", "by")
VERDICTS = get_args(VerdictLabel)


def beside(path: str | Path) -> Path:
    """Give the place of an article's review."""
    return Path(f"{path}{ENDING}")


def read(path: Path) -> tuple[dict[str, str], ...]:
    """Read the rows of a review that carry a decision; none if there is no such file.

    Raises
    ------
    InputError
        If it is no UTF-8, or lacks a column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(f"cannot read the review: {error.strerror or error}", where=str(path)) from error
    except UnicodeDecodeError:
        raise InputError("the review is not UTF-8", where=str(path), hint='save it as "CSV UTF-8"') from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in ("key", *FILLED) if name not in (rows.fieldnames or ())]
    if missing:
        hint = "write it anew: claims review ARTICLE"
        raise InputError(f'the review has no column "{missing[0]}"', where=str(path), hint=hint)
    try:
        return tuple({k: v or "" for k, v in row.items() if k} for row in rows if (row["decision"] or "").strip())
    except csv.Error as error:
        raise InputError(f"cannot read the review: {error}", where=f"{path}, line {rows.line_num}") from None


def parse(rows: Iterable[Mapping[str, str]], where: str) -> tuple[Decision, ...]:
    """Take the decisions of rows.

    Examples
    --------
    >>> parse([{"key": "5f-0c", "decision": "Not enough info", "note": "", "by": "A. Rao"}], "")[0].verdict
    'not_enough_info'
    """
    return tuple(_decision(row, where) for row in rows)


def _decision(row: Mapping[str, str], where: str) -> Decision:
    statement, _, seen = row["key"].strip().partition("-")
    verdict = "_".join(row["decision"].lower().replace("_", " ").split())
    if verdict not in VERDICTS:
        near = get_close_matches(verdict, VERDICTS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"write {', '.join(VERDICTS)}, or nothing"
        raise InputError(f'the review decides "{row["decision"]}", which is no verdict', where=where, hint=hint)
    note, by = (" ".join(row[name].split()) for name in ("note", "by"))
    return Decision(statement=statement, seen=seen, verdict=cast("VerdictLabel", verdict), note=note, by=by)
