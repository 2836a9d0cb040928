"""Months and weekdays that their verb sets in the past: "took over in January", in a paper of December."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.agreement import WEEKDAYS
from claims.checking.periods import period_of
from claims.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.language import Document
    from claims.types import Statement

OF_A_MONTH = re.compile(r"(?P<year>\d{4})(?P<rest>-\d\d(?:-\d\d)?)")
FAR = 8  # words up from a month to its verb
PREDICATES = frozenset("NOUN PROPN ADJ VERB AUX NUM".split())
UNTIL = frozenset("until till".split())
AT = frozenset("in since until till during from of on between".split())
"""Words before the time at which something was: "set for January", "put off to January" is yet to come."""
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


def bygone(statement: Statement, document: Document) -> Statement:
    """Give a statement whose month is that of the year before, where its verb tells that this is over.

    A date alone is read as the nearest, so that of "took over in January" is to come for a paper of December. A day of
    the week is that of the week before.
    """
    value, published = statement.value, document.article.published
    if value is None or value.kind != "date" or published is None or statement.modality != "asserted":
        return statement
    month = OF_A_MONTH.fullmatch(value.iso)
    period = period_of(value.iso)
    if not month or not period or period[0] <= published or month["year"] in value.text:
        return statement
    token = document.tokens(statement.start, statement.end).root
    if any(c.dep_ == "case" and c.lower_ not in AT for c in token.children) or not _over(token):
        return statement
    if value.text.lower().split()[-1] in WEEKDAYS:
        return replace(statement, value=replace(value, iso=str(period[0] - dt.timedelta(WEEK))))
    return replace(statement, value=replace(value, iso=f"{int(month['year']) - 1}{month['rest']}"))


WEEK = 7


def _over(token: Token) -> bool:
    """Say whether the verb over a month tells of the past; "was shut until January" may last yet."""
    until = any(c.lower_ in UNTIL for c in token.children)
    for _ in range(FAR):
        if token.pos_ in PREDICATES and (verbs := _verbs(token)):
            past = any(_past(v) for v in verbs)
            shut = until and any(c.dep_ in ("aux:pass", "nsubj:pass") for c in token.children)
            return past and not shut and not any(v.tag_ == "MD" for v in verbs)
        if token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
            return not until  # "a ferry launched in January"
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _verbs(token: Token) -> list[Token]:
    """Give the tensed words of a predicate: its own verb, and what helps it."""
    helping = [c for c in token.children if c.dep_ in AUXILIARIES]
    return [token, *helping] if token.tag_ in ("VBD", "VBP", "VBZ", "MD") else helping


def _past(verb: Token) -> bool:
    """Say whether a verb tells of the past, also one that has no other form for it: "the gauge read 212"."""
    if verb.tag_ == "VBD" or verb.lemma_ == "have":
        return True
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return verb.tag_ == "VBP" and subject is not None and subject.tag_ in ("NN", "NNP")
