"""Names in their parts of one row: who won what with which film, who went from where to where, who made what."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

import claims
from tests.checking.support import check, verdict

PRIZES = pd.DataFrame(
    [
        ("2022-09-10", "best film", "Mira Kolar", "The Salt Road", "Adria Pictures"),
        ("2022-09-10", "best actor", "Theo Marsh", "Low Tide", "Northlight"),
        ("2023-09-09", "best film", "Mira Kolar", "Paper Moons", "Adria Pictures"),
        ("2023-09-09", "best actor", "Sam Adeyemi", "Paper Moons", "Adria Pictures"),
        ("2024-09-14", "best film", "Henrik Dahl", "Winter Post", "Corvid"),
        ("2024-09-14", "best actor", "Theo Marsh", "Winter Post", "Corvid"),
    ],
    columns=["ceremony_date", "category", "winner", "film", "studio"],
)
TRANSFERS = pd.DataFrame(
    [
        ("2023-07-03", "Luka Moreno", "Ashby Town", "Northgate"),
        ("2023-08-14", "Dele Okoye", "Marlow City", "Ashby Town"),
        ("2024-01-22", "Finn Harker", "Northgate", "Brindle Rovers"),
        ("2024-07-09", "Pavel Zeman", "Brindle Rovers", "Marlow City"),
        ("2024-08-30", "Jamal Reid", "Ashby Town", "Brindle Rovers"),
        ("2025-01-15", "Oscar Lind", "Northgate", "Ashby Town"),
    ],
    columns=["date", "player", "from_club", "to_club"],
)
BRIDGES = pd.DataFrame(
    [
        ("Kings Bridge", "Tarn", "Josiah Crane", 1824, "Old Quay", "Market Square"),
        ("Victoria Bridge", "Tarn", "Edwin Lascelles", 1871, "Castle Hill", "Foundry Row"),
        ("Harper Bridge", "Orde", "Maud Ferris", 1934, "Northbank", "Ferry Point"),
        ("Packhorse Bridge", "Little Orde", "Josiah Crane", 1811, "Mill End", "Abbey Green"),
    ],
    columns=["bridge", "river", "engineer", "opened", "end_a", "end_b"],
)
PUBLISHED = "2025-02-10"
FRAMES = {"prizes": {"prizes": PRIZES}, "transfers": {"transfers": TRANSFERS}, "bridges": {"bridges": BRIDGES}}


@pytest.mark.parametrize(
    ("table", "text", "right", "wrong"),
    [
        ("prizes", "Mira Kolar won best film in 2022 with {}.", "The Salt Road", "Low Tide"),
        ("prizes", "Mira Kolar won best film in 2023 for {}.", "Paper Moons", "The Salt Road"),
        ("prizes", "In 2024 the prize for best film went to Henrik Dahl's {}.", "Winter Post", "Low Tide"),
        ("prizes", "The prize for best actor went to {} in 2023.", "Sam Adeyemi", "Theo Marsh"),
        ("prizes", "Last year {} took best actor for Winter Post.", "Theo Marsh", "Sam Adeyemi"),
        ("prizes", "Sam Adeyemi was best actor for Paper Moons at {}.", "Adria Pictures", "Corvid"),
        ("transfers", "Luka Moreno moved from {} to Northgate in July 2023.", "Ashby Town", "Marlow City"),
        ("transfers", "Luka Moreno moved from Ashby Town to {} in July 2023.", "Northgate", "Brindle Rovers"),
        ("transfers", "Pavel Zeman joined {} from Brindle Rovers.", "Marlow City", "Ashby Town"),
        ("transfers", "Finn Harker left {} for Brindle Rovers in January 2024.", "Northgate", "Ashby Town"),
        ("transfers", "Northgate sold {} to Ashby Town in January.", "Oscar Lind", "Luka Moreno"),
        ("bridges", "Harper Bridge was designed by {}.", "Maud Ferris", "Josiah Crane"),
        ("bridges", "Josiah Crane designed Kings Bridge and {}.", "Packhorse Bridge", "Harper Bridge"),
        ("bridges", "Maud Ferris, the engineer of {}, was 40.", "Harper Bridge", "Kings Bridge"),
        ("bridges", "The Harper Bridge leads from Northbank to {}.", "Ferry Point", "Castle Hill"),
        ("bridges", "Harper Bridge crosses the {}.", "Orde", "Tarn"),
    ],
)
def test_a_name_is_held_to_the_row_that_the_other_names_of_its_clause_choose(table, text, right, wrong):
    """The name of the row is supported, another of its column refuted."""
    found = [verdict(text.format(name), name, PUBLISHED, **FRAMES[table])[0] for name in (right, wrong)]

    assert ["supported", "refuted"] == found


@pytest.mark.parametrize(
    ("table", "text", "name"),
    [
        ("prizes", "Theo Marsh praised Paper Moons.", "Paper Moons"),  # nobody says that he won with it
        ("prizes", "Henrik Dahl never saw Low Tide.", "Low Tide"),
        (
            "prizes",
            "Theo Marsh won best actor for Winter Post, two years after he had lost with Paper Moons.",
            "Paper Moo",
        ),
        ("transfers", "Dele Okoye grew up near Northgate.", "Northgate"),
        ("transfers", "Jamal Reid scored against Marlow City in August 2024.", "Marlow City"),
        ("bridges", "Maud Ferris lived near Kings Bridge.", "Kings Bridge"),
        ("bridges", "The woman from Castle Hill crossed Harper Bridge.", "Castle Hill"),
    ],
)
def test_a_name_that_no_column_is_said_of_stays_open(table, text, name):
    """Two names in a clause need not be of one row."""
    found = check(text, PUBLISHED, **FRAMES[table])

    assert {"not_enough_info"} >= {s.verdict.label for quote, s in found.items() if name in quote}


def test_the_row_of_another_does_not_support_a_name():
    """What is said of one thing is not borne out by a row of its kind: another film was shot by Sam."""
    films = pd.DataFrame({
        "title": ["Low Tide", "Paper Moons", "Winter Post"], "genre": ["thriller", "comedy", "drama"],
        "writer": ["Ivo Stanic", "Lena Ortiz", "Nils Aker"],
    })  # fmt: skip

    assert "refuted" == verdict("Low Tide, a drama by Nils Aker, is long.", "Nils", PUBLISHED, films=films)[0]


def test_the_evidence_gives_the_same_name_again():
    """Anybody can ask the table for it."""
    references = claims.References.from_frames({"prizes": PRIZES})
    text = "Mira Kolar won best film in 2022 with Low Tide."
    audit = claims.audit(claims.Article(text, published=PUBLISHED), references)
    (evidence,) = next(s for s in audit.statements if s.quote == "Low Tide").verdict.evidence

    with duckdb.connect() as database:
        database.register("prizes", references.tables[0].arrow)
        assert [("The Salt Road",)] == database.execute(evidence.sql).fetchall()


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Henrik Dahl broke the run of {}, who had won twice.", "Mira Kolar", "Theo Marsh"),
        ("Henrik Dahl ended {}'s reign.", "Mira Kolar", "Sam Adeyemi"),
        ("Henrik Dahl won best film. He dethroned {}.", "Mira Kolar", "Theo Marsh"),
    ],
)
def test_whose_run_ends_won_the_time_before(text, right, wrong):
    """Before the winner of a prize somebody else had the same prize."""
    found = [check(text.format(name), PUBLISHED, prizes=PRIZES) for name in (right, wrong)]

    told, untold = (
        {s.verdict.label for q, s in some.items() if n in q} for some, n in zip(found, (right, wrong), strict=True)
    )
    assert "supported" in told
    assert "supported" not in untold


@pytest.mark.parametrize(("title", "label"), [("Six Doors", "supported"), ("Marsh Light", "refuted")])
def test_a_number_in_a_title_leaves_it_a_name(title, label):
    """The six of "Six Doors" counts no doors."""
    books = pd.DataFrame({
        "year": [2021, 2022, 2023, 2024], "winner": ["Nina Sorel", "Paul Adair", "Nina Sorel", "Yara Dunn"],
        "book": ["The Third Bell", "Low Water", "Marsh Light", "Six Doors"],
    })  # fmt: skip
    audit = claims.audit(
        claims.Article(f"Yara Dunn won the prize in 2024 with {title}.", published=PUBLISHED),
        claims.References.from_frames({"prizes": books}),
    )

    assert label in {s.verdict.label for s in audit.statements if s.quote == title}
