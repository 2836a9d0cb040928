"""Check the form of the packs beside this file: python check_packs.py [FOLDER ...]."""

import collections
import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERDICTS = ("supported", "refuted", "not_enough_info")
KINDS = frozenset(
    "lookup age duration event_date count sum mean max min rank difference percent_change share ordinal streak"
    " office_at_time comparison ratio none".split()
)
SOURCINGS = frozenset(("sourced", "reported", "own_voice"))


def nth(text, part, occurrence):
    """Return where the n-th occurrence of a part starts, -1 if there is none."""
    at = -1
    for _ in range(occurrence):
        at = text.find(part, at + 1)
        if at < 0:
            break
    return at


def columns_of(folder):
    """Return the column names of every table of a pack."""
    headers = {}
    for path in sorted((folder / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            headers[path.stem] = frozenset(next(csv.reader(file)))
    return headers


def faults_of(check, text, headers):
    """Say what is wrong with a check."""
    part, occurrence = check["at"]
    tables = [name for name in check["table"].split("; ") if name]
    known = frozenset().union(*(headers.get(name, ()) for name in tables))
    if nth(text, part, occurrence) < 0:
        yield "not in the article"
    if check["verdict"] not in VERDICTS or check["kind"] not in KINDS or check["sourcing"] not in SOURCINGS:
        yield "unknown verdict, kind or sourcing"
    if unknown := [name for name in tables if name not in headers]:
        yield f"no table {unknown}"
    if unknown := [name for name in check["column"].split("; ") if name and name not in known]:
        yield f"no column {unknown}"
    if bool(check["truth"]) == (check["verdict"] == "not_enough_info"):
        yield "a truth goes with supported and refuted, and only with them"


def check_pack(folder):
    """Return the counts of verdicts and the faults of a pack."""
    pack = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    headers, counts, faults = columns_of(folder), collections.Counter(), []
    for article in pack["articles"]:
        text = (folder / "articles" / article["file"]).read_text(encoding="utf-8")
        places = [nth(text, *check["at"]) for check in article["checks"]]
        if places != sorted(set(places)):
            faults.append(f"{article['file']}: checks out of text order or twice")
        for check in article["checks"]:
            counts[check["verdict"]] += 1
            faults += [f"{article['file']}: {check['at']}: {fault}" for fault in faults_of(check, text, headers)]
    return counts, faults


def main(folders):
    """Print the counts of each pack and its faults; return how many faults there are."""
    total = 0
    for folder in folders:
        counts, faults = check_pack(folder)
        shares = ", ".join(f"{counts[v]} {v} ({counts[v] / counts.total():.0%})" for v in VERDICTS)
        print(f"{folder.name}: {counts.total()} checks: {shares}")
        for fault in faults:
            print(f"  {fault}")
        total += len(faults)
    return total


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]]
    sys.exit(bool(main(given or sorted(path.parent for path in HERE.glob("data*/packs/*/pack.json")))))
