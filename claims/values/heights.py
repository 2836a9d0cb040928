"""Read feet with their inches: "5 ft 2 in", "5-foot-10", 5'7"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import numbers
from claims.values.draft import Draft
from claims.values.numbers import DASHES, Number

if TYPE_CHECKING:
    from claims.values.scan import Scan

FOOT = 12
PRIMES = frozenset(("'", "’", "′"))
DOUBLE_PRIMES = frozenset(('"', "”", "″"))
TALL = frozenset("tall high in inches".split())


def primes(scan: Scan, number: Number) -> Draft | None:
    """Read 5'7" and 6' 2" as feet."""
    at = number.stop
    if scan.words[at] not in PRIMES or not scan.glued(at) or not scan.words[at + 1].isdecimal() or number.scaled:
        return None
    inches, closed = Decimal(scan.words[at + 1]), scan.words[at + 2] in DOUBLE_PRIMES
    if not (closed or scan.words[at + 2] in TALL) or inches >= FOOT:
        return None
    return Draft(
        first=number.first, stop=at + 2 + closed, kind="quantity", amount=number.amount + inches / FOOT, unit="ft",
        step=Decimal(1) / FOOT, rule="quantity",
    )  # fmt: skip


def feet_and_inches(scan: Scan, number: Number, stop: int) -> Draft | None:
    """Read "5 ft 2 in" and "5-foot-10" as feet."""
    dashed = scan.words[stop] in DASHES and scan.glued(stop) and scan.glued(stop + 1)
    word = scan.words[stop + dashed]
    if not word.isdecimal() and not (scan.number(stop) and not dashed):
        return None
    small = numbers.read(scan, stop + dashed) if not dashed else Number(stop + 1, stop + 2, Decimal(word))
    named = small is not None and scan.words[small.stop] in ("in", "inch", "inches", "ins")
    if (
        small is None
        or not (named or dashed)
        or (small.amount >= FOOT and not scan.words[small.stop].startswith("inch"))
    ):
        return None
    amount = number.amount + small.amount / FOOT
    end = small.stop + (scan.words[small.stop] in DASHES and scan.words[small.stop + 1] == "inch")
    named = named or end > small.stop
    return Draft(
        first=number.first, stop=end + named, kind="quantity", amount=amount, unit="ft",
        step=Decimal(1) / FOOT, rule="quantity",
    )  # fmt: skip
