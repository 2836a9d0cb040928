"""What `claims check` passes over: suppressed and known findings, and lines that have not changed."""

from __future__ import annotations

import json
import subprocess
import zipfile
from html import escape

import pytest

import claims
from tests.policy.conftest import RIGHT, TABLE, WRONG

IGNORE = "<!-- claims: ignore[refuted] the form of 2019 says 54 -->"


@pytest.mark.parametrize("text", [f"{IGNORE}\n{WRONG}", f"{IGNORE}\n\n{WRONG}", f"{WRONG} {IGNORE}"])
def test_suppressed(run, project, text):
    """A comment on the line before or the same line passes a finding over; its own numbers are no claims."""

    project(text)
    status, out, err = run()

    assert (status, err) == (0, "")
    assert out.endswith("2 statements: nothing found; 1 suppressed\n")


FAULTS = {
    "unused": (f"{IGNORE}\n{RIGHT}", "a.md:4:1: critical: unused-suppression: no refuted is found here"),
    "elsewhere": (f"{IGNORE}\nA calm day.\n\n{WRONG}", "a.md:4:1: critical: unused-suppression"),
    "no reason": (f"<!-- claims: ignore[refuted] -->\n{WRONG}", "a.md:4:1: critical: bad-suppression: the suppression"),
    "unknown rule": (
        f"<!-- claims: ignore[refutd] why -->\n{WRONG}",
        "a.md:4:1: critical: unused-suppression: the policy has no rule refutd: did you mean refuted?",
    ),
    "unreadable": (f"<!-- claims: skip -->\n{WRONG}", "a.md:4:1: critical: bad-suppression: cannot read the comment"),
}


@pytest.mark.parametrize(("text", "line"), FAULTS.values(), ids=FAULTS)
def test_suppression_at_fault(run, project, text, line):
    """A suppression that is unused, or gives no reason, fails."""

    project(text)
    status, out, _ = run()

    assert status == 1
    assert any(row.startswith(line) for row in out.splitlines())


@pytest.fixture
def notebook(project):
    """Write a notebook of Markdown cells, each written as given: one text, or a text a line."""

    def notebook(*sources):
        cells = [{"cell_type": "markdown", "metadata": {}, "source": source} for source in sources]
        code = {"cell_type": "code", "source": f"print('{IGNORE}')", "outputs": [{"text": [IGNORE]}]}
        content = {"metadata": {"date": "2022-04-26"}, "cells": [code, *cells], "nbformat": 4, "nbformat_minor": 5}
        return project(json.dumps(content, indent=1), "book.ipynb")

    return notebook


LISTED = [f"{IGNORE}\n", WRONG]
IN_CELLS = {
    "line before": [[f"A calm day.\n{IGNORE}\n{WRONG}"]],
    "a line of JSON each": [["A calm day.\n", *LISTED]],
    "same line": [[f"A calm day.\n{WRONG} {IGNORE}"]],
    "cell before": [[IGNORE], [WRONG]],
    "marks of JSON in the reason": [[f'{IGNORE[:-3]}, "as told"\u200b -->\n{WRONG}']],
    "over two lines of JSON": [["<!-- claims: ignore[refuted]\n", "the form says 54 -->\n", WRONG]],
}


@pytest.mark.parametrize("cells", IN_CELLS.values(), ids=IN_CELLS)
def test_suppressed_in_a_notebook(run, notebook, cells):
    """A comment in a Markdown cell speaks of the cell's lines, however the JSON holds them; none in code speaks."""

    notebook(*cells)
    status, out, err = run("book.ipynb")

    assert (status, err) == (0, "")
    assert out.endswith("nothing found; 1 suppressed\n")


UNUSED = {
    "another line of the same cell": (
        [[f"{IGNORE}\nA calm day.\n\n{WRONG}"]],
        "book.ipynb:21:6: critical: unused-suppression: cell 2, line 1: no refuted is found here",
    ),
    "the last line of a cell": (
        [["# A\n", RIGHT + "\n", IGNORE]],
        "book.ipynb:23:6: critical: unused-suppression: cell 2, line 3: no refuted is found here",
    ),
}


@pytest.mark.parametrize(("cells", "line"), UNUSED.values(), ids=UNUSED)
def test_unused_in_a_notebook(run, notebook, cells, line):
    """A comment that suppresses nothing fails, and its place is cell and line."""

    notebook(*cells)
    status, out, _ = run("book.ipynb")

    assert status == 1
    assert any(row.startswith(line) for row in out.splitlines())


def test_a_comment_leaves_its_paragraph_whole(notebook):
    """A comment between two lines of a cell's sentence does not part it."""

    article = claims.read(notebook(["Prashant Kishor, 54,\n", f"{IGNORE}\n", "declined the offer."]))

    assert "\n\n" not in article.text
    assert article.text.endswith("declined the offer.")


def test_suppressed_in_a_word_document(run, project):
    """A comment in a paragraph of its own speaks of the next one."""

    def write(*texts):
        paragraphs = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
        with zipfile.ZipFile(project("", "2022-04-26-a.docx"), "w") as file:
            file.writestr("word/document.xml", f'<w:document xmlns:w="x"><w:body>{paragraphs}</w:body></w:document>')
        return run("2022-04-26-a.docx")

    assert write("A calm day.", IGNORE, WRONG)[0] == 0
    assert "unused-suppression: paragraph 1: " in write(IGNORE, "A calm day.", WRONG)[1]


def test_without_a_reason_nothing_is_suppressed(run, project):
    """A suppression without a reason leaves the finding standing."""

    project(f"<!-- claims: ignore[refuted] -->\n{WRONG}")

    assert ": critical: refuted: " in run()[1]


def test_baseline(run, project, tmp_path):
    """A known finding passes, wherever edits move it; a new one fails; a vanished one is told and pruned."""

    path = tmp_path / "claims-baseline.json"
    project(WRONG)
    assert run("--update-baseline")[0] == 0
    (entry,) = json.loads(path.read_text())["findings"]
    assert (entry["article"], entry["rule"], entry["quote"]) == ("a.md", "refuted", "54")
    project(f"A calm day.\n\n{WRONG}")
    assert run()[1].endswith("nothing found; 1 known\n")
    project(WRONG, "b.md")
    assert run()[0] == 1
    (tmp_path / "b.md").unlink()
    project(RIGHT)
    status, out, _ = run()
    assert status == 0
    assert out.endswith("1 known finding vanished: --update-baseline drops them\n")
    run("--update-baseline")

    assert json.loads(path.read_text())["findings"] == []


def test_baseline_of_some_articles(run, project, tmp_path):
    """Updating for some articles keeps the entries of others, as long as these exist."""

    path = tmp_path / "claims-baseline.json"
    for name in ("a.md", "b.md", "c.md"):
        project(WRONG, name)
    run("--update-baseline")
    (tmp_path / "c.md").unlink()
    project(RIGHT, "a.md")
    run("a.md", "--update-baseline")

    assert [entry["article"] for entry in json.loads(path.read_text())["findings"]] == ["b.md"]


def test_a_bad_suppression_is_never_known(run, project):
    """The baseline takes no comments at fault: they fail until they are mended."""

    project(f"{IGNORE}\n{RIGHT}")

    assert run("--update-baseline")[0] == 1


@pytest.fixture
def commit(tmp_path):
    """Make the folder a git checkout, and commit all of it."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

    def git(*arguments):
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def commit():
        if not (tmp_path / ".git").exists():
            git("init", "--quiet")
        git("add", "--all")
        git("commit", "--quiet", "--message", "all")

    return commit


def test_changed_since(run, project, commit):
    """Only findings on lines changed since a revision count, and new files; others are not audited."""

    project(WRONG)
    project(WRONG, "b é.md")
    commit()
    assert run("--changed-since", "HEAD")[:2] == (0, "0 articles, 0 statements: nothing found\n")
    project(f"{WRONG}\n\nA calm day.", "b é.md")
    status, out, _ = run("--changed-since", "HEAD")
    assert (status, out.splitlines()[-1]) == (0, "1 article, 2 statements: nothing found")
    project(f"A calm day.\n\n{WRONG}", "b é.md")
    project(WRONG, "new.md")
    status, out, _ = run("--changed-since", "HEAD")

    assert status == 1
    assert [row.partition(": ")[0] for row in out.splitlines() if ": critical: " in row] == ["new.md:4:18"]


def test_changed_line(run, project, commit):
    """A finding on a changed line counts; a sentence over several lines is changed by any of them."""

    rest = "as it said in\na letter that it had sent to all of its members."
    project(RIGHT.replace(".", f", {rest}"))
    commit()
    project(WRONG.replace(".", f", {rest}"))
    assert run("--changed-since", "HEAD")[0] == 1
    commit()
    project(WRONG.replace(".", f", {rest.replace('all', 'most')}"))

    assert run("--changed-since", "HEAD")[1].startswith("a.md:4:18: critical: refuted")


def test_changed_tables(run, project, commit):
    """Where the tables have changed, every article counts."""

    project(TABLE, "tables/people.csv")
    project('articles = ["a.md"]\nreferences = "tables"\n', "claims.toml")
    project("Ida Holm, 47, runs the library.")
    commit()
    project(TABLE.replace("1974", "1976"), "tables/people.csv")

    assert run("--changed-since", "HEAD")[0] == 1


def test_changed_review(run, project, commit):
    """Where a person has decided anew, the whole article counts, though none of its lines has changed."""

    path = project(RIGHT)
    audit = claims.audit(claims.read(path))
    frame = audit.review()
    age = frame.quote == "45"
    frame.loc[age, "decision"] = "supported"
    audit.with_review(frame).save_review(path)
    commit()
    assert run("--changed-since", "HEAD")[1].startswith("0 articles")
    frame.loc[age, "decision"] = "refuted"
    audit.with_review(frame).save_review(path)
    status, out, _ = run("--changed-since", "HEAD")

    assert status == 1
    assert out.startswith("a.md:4:18: critical: refuted: “45” (own voice): decided by a person")


def test_unknown_revision(run, project, commit):
    """A revision that git does not know is status 2."""

    project(RIGHT)
    commit()
    status, out, err = run("--changed-since", "nowhere")

    assert (status, out) == (2, "")
    assert err.startswith('claims: git knows no revision "nowhere"')
