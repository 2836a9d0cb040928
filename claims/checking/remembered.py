"""Answers kept with the table or the statement that they are about, and gone with it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar, TypeVarTuple, overload

if TYPE_CHECKING:
    from collections.abc import Callable


class Remembering(Protocol):
    """What keeps answers about itself."""

    answers: dict[Any, Any]


UNASKED: Any = object()
MOST = 5_000
"""Answers that one owner keeps: a table is asked by article after article."""

Owner = TypeVar("Owner", bound=Remembering)
About = TypeVarTuple("About")
Answer = TypeVar("Answer")


def remembered(rule: Callable[[Owner, *About], Answer]) -> Callable[[Owner, *About], Answer]:
    """Ask a rule once: it gives the same each time for the same owner, and nobody changes its answer.

    >>> class Table:
    ...     answers = {}
    >>> @remembered
    ... def size(table, column):
    ...     print("counted")
    ...     return len(column)
    >>> size(Table, "seats"), size(Table, "seats")
    counted
    (5, 5)
    """

    @wraps(rule)
    def asked(owner: Owner, *about: *About) -> Answer:
        answers = owner.answers
        key = (rule, about) if about else rule
        found: Answer = answers.get(key, UNASKED)
        if found is UNASKED:
            if len(answers) >= MOST:
                answers.clear()
            found = answers[key] = rule(owner, *about)
        return found

    return asked


class kept(Generic[Answer]):  # noqa: N801
    """A property asked once, for what each statement has: `functools.cached_property` takes a lock before Python 3.12.

    >>> class Word:
    ...     @kept
    ...     def stem(self):
    ...         print("cut")
    ...         return "sail"
    >>> word = Word()
    >>> word.stem, word.stem
    cut
    ('sail', 'sail')
    """

    def __init__(self, rule: Callable[[Any], Answer]) -> None:
        self.rule, self.name = rule, rule.__name__
        self.__doc__ = rule.__doc__

    @overload
    def __get__(self, one: None, kind: type) -> Self: ...

    @overload
    def __get__(self, one: object, kind: type) -> Answer: ...

    def __get__(self, one: object | None, kind: type) -> Self | Answer:
        if one is None:
            return self
        found: Answer = self.rule(one)
        one.__dict__[self.name] = found
        return found
