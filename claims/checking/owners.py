"""Whose row words are said of, and whether they speak of another time or of several together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checking.agreement import WEEKDAYS
from claims.checking.doers import doer_of
from claims.checking.query import Filter, Query, same
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention
    from claims.checking.phrasings import Hit
    from claims.checking.tables import View
    from claims.types import Span

OPENERS = frozenset("while as whereas with but".split())
SEVERAL = r"averag\w+|combin\w+|per|each|both|stretch|(?<!front )of (?:his|her|their|its) \w+ "
EARLIER = r"(?:season|career)(?! ?-)|last|previous|past|earlier|coming|next (?:game|day|week)"
PARTS = r"(?:first|second|third|fourth|final|opening) (?:quarter|half|period|minute)"
BETWEEN = r"(?:within|by|up|down|deficit of|lead of)(?: (?:just|only|as many as))?"
MISSED = r"(?:nearly|almost) (?:match|equal|tie|reach|break|beat|surpass)\w*\b[^,;]*"
NOT_ITS_OWN = re.compile(rf"\b(?:{BETWEEN}|{MISSED})\s*$", re.IGNORECASE)
"""What stands before a figure that only lies between two, or that is not quite reached: "pulled within two points"."""
PART = re.compile(rf"\b{PARTS}\b", re.IGNORECASE)
OTHER_TIMES = re.compile(rf"\b(?:{SEVERAL}|{EARLIER}|{PARTS})\b", re.IGNORECASE)
RESPECTIVE = re.compile(r"\b(?:former|latter|respectively)\b", re.IGNORECASE)
SUBJECTS, OBJECTS = frozenset({"he", "she", "his", "her"}), frozenset({"him", "them"})
HELD = re.compile(r"\b\w+ (?:him|her|it|them) to [^,.;]{0,20}$", re.IGNORECASE)
FAVOURED = re.compile(r"\b(?:allow|enabl|help|lift|propel)\w* (?:him|her|it|them) to [^,.;]*$", re.IGNORECASE)
"""What stands before what the subject itself got: "scored twice, helping them to a win at their home ground"."""
OWN = re.compile(r"\bof (?:his|her|its|their) own\b", re.IGNORECASE)
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
PLACES = {"former": 0, "latter": 1}
PREPOSITIONS = frozenset("from by for".split())


@dataclass(frozen=True, slots=True)
class Owner:
    """The row that words are said of; `said` is where the article names it."""

    view: View
    where: tuple[Filter, ...]
    name: str
    weight: float
    said: Span = (0, 0)

    @property
    def row(self) -> int:
        """Give the row's place in the table."""
        return self.view.rows(self.where[0].column, self.where[0].value)[0]  # type: ignore[arg-type]

    def reading(self, query: Query, said: str, check: Check | None) -> Reading:
        """Give the reading of a declared phrasing: its words settle what is asked."""
        return Reading(
            family="phrasing", query=query, parts=(("subject", self.weight), ("words", 1.0)), said=said,
            form="check" if check else "number", asserted=check,
        )  # fmt: skip


def elsewhere(desk: Desk, hit: Hit) -> bool:
    """Say whether the words around speak of another time, of a part, or of several together."""
    literal = desk.context.text[hit.span[0] : hit.span[1]]
    if literal.startswith("("):
        return False
    if not hit.phrasing.condition and NOT_ITS_OWN.search(desk.context.text, desk.context.sentence[0], hit.span[0]):
        return True
    of_a_part = PART.search(desk.context.text, desk.context.sentence[0], hit.span[0]) and not PART.search(literal)
    if of_a_part and any(f.slot.operation == "value" for f in hit.filled):
        return True
    start = max(desk.context.sentence[0], hit.span[0] - 60)
    before = re.split(r"[,;]", desk.context.text[start : hit.span[0]])[-1]
    after = re.split(r"[,;.]| and ", desk.context.text[hit.span[1] : min(desk.context.sentence[1], hit.span[1] + 50)])[
        0
    ]
    if SHORT.match(after) or (not hit.phrasing.condition and _another_day(desk, after)):
        return True
    return bool(OTHER_TIMES.search(before) or OTHER_TIMES.search(after)) and not OTHER_TIMES.search(literal)


SHORT = re.compile(r"\s*(?:short|shy|away|adrift)\b")


def _another_day(desk: Desk, after: str) -> bool:
    """Say whether a figure is said to be of a weekday other than the publication's or the one before: "on Monday"."""
    published, day = desk.context.discourse.published, after.lower().split()[:2]
    if published is None or day[:1] != ["on"] or day[-1] not in WEEKDAYS:
        return False
    return (published.weekday() - WEEKDAYS.index(day[-1])) % len(WEEKDAYS) > 1


def owner_of(discourse: Discourse, hit: Hit, view: View) -> Owner | None:
    """Find the row that a phrasing is said of: the name inside it, else the nearest before it, persons first."""
    inside = next((f for f in hit.filled if f.slot.kind == "name" and f.slot.table == view.name), None)
    if inside is not None:
        mention = next((m for m in discourse.mentions_in((inside.start, inside.end)) if m.values), None)
        return row_of(mention, view) if mention else None
    if giver := _giver(discourse, hit):
        return row_of(giver, view)
    at, text = hit.span[0], discourse.document.article.text
    sentence = discourse.document.sentence(at)
    before = discourse.mentions_in((sentence[0], at))
    if text[at] == "(" and before and not text[before[-1].end : at].strip():
        return row_of(before[-1], view)
    if favoured := FAVOURED.search(text, sentence[0], at):
        return _doer(discourse, *favoured.span(), view)
    if held := HELD.search(text, sentence[0], at):
        return _rival(view, _doer(discourse, *held.span(), view))
    if hit.phrasing.condition and (doer := _doer(discourse, *hit.anchor, view)):
        return doer
    if OWN.search(text, *hit.span):
        before = before[:1]
    persons = any(m.person for m in before)
    if RESPECTIVE.search(text, *sentence):
        mention = _of_two(discourse, (sentence[0], at))
        return row_of(mention, view) if mention else None
    for mention in reversed(before):
        if mention.back and mention.text.lower() in OBJECTS:
            continue
        first = sentence[0] if mention.back else mention.end
        if any(first <= s.start < at for s in discourse.strangers):
            return None
        if _of_others(discourse, mention, hit.span[0], before, view):
            continue
        if mention.person or not persons or _opens(discourse, mention):
            return row_of(_meant(discourse, mention), view)
    return _after(discourse, hit, view)


def _giver(discourse: Discourse, hit: Hit) -> Mention | None:
    """Take the person from whom a figure is said to have come: "the Otters got 28 goals and two saves from Voss"."""
    text, sentence = discourse.document.article.text, discourse.document.sentence(hit.span[0])
    before, after = (discourse.mentions_in(s) for s in ((sentence[0], hit.span[0]), (hit.span[1], sentence[1])))
    if not after or not after[0].person or any(m.person for m in before):
        return None
    got = GOT.search(text, sentence[0], hit.span[0]) is not None
    return after[0] if got and text[hit.span[1] : after[0].start].split()[-1:] == ["from"] else None


GOT = re.compile(r"\b(?:got|get|gets|getting|had|received|saw)\b[^.;]*$")


def _doer(discourse: Discourse, start: int, end: int, view: View) -> Owner | None:
    """Give the row of the subject of a verb among some words."""
    verb = next((t for t in discourse.document.line(start, end) if t.pos_ == "VERB"), None)
    mention = doer_of(discourse, verb) if verb is not None else None
    return row_of(_meant(discourse, mention), view) if mention else None


def _rival(view: View, row: Owner | None) -> Owner | None:
    """Take "them", in a table of two rows, for the one that is not the subject: "the Otters held them to 12 shots"."""
    if row is None or view.size != 2 or not view.entity:
        return None
    name = str(view.cells(view.entity)[1 - row.row])
    return replace(row, where=(same(view, view.entity, name),), name=name)


def _of_others(discourse: Discourse, mention: Mention, at: int, before: tuple[Mention, ...], view: View) -> bool:
    """Say whether a name only owns what is told before, of a subject of its own: "the Otters, past Elm's wall, had"."""
    root = discourse.document.tokens(mention.start, mention.end).root
    subjects = (m for m in before if m.start < mention.start and is_subject(discourse, m))
    owning = any(c.tag_ == "POS" for c in root.children)
    return owning and root.idx < root.head.idx < at and any(row_of(m, view) for m in subjects)


def _of_two(discourse: Discourse, span: Span) -> Mention | None:
    """Take the first of two named for "the former", the second for "the latter"."""
    said = list(RESPECTIVE.finditer(discourse.document.article.text, *span))
    if not said or said[-1][0].lower() not in PLACES:
        return None
    named = [m for m in discourse.mentions_in((span[0], said[0].start())) if not m.back][-2:]
    return named[PLACES[said[-1][0].lower()]] if len(named) == 2 else None


def _meant(discourse: Discourse, mention: Mention) -> Mention:
    """Take "he" for the one person named before it in the sentence, else in the sentence before."""
    if mention.text.lower() not in SUBJECTS:
        return mention
    start = discourse.document.sentence(mention.start)[0]
    for span in ((start, mention.start), (discourse.document.sentence(max(0, start - 2))[0], start)):
        persons = {m.best: m for m in discourse.mentions_in(span) if m.person and not m.back}
        if persons:
            return next(iter(persons.values())) if len(persons) == 1 else mention
    return mention


def _opens(discourse: Discourse, mention: Mention) -> bool:
    """Say whether a name begins a clause of its own: "while the Rovers took 24 throws"."""
    tokens = discourse.document.line(mention.start, mention.end)
    first = tokens[0].i - 1
    doc = discourse.document.doc
    while first > 0 and doc[first].lower_ in ("the", "both"):
        first -= 1
    return doc[first].lower_ in OPENERS or is_subject(discourse, mention)


def is_subject(discourse: Discourse, mention: Mention) -> bool:
    """Say whether a name is the subject of a clause."""
    return discourse.document.tokens(mention.start, mention.end).root.dep_ in SUBJECT


def _after(discourse: Discourse, hit: Hit, view: View) -> Owner | None:
    """Take the name that follows: "got 38 points from Ames", "with 38 points, Ames led"."""
    end = discourse.document.sentence(hit.span[0])[1]
    mention = next((m for m in discourse.mentions_in((hit.span[1], end))), None)
    if mention is None:
        return None
    between = discourse.document.article.text[hit.span[1] : mention.start].split()
    return row_of(mention, view) if len(between) < 3 and (not between or between[0] in PREPOSITIONS | {","}) else None


def row_of(mention: Mention, view: View) -> Owner | None:
    """Give the one row that a name stands for."""
    found: dict[int, Owner] = {}
    for value, weight in mention.values:
        for column in sorted(view.names, key=lambda c: c != view.entity):
            if len(rows := view.rows(column, value)) == 1:
                found.setdefault(
                    rows[0],
                    Owner(view, (same(view, column, value),), value, max(0.9, weight), (mention.start, mention.end)),
                )
    return next(iter(found.values())) if len(found) == 1 else None


def named_before(discourse: Discourse, at: int, view: View, besides: Owner | None = None) -> Owner | None:
    """Find the row of a table that was named last before."""
    for mention in reversed(discourse.mentions_in((0, at))):
        row = row_of(mention, view)
        if row and (besides is None or row.row != besides.row):
            return row
    return None


def subject_before(discourse: Discourse, at: int, view: View) -> Owner | None:
    """Find the row that was named last, or the subject of that sentence: "the Otters won against the Herons"."""
    last = named_before(discourse, at, view)
    if last is None:
        return None
    start = discourse.document.sentence(last.said[0])[0]
    subjects = (m for m in reversed(discourse.mentions_in((start, last.said[1]))) if is_subject(discourse, m))
    return next((row for m in subjects if (row := row_of(m, view))), last)
