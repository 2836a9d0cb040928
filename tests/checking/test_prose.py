"""Figures and dates of ordinary prose that no table holds: other deeds, other people, other counts; theirs are held."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

THEATRES = pd.DataFrame({
    "theatre": ["Lyric House", "Quay Playhouse", "Mill Stage"], "town": ["Orrin", "Saltby", "Orrin"],
    "opened": [1887, 1932, 2006], "seats": [820, 460, 190], "staff": [74, 41, 18],
})  # fmt: skip
MANAGERS = pd.DataFrame({
    "manager": ["Nora Blythe", "Ivo Stark", "Petra Lunn"], "theatre": ["Lyric House", "Quay Playhouse", "Mill Stage"],
    "born": ["1970-09-14", "1962-03-30", "1981-11-02"], "from": ["2017-05-01", "2009-10-01", "2020-02-01"],
    "to": [None, None, None],
})  # fmt: skip
LAWSUITS = pd.DataFrame({
    "lawsuit": ["Orrin v Stark", "Hale v Lyric House", "Lunn v Saltby", "Reed v Orrin"],
    "filed": ["2021-03-08", "2022-06-20", "2020-01-15", "2023-02-01"],
    "settled": ["2022-09-12", "2024-01-30", "2021-11-04", "2024-05-17"],
    "damages": [48500, 126300, 73900, 15250],
})  # fmt: skip
POLLS = pd.DataFrame({
    "year": [2019, 2019, 2023, 2023], "ward": ["Orrin", "Saltby"] * 2, "winner": ["Ann Dole", "Raf Kerr"] * 2,
    "votes": [4120, 3890, 4475, 3610], "share": [44.1, 39.7, 47.3, 36.8], "turnout": [58.2, 61.0, 55.4, 63.1],
})  # fmt: skip
TABLES = {"theatres": THEATRES, "managers": MANAGERS, "lawsuits": LAWSUITS, "ward_polls": POLLS}
PUBLISHED = "2024-10-15"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo Stark runs Quay Playhouse. Stark, 62, said he had asked for a new roof in 2018.", "2018"),
        ("Nora Blythe, who came to Orrin in 2003, runs Lyric House.", "2003"),
        ("Ivo Stark runs Quay Playhouse. In 1998 he became head of lighting, with a crew of nine.", "1998"),
        ("Petra Lunn runs Mill Stage. They have a son, who was born in August.", "August"),
        ("Mill Stage is small. The oldest of its ushers, Ms Burr, started there in 1983.", "1983"),
        ("Rents in Saltby have gone up by 31 percent since 2020.", "2020"),
        ("Lyric House is closing early. It has lost 2,000 members since 2021.", "2021"),
        ("Lyric House will close for the summer, the town said on Wednesday.", "Wednesday"),
        ("Nora Blythe runs Lyric House. She came in 1999 as an usher, when the house had 48 staff.", "48"),
        ("Lyric House has 820 seats, though for years only 500 were sold.", "500"),
        ("Ivo Stark, manager for more than ten years, has written a book.", "manager"),
        ("Nora Blythe runs Lyric House. Two years ago seven plays sold out; last year only three did.", "last year"),
        ('Nora Blythe runs Lyric House. "We need a hit," says the owner, who is 71 and lives upstairs.', "71"),
        ("Mill Stage was opened in 2006 by the king, then 34.", "34"),
        ("Mill Stage has 190 seats. It offered a reward of 500.", "500"),
        ("Petra Lunn runs Mill Stage. He leaves a daughter and a son who was born in 1999.", "1999"),
        ("Quay Playhouse was shut. It was the third such closure since 2019.", "2019"),
        ("Nora Blythe, 54, joined as an usher at 23 and led the workshops for years.", "23"),
        ("Nora Blythe, who joined the firm in 1995, runs Lyric House.", "1995"),
        ("Lyric House has 74 staff. A boy fell from the stage; two others, 16 and 17, were hurt.", "16"),
        ("Ivo Stark runs Quay Playhouse. Saltby gave him a medal in 2011.", "2011"),
        ("Nora Blythe, 54, is to step down at 60.", "60"),
        ("Lyric House is busy. Saltby pays 140 staff.", "140 staff"),
        ("Last May Nora Blythe came back to Lyric House, 820 seats.", "Last May"),
        ("Nora Blythe runs Lyric House. It was the fourth fire at Lyric House in nine years.", "nine years"),
        ("Quay Playhouse was loud. Complaints at Quay Playhouse fell to 44.", "44"),
        ("In 2018 Hale v Lyric House had cost 95,000.", "95,000"),
        ('Two ushers have left Quay Playhouse. "I have 34 staff in a shift," said one, 28.', "34"),
    ],
)
def test_what_no_table_holds_is_not_refuted(text, words):
    """Another deed, another's birth or age, a count since a year and a state of long ago refute nothing."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] != "refuted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The house did without three managers.", "three managers"),
        ("Raf Kerr is 51. In May nobody gave Raf Kerr more than 20 percent in Saltby.", "20 percent"),
        ("Ann Dole won Orrin. Half of the members there are under 60.", "60"),
        ("Turnout in Saltby was under 60 percent in 2023.", "60 percent"),
        ("Three in four managers have thought of leaving.", "Three"),
        ("Nora Blythe runs Lyric House. She has had three theatres.", "three theatres"),
        ("Some three rival theatres have closed.", "three rival theatres"),
        ("Saltby elected Raf Kerr with 61 percent of the vote; half of the crowd were under 63.", "63"),
        ("In 2018 Hale v Lyric House cost 126,300 in bribes.", "126,300"),
        ("Half of the lamps are broken at Orrin.", "Half of the lamps"),
        ("Ann Dole won Orrin. A tree planted in 2023 still stands.", "2023"),
        ("Ivo Stark runs Quay Playhouse. He slept five hours a night for fifteen years.", "fifteen years"),
        ("Ivo Stark runs Quay Playhouse. He was mayor of a village for fifteen years.", "fifteen years"),
        ("Mill Stage is small. The oldest seat at Mill Stage is 84 years old.", "oldest"),
        ("Petra Lunn runs Mill Stage. The youngest of her five children sings.", "youngest"),
        ("The arts council heard 31 lawsuits last year.", "last year"),
    ],
)
def test_what_no_table_holds_is_not_supported(text, words):
    """A count of some, a bound met by another measure and a year in which much happens support nothing."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Nora Blythe came to Lyric House in May 2017.", "May 2017", "supported"),
        ("Ivo Stark became head of Quay Playhouse in 2009.", "2009", "supported"),
        ("Ivo Stark became head of Quay Playhouse in 2006.", "2006", "refuted"),
        ("Petra Lunn, who was born in August, runs Mill Stage.", "August", "refuted"),
        ("Petra Lunn, who was born in November, runs Mill Stage.", "November", "supported"),
        ("Lyric House, opened in 1887, has 820 seats.", "1887", "supported"),
        ("Lyric House, opened in 1878, has 820 seats.", "1878", "refuted"),
        ("Lyric House has 802 seats.", "802", "refuted"),
        ("Ivo Stark runs Quay Playhouse. He has kept the keys for fifteen years.", "fifteen years", "supported"),
        ("Ivo Stark, who is 62, runs Quay Playhouse.", "62", "supported"),
        ("Ivo Stark, who is 58, runs Quay Playhouse.", "58", "refuted"),
        ("Petra Lunn, 42, is the youngest of the three managers.", "youngest", "supported"),
        ("There are three theatres in all.", "three theatres", "supported"),
        ("In Hale v Lyric House damages of 126,300 were paid in January 2024.", "January 2024", "supported"),
        ("In Hale v Lyric House damages of 126,300 were paid in June 2022.", "June 2022", "supported"),
        ("Raf Kerr won Saltby with more than 36 percent of the vote.", "36 percent", "supported"),
        ("Turnout in Saltby was 60.1 percent in 2023.", "60.1 percent", "refuted"),
    ],
)
def test_what_a_table_holds_is_held_to_it(text, words, label):
    """A post, an opening, a birth, a count of all and a bound on a measure are held to their rows."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label
