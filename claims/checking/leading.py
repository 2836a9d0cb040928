"""Names that an extreme or a rank is said of: "the best was Elm", "Elm led with 143", "followed by Elm"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention
    from claims.types import Statement

BEHIND = re.compile(
    r"(?:[^,;:]{0,60}?\b(?:is|was|are|were|remains|remained|went to|goes to|fell to|came from|belongs to|belonged to)"
    r"(?: still| now)?(?: (?:in|at|on|that of|those of|by|for))?|,|:|[^,;:]{0,30},| at| in| on) (?:the )?"
)
BEFORE = re.compile(r",? (?:(?:is|was|came|comes|finished|ended|ranked|lies|lay|stood|in|at|a|the|of)\s){0,3}")
LED = re.compile(
    r" (?:(?:again|still|now) )?(?:leads|led|tops|topped|heads|headed)"
    r"(?= with\b|,|\.| the (?:list|table|field|ranking|rankings|standings|chart|charts|league|pack)\b)"
)
OTHERS = re.compile(r"[^,.;:]{1,40}\bthan (?:any|all|every)(?:one|body|thing|where)?\b")
LIMITED = re.compile(
    r"(?: [\w'’-]+){0,3}? (?:in|of|on|at|from|that|which|who|whose) (?!(?:the|its|our|their|this|all) "
    r"(?:country|world|nation|land|league|list|table|field|year|season|competition|record|records)\b)",
    re.IGNORECASE,
)
"""What limits those that a thing is more than: "than any firm in Elm"."""
UNSURPASSED = re.compile(
    r"(?: [\w'’-]+){0,4}? (?:than|as) (?:(?:in|at|on|that of|those of|was|is|did|does) )?(?:the )?"
)
NOBODY = re.compile(
    r"\b(?:no|none|nobody|nowhere)\b(?! (?:longer|more|fewer|less|doubt)\b)"
    r"(?![^.;:]* (?:in|at|on|from|with|but|except|that|which|who|whose) )",
    re.IGNORECASE,
)
"""None of all there are, with no word that limits them: "no mill has grown faster than Elm", "none of the nine"."""
FOLLOWED = re.compile(r"\b(?:followed by|ahead of) (?:the )?$")
AFTER = re.compile(r"(?: [\w'’-]+){0,4}?,? (?:after|behind|only to) (?:the )?")
TO_DO = re.compile(
    r"\b(?P<end>last|first|latest|earliest|most recent)(?: [\w-]+){0,2} to (?:be |have been )?(?P<verb>[a-z]+)"
    r"(?P<rest>.*)",
    re.DOTALL,
)
NEXT = re.compile(
    r"\b(?:next(?: [a-z]+)?,? (?:in|by) (?:the )?(?:order of )?(?P<noun>age|size|length|height)"
    r"|next[ -](?P<word>[a-z]+est)(?: [a-z]+)?)(?P<rest>.*)",
    re.DOTALL,
)
SIZES = {"age": "oldest", "size": "largest", "length": "longest", "height": "highest"}
HOLDING, SURE = frozenset({"subject", "name", "possessor", "fronted"}), 0.85
AGENTS = frozenset({"by"})  # "Elm, designed by Lee, is the longest" says nothing of Lee
HELD_AGAINST = frozenset("than of to by behind beside".split())


def leads(discourse: Discourse, mention: Mention) -> bool:
    """Say whether an extreme or a rank is said of a name."""
    if not mention.named or mention.back:
        return False
    text = discourse.document.article.text
    return bool(said_of(discourse, mention) or LED.match(text, mention.end) or placed(discourse, mention))


def placed(discourse: Discourse, mention: Mention) -> bool:
    """Say whether a name has a place beside an extreme, is the last to do something or next in an order."""
    return any(rule(discourse, mention) for rule in (follows, precedes, done, next_in))


def said_of(discourse: Discourse, mention: Mention) -> list[Statement]:
    """Give the extremes and the ranks of the sentence that are said of a name."""
    near = discourse.degrees_in(discourse.document.sentence(mention.start))
    text = discourse.document.article.text
    told = [s for s in near if s.kind != "comparison" or _of_all(text, s)]
    told = [s for s in told if not _of_a_name(discourse, s)]
    beaten = [s for s in near if s.kind == "comparison" and _unsurpassed(text, s, mention)]
    return [*(s for s in told if _holds(discourse, mention, s)), *beaten]


def _unsurpassed(text: str, comparison: Statement, mention: Mention) -> bool:
    """Say whether none of all are more than a name: "no mill grew faster than Elm"."""
    behind = UNSURPASSED.fullmatch(text, comparison.end, mention.start) is not None
    return behind and NOBODY.search(text[comparison.sentence[0] : comparison.start]) is not None


def _of_all(text: str, comparison: Statement) -> bool:
    """Say whether something is more than all others there are: "more than any other"."""
    found = OTHERS.match(text, comparison.start)
    return found is not None and LIMITED.match(text, found.end()) is None


def _of_a_name(discourse: Discourse, statement: Statement) -> bool:
    """Say whether the word of an extreme or a rank is a part of a name: "best actor", "Twelfth Night"."""
    over = discourse.mention_at(discourse.document.line(statement.start, statement.end)[0])
    return over is not None and not over.back and over.end >= statement.end and " " in over.text


def led(discourse: Discourse, mention: Mention, statement: Statement) -> Statement | None:
    """Give the verb behind a name that says it has the most, in place of the statement."""
    text = discourse.document.article.text
    found = LED.match(text, mention.end)
    start, end = (found.start() + 1, found.end()) if found else (0, 0)
    return replace(statement, start=start, end=end, quote=text[start:end]) if found else None


def follows(discourse: Discourse, mention: Mention) -> Statement | None:
    """Give the extreme or the rank before "followed by" a name."""
    sentence = discourse.document.sentence(mention.start)
    before = discourse.document.article.text[sentence[0] : mention.start]
    told = discourse.degrees_in((sentence[0], mention.start)) if FOLLOWED.search(before) else []
    told = [s for s in told if s.kind != "comparison" or _of_all(discourse.document.article.text, s)]
    return next(iter(told[-1:]), None)


def precedes(discourse: Discourse, mention: Mention) -> Statement | None:
    """Give the extreme or the place that comes right after a name: "the second-highest dam after Elm"."""
    text = discourse.document.article.text
    sentence = discourse.document.sentence(mention.start)
    told = [s for s in discourse.degrees_in((sentence[0], mention.start)) if s.kind != "comparison"]
    return next((s for s in told[-1:] if AFTER.fullmatch(text, s.end, mention.start)), None)


def done(discourse: Discourse, mention: Mention) -> tuple[str, str] | None:
    """Give what a name is said to have done first or last: ("last", "built") of "the last to be built was Elm"."""
    found = TO_DO.search(_opening(discourse, mention))
    return (found["end"], found["verb"]) if found and _leads_to(found["rest"]) else None


def next_in(discourse: Discourse, mention: Mention) -> tuple[str, int] | None:
    """Give the extreme behind whose holder a name stands, and where that is said: "the next in age is Elm"."""
    start = discourse.document.sentence(mention.start)[0]
    found = NEXT.search(_opening(discourse, mention))
    if found is None or not _leads_to(found["rest"]):
        return None
    return SIZES.get(found["noun"] or "", found["word"] or ""), start + found.start()


def _opening(discourse: Discourse, mention: Mention) -> str:
    """Give the sentence as far as a name."""
    return discourse.document.article.text[discourse.document.sentence(mention.start)[0] : mention.start]


def _leads_to(words: str) -> bool:
    """Say whether some words only lead to the name behind them."""
    return BEHIND.fullmatch(words) is not None


def _holds(discourse: Discourse, mention: Mention, statement: Statement) -> bool:
    """Say whether a name is the subject of an extreme or a rank, or stands right behind it, or before it."""
    context = Context(statement, discourse)
    if statement.end <= mention.start:
        behind = BEHIND.fullmatch(context.text, statement.end, mention.start) is not None
        behind = behind or _had_at(context.tokens[-1], _root(discourse, mention))
        return behind and not _named(discourse, statement.end, mention.start)
    if not AGENTS.isdisjoint(c.lower_ for c in _root(discourse, mention).children if c.dep_ == "case"):
        return False
    if BEFORE.fullmatch(context.text, mention.end, statement.start):
        return True
    if HELD_AGAINST & {*context.before[:2]} or _right_behind(discourse, statement):
        return False
    if any(b.mention.start == mention.start and b.tie in HOLDING and b.weight >= SURE for b in context.bindings):
        return True
    opens = not context.text[context.sentence[0] : mention.start].strip(' "“').lower().removeprefix("the")
    return opens and not _named(discourse, mention.end, statement.start)


def _right_behind(discourse: Discourse, statement: Statement) -> bool:
    """Say whether another name stands right behind an extreme: "the dearest was Elm, the cheapest Oak"."""
    text = discourse.document.article.text
    behind = discourse.mentions_in((statement.end, discourse.document.sentence(statement.start)[1]))
    return any(m.named and not text[statement.end : m.start].strip() for m in behind[:1])


def _had_at(word: Token, name: Token) -> bool:
    """Say whether what is the most is told to be had at a name: "the best price was to be had at Elm"."""
    noun = word
    while noun.dep_ in ATTRIBUTES and noun.head.i > noun.i:
        noun = noun.head
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or any(c.dep_ == "obj" or c.lower_ in NOT for c in verb.children):
        return False
    if name == verb or (name.dep_ == "nmod" and name.head.lower_ in THAT and verb in (name.head, name.head.head)):
        return True
    cases = {c.lower_ for c in name.children if c.dep_ == "case"}
    return name.head == verb and name.dep_.startswith("obl") and bool(cases) and verb.lemma_.lower() in HAD


ATTRIBUTES = frozenset("amod advmod compound nmod:desc".split())
THAT, NOT = frozenset({"that", "those"}), frozenset("not never n't".split())
HAD = frozenset(
    "belong go come fall have pay record report post see find register measure note set hold offer charge achieve "
    "reach take earn get win keep own produce make observe draw occur lie stand give award sell receive build".split()
)
"""Verbs for where the most of something was, or who had it: "was recorded at", "belongs to", "was paid by"."""


def _root(discourse: Discourse, mention: Mention) -> Token:
    return discourse.document.tokens(mention.start, mention.end).root


def _named(discourse: Discourse, start: int, end: int) -> bool:
    """Say whether something else is named between two places."""
    return any(m.named and not m.back and m.text[:1].isupper() for m in discourse.mentions_in((start, end)))
