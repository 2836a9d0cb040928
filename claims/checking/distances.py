"""Events as prose calls them: "the women's 100 metres" for the "100 m women" of a table, "the long jump"."""

from __future__ import annotations

import re
from functools import lru_cache

DISTANCE = re.compile(r"(\d{1,3}(?:,?\d{3})*)[ -]?(m|metres?|meters?|km|kilometres?|kilometers?)\b", re.IGNORECASE)
SEXES = re.compile(r"\b(men|women|boys|girls|mixed|ladies)(?:['’]?s)?\b[ ,]*", re.IGNORECASE)
SPELT = {"m": ("metres", "metre", "meters", "meter", "m"), "k": ("kilometres", "kilometre", "kilometers", "km", "k")}
THOUSAND = 4


@lru_cache(maxsize=4096)
def event_forms(value: str) -> tuple[tuple[str, bool], ...]:
    """Give other ways to write an event, each with whether it leaves nothing out.

    >>> [form for form, whole in event_forms("long jump women") if whole], event_forms("long jump women")[-1]
    (["women's long jump", 'long jump women'], ('long jump', False))
    >>> ("1,500 metres", False) in event_forms("1500 m men"), event_forms("Rotterdam")
    (True, ())
    """
    sexed, found = SEXES.search(value), DISTANCE.search(value)
    bare = SEXES.sub("", value).strip()
    if not bare or not (sexed or found):
        return ()
    spelt = _spelt(bare) if found else []
    if not sexed:
        return tuple((form, True) for form in spelt)
    owned = "mixed" if sexed[1].lower() == "mixed" else f"{sexed[1]}'s"
    whole = [f"{owned} {form}" for form in (bare, *spelt)]
    return tuple((form, True) for form in (*whole, value)) + tuple((form, False) for form in (*spelt, bare))


def _spelt(event: str) -> list[str]:
    """Write the distance of an event with its unit in words, glued or hyphened, its thousands parted or not."""
    found = DISTANCE.search(event)
    if not found:
        return []
    plain = found[1].replace(",", "")
    numbers = {plain, f"{int(plain):,}"} if len(plain) >= THOUSAND else {plain}
    units = SPELT[found[2][0].lower()]
    return sorted(DISTANCE.sub(f"{n}{gap}{unit}", event) for n in numbers for unit in units for gap in (" ", "-", ""))
