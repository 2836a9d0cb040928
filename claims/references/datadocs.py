"""Great Expectations' own pages about tables, or audits, and their suites, as a by-product of a check.

The pages load styles and scripts from the web when somebody opens them; the logo that reports each opening is removed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.errors import InputError
from claims.references import suites, validation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from claims.references.table import Table

_LOGO = re.compile(r"https://great-expectations-web-assets\.[^\"')]*")
_UNIQUE = re.compile(r"(?<=body-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LOADED = re.compile(r"\b\d{8}T\d{6}\.\d{6}Z\b")
_WHEN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The time that the pages show: the same tables give the same pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A data frame to hold to a suite: `shown` are the columns that tell which of its rows fail."""

    name: str
    frame: pd.DataFrame
    suite: suites.Suite
    parameters: Mapping[str, list[str]] = field(default_factory=dict)
    shown: tuple[str, ...] = ()


def write(tables: Sequence[Table], folder: Path) -> Path:
    """Write Data Docs of all tables that have a suite; give the first page."""
    runs = [
        Run(name=t.name, frame=t.frame, suite=t.rules, parameters=suites.parameters_of(t.rules, tables))
        for t in tables
        if t.rules
    ]
    if not runs:
        raise InputError("no table has an expectation suite", hint="draft one: claims references profile PATH")
    return write_pages(runs, folder)


def write_pages(runs: Sequence[Run], folder: Path) -> Path:
    """Validate data frames, and write a page each; give the first page."""
    if folder.exists() and not folder.is_dir():
        raise InputError("Data Docs need a folder", where=str(folder), hint="give the name of a folder")
    context = _context(folder)
    source = context.data_sources.add_pandas("references")
    for run in runs:
        _run(context, source, run)
    context.build_data_docs()
    for page in sorted(folder.rglob("*.html")):
        page.write_text(_settled(page.read_text(encoding="utf-8")), encoding="utf-8")
    return folder / "index.html"


def _settled(page: str) -> str:
    """Take out of a page what differs from run to run, and what calls home."""
    numbers: dict[str, str] = {}
    page = _UNIQUE.sub(lambda found: numbers.setdefault(found[0], f"{len(numbers)}"), _LOGO.sub("", page))
    return _LOADED.sub(f"{_WHEN:%Y%m%dT%H%M%S.%fZ}", page)


def _context(folder: Path) -> Any:
    """Make a context that keeps nothing but the pages."""
    import great_expectations as gx

    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    for site in list(context.variables.data_docs_sites):
        context.delete_data_docs_site(site)
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
    index = {"class_name": "DefaultSiteIndexBuilder"}
    site = {"class_name": "SiteBuilder", "show_how_to_buttons": False}
    context.add_data_docs_site("pages", {**site, "site_index_builder": index, "store_backend": store})
    return context


def _run(context: Any, source: Any, run: Run) -> None:
    import great_expectations as gx
    from great_expectations.core.run_identifier import RunIdentifier

    asset = source.add_dataframe_asset(run.name).add_batch_definition_whole_dataframe("all")
    suite = context.suites.add(validation.load(run.suite))
    definition = gx.ValidationDefinition(name=run.name, data=asset, suite=suite)
    rows = {"unexpected_index_column_names": list(run.shown)} if run.shown else {}
    context.validation_definitions.add(definition).run(
        batch_parameters={"dataframe": run.frame},
        expectation_parameters=dict(run.parameters),
        result_format={"result_format": "COMPLETE", **rows},
        run_id=RunIdentifier(run_name="claims", run_time=_WHEN),
    )
