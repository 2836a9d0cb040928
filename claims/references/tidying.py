"""Rows as people lay them out -> a header and rows of its width.

Titles above the header, a second line of headers, notes below the rows, columns and rows without content and an index
without a name are taken away. What cannot be told apart from data is refused with its place.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.errors import ReferencesError

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTE = re.compile(r"(?:sources?|notes?|data|figures)\b|[*†‡§(\[©]|\d\)", re.IGNORECASE)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_NUMBER = re.compile(r"[-+\d.,% ]*\d[-+\d.,% ]*")

Row = tuple[int, list[str]]
"""A row and its number in the file, from 0."""


def tidy(given: Sequence[Sequence[str]], where: str) -> tuple[list[str], list[list[str]]]:
    """Find the header and the rows below it.

    >>> tidy([["Our towns", "", ""], ["", "People", ""], ["Town", "2020", "2021"], ["Fenby", "7", "8"]], "towns.xlsx")
    (['Town', 'People 2020', 'People 2021'], [['Fenby', '7', '8']])
    """
    rows = [(number, [cell.strip() for cell in row]) for number, row in enumerate(given)]
    single = max(map(len, given), default=0) == 1
    rows = [(number, row) for number, row in rows if row and (single or any(row))]
    rows = _without_title(rows)
    if not rows:
        return [], []
    names, body = rows[0][1], rows[1:]
    if len(body) > 1 and _doubled(names, body[0][1]):
        names, body = _joined(names, body[0][1]), body[1:]
    while (
        len(names) > 1 and not names[-1] and not any(row[len(names) - 1 :] and row[len(names) - 1] for _, row in body)
    ):
        names = names[:-1]
    body = [_fitting(row, len(names)) for row in _without_notes(body, len(names)) if _about(row, names)]
    for number, row in body:
        if len(row) != len(names):
            raise ragged(where, number, len(row), len(names))
    return _named_only(names, [row for _, row in body], where)


def ragged(where: str, number: int, found: int, expected: int) -> ReferencesError:
    """Say that a row has another number of cells than the header."""
    return ReferencesError(
        f"row {number} has {found} cells where the header has {expected}",
        where=f"{where}, line {number + 1}",
        hint="put quotation marks around a cell that holds the delimiter",
    )


def _without_title(rows: list[Row]) -> list[Row]:
    """Leave out lines of one cell, of several words, above a table of several columns."""
    while len(rows) > 2 and _is_title(rows[0][1]) and max(sum(map(bool, row)) for _, row in rows) > 1:
        if rows[0][1][0] == "" and _doubled(rows[0][1], rows[1][1]):
            break
        rows = rows[1:]
    return rows


def _is_title(row: list[str]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and (" " in filled[0] or not row[0])


def _doubled(first: list[str], second: list[str]) -> bool:
    """Say whether a header spans several columns, each named in the line below: a gap follows a name."""
    gaps = any(before and not after for before, after in pairwise(first))
    below = [cell for cell in second if cell]
    complete = len(first) == len(second) and all(a or b for a, b in zip(first, second, strict=True))
    return gaps and complete and all(_YEAR.fullmatch(cell) or not _NUMBER.fullmatch(cell) for cell in below)


def _joined(first: list[str], second: list[str]) -> list[str]:
    """Put "Population" before each name below it."""
    names, over = [], ""
    for above, below in zip(first, second, strict=True):
        over = above or (over if below else "")
        names.append(f"{over} {below}".strip())
    return names


def _without_notes(body: list[Row], width: int) -> list[Row]:
    """Leave out lines of one cell below the rows: "Source: census"."""
    while body and width > 1 and sum(map(bool, body[-1][1])) == 1 and _NOTE.match(body[-1][1][0]):
        body = body[:-1]
    return body


def _about(row: Row, names: list[str]) -> bool:
    """Say whether a row has a cell under a name, and is no note beside the table."""
    return (
        len(row[1]) != len(names)
        or any(name and cell for name, cell in zip(names, row[1], strict=True))
        or not any(names)
    )


def _fitting(row: Row, width: int) -> Row:
    """Cut empty cells off beyond the header."""
    number, cells = row
    return (number, cells[:width]) if len(cells) > width and not any(cells[width:]) else row


def _named_only(names: list[str], rows: list[list[str]], where: str) -> tuple[list[str], list[list[str]]]:
    """Leave out columns that have neither name nor content, and an index that has no name."""
    kept = []
    for place, name in enumerate(names):
        cells = [row[place] for row in rows]
        if not name and place == 0 and cells and cells == [str(number) for number in range(len(cells))]:
            continue
        if not name and any(cells):
            raise ReferencesError(f"column {place + 1} has no name", where=where, hint="name it in the header")
        if name:
            kept.append(place)
    rows = [[row[place] for place in kept] for row in rows]
    return [names[place] for place in kept], [row for row in rows if len(kept) == 1 or any(row)]
