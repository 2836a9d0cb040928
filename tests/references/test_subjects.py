"""The column that rows are about is found, whatever its cells look like."""

import pandas as pd
import pytest

from claims.checking.tables import tables_of
from claims.references import References


def subject(name, **columns):
    found = References.from_frames({name: pd.DataFrame(columns)}).tables[0].subject
    return found.name if found else ""


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("offences", {"offence": ["theft", "criminal damage", "fraud"], "2022": [4, 7, 9], "2023": [5, 6, 9]}),
        ("spending", {"year": [2022, 2022, 2023, 2023], "line": ["parks", "road repairs"] * 2, "paid_m": [4, 7, 5, 9]}),
        ("coverage", {"Age group": ["12-17", "18-49", "65+"], "Doses": [410, 700, 96]}),
        ("roads", {"Road": ["A7", "M12", "B401"], "Opened": ["1972-05-01", "1991-10-10", "1958-03-15"]}),
        ("handsets", {"model": ["X", "X Pro", "V20"], "maker": ["Orrin", "Orrin", "Vale"], "price_eur": [9, 7, 4]}),
        ("camps", {"Camp": ["Al-Zahra", "Kubi II", "Tell es-Salam"], "Country": ["Ash", "Elm", "Vale"]}),
        ("race", {"Runner": ["Abe Tola", "Jo Kip"], "Country": ["Marland", "Norvane"], "Time": ["2:04:11", "2:05:00"]}),
    ],
)
def test_subjects(name, columns):
    """Kinds in lower case, codes of roads and names with joined particles are subjects; so is who ran."""
    assert subject(name, **columns) == next(c for c in columns if c != "year")


def test_models_after_their_makers():
    """A label may follow on a column of names that repeat."""
    assert subject("cars", Make=["Orrin", "Orrin", "Vale"], Model=["E1", "E1 Sport", "Volt"], km=[4, 3, 5]) == "Model"


def test_what_has_a_row_each_after_what_groups_it():
    """A label that differs in each row is the subject behind codes and names that repeat, though each row has a day."""
    pipes = {
        "main": ["B7", "B7", "B9"], "town": ["Ash", "Elm", "Ash"], "section": ["Mill lane", "The weir", "Quay to Orr"],
        "length_km": [2.4, 1.1, 0.7], "renewed_on": ["2021-03-01", "2022-07-09", "2023-02-02"],
    }  # fmt: skip
    towns = {"town": ["Ash", "Elm"], "people": [410, 77]}
    views = tables_of(References.from_frames({"pipes": pd.DataFrame(pipes), "towns": pd.DataFrame(towns)}))

    assert (subject("pipes", **pipes), views["pipes"].entity) == ("section", "section")


def test_rows_led_by_a_day_are_about_no_single_thing_in_them():
    """Of incidents by day the first thing named stays the subject, though another has a row each."""
    hits = {
        "date": ["2021-03-01", "2021-03-01"],
        "line": ["Ashline", "Ashline"],
        "plane": ["AX-QQ", "AX-PL"],
        "hurt": [4, 1],
    }

    assert tables_of(References.from_frames({"hits": pd.DataFrame(hits)}))["hits"].entity == "line"


def test_holders_of_posts_lead_their_rows():
    """Ministers in the first column are what the rows are about; behind it they belong to another thing."""
    people, offices = ["Jo Reed", "Max Orr"], ["Finance", "Home Affairs"]

    assert subject("cabinet", minister=people, portfolio=offices, age=[54, 61]) == "minister"
    assert subject("cabinet", portfolio=offices, minister=people, age=[54, 61]) == "portfolio"


def test_symbols_are_no_subjects_beside_names():
    """Rows are about the company, not its ticker."""
    assert subject("stocks", Ticker=["ORR", "VAL"], Company=["Orrin plc", "Vale Group"], Close=[12.4, 88]) == "Company"


def test_what_rows_only_relate_to_is_no_subject():
    """Neither origin nor asylum, nor the kind of an event that has a day of its own, is what rows are about."""
    two = {"origin": ["Ash", "Elm", "Ash"], "asylum": ["Vale", "Vale", "Orrin"], "people": [4, 7, 9]}
    dated = {"event": ["fire", "flood"], "date": ["2021-03-01", "2022-07-09"], "hurt": [4, 7]}

    assert (subject("refugees", **two), subject("emergencies", **dated)) == ("", "")


def test_labels_describe_and_do_not_name():
    """A subject of plain words is found by them, as other texts are; one of names is not."""
    frame = pd.DataFrame({"crop": ["winter wheat", "oats"], "farm": ["Elm Farm", "Vale Farm"], "tonnes": [4, 7]})
    (view,) = tables_of(References.from_frames({"crops": frame}))

    assert (view.entity, view.described) == ("crop", ["crop"])


def test_terms_of_people_are_no_series():
    """Who took office on which day is about the person, though no two took it on the same day."""
    frame = pd.DataFrame({
        "name": ["Ada Thorne", "Bo Vale", "Ada Thorne"], "born": ["1960-01-02", "1955-03-04", "1960-01-02"],
        "sworn in": ["2001-01-01", "2005-01-01", "2009-01-01"],
    })  # fmt: skip
    (view,) = tables_of(References.from_frames({"premiers": frame}))

    assert (view.series, view.entity) == (False, "name")
