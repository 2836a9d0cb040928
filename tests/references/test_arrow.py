"""Between Python, Arrow and numpy, without pandas."""

import subprocess
import sys

import pyarrow as pa
import pytest

from claims.references.arrow import numbers, strings


@pytest.mark.parametrize("cells", [[], [None], ["Poá", None, "", "x" * 300], [f"name {n}" for n in range(20)]])
def test_texts_are_what_arrow_makes_of_them(cells):
    """The column is the one that Arrow itself makes, valid to its last byte."""
    made = strings(cells)
    made.validate(full=True)

    assert made.equals(pa.array(cells, pa.string()))


@pytest.mark.parametrize("cells", [[], [3, 1], [None, 7, None], [None]])
def test_numbers_keep_their_place(cells):
    """A missing number is the one given, also in a slice."""
    whole = pa.array([9, *cells], pa.int32())

    assert numbers(whole[1:], missing=-1).tolist() == [-1 if cell is None else cell for cell in cells]


def test_an_audit_needs_no_pandas():
    """Loading tables and auditing an article import none of the libraries that take long to load."""
    code = (
        "import sys, claims; claims.audit('Kishor, 45, declined.');"
        "print([m for m in ('pandas', 'sklearn', 'great_expectations', 'duckdb') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"
