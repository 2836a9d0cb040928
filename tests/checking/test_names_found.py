"""Names of the tables are found in an article however it writes them, and nobody is guessed."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims import language
from claims.checking.finder import Finder
from claims.checking.index import Index
from claims.checking.tables import tables_of
from claims.names import find_names
from claims.references.forms import alike, same_first

PEOPLE = pd.DataFrame({
    "name": ["Bram Okoye-Lund", "Ada Thorne", "Celia Thorne", "Y. D. Marcus Vale", "Jürgen Schröder",
             "William Hargreaves", "Sørine Kettering", "Dunmore, Dr Rajiv", "Stjepan Radovic",
             "Sir B. J. Hale OM PRS", "The Most Excellent The Marquis of Corve", "Osric (Duke of Fell)"],
    "born": ["1966-04-18", "1971-12-02", "1958-03-30", "1949-06-11", "1980-01-25", "1962-09-09", "1975-07-07",
             "1970-02-02", "1985-05-15", "1931-05-15", "1941-08-15", "1951-02-15"],
})  # fmt: skip
CLINICS = pd.DataFrame({
    "clinic": ["Elmwood Hospital", "St Orla's Clinic", "Harrow Infirmary", "Halvorsen Institute", "Halverson House"],
    "aliases": ["Elmwood General;EGH", "St Orla's", "WHO", "", ""],
    "beds": [871, 118, 41, 12, 9],
})  # fmt: skip
REFERENCES = claims.References.from_frames({"people": PEOPLE, "clinics": CLINICS})


def meant(text: str, references: claims.References = REFERENCES) -> dict[str, list[str]]:
    """Give what the words of a text may stand for; where words come twice, the last time counts."""
    document = language.parse(claims.Article(text))
    mentions = Finder(Index(tables_of(references)), document, find_names(document)).mentions()
    return {m.text: [value for value, _ in m.values] for m in mentions}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Bram Okoye-Lund spoke.", "Bram Okoye-Lund", "Bram Okoye-Lund"),
        ("A word from Okoye-Lund.", "Okoye-Lund", "Bram Okoye-Lund"),
        ("Marcus Vale left.", "Marcus Vale", "Y. D. Marcus Vale"),
        ("A letter from B. Okoye-Lund came.", "Okoye-Lund", "Bram Okoye-Lund"),
        ("Bram Ivo Okoye-Lund spoke.", "Bram Ivo Okoye-Lund", "Bram Okoye-Lund"),
        ("Juergen Schroeder spoke.", "Juergen Schroeder", "Jürgen Schröder"),
        ("B. J. Hale spoke.", "B. J. Hale", "Sir B. J. Hale OM PRS"),
        ("Benet Jude Hale spoke.", "Benet Jude Hale", "Sir B. J. Hale OM PRS"),
        ("The Marquis of Corve spoke.", "Marquis of Corve", "The Most Excellent The Marquis of Corve"),
        ("Prince Osric spoke.", "Osric", "Osric (Duke of Fell)"),
        ("Ada Th_rne spoke.", "Ada Th_rne", "Ada Thorne"),
        ("J‡rgen Schr?der spoke.", "J‡rgen Schr?der", "Jürgen Schröder"),
        ("Stjepan _adovic spoke.", "Stjepan _adovic", "Stjepan Radovic"),
        ("Bill Hargreaves spoke.", "Bill Hargreaves", "William Hargreaves"),
        ("William Hargraeves spoke.", "William Hargraeves", "William Hargreaves"),
        ("Sorine Ketterring spoke.", "Sorine Ketterring", "Sørine Kettering"),
        ("Stepan Radovich is 40. Radovic spoke.", "Radovic", "Stjepan Radovic"),
        ("Rajiv Dunmore spoke.", "Rajiv Dunmore", "Dunmore, Dr Rajiv"),
        ("Dr Dunmore spoke.", "Dunmore", "Dunmore, Dr Rajiv"),
        ("William Hargreaves came in. Then William left.", "William", "William Hargreaves"),
        ("Ada Thorne spoke. Her sister, Celia, did not.", "Celia", "Celia Thorne"),
        ("Beds at Elmwood Hospital's ward", "Elmwood Hospital's", "Elmwood Hospital"),
        ("The EGH has beds.", "EGH", "Elmwood Hospital"),
        ("HARROW INFIRMARY SHUT", "HARROW INFIRMARY", "Harrow Infirmary"),
        ("The WHO has 41 beds.", "WHO", "Harrow Infirmary"),
        ("The Halvorsen Institut has 12 beds.", "Halvorsen Institut", "Halvorsen Institute"),
    ],
)
def test_forms_of_a_name(text, words, name):
    """Surnames, initials, aliases, nicknames, transliterations, slips and given names of relatives find their row."""

    assert meant(text).get(words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oskar Okoye-Lund spoke. Later Okoye-Lund left.", "Okoye-Lund"),
        ("A letter from K. Okoye-Lund came.", "Okoye-Lund"),
        ("Who came? It rained.", "Who"),
        ("Marta Kestering spoke.", "Marta Kestering"),
        ("Celine Thorn spoke.", "Celine Thorn"),
        ("The general and the vale", "vale"),
        ("Osric Vane spoke.", "Osric"),
        ("The file is snake_case.", "snake_case"),
        ("Ada Thorne spoke. Her driver, Marcus, did not.", "Marcus"),
    ],
)
def test_somebody_else(text, words):
    """Another given name, another initial, a common word and a name two letters off stand for nobody of the tables."""

    assert words not in meant(text)


def test_both_spellings_are_rows():
    """Where both spellings are rows, each is its own."""
    frame = pd.DataFrame({"name": ["Ana Johansson", "Ana Johanssen"], "born": ["1970-01-01", "1990-01-01"]})
    found = meant("Ana Johansson met Ana Johanssen.", claims.References.from_frames({"people": frame}))

    assert found == {"Ana Johansson": ["Ana Johansson"], "Ana Johanssen": ["Ana Johanssen"]}


def test_two_people_of_one_surname():
    """A bare surname of two people is ambiguous, and names both; the one whom the article names in full is meant."""

    def verdict(text):
        audit = claims.audit(claims.Article(text, published="2024-06-01"), REFERENCES)
        return next(s.verdict for s in audit.statements if s.value and s.value.kind == "age")

    open_ = verdict("On Friday Thorne, 52, resigned.")
    named = verdict("Ada Thorne came. On Friday Thorne, 52, resigned.")

    assert (open_.label, open_.reason, open_.evidence) == ("not_enough_info", "ambiguous", ())
    assert open_.explanation == '"Thorne" may be Ada Thorne or Celia Thorne'
    assert (named.label, named.expected) == ("supported", "52")


def test_a_wrong_age_of_a_shared_surname_is_no_alarm():
    """An age that neither of the two has is not refuted."""
    audit = claims.audit(claims.Article("Thorne, 33, resigned.", published="2024-06-01"), REFERENCES)

    assert {s.verdict.label for s in audit.statements if s.value} == {"not_enough_info"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("muhammad", "mohammad", True), ("tchaikovsky", "chaikovsky", False), ("khadija", "khadidja", True),
     ("mueller", "muller", True), ("hansen", "hanson", False), ("johansson", "johanssen", True)],
)  # fmt: skip
def test_spellings(one, other, same):
    """A letter apart in a long name, or another letter for the same sound, and no more."""

    assert alike(one, other) is same


def test_given_names():
    """Short for a given name, and not just alike."""

    assert [same_first(*p) for p in (("bob", "robert"), ("rob", "robert"), ("bob", "boris"), ("jo", "john"))] == [
        True, True, False, False,
    ]  # fmt: skip


AGENCIES = pd.DataFrame({
    "agency": ["National Weather Service", "Technical University of Rosen", "Union of Dock Workers"],
    "staff": [1200, 300, 88],
})  # fmt: skip
TRUSTS = pd.DataFrame({"trust": ["Harbor Trust of Elm", "Mission of Rosen"], "members": [41, 9]})
LINES = pd.DataFrame({"line": ["Western line", "Circle line", "Line 4"], "stations": [22, 30, 14]})


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The N.W.S. has 1,200 staff.", "N.W.S", "National Weather Service"),
        ("TU Rosen has 300 staff.", "TU Rosen", "Technical University of Rosen"),
        ("The Circle has 30 stations.", "Circle", "Circle line"),
        ("Harbor Trust has 41 members.", "Harbor Trust", "Harbor Trust of Elm"),
    ],
)
def test_short_forms_of_bodies_and_lines(text, words, name):
    """Initials, what stands before "of", and a line without the word "line", name one thing."""
    references = claims.References.from_frames({"agencies": AGENCIES, "lines": LINES, "trusts": TRUSTS})

    assert meant(text, references)[words] == [name]


EXPORTS = pd.DataFrame({"country": ["Britain", "USA", "Denmark", "Peru"], "tonnes": [410, 88, 97, 12]})


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("British", "Britain"), ("United Kingdom", "Britain"), ("UK", "Britain"), ("Danes", "Denmark"),
        ("Americans", "USA"), ("US", "USA"), ("Peruvian", "Peru"),
    ],
)  # fmt: skip
def test_countries_by_any_name(words, name):
    """A country is found by its other names and by its people, in the plural too."""
    references = claims.References.from_frames({"exports": EXPORTS})

    assert meant(f"They sold 88 tonnes to the {words} market.", references) == {words: [name]}


@pytest.mark.parametrize("words", ["us", "North Korea", "Germans", "the United Nations"])
def test_no_country_of_the_table(words):
    """What only shares a word or its letters with a country names none, nor does a people that no row is about."""
    exports = pd.DataFrame({"country": ["USA", "South Korea", "United Kingdom"], "tonnes": [410, 88, 97]})
    references = claims.References.from_frames({"exports": exports})

    assert meant(f"They sold 88 tonnes to {words}.", references) == {}


FALLS = pd.DataFrame({
    "year": [2023, 2023, 2024, 2024], "patient": ["night nurse", "child"] * 2, "falls": [4, 12, 6, 9],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Among children there were 9 falls.", "children", "child"),
        ("The night nurses had six falls.", "night nurses", "night nurse"),
    ],
)
def test_labels_in_the_plural(text, words, name):
    """Kinds that rows are about are found in the plural."""
    assert meant(text, claims.References.from_frames({"wards": FALLS}))[words] == [name]


def test_a_verb_is_no_plural():
    """ "falls" that happens is no "fall" of the table, and names are not found in lower case."""
    events = pd.DataFrame({"year": [2023, 2024] * 2, "kind": ["fall"] * 2 + ["burn"] * 2, "hurt": [4, 12, 6, 9]})
    clubs = pd.DataFrame({"club": ["Burn"], "age": [4]})
    references = claims.References.from_frames({"events": events, "clubs": clubs})

    assert meant("It falls by 6 percent.", references) == {}


def test_owners_may_be_firms():
    """Owners that are firms have no surnames; those with given names are people."""
    inns = pd.DataFrame({"inn": ["Crown", "Bell", "Oak"], "owner": ["Weir Group", "Ferry Inns", "Ash Estates"]})
    farms = pd.DataFrame({"farm": ["Elm", "Lea"], "owner": ["Anna Holm", "Peter Vehar"]})
    references = claims.References.from_frames({"inns": inns, "farms": farms})

    assert Index(tables_of(references)).persons == {"Anna Holm", "Peter Vehar"}
    assert meant("It was a group of three inns.", references) == {}


def test_a_line_is_no_adjective():
    """ "western" in lower case is not the Western line."""
    references = claims.References.from_frames({"lines": LINES})

    assert "western" not in meant("The western towns have 22 stations.", references)


def test_clubs_under_name_are_no_people():
    """A column "name" of clubs has no surnames: "United" is nobody's, "Ashby" is one club's."""
    clubs = pd.DataFrame({"name": ["Ashby United", "Port Leary", "Orrin United"], "points": [41, 38, 19]})
    found = meant("Ashby lost. Then United won.", claims.References.from_frames({"clubs": clubs}))

    assert (found["Ashby"], found.get("United", [])) == (["Ashby United"], [])


def test_people_by_their_office():
    """A column whose name is an office or occupation holds people, known by surname."""
    governors = pd.DataFrame({"state": ["Ash", "Elm"], "governor": ["Lars Holm", "Kai Vehar"], "votes": [41, 38]})
    references = claims.References.from_frames({"governors": governors})

    assert Index(tables_of(references)).persons == {"Lars Holm", "Kai Vehar"}


def test_the_party_of_a_winner_is_nobody():
    """What belongs to a person, or may be a firm, holds no people."""
    races = pd.DataFrame({
        "seat": ["Ash", "Elm"], "winner": ["Lars Holm", "Kai Vehar"], "winner_party": ["Green Union", "Free Farmers"],
        "contractor": ["Harle Civil", "Orr Brothers"],
    })  # fmt: skip
    references = claims.References.from_frames({"races": races})

    assert Index(tables_of(references)).persons == {"Lars Holm", "Kai Vehar"}


WORKS = pd.DataFrame({
    "work": [
        "Elder Tunnel Repair", "Elder Tram Stage 1", "Elder Tram Stage 2", "Northern Ring Road", "Clean Rivers Act",
    ],
    "cost_usd_m": [12, 140, 310, 95, 4],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Stage 2 came last.", "Stage 2", "Elder Tram Stage 2"),
        ("The Ring Road is shut.", "Ring Road", "Northern Ring Road"),
        ("The firm won the tunnel repair too.", "tunnel repair", "Elder Tunnel Repair"),
        ("Members back clean rivers. The Clean Rivers Act passed.", "clean rivers", "Clean Rivers Act"),
    ],
)
def test_a_name_without_its_first_or_last_words(text, words, name):
    """The end of a name that no other has stands for it, in small letters too after "the" or beside the whole name."""
    assert meant(text, claims.References.from_frames({"works": WORKS})).get(words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anglers like clean rivers.", "clean rivers"),
        ("A tram stage is long.", "tram stage"),
        ("Stage 3 came.", "Stage 3"),
    ],
)
def test_small_words_of_a_name_are_no_name(text, words):
    """Words that a name has too mean nothing where neither "the" nor the name says so, or several names have them."""
    assert words not in meant(text, claims.References.from_frames({"works": WORKS}))


AREAS = pd.DataFrame({"area": ["Marram", "national"], "nurses": [712, 30120]})
WARDS = pd.DataFrame({"ward": ["Marram General", "Holt Cottage"], "beds": [310, 22]})


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Marram has few nurses. Marram General has beds, says Marram.", "Marram", "Marram"),
        ("Marram General has beds.", "Marram General", "Marram General"),
        ("Holt has beds. Holt Cottage is shut.", "Holt Cottage", "Holt Cottage"),
    ],
)
def test_a_whole_name_is_no_part_of_another(text, words, name):
    """Words that are one cell throughout mean that, though another cell has them among others."""
    assert meant(text, claims.References.from_frames({"areas": AREAS, "wards": WARDS}))[words] == [name]


def test_a_column_of_names_that_two_tables_have_is_taken_in_once(monkeypatch):
    """The forms of the names are those of either table alone, and are not made again."""
    entered = []
    enter = Index._enter
    monkeypatch.setattr(
        Index, "_enter", lambda self, values, *given: entered.append(values) or enter(self, values, *given)
    )
    alone = Index(tables_of(claims.References.from_frames({"clinics": CLINICS})))
    entered.clear()
    both = Index(tables_of(claims.References.from_frames({"clinics": CLINICS, "wards": CLINICS})))

    assert both.phrases == alone.phrases
    assert len(entered) == 1
