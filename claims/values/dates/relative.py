"""Read dates from a word of time: "last week", "next Tuesday", "the past five years", "that same year"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import numbers
from claims.values.dates.feasts import holiday
from claims.values.dates.lives import from_event
from claims.values.dates.pieces import PARTS_OF_DAY, is_year, make, more_units
from claims.values.dates.years import read_longer
from claims.values.lexicon import MONTHS, SEASONS, SHORT_WEEKDAYS, SMALL, TENS, TIME_UNITS, WEEKDAYS
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan

MOVES = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
         "upcoming": 1, "following": 1}  # fmt: skip
ANCHORED = frozenset("previous preceding following same".split())
UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
         "quarter": "quarter", "weekend": "weekend", "fortnight": "fortnight", "season": "season"}  # fmt: skip
# "It will last three weeks", "they usually last a year".
LASTING = frozenset(
    "will would to could can may might should must shall did do does not n't n’t ll they which often usually"
    " typically always only".split()
)
FISCAL = frozenset("financial fiscal academic calendar".split())


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
    if word not in MOVES or (word == "last" and i and scan.words[i - 1] in LASTING):
        return None
    k = i + 1
    k += scan.words[k] in ("past", "coming", "same", "very") and word in ("this", "the")
    fiscal = scan.words[k] in FISCAL
    k += fiscal
    after = scan.words[k]
    draft = _unit(scan, i, k, word, fiscal) or _named(scan, i, k, word) or _span(scan, i, k, word)
    if draft or after not in PARTS_OF_DAY:
        return draft
    the = i > 0 and scan.words[i - 1] == "the"
    if the and word == "next":
        return make(i, k + 1, ("anchored", "day", 1))
    if word in ("this", "last", "next"):
        return make(i, k + 1, ("deictic", -1 if word == "last" else MOVES[word])) if not the else None
    return make(i, k + 1, ("anchored", "day", MOVES[word])) if word in ANCHORED else None


def _unit(scan: Scan, i: int, k: int, word: str, fiscal: bool) -> Draft | None:
    unit = UNITS.get(scan.words[k])
    if unit is None or (scan.words[k + 1] in DASHES and scan.glued(k + 1)) or read_longer(scan, k + 1):
        return None
    move, the = MOVES[word], i > 0 and scan.words[i - 1] == "the"
    if unit == "season":
        return None
    if fiscal:
        if unit == "quarter":
            return make(i, k + 1, ("unit", "quarter", move), kind="period")
        return make(i, k + 1, ("none", "a financial year of unknown start"))
    if unit == "fortnight" and move:
        return make(i, k + 1, ("span", move, ((Decimal(1), unit),)), kind="period")
    if unit == "day":
        return make(i, k + 1, ("anchored", "day", move)) if word in ("next", "following", "previous") else None
    if word == "last" and unit == "century" and the and scan.words[i - 2] in ("in", "of"):
        return make(i, k + 1, ("unit", unit, -1))
    if (
        word in ("past", "last", "next", "coming")
        and the
        and unit in ("decade", "century", "year")
        and word in ("past", "last", "coming", "next")
    ):
        if word == "next" and unit == "year":
            return make(i, k + 1, ("anchored", "year", 1))
        return make(i, k + 1, ("span", move, ((Decimal(1), unit),)), kind="period")
    if word in ("past", "coming") and unit != "weekend":
        return (
            make(i, k + 1, ("span", move, ((Decimal(1), unit),)), kind="period")
            if the
            else make(i, k + 1, ("unit", unit, move))
        )
    if word in ANCHORED and unit != "quarter":
        return make(i, k + 1, ("anchored", unit, move))
    stop = k + 1 + (scan.words[k + 1] == "on" and unit == "week")
    weekday = scan.words[stop]
    if unit == "week" and (weekday in WEEKDAYS or (weekday in SHORT_WEEKDAYS and scan.capital(stop))):
        return make(i, stop + 1, ("weekday in week", (WEEKDAYS | SHORT_WEEKDAYS)[weekday], move))
    return make(i, k + 1, ("unit", unit, move))


def _named(scan: Scan, i: int, k: int, word: str) -> Draft | None:
    """Read "last Tuesday", "next March", "this summer", "last Christmas"."""
    after = scan.words[k]
    if after in WEEKDAYS:
        from claims.values.dates import reading

        draft = reading.read(scan, k)
        if draft and draft.spec[:1] == ("weekday",):
            draft.spec = ("weekday", WEEKDAYS[after], "past" if scan.words[k - 1] == "past" else word)
        if draft:
            draft.first = i
        return draft
    if after in MONTHS and scan.capital(k):
        from claims.values.dates import reading

        draft = reading.read(scan, k)
        if draft is None and after in ("may", "march", "august"):
            draft = make(i, k + 1, ("month", 0, MONTHS[after]))
        if draft and draft.spec[:1] == ("month",) and not draft.spec[1]:
            draft.spec = ("moved month", MONTHS[after], MOVES[word], word in ANCHORED)
        if draft:
            draft.first = i
        return draft
    if scan.number(k) and word in ("next", "this"):
        return _moved_day(scan, i, k, MOVES[word])
    if after in SEASONS:
        return make(i, k + 1, ("moved season", SEASONS[after], word))
    found = holiday(scan, k) if after != "day" else None
    if found and found.spec[:1] == ("holiday",):
        return make(i, found.stop, ("holiday", found.spec[1], None, word))
    return None


def _moved_day(scan: Scan, i: int, k: int, move: int) -> Draft | None:
    """Read "next 6th of April"."""
    from claims.values.dates import reading

    draft = reading.read(scan, k) if scan.glued(k + 1) else None
    if not draft or draft.spec[:2] != ("day", 0):
        return None
    return make(i, draft.stop, ("moved day", *draft.spec[2:], move))


def _span(scan: Scan, i: int, k: int, word: str) -> Draft | None:
    """Read "the past five years", "the next few months", "last three days"."""
    words = scan.words
    k += words[k] == "a" and words[k + 1] in ("few", "couple")
    if words[k] in ("few", "several", "couple", "many"):
        unit_at = k + 1 + (words[k + 1] == "of")
        if words[unit_at] in TIME_UNITS:
            return make(i, unit_at + 1, ("none", "a vague number of units"), kind="period")
        return None
    if not (scan.number(k) or words[k] in SMALL or words[k] in TENS) or word in ("previous", "current"):
        return None
    number = numbers.read(scan, k)
    unit = TIME_UNITS.get(words[number.stop]) if number else None
    if not number or unit not in ("day", "week", "month", "year", "decade", "fortnight"):
        return None
    if word in ("following", "preceding") or not (halved := _halves(number.amount, unit)):
        return None
    if scan.words[number.stop + 1] == "of":
        return opening(scan, i) if word == "last" else None
    stop, more = more_units(scan, number.stop + 1, until="ago")
    return make(i, stop, ("span", MOVES[word], (halved, *more)), kind="period")


def _halves(amount: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """Count "two and a half years" in months; a half of anything else is no whole number of days."""
    if amount == int(amount):
        return amount, unit
    return (amount * 12, "month") if unit == "year" and amount * 12 == int(amount * 12) else None


def opening(scan: Scan, i: int) -> Draft | None:
    """Read "first nine months of 2021", "last two months of the year"."""
    number = numbers.read(scan, i + 1)
    if not number or number.amount not in range(2, 12) or not scan.follows(number.stop, "months", "of"):
        return None
    k = number.stop + 2
    last = scan.words[i] in ("last", "final")
    if is_year(scan, k):
        return make(i, k + 1, ("opening", int(number.amount), int(scan.words[k]), last), "months")
    move = {"the": 0, "this": 0, "last": -1, "next": 1}.get(scan.words[k])
    if move is None or scan.words[k + 1] != "year":
        return None
    return make(i, k + 2, ("opening", int(number.amount), move, last), "months")


def _earlier(scan: Scan, i: int) -> Draft | None:
    """Read "earlier this year", "later that month", "earlier in the year"."""
    k = i + 1
    if scan.follows(k, "in", "the") and scan.words[k + 2] in ("year", "month", "week", "day", "season"):
        unit = scan.words[k + 2]
        return make(i, k + 3, ("the unit", unit)) if unit != "season" else None
    if scan.words[k] in ("this", "that", "last", "next"):
        draft = read(scan, k)
        if draft:
            draft.first = i
            return draft
    if scan.words[k] == "today" or scan.words[k] in WEEKDAYS:
        from claims.values.dates import reading

        draft = reading.read(scan, k)
        if draft:
            draft.first = i
        return draft
    return None


def _same(scan: Scan, i: int) -> Draft | None:
    """Read "that year", "the same day", "that same month", "that November"."""
    k = i + 1 + (scan.words[i] == "that" and scan.words[i + 1] == "same")
    unit = scan.words[k]
    if unit in MONTHS and scan.capital(k) and not scan.number(k + 1) and scan.words[i] == "that":
        return make(i, k + 1, ("anchored month", MONTHS[unit], 0))
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
    return make(i, k + 1, ("anchored", unit, 0))


def neighbour(scan: Scan, i: int) -> Draft | None:
    """Read "the day before" and "the day after" where the phrase ends, "the night before he died"."""
    move = {"before": -1, "after": 1}.get(scan.words[i + 1])
    lived = from_event(scan, i, i + 2, move, ((Decimal(1), "day"),)) if move else None
    if lived or scan.words[i] == "night":
        return lived
    if move and scan.words[i + 2] == ("yesterday" if move < 0 else "tomorrow"):
        return make(i, i + 3, ("deictic", 2 * move))
    if not move or scan.words[i + 2] not in ("", ".", ",", ";", "\n", ")", "?", "!"):
        return None
    return make(i, i + 2, ("anchored", "day", move))


def weekend(scan: Scan, i: int) -> Draft | None:
    """Read "over the weekend", "at the weekend"."""
    if scan.precedes(i, "over", "the") or scan.precedes(i, "at", "the") or scan.precedes(i, "on", "the"):
        return make(i, i + 1, ("unit", "weekend", None))
    return None
