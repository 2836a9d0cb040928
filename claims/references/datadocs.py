"""Great Expectations' own pages about the tables and their suites, as a by-product of a check.

The pages load styles and scripts from the web when somebody opens them; the logo that reports each opening is removed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from claims.errors import InputError
from claims.references import suites, validation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claims.references.table import Table

_LOGO = re.compile(r"https://great-expectations-web-assets\.[^\"')]*")
_WHEN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The time that the pages show: the same tables give the same pages."""


def write(tables: Sequence[Table], folder: Path) -> Path:
    """Write Data Docs of all tables that have a suite; give the first page."""
    suited = [table for table in tables if table.rules]
    if not suited:
        raise InputError("no table has an expectation suite", hint="draft one: claims references profile PATH")
    if folder.exists() and not folder.is_dir():
        raise InputError("Data Docs need a folder", where=str(folder), hint="give the name of a folder")
    context = _context(folder)
    source = context.data_sources.add_pandas("references")
    for table in suited:
        _run(context, source, table, tables)
    context.build_data_docs()
    for page in sorted(folder.rglob("*.html")):
        page.write_text(_LOGO.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    return folder / "index.html"


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


def _run(context: Any, source: Any, table: Table, tables: Sequence[Table]) -> None:
    import great_expectations as gx
    from great_expectations.core.run_identifier import RunIdentifier

    assert table.rules
    asset = source.add_dataframe_asset(table.name).add_batch_definition_whole_dataframe("all")
    suite = context.suites.add(validation.load(table.rules))
    definition = gx.ValidationDefinition(name=table.name, data=asset, suite=suite)
    context.validation_definitions.add(definition).run(
        batch_parameters={"dataframe": table.frame},
        expectation_parameters=suites.parameters_of(table.rules, tables),
        result_format={"result_format": "COMPLETE"},
        run_id=RunIdentifier(run_name="claims", run_time=_WHEN),
    )
