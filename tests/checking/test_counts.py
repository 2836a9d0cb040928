"""Counts, shares, rates, sums and comparisons: what the words of a clause limit, divide and hold side by side."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import agreeing, queried, verdict
from tests.checking.test_replay import unanswered

TABLES = {
    "bridges": pd.DataFrame({
        "bridge": ["Abbey Bridge", "Barge Bridge", "Cinder Bridge", "Dock Bridge", "Elm Bridge", "Ferry Bridge"],
        "builder": ["Orrin Steel", "Orrin Steel", "Tavish Works", "Tavish Works", "Tavish Works", "Lowry"],
        "condition": ["good", "poor", "good", "fair", "good", "poor"],
        "toll": ["yes", "no", "no", "yes", "no", "no"],
        "length_m": [120, 85, 240, 310, 64, 150],
        "budget_usd_m": [12.0, 7.5, 30.0, 41.0, 4.0, 15.0],
        "cost_usd_m": [14.5, 7.0, 36.0, 44.0, 4.0, 14.0],
        "founded": [1890, 1911, 1962, 1974, 1880, 2001],
        "lanes": [2, 2, 4, 6, 1, 2],
    }),
    "cup_finals": pd.DataFrame({
        "year": [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022],
        "winner": ["Ida Moss", "Ida Moss", "Rhea Lund", "Ida Moss", "Pia Holt", "Rhea Lund", "Una Veck", "Ida Moss"],
        "runner_up": ["Pia Holt", "Rhea Lund", "Ida Moss", "Pia Holt", "Ida Moss", "Pia Holt", "Ida Moss", "Una Veck"],
    }),
    "players": pd.DataFrame({
        "name": ["Ida Moss", "Rhea Lund", "Pia Holt", "Una Veck"],
        "born": ["1990-02-03", "1994-05-06", "1991-07-08", "1999-01-02"],
        "titles_before_2015": [3, 0, 1, 0],
    }),
    "candidates": pd.DataFrame({
        "name": ["Nora Hale", "Felix Moor"], "party": ["Reform", "Unity"], "spent_usd": [46000, 31500],
    }),
    "mayor_by_ward": pd.DataFrame({
        "Ward": ["Northside", "Old Town", "Quayside", "Total"], "Registered voters": [9000, 6000, 5000, 20000],
        "Hale": [3300, 1000, 1900, 6200], "Moor": [1200, 2400, 900, 4500],
    }),
    "traffic": pd.DataFrame({
        "quarter": ["2023 Q3", "2023 Q4", "2024 Q1"] * 2, "bridge": ["Abbey Bridge"] * 3 + ["Dock Bridge"] * 3,
        "lorries": [5120, 4310, 4675, 2210, 2508, 2337],
    }),
}  # fmt: skip
TABLES["ferries"] = pd.DataFrame({
    "ferry": ["Alder", "Birch", "Cedar", "Dogwood"], "result_usd_m": [1.5, -0.4, 2.0, 0.3],
})  # fmt: skip
TABLES["barges"] = pd.DataFrame({"barge": ["Elm", "Fir", "Gorse"], "result_usd_m": [1.5, -0.4, -2.0]})
TABLES["accounts"] = pd.DataFrame({
    "year": [2022, 2022, 2022, 2023, 2023, 2023], "line": ["parks", "roads", "schools"] * 2,
    "planned_usd_m": [4.0, 9.5, 21.0, 4.5, 9.0, 22.5], "spent_usd_m": [4.1, 9.2, 20.0, 4.7, 9.3, 22.0],
})  # fmt: skip
TABLES["halls"] = pd.DataFrame({
    "hall": ["Abbey Hall", "Mill Hall", "Quay Hall"], "first_concert": ["2012-05-01", "2019-09-03", None],
    "seats": [410, 1250, 785], "cost_usd": [800000, 3100000, 1650000],
})  # fmt: skip
TABLES["motions"] = pd.DataFrame({
    "motion": ["tram", "library", "square"], "mover": ["Quist", "Rohde", "Sandal"],
    "votes_for": [27, 18, 20], "votes_against": [6, 15, 11],
})  # fmt: skip
TABLES["jetties"] = pd.DataFrame({
    "jetty": ["East Jetty"] * 4 + ["West Jetty"] * 4, "quarter": [f"2023 Q{n}" for n in range(1, 5)] * 2,
    "anglers": [812, 1405, 1990, 903, 640, 1118, 1601, 795],
})  # fmt: skip
TABLES["wharves"] = pd.DataFrame({
    "wharf": ["Eastern Wharf", "Mill Wharf", "Western Wharf"],
    "builder": ["Morrow and Pike", "Lowry", "Morrow and Pike"],
    "first_ship": ["2021-04-02", "2020-06-01", None], "cost_usd": [8200000, 5100000, 11200000],
})  # fmt: skip
TABLES["piers"] = pd.DataFrame({"pier": ["North Pier"] * 3, "year": [2021, 2022, 2023], "riders": [8100, 8450, 9350]})
PUBLISHED = "2024-05-02"


CAUGHT = {
    "a part of a whole, by a kind": ("Three of the six bridges are rated good.", "Three", "count", "3"),
    "the whole itself": ("Three of the six bridges are rated good.", "six", "count", "6"),
    "the noun left out": ("Only two of the six are rated poor.", "two", "count", "2"),
    "the whole in front": ("Of the six bridges, two are rated poor.", "two", "count", "2"),
    "all but so many": ("All but three of the bridges are rated good.", "three", "count", "3"),
    "what rows have": ("A toll is charged on two of the six bridges.", "two", "count", "2"),
    "what rows have not": ("Four of the six bridges have no toll.", "Four", "count", "4"),
    "over a bound": ("Two of the six bridges have a length over 200 metres.", "Two", "count", "2"),
    "founded before a year": ("Two of the six bridges were founded before 1900.", "Two", "count", "2"),
    "over budget": ("Three of the six bridges went over budget.", "Three", "count", "3"),
    "within budget": ("Three of the six bridges stayed within budget.", "Three", "count", "3"),
    "for something named, and of a kind": ("Tavish Works has two bridges rated good.", "two", "count", "2"),
    "the others": ("Dock Bridge is longer than the other five bridges.", "five", "count", "6"),
    "lost finals": ("Ida Moss has lost three finals.", "three", "times", "3"),
    "won, after a lost one": ("Ida Moss won four finals.", "four", "times", "4"),
    "a verb that is only taken up": ("Ida Moss was the winner twice; Rhea Lund did it two times.", "two", "times", "2"),
    "the noun left out after has": ("Ida Moss has won the cup. Rhea Lund has two.", "two", "times", "2"),
    "people in a role": ("Four women have been winner since 2015.", "Four women", "count", "4"),
    "all the years": ("The cup was held in all eight years.", "eight years", "count", "8"),
    "carried wards": ("Nora Hale carried two of the three wards from Felix Moor.", "two", "count", "2"),
    "wards, but no total": ("Nora Hale carried two of the three wards from Felix Moor.", "three", "count", "3"),
    "those that made money": ("Of the four ferries, three made money.", "three", "count", "3"),
    "those that lost money": ("Two of the three barges are in the red.", "Two", "count", "2"),
    "spent more than planned, in a year": ("Two of the three lines were overspent in 2023.", "Two", "count", "2"),
    "a share among columns": (
        "Nora Hale beat Felix Moor. In Northside she took 73 percent.", "73", "share", "73.333333",
    ),
    "a part, held against another time's": (
        "Parks made up 13 percent of the planned budget in 2023, against 11.6 in 2022.", "11.6", "share", "11.594203",
    ),
    "one side in both": ("Quist won 82 percent of the votes of the council on the tram.", "82", "share", "81.818182"),
    "turnout": ("Nora Hale beat Felix Moor on a turnout of 54 percent.", "54", "share", "53.5"),
    "a rate over two tables": ("Nora Hale spent $7.42 for each vote, Felix Moor less.", "$7.42", "ratio", "7.419355"),
    "so much a piece": ("Abbey Bridge cost $7.25 million a lane.", "$7.25 million", "ratio", "7250000"),
    "so many to one, rounded": (
        "Dock Bridge cost $7.3 million to each of its six lanes.", "$7.3 million", "ratio", "7333333.333333",
    ),
    "apiece, of a row without a day": (
        "At Quay Hall the 785 seats came at $2,100 apiece.", "$2,100", "ratio", "2101.910828",
    ),
    "the other's, in the sentence": (
        "Each of her votes cost Nora Hale $7.42; Felix Moor paid $7.", "$7.42", "ratio", "7.419355",
    ),
    "a sum of a quarter": ("The two bridges carried 7,012 lorries in the last quarter.", "7,012", "sum", "7012"),
    "a year of all, from quarters": ("The two jetties had 9,264 anglers in 2023.", "9,264", "sum", "9264"),
    "a sum for a name, some not open yet": (
        "Morrow and Pike has two wharves, Eastern Wharf first, for $19.4 million together.", "$19.4 million", "sum",
        "19400000",
    ),
    "a sum of those named before": (
        "Barge Bridge and Elm Bridge are short. Together they cost $11 million.", "$11 million", "sum", "11",
    ),
    "titles before and since": ("Ida Moss now has seven titles.", "seven", "sum", "7"),
    "more than at another time": (
        "North Pier had more riders in 2023 than in 2022.", "more",
        "compared", "900",
    ),
}  # fmt: skip
LEFT = {
    "another kind": ("Four of the six bridges are rated good.", "Four", "count"),
    "won is not lost": ("Ida Moss has lost four finals.", "four", "times"),
    "made, not lost, money": ("Two of the four ferries made money.", "Two", "count"),
    "not over budget": ("Four of the six bridges went over budget.", "Four", "count"),
    "another share": ("Nora Hale beat Felix Moor. In Northside she took 71 percent.", "71", "share"),
    "neither side": ("Quist won 18.9 percent of the votes of the council on the tram.", "18.9", "share"),
    "another rate": ("Nora Hale spent $7.12 for each vote, Felix Moor less.", "$7.12", "ratio"),
    "a year is no thing": ("Abbey Bridge cost $14.5 million a year.", "$14.5 million", "ratio"),
    "another sum": ("The two bridges carried 7,021 lorries in the last quarter.", "7,021", "sum"),
    "less, not more": (
        "North Pier had fewer riders in 2023 than in 2022.", "fewer",
        "compared",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_what_the_clause_limits_is_counted(case: tuple[str, str, str, str]):
    """The figure is computed over the rows, columns and times that the words give."""
    text, words, family, expected = case

    assert (family, expected) in agreeing(text, words, TABLES, PUBLISHED)


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_another_figure_does_not_agree(case: tuple[str, str, str]):
    """Nothing of the family agrees where the figure, or what it counts, is another."""
    text, words, family = case

    assert family not in {name for name, _ in agreeing(text, words, TABLES, PUBLISHED)}


def label(text: str, words: str) -> str:
    """Give the verdict of the statement at `words`."""
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames(TABLES))
    return next(s.verdict.label for s in audit.statements if s.quote.startswith(words) and s.value)


def test_a_count_whose_every_word_is_read_refutes():
    """Of a whole that the table holds, with the condition said, another number is wrong."""
    found = [
        label("Four of the six bridges are rated good.", "Four"),
        label("Only three of the six bridges are rated poor.", "three"),
        label("Dock Bridge is long; four of the six are rated good.", "four"),
        label("Three bridges of Tavish Works are rated good.", "Three"),
        label("Of the six bridges built here, four are rated good, which pleases walkers.", "four"),
    ]

    assert ["refuted"] * 5 == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four of the six bridges are rated good by walkers.", "Four"),
        ("Four of the nine bridges are rated good.", "Four"),
        ("Four of the six iron bridges are rated good.", "Four"),
        ("Nearly four of the six bridges are rated good.", "four"),
        ("In winter four of the six bridges are rated good.", "four"),
    ],
)
def test_a_count_with_a_word_that_is_not_read_does_not_refute(text, words):
    """Another whole, another judge or a word that no table explains leaves it open."""
    assert label(text, words) != "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Elm Bridge is the shortest of the seven bridges.",
        "All seven bridges have been painted.",
        "The city's seven bridges have been painted.",
        "Two of the seven bridges on the list are rated poor.",
        "The seven bridges, which were painted in May, carry lorries.",
        "Of the seven bridges based in the region, three are rated good.",
    ],
)
def test_the_whole_of_a_table_refutes(text):
    """Where all there are is counted outright, the table knows how many that is."""
    assert label(text, "seven") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Elm Bridge is the shortest of the seven bridges that carry lorries.",
        "Elm Bridge is the shortest of the seven bridges of iron.",
        "Elm Bridge is the shortest of its seven bridges.",
        "Some seven bridges, or five, were painted. The seven bridges carry lorries.",
        "Elm Bridge is the shortest of the seven bridges on the canal.",
        "Elm Bridge is the shortest of the 11 bridges.",
    ],
)
def test_a_part_of_a_table_does_not_refute(text):
    """A clause, an adjective, an owner or a place may make it another whole; so may a number far from the table's."""
    words = "11" if "11" in text else "seven bridges"
    assert label(text, words) != "refuted"


def test_a_table_that_reaches_the_news_has_no_event_more():
    """A term that goes on, and a fire whose day the article gives, are in the table: an ordinal counts them in."""
    terms = pd.DataFrame({
        "name": ["Ada Quist"] * 2, "from": ["2012-05-01", "2020-05-01"], "to": ["2020-04-30", "2028-04-30"],
    })  # fmt: skip
    fires = pd.DataFrame({"town": ["Orrin"] * 2, "date": ["2019-06-02", "2024-03-01"], "houses_lost": [4, 9]})
    told = "On March 1, 2024 a fire destroyed nine houses. It was the {} fire in Orrin."
    found = [
        agreeing("Ada Quist is in her third term.", "third", {"terms": terms}, PUBLISHED),
        agreeing(told.format("third"), "third", {"fires": fires}, PUBLISHED),
        agreeing("It was the third fire in Orrin.", "third", {"fires": fires}, PUBLISHED),
    ]

    assert [False, False, True] == [bool(some & {("ordinal", "2"), ("times", "2")}) for some in found]


FLOODS = pd.DataFrame({
    "town": ["Orrin", "Orrin", "Pell", "Orrin", "Lowry"],
    "date": ["2011-02-03", "2015-11-09", "2018-01-20", "2020-10-04", "2021-12-01"], "homes_flooded": [4, 9, 61, 12, 3],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orrin has had four floods.", "refuted"),
        ("Orrin has had three floods.", "supported"),
        ("Orrin had four floods.", "not_enough_info"),
        ("Orrin has had four floods this season.", "not_enough_info"),
    ],
)
def test_what_has_happened_up_to_now_is_counted_over_all_time(text, expected):
    """A perfect without a time reaches back as far as the table does; a past, or a season, may be shorter."""
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames({"floods": FLOODS}))
    assert expected == next(s.verdict.label for s in audit.statements if s.kind == "count")


PILOTS = pd.DataFrame({
    "pilot": ["Ada Quist", "Bo Rohde", "Cy Sandal", "Di Tolk"],
    "rating_2022": [1480, 1710, 1605, 1290], "rating_2023": [1530, 1755, 1640, 1325],
})  # fmt: skip


def test_a_bound_without_its_measure_is_of_the_figure_close_by():
    """Above 1,600 is a bound on the rating that was told of just before, and the two above it are no gap."""
    text = "Bo Rohde has a rating of 1,755 and leads Cy Sandal. They are the only two pilots above 1,600."
    assert ("count", "2") in agreeing(text, "two", {"pilots": PILOTS}, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody died in any of the five disasters on the list.", {("count", "5")}),
        ("There are five on record.", {("count", "5")}),
        ("There are five on the shelf.", set()),
    ],
)
def test_all_that_a_list_holds_is_counted_whatever_it_is_called(text, expected):
    """Words for a list make the number that of all rows of a table of events."""
    assert expected == agreeing(text, "five", {"floods": FLOODS}, PUBLISHED) & {("count", "5")}


def test_a_kind_said_by_a_form_of_its_word_refutes():
    """Farmers are of the occupation "farmer": the words say the kind though the cell itself is not written."""
    members = pd.DataFrame({
        "name": ["Ada Quist", "Bo Rohde", "Cy Sandal", "Di Tolk", "Eva Unger", "Finn Veck", "Gus Wahl"],
        "occupation": ["farmer", "teacher", "farmer", "farmer", "teacher", "nurse", "nurse"],
    })  # fmt: skip
    text = "There are two nurses, and only four farmers."
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames({"members": members}))
    assert "refuted" == next(s.verdict.label for s in audit.statements if "four" in s.quote)


def test_tables_that_tell_of_unequally_many_years_do_not_conflict():
    """How many years one table tells of says nothing against another."""
    assert "supported" == label("The cup was held in all eight years.", "eight years")


def test_each_reading_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, *_ in CAUGHT.values() for q in queried(text, words, TABLES, PUBLISHED)}

    assert [] == unanswered(questions, TABLES)


PEAKS = pd.DataFrame(
    {"peak": ["Old Tor", "Hale", "Red Cone", "Black Horn", "Sill"], "island": ["North Isle"] * 3 + ["West Isle"] * 2}
)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The North Isle has three peaks, and the West Isle has two.", "two", "supported"),
        ("The North Isle has three peaks, and the West Isle has four.", "four", "refuted"),
        ("We have two peaks in the West Isle; the North Isle has three.", "three", "supported"),
    ],
)
def test_a_noun_that_is_left_out_is_that_of_the_number_before(text, words, label):
    """A number without a noun counts what the number before it in the sentence counts."""
    assert verdict(text, words, peaks=PEAKS)[0] == label


def test_a_side_stands_in_two_columns():
    """A number of matches is not refuted by those that a side had at home."""
    matches = pd.DataFrame(
        {
            "date": ["2024-02-01", "2024-02-01", "2024-02-08", "2024-02-08", "2024-02-15", "2024-02-15"],
            "home": ["Rovers", "Town", "Athletic", "United", "Rovers", "Athletic"],
            "away": ["Athletic", "United", "Town", "Rovers", "Town", "United"],
            "home_goals": [2, 0, 1, 1, 3, 2],
            "away_goals": [1, 0, 3, 1, 0, 2],
        }
    )

    assert verdict("Rovers have won two of their three matches.", "three", matches=matches)[0] != "refuted"
