"""The Jinja environment of the page and the notebook: everything escaped, what the templates may say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.reports import wording
from claims.reports.plain import line, visible

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Make the environment once a process."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters |= {"visible": visible, "line": line, "plural": wording.plural, "signed": wording.signed}
    made.globals |= {
        "prefix": "", "zip": zip, "labels": wording.LABELS, "marks": wording.MARKS, "meanings": wording.MEANINGS,
        "reasons": wording.REASONS, "verdicts": wording.VERDICTS, "bins": wording.BINS, "sourcings": wording.SOURCINGS,
    }  # fmt: skip
    return made


def asset(name: str) -> str:
    """Read a style sheet or a script, to be put into a page as it is."""
    return (FOLDER / name).read_text(encoding="utf-8")
