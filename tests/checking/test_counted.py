"""What a number counts, and which words choose among it: wholes, parts, gaps, lists of years, others, ordinals."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

PUBLISHED = "2025-06-20"
SCHOOLS = pd.DataFrame({
    "school": [
        "Alder Road", "Beck Lane", "Castle Hill", "Dene", "Eastgate", "Fairmead", "Green Street", "Holm", "Ingle",
        "Jubilee", "Kirkby", "Lowfield",
    ],
    "town": ["Marfield"] * 3 + ["Oxley"] * 3 + ["Harle"] * 3 + ["Stowe"] * 3,
    "type": [
        "primary", "primary", "secondary", "secondary", "primary", "primary", "primary", "special", "secondary",
        "primary", "secondary", "primary",
    ],
    "opened": [1887, 1934, 1571, 2011, 1968, 1902, 1896, 1979, 2015, 1977, 1958, 2009],
    "pupils": [212, 318, 904, 1210, 245, 187, 154, 88, 756, 301, 1043, 276],
    "breakfast_club": ["yes", "no", "no", "no", "yes", "yes", "yes", "no", "yes", "no", "yes", "no"],
    "rating": [
        "good", "good", "outstanding", "requires improvement", "good", "outstanding", "requires improvement",
        "outstanding", "good", "good", "good", "good",
    ],
})  # fmt: skip
VISITS = pd.DataFrame(
    [
        ("2021-03-02", "Green Street", "requires improvement", "Dora Finch"),
        ("2022-02-08", "Castle Hill", "outstanding", "Dora Finch"),
        ("2023-01-31", "Green Street", "requires improvement", "Paula Wray"),
        ("2023-09-26", "Kirkby", "good", "Noel Kemp"),
        ("2024-04-23", "Ingle", "good", "Paula Wray"),
        ("2025-01-21", "Lowfield", "good", "Dora Finch"),
        ("2025-03-11", "Green Street", "requires improvement", "Dora Finch"),
        ("2025-05-20", "Eastgate", "good", "Noel Kemp"),
    ],
    columns=["date", "school", "result", "inspector"],
)
CUPS = pd.DataFrame(
    [
        (2012, "Rovers", "Athletic", "Dan Keel"), (2013, "Wanderers", "City", "Al Prior"),
        (2014, "Wanderers", "Rovers", "Al Prior"), (2015, "Athletic", "Rovers", "Jo Vane"),
        (2016, "City", "Rovers", "Ken Dory"), (2017, "Rovers", "Wanderers", "Tom Ashe"),
        (2018, "Athletic", "City", "Jo Vane"), (2019, "Rovers", "City", "Tom Ashe"),
        (2020, "Rovers", "Athletic", "Tom Ashe"), (2021, "Rovers", "Wanderers", "Tom Ashe"),
        (2022, "City", "Rovers", "Ken Dory"), (2023, "City", "Rovers", "Bea Holt"),
        (2024, "Rovers", "City", "Lou Fenn"),
    ],
    columns=["year", "winner", "runner_up", "winning_coach"],
)  # fmt: skip
FIRES = pd.DataFrame(
    [
        ("2021-02-11", "East Quay", "fire", 3), ("2021-07-30", "Ince", "leak", 0),
        ("2021-11-04", "Aldgate", "leak", 6),
        ("2022-03-19", "East Quay", "fire", 1), ("2022-12-15", "Ince", "leak", 9), ("2023-01-27", "Aldgate", "fire", 4),
        ("2023-06-06", "East Quay", "leak", 2), ("2024-04-08", "Ince", "fire", 5),
        ("2024-10-13", "East Quay", "fire", 7),
    ],
    columns=["date", "plant", "kind", "injured"],
)  # fmt: skip
FRAMES = {"schools": SCHOOLS, "inspections": VISITS}
COUNTED = {
    "all that a land has": ("The county has [12|14] schools.", FRAMES),
    "a part of those of a kind": ("[Two|Three] of the four secondaries have more than 1,000 pupils.", FRAMES),
    "a bare number of the whole": ("The county has 12 schools. [Three|Four] of the twelve are in Marfield.", FRAMES),
    "numbers told of numbers": (
        "The county has 12 schools. Three of the twelve are in Marfield. [Six|Seven] have a breakfast club.", FRAMES,
    ),
    "a bound without a noun": ("Four schools have more than 750 pupils. [Four|Five] have fewer than 220.", FRAMES),
    "one of those that a clause tells": (
        "Green Street is one of [two|three] schools that require improvement.", FRAMES,
    ),
    "those of a year": ("There were [two|three] inspections in 2023.", FRAMES),
    "each time its own number": ("In 2023 there were [two|three] inspections, in 2024 one.", FRAMES),
    "them, of two things told": (
        "There have been nine accidents at the three plants since 2021. [Five|Four] of them were fires.",
        {"accidents": FIRES},
    ),
    "clubs by what they did": ("Only [four|five] clubs have won the cup.", {"cup_finals": CUPS}),
}  # fmt: skip


LEFT_OPEN = {"clubs by what they did", "a bound without a noun"}
"""Cases whose wrong number is not sure enough to be refuted."""


def turned(text: str, way: int) -> tuple[str, str]:
    """Give a text with the true or the wrong number, and that number."""
    head, marked, tail = text.partition("[")[0], text.partition("[")[2].partition("]")[0], text.partition("]")[2]
    number = marked.split("|")[way]
    return head + number + tail, number


@pytest.mark.parametrize("case", COUNTED)
def test_a_count_is_true_or_wrong_where_all_its_words_are_read(case: str):
    """The true number is supported, the wrong one refuted or at least left open."""
    text, frames = COUNTED[case]

    labels = [verdict(*turned(text, way), PUBLISHED, **frames)[0] for way in (0, 1)]

    assert labels[0] == "supported"
    assert labels[1] == ("not_enough_info" if case in LEFT_OPEN else "refuted")


SPARED = {
    "another count in a clause behind": ("Oxley has three schools, of which two are primaries.", "three", FRAMES),
    "a name in the place of another": (
        "City have won the cup three times, Athletic twice.", "twice", {"cup_finals": CUPS},
    ),
    "years told one by one": (
        "Ken Dory won the cup twice with City, in 2016 and 2022.", "twice", {"cup_finals": CUPS},
    ),
    "whoever was in a final": ("Wanderers reached four finals.", "four", {"cup_finals": CUPS}),
    "a verb behind a list": (
        "East Quay has had accidents, in which two fires and nine leaks died.", "nine", {"accidents": FIRES},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SPARED)
def test_what_is_told_of_another_refutes_nothing(case: str):
    """A name, a year or a kind of another count beside it is none of this one."""
    text, words, frames = SPARED[case]

    assert verdict(text, words, PUBLISHED, **frames)[0] != "refuted"


WRONG = {
    "a kind of the clause behind": ("Oxley has two schools, of which two are primaries.", "two schools", FRAMES),
    "a fourth time in a month that is over": (
        "Green Street was inspected for the fourth time in five years in March.", "fourth", FRAMES,
    ),
    "a town of one named behind": (
        "Only two were opened before 1900, the oldest of them Castle Hill.", "two", FRAMES,
    ),
    "a table without times, since a time": (
        "The inspectors have visited twelve different schools since March 2021.", "twelve", FRAMES,
    ),
    "somebody who is less": (
        "Tom Ashe won three in all, two more than Dan Keel.", "three", {"cup_finals": CUPS},
    ),
    "a coach of an aside": (
        "Rovers won four cups in a row, when Tom Ashe was in charge.", "four", {"cup_finals": CUPS},
    ),
    "the time of the clause beside it": (
        "The county has 12 schools. Two were opened before 1900, and only three have opened since 2000.", "Two", FRAMES,
    ),
    "more others than there are": (
        "Both Harle and Oxley have a special school; the other three towns have none.", "three", FRAMES,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_number_is_not_taken_for_that_of_another(case: str):
    """What agrees by words of another count supports nothing."""
    text, words, frames = WRONG[case]

    assert verdict(text, words, PUBLISHED, **frames)[0] != "supported"


def test_an_ordinal_counts_up_to_the_day_of_what_it_numbers():
    """The second of a year has but one before it in that year."""
    text = "Lowfield was the first. Eastgate was the {} school to be rated good in 2025."

    assert verdict(text.format("second"), "second", PUBLISHED, **FRAMES)[0] == "supported"
    assert verdict(text.format("third"), "third", PUBLISHED, **FRAMES)[0] != "supported"
