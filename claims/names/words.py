"""The word lists behind names, read from `words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

_LISTS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}

MALE, FEMALE = _LISTS["male"], _LISTS["female"]
HONORIFICS = _LISTS["honorifics"] | MALE | FEMALE
SHORT_ROLES = {
    "adm": "admiral", "amb": "ambassador", "capt": "captain", "cllr": "councillor", "cmdr": "commander",
    "col": "colonel", "cpt": "captain", "det": "detective", "gen": "general", "gov": "governor", "insp": "inspector",
    "lt": "lieutenant", "maj": "major", "pres": "president", "rep": "representative", "sen": "senator",
    "sgt": "sergeant", "supt": "superintendent",
}  # fmt: skip
"""Short forms of roles, with a full stop or without, and the noun that later speaks of their bearer."""
TITLE_NOUNS = {"dr": "doctor", "prof": "professor", "professor": "professor", "rev": "reverend"}
"""Titles without an office, and the noun that later speaks of their bearer."""
ROLES = _LISTS["roles"] | {form for word in SHORT_ROLES for form in (word, f"{word}.")}
ROLE_MODIFIERS = _LISTS["role_modifiers"]
BODY_ENDINGS = _LISTS["body_endings"]
BODY_HEADS = _LISTS["body_heads"]
BODY_NOUNS = _LISTS["body_nouns"]
BODY_RELATIONS = _LISTS["body_relations"]
PLACE_ENDINGS = _LISTS["place_endings"]
PLACE_NOUNS = _LISTS["place_nouns"]
PLACES = _LISTS["places"]
GIVEN = _LISTS["given"]
CALENDAR = _LISTS["calendar"]
NEVER = _LISTS["never"]
PARTICLES = _LISTS["particles"]
SAYING = _LISTS["saying"]
MALE_ROLES = _LISTS["male_roles"]
FEMALE_ROLES = _LISTS["female_roles"]

ROLE_ENDINGS = (
    "ist",
    "man",
    "woman",
    "person",
    "maker",
    "keeper",
    "owner",
    "holder",
    "leader",
    "player",
    "worker",
    "-elect",
)
"""Endings of further nouns for offices and occupations."""

PAST = frozenset(("former", "then", "late", "ex"))
"""Before a role: who had it, and no longer has."""

GIVEN_MONTHS = frozenset(("jan", "april", "may", "june", "august"))
"""Given names that are months too."""

FAMILY = frozenset(("family", "brothers", "sisters", "dynasty", "couple"))
"""After a surname: the family, not one of it."""

BODY_TYPES = {
    "party": frozenset(
        "party congress alliance front coalition democrats republicans conservatives labour greens".split()
    ),
    "company": frozenset(
        """inc corp corporation co company ltd limited llc plc gmbh ag group holdings industries motors airlines airways
        technologies systems pharmaceuticals electronics laboratories software foods stores""".split()
    ),
    "bank": frozenset(("bank", "bancorp")),
    "airline": frozenset(("airlines", "airways", "air")),
    "court": frozenset(("court", "tribunal")),
}
"""Words in a body's name that let "the party", "the company" point to it; any other noun has to stand in the name."""
