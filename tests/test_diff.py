"""Two audits side by side: what is the same statement, what changed, and what did it."""

from __future__ import annotations

import json

import pytest

import claims
from claims import InputError
from claims.diff import difference, match, read_report
from claims.reports import differences
from tests.checking.support import FRAMES, YEARS

TEXT = "Elmwood Library had {} visitors in 2023. Harbour Library had 9 staff in 2023."


def audit(text, published="2024-03-14", **frames):
    references = claims.References.from_frames(FRAMES | frames)
    return claims.audit(claims.Article(text, published=published), references)


@pytest.fixture(scope="module")
def right():
    return audit(TEXT.format("99,300"))


@pytest.fixture(scope="module")
def wrong():
    return audit(TEXT.format("93,900"))


def flips(found):
    return [(c.before.quote, c.after.quote, c.after.verdict.label, c.causes) for c in found.of("verdict")]


def test_nothing(right):
    """An audit differs from itself in nothing."""

    found = difference(right, right)

    assert (found.inputs, found.changes, found.same) == ((), (), len(right.statements))


def test_text(wrong, right):
    """A corrected figure is the same statement, and the text did it."""

    found = difference(wrong, right)

    assert found.inputs == ("text",)
    changed = [("93,900 visitors", "99,300 visitors"), ("2023", "2023")]  # the year rests on the figure beside it
    assert flips(found) == [(*quotes, "supported", ("text",)) for quotes in changed]
    assert not found.worse


def test_data(right):
    """A corrected table flips verdicts of an unchanged text, and only those that read it."""

    found = difference(right, audit(TEXT.format("99,300"), library_years=YEARS.assign(visitors=YEARS.visitors + 7000)))

    assert (found.inputs, found.tables) == (("data",), ("library_years",))
    assert flips(found) == [
        ("99,300 visitors", "99,300 visitors", "refuted", ("data",)), ("2023", "2023", "not_enough_info", ("data",)),
    ]  # fmt: skip
    assert found.worse


def test_date():
    """A later publication date makes people older."""

    text = "Ruth Okafor, 43, the chief librarian of Harbour Library, resigned."
    found = difference(audit(text, "2024-03-14"), audit(text, "2024-09-14"))

    assert found.inputs == ("date",)
    assert ("43", "43", "refuted", ("date",)) in flips(found)


def test_rule(right):
    """Another version of the software is a rule that changed."""

    data = right.to_dict()
    data["software"]["claims"] = "0.0.1"
    figure = next(statement for statement in data["statements"] if statement["value"])
    figure["verdict"] |= {"label": "refuted", "reason": "disagrees"}
    data["coverage"] |= {"supported": data["coverage"]["supported"] - 1, "refuted": 1}
    found = difference(claims.Audit.from_dict(json.loads(json.dumps(data))), right)

    assert [change.causes for change in found.of("verdict")] == [("rule",)]


def test_matched_by_words_not_by_number(right):
    """A sentence put before the others changes the numbers of all, and none of them."""

    found = difference(right, audit("The town has 12 parks. " + TEXT.format("99,300")))

    assert [c.kind for c in found.changes] == ["added"]
    assert all(one is None or one.quote == other.quote for one, other in match(right, found.after))


def test_every_statement_is_in_one_pair(wrong):
    """Nothing is lost and nothing counted twice."""

    other = audit("Harbour Library had 9 staff in 2023. Quite another thing happened 4 times.")
    pairs = match(wrong, other)

    assert sorted(s.id for s, _ in pairs if s) == sorted(s.id for s in wrong.statements)
    assert sorted(s.id for _, s in pairs if s) == sorted(s.id for s in other.statements)


def test_correction(wrong, right):
    """The draft says what readers were told, and what is still refuted."""

    corrected = differences.to_markdown(difference(wrong, right))
    spoilt = differences.to_markdown(difference(right, wrong))

    assert "An earlier version said “93,900 visitors”. It now says “99,300 visitors”." in corrected
    assert "A person has to check" in corrected
    assert "## Still to be settled\n\n- Line 1, “93,900 visitors”" in spoilt
    assert "No statement was corrected." in spoilt


def test_reports(wrong, right):
    """Text and JSON tell the same changes with their causes."""

    found = difference(wrong, right)
    data = json.loads(differences.to_json(found))

    assert "✗→✓ “93,900 visitors” now “99,300 visitors” refuted, now supported [text]" in " ".join(
        differences.render(found).split()
    )
    assert [(c["kind"], c["causes"]) for c in data["changes"]] == [(c.kind, list(c.causes)) for c in found.changes]


def test_reading(tmp_path, right):
    """A JSON report gives the audit that it was written from."""

    (tmp_path / "a.json").write_text(right.to_json(), encoding="utf-8")

    assert read_report(tmp_path / "a.json") == right


@pytest.mark.parametrize(
    ("content", "message"),
    [("[1]", "holds 1 audits"), ("{", "cannot read the JSON"), ("{}", 'the key "schema" is missing')],
)
def test_bad_reports(tmp_path, content, message):
    """What is no report is said with its file."""

    (tmp_path / "a.json").write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=message) as caught:
        read_report(tmp_path / "a.json")
    assert "a.json" in caught.value.where
