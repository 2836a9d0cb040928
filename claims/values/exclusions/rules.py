"""The rules of exclusion, each with sentences on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.exclusions.names import find_bare_name, find_glued, find_named, find_number_word, find_version
from claims.values.exclusions.phrases import find_idiom, find_one_of, find_pronoun
from claims.values.exclusions.places import find_address, find_emergency, find_list_number
from claims.values.exclusions.rule import Exclusion

if TYPE_CHECKING:
    from claims.values.scan import Scan

RULES: tuple[Exclusion, ...] = (
    Exclusion(
        "address", find_address,
        yes=(
            "They met at her [12], Rosewood residence.",
            "They met at her home, [12], Rosewood.",
            "He lives at [221] Baker Street.",
        ),
        no=("At [12], she left school.", "She bought [12] Street Fighter games."),
    ),
    Exclusion(
        "idiom", find_idiom,
        yes=("On the [one] hand, it is cheap.", "The kitchen is [second] to none.", "The shop is open [24]/7."),
        no=("He lost [one] hand of cards.", "She came [second] in the race."),
    ),
    Exclusion(
        "name with digits", find_glued,
        yes=("The [A330] landed.", "A [3]G network", "The pandemic of COVID-[19] spread.", "Three [747]s landed."),
        no=("It cost $[3]m.", "a [5]km run", "in the [1990]s", "the mid-[2011] release", "a [27]-year contract"),
    ),
    Exclusion(
        "numbered name", find_named,
        yes=("Flight [447] vanished.", "Article [5] applies.", "See page [12]."),
        no=("The flight [12] people took", "He boarded flight after [2] delays."),
    ),
    Exclusion(
        "number as a name", find_bare_name,
        yes=("They flew the [747] from Rome.", "A [747] from Rome was late."),
        no=("the [370] seats", "the [250] who stayed", "a [250] million loan"),
    ),
    Exclusion(
        "version or network address", find_version,
        yes=("It runs version [4.1] now.", "The host is [10.0.0.12] today."),
        no=("It grew [4.1] percent.", "He signed on [12.05.2012] in Berlin."),
    ),
    Exclusion(
        "emergency number", find_emergency,
        yes=("She called [911] at once.", "Dial [112] or [999].", "A [911] caller saw smoke."),
        no=("She called [911] voters.", "They called [120] people."),
    ),
    Exclusion(
        "list or note number", find_list_number,
        yes=("[1]. Open the door", "She was born there.[[4]]"),
        no=("[12] people came.", "There were (at least) [12]."),
    ),
    Exclusion(
        "number word in a name", find_number_word,
        yes=("She works for Radio [Four] now.", "They met at the foot of [Three] Mile Island last night."),
        no=("[Two] Americans won.", "She saw [four] Americans win.", "Police Arrest [Five] Men After Raid"),
    ),
    Exclusion(
        "one of", find_one_of,
        yes=("She is [one] of the founders.",),
        no=("[One] man was killed.",),
    ),
    Exclusion(
        "pronoun one", find_pronoun,
        yes=("No [one] came.", "The old [one] broke.", "[One] must be careful."),
        no=("[One] man was killed.", "They won [one] seat.", "[One] in three agrees."),
    ),
)  # fmt: skip
WORDED = ("idiom", "number word in a name", "one of", "pronoun one")
BY_DIGIT = tuple(r for r in RULES if r.name == "idiom" or r.name not in WORDED)
BY_WORD = tuple(r for r in RULES if r.name in WORDED)


def find(scan: Scan, i: int) -> tuple[int, int, str] | None:
    """Find the rule that excludes the numeral at token `i`, and the tokens that it takes."""
    for rule in BY_DIGIT if scan.number(i) else BY_WORD:
        found = rule.find(scan, i)
        if found:
            return *found, rule.name
    return None
