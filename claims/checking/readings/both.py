"""What is said of two together: "Both are from Elm", "The two belong to the Hale Group"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.officers import alike
from claims.checking.query import Filter, Query, same, select
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

NAMING = frozenset({"category", "association"})
BEING = frozenset("be come hail base belong lie stand live".split())
"""Verbs by which a name behind tells what, where or whose something is."""
DOING = frozenset("play swim ride run race work row fight".split())
TIED, SAID = 0.95, 0.85


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what the rows of two have in the place of a name that is said of both."""
    names = pair(desk)
    mention = desk.context.discourse.asserted_at(desk.context.tokens[0]) if names else None
    for view in desk.views if mention is not None else ():
        for value, weight in (mention.said or mention.values) if mention else ():
            for column in _columns(view, names, value):
                yield _reading(desk, view, column, names, (value, weight))


@remembered
def pair(desk: Desk) -> tuple[str, ...]:
    """Give the two that a name is said of together: those named last, where "both" or "the two" opens the clause."""
    context, discourse = desk.context, desk.context.discourse
    if desk.statement.kind not in NAMING or not _verb(desk, BEING | DOING):
        return ()
    start = context.sentence[0]
    last = context.document.sentence(max(0, start - 2))
    for span in ((start, context.clause[0]), last if last[0] >= discourse.paragraph(start)[0] else (start, start)):
        names = dict.fromkeys(m.best for m in discourse.mentions_in(span) if m.values and m.outright)
        kin = [n for n in names if any(n != other and alike(desk.index, n, other) for other in names)]
        if kin:
            return tuple(kin) if len(kin) == 2 else ()
    return ()


def _verb(desk: Desk, verbs: frozenset[str]) -> bool:
    """Say whether "both" or "the two" and one of some verbs are all that leads to the name."""
    before = [t for t in desk.context.line if t.idx < desk.statement.start and not t.is_punct]
    opened = _opened(before)
    return bool(opened) and any(t.lemma_.lower() in verbs for t in opened) and not _others(desk, opened)


def _opened(tokens: list[Token]) -> list[Token]:
    """Give what follows "both" or "the two" at the start of a clause."""
    words = [t.lower_ for t in tokens]
    first = next((n for n, word in enumerate(words[:3]) if word == "both" or words[n : n + 2] == ["the", "two"]), None)
    return tokens[first + 1 :] if first is not None and "of" not in words[first:] else []


def _others(desk: Desk, tokens: list[Token]) -> bool:
    return any((m := desk.context.discourse.mention_at(t)) and m.outright for t in tokens)


def _columns(view: View, names: tuple[str, ...], value: str) -> list[str]:
    """Give the columns of a table with a row for each of the two that a name stands in."""
    if not view.entity or any(len(view.rows(view.entity, name)) != 1 for name in names):
        return []
    return [c for c in view.names if c != view.entity and view.rows(c, value)]


def _reading(desk: Desk, view: View, column: str, names: tuple[str, ...], asserted: tuple[str, float]) -> Reading:
    """Ask for what both have, or for what the one has who differs."""
    value, weight = asserted
    held = {name: view.cells(column)[select(view, (same(view, view.entity, name),))[0]] for name in names}
    other = next((name for name, cell in held.items() if cell != value), "")
    alone = other and len(set(held.values())) > 1
    where = (same(view, view.entity, other),) if alone else (Filter(view.entity, "in", names),)
    return Reading(
        family="category", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", TIED), ("words", SAID * weight), ("time", 0.9)),
        said=f"{column} of {other if alone else ' and '.join(names)}", form="name", asserted=value,
        refutes=_verb(desk, BEING),
    )  # fmt: skip
