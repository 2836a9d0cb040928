"""Finding what touches a stretch of characters without looking at everything."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.types import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Things by the characters they stand at; spans may overlap.

    Examples
    --------
    >>> index = SpanIndex([((0, 4), "one"), ((2, 9), "two"), ((9, 12), "three")])
    >>> index.touching((3, 5)), index.touching((9, 10)), index.touching((20, 30))
    (['one', 'two'], ['three'], [])
    """

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        ordered = sorted(items, key=lambda item: item[0])
        self._items = ordered
        self._starts = [span[0] for span, _ in ordered]
        self._reach = list(accumulate((span[1] for span, _ in ordered), max))

    def touching(self, span: Span) -> list[Item]:
        """Give the things that share a character with `span`, in the order of the text."""
        found = []
        at = bisect_left(self._starts, span[1]) - 1
        while at >= 0 and self._reach[at] > span[0]:
            (_, end), item = self._items[at]
            if end > span[0]:
                found.append(item)
            at -= 1
        return found[::-1]
