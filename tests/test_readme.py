"""The README says what is so: its commands run, its output is the real one, its links lead somewhere."""

from __future__ import annotations

import doctest
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claims

ROOT = Path(claims.__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
INDENTED = re.findall(r"(?:^    .+\n)+", README, re.MULTILINE)
FENCED = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)

pytestmark = pytest.mark.skipif(not (ROOT / ".ci").exists(), reason="needs the checkout")


def run(*command, cwd=ROOT):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def agrees(shown, printed):
    """Compare as doctests do: "..." stands for what is left out."""
    return doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)


def test_first_command_prints_what_is_shown(tmp_path):
    """The audit on the first screen is the one that the command prints."""

    (shown,) = re.findall(r"<!-- output:begin -->\n```text\n(.*?)```\n<!-- output:end -->", README, re.DOTALL)
    printed = run(sys.executable, "-m", "claims", "audit", str(ROOT / "seeds/articles/kishor.txt"), cwd=tmp_path)

    assert agrees(shown, printed), printed


def test_two_commands_set_up():
    """Set-up is two commands, and CI runs the second."""

    commands = [block for block in INDENTED if "pip install" in block][-1].split("\n")
    first, second = [line.strip() for line in commands if line.strip()]

    assert first == "pip install uv && uv run claims audit seeds/articles/kishor.txt"
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_python_blocks_print_what_is_shown():
    """Each Python block prints the output block below it."""

    pairs = [(code, shown) for (a, code), (b, shown) in itertools.pairwise(FENCED) if (a, b) == ("python", "output")]

    assert len(pairs) == sum(language == "python" for language, _ in FENCED) > 0
    for code, shown in pairs:
        assert agrees(shown, run(sys.executable, "-c", code))


def test_catalog_block_is_the_starter_s():
    """The catalog shown is part of the one that `claims init` writes."""

    (shown,) = [block for language, block in FENCED if language == "toml" and "source =" in block]

    assert shown in (ROOT / "seeds/starter/references/references.toml").read_text(encoding="utf-8")


def test_console_blocks(tmp_path):
    """The commands of all console blocks, one after the other, print what is shown."""

    commands = "".join(block for language, block in FENCED if language == "console").removeprefix("$ ").split("\n$ ")
    here, environment = tmp_path, {**os.environ, "CLAIMS_CACHE": str(tmp_path / "cache"), "COLUMNS": "80"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    for command, _, shown in (entry.partition("\n") for entry in commands):
        script = f'{command}\nstatus=$?\npwd > "{tmp_path}/here"\nexit $status'
        done = subprocess.run(["bash", "-c", script], cwd=here, env=environment, capture_output=True, text=True)
        here = Path((tmp_path / "here").read_text().strip())

        assert agrees(shown, done.stdout + done.stderr), (command, done.stdout, done.stderr)


def test_magic(tmp_path):
    """The cells of the notebook block print what is shown."""

    (block,) = [block for language, block in FENCED if language == "ipython"]
    typed, _, shown = block.partition("Out[3]:")
    cells = [re.sub(r"(?m)^ *\.\.\.: ", "", cell).strip() for cell in re.split(r"In \[\d\]: ", typed)[1:]]
    shell = "from IPython.core.interactiveshell import InteractiveShell\nshell = InteractiveShell.instance()\n"
    script = shell + "".join(f"shell.run_cell({cell!r}).raise_error()\n" for cell in cells)
    environment = {**os.environ, "IPYTHONDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)

    assert agrees(shown, done.stdout.partition("]:")[2]), done.stdout + done.stderr


COMMANDS = sorted({command.strip() for command in re.findall(r"^\| `claims ([a-z ]+)", README, re.MULTILINE)})


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_exist(command):
    """Each command in the table is there, and its help says what it does."""

    assert "Usage:" in run(sys.executable, "-m", "claims", *command.split(), "--help")


def test_options_exist():
    """Each option in the text is one of some command's."""

    known = "".join(run(sys.executable, "-m", "claims", *command.split(), "--help") for command in COMMANDS)

    assert [option for option in re.findall(r"`(--[a-z]+)", README) if option not in known] == []


def test_links_lead_somewhere():
    """Each link and picture is a file of the checkout."""

    targets = re.findall(r"\]\(([^)]+)\)", README)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
