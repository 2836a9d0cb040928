"""What is said of something without a number: a charge, a place, a post, who came before."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims import checking
from claims.checking.cellwords import posts, wordings
from tests.checking.support import asked, weighed

TABLES = {
    "bridges": pd.DataFrame({
        "bridge": ["Ferrin Bridge", "Old Lock Bridge", "Moss Bridge", "Wharf Bridge", "Quay Bridge", "Mill Bridge"],
        "river": ["Ander", "Ander", "Sole", "Sole", "Brail", "Brail"],
        "kind": ["suspension bridge", "stone arch", "swing bridge", "steel truss", "footbridge", "stone arch"],
        "designed_by": ["Dora Finch", "Amos Quell", "Dora Finch", "Petra Lonn", "Amos Quell", "Iver Stanton"],
        "condition": ["sound", "closed", "sound", "weak", "sound", "weak"],
    }),
    "trials": pd.DataFrame({
        "defendant": ["Rolf Danner", "Mina Caulder", "Otto Prell", "Greta Voll", "Sven Arkin", "Lea Morrow"],
        "charge": ["smuggling", "forgery", "tax fraud", "theft", "smuggling", "perjury"],
        "outcome": ["convicted", "acquitted", "convicted", "dismissed", "dismissed", "acquitted"],
        "filed": ["2023-02-14", "2023-05-09", "2023-09-30", "2024-01-22", "2024-02-19", "2024-03-04"],
    }),
    "wardens": pd.DataFrame({
        "warden": ["Hanne Brokk", "Ulf Teller", "Ida Sturm"], "park": ["Elder Park"] * 2 + ["Fen Park"],
        "born": ["1960-03-02", "1971-11-19", "1968-07-07"],
        "from": ["2010-04-01", "2019-04-01", "2015-01-01"], "to": ["2019-03-31", None, None],
    }),
    "parks": pd.DataFrame({
        "park": ["Elder Park", "Fen Park"], "founded": [1921, 1954], "president": ["Tom Gravely", "Ann Sellick"],
    }),
}  # fmt: skip


def verdicts(text: str, words: str) -> set[tuple[str, str]]:
    """Give kind and verdict of the statements at the words; those that only reading shows are left out."""
    references = claims.References.from_frames(TABLES)
    statements = claims.audit(claims.Article(text, published="2024-06-01"), references).statements
    at = text.index(words)
    around = [s for s in statements if s.start < at + len(words) and at < s.end]
    return {(s.kind, s.verdict.label) for s in around if s.kind not in ("fact", "quotation")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rolf Danner was sentenced to prison for smuggling.", "smuggling"),
        ("Otto Prell, tried for tax fraud, said nothing.", "tax fraud"),
        ("The case against Greta Voll was dismissed.", "dismissed"),
        ("Ferrin Bridge on the Ander was painted.", "Ander"),
        ("The Old Lock Bridge, designed by Amos Quell, was painted.", "Amos Quell"),
    ],
)
def test_what_stands_in_the_row_is_supported(text, words):
    """A cell beside its row's name in one clause is what the clause says, whether its column is named or not."""

    assert {("association", "supported")} == verdicts(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mina Caulder was sentenced to prison for smuggling.", "smuggling"),
        ("Mina Caulder spoke of smuggling.", "smuggling"),
        ("Wharf Bridge was painted.", "Wharf Bridge"),
        ("Ferrin Bridge was painted.", "Ferrin Bridge"),
    ],
)
def test_what_stands_in_no_row_is_left_alone(text, words):
    """Words that only stand beside a name are no charge, and a name alone is no claim."""

    assert not verdicts(text, words) & {("association", "supported"), ("association", "refuted")}


def test_a_name_in_the_wrong_place_is_refuted():
    """Whom the words call the designer stands in the row, and it is another."""

    assert {("association", "refuted")} == verdicts(
        "The Old Lock Bridge, designed by Dora Finch, was painted.", "Dora Finch"
    )


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("The Moss Bridge festival ended with a dance at Wharf Bridge.", "Wharf Bridge", True),
        ("Only Wharf Bridge was spared.", "Wharf Bridge", True),
        ("Wharf Bridge was spared.", "Wharf Bridge", False),
    ],
)
def test_what_a_reader_waits_for_is_kept_open(text, words, kept):
    """A place or an exception is said of something and stays with no verdict; what a sentence is about is dropped."""

    assert kept == (("association", "not_enough_info") in verdicts(text, words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ulf Teller, elected in April, replaced Hanne Brokk.", "Hanne Brokk", ("predecessor", "supported")),
        ("Hanne Brokk gave way to Ulf Teller.", "Ulf Teller", ("successor", "supported")),
    ],
)
def test_who_came_before_and_after(text, words, expected):
    """The body is that of the other one where the sentence names none."""

    assert {expected} == verdicts(text, words)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tom Gravely, the president of Elder Park, planted an oak.", "supported"),
        ("Tom Gravely, the president of Fen Park, planted an oak.", "refuted"),
        ("Tom Gravely, a former president of Fen Park, planted an oak.", "not_enough_info"),
        ("Elder Park's president, Tom Gravely, planted an oak.", "supported"),
        ("Fen Park's president, Tom Gravely, planted an oak.", "refuted"),
    ],
)
def test_a_post_that_has_a_column_is_asked_for(text, label):
    """Who is president now stands in the row; who was one does not."""

    assert {label} == {found for _, found in verdicts(text, "president")}


def test_the_former_holder_of_a_post_is_not_held_to_the_row():
    """A row tells who is president now."""
    assert "refuted" not in {
        found for _, found in verdicts("Fen Park's former president, Tom Gravely, left.", "Gravely")
    }


def test_cells_go_by_the_stems_of_their_words():
    """Short cells that name nothing are found in any form; names and long text are not."""
    tables, index = checking.indexed(claims.References.from_frames(TABLES))

    found = {value for alike in wordings(tables).values() for value in alike.values()}

    assert {"smuggling", "tax fraud", "swing bridge", "convicted"} <= found
    assert not {"Ander", "Dora Finch", "Elder Park"} & found
    assert {"president"} == posts(tables, index.persons)


OWNED = {
    "towers": pd.DataFrame({
        "tower": ["Heron Tower", "Larch House", "Mere Point", "Fell Court"],
        "district": ["Ashby", "Ashby", "Orrin", "Colm"], "floors": [21, 12, 9, 30],
    }),
    "members": pd.DataFrame({
        "name": ["Ida Lerner", "Bo Vantor", "Cy Ormond", "Di Lowick"], "party": ["Hill", "Hill", "Coast", "Coast"],
        "seat": ["Granley", "Lindwick", "Sorrel", "Ambrey"], "occupation": ["doctor", "farmer", "doctor", "pilot"],
        "born": ["1961-02-11", "1975-10-30", "1980-06-05", "1969-12-24"],
    }),
    "posts": pd.DataFrame({
        "name": ["Ruth Amble", "Gil Torren", "Nan Ossery"], "post": ["harbour chief", "harbour chief", "fire minister"],
        "area": ["North", "South", "State"], "from": ["2020-01-01", "2021-01-01", "2022-01-01"],
        "to": ["2024-01-31", None, None],
    }),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The city is suing over Heron Tower, a 21-storey block in Orrin.", "Orrin", {("Ashby", "disagrees")}),
        ("The city is suing over Heron Tower, a 21-storey block in Ashby.", "Ashby", set()),
        ("The city is suing over Heron Tower, and a block in Orrin burnt down.", "Orrin", set()),
        ("The fire minister, Nan Ossery, spoke on Thursday.", "fire minister",
         {("Nan Ossery", "agrees")}),
        ("The fire minister, Gil Torren, spoke on Thursday.", "fire minister", {("Nan Ossery", "disagrees")}),
        ('"It rains," said Ida Lerner, a doctor.', "doctor", {("doctor", "agrees")}),
        ('"It rains," said Ida Lerner, a pilot.', "pilot", {("doctor", "disagrees")}),
        ('"It rains," said Ida Lerner, a former pilot.', "pilot", set()),
    ],
)  # fmt: skip
def test_another_name_in_the_row_refutes(text, words, found):
    """A place said straight of a thing, a post that there is once, a calling: each is held to the one row."""
    asked_for = {
        (str(w.result.found.value), w.result.outcome)
        for w in weighed(text, words, OWNED, "2024-06-01")
        if w.reading.refutes
    }

    assert {f for f in asked_for if f[1] == "disagrees"} == {f for f in found if f[1] == "disagrees"}
    assert found <= asked_for


def test_a_code_with_a_stroke_leads_to_its_rows():
    """What one table calls "2026/02" is found by its title in another."""
    bills = pd.DataFrame({"no": ["2026/01", "2026/02"], "title": ["Noise Act", "Ferry Fares Act"], "ayes": [31, 40]})
    votes = pd.DataFrame({
        "no": ["2026/01"] * 2 + ["2026/02"] * 2, "party": ["Hill", "Coast"] * 2, "against": [11, 9, 12, 7],
    })  # fmt: skip
    text = "The Ferry Fares Act passed in May. Of the Coast members 7 voted against it."
    found = asked(text, "7", "2026-06-01", bills=bills, votes=votes)

    assert any(a.outcome == "agrees" and a.reading.query.table == "votes" and len(a.reading.query.where) == 2
               for a in found)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Old Lock Bridge, designed by Dora Finch, was painted.", "Dora Finch"),
        ("The Old Lock Bridge was designed by Petra Lonn.", "Petra Lonn"),
    ],
)
def test_what_words_ascribe_to_one_row_alone_is_refuted(text, words):
    """A name that a verb of the column ascribes to a thing is held against its row."""

    assert {("association", "refuted")} == verdicts(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Old Lock Bridge, praised by Dora Finch, was painted.", "Dora Finch"),
        ("The Old Lock Bridge was painted in a park designed by Petra Lonn.", "Petra Lonn"),
    ],
)
def test_what_is_done_otherwise_or_to_another_thing_is_left_open(text, words):
    """Only the verb of the column, with the thing itself as what it is done to, tells who did it."""

    assert ("association", "refuted") not in verdicts(text, words)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ulf Teller took over from his uncle, Hanne Brokk, in April 2019.", "Hanne Brokk", "supported"),
        ("Ulf Teller inherited a debt from Hanne Brokk.", "Hanne Brokk", "supported"),
        ("Ulf Teller took over from Ida Sturm in April 2019.", "Ida Sturm", "refuted"),
        ("Ulf Teller spoke. His predecessor, Ida Sturm, came in to help.", "Ida Sturm", "refuted"),
    ],
)
def test_who_came_before_one_who_is_named_is_checked_in_the_same_post(text, words, expected):
    """The post need not be named: it is that of the person whom the sentence speaks of."""

    assert ("predecessor", expected) in verdicts(text, words)
