"""What pronouns and definite phrases stand for: the one name that fits, or nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.names import words
from claims.names.runs import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.language import Quotation
    from claims.names.kinds import NameKind
    from claims.names.runs import Piece, Run, Token
    from claims.types import Span

_GENDER = dict.fromkeys(("he", "him", "his", "himself"), "male") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
_NEUTRAL = frozenset(("it", "its", "they", "their"))
_OBJECTS = frozenset(("obj", "iobj", "obl"))
_REACH = 3  # sentences back
_AGED = re.compile(r"the (\d{1,3})-year-old\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A name, or a word that stands for it, where it was met."""

    token: int
    name: str
    subject: bool
    says: bool
    pronoun: bool = False


class Resolver:
    """Goes through an article once, remembering whom it has met."""

    def __init__(
        self, text: str, tokens: Sequence[Token], runs: Sequence[Run], names: Sequence[str], kinds: Sequence[NameKind],
        bare: Sequence[Piece], quotations: Sequence[Quotation],
    ) -> None:  # fmt: skip
        self.text, self.tokens, self.runs, self.names, self.kinds = text, tokens, runs, names, kinds
        self.bare = dict(bare)
        self.people: list[Seen] = []
        self.bodies: list[Seen] = []
        self.gender: dict[str, str] = {}
        self.quoted = _quoted(tokens, quotations)
        self.roles = self._roles()
        self.ages = self._ages()
        self.body_names = list(dict.fromkeys(n for n, k in zip(names, kinds, strict=True) if k == "organisation" and n))

    def references(self) -> dict[Span, str]:
        """Give the name behind each pronoun and definite phrase that has exactly one."""
        found: dict[Span, str] = {}
        starts = {run.first: number for number, run in enumerate(self.runs)}
        for at, token in enumerate(self.tokens):
            if at in starts:
                self._meet(starts[at])
            elif token.lower in _GENDER and token.pos == "PRON":
                self._note(found, at, at + 1, self._person(at, _GENDER[token.lower]), _GENDER[token.lower])
            elif token.lower in _NEUTRAL and token.pos == "PRON":
                self._note(found, at, at + 1, self._body(at), "")
            elif token.lower == "the":
                self._definite(found, at)
            elif at in self.bare:
                self._note(found, at, self.bare[at], self._in_role(at, self.bare[at]), "")
        return found

    def _note(self, found: dict[Span, str], first: int, last: int, name: str, gender: str) -> None:
        if not name:
            return
        found[self.tokens[first].start, self.tokens[last - 1].end] = name
        if gender:
            self.gender.setdefault(name, gender)
        seen = self._seen(last - 1, name, pronoun=bool(gender))
        (self.bodies if name in self.body_names else self.people).append(seen)

    def _seen(self, at: int, name: str, *, pronoun: bool = False) -> Seen:
        token = self.tokens[at]
        return Seen(at, name, token.dep.startswith("nsubj"), self._says(at), pronoun)

    def _says(self, at: int) -> bool:
        """Say whether a word is the subject of a verb of saying."""
        token = self.tokens[at]
        return token.dep.startswith("nsubj") and self.tokens[token.head].lemma in words.SAYING

    def _meet(self, number: int) -> None:
        run, kind = self.runs[number], self.kinds[number]
        following = self.tokens[run.last].lower if run.last < len(self.tokens) else ""
        if kind == "person" and following not in words.FAMILY:
            self.people.append(self._seen(run.last - 1, self.names[number]))
            self._learn_gender(run, self.names[number])
        elif kind == "organisation":
            self.bodies.append(self._seen(run.last - 1, self.names[number]))

    def _learn_gender(self, run: Run, name: str) -> None:
        heads = {*run.titles, *(self.tokens[end - 1].lower for _, end in run.roles)}
        if heads & (words.MALE | words.MALE_ROLES):
            self.gender.setdefault(name, "male")
        elif heads & (words.FEMALE | words.FEMALE_ROLES):
            self.gender.setdefault(name, "female")

    # persons ---------------------------------------------------------------------------------------------------------

    def _person(self, at: int, gender: str) -> str:
        """Give the one compatible person of the nearest sentence that has any."""
        token = self.tokens[at]
        subject = token.dep.startswith("nsubj")
        for sentence, near in self._near(self.people, token.sentence):
            fitting = [s for s in near if self.gender.get(s.name, gender) == gender and not self._barred(s, at)]
            if at not in self.quoted:  # '"Munro did it," he said. He will be 69 in May.'
                outside = [s for s in fitting if s.token not in self.quoted]
                fitting = outside if any(s.pronoun for s in outside) else fitting
            names = list(dict.fromkeys(s.name for s in fitting))
            if not names:
                continue
            if len(names) == 1:
                return "" if subject and self._rivalled(fitting, sentence, token.sentence, gender) else names[0]
            leading = subject or self.tokens[token.head].dep.startswith("nsubj")  # "he", or "his talks"
            return self._leading(fitting, gender) if leading and "" not in names else ""
        return ""

    def _leading(self, fitting: Sequence[Seen], gender: str) -> str:
        """Choose among several: whom a pronoun already stood for, else the only subject; nobody if these differ."""
        pronouns = {s.name for s in fitting if s.pronoun}
        subjects = {s.name for s in fitting if s.subject}
        if len(pronouns) == 1 and not any(self.gender.get(name) == gender for name in subjects - pronouns):
            return next(iter(pronouns))
        return next(iter(subjects)) if len(subjects) == 1 and not pronouns - subjects else ""

    def _near(self, seen: Sequence[Seen], sentence: int) -> Iterator[tuple[int, list[Seen]]]:
        """Give what was met sentence by sentence, going back."""
        grouped: defaultdict[int, list[Seen]] = defaultdict(list)
        for one in reversed(seen):
            where = self.tokens[one.token].sentence
            if where < sentence - _REACH:
                break
            grouped[where].append(one)
        return iter(sorted(grouped.items(), reverse=True))

    def _rivalled(self, fitting: Sequence[Seen], where: int, sentence: int, gender: str) -> bool:
        """Tell whether the sentence before has another subject than this sentence's only, oblique person."""
        if where != sentence or any(s.subject for s in fitting):
            return False
        before = [s for s in self.people[-20:] if self.tokens[s.token].sentence == sentence - 1 and s.subject]
        return any(s.name != fitting[0].name and self.gender.get(s.name, gender) == gender for s in before)

    def _barred(self, seen: Seen, at: int) -> bool:
        """Tell whom a pronoun cannot mean: its own verb's subject, or inside a quotation who has just spoken."""
        token, other = self.tokens[at], self.tokens[seen.token]
        if token.dep in _OBJECTS and seen.subject and other.head in self._verbs(token.head):
            return True
        if self._put_in(at) and other.sentence == token.sentence and seen.token < at:
            return True  # "Lee, she says, stayed on": she speaks of another
        if self._says(at) and at not in self.quoted and seen.token in self.quoted and other.sentence == token.sentence:
            return True  # '"Lee did it," he said': nobody speaks of himself so
        return at in self.quoted and seen.says and self.tokens[seen.token].paragraph == self.tokens[at].paragraph

    def _put_in(self, at: int) -> bool:
        """Tell whether a pronoun and a verb of saying stand between commas: ", she says,"."""
        near = self.tokens[max(0, at - 1) : at + 3]
        return len(near) > 3 and near[0].lower == near[3].lower == "," and near[2].lemma in words.SAYING

    def _verbs(self, verb: int) -> tuple[int, ...]:
        """Give a verb and the one that it is joined to, whose subject it shares."""
        return (verb, self.tokens[verb].head) if self.tokens[verb].dep == "conj" else (verb,)

    # bodies ----------------------------------------------------------------------------------------------------------

    def _body(self, at: int) -> str:
        """Give the body that is the subject of the sentence's verb of saying, for "it" in what it said."""
        sentence = self.tokens[at].sentence
        here = [s for s in self.bodies[-20:] if self.tokens[s.token].sentence == sentence]
        saying = list(dict.fromkeys(s.name for s in here if s.says))
        return saying[0] if len(saying) == 1 and len({s.name for s in here}) == 1 and at not in self.quoted else ""

    def _typed(self, noun: str) -> list[str]:
        """Give the bodies whose name says that they are a party, a company ..."""
        kinds = words.BODY_TYPES.get(noun, frozenset()) | {noun}
        return [name for name in self.body_names if kinds & {w.strip(".,").lower() for w in name.split()}]

    # definite phrases ------------------------------------------------------------------------------------------------

    def _definite(self, found: dict[Span, str], at: int) -> None:
        aged = _AGED.match(self.text, self.tokens[at].start)
        if aged:
            last = next((i for i in range(at, min(at + 8, len(self.tokens))) if self.tokens[i].end >= aged.end()), at)
            end = self._phrase_end(last + 1)
            names = self.ages.get(aged.group(1), [])
            name = names[0] if len(names) == 1 else self._in_role(last + 1, end) if end > last + 1 else ""
            self._note(found, at, last + 1 if names else end, name, "")
            return
        end = self._phrase_end(at + 1)
        if end == at + 1 or self.tokens[end - 1].tag not in ("NN", "NNP"):
            return
        if end < len(self.tokens) and self.tokens[end].named:
            return
        if end < len(self.tokens) and self.tokens[end].lower == "of":
            last = self._complement_end(end + 1)
            self._note(found, at, last, self._in_role(at + 1, last, noun=end - 1), "")
            return
        self._note(found, at, end, self._in_role(at + 1, end) or self._in_body(at, end), "")

    def _complement_end(self, at: int) -> int:
        """Give the end of what "of" adds to a phrase: "the head of | the clinic"."""
        end = at + (at < len(self.tokens) and self.tokens[at].tag == "DT")
        while end < len(self.tokens) and self.tokens[end].pos in ("NOUN", "ADJ", "PROPN"):
            end += 1
        return end

    def _phrase_end(self, at: int) -> int:
        end = at
        while end < len(self.tokens) and end - at < 6:
            token = self.tokens[end]
            if (
                token.named
                and end not in self.bare
                and not (token.lower in words.ROLES or token.lower in words.ROLE_MODIFIERS)
            ):
                break
            if token.pos not in ("NOUN", "ADJ", "PROPN", "NUM") and token.text != "-":
                break
            end += 1
        return end

    def _in_role(self, first: int, last: int, noun: int | None = None) -> str:
        """Give the one person introduced with this role word, and with all the words before it.

        Of several, those who had the role before are left out, unless the phrase speaks of such a one.
        """
        said = {self.tokens[i].lower for i in range(first, last)}
        head = self.tokens[last - 1 if noun is None else noun].lower
        fitting = [(name, role) for name, role in self.roles.get(head, []) if said - words.PAST <= role]
        as_meant = [name for name, role in fitting if bool(said & words.PAST) == bool(role & words.PAST)]
        distinct = list(dict.fromkeys(as_meant or (name for name, _ in fitting)))
        return distinct[0] if len(distinct) == 1 else ""

    def _in_body(self, at: int, last: int) -> str:
        noun = self.tokens[last - 1].lower
        if noun not in words.BODY_NOUNS and noun not in words.BODY_HEADS:
            return ""
        typed = self._typed(noun)
        if typed:
            return typed[0] if len(typed) == 1 else ""
        sentence = self.tokens[at].sentence
        near = {s.name for s in self.bodies[-20:] if self.tokens[s.token].sentence >= sentence - 1}
        return next(iter(near)) if len(near) == 1 and last - at == 2 else ""

    def _roles(self) -> Mapping[str, list[tuple[str, set[str]]]]:
        """List by noun who is introduced with it, and in which words."""
        roles: defaultdict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        for run, name in zip(self.runs, self.names, strict=True):
            said = [{_noun(self.tokens[i].lower) for i in range(*piece)} for piece in run.roles]
            said += [{words.TITLE_NOUNS[title]} for title in run.titles if title in words.TITLE_NOUNS]
            for role in said if name else ():
                for word in sorted(word for word in role if is_role(word)):
                    roles[word].append((name, role))
        return roles

    def _ages(self) -> Mapping[str, list[str]]:
        ages: defaultdict[str, list[str]] = defaultdict(list)
        for run, name in zip(self.runs, self.names, strict=True):
            if run.age is not None and name not in ages[self.tokens[run.age].text]:
                ages[self.tokens[run.age].text].append(name)
        return ages


def _noun(word: str) -> str:
    """Write a short form of a role in full."""
    return words.SHORT_ROLES.get(word.rstrip("."), word)


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> set[int]:
    inside: set[int] = set()
    waiting = iter(quotations)
    quotation = next(waiting, None)
    for at, token in enumerate(tokens):
        while quotation is not None and quotation.end <= token.start:
            quotation = next(waiting, None)
        if quotation is not None and quotation.start <= token.start:
            inside.add(at)
    return inside
