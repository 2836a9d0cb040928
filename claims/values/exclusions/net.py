"""Stretches of text whose digits belong to addresses of the net, handles and telephones."""

from __future__ import annotations

import re

WEB = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)[@#](?=[^\W\d])\w+|\b[\w-]+\.(?:com|org|net)\b\S*"
)
WEB_MARKS = ("@", "#", "://", "www.", ".com", ".org", ".net")
PHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}[ .-])?(?:\(\d{2,5}\)[ .-]?)?\d{2,5}(?:[ .-]\d{3,5}){1,3}(?![\w,])")
PHONE_MARKS = ("phone", "hotline", " call ", " Call ", "+", "1-8", "0800", "1800", "tel:", "fax")


def regions(text: str) -> list[tuple[int, int, str]]:
    """Find the stretches of text whose digits belong to addresses of the net, handles and telephones."""
    found = []
    if any(mark in text for mark in WEB_MARKS):
        found = [(*m.span(), "web address or handle") for m in WEB.finditer(text) if _has_digit(m[0])]
    if any(mark in text for mark in PHONE_MARKS):
        found += [(*m.span(), "phone number") for m in PHONE.finditer(text) if _phone(text, m)]
    return sorted(found)


def _has_digit(text: str) -> bool:
    return any(c.isdecimal() for c in text)


def _phone(text: str, match: re.Match[str]) -> bool:
    digits = sum(c.isdecimal() for c in match[0])
    near = text[max(0, match.start() - 40) : match.start()].lower()
    told = any(word in near for word in ("call", "phone", "hotline", "tel", "dial", "fax", "contact", "number"))
    return digits >= 7 and (told or match[0][0] in "+(" or match[0].startswith(("1-8", "0800", "1800")))
