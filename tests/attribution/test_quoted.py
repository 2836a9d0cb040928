"""Quotations of an audit against reference texts."""

from __future__ import annotations

import pytest

import claims

SPEECH = "Friends, we will not raise the fare before June.\nThe old tram stays, and so do its drivers."
ARTICLE = (
    '"We will not raise the fare before June," Rao said. "The new tram stays, and so do its drivers," she added. '
    '"The harbour is safe," she said.'
)


def quotations(**given):
    """Give the quotations of the article's audit."""
    return [s for s in claims.audit(ARTICLE, **given).statements if s.kind == "quotation"]


def test_verdicts_with_their_evidence():
    """Each verdict names the text, the place in it and what differs."""

    said, changed, unknown = (s.verdict for s in quotations(texts={"speech.txt": SPEECH}))

    assert ("supported", "agrees") == (said.label, str(said.reason))
    assert ("speech.txt", ("line 1, column 10",), "") == (
        said.evidence[0].table, said.evidence[0].rows, said.evidence[0].sql,
    )  # fmt: skip
    assert ("refuted", "The old tram stays, and so do its drivers") == (changed.label, changed.expected)
    assert "speech.txt (line 2, column 1) has “old”, not “new”" == changed.explanation
    assert ("not_enough_info", "quotation", ()) == (unknown.label, str(unknown.reason), unknown.evidence)


def test_no_texts():
    """Without texts a quotation is not decided."""

    assert {("not_enough_info", "quotation")} == {(s.verdict.label, str(s.verdict.reason)) for s in quotations()}


def test_other_statements_stay():
    """Texts change the verdicts of quotations only."""

    text = 'Rao, 45, said on Monday: "We won 12 seats."'
    plain, given = (claims.audit(text, texts=texts).statements for texts in (None, {"a": "We won 12 seats."}))

    assert ["quotation"] == [a.kind for a, b in zip(plain, given, strict=True) if a != b]


def test_folder_and_digest(tmp_path):
    """A folder is read, and the audit keeps the digest of each text."""

    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    audit = claims.audit(ARTICLE, texts=tmp_path)

    assert ["speech.txt"] == list(audit.software["texts"])
    assert claims.types.Audit.from_dict(audit.to_dict()) == audit


@pytest.mark.parametrize("form", ["html", "markdown", "sarif", "junit", "claimreview", "json"])
def test_reports_show_what_the_text_has(form):
    """Every report shows the words of the text, and the page what differs."""

    audit = claims.audit(ARTICLE, texts={"speech.txt": SPEECH})
    report = getattr(audit, f"to_{form}")()

    assert "speech.txt" in report
    if form == "html":
        assert "<del>new</del> <ins>old</ins>" in report
        assert '<pre class="sql"><code></code>' not in report
