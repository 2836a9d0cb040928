"""A person's decisions: taken in place of verdicts, stored beside the article, honoured by the next audit."""

from __future__ import annotations

import csv
import json

import pandas as pd
import pytest

import claims
from claims import InputError, decisions
from claims.diff import difference
from claims.reports import sarif

TEXT = "---\npublished: 2022-04-26\n---\nPrashant Kishor, 54, declined the offer. He sent 12 letters.\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    return path


def audited(path):
    return claims.audit(claims.read(path))


def filled(audit, **made):
    """Fill the frame of a review: a quote's words, and the decision."""
    frame = audit.review()
    for quote, decision in made.items():
        frame.loc[frame["quote"].str.startswith(quote.strip("_")), ["decision", "note", "by"]] = [
            decision, "the certificate", "A. Rao"
        ]  # fmt: skip
    return frame


def verdict(audit, quote):
    return next(s.verdict for s in audit.statements if s.quote.startswith(quote))


def test_frame(path):
    """A row a statement, in the documented columns, nothing decided."""

    audit = audited(path)
    frame = audit.review()

    assert list(frame.columns) == list(decisions.COLUMNS)
    assert len(frame) == len(audit.statements)
    assert set(frame["decision"]) == {""}
    assert frame.loc[frame["quote"] == "54", ["line", "verdict", "expected"]].values.tolist() == [
        ["4", "refuted", "45"]
    ]


def test_taken(path):
    """A decision takes the verdict's place, says who made it, and keeps what the tables said."""

    audit = audited(path)
    reviewed = audit.with_review(filled(audit, _54="supported"))
    now = verdict(reviewed, "54")

    assert (now.label, now.reason.value, now.before) == ("supported", "reviewed", verdict(audit, "54"))
    assert now.explanation == "decided by A. Rao: the certificate"
    assert reviewed.coverage["refuted"] == 0
    assert "a person decided 1 statement" in reviewed.to_markdown()
    assert "the tables said: refuted: people row" in reviewed.to_markdown()
    assert claims.Audit.from_dict(json.loads(reviewed.to_json())) == reviewed


def test_taken_back(path):
    """The frame is all that counts: what is no longer decided there is as the tables say."""

    audit = audited(path)
    reviewed = audit.with_review(filled(audit, _54="supported"))

    assert reviewed.review().loc[lambda f: f["quote"] == "54", "decision"].tolist() == ["supported"]
    assert reviewed.with_review(audit.review()) == audit
    assert reviewed.with_review(reviewed.review()) == reviewed


def test_next_audit(path):
    """Stored beside the article, decisions hold in the next audit, also after edits elsewhere in the text."""

    audit = audited(path)
    reviewed = audit.with_review(filled(audit, _54="supported", _12="Not enough info"))
    place = reviewed.save_review(path)

    assert place.name == "a.md.review.csv"
    assert audited(path) == reviewed
    path.write_text(TEXT.replace("He sent", "It rained. He sent"))
    assert verdict(audited(path), "54").label == "supported"
    path.write_text(TEXT.replace("declined the", "turned down the"))
    assert verdict(audited(path), "54").label == "refuted"


def test_other_tables(path):
    """A decision falls when the tables say something else than the person saw; the verdict tells of it."""

    audit = audited(path)
    audit.with_review(filled(audit, _54="supported")).save_review(path)
    people = pd.DataFrame({"name": ["Prashant Kishor"], "born": ["1980-03-20"]})
    now = verdict(claims.audit(claims.read(path), claims.References.from_frames({"people": people})), "54")

    assert (now.label, now.expected) == ("refuted", "42")
    assert now.flags[-1].startswith("a review decided supported when")


def test_bad_frames(path):
    """A decision that is no verdict, or about another article, is refused with a suggestion."""

    audit = audited(path)
    with pytest.raises(InputError, match="did you mean supported"):
        audit.with_review(filled(audit, _54="suported"))
    with pytest.raises(InputError, match='no column "note"'):
        audit.with_review(audit.review().drop(columns="note"))
    with pytest.raises(InputError, match="decides of “54”, which the audit does not have"):
        claims.audit("It sold 40 books.").with_review(filled(audit, _54="supported"))


BAD = {
    "other encoding": ("key,decision,note,by\n1-2,supported,caf\u00e9,\n".encode("latin-1"), 'save it as "CSV UTF-8"'),
    "column": (b"key,decision\n", 'no column "note"'),
    "decision": (b"key,decision,note,by\n1-2,maybe,,\n", '"maybe", which is no verdict'),
}


@pytest.mark.parametrize(("raw", "message"), BAD.values(), ids=BAD)
def test_bad_sheets(path, raw, message):
    """A sheet that cannot be read is said to be that, with its name."""

    decisions.beside(path).write_bytes(raw)

    with pytest.raises(InputError, match=message) as caught:
        claims.read(path)
    assert caught.value.where.endswith("a.md.review.csv")


def test_a_sheet_is_no_article(path):
    """A pattern that takes in reviews is told so."""

    with pytest.raises(InputError, match="the review of an article"):
        claims.read(audited(path).save_review(path))


def test_spreadsheets(path):
    """The sheet opens as UTF-8, holds no formula, and comes back with semicolons."""

    path.write_text(TEXT + '\n"=SUM(A1) is 3," Rao said. "-4 it was," he added.\n')
    audit = audited(path)
    place = audit.with_review(filled(audit, _54="supported")).save_review(path)
    rows = list(csv.reader(place.read_text(encoding="utf-8-sig").splitlines()))

    assert place.read_bytes().startswith(b"\xef\xbb\xbf")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "-", "+", "@"))]
    place.write_text("\n".join(";".join(f'"{cell}"' for cell in row) for row in rows))
    assert verdict(audited(path), "54").label == "supported"


def test_difference(path):
    """`claims diff` names the review as the cause."""

    audit = audited(path)
    found = difference(audit, audit.with_review(filled(audit, _54="supported")))

    assert [change.causes for change in found.of("verdict")] == [("review",)]


def test_sarif(path):
    """A reviewed statement that stays refuted is an error, one that a person supports is no result."""

    audit = audited(path)
    made = {
        label: json.loads(sarif.render(audit.with_review(filled(audit, _54=label))))["runs"][0]["results"]
        for label in ("supported", "refuted")
    }

    assert "54" not in [r["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] for r in made["supported"]]
    assert [r["level"] for r in made["refuted"] if r["ruleId"] == "claims/reviewed"] == ["error"]


def test_command(path, run_claims):
    """`claims review` writes the sheet, keeps what is filled, and counts what holds; the audit then passes."""

    place = decisions.beside(path)
    assert run_claims("review", path)[1].endswith("a.md.review.csv: 3 statements, 0 decided\n")
    rows = list(csv.DictReader(place.read_text(encoding="utf-8-sig").splitlines()))
    for row in rows:
        row["decision"] = "supported" if row["quote"] == "54" else ""
    with place.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert run_claims("audit", path, "--format", "json")[0] == 0
    assert run_claims("review", path)[1].endswith("3 statements, 1 decided\n")
    path.write_text(TEXT.replace("declined", "refused"))
    assert run_claims("review", path)[1].endswith("3 statements, 0 decided, 1 decided that hold no longer\n")
    assert place.read_text(encoding="utf-8-sig").count("supported") == 1
