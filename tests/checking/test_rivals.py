"""Which of two is more, and what is more than several others together."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import agreeing, check, queried, verdict
from tests.checking.test_replay import unanswered

MILLS = pd.DataFrame(
    {
        "mill": ["Alder Mill", "Brook Mill", "Cray Mill", "Dunn Mill", "Esk Mill"],
        "river": ["Lune", "Lune", "Wharf", "Wharf", "Wharf"],
        "built": [1790, 1832, 1811, 1865, 1901],
        "workers": [40, 95, 60, 22, 31],
        "output_tonnes": [310, 820, 500, 120, 260],
    }
)
CLINICS = pd.DataFrame(
    {
        "clinic": ["Northside", "Harbour", "Old Town"],
        "patients_2022": [5100, 2300, 2600],
        "patients_2023": [5400, 2500, 2700],
    }
)
TABLES = {"mills": MILLS, "clinics": CLINICS}
TRUE = {
    "of the two": ("The older of the two Lune mills is Alder Mill.", "older", "extreme"),
    "of two named": ("Alder Mill and Brook Mill stand on the Lune. Brook Mill is the bigger of the two.", "bigger", ""),
    "the longer": ("Of the two mills on the Lune, Alder Mill is the older.", "older", "extreme"),
    "before a name": ("Alder Mill stands on the Lune, as does the younger Brook Mill.", "younger", "compared"),
    "its rival": ("Alder Mill employs 40. Brook Mill, its younger rival, employs 95.", "younger", "compared"),
    "a neighbour": ("Alder Mill has a younger neighbour on the Lune, Brook Mill.", "younger", "compared"),
    "combined": ("Brook Mill has more workers than Dunn Mill and Esk Mill combined.", "more", "compared"),
    "together": ("Harbour had fewer patients than Old Town and Northside together.", "fewer", "compared"),
    "put together": ("Northside had more patients in 2023 than Harbour and Old Town put together.", "more", "compared"),
}
FALSE = {
    "of the two": ("The older of the two Lune mills is Brook Mill.", "older"),
    "before a name": ("Alder Mill stands on the Lune, as does the older Brook Mill.", "older"),
    "its rival": ("Alder Mill employs 40. Brook Mill, its older rival, employs 95.", "older"),
    "a neighbour": ("Alder Mill has an older neighbour on the Lune, Brook Mill.", "older"),
    "combined": ("Dunn Mill has more workers than Brook Mill and Esk Mill combined.", "more"),
    "less than the one": ("Esk Mill makes more tonnes than Brook Mill and Dunn Mill combined.", "more"),
    "together": ("Harbour had more patients than Old Town and Northside together.", "more"),
}


@pytest.mark.parametrize(("text", "words", "family"), TRUE.values(), ids=TRUE)
def test_which_of_two_is_more_is_supported(text: str, words: str, family: str):
    """A comparative before a noun is said of the one it describes, one "than" holds against what is behind."""
    assert family in {"", *(found for found, _ in agreeing(text, words, TABLES))}
    assert verdict(text, words, **TABLES)[0] == "supported"
    assert not unanswered(queried(text, words, TABLES), TABLES)


@pytest.mark.parametrize(("text", "words"), FALSE.values(), ids=FALSE)
def test_the_other_of_two_is_not_more(text: str, words: str):
    """Turned round it agrees with no reading."""
    assert not agreeing(text, words, TABLES)
    assert verdict(text, words, **TABLES)[0] != "supported"


PLACED = {
    "overtook": ("Harbour, with 2,750 patients in 2023, overtook Old Town.", "overtook", ""),
    "ahead": ("Northside treated 5,400 patients, which put it ahead of Harbour.", "ahead of", "2900"),
    "still behind": ("Harbour, with 2,500 patients, is still behind Old Town.", "behind", "200"),
    "the wrong way": ("Northside, with 5,400 patients, is behind Harbour.", "behind", ""),
    "no place": ("Harbour rose ahead of the Old Town fair.", "ahead", ""),
}


@pytest.mark.parametrize(("text", "words", "gap"), PLACED.values(), ids=PLACED)
def test_what_is_ahead_has_more(text: str, words: str, gap: str):
    """One is held against the one it is ahead of or behind, by the measure of the figure beside it."""
    quotes = {s.quote for s in claims.split(text) if s.kind == "comparison"}
    found = agreeing(text, words, TABLES) if words in quotes else set()
    assert {("compared", gap)} & found if gap else not found


ABOVE_ALL = {
    "more than in any year": ("More oats were cut in 2020 than in any other year.", "More", True),
    "not in any year": ("More oats were cut in 2021 than in any other year.", "More", False),
    "later on": ("The farm had 70 cows in 2022, more than in any of the two years before.", "more", True),
    "not of the years before": (
        "The farm had 70 cows in 2022, more than in any of the four years before.",
        "more",
        False,
    ),
    "than ever": ("The farm cut less oats in 2022 than ever before.", "less", True),
    "of a thing": ("More workers are employed at Brook Mill than at any other mill.", "More", True),
    "of no such thing": ("More workers are employed at Alder Mill than at any other mill.", "More", False),
}
LEAGUE = pd.DataFrame(
    {
        "team": ["Rovers", "Town", "Villa", "Wharf"],
        "pos": [1, 2, 3, 4],
        "won": [14, 12, 9, 9],
        "points": [33, 29, 20, 18],
    }
)
ENDS = {
    "last": ("Wharf finished last, with nine wins.", "last", True),
    "at the foot": ("At the foot of the table is Wharf, with 18 points.", "foot", True),
    "at the top": ("Rovers are at the top of the table with 33 points.", "top", True),
    "not last": ("Villa came last with 20 points.", "last", False),
    "not at the top": ("Town are at the top of the table with 29 points.", "top", False),
}


@pytest.mark.parametrize(("text", "words", "holds"), ENDS.values(), ids=ENDS)
def test_who_is_last_and_at_the_top(text: str, words: str, holds: bool):
    """An end of a table is one by place or by the figure beside; by which is not said, so it refutes nothing."""
    assert (verdict(text, words, league=LEAGUE)[0] == "supported") == holds
    assert not any(s.verdict.label == "refuted" for s in check(text, league=LEAGUE).values())


FARM = pd.DataFrame(
    {"year": [2018, 2019, 2020, 2021, 2022, 2023], "oats_t": [30, 41, 52, 44, 25, 28], "cows": [81, 80, 62, 64, 70, 90]}
)


@pytest.mark.parametrize(("text", "words", "holds"), ABOVE_ALL.values(), ids=ABOVE_ALL)
def test_what_is_more_than_in_any_other(text: str, words: str, holds: bool):
    """Times are held against times, also where "than" stands far off; those before end with the time itself."""
    tables = {"farm": FARM, "mills": MILLS}
    assert bool(agreeing(text, words, tables)) == holds
    assert (verdict(text, words, **tables)[0] == "supported") == holds


PRISONS = pd.DataFrame(
    {
        "prison": ["Stonegate", "Pine Barrens", "Bexley Farm", "Merrow"],
        "region": ["North", "South", "South", "North"],
        "inmates": [1150, 790, 119, 80],
        "opened": [1911, 1964, 1933, 1978],
    }
)
CHAINS = pd.DataFrame(
    {
        "chain": ["Crumb", "Hobday", "Brandt"] * 2,
        "year": [2022] * 3 + [2023] * 3,
        "profit_million": [8.0, 8.4, 3.1, 8.1, 9.2, 3.3],
    }
)
JUDGES = pd.DataFrame(
    {
        "judge": ["Ada Corrigan", "Tom Bielak"],
        "born": ["1961-02-11", "1975-10-30"],
        "from": ["2009-01-05", "2012-09-01"],
    }
)
LIGHTS = pd.DataFrame(
    {"light": ["Skellan", "Ansty", "Mull"], "first_lit": [1854, 1872, 1930], "height_m": [36, 44, 19]}
)
EXTREME = {
    "no profit apiece": ("Hobday made a profit of 9.2 million in 2023, the highest of any chain.", "highest", True),
    "a false one": ("Brandt made a profit of 3.3 million in 2023, the highest of any chain.", "highest", False),
    "served longest": ("Ada Corrigan has served longest.", "longest", True),
    "not longest": ("Tom Bielak has served longest.", "longest", False),
    "after another": ("Bexley Farm opened in 1933. The prison is the second oldest, after Stonegate.", "second", True),
    "not after it": ("Merrow opened in 1978. The prison is the second oldest, after Stonegate.", "second", False),
    "of a figure": ("The light, at 36 metres the second tallest, was painted.", "second tallest", True),
    "of a figure, wrong": ("The light, at 36 metres the third tallest, was painted.", "third tallest", False),
    "of a trio": ("Ansty, the tallest of the trio, was painted.", "tallest", True),
    "largest": ("Pine Barrens is the largest prison in the South.", "largest", True),
    "first lit": ("Mull is the youngest of the lights.", "youngest", True),
    "not the youngest": ("Skellan is the youngest of the lights.", "youngest", False),
}


@pytest.mark.parametrize(("text", "words", "holds"), EXTREME.values(), ids=EXTREME)
def test_extremes_of_plain_words(text: str, words: str, holds: bool):
    """ "Made a profit" is none for each of something; who is told of after a place has the one before."""
    tables = {"prisons": PRISONS, "chains": CHAINS, "judges": JUDGES, "lights": LIGHTS}
    assert (verdict(text, words, **tables)[0] == "supported") == holds


NEITHER = {
    "held to a clause": ("The cheque was about as much as Harbour had earned in all its years.", "as much"),
    "a larger share": ("At Brook Mill a larger share is ground than at any other mill.", "larger"),
    "as long as somebody": ("Northside has not been there as long as Harbour, which had 2,500 patients.", "as long"),
    "until then": ("In 2020 the farm cut 52 tonnes of oats, less than in any year until then.", "less"),
}


@pytest.mark.parametrize(("text", "words"), NEITHER.values(), ids=NEITHER)
def test_what_no_table_holds_is_left_open(text: str, words: str):
    """A clause or a share is no measure of the tables; a time is held to those until then."""
    found = check(text, **TABLES, farm=FARM)
    assert "supported" not in {s.verdict.label for quote, s in found.items() if quote.startswith(words)}


def test_a_time_is_the_most_until_then():
    """What came later is nothing that a time gone by is held against."""
    text = "In 2020 the farm cut 52 tonnes of oats, more than in any year until then."
    assert verdict(text, "more", farm=FARM)[0] == "supported"
    text = "In 2019 the farm cut 41 tonnes of oats, more than in any year until then."
    assert verdict(text, "more", farm=FARM)[0] == "supported"
