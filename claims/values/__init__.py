"""Values: every number, date and age of an article, typed, hedged and resolved; and their comparison.

The reader knows no patterns when it looks for numerals: one scan finds every digit and number word, then the family
modules read around each of them. What no rule explains is kept as kind `number`, rule `unexplained`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.types import Article, Value, as_article
from claims.values.comparing import Comparison, compare, interval

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Comparison", "compare", "find_values", "interval", "read_value"]


def find_values(article: Article | str) -> list[Value]:
    """Find every number, date, age and amount of an article.

    Parameters
    ----------
    article : Article or str
        The article; relative dates are resolved from `Article.published`.

    Returns
    -------
    list of Value
        In the order of the text; excluded numerals included, with the rule that excludes them.

    Examples
    --------
    >>> for value in find_values("Kishor, 45, asked for around 370 seats."):
    ...     print(value.kind, value.amount, value.comparator, value.unit, value.of)
    age 45 eq year Kishor
    count 370 approx seat
    """
    from claims.values import reader

    return reader.read(as_article(article))


def read_value(text: str, published: dt.date | str | None = None) -> Value:
    """Read the one value of a phrase.

    Raises
    ------
    InputError
        If the phrase holds no value, or more than one.

    Examples
    --------
    >>> read_value("around 370 seats").comparator
    'approx'
    """
    found = [v for v in find_values(Article(text, published=published)) if v.kind != "excluded"]  # type: ignore[arg-type]
    if len(found) != 1:
        told = "no value" if not found else "more than one value: " + ", ".join(repr(v.text) for v in found)
        raise InputError(f"{told} in {text!r}", hint='give a phrase with one value, such as "around 370 seats"')
    return found[0]
