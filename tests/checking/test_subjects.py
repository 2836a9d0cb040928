"""Which row a clause speaks of: pronouns, who speaks, fronted places, the last word of a name."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims import language, values
from claims.attribution import attribute
from claims.checking import indexed
from claims.checking.context import Context
from claims.checking.discourse import Discourse
from claims.checking.finder import Finder
from claims.names import find_names
from claims.statements import split_document
from tests.checking.support import verdict

TABLES = {
    "riders": pd.DataFrame({
        "rider": ["Ismo Verkade", "Oyelaran Tubb", "Zbynek Oost"], "born": ["1994-02-11", "1999-10-30", "1988-06-05"],
        "wins": [31, 7, 12],
    }),
    "mills": pd.DataFrame({
        "mill": ["Alder Mill", "Birch Works", "Sedge Islands"],
        "manager": ["Ruth Okafor", "Tomasz Bielak", "Ines Duarte"],
        "town": ["Tarrow", "Port Lyle", "Skerrin"], "workers": [410, 88, 97],
    }),
    "census": pd.DataFrame({
        "district": ["Tarrow", "Tarrow", "Skerrin", "Skerrin"], "variable": ["born abroad", "median age"] * 2,
        "unit": ["percent", "years"] * 2, "census_2021": ["21.7", "40.2", "4.4", "54.3"],
    }),
}  # fmt: skip
REFERENCES = claims.References.from_frames(TABLES)


def tied(text: str, quote: str) -> list[str]:
    """Give what the statement at these words is tied to, the closest first."""
    document = language.parse(claims.Article(text, published="2025-05-05"))
    names = find_names(document)
    found = split_document(document, tuple(values.find_values(document.article)), attribute(document, names), names)
    finder = Finder(indexed(REFERENCES)[1], document, names)
    discourse = Discourse(document, finder.mentions(), found, finder.names)
    statement = next(s for s in found if s.quote == quote and s.value)
    return [b.mention.best for b in Context(statement, discourse).bindings]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Ismo Verkade beat everybody. Then there is Oyelaran Tubb. He won 7 races.", "7 races", "Oyelaran Tubb"),
        ("Ismo Verkade smiled. His defeat of Zbynek Oost was rare. He won 31 races.", "31 races", "Ismo Verkade"),
        ('"We have 410 workers," said Ruth Okafor.', "410 workers", "Alder Mill"),
        ('"Our yard is small," Tomasz Bielak said. "We have 88 workers."', "88 workers", "Birch Works"),
        ('"We were 88 workers," said Jo Lamm, a welder at Birch Works.', "88 workers", "Birch Works"),
        ('"I have won 12 races," said Zbynek Oost.', "12 races", "Zbynek Oost"),
        ("The Sedge Islands are quiet. On the islands 97 workers are left.", "97 workers", "Sedge Islands"),
        ("Birch Works is small. In Skerrin, 97 workers are left.", "97 workers", "Skerrin"),
    ],
)
def test_the_closest_tie(text, quote, name):
    """The person named last, the speaker and his body, the place in front, the name that ends so."""

    assert tied(text, quote)[0] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruth Okafor looked up. We have 410 workers in mind, readers wrote.", "We"),
        ("The Sedge Islands are quiet. The islands of the south have 97 workers.", "islands"),
        ("The Sedge Islands are quiet. The other islands have 97 workers.", "islands"),
        ("Birch Works is small. The mills have 595 workers.", "mills"),
    ],
)
def test_what_points_to_nothing(text, words):
    """Outside a quotation nobody speaks; islands that are told apart are others, and several mills no one of them."""
    document = language.parse(claims.Article(text))
    finder = Finder(indexed(REFERENCES)[1], document, find_names(document))

    assert words not in [m.text for m in finder.mentions()]


def test_units_are_no_names():
    """A column of units is none of names: "percent" names no row."""
    column = REFERENCES.table("census").column("unit")

    assert (column.role, "percent" in tied("In Tarrow 21.7 percent were born abroad.", "21.7 percent")) == (
        "text",
        False,
    )


def test_of_a_name_says_which():
    """In "the district of Skerrin" the noun does not point back to the one before."""

    assert tied("Tarrow grew. In the district of Skerrin, 4.4 percent were born abroad.", "4.4 percent")[:2] == [
        "born abroad", "Skerrin",
    ]  # fmt: skip


def test_the_district_is_that_of_the_town_named_last():
    """A noun that heads a column stands for what the row of the nearest thing has there, not for one named long ago."""
    towns = pd.DataFrame(
        {"town": ["Orr", "Lea", "Holm"], "district": ["Tarrow", "Skerrin", "Tarrow"], "shops": [4, 7, 9]}
    )
    document = language.parse(claims.Article("Tarrow grew. Then Lea did. The district has 88 people."))
    finder = Finder(
        indexed(claims.References.from_frames(TABLES | {"towns": towns}))[1], document, find_names(document)
    )

    assert {m.text: m.best for m in finder.mentions()}["district"] == "Skerrin"


def test_a_kind_describes_nobody_who_has_others():
    """ "The red deer" is the kind itself where each park has rows of several kinds, not the park named before."""
    counts = pd.DataFrame({
        "year": [2024] * 4, "park": ["Ashdown", "Ashdown", "Lorn", "Lorn"], "kind": ["red deer", "hare"] * 2,
        "counted": [31, 120, 7, 64],
    })  # fmt: skip
    document = language.parse(claims.Article("Ashdown is full of hares. The red deer is another story."))
    finder = Finder(indexed(claims.References.from_frames({"counts": counts}))[1], document, find_names(document))

    assert [m.best for m in finder.mentions()][-1] == "red deer"


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Alder Mill added 64 workers; Birch Works, 88.", "88", "Birch Works"),
        ("Alder Mill welcomed 429 of them, Birch Works 88.", "88", "Birch Works"),
        ("Alder Mill can take 410 workers, against 88 at Birch Works, which is small.", "88", "Birch Works"),
        ("Alder Mill had 410 workers, 88 ahead of Birch Works.", "88", "Alder Mill"),
        ("Alder Mill hired 410 workers and, with Birch Works, 88 apprentices.", "88 apprentices", "Alder Mill"),
        ("Alder Mill, which bought Birch Works in 2019, has 410 workers.", "410 workers", "Alder Mill"),
    ],
)
def test_a_name_set_against_another_has_its_own_figure(text, quote, name):
    """Where the verb is left out, or a name stands behind the figure, it is no longer that of the subject."""

    assert tied(text, quote)[0] == name


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Alder Mill has 410 workers and its old rival Birch Works 88.", "88", "Birch Works"),
        ("Ismo Verkade has 31 wins and Zbynek Oost, his friend, 12.", "12", "Zbynek Oost"),
        ("Ismo Verkade beat Zbynek Oost. The former has 31 wins, the latter 12.", "12", "Zbynek Oost"),
        ("Ismo Verkade met Zbynek Oost. The latter has 12 wins.", "12 wins", "Zbynek Oost"),
        ("Ismo Verkade met Zbynek Oost. He has 31 wins, she 12.", "12", "Zbynek Oost"),
    ],
)  # fmt: skip
def test_words_that_tell_two_apart(text, quote, name):
    """A name with what describes it, the former and the latter, he and she."""

    assert tied(text, quote)[0] == name


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ismo Verkade met Zbynek Oost and Oyelaran Tubb. The latter has 7 wins.", "latter"),
        ("Ismo Verkade, the former rider, has 31 wins.", "former"),
        ("Ismo Verkade rode in the latter stages of the race with Zbynek Oost.", "latter"),
    ],
)
def test_no_former_of_more_than_two(text, quote):
    """Of three there is no latter, and a noun behind the word tells a time."""
    document = language.parse(claims.Article(text))
    finder = Finder(indexed(REFERENCES)[1], document, find_names(document))

    assert quote not in [m.text for m in finder.mentions()]


def test_who_is_behind_than_is_somebody_else():
    """Nobody is older than himself: the pronoun stands for who was spoken of before."""
    document = language.parse(claims.Article("Ismo Verkade smiled. Zbynek Oost is older than he is."))
    finder = Finder(indexed(REFERENCES)[1], document, find_names(document))

    assert {m.text: m.best for m in finder.mentions()}["he"] == "Ismo Verkade"


def test_a_place_between_commas_is_that_of_the_name_before_it():
    """ "Elm, fourth, and Oak, fifth, were level": each has its own."""
    table = pd.DataFrame(
        {"team": ["Ash", "Elm", "Oak", "Yew", "Fir"], "position": [1, 4, 5, 2, 3], "points": [9, 4, 3, 7, 6]}
    )
    text = "Elm, fourth, and Oak, fifth, were far behind."

    assert verdict(text, "fifth", table=table)[0] == "supported"
    assert verdict(text.replace("fifth", "third"), "third", table=table)[0] == "refuted"
