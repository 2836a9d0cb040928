"""The summary that feeds every format."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.places import Places
from claims.reports.marking import paragraphs
from claims.reports.summary import summarise
from claims.types import Article, Attribution, Audit, Statement, Verdict

LABELS = ("supported", "refuted", "not_enough_info")


@st.composite
def audits(draw):
    """Any text with statements and attributions anywhere in it, overlapping as they like."""
    text = draw(st.text(alphabet="ab \n", max_size=60))
    place = st.integers(0, len(text))
    spans = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(place, place), max_size=6))]
    statements = tuple(
        Statement(
            id=f"s{n}", start=start, end=end, quote=text[start:end], text="", verdict=Verdict(label=LABELS[n % 3]),
            kind="quotation" if n % 4 == 0 else "office",
        )
        for n, (start, end) in enumerate(sorted(spans), 1)
    )  # fmt: skip
    said = tuple(Attribution(content=(span,), source_kind="person", label="sourced") for span in spans[:2])
    return Audit(article=Article(text), statements=statements, attributions=said)


@given(audits())
def test_pieces_are_the_text(audit):
    """However statements overlap, the pieces joined are the article, to the character."""

    assert "".join(p.text for p in paragraphs(audit)) == audit.article.text


@given(audits())
def test_every_statement_is_marked_once(audit):
    """Every statement that has words has one place to jump back to."""

    pieces = [piece for paragraph in paragraphs(audit) for piece in paragraph.pieces]
    anchors = [anchor for piece in pieces for anchor in piece.anchors]
    shown = {mark.id for piece in pieces for mark in (piece.mark, *piece.others) if mark}

    assert sorted(anchors) == sorted(shown) == sorted(s.id for s in audit.statements if s.start < s.end)


def test_marked_title_is_shown():
    """A title that repeats as first line is shown once, but for statements in it."""

    text = "Forty boats\n\nThe harbour is full."
    statement = Statement(id="s1", start=0, end=5, quote="Forty", text="", kind="count")
    article = Article(text, title="Forty boats")

    assert [p.shown for p in paragraphs(Audit(article=article))] == [False, False, True]
    assert [p.shown for p in paragraphs(Audit(article=article, statements=(statement,)))] == [True, False, True]


def test_denominator(audit):
    """The bins add up to the values, and the line says so."""

    summary = summarise(audit)

    assert sum(count for _, count in summary.coverage) == summary.values == len(audit.values) == 14
    assert summary.coverage_line.startswith("14 values in the article: 4 supported, 2 refuted, 7 not enough info")


def test_matrix(audit):
    """The matrix counts every statement once."""

    summary = summarise(audit)

    assert dict(summary.matrix) == {"own_voice": (1, 2, 3), "sourced": (1, 3, 6), "reported": (0, 0, 1)}
    assert sum(sum(counts) for _, counts in summary.matrix) == len(summary.panels)


def test_worst_first(audit):
    """Refuted statements come first, then what the tables support, each in the order of the text."""

    labels = [p.statement.verdict.label for p in summarise(audit).worst_first]

    assert labels == ["refuted"] * 2 + ["supported"] * 5 + ["not_enough_info"] * 10


def test_hedge(audit):
    """A hedged value says which words hedge it, and how."""

    hedges = {p.statement.id: p.hedge for p in summarise(audit).panels if p.hedge}

    assert hedges == {
        "s8": "“about”: approximately, 23,000 to 25,000",
        "s9": "“more than”: more than the value",
        "s16": "“at least”: the value or more",
    }


def test_excluded(audit):
    """An excluded value names its rule and stands among its words."""

    (excluded,) = summarise(audit).excluded

    assert (excluded.value.rule, excluded.line) == ("address: a house number", 9)
    assert excluded.before.endswith("The work, at ")
    assert excluded.after.startswith(" Quay Street")


@given(st.text(alphabet="a\n", max_size=20), st.integers(0, 20))
def test_places(text, offset):
    """Line and column are those that an editor shows."""

    before = text[:offset]
    row, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    assert Places(Article(text)).at(min(offset, len(text))) == (row, column)
