"""Every command takes tables, texts and dates from the configuration; what it names itself wins over that."""

from __future__ import annotations

import json
import re

import pytest

from tests.policy.conftest import TABLE

DATED = "archive/2022/04/26-holm.md"
TEXT = "# Library\n\nIda Holm, 46, runs the library.\n"
CONFIG = 'references = "people.csv"\npublished = "archive/YYYY/MM/DD-*.md"\n'
ROWS = "<tr><th>0</th><td>Elm Books</td><td>340</td></tr><tr><th>1</th><td>Oak Books</td><td>512</td></tr>"
FRAME = f'<table class="dataframe"><tr><th></th><th>shop</th><th>sold</th></tr>{ROWS}</table>'


@pytest.fixture
def run(project, monkeypatch, run_claims, tmp_path):
    """Run `claims` in a folder with a configuration, a table and an article dated by its path."""
    project(CONFIG, "claims.toml")
    project(TABLE, "people.csv")
    project("", DATED).write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return run_claims


@pytest.fixture
def notebook(project):
    """Write a notebook that shows a frame, and says something wrong of it."""
    cells = [
        {"cell_type": "markdown", "source": "Oak Books sold 521 copies."},
        {"cell_type": "code", "source": "shops", "outputs": [{"data": {"text/html": FRAME}}]},
    ]
    return project(json.dumps({"cells": cells, "metadata": {}}), "shops.ipynb")


def test_audit(run):
    """`claims audit` refutes the age by the configured table and the date of the path."""

    status, out, _ = run("audit", DATED, "--format", "csv")

    assert status == 1
    assert "born 1974-11-02, so 47 on 2022-04-26; the article says 46" in out


def test_review(run, tmp_path):
    """`claims review` writes what the configured table says."""

    assert run("review", DATED)[0] == 0
    assert ",refuted,47," in (tmp_path / f"{DATED}.review.csv").read_text()


def test_mutate(run, project):
    """`claims mutate` puts errors where the configured table supports the article."""

    project("", DATED).write_text(TEXT.replace("46", "47"))
    status, out, _ = run("mutate", DATED, "--format", "json")

    assert status == 0
    assert {mutant["before"] for mutant in json.loads(out)["mutants"]} >= {"47"}


def test_diff(run, project):
    """`claims diff` audits both articles against the configured table."""

    project("", DATED.replace("holm", "holm-2")).write_text(TEXT.replace("46", "47"))
    status, out, _ = run("diff", DATED.replace("holm", "holm-2"), DATED)

    assert status == 1
    assert "✓→✗" in out


@pytest.mark.parametrize("command", ["audit", "review", "mutate", "diff"])
def test_the_command_line_wins(run, project, command):
    """A table that the command names is taken in place of the configured one, which is not even read."""

    project("name,born\nIda Holm,1975-11-02\nIda Holm,\n,,\n", "people.csv")
    project("name,born\nIda Holm,1975-11-02\nJon Vale,1980-01-30\n", "right.csv")
    articles = [DATED] * (2 if command == "diff" else 1)
    status, _, err = run(command, *articles, "--table", "people=right.csv")

    assert (status, err) == (0, "")


@pytest.mark.parametrize("command", ["audit", "review", "mutate", "diff", "check"])
def test_bad_configuration(run, project, command):
    """The sentence names file and key, whatever the command."""

    project('references = "nowhere"\n', "other.toml")
    articles = [DATED] * (2 if command == "diff" else 1)
    status, out, err = run(command, *articles, "--config", "other.toml")

    assert (status, out) == (2, "")
    assert err == 'claims: "references" names nothing: nowhere (other.toml)\nhint: check the path\n'


def test_texts(run, project):
    """Quotations are checked against the configured texts, also when the audit is remembered; a changed text counts."""

    project("“Every shelf in the hall is full by now,” Ida Holm said.", "b.md")
    project('texts = "speeches"\n', "claims.toml")
    project("Every shelf in the hall is full by now, she said.", "speeches/holm.txt")
    sound = [run("audit", "b.md", "--format", "csv")[0], *(run("check", "b.md")[0] for _ in range(2))]
    project("Every shelf in the hall is empty by now, she said.", "speeches/holm.txt")
    changed = [run("audit", "b.md", "--format", "csv")[0], *(run("check", "b.md")[0] for _ in range(2))]
    project('texts = "nowhere"\n', "claims.toml")

    assert (sound, changed) == ([0, 0, 0], [1, 1, 1])
    assert '"texts" names no folder: nowhere' in run("audit", "b.md")[2]


def test_notebook(run, notebook, tmp_path):
    """A notebook's prose is reviewed against its own frames, so that later audits take the decisions."""

    sheet = tmp_path / "shops.ipynb.review.csv"

    assert run("audit", notebook, "--format", "csv")[0] == 1
    assert run("review", notebook)[0] == 0
    assert ",refuted,512," in sheet.read_text()
    sheet.write_text(sheet.read_text().replace(",,,\n", ",supported,the later count,Rao\n"))
    assert [run(*command)[0] for command in (("audit", notebook, "--format", "csv"), ("check", notebook))] == [0, 0]


def test_places_of_survivors(run, notebook):
    """What survives in a notebook is named by its cell."""

    notebook.write_text(notebook.read_text().replace("Oak Books sold 521 copies.", "There are two shops."))

    assert re.search(r"^  \w+, cell 1, line 1: ", run("mutate", notebook)[1], re.MULTILINE)


def test_several_articles_in_a_file(run, project):
    """A command for one article says so of a file with several."""

    project('{"text": "One."}\n{"text": "Two."}\n', "many.jsonl")
    status, out, err = run("review", "many.jsonl")

    assert (status, out) == (2, "")
    assert "the file holds 2 articles (many.jsonl)" in err
