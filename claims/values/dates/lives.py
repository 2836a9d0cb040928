"""Read dates told from a death or a birth: "five days before his death", "the night before she died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates.pieces import make

if TYPE_CHECKING:
    from typing import Any

    from claims.values.dates.context import Context
    from claims.values.draft import Draft
    from claims.values.scan import Scan

EVENTS = {"death": "death", "died": "death", "birth": "birth", "born": "birth"}
OWNERS = frozenset("his her".split())
PERSONS = frozenset("he she".split())
# What may stand between the verb and its date: "died on 5 May", "was born in", "died the following day".
JOINTS = frozenset(("on", "in", "the", ",", "early", "late"))


def event_at(scan: Scan, k: int) -> tuple[str, int] | None:
    """Find the event of "his death", "her own birth", "he died", "she was born": its name and the next token."""
    words = scan.words
    if words[k] in OWNERS:
        k += 1 + (words[k + 1] == "own")
    elif words[k] in PERSONS:
        k += 1 + (words[k + 1] == "was")
    else:
        return None
    return (EVENTS[words[k]], k + 1) if words[k] in EVENTS else None


def from_event(scan: Scan, first: int, k: int, sign: int, steps: tuple[Any, ...]) -> Draft | None:
    """Read "five days before his death": what is moved ends before "before"."""
    event = event_at(scan, k)
    return make(first, event[1], ("from", sign, steps, ("life", event[0], k - 1))) if event else None


def told_event(scan: Scan, draft: Draft) -> str:
    """Tell the event whose date this is: "He died on 5 May", "was born on"."""
    k = draft.first - 1
    while k > draft.first - 4 and scan.words[k] in JOINTS:
        k -= 1
    return EVENTS.get(scan.words[k], "") if k >= 0 else ""


def resolve_life(context: Context, event: str, _: int) -> tuple[str, str]:
    """Resolve "his death": the one day that the article tells for it."""
    days = context.events.get(event, set())
    return (next(iter(days)), "") if len(days) == 1 else ("", f"the day of the {event} is not told")
