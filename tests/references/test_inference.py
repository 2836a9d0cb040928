"""Without a catalog, roles, keys and references between tables are found."""

from decimal import Decimal

import pandas as pd
import pytest

from claims.checking.tables import tables_of
from claims.references import References


def roles(table):
    return {column.name: column.role for column in table.columns}


def test_roles_of_linked_tables(clinics):
    """Entities, times, measures and categories are told apart."""
    references = References.load(clinics)

    assert roles(references.table("clinics")) == {
        "clinic": "entity", "aliases": "alias", "town": "category", "opened": "date", "kind": "category",
        "emergency": "category",
    }  # fmt: skip
    assert roles(references.table("chiefs")) == {
        "name": "entity", "clinic": "entity", "post": "category", "born": "date", "from": "from", "to": "to",
    }  # fmt: skip
    assert roles(references.table("clinic_years")) == {
        "year": "year", "clinic": "entity", "beds": "measure", "budget_usd_m": "measure", "seen_pct": "measure",
        "wait_weeks": "measure",
    }  # fmt: skip


def test_keys_and_foreign_keys(clinics):
    """Rows are told apart by the fewest columns; columns know which rows they name."""
    references = References.load(clinics)

    assert [t.key for t in references.tables] == [("name",), ("clinic", "year"), ("clinic",)]
    assert ("clinics", "clinic") in references.table("chiefs").column("clinic").refers
    assert references.table("clinic_years").label(1) == "Elmwood Hospital, 2021"


def test_facts_about_measures(clinics):
    """Unit, scale, precision and missing cells are known."""
    column = References.load(clinics).table("clinic_years").column("budget_usd_m")

    assert (column.kind, column.unit, column.scale, column.decimals, column.missing) == (
        "money",
        "USD",
        Decimal(10**6),
        1,
        1,
    )


def test_wide_tables():
    """A column a year knows its year and takes its words from the table's name."""
    frame = pd.DataFrame({"town": ["Fenby", "Harrow"], "2019": [100, 200], "2020": [110, 190]})
    table = References.from_frames({"populations": frame}).tables[0]

    assert [(c.year, c.words, c.role) for c in table.columns[1:]] == [
        (2019, ("population",), "measure"),
        (2020, ("population",), "measure"),
    ]


def test_outcomes_are_no_subjects():
    """A year's winner is a category that names people; the year tells the rows apart."""
    frames = {
        "editions": pd.DataFrame({"year": [2019, 2020, 2021], "winner": ["Ada Thorne", "Bo Vale", "Ada Thorne"]}),
        "riders": pd.DataFrame({"rider": ["Ada Thorne", "Bo Vale"], "born": ["1990-01-01", "1991-01-01"]}),
    }
    table = References.from_frames(frames).table("editions")

    assert (roles(table), table.key) == ({"year": "year", "winner": "category"}, ("year",))
    assert table.column("winner").refers == (("riders", "rider"),)


def test_numbers_that_look_like_years_are_measures():
    """Whole numbers between 1500 and 2100 are years only where the name says so."""
    frame = pd.DataFrame({"school": ["Fenby School", "Harrow School"], "pupils": [1611, 1950], "founded": [1611, 1950]})
    table = References.from_frames({"schools": frame}).tables[0]

    assert (table.column("pupils").kind, table.column("founded").kind) == ("number", "date")


def test_tables_without_a_key():
    """Two rows that nothing tells apart give no key and no error."""
    frame = pd.DataFrame({"name": ["Ada Thorne", "Ada Thorne"], "born": ["1966-04-18", "1966-04-19"]})
    table = References.from_frames({"people": frame}).tables[0]

    assert (table.key, table.label(1), table.failed) == ((), "row 2", {})


def test_lists_of_names_are_indexed_one_by_one():
    """A cell that lists names names each of them."""
    frame = pd.DataFrame({"date": ["2020-01-01", "2020-02-01"], "event": ["met twice", "left early"],
                          "actors": ["Ada Thorne;Bo Vale", "Bo Vale"]})  # fmt: skip
    (view,) = tables_of(References.from_frames({"events": frame}))

    assert view.rows("actors", "Bo Vale") == [0, 1]


def test_a_few_unreadable_numbers_are_flagged():
    """A column of numbers stays one when a cell is none; that cell is empty and flagged."""
    frame = pd.DataFrame(
        {"name": [f"Ada Thorne {c}" for c in "ABCDEFGHIJKL"], "beds": [*map(str, range(50, 61)), "thirty"]}
    )
    table = References.from_frames({"wards": frame}).tables[0]

    assert (table.column("beds").dtype, table.cell(11, "beds"), list(table.flagged)) == ("int", None, [(11, "beds")])
    assert "thirty" in table.report.failures[0].explanation


def test_first_and_last_names_are_put_together():
    """A table that splits names gets a column of full names, which is its subject."""
    frame = pd.DataFrame(
        {"first_name": ["Ada", "Bo"], "last_name": ["Thorne", "Vale"], "born": ["1966-04-18", "1970-01-01"]}
    )
    references = References.from_frames({"people": frame})

    table = references.tables[0]

    assert (table.subject.name, table.values("name")) == ("name", ("Ada Thorne", "Bo Vale"))


def test_vague_columns_take_words_from_the_table():
    """The measure of gdp.csv's column "Value" is the GDP."""
    frame = pd.DataFrame({"Country": ["Fenland", "Marl"], "Value": [3, 4]})

    assert "gdp" in References.from_frames({"gdp": frame}).tables[0].column("Value").words


def test_the_name_of_a_table_gives_its_figures_their_unit():
    """Columns that are mere years, or kinds of spending, are in what the table's name says; shares keep their own."""
    wide = pd.DataFrame({"firm": ["Ash", "Birch"], "2023": [41200, 51300], "margin_pct": [4.1, 5.2]})
    column = References.from_frames({"sales_musd": wide}).tables[0].column

    assert (column("2023").unit, column("2023").scale, column("2023").words) == ("USD", Decimal(10**6), ("sale",))
    assert column("margin_pct").unit == "%"


def measured(table_name, **columns):
    """Give kind, unit and scale of the last column of a table of towns."""
    frame = pd.DataFrame({"town": ["Ashby", "Elmton"]} | columns)
    column = References.from_frames({table_name: frame}).tables[0].columns[-1]
    return column.kind, column.unit, int(column.scale)


YEARS = {"2023": [88.4, 61.2], "2024": [97.5, 58.3]}


@pytest.mark.parametrize(
    ("name", "columns", "expected"),
    [
        ("visits_thousands", YEARS, ("number", "", 1000)),
        ("Visits (in '000)", YEARS, ("number", "", 1000)),
        ("trade_bn", YEARS, ("number", "", 10**9)),
        ("turnout", YEARS, ("percent", "%", 1)),
        ("unemployment_rate", YEARS, ("percent", "%", 1)),
        ("commute_minutes", YEARS, ("duration", "min", 1)),
        ("births_per_thousand", YEARS, ("number", "", 1)),
        ("table_b", YEARS, ("number", "", 1)),
        ("turnout", {"2023": [45210, 3321], "2024": [44100, 3012]}, ("number", "", 1)),
        ("visits_thousands", {"value": [88.4, 61.2]}, ("number", "", 1000)),
        ("turnout", {"total": [88, 61]}, ("number", "", 1)),
        ("exports_millions", {"wine": [88.4, 61.2], "wool": [97.5, 58.3]}, ("number", "", 10**6)),
        ("exports_millions", {"wine": [88.4, 61.2], "wool_pct": [97.5, 58.3]}, ("percent", "%", 1)),
        ("clubs_million", {"members": [88, 61]}, ("number", "", 1)),
        ("fares", {"single_crowns": [3.2, 4.1]}, ("money", "", 1)),
    ],
)
def test_figures_that_say_nothing_are_measured_as_the_table_says(name, columns, expected):
    """A column that is a mere year is read as if it were called as its table; one with a name needs a plural."""
    assert expected == measured(name, **columns)


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [("loaf_cents", "", ("loaf",)), ("fare_pence", "GBP", ("fare",)), ("cover_price_cents", "", ("cover", "price"))],
)
def test_small_coins_are_hundredths(name, unit, words):
    """A column in cents holds hundredths of what an article counts in."""
    frame = pd.DataFrame({"town": ["Ashby", "Elmton"], name: [380, 420]})
    column = References.from_frames({"prices": frame}).tables[0].column(name)

    assert ("money", unit, Decimal("0.01"), words) == (column.kind, column.unit, column.scale, column.words)


def test_names_in_other_languages_make_a_subject():
    """Houses called "Theater am Markt" are what the rows are about, not the towns beside them."""
    frame = pd.DataFrame({
        "house": ["Theater am Markt", "Villa des Pins", "Globe", "Aurora"],
        "town": ["Ashby", "Elmton", "Orrin", "Vale"], "seats": [400, 350, 900, 210],
    })  # fmt: skip

    assert roles(References.from_frames({"houses": frame}).tables[0])["house"] == "entity"


def test_other_names_belong_to_whom_they_resemble():
    """A column of other names after many columns gives those of the name that shares words with them."""
    frame = pd.DataFrame({
        "name": ["Joanna Reed", "Lord Orrin Vale"], "coach": ["Ines Holt", "Bo Marsh"], "height_cm": [171, 190],
        "aliases": ["Jo Reed", "Orrin Vale"],
    })  # fmt: skip

    assert References.from_frames({"divers": frame}).tables[0].column("aliases").of == "name"


def test_the_first_column_gives_years_their_unit():
    """The years of "Crop (kt)" are in thousands of tonnes; a column with words of its own is not."""
    frame = pd.DataFrame({"Crop (kt)": ["Barley", "Oats"], "2023": [412, 513], "2024": [431, 520]})
    column = References.from_frames({"harvests": frame}).tables[0].column
    counted = pd.DataFrame({"Crop (kt)": ["Barley", "Oats"], "growers": [412, 513]})

    assert (column("2024").unit, column("2024").scale) == ("t", Decimal(1000))
    assert References.from_frames({"harvests": counted}).tables[0].column("growers").unit == ""


def test_a_title_without_a_unit_leaves_figures_beside_others_alone():
    """In "flat_prices" a column of sales beside a share is no money, a column for each town is."""
    mixed = pd.DataFrame({"town": ["Ash", "Elm"], "sold": [41, 57], "first_time_pct": [4.1, 5.2]})
    plain = pd.DataFrame({"month": ["2024-01", "2024-02"], "ashby": [210, 220], "elmton": [180, 175]})
    kinds = [
        References.from_frames({"flat_prices": f}).tables[0].column(c).kind
        for f, c in ((mixed, "sold"), (plain, "ashby"))
    ]

    assert kinds == ["number", "money"]


def test_the_only_figures_are_no_codes():
    """A column "number" that repeats holds what is measured where the table has no other figures."""
    tidy = pd.DataFrame({
        "ward": ["Ash", "Ash", "Elm", "Elm"], "year": [2023, 2024] * 2, "kind": ["theft"] * 4, "number": [7, 9, 7, 4],
    })  # fmt: skip
    coded = pd.DataFrame({"ship": ["Petrel", "Curlew"], "number": [314, 271]})
    found = [References.from_frames({"t": frame}).tables[0].column("number").role for frame in (tidy, coded)]

    assert found == ["measure", "key"]


def test_years_are_known_by_the_rows_they_have():
    """A ballot column with a few rows a year is one of years, and so is one that runs down the first column."""
    ballots = pd.DataFrame({"ballot": [2016, 2016, 2020, 2020], "party": ["Hill", "Coast"] * 2, "seats": [9, 4, 7, 6]})
    sessions = pd.DataFrame({"session": [2016, 2018, 2020], "members": [90, 88, 91]})
    joined = pd.DataFrame({"pilot": ["Ada Lee", "Bo Vale", "Cy Orr", "Di Low"], "class": [2009, 2009, 2013, 2013]})
    found = [
        References.from_frames({"t": frame}).tables[0].column(name).role
        for frame, name in ((ballots, "ballot"), (sessions, "session"), (joined, "class"))
    ]

    assert found == ["year", "year", "date"]


def test_codes_are_said_at_the_end_of_a_name():
    """ "Case no." and "code" are codes; "no_of_beds", weeks at no. 1 and votes of yes and no are figures."""
    frame = pd.DataFrame({
        "code": [1.1, 1.2, 2.1], "place": ["Ash", "Elm", "Vale"], "no_of_beds": [4, 7, 7], "Weeks at no. 1": [2, 2, 5],
        "yes": [40, 31, 60], "no": [31, 40, 20], "score": ["98-91", "102-110", "88-87"], "lot": ["A1", "A2", "B1"],
    })  # fmt: skip

    assert roles(References.from_frames({"wards": frame}).tables[0]) == {
        "code": "key", "place": "entity", "no_of_beds": "measure", "Weeks at no. 1": "measure", "yes": "measure",
        "no": "measure", "score": "category", "lot": "key",
    }  # fmt: skip


def test_years_in_which_something_happened():
    """Years of birth, of the last cap and of a contract's end are dates of who the row is about, no time of the row."""
    frame = pd.DataFrame({
        "player": ["Ada Thorne", "Bo Vale", "Jo Reed"], "birth_year": [1990, 1987, 2003], "capped": [2011, 2009, 2022],
        "contract until": [2027, 2026, 2028], "employed": [1204, 1950, 88],
    })  # fmt: skip

    assert list(roles(References.from_frames({"squad": frame}).tables[0]).values())[1:] == [*["date"] * 3, "measure"]


def test_editions_number_the_rows():
    """A first column that counts on by one, from any number, is a key and nothing to add up."""
    frame = pd.DataFrame({"edition": [18, 19, 20], "year": [2021, 2022, 2023], "films": [81, 90, 88]})

    assert roles(References.from_frames({"festival": frame}).tables[0])["edition"] == "key"


def test_other_spellings_and_former_names_are_aliases():
    """Columns for what a town is called as well hold its aliases; a first name alone does not."""
    frame = pd.DataFrame({"town": ["Ash", "Elm"], "Other spelling": ["Ashe", None], "former_name": ["Esk", "Ulm"]})
    column = References.from_frames({"towns": frame}).tables[0].column

    assert [(column(n).role, column(n).of) for n in ("Other spelling", "former_name")] == [("alias", "town")] * 2


def test_details_go_on_from_the_head_of_a_name():
    """ "chair_since" is about the column "chair_of_jury"; two countries are not about each other."""
    frame = pd.DataFrame({
        "prize": ["Alder Medal", "Elm Prize"], "chair_of_jury": ["Ada Thorne", "Bo Vale"],
        "chair_since": ["2019-01-01", "2020-01-01"], "country_of_birth": ["Ash", "Oak"],
        "country_of_death": ["Ash", "Elm"],
    })  # fmt: skip
    column = References.from_frames({"prizes": frame}).tables[0].column

    assert [column(n).of for n in ("chair_since", "country_of_birth")] == ["chair_of_jury", ""]


def test_a_year_with_a_unit_takes_its_words_from_the_table():
    """What "2023 (£m)" measures is said by the table's name, not by the pound."""
    frame = pd.DataFrame({"department": ["Health", "Roads"], "2023 (£m)": [4, 7], "2024 (£m)": [5, 7]})
    column = References.from_frames({"spending": frame}).tables[0].column("2024 (£m)")

    assert (column.words, column.unit, column.scale) == (("spending",), "GBP", Decimal(10**6))


def test_counts_behind_other_figures_are_no_keys():
    """Winners of each draw are figures though they are 0, 1 and 2; a percentage of "no" is one, too."""
    frame = pd.DataFrame({
        "draw": ["2023-01-07", "2023-01-11", "2023-01-14"], "jackpot": [410, 200, 620], "winners": [1, 0, 2],
        "no_pct": [52.2, 39.0, 48.9],
    })  # fmt: skip
    table = References.from_frames({"lottery": frame}).tables[0]

    assert (table.key, roles(table)["winners"], table.column("no_pct").kind) == (("draw",), "measure", "percent")


def test_the_time_of_a_day_is_no_duration():
    """Hours and minutes beside a day say when it happened; those of a race, or of no day, say how long it took."""
    frames = {
        "calls": pd.DataFrame({"date": ["2025-01-08", "2025-01-09"], "time": ["06:55", "17:10"], "crews": [2, 3]}),
        "races": pd.DataFrame({"date": ["2025-01-08", "2025-01-09"], "time": ["02:55", "03:10"], "runners": [20, 31]}),
    }
    calls, races = (References.from_frames(frames).table(name).column("time") for name in ("calls", "races"))

    assert (calls.dtype, races.role, races.dtype) == ("text", "measure", "clock")
    assert calls.role != "measure"
