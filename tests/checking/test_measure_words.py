"""The words of a sentence name a column: as reporters say it, by what is said of a part, by unit and by verb."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.checking.words import STRONG, kinship, stem
from tests.checking.support import verdict

PRISONS = pd.DataFrame({
    "prison": ["Gorsely", "Blackmoor", "Penhale", "Strand"], "inmates": [734, 512, 288, 951],
    "escaped": [14, 9, 5, 22], "recaptured": [11, 7, 4, 17], "guards": [311, 240, 126, 402],
})  # fmt: skip
SCHEMES = pd.DataFrame({
    "scheme": ["Holt Park", "Mill Lane", "Dyers Yard"], "units": [412, 188, 240], "affordable_units": [62, 40, 96],
    "storeys": [21, 8, 12],
})  # fmt: skip
BEERS = pd.DataFrame({
    "brewery": ["Millrace", "Tarnwick", "Salter Brothers"], "output_hl": [31400, 88200, 12600], "abv": [4.8, 4.4, 5.2],
    "export_share_pct": [11.0, 24.5, 3.2],
})  # fmt: skip
PLANTS = pd.DataFrame({
    "plant": ["Corran Falls", "Gorse Moor", "Dogger Shoal"], "capacity_mw": [440, 132, 720],
    "output_gwh": [647, 409, 2210], "summit_m": [884, 312, 41],
})  # fmt: skip
TRIALS = pd.DataFrame({
    "drug": ["Solpraxine", "Velomab", "Tancrol"], "patients": [344, 1410, 88], "response_pct": [41.2, 63.8, 29.5],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "true", "wrong", "frame"),
    [
        ("From Gorsely {} prisoners broke out.", "14", "16", PRISONS),
        ("At Gorsely 14 men got out and {} of them were caught.", "11", "12", PRISONS),
        ("There are {} officers at Gorsely.", "311", "331", PRISONS),
        ("Holt Park has 412 homes; {} of them are meant to be affordable.", "62", "64", SCHEMES),
        ("Holt Park, a {}-storey scheme, was approved.", "21", "23", SCHEMES),
        ("Tarnwick is light, at {} percent.", "4.4", "4.6", BEERS),
        ("Millrace turns out {} hectolitres a year.", "31,400", "33,400", BEERS),
        ("Corran Falls can give {} megawatts.", "440", "460", PLANTS),
    ],
)
def test_the_words_of_reporters_name_a_column(text: str, true: str, wrong: str, frame: pd.DataFrame) -> None:
    """The right figure is borne out, another is refuted or left open, and never borne out."""
    assert verdict(text.format(true), true, frame=frame)[0] == "supported"
    assert verdict(text.format(wrong), wrong, frame=frame)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "wrong", "frame"),
    [
        ("There are {} officers at Gorsely.", "331", PRISONS),
        ("From Gorsely {} prisoners broke out.", "16", PRISONS),
        ("Millrace turns out {} hectolitres a year.", "33,400", BEERS),
    ],
)
def test_another_figure_is_refuted(text: str, wrong: str, frame: pd.DataFrame) -> None:
    """The column is named surely enough to refute."""
    assert verdict(text.format(wrong), wrong, frame=frame)[0] == "refuted"


def test_a_share_of_patients_is_no_number_of_patients() -> None:
    """A column of percentages that the verb names is asked, though the noun names one of counts."""
    text = "41.2 percent of patients responded to Solpraxine."
    assert verdict(text, "41.2", trials=TRIALS)[0] == "supported"


def test_metres_are_no_millions() -> None:
    """The m behind a summit is a length."""
    assert verdict("Corran Falls rises to 884 metres.", "884", plants=PLANTS)[0] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "At Gorsely 40 prisoners play football.", "Two cooks of Gorsely were hurt.",
        "At Holt Park 14 of them stand empty.", "Millrace bought a pub with 30 seats.",
    ],
)  # fmt: skip
def test_other_things_are_left_open(text: str) -> None:
    """What no column is of is not measured by one that is near."""
    words = next(w for w in text.split() if w[0].isdigit() or w == "Two")
    frame = PRISONS if "Gorsely" in text else SCHEMES if "Holt" in text else BEERS
    assert verdict(text, words, frame=frame)[0] == "not_enough_info"


@pytest.mark.parametrize(("one", "other"), [("mission", "missing"), ("fare", "far"), ("rescuer", "rescued")])
def test_words_that_end_alike_are_strangers(one: str, other: str) -> None:
    """An ending that is none is not cut off."""
    assert stem(one) != stem(other)
    assert kinship(stem(one), stem(other)) < STRONG


ALARMS = pd.DataFrame({
    "date": ["2024-02-08", "2024-02-21", "2024-08-08"], "place": ["Holm Ledge", "Blue Saddle", "Raven Steps"],
    "people": [3, 4, 2], "injured": [1, 0, 2], "dead": [0, 1, 0], "minutes_out": [205, 131, 76],
})  # fmt: skip
KITCHENS = pd.DataFrame({
    "caterer": ["Millrace", "Tarnwick", "Salter"], "staff": [44, 130, 13], "ovens_central": [3, 2, 5],
    "sold_for": [1_200_000, 280_000, 94_000],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "true", "wrong", "frame"),
    [
        ("On February 8 {} walkers were led down from Holm Ledge.", "three", "five", ALARMS),
        ("The night at Blue Saddle ended with {} person dead.", "one", "two", ALARMS),
        ("On February 8 the storm kept the team of Holm Ledge out for {} minutes.", "205", "250", ALARMS),
        ("Tarnwick runs {} central kitchens.", "two", "six", KITCHENS),
        ("At Salter there are {} people.", "13", "31", KITCHENS),
        ("Tarnwick went to a rival for {}.", "280,000", "820,000", KITCHENS),
    ],
)
def test_small_numbers_have_their_columns(text: str, true: str, wrong: str, frame: pd.DataFrame) -> None:
    """The kind of people, an adjective, a unit or what is paid tells the column; a wrong figure is never borne out."""
    assert verdict(text.format(true), true, frame=frame)[0] == "supported"
    assert verdict(text.format(wrong), wrong, frame=frame)[0] != "supported"


@pytest.mark.parametrize(
    "text", ["Five cooks left Salter.", "On February 8 six climbers met at the inn of Holm Ledge."]
)
def test_other_people_are_not_those_of_a_column(text: str) -> None:
    """Some of the staff are not all, and climbers at an inn are no alarm."""
    assert (
        verdict(
            text, text.split()[0] if text.startswith("Five") else "six", frame=KITCHENS if "Salter" in text else ALARMS
        )[0]
        != "refuted"
    )
