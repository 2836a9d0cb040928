"""The baseline: a file of findings that are known and pass, each by article, rule and fingerprint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from claims.policy.findings import Finding

SCHEMA = "claims-baseline/1"
_KEYS = ("article", "rule", "fingerprint")

Entry = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Findings and entries held against each other; `text` is the new baseline, where one is wanted."""

    new: tuple[Finding, ...] = ()
    met: tuple[Finding, ...] = ()
    vanished: tuple[Entry, ...] = ()
    unseen: tuple[Entry, ...] = ()
    text: str = ""


def read(path: Path) -> list[Entry]:
    """Read a baseline; a file that is not there knows nothing."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise _unreadable(path, str(error)) from None
    entries = content.get("findings") if isinstance(content, dict) and content.get("schema") == SCHEMA else None
    if not isinstance(entries, list) or not all(map(_fit, entries)):
        raise _unreadable(path, f"it is no {SCHEMA}")
    return entries


def against(findings: Sequence[Finding], entries: Sequence[Entry], looked_at: Collection[str]) -> Known:
    """Part findings into new and known ones; an entry of an article looked at that no finding meets has vanished."""
    known = {identity(entry) for entry in entries}
    met = tuple(finding for finding in findings if finding.identity in known)
    left = known - {finding.identity for finding in met}
    return Known(
        new=tuple(finding for finding in findings if finding.identity not in known),
        met=met,
        vanished=tuple(e for e in entries if identity(e) in left and e["article"] in looked_at),
        unseen=tuple(e for e in entries if e["article"] not in looked_at),
    )


def updated(findings: Sequence[Finding], known: Known, root: Path) -> Known:
    """Take the findings for known; drop what has vanished, and entries of articles that are gone."""
    kept = [e for e in known.unseen if not e["article"] or (root / e["article"]).is_file()]
    today = [finding for finding in findings if finding.fingerprint]
    made = [{**dict(zip(_KEYS, finding.identity, strict=True)), "quote": finding.quote} for finding in today]
    entries = sorted((*kept, *made), key=identity)
    text = json.dumps({"schema": SCHEMA, "findings": entries}, ensure_ascii=False, indent=1) + "\n"
    return Known(new=tuple(f for f in findings if not f.fingerprint), met=tuple(today), text=text)


def identity(entry: Entry) -> tuple[str, str, str]:
    """Give what an entry is met by."""
    return entry["article"], entry["rule"], entry["fingerprint"]


def _fit(entry: Any) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in _KEYS)


def _unreadable(path: Path, why: str) -> InputError:
    return InputError(
        f"cannot read the baseline: {why}", where=str(path), hint="delete it and write it anew with --update-baseline"
    )
