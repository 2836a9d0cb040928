"""What users install: the wheel holds what git holds, and audits from anywhere."""

from __future__ import annotations

import email
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import claims

ROOT = Path(claims.__file__).parents[1]
DATA = ("models", "expectations", "seeds")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the git checkout"),
]


def run(*command, cwd=ROOT, env=None):
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    (path,) = folder.glob("*.whl")
    return path


def expected_files():
    """Say which files of the checkout travel, and under which name."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "claims", *DATA)
    for name in filter(None, listed.split("\0")):
        path = Path(name)
        if (ROOT / path).is_file() and (path.parts[0] == "claims" or path.suffix != ".py"):
            yield name if path.parts[0] == "claims" else f"claims/_embedded/{name}"


def test_wheel_holds_what_git_holds(wheel):
    """Every tracked file of the package, its models, expectations and seeds is in the wheel, and nothing else."""

    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert names == set(expected_files())
    assert {name.split("/")[2] for name in names if name.startswith("claims/_embedded/")} == set(DATA)


def test_wheel_metadata(wheel):
    """The wheel tells version, licences and entry point."""

    with zipfile.ZipFile(wheel) as archive:
        info = f"claims-{claims.__version__}.dist-info"
        metadata = email.message_from_bytes(archive.read(f"{info}/METADATA"))
        entry_points = archive.read(f"{info}/entry_points.txt").decode()

    assert metadata["Version"] == claims.__version__
    assert metadata["License-Expression"] == "MIT AND CC-BY-SA-4.0"
    assert sorted(metadata.get_all("License-File")) == ["LICENSE", "models/language/LICENSE"]
    assert "claims = claims.cli:main" in entry_points


@pytest.mark.skipif(not shutil.which("uv"), reason="needs uv")
def test_installed_wheel_audits_the_seed(wheel, tmp_path):
    """A wheel in an empty environment audits the embedded article against the embedded tables, from another folder."""

    environment, elsewhere = tmp_path / "environment", tmp_path / "elsewhere"
    elsewhere.mkdir()
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "UV_PROJECT"))}
    run("uv", "venv", "-q", "--python", sys.executable, str(environment), cwd=tmp_path, env=clean)
    python = str(environment / "bin" / "python")
    run("uv", "pip", "install", "-q", "--python", python, str(wheel), cwd=tmp_path, env=clean)
    code = "from claims import embedded; print(embedded.folder('seeds') / 'articles' / 'kishor.txt')"
    seed = run(python, "-c", code, cwd=elsewhere, env=clean).strip()
    said = run(str(environment / "bin" / "claims"), "audit", seed, cwd=elsewhere, env=clean)

    assert Path(seed).is_relative_to(environment)
    assert "supported" in said
    assert [path.name for path in elsewhere.iterdir()] == ["kishor.audit.html"]
