"""Words of an article that name something in the tables, or point back to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article and the cell values that they may stand for, with weights."""

    start: int
    end: int
    text: str
    values: tuple[tuple[str, float], ...]
    person: bool = False
    named: bool = True
    back: bool = False
    said: tuple[tuple[str, float], ...] = ()
    """What the words themselves name, where they point to something else: the party of "the Republican"."""

    @property
    def best(self) -> str:
        """Give the likeliest value."""
        return self.values[0][0] if self.values else ""

    @property
    def several_people(self) -> bool:
        """Say whether it may be any of several people."""
        return self.person and len({value for value, _ in self.values}) > 1

    @property
    def outright(self) -> bool:
        """Say whether it is a name, or stands for one as plainly: "the former"."""
        return not self.back or self.text.lower() in ORDERED


ORDERED = {"former": 0, "latter": 1}
"""Words for the first and the second of two that were named."""
