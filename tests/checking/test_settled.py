"""Counts each of whose words is read refute, and figures of cells are no numbers of rows."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict, weighed

BRIDGES = pd.DataFrame(
    {
        "bridge": ["Aller Bridge", "Mill Bridge", "Tern Bridge", "New Bridge", "Ferry Bridge", "Harrow Bridge"],
        "opened": [1931, 1968, 1904, 2003, 1988, 1912],
        "length_m": [212, 96, 64, 310, 140, 88],
        "toll": ["yes", "no", "no", "yes", "yes", "no"],
    }
)
INSPECTIONS = pd.DataFrame(
    {
        "date": ["2023-03-01", "2023-09-14", "2024-02-20", "2024-06-05", "2024-11-30"],
        "bridge": ["Aller Bridge", "Tern Bridge", "Mill Bridge", "Ferry Bridge", "Tern Bridge"],
        "inspector": ["Ida Rusk", "Ida Rusk", "Omar Vance", "Lena Moss", "Ida Rusk"],
        "defects": [2, 9, 4, 1, 3],
    }
)
MATCHES = pd.DataFrame(
    {
        "date": ["2025-03-01", "2025-03-08", "2025-03-15", "2025-03-22", "2025-04-05", "2025-04-12"],
        "home": ["Otters", "Kites", "Herons", "Herons", "Otters", "Kites"],
        "away": ["Herons", "Otters", "Kites", "Otters", "Kites", "Herons"],
        "home_goals": [3, 0, 1, 2, 4, 3],
        "away_goals": [1, 2, 1, 1, 0, 2],
    }
)
PRIZES = pd.DataFrame(
    {
        "year": [2019, 2020, 2021, 2022, 2023],
        "prize": ["Lantern Prize"] * 5,
        "winner": ["Nora Hale", "Ivo Brandt", "Nora Hale", "Sara Lund", "Peter Oak"],
        "publisher": ["Gate Press", "Gate Press", "Quill House", "Quill House", "Gate Press"],
    }
)
ACCIDENTS = pd.DataFrame({
    "date": ["2023-01-04", "2023-05-19", "2024-02-02", "2024-08-30", "2025-01-15"],
    "mill": ["Aske Mill", "Bray Mill", "Aske Mill", "Cole Mill", "Bray Mill"], "deaths": [0, 2, 0, 0, 1],
})  # fmt: skip
MILLS = pd.DataFrame({
    "mill": ["Aske Mill", "Bray Mill", "Cole Mill", "Dunn Mill", "Eddy Mill"],
    "owner": ["Holt Group", "Holt Group", "Holt Group", "Lowry & Sons", "Lowry & Sons"],
    "fibre": ["wool", "wool", "silk", "wool", "silk"],
})  # fmt: skip
TABLES = {"bridges": BRIDGES, "inspections": INSPECTIONS, "matches": MATCHES, "prizes": PRIZES}
WORKS = {"accidents": ACCIDENTS, "mills": MILLS}
PUBLISHED = "2025-06-12"
SETTLED = {
    "a yes or no of so many": ("Three of the six bridges charge a toll.", "Four of the six bridges charge a toll."),
    "a bound behind a verb of having": (
        "Two bridges measure more than 200 metres.", "Three bridges measure more than 200 metres.",
    ),
    "a time of the whole": ("Three bridges were opened before 1950.", "Two bridges were opened before 1950."),
    "a time after the whole": ("Two bridges were opened after 1980.", "Three bridges were opened after 1980."),
}  # fmt: skip
PHRASES = {
    "of a land": ("Ferry Bridge is one of the county's {} toll bridges, with a length of 140 metres.", "three", "four"),
}  # fmt: skip
BORNE_OUT = {
    "all there are, in a town": ("There are six bridges in the town.", "six"),
    "a noun told before, of another year": ("In 2024 there were three inspections. In 2023 there were two.", "two"),
    "people by their deed": ("Four different writers have won the prize.", "Four"),
    "people by their column": ("Three inspectors have been at work since 2023.", "Three"),
}


@pytest.mark.parametrize("pair", SETTLED.values(), ids=SETTLED)
def test_a_count_whose_words_are_all_read_refutes(pair: tuple[str, str]):
    """Who is counted, by which limit and at which time: nothing is open, so another number is refuted."""
    numbers = [text.split()[0] for text in pair]
    labels = [verdict(text, n, PUBLISHED, **TABLES)[0] for text, n in zip(pair, numbers, strict=True)]
    assert labels == ["supported", "refuted"]


@pytest.mark.parametrize("case", BORNE_OUT.values(), ids=BORNE_OUT)
def test_what_is_counted_is_found(case: tuple[str, str]):
    """By an area that leaves the whole, by a noun told before, by the column of those who did it."""
    assert verdict(*case, PUBLISHED, **TABLES)[0] == "supported"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three matches were played in April.", "Three"), ("The Otters won three of their four matches.", "four"),
        ("The Otters beat the Kites twice.", "twice"), ("Ivo Brandt won it once.", "once"),
    ],
)  # fmt: skip
def test_a_number_of_rows_is_no_figure_of_a_cell(text: str, words: str):
    """Three matches are not three goals in one of them, and "twice" is no margin of two."""
    families = {w.reading.family for w in weighed(text, words, TABLES, PUBLISHED)}
    assert families.isdisjoint({"lookup", "cell", "margin", "difference"})


def test_a_column_that_the_words_name_answers_all_the_same():
    """What a table has the number of is a cell."""
    standings = pd.DataFrame({"club": ["Otters", "Kites", "Herons"], "wins": [3, 1, 2], "matches": [4, 4, 4]})
    tables = {"matches": MATCHES, "standings": standings}
    families = {w.reading.family for w in weighed("The Otters played four matches.", "four", tables, PUBLISHED)}
    assert "lookup" in families


def test_a_stretch_is_no_number_of_all():
    """ "The last four" says nothing of how many there are."""
    text = "Gate Press has won three of the last four prizes."
    assert verdict(text, "four prizes", PUBLISHED, **TABLES)[0] == "not_enough_info"


WARDS = pd.DataFrame(
    {
        "ward": ["Ward A", "Ward A", "Ward B", "Ward B"], "year": [2023, 2024, 2023, 2024],
        "nurses": [118, 131, 80, 77], "beds": [21, 24, 14, 11],
    }
)  # fmt: skip
LAKES = pd.DataFrame({"lake": ["Lake Orm", "Lake Vess", "Lake Tarn"], "altitude_m": [410, 402, 388]})


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ward B has three nurses fewer than in 2023.", "three", "supported"),
        ("Ward B has four nurses fewer than in 2023.", "four", "refuted"),
        ("The number of nurses in Ward A rose by 13 to 131.", "13", "supported"),
        ("The number of nurses in Ward A rose by 15 to 131.", "15", "refuted"),
        ("Lake Orm lies eight metres higher than Lake Vess.", "eight", "supported"),
        ("Lake Orm lies six metres higher than Lake Vess.", "six", "refuted"),
        ("The canteen of Ward B has four cooks fewer than in 2023.", "four", "not_enough_info"),
    ],
)
def test_a_figure_computed_of_what_is_said_refutes(text: str, words: str, label: str):
    """Things, measure and times stand in the words, and the figure is not far off: it is got wrong."""
    assert verdict(text, words, "2025-02-10", wards=WARDS, lakes=LAKES)[0] == label


@pytest.mark.parametrize("case", PHRASES.values(), ids=PHRASES)
def test_a_phrase_that_tells_whose_all_are_is_settled_by_itself(case: tuple[str, str, str]):
    """What the rest of the sentence says of them, or of something beside them, leaves their number as it is."""
    text, right, wrong = case
    labels = [verdict(text.format(number), number, PUBLISHED, **TABLES)[0] for number in (right, wrong)]
    assert labels == ["supported", "refuted"]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The Holt Group's two wool mills made a loss.", "two", "supported"),
        ("The Holt Group's four mills made a loss.", "four", "refuted"),
        ("The Holt Group's two big mills made a loss.", "two", "not_enough_info"),  # of three which are big
        ("Lowry's three mills made a loss.", "three", "refuted"),  # though three have had accidents
        ("Lowry & Sons has two mills and a good cook.", "two", "supported"),
        ("Lowry & Sons has three mills and a good cook.", "three", "refuted"),
        (
            "The Holt Group, which owns three mills, is building on, where Ada Moor took over in 2021.",
            "three",
            "supported",
        ),
        ("The Holt Group, which owns four mills, is building on, where Ada Moor took over in 2021.", "four", "refuted"),
        ("Two of the accidents were fatal.", "Two", "supported"),
        ("Three accidents killed nobody.", "Three", "supported"),
        ("Two of Bray Mill's accidents were deadly.", "Two", "supported"),
    ],
)
def test_only_what_the_phrase_is_about_is_counted(text: str, words: str, label: str):
    """The owner's things and no others; an adjective that no table knows leaves open which of them; any or none."""
    assert verdict(text, words, PUBLISHED, **WORKS)[0] == label


def test_a_row_is_one_whatever_it_is_called():
    """A prize that is given each year is several: one name is no number to refute two with."""
    assert verdict("Quill House has two prizes and a good cook.", "two", PUBLISHED, **TABLES)[0] != "refuted"


LINES = pd.DataFrame({
    "line": ["Alder", "Birch", "Cedar", "Dale", "Elm", "Fern", "Gorse"],
    "fastest_min_2020": [40, 30, 55, 20, 35, 61, 15], "fastest_min_2025": [44, 30, 50, 26, 33, 61, 18],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Three of the six bridges do not charge a toll.", "Three", "supported"),
        ("Three of the six bridges do not charge a toll.", "six", "supported"),
        ("Four of the six bridges do not charge a toll.", "Four", "refuted"),
        ("Three of the five accidents were not fatal.", "Three", "supported"),
        ("Two lines have not changed since 2020, and two have got faster.", "Two", "supported"),
        ("The Holt Group has not owned three mills.", "three", "not_enough_info"),
    ],
)
def test_what_is_denied_is_said_of_those_that_are_counted(text: str, words: str, label: str):
    """Three that do not are three; what somebody has not is not counted."""
    tables = {"bridges": BRIDGES, "lines": LINES, **WORKS}
    assert verdict(text, words, PUBLISHED, **tables)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Accidents are rare. The register shows three since 2024.", "three", "supported"),
        ("Accidents are rare. The register shows four since 2024.", "four", "refuted"),
        ("The mills are old. The Holt Group has three.", "three", "supported"),
        ("The mills are old. The Holt Group has three lawyers.", "three", "not_enough_info"),
    ],
)
def test_a_number_takes_up_what_the_sentence_before_is_about(text: str, words: str, label: str):
    """The noun is left out, as its subject was just named."""
    assert verdict(text, words, PUBLISHED, **WORKS)[0] == label
