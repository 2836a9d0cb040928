"""Read dates that lean on another: "last week", "two years ago", "the following month", "three days later"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claims.values import quantities
from claims.values.draft import Draft, excluded
from claims.values.holidays import NAMES as HOLIDAYS
from claims.values.lexicon import MONTHS, SEASONS, SHORT_WEEKDAYS, SMALL, TENS, TIME_UNITS, WEEKDAYS
from claims.values.nouns import FUNCTION, STOP
from claims.values.numbers import DASHES, Number

if TYPE_CHECKING:
    from claims.values.scan import Scan

MOVES = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
         "upcoming": 1, "following": 1}  # fmt: skip
ANCHORED = frozenset("previous preceding following same".split())
UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
         "quarter": "quarter", "weekend": "weekend", "fortnight": "fortnight", "season": "season"}  # fmt: skip
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
FISCAL = frozenset("financial fiscal academic calendar".split())
AGO = frozenset("ago back".split())
DURATION_BEFORE = frozenset(
    "for in within after over than least take takes took taken about almost nearly half lasted lasting last spent"
    " spend spending nearly roughly around under every during just only sentenced approximately only".split()
)


def _make(first: int, stop: int, spec: tuple[Any, ...], rule: str = "date", kind: str = "date") -> Draft:
    return Draft(first=first, stop=stop, kind="period" if kind == "period" else "date", rule=rule, spec=spec)


def modifier(scan: Scan, i: int) -> str:
    """Give the word of time before token `i`, if it qualifies it."""
    return scan.words[i - 1] if i and scan.words[i - 1] in MOVES else ""


def read(scan: Scan, i: int) -> Draft | None:
    """Read from a word of time: "last week", "next Tuesday", "the past five years", "that same year"."""
    word = scan.words[i]
    if word in ("earlier", "later"):
        return _earlier(scan, i)
    if word in ("that", "same"):
        return _same(scan, i)
    if word not in MOVES:
        return None
    k = i + 1
    k += scan.words[k] in ("past", "coming", "same", "very") and word in ("this", "the")
    fiscal = scan.words[k] in FISCAL
    k += fiscal
    after = scan.words[k]
    draft = _unit(scan, i, k, word, fiscal) or _named(scan, i, k, word) or _span(scan, i, k, word)
    if draft or after not in PARTS_OF_DAY:
        return draft
    if word in ("this", "last", "next"):
        return _make(i, k + 1, ("deictic", -1 if word == "last" else MOVES[word]))
    return _make(i, k + 1, ("anchored", "day", MOVES[word])) if word in ANCHORED else None


def _unit(scan: Scan, i: int, k: int, word: str, fiscal: bool) -> Draft | None:
    unit = UNITS.get(scan.words[k])
    if unit is None or (scan.words[k + 1] in DASHES and scan.glued(k + 1)):
        return None
    move, the = MOVES[word], i > 0 and scan.words[i - 1] == "the"
    if unit == "season":
        return None
    if fiscal:
        if unit == "quarter":
            return _make(i, k + 1, ("unit", "quarter", move), kind="period")
        return _make(i, k + 1, ("none", "a financial year of unknown start"))
    if unit == "day":
        return _make(i, k + 1, ("anchored", "day", move)) if word in ("next", "following", "previous") else None
    if (
        word in ("past", "last", "next", "coming")
        and the
        and unit in ("decade", "century", "year")
        and word in ("past", "last", "coming", "next")
    ):
        if word == "next" and unit == "year":
            return _make(i, k + 1, ("anchored", "year", 1))
        return _make(i, k + 1, ("span", move, 1, unit), kind="period")
    if word in ("past", "coming") and unit != "weekend":
        return _make(i, k + 1, ("span", move, 1, unit), kind="period") if the else _make(i, k + 1, ("unit", unit, move))
    if word in ANCHORED and unit != "quarter":
        return _make(i, k + 1, ("anchored", unit, move))
    stop = k + 1
    weekday = scan.words[stop]
    if unit == "week" and (weekday in WEEKDAYS or (weekday in SHORT_WEEKDAYS and scan.capital(stop))):
        return _make(i, stop + 1, ("weekday in week", (WEEKDAYS | SHORT_WEEKDAYS)[weekday], move))
    return _make(i, stop, ("unit", unit, move))


def _named(scan: Scan, i: int, k: int, word: str) -> Draft | None:
    """Read "last Tuesday", "next March", "this summer", "last Christmas"."""
    after = scan.words[k]
    if after in WEEKDAYS:
        from claims.values import dates

        draft = dates.read(scan, k)
        if draft and draft.spec[:1] == ("weekday",):
            draft.spec = ("weekday", WEEKDAYS[after], "past" if scan.words[k - 1] == "past" else word)
        if draft:
            draft.first = i
        return draft
    if after in MONTHS and scan.capital(k):
        from claims.values import dates

        draft = dates.read(scan, k)
        if draft is None and after in ("may", "march", "august"):
            draft = _make(i, k + 1, ("month", 0, MONTHS[after]))
        if draft and draft.spec[:1] == ("month",) and not draft.spec[1]:
            draft.spec = ("moved month", MONTHS[after], MOVES[word])
        if draft:
            draft.first = i
        return draft
    if scan.number(k) and word in ("next", "this"):
        return _moved_day(scan, i, k, MOVES[word])
    if after in SEASONS:
        return _make(i, k + 1, ("moved season", SEASONS[after], word))
    found = holiday(scan, k) if after != "day" else None
    if found and found.spec[:1] == ("holiday",):
        return _make(i, found.stop, ("holiday", found.spec[1], None, word))
    return None


def _moved_day(scan: Scan, i: int, k: int, move: int) -> Draft | None:
    """Read "next 6th of April"."""
    from claims.values import dates

    draft = dates.read(scan, k) if scan.glued(k + 1) else None
    if not draft or draft.spec[:2] != ("day", 0):
        return None
    return _make(i, draft.stop, ("moved day", *draft.spec[2:], move))


def _span(scan: Scan, i: int, k: int, word: str) -> Draft | None:
    """Read "the past five years", "the next few months", "last three days"."""
    from claims.values import numbers

    words = scan.words
    k += words[k] == "a" and words[k + 1] in ("few", "couple")
    if words[k] in ("few", "several", "couple", "many"):
        unit_at = k + 1 + (words[k + 1] == "of")
        if words[unit_at] in TIME_UNITS:
            return _make(i, unit_at + 1, ("none", "a vague number of units"), kind="period")
        return None
    if not (scan.number(k) or words[k] in SMALL or words[k] in TENS) or word in ("previous", "current"):
        return None
    number = numbers.read(scan, k)
    unit = TIME_UNITS.get(words[number.stop]) if number else None
    if (
        not number
        or not unit
        or number.amount != int(number.amount)
        or unit not in ("day", "week", "month", "year", "decade", "fortnight")
    ):
        return None
    if word in ("following", "preceding"):
        return None
    return _make(i, number.stop + 1, ("span", MOVES[word], int(number.amount), unit), kind="period")


def _earlier(scan: Scan, i: int) -> Draft | None:
    """Read "earlier this year", "later that month", "earlier in the year"."""
    k = i + 1
    if scan.follows(k, "in", "the") and scan.words[k + 2] in ("year", "month", "week", "day", "season"):
        unit = scan.words[k + 2]
        return _make(i, k + 3, ("unit", unit, 0)) if unit != "season" else None
    if scan.words[k] in ("this", "that", "last", "next"):
        draft = read(scan, k)
        if draft:
            draft.first = i
            return draft
    if scan.words[k] == "today" or scan.words[k] in WEEKDAYS:
        from claims.values import dates

        draft = dates.read(scan, k)
        if draft:
            draft.first = i
        return draft
    return None


def _same(scan: Scan, i: int) -> Draft | None:
    """Read "that year", "the same day", "that same month"."""
    k = i + 1 + (scan.words[i] == "that" and scan.words[i + 1] == "same")
    unit = scan.words[k]
    if unit not in ("day", "week", "month", "year") or scan.words[k + 1] in DASHES:
        return None
    if (
        scan.words[i] == "that"
        and k == i + 1
        and (unit == "day" or (i and scan.words[i - 1] in ("say", "says", "said", "believe")))
    ):
        return None
    if scan.words[k + 1] == "that" or (unit == "year" and scan.words[k + 1] == "as"):
        return None
    return _make(i, k + 1, ("anchored", unit, 0))


def after_duration(scan: Scan, number: Number) -> Draft | None:
    """Read "two years ago", "three days later", "in two weeks", "2 weeks from now", "the last 3 months"."""
    at = number.stop + (scan.words[number.stop] in DASHES)
    unit = TIME_UNITS.get(scan.words[at])
    if not unit or number.ratio or number.amount > 100000:
        return None
    return _placed(scan, number.first, at + 1, number.amount, unit)


def _placed(scan: Scan, first: int, stop: int, amount: Decimal, unit: str) -> Draft | None:
    words = scan.words
    stop, more = _more_units(scan, stop)
    after = words[stop]
    steps = ((amount, unit), *more)
    if after in AGO and not (after == "back" and words[stop + 1] in ("to", "in", "from", "on", "and")):
        return _make(first, stop + 1, ("ago", -1, steps), "ago")
    if after == "from" and words[stop + 1] in ("now", "today", "tomorrow", "tmrw"):
        return _make(first, stop + 2, ("from", 1, steps, ("deictic", words[stop + 1] in ("tomorrow", "tmrw"))))
    if after in ("from", "after", "before"):
        return _from_date(scan, first, stop, -1 if after == "before" else 1, steps)
    if after in ("later", "afterwards", "afterward", "earlier") and words[stop + 1] != "than":
        return _make(first, stop + 1, ("later", -1 if after == "earlier" else 1, steps), "later")
    if first and words[first - 1] == "in" and after in (".", "\n", "", ",", "?", "!") and not more:
        return _make(first, stop, ("in", 1, steps), "in")
    return None


def _more_units(scan: Scan, stop: int) -> tuple[int, tuple[tuple[Decimal, str], ...]]:
    """Read on: "2 weeks and 2 days ago", "2 years 1 month 21 days later"."""
    more: list[tuple[Decimal, str]] = []
    at = stop
    while len(more) < 4:
        k = at + (scan.words[at] in ("and", ","))
        if not scan.number(k) or not scan.words[k].isdecimal() or len(scan.words[k]) > 3:
            break
        unit = TIME_UNITS.get(scan.words[k + 1])
        if not unit:
            break
        more.append((Decimal(scan.words[k]), unit))
        at = k + 2
    if not more or scan.words[at] not in ("ago", "later", "earlier", "from", "before", "after"):
        return stop, ()
    return at, tuple(more)


def _from_date(scan: Scan, first: int, stop: int, sign: int, steps: tuple[Any, ...]) -> Draft | None:
    """Read "3 days from Tuesday", "two days after January 15"."""
    from claims.values import dates

    k = stop + 1 + (scan.words[stop + 1] == "the" and scan.words[stop + 2] not in ("last", "next"))
    if not (
        scan.number(k)
        or scan.words[k] in MONTHS
        or scan.words[k] in WEEKDAYS
        or scan.words[k] in ("today", "yesterday", "next", "last", "christmas", "new", "easter", "tomorrow")
    ):
        return None
    if scan.follows(k, "new", "year"):
        return _make(
            first, k + 2, ("from", sign, steps, ("holiday", "new year's day", None, "next" if sign < 0 else ""))
        )
    base = dates.read(scan, k)
    if not base or not base.spec or base.spec[0] in ("time", "none", "range", "year"):
        return None
    return _make(first, base.stop, ("from", sign, steps, base.spec))


def article_unit(scan: Scan, i: int) -> Draft | None:
    """Read "a year ago", "an hour later", "for a decade", "a year or more"."""
    left = scan.words[i - 1] if i else ""
    if left == "the" and scan.words[i] == "day":
        return _neighbour(scan, i)
    if left not in ("a", "an"):
        return None
    unit = TIME_UNITS[scan.words[i]]
    draft = _placed(scan, i - 1, i + 1, Decimal(1), unit)
    if draft and draft.spec[0] in ("ago", "later"):
        return draft
    before = scan.words[i - 2] if i > 1 else ""
    if scan.words[i + 1] in DASHES and scan.words[i + 2] in ("old", "long"):
        if scan.words[i + 2] == "old":
            return None
    elif (
        before not in DURATION_BEFORE
        and not scan.follows(i + 1, "or", "more")
        and not scan.follows(i + 1, "and", "a", "half")
    ):
        return None
    if scan.words[i + 1] == "old":
        return None
    amount, stop = Decimal(1), i + 1
    if scan.follows(i + 1, "and", "a", "half"):
        amount, stop = Decimal("1.5"), i + 4
    first = i - 1
    return quantities.timed(first, stop, amount, unit, Decimal(1))


def _neighbour(scan: Scan, i: int) -> Draft | None:
    """Read "the day before" and "the day after" where the phrase ends."""
    move = {"before": -1, "after": 1}.get(scan.words[i + 1])
    if not move or scan.words[i + 2] not in ("", ".", ",", ";", "\n", ")", "?", "!"):
        return None
    return _make(i, i + 2, ("anchored", "day", move))


def half_duration(scan: Scan, i: int) -> Draft | None:
    """Read "half an hour", "half-century"."""
    if scan.words[i] != "half":
        return None
    k = i + 1 + (scan.words[i + 1] in ("a", "an", "-"))
    unit = TIME_UNITS.get(scan.words[k])
    if not unit or scan.words[k] in ("second", "time"):
        return None
    amount = Decimal("0.5")
    return quantities.timed(i, k + 1, amount, unit, Decimal("0.1"))


def vague_duration(scan: Scan, i: int) -> Draft | None:
    """Read "several years", "a few months ago": a duration that names no number."""
    k = i + 1 + (scan.words[i + 1] == "of")
    k += scan.words[k] == "more"
    if scan.words[k] not in TIME_UNITS or scan.words[k] == "second":
        return None
    first = i - 1 if i and scan.words[i - 1] == "a" else i
    if scan.words[k + 1] in ("ago", "earlier", "later"):
        return _make(first, k + 2, ("none", "a vague number of units"))
    unit = TIME_UNITS[scan.words[k]]
    return Draft(first=first, stop=k + 1, kind="duration", unit=unit, rule="duration: vague", comparator="eq")


def weekend(scan: Scan, i: int) -> Draft | None:
    """Read "over the weekend", "at the weekend"."""
    if scan.precedes(i, "over", "the") or scan.precedes(i, "at", "the") or scan.precedes(i, "on", "the"):
        return _make(i, i + 1, ("unit", "weekend", None))
    return None


COMMON = frozenset("may flag victory national human canada world labor republic".split())


def _attributive(scan: Scan, stop: int) -> bool:
    """Tell "Christmas sales", "Easter Island" and "Christmas and New Year", which name no day, from "Christmas"."""
    if scan.follows(stop, "and", "new", "year"):
        return True
    word = scan.words[stop]
    if not word.isalpha() or word in STOP or word in FUNCTION or word in PARTS_OF_DAY or word in MONTHS:
        return False
    return word not in TIMED and not word.endswith(("ed", "ly"))


TIMED = frozenset("day eve sunday monday week weekend until till this next last".split())


def holiday(scan: Scan, i: int) -> Draft | None:
    """Read a holiday's name that ends or begins at token `i`."""
    for words in HOLIDAYS.get(scan.words[i], ()):
        offset = words.index(scan.words[i])
        first = i - offset
        if first < 0 or tuple(scan.words[first : first + len(words)]) != words:
            continue
        if scan.words[i] == "day" and not scan.capital(first) and words[0] in COMMON:
            continue
        stop = first + len(words)
        if words[-1] not in ("day", "eve") and _attributive(scan, stop):
            return excluded(first, stop, "holiday before a noun")
        from claims.values import dates

        year = dates.year_at(scan, stop)
        this = scan.follows(stop, "of", "this", "year")
        return _make(
            first,
            year[1] if year else stop + 3 * this,
            ("holiday", " ".join(words), year[0] if year else None, "this" if this else ""),
        )
    return None
