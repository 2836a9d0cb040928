"""`claims check`: the policy, where findings stand, and what is remembered."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from claims import corpus, embedded, policy
from claims.policy import expecting
from claims.references import validation
from claims.reports.frame import COLUMNS
from tests.policy.conftest import FRONT, RIGHT, TABLE, WRONG


def test_refuted(run, project):
    """A refuted statement is critical: status 1, its place, and a last line that says why."""

    project(WRONG)
    project(RIGHT, "b.md")
    status, out, err = run()
    first, *_, counts, why = out.splitlines()

    assert (status, err) == (1, "")
    assert first.startswith("a.md:4:18: critical: refuted: “54” (own voice): people row 'Prashant Kishor'")
    assert counts.startswith("2 articles, ")
    assert why == "check failed: " + first.replace(" critical:", "")


def test_nothing_found(run, project):
    """Nothing critical is status 0."""

    project(RIGHT)

    assert run("a.md")[0] == 0


def test_severity(run, project):
    """A warning is printed and does not fail."""

    suite = json.loads((embedded.folder("expectations") / "audit.json").read_text())
    for rule in suite["expectations"]:
        rule["severity"] = "warning"
    project(json.dumps(suite), "policy.json")
    project('articles = ["a.md"]\npolicy = "policy.json"\n', "claims.toml")
    project(WRONG)
    status, out, _ = run()

    assert status == 0
    assert "a.md:4:18: warning: refuted" in out
    assert "check failed" not in out


RULES = {
    "an article": (
        {"type": "expect_column_values_to_be_between", "kwargs": {"column": "article_refuted", "max_value": 0}},
        "a.md:4:1: critical: column-values-to-be-between-article-refuted: ",
    ),
    "all": (
        {
            "type": "expect_column_mean_to_be_between",
            "kwargs": {"column": "reported", "min_value": 0.9},
            "meta": {"rule": "mean"},
            "description": "mostly hearsay",
        },
        "all articles: critical: mean: mostly hearsay: found 0.0",
    ),
    "some rows": (
        {
            "type": "expect_column_values_to_be_in_set",
            "kwargs": {
                "column": "verdict",
                "value_set": ["supported"],
                "row_condition": {
                    "type": "comparison",
                    "column": {"name": "kind"},
                    "operator": "==",
                    "parameter": "age",
                },
            },
            "meta": {"rule": "ages"},
            "description": "every age is supported",
        },
        "a.md:4:18: critical: ages: “54”",
    ),
}


@pytest.mark.parametrize(("rule", "line"), RULES.values(), ids=RULES)
def test_own_rules(run, project, rule, line):
    """A policy may speak of rows, of articles and of all together; a rule without a name gets one."""

    project(json.dumps({"name": "own", "meta": {}, "expectations": [rule]}), "policy.json")
    project('articles = ["a.md"]\npolicy = "policy.json"\n', "claims.toml")
    project(WRONG)
    status, out, _ = run()

    assert status == 1
    assert len([row for row in out.splitlines() if " critical: " in row]) == 1
    assert out.startswith(line)


def test_plain_great_expectations_loads_the_default():
    """The default policy has stock expectations only, each with a name, a severity and a description."""

    import great_expectations as gx

    content = json.loads((embedded.folder("expectations") / "audit.json").read_text())
    loaded = gx.ExpectationSuite(**content)

    assert len(loaded.expectations) == len(content["expectations"])
    assert all(e["meta"]["rule"] and e["severity"] and e["description"] for e in content["expectations"])


def test_columns():
    """The frame has the columns of an audit's, and those described beside them."""

    assert not set(expecting.COLUMNS) & set(COLUMNS)
    assert list(expecting.frame_of([]).columns) == [*COLUMNS, *expecting.COLUMNS]


def test_remembered(run, project, monkeypatch, tmp_path):
    """An unchanged article is neither audited nor validated again; a changed table audits it anew."""

    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    project(TABLE, "tables/people.csv")
    project('articles = ["a.md"]\nreferences = "tables"\n', "claims.toml")
    project("Ida Holm, 47, runs the library.")
    assert run()[0] == 0
    calls = []
    audit, validate = corpus.audit, validation.validate_frame
    monkeypatch.setattr(corpus, "audit", lambda *args, **more: calls.append("audit") or audit(*args, **more))
    monkeypatch.setattr(validation, "validate_frame", lambda *args: calls.append("validate") or validate(*args))
    assert (run()[0], calls) == (0, [])
    project(TABLE.replace("1974", "1976"), "tables/people.csv")

    assert run()[0] == 1
    assert calls == ["audit", "validate"]


def test_broken_cache(run, project, tmp_path, monkeypatch):
    """A remembered audit that cannot be read, or a cache that cannot be written, changes nothing."""

    project(WRONG)
    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    first = run()
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_text("{broken")
    assert run() == first
    monkeypatch.setenv("CLAIMS_CACHE", str(project("", "no-folder")))

    assert run() == first


def test_notebook(run, project, monkeypatch):
    """A notebook's prose is held against its own frames: those that it shows, or those that it leaves when run."""

    frame = pd.DataFrame({"library": ["Harbour Library"], "visitors": [36500]})
    code = nbformat.v4.new_code_cell(
        f"import pandas as pd\nvisits = pd.DataFrame({frame.to_dict('list')})\nvisits",
        outputs=[nbformat.v4.new_output("execute_result", {"text/html": frame.to_html()})],
    )
    prose = nbformat.v4.new_markdown_cell("Harbour Library had 36,900 visitors.")
    project(nbformat.writes(nbformat.v4.new_notebook(cells=[prose, code])), "a.ipynb")
    status, out, _ = run("a.ipynb")
    assert (status, "critical: refuted: cell 1, line 1: “36,900 visitors”" in out) == (1, True)

    code.outputs = []
    project(nbformat.writes(nbformat.v4.new_notebook(cells=[prose, code])), "a.ipynb")
    assert run("a.ipynb")[0] == 0
    project('notebooks = "run"', "claims.toml")
    monkeypatch.setenv("IPYTHONDIR", str(Path.cwd() / "ipython"))
    assert run("a.ipynb")[:2] == (status, out)
    project('notebooks = "runs"', "claims.toml")
    assert '"notebooks" cannot be "runs"' in run("a.ipynb")[2]


PAGE = (
    "<html><head><meta name='date' content='2022-04-26'></head><body>\n<article>\n"
    f"<p>A first line.</p>\n<p>{WRONG}</p>\n</article></body></html>"
)
LINES = f'{{"text": "A calm day."}}\n\n{{"text": "{WRONG}", "published": "2022-04-26"}}\n'
PLACES = {
    "page.html": (PAGE, "4:21"),
    "notes.jsonl": (LINES, "3:28"),
    "book.ipynb": (
        json.dumps(
            {"metadata": {"date": "2022-04-26"}, "cells": [{"cell_type": "markdown", "source": ["# A\n", WRONG]}]},
            indent=1,
        ),
        "10:23",
    ),
    "rows.csv": (f'id,published,text\na,2022-04-26,"A calm\nday. {WRONG}"\n', "3:23"),
    "2022-04-26-note.txt": (f"A first line.\r\n{WRONG}\r\n", "2:18"),
}


def test_word(run, project):
    """In a Word document the place is a paragraph; the line is that of its text, an empty one between two."""

    with zipfile.ZipFile(project("", "2022-04-26-a.docx"), "w") as file:
        paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("A first line.", WRONG))
        file.writestr("word/document.xml", f'<w:document xmlns:w="x"><w:body>{paragraphs}</w:body></w:document>')

    assert run("2022-04-26-a.docx")[1].startswith("2022-04-26-a.docx:3:18: critical: refuted: paragraph 2: “54”")


@pytest.mark.parametrize("name", PLACES)
def test_places(run, project, name):
    """Line and column are those of the file, whatever it is."""

    text, place = PLACES[name]
    project(text, name)
    status, out, err = run(name)
    line, column = map(int, place.split(":"))

    assert (status, err) == (1, "")
    assert out.startswith(f"{name}:{place}: critical: refuted")
    assert Path(name).read_text().splitlines()[line - 1][column - 1 :].startswith("54")


def test_paths(run, project, tmp_path):
    """Files, folders and patterns name articles, each once; hidden and excluded ones are left out."""

    for name in ("one/a.md", "one/deep/b.md", "one/.hidden/c.md", "two/d.md"):
        project(RIGHT, name)
    project('articles = ["one"]\nexclude = ["one/deep/*"]\n', "claims.toml")

    assert run()[1].startswith("1 article,")
    assert run("one", "two", "one/a.md")[1].startswith("2 articles,")
    assert run("*/*.md")[1].startswith("2 articles,")
    assert run(tmp_path / "two")[1].startswith("1 article,")
    assert run("one/deep/b.md")[1].startswith("1 article,")


def test_date_from_the_path(run, project):
    """A date in the path serves where the article has none of its own."""

    project(WRONG, "archive/2022/04/26.txt")
    project('articles = ["archive"]\npublished = "archive/YYYY/MM/DD.*"\n', "claims.toml")

    assert run()[1].startswith("archive/2022/04/26.txt:1:18: critical: refuted")


def test_github(run, project):
    """GitHub's annotations name file, line and column, and escape what the commands use."""

    project(WRONG, "a,b.md")
    status, out, _ = run("--format", "github")

    assert status == 1
    assert out.startswith("::error file=a%2Cb.md,line=4,col=18,title=claims%3A refuted::“54” (own voice): people row")


def test_from_a_folder_below(run, project, monkeypatch, tmp_path):
    """The configuration is found upwards, and places count from the current folder."""

    project(WRONG, "news/a.md")
    monkeypatch.chdir(tmp_path / "news")

    assert run()[1].startswith("a.md:4:18: critical: refuted")


BAD = {
    "nothing named": ("", [], "there is nothing to check"),
    "missing": ("", ["nowhere.md"], r"no such article"),
    "no match": ("", ["x*.md"], "matches no file"),
    "no articles": ("", ["empty"], "no articles in the folders"),
    "key": ('artikles = ["a.md"]', [], 'did you mean "articles"'),
    "type": ('articles = "a.md"', [], "must be a list of texts"),
    "type of a text": ("policy = 3", [], "must be a text"),
    "toml": ("articles = [", [], "not TOML"),
    "policy": ('policy = "no.json"', ["a.md"], '"policy" names no file'),
    "references": ('references = "no"', ["a.md"], '"references" names nothing'),
    "published": ('published = "archive/*"', ["a.md"], "holds no date"),
    "column": ('policy = "column.json"', ["a.md"], 'did you mean "verdict"'),
    "type of an expectation": ('policy = "type.json"', ["a.md"], "unknown or doubled expectation"),
    "kwargs": ('policy = "kwargs.json"', ["a.md"], "policy|suite"),
    "baseline": ('baseline = "broken.json"', ["a.md"], "cannot read the baseline"),
    "config": ("", ["--config", "no.toml"], "no such configuration"),
    "git": ("", ["a.md", "--changed-since", "HEAD"], "git"),
    "both": ("", ["a.md", "--changed-since", "HEAD", "--update-baseline"], "exclude each other"),
}


@pytest.mark.parametrize(("config", "arguments", "message"), BAD.values(), ids=BAD)
def test_bad_use(run, project, tmp_path, config, arguments, message):
    """One sentence on standard error, nothing else, status 2."""

    def suite(kind, **kwargs):
        return json.dumps({"name": "own", "meta": {}, "expectations": [{"type": kind, "kwargs": kwargs}]})

    project(RIGHT)
    (tmp_path / "empty").mkdir()
    project(suite("expect_column_values_to_not_be_null", column="verdicts"), "column.json")
    project(suite("expect_column_values_to_shine", column="verdict"), "type.json")
    project(suite("expect_column_values_to_be_between", column="verdict", min_value=3), "kwargs.json")
    project("[]", "broken.json")
    project(config, "claims.toml")
    status, out, err = run(*arguments)

    assert (status, out) == (2, "")
    assert re.search(message, err)
    assert "Traceback" not in err
    assert "of claims itself" not in err


def test_front_matter_is_counted(project):
    """The place of an article's first character follows the front matter."""

    path = project(RIGHT)
    source = policy.sources.open_source(path, policy.Inputs())

    assert source.place(0, 0) == (FRONT.count("\n") + 1, 1)
