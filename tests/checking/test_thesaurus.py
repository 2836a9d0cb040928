"""The lexicon of column names and prose: well formed, and near only what belongs together."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.checking.words import STRONG, WEAK, kinship, lexicon, phrases_in, stem

LINES = files("claims.checking").joinpath("thesaurus.tsv").read_text(encoding="utf-8").splitlines()
ENTRIES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def _domains() -> list[list[str]]:
    found: list[list[str]] = []
    for line in LINES:
        if line.startswith("#"):
            found.append([])
        elif line:
            found[-1].append(line)
    return [lines for lines in found if lines]


def key(words: str) -> str:
    """Give a phrase as the lexicon holds it."""
    return " ".join(map(stem, words.split()))


def test_every_entry_has_heads_and_at_most_three_fields() -> None:
    """An entry is heads, strong words and hints, each a list parted by comma and space."""

    wrong = [entry for entry in ENTRIES if not entry[0] or len(entry) > 3 or any("," in w for w in _words(entry))]
    assert wrong == []


def _words(entry: list[str]) -> list[str]:
    return [word for field in entry for word in field.split(", ")]


def test_entries_are_plain_lower_case() -> None:
    """Words are written in lower case, without marks or spaces around them."""

    wrong = [w for entry in ENTRIES for w in _words(entry) if w != w.strip().lower() or "-" in w or "_" in w]
    assert wrong == []


def test_domains_are_sorted_without_duplicates() -> None:
    """Inside a domain entries stand in order, none twice."""

    heads = [[line.split("\t")[0] for line in lines] for lines in _domains()]
    assert heads == [sorted(set(h)) for h in heads]


@pytest.mark.parametrize(
    ("column", "prose"),
    [
        ("attendance", "crowd"), ("attendance", "turned up"), ("capacity", "holds"), ("points", "haul"),
        ("goals against", "let in"), ("rating", "judged"), ("staff", "workforce"), ("headteacher", "principal"),
        ("founded", "dates back"), ("budget", "spent"), ("turnout", "voted"), ("ceo", "boss"), ("born", "birthday"),
        ("cancelled", "called off"), ("evacuated", "cleared out"),
    ],
)  # fmt: skip
def test_words_for_one_measure_are_near(column: str, prose: str) -> None:
    """A column meets the words that prose uses for it, phrases included."""

    assert kinship(key(column), key(prose)) >= STRONG


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("won", "lost"), ("born", "died"), ("opened", "closed"), ("arrived", "departed"), ("promoted", "relegated"),
        ("ayes", "noes"), ("hired", "sacked"), ("conceded", "scored"), ("assets", "liabilities"),
    ],
)  # fmt: skip
def test_opposites_are_strangers(one: str, other: str) -> None:
    """No entry links a word to its opposite."""

    assert kinship(key(one), key(other)) == 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("attendance", "salary"), ("rainfall", "goals"), ("mayor", "captain"), ("wickets", "votes")]
)
def test_unrelated_words_are_strangers(one: str, other: str) -> None:
    """Words for different measures do not meet."""

    assert kinship(key(one), key(other)) == 0.0


def test_a_hint_weighs_less_than_a_word_for_the_measure() -> None:
    """People may hint at an attendance, and no more."""

    assert kinship(key("attendance"), key("people")) == WEAK


def test_phrases_are_found_among_stems() -> None:
    """A phrase counts where its words follow each other."""

    found = [phrase for *_, phrase in phrases_in([stem(w) for w in "they let in three".split()])]
    assert found == [key("let in")]


def test_nothing_is_filed_under_the_empty_word() -> None:
    """An entry without hints does not make the empty word one."""

    known = lexicon()
    assert "" not in known.heads | known.near.keys()
