"""Stretches of text whose digits belong to addresses of the net, handles and telephones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.values.scan import Scan

# By a mark without which there is nothing to look for.
WEB = (
    ("://", re.compile(r"https?://\S++")),
    ("www.", re.compile(r"www\.\S++")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]++|(?<!\w)@(?=[^\W\d])\w++")),
    ("#", re.compile(r"#(?<!\w#)(?=[^\W\d])\w++")),
    (".com", re.compile(r"(?<![\w-])[\w-]++\.com\b\S*+")),
    (".org", re.compile(r"(?<![\w-])[\w-]++\.org\b\S*+")),
    (".net", re.compile(r"(?<![\w-])[\w-]++\.net\b\S*+")),
)
PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?|\d{1,5}[ .-])?\d{2,5}(?:[ .-]\d{3,6}){1,3}(?!\w|,\d)"
)
HINT = re.compile(r"\d[ .-]\d{3,6}(?!\w|[.,]\d)")
LONGEST_HINT = 10
TOLD = re.compile(r"\b(?:call|phone|telephone|hotline|helpline|tel|dial|fax|contact|number is|text)\b", re.IGNORECASE)
MARKED = re.compile(r"\+\d|\(0?\d{2,4}\)|1-8\d\d|0800|1800|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}$")
NUMBERED = re.compile(r"\b(?:ISBN|ISSN|IBAN|doi|DOI)(?:[: ]+|-1[03]:? )[\dXx][\dXx./-]+")
YEARS = re.compile(r"[12]\d{3}[ .-][12]\d{3}")
CLOSING = ".,;:!?)\"”’'"
NEAR = 40


def regions(scan: Scan) -> list[tuple[int, int, str]]:
    """Find the stretches of text whose digits belong to addresses of the net, handles and telephones."""
    text = scan.text
    found = [_trimmed(m, "web address or handle") for m in _addresses(text) if _has_digit(m[0])]
    found += [(*m.span(), "phone number") for m in _telephones(scan) if _phone(text, m)]
    if any(mark in text for mark in ("ISBN", "ISSN", "IBAN", "doi", "DOI")):
        found += [_trimmed(m, "registered number") for m in NUMBERED.finditer(text)]
    return sorted(found)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Search from the words that hold a mark only, for speed."""
    for mark, pattern in WEB:
        at = text.find(mark)
        while at >= 0:
            match = pattern.search(text, max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1)
            if not match:
                break
            yield match
            at = text.find(mark, max(match.end(), at + 1))


def _telephones(scan: Scan) -> Iterator[re.Match[str]]:
    """Search the lines where more digits follow a number."""
    text = scan.text
    hinted = (scan.starts[i] for i in scan.numbers if HINT.search(text, scan.starts[i], scan.ends[i] + LONGEST_HINT))
    for line in sorted({text.rfind("\n", 0, start) + 1 for start in hinted}):
        end = text.find("\n", line)
        yield from PHONE.finditer(text, line, end if end >= 0 else len(text))


def _trimmed(match: re.Match[str], rule: str) -> tuple[int, int, str]:
    """Leave out the punctuation that ends the sentence."""
    return match.start(), match.start() + len(match[0].rstrip(CLOSING)), rule


def _has_digit(text: str) -> bool:
    return any(c.isdecimal() for c in text)


def _phone(text: str, match: re.Match[str]) -> bool:
    """Believe in a telephone number where the words or its own marks say so."""
    digits = sum(c.isdecimal() for c in match[0])
    told = TOLD.search(text, max(0, match.start() - NEAR), match.start())
    if YEARS.fullmatch(match[0]):
        return False
    return digits >= 7 and bool(told or (MARKED.match(match[0]) and digits >= 9))
