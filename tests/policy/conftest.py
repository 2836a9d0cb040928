"""A project in an empty folder: an article with one wrong age, and the command run there."""

from __future__ import annotations

import pytest

FRONT = "---\npublished: 2022-04-26\n---\n"
WRONG = "Prashant Kishor, 54, declined the offer of the Congress."
TABLE = "name,born\nIda Holm,1974-11-02\nJon Vale,1980-01-30\n"
RIGHT = WRONG.replace("54", "45")


@pytest.fixture(autouse=True, scope="session")
def remembered(tmp_path_factory):
    """Remember audits and policy results from test to test, away from the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Write files into an empty folder, which is the current one: `write(text, name)`."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FRONT + text + "\n" if name.endswith(".md") else text)
        return tmp_path / name

    write('articles = ["**/*.md"]\n', "claims.toml")
    return write


@pytest.fixture
def run(project, run_claims):  # noqa: ARG001  (its folder is the current one)
    """Run `claims check`; give its status, output and errors."""
    return lambda *arguments: run_claims("check", *arguments)
