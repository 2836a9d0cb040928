"""Ages and whose they are; dates told from a death, and dates told twice."""

from __future__ import annotations

import pytest

import claims
from tests.values.test_dates import _iso
from tests.values.test_reading import _read


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Mr Ilves (pictured), 58, left.", [(58, "Mr Ilves")]),
        ("In Texas (pictured), 30, people left.", []),
        ("A boy of 12 was found.", [(12, "boy")]),
        ("A team of 12 was found.", []),
        ("A wife of 20 years left.", []),
        ("Their 18-month-old daughter lived.", [(18, "daughter")]),
        ("By the age of 30 she was rich.", [(30, "")]),
        ("If you're 80 years old, you know.", [(80, "")]),
        ("Ilves said a girl aged two was saved.", [(2, "girl")]),
        ("The suspect, aged 45, fled.", [(45, "suspect")]),
        ("Ana Ilves, aged 45, fled.", [(45, "Ana Ilves")]),
        ("The three brothers, 8, 10 and 12, lived.", [(8, "brothers"), (10, "brothers"), (12, "brothers")]),
        ("The brothers, 8, 10 people said, left.", []),
        ("Adults over 65 get free travel.", [(65, "")]),
        ("He is 10 years older than his wife.", []),
        ("At 45, Ana Ilves became a judge.", [(45, "Ana Ilves")]),
        ("At 45, Lakers trailed.", []),
        ("The girl, who was four at the time, recalls it.", [(4, "")]),
        ("The average age of recruits is 23 years.", [(23, "")]),
        ("The average stay of recruits is 23 years.", []),
    ],
)
def test_ages(text, ages):
    """An age has the one whom the words give it to; a count of other things is none."""

    assert ages == [(v.amount, v.of) for v in _read(text) if v.kind == "age"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("He died on 5 May 2020. Two days before his death he wrote a will.", ["2020-05-05", "2020-05-03"]),
        ("Friends came the night before he died. He died on 5 May 2020.", ["2020-05-04", "2020-05-05"]),
        ("He was shot on 30 May 1832 and died the next day. It rained the day after he died.",
         ["1832-05-30", "1832-05-31", "1832-06-01"]),
        ("She was born on 2 March 1950. A cousin came three weeks after her birth.", ["1950-03-02", "1950-03-23"]),
        ("Two days before his death he wrote a will.", ["P2D"]),
        ("The night before he died it rained.", []),
        ("Ilves died on 5 May 2020. Roos died on 6 May 2020. Two days before his death he fell.",
         ["2020-05-05", "2020-05-06", "P2D"]),
    ],
)  # fmt: skip
def test_told_from_a_death_or_birth(text, isos):
    """The day that the text tells of it is the anchor; with none, or with two, there is none."""

    assert isos == _iso(text)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("It opens on 11 May 2022, three days later than planned.", ["2022-05-11", "2022-05-11"]),
        ("He fell on 3 March 2022. On 6 March 2022, three days later, he left.",
         ["2022-03-03", "2022-03-06", "2022-03-06"]),
        ("He fell on 3 March 2022, and three days later he left.", ["2022-03-03", "2022-03-06"]),
        ("It came three days later than planned.", ["P3D"]),
    ],
)  # fmt: skip
def test_named_again(text, isos):
    """A distance right behind a date, closed by a comma or "than", names that date again."""

    assert isos == _iso(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crew of Cole Ridge was 12.",
        "The staff at the Castle Rosten was 88.",
        "The number killed in Fenwich was 24 in 2022.",
        "The price in Denmark was 18.",
    ],
)
def test_what_a_name_only_places_has_no_age(text):
    """A name behind "of" or "in" says whose or where a thing is: the figure is of the thing."""
    assert "age" not in {v.kind for v in claims.find_values(text)}


@pytest.mark.parametrize(
    "text",
    ["The mayor of Fenwich is 52.", "The man killed in Fenwich was 24.", "The woman who lived in Harrow was 31."],
)
def test_a_person_whom_a_name_places_has_an_age(text):
    """Behind a word for a person a place takes nothing away."""
    assert ["age"] == [v.kind for v in claims.find_values(text)]
