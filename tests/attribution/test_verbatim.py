"""Quotations against speeches and transcripts: word for word, never by likeness."""

from __future__ import annotations

import pytest

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
