"""The names of large columns are found by their words, as those of small ones are by their forms."""

import pandas as pd
import pyarrow as pa
import pytest

import claims
from claims.references import References
from claims.references.register import Register

GIVEN = [f"{a}{b}" for a in ("Al", "Be", "Co", "Da", "El") for b in ("ra", "no", "mi", "dis", "lith")]
FAMILY = [f"{a}{b}{c}" for a in ("Har", "Kel", "Mor", "Nor", "Pel", "Quin") for b in "aeiou"
          for c in ("by", "den", "ford", "ley", "more", "ton", "wick")]  # fmt: skip


@pytest.fixture(scope="module")
def voters():
    """25,000 people; 238 share each family name but two, which one person bears alone."""
    names = [f"{first} {middle}. {last}" for last in FAMILY for first in GIVEN for middle in "ABCDEFGHIJ"][:24_998]
    names = [*names, "Ottilie Vanterpool", "Jörg Hasenöhrl-Stamm"]
    return References.from_frames({"voters": pd.DataFrame({"name": names, "votes": range(1000, 26_000)})})


def verdicts(text, references):
    audit = claims.audit(claims.Article(text, published="2024-03-05"), references)
    return [(s.verdict.label, s.verdict.expected) for s in audit.statements if s.value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ottilie Vanterpool got 25,998 votes.", [("supported", "25,998")]),
        ("Vanterpool got 25,997 votes.", [("refuted", "25,998")]),
        ("Jorg Hasenohrl-Stamm got 25,999 votes.", [("supported", "25,999")]),
        ("Alra A. Haraby got 1,000 votes.", [("supported", "1000")]),
    ],
)
def test_a_name_of_a_large_column_is_found(voters, text, expected):
    """A full name, a surname that one person bears, a name without its accents."""
    assert expected == verdicts(text, voters)


@pytest.mark.parametrize("text", ["Haraby got 1,000 votes.", "Mr Haraby got 7 votes.", "Alra Haraby got 7 votes."])
def test_a_name_that_many_bear_means_nobody(voters, text):
    """Of 238 people with a surname none is guessed, also where the text has the first name of several."""
    assert ["not_enough_info"] == [label for label, _ in verdicts(text, voters)]


def test_one_article_does_not_change_the_next(voters):
    """What an article names does not make another's ambiguous name clear."""
    before = verdicts("Haraby got 1,000 votes.", voters)
    verdicts("Alra A. Haraby got 1,000 votes.", voters)

    assert before == verdicts("Haraby got 1,000 votes.", voters)


def test_names_without_words():
    """Cells without a letter are names of nobody, and do no harm."""
    register = Register(pa.array(["—", "7", "Bo", "Ada Byron II"]))

    assert ["Ada Byron II"] == register.bearers(["byron"])
    assert ["Bo"] == register.bearers(["bo"])
