"""Names are found, put together, told apart and pointed back to; where two fit, nothing is said."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language import parse
from claims.names import find_names


def names_of(text):
    return find_names(parse(text))


def references_of(text):
    return {text[start:end]: name for (start, end), name in names_of(text).references.items()}


ROLES = (
    ("Interim president Anita Rao spoke.", "Anita Rao", "Interim president"),
    ("The party's interim president Anita Rao spoke.", "Anita Rao", "interim president"),
    ("He met ABP stalwart Tomas Lind on Monday.", "Tomas Lind", "ABP stalwart"),
    ("He met AB(C) patriarch Tomas Lind on Monday.", "Tomas Lind", "AB(C) patriarch"),
    ("Anita Rao, the party's interim president, spoke.", "Anita Rao", "interim president"),
    ("The party's interim president, Anita Rao, spoke.", "Anita Rao", "interim president"),
    ("The minister of health, Anita Rao, spoke.", "Anita Rao", "minister of health"),
    ("The mayor of Hollow Brook, Anita Rao, spoke.", "Anita Rao", "mayor of Hollow Brook"),
    ("Karin Falk, chair of the board, resigned.", "Karin Falk", "chair of the board"),
    ("Carl Dahl, 61, a geologist at the university, disagreed.", "Carl Dahl", "geologist"),
    ("Prime Minister Jan Novak left.", "Jan Novak", "Prime Minister"),
    ("Sen. Maria Lopez voted no.", "Maria Lopez", "Sen."),
    ("Dana Fox, founder and chief executive of Solara, left.", "Dana Fox", "founder and chief executive of Solara"),
)


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_roles_in_apposition(text, name, role):
    """A role before or after a name is its role, anchored to its words."""
    mention = next(m for m in names_of(text).mentions if m.name == name)

    assert (mention.role, mention.kind) == (role, "person")
    assert text[slice(*mention.role_span)] == role


def test_a_subject_of_its_own_is_no_apposition():
    """What has a verb after it is not the role of the name before it."""
    mentions = names_of("After talks with Sh. Arun Mehta, Congress President has formed a group.").mentions

    assert [m.role for m in mentions if m.text == "Arun Mehta"] == [""]


def test_a_place_beside_a_place_has_no_role():
    """What follows "the mayor of Newport" between commas may be where that is."""
    mentions = names_of("The mayor of Newport, New South Wales, spoke.").mentions

    assert [m.role for m in mentions] == ["", ""]


KINDS = (
    ("Anita Rao, 51, spoke.", "Anita Rao", "person"),
    ("Mr Okafor spoke.", "Okafor", "person"),
    ("Acme Corp. sold it.", "Acme Corp.", "organisation"),
    ("The University of Leeds said so.", "University of Leeds", "organisation"),
    ("The HPP won.", "HPP", "organisation"),
    ("It rained in Toledo.", "Toledo", "place"),
    ("He sailed on Lake Sorrow.", "Lake Sorrow", "other"),
    ("She lives in West Harbour City.", "West Harbour City", "place"),
)


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds_follow_from_cues(text, name, kind):
    """Titles, ages, endings and prepositions tell what is named."""
    assert next(m.kind for m in names_of(text).mentions if m.text == name) == kind


FULL = (
    ("Anita Rao resigned. Rao had led it.", "Rao", "Anita Rao"),
    ("Rao resigns as chief\n\nAnita Rao said so.", "Rao", "Anita Rao"),
    ("The Harbour Progress Party (HPP) won. HPP gained.", "HPP", "Harbour Progress Party"),
    ("Acme Corp. won. Acme gained.", "Acme", "Acme Corp."),
    ("Jane Ann Roe won. Jane Roe gained.", "Jane Roe", "Jane Ann Roe"),
)


@pytest.mark.parametrize(("text", "short", "full"), FULL)
def test_short_forms_take_the_full_name(text, short, full):
    """Surnames, acronyms and first words stand for the full name, wherever that stands."""
    assert {m.name for m in names_of(text).mentions if m.text == short} == {full}


def test_two_persons_of_one_surname_are_nobody():
    """A surname that fits two full names is not guessed."""
    mentions = names_of("Amit Rao and Anita Rao attended. Rao spoke first.").mentions

    assert [m.name for m in mentions] == ["Amit Rao", "Anita Rao", ""]


def test_namesakes_are_kept_apart_by_their_titles():
    """Mr Lee and Ms Lee are two; Lee alone is neither."""
    assert [m.name for m in names_of("Mr Lee met Ms Lee. Lee left.").mentions] == ["Mr Lee", "Ms Lee", ""]


RESOLVED = (
    ("Anita Rao resigned. She had led it.", "She", "Anita Rao"),
    ('"We lost," Tomas Lind said. "It is over," he added.', "he", "Tomas Lind"),
    ('Coach Tomas Lind has no plans. "Carl Dahl did it for years," he said.', "he", "Tomas Lind"),
    (
        'Coach Tomas Lind rows, he said. "Carl Dahl did it for years," he said. He will be 69 in May.',
        "He",
        "Tomas Lind",
    ),
    ("Poll strategist Arun Mehta left. The strategist had won twice.", "The strategist", "Arun Mehta"),
    ("The minister of health, Anita Rao, left. The minister had led it.", "The minister", "Anita Rao"),
    ("Anita Rao, the minister of health, left. The health minister had led it.", "The health minister", "Anita Rao"),
    (
        "The health minister, Anita Rao, met the minister of trade, Bo Lee. The minister of trade smiled.",
        "The minister of trade",
        "Bo Lee",
    ),
    ("The mayor, Anita Rao, met a former mayor, Bo Lee. The mayor smiled.", "The mayor", "Anita Rao"),
    ("The mayor, Anita Rao, met a former mayor, Bo Lee. The former mayor smiled.", "The former mayor", "Bo Lee"),
    ("Sen. Maria Lopez voted no. The senator had voted yes before.", "The senator", "Maria Lopez"),
    ("Dr. Maria Lopez left. The doctor had worked here.", "The doctor", "Maria Lopez"),
    ("Coach Tomas Lind left. The 45-year-old coach had won twice.", "The 45-year-old coach", "Tomas Lind"),
    ("Carl Dahl, 61, retired. The 61-year-old had worked here.", "The 61-year-old", "Carl Dahl"),
    ("The Harbour Party won. The party had lost before.", "The party", "Harbour Party"),
    ("Acme Corp. grew. The company hired.", "The company", "Acme Corp."),
    ("Acme Corp. said it would grow.", "it", "Acme Corp."),
)


@pytest.mark.parametrize(("text", "words", "name"), RESOLVED)
def test_pronouns_and_definite_phrases(text, words, name):
    """They stand for the one name that fits."""
    assert references_of(text).get(words) == name


UNSURE = (
    ("Minister Olga Petrov met Minister Jan Novak. The minister smiled.", "The minister"),
    ("The minister of health, Olga Petrov, met the minister of trade, Jan Novak. The minister smiled.", "The minister"),
    ("The president, Olga Petrov, met the president of Norway, Jan Novak. The president smiled.", "The president"),
    ("Sen. Olga Petrov met Senator Jan Novak. The senator smiled.", "The senator"),
    ("The health minister, Olga Petrov, left. The minister of trade smiled.", "The minister of trade"),
    ("The Harbour Party beat the Valley Party. The party had lost before.", "The party"),
    ("Mr Lind resigned. She was sorry.", "She"),
    ("It rained. He left.", "He"),
    ("Anita Rao saw Bo Lee and Cy Poe. A storm hit them. They told her.", "They"),
)


@pytest.mark.parametrize(("text", "words"), UNSURE)
def test_nothing_is_guessed(text, words):
    """Where two fit or none, the answer is nothing."""
    assert words not in references_of(text)


def test_resolve_takes_spans():
    """Names, pronouns and words inside a definite phrase resolve; other words do not."""
    text = "Strategist Arun Mehta left. The strategist had won before he left."
    names = names_of(text)

    assert names.resolve(text.index("Arun"), text.index("Arun") + 4) == "Arun Mehta"
    assert names.resolve(text.index("strategist"), text.index("strategist") + 10) == "Arun Mehta"
    assert names.resolve(text.index("won"), text.index("won") + 3) == ""


def test_calendar_and_sentence_openers_are_no_names():
    """Months, days and the capital of a first word name nothing."""
    assert names_of("However, it rained on Monday. Meanwhile, in April, it snowed. The end.").mentions == ()


def test_names_are_fast():
    """Names of a long article take milliseconds; time grows with length, not with its square."""
    text = " ".join(f"Ann Name{i} met Bo Other{i} in City{i}. She left. The minister stayed." for i in range(1500))
    document = parse(text)
    start = time.process_time()
    find_names(document)

    assert time.process_time() - start < 3


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ABc .,'()\n-&the", max_size=80))
def test_any_text_has_names(text):
    """Nonsense is no error; mentions are in order and index the text."""
    mentions = names_of(text).mentions

    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(text[m.start : m.end] == m.text for m in mentions)
