"""Numbers that words tell: "none of the six", "only one of them", "nobody was hurt", "every one of the eight"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.degrees import COMPARATIVES
from claims.types import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.discourse import Discourse

NOBODY = frozenset({"nobody", "no-one"})
NOTHING = frozenset({"none", "nothing"})
JUST = frozenset({"only", "just", "not"})
OTHER = frozenset("other else more longer such but".split())
SET_PHRASES = frozenset("doubt way wonder reason matter question need idea means sign time point secret".split())
"""What "no" goes with and counts nothing: "no doubt"."""
SPANS = frozenset("day time thing moment year month week hour night morning evening person side hand way part".split())
"""What "one" goes with and is no number: "one day"."""
EVERY = frozenset("every each all".split())
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
            text = doc[at : last.i + 1].text
            yield doc[at], last, Value(
                start=doc[at].idx, end=last.idx + len(last.text), text=text, kind="count", amount=Decimal(amount),
                unit=unit, rule="words",
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
        return (token, 1, "") if any(t.like_num for t in whole[:2]) else None
    noun = token.head
    counted = token.dep_ == "nummod" and noun.pos_ == "NOUN" and noun.i == token.i + 1 and before not in ("the", "this")
    return (token, 1, noun.lemma_.lower()) if counted and noun.lower_ not in SPANS else None


def _once(token: Token) -> Told | None:
    """Take "it failed once in 17 flights", "raised it once since May", not "once a teacher", "at once"."""
    after = _near(token, 1)
    told = token.dep_ == "advmod" and token.head.pos_ == "VERB" and token.head.i < token.i and _near(token, 2) != "a"
    said = _near(token, -1) in JUST or told or (token.i and token.nbor(-1).pos_ in ("VERB", "AUX"))
    return (token, 1, "time") if said and (after in ("in", "since", "before", "did") or not after.isalpha()) else None


def _only(token: Token) -> Told | None:
    """Take "the only bridge", "its only silver": there is one of the kind; not "the only one to have won twice".

    Nor does "Only Elm has more" count anything.
    """
    noun = token.head
    if token.is_sent_start or any(c.dep_ in ("acl", "acl:relcl") for c in noun.children):
        return None
    single = token.dep_ == "amod" and noun.tag_ in ("NN", "NNP") and 0 < noun.i - token.i <= REACH
    return (token, 1, noun.lemma_.lower()) if single and _near(token, 1) not in ("two", "three") else None


def _every(token: Token, discourse: Discourse) -> Told | None:
    """Take "every one of the eight", "all of the 12", "all but two of the nine": as many as there are said to be."""
    one = token.nbor(1) if _near(token, 1) == "one" and token.lower_ != "all" else token
    left = NUMBERS.get(_near(one, 2), 0) if _near(one, 1) in EXCEPTING else 0
    last = one.nbor(2) if left else one
    inside = discourse.values_in((last.idx + 1, token.doc[min(last.i + REACH, len(token.doc) - 1)].idx + 1))
    whole = inside[0].value if inside and _near(last, 1) == "of" else None
    amount = whole.amount if whole and whole.kind in ("count", "number") and whole.comparator == "eq" else None
    return (last, amount - left, "") if isinstance(amount, Decimal) else None


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
    "only": _only,
}  # fmt: skip
