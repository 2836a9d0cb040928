"""Phrasings that a catalog declares: what they settle, what they leave alone; their queries can be replayed."""

from __future__ import annotations

import pytest

import claims
from claims.errors import InputError
from tests.checking.test_replay import unlike

PLAYERS = """\
player,club_town,role,throws_made,throws_tried,saves
Mirela Voss,Tarrow,starter,7,11,2
Ida Brandt,Tarrow,starter,9,12,0
Jo Pell,Tarrow,,3,4,1
Sanna Roy,Fenby,starter,8,15,12
"""
CLUBS = """\
club,town,goals,first_half,second_half,won,lost
Herons,Tarrow,31,14,17,6,1
Otters,Fenby,27,15,12,2,5
"""
MATCHES = "host,guest,weekday\nHerons,Otters,Saturday\n"
CATALOG = """\
[players]
entity = "player"
phrasings = [
    "{throws_made} - of - {throws_tried} throwing",
    "{throws_made} goals",
    "{saves} saves",
    "goal - line",
    "[led] the team ... {throws_made} goals :: rank 1 throws_made by club_town",
    "[off the bench] :: role missing",
    "[all - rounder] :: 2 of throws_made, saves >= 8",
    "[<specialist/specialists>] :: only 1 of throws_made, saves >= 8",
    "in the [<win/victory>] :: rank 1 goals in clubs by town = club_town",
    "[last of the starters] :: none left with role = starter by club_town",
    "[{player} and {player}] :: another player",
    "[only other] starter :: 2 rows with role = starter by club_town",
    "{player} carried the [{clubs.club}] :: club_town = clubs.town",
    "{player} was [close behind] :: below throws_made",
    "{player} was [next] :: next throws_made by club_town",
    "[{player}] <chipped in/added> :: club_town = clubs.town before",
    "almost a [goalkeeper] :: saves >= 10",
    "[held the line] :: club_town = clubs.town before and role filled",
    "[led] the second string :: rank 1 throws_made by club_town, role missing",
]
[clubs]
entity = "club"
phrasings = [
    "beat ... , {max goals} - {min goals}",
    "{gap goals} - goal win",
    "{first_half + second_half} goals",
    "{max first_half + second_half} in both halves",
    "[beat] ... , {max goals} - {min goals} :: rank 1 goals",
    "{club} .. beat the [{club}] :: another club",
    "[{club}] .. downed the {club} :: another club or rank 1 goals",
    "{club} .. downed the [{club}] :: another club or rank 2 goals",
    "[outplayed] the {club} :: rank 2 goals",
    "({won} - {lost})",
    "{gap first_half + second_half + won} in all",
    "{goals} goals and {second_half} late ones",
    "{goals} goals of their own",
    "by {gap second_half} goals after the break",
    "[pulled away] <late/after the break> :: rank 1 first_half + second_half",
    "had [{number n}] players with seven goals or more :: n rows of players with throws_made >= 7 by club_town = town",
    "[cruised] :: rank 1 goals and second_half < first_half",
    "[romped] :: rank 1 goals and second_half > first_half",
    "{sum players.throws_made by club_town = town} - of - {sum players.throws_tried by club_town = town} throwing",
    "[strongest] club in the first half :: rank 1 won",
    "[faded] :: second_half < first_half",
    "won [{number n}] of <its/their> last {number m} matches :: needs n <= won, m - n <= lost",
    "[<thriller/close match>] :: gap goals <= 5",
    "[walkover] :: gap goals >= 10",
    "neither side led by more than [{number n}] goals :: needs gap goals <= n",
    "it [was not enough] to win :: rank 2 goals",
    "[ran riot] :: rank 1 goals and gap first_half + second_half >= 5",
    "{goals} goals altogether",
    "[<pull away/pulling away>] at the end :: rank 1 goals",
    "a [home win] :: rank 1 goals",
    "{club} ... meet the [{club}] :: needs another club",
    "to meet the [{club}] :: needs town missing",
]
[matches]
phrasings = [
    "beat ... on {weekday}",
    "next <match/at home> ... on [{weekday}] :: needs weekday within 4 days",
    "stay [home] :: needs host filled",
]
"""


@pytest.fixture(scope="module")
def references(tmp_path_factory):
    """A folder with a catalog of phrasings."""
    folder = tmp_path_factory.mktemp("club")
    for name, text in (
        ("players.csv", PLAYERS), ("clubs.csv", CLUBS), ("matches.csv", MATCHES), ("references.toml", CATALOG),
    ):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return claims.References.load(folder)


def labels(references, text, words):
    """The labels that statements at these very words get, "" where there is none."""
    audit = claims.audit(claims.Article(text, published="2024-03-16"), references)
    assert [] == unlike(audit, references)
    at = text.index(words)
    found = [s for s in audit.statements if s.start < at + len(words) and at < s.end and s.kind != "fact"]
    return {s.verdict.label for s in found} - {"not_enough_info"}


CASES = [
    ("Mirela Voss was on 7 - of - 11 throwing.", "7 - of - 11", "supported"),
    ("Mirela Voss was on 9 - of - 11 throwing.", "9", "refuted"),
    ("Mirela Voss had seven goals and two saves.", "two", "supported"),
    ("Mirela Voss had seven goals and nine saves.", "nine", "refuted"),
    ("Ida Brandt had nine goals and a save.", "a save", "refuted"),
    ("Jo Pell had three goals and a save.", "a save", "supported"),
    ("Ida Brandt led the team with nine goals.", "led", "supported"),
    ("Mirela Voss led the team with seven goals.", "led", "refuted"),
    ("Jo Pell came off the bench.", "off the bench", "supported"),
    ("Ida Brandt came off the bench.", "off the bench", "refuted"),
    ("Sanna Roy was an all-rounder again.", "all-rounder", "supported"),
    ("Ida Brandt was an all-rounder again.", "all-rounder", "refuted"),
    ("Ida Brandt was the only other starter.", "only other", "supported"),
    ("Ida Brandt carried the Herons.", "Herons", "supported"),
    ("Ida Brandt carried the Otters.", "Otters", "refuted"),
    ("The Herons beat the Otters, 31-27.", "31-27", "supported"),
    ("The Herons beat the Otters, 33-27.", "33-27", "refuted"),
    ("The Otters beat the Herons, 31-27.", "beat", "refuted"),
    ("The Herons beat the Herons, 31-27.", "Herons,", "refuted"),
    ("It was a 4-goal win for the Herons.", "4", "supported"),
    ("It was a 9-goal win for the Herons.", "9", "refuted"),
    ("The Herons beat the Otters on Saturday.", "Saturday", "supported"),
    ("The Herons beat the Otters on Sunday.", "Sunday", "refuted"),
    ("The Herons beat the Otters of Boston on Sunday.", "Sunday", "refuted"),
    ("The Herons won it by 5 goals after the break.", "5", "supported"),
    ("The Herons won it by 9 goals after the break.", "9", "refuted"),
    ("The Herons pulled away late.", "pulled away", "supported"),
    ("The Otters pulled away after the break.", "pulled away", "refuted"),
    ("The Otters faded.", "faded", "supported"),
    ("The Herons were on 19 - of - 27 throwing.", "19", "supported"),
    ("The Herons were on 19 - of - 30 throwing.", "30", "refuted"),
    ("Ida Brandt had nine goals. Sanna Roy was close behind.", "close behind", "supported"),
    ("Mirela Voss had seven goals. Sanna Roy was close behind.", "close behind", "refuted"),
    ("The Otters were the strongest club in the first half.", "strongest", "refuted"),
    ("The Otters cruised.", "cruised", "refuted"),
    ("The Herons cruised.", "cruised", "refuted"),
    ("The Herons romped.", "romped", "supported"),
    ("The Herons faded.", "faded", "refuted"),
    ("The Herons have won two of their last five matches.", "two", "refuted"),
    ("Ida Brandt had nine goals. Mirela Voss was next with seven goals.", "next", "supported"),
    ("Ida Brandt had nine goals. Jo Pell was next with three goals.", "next", "refuted"),
    ("The Herons won. Mirela Voss chipped in seven goals.", "Mirela", "supported"),
    ("The Herons won. Sanna Roy added eight goals.", "Sanna", "refuted"),
    ("Mirela Voss and Ida Brandt played, the former adding two saves.", "two", "supported"),
    ("Mirela Voss and Ida Brandt played, the latter adding four saves.", "four", "refuted"),
    ("Ida Brandt was close behind her with seven goals.", "seven", "refuted"),
    ("The Herons were cheered by Ida Brandt. She had nine goals.", "nine", "supported"),
    ("The Herons had three players with seven goals or more.", "three", "refuted"),
    ("The Herons had two players with seven goals or more.", "two", "supported"),
    ("However, the Herons beat the Herons.", "Herons.", "refuted"),
    ("Ida Brandt is a specialist.", "specialist", "supported"),
    ("Sanna Roy is a specialist.", "specialist", "refuted"),
    ("Ida Brandt had nine goals in the win.", "win", "supported"),
    ("Sanna Roy had eight goals in the win.", "win", "refuted"),
    ("Mirela Voss threw well. Ida Brandt was the last of the starters.", "last of", "supported"),
    ("Jo Pell threw well. Ida Brandt was the last of the starters.", "last of", "refuted"),
    ("Ida Brandt and Ida Brandt played.", "Ida Brandt and", "refuted"),
    ("They were 8 in all apart.", "8", "supported"),
    ("They were 9 in all apart.", "9", "refuted"),
    ("Ida Brandt threw for the Herons (5-2).", "5-2", "refuted"),
    ("Both win, as Monday shows: the Herons beat the Herons.", "Herons.", "refuted"),
    ("The Herons held the Otters, while making 31 goals of their own.", "31", "supported"),
    ("The Otters downed the Otters.", "Otters downed", "refuted"),
    ("The Herons downed the Herons.", "Herons.", "refuted"),
    ("The Herons downed the Otters.", "Herons", "supported"),
    ("The Otters outplayed the Herons.", "outplayed", "refuted"),
    ("The Herons (5-2) faded in the second half.", "5-2", "refuted"),
    (
        "The Herons had 31 goals and 17 late ones, while the Herons had 27 goals and 12 late ones.",
        ", while the Herons had",
        "refuted",
    ),
    ("Jo Pell led the second string.", "led", "supported"),
    ("Mirela Voss led the second string.", "led", "refuted"),
    ("The Herons got nine goals from Ida Brandt.", "nine", "supported"),
    ("The Herons got seven goals and two saves from Ida Brandt.", "seven", "refuted"),
    ("Mirela Voss had nine saves on Saturday.", "nine", "refuted"),
    ("It was a thriller.", "thriller", "supported"),
    ("The game was a walkover.", "walkover", "refuted"),
    ("Neither side led by more than three goals.", "three", "refuted"),
    ("The Otters had 27 goals but it was not enough to win.", "not enough", "supported"),
    ("The Herons had 31 goals but it was not enough to win.", "not enough", "refuted"),
    ("The Herons cruised in front of their own fans.", "cruised", "refuted"),
    ("The Herons ran riot.", "ran riot", "refuted"),
    ("The Otters were tired, and the Herons held them to 27 goals altogether.", "27", "supported"),
    ("The Otters were tired, and the Herons held them to 31 goals altogether.", "31", "refuted"),
    ("The Otters threw well against the Herons, helping them to a home win.", "home win", "refuted"),
    ("The Herons threw well against the Otters, helping them to a home win.", "home win", "supported"),
    ("The Otters met the Herons with their best team to pull away at the end.", "pull away", "refuted"),
    ("The Otters were tired. They met the Herons, pulling away at the end.", "pulling away", "refuted"),
    ("The Otters wore down the Herons' defence, adding 31 goals altogether.", "31", "refuted"),
    ("The Herons will travel on to meet the Otters.", "Otters", "refuted"),
    ("Kim Brandt had nine goals on 9 - of - 12 throwing.", "Kim Brandt", "refuted"),
    ("Sanna Roy was almost a goalkeeper.", "goalkeeper", "supported"),
    ("Ida Brandt was almost a goalkeeper.", "goalkeeper", "refuted"),
    ("Jo Pell held the line.", "held the line", "refuted"),
    ("The Herons' next match is on Friday.", "Friday", "refuted"),
    ("The Herons' next match will be on Saturday.", "Saturday", "refuted"),
    ("The Herons are next at home to the Gulls on Thursday.", "Thursday", "refuted"),
]


@pytest.mark.parametrize(("text", "words", "label"), CASES, ids=[c[0] for c in CASES])
def test_a_declared_phrasing_settles_its_reading(references, text, words, label):
    """What the words say is compared with the cells that the catalog ties them to."""

    assert {label} == labels(references, text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mirela Voss averaged 12 goals last season.", "12"),
        ("Mirela Voss has combined for 15 goals over two matches.", "15"),
        ("Ann Smith had nine saves.", "nine"),
        ("Mirela Voss and Ida Brandt had two and nine saves respectively.", "nine"),
        ("Mirela Voss scored from the 2 goal-line chances.", "2"),
        ("The Herons have won four of their last five matches.", "four"),
        ("The Herons outplayed the Herons.", "outplayed"),
        ("Ida Brandt and Mirela Voss held them to nine saves.", "nine"),
        ("The Herons downed the Herons.", "Herons downed"),
        ("The Herons had 31 goals and 17 late ones, while the Herons had 27 goals and 12 late ones.", "27"),
        ("Sanna Roy had eight goals. Mirela Voss was next with seven goals.", "next"),
        ("The Herons won. Sanna Roy carried the Herons. Sanna Roy added eight goals.", "added"),
        ("Ida Brandt carried the Otters. Mirela Voss added seven goals.", "Mirela"),
        ("Neither side led by more than five goals.", "five"),
        ("Ida Brandt was nearly an all-rounder.", "all-rounder"),
        ("Ida Brandt nearly matched her best of twelve goals.", "twelve"),
        ("Mirela Voss had nine saves on Tuesday.", "nine"),
        ("Mirela Voss was nine saves short of it.", "nine"),
        ("Neither Jo Pell nor Ida Brandt came off the bench.", "off the bench"),
        ("Mirela Voss was strong in the second half, adding one goal.", "one"),
        ("Ida Brandt brought them within two goals.", "two"),
        ("The Herons' next match will be on Tuesday.", "Tuesday"),
        ("The Herons' next match will be on Easter.", "Easter"),
        ("Ida Brandt held the line.", "held the line"),
        ("Mirela Voss is expected to have nine saves.", "nine"),
        ("Two years ago Mirela Voss had nine saves.", "nine"),
    ],
    ids=[
        "another time",
        "several matches",
        "a stranger",
        "former and latter",
        "words that are kept apart",
        "a number that may be",
        "a verb between one name twice",
        "what others were held to",
        "the name that fits",
        "figures of the other name",
        "somebody of another group",
        "a name said of itself",
        "whoever follows a name tied to the wrong club",
        "a lead that may be",
        "what just does not hold",
        "what was not quite reached",
        "another day",
        "so many short",
        "neither of two",
        "a figure of a part",
        "a figure that lies between two",
        "a day soon enough",
        "no weekday",
        "a condition of which a part is not known",
        "what is expected",
        "a time gone by",
    ],
)
def test_words_about_something_else_are_left_open(references, text, words):
    """A phrasing refutes nothing that is said of another time or of somebody no table knows."""

    assert "refuted" not in labels(references, text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Herons' next match is on Monday.", "Monday"),
        ("The Herons stay home.", "home"),
        ("The Herons have won four of their last five matches.", "four"),
    ],
)
def test_what_is_only_needed_supports_nothing(references, text, words):
    """That a day is near enough, or a number not too large, does not yet make it so."""

    assert set() == labels(references, text, words)


def test_figures_of_somebody_else_blame_the_name(references):
    """Where all the figures are those of one other row, the name is wrong and the figures stand."""

    text = "Mirela Voss had nine goals on 9 - of - 12 throwing."

    assert {"refuted"} == labels(references, text, "Mirela Voss")
    assert set() == labels(references, text, "nine")


def test_figures_given_before_for_their_own_row_blame_the_figures(references):
    """Who is told of with the figures of one told of before got the wrong figures, not the wrong name."""

    text = "Ida Brandt had 9 goals on 9 - of - 12 throwing. Mirela Voss had nine goals on 9 - of - 12 throwing."

    assert set() == labels(references, text, "Mirela Voss")
    assert {"refuted"} == labels(references, text, "nine")


def test_what_a_wrong_name_does_is_not_blamed_again(references):
    """The name is wrong: whether its row led the team is not asked."""

    text = "Mirela Voss led the team with nine goals on 9 - of - 12 throwing."

    assert {"refuted"} == labels(references, text, "Mirela Voss")
    assert set() == labels(references, text, "led")


@pytest.mark.parametrize(
    "phrasing",
    [
        "{golas} goals",
        "won :: golas > 3",
        "won :: rank 1 golas",
        "won :: by golas",
        "won :: goals < golas",
        "won :: gap golas < 3",
        "won :: needs golas within 3 days",
        "won :: next golas by town",
        "won :: none left with golas > 1 by town",
        "won :: goals > 3 and golas > 3",
        "won :: goals > 3 in golas by town = town",
        "won :: goals > 3 in clubs by golas = town",
        "won :: 2 rows of golas with goals > 3 by town",
        "{sum golas.goals by town = town} goals",
        "{golas.club} won :: town = golas.town",
        "[golas goals :: goals > 3",
    ],
)
def test_a_phrasing_with_an_unknown_column_is_refused(tmp_path, phrasing):
    """The error names the table or the column that is not there, or the words that cannot be read."""

    (tmp_path / "clubs.csv").write_text(CLUBS, encoding="utf-8")
    (tmp_path / "references.toml").write_text(f'[clubs]\nphrasings = ["{phrasing}"]\n', encoding="utf-8")
    references = claims.References.load(tmp_path)

    with pytest.raises(InputError, match="golas"):
        claims.audit("The Herons had 31 goals.", references)
