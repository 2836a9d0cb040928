"""The names of a large column by their first and last words: whom a text may mean, without an entry for every form.

A million names take two numbers each; the words of a text choose among them with numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.references import forms
from claims.references.arrow import numbers, strings
from claims.references.wordlists import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import numpy as np
    import pyarrow as pa

_CHUNK = 200_000
_RIVALS = 50
"""Bearers of a last word beyond which only those whose first word the text has too are told apart."""


class Register:
    """The different names of one column.

    Examples
    --------
    >>> import pyarrow as pa
    >>> register = Register(pa.array(["Ada Byron", "José Okoye-Lund", "Bo Vale Jr."]))
    >>> register.bearers(["byron", "vale", "lund"]), register.known(["Ada Byron", "Bo"])
    (['Ada Byron', 'José Okoye-Lund', 'Bo Vale Jr.'], ['Ada Byron'])
    """

    def __init__(self, names: pa.Array) -> None:
        import pyarrow as pa

        self._names = names
        chunks = [_ends(names[start : start + _CHUNK]) for start in range(0, len(names), _CHUNK)]
        self._first, self._last = (_numbered(pa.chunked_array([c[side] for c in chunks])) for side in (0, 1))

    def known(self, names: Collection[str]) -> list[str]:
        """Give those of some names that are in the register."""
        import pyarrow.compute as pc

        asked = strings(names)
        return asked.filter(pc.is_in(asked, value_set=self._names)).to_pylist()  # type: ignore[no-any-return]

    def bearers(self, words: Iterable[str]) -> list[str]:
        """Give the names that a text with these folded words may mean, by their last word.

        Of a last word with many bearers, those whose first word is there too, and two others, so that the last word
        alone still means nobody.
        """
        import numpy as np

        asked = list(words)
        last = np.flatnonzero(_among(self._last, asked))
        numbers = self._last[0][last]
        many = np.bincount(numbers, minlength=1)[numbers] > _RIVALS if len(numbers) else np.zeros(0, bool)
        both = _among(self._first, asked)[last]
        kept = both | ~many
        for number in np.unique(numbers[many]):
            kept[np.flatnonzero(~both & (numbers == number))[:2]] = True
        return self._names.take(last[kept]).to_pylist()  # type: ignore[no-any-return]


def _ends(names: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Give the first words and the last ones, titles behind a name left out."""
    import pyarrow.compute as pc

    ends = (pc.replace_substring_regex(names, pattern, "") for pattern in ("(?s) .*$", "(?s)^.* "))
    first, last = (pc.ascii_lower(words) for words in ends)
    plain = pc.and_(pc.match_substring_regex(first, "^[a-z]+$"), pc.match_substring_regex(last, "^[a-z]{4,}$"))
    rest = pc.indices_nonzero(pc.invert(plain))
    words = [
        [word for word in forms.fold(name).split() if word not in SUFFIXES] or [""]
        for name in names.take(rest).to_pylist()
    ]
    starts, stops = (strings(of[side] for of in words) for side in (0, -1))
    return tuple(pc.replace_with_mask(e, pc.invert(plain), new) for e, new in ((first, starts), (last, stops)))


def _numbered(words: pa.ChunkedArray) -> tuple[np.ndarray[Any, Any], pa.Array]:
    encoded = words.dictionary_encode().combine_chunks()
    return numbers(encoded.indices), encoded.dictionary


def _among(column: tuple[np.ndarray[Any, Any], pa.Array], words: list[str]) -> np.ndarray[Any, Any]:
    """Say of each name whether its word is one of these."""
    import pyarrow.compute as pc

    codes, known = column
    wanted = numbers(pc.is_in(known, value_set=strings(words)).cast("uint8")).view(bool)
    return wanted[codes]  # type: ignore[no-any-return]
