"""Words about names: who has a surname, which words open a sentence, which end the name of a body."""

from __future__ import annotations

PERSONS = frozenset(
    "person player rider driver runner athlete leader member author candidate politician minister president "
    "executive senator representative governor mayor judge coach captain director actor actress artist writer "
    "scientist employee officer doctor spokesperson legislator councillor commissioner ambassador swimmer boxer "
    "golfer batter bowler goalkeeper striker pitcher scorer singer chairman chairwoman chairperson ceo".split()
)
"""What a column of people is called."""

TRAITS = frozenset("born birth birthday birthdate dob died death age gender sex nationality".split())
"""Columns that only people have."""

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness sh shri smt president vice prime minister "
    "chancellor premier secretary senator sen rep representative congressman congresswoman governor gov mayor judge "
    "justice chief chairman chairwoman chair chairperson captain capt coach general gen colonel col major lieutenant "
    "lt sergeant sgt admiral commander king queen prince princess pope saint father sister brother rev reverend bishop "
    "archbishop cardinal rabbi imam sheikh detective inspector officer ambassador commissioner councillor director "
    "editor spokesman spokeswoman spokesperson speaker leader candidate former ex actor actress singer author "
    "striker midfielder defender goalkeeper forward guard center centre quarterback pitcher rider driver executive "
    "democrat republican mp ceo".split()
)

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "obe", "mbe"})

GENERIC = frozenset(
    "party hospital infirmary airlines airline airways air inc incorporated ltd limited plc llc llp corp corporation "
    "company co group holdings holding ag sa se gmbh nv bv university college school institute academy county city "
    "province district region state republic kingdom federation fc afc cf club team association society union "
    "council committee commission agency authority department ministry office bank trust foundation fund museum "
    "station airport bridge river lake mount mountain island islands street road avenue park stadium arena centre "
    "center railway motors industries technologies systems international".split()
)
"""Last words that people leave out: "Elmwood" for "Elmwood Hospital"."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
"""Written with a capital everywhere."""

FUNCTION = CALENDAR | frozenset(
    "a about above according across after again against all almost along already also although always among an and "
    "another any anyone are around as at away back be because been before behind being below between both but by can "
    "come could did do does done down during each either else even ever every few first for from further get go good "
    "had has have he her here hers him his how however i if in indeed instead into is it its just last later least "
    "less let like little made make many may me meanwhile might mine more most much must my near nearly neither never "
    "new next no nobody none nor not nothing now of off often old on once one only or other others our out over own "
    "part people per perhaps quite rather same see several shall she should since so some something soon still such "
    "than that the their them then there these they this those though through thus to today together tomorrow too "
    "toward two under until up upon us use very was we well were what when where whether which while who whole whom "
    "whose why will with within without would yes yesterday yet you young your".split()
)
"""Words that may open a sentence with a capital without being a name."""
