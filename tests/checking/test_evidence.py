"""Evidence: the cells that were read, as the table writes them."""

from __future__ import annotations

import pandas as pd

from tests.checking.support import check


def evidence(text, words, **frames):
    """Give the first evidence of the statement at `words`."""
    found = check(text, **frames)
    return next(s for quote, s in found.items() if words in quote and s.verdict.evidence).verdict.evidence[0]


def test_the_cells_that_were_read_stand_beside_their_row():
    """A line a row, an entry a column."""

    found = evidence("Elmwood Library had 99,300 visitors in 2023.", "99,300")
    row = dict(zip(found.columns, found.cells[0], strict=True))

    assert ("99300", "2023", "Elmwood Library") == (row["visitors"], row["year"], row["library"])
    assert len(found.rows) == len(found.cells)
    assert {len(found.columns)} == {len(line) for line in found.cells}


def test_cells_are_as_the_table_writes_them():
    """A separator that was written is shown."""

    visits = pd.DataFrame({"library": ["Elmwood Library", "Harbour Library"], "visitors": ["99,300", "36,500"]})
    found = evidence("Elmwood Library had 99,300 visitors.", "99,300", visits=visits)

    assert "99,300" in found.cells[0]
