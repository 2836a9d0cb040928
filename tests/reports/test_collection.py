"""Several articles in one report, and statements as tables."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from claims.reports import annotations, collection, frame
from claims.types import Article, Audit
from tests.reports.example import AUDIT
from tests.reports.test_hostile import BAD, hostile

CALM = Audit(article=Article("A calm day.", id="calm.md"))
BOTH = (AUDIT, CALM)


class Page(HTMLParser):
    """Collect ids, links and tags of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.ids, self.links = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]


def test_page():
    """Every article has its line and its part; every link leads somewhere, no id is there twice."""

    page = Page(collection.render_html((*BOTH, AUDIT)))
    ids = [link[1:] for link in page.links if link.startswith("#")]

    assert {"a1", "a2", "a3"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert set(ids) <= set(page.ids)


def test_page_fetches_nothing():
    """The page opens without a network and runs no script."""

    assert not re.search(r"<script|https?:|url\(|\son\w+=", collection.render_html(BOTH))


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_page_is_escaped(words):
    """No text of an audit becomes markup."""

    one, plain = (Page(collection.render_html([hostile(w), CALM])) for w in (words, "plain words"))

    assert one.tags == plain.tags


def test_totals():
    """The index adds up, and the values state their denominator."""

    text = collection.render_markdown((AUDIT, AUDIT, CALM))
    counts = AUDIT.coverage

    assert text.startswith("# Claim audits of 3 articles\n")
    assert f"**{2 * counts['values']} values in 3 articles: {2 * counts['supported']} supported," in text
    assert text.count("\n## Claim audit: ") == 3
    assert re.search(r"\|  \| all \| (\d+) \|", text)[1] == str(
        2 * sum(s.verdict.label == "refuted" for s in AUDIT.statements)
    )


def test_csv():
    """A row a statement, numbers as exact text, read back whole."""

    read = pd.read_csv(io.StringIO(frame.to_csv(BOTH)), dtype=str, keep_default_na=False)

    assert list(read.columns) == ["article", "title", *frame.COLUMNS]
    assert list(read["quote"]) == [s.quote for s in AUDIT.statements]
    assert "90000000" in set(read["amount"])
    assert set(read["article"]) == {"bridge.md"}


def test_parquet():
    """The Parquet table is the CSV's, and its types do not hang on what the articles hold."""

    full, empty = (pd.read_parquet(io.BytesIO(frame.to_parquet(audits))) for audits in (BOTH, [CALM]))

    pd.testing.assert_frame_equal(full, frame.joined(BOTH))
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(full.dtypes)


def test_annotations():
    """An error for the article's own figure, a warning for a speaker's, at the words."""

    commands = annotations.render(AUDIT).splitlines()
    age = next(command for command in commands if "“52”" in command)

    assert age.startswith("::error file=bridge.md,line=3,endLine=3,col=103,endColumn=105,title=Refuted%3A ")
    assert next(c for c in commands if "“14 years”" in c).startswith("::warning ")
    assert not any("“24,000 vehicles”" in command for command in commands)


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_annotations_stay_in_their_line(words):
    """Whatever an article holds, a finding is one command."""

    audit = dataclasses.replace(hostile(words), article=dataclasses.replace(hostile(words).article, id="a,b:c%.md"))
    (command,) = annotations.render(audit).splitlines()

    assert re.match(r"::(error|warning) file=a%2Cb%3Ac%25\.md,line=1,", command)
