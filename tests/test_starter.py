"""The project of `claims init`: its commands, its hook and its workflow run as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claims import starter

WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


@pytest.fixture
def desk(tmp_path):
    starter.copy(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def shell(desk, monkeypatch, tmp_path):
    """Run a command in the project; give its status and output."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))

    def shell(*command):
        done = subprocess.run(command, cwd=desk, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return shell


def workflow(desk):
    """Give the commands of the workflow that use what it has installed."""
    (job,) = yaml.safe_load((desk / ".github/workflows/claims.yml").read_text())["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step and "pip install" not in step["run"]]


def test_workflow(desk, shell):
    """Every step of the workflow passes; a wrong number fails the check, and stands beside its line."""

    commands = workflow(desk)
    for command in commands:
        assert shell("bash", "-eo", "pipefail", "-c", command)[0] == 0, command
    reports = {path.name for path in (desk / "audits").iterdir()}
    assert reports == {"policy", "references", *(f"library-reopens.audit.{end}" for end in ("html", "sarif", "xml"))}
    article = desk / "articles" / "library-reopens.md"
    article.write_text(article.read_text().replace("12 rooms", "13 rooms"))
    (check,) = [command for command in commands if command.startswith("claims check")]
    status, out = shell("bash", "-c", check)

    assert status == 1
    assert "::error file=articles/library-reopens.md,line=7," in out


def test_hook(desk, shell):
    """The hook lets the project be committed, and stops a wrong number."""

    shell("git", "init", "--quiet")
    shell("pre-commit", "install")
    shell("git", "add", "--all")
    status, out = shell("git", *WHO, "commit", "--quiet", "--message", "first")
    assert status == 0, out
    article = desk / "articles" / "library-reopens.md"
    article.write_text(article.read_text().replace("12 rooms", "13 rooms"))
    shell("git", "add", "--all")
    status, out = shell("git", *WHO, "commit", "--message", "wrong")

    assert status == 1
    assert "check failed: articles/library-reopens.md:7:" in out


def test_readme_commands(desk, shell):
    """The commands of its README pass, and every file that it names is there."""

    lines = (desk / "README.md").read_text().splitlines()
    commands = [line.strip() for line in lines if line.startswith("    claims ")]
    named = [line.split("`")[1] for line in lines if line.startswith("| `")]

    assert [shell("bash", "-c", command)[0] for command in commands] == [0, 0, 0]
    assert all((desk / name).exists() for name in named)
