"""Words in the names of columns that tell what the columns are for."""

from __future__ import annotations

ALIASES = frozenset(
    "alias aliases aka abbr abbreviation acronym nickname nicknames short_name other_names also_known_as "
    "known_as".split()
)
FROM = frozenset("from start start_date starts began begin begins since valid_from termstart term_start".split())
OTHER = frozenset("other alternative alternate short former old previous real native local".split())
"""Beside "name" or "spelling": what somebody or something is called as well."""
TO = frozenset("to end end_date ends ended until till valid_to termend term_end through".split())
OCCASIONS = frozenset(
    "birth b death construction completion foundation opening closure start end release entry".split()
)
"""Beside "year": what happened in it, so that it is not the time of the row."""
YEARS = frozenset({"year", "season", "fy", "vintage"})
UNITS = frozenset({"unit", "units", "uom"})
"""Columns that say in which unit the row's figure is: no row is called so."""
NAMES = frozenset({"name", "title", "person", "who"})
CODES = frozenset("id ids key code number no num nr isbn iso uuid postcode zip phone imo mmsi vin ean ref".split())
LABELS = frozenset(
    "type kind category class status rating grade level gender sex role post office position job side result outcome "
    "how method medal colour color stance rank weekday day month".split()
)
POSTS = frozenset("director leader head minister chief captain coach manager founder author chair incumbent".split())
"""Relations of a person, who is the subject where the column leads."""
RELATIONS = POSTS | frozenset(
    "winner loser champion holder opponent rival successor predecessor start finish origin destination from to up "
    "host venue second third best top parent owner nationality citizenship government asylum departure "
    "arrival".split()
)
"""Words for what somebody or something is to the row, so that the row is not about it."""
HAPPENED = frozenset(
    "born died opened founded established est estd launched built created closed joined elected debut released "
    "retired started ended completed commissioned formed merged dissolved inaugurated incorporated signed "
    "independence turned first delivery since appointed discovered introduced abolished ratified begun laid erected "
    "consecrated dedicated ordained restored rebuilt withdrawn scrapped".split()
)
VAGUE = frozenset({"value", "values", "amount", "number", "total", "count", "figure"})
"""Names of columns that say nothing, so that the table's name tells what is measured."""
UNSAID = frozenset({"value", "values", "amount", "figure"})
"""Those of them that leave to the table's name in what it is measured; a total is a number of something."""
BY = frozenset({"by", "per", "in", "of", "for"})
"""Behind these a table's name says what its rows are: "completions_by_district"."""
PARTICLES = frozenset(
    "of the and for de da do dos du la le les el al bin ibn van von der den di del y e in on at to upon over under "
    "near della delle degli sous chez unter hinter plc ltd inc llc gmbh".split()
)
