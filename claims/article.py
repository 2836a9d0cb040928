r"""Readers: a file, or standard input, into an `Article` whose text every offset indexes.

Newlines become "\n", a byte order mark goes, and spaces stand for comments to us (`claims.comments`); nothing else in
the text is changed. The publication date comes from,
in this order: the caller; the front matter (`published` or `date`) or the page's metadata; a file name that starts
with a date, as in "2022-04-26-kishor.md". Without one, relative dates stay unresolved. The decisions of a review come
from the sheet beside the file (`claims.decisions`).
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims import comments, decisions, frontmatter, places
from claims.errors import InputError
from claims.types import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.frontmatter import Facts

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, such as a spreadsheet"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"PAR1", "a Parquet table"),
)
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
_TAKEN_OUT = (".html", ".htm", ".ipynb", ".docx")
"""Endings of files whose text is not simply the rest of the file."""
_IN_PARTS = (".ipynb", ".docx")
"""Endings of files whose parts have names; their readers count comments to us as parts, and blank them."""
CORPORA = (".jsonl", ".ndjson", ".csv", ".tsv")
"""Endings of files that hold many articles."""
_HEADING = re.compile(r"#\s+(?P<title>\S.*?)\s*#*$")


def read(path: str | Path, published: dt.date | str | None = None) -> Article:
    """Read one article from a text, Markdown, HTML, Word or notebook file, or from standard input.

    Parameters
    ----------
    path : str or Path
        The file; its ending decides how it is read. "-" reads text from standard input.
    published : datetime.date or str, optional
        Publication date; wins over the one that the file gives.

    Returns
    -------
    Article
        Its `id` is the path inside the enclosing git checkout, else the file name.

    Raises
    ------
    InputError
        If the file is missing, empty, binary, not UTF-8, or gives a date that is none.

    Examples
    --------
    >>> from claims import embedded
    >>> read(embedded.folder("seeds") / "articles" / "kishor.txt").published
    datetime.date(2022, 4, 26)
    """
    return only(read_all(path, published), path)


def only(articles: Sequence[Article], path: str | Path) -> Article:
    """Take the one article of a file."""
    if len(articles) > 1:
        hint = "put one of them into a file of its own; claims.article.read_all reads all"
        raise InputError(f"the file holds {len(articles)} articles", where=str(path), hint=hint)
    return articles[0]


def read_all(path: str | Path, published: dt.date | str | None = None) -> tuple[Article, ...]:
    """Read every article of a file: one, or one a line of a .jsonl file.

    Parameters
    ----------
    path : str or Path
        As for `read`; a line of .jsonl is an object with "text" and, if known, "published", "title", "url", "id".
    published : datetime.date or str, optional
        Publication date of all of them.

    Returns
    -------
    tuple of Article

    Raises
    ------
    InputError
        As for `read`; it names the line.
    """
    where = "standard input" if str(path) == "-" else str(path)
    if where.endswith(decisions.ENDING):
        raise InputError("this is the review of an article, not an article", where=where, hint="leave it out")
    suffix = "" if str(path) == "-" else Path(path).suffix.lower()
    text = source_text(path)
    if suffix in CORPORA:
        articles = tuple(_corpus(text, suffix, where, published))
        if not articles:
            raise InputError("the file has no articles", where=where, hint='give each a row or line with a "text"')
        return articles
    blanked = text if suffix in _IN_PARTS else comments.blank(text)
    body, facts, offsets, parts = _READERS.get(suffix, _read_text)(blanked, where)
    if not body.strip():
        raise InputError("the article is empty", where=where, hint="give a file with text in it")
    name = "" if str(path) == "-" else Path(path).name
    dated = _DATED_NAME.match(name)
    facts.setdefault("published", dated[1] if dated and _is_date(dated[1]) else "")
    facts.setdefault("id", _identity(path) if name else "")
    whole = suffix not in _TAKEN_OUT and blanked == text
    review = decisions.beside(path)
    return (
        replace(
            _article(body, facts, published, where),
            line=1 + text.count("\n", 0, offsets[0]) if whole else 1,
            file=_identity(path) if name else "",
            pieces=() if whole else places.pieces(body, offsets, text, parts),
            decisions=decisions.parse(decisions.read(review), str(review)) if name else (),
        ),
    )


def _bytes(path: str | Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    path = Path(path)
    try:
        return path.read_bytes()
    except IsADirectoryError:
        hint = f'give its files, such as "{path}/*.txt"'
        raise InputError("an article must be a file, not a folder", where=str(path), hint=hint) from None
    except FileNotFoundError:
        raise InputError("there is no such article", where=str(path), hint=_neighbour(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read the article: {reason}", where=str(path)) from error


def _neighbour(path: Path) -> str:
    """Name the file of the same folder that was likely meant."""
    import difflib

    if not path.parent.is_dir():
        return f"the folder {path.parent} does not exist"
    near = difflib.get_close_matches(path.name, sorted(p.name for p in path.parent.iterdir() if p.is_file()), n=1)
    return f"did you mean {path.parent / near[0]}?" if near else "check the path"


def source_text(path: str | Path) -> str:
    """Give a file's text as editors count its lines; of a Word document, its paragraphs."""
    where, raw = "standard input" if str(path) == "-" else str(path), _bytes(path)
    if not where.lower().endswith(".docx"):
        return _decode(raw, where)
    from claims import docx

    return docx.extract(raw, where)


def _decode(raw: bytes, where: str) -> str:
    """Decode UTF-8; else say which byte is wrong and which encoding it looks like."""
    for magic, name in _BINARY:
        if raw.startswith(magic):
            hint = "save it as .docx, or its text as .txt or .md"
            raise InputError(f"the article is not text but {name}", where=where, hint=hint)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if not encoding and b"\0" in raw:
        place = f"{where}, byte {raw.index(0)}"
        raise InputError(
            "the article is not text: it has a zero byte", where=place, hint="save its text as .txt or .md"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        encoding = encoding or _single_byte(raw[error.start : error.start + 1])
        raise InputError(
            f"the article is not UTF-8: byte 0x{raw[error.start]:02x} cannot stand there",
            where=f"{where}, line {line}, byte {error.start}",
            hint=f'it looks like {encoding}: try "iconv -f {encoding} -t utf-8"',
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _single_byte(byte: bytes) -> str:
    """Guess between the two Western encodings: cp1252 has quotation marks where Latin-1 has controls."""
    try:
        byte.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _identity(path: str | Path) -> str:
    """Name a file the same wherever it is read from: by its path inside the git checkout, else its name."""
    path = Path(path).absolute()
    root = next((parent for parent in path.parents if (parent / ".git").exists()), path.parent)
    return path.relative_to(root).as_posix()


def _article(text: str, facts: Facts, published: dt.date | str | None, where: str) -> Article:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = f"{where}, character {error.start}"
        raise InputError("the text has half of a surrogate pair", where=place) from None
    given: Any = published or facts.get("published")
    try:
        return Article(
            text, given, title=facts.get("title") or None, url=facts.get("url") or None, id=facts.get("id") or None
        )
    except InputError as error:
        place = "" if published else where
        raise InputError(error.message, where=place, hint=error.hint) from None


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


Read = tuple[str, "Facts", Sequence[int], Sequence[str]]
"""A text, what its file says of it, the offset there of each of its characters, and the part if parts have names."""


def _read_text(text: str, where: str) -> Read:
    body, facts = frontmatter.split(text, where)
    return body, facts, range(len(text) - len(body), len(text)), ()


def _read_markdown(text: str, where: str) -> Read:
    """Read Markdown: front matter, and the first heading as title where that has none."""
    body, facts, offsets, parts = _read_text(text, where)
    first = _HEADING.match(body.lstrip("\n").partition("\n")[0])
    if first:
        facts.setdefault("title", first["title"])
    return body, facts, offsets, parts


def _read_word(text: str, where: str) -> Read:
    """Read the text of a Word document: people know its places by paragraphs."""
    body, facts, offsets, _ = _read_markdown(comments.blank(text), where)
    parts = _paragraphs(text)
    return body, facts, offsets, [parts[offset] for offset in offsets]


def _paragraphs(text: str) -> list[str]:
    """Give for each character of a Word document's text its paragraph."""
    numbered = enumerate(text.split("\n\n"), 1)
    return [f"paragraph {number}" for number, words in numbered for _ in range(len(words) + 2)][: len(text)]


def _read_html(text: str, where: str) -> Read:
    """Read a page: the article without menus and footers."""
    from claims import webpage

    body, facts = webpage.extract(text)
    return body, frontmatter.known(facts, where), places.of_page(body, text), ()


def commented(path: Path) -> Article:
    """Give the text of a file in which comments to us may stand, comments and front matter still in it."""
    text = source_text(path)
    chars, offsets, parts = text, list(range(len(text))), _paragraphs(text)
    match path.suffix.lower():
        case ".docx":
            pass
        case ".ipynb":
            chars, offsets, parts = _markdown_cells(_notebook(text, str(path))["cells"], text)
        case _:
            return Article(text)
    return Article(chars, pieces=places.pieces(chars, offsets, text, parts))


def _notebook(text: str, where: str) -> dict[str, Any]:
    from claims import records

    notebook = records.json_of(text, where, placed=True)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise InputError("this is no notebook: it has no cells", where=where)
    return notebook


def _read_notebook(text: str, where: str) -> Read:
    """Read the Markdown cells of a notebook, a blank line between them."""
    notebook = _notebook(text, where)
    chars, offsets, parts = _markdown_cells(notebook["cells"], text)
    body, facts, *_ = _read_markdown(comments.blank(chars), where)
    above = len(chars) - len(body)
    metadata = notebook.get("metadata")
    known = (frontmatter.known(metadata, where) if isinstance(metadata, dict) else {}) | facts
    return body, known, offsets[above:], parts[above:]


def _markdown_cells(cells: list[Any], text: str) -> tuple[str, list[int], list[str]]:
    """Join the Markdown cells; give for each character its offset in the file, and its cell and line."""
    chars, offsets, parts = list[str](), list[int](), list[str]()
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") != "markdown":
            continue
        written = [(char, at) for part in _source(cell) for char, at in zip(part, places.of_json(part, text))]  # noqa: B905
        between = [("\n", places.NOWHERE)] * 2 if chars else []
        line = 1
        for char, at in (*between, *written):
            chars.append(char)
            offsets.append(at)
            parts.append(f"cell {number}, line {line}")
            line += char == "\n" and at != places.NOWHERE
    return "".join(chars), offsets, parts


def _source(cell: dict[str, Any]) -> list[str]:
    """Give the strings that a cell is written in; str() would take their places away."""
    source = cell.get("source", "")
    return [part for part in (source if isinstance(source, list) else [source]) if isinstance(part, str)]


def _corpus(text: str, suffix: str, where: str, published: dt.date | str | None) -> Iterator[Article]:
    """Read the articles of a file that holds many, each known by the line that its record begins on."""
    from claims import records

    for number, pieces, record in records.READERS[suffix](text, where):
        place = f"{where}, line {number}"
        facts = frontmatter.known(record, place)
        facts.setdefault("id", f"{_identity(where)}:{number}")
        article = _article(str(record["text"]), facts, published, place)
        yield replace(article, line=number, file=_identity(where), pieces=pieces)


_READERS: dict[str, Callable[[str, str], Read]] = {
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".ipynb": _read_notebook,
    ".docx": _read_word,
}
