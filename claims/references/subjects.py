"""Which column a table's rows are about: names first, else the labels that stand before all figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.references import cells
from claims.references.vocabulary import CODES, LABELS, NAMES, PARTICLES, POSTS, RELATIONS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from claims.references.inference import Draft
    from claims.references.table import Column

_WORD = re.compile(r"[\w'’.&*-]+")
_BRACKETS = re.compile(r"\s+\([^)]*\)$")
_ELIDED = re.compile(r"[a-z]{1,4}['’-](?=[^\W\d_])")
"""A particle that is joined to its name: "dell'Arco", "es-Salam"."""
_SYMBOL = re.compile(r"[A-Z0-9.&-]{1,6}")
_DAY = frozenset({"date", "day", "when"})
_LONGEST_PARTICLE, _LONGEST_LABEL = 3, 4


def coded(forms: Sequence[str]) -> bool:
    """Say whether a column's name ends in a word for a code: "AC No.", and not "weeks at no. 1"."""
    return bool(forms) and forms[-1] in CODES


def can_be_entity(draft: Draft, column: Column) -> bool:
    """Say whether a column of names may be what rows are about."""
    if column.codes or column.noun:
        return column.role == "category" and not (column.of or RELATIONS & set(column.forms))
    if not column.named or column.role != "category" or column.of or column.dtype == "list":
        return False
    if set(column.words) <= draft.title:
        return True
    leads = column.unique and column.name == next(iter(draft.columns))
    relations = RELATIONS - POSTS if leads else RELATIONS
    return not (relations & set(column.forms) or coded(column.forms))


def find(draft: Draft) -> str:
    """Choose the column that the rows are about, "" if none is."""
    names = [name for name, column in draft.columns.items() if can_be_entity(draft, column) and column.distinct > 0]
    candidates = [*_labels(draft, names), *names]
    aliased = {column.of for column in draft.columns.values() if column.role == "alias"}

    def score(name: str) -> tuple[int, int]:
        column = draft.columns[name]
        points = 4 * bool(NAMES & set(column.forms)) + 3 * (set(column.words) <= draft.title) + 2 * column.unique
        sparse = column.missing * 2 > draft.size
        symbols = len(names) > 1 and column.named and are_symbols(draft, name)
        return points + (name in aliased) + column.named - 3 * sparse - 2 * symbols, -candidates.index(name)

    return max(candidates, key=score, default="")


def _labels(draft: Draft, names: list[str]) -> Iterator[str]:
    """Yield the first column if its texts, no proper names, say what each row, or each row of a time, is about.

    It may follow on one of names that repeat: models after their makers. Rows that have a day each are events, and
    about no label.
    """
    if any(c.role == "date" and c.unique and set(c.words) <= _DAY for c in draft.columns.values()):
        return
    follows = False
    for name, column in draft.columns.items():
        numbered = column.role == "key" and coded(column.forms)
        if column.role == "year" or numbered or (column.role == "date" and not column.unique):
            continue
        label = name not in names and _can_be_label(draft, name)
        times = [n for n, c in draft.columns.items() if c.role == "year" or c.resolution == "month"]
        if label and (column.unique or (not follows and any(draft.tells_apart((name, time)) for time in times))):
            yield name
        elif not column.unique and (label or name in names):
            follows = True
            continue
        return


def _can_be_label(draft: Draft, name: str) -> bool:
    column = draft.columns[name]
    if column.dtype != "text" or column.named or column.missing or column.of or column.distinct < 2:
        return False
    forms = set(column.forms)
    other = forms & (LABELS | RELATIONS | UNITS) or coded(column.forms)
    return (set(column.words) <= draft.title or not other) and all(
        len(text.split()) <= _LONGEST_LABEL for text in draft.texts(name)
    )


def are_symbols(draft: Draft, name: str) -> bool:
    """Say whether all names are short symbols, as tickers are."""
    return all(_SYMBOL.fullmatch(text) for text in draft.texts(name))


def are_names(filled: pa.Array, dtype: cells.Dtype) -> bool:
    """Say whether nearly all different cells are written as proper names."""
    sample = filled[:1000].unique()[:300].to_pylist()
    if dtype == "list":
        sample = [part for text in sample for part in cells.names(text)]
    return bool(sample) and sum(map(is_name, sample)) >= 0.8 * len(sample) and any(len(text) > 2 for text in sample)


def begin_as_names(filled: pa.Array) -> bool:
    """Say whether all cells are of two words or more, the first two with a capital: "Abe Kamala ole"."""
    words = [_WORD.findall(text) for text in filled[:1000].unique()[:300].to_pylist()]
    return bool(words) and all(len(w) > 1 and w[0][:1].isupper() and w[1][:1].isupper() for w in words)


def is_name(text: str) -> bool:
    """Say whether every weighty word begins with a capital or a digit, the first with a capital.

    A short word in lower case between others is a particle in any language; brackets behind a name count for nothing.

    >>> [is_name(t) for t in ("St Olave's Hospital", "Requires improvement", "time trial", "G000386", "Bank of Elm")]
    [True, False, False, False, True]
    >>> [is_name(t) for t in ("Theater am Markt", "Teatro dell'Arco", "Tell es-Salam", "Grade II", "Up to date")]
    [True, True, True, True, False]
    >>> is_name("Tarn (brick)"), is_name("(brick)")
    (True, False)
    """
    words = _WORD.findall(_BRACKETS.sub("", text) or text)
    if not words or len(words) > 10 or (len(words) == 1 and any(c.isdigit() for c in text)):
        return False
    inner = words[1:-1]
    heavy = [word for word in words if word.lower() not in PARTICLES and not (word in inner and _particle(word))]
    first = [_ELIDED.sub("", word.lstrip("'’")) for word in heavy or words]
    return all(w[:1].isupper() or w[:1].isdigit() or not w[:1].isalpha() or w[1:2].isupper() for w in first) and any(
        w[:1].isalpha() for w in first
    )


def _particle(word: str) -> bool:
    return word.islower() and len(word) <= _LONGEST_PARTICLE
