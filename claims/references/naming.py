"""What the name of a column says: its words, unit, scale and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.references.table import ColumnKind

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:fy|y)?((?:1[5-9]|20)\d\d)")
_SPAN = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)(?:([-_])\d\d\2\d\d|[/–-]\d\d(?:\d\d)?)(?!\d)")
"""A season or a day in a name, "2018/19", "2024-01-31": its first year stands for it."""
_SIGNS = (("%", "pct"), ("£", "gbp"), ("€", "eur"), ("$", "usd"), ("₹", "inr"), ("¥", "jpy"),
          ("basis_points", "bp"), ("basis points", "bp"))  # fmt: skip
_POWERS = str.maketrans("²³", "23")
_JOINED = re.compile(r"(m|mn|bn|k)(usd|eur|gbp|inr|chf|cad|aud)|(usd|eur|gbp|inr|chf|cad|aud)(m|mn|bn|k)")
_TONNES = re.compile(r"(?<![^\W_])([kmM])t(?=\W*$)")
"""Thousands or millions of tonnes at the end of a name."""

_RATE = re.compile(
    r"(?<![^\W_])(kg|g|mg|t|l|m3|km|m)(?:/|[ _]per[ _])(ha|km|h|s|l|m2|m3|kg|t)(?![^\W_])", re.IGNORECASE
)
"""A unit per another, "kg/ha", "m3_per_s", that is one unit of its own."""

_LEMMAS = {
    "won": "win", "lost": "lose", "held": "hold", "led": "lead", "made": "make", "paid": "pay", "sold": "sell",
    "spent": "spend", "built": "build", "seen": "see", "run": "run", "cast": "cast", "born": "born", "died": "die",
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "days": "day", "losses": "loss", "buses": "bus", "lives": "life", "votes": "vote", "wives": "wife",
    "turned": "turn", "opened": "open", "founded": "found", "sworn": "swear",
}  # fmt: skip
_NO_PLURAL = frozenset(
    {"gas", "series", "species", "news", "lens", "texas", "wales", "atlas", "tennis", "chess", "always"}
)

_SHORT = {
    "alt": "altitude", "avg": "average", "circ": "circulation", "dens": "density", "dist": "distance",
    "elev": "elevation", "emp": "employees", "hh": "households", "inhab": "inhabitants", "len": "length",
    "mkt": "market", "pax": "passengers", "pop": "population", "qty": "quantity", "rev": "revenue",
    "temp": "temperature", "vol": "volume", "wt": "weight",
}  # fmt: skip
"""How words are cut short in the names of columns."""

_COINS = frozenset("crowns francs pesos florins kroner kronor dinars dirhams shillings zlotys forints".split())
"""Money of several countries: a column of crowns does not say whose."""

QUANTITIES: dict[str, tuple[ColumnKind, str]] = {
    "mm": ("quantity", "mm"), "cm": ("quantity", "cm"), "km": ("quantity", "km"), "kms": ("quantity", "km"),
    "metres": ("quantity", "m"), "meters": ("quantity", "m"), "kilometres": ("quantity", "km"),
    "kilometers": ("quantity", "km"), "miles": ("quantity", "mi"), "mi": ("quantity", "mi"), "ft": ("quantity", "ft"),
    "feet": ("quantity", "ft"), "kg": ("quantity", "kg"), "tonnes": ("quantity", "t"), "tons": ("quantity", "t"),
    "litres": ("quantity", "L"), "liters": ("quantity", "L"), "ha": ("quantity", "ha"),
    "hectares": ("quantity", "ha"), "acres": ("quantity", "acre"), "km2": ("quantity", "km2"),
    "m3": ("quantity", "m3"), "m2": ("quantity", "m2"), "sqm": ("quantity", "m2"), "sqkm": ("quantity", "km2"),
    "celsius": ("quantity", "Cel"), "degc": ("quantity", "Cel"),
    "kwh": ("quantity", "kWh"), "mwh": ("quantity", "MWh"), "gwh": ("quantity", "GWh"), "twh": ("quantity", "TWh"),
    "mw": ("quantity", "MW"), "gw": ("quantity", "GW"), "kmh": ("quantity", "km/h"), "kph": ("quantity", "km/h"),
    "mph": ("quantity", "mi/h"), "kn": ("quantity", "kn"), "knots": ("quantity", "kn"),
    "nm": ("quantity", "nautical mile|mi"), "nmi": ("quantity", "nautical mile|mi"), "masl": ("quantity", "m"),
    "kw": ("quantity", "kW"), "hp": ("quantity", "hp"), "bhp": ("quantity", "hp"), "hl": ("quantity", "hl"),
    "ml": ("quantity", "ml"), "db": ("quantity", "dB"), "hpa": ("quantity", "hPa"),
    "m3s": ("quantity", "m3/s"), "cumecs": ("quantity", "m3/s"), "sec": ("duration", "s"), "secs": ("duration", "s"),
    "seconds": ("duration", "s"),
    "mins": ("duration", "min"), "minutes": ("duration", "min"), "hrs": ("duration", "h"),
    "hours": ("duration", "h"), "days": ("duration", "d"), "weeks": ("duration", "wk"), "months": ("duration", "mo"),
    "pct": ("percent", "%"), "percent": ("percent", "%"), "percentage": ("percent", "%"), "perc": ("percent", "%"),
    "share": ("percent", "%"), "turnout": ("percent", "%"), "bp": ("percent", "basis point"),
    "bps": ("percent", "basis point"),
    "usd": ("money", "USD"), "dollars": ("money", "USD"), "eur": ("money", "EUR"), "euro": ("money", "EUR"),
    "euros": ("money", "EUR"), "gbp": ("money", "GBP"), "pounds": ("money", "GBP"), "inr": ("money", "INR"),
    "rupees": ("money", "INR"), "rs": ("money", "INR"), "jpy": ("money", "JPY"), "yen": ("money", "JPY"),
    "cny": ("money", "CNY"), "chf": ("money", "CHF"), "cad": ("money", "CAD"), "aud": ("money", "AUD"),
    "cents": ("money", ""), "pence": ("money", "GBP"), **dict.fromkeys(_COINS, ("money", "")),
}  # fmt: skip
"""Words in a column's name that give the unit of its cells, wherever they stand; sailors say miles for sea miles."""

LAST: dict[str, tuple[ColumnKind, str]] = {
    "min": ("duration", "min"), "s": ("duration", "s"), "h": ("duration", "h"), "c": ("quantity", "Cel"),
    "t": ("quantity", "t"), "m": ("quantity", "m"), "years": ("duration", "a"),
}  # fmt: skip
"""Words that give a unit only when they end a name of several."""

SCALES = {
    "thousand": 3, "thousands": 3, "k": 3, "000s": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6,
    "billion": 9, "billions": 9, "bn": 9, "000": 3, "lakh": 5, "crore": 7, "trn": 12, "trillion": 12, "mio": 6,
    "mrd": 9,
}  # fmt: skip
MONEY = frozenset(
    "revenue profit earning cost price budget spending expenditure debt surplus deficit gdp salary wage pay fee fare "
    "rent toll funding donation money purse fund subsidy takings proceeds dividend compensation endowment payroll "
    "stipend bonus royalty".split()
)
SOMETIMES_MONEY = frozenset(
    "sales turnover loss losses income result assets capital value investment net grant loan prize tax aid".split()
)
"""Words for money where a scale stands beside them: games have losses and turnovers too."""
RATES = frozenset(
    "interest unemployment employment inflation tax literacy growth success participation poverty occupancy vacancy "
    "response approval".split()
)
"""Rates that are percentages; those of births, murders and exchange are not."""
_LENGTHS = frozenset(
    "height length width depth altitude elevation climb ascent descent distance throw jump dash swim run sprint "
    "draught draft beam diameter radius thickness wingspan span level crest tide summit top base foot clearance "
    "headroom prominence drop vertical perimeter circumference wave swell longest tallest deepest widest steepest "
    "point dock quay pier berth jetty lock hull mast deck runway tunnel bridge tower chimney spire dome roof wall "
    "fence shaft bore pipe track circuit course lap pitch pool lane ridge snow visibility".split()
)
_LETTERS = {"m": 6, "b": 9}
PARTS = frozenset({"share", "turnout"})
"""Words that give a percentage unless all cells are a hundred and more."""
_KEPT = PARTS | _COINS
"""Unit words that the prose uses as well, so that they stay among the words of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A column name, read."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    kind: ColumnKind | None = None
    unit: str = ""
    scale: Decimal = Decimal(1)
    year: int | None = None


def split(name: str) -> tuple[str, ...]:
    """Cut a name into lower-case words.

    >>> split("seatsWon_2021"), split("Daily Circulation, 2004")
    (('seats', 'won', '2021'), ('daily', 'circulation', '2004'))
    """
    return tuple(word.lower() for word in _WORD.findall(_CAMEL.sub(" ", name)))


def lemma(word: str) -> str:
    """Strip a plural and undo a few verb forms.

    >>> [lemma(w) for w in ("seats", "won", "companies", "address", "wages", "gas")]
    ['seat', 'win', 'company', 'address', 'wage', 'gas']
    """
    if word in _LEMMAS:
        return _LEMMAS[word]
    if len(word) < 4 or word in _NO_PLURAL or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zzes")) else word[:-1]


def read(name: str) -> Named:
    """Read a column's name.

    >>> read("revenue_usd_m").scale, read("revenue_usd_m").unit, read("population_2021").year, read("climb_m").unit
    (Decimal('1000000'), 'USD', 2021, 'm')
    >>> read("highest_point_m").unit, read("points_m").scale, read("toll_income_m_marks").scale
    ('m', Decimal('1000000'), Decimal('1000000'))
    """
    rate = _RATE.search(name.translate(_POWERS))
    forms = tuple(_SHORT.get(form, form) for form in split(_plain(_RATE.sub("", name.translate(_POWERS)))))
    years = [int(found[1]) for found in map(_YEAR.fullmatch, forms) if found]
    year = years[0] if len(years) == 1 else None
    rest = tuple(form for form in forms if not _YEAR.fullmatch(form)) if year else forms
    exponent, rest = _take_scale(rest)
    kind, unit, rest = _take_unit(rest, single=len(forms) == 1)
    if kind == "money" and {"cents", "pence"} & set(forms):
        exponent -= 2
    if kind is None and "rate" in rest and RATES & set(rest):
        kind, unit = "percent", "%"
    if rate and kind is None:
        kind, unit = "quantity", f"{rate[1]}/{rate[2]}".lower()
    words = tuple(map(lemma, rest))
    money = MONEY & {word for word, form in zip(words, rest, strict=True) if form != "paid"}
    if kind == "quantity" and money:  # a price per unit
        kind, unit = "money", ""
    if kind is None and "index" not in rest and (money or (exponent and SOMETIMES_MONEY & set(rest))):
        kind = "money"
    scale = Decimal(10) ** exponent
    return Named(words=words, forms=rest, kind=kind, unit=unit, scale=scale, year=year)


def scaled(name: str) -> bool:
    """Say whether a name ends with a scale in the plural, so that all it speaks of are so many.

    >>> scaled("exports_millions"), scaled("trade (thousands)"), scaled("clubs_million"), scaled("table_b")
    (True, True, False, False)
    """
    return any(last in SCALES and last.endswith("s") for last in split(name)[-1:])


def _plain(name: str) -> str:
    """Write signs of units as words, a season or day as its year, and part a scale from its currency.

    >>> _plain("Latest cost (£m)"), _plain("2018/19"), _plain("points_2025_11_17"), _plain("revenue_musd")
    ('Latest cost ( gbp m)', '2018', 'points_2025', 'revenue_usd_m')
    >>> _plain("cargo_kt"), _plain("Coal (Mt)")
    ('cargo_tonnes_k', 'Coal (tonnes_mn)')
    """
    name = _TONNES.sub(lambda m: "tonnes_k" if m[1] == "k" else "tonnes_mn", name.translate(_POWERS))
    for sign, word in _SIGNS:
        name = name.replace(sign, f" {word} ")
    words = [_JOINED.sub(lambda m: f"{m[2] or m[3]}_{m[1] or m[4]}", word) for word in name.split("_")]
    return " ".join(_SPAN.sub(r"\1", "_".join(words)).split(" ")).strip().replace("  ", " ")


def _take_scale(forms: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Take "bn" or "thousands" out; a last "m", or one before a currency, is a million unless a length is measured."""
    paid = forms[-1:] != ("m",) and bool(MONEY & {lemma(form) for form in forms[:-2]})  # "toll_income_m_marks"
    currency = len(forms) > 2 and (paid or (forms[-1] in QUANTITIES and QUANTITIES[forms[-1]][0] == "money"))
    place = len(forms) - 1 - currency
    lettered = place > 0 and forms[place] in _LETTERS and not forms[place - 1].isdigit()  # "time_100_m"
    if lettered and not _LENGTHS & set(forms) and forms[:place] != ("peak",):
        return _LETTERS[forms[place]], forms[:place] + forms[place + 1 :]
    for place, form in enumerate(forms):
        if place and form in SCALES:
            said = place - 1 if forms[place - 1] == "in" and place > 1 else place
            return SCALES[form], forms[:said] + forms[place + 1 :]
    return 0, forms


def _take_unit(forms: tuple[str, ...], *, single: bool) -> tuple[ColumnKind | None, str, tuple[str, ...]]:
    """Take the last word that names a unit out, unless prose says it too or it is the whole name.

    A unit of a number in the name itself is not that of the cells, "waiting over 52 weeks", nor one that something is
    shared out to: "price_usd_per_m3".
    """
    for place in range(len(forms) - 1, -1, -1):
        form = forms[place]
        found = QUANTITIES.get(form) or (LAST.get(form) if place and place == len(forms) - 1 else None)
        if found and found[0] != "percent" and place and (forms[place - 1].isdigit() or forms[place - 1] == "per"):
            continue
        if found and found[0] == "duration" and single:
            return found[0] if form not in ("days", "weeks", "months") else None, found[1], forms
        if found:
            keep = form in _KEPT or single
            return *found, forms if keep else forms[:place] + forms[place + 1 :]
    return None, "", forms
