"""The text of a Word document: its paragraphs, as they read when every tracked change is accepted."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY = "word/document.xml"
_LARGEST = 64 * 2**20
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNREAD = frozenset("tbl drawing pict object Fallback del moveFrom instrText pPr rPr".split())
"""What is no running text, says again what another element says, or is deleted."""
_TITLES = ("Title", "Heading1")


def extract(raw: bytes, where: str) -> str:
    """Give the paragraphs of a document, a blank line between them; a title is marked as in Markdown.

    Raises
    ------
    InputError
        If it is no Word document.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if archive.getinfo(_BODY).file_size > _LARGEST:
                raise InputError("the document is too large", where=where, hint="save its text as .txt or .md")
            document = etree.fromstring(archive.read(_BODY), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError, EOFError):
        hint = "open it in Word or LibreOffice and save it as .docx again"
        raise InputError("the article is no Word document that can be read", where=where, hint=hint) from None
    return "\n\n".join(filter(None, map(_text, _paragraphs(document))))


def _paragraphs(node: Any) -> Iterator[Any]:
    for child, name in _named(node):
        if name == "p":
            yield child
        elif name not in _UNREAD:
            yield from _paragraphs(child)


def _text(paragraph: Any) -> str:
    text = "".join(_words(paragraph)).strip()
    style = next(iter(paragraph.xpath("./*[local-name()='pPr']/*[local-name()='pStyle']/@*")), "")
    return f"# {text}" if text and style in _TITLES else text


def _words(node: Any) -> Iterator[str]:
    for child, name in _named(node):
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _UNREAD:
            yield from _words(child)


def _named(node: Any) -> Iterator[tuple[Any, str]]:
    """Give the elements with their bare names: the transitional and the strict form differ only in the namespace."""
    return ((child, child.tag.rpartition("}")[2]) for child in node)
