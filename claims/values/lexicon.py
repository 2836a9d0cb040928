"""The words that numbers, hedges and dates are made of, as tables."""

from __future__ import annotations

from decimal import Decimal

SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {"nought": 0}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12, "tln": 10**12, "cr": 10**7,
}  # fmt: skip
VAGUE = {
    "dozens": 12, "tens": 10, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
DOZENS = {"dozen": 12, "doz": 12, "dozs": 12, "dz": 12, "dzs": 12}
FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
DENOMINATORS = {w: n for w, n in ORDINALS.items() if n > 2} | {"half": 2, "quarter": 4}
DENOMINATORS |= {w + "s": n for w, n in DENOMINATORS.items() if w != "half"} | {"halves": 2}
MULTIPLES = {
    "twice": 2, "thrice": 3, "doubled": 2, "doubles": 2, "doubling": 2, "double": 2, "tripled": 3, "triples": 3,
    "tripling": 3, "triple": 3, "trebled": 3, "treble": 3, "quadrupled": 4, "quadruple": 4, "quadrupling": 4,
    "quintupled": 5, "halved": 2, "halving": 2, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
}  # fmt: skip
SETS = {"single": 1, "twin": 2}
HALVES = {"half", "quarter"}

MONTHS = {
    w: n
    for n, w in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
SHORT_MONTHS = {w[:3]: n for w, n in MONTHS.items() if w != "may"} | {"sept": 9}
WEEKDAYS = {w: n for n, w in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
TIME_UNITS = {
    "second": "s", "sec": "s", "minute": "min", "min": "min", "hour": "h", "hr": "h", "day": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "millennium": "millennium",
}  # fmt: skip
TIME_UNITS |= {w + "s": u for w, u in TIME_UNITS.items() if w != "century"} | {"centuries": "century"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tmrw": 1}
RELATIVE = frozenset(
    "last next this past previous following coming current preceding upcoming same that earlier later".split()
)
DATE_WORDS = frozenset(
    "early late mid beginning start end middle ago weekend decade century centuries day night week fortnight month year"
    " hour minute quarter noon midnight fy".split()
)
VAGUE_AMOUNTS = frozenset("several few many couple".split())
HOLIDAY_WORDS = frozenset(
    "christmas easter thanksgiving halloween diwali ramadan juneteenth eve hanukkah passover yom holi eid whitsun"
    " pentecost hogmanay epiphany rosh dussehra janmashtami ashura chuseok songkran vesak kwanzaa".split()
)

AGE_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "teens": 10,
}  # fmt: skip
COUNTABLE = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | frozenset(DOZENS) | {"hundred"}
TRIGGERS = (
    COUNTABLE
    | frozenset(VAGUE)
    | frozenset(FRACTIONS)
    | frozenset(ORDINALS)
    | frozenset(DENOMINATORS)
    | frozenset(MULTIPLES)
    | frozenset(SETS)
    | frozenset(MONTHS)
    | frozenset(SHORT_MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(SHORT_WEEKDAYS)
    | frozenset(SEASONS)
    | frozenset(DEICTIC)
    | RELATIVE
    | DATE_WORDS
    | VAGUE_AMOUNTS
    | HOLIDAY_WORDS
    | frozenset(AGE_DECADES)
)
# A vague number is worth one unit of its scale; "dozen" is often rounded by one.
DOZEN_STEP = Decimal(2)
# Words that make a time out of "a year": "a year earlier", "two days later".
LATER = frozenset("later afterwards afterward earlier".split())
