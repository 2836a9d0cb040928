"""Tables with gaps: whatever cell is empty, an audit comes to its end."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest

import claims

PACKS = Path(__file__).parent / "benchmarks" / "data" / "packs"
EMPTY = 0.15  # of the cells


def _with_gaps(source: Path, target: Path, chance: random.Random) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([c if chance.random() > EMPTY else "" for c in row] for row in rows)])


@pytest.mark.parametrize("name", ["energy", "icehockey", "chess", "parliament"])
def test_an_audit_goes_through_whatever_cells_are_empty(name, tmp_path):
    """A year, a name, the end of a term may be missing from any row."""
    for table in sorted((PACKS / name / "tables").glob("*.csv")):
        _with_gaps(table, tmp_path / table.name, random.Random(f"{name} {table.name} 1"))
    references = claims.References.load(tmp_path)
    pack = json.loads((PACKS / name / "pack.json").read_text(encoding="utf-8"))
    texts = {a["file"]: (PACKS / name / "articles" / a["file"]).read_text(encoding="utf-8") for a in pack["articles"]}
    audits = [claims.audit(claims.Article(text, published="2026-01-31", id=i), references) for i, text in texts.items()]

    assert all(audit.statements for audit in audits)
