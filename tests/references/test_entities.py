"""Names of the tables are found in a text, and nobody is guessed."""

import itertools
import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.references import References


def found(references, text):
    return [
        (m.text, [c.entity.name for c in m.candidates], m.candidates[0].how, m.note)
        for m in references.entities.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "mention", "name", "how"),
    [
        ("Bram Okoye-Lund spoke.", "Bram Okoye-Lund", "Bram Okoye-Lund", "name"),
        ("A word from Okoye-Lund.", "Okoye-Lund", "Bram Okoye-Lund", "surname"),
        ("Marcus Vale left.", "Marcus Vale", "Y. D. Marcus Vale", "alias"),
        ("Y.D. Marcus Vale left.", "Y.D. Marcus Vale", "Y. D. Marcus Vale", "name"),
        ("Ms Thorne's deputy B. Okoye-Lund", "B. Okoye-Lund", "Bram Okoye-Lund", "initials"),
        ("Bram Ivo Okoye-Lund spoke", "Bram Ivo Okoye-Lund", "Bram Okoye-Lund", "variant"),
        ("Beds at Elmwood Hospital's ward", "Elmwood Hospital", "Elmwood Hospital", "name"),
        ("at the General on Monday", "General", "Elmwood Hospital", "alias"),
        ("At St Orla’s, beds fell", "St Orla’s", "St Orla's Clinic", "alias"),
        ("HARROW INFIRMARY SHUT", "HARROW INFIRMARY", "Harrow Infirmary", "name"),
    ],
)
def test_forms_of_a_name(clinics, text, mention, name, how):
    """Names, aliases, surnames, initials and variants find their entity; offsets fit the text."""
    mentions = found(References.load(clinics), text)

    assert (mention, [name], how, "") in mentions


def test_a_shared_surname_is_ambiguous(clinics):
    """Two people with one surname are both candidates, until the text names one in full."""
    references = References.load(clinics)

    assert found(references, "On Friday Thorne resigned.") == [
        ("Thorne", ["Ada Thorne", "Celia Thorne"], "surname", "")
    ]
    assert found(references, "Celia Thorne came. On Friday Thorne resigned.")[1][1] == ["Celia Thorne"]


def test_somebody_else_of_that_name(clinics):
    """Another first name means another person, and then the bare surname may mean that one."""
    mentions = found(References.load(clinics), "Oskar Okoye-Lund spoke. Later Okoye-Lund left.")

    assert [note for *_, note in mentions] == ["another of that name", "another of that name"]


def test_parts_of_longer_names_are_noted(clinics):
    """A town's name inside the name of something else is no mention of the town."""
    mentions = found(References.load(clinics), "The Fenby Gazette wrote so.")

    assert mentions == [("Fenby", ["Fenby"], "name", "part of a longer name")]


def test_common_words_need_a_capital(clinics):
    """A word that is also a name counts as one only with a capital."""
    assert found(References.load(clinics), "the general harrow and vale") == []


def test_tables_share_their_entities(clinics):
    """An entity knows its rows in every table."""
    entity = References.load(clinics).entities.get("elmwood general")

    assert {(p.table, p.column): p.rows for p in entity.places} == {
        ("chiefs", "clinic"): (0, 1),
        ("clinic_years", "clinic"): (0, 1),
        ("clinics", "clinic"): (0,),
    }


def test_an_alias_in_another_table_names_the_same_entity():
    """A table that writes the alias has rows of the entity."""
    frames = {
        "parties": pd.DataFrame({"party": ["Blue Meadow League", "Green Union"], "aliases": ["Meadows;BML", ""]}),
        "seats": pd.DataFrame({"party": ["BML", "Green Union"], "year": [2020, 2020], "seats": [4, 5]}),
    }
    references = References.from_frames(frames)

    assert found(references, "The Meadows won, the BML said.")[0][:2] == ("Meadows", ["Blue Meadow League"])
    assert {(p.table, p.rows) for p in references.entities.get("Blue Meadow League").places} == {
        ("parties", (0,)),
        ("seats", (0,)),
    }


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_offsets_fit_any_text(text):
    """Mentions lie inside the text, in order, without overlap."""
    frame = pd.DataFrame({"name": ["Ada Thorne", "ABC"], "born": ["1966-04-18", "1966-04-19"]})
    mixed = f"{text} Ada Thorne {text}"
    matches = References.from_frames({"people": frame}).entities.find(mixed)

    assert all(mixed[m.start : m.end] == m.text for m in matches)
    assert all(a.end <= b.start for a, b in itertools.pairwise(matches))


def test_large_tables_are_searched_quickly():
    """500 words against 100,000 names take well under 50 ms."""
    names = [f"{chr(65 + n % 26)}arek {chr(97 + n // 26 % 26)}ol{n}".title() for n in range(100_000)]
    references = References.from_frames({"people": pd.DataFrame({"name": names, "score": range(100_000)})})
    text = " ".join(f"Then {name} met them." for name in names[:50]) + " and so on" * 100
    entities = references.entities
    start = time.process_time()
    matches = entities.find(text)

    assert (len(matches), time.process_time() - start < 0.25) == (50, True)
