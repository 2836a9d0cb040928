"""Expectation suites decide which cells carry a verdict; results are remembered."""

import json
import sys

import pytest

import claims
from claims.references import References, check, validation

SUITE = {
    "name": "chiefs",
    "meta": {},
    "expectations": [
        {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "name"}, "description": "nobody twice"},
        {"type": "expect_column_values_to_be_between", "severity": "critical", "description": "chiefs are grown up",
         "kwargs": {"column": "born", "min_value": "1900-01-01T00:00:00", "max_value": "2008-12-31T00:00:00"}},
        {"type": "expect_column_pair_values_a_to_be_greater_than_b", "severity": "critical",
         "kwargs": {"column_A": "to", "column_B": "from", "ignore_row_if": "either_value_is_missing"}},
        {"type": "expect_column_values_to_be_in_set", "severity": "warning",
         "kwargs": {"column": "clinic", "value_set": {"$PARAMETER": "clinics_clinic"}}},
        {"type": "expect_table_row_count_to_be_between", "severity": "info", "kwargs": {"min_value": 1}},
    ],
}  # fmt: skip


@pytest.fixture
def suited(clinics):
    """The clinics with a suite for their chiefs, found by its name."""
    (clinics / "expectations").mkdir()
    write(clinics, SUITE)
    return clinics


def write(folder, suite):
    (folder / "expectations" / "chiefs.json").write_text(json.dumps(suite))


def damage(folder, old, new):
    path = folder / "chiefs.csv"
    path.write_text(path.read_text().replace(old, new))


def failing(folder):
    table = References.load(folder).table("chiefs")
    return {cell: failure.expectation for cell, failure in table.failed.items()}, table


def test_a_fit_table_passes(suited):
    """Nothing fails, and the report counts what passed."""
    failed, table = failing(suited)

    assert (failed, table.suite, table.report.passed, table.report.failed) == ({}, "chiefs", 5, 0)


def test_a_bad_cell_fails_alone(suited):
    """A birth date in the future spoils its own cell, and the report says why."""
    damage(suited, "1971-12-02", "2071-12-02")
    failed, table = failing(suited)

    assert failed == {(1, "born"): "expect_column_values_to_be_between"}
    assert table.report.failures[0].explanation == "chiefs are grown up: row 2 (Bram Okoye-Lund: born 2071-12-02)"
    assert table.report.failures[0].rows == ("Bram Okoye-Lund",)


def test_a_doubled_key_spoils_its_rows(suited):
    """Rows that share a key are not told apart: none of their cells can be trusted."""
    damage(suited, "Celia Thorne", "Ada Thorne")
    failed, table = failing(suited)

    assert {row for row, _ in failed} == {0, 2}
    assert len(failed) == 2 * len(table.columns)


def test_a_rule_about_two_columns_spoils_both(suited):
    """A term that ends before it begins makes both dates useless."""
    damage(suited, "2021-03-31", "2011-03-31")
    failed, _ = failing(suited)

    assert sorted(failed) == [(0, "from"), (0, "to")]


def test_warnings_flag_but_do_not_spoil(suited):
    """A failed expectation of severity warning leaves the cells usable."""
    damage(suited, "Harrow Infirmary", "Harrow Hut")
    failed, table = failing(suited)

    assert (failed, list(table.flagged), table.report.failed) == ({}, [(3, "clinic")], 1)


def test_a_rule_about_the_table_spoils_all_of_it(suited):
    """Too few rows: no cell can be trusted."""
    few = {"type": "expect_table_row_count_to_be_between", "severity": "critical", "kwargs": {"min_value": 99}}
    write(suited, {**SUITE, "expectations": [few]})
    failed, table = failing(suited)

    assert len(failed) == len(table) * len(table.columns)
    assert "found 4" in table.report.failures[0].explanation


def rule(kind, **kwargs):
    return {"type": f"expect_column_values_to_be_{kind}", "kwargs": kwargs}


BAD = [
    (rule("unique", column="nme"), claims.ReferencesError, 'did you mean "name"?'),
    (rule("uniqe", column="name"), claims.InputError, "to_be_unique"),
    (rule("between", column="name", min_value=3), claims.ReferencesError, "does not fit"),
    (rule("unique"), claims.InputError, "kwargs"),
    (
        rule("in_set", column="clinic", value_set={"$PARAMETER": "clinic_clinic"}),
        claims.ReferencesError,
        "clinics_clinic",
    ),
]


@pytest.mark.parametrize(("broken", "error", "hint"), BAD)
def test_broken_rules_are_no_failures(suited, broken, error, hint):
    """A rule that cannot be computed is refused; it never passes and never counts as bad data."""
    write(suited, {**SUITE, "expectations": [broken]})
    with pytest.raises(error) as caught:
        References.load(suited)

    assert hint in caught.value.hint


@pytest.mark.parametrize("content", ['{"name": "chiefs", "expectations": []}', "{}", "no"])
def test_empty_suites_are_refused(suited, content):
    """A suite without rules would pass everything."""
    (suited / "expectations" / "chiefs.json").write_text(content)
    with pytest.raises(claims.InputError):
        References.load(suited)


def test_results_are_remembered(suited, own_cache, monkeypatch):
    """A second run reads the receipt and never validates; another table or suite is validated anew."""
    failing(suited)
    first = list(own_cache.rglob("*.json"))
    monkeypatch.setattr(validation, "validate", lambda *_: pytest.fail("validated again"))

    assert failing(suited)[1].report.passed == 5
    assert len(first) == 1
    monkeypatch.undo()
    damage(suited, "1971-12-02", "2071-12-02")
    monkeypatch.setenv("CLAIMS_CACHE", str(own_cache))
    assert failing(suited)[1].report.failed == 1


@pytest.mark.parametrize("damage_done", ["unreadable", "unwritable"])
def test_a_bad_cache_does_no_harm(suited, own_cache, monkeypatch, damage_done):
    """A receipt that is no JSON is made anew; a cache that cannot be written is done without."""
    if damage_done == "unreadable":
        failing(suited)
        next(own_cache.rglob("*.json")).write_text("{")
    else:
        (own_cache / "file").write_text("")
        monkeypatch.setenv("CLAIMS_CACHE", str(own_cache / "file"))

    assert failing(suited)[1].report.passed == 5


def test_check_lists_every_expectation(suited):
    """`check` gives each table's report and every result."""
    damage(suited, "1971-12-02", "2071-12-02")
    chiefs = next(c for c in check(suited) if c.report.table == "chiefs")

    assert [r.success for r in chiefs.results] == [True, False, True, True, True]
    assert chiefs.results[1].rows == (1,)


def test_tables_without_suite_import_nothing_heavy():
    """Great Expectations is imported only where a suite has no receipt."""
    import subprocess

    load = "import sys; from claims.references import References; References.embedded()"
    code = f"{load}; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_rows_without_a_key_are_named_by_number(tmp_path):
    """A row that nothing tells apart is not named twice."""
    (tmp_path / "expectations").mkdir()
    (tmp_path / "people.csv").write_text("name,born\nAda Thorne,1966-04-18\nAda Thorne,1971-12-02\n")
    unique = {"name": "people", "expectations": [rule("unique", column="name")]}
    (tmp_path / "expectations" / "people.json").write_text(json.dumps(unique))
    failure = References.load(tmp_path).tables[0].report.failures[0]

    assert failure.explanation.endswith("row 1 (name Ada Thorne); row 2 (name Ada Thorne)")
