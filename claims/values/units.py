"""Units of measurement and money: how they are written, and their symbols."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# symbol: (name for the units library, spellings; a spelling in capitals is read only as written)
QUANTITIES: Mapping[str, tuple[str, str]] = {
    "km": ("kilometer", "km kms kilometer kilometers kilometre kilometres"),
    "m": ("meter", "m meter meters metre metres"),
    "cm": ("centimeter", "cm centimeter centimeters centimetre centimetres"),
    "dm": ("decimeter", "dm decimeter decimeters decimetre decimetres"),
    "mm": ("millimeter", "mm millimeter millimeters millimetre millimetres"),
    "μm": ("micrometer", "μm µm micron microns micrometer micrometers micrometre micrometres"),
    "nm": ("nanometer", "nm nanometer nanometers nanometre nanometres"),
    "mile": ("mile", "mile miles mi"),
    "nautical mile": ("nautical_mile", "nautical+mile nautical+miles nmi"),
    "ft": ("foot", "ft foot feet"),
    "in": ("inch", "inch inches"),
    "yd": ("yard", "yd yard yards"),
    "light-year": ("light_year", "light-year light-years"),
    "kg": ("kilogram", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    "g": ("gram", "g gram grams gramme grammes"),
    "mg": ("milligram", "mg milligram milligrams milligramme milligrammes"),
    "μg": ("microgram", "μg µg mcg microgram micrograms microgramme microgrammes"),
    "tonne": ("metric_ton", "t tonne tonnes metric+ton metric+tons metric+tonnes"),
    "ton": ("short_ton", "ton tons"),
    "Mt": ("megametric_ton", "Mt megatonne megatonnes megaton megatons"),
    "lb": ("pound", "lb lbs"),
    "oz": ("ounce", "oz ounce ounces"),
    "stone": ("stone", "stone"),
    "carat": ("carat", "carat carats"),
    "quintal": ("quintal", "quintal quintals"),
    "l": ("liter", "l liter liters litre litres"),
    "ml": ("milliliter", "ml milliliter milliliters millilitre millilitres"),
    "gal": ("gallon", "gal gallon gallons"),
    "pint": ("pint", "pint pints"),
    "bbl": ("oil_barrel", "bbl barrel barrels"),
    "bushel": ("bushel", "bushel bushels"),
    "ha": ("hectare", "ha hectare hectares"),
    "acre": ("acre", "acre acres"),
    "m2": ("meter**2", "m2 m² sqm sq+m square+meter square+meters square+metre square+metres"),
    "km2": ("kilometer**2",
            "km2 km² sq+km square+kilometer square+kilometers square+kilometre square+kilometres"),
    "mile2": ("mile**2", "square+mile square+miles sq+mi sq+miles"),
    "ft2": ("foot**2", "square+foot square+feet sq+ft"),
    "m3": ("meter**3", "m3 m³ cubic+meter cubic+meters cubic+metre cubic+metres"),
    "ft3": ("foot**3", "cubic+foot cubic+feet"),
    "km3": ("kilometer**3", "cubic+kilometers cubic+kilometres"),
    "km/h": ("kilometer/hour", "kph kmph kmh"),
    "mph": ("mile/hour", "mph"),
    "kn": ("knot", "knot knots"),
    "°C": ("degC", "°c ℃ celsius degrees+celsius degree+celsius degrees+c degrees+centigrade"),
    "°F": ("degF", "°f ℉ fahrenheit degrees+fahrenheit degree+fahrenheit degrees+f"),
    "K": ("kelvin", "kelvin kelvins"),
    "°": ("degree", "° degree degrees deg"),
    "rad": ("radian", "rad radian radians"),
    "turn": ("turn", "turn turns"),
    "W": ("watt", "W watt watts"),
    "kW": ("kilowatt", "kw kilowatt kilowatts"),
    "MW": ("megawatt", "MW megawatt megawatts"),
    "GW": ("gigawatt", "GW gigawatt gigawatts"),
    "kWh": ("kilowatt_hour", "kwh kilowatt-hour kilowatt-hours kilowatt+hours"),
    "MWh": ("megawatt_hour", "mwh megawatt-hours megawatt+hours"),
    "GWh": ("gigawatt_hour", "gwh gigawatt-hours gigawatt+hours"),
    "TWh": ("terawatt_hour", "twh terawatt-hours terawatt+hours"),
    "V": ("volt", "volt volts kilovolt"),
    "hp": ("horsepower", "hp horsepower"),
    "J": ("joule", "joule joules"),
    "kcal": ("kilocalorie", "kcal"),
    "cal": ("calorie", "calorie calories"),
    "Hz": ("hertz", "hz hertz"),
    "kHz": ("kilohertz", "khz kilohertz"),
    "MHz": ("megahertz", "mhz megahertz"),
    "GHz": ("gigahertz", "ghz gigahertz"),
    "bit": ("bit", "bit bits"),
    "byte": ("byte", "byte bytes"),
    "kB": ("kilobyte", "kb kilobyte kilobytes"),
    "MB": ("megabyte", "mb megabyte megabytes"),
    "GB": ("gigabyte", "gb gigabyte gigabytes gigs"),
    "TB": ("terabyte", "tb terabyte terabytes"),
    "Mbit/s": ("megabit/second", "mbps mbit/s"),
    "Gbit/s": ("gigabit/second", "gbps"),
    "dB": ("decibel", "db decibel decibels"),
    "Pa": ("pascal", "pascal pascals"),
    "psi": ("psi", "psi"),
    "hPa": ("hectopascal", "hpa hectopascals"),
    "mbar": ("millibar", "millibar millibars mbar"),
    "megapixel": ("", "megapixel megapixels"),
    "point": ("", "magnitude"),
}  # fmt: skip
# What may follow a quantity and belongs to it: "km an hour", "barrels a day".
PER = {"hour": "h", "hr": "h", "h": "h", "day": "day", "week": "week", "month": "month", "year": "year",
       "second": "s", "sec": "s", "s": "s", "minute": "min", "min": "min", "annum": "year", "head": "head",
       "capita": "capita", "person": "person", "share": "share", "tonne": "tonne", "barrel": "barrel"}  # fmt: skip
CASED = {"Mt": "Mt", "MW": "MW", "GW": "GW", "W": "W"}

SYMBOLS: dict[tuple[str, ...], str] = {}
for _symbol, (_, _spellings) in QUANTITIES.items():
    for _spelling in _spellings.split():
        SYMBOLS[tuple(_spelling.lower().replace("-", " - ").replace("+", " ").split())] = _symbol
SYMBOLS |= {(s[:-1], "2"): u for s, u in (("m2", "m2"), ("km2", "km2"), ("m3", "m3"))} | {
    ("°", "c"): "°C", ("°", "f"): "°F", ("°", "celsius"): "°C", ("°", "fahrenheit"): "°F", ("º", "c"): "°C",
    ("mbit", "/", "s"): "Mbit/s", ("sq", ".", "ft"): "ft2", ("sq", ".", "m"): "m2", ("sq", ".", "km"): "km2",
    ("m", "²"): "m2", ("km", "²"): "km2", ("m", "³"): "m3", ("lb", "."): "lb", ("lbs", "."): "lb", ("°",): "°",
}  # fmt: skip
LETTERS = frozenset({"m", "t", "l", "g", "w", "k", "h", "v", "mm", "mb", "mi", "ha", "mw"})
UNIT_NAMES = {symbol: name for symbol, (name, _) in QUANTITIES.items()}

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "₡": "CRC", "₴": "UAH", "₸": "KZT", "₵": "GHS", "元": "CNY",
    "￥": "JPY", "＄": "USD", "￡": "GBP",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD",
    "can": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD", "mex": "MXN",
    "mx": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWD", "fj": "FJD", "bz": "BZD", "usd": "USD", "rd": "DOP",
}  # fmt: skip
CODES = frozenset(
    "usd eur gbp jpy inr rub krw ils try ngn thb vnd php crc uah aud cad hkd nzd sgd brl twd mxn chf sek nok dkk pln"
    " czk huf ron bgn isk zar egp kes ghs tzs ugx etb mad dzd tnd sar aed qar kwd bhd omr jod lbp iqd irr pkr bdt"
    " lkr npr mmk khr lak myr idr cny clp cop pen ars uyu bob pyg btc eth rsd mkd all gel amd azn kzt uzs".split()
) - {"try", "all", "pen", "cop", "mad", "bob", "ars", "top"}
CODE_ALIASES = {"rmb": "CNY", "rs": "INR", "re": "INR", "kr": "SEK", "sfr": "CHF", "stg": "GBP", "dm": "DEM"}
NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yen": "JPY", "rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "won": "KRW", "shekel": "ILS", "lira": "TRY", "naira": "NGN", "baht": "THB",
    "dong": "VND", "peso": "PHP", "franc": "CHF", "mark": "DEM", "peseta": "ESP", "yuan": "CNY", "renminbi": "CNY",
    "zloty": "PLN", "forint": "HUF", "rand": "ZAR", "ringgit": "MYR", "rupiah": "IDR", "taka": "BDT",
    "dirham": "AED", "riyal": "SAR", "dinar": "KWD", "hryvnia": "UAH", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK", "kroner": "NOK", "koruna": "CZK", "shilling": "KES", "cedi": "GHS", "birr": "ETB",
    "bitcoin": "BTC", "rial": "IRR", "kyat": "MMK", "real": "BRL", "reais": "BRL", "tenge": "KZT", "lev": "BGN",
    "leva": "BGN", "leu": "RON", "lei": "RON", "guilder": "NLG", "escudo": "PTE", "drachma": "GRD", "punt": "IEP",
}  # fmt: skip
NAMES |= {w + "s": c for w, c in NAMES.items() if w not in ("yen", "won", "baht", "yuan", "kronor", "kroner", "lei")}
CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "GBP", "paise": "INR", "paisa": "INR",
         "eurocents": "EUR", "kopecks": "RUB", "centimes": "EUR"}  # fmt: skip
NATIONS = {
    "us": {"dollar": "USD"}, "u.s.": {"dollar": "USD"}, "american": {"dollar": "USD"},
    "canadian": {"dollar": "CAD"}, "australian": {"dollar": "AUD"}, "singapore": {"dollar": "SGD"},
    "hong kong": {"dollar": "HKD"}, "zealand": {"dollar": "NZD"}, "kong": {"dollar": "HKD"},
    "taiwan": {"dollar": "TWD"}, "taiwanese": {"dollar": "TWD"}, "jamaican": {"dollar": "JMD"},
    "swiss": {"franc": "CHF"}, "french": {"franc": "FRF"}, "belgian": {"franc": "BEF"}, "cfa": {"franc": "XOF"},
    "mexican": {"peso": "MXN"}, "argentine": {"peso": "ARS"}, "chilean": {"peso": "CLP"},
    "colombian": {"peso": "COP"}, "cuban": {"peso": "CUP"}, "philippine": {"peso": "PHP"},
    "british": {"pound": "GBP"}, "egyptian": {"pound": "EGP"}, "lebanese": {"pound": "LBP"},
    "syrian": {"pound": "SYP"}, "sudanese": {"pound": "SDG"}, "sterling": {"pound": "GBP"},
    "indian": {"rupee": "INR"}, "pakistani": {"rupee": "PKR"}, "nepalese": {"rupee": "NPR"},
    "nepali": {"rupee": "NPR"}, "lankan": {"rupee": "LKR"}, "mauritian": {"rupee": "MUR"},
    "turkish": {"lira": "TRY"}, "italian": {"lira": "ITL"}, "japanese": {"yen": "JPY"},
    "korean": {"won": "KRW"}, "chinese": {"yuan": "CNY"}, "russian": {"rouble": "RUB", "ruble": "RUB"},
    "german": {"mark": "DEM"}, "deutsche": {"mark": "DEM"}, "swedish": {"krona": "SEK", "kronor": "SEK"},
    "norwegian": {"krone": "NOK", "kroner": "NOK"}, "danish": {"krone": "DKK", "kroner": "DKK"},
    "czech": {"koruna": "CZK"}, "brazilian": {"real": "BRL", "reais": "BRL"}, "iranian": {"rial": "IRR"},
    "iraqi": {"dinar": "IQD"}, "kuwaiti": {"dinar": "KWD"}, "jordanian": {"dinar": "JOD"},
    "serbian": {"dinar": "RSD"}, "algerian": {"dinar": "DZD"}, "saudi": {"riyal": "SAR"},
    "qatari": {"riyal": "QAR"}, "moroccan": {"dirham": "MAD"}, "uae": {"dirham": "AED"},
    "kenyan": {"shilling": "KES"}, "ugandan": {"shilling": "UGX"}, "tanzanian": {"shilling": "TZS"},
}  # fmt: skip
# Letters before the number, as local papers write them; of these the short ones only before a scale.
LOCAL_SIGNS = {
    "dh": "AED", "dhs": "AED", "kd": "KWD", "ksh": "KES", "kshs": "KES", "sh": "KES", "tk": "BDT", "rm": "MYR",
    "rp": "IDR", "sr": "SAR", "qr": "QAR", "bd": "BHD", "jd": "JOD", "ush": "UGX", "tsh": "TZS", "nis": "ILS",
    "sfr": "CHF", "dkr": "DKK", "skr": "SEK", "nkr": "NOK", "gh": "GHS", "p": "PHP", "r": "ZAR", "n": "NGN", "b": "THB",
}  # fmt: skip
SHORT_SIGNS = frozenset({"p", "r", "n", "b", "sh", "sr", "bd", "gh"})
