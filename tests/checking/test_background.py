"""What an article tells of somebody beside the post that a table holds refutes nothing; the post is held to its row."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

KEEPERS = pd.DataFrame({
    "name": ["Ada Quill", "Tom Rusk", "Ina Vole"], "born": ["1971-03-02", "1964-11-20", "1980-07-14"],
    "party": ["Labour", "Centre", "Labour"], "office": ["Minister of Fish", "Minister of Roads", "Minister of Ports"],
    "from": ["2019-06-11", "2013-10-16", "2021-01-25"], "to": [None, "2019-06-11", None],
})  # fmt: skip
COACHES = pd.DataFrame({
    "coach": ["Ben Tarn", "Lou Marsh", "Sam Orr"], "born": ["1975-05-05", "1968-02-18", "1979-08-21"],
    "club": ["Rovers", "Wanderers", "Athletic"], "from": ["2018-07-01", "2015-01-10", "2021-02-01"],
    "to": [None, "2020-11-30", None], "matches": [142, 210, 88], "wins": [71, 98, 51],
})  # fmt: skip
TABLES = {"ministers": KEEPERS, "coaches": COACHES}
PUBLISHED = "2024-10-12"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Quill runs the fish ministry. She joined Labour in 1994.", "1994"),
        ("Ada Quill is Minister of Fish. In 2011 she moved to the capital.", "2011"),
        ("Tom Rusk was Minister of Roads. He entered parliament in 2005.", "2005"),
        ("Tom Rusk was Minister of Roads. He married in 2016.", "2016"),
        ("Ina Vole is Minister of Ports. Her book on harbours came out in 2022.", "2022"),
        ("Ina Vole is Minister of Ports. She became a mother in 2019.", "2019"),
        ("Ina Vole is Minister of Ports. She became head doctor in 2014.", "2014"),
        ("Ben Tarn coaches Rovers. As a player he made 300 appearances.", "300"),
        ("Sam Orr coaches Athletic. She played 64 times for her country.", "64"),
        ("Sam Orr coaches Athletic. She joined Athletic as an assistant in 2016.", "2016"),
        ("Sam Orr coaches Athletic. She began coaching in 2010.", "2010"),
        ("Ben Tarn coaches Rovers. In 2016 he won the cup with Dynamo.", "2016"),
        ("Ada Quill is Minister of Fish. In 2007 she was elected to the town council.", "2007"),
        ("Ada Quill is Minister of Fish. She was first elected in 2013.", "2013"),
        ("Ada Quill became minister in June 2019. She was re-elected in 2021.", "2021"),
        ("Ada Quill is Minister of Fish. She was elected in April 2019.", "April 2019"),
        ("Ada Quill is Minister of Fish. She was a ship's captain for five years.", "five years"),
        ("Ada Quill is Minister of Fish. She was deputy minister for five years.", "five years"),
        ("Ada Quill is Minister of Fish. She had studied law in Oslo for five years.", "five years"),
        ("Ada Quill is Minister of Fish. She was posted to Kenya for five years.", "five years"),
        ("Ada Quill is Minister of Fish. She has lived in the capital since 2010.", "2010"),
        ("Ada Quill is Minister of Fish. She took a degree in 1989.", "1989"),
        ("Ina Vole is Minister of Ports. She took up painting in 2015.", "2015"),
        ("Ina Vole is Minister of Ports. She arrived in Europe in 2004.", "2004"),
        ("Tom Rusk was Minister of Roads. He retired from teaching in 2005.", "2005"),
        ("Sam Orr coaches Athletic. In 2021 she came from the Otters, for whom she won 30 matches.", "30"),
        ("Ben Tarn coaches Rovers. His father coached the national team for six years.", "six years"),
    ],
)
def test_what_is_told_beside_a_post_is_left_open(text, words):
    """A party, a family, a book, an earlier post and another role are no matter of the row of a post."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ada Quill became Minister of Fish in June 2019.", "June 2019", "supported"),
        ("Ada Quill became Minister of Fish in June 2017.", "June 2017", "refuted"),
        ("Tom Rusk was Minister of Roads. He became a minister in 2011.", "2011", "refuted"),
        ("Ben Tarn joined Rovers in July 2016.", "July 2016", "refuted"),
        ("Ben Tarn joined Rovers as coach in 2018.", "2018", "supported"),
        ("Ben Tarn took over as coach in 2013.", "2013", "refuted"),
        ("Ben Tarn coaches Rovers. He has won 78 matches with Rovers.", "78", "refuted"),
        ("Tom Rusk was Minister of Roads for nearly six years.", "six years", "supported"),
        ("Tom Rusk retired in 2005.", "2005", "refuted"),
        ("Ada Quill was elected in April 2016.", "2016", "refuted"),
        ("Lou Marsh was in charge for 300 matches.", "300", "refuted"),
    ],
)
def test_the_post_itself_is_held_to_its_row(text, words, label):
    """What is said of the post that the table has is supported where right, refuted where wrong."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label


PLAYERS = pd.DataFrame({
    "player": ["Leo Sand", "Finn Able", "Dario Cole"], "club": ["Hawks", "Otters", "Lynx"], "born": [1996, 1988, 1999],
    "games": [34, 31, 29], "goals": [21, 2, 14], "first_prize_year": [2015, 2009, 2018],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Finn Able will retire. He has opened two restaurants.", "two restaurants", "not_enough_info"),
        ("Leo Sand plays for the Hawks. His father scored 41 goals.", "41", "not_enough_info"),
        ("Leo Sand has scored 21 goals. He scored nine goals in 2019.", "nine goals", "not_enough_info"),
        ("Leo Sand has scored 19 goals.", "19", "refuted"),
        ("Leo Sand plays for the Hawks. His novel won a prize in 2021.", "2021", "not_enough_info"),
        ("Leo Sand won his first prize in 2015.", "2015", "supported"),
    ],
)
def test_what_else_a_player_did_is_no_matter_of_his_figures(text, words, label):
    """Other things counted, a father's goals, those of one year and a later prize are left open."""
    assert verdict(text, words, "2024-10-12", players=PLAYERS)[0] == label
