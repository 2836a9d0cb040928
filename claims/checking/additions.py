"""Statements that only the tables let one see: a category or a name as what the article asserts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.checking.words import PERSON_WORDS, stem
from claims.spans import SpanIndex
from claims.types import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.index import Index
    from claims.types import Span

RATED = frozenset(stem(w) for w in "rate grade mark judge call name class describe declare".split())
FOLLOWING = frozenset(stem(w) for w in "follow succeed replace inherit".split())
UNDER = frozenset({"under"})
WINNING = frozenset(stem(w) for w in "winner win champion".split())


def additions(discourse: Discourse, index: Index, statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield a statement for each mention that asserts something and that no statement is anchored at."""
    taken = SpanIndex(((s.start, s.end), s) for s in statements if s.kind not in ("fact", "quotation"))
    for mention in discourse.mentions:
        if (mention.back and not mention.said) or taken.touching((mention.start, mention.end)):
            continue
        kind = _kind(discourse, index, mention)
        if kind:
            yield _statement(discourse, mention, kind, statements)

    yield from _declared(discourse, statements)


def _declared(discourse: Discourse, statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield what declared phrasings assert and no statement stands for: "a goal", "top scorer"."""
    taken = [(s.start, s.end) for s in statements if s.kind not in ("fact", "quotation")]
    for wrong in discourse.wrong:
        yield _statement(discourse, _words(discourse, wrong.span), "name", statements)
    for hit in discourse.hits:
        if hit.phrasing.condition:
            yield _statement(discourse, _words(discourse, hit.anchor), "phrase", statements)
            continue
        for filled in hit.filled:
            span = filled.start, filled.end
            if filled.slot.kind == "number" and not any(a < span[1] and span[0] < b for a, b in taken):
                taken.append(span)
                yield _statement(discourse, _words(discourse, span), "count", statements)


def halves(discourse: Discourse, checked: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield each number of a refuted pair, "9 of 12", so that the wrong one can be told."""
    refuted = [s for s in checked if s.verdict.label == "refuted" and s.value is not None]
    for statement in refuted:
        for hit in discourse.hits:
            inside = [f for f in hit.filled if statement.start <= f.start and f.end <= statement.end]
            if len(inside) > 1 and not hit.phrasing.condition:
                for filled in inside:
                    yield _statement(discourse, _words(discourse, (filled.start, filled.end)), "count", checked)


def _words(discourse: Discourse, span: Span) -> Mention:
    return Mention(*span, discourse.document.article.text[slice(*span)], ())


def _kind(discourse: Discourse, index: Index, mention: Mention) -> str:
    token = discourse.document.tokens(mention.start, mention.end).root
    if mention.person and not mention.said:
        return _person_kind(token) or "association"
    if _is_category(index, mention) and _asserts(token):
        return "category"
    return "association"


def _is_category(index: Index, mention: Mention) -> bool:
    """Say whether the value only ever stands in columns that describe something else."""
    return bool(mention.said) or (mention.best not in index.owners and not mention.person)


def _asserts(token: Token) -> bool:
    """Say whether the word is said of something: "is a Republican", "rated good", "Lee, a Republican, ..."."""
    if any(c.dep_ == "cop" for c in token.children) or token.dep_ == "appos":
        return True
    if token.dep_ in ("compound", "amod") and token.head.lemma_.lower() in PERSON_WORDS | {"man", "woman"}:
        return token.head.i > token.i and _asserts(token.head)
    if token.dep_ in ("xcomp", "obj", "obl", "advcl", "ccomp") and stem(token.head.text) in RATED:
        return True
    age = any(c.text == "old" or c.like_num for c in token.children)
    return token.dep_ in ("nsubj", "nsubj:pass", "appos") and (age or _definite(token))


def _definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "a", "an") for c in token.children) and token.pos_ in ("NOUN", "ADJ", "PROPN")


def _person_kind(token: Token) -> str:
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    if cases & UNDER:
        return "holder"
    verb = token.head
    if token.dep_ == "obj" and stem(verb.text) in FOLLOWING:
        return "predecessor"
    if "from" in cases and any(c.lower_ == "over" for c in verb.children):
        return "predecessor"
    if token.dep_ == "nsubj" and stem(verb.text) == stem("win"):
        return "winner"
    if token.dep_ == "appos" and stem(verb.text) in WINNING:
        return "winner"
    return ""


def _statement(discourse: Discourse, mention: Mention, kind: str, statements: tuple[Statement, ...]) -> Statement:
    document = discourse.document
    sentence = document.sentence(mention.start)
    around = [s for s in statements if s.sentence == sentence]
    near = min(around, key=lambda s: abs(s.start - mention.start), default=None)
    clause = (
        near.clause
        if near and near.clause[0] <= mention.start < near.clause[1]
        else _clause(discourse, mention, sentence)
    )
    text = document.article.text
    statement = Statement(
        id="", start=mention.start, end=mention.end, quote=text[mention.start : mention.end],
        text=text[slice(*clause)], kind=kind, clause=clause, sentence=sentence,
    )  # fmt: skip
    return replace(statement, sourcing=near.sourcing, modality=near.modality) if near else statement


def _clause(discourse: Discourse, mention: Mention, sentence: Span) -> Span:
    cut = discourse.document.clause(mention.start)
    return cut if cut[0] <= mention.start < cut[1] else sentence
