"""Tell by rule whether a clause speaks of the past or of the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.lexicon import MONTHS, TIME_UNITS, WEEKDAYS
from claims.values.nouns import FUNCTION, INVARIANT, IRREGULAR, NOUN_VERBS, PREPOSITIONS, VERBS

if TYPE_CHECKING:
    from claims.values.scan import Scan

FUTURE = frozenset(
    "will shall 'll going plans plan planned planning expected expects expect scheduled due slated set upcoming"
    " forthcoming may might could must aims intends intend wants hopes proposed likely begins opens"
    " starts ends closes expires arrives returns concludes launches deadline takes tomorrow ll please"
    " reschedule rescheduled maybe perhaps would should is are supposed".split()
)
PAST = frozenset(
    "was were had did went came saw took made got gave found left lost won ran rose fell grew met held kept led began"
    " stood sold spent sent built paid put cut said told became broke brought bought thought knew wrote spoke drove"
    " flew fought caught taught died been gone done shot hit beat struck hurt since ago earlier last following after"
    " yesterday has have quit resigned sank swept swore threw wore withdrew overthrew underwent forced let".split()
)
# Participles and nouns that look like a past tense.
NO_PAST = frozenset(
    "united need seed speed feed indeed hundred sacred red bed exceed proceed succeed breed naked wicked based"
    " supposed so-called limited armed aged related".split()
)
NO_SIGN = frozenset("would could should takes".split())
PLANS = frozenset("scheduled planned expected due proposed rescheduled supposed".split())
UNTIL = frozenset("until till".split())
UNTIL_REACH = 4
# "ran until September": what has lasted is over, what was put off or shut is not.
LASTED = frozenset("ran lasted stayed remained served took led held reigned lived worked kept went stood".split())
# "put off to Thursday", "moved from May to June".
MOVED = frozenset(
    "off postponed moved deferred delayed adjourned shifted rescheduled back forward brought pushed extended".split()
)
# "was told to leave by Friday".
ORDERED = frozenset(
    "asked told ordered directed urged instructed required advised summoned invited given ask asks orders".split()
)
# Verbs whose plain present tells a date to come: "England face Australia on Sunday", "the committee sits on Friday".
TIMETABLED = frozenset(
    "face host meet visit play open travel head return resume reopen begin start vote go get sit hold decide debate"
    " tour convene appear publish release change shut close launch arrive premiere debut turn celebrate".split()
)
TIMETABLED |= {verb + "s" for verb in TIMETABLED} | {"goes", "publishes"}
NO_SUBJECT = PREPOSITIONS | FUNCTION - frozenset("they we who it he she you i".split()) | VERBS
BEFORE_MONTHS = frozenset("in of last since until by from early late mid this next".split())
# Before a word that is also a past tense: "will hit", "to cut".
MODALS = frozenset("will shall 'll may might could would can to must should".split())
STAY = frozenset("be stay remain get keep".split())
BRACKET = 8
NEAR = 4
REACH = 18


def tense(scan: Scan, first: int, stop: int) -> int:
    """Give -1 for the past, 1 for the future, 0 where nothing tells: the nearest marker before, else after."""
    until = next((i for i in range(first - 1, max(-1, first - 1 - UNTIL_REACH), -1) if scan.words[i] in UNTIL), None)
    if until is not None:
        return -1 if until and scan.words[until - 1] in LASTED else 1
    if _moved_to(scan, first):
        return 1
    if first > 1 and scan.words[first - 2] == "than" and scan.words[first - 1] in ("in", "on", "last"):
        return -1  # what is compared with has been
    left = _look(scan, range(first - 1, max(-1, first - 1 - REACH), -1), first)
    if left:
        return left
    return _look(scan, range(stop, min(scan.size, stop + REACH)), stop)


def _moved_to(scan: Scan, first: int) -> bool:
    """Tell the new date of what was put off."""
    return first > 1 and scan.words[first - 1] == "to" and not MOVED.isdisjoint(scan.words[max(0, first - 7) : first])


def _look(scan: Scan, tokens: range, start: int) -> int:
    for i in tokens:
        word = scan.words[i]
        if word in (".", "!", "?", "\n", ";") and not (word == "." and _abbreviated(scan, i)):
            return 0
        sign = _sign(scan, i, abs(i - start))
        if sign:
            return sign
    return 0


def _abbreviated(scan: Scan, i: int) -> bool:
    """Tell the full stop of "Mr. Khan" and "no. 5" from that of "he will go. Then"."""
    short = i > 0 and len(scan.words[i - 1]) <= 2
    return short and (scan.capital(i - 1) or not scan.capital(i + 1))


def _sign(scan: Scan, i: int, distance: int) -> int:
    word = scan.words[i]
    if word.endswith(("'ll", "’ll")):
        return 1
    if word == "may" and scan.capital(i) and i and scan.words[i - 1] in BEFORE_MONTHS:
        return 0
    if word in FUTURE and not (word in TIMETABLED and not _timetabled(scan, i)):
        return _future(scan, i, distance)
    if word == "next" or word == "to" or word in TIMETABLED:
        return int(_next_event(scan, i) or _headline(scan, i) or _timetabled(scan, i))
    if word == "let" and scan.words[i + 1] in ("'s", "’s", "us", "me"):
        return 1
    if word in ORDERED and "to" in scan.words[i + 1 : i + 4]:
        return 1
    if word == "cost":
        return -1 if _priced(scan, i) else 0
    participle = word in PAST or (
        word.endswith("ed") and len(word) > 4 and word not in NO_PAST and word not in IRREGULAR
    )
    if not participle or (i and scan.words[i - 1] in MODALS):
        return 0
    if i > 1 and scan.words[i - 1] in STAY:
        return 1 if scan.words[i - 2] in FUTURE or scan.words[i - 2] == "to" else 0
    if i and scan.words[i - 1] in ("maybe", "being", "is", "are", "been") and word != "been":
        return 0 if scan.words[i - 1] in ("is", "are", "being") else 1 if scan.words[i - 1] == "maybe" else -1
    return -1 if word not in ("has", "have", "been") or not _planned(scan, i) else 0


def _priced(scan: Scan, i: int) -> bool:
    """Tell "cost" in the past: "a loaf cost 3.10", not "a cost of 3.10", "loaves cost 3.10", "will cost 3.10"."""
    before, after = scan.words[i - 1] if i else "", scan.words[i + 1]
    priced = scan.number(i + 1) or (scan.number(i + 2) and (not after.isalpha() or after in ("rs", "only", "just")))
    return priced and before.isalpha() and not before.endswith("s") and before not in MODALS


def _timetabled(scan: Scan, i: int) -> bool:
    """Tell a verb in the present from a noun or an infinitive: a name or a noun before it."""
    if scan.words[i] not in TIMETABLED or scan.capital(i):
        return False
    subject = i - 1
    near = max(0, i - BRACKET)
    if i and scan.words[subject] == ")" and "(" in scan.words[near:i]:
        subject = scan.words.index("(", near) - 1
    before, named = scan.words[subject] if subject >= 0 else "", scan.capital(subject)
    noun = before in NOUN_VERBS and scan.words[subject - 1] in ("the", "a", "this", "his", "her", "its", "their")
    if not before.isalpha() or (before in NO_SUBJECT and not noun):
        return False
    if scan.words[i].endswith("s"):
        return named or not before.endswith("s")
    named = named and before not in MONTHS and before not in WEEKDAYS  # "a slide on 11 October shut it" is past
    return named or before.endswith("s") or before in INVARIANT or before in ("they", "we")


def _next_event(scan: Scan, i: int) -> bool:
    """Tell "the next round" from "next week"."""
    after = scan.words[i + 1]
    return scan.words[i] == "next" and after.isalpha() and after not in TIME_UNITS and after not in WEEKDAYS


def _headline(scan: Scan, i: int) -> bool:
    """Tell the plan of a headline: "Leaders to meet again Sunday"."""
    after = scan.words[i + 1]
    plain = after.isalpha() and not scan.capital(i + 1) and after not in FUNCTION
    return scan.words[i] == "to" and 0 < i < scan.headline and plain


def _planned(scan: Scan, i: int) -> bool:
    return any(w in FUTURE for w in scan.words[i + 1 : i + 4])


def _future(scan: Scan, i: int, distance: int) -> int:
    """Tell a plan of today from a plan of the past ("was scheduled", "would")."""
    word = scan.words[i]
    if word in ("set", "due", "likely", "going", "plan", "plans") and not _will(scan, i):
        return 0
    if word in NO_SIGN and _told(scan, i):
        return 1
    if word in NO_SIGN or (word in ("is", "are") and distance > NEAR):
        return 0
    before = scan.words[max(0, i - 3) : i]
    if word in PLANS and any(w in ("was", "were", "had", "originally") for w in before):
        return 0
    return 1


SPOKE = frozenset(
    "said told announced added confirmed promised warned predicted insisted vowed pledged wrote says revealed"
    " claimed stressed estimated decided ruled agreed indicated signalled signaled suggested hinted declared".split()
)
TOLD_REACH = 14


def _told(scan: Scan, i: int) -> bool:
    """Tell the future of reported speech: "said that talks would resume"."""
    for k in range(i - 1, max(-1, i - TOLD_REACH), -1):
        if scan.words[k] in SPOKE:
            return True
        if scan.words[k] in (".", "\n", ";"):
            return False
    return False


def _will(scan: Scan, i: int) -> bool:
    after = scan.words[i + 1]
    return after in ("to", "for", "on", "in", "by", "at", "before", "out", "for")
