"""Read every value of a text: one scan, the families in turn around each numeral, then what values share."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import (
    ages,
    counts,
    dates,
    exclusions,
    hedges,
    money,
    numbers,
    ordinals,
    quantities,
    ranges,
    ratios,
    scores,
    shared,
)  # fmt: skip
from claims.values.dates import times
from claims.values.draft import Draft, excluded
from claims.values.lexicon import COUNTABLE, DENOMINATORS, FRACTIONS, MULTIPLES, ORDINALS, SETS, VAGUE, VAGUE_AMOUNTS
from claims.values.scan import Scan

if TYPE_CHECKING:
    from claims.types import Article, Value
    from claims.values.numbers import Number

NUMERALS = COUNTABLE.union(VAGUE, FRACTIONS, ORDINALS, DENOMINATORS, MULTIPLES, SETS)


def read(article: Article) -> list[Value]:
    """Read an article's values, in the order of the text."""
    scan = Scan(article.text)
    drafts = _names(scan, _drafts(scan))
    drafts = shared.settle(scan, drafts)
    dates.resolve_all(scan, drafts, article.published)
    return [draft.value(scan) for draft in drafts]


def _drafts(scan: Scan) -> list[Draft]:
    drafts: list[Draft] = []
    regions = _token_regions(scan)
    stop = 0
    for i in scan.triggers:
        if i < stop:
            continue
        draft = regions.get(i) or _read_at(scan, i)
        if draft:
            draft.first = max(draft.first, stop)
            _hedge(scan, draft, stop)
            drafts.append(draft)
            stop = max(draft.stop, i + 1)
    return drafts


def _names(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Exclude a bare number that the article uses as a name elsewhere: "the 737-800", then "737 flights"."""
    names = exclusions.named_numbers(scan, drafts)
    if not names:
        return drafts
    return [excluded(d.first, d.first + 1, "name seen elsewhere") if _is_named(scan, d, names) else d for d in drafts]


def _is_named(scan: Scan, draft: Draft, names: frozenset[str]) -> bool:
    if scan.words[draft.first] not in names or draft.hedge:
        return False
    if draft.kind == "number":
        return draft.stop == draft.first + 1
    return draft.kind == "count" and not scan.words[draft.stop - 1].endswith("s")


def _token_regions(scan: Scan) -> dict[int, Draft]:
    """Give the excluded stretches by their tokens."""
    regions: dict[int, Draft] = {}
    for start, end, rule in exclusions.regions(scan):
        first, stop = bisect_left(scan.starts, start), bisect_left(scan.starts, end)
        if first < stop:
            draft = excluded(first, stop, rule)
            for k in range(first, stop):
                regions.setdefault(k, draft)
    return regions


def _read_at(scan: Scan, i: int) -> Draft | None:
    """Try the families in turn: exclusions first, dates, ordinals, then numbers by what stands around them."""
    word = scan.words[i]
    digits = word[0].isdecimal()
    if not (digits or word in NUMERALS):
        return (ages.decade(scan, i) if word in ages.DECADE_WORDS else None) or _worded_date(scan, i)
    draft = (
        (ages.decade(scan, i) if digits else None) or dates.read(scan, i)
        if digits or word in dates.NUMBER_STARTS
        else None
    )
    if draft:
        return draft
    draft = ordinals.ranked(scan, i) or (times.lettered(scan, i) if digits else times.spoken(scan, i))
    if draft:
        return draft
    out = exclusions.find(scan, i)
    return excluded(*out) if out else _numeric(scan, i)


def _worded_date(scan: Scan, i: int) -> Draft | None:
    if scan.words[i] in VAGUE_AMOUNTS:
        number = numbers.several(scan, i)
        return _in_context(scan, number) if number else dates.vague_duration(scan, i)
    return dates.read(scan, i)


def _numeric(scan: Scan, i: int) -> Draft | None:
    word = scan.words[i]
    if word in MULTIPLES or word in SETS:
        return ratios.multiple(scan, i)
    if word in ORDINALS or word in DENOMINATORS:
        draft = _half_number(scan, i) or ratios.article_fraction(scan, i)
        if draft or word not in ORDINALS:
            return draft
    draft = (ratios.part_of_a_unit(scan, i + 1) if word == "one" else None) or _second_and_a_half(scan, i)
    draft = draft or ordinals.read(scan, i)
    if draft:
        return draft
    number = numbers.read(scan, i)
    return _in_context(scan, number) if number else _unread(scan, i)


def _second_and_a_half(scan: Scan, i: int) -> Draft | None:
    """Read "a second and a half" as a time."""
    if scan.words[i] != "second" or not i or scan.words[i - 1] != "a" or not scan.follows(i + 1, "and", "a", "half"):
        return None
    return quantities.timed(i - 1, i + 4, Decimal("1.5"), "s", Decimal("0.1"))


def _half_number(scan: Scan, i: int) -> Draft | None:
    """Read "half a million people", "half an hour"."""
    half = dates.half_duration(scan, i)
    if half:
        return half
    if scan.words[i] not in ("half", "quarter"):
        return None
    number = numbers.read(scan, i)
    return _in_context(scan, number) if number else quantities.part(scan, i)


def _unread(scan: Scan, i: int) -> Draft | None:
    """Account for a digit that no reader took."""
    if not scan.number(i):
        return None
    return Draft(first=i, stop=i + 1, kind="number", rule="unexplained")


def _in_context(scan: Scan, number: Number) -> Draft:
    """Read a number by what stands around it; "hundreds" and "several million" are more than one unit."""
    if not number.vague:
        return _by_family(scan, number)
    whole = replace(number, stop=number.stop + (scan.words[number.stop] == "of"))
    draft = money.read(scan, whole) or _measured(scan, whole) or _by_family(scan, number)
    if draft.comparator == "eq":
        draft.comparator = "gt"
        draft.rule += "; vague"
    return draft


def _by_family(scan: Scan, number: Number) -> Draft:
    fraction = numbers.fraction(scan, number) or numbers.over(scan, number)
    if fraction and not fraction.ratio:
        number, fraction = fraction, None  # "three quarters of a million"
    part = fraction or number
    if part.amount < 1 and (scan.follows(part.stop, "of", "a") or scan.follows(part.stop, "of", "an")):
        whole = replace(part, stop=part.stop + 2)
        draft = quantities.percent(scan, whole)  # "0.4 of a percentage point"
        if draft:
            return draft
        fraction = whole if _measured(scan, whole) else fraction
    for family in (money.read, quantities.percent):
        draft = family(scan, number)
        if draft:
            return draft
    if fraction and not _measured(scan, fraction):
        draft = ratios.share(scan, number, fraction)
        if draft:
            return draft
    wide = ranges.range_follows(scan, number)
    for family in (
        times.worded,
        times.lap,
        ages.read,
        dates.after_duration,
        quantities.duration,
        quantities.quantity,
        ratios.times,
    ):
        draft = family(scan, fraction or number)
        if draft:
            return draft
    draft = (
        ratios.share(scan, number, fraction)
        or scores.colon(scan, number)
        or (None if wide else scores.score(scan, number))
    )
    return draft or counts.read(scan, number) or counts.bare(scan, number)


def _measured(scan: Scan, number: Number) -> Draft | None:
    """Read "a quarter mile", "3/4 mile", "tens of kilometres"."""
    return quantities.quantity(scan, number) or quantities.duration(scan, number)


def _hedge(scan: Scan, draft: Draft, floor: int) -> None:
    """Attach the hedge before or after the value."""
    if draft.kind == "excluded":
        return
    hedge = hedges.before(scan, draft.first)
    if hedge and hedge.first >= floor and not _spatial(scan, draft, hedge):
        _apply(draft, hedge)
        return
    hedge = hedges.after(scan, draft.stop)
    if hedge and draft.kind not in ("date", "period", "ordinal", "score"):
        _apply(draft, hedge)


LASTING = frozenset(
    "for well took takes lasted lasting take spent after waited than in just of is was runs at last been".split()
)


def _raced(scan: Scan, i: int) -> bool:
    """Tell the distance of "champion over 1,500 metres" and "14:57.66 over 5,000 metres" from more than it."""
    if i < 1:
        return False
    return scan.words[i] in RACES or (scan.number(i) and (scan.words[i - 1] == ":" or "." in scan.words[i]))


RACED = frozenset("m km mile yd".split())
RACES = frozenset(
    "record records champion champions title titles gold silver bronze medal medals final finals race races time times "
    "best bests win wins won victory victories double medley freestyle 's ’s".split()
)
NO_DATE_HEDGES = (["estimated"], ["over"], ["above"], ["under"], ["below"], ["some"])


def _spatial(scan: Scan, draft: Draft, hedge: hedges.Hedge) -> bool:
    """Tell "over two days" (during) from "over two hundred people" (more than)."""
    words = scan.words[hedge.first : hedge.stop]
    if draft.kind in ("date", "period") and words in NO_DATE_HEDGES:
        return True
    if draft.kind == "ordinal":
        return words in (["over"], ["under"], ["above"], ["below"], ["some"])
    if words == ["over"] and draft.unit in RACED and _raced(scan, hedge.first - 1):
        return True
    if words == ["over"] and draft.kind == "duration":
        left = scan.words[hedge.first - 1] if hedge.first else ""
        return left not in LASTING
    return words == ["some"] and draft.kind in ("ratio", "score")


def _apply(draft: Draft, hedge: hedges.Hedge) -> None:
    if draft.comparator == "eq":
        draft.comparator = hedge.comparator
    draft.hedge = (hedge.first, hedge.stop)
    if hedge.side:
        draft.rule += f"; {hedge.side}"
