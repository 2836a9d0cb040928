"""Tell by rule whether a clause speaks of the past or of the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.nouns import IRREGULAR

if TYPE_CHECKING:
    from claims.values.scan import Scan

FUTURE = frozenset(
    "will shall 'll going plans plan planned planning expected expects expect scheduled due slated set upcoming"
    " forthcoming until till would may might could can should must aims intends intend wants hopes hope hoped"
    " proposed likely begins opens starts deadline by expires takes tomorrow ll let please reschedule rescheduled"
    " next coming".split()
)
PAST = frozenset(
    "was were had did went came saw took made got gave found left lost won ran rose fell grew met held kept led began"
    " stood sold spent sent built paid put cut said told became broke brought bought thought knew wrote spoke drove"
    " flew fought caught taught died been gone done shot hit beat struck hurt since ago earlier last following after"
    " yesterday has have quit resigned sank swept swore threw wore withdrew overthrew underwent forced".split()
)
# Participles and nouns that look like a past tense.
NO_PAST = frozenset(
    "united need seed speed feed indeed hundred sacred red bed exceed proceed succeed breed naked wicked based"
    " supposed so-called limited armed aged related".split()
)
WEAK_FUTURE = frozenset("would may might could can should must by takes next coming hoped planned".split())
REACH = 18


def tense(scan: Scan, first: int, stop: int) -> int:
    """Give -1 for the past, 1 for the future, 0 where nothing tells."""
    left = _look(scan, range(first - 1, max(-1, first - 1 - REACH), -1))
    if left:
        return left
    return _look(scan, range(stop, min(scan.size, stop + REACH)))


def _look(scan: Scan, tokens: range) -> int:
    for i in tokens:
        word = scan.words[i]
        if word in (".", "!", "?", "\n", ";") and not (word == "." and i and len(scan.words[i - 1]) <= 2):
            return 0
        sign = _sign(scan, i)
        if sign:
            return sign
    return 0


def _sign(scan: Scan, i: int) -> int:
    word = scan.words[i]
    if word in FUTURE:
        return _future(scan, i)
    if word in PAST:
        return -1 if word not in ("has", "have", "been") or not _planned(scan, i) else 0
    if word.endswith("ed") and len(word) > 4 and word not in NO_PAST and word not in IRREGULAR:
        return (
            1
            if (i and scan.words[i - 1] == "be") or (scan.words[i - 2] == "be" and scan.words[i - 3] in FUTURE)
            else -1
        )
    return 0


def _planned(scan: Scan, i: int) -> bool:
    return any(w in FUTURE for w in scan.words[i + 1 : i + 4])


def _future(scan: Scan, i: int) -> int:
    """Tell a plan of today from a plan of the past ("was scheduled", "would")."""
    word = scan.words[i]
    if word in ("set", "due", "likely", "going", "plan", "plans") and not _will(scan, i):
        return 0
    if word in WEAK_FUTURE:
        return (
            0
            if word in ("by", "next", "coming", "takes", "hoped", "can")
            else 1
            if word not in ("would", "could")
            else 0
        )
    before = scan.words[max(0, i - 3) : i]
    if word in ("scheduled", "planned", "expected", "due", "proposed") and any(
        w in ("was", "were", "had", "originally") for w in before
    ):
        return 0
    return 1


def _will(scan: Scan, i: int) -> bool:
    after = scan.words[i + 1]
    return after in ("to", "for", "on", "in", "by", "at", "before", "out", "for")
