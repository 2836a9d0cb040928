"""A value while it is being read: like `Value`, but in tokens."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claims.types import Comparator, Span, Value, ValueKind

if TYPE_CHECKING:
    from claims.values.scan import Scan

Amount = Decimal | tuple[Decimal, Decimal] | None


@dataclass(slots=True, kw_only=True)
class Draft:
    """A value over the tokens `first` to `stop`, its hedge in tokens too."""

    first: int
    stop: int
    kind: ValueKind
    rule: str
    amount: Amount = None
    unit: str = ""
    comparator: Comparator = "eq"
    iso: str = ""
    hedge: Span | None = None
    of: str = ""
    step: Decimal | None = None
    spec: tuple[Any, ...] = ()
    """What a date says before it is resolved: a form of `dates`, then its parts."""

    def value(self, scan: Scan) -> Value:
        """Turn tokens into characters."""
        start, end = scan.starts[self.first], scan.ends[self.stop - 1]
        return Value(
            start=start,
            end=end,
            text=scan.text[start:end],
            kind=self.kind,
            amount=self.amount,
            unit=self.unit,
            comparator=self.comparator,
            iso=self.iso,
            hedge=(scan.starts[self.hedge[0]], scan.ends[self.hedge[1] - 1]) if self.hedge else None,
            of=self.of,
            step=self.step,
            rule=self.rule,
        )


def excluded(first: int, stop: int, rule: str) -> Draft:
    """Make a draft that states nothing checkable, and say by which rule."""
    return Draft(first=first, stop=stop, kind="excluded", rule=rule)
