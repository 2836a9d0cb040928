"""Read the bound that a preposition makes of a date: "by 2016", "before 2015", "after May 3"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.types import Comparator
    from claims.values.draft import Draft
    from claims.values.scan import Scan

BOUNDS: dict[tuple[str, ...], Comparator] = {
    ("on", "or", "before"): "le", ("on", "or", "after"): "ge",
    ("by",): "le", ("before",): "lt", ("prior", "to"): "lt", ("after",): "gt",
}  # fmt: skip
BOUNDING = frozenset(phrase[-1] for phrase in BOUNDS)
NO_BOUND = frozenset("followed year day shortly soon just day days week weeks month months hours minutes".split())


def bound(scan: Scan, draft: Draft) -> None:
    """Read "by 2016", "before 2015", "after May 3" as bounds; "after Monday's attack" names no bound."""
    at = draft.first - (draft.first > 0 and scan.words[draft.first - 1] == "the")
    if at < 1 or scan.words[at - 1] not in BOUNDING:
        return
    for phrase, comparator in BOUNDS.items():
        first = at - len(phrase)
        if not scan.precedes(at, *phrase) or (first and scan.words[first - 1] in NO_BOUND):
            continue
        if scan.words[draft.stop] in ("'s", "’s", "'", "’") or (
            comparator in ("lt", "gt") and scan.words[draft.stop].isalpha()
        ):
            continue
        draft.comparator, draft.hedge = comparator, (first, at)
        return
