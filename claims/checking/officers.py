"""Whom a role at something stands for: "the head of the mill, 57", "the man who runs it", "its director"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.checking.people import holds_people
from claims.checking.remembered import remembered
from claims.checking.words import STRONG, kinship, stem, stems_of
from claims.names.words import PAST, ROLE_ENDINGS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.checking.index import Index
    from claims.checking.tables import View
    from claims.language import Document

HEADS = frozenset("head boss chief leader".split())
"""Roles that whoever has the post of a table may be called by, whatever it is called there."""
ANYBODY = frozenset("man woman person".split())
RELATED = frozenset(
    "predecessor successor neighbour neighbor friend colleague teammate partner rival "
    "cousin uncle aunt nephew niece".split()
)
RUNNING = frozenset("run lead head manage direct own chair captain coach edit".split())
OF = frozenset("of at in from behind".split())
OTHERS = PAST | frozenset("best deputy assistant vice next first last other previous new old".split())
NAMING = frozenset("appos flat".split())
THAT = frozenset({"that", "those"})
KNOWN, REACH = 0.9, 450


class Officers:
    """Finds in one document the roles that stand for a person of the tables, once what is named is known."""

    def __init__(self, index: Index, document: Document, mentions: Sequence[Mention]) -> None:
        self.index, self.document, self.mentions = index, document, mentions
        self.starts = [m.start for m in mentions]

    def found(self) -> Iterator[Mention]:
        """Yield each role with whoever has it in the tables."""
        for token in self.document.listed:
            if token.lower_ in THAT and (thing := self._that_of(token)):
                yield Mention(token.idx, token.idx + len(token.text), token.text, ((thing, KNOWN),), back=True)
            if token.tag_ != "NN" or not token.is_lower or not is_role(token) or self._named(token):
                continue
            body = self._body(token)
            if body is None or not body.values or (body.person and not body.said):
                continue
            name = (body.said or body.values)[0][0]
            runs = token.lower_ not in ANYBODY or any(c.lemma_ in RUNNING for c in token.children)
            if person := self._holder(token, name) if runs else self._member(token, name):
                end = token.idx + len(token.text)
                yield Mention(token.idx, end, token.text, ((person, KNOWN),), person=True, back=True)

    def _mention(self, token: Token) -> Mention | None:
        at = bisect_right(self.starts, token.idx) - 1
        return self.mentions[at] if at >= 0 and self.mentions[at].end > token.idx else None

    def _named(self, token: Token) -> bool:
        """Say whether a name goes with the role, or it is another's, or it only tells what somebody is."""
        children = list(token.children)
        over = self._mention(token)
        if (over and (over.person or over.back)) or any(
            c.dep_ == "cop" or c.lower_ in OTHERS | {"a", "an"} for c in children
        ):
            return True
        beside = [c for c in children if c.dep_ in NAMING] + [token.head] * (token.dep_ in NAMING)
        first, after = token.left_edge.i, token.i + 1
        beside += [
            token.doc[i] for i in (first - 1, first - 2, after, after + 1) if token.sent.start <= i < token.sent.end
        ]
        return any((m := self._mention(t)) and m.person and m.named for t in beside)

    def _body(self, token: Token) -> Mention | None:
        """Give what the role is had at: "the boss of Ash Mill", "the Ash race's boss", "who runs Ash Mill"."""
        for child in token.children:
            cases = {c.lower_ for c in child.children if c.dep_ == "case"}
            if child.dep_ in ("nmod:poss", "compound") or (child.dep_ == "nmod" and cases & OF):
                named = (child, *(c for c in child.children if c.dep_ == "compound"))
            elif child.dep_ == "acl:relcl" and child.lemma_ in RUNNING and child.tag_ in ("VBZ", "VBP"):
                named = tuple(c for c in child.children if c.dep_ == "obj")
            else:
                continue
            if child.lower_ == "whose":
                named = tuple(token.ancestors)
            found = next((m for t in named if (m := self._mention(t)) and m.named), None)
            if found is not None and not found.start <= token.idx < found.end:
                return found
        return None

    def _that_of(self, token: Token) -> str:
        """Give the body of the person in "that of Lee", where one of its kind is spoken of before."""
        owners = [c for c in token.children if c.dep_ == "nmod" and "of" in {t.lower_ for t in c.children}]
        person = next((m for c in owners if (m := self._mention(c)) and m.person and m.named), None)
        body = self.index.body_of(person.best) if person else ""
        before = [
            m for m in self.mentions if self.document.sentence(token.idx)[0] <= m.start < token.idx and not m.person
        ]
        return body if body and any(alike(self.index, m.best, body) for m in before) else ""

    def _member(self, token: Token, body: str) -> str:
        """Give the one person named before who has a row with a body: "the man from Elm Town"."""
        before = {m.best for m in self.mentions if m.person and m.named and 0 < token.idx - m.end < REACH}
        found = {
            person for person in before for view in self.index.tables for c in view.names for r in view.rows(c, body)
            if any(view.cells(other)[r] == person for other in view.names)
        }  # fmt: skip
        return found.pop() if len(found) == 1 else ""

    def _holder(self, token: Token, named: str) -> str:
        """Give the one person who has the role at a body, by the role's own word, else as the only one there."""
        bodies = (named, *self.index.implied(named))
        plainly, likely = set[str](), set[str]()
        for view in (v for v in self.index.tables if not ((v.day or v.year) and v.repeats)):
            for column in (c for c in view.names if holds_people(view, c)):
                rows = _now(view, [r for c in view.names if c != column for b in bodies for r in view.rows(c, b)])
                rows = [r for r in rows if _titled(view, r, token)] or rows
                found = {v for r in rows if isinstance(v := view.cells(column)[r], str)}
                if len(found) == 1 and _called(view, column, rows[0], token):
                    plainly |= found
                elif len(found) == 1 and token.lower_ in HEADS | ANYBODY:
                    likely |= found
        chosen = plainly or likely
        return chosen.pop() if len(chosen) == 1 else ""


@remembered
def alike(index: Index, one: str, other: str) -> bool:
    """Say whether two names stand in one column of a table."""
    return any(view.rows(c, one) and view.rows(c, other) for view in index.tables for c in view.names)


def is_role(token: Token) -> bool:
    """Say whether a noun is one for a person by what he or she does, or is to another."""
    word = token.lower_
    return word in ROLES | ANYBODY | RELATED or (len(word) > 5 and word.endswith(ROLE_ENDINGS))


def _titled(view: View, row: int, role: Token) -> bool:
    """Say whether a post in a row is the whole of what somebody is called: "presiding judge"."""
    own = {stem(t.text) for t in role.lefts if t.dep_ in ("compound", "amod")} | {stem(role.text)}
    return any({*stems_of(str(view.cells(c)[row]))} == own for c in view.names if not view.columns[c].named)


def _called(view: View, column: str, row: int, role: Token) -> bool:
    """Say whether a table, its column of people or the post in a row is called by a role."""
    posts = [str(view.cells(c)[row]) for c in view.names if not view.columns[c].named]
    words = {*stems_of(column), *stems_of(view.name), *(s for post in posts for s in stems_of(post))}
    return any(kinship(stem(role.text), word) >= STRONG for word in words)


def _now(view: View, rows: list[int]) -> list[int]:
    """Leave the terms that have not ended, and of those without an end the last that began."""
    if view.end:
        return [r for r in rows if view.cells(view.end)[r] is None]
    if view.start and rows:
        last = max(str(view.cells(view.start)[r] or "") for r in rows)
        return [r for r in rows if str(view.cells(view.start)[r] or "") == last]
    return rows
