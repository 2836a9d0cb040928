"""Units of measurement: how they are written, their symbols, and their names for the units library.

A symbol is one word of what the reader writes as `unit`; compound ones join two by a slash: "bbl/day", "μg/m3".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Words = tuple[str, ...]

# letter: (word, name for the units library)
PREFIXES = {
    "P": ("peta", "peta"), "T": ("tera", "tera"), "G": ("giga", "giga"), "M": ("mega", "mega"), "k": ("kilo", "kilo"),
    "h": ("hecto", "hecto"), "da": ("deca", "deca"), "d": ("deci", "deci"), "c": ("centi", "centi"),
    "m": ("milli", "milli"), "μ": ("micro", "micro"), "n": ("nano", "nano"), "p": ("pico", "pico"),
}  # fmt: skip
# symbol: (name for the units library, names of which the first part takes a prefix, prefixes).
# The symbol with a prefix is read as well, where it is no other word.
PREFIXED: Mapping[str, tuple[str, str, str]] = {
    "m": ("meter", "meter metre", "k h d c m μ n p M"),
    "g": ("gram", "gram gramme", "k h d c m μ n"),
    "l": ("liter", "liter litre", "k h d c m μ M"),
    "t": ("metric_ton", "tonne", "G M k"),
    "W": ("watt", "watt", "T G M k m"),
    "Wh": ("watt_hour", "watt-hour watt+hour watthour", "T G M k"),
    "V": ("volt", "volt", "M k m"),
    "A": ("ampere", "ampere amp", "k m μ"),
    "Hz": ("hertz", "hertz", "T G M k"),
    "J": ("joule", "joule", "P T G M k"),
    "eV": ("electron_volt", "electronvolt electron+volt", "T G M k"),
    "N": ("newton", "newton", "M k"),
    "Pa": ("pascal", "pascal", "G M k h"),
    "Ω": ("ohm", "ohm", "M k"),
    "Sv": ("sievert", "sievert", "m μ"),
    "Gy": ("gray", "", "m"),
    "Bq": ("becquerel", "becquerel", "P T G M k"),
    "mol": ("mole", "", "m μ"),
    "B": ("byte", "byte", "P T G M k"),
    "bit": ("bit", "bit", "P T G M k"),
    "pc": ("parsec", "parsec", "G M k"),
}
# Without a prefix these are written out only, or stand here with all their spellings.
# symbol: (name for the units library, spellings; "+" joins words)
PLAIN: Mapping[str, tuple[str, str]] = {
    "m": ("meter", "m meter metre"),
    "g": ("gram", "g gram gramme"),
    "kg": ("kilogram", "kg kgs kilo kilos"),
    "km": ("kilometer", "km kms"),
    "μg": ("microgram", "mcg"),
    "μm": ("micrometer", "micron"),
    "l": ("liter", "l liter litre"),
    "tonne": ("metric_ton", "t tonne metric+ton metric+tonne"),
    "ton": ("short_ton", "ton short+ton"),
    "long ton": ("long_ton", "long+ton"),
    "kt": ("kilometric_ton", "kiloton"),
    "Mt": ("megametric_ton", "megaton"),
    "Gt": ("gigametric_ton", "gigaton"),
    "W": ("watt", "W watt"),
    "V": ("volt", "volt"),
    "A": ("ampere", "amp ampere"),
    "Hz": ("hertz", "hz hertz"),
    "J": ("joule", "joule"),
    "N": ("newton", "newton"),
    "Pa": ("pascal", "pascal"),
    "Ω": ("ohm", "ohm"),
    "Sv": ("sievert", "sievert"),
    "Bq": ("becquerel", "becquerel"),
    "bit": ("bit", "bit"),
    "byte": ("byte", "byte"),
    "GB": ("gigabyte", "gigs"),
    "mile": ("mile", "mile mi"),
    "nautical mile": ("nautical_mile", "nautical+mile nmi sea+mile"),
    "ft": ("foot", "ft foot feet"),
    "in": ("inch", "in inch inches"),
    "yd": ("yard", "yd yds yard"),
    "fathom": ("fathom", "fathom"),
    "furlong": ("furlong", "furlong"),
    "light-year": ("light_year", "light-year light+year lightyear"),
    "au": ("astronomical_unit", "astronomical+unit"),
    "Å": ("angstrom", "angstrom"),
    "lb": ("pound", "lb lbs pound-mass"),
    "oz": ("ounce", "oz ounce"),
    "troy oz": ("troy_ounce", "troy+ounce"),
    "stone": ("stone", "stone"),
    "carat": ("carat", "carat karat"),
    "quintal": ("", "quintal"),
    "cwt": ("hundredweight", "hundredweight"),
    "gal": ("gallon", "gal gallon"),
    "qt": ("quart", "quart"),
    "pint": ("pint", "pint"),
    "fl oz": ("fluid_ounce", "fluid+ounce fl+oz"),
    "tbsp": ("tablespoon", "tablespoon tbsp"),
    "tsp": ("teaspoon", "teaspoon tsp"),
    "bbl": ("oil_barrel", "bbl barrel"),
    "bushel": ("bushel", "bushel"),
    "hogshead": ("hogshead", "hogshead"),
    "ha": ("hectare", "ha hectare"),
    "acre": ("acre", "acre"),
    "are": ("are", ""),
    "acre-ft": ("acre_foot", "acre-foot acre-feet acre+foot acre+feet"),
    "bcm": ("", "bcm"),
    "mph": ("mile/hour", "mph"),
    "kn": ("knot", "knot kt kts"),
    "°C": ("degC", "°c ℃ celsius centigrade degrees+celsius degree+celsius degrees+c degree+c degrees+centigrade"),
    "°F": ("degF", "°f ℉ fahrenheit degrees+fahrenheit degree+fahrenheit degrees+f degree+f"),
    "K": ("kelvin", "kelvin degrees+kelvin"),
    "°R": ("degR", "rankine degrees+rankine"),
    "°": ("degree", "° degree deg"),
    "rad": ("radian", "rad radian"),
    "turn": ("turn", "turn"),
    "hp": ("horsepower", "hp bhp horsepower"),
    "cal": ("calorie", "calorie"),
    "kcal": ("kilocalorie", "kcal kilocalorie"),
    "Btu": ("Btu", "btu british+thermal+unit"),
    "atm": ("atmosphere", "atm"),
    "psi": ("psi", "psi"),
    "mbar": ("millibar", "millibar mbar"),
    "mmHg": ("mmHg", "mmhg"),
    "dB": ("decibel", "db decibel"),
    "lx": ("lux", "lux"),
    "lm": ("lumen", "lumen"),
    "ppm": ("ppm", "ppm parts+per+million"),
    "ppb": ("", "ppb parts+per+billion"),
    "Mbit/s": ("megabit/second", "mbps mbit+/+s"),
    "kbit/s": ("kilobit/second", "kbps"),
    "Gbit/s": ("gigabit/second", "gbps"),
    "bbl/day": ("oil_barrel/day", "bpd"),
    "mile/gal": ("mile/gallon", "mpg"),
    "turn/min": ("turn/minute", "rpm"),
    "km/h": ("kilometer/hour", "kph kmph kmh"),
    "megapixel": ("", "megapixel"),
    "magnitude": ("", "magnitude"),
}
# Spelt with a capital inside, two units differ only by case: "MW" and "mW", "MB" and "Mb", "Mt" and "mt".
CASED = {"mW": "mW", "Mb": "Mbit", "kb": "kbit", "Gb": "Gbit", "Tb": "Tbit", "PHz": "", "mHz": "", "mPa": ""}
LENGTHS = ("mile", "ft", "in", "yd")
# Lengths with a prefix that are squared and cubed.
METRIC_LENGTHS = ("m", "km", "cm", "dm", "mm")
# Symbols that are also another word or abbreviation in the news.
NO_SYMBOLS = frozenset("pm mm2 hm mn nn pn kn hg dg pg pa kt gt ma pv mv ka na gy mol mmol".split())
POWERS = {2: ("square", "sq", "sq ."), 3: ("cubic", "cu", "cu .")}
# What may follow a quantity and belongs to it: "km an hour", "barrels a day", "micrograms per cubic metre".
PER = {"hour": "h", "hr": "h", "h": "h", "day": "day", "week": "week", "month": "month", "year": "year",
       "second": "s", "sec": "s", "s": "s", "minute": "min", "min": "min", "annum": "year", "head": "head",
       "capita": "capita", "person": "person", "share": "share"}  # fmt: skip
# Compounds that have a symbol of their own.
COMPOUNDS = {"mile/h": "mph", "Mbit/s": "Mbit/s", "nautical mile/h": "kn"}
LETTERS = frozenset({"m", "t", "l", "g", "w", "k", "h", "v", "mm", "mb", "mi", "ha", "mw", "kt", "kts"})


def _plurals(spelling: str) -> tuple[str, ...]:
    """Give a spelling with its plural; symbols and irregular names have none."""
    last = spelling.rpartition("+")[2]
    plain = len(last) < 4 or last.endswith(("s", "x", "hertz", "feet", "horsepower", "stone", "celsius", "centigrade"))
    return (spelling,) if plain and last not in ("ton", "amp", "bit", "ohm") else (spelling, spelling + "s")


def _words(spelling: str) -> Words:
    return tuple(spelling.lower().replace("-", " - ").replace("+", " ").split())


def _prefixed() -> Iterator[tuple[str, str, str]]:
    """Give symbol, name and spelling of every unit with a prefix."""
    for unit, (name, stems, letters) in PREFIXED.items():
        for letter in letters.split():
            word, library = PREFIXES[letter]
            symbol = letter + unit
            for stem in stems.split():
                yield symbol, library + name, word + stem
            if unit != "t" and symbol.lower() not in NO_SYMBOLS:
                yield symbol, library + name, symbol.lower()


def _powers(names: Mapping[str, str], spellings: Mapping[Words, str]) -> Iterator[tuple[str, str, Words]]:
    """Give squares and cubes of lengths: "square miles", "sq. ft", "km²", "m3"."""
    for words, unit in spellings.items():
        if unit not in LENGTHS + METRIC_LENGTHS:
            continue
        for power, fronts in POWERS.items():
            symbol, name = f"{unit}{power}", f"{names[unit]}**{power}"
            for front in fronts:
                yield symbol, name, (*front.split(), *words)
            if words == (unit,):
                mark = "²³"[power - 2]
                for written in ((unit, str(power)), (unit + mark,), (unit, mark), (unit, "^", str(power))):
                    yield symbol, name, written


def _build() -> tuple[dict[Words, str], dict[str, str]]:
    """Index the spellings, and the names for the units library."""
    spellings: dict[Words, str] = {}
    names: dict[str, str] = {}
    for symbol, (name, written) in PLAIN.items():
        names.setdefault(symbol, name)
        for spelling in written.split():
            spellings |= {_words(form): symbol for form in _plurals(spelling)}
    for symbol, name, spelling in _prefixed():
        names.setdefault(symbol, name)
        for form in _plurals(spelling):
            spellings.setdefault(_words(form), symbol)
    for symbol, name, words in list(_powers(names, spellings)):
        names.setdefault(symbol, name)
        spellings.setdefault(words, symbol)
    return spellings, names


SYMBOLS, UNIT_NAMES = _build()
SYMBOLS |= {
    ("°", "c"): "°C", ("°", "f"): "°F", ("°", "celsius"): "°C", ("°", "fahrenheit"): "°F", ("º", "c"): "°C",
    ("°", "degrees", "celsius"): "°C", ("lb", "."): "lb", ("lbs", "."): "lb", ("ft", "."): "ft", ("oz", "."): "oz",
    ("µg",): "μg", ("µm",): "μm", ("µsv",): "μSv",
}  # fmt: skip
