"""Which of two is more, where one is told to be it: "Elm, the older of the two", "its younger rival, Oak"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.query import Query, select
from claims.checking.readings.degrees import columns, degree_of, ends, key_of, tells_age
from claims.checking.readings.extremes import HOLDER, peers
from claims.checking.readings.graded import subject_of
from claims.checking.readings.measures import single, tie
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.degrees import PLAIN_COMPARATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View

BESIDE = re.compile(r",? (?:(?:is|was|are|were|remains) )?(?:the|its|his|her|their|our) ")
"""What parts a name from the degree that is said of it: "Elm, the older", "Elm is the older"."""
HELD = re.compile(r"(?: [\w'’-]+){0,8}?(?:,| is| was| are| were)(?: the)? | (?:[\w'’-]+ )?")
TWO = 2


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield which of two rows is the one with more: those of a river where two bridges cross it."""
    mention, degree = described(desk), degree_of(desk) if desk.statement.kind == "comparison" else None
    if mention is not None and degree is not None:
        for view in desk.views:
            yield from _of_two(desk, view, mention, degree)


def _of_two(desk: Desk, view: View, mention: Mention, degree: Degree) -> Iterator[Reading]:
    """Yield which has more in the rows of two that the mention is one of."""
    for mine in [s for s in single(desk, view) if mention.best in dict(s.filled).values()]:
        pairs = [where for where in peers(desk, view, mine) if len(select(view, where)) == TWO]
        pairs = [where for where in pairs if {*select(view, mine.where)} <= {*select(view, where)}]
        for column, fits in [m for m in columns(desk, view, degree) if tells_age(desk, view, m[0], mine, degree)]:
            for end, sure in ends(degree, view, column):
                key = key_of(view, mine, column)
                for others in pairs:
                    yield Reading(
                        family="extreme",
                        query=Query(operation=f"arg{end}", table=view.name, column=column, where=others, key=key),
                        parts=(("subject", max(HOLDER, tie(mine))), ("words", fits * sure), ("time", mine.time)),
                        said=f"{end} {column} of the two in {view.name}", form="name", asserted=mine.value_of(key),
                        refutes=fits >= 0.6,
                    )  # fmt: skip


@remembered
def described(desk: Desk) -> Mention | None:
    """Give the one of two that a comparative before its noun, or "of the two", is said of; none of other words."""
    context, statement = desk.context, desk.statement
    told = statement.kind == "comparison" and statement.quote.lower() in PLAIN_COMPARATIVES
    if not told or context.before[:1] not in [[word] for word in WORDS] or "than" in context.after[:4]:
        return None
    named = [m for m in context.discourse.mentions_in(context.sentence) if m.named and m.values and not m.back]
    text = context.text
    ahead = [m for m in named if m.end < statement.start and BESIDE.fullmatch(text, m.end, statement.start)]
    behind = [m for m in named if m.start > statement.end and HELD.fullmatch(text, statement.end, m.start)]
    subject = subject_of(context.tokens[-1]) if not (ahead or behind) else None
    return next(iter([*ahead[-1:], *behind, *(m for m in named if subject and m.start <= subject.idx < m.end)]), None)


WORDS = "the its his her their our a an".split()
