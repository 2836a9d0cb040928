"""Figures as news writes them: heights, degrees, laps, shooting lines, pence, ages of several people."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817

import pytest

from tests.values.test_reading import _read


def _told(text):
    return [(v.kind, v.amount, v.unit) for v in _read(text) if v.kind not in ("date", "period")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Temperatures reached 40C (104F).", [("quantity", D(40), "°C"), ("quantity", D(104), "°F")]),
        ("Temperatures fell to -5C.", [("quantity", D(-5), "°C")]),
        ("A 1.5C rise is too much.", [("quantity", D("1.5"), "°C")]),
        ("He left from Gate 12C in the heat.", []),
        ("Rain of 115 mm (4.5 in) fell.", [("quantity", D(115), "mm"), ("quantity", D("4.5"), "in")]),
        ("They climbed peaks above 8,000m.", [("quantity", D(8000), "m")]),
        ("She is 6-foot-6.", [("quantity", D("6.5"), "ft")]),
        ("A 6-foot-6-inch guard.", [("quantity", D("6.5"), "ft")]),
        ("A 6-foot wall.", [("quantity", D(6), "ft")]),
        ("He was 9-of-17 from the field.", [("ratio", (D(9), D(17)), "")]),
        ("It was a 1-in-100-year flood.", [("ratio", (D(1), D(100)), "")]),
        ("They pay 35p per mile and 167.3p a litre.", [("money", D("0.35"), "GBP"), ("money", D("1.673"), "GBP")]),
        ("A 720p screen.", [("number", D(720), "")]),
        ("He clocked 2:01:39 in Berlin.", [("duration", D("2.0275"), "hour")]),
        ("She won it in 3:38.40 again.", [("duration", D("3.64"), "minute")]),
        ("He won the stage to Pell by 1:30.", [("duration", D("1.5"), "minute")]),
        ("He won by five hundredths.", [("number", D("0.05"), "")]),
        ("She was two tenths faster.", [("number", D("0.2"), "")]),
        ("It had been won by one hundredth.", [("number", D("0.01"), "")]),
        ("It was lost by a tenth of a second.", [("duration", D("0.1"), "second")]),
        ("They are a quarter of a second apart.", [("duration", D("0.25"), "second")]),
        ("They are a second and a half apart.", [("duration", D("1.5"), "second")]),
        ("They are a minute and 30 seconds apart.", [("duration", D("1.5"), "minute")]),
        ("He ran it in 9.98s.", [("duration", D("9.98"), "second")]),
        ("In 4 hours, 30 minutes and 36 seconds he was home.", [("duration", D("4.51"), "hour")]),
        ("She needed 2:03:36, five minutes less.", [("duration", D("2.06"), "hour"), ("duration", D(5), "minute")]),
        ("2 hours 30 minutes, 15 minutes less.", [("duration", D("2.5"), "hour"), ("duration", D(15), "minute")]),
        ("He fouled with 2:30 left.", [("duration", D("2.5"), "minute")]),
        ("She was jailed for three-and-a-half years.", [("duration", D("3.5"), "year")]),
        ("The error is plus or minus 3 points.", [("count", D(3), "point")]),
        ("It fell by minus 3 points.", [("count", D(-3), "point")]),
        ("She marked her 96th birthday last week.", [("ordinal", D(96), "birthday")]),
        ("The 26/11 attacks shook the city.", []),
        ("The boys, 14 and 15, were held.", [("age", D(14), "year"), ("age", D(15), "year")]),
        ("The couple, both 34, were held.", [("age", D(34), "year")]),
        ("The victims, 12 of them children, died.", [("count", D(12), "")]),
        ("He left school at 16.", [("age", D(16), "year")]),
        ("The stock began the day at 45.", [("number", D(45), "")]),
        ("The over-70s are exempt.", [("age", D(70), "year")]),
        ("Those over 65 pay nothing.", [("age", D(65), "year")]),
        ("The law is three decades old.", [("age", D(30), "year")]),
        ("Roads take 890 million, 37 per cent of all.", [("number", D(890000000), ""), ("percent", D(37), "%")]),
        ("They got 12, 14 per cent.", [("percent", D(12), "%"), ("percent", D(14), "%")]),
        ("It beats the 18.9 of 2023.", [("number", D("18.9"), "")]),
        ("It beat 52 of 2000 rivals.", [("ratio", (D(52), D(2000)), "rival")]),
    ],
)
def test_told(text, told):
    """Kind, amount and unit are those that a reader takes."""

    assert told == _told(text)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The 68-year-old served as minister.", ""),
        ("Jobs rose among 16- to 24-year-olds.", ""),
        ("Born in Sofia, Ana Lee died in New York, aged 47.", "Ana Lee"),
    ],
)
def test_whose_age(text, of):
    """A verb or a place has no age."""

    assert [of] == [v.of for v in _read(text) if v.kind == "age"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [("Third-quarter profit rose.", "2021-Q3"), ("In fourth-quarter 2021 results it fell.", "2021-Q4")],
)
def test_a_quarter_before_a_noun(text, iso):
    """A quarter with its result is a period; one with a touchdown is of a match."""

    assert [iso] == [v.iso for v in _read(text)]
    assert ["ordinal"] == [v.kind for v in _read("A third-quarter touchdown.")]
