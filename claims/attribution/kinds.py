"""What kind of source somebody is: a person, a document, an unnamed official, hearsay ... and why we think so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.attribution import sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.attribution.words import Words
    from claims.types import SourceKind, SourcingLabel, Span


@dataclass(frozen=True, slots=True)
class Kind:
    """A source's kind, whether it can be held to its word, and why."""

    kind: SourceKind
    label: SourcingLabel
    reasons: tuple[str, ...] = ()


REPORTED_KINDS: frozenset[SourceKind] = frozenset(["anonymous", "secondhand", "generic", "implicit"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source's noun phrase, as the rules see it."""

    text: str
    noun: str
    first: str
    words: frozenset[str]
    following: tuple[str, ...]
    pronoun: bool
    number: bool
    proper: bool
    """The noun is a name."""
    tagged: bool
    """The tagger takes the noun for a name."""
    has_name: bool
    named_before: bool
    definite: bool
    plural: bool
    apposed: bool
    """A personal name stands beside the noun."""
    holder: bool
    """It names an office or an occupation: "the Rev. Ana Rao"."""
    name_kind: str
    """What the name is elsewhere in the article: person, organisation, place, other."""


def kind_of(words: Words, span: Span, head: int, tokens: list[int], name_kind: str = "") -> Kind:
    """Tell the kind of the source at `span`, whose noun is token `head`: the first rule that fits decides."""
    phrase = _phrase(words, span, head, tokens, name_kind)
    return next(kind for rule in _RULES if (kind := rule(phrase)) is not None)


def _phrase(words: Words, span: Span, head: int, tokens: list[int], name_kind: str) -> Phrase:
    before = [t for t in tokens if t < head]
    core = _core(words, tokens, head)
    solid = (words.lower[t] for t in tokens if words.pos[t] not in ("PUNCT", "ADV", "CCONJ", "SPACE"))
    first = next(solid, words.lower[head])
    tagged = words.pos[head] == "PROPN"
    inside = words.start[head] > span[0]
    opens = words.word[head][0].isupper() and not inside and words.lower[head] in sources.RESEARCH
    capital = words.word[head][0].isupper() and not opens
    return Phrase(
        text=words.text[slice(*span)],
        noun=words.lower[head],
        first=first,
        words=frozenset(words.lower[t] for t in tokens),
        following=tuple(words.lower[t] for t in tokens if t > head),
        pronoun=words.pos[head] == "PRON" or len(tokens) == 1,
        number=words.tag[head] == "CD" or words.lower[head] in sources.NUMBERS,
        proper=capital and (tagged or inside or words.word[head] in words.names),
        tagged=tagged,
        has_name=any(words.pos[t] == "PROPN" for t in core if t != head or not opens),
        named_before=any(words.pos[t] == "PROPN" for t in before),
        definite=first in sources.DEFINITE or any(words.lower[t] in ("'s", "’s") for t in before),
        plural=words.tag[head] in ("NNS", "NNPS"),
        apposed=_apposed_name(words, core, head),
        holder=not sources.ROLES.isdisjoint(words.lower[t].rstrip(".") for t in before),
        name_kind=name_kind,
    )


# rules, the first that fits decides -----------------------------------------------------------------------------------


def _reported(kind: SourceKind, reason: str) -> Kind:
    return Kind(kind, "reported", (reason,))


def _sourced(kind: SourceKind, reason: str) -> Kind:
    return Kind(kind, "sourced", (reason,))


def _asks_not_to_be_named(p: Phrase) -> Kind | None:
    found = sources.ANONYMITY.search(p.text)
    if not found:
        return None
    paper = not p.proper and (p.noun in sources.DOCUMENTS or p.noun in sources.OUTLET_WORDS)
    return _reported("secondhand" if paper else "anonymous", f"unnamed: {found.group().lower()}")


def _somebody(p: Phrase) -> Kind | None:
    if p.noun not in sources.SOMEBODY:
        return None
    return _reported("anonymous" if sources.IN_THE_KNOW.search(p.text) else "generic", f"no name: {p.noun}")


def _amount_of_documents(p: Phrase) -> Kind | None:
    """Read "a series of letters"."""
    if p.noun not in sources.QUANTITIES or p.following[:1] != ("of",):
        return None
    inner = next((word for word in p.following if word in sources.DOCUMENTS), "")
    return _sourced("document", f"document: {inner}") if inner else None


def _unnamed(p: Phrase) -> Kind | None:
    if p.first in sources.ANONYMOUS_HEADS and not p.proper:
        return _reported("anonymous", f"source: {p.first}")
    if p.noun in sources.SECONDHAND_HEADS and p.tagged and p.named_before:
        return _sourced("document", f"outlet: {p.noun}")
    return _reported("anonymous", f"source: {p.noun}") if p.noun in sources.ANONYMOUS_HEADS else None


def _pronoun(p: Phrase) -> Kind | None:
    return _sourced("pronoun", f"pronoun: {p.noun}") if p.pronoun and p.noun in sources.PRONOUNS else None


def _some_of_them(p: Phrase) -> Kind | None:
    """Read "nine of 14 economists": no more than a number stands for them."""
    if not p.number or p.apposed or p.following[:1] != ("of",):
        return None
    unnamed = next((word for word in p.following if word in sources.ANONYMOUS_HEADS), "")
    return _reported("anonymous", f"source: {unnamed}") if unnamed else _reported("generic", f"no name: {p.noun} of")


def _named_after_people(p: Phrase) -> Kind | None:
    """Read "Doctors Across Borders": a body's name that opens with a plural."""
    capitals = p.noun in sources.GENERIC_HEADS and _CAPITALS.match(p.text)
    return _sourced("organisation", f"name: {capitals.group()}") if capitals else None


_CAPITALS = re.compile(r"[A-Z][a-z]+s [A-Z][a-z]+(?: [A-Z][a-z]+)*(?=,|$)")


def _name(p: Phrase) -> Kind | None:
    if not p.proper or p.noun in sources.SECONDHAND_HEADS or (not p.tagged and p.noun in sources.GENERIC_HEADS):
        return None
    citing = sources.CITING.search(p.text)
    if citing:
        return _reported("secondhand", f"second hand: {citing.group().lower()}")
    if p.noun in sources.OUTLETS or p.noun in sources.OUTLET_WORDS:
        return _sourced("document", f"outlet: {p.noun}")
    if p.noun in sources.BODIES or p.noun in sources.COMPANY_FORMS:
        return _sourced("organisation", f"body: {p.noun}")
    if p.noun in sources.DOCUMENTS:
        return _sourced("document", f"document: {p.noun}")
    if p.noun.endswith("s") and p.noun in sources.GENERIC_HEADS:
        return _reported("generic", f"no name: {p.noun}")
    if p.plural and p.text.split()[-1].lower() == p.noun and not p.definite and p.noun.endswith(_PEOPLES):
        return _reported("generic", f"no name: {p.noun}")
    patrol = _THE_BODY.match(p.text) and not p.holder
    body = patrol or p.name_kind in ("organisation", "place")
    return _sourced("organisation" if body else "person", "name")


_THE_BODY = re.compile(r"[Tt]he (?!Rev|Rt|Hon|Right|Most)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+$")
_PEOPLES = ("ians", "icans", "eans")


def _apposition(p: Phrase) -> Kind | None:
    if p.apposed:
        return _sourced("person", "name in apposition")
    return _sourced("unnamed_official", f"speaks for a body: {p.noun}") if p.noun in sources.SPOKESPEOPLE else None


def _in_the_know(p: Phrase) -> Kind | None:
    people = p.noun in sources.PERSON_NOUNS or p.noun in sources.OFFICIALS or p.noun in sources.GENERIC_HEADS
    found = sources.IN_THE_KNOW.search(p.text)
    return _reported("anonymous", f"unnamed: {found.group().lower()}") if found and people else None


def _paper(p: Phrase) -> Kind | None:
    """Tell documents and outlets, and talk that only looks like them."""
    if p.noun in ("papers", "paper", "reports") and p.words & sources.ON_FILE:
        return _sourced("document", f"document: {p.noun}")
    if p.noun in sources.SECONDHAND_HEADS and (not p.definite or p.noun in ("media", "press")):
        return _reported("secondhand", f"second hand: {p.noun}")
    if p.noun == "figures" and p.words & sources.PUBLIC_FIGURES:
        return _reported("generic", f"no name: {p.noun}")
    if p.noun in sources.RESEARCH and not (p.definite or p.has_name) and (p.plural or p.first in _WHICHEVER):
        return _reported("generic", f"no name: {p.noun}")
    leaked = sources.ANONYMOUS_HEADS.intersection(p.following)
    if p.text.lower() in ("report", "reports") or (leaked and p.noun in sources.DOCUMENTS):
        return _reported("secondhand", f"second hand: {p.noun}")
    if p.noun in sources.DOCUMENTS:
        talk = p.plural and p.noun in sources.TALK and not p.has_name
        return (
            _reported("secondhand", f"second hand: {p.noun}") if talk else _sourced("document", f"document: {p.noun}")
        )
    if p.noun in sources.OUTLET_WORDS:
        known = p.has_name or p.definite
        return _sourced("document", f"outlet: {p.noun}") if known else _reported("secondhand", f"outlet: {p.noun}")
    return None


_WHICHEVER = frozenset("one another some any other".split())


def _official(p: Phrase) -> Kind | None:
    if p.noun not in sources.OFFICIALS:
        return None
    if (p.has_name or _of_a_ministry(p)) and p.noun not in ("aide", "aides"):
        return _sourced("unnamed_official", f"official of a named body: {p.noun}")
    if p.definite and not p.plural:
        return _sourced("pronoun", f"refers to somebody named: the {p.noun}")
    return _reported("anonymous", f"official of no named body: {p.noun}")


def _of_a_ministry(p: Phrase) -> bool:
    """Tell "a labour ministry official": the ministry is one of a kind, the government is not."""
    return not p.plural and bool(p.words & sources.MINISTRIES) and len(p.words) > 3


def _specialist(p: Phrase) -> Kind | None:
    """Tell "analysts at Marlow Capital": unnamed, but of a named body that speaks through them."""
    if p.noun not in sources.SPECIALISTS or not p.has_name or not (p.named_before or _AT & set(p.following)):
        return None
    return _sourced("unnamed_official", f"staff of a named body: {p.noun}")


_AT = frozenset(["at", "for", "with", "from"])


def _body(p: Phrase) -> Kind | None:
    if p.noun not in sources.BODIES:
        return None
    anybody = p.plural and p.noun.endswith("s") and not p.definite and not p.has_name
    return _reported("generic", f"no name: {p.noun}") if anybody else _sourced("organisation", f"body: {p.noun}")


def _common_noun(p: Phrase) -> Kind:
    nobody = p.noun in sources.COUNTS or p.first in ("one", "another")
    if nobody or (p.noun in sources.GENERIC_HEADS and (p.plural or not p.definite)):
        return _reported("generic", f"no name: {p.noun}")
    if p.noun in sources.CIRCLE:
        return _reported("anonymous", f"no name: {p.noun}")
    if p.definite and not p.plural:
        office = f"office: {p.noun}" if p.noun in sources.OFFICES else ""
        return _sourced("pronoun", office or f"refers to somebody named: {p.first} {p.noun}")
    if p.plural and not p.definite:
        return _reported("generic", f"no name: {p.noun}")
    one_of_many = p.noun in ("minister", "senator", "governor") and p.first in ("a", "an")
    if p.noun in sources.OFFICES and not p.plural and not one_of_many:
        return _sourced("person", f"office: {p.noun}")
    if p.first in sources.INDEFINITE:
        return _reported("generic", f"no name: {p.first} {p.noun}")
    return _sourced("organisation" if p.definite else "person", f"noun: {p.noun}")


_RULES: tuple[Callable[[Phrase], Kind | None], ...] = (
    _asks_not_to_be_named,
    _somebody,
    _amount_of_documents,
    _unnamed,
    _pronoun,
    _some_of_them,
    _named_after_people,
    _name,
    _apposition,
    _in_the_know,
    _paper,
    _official,
    _specialist,
    _body,
    _common_noun,
)


# names ----------------------------------------------------------------------------------------------------------------


def _core(words: Words, tokens: list[int], head: int) -> list[int]:
    """Give the tokens up to a relative clause."""
    relative = (t for t in tokens if t > head and words.tag[t].startswith("W"))
    stop = next(relative, tokens[-1] + 1 if tokens else 0)
    return [t for t in tokens if t < stop]


def _apposed_name(words: Words, core: list[int], head: int) -> bool:
    """Find a personal name beside the noun: "his lawyer, Ana Rao", "lawyer Ana Rao"."""
    run = 0
    for token in core:
        titled = token > head + 1 and (
            words.lower[token - 1] in sources.ROLES or (words.lower[token - 2] == "," and words.pos[token - 1] == "DET")
        )
        beside = run or words.lower[token - 1] in (",", "—", "–", "(") or token == head + 1 or titled
        run = run + 1 if token > head and words.pos[token] == "PROPN" and beside else 0
        possessive = token + 1 < len(words.lower) and words.lower[token + 1] in ("'s", "’s")
        if run == 2 and not possessive:
            return True
    return False
