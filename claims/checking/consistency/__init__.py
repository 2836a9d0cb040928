"""Find what an article says against itself, without any table: sums, shares, ages, weekdays, conversions.

Each rule needs an explicit pattern in one sentence, for a false alarm is worse than silence. It reports the places
that do not fit, and does not choose which side is wrong: in "Thursday, 27 June 2017" the slip may be in
the weekday or in the date (LanguageTool #1017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.consistency import changes, lives, sums
from claims.checking.consistency.repeated import deictic_weekdays, twice, weekdays

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from claims.checking.consistency.found import Rule
    from claims.types import Inconsistency, Span, Value

__all__ = ["consistency"]

RULES: tuple[Rule, ...] = (
    sums.sums,
    sums.shares,
    sums.shares_after,
    sums.majorities,
    lives.lives,
    lives.spans_of_life,
    lives.anniversaries,
    lives.durations,
    changes.changes,
    changes.multiples,
    changes.conversions,
)


def consistency(
    values: Sequence[Value], text: str, sentences: Sequence[Span], published: dt.date | None = None
) -> tuple[Inconsistency, ...]:
    """Check an article's values against each other.

    Parameters
    ----------
    values : sequence of Value
        As `find_values` gives them.
    text : str
        The article.
    sentences : sequence of (start, end)
        Its sentences.
    published : datetime.date, optional
        Publication date, for ages against birth dates.

    Returns
    -------
    tuple of Inconsistency
        In the order of the text; empty where nothing contradicts.

    Examples
    --------
    >>> from claims.values import find_values
    >>> text = "The fleet has 30 ships (24 ferries and 7 tugs)."
    >>> [f.explanation for f in consistency(find_values(text), text, [(0, len(text))])]
    ['the parts 24 + 7 make 31, not 30']
    """
    told = [v for v in values if v.kind != "excluded"]
    found = [*weekdays(told), *deictic_weekdays(told, text)]
    for start, end in sentences:
        inside = [v for v in told if start <= v.start and v.end <= end]
        for rule in RULES:
            found += rule(inside, text, published)
    found += twice(told, text)
    return tuple(sorted(dict.fromkeys(found), key=lambda f: f.spans))
