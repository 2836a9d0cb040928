"""Measure how tables of some size are loaded, indexed and asked.

    python tests/benchmarks/tables_at_scale.py article             500 words against 20 tables of 10,000 rows
    python tests/benchmarks/tables_at_scale.py load csv 1000000    loading, the entity index, one audit; peak memory
    python tests/benchmarks/tables_at_scale.py load duckdb 10000000

All data are made here, the same each time. Seconds are of the processor.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

import claims
from claims import checking

FIRST = [f"{a}{b}{c}" for a in "Al Ber Cor Dan El".split() for b in "aio" for c in "n s ra th".split()]
ENDS = "by den field ford gate ham ley more ton wick".split()
LAST = [f"{a}{b}{c}" for a in "Har Kel Mor Nor Pel Quin Ros Tol".split() for b in "aeiou" for c in ENDS]
MIDDLE = np.array([f"{a}{b}" for a in "BCDFGHJKLMNPRSTVWZ" for b in "a e i o u ai ou ei".split()])
TOPICS = "rainfall_mm population revenue_usd_m staff share_pct visitors pupils beds goals votes".split()


def people(rows: int) -> pa.Table:
    """A table of people: names all different, birth dates, a town of few, two numbers."""
    random, numbers = np.random.default_rng(0), np.arange(rows)
    rest = numbers // (len(FIRST) * len(LAST))
    middle = np.char.add(MIDDLE[rest % len(MIDDLE)], np.char.lower(MIDDLE[rest // len(MIDDLE) % len(MIDDLE)]))
    first = np.char.add(np.array(FIRST)[numbers % len(FIRST)], " ")
    last = np.char.add(" ", np.array(LAST)[numbers // len(FIRST) % len(LAST)])
    born = np.datetime64("1940-01-01") + random.integers(0, 22_000, rows)
    return pa.table({
        "name": np.char.add(first, np.char.add(middle, last)), "born": born.astype("datetime64[D]"),
        "town": np.array(LAST)[random.integers(0, 300, rows)], "votes": random.integers(100, 90_000, rows),
        "share_pct": np.round(random.random(rows) * 100, 1),
    })  # fmt: skip


def twenty(rows: int = 10_000) -> dict[str, pa.Table]:
    """Twenty tables of towns, each with its own subject, a row a town and year."""
    kinds = "Vale Heath Cross Bridge End".split()
    towns = np.array([f"{name}{end} {kind}" for name in LAST[:100] for end in ("", "s") for kind in kinds])
    numbers, tables = np.arange(rows), {}
    for number in range(20):
        random, topic = np.random.default_rng(number), TOPICS[number % len(TOPICS)]
        tables[f"{topic.split('_')[0]}_{'by_year' if number < 10 else 'of_towns'}"] = pa.table({
            "town": towns[numbers % len(towns)], "year": 2014 + numbers // len(towns),
            topic: random.integers(100, 90_000, rows), "change_pct": np.round(random.normal(size=rows), 1),
            "kind": np.array(["rural", "urban"])[random.integers(0, 2, rows)],
        })  # fmt: skip
    return tables


def article(tables: dict[str, pa.Table], words: int = 500) -> claims.Article:
    """Sentences about the tables, half of them with a figure that is wrong, and some without any."""
    parts: list[str] = []
    for number in range(words):
        if sum(len(part.split()) for part in parts) >= words:
            break
        table = list(tables.values())[number % len(tables)]
        row = {column: table[column][number * 37 % len(table)].as_py() for column in table.column_names}
        topic = table.column_names[2].split("_")[0]
        figure = row[table.column_names[2]] + number % 2
        parts.append(f"{row['town']} had {figure:,} {topic} in {row['year']}, officials said on Monday.")
        parts.append("Residents waited for the council to decide what comes next.")
    return claims.Article(" ".join(parts), published="2024-03-05")


def measure_article() -> None:
    """Print the seconds that an audit takes once tables are loaded, and what it says."""
    tables = twenty()
    text = article(tables)
    references, loading = timed(lambda: claims.References.from_frames(tables))
    claims.audit("Warm up: 5 of them.", claims.References.from_frames({"people": people(10)}))
    _, once = timed(lambda: claims.audit(text, references))
    audit, again = timed(lambda: claims.audit(text, references))
    labels = Counter(statement.verdict.label for statement in audit.statements)
    print(f"{len(text.text.split())} words, 20 tables of 10,000 rows: loading {loading:.2f} s, first audit with the "
          f"index of names {once:.2f} s, the next {again:.2f} s; {dict(labels)}")  # fmt: skip


def measure_load(kind: str, rows: int) -> None:
    """Print seconds and memory of loading one large table, and whether an audit finds its rows."""
    with tempfile.TemporaryDirectory(prefix="claims-scale-") as folder:
        path = Path(folder) / f"people.{kind}"
        asked = make(path, kind, rows)
        claims.audit("Warm up: 5 of them.", claims.References.from_frames({"people": people(10)}))
        before = peak()
        references, loading = timed(lambda: claims.References.load(path))
        loaded = peak()
        _, indexing = timed(lambda: checking.indexed(references))
        indexed = peak()
        text = claims.Article(" ".join(f"{n} won {v:,} votes." for n, v in asked), published="2024-03-05")
        audit, auditing = timed(lambda: claims.audit(text, references))
        labels = Counter(statement.verdict.label for statement in audit.statements if statement.value)
        print(f"{rows:,} rows of {kind}, {path.stat().st_size >> 20} MB: loading {loading:.1f} s, index of names "
              f"{indexing:.1f} s, audit of {len(asked)} sentences {auditing:.2f} s; peak memory {before} MB before, "
              f"{loaded} loaded, {indexed} indexed, {peak()} at the end; {dict(labels)}")  # fmt: skip


def make(path: Path, kind: str, rows: int) -> list[tuple[str, int]]:
    """Write the table in a process of its own, so that its memory is not counted; give three rows to ask for."""
    code = (f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import tables_at_scale as s; "
            f"s.write({str(path)!r}, {kind!r}, {rows})")  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def write(path: str, kind: str, rows: int) -> None:
    """Write the table, and print three of its rows."""
    table = people(rows)
    if kind == "csv":
        csv.write_csv(table, path)
    elif kind == "parquet":
        parquet.write_table(table, path)
    else:
        with duckdb.connect(path) as database:
            database.execute("SET enable_progress_bar = false")
            database.execute('CREATE TABLE people AS SELECT * FROM "table"')
    chosen = [rows // 7, rows // 2, rows - 1]
    print(json.dumps([(table["name"][row].as_py(), table["votes"][row].as_py()) for row in chosen]))


def timed(work):
    """Do some work; give its result and its seconds."""
    start = time.process_time()
    return work(), time.process_time() - start


def peak() -> int:
    """Give the most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    if sys.argv[1] == "article":
        measure_article()
    else:
        measure_load(sys.argv[2], int(sys.argv[3]))
