"""The pytest plugin, run for real: pytest in a process of its own."""

from __future__ import annotations

import json

import pytest

from tests.policy.conftest import FRONT, RIGHT, TABLE, WRONG

pytest_plugins = "pytester"


@pytest.fixture
def project(pytester):
    """Write a project with two articles, and tests elsewhere."""
    for name, text in {
        "claims.toml": 'articles = ["news"]\n',
        "news/a.md": f"{FRONT}{WRONG}\n",
        "news/b.md": f"{FRONT}{RIGHT}\n",
        "tests/test_own.py": "def test_own(): pass\n",
        "pytest.ini": "[pytest]\ntestpaths = tests\n",
    }.items():
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return pytester


def test_articles_are_tests(project):
    """With --claims each article is a test; one with a critical finding fails, with its place and no traceback."""

    done = project.runpytest_subprocess("--claims", "-p", "no:cacheprovider")

    done.assert_outcomes(passed=3, failed=1)
    done.stdout.fnmatch_lines(
        ["*claims: a.md*", "news/a.md:4:18: refuted: “54” (own voice)*", "FAILED news/a.md::claims*"]
    )
    assert "Traceback" not in done.stdout.str()


def test_only_when_asked(project):
    """Without --claims articles are no tests; a path on the command line chooses among them."""

    project.runpytest_subprocess().assert_outcomes(passed=1)
    project.runpytest_subprocess("--claims", "news/b.md").assert_outcomes(passed=2)


def test_warnings_and_rules_about_all(project):
    """What is not critical warns; a rule about all articles together is a test of its own."""

    rules = [
        {"type": "expect_column_values_to_not_be_in_set", "kwargs": {"column": "verdict", "value_set": ["refuted"]},
         "severity": "warning", "description": "none is refuted", "meta": {"rule": "refuted"}},
        {"type": "expect_column_mean_to_be_between", "kwargs": {"column": "reported", "min_value": 0.5},
         "description": "mostly hearsay", "meta": {"rule": "hearsay"}},
    ]  # fmt: skip
    (project.path / "own.json").write_text(json.dumps({"name": "own", "meta": {}, "expectations": rules}))
    (project.path / "claims.toml").write_text('articles = ["news"]\npolicy = "own.json"\n')
    done = project.runpytest_subprocess("--claims")

    done.assert_outcomes(passed=3, failed=1, warnings=1)
    done.stdout.fnmatch_lines(["all articles: hearsay: mostly hearsay*", "*ClaimsWarning: news/a.md:4:18: refuted: *"])


def test_fixture(project):
    """`claims_audit` audits a file, an article or text against the configured tables."""

    (project.path / "people.csv").write_text(TABLE)
    (project.path / "claims.toml").write_text('references = "people.csv"\n')
    (project.path / "tests" / "test_own.py").write_text(
        "from pathlib import Path\n"
        "import claims\n"
        "def test_text(claims_audit):\n"
        "    article = claims.Article('Ida Holm, 47, runs the library.', published='2022-04-26')\n"
        "    assert claims_audit(article).coverage['supported'] == 1\n"
        "def test_file(claims_audit):\n"
        "    assert claims_audit(Path('news/a.md')).coverage['refuted'] == 0\n"
        "    assert claims_audit('A calm day.').statements == ()\n"
    )

    project.runpytest_subprocess().assert_outcomes(passed=2)


def test_bad_configuration(project):
    """A configuration that cannot be used ends pytest with one sentence."""

    (project.path / "claims.toml").write_text('artikles = ["news"]\n')
    done = project.runpytest_subprocess("--claims")

    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(['*there is no key "artikles"*', 'hint: did you mean "articles"?'])
