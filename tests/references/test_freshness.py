"""Tables know how old they are, and a verdict about a later time says so."""

import datetime as dt

import pandas as pd
import pytest

import claims
from claims.errors import InputError
from claims.references import References


def flags(text, references, published="2024-03-01"):
    audit = claims.audit(claims.Article(text=text, published=published), references)
    return [(s.quote, s.verdict.label, s.verdict.flags) for s in audit.statements if s.kind == "count"]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"year": [2020, 2021]}, dt.date(2021, 12, 31)),
        ({"season": ["2019-20", "2020-21"]}, dt.date(2021, 12, 31)),
        ({"from": ["2019-02-01", "2016-09-01"], "to": ["2022-05-06", None]}, dt.date(2022, 5, 6)),
        ({"born": ["1966-04-18", "1971-12-02"]}, None),
        ({"beds_2019": [12, 14], "beds_2022": [13, 15]}, dt.date(2022, 12, 31)),
    ],
)
def test_the_last_day_that_a_table_speaks_of(columns, expected):
    """Years, seasons, terms and years in names of columns count; births do not."""
    frame = pd.DataFrame({"name": ["Ada Thorne", "Bram Vale"], **columns})

    assert expected == References.from_frames({"chiefs": frame}).tables[0].as_of


def test_the_catalog_says_how_old_a_table_is(clinics):
    """`as_of` wins over what the rows say, and must be a date."""
    catalog = clinics / "references.toml"
    catalog.write_text("[clinic_years]\nas_of = 2023-06-30\n")
    stated = References.load(clinics).table("clinic_years").as_of
    catalog.write_text('[clinic_years]\nas_of = "2023"\n')

    assert dt.date(2023, 6, 30) == stated
    with pytest.raises(InputError, match='"as_of" must be a date'):
        References.load(clinics)


def test_a_verdict_about_a_later_time_says_how_old_the_table_is(clinics):
    """What is said of today is checked against an old table, but not without a word."""
    references = References.load(clinics)

    assert [("871 beds", "supported", ("as of 2021",))] == flags("Elmwood Hospital has 871 beds.", references)
    assert [("884 beds", "supported", ())] == flags("Elmwood Hospital had 884 beds in 2020.", references)
    assert [("871 beds", "supported", ())] == flags("Elmwood Hospital has 871 beds.", references, "2021-05-01")
