"""The article that the project began with, the seed that retells it, and both with errors put in."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import claims
from claims.embedded import folder

GIVEN = Path(__file__).parents[2] / "shared" / "seed" / "article.txt"


@dataclass(frozen=True)
class Case:
    """An article and the words in which it states what both must state."""

    name: str
    spokesperson: str
    streak: str
    states: str
    meetings: str
    proposal_source: str
    bihar: str

    def article(self) -> claims.Article:
        if self.name == "seed":
            return claims.read(folder("seeds") / "articles" / "kishor.txt")
        if not GIVEN.exists():
            pytest.skip("../shared/seed/article.txt is not here")
        return claims.Article(GIVEN.read_text(encoding="utf-8"), published="2022-04-26")


SEED = Case(
    name="seed",
    spokesperson="national spokesperson Randeep Surjewala",
    streak="third consecutive assembly election",
    states="five-state",
    meetings="two further meetings",
    proposal_source="Reports quoting party sources",
    bihar="Bihar in 2015",
)
USER = Case(
    name="given",
    spokesperson="national spokesperson Surjewala",
    streak="third consecutive assembly elections",
    states="five-state",
    meetings="two more meetings",
    proposal_source="Reports citing party sources",
    bihar="Bihar in 2015",
)
both = pytest.mark.parametrize("case", [SEED, USER], ids=lambda c: c.name)


def statement_at(audit: claims.Audit, words: str, within: str = "") -> claims.Statement:
    """The statement anchored in `words`; `within` finds the place where the words stand."""
    text = audit.article.text
    start = text.index(within or words)
    start = text.index(words, start)
    end = start + len(words)
    hits = [s for s in audit.statements if s.start < end and start < s.end and s.kind != "quotation"]
    assert hits, f"no statement at {words!r}"
    return min(hits, key=lambda s: (abs(s.start - start) + abs(s.end - end), s.kind == "fact"))


SUPPORTED = [
    ("45", "Kishor, 45", "people"),
    ("April 25", "", "events"),
    ("interim president", "", "offices"),
    ("national spokesperson", "", "offices"),
    ("2014", "in 2014", "elections"),
    ("2015", "Bihar in 2015", "elections"),
    ("2019", "Andhra Pradesh in 2019", "elections"),
    ("2021", "West Bengal in 2021", "elections"),
    ("third", "third consecutive", "elections"),
    ("five-state", "", "elections"),
]


@both
@pytest.mark.parametrize(("words", "within", "table"), SUPPORTED, ids=[w for w, _, _ in SUPPORTED])
def test_true_statements_are_supported_by_their_table(case, words, within, table):
    """Each fact of the article that the embedded tables hold is supported, in the outlet's own voice."""

    statement = statement_at(claims.audit(case.article()), words, within)

    assert ("supported", "own_voice", table) == (
        statement.verdict.label,
        statement.sourcing.label,
        statement.verdict.evidence[0].table,
    )


@both
def test_a_hedged_proposal_is_reported_and_not_checkable(case):
    """ "around 370 seats" is an interval, rests on hearsay, and is a proposal that no table can answer."""

    statement = statement_at(claims.audit(case.article()), "370 seats")

    assert statement.value.comparator == "approx"
    assert (statement.sourcing.label, statement.sourcing.source) == ("reported", case.proposal_source)
    assert statement.sourcing.cue == "claimed"
    assert (statement.verdict.label, str(statement.verdict.reason)) == ("not_enough_info", "proposal")


@both
def test_what_no_table_holds_is_not_enough_info(case):
    """The meetings of last week are read and resolved; no table holds them."""

    audit = claims.audit(case.article())
    meetings, week = statement_at(audit, case.meetings), statement_at(audit, "last week")

    assert (meetings.value.comparator, meetings.verdict.label) == ("ge", "not_enough_info")
    assert (week.value.iso, week.sourcing.label) == ("2022-04-18/2022-04-24", "own_voice")


@both
def test_a_revelation_rests_on_its_speaker(case):
    """ "the strategist had revealed last year" is sourced to Kishor, and last year is 2021."""

    statement = statement_at(claims.audit(case.article()), "last year")

    assert ("2021", "not_enough_info") == (statement.value.iso, statement.verdict.label)
    assert ("sourced", "Prashant Kishor") == (statement.sourcing.label, statement.sourcing.speaker)


@both
def test_an_address_is_excluded_by_name(case):
    """The house number of 10, Janpath states nothing."""

    audit = claims.audit(case.article())
    house = next(v for v in audit.values if v.text.startswith("10"))

    assert ("excluded", "address") == (house.kind, house.rule)
    assert 0 == sum(s.start <= house.start < s.end and s.kind != "fact" for s in audit.statements)


@both
def test_quotations_are_whole_and_have_their_speakers(case):
    """Each long quotation is one statement, sourced to Kishor or Surjewala."""

    audit = claims.audit(case.article())
    quotations = [s for s in audit.statements if s.kind == "quotation" and len(s.quote) > 60]
    speakers = [s.sourcing.speaker.split()[-1] for s in quotations]

    assert ["Kishor", "Kishor", "Surjewala"] == speakers
    assert {"sourced"} == {s.sourcing.label for s in quotations}
    assert all(s.quote[0] == '"' and s.quote[-1] == '"' for s in quotations)


@both
def test_nothing_is_refuted_and_everything_is_accounted_for(case):
    """The article is right: no alarm; every value ends in one bin."""

    audit = claims.audit(case.article())
    coverage = audit.coverage

    assert 0 == coverage["refuted"]
    assert [] == [s.quote for s in audit.statements if s.verdict.label == "refuted"]  # names and degrees among them
    bins = [coverage[b] for b in ("supported", "refuted", "not_enough_info", "excluded")]
    assert coverage["values"] == sum(bins)


ERRORS = [
    ("Kishor, 45", "Kishor, 54", "54", "45"),
    ("April 25", "April 15", "April 15", "2022-04-25"),
    ("Bihar in 2015", "Bihar in 2016", "2016", "2015"),
    ("third consecutive", "fourth consecutive", "fourth", "3"),
    ("five-state", "six-state", "six-state", "5"),
    ("spokesperson", "", "national spokesperson", "Randeep Surjewala"),
]


@both
@pytest.mark.parametrize(("right", "wrong", "anchor", "expected"), ERRORS, ids=[e[2] for e in ERRORS])
def test_an_error_put_in_is_refuted_with_the_right_value(case, right, wrong, anchor, expected):
    """The statement with the error is refuted, the right value is named, and no other verdict changes."""

    article = case.article()
    if not wrong:
        right, wrong = case.spokesperson, "national spokesperson Jairam Ramesh"
    assert 1 == article.text.count(right)
    damaged = claims.Article(article.text.replace(right, wrong), published=article.published)
    before, after = claims.audit(article), claims.audit(damaged)
    found = statement_at(after, anchor, wrong)

    assert ("refuted", True) == (found.verdict.label, expected in found.verdict.expected)
    others = ("fact", "association")  # what stands only by the words beside it
    verdicts = [[(s.kind, s.verdict.label) for s in a.statements if s.kind not in others] for a in (before, after)]
    changed = [pair for pair in zip(*verdicts, strict=True) if pair[0] != pair[1]]
    assert [((found.kind, "supported"), (found.kind, "refuted"))] == changed


def damaged_references(tmp_path: Path, old: str, new: str) -> claims.References:
    """The embedded tables with a line of people.csv changed, their suites beside them."""
    shutil.copytree(folder("seeds") / "references", tmp_path / "references")
    shutil.copytree(folder("expectations"), tmp_path / "expectations")
    people = tmp_path / "references" / "people.csv"
    text = people.read_text(encoding="utf-8")
    assert old in text
    people.write_text(text.replace(old, new), encoding="utf-8")
    return claims.References.load(tmp_path / "references")


DAMAGES = [("1977-03-20", "2077-03-20"), ("duplicate", "")]


@pytest.mark.parametrize(("old", "new"), DAMAGES, ids=["future birth date", "duplicate key"])
def test_a_cell_that_fails_an_expectation_carries_no_verdict(tmp_path, monkeypatch, old, new):
    """Only the statements that used the damaged cell become not enough info, and the expectation is named."""

    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    if old == "duplicate":
        people = (folder("seeds") / "references" / "people.csv").read_text(encoding="utf-8")
        old = next(line for line in people.splitlines() if line.startswith("Prashant Kishor"))
        new = f"{old}\n{old}"
    article = SEED.article()
    before = claims.audit(article)
    after = claims.audit(article, damaged_references(tmp_path, old, new))
    changed = [
        (a.quote, b.verdict)
        for a, b in zip(before.statements, after.statements, strict=True)
        if a.verdict.label != b.verdict.label
    ]

    assert ["45"] == [quote for quote, _ in changed]
    assert ["failed_expectation"] == [str(verdict.reason) for _, verdict in changed]
    assert "expect_" in changed[0][1].explanation
    assert [t.failed > 0 for t in after.references if t.table == "people"] == [True]


def test_the_same_article_gives_the_same_bytes():
    """An audit is a pure function of its inputs."""

    first, second = (claims.audit(SEED.article()).to_json() for _ in range(2))

    assert first == second
    assert "claims-audit/1" == json.loads(first)["schema"]
