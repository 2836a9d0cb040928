"""Expectations of our own in a policy: what they find, how they show it, and what is said of a bad one."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import great_expectations as gx
import pytest

from claims import embedded
from claims.policy import expectations
from tests.policy.conftest import RIGHT, WRONG

OPEN = '"It is a fine day for the river."'
HEARSAY = "Sources said 42 people left."
RULES = {
    "refuted": (
        {"type": "expect_no_refuted_statements"},
        (WRONG, RIGHT),
        "a.md:4:18: critical: no-refuted-statements: “54” (own voice): people row 'Prashant Kishor': born 1977",
    ),
    "quotations": (
        {"type": "expect_quotations_to_be_attributed"},
        (OPEN, "“It is a fine day for the river,” said Prashant Kishor."),
        f"a.md:4:1: critical: quotations-to-be-attributed: “{OPEN}” (own voice): every quotation is attributed",
    ),
    "coverage": (
        {"type": "expect_article_coverage_to_be_at_least", "kwargs": {"min_value": 0.6}},
        (HEARSAY, WRONG),
        (
            "a.md:4:1: critical: article-coverage-to-be-at-least: "
            "the tables decide at least 60% of an article's values: coverage is 0"
        ),
    ),
    "hearsay": (
        {"type": "expect_article_hearsay_to_be_at_most", "kwargs": {"max_value": 0.4}},
        (HEARSAY, WRONG),
        (
            "a.md:4:1: critical: article-hearsay-to-be-at-most: "
            "at most 40% of an article's statements are hearsay: reported is 1"
        ),
    ),
}


@pytest.fixture
def policy(project):
    """Write a policy of some expectations, and the configuration that names it."""

    def policy(*rules):
        project(json.dumps({"name": "own", "expectations": rules}), "policy.json")
        project('articles = ["a.md"]\npolicy = "policy.json"\n', "claims.toml")

    return policy


@pytest.mark.parametrize(("rule", "articles", "line"), RULES.values(), ids=RULES)
def test_finds(run, project, policy, rule, articles, line):
    """Each finds what it is for, says so in its own words, and leaves a sound article alone."""

    policy(rule)
    bad, good = articles
    project(bad)
    status, out, err = run()
    assert (status, err) == (1, "")
    assert out.startswith(line)
    project(good)

    assert run()[0] == 0


def test_every_one_is_tried():
    """No expectation of ours is without an example above."""

    assert len(expectations.__all__) == len(RULES)


def test_beside_stock_ones(run, project, policy):
    """A policy mixes ours with stock ones; two of a kind without a description keep their names and severities."""

    between = {"type": "expect_column_values_to_be_between", "kwargs": {"column": "article_statements"}}
    policy(
        RULES["refuted"][0],
        {**between, "kwargs": {**between["kwargs"], "min_value": 1}, "meta": {"rule": "some"}, "severity": "info"},
        {**between, "kwargs": {**between["kwargs"], "min_value": 9}, "meta": {"rule": "many"}, "severity": "warning"},
    )
    project(WRONG)
    found = re.findall(r"(critical|warning|info): ([\w-]+):", run()[1])

    assert found == [("warning", "many"), ("critical", "no-refuted-statements")]


def test_a_description_of_your_own_wins(run, project, policy):
    """What the policy's author wrote is shown in place of the rendered sentence."""

    policy({**RULES["hearsay"][0], "description": "we do not print rumours"})
    project(HEARSAY)

    assert "we do not print rumours: reported is 1" in run()[1]


BAD = {
    "misspelt": ({"type": "expect_no_refuted_statement"}, 'did you mean "expect_no_refuted_statements"?'),
    "no share": ({"type": "expect_article_coverage_to_be_at_least"}, "AtLeast: min_value: field required"),
    "no such share": (
        {"type": "expect_article_hearsay_to_be_at_most", "kwargs": {"max_value": 40}},
        "AtMost: max_value: ensure this value is less than or equal to 1",
    ),
}


@pytest.mark.parametrize(("rule", "message"), BAD.values(), ids=BAD)
def test_bad(run, project, policy, rule, message):
    """A type that nobody knows, or a share that is none, is one sentence and status 2."""

    policy(rule)
    project(RIGHT)
    status, out, err = run()

    assert (status, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_great_expectations_loads_them():
    """Once the module is imported, Great Expectations itself loads a suite that names them, as the starter's."""

    content = json.loads((embedded.folder("seeds") / "starter" / "policy.json").read_text())
    loaded = gx.ExpectationSuite(**{**content, "meta": {}})

    assert {"ExpectNoRefutedStatements"} < {type(e).__name__ for e in loaded.expectations}
    assert len(loaded.expectations) == len(content["expectations"])


def test_data_docs(run, project, policy):
    """Data Docs show what each asks, how many break it and which: an article once, however many rows it has."""

    policy(*(rule for rule, *_ in RULES.values()))
    project(f"{OPEN}\n\n{WRONG}\n\n{HEARSAY} {HEARSAY.replace('42', '43')}")
    status, out, _ = run("--docs", "docs")
    (page,) = Path("docs").rglob("references-audits.html")
    text = re.sub(r"(?s)<script.*?</script>|<style.*?</style>|<[^>]+>", " ", page.read_text())
    words = " ".join(html.unescape(text).split())

    assert (status, out.splitlines()[-1]) == (1, "Data Docs: docs/index.html")
    assert "no statement is refuted article quote explanation a.md 54 people row" in words
    assert re.search(r"every quotation is attributed article quote a.md \"It .*? river.\" 1 of 1 quotations", words)
    assert re.search(r"of an article's values article coverage a.md 0.3333 \d of \d statements are in", words)
    assert "total rows" not in words


def test_data_docs_are_the_same_each_time(run, project, policy):
    """Two runs write the same bytes, though Great Expectations stamps its pages."""

    policy(RULES["refuted"][0])
    project(WRONG)
    for folder in ("one", "two"):
        run("--docs", folder)
    one, two = ({p.relative_to(f): p.read_bytes() for p in Path(f).rglob("*.html")} for f in ("one", "two"))

    assert one == two != {}
