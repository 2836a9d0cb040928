"""The command line: what it prints, writes and returns, and what bad input gets."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import claims
from claims import cli, console, embedded
from claims import files as writing

SEED = embedded.folder("seeds") / "articles" / "kishor.txt"
WRONG = "---\npublished: 2022-04-26\n---\nPrashant Kishor, 54, declined the offer of the Congress.\n"
RIGHT = WRONG.replace("54", "45")


@pytest.fixture
def run(monkeypatch, run_claims, tmp_path):
    """Run `claims` in an empty folder; give its status, output and errors."""
    monkeypatch.chdir(tmp_path)
    return run_claims


@pytest.fixture
def files(tmp_path):
    """List the files that a command leaves."""
    return lambda: sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())


def test_audit_on_its_own(run, files):
    """One article: the audit on the screen, the page beside, a word where, and status 0 as nothing is refuted."""

    status, out, err = run("audit", SEED)

    assert (status, err) == (0, "")
    assert out.endswith("kishor.audit.html\n")
    assert "supported" in out
    assert files() == ["kishor.audit.html"]


def test_findings(run, tmp_path):
    """A refuted statement makes status 1."""

    (tmp_path / "a.md").write_text(WRONG)
    (tmp_path / "b.md").write_text(RIGHT)

    assert run("audit", "a.md", "--format", "json")[0] == 1
    assert run("audit", "b.md", "--format", "json")[0] == 0
    assert run("audit", "b.md", "a.md", "--format", "json")[0] == 1


def test_texts(run, tmp_path):
    """Quotations are checked against a folder of texts; a changed word makes status 1, a missing folder 2."""

    (tmp_path / "a.md").write_text('"The old tram stays, and so do its drivers," Rao said.')
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "speech.txt").write_text("The new tram stays, and so do its drivers.")
    status, out, _ = run("audit", "a.md", "--texts", "texts", "--format", "markdown")

    assert status == 1
    assert "has “new”, not “old”" in out
    assert run("audit", "a.md", "--texts", "none")[0] == 2


READERS = {
    "json": json.loads,
    "sarif": json.loads,
    "claimreview": json.loads,
    "junit": ElementTree.fromstring,
    "html": lambda text: text.lower().index("<!doctype html>"),
    "markdown": lambda text: text.index("#"),
    "text": lambda text: text.index("supported"),
}


@pytest.mark.parametrize("style", READERS)
def test_formats(run, files, tmp_path, style):
    """Each format is what it says; --output takes what the screen would show, and nothing else is written."""

    (tmp_path / "a.md").write_text(RIGHT)
    status, out, err = run("audit", "a.md", "--format", style, "--output", "report")
    report = (tmp_path / "report").read_text(encoding="utf-8")

    assert (status, out, err) == (0, "", "")
    assert files() == ["a.md", "report"]
    READERS[style](report)
    assert run("audit", "a.md", "--format", style)[1].startswith(report.rstrip("\n"))


def test_several_articles(run, files, tmp_path):
    """Several articles are one JSON list, or a file each in a folder; a page is not written unasked."""

    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(RIGHT)
    paths = ["one/a.md", "two/a.md"]
    before = files()

    assert [a["schema"] for a in json.loads(run("audit", *paths, "--format", "json")[1])] == ["claims-audit/1"] * 2
    assert run("audit", *paths)[0] == 0
    assert files() == before
    assert run("audit", *paths, "--format", "sarif")[0] == 2
    (tmp_path / "out").mkdir()
    assert run("audit", *paths, "--format", "html", "--output", "out")[0] == 0
    assert [f for f in files() if f.startswith("out")] == ["out/a-2.audit.html", "out/a.audit.html"]


def test_standard_input(run, monkeypatch, files):
    """ "-" audits what is piped in."""

    stdin = io.TextIOWrapper(io.BytesIO(RIGHT.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)

    assert run("audit", "-")[0] == 0
    assert files() == ["article.audit.html"]


ODD = {
    "one line": "The club sold 40 tickets on May 3, Ada Lopez, 45, said. " * 400,
    "one word": "x" * 100_000,
    "one number": "7" * 20_000,
    "controls": "The club sold 40\x07 tickets\x0b on\x1b[31m May 3.",
    "direction": "\u202eThe club\u202c sold \u200f40 tickets\u2066 on May 3\u2069.",
    "emoji": "\N{PARTY POPPER} The club sold 40 tickets \U0001f469\u200d\U0001f467 on May 3.",
    "marks": '"' * 500 + " 40 tickets " + "((" * 500,
    "newlines": "\r\n" * 10_000 + "40 tickets",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_articles(run, tmp_path, text):
    """Whatever the characters, the audit accounts for the values, and every report can be read."""

    (tmp_path / "a.txt").write_bytes(text.encode())
    status, out, err = run("audit", "a.txt", "--format", "json")
    coverage = json.loads(out)["coverage"]
    bins = [coverage[name] for name in ("supported", "refuted", "not_enough_info", "excluded")]

    assert (status, err) == (0, "")
    assert coverage["values"] == sum(bins)
    ElementTree.fromstring(run("audit", "a.txt", "--format", "junit")[1])
    json.loads(run("audit", "a.txt", "--format", "sarif")[1])
    assert "\x07" not in run("audit", "a.txt", "--format", "html")[1]


def test_own_tables(run, tmp_path):
    """--table and --references take the user's tables instead of the embedded ones."""

    (tmp_path / "a.md").write_text("---\ndate: 2024-05-01\n---\nThe Hollow Brook library has 12 rooms.\n")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "libraries.csv").write_text("name,rooms\nHollow Brook library,12\nAsh Lane library,9\n")
    folder = json.loads(run("audit", "a.md", "--format", "json", "--references", "tables")[1])
    table = json.loads(run("audit", "a.md", "--format", "json", "--table", "halls=tables/libraries.csv")[1])

    assert [t["table"] for t in folder["references"]] == ["libraries"]
    assert [t["table"] for t in table["references"]] == ["halls"]
    assert [s["verdict"]["label"] for s in folder["statements"] if s["value"]] == ["supported"]


BAD = {
    "no command": ([], 2, "Missing command"),
    "unknown command": (["adit"], 2, "No such command 'adit'"),
    "unknown option": (["audit", "x", "--colour"], 2, "No such option.*--colour"),
    "no article": (["audit"], 2, "Missing argument"),
    "missing": (["audit", "nowhere.md"], 2, r"no such article \(nowhere.md\)"),
    "folder": (["audit", "."], 2, "must be a file, not a folder"),
    "empty": (["audit", "empty.md"], 2, r"the article is empty \(empty.md\)"),
    "encoding": (["audit", "latin.md"], 2, r"not UTF-8.*byte 3"),
    "date": (["audit", "right.md", "--published", "soon"], 2, 'publication date "soon"'),
    "format": (["audit", "right.md", "--format", "pdf"], 2, "'--format': 'pdf' is not one of"),
    "no references": (["audit", "right.md", "--references", "nowhere"], 2, "nowhere"),
    "table option": (["audit", "right.md", "--table", "people.csv"], 2, "NAME=FILE"),
    "both": (["audit", "right.md", "--table", "a=ragged.csv", "--references", "."], 2, "exclude each other"),
    "output folder": (["audit", "right.md", "--output", "nowhere/a.html"], 2, "no such folder"),
    "ragged": (["audit", "right.md", "--table", "a=ragged.csv"], 3, r"ragged.csv"),
    "no rows": (["audit", "right.md", "--table", "a=rows.csv"], 3, r"rows.csv"),
    "twice": (["audit", "right.md", "--table", "a=twice.csv"], 3, r"twice.csv"),
    "check": (["references", "check", "nowhere"], 2, "nowhere"),
    "infer": (["references", "infer", "nowhere"], 2, "nowhere"),
    "model": (["evaluate", "sourcing", "labels.csv", "--model", "nowhere.json"], 2, "nowhere"),
    "corpus": (["train", "sourcing", "nowhere.jsonl"], 2, "nowhere"),
}


@pytest.mark.parametrize(("arguments", "status", "message"), BAD.values(), ids=BAD)
def test_bad_use(run, files, tmp_path, arguments, status, message):
    """One sentence on standard error, nothing on standard output, no file, and the status of its kind."""

    (tmp_path / "right.md").write_text(RIGHT)
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "latin.md").write_bytes("caf\xe9".encode("latin-1"))
    (tmp_path / "ragged.csv").write_text("name,rooms\nHall,3,4\n")
    (tmp_path / "labels.csv").write_text("article,sentence,label\na,It rained.,own_voice\n")
    (tmp_path / "rows.csv").write_text("name,rooms\n")
    (tmp_path / "twice.csv").write_text("name,name\nHall,3\n")
    before = files()
    found, out, err = run(*arguments)

    assert (found, out) == (status, "")
    assert err.startswith("claims: ")
    assert "Traceback" not in err
    assert len([line for line in err.splitlines() if line[:1] not in ("", " ") and not line.startswith("hint:")]) == 1
    assert re.search(message, err)
    assert files() == before


def test_our_own_error(run, monkeypatch, tmp_path):
    """A defect of ours is one sentence too; the traceback comes on CLAIMS_DEBUG=1."""

    def broken(*_, **__):
        raise KeyError("gone")

    (tmp_path / "a.md").write_text(RIGHT)
    monkeypatch.setattr("claims.corpus.audit", broken)
    status, _, err = run("audit", "a.md")

    assert status == 2
    assert "an error of claims itself, not of your input: KeyError: 'gone' (test_cli.py, line" in err
    assert "Traceback" not in err
    monkeypatch.setenv("CLAIMS_DEBUG", "1")
    with pytest.raises(KeyError):
        cli.main()


def test_interrupted(run, monkeypatch, tmp_path):
    """Ctrl-C ends without a word, with the shell's status for it."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    (tmp_path / "a.md").write_text(RIGHT)
    monkeypatch.setattr("claims.corpus.audit", interrupted)

    assert run("audit", "a.md") == (130, "", "")


def test_reader_gone():
    """`claims ... | head -1` ends without complaint."""

    command = f"{sys.executable} -m claims audit {SEED} --format json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("{\n", "")


def test_version_and_help(run):
    """--version and --help answer on standard output, status 0."""

    assert run("--version") == (0, f"claims {claims.__version__}\n", "")
    status, out, err = run("references", "--help")
    assert (status, err) == (0, "")
    assert "check" in out
    assert "infer" in out


def test_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """A write that fails leaves the old file, and nothing beside it."""

    path = tmp_path / "report.json"
    writing.write(path, "old\r\nline\n")
    monkeypatch.setattr("claims.files.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))

    with pytest.raises(claims.InputError, match="No space left"):
        writing.write(path, "new")
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]
    assert path.read_bytes() == b"old\r\nline\n"


def test_file_keeps_its_mode_and_link(tmp_path):
    """A file that is there keeps its permissions; a link stays a link; a device is written to."""

    path, link = tmp_path / "report.json", tmp_path / "link.json"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    writing.write(link, "new")
    writing.write(tmp_path / "fresh", "new")
    writing.write(Path(os.devnull), "new")

    assert (path.read_text(), path.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)
    assert (tmp_path / "fresh").stat().st_mode & 0o777 == 0o666 & ~writing._umask()


def test_no_bar_off_the_terminal(capsys):
    """Work shows no bar where nobody watches."""

    with console.working("Working", 2) as advance:
        advance()

    assert capsys.readouterr() == ("", "")


def test_references_check(run):
    """`references check` lists the tables and their suites."""

    status, out, err = run("references", "check", embedded.folder("seeds") / "references")

    assert (status, err) == (0, "")
    assert "people" in out


def test_references_check_of_unfit_tables(run, tmp_path):
    """Every expectation is printed with its result, then what we look at unasked; a critical failure is status 3."""

    (tmp_path / "expectations").mkdir()
    (tmp_path / "people.csv").write_text("name,born\nAda Thorne,2066-04-18\nBo Vale,1971-12-02\n")
    (tmp_path / "towns.csv").write_text("town,people\nFenby,7\nHarrow,8\nTotal,15\n")
    latest = {"column": "born", "max_value": "2020-12-31T00:00:00"}
    rules = [
        {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "name"}},
        {"type": "expect_column_values_to_be_between", "kwargs": latest, "description": "nobody is born later"},
    ]
    (tmp_path / "expectations" / "people.json").write_text(json.dumps({"name": "people", "expectations": rules}))
    status, out, _ = run("references", "check", ".")

    assert status == 3
    assert out == (
        "people: 2 rows, suite people\n"
        "    passed  expect_column_values_to_be_unique  name\n"
        "    FAILED (critical)  expect_column_values_to_be_between  born\n"
        "        nobody is born later: row 1 (Ada Thorne: born 2066-04-18)\n"
        "towns: 3 rows, no suite\n"
        "    FAILED (critical)  no row is a total  people\n"
        "        the last row is the total of the others: leave it out: row 3 (Total: people 15)\n"
    )


def test_references_infer(run, files, tmp_path):
    """`references infer` writes a catalog that loads, and never over one that is there."""

    (tmp_path / "libraries.csv").write_text("name,rooms\nHollow Brook library,12\nAsh Lane library,9\n")

    assert run("references", "infer", ".")[0] == 0
    assert files() == ["libraries.csv", "references.toml"]
    assert [t.name for t in claims.References.load(tmp_path).tables] == ["libraries"]
    status, _, err = run("references", "infer", ".")
    assert status == 2
    assert "there is a catalog already" in err


def test_init(run, files):
    """`init` writes a project whose own audit and table check are green; a second time it refuses."""

    status, out, err = run("init", "desk")
    assert (status, err) == (0, "")
    written = files()
    assert "desk/references/references.toml" in written
    assert "desk/.github/workflows/claims.yml" in written
    assert all(name in out for name in written)
    (article,) = [name for name in written if name.startswith("desk/articles/")]
    status, out, _ = run("audit", article, "--references", "desk/references", "--format", "json")
    labels = [s["verdict"]["label"] for s in json.loads(out)["statements"] if s["value"]]
    assert status == 0
    assert labels.count("supported") >= 3
    assert run("references", "check", "desk/references")[0] == 0
    status, _, err = run("init", "desk")
    assert status == 2
    assert "already" in err


def test_train_and_evaluate(run, tmp_path):
    """A model trained on the user's labels is written and measured; the same labels give the same bytes."""

    corpus = embedded.folder("models") / "sourcing" / "corpus" / "one.txt"
    status, out, err = run("train", "sourcing", corpus, "--output", "one")
    assert (status, err) == (0, "")
    assert "macro-F1" in out
    assert run("train", "sourcing", corpus, "--output", "two")[0] == 0
    assert (tmp_path / "one" / "model.json").read_bytes() == (tmp_path / "two" / "model.json").read_bytes()
    status, out, err = run("evaluate", "sourcing", corpus, "--model", "one/model.json")
    assert (status, err) == (0, "")
    assert "macro-F1" in out


def test_mutate(run, tmp_path):
    """The score has its denominator; JSON holds every error."""

    (tmp_path / "a.md").write_text(RIGHT)

    status, out, err = run("mutate", "a.md")
    errors = json.loads(run("mutate", "a.md", "--format", "json")[1])["mutants"]

    assert (status, err) == (0, "")
    assert f" of {len(errors)} errors caught" in out


def test_diff(run, tmp_path):
    """Articles and reports can be compared; status 1 where something is newly refuted."""

    (tmp_path / "a.md").write_text(WRONG)
    (tmp_path / "b.md").write_text(RIGHT)
    run("audit", "b.md", "--format", "json", "--output", "b.json")

    status, out, _ = run("diff", "a.md", "b.json")

    assert (status, "“54” now “45” refuted, now supported" in out) == (0, True)
    assert run("diff", "b.json", "a.md")[0] == 1
    assert run("diff", "a.md", "b.json", "--format", "markdown")[1].startswith("# Draft correction")
    assert run("diff", "a.md", "none.json")[0] == 2


def test_several_articles_in_one_report(run, tmp_path):
    """One page, text or table holds them all; Parquet and workbooks need a file."""

    (tmp_path / "a.md").write_text(WRONG)
    (tmp_path / "b.md").write_text(RIGHT)

    assert run("audit", "a.md", "b.md", "--format", "html", "--output", "all.html")[0] == 1
    assert "2 articles" in (tmp_path / "all.html").read_text(encoding="utf-8")
    assert run("audit", "a.md", "b.md", "--format", "markdown")[1].startswith("# Claim audits of 2 articles")
    assert run("audit", "a.md", "b.md", "--format", "github")[1].startswith("::error file=a.md,line=4,endLine=4,")
    assert run("audit", "a.md", "b.md", "--format", "csv")[1].startswith("article,title,id,")
    assert run("audit", "a.md", "--format", "parquet")[0] == 2
    assert run("audit", "a.md", "b.md", "--format", "parquet", "--output", "all.parquet")[0] == 1
    assert (tmp_path / "all.parquet").read_bytes().startswith(b"PAR1")
    assert run("audit", "a.md", "b.md", "--format", "xlsx", "--output", "all.xlsx")[0] == 1
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")
