"""The pre-commit hook in a scratch repository, and the steps of the GitHub Action in a shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claims import cli
from tests.policy.conftest import RIGHT, WRONG

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / ".github" / "actions" / "claims" / "action.yml"
WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

pytestmark = pytest.mark.skipif(not HOOKS.is_file(), reason="the wheel has no hooks: they are the repository's")


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """Run a command in the project's folder, with this environment's commands first; give its status and output."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path.parent / "pre-commit"))

    def shell(*command, **env):
        done = subprocess.run(command, cwd=tmp_path, env={**os.environ, **env}, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return shell


def test_manifest(shell):
    """pre-commit accepts the manifest, and the entry is a command of ours."""

    status, out = shell("pre-commit", "validate-manifest", str(HOOKS))
    (hook,) = yaml.safe_load(HOOKS.read_text())

    assert (status, out) == (0, "")
    assert hook["entry"].split()[1] in {command.name for command in cli.app.registered_commands}


def test_commit(shell, project):
    """The hook stops a commit with a refuted statement, and lets one without pass."""

    (hook,) = yaml.safe_load(HOOKS.read_text())
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    project(yaml.safe_dump(config), ".pre-commit-config.yaml")
    project(WRONG)
    shell("git", "init", "--quiet")
    shell("pre-commit", "install")
    shell("git", "add", "--all")
    status, out = shell("git", *WHO, "commit", "--message", "wrong")
    assert status == 1
    assert "check failed: a.md:4:18: refuted: “54” (own voice)" in out
    project(RIGHT)
    shell("git", "add", "--all")
    status, out = shell("git", *WHO, "commit", "--message", "right")

    assert status == 0
    assert re.search(r"claims check\.+Passed", out)


def steps():
    return {step["name"]: step for step in yaml.safe_load(ACTION.read_text())["runs"]["steps"] if "run" in step}


def test_action_is_whole():
    """The action uses every input that it describes, and no other."""

    text = ACTION.read_text()
    inputs = yaml.safe_load(text)["inputs"]

    assert set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text)) == set(inputs)
    assert all(about["description"] for about in inputs.values())


def test_action_installs_its_own_revision():
    """Without an input, pip gets the folder three above the action: the repository."""

    folder = subprocess.run(
        ["bash", "-c", steps()["Install claims"]["run"].replace("python -m pip install --quiet", "realpath")],
        env={"PATH": os.environ["PATH"], "PACKAGE": "", "GITHUB_ACTION_PATH": str(ACTION.parent)},
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip

    assert Path(folder) == ROOT


INPUTS = {
    "configured": ({}, 1, "::error file=a.md,line=4,col=18,title=claims%3A refuted::“54”"),
    "paths": ({"PATHS": "b c.md\n"}, 0, "1 article, 2 statements: nothing found"),
    "changed": ({"CHANGED_SINCE": "HEAD"}, 0, "0 articles, 0 statements: nothing found"),
    "config": ({"CONFIG": "other.toml"}, 2, "no such configuration"),
}


@pytest.mark.parametrize(("inputs", "status", "line"), INPUTS.values(), ids=INPUTS)
def test_action(shell, project, inputs, status, line):
    """The action's step gives annotations and the status of the check, for each of its inputs."""

    project(WRONG)
    project(RIGHT, "b c.md")
    shell("git", "init", "--quiet")
    shell("git", "add", "--all")
    shell("git", *WHO, "commit", "--quiet", "--message", "all")
    step = {"PATHS": "", "CHANGED_SINCE": "", "CONFIG": "", **inputs}
    found, out = shell("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps()["Check"]["run"], **step)

    assert found == status
    assert line in out
