"""Numbers that words tell: "none of the six", "only one of them", "nobody was hurt", "every one of the eight"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.exclusive import alone_in, exclusive
from claims.clauses import NOUN_MODIFIERS
from claims.degrees import COMPARATIVES
from claims.types import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.discourse import Discourse

NOBODY = frozenset({"nobody", "no-one"})
NOTHING = frozenset({"none", "nothing"})
THOSE = frozenset("them these those which whom".split())
JUST = frozenset({"only", "just", "not"})
OTHER = frozenset("other else more longer such but".split())
SET_PHRASES = frozenset("doubt way wonder reason matter question need idea means sign time point secret".split())
"""What "no" goes with and counts nothing: "no doubt"."""
SPANS = frozenset("day time thing moment year month week hour night morning evening person side hand way part".split())
"""What "one" goes with and is no number: "one day"."""
EVERY = frozenset("every each all both neither".split())
UNIVERSAL = "all of some"
"""The rule by which a value tells that all of some are so, whose number only tables know."""
ALONE = "one alone"
"""The rule by which a value tells that what is named is alone in something."""
BEFORE_ALL = frozenset("at after above in for of first with not and".split())
AFTER_ALL = frozenset("but - in over right sudden the-more other".split())
ARTICLES = frozenset({"a", "an"})
STRETCHES = {"century": 100, "decade": 10, "year": 1}
LASTING, SERVED = frozenset("after for in lasted took".split()), frozenset("do last serve spend take".split())
HEDGING = frozenset("half than over nearly about almost around under within of least most roughly quarter".split())
AMOUNTS = frozenset("bit lot deal shade touch little third quarter fifth half dozen good far".split())
TIMED_AS = {"second": "T1S", "minute": "T1M", "hour": "T1H", "day": "1D", "week": "1W", "month": "1M", "year": "1Y"}
OWNING = frozenset("the its their his her our 's ’s".split())
OUTRIGHT = frozenset("only all none both once".split())
DOING = frozenset({"VERB", "AUX", "ADP", "ADJ", "ADV"})
FLOATING = frozenset("det advmod nsubj nsubj:pass conj appos dep cc:preconj".split())
REACH = 4
TIMED, PERIODS = frozenset("in last before".split()), frozenset("year month week season quarter decade".split())
EXCEPTING, NUMBERS = frozenset("but bar except".split()), {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def quantities(discourse: Discourse) -> Iterator[tuple[Token, Token, Value]]:
    """Yield the words that are numbers and no numerals, each with its first and last token and what it counts."""
    doc, lower = discourse.document.doc, discourse.document.columns.lower
    reached = -1
    for at, word in enumerate(lower):
        if at <= reached:  # "one" of "all but one"
            continue
        rule = RULES.get(word)
        found = rule(doc[at]) if rule else _every(doc[at], discourse) if word in EVERY else None
        if found is not None:
            last, amount, unit = found
            reached = last.i
            yield doc[at], last, _value(doc[at], last, Decimal(amount), unit, "words")
        elif word in ARTICLES and (value := _a_unit(doc[at])) is not None:
            yield doc[at], doc[at + 1], value
        elif word in EVERY and (noun := _universal(doc[at])) is not None:
            yield doc[at], doc[at], _value(doc[at], doc[at], None, noun, UNIVERSAL)
        elif word == "only" and (end := _alone(doc[at], discourse)) is not None:
            yield doc[at], end, _value(doc[at], end, None, "", ALONE)


def telling(tokens: list[Token]) -> bool:
    """Say whether words that are numbers are told outright, and a reader waits for a verdict: "all of them"."""
    first, last = tokens[0], tokens[-1]
    behind = [last.doc[i] for i in range(last.i + 1, min(last.i + 1 + REACH, len(last.doc)))]
    of_them = [t.lower_ for t in behind[:1]] == ["of"] and not any(t.like_num for t in behind)
    return first.lower_ in OUTRIGHT or last is not first or of_them


def _value(first: Token, last: Token, amount: Decimal | None, unit: str, rule: str) -> Value:
    return Value(
        start=first.idx, end=last.idx + len(last.text), text=first.doc[first.i : last.i + 1].text, kind="count",
        amount=amount, unit=unit, rule=rule,
    )  # fmt: skip


Told = tuple["Token", Decimal | int, str]
"""The last word, the number and the unit."""


def _near(token: Token, step: int) -> str:
    at = token.i + step
    return token.doc[at].lower_ if 0 <= at < len(token.doc) else ""


def _nobody(token: Token) -> Told | None:
    """Take "nobody was hurt", not "nobody else", "nobody has more"."""
    return None if _near(token, 1) in OTHER or _compares(token) else (token, 0, "person")


def _nothing(token: Token) -> Told | None:
    """Take "none of the six", "won nothing", not "second to none", "none the wiser"."""
    if _near(token, 1) in OTHER | {"the", "too", "like"} or _near(token, -1) in ("to", "for") or _compares(token):
        return None
    return token, 0, ""


def _no(token: Token) -> Told | None:
    """Take "no one died" and "no member voted against", not "no doubt", "no other", "no longer"."""
    if _near(token, 1) == "one":
        one = token.nbor(1)
        return None if _near(one, 1) in OTHER or _compares(token) else (one, 0, "person")
    noun = token.head
    counted = token.dep_ == "det" and noun.pos_ == "NOUN" and noun.i > token.i
    if not counted or noun.lower_ in SET_PHRASES or _near(token, 1) in OTHER or _compares(token):
        return None
    return token, 0, noun.lemma_.lower()


def _one(token: Token) -> Told | None:
    """Take "only one", "one of eight matches", "lost one vote", not "the one that", "one day", "one of the best"."""
    before, after = _near(token, -1), _near(token, 1)
    if before in JUST | {"but"} and after not in ("-", "day") and _near(token, -2) not in ("the", "a"):
        return token, 0 if before == "not" else 1, ""
    if after == "of" and before not in ("no", "every", "any", "this", "that", "each"):
        whole = token.doc[token.i + 2 : token.i + 2 + REACH]
        them = whole[:1] and whole[0].lower_ in THOSE
        return (token, 1, "") if them or any(t.like_num for t in whole[:2]) else None
    if token.dep_ in ("nsubj", "nsubj:pass") and _of_so_many(token):
        return token, 1, ""
    if after in ("more", "fewer", "less") and _near(token, 2) == "than":  # "one more than in 2019"
        return token, 1, ""
    noun = token.head
    counted = token.dep_ == "nummod" and noun.pos_ == "NOUN" and noun.i == token.i + 1 and before not in ("the", "this")
    return (token, 1, noun.lemma_.lower()) if counted and noun.lower_ not in SPANS else None


def _of_so_many(token: Token) -> bool:
    """Say whether "of the six mills" stands at the front of a sentence."""
    front = token.doc[token.sent.start : token.sent.start + 3]
    return front[0].lower_ == "of" and front[-1].like_num


def _once(token: Token) -> Told | None:
    """Take "it failed once in 17 flights", "raised it once since May", not "once a teacher", "at once"."""
    after = _near(token, 1)
    told = token.dep_ == "advmod" and token.head.pos_ == "VERB" and token.head.i < token.i and _near(token, 2) != "a"
    said = _near(token, -1) in JUST or told or (token.i and token.nbor(-1).pos_ in ("VERB", "AUX"))
    return (token, 1, "time") if said and (after in ("in", "since", "before", "did") or not after.isalpha()) else None


def _never(token: Token) -> Told | None:
    """Take "has never won the cup": no time; not "never so few", "never before", "had never heard of"."""
    verb = token.head
    done = verb.pos_ == "VERB" and verb.tag_ in ("VBN", "VBD") and verb.i > token.i and token.dep_ == "advmod"
    return (token, 0, "time") if done and not _compares(token) and _near(token, 1) not in OTHER | {"so", "as"} else None


def _only(token: Token) -> Told | None:
    """Take "the only bridge", "its only silver": there is one of the kind; not "the only one to have won twice".

    Nor does "Only Elm has more" count anything.
    """
    noun = token.head
    told = any(c.dep_ in NOUN_MODIFIERS or _near(c.left_edge, 0) == "with" for c in noun.children)
    if token.is_sent_start or told:
        return None
    single = token.dep_ == "amod" and noun.tag_ in ("NN", "NNP") and 0 < noun.i - token.i <= REACH
    return (token, 1, noun.lemma_.lower()) if single and _near(token, 1) not in ("two", "three") else None


def _a_unit(token: Token) -> Value | None:
    """Take "a mark more than in 2010", "after a century", "did a decade": one of a unit, or so many years."""
    if not 0 < token.i < len(token.doc) - 2:
        return None
    unit = token.nbor(1)
    word, after = unit.lower_, _near(unit, 1)
    if unit.tag_ != "NN" or unit.head.i == unit.i + 1 or _near(token, -1) in HEDGING:
        return None
    if word in STRETCHES and (_near(token, -1) in LASTING or token.nbor(-1).lemma_ in SERVED) and after != "ago":
        years = STRETCHES[word]
        told = _value(token, unit, Decimal(years), "year", "words")
        return replace(told, kind="duration", iso=f"P{years}Y")
    than = _near(unit, 2) == "than" and unit.nbor(1).tag_ in COMPARATIVES
    if not than or word in AMOUNTS:
        return None
    told = _value(token, unit, Decimal(1), word, "words")
    return replace(told, kind="duration", iso=f"P{TIMED_AS[word]}") if word in TIMED_AS else told


def _alone(token: Token, discourse: Discourse) -> Token | None:
    """Take what is the only one of some: "Elm is the only mill to have shut", "only Elm was full"."""
    if _near(token, -1) == "not" or token.i + 1 >= len(token.doc):
        return None
    noun = token.head
    if token.dep_ == "amod" and _near(token, -1) in OWNING and 0 < noun.i - token.i <= REACH:
        return token
    named = alone_in(discourse, token)
    if not named or exclusive(discourse, named[0]):
        return None
    return discourse.document.line(named[-1].start, named[-1].end)[-1]


def _every(token: Token, discourse: Discourse) -> Told | None:
    """Take "every one of the eight", "all of the 12", "all but two of the nine": as many as there are said to be."""
    one = token.nbor(1) if _near(token, 1) == "one" and token.lower_ != "all" else token
    left = NUMBERS.get(_near(one, 2), 0) if _near(one, 1) in EXCEPTING else 0
    last = one.nbor(2) if left else one
    inside = discourse.values_in((last.idx + 1, token.doc[min(last.i + REACH, len(token.doc) - 1)].idx + 1))
    whole = inside[0].value if inside and _near(last, 1) == "of" else None
    amount = whole.amount if whole and whole.kind in ("count", "number") and whole.comparator == "eq" else None
    return (last, amount - left, "") if isinstance(amount, Decimal) else None


def _universal(token: Token) -> str | None:
    """Give the noun of "every mill", "both of the mills", "" of "they were both tried"; None of "at all"."""
    before, after, word = _near(token, -1), _near(token, 1), token.lower_
    if before in BEFORE_ALL or after in AFTER_ALL or token.i + 1 >= len(token.doc):
        return None
    if after == "of":
        behind = token.doc[token.i + 2 : token.i + 2 + REACH]
        noun = next((t for t in behind if t.pos_ in ("NOUN", "PRON") and t.dep_ != "compound"), None)
        return noun.lemma_.lower() if noun is not None and noun.pos_ == "NOUN" else "" if noun is not None else None
    if token.dep_.startswith("det") and token.head.pos_ == "NOUN" and token.head.i > token.i:
        return None if token.head.lemma_.lower() in SPANS | PERIODS | SET_PHRASES else token.head.lemma_.lower()
    return "" if word != "every" and token.dep_ in FLOATING and token.nbor(1).pos_ in DOING else None


def _compares(token: Token) -> bool:
    """Say whether the clause compares with all others: "nobody has won it more often"; not "fewer than in 2019"."""
    behind = token.doc[token.i + 1 : token.sent.end]
    return any(t.lower_ == "other" or (t.tag_ in COMPARATIVES and not _bounded(t)) for t in behind)


def _bounded(token: Token) -> bool:
    """Say whether a comparison is with a number or another time: "more than 40", "a smaller crop than last year"."""
    than = next((t for t in token.doc[token.i + 1 : token.i + 1 + REACH] if t.lower_ == "than"), None)
    if than is None or than.i + 2 >= len(than.doc):
        return False
    first, second = than.nbor(1), than.nbor(2)
    return first.like_num or first.lower_ in TIMED or (first.lower_ in ("a", "the") and second.lower_ in PERIODS)


RULES = {
    **dict.fromkeys(NOBODY, _nobody), **dict.fromkeys(NOTHING, _nothing), "no": _no, "one": _one, "once": _once,
    "only": _only, "never": _never,
}  # fmt: skip
