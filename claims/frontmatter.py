"""What an article's file says of itself at its top: a block of simple keys between two `---` or `+++` lines."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

Facts = dict[str, str]
"""What a file says of itself: published, title, url, id."""

_KEYS = {
    "published": "published",
    "date": "published",
    "datepublished": "published",
    "date_published": "published",
    "title": "title",
    "headline": "title",
    "url": "url",
    "id": "id",
}
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*:(?:\s+(?P<value>.*))?$")


def split(text: str, where: str) -> tuple[str, Facts]:
    r"""Part the text from its front matter: `---` with lines `key: value`, or `+++` with TOML.

    Examples
    --------
    >>> split("---\npublished: 2022-04-26\n---\n\nThe party won.", "a.md")
    ('The party won.', {'published': '2022-04-26'})
    """
    fence = text[:3]
    if fence not in ("---", "+++") or text[3:4] != "\n":
        return text, {}
    end = f"{text}\n".find(f"\n{fence}\n", 3)
    if end < 0:
        return text, {}
    head = text[4 : end + 1]
    try:
        facts = (_toml if fence == "+++" else _yaml)(head, where)
    except InputError as error:
        raise _pointed(error, head, where) from None
    return (text, {}) if facts is None else (text[end + 5 :].lstrip("\n"), facts)


def known(pairs: Mapping[str, Any], where: str) -> Facts:
    """Keep the keys that say something of an article; of a time stamp, its day."""
    facts: Facts = {}
    for key, value in pairs.items():
        name = _KEYS.get(key.lower().replace("-", "_"))
        if name and isinstance(value, str | int | dt.date) and str(value):
            facts.setdefault(name, str(value))
    if "published" in facts:
        facts["published"] = day(facts["published"], where)
    return facts


def day(written: str, where: str) -> str:
    """Take the day of a date or a time stamp."""
    try:
        return dt.datetime.fromisoformat(written).date().isoformat()
    except ValueError:
        raise InputError(
            f'cannot read the publication date "{written}"',
            where=where,
            hint="write it as YYYY-MM-DD, such as 2022-04-26",
        ) from None


def _pointed(error: InputError, head: str, where: str) -> InputError:
    """Show the line of the front matter that holds what the error quotes."""
    quoted = re.search(r'"(.+)"', error.message)
    at = head.find(quoted[1]) if quoted else -1
    if quoted is None or at < 0:
        return error
    number, start = head.count("\n", 0, at) + 2, head.rfind("\n", 0, at) + 1
    line = head[start:].partition("\n")[0]
    caret = " " * (at - start) + "~" * (len(quoted[1]) - 1) + "^"
    return InputError(error.message, where=f"{where}, line {number}", excerpt=f"{line}\n{caret}", hint=error.hint)


def _toml(head: str, where: str) -> Facts:
    try:
        return known(tomllib.loads(head), where)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"cannot read the front matter: {error}", where=where) from None


def _yaml(head: str, where: str) -> Facts | None:
    """Read the lines `key: value`; a block whose first line is none is text between two rules."""
    lines = [line for line in head.splitlines() if line.strip() and not line.startswith("#")]
    pairs = [_PAIR.match(line) for line in lines]
    if not pairs or pairs[0] is None:
        return None
    return known({m["key"]: _unquoted(m["value"] or "") for m in pairs if m}, where)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.split(" #")[0].strip()
