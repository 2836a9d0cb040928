"""Bring the forms of one name together: surname to full name, acronym to the words it stands for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claims.names import words
from claims.names.kinds import surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.names.kinds import NameKind
    from claims.names.runs import Run, Token

Form = tuple[str, ...]
AMBIGUOUS: Form = ()

_SMALL = frozenset(("of", "the", "and", "for", "&", "-"))
_LINKED = ("person", "organisation")


def full_forms(
    tokens: Sequence[Token], runs: Sequence[Run], kinds: Sequence[NameKind]
) -> tuple[list[Form], list[NameKind]]:
    """Give the fullest form of each name, AMBIGUOUS where two fit; and the kind, which short forms take over."""
    forms = [surface(tokens, run) for run in runs]
    kind_of = dict(zip(forms, kinds, strict=True))
    longer = _longer(kind_of)
    full = {form: _fullest(form, kind_of, longer) for form in kind_of}
    full |= {
        short: full[form] or form for short, form in _acronyms(tokens, runs, forms, kind_of) if full[short] == short
    }
    for form, fullest in full.items():
        if fullest != form:
            kind_of[form] = kind_of[fullest] if fullest else "person"
    return [full[form] for form in forms], [kind_of[form] for form in forms]


def _longer(kind_of: Mapping[Form, NameKind]) -> Mapping[str, list[Form]]:
    """Index the longer names by their first and by their last word."""
    index: defaultdict[str, list[Form]] = defaultdict(list)
    for form, kind in kind_of.items():
        if len(form) > 1 and kind in _LINKED:
            for word in dict.fromkeys((form[0], form[-1])):
                index[word].append(form)
    return index


def _fullest(form: Form, kind_of: Mapping[Form, NameKind], longer: Mapping[str, list[Form]]) -> Form:
    kind = kind_of[form]
    fitting = [
        other
        for other in longer.get(form[-1], []) + longer.get(form[0], [])
        if len(other) > len(form) and kind in ("other", kind_of[other]) and _shortens(form, other, kind_of[other])
    ]
    fitting = list(dict.fromkeys(fitting))
    longest = [one for one in fitting if not any(len(o) > len(one) and _shortens(one, o, kind_of[o]) for o in fitting)]
    if not longest:
        return form
    return longest[0] if len(longest) == 1 else AMBIGUOUS


def _shortens(short: Form, full: Form, kind: NameKind) -> bool:
    """Tell whether a form is the end or the start of a full name, or leaves out its middle."""
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    return kind == "person" and len(short) == 2 and (short[0], short[-1]) == (full[0], full[-1])


def _acronyms(
    tokens: Sequence[Token], runs: Sequence[Run], forms: Sequence[Form], kind_of: Mapping[Form, NameKind]
) -> Iterator[tuple[Form, Form]]:
    """Pair acronyms with their words: by their initials, or beside them in brackets."""
    spelled: defaultdict[str, list[Form]] = defaultdict(list)
    for form in kind_of:
        if len(form) > 2:
            spelled["".join(word[0] for word in form if word.lower() not in _SMALL)].append(form)
    for form in kind_of:
        if len(form) == 1 and len(form[0]) > 2 and len(spelled.get(form[0], ())) == 1:
            yield form, spelled[form[0]][0]
    for one, other, left, right in zip(runs, runs[1:], forms, forms[1:], strict=False):
        if other.first == one.last + 1 and tokens[one.last].text == "(" and len(left) > len(right) == 1:
            yield right, left
        elif other.first == one.last + 1 and tokens[one.last].text == "(" and len(right) > len(left) == 1:
            yield left, right


def tell_apart(runs: Sequence[Run], names: Sequence[str]) -> list[str]:
    """Keep Mr Lee and Ms Lee apart: by their titles, and without a title as nobody."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for run, name in zip(runs, names, strict=True):
        titles[name].update(run.titles)
    apart = {name for name, said in titles.items() if said & words.MALE and said & words.FEMALE}
    return [
        name if name not in apart else f"{run.titles[0].capitalize()} {name}" if run.titles else ""
        for run, name in zip(runs, names, strict=True)
    ]
