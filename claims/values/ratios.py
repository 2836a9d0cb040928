"""Read ratios and multiples: "a third", "3 of 5", "one in three", "twice", "18-fold"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import numbers
from claims.values.draft import Draft, excluded
from claims.values.lexicon import DENOMINATORS, DOZENS, MULTIPLES, SCALES, SETS, TIME_UNITS
from claims.values.nouns import STOP, VERBS, adjective, head, plural_noun, singular
from claims.values.numbers import DASHES, Number
from claims.values.quantities import timed

if TYPE_CHECKING:
    from claims.values.scan import Scan

ONE = Decimal(1)
NEARLY = frozenset("about roughly around nearly almost some perhaps".split())


def pair(first: int, stop: int, a: Decimal | int, b: Decimal | int, rule: str) -> Draft:
    """Make a ratio."""
    return Draft(first=first, stop=stop, kind="ratio", amount=(Decimal(a), Decimal(b)), step=ONE, rule=rule)


def share(scan: Scan, number: Number, part: Number | None) -> Draft | None:
    """Read a fraction, found before in `part` or the number itself, or a number out of another."""
    part = number if number.ratio else part
    if part and part.ratio:
        return _fraction(scan, part)
    words, at, named = scan.words, number.stop, _named_part(scan, number)
    if words[at] == "out" and words[at + 1] == "of":
        at += 2
    elif named:
        at = named
    elif (words[at] == "in" and number.amount < 100) or (words[at] == "of" and words[at + 1] != "the"):
        at += 1
    else:
        return None
    at += words[at] in NEARLY
    at += words[at] == "every" or (words[at] == "the" and words[at - 1] == "of")
    at += words[at] == "a"
    total = numbers.read(scan, at)
    if not total or total.first > at or total.amount <= number.amount or number.amount <= 0:
        return None
    if words[number.stop] == "in" and not _chance(scan, number, total):
        return None
    dated = words[number.stop] == "in" or (words[number.stop] == "of" and words[number.first - 1] == "the")
    if 1000 < total.amount < 2100 and not total.scaled and dated:  # "the 18.9 of 2023"
        return None
    noun = head(scan, total.stop)
    draft = pair(number.first, total.stop, number.amount, total.amount, "ratio: of")
    if noun and noun.plural and not (named and _acts(scan, total.stop)):
        draft.stop, draft.unit = noun.stop, noun.unit
        if number.amount == 1 and _smokes(scan, total.stop, noun.stop):
            draft.stop, draft.unit = noun.stop - 1, singular(noun.unit.rpartition(" ")[0])
    return draft


def _smokes(scan: Scan, first: int, stop: int) -> bool:
    """Tell the verb of "one in three adults smokes" from the noun of "one in three sports fans left"."""
    two = stop > first + 1 and plural_noun(scan.words[stop - 2])
    return two and not _verb(scan, stop)


def _chance(scan: Scan, number: Number, total: Number) -> bool:
    """Tell "one in three" from "12 in six boxes" and "2 in April"."""
    return (
        number.amount < 10
        and scan.words[total.stop] not in TIME_UNITS
        and (
            number.amount == 1
            or total.amount in (5, 10, 100, 1000)
            or "every" in scan.words[number.stop + 1 : number.stop + 3]
            or scan.words[total.stop] == "of"
            or (total.amount == number.amount + 1 and _opens(scan, number.first))
        )
    )


def _opens(scan: Scan, first: int) -> bool:
    """Say whether a number opens its sentence: "Three in four teachers", not "scored two in three games"."""
    before = first - 1 - (first > 0 and scan.words[first - 1] in NEARLY)
    return before < 0 or scan.words[before] in OPENERS


OPENERS = frozenset((".", "\n", ";", ":", '"', "“", "?", "!"))


def _named_part(scan: Scan, number: Number) -> int | None:
    """Find the total of "one nursing job in twelve", "six chances in seven": nothing is counted behind it."""
    words = scan.words
    for at in (number.stop + 1, number.stop + 2):
        if words[at] == "in" and number.amount < 10 and all(w.isalpha() for w in words[number.stop : at]):
            start = at + 1 + (words[at + 1] in NEARLY)
            start += words[start] == "every"
            total = numbers.read(scan, start)
            if total and total.first <= start and 2 < total.amount <= 100 and not _counted(scan, number, total.stop):
                return start
    return None


def _counted(scan: Scan, number: Number, at: int) -> bool:
    """Tell the noun of "one school in five counties" from the verb of "one worker in five carries a card"."""
    return bool(head(scan, at)) and not (number.amount == 1 and _acts(scan, at))


def _acts(scan: Scan, at: int) -> bool:
    word, after = scan.words[at], scan.words[at + 1]
    return word.endswith("s") and (after in OBJECTS or (adjective(after) and not after.endswith("ed")))


def _fraction(scan: Scan, part: Number) -> Draft | None:
    assert part.ratio
    if scan.words[part.stop] == "of" or scan.words[part.stop] in (
        "the",
        "as",
        "majority",
        "its",
        "their",
        "his",
        "her",
    ):
        draft = pair(part.first, part.stop, *part.ratio, "ratio: fraction")
        return _of_what(scan, draft)
    told = part.first > 0 and scan.words[part.first - 1] in HEDGED | LEADING
    noun = head(scan, part.stop)
    if scan.words[part.stop - 1] in PARTS_OF_A_UNIT and not (noun and noun.plural):  # "won by five hundredths"
        return Draft(
            first=part.first, stop=part.stop, kind="number", amount=part.amount, step=part.step, rule="fraction"
        )
    if told or scan.words[part.stop] in VERBS or noun:
        return pair(part.first, part.stop, *part.ratio, "ratio: fraction")
    return Draft(first=part.first, stop=part.stop, kind="number", amount=part.amount, step=part.step, rule="fraction")


def _of_what(scan: Scan, draft: Draft) -> Draft:
    at = draft.stop
    if scan.words[at] == "of":
        at += 1
        at += scan.words[at] in ("the", "these", "those", "its", "his", "her", "their", "all", "our", "my")
        noun = head(scan, at)
        if noun and noun.plural:
            draft.stop, draft.unit = noun.stop, noun.unit
    return draft


def article_fraction(scan: Scan, i: int) -> Draft | None:
    """Read "a third of", "a quarter of", "half of", "half the", "half as many"."""
    words, word = scan.words, scan.words[i]
    below = DENOMINATORS.get(word)
    if not below or word.endswith("s"):
        return None
    article = i > 0 and words[i - 1] in ("a", "an")
    after = words[i + 1]
    if word == "half":
        return _half(scan, i, article)
    if article and (draft := part_of_a_unit(scan, i)):
        return draft
    if article and _taken(scan, i):
        return _of_what(scan, pair(i - 1, i + 1, 1, below, "ratio: fraction"))
    if article and word not in ("quarter", "second", "third") and after in ("", ".", ","):
        return Draft(first=i - 1, stop=i + 1, kind="number", amount=ONE / below, step=Decimal("0.01"), rule="fraction")
    return None


def part_of_a_unit(scan: Scan, i: int) -> Draft | None:
    """Read what a race is won by, no share and no rank: "a tenth of a second", "by one hundredth"."""
    word, amount = scan.words[i], ONE / DENOMINATORS.get(scan.words[i], 1)
    if word in FINE and scan.follows(i + 1, "of", "a") and scan.words[i + 3] == "second":
        return timed(i - 1, i + 4, amount, "s", amount)
    if word in FINE[1:] and scan.words[i + 1] in ENDS and scan.words[i - 2] in BY:
        return Draft(first=i - 1, stop=i + 1, kind="number", amount=amount, step=amount, rule="fraction")
    return None


FINE = ("tenth", "hundredth", "thousandth")
ENDS = frozenset((".", ",", ";", "", "\n", "and", "in", "from", "at", "on", "over"))
BY = frozenset("by just only a mere single".split())
HEDGED = frozenset("than nearly almost about around over under roughly approximately some least exactly".split())
PARTS_OF_A_UNIT = frozenset("tenths hundredths thousandths".split())
"""What races are won by, where no whole is named."""
# "fell by two-thirds", "a majority of two-thirds"
LEADING = frozenset("by to of".split())
PLURAL_VERBS = frozenset("are were have say said do did think thought".split())
SIZES = frozenset(
    "size number amount price cost value rate level length height weight area volume population budget share".split()
)
BY_A_PART = frozenset("more less fewer below above higher lower smaller larger bigger cheaper dearer".split())


def _taken(scan: Scan, i: int) -> bool:
    """Tell a part, "a fifth below", "by a fifth to 1,081", "over a third backed it", from the rank of "a fifth row"."""
    left, after = scan.words[i - 2], scan.words[i + 1]
    if (
        after == "of"
        or after in BY_A_PART
        or after in ("are", "were", "have")
        or scan.follows(i + 1, "or", "so", "more")
    ):
        return True
    if after in ("and", "or", "to") and _part_follows(scan, i + 2):
        return True
    if _sized(scan, i + 1):
        return True
    ended = after in (".", ",", ";", "", "since", "from") or (after == "to" and scan.number(i + 2))
    ended |= scan.words[i + 2] in TIME_UNITS and numbers.read(scan, i + 1) is not None  # "from a third two years ago"
    hedged = left in HEDGED or (left in ("and", "or", "to") and scan.words[i - 3] in DENOMINATORS)
    return (ended and (hedged or left in ("by", "to", "from", "up", "down"))) or (hedged and _verb(scan, i + 1))


def _sized(scan: Scan, i: int) -> bool:
    """Tell whether a part of another thing's size follows: "a third the size of", "a fifth what he earns"."""
    word, after = scan.words[i], scan.words[i + 1]
    return (word == "the" and after in SIZES) or (word == "as" and after in ("many", "much")) or word == "what"


def _part_follows(scan: Scan, i: int) -> bool:
    """Tell whether another part follows: "between a quarter and a third"."""
    below = scan.words[i + 1]
    part = scan.words[i] in ("a", "an") and below in DENOMINATORS and not below.endswith("s")
    return part and scan.words[i + 2] in ("of", ".", ",", ";", "")


def _verb(scan: Scan, i: int) -> bool:
    """Tell the verb of "over a third backed it" from the noun of "a row over a third runway"."""
    word, after = scan.words[i], scan.words[i + 1]
    return word in VERBS or (word.endswith("ed") and len(word) > 4 and (after in STOP or not after.isalpha()))


def _half(scan: Scan, i: int, article: bool) -> Draft | None:
    words, after = scan.words, scan.words[i + 1]
    if scan.words[i - 1] in ("first", "second", "latter", "other", "better", "third", "each", "either", "every") and i:
        return excluded(i, i + 1, "half as a part")
    if after in TIME_UNITS or (after in ("a", "an", "-") and words[i + 2] in TIME_UNITS):
        return None
    if after in ("-", "time") or (i and words[i - 1] == "-"):
        counted = after == "-" and (words[i + 2] in DOZENS or words[i + 2] in SCALES)
        return None if counted else excluded(i, i + 1, "half in a compound")
    if after in ("of", "the", "as", "its", "their", "his", "her", "that", "those", "these", "this", "what"):
        draft = _of_what(scan, pair(i, i + 1, 1, 2, "ratio: half"))
        if after == "as" and words[i + 2] in ("many", "much"):
            draft.stop = i + 3
        elif after != "of":
            draft.stop = _thing(scan, i + 2, i + 1)
        return draft
    if words[i - 1] in HEDGED or words[i - 1] in ("by", "in", "only", "to") or article:
        if article and after and after not in (",", "."):
            return None
        rule = "ratio: half"
        return (
            pair(i, i + 1, 1, 2, rule)
            if not article
            else Draft(
                first=i - 1, stop=i + 1, kind="number", amount=Decimal("0.5"), step=Decimal("0.1"), rule="fraction"
            )
        )
    subject = after in PLURAL_VERBS and words[i - 1] != "the"  # "half said no"
    if subject or head(scan, i + 1):
        return pair(i, i + 1, 1, 2, "ratio: half")
    return excluded(i, i + 1, "half as a part")


def _thing(scan: Scan, at: int, default: int) -> int:
    noun = head(scan, at, singular=True)
    return noun.stop if noun and noun.stop <= at + 2 else default


def multiple(scan: Scan, i: int) -> Draft | None:
    """Read "twice as fast", "double the speed", "tripled", "twin engine", "single-class"."""
    words, word = scan.words, scan.words[i]
    times = MULTIPLES[word] if word in MULTIPLES else SETS[word]
    after = words[i + 1]
    if word in SETS or (word in ("double", "triple") and after in DASHES):
        return _set(scan, i, times)
    if word in ("twice", "thrice"):
        return _twice(scan, i, times)
    if word.endswith("fold"):
        return pair(i, i + 1, times, 1, "multiple")
    if word in ("double", "triple", "treble", "quadruple", "doubles"):
        return _double(scan, i, times)
    if word in ("halved", "halving"):
        return pair(i, i + 1, 1, 2, "multiple")
    return pair(i, i + 1, times, 1, "multiple")


def _set(scan: Scan, i: int, times: int) -> Draft | None:
    word, after = scan.words[i], scan.words[i + 1]
    if word == "single" and (
        after not in DASHES or scan.words[i + 2] in ("minded", "handed", "handedly", "use", "sex")
    ):
        return None
    if word in ("double", "triple"):
        return excluded(i, i + 3 if scan.glued(i + 2) else i + 1, "double in a compound")
    at = i + 1 + (after in DASHES)
    noun = head(scan, at, singular=True)
    if not noun or (word == "twin" and scan.capital(i)) or after in ("brother", "sister", "brothers", "sisters"):
        return None
    if after in DASHES:
        unit = scan.words[at]
        return _count(i, at + 1, times, unit)
    return (
        _count(i, at + 1, times, scan.words[at])
        if word == "twin"
        and scan.words[at] in ("engine", "engines", "towers", "bombings", "blasts", "attacks", "explosions", "turbines")
        else None
    )


def _count(first: int, stop: int, amount: int, unit: str) -> Draft:
    return Draft(
        first=first, stop=stop, kind="count", amount=Decimal(amount), unit=singular(unit), step=ONE, rule="set word"
    )


def _twice(scan: Scan, i: int, times: int) -> Draft:
    words = scan.words
    if words[i + 1] in ("as", "the", "its", "that", "their", "his", "her", "this", "what"):
        stop = i + 3 if words[i + 1] == "as" else i + 2
        return pair(i, stop, times, 1, "multiple")
    return _count(i, i + 1, times, "time")


def _double(scan: Scan, i: int, times: int) -> Draft | None:
    words, after = scan.words, scan.words[i + 1]
    if words[i] == "doubles" and after not in ("the", "its", "as", "to", "every"):
        return None
    if after in ("the", "that", "its", "their", "his", "her", "what", "this", "last"):
        return pair(i, _thing(scan, i + 2, i + 1), times, 1, "multiple")
    if after in ("increase", "rise", "growth", "jump"):
        return pair(i, i + 2, times, 1, "multiple")
    left = words[i - 1] if i else ""
    if (
        left in ("to", "will", "would", "could", "may", "might", "can", "than", "nearly", "almost", "about")
        and after != "-"
    ):
        return pair(i, i + 1, times, 1, "multiple")
    return excluded(i, i + 1, "double as a word")


OBJECTS = frozenset("a an the no his her its their".split())
PER = frozenset("a per each every in".split())
POINTING = frozenset("the that those its their his her our what".split())
COMPARED = frozenset(
    "as more the higher larger bigger greater faster that those its their his her our less longer stronger cheaper"
    " likelier better worse smaller what earnings revenue revenues ebitda sales profit profits income annual"
    " forward".split()
)


def times(scan: Scan, number: Number) -> Draft | None:
    """Read "18-fold", "three times as many", "four times more", "3x"."""
    words, at = scan.words, number.stop
    at += words[at] in DASHES and words[at + 1] in ("fold", "times")
    if words[at] == "fold":
        return pair(number.first, at + 1, number.amount, 1, "multiple")
    told = words[at + 1] in COMPARED or (number.step < 1 and words[at + 1] not in PER)  # "oversubscribed 2.5 times"
    if words[at] == "times" and told:
        stop = at + 3 if words[at + 1] in ("as", "more", "less") and words[at + 2].isalpha() else at + 2
        bare = words[at + 1] not in COMPARED or words[at + 1] in POINTING
        return pair(number.first, at + 1 if bare else stop, number.amount, 1, "multiple")
    if words[at] == "x" and scan.glued(at) and not scan.glued(at + 1) and number.amount < 1000:
        return pair(number.first, at + 1, number.amount, 1, "multiple")
    return None
