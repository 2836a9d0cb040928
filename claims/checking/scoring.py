"""How a reading is weighed: named parts, named weights, nothing hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.checking.remembered import remembered
from claims.checking.words import kinship, lexicon, nearest, phrases_in, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.checking.focus import Focus
    from claims.checking.query import Query

WEIGHTS = {"subject": 0.34, "words": 0.34, "kind": 0.12, "time": 0.20}
"""What each part of a reading counts for; a part that is not given counts as full."""
WEIGHED, FULL = tuple(WEIGHTS.items()), dict.fromkeys(WEIGHTS, 1.0)
CELLS = frozenset({"lookup", "cell"})
"""Families that ask for one cell as it stands."""
SETTLED = ("settled",)
"""The flag of a count each of whose words is read, and near the number that is stated."""
TOLD = ("told",)
"""The flag of a reading one of whose cells a telling figure of the sentence repeats: whose it is and when are said."""


@dataclass(slots=True, kw_only=True, unsafe_hash=True)  # thousands an article: a frozen one takes thrice the time
class Reading:
    """One way to read a statement as a question to a table; never changed.

    `said` puts the question in words; `unit` and `scale` are those of the cells; `form` says what is compared:
    a number, a date, a name, or whether it holds at all. `size` drops the sign (a loss of 268 is -268), unless the
    words give the `way`: 1 for a rise, -1 for a fall.
    `asserted` replaces the statement's value where a name is what the article asserts.
    """

    family: str
    query: Query
    parts: tuple[tuple[str, float], ...]
    said: str
    unit: str = ""
    scale: object = None
    form: str = "number"
    size: bool = False
    way: int = 0
    asserted: object = None
    refutes: bool = True
    flags: tuple[str, ...] = field(default=())
    score: float = field(init=False, compare=False)
    """The sum of the parts, each by its weight."""

    def __post_init__(self) -> None:
        given = FULL | dict(self.parts)
        self.score = sum([weight * given[name] for name, weight in WEIGHED])

    def part(self, name: str) -> float:
        """Give one part, full if it was not given."""
        for given, value in self.parts:
            if given == name:
                return value
        return 1.0


@remembered
def column_words(context: Focus, words: tuple[str, ...], factors: tuple[float, ...]) -> float:
    """Say how well a column's words fit the words around a value: the best word counts, others add a little.

    The factors lower words that several columns of the table share; a phrase of the thesaurus speaks for its words.
    """
    stems, phrases, covered = _spoken(words)
    hits = [
        (context.focus.get(word, 0.0) if place in covered else heard(context, word)) * factors[place]
        for place, word in enumerate(stems)
    ]
    hits = sorted([*hits, *(heard(context, phrase) for phrase in phrases)], reverse=True)
    if not hits:
        return 0.0
    missed = sum(hit < 0.25 for hit in hits[1:])
    return min(1.0, max(0.0, hits[0] + 0.12 * sum(hits[1:]) - 0.04 * missed))


@lru_cache(maxsize=10_000)
def _spoken(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[int]]:
    """Give the stems of words, the phrases of the thesaurus among them, and the places that these cover."""
    stems = tuple(stem(word) for word in words)
    named = [(start, end, phrase) for start, end, phrase in phrases_in(stems) if phrase in lexicon().heads]
    covered = frozenset(place for start, end, _ in named for place in range(start, end))
    return stems, tuple(phrase for *_, phrase in named), covered


@remembered
def heard(context: Focus, word: str) -> float:
    """Say how near the nearest word around a value comes to a word."""
    return max((kinship(word, other) * weight for other, weight in context.focus.items()), default=0.0)


def word_match(words: Iterable[str], stems: Iterable[str]) -> float:
    """Give the share of `words` that occur among `stems`."""
    wanted = list(dict.fromkeys(words))
    given = frozenset(stems)
    if not wanted:
        return 0.0
    return sum(1.0 if word in given else _nearest(word, given) for word in wanted) / len(wanted)


@lru_cache(maxsize=10_000)
def _nearest(word: str, given: frozenset[str]) -> float:
    return nearest(word, given)
