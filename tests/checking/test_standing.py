"""Where a name stands in the tables: in a cell, by a code, by what it implies; once for all that have it there."""

from __future__ import annotations

import pandas as pd

from claims.checking import indexed
from claims.checking.query import Filter
from claims.checking.standing import places
from claims.references import References
from tests.checking.support import check

MILLS = pd.DataFrame({"mill": ["Alder Mill", "Beck Mill", "Cove Mill"], "town": ["Holt", "Wexcombe", "Wexcombe"]})
OUTPUT = pd.DataFrame({
    "mill": ["Alder Mill", "Alder Mill", "Beck Mill"], "year": [2021, 2022, 2022], "tonnes": [410, 433, 97],
})  # fmt: skip
WAGES = OUTPUT.drop(columns="tonnes").assign(wages_usd=[40100, 42100, 9800])


def standing(*values: tuple[str, float]) -> dict[str, list[tuple[str, str, float]]]:
    """Say where values stand, each with how surely the cell is meant."""
    _, index = indexed(References.from_frames({"mills": MILLS, "output": OUTPUT}))
    return {table: [(p.column, p.value, p.sure) for p in found] for table, found in places(index, values).items()}


def test_a_name_stands_where_a_cell_has_it_else_where_what_it_implies_does():
    """A mill stands in both tables; its town in one, and implies the mill in the other; a town of two mills nothing."""
    assert standing(("Alder Mill", 1.0)) == {
        "mills": [("mill", "Alder Mill", 1.0)],
        "output": [("mill", "Alder Mill", 1.0)],
    }
    assert standing(("Holt", 1.0)) == {"mills": [("town", "Holt", 1.0)], "output": [("mill", "Alder Mill", 0.8)]}
    assert standing(("Wexcombe", 1.0)) == {"mills": [("town", "Wexcombe", 1.0)]}
    assert standing(("Dale Mill", 1.0)) == {}


def test_a_place_has_the_condition_that_chooses_its_rows():
    """The condition is the one that a query is asked with, and what the table is about counts in full."""
    _, index = indexed(References.from_frames({"mills": MILLS}))
    (town,) = places(index, (("Holt", 0.6),))["mills"]

    assert (town.condition, town.weight, town.main) == (Filter("town", "=", "Holt"), 0.6, 0.9)


def test_a_name_in_the_same_column_of_two_tables_chooses_rows_of_both():
    """Each of two tables that have the mill in a column of that name answers for its own measure."""
    found = check("Alder Mill made 433 tonnes in 2022. It paid $41,200 in wages in 2022.", output=OUTPUT, wages=WAGES)

    assert {s.quote: s.verdict.label for s in found.values() if s.value and s.value.amount} == {
        "433 tonnes": "supported", "$41,200": "refuted",
    }  # fmt: skip
