"""Great Expectations, imported only for a table that has no receipt: its import takes seconds."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.errors import InputError, ReferencesError
from claims.references.suites import Result, Suite, named_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from claims.references.table import Table


def validate(table: Table, suite: Suite, parameters: Mapping[str, list[str]]) -> list[Result]:
    """Run a suite on a table."""
    return validate_frame(table.frame, suite, parameters)


def validate_frame(frame: pd.DataFrame, suite: Suite, parameters: Mapping[str, list[str]]) -> list[Result]:
    """Run a suite on a data frame, whose rows are numbered from 0."""
    loaded = load(suite)
    batch = _frames().get_batch({"dataframe": frame})
    result = batch.validate(
        loaded,
        result_format={"result_format": "COMPLETE", "partial_unexpected_count": 20},
        expectation_parameters=dict(parameters),
    )
    return [_result(entry.to_json_dict(), suite, len(frame)) for entry in result.results]


def load(suite: Suite) -> Any:
    """Load a suite; Great Expectations only logs a type that it does not know, and drops it."""
    import logging

    import great_expectations as gx

    logging.getLogger("great_expectations").setLevel(logging.CRITICAL)
    try:
        loaded = gx.ExpectationSuite(**suite.content)
    except Exception as error:
        first = str(error).splitlines()[0]
        raise InputError(
            f'suite "{suite.name}" is refused: {first}', where=suite.path, hint="check its kwargs"
        ) from error
    wanted = [entry["type"] for entry in suite.content["expectations"]]
    known = {expectation.configuration.type for expectation in loaded.expectations}
    if len(loaded.expectations) != len(wanted):
        unknown = next((name for name in wanted if name not in known), wanted[0])
        near = difflib.get_close_matches(unknown, _known_types(), n=1)
        raise InputError(
            f'suite "{suite.name}" names an unknown or doubled expectation "{unknown}"',
            where=suite.path,
            hint=f'did you mean "{near[0]}"?' if near else "see the Great Expectations gallery",
        )
    return loaded


def _known_types() -> list[str]:
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    return sorted(list_registered_expectation_implementations())


@cache
def _frames() -> Any:
    import great_expectations as gx

    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return (
        context.data_sources.add_pandas("frames")
        .add_dataframe_asset("frame")
        .add_batch_definition_whole_dataframe("all")
    )


def _result(entry: Mapping[str, Any], suite: Suite, rows: int) -> Result:
    config, result, raised = entry["expectation_config"], entry["result"], entry["exception_info"]
    if "raised_exception" not in raised:
        raised = next(iter(raised.values()), {"raised_exception": False})
    columns = named_columns(config)
    if raised.get("raised_exception"):
        raise ReferencesError(
            f'suite "{suite.name}" cannot compute {config["type"]} of {", ".join(columns) or "the table"}: '
            f"{str(raised['exception_message']).splitlines()[0]}",
            where=suite.path,
            hint="the rule does not fit the column's type",
        )
    failing = () if entry["success"] else tuple(sorted({int(row) for row in result.get("unexpected_index_list") or ()}))
    return Result(
        expectation=config["type"],
        columns=columns,
        severity=config.get("severity") or "critical",
        success=bool(entry["success"]),
        rows=tuple(row for row in failing if 0 <= row < rows),
        description=config.get("description") or "",
        observed="" if result.get("observed_value") is None else f"found {result['observed_value']}",
    )
