"""Bring the forms of one name together: surname to full name, acronym to the words it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.names.kinds import surface
from claims.names.runs import Run, Token

if TYPE_CHECKING:
    from claims.names import NameKind


def full_names(tokens: list[Token], runs: list[Run], kinds: Sequence[NameKind]) -> list[str]:
    """Give the fullest form of each name, "" where two full names fit."""
    forms = [tuple(surface(tokens, run).split(" ")) for run in runs]
    kind_of = dict(zip(forms, kinds, strict=True))
    acronyms = dict(_acronyms(tokens, runs, forms))
    full = {form: _fullest(form, kind_of, acronyms) for form in dict.fromkeys(forms)}
    return [full[form] for form in forms]


def _acronyms(tokens: list[Token], runs: list[Run], forms: list[tuple[str, ...]]):
    for (one, form), (other, short) in zip(zip(runs, forms), zip(runs[1:], forms[1:])):
        if other.first == one.last + 1 and tokens[one.last].text == "(" and len(short) == 1:
            yield short, form


def _fullest(form, kind_of, acronyms) -> str:
    if form in acronyms:
        return " ".join(acronyms[form])
    kind = kind_of[form]
    longer = [
        other
        for other, its in kind_of.items()
        if len(other) > len(form)
        and its == kind
        and kind in ("person", "organisation")
        and (other[-len(form) :] == form or other[: len(form)] == form)
    ]
    longest = [one for one in longer if not any(len(o) > len(one) and set(one) <= set(o) for o in longer)]
    if not longest:
        return " ".join(form)
    return " ".join(longest[0]) if len(longest) == 1 else ""
