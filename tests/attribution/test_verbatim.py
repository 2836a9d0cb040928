"""Quotations against speeches and transcripts: word for word, never by likeness."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution.verbatim import check_quotations, read_texts
from claims.errors import InputError

SPEECH = (
    "Friends, we will not raise the fare before June — that's a promise. The old tram stays, and so do its drivers."
)


def verdicts(text):
    """Give the verdict on each quotation of a text."""
    return [check.verdict for check in check_quotations(text, {"speech": SPEECH})]


@pytest.mark.parametrize(
    "quote",
    [
        '"We will not raise the fare before June,"',
        "“we will not raise the fare before June – that’s a promise,”",
        '"We will not raise the fare ... that\'s a promise,"',
        '"[The council] will not raise the fare before June,"',
    ],
)
def test_verbatim(quote):
    """Marks, dashes, ellipses and brackets may differ; the words are the same."""

    assert ["supported"] == verdicts(f"{quote} Rao said.")


def test_changed_word_is_refuted():
    """A changed word is refuted and shown, however alike the rest is."""

    (check,) = check_quotations('"We will not raise the fare before July," Rao said.', {"speech": SPEECH})

    assert ("refuted", "speech") == (check.verdict, check.source)
    assert (("July", "June"),) == check.difference


def test_dropped_negation_is_refuted():
    """A quotation and its negation are almost alike, and never the same."""

    assert ["refuted"] == verdicts('"We will raise the fare before June," Rao said.')


def test_unknown_quotation():
    """What no text holds is neither right nor wrong."""

    assert ["not_enough_info"] == verdicts('"The harbour belongs to the town and to nobody else," Rao said.')


def test_short_quotation_is_never_refuted():
    """A word or two may come from anywhere."""

    assert ["not_enough_info"] == verdicts('Rao called it "a disaster".')


def test_folder(tmp_path):
    """A folder of texts is read by name; an empty one is an error that says so."""

    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")

    assert {"speech.txt": SPEECH} == read_texts(tmp_path)
    with pytest.raises(InputError, match="no reference text"):
        read_texts(tmp_path / "none")


@pytest.mark.parametrize(
    "quote",
    [
        '"The old tram goes, and so do its drivers."',
        '"Friends, we shall never raise any fare at all before the June election"',
    ],
)
def test_like_is_not_the_same(quote):
    """Words that are only like the text are no support; too many changes are no passage of it."""

    assert "supported" not in verdicts(f"{quote} Rao said.")


@pytest.mark.parametrize(
    ("speech", "quote"),
    [
        ("We will not raise the fare, whatever the ministry may want of us.", "We will ... raise the fare"),
        ("We will raise the fare, whatever the ministry may want of us.", "We will [not] raise the fare"),
        ("The US told the council that five ships were late.", "The U.S. told the Council that 5 ships were late"),
        ("We won. " + "It rained and rained and rained. " * 20 + "The tram is late.", "We won ... The tram is late"),
    ],
    ids=["ellipsis leaves out a denial", "bracket puts in a denial", "written otherwise", "pieces far apart"],
)
def test_neither_right_nor_wrong(speech, quote):
    """Where the words stand there but do not settle it, nothing is decided."""

    (check,) = check_quotations(f'"{quote}," Rao said.', {"speech": speech})

    assert "not_enough_info" == check.verdict


def test_dashes():
    """A dash with or without spaces joins the same words; a minus is part of its number."""

    said = {"speech": "It was cold\N{EM DASH}very cold\N{EM DASH}and it was -5 degrees."}

    assert ["supported"] == [c.verdict for c in check_quotations('"It was cold - very cold - and it was -5"', said)]
    assert ["refuted"] == [c.verdict for c in check_quotations('"It was cold - very cold - and it was 5"', said)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 15), st.integers(3, 21), st.sampled_from(["we", "not", "tram", "July"]))
def test_any_changed_word_is_no_support(first, length, other):
    """A piece of the text is always supported; with another word put inside it never is."""

    words = [word.strip(".,") for word in SPEECH.split() if word.strip(".,—")][first : first + length]
    middle = len(words) // 2
    changed = [*words[:middle], other, *words[middle:]]

    assert ["supported"] == verdicts(f'"{" ".join(words)}" he said')
    assert "supported" not in verdicts(f'"{" ".join(changed)}" he said')
