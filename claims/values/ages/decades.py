"""Read decades of life: "in his late 40s", "in her eighties"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.ages.owners import name_before
from claims.values.ages.reading import YEARS
from claims.values.draft import Draft
from claims.values.lexicon import AGE_DECADES

if TYPE_CHECKING:
    from claims.values.scan import Scan

POSSESSIVES = frozenset("his her their my our your".split())
PARTS = frozenset("early late mid middle".split())
DECADE_WORDS = PARTS.union(AGE_DECADES)


def decade(scan: Scan, i: int) -> Draft | None:
    """Read "in his late 40s", "in her eighties"."""
    word = scan.words[i]
    if word not in DECADE_WORDS and not (word.endswith("0") and scan.words[i + 1] in ("s", "'s", "’s")):
        return None
    while scan.words[i] in PARTS or (scan.words[i] == "-" and i and scan.words[i - 1] in PARTS):
        i += 1
    match = _tens(scan, i)
    if not match:
        return None
    tens, stop = match
    first = i - 1 if i and scan.words[i - 1] == "-" else i
    while first and scan.words[first - 1] in PARTS | {"-"}:
        first -= 1
    if first == 0 or scan.words[first - 1] not in POSSESSIVES | {"aged"}:
        return None
    low, high = Decimal(tens), Decimal(tens + 9)
    part = next((f"; {w}" for w in ("early", "mid", "late") if w in scan.words[first:stop]), "")
    return Draft(
        first=first, stop=stop, kind="age", amount=(low, high), unit=YEARS, comparator="between",
        step=Decimal(1), of=name_before(scan, first - 1), rule=f"age: decade of life{part}",
    )  # fmt: skip


def _tens(scan: Scan, i: int) -> tuple[int, int] | None:
    if scan.words[i] in AGE_DECADES:
        return AGE_DECADES[scan.words[i]], i + 1
    word = scan.words[i]
    if (
        len(word) in (2, 3)
        and word.isdecimal()
        and word.endswith("0")
        and scan.words[i + 1] in ("s", "'s", "’s")
        and scan.glued(i + 1)
    ):
        return int(word), i + 2
    return None
