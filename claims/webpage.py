"""The article of an HTML page: its text without menus and footers, its date and title from metadata only.

A date that merely stands on the page (a footer, a teaser) is not taken for the publication date.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.frontmatter import Facts

_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='article:published_time']/@content",
    "//meta[@name='DC.date.issued' or @name='dcterms.date' or @name='parsely-pub-date']/@content",
    "//time[@pubdate]/@datetime",
)
_TITLES = ("//meta[@property='og:title']/@content", "//h1//text()", "//title/text()")
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_BLOCKS = "//body//*[self::h1 or self::h2 or self::h3 or self::p or self::li or self::blockquote or self::td]"


def extract(html: str) -> tuple[str, Facts]:
    """Give the text of a page, a blank line between paragraphs, and what it says of itself."""
    import lxml.html
    import trafilatura

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        page = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return "", {}
    found = trafilatura.extract(html, include_comments=False, include_formatting=False)
    return found.replace("\n", "\n\n") if found else _plain(page), _facts(page)


def _facts(page: Any) -> Facts:
    dates = [*_texts(page, _DATES[:1]), *_linked_dates(page), *_texts(page, _DATES[1:])]
    known = {
        "published": next((date for date in dates if date[:4].isdigit()), ""),
        "title": next(_texts(page, _TITLES), ""),
        "url": next(_texts(page, _ADDRESSES), ""),
    }
    return {key: value for key, value in known.items() if value}


def _texts(page: Any, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield from (" ".join(str(text).split()) for text in page.xpath(path) if str(text).strip())


def _linked_dates(page: Any) -> Iterator[str]:
    """Find `datePublished` in the page's JSON-LD, the outermost first."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            level = [json.loads(script)]
        except (json.JSONDecodeError, RecursionError):
            continue
        while level:
            records = [item for item in level if isinstance(item, dict)]
            yield from (str(r["datePublished"]) for r in records if r.get("datePublished"))
            level = [v for r in records for v in r.values()] + [v for x in level if isinstance(x, list) for v in x]


def _plain(page: Any) -> str:
    """Give the text of a page too small for the extractor, block by block."""
    blocks = [b for b in page.xpath(_BLOCKS) if not b.xpath("ancestor::p | ancestor::li | ancestor::blockquote")]
    texts = [block.text_content() for block in blocks] or [b.text_content() for b in page.xpath("//body")]
    return "\n\n".join(" ".join(text.split()) for text in texts if text.strip())
