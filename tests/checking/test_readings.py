"""What the engine reads out of tables: each family on a sentence that is right and one that is wrong."""

from __future__ import annotations

import pytest

from tests.checking.support import check, verdict

RIGHT_AND_WRONG = [
    ("lookup", "Elmwood Library had {} visitors in 2022.", "90,400", "94,000", "90,400"),
    ("lookup of another year", "In 2021 Harbour Library had {} visitors.", "40,210", "40,120", "40,210"),
    ("money with a scale", "The budget of Elmwood Library was ${} million in 2023.", "2.1", "2.7", "2,100,000"),
    ("age", "Tomasz Bielak, {}, runs Elmwood Library.", "48", "49", "48"),
    ("year of an attribute", "Elmwood Library was founded or opened in {}.", "1904", "1940", "1904"),
    ("start of an office", "Ruth Okafor took over Harbour Library in {}.", "March 2020", "March 2021", "2020-03-16"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "expected"), [c[1:] for c in RIGHT_AND_WRONG], ids=[c[0] for c in RIGHT_AND_WRONG]
)
def test_a_true_figure_is_supported_and_a_slip_refuted(text, right, wrong, expected):
    """The table's own figure agrees; a miswritten one is refuted and the table's is named."""

    assert ("supported", expected) == verdict(text.format(right), right)
    assert ("refuted", expected) == verdict(text.format(wrong), wrong)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jo Lindqvist, 48, borrows books at Elmwood Library.", "48"),
        ("Elmwood Library sold 312 bicycles in 2022.", "312"),
        ("A poll of 812 readers was held near Harbour Library.", "812"),
        ("Castle Street Library should hire 40 staff by 2030.", "40"),
    ],
    ids=["a stranger's age", "a thing no table counts", "a poll", "a proposal"],
)
def test_what_no_table_holds_is_left_open(text, words):
    """A figure about somebody or something else is never refuted by a table that holds a like figure."""

    assert "not_enough_info" == verdict(text, words)[0]


def test_a_hedge_decides():
    """ "more than 90,000" covers 90,400; "fewer than 90,000" does not."""

    assert "supported" == verdict("Elmwood Library had more than 90,000 visitors in 2022.", "90,000")[0]
    assert "supported" != verdict("Elmwood Library had fewer than 90,000 visitors in 2022.", "90,000")[0]


def test_two_subjects_in_one_sentence_keep_their_values():
    """Each value is bound to the name of its own clause."""

    text = "In 2023 Elmwood Library had 27 staff, while Harbour Library had 9 staff."
    found = check(text)

    assert ["supported", "supported"] == [s.verdict.label for q, s in found.items() if "staff" in q and s.value]


def test_a_pronoun_stands_for_the_name_before():
    """ "It" is the library that the sentence before was about."""

    assert "refuted" == verdict("Harbour Library is small. It had 38,010 visitors in 2022.", "38,010")[0]


def test_without_a_publication_date_an_age_stays_open():
    """No clock is looked at: without a date nobody has an age."""

    assert "not_enough_info" == verdict("Tomasz Bielak, 48, runs Elmwood Library.", "48", published=None)[0]


def test_a_change_between_years_is_computed():
    """The difference of two years of one library answers "8,900 more than in 2022"."""

    assert "supported" == verdict("In 2023 Elmwood Library had 8,900 more visitors than in 2022.", "8,900")[0]


def test_two_people_of_one_surname_are_never_guessed():
    """A surname that two rows share names nobody."""

    import pandas as pd

    people = pd.DataFrame({"name": ["Mary Stone", "Peter Stone"], "born": ["1970-01-01", "1980-01-01"]})

    assert "not_enough_info" == verdict("Stone, 54, smiled.", "54", people=people)[0]


def test_a_telling_figure_finds_its_cell_without_its_words():
    """Three digits and more in a row about something named close by are support; as the wrong kind they are not."""

    assert ("supported", "90,400") == verdict("Elmwood Library is popular: 90,400 in 2022.", "90,400")
    assert "not_enough_info" == verdict("Elmwood Library closed for 90,400 minutes in 2022.", "90,400")[0]


def test_a_row_of_years_needs_no_name():
    """A table with a row a year is about one thing, so the year alone chooses."""

    import pandas as pd

    fair = pd.DataFrame({"year": [2021, 2022, 2023], "stalls": [38, 41, 45], "patron": ["A. Lee", "B. Orr", "C. Fox"]})

    text = "The fair was lively. In 2022 it had {} stalls."
    assert ("supported", "41") == verdict(text.format(41), "41 stalls", fair=fair)
    assert ("refuted", "41") == verdict(text.format(47), "47 stalls", fair=fair)
