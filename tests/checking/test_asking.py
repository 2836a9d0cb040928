"""Small numbers: what they count, of how many, how often, in how many years; and what they don't."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, replayed, verdict

FERRIES = pd.DataFrame(
    {
        "ferry": ["Alda", "Brisa", "Corona", "Delfin", "Estrella", "Faro", "Garza"],
        "operator": [
            "Bay Lines", "Bay Lines", "Straits Company", "Straits Company", "Bay Lines", "Island Trust",
            "Straits Company",
        ],
        "built": [1978, 1994, 2003, 2011, 2019, 1966, 1994],
        "fuel": ["diesel", "diesel", "hybrid", "diesel", "electric", "diesel", "hybrid"],
        "home_port": ["Vela", "Vela", "Tarn", "Tarn", "Moll", "Moll", "Tarn"],
    }
)  # fmt: skip
TRAFFIC = pd.DataFrame(
    [
        (ferry, year, count)
        for ferry, counts in {
            "Alda": (90, 96, 88), "Brisa": (150, 171, 180), "Corona": (201, 220, 214), "Delfin": (260, 255, 281),
            "Estrella": (230, 244, 251), "Faro": (40, 38, 35), "Garza": (130, 141, 149),
        }.items()
        for year, count in zip((2021, 2022, 2023), counts, strict=True)
    ],
    columns=["ferry", "year", "passengers"],
)  # fmt: skip
ACCOUNTS = pd.DataFrame(
    {
        "operator": ["Bay Lines"] * 4 + ["Straits Company"] * 4 + ["Island Trust"] * 4,
        "year": [2020, 2021, 2022, 2023] * 3,
        "surplus_million": [-2.1, 0.4, 1.2, 1.5, -0.9, -0.4, -0.2, 0.8, -0.3, -0.5, -0.4, -0.6],
    }
)
CUP = pd.DataFrame(
    {
        "year": [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023],
        "port": ["Vela", "Vela", "Tarn", "Moll", "Moll", "Moll", "Moll", "Tarn"],
        "winner": [
            "Ria Sol", "Ria Sol", "Ugo Penn", "Ines Vard", "Ines Vard", "Ines Vard", "Ada Kell", "Ugo Penn",
        ],
    }
)  # fmt: skip
REGATTAS = pd.DataFrame(
    [
        ("Gull Cup", 2019, "Anton Vey", "Estrel"), ("Gull Cup", 2020, "Anton Vey", "Estrel"),
        ("Gull Cup", 2021, "Tobias Renn", "Calder"), ("Gull Cup", 2022, "Sunniva Dahl", "Norvia"),
        ("Gull Cup", 2023, "Tobias Renn", "Calder"), ("Isles Race", 2021, "Tobias Renn", "Calder"),
        ("Isles Race", 2022, "Merle Ash", "Norvia"), ("Isles Race", 2023, "Merle Ash", "Norvia"),
    ],
    columns=["regatta", "year", "winner", "country"],
)  # fmt: skip
SKIPPERS = pd.DataFrame(
    {
        "skipper": ["Ana Bru", "Luca Fenn", "Marta Ost", "Pio Rell"],
        "ferry": ["Alda", "Delfin", "Estrella", "Faro"],
        "born": ["1963-05-05", "1979-01-10", "1988-08-21", "1957-11-02"],
        "since": [2001, 2012, 2019, 1990],
    }
)
TABLES = {
    "ferries": FERRIES, "traffic": TRAFFIC, "accounts": ACCOUNTS, "rowing_cup": CUP, "regattas": REGATTAS,
    "skippers": SKIPPERS,
}  # fmt: skip
PUBLISHED = "2024-02-20"
LISTED = "The register lists seven ferries. "
TRUE = {
    "of them": (LISTED + "Four of them burn diesel, two are hybrids.", "Four of them"),
    "a verb that looks like a noun": (LISTED + "Four are diesel boats, two run on both, being hybrid.", "two"),
    "each part of an enumeration": (LISTED + "Four run on diesel, two are hybrid and one is electric.", "two"),
    "of the seven, under a name": ("Three of the seven belong to Bay Lines.", "Three"),
    "a verb behind a bare number": ("Three of the seven sail from Tarn.", "Three"),
    "those that follow": ("Two ferries were built before 1980. Two more followed in the Nineties.", "Two m"),
    "of them, fallen": (LISTED + "Passengers fell on three of them in 2023.", "three"),
    "years of a loss": ("Straits Company lost money in three of the last four years.", "three"),
    "all the years of a loss": ("Island Trust has lost money in all four of the years on record.", "four"),
    "years of a surplus": ("Bay Lines made a surplus in three of the four years.", "three"),
    "a run of surpluses": ("Bay Lines has made a surplus three years running.", "three"),
    "a run that is over": ("Ines Vard won the cup three times in a row.", "three"),
    "a run of one event": ("Anton Vey won the Gull Cup twice in a row.", "twice"),
    "a run told of the event": ("For two years in a row the Gull Cup had belonged to Anton Vey.", "two"),
    "times by the winner's country": ("Calder has won the Gull Cup twice.", "twice"),
    "an event by its name": ("Tobias Renn won his second Gull Cup in 2023.", "second"),
    "a win of somebody": ("It was Merle Ash's second win in the Isles Race.", "second"),
    "the youngest of so many": ("Of the three ferries in Tarn, the Delfin is the youngest.", "youngest"),
    "the most of its own": ("The Brisa carried its most passengers in three years.", "most"),
    "the oldest": ("The Faro is the oldest ferry.", "oldest"),
}  # fmt: skip
FALSE = {
    "of them": (LISTED + "Five of them burn diesel, two are hybrids.", "Five of them"),
    "a part of an enumeration": (LISTED + "Four run on diesel, three are hybrid and one is electric.", "three"),
    "of the seven, under a name": ("Four of the seven belong to Bay Lines.", "Four"),
    "those that follow": ("Two ferries were built before 1980. Three more followed in the Nineties.", "Three m"),
    "of them, fallen": (LISTED + "Passengers fell on five of them in 2023.", "five"),
    "years of a loss": ("Straits Company lost money in two of the last four years.", "two"),
    "all the years of a loss": ("Bay Lines has lost money in all four of the years on record.", "four"),
    "a run that is over": ("Ines Vard won the cup four times in a row.", "four"),
    "a run of another event's": ("Tobias Renn won the Gull Cup twice in a row.", "twice"),
    "a run of the event's own": ("For three years in a row the Gull Cup had belonged to Anton Vey.", "three"),
    "times by the winner's country": ("Calder has won the Gull Cup three times.", "three"),
    "another event's wins": ("Tobias Renn won the Gull Cup for the fourth time in 2023.", "fourth"),
    "the youngest of others": ("Of the three ferries in Tarn, the Corona is the youngest.", "youngest"),
    "the largest of its own": ("The Brisa carried the most passengers.", "most"),
    "the highest of others": ("On the Delfin passengers were the fewest in three years.", "fewest"),
    "other rows of the name": ("Straits Company has seven ferries.", "seven"),
}  # fmt: skip
OF_NO_TABLE = {
    "kinds of something": ("The shop on the Alda sells seven kinds of soup.", "seven"),
    "people whom something befell": ("A spokesman said that four men had been arrested on the Alda.", "four"),
    "people who did something": ("Three women from Tarn have written a book.", "Three"),
    "a noun told before": ("A school in Moll has eight teachers, three of them part-time.", "three"),
    "other things in places": ("There are nine islands in the bay. Four of them have a shop.", "Four"),
    "years to come": ("The lens of the Alda might go to a museum within two years.", "two"),
    "another's terms": ("Jonas Wick, a two-term senator, opposed the plan.", "two"),
    "another's years": ("The canteen of the Alda has lost money in three of the last five years.", "three"),
    "for the first time": ("The Delfin passed 280 passengers for the first time.", "first time"),
    "days in a row": ("For two days in a row the canteen of the Alda was shut.", "two"),
    "all of others": ("All four sons of Pio Rell are sailors.", "four"),
}


@pytest.mark.parametrize("case", TRUE.values(), ids=TRUE)
def test_a_small_number_is_borne_out(case: tuple[str, str]):
    """What a number counts is found by its noun, by one told before, by a name or by what went on."""
    assert verdict(*case, PUBLISHED, **TABLES)[0] == "supported"


@pytest.mark.parametrize("case", FALSE.values(), ids=FALSE)
def test_another_small_number_is_not(case: tuple[str, str]):
    """Another number, or another name, is not borne out by rows of something else."""
    assert verdict(*case, PUBLISHED, **TABLES)[0] != "supported"


@pytest.mark.parametrize("case", OF_NO_TABLE.values(), ids=OF_NO_TABLE)
def test_what_no_table_holds_is_left_open(case: tuple[str, str]):
    """Rows that happen to be as many as other things say nothing of these."""
    assert verdict(*case, PUBLISHED, **TABLES)[0] == "not_enough_info"


def test_parts_of_a_whole_told_before_are_refuted():
    """Of all the rows, told to be so many, each kind can be counted."""
    text = LISTED + "Five of them burn diesel, two are hybrids."

    assert verdict(text, "Five of them", PUBLISHED, **TABLES) == ("refuted", "4")


def test_years_of_a_loss_replay():
    """The query of the years gives the same number in DuckDB."""
    evidence, rows = replayed(
        "Straits Company lost money in three of the last four years.", "three", PUBLISHED, **TABLES
    )

    assert evidence.table == "accounts"
    assert rows[0][0] == 3


def test_a_run_that_is_over_replays():
    """The query of a run ends where the run does."""
    _, rows = replayed("Ines Vard won the cup three times in a row.", "three", PUBLISHED, **TABLES)

    assert rows[0][0] == 3


def test_starts_that_are_years_are_compared():
    """A column of years is held against the year of a day."""
    assert ("count", "2") in agreeing("Since 2012 two skippers have started.", "two", TABLES, PUBLISHED)
