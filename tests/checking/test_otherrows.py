"""The day of another row, and states of a time gone by that nothing dates."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

RACES = pd.DataFrame({
    "date": pd.to_datetime(["2021-04-11", "2022-04-24", "2023-04-23", "2022-10-09", "2023-10-08"]),
    "race": ["Capital Marathon", "Veld Marathon", "Veld Marathon", "Isk Marathon", "Isk Marathon"],
    "winner": ["Jep Sorei", "Jep Sorei", "Jep Sorei", "Dau Komen", "Dau Komen"],
})  # fmt: skip
STRIKES = pd.DataFrame({
    "date": pd.to_datetime(["2023-09-25", "2021-11-18", "2022-03-02"]),
    "company": ["Petrel Rail", "Ostra Bus", "Kite Post"], "kind": ["strike", "purchase", "strike"],
    "workers": [610, 60, 1250],
})  # fmt: skip
SHOPS = pd.DataFrame({
    "chain": ["Sheaf"] * 4 + ["Hobbs"] * 4, "year": [2021, 2022, 2023, 2024] * 2,
    "shops": [386, 371, 352, 331, 118, 114, 112, 109],
})  # fmt: skip
WRECKS = pd.DataFrame({
    "ship": ["Arne Vik", "Castor", "Blue Hind"], "sank": pd.to_datetime(["1978-12-11", "1953-01-31", "1991-08-14"]),
    "aboard": [33, 176, 9],
})  # fmt: skip
FRAMES = {"winners": RACES, "events": STRIKES, "results": SHOPS, "wrecks": WRECKS}


def label(text: str, quote: str) -> str:
    return verdict(text, quote, "2024-11-12", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Jep Sorei won the Capital Marathon in 2021.", "2021", "supported"),
        ("Jep Sorei won the Capital Marathon in 2022.", "Capital Marathon", "refuted"),
        ("Jep Sorei, who won the Capital Marathon in 2021, also won in 2022.", "2022", "supported"),
        ("Jep Sorei won the Veld Marathon in April 2022.", "April 2022", "supported"),
        ("Dau Komen won the Veld Marathon in 2022.", "2022", "not_enough_info"),
        ("The strike of 2022 at Kite Post hit 1,250 workers.", "2022", "supported"),
        ("The strike of 2023 at Kite Post hit 1,250 workers.", "2023", "refuted"),
    ],
)
def test_a_day_is_that_of_the_row_of_what_is_named(text, quote, expected):
    """Where a place is named with the day, the row of another place does not bear it out."""

    assert label(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("When the new owner came, Sheaf had 371 shops.", "371 shops", "supported"),
        ("When the new owner came, Sheaf had 379 shops.", "379 shops", "not_enough_info"),
        ("Sheaf once had 400 shops.", "400 shops", "not_enough_info"),
        ("Sheaf used to have 386 shops.", "386 shops", "not_enough_info"),
        ("In those days Hobbs had 200 shops.", "200 shops", "not_enough_info"),
        (
            '"Sheaf had 376 shops when we counted pennies," says Mrs Hobbs.',
            "376 shops",
            "not_enough_info",
        ),
        ("Sheaf had 376 shops in 2022, when we were counting pennies.", "376 shops", "refuted"),
        ("Sheaf has 376 shops.", "376 shops", "refuted"),
        ("The Castor had 186 people aboard when it sank.", "186 people", "refuted"),
        ("Sheaf had 371 shops in 2022; the year before there had been 386.", "386", "supported"),
        ("Sheaf had 371 shops in 2022; the year before there had been 396.", "396", "refuted"),
    ],
)
def test_a_state_of_some_time_gone_by_is_none_of_now(text, quote, expected):
    """What was so when somebody came is refuted by no year; a year that is given, or an event, still tells."""

    assert label(text, quote) == expected


CLOSURES = pd.DataFrame({
    "date": pd.to_datetime(["2024-05-06", "2023-06-20", "2021-11-18"]), "company": ["Ostra Bus"] * 3,
    "kind": ["closure", "closure", "purchase"], "workers": [360, 240, 60], "place": ["Lenthorpe", "Ostrey", "Marl"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Ostra Bus closed a depot in Ostrey in June 2023, and 240 people lost their jobs.", "240 people", "supported"),
        ("Ostra Bus closed a depot in Ostrey in June 2023, and 250 people lost their jobs.", "250 people", "refuted"),
        ("In May, when Ostra Bus closed a depot in Ostrey, 360 people lost their jobs.", "360 people", "supported"),
        ("The latest closure came in May, when 360 workers in Ostrey lost their jobs.", "360 workers", "supported"),
    ],
)
def test_a_row_of_another_day_tells_no_figure_wrong(text, quote, expected):
    """What happened to the same in another month is no measure of what is told of this one."""

    assert verdict(text, quote, "2024-11-12", events=CLOSURES)[0] == expected
