"""Clauses: subject, modality, and words."""

from __future__ import annotations

import pytest

from claims import language
from claims.clauses import find_clauses


def clause_of(text: str, word: str):
    """The clause that a word belongs to, with its document."""
    document = language.parse(text)
    token = next(t for t in document.doc if t.text == word)
    return document.doc, find_clauses(document.columns).of(token)


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("The party won 52 seats.", "52", "asserted"),
        ("The party will win 52 seats.", "52", "forecast"),
        ("Neither Elm nor Oak won 52 seats.", "52", "negated"),
        ("The party is expected to win 52 seats.", "52", "forecast"),
        ("The party means to win 52 seats.", "52", "forecast"),
        ("The party may win 52 seats.", "52", "hypothetical"),
        ("The ferry can carry 52 cars.", "52", "asserted"),
        ("The ferry could carry 52 cars.", "52", "hypothetical"),
        ("The party can win 52 seats.", "52", "hypothetical"),
        ("If the ferry can carry 52 cars, it will sail.", "52", "hypothetical"),
        ("If the party wins 52 seats, it governs alone.", "52", "hypothetical"),
        ("The party should contest 52 seats.", "52", "proposal"),
        ("She urged the party to contest 52 seats.", "52", "proposal"),
        ("She asked them to leave and to give up 52 seats.", "52", "proposal"),
        ("Sources claimed she had told the leadership to concentrate on around 52 seats.", "52", "proposal"),
        ("Analysts believe the party holds 52 seats.", "52", "opinion"),
        ("The party could not win, and the Greens took 52 seats.", "52", "asserted"),
        ("The roof had been meant to cost 40 million and came to 52 million.", "52", "asserted"),
        ("The roof had been meant to cost 40 million and came to 52 million.", "40", "forecast"),
        ("The pumps can deliver 52 litres.", "52", "asserted"),
        ("The pumps can lose 52 litres.", "52", "hypothetical"),
        ("If prices rise and the party wins 52 seats, it governs alone.", "52", "hypothetical"),
        ("The party did not win 52 seats.", "52", "negated"),
        ("She said the party won 52 seats.", "52", "asserted"),
        ("He ran a campaign to win 52 seats in 2014.", "2014", "asserted"),
    ],
)
def test_modality(text, word, modality):
    """A value is a proposal, a forecast ... when its clause or what governs the clause says so."""

    _, clause = clause_of(text, word)

    assert modality == clause.modality


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("The party won 52 seats.", "52", "party"),
        ("The minister, who won 52 seats, resigned.", "52", "minister"),
        ("The party campaigned hard and won 52 seats.", "52", "party"),
        ("The law was passed with 52 votes.", "52", "law"),
        ("She told the party to win 52 seats.", "52", "party"),
    ],
)
def test_subject(text, word, subject):
    """The subject is the clause's own, the noun of a relative clause, or the shared one."""

    doc, clause = clause_of(text, word)

    assert subject == doc[clause.subject].text


def test_every_token_belongs_to_one_clause():
    """Clauses divide the document."""

    columns = language.parse('"We won," she said. The party, which holds 52 seats, agreed to wait.').columns
    clauses = find_clauses(columns)

    assert list(range(len(columns))) == sorted(i for clause in clauses for i in clause.tokens)
