"""Great Expectations, imported only for a table that has no receipt: its import takes seconds."""

from __future__ import annotations

import difflib
from functools import cache
from string import Template
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
    batch = frames().get_batch({"dataframe": frame})
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
        raise InputError(
            f'suite "{suite.name}" is refused: {_told(error)}', where=suite.path, hint="check its kwargs"
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


def _told(error: Exception) -> str:
    """Say what is wrong with an expectation, of pydantic's list the first entry."""
    listed: Any = getattr(error, "errors", None)
    if not callable(listed):
        return str(error).splitlines()[0]
    first = listed()[0]
    return f"{getattr(error, 'model', type(error)).__name__}: {'.'.join(map(str, first['loc']))}: {first['msg']}"


def _known_types() -> list[str]:
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    return sorted(list_registered_expectation_implementations())


@cache
def frames() -> Any:
    """Give what makes a batch of a data frame."""
    import great_expectations as gx

    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return (
        context.data_sources.add_pandas("frames")
        .add_dataframe_asset("frame")
        .add_batch_definition_whole_dataframe("all")
    )


def _result(entry: Mapping[str, Any], suite: Suite, rows: int) -> Result:
    from great_expectations.expectations.registry import get_expectation_impl

    config, result, raised = entry["expectation_config"], entry["result"], entry["exception_info"]
    if "raised_exception" not in raised:
        raised = next(iter(raised.values()), {"raised_exception": False})
    kind = get_expectation_impl(config["type"])
    own = {name: field.default for name, field in kind.__fields__.items() if name == "column" and field.default}
    columns = named_columns(config) or named_columns({"kwargs": own})
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
        description=config.get("description") or _own_words(kind, config),
        rule=str((config.get("meta") or {}).get("rule") or ""),
        observed="" if result.get("observed_value") is None else f"found {result['observed_value']}",
    )


def _own_words(kind: Any, config: Mapping[str, Any]) -> str:
    """Let an expectation that Great Expectations does not bring say what it asks, by its own renderer."""
    if kind.__module__.startswith("great_expectations."):
        return ""
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    fields = {name: config[name] for name in ("type", "kwargs", "meta") if name in config}
    told = kind._prescriptive_summary(configuration=ExpectationConfiguration(**fields)).value
    values = {name: str(param["value"]) for name, param in told.params.items()}
    return Template(told.template).safe_substitute(values)
