"""Texts that try to break out: markup, control characters, direction marks, emoji, size."""

from __future__ import annotations

import json
import time
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from claims import notebook
from claims.reports import claimreview, html, junit, markdown, sarif, text
from claims.types import (
    Article,
    Attribution,
    Audit,
    Evidence,
    Failure,
    Reason,
    Sourcing,
    Statement,
    TableReport,
    Value,
    Verdict,
)  # fmt: skip

BAD = {
    "script": '</script><script>alert(1)</script><img src=x onerror="alert(1)">',
    "attribute": "\"' onfocus=alert(1) autofocus='",
    "style": "</style><style>*{display:none}</style>",
    "template": "{{ 7 * 7 }}{% raw %}{# #}",
    "cdata": "]]><!-- --> <![CDATA[ &amp; &#0; &lt;",
    "control": "bell\x07 nul\x00 escape\x1b[31m red\x85\x9f delete\x7f \ufffe\uffff",
    "direction": "\u202eabc\u2066 שלום عليكم \u200f\u2069",
    "emoji": "👩‍👩‍👧‍👦 🇮🇳 e\u0301 𝟜𝟚",
    "surrogate": "half \ud83d",
    "markdown": "# head\n| a | b |\n```\n[x](javascript:alert(1)) ***",
    "rich": "[red]not red[/red] [link=file:///x]y[/] :smile:",
}


def hostile(words):
    """Put the words everywhere that an audit holds text."""
    start, end = 4, 4 + len(words)
    value = Value(start=start, end=end, text=words, kind="count", unit=words, iso=words, rule=words, hedge=(start, end))
    left_out = Value(start=0, end=3, text="the", kind="excluded", rule=words)
    evidence = Evidence(
        table=words, rows=(words,), columns=(words,), sql=words, source=words, found=words, cells=((words,),)
    )
    verdict = Verdict(
        label="refuted", reason=Reason.DISAGREES, explanation=words, expected=words, evidence=(evidence,),
        steps=(words,), flags=(words,),
    )  # fmt: skip
    sourcing = Sourcing(label="sourced", source=words, cue=words, source_kind="person", speaker=words, reasons=(words,))
    statement = Statement(
        id="s1", start=start, end=end, quote=words, text=words, kind="count", subject=words, value=value,
        sourcing=sourcing, verdict=verdict,
    )  # fmt: skip
    failure = Failure(expectation=words, column=words, severity=words, rows=(words,), explanation=words)
    table = TableReport(table=words, source=words, sha256="0" * 64, rows=1, suite=words, failed=1, failures=(failure,))
    said = Attribution(source=((0, 3),), content=((start, end),), source_kind="person", label="sourced", speaker=words)
    return Audit(
        article=Article(f"the {words} end", title=words, url=words, id=words),
        statements=(statement,), values=(left_out, value), attributions=(said,), references=(table,),
        software={"claims": words, "models": {words: words}},
    )  # fmt: skip


class Page(HTMLParser):
    """Collect the elements and attributes of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.names = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
@pytest.mark.parametrize("render", [html.render, notebook.show], ids=["page", "notebook"])
def test_html_is_escaped(render, words):
    """No text of an audit becomes markup: the elements are those of a harmless audit."""

    page, harmless = Page(render(hostile(words))), Page(render(hostile("plain words")))

    assert page.tags == harmless.tags
    assert page.names == harmless.names


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_every_format_can_be_written_and_read(words):
    """Every format is UTF-8, and what has a grammar keeps it."""

    audit = hostile(words)
    written = {module: module.render(audit) for module in (html, markdown, text, sarif, junit, claimreview)}

    for report in written.values():
        assert not set(report.encode("utf-8").decode()) & {"\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe"}
    assert audit.to_json().encode("utf-8")
    ET.fromstring(written[junit].split("\n", 1)[1])
    json.loads(written[sarif])
    json.loads(written[claimreview])
    assert "<" not in written[claimreview]
    assert Audit.from_dict(json.loads(audit.to_json())) == audit


def test_markdown_is_escaped():
    """A table row stays one row, a link no link."""

    row = next(row for row in markdown.render(hostile(BAD["markdown"])).splitlines() if row.startswith("| s1 "))

    assert row.replace("\\|", "").count("|") == 6
    assert "\\[x\\](javascript" in row


def test_five_megabytes():
    """A long article is reported in seconds, in every format."""

    line = "The council counted 40 boats in the harbour. "
    article = Article(line * (5_000_000 // len(line)))
    spans = [(n * len(line) + 20, n * len(line) + 28) for n in range(500)]
    values = tuple(Value(start=start, end=end, text="40 boats", kind="count") for start, end in spans)
    statements = tuple(
        Statement(id=f"s{n}", start=v.start, end=v.end, quote=v.text, text=v.text, kind="count", value=v)
        for n, v in enumerate(values, 1)
    )
    audit = Audit(article=article, statements=statements, values=values)
    began = time.process_time()
    sizes = [len(module.render(audit)) for module in (html, markdown, text, sarif, junit, claimreview)]

    assert sizes[0] > 5_000_000
    assert time.process_time() - began < 20
