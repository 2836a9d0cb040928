"""The JSON report: its schema, and the way back."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

import claims.reports
from claims import types
from claims.errors import InputError
from claims.types import Article, Audit

SCHEMA = json.loads((Path(claims.reports.__file__).parent / "audit.schema.json").read_text(encoding="utf-8"))
RECORDS = ("Statement", "Value", "Sourcing", "Verdict", "Evidence", "Attribution", "Sentence", "Inconsistency",
           "Failure")  # fmt: skip


@pytest.fixture
def data(audit):
    return copy.deepcopy(audit.to_dict())


def test_valid(audit):
    """The report is what the schema says, the schema what JSON Schema says."""

    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(json.loads(audit.to_json()))) == []


@pytest.mark.parametrize("name", RECORDS)
def test_schema_knows_every_field(name):
    """A field that a record gains has to be in the schema too."""

    assert list(SCHEMA["$defs"][name]["properties"]) == [f.name for f in fields(getattr(types, name))]


def test_schema_knows_every_reason():
    """A reason that verdicts gain has to be in the schema too."""

    assert SCHEMA["$defs"]["Verdict"]["properties"]["reason"]["enum"] == list(types.Reason)


def test_round_trip(audit):
    """An audit comes back equal from its report."""

    assert Audit.from_dict(json.loads(audit.to_json())) == audit


def test_round_trip_of_half_a_character():
    """A lone surrogate is written so that UTF-8 can hold it, and comes back."""

    audit = Audit(article=Article("half \ud83d of it"))
    written = audit.to_json().encode("utf-8")

    assert Audit.from_dict(json.loads(written)) == audit


def change(data, path, value):
    *parents, last = path
    for key in parents:
        data = data[key]
    if value is KeyError:
        del data[last]
    else:
        data[last] = value


WRONG = {
    "schema": (("schema",), "claims-audit/9", "schema 'claims-audit/9'.*hint: this version reads"),
    "no article": (("article",), KeyError, 'key "article" is missing'),
    "text": (("article", "text"), "other", r"not the one that was audited \(article.sha256\)"),
    "date": (("article", "published"), "soon", 'publication date "soon"'),
    "unknown": (("statements", 0, "colour"), "red", r'unknown key "colour" \(statements\[0\]\)'),
    "missing": (("statements", 0, "quote"), KeyError, r'key "quote" is missing \(statements\[0\]\)'),
    "label": (("statements", 3, "verdict", "label"), "false", r"one of .*refuted.*\(statements\[3\].verdict.label\)"),
    "reason": (("statements", 3, "verdict", "reason"), "x", r"one of agrees.*\(statements\[3\].verdict.reason\)"),
    "amount": (("values", 1, "amount"), "two", r"a decimal number, not 'two' \(values\[1\].amount\)"),
    "pair": (("values", 1, "hedge"), [1, 2, 3], r"a list of 2.*\(values\[1\].hedge\)"),
    "offset": (("values", 1, "start"), 1.5, r"a whole number, not 1.5 \(values\[1\].start\)"),
    "span": (("values", 1, "end"), 10_000, r"is not in the text \(values\[1\]\)"),
    "list": (("statements",), {}, r"a list, not {} \(statements\)"),
    "counts": (("coverage", "refuted"), 0, "does not count the values"),
    "table": (("references", 0, "expectations"), None, r"an object, not None \(references\[0\].expectations\)"),
    "statements": (("statements",), [], "has no statement"),
}


@pytest.mark.parametrize(("path", "value", "message"), WRONG.values(), ids=WRONG)
def test_wrong_data(data, path, value, message):
    """What does not fit is an input error that says where."""

    change(data, path, value)

    with pytest.raises(InputError) as caught:
        Audit.from_dict(data)
    assert re.search(message, str(caught.value), re.DOTALL)
