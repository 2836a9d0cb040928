"""Long tables read as wide ones."""

from __future__ import annotations

import json

import pandas as pd
import pytest

import claims
from claims.checking.wideform import wide_form
from claims.references import References
from tests.checking.support import replayed, verdict

MEASURES = {
    "Book loans": [[410, 380], [260, 305]],
    "Visits": [[900, 940], [515, 498]],
    "Stolen bikes": [[4, 7], [2, 3]],
}
LONG = pd.DataFrame(
    [
        (town, year, measure, counts[t][y])
        for measure, counts in MEASURES.items()
        for t, town in enumerate(["Ashby", "Marl"])
        for y, year in enumerate([2022, 2023])
    ],
    columns=["town", "year", "measure", "number"],
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ashby had 380 book loans in 2023.", "380", "supported"),
        ("Ashby had 830 book loans in 2023.", "830", "refuted"),
        ("In 2023 the two towns recorded 685 book loans in all.", "685", "supported"),
        ("Visits to Marl fell by 17 in 2023.", "17", "supported"),
    ],
)
def test_what_the_rows_measure_is_a_column_for_each(text, words, expected):
    """The words of the text name the measure; sums and changes are computed of it."""

    assert expected == verdict(text, words, "2024-02-01", ledger=LONG)[0]


def test_evidence_speaks_of_the_rows_of_the_file():
    """Rows, columns and query are those of the long table, and the query gives the value there."""

    evidence, rows = replayed("Ashby had 380 book loans in 2023.", "380", "2024-02-01", ledger=LONG)

    assert ("ledger", ("town", "year", "measure", "number")) == (evidence.table, evidence.columns)
    assert (("Ashby", "2023", "Book loans", "380"),) == evidence.cells
    assert [(380,)] == rows


def test_a_failed_cell_carries_no_verdict_in_wide_form_either(tmp_path):
    """A figure that an expectation refuses is refused for the column that it became."""

    (tmp_path / "ledger.csv").write_text(LONG.to_csv(index=False).replace("380", "-380"), encoding="utf-8")
    bounds = {"type": "expect_column_values_to_be_between", "kwargs": {"column": "number", "min_value": 0}}
    suite = json.dumps({"name": "ledger", "expectations": [bounds], "meta": {}})
    (tmp_path / "ledger.json").write_text(suite, encoding="utf-8")
    (tmp_path / "references.toml").write_text('[ledger]\nsource = "ledger.csv"\nsuite = "ledger"\n', encoding="utf-8")
    audit = claims.audit(
        claims.Article("Ashby had 380 book loans in 2023.", published="2024-02-01"), claims.References.load(tmp_path)
    )

    assert "not_enough_info" == next(s for s in audit.statements if "380" in s.quote and s.value).verdict.label


def test_units_beside_the_measures_say_their_kinds():
    """ "vacant posts" with the unit "percent" are percentages."""
    units = LONG["measure"].map({"Book loans": "number", "Visits": "percent", "Stolen bikes": "number"})
    (table,) = References.from_frames({"ledger": LONG.assign(unit=units)}).tables
    form = wide_form(table, "ledger")

    assert {"Book loans": "number", "Visits": "percent", "Stolen bikes": "number"} == {
        name: form.table.column(name).kind for name in form.given
    }


@pytest.mark.parametrize(
    "frame",
    [
        LONG.rename(columns={"measure": "shop"}),
        LONG.assign(staff=range(5, 17)),
        pd.concat([LONG, LONG.tail(1)], ignore_index=True),
        LONG.assign(town=[f"Town {n}" for n in range(len(LONG))]),
    ],
    ids=["things", "two figures", "twice", "sparse"],
)
def test_other_tables_are_left_as_they_are(frame):
    """Names of things, several figures a row, two rows for one cell, and hardly a cell filled make no wide form."""
    (table,) = References.from_frames({"ledger": frame}).tables

    assert wide_form(table, "ledger") is None
