"""Text that is safe to show: control characters made visible, nothing that a file in UTF-8 cannot hold."""

from __future__ import annotations

# Control characters become their pictures; what XML and UTF-8 cannot hold becomes the replacement character.
_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_UNFIT = dict.fromkeys([*range(0x80, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_VISIBLE = _PICTURES | _UNFIT
_ONE_LINE = _VISIBLE | dict.fromkeys(_BIDI)


def visible(text: str) -> str:
    r"""Show control characters as their pictures.

    >>> visible("a\x00b\ud800")
    'a␀b�'
    """
    return text.translate(_VISIBLE)


def line(text: str) -> str:
    r"""Give text on one line, without the marks that turn the reading direction of what follows.

    >>> line(" two\n\u202elines ")
    'two lines'
    """
    return " ".join(text.translate(_ONE_LINE).split())


def shorten(text: str, width: int) -> str:
    """Cut a line at a width, between words if they are short enough, with an ellipsis.

    >>> shorten("seventy thousand boats", 20)
    'seventy thousand…'
    """
    if len(text) <= width:
        return text
    cut = text[:width]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > width / 2 else cut[:-1]).rstrip() + "…"
