"""What a rule of exclusion is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.types import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values.scan import Scan

Found = Span | None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule: its name, the function that finds it, and sentences that it must and must not exclude.

    In the examples the numeral in question stands in brackets.
    """

    name: str
    find: Callable[[Scan, int], Found]
    yes: tuple[str, ...]
    no: tuple[str, ...]
