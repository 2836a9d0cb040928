"""Holidays by name: fixed days and rules of our own, the rest from the `holidays` library when a name asks for it."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from claims.values import calendar

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year 's day": (1, 1), "new year ’s day": (1, 1), "new years day": (1, 1), "new year 's eve": (12, 31),
    "new year's day": (1, 1), "new year ’s eve": (12, 31), "new years eve": (12, 31), "halloween": (10, 31),
    "valentine 's day": (2, 14), "valentine ’s day": (2, 14), "valentines day": (2, 14),
    "st patrick 's day": (3, 17), "st . patrick 's day": (3, 17), "saint patrick 's day": (3, 17),
    "april fools day": (4, 1), "april fool 's day": (4, 1), "may day": (5, 1), "earth day": (4, 22),
    "bastille day": (7, 14), "canada day": (7, 1), "australia day": (1, 26), "anzac day": (4, 25),
    "armistice day": (11, 11), "remembrance day": (11, 11), "veterans day": (11, 11), "juneteenth": (6, 19),
    "world aids day": (12, 1), "international women 's day": (3, 8), "international workers ' day": (5, 1),
    "international workers day": (5, 1), "cinco de mayo": (5, 5), "groundhog day": (2, 2), "epiphany": (1, 6),
    "all saints day": (11, 1), "victory day": (5, 9), "gandhi jayanti": (10, 2), "flag day": (6, 14),
    "waitangi day": (2, 6), "day of the dead": (11, 2), "kwanzaa": (12, 26), "ve day": (5, 8), "vj day": (8, 15),
    "leap day": (2, 29), "bonfire night": (11, 5), "holocaust memorial day": (1, 27), "world health day": (4, 7),
    "world environment day": (6, 5), "pearl harbor day": (12, 7), "orthodox christmas": (1, 7),
    "st george 's day": (4, 23), "st david 's day": (3, 1), "st andrew 's day": (11, 30), "workers ' day": (5, 1),
    "burns night": (1, 25), "guy fawkes night": (11, 5), "hogmanay": (12, 31), "human rights day": (12, 10),
}  # fmt: skip
# month, weekday, which one (negative: from the end), days after it
FLOATING = {
    "thanksgiving": (11, 3, 4, 0), "thanksgiving day": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4), "labor day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0),
    "columbus day": (10, 0, 2, 0), "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr . day": (1, 0, 3, 0), "indigenous peoples day": (10, 0, 2, 0),
    "indigenous peoples ' day": (10, 0, 2, 0), "presidents day": (2, 0, 3, 0),
    "presidents ' day": (2, 0, 3, 0), "mother 's day": (5, 6, 2, 0), "father 's day": (6, 6, 3, 0),
}  # fmt: skip
FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "whit monday": 50, "pentecost": 49, "ascension day": 39, "shrove tuesday": -47, "maundy thursday": -3,
}  # fmt: skip
# Of these the day depends on the country or the moon: the label in the library, and the countries that have it.
# With several countries the article has to name one of them.
LIBRARY: dict[str, tuple[str, str]] = {
    "independence day": ("Independence Day", "US IN PK PH BD NG ID LK MX BR"),
    "republic day": ("Republic Day", "IN IT TR NP"),
    "national day": ("National Day", "CN SG FR MY ES VN NG"),
    "constitution day": ("Constitution Day", "JP MX ES TH NP"),
    "labour day": ("Labor Day", "CA CN SG PK DE FR IT KE MY PH MX"),
    "liberation day": ("Liberation Day", "IT KR VN"),
    "diwali": ("Diwali", "IN"), "holi": ("Holi", "IN"), "dussehra": ("Dussehra", "IN"),
    "janmashtami": ("Janmashtami", "IN"), "ashura": ("Ashura", "IN"),
    "eid al - fitr": ("Eid al-Fitr", "ID"), "eid al fitr": ("Eid al-Fitr", "ID"),
    "eid al - adha": ("Eid al-Adha", "ID"), "eid al adha": ("Eid al-Adha", "ID"),
    "islamic new year": ("Islamic New Year", "ID"), "lunar new year": ("Lunar New Year", "VN"),
    "chinese new year": ("Chinese New Year", "SG"), "vesak": ("Vesak Day", "SG"),
    "yom kippur": ("Yom Kippur", "IL"), "rosh hashanah": ("Rosh Hashanah", "IL"), "passover": ("Pesach", "IL"),
    "chuseok": ("Chuseok", "KR"), "songkran": ("Songkran", "TH"),
}  # fmt: skip
COUNTRIES = {
    "US": ("united states", "u.s.", "american", "washington"), "IN": ("india", "indian", "delhi", "mumbai"),
    "PK": ("pakistan", "pakistani"), "PH": ("philippines", "philippine", "manila"), "BD": ("bangladesh", "dhaka"),
    "NG": ("nigeria", "nigerian"), "IT": ("italy", "italian", "rome"), "TR": ("turkey", "turkish", "ankara"),
    "CN": ("china", "chinese", "beijing"), "SG": ("singapore",), "ID": ("indonesia", "jakarta"),
    "LK": ("sri lanka", "colombo"), "MX": ("mexico", "mexican"), "BR": ("brazil", "brazilian"),
    "NP": ("nepal", "kathmandu"), "FR": ("france", "french", "paris"), "MY": ("malaysia", "kuala lumpur"),
    "ES": ("spain", "spanish", "madrid"), "VN": ("vietnam", "hanoi"), "JP": ("japan", "japanese", "tokyo"),
    "TH": ("thailand", "thai", "bangkok"), "CA": ("canada", "canadian", "ottawa", "toronto"),
    "DE": ("germany", "german", "berlin"), "KE": ("kenya", "nairobi"), "KR": ("south korea", "seoul"),
}  # fmt: skip

NAMES: dict[str, list[tuple[str, ...]]] = {}
ALL = (*FIXED, *FLOATING, *FROM_EASTER, *LIBRARY)
for _name in sorted(ALL, key=len, reverse=True):
    _words = tuple(_name.split())
    for _word in dict.fromkeys((_words[0], _words[-1])):
        NAMES.setdefault(_word, []).append(_words)


def day(name: str, year: int, text: str = "") -> dt.date | None:
    """Give the date of a holiday in a year; None where it depends on a country that the text does not tell.

    >>> day("labor day", 2022)
    datetime.date(2022, 9, 5)
    """
    if name in FIXED:
        return calendar.make(year, *FIXED[name])
    if name in FLOATING:
        return _floating(year, *FLOATING[name])
    if name in FROM_EASTER:
        return easter(year) + dt.timedelta(FROM_EASTER[name])
    return _library(name, year, text)


def _floating(year: int, month: int, weekday: int, which: int, after: int) -> dt.date:
    if which > 0:
        first = dt.date(year, month, 1)
        found = first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    else:
        last = dt.date(year, month, calendar.days_in(year, month))
        found = last - dt.timedelta((last.weekday() - weekday) % 7)
    return found + dt.timedelta(after)


def easter(year: int) -> dt.date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, rest = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, rest + 1)


def _library(name: str, year: int, text: str) -> dt.date | None:
    label, having = LIBRARY.get(name, ("", ""))
    countries = having.split()
    if len(countries) > 1:
        lower = text.lower()
        countries = [c for c in countries if any(re.search(rf"\b{word}\b", lower) for word in COUNTRIES[c])]
    return _country_day(countries[0], label, year) if len(countries) == 1 else None


@lru_cache(256)
def _country_day(country: str, name: str, year: int) -> dt.date | None:
    import warnings

    import holidays

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        days = holidays.country_holidays(country, years=year, language="en_US")
    for date, label in sorted(days.items()):
        if label.startswith(name):
            return date
    return None
