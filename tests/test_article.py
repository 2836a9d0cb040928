"""Reading articles: what is read, where its date comes from, and what bad input gets."""

from __future__ import annotations

import io
import json
import time
import zipfile
from types import SimpleNamespace

import pytest

from claims import InputError, read
from claims.article import read_all


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.txt", "One.\n", 1),
        ("a.md", "---\ntitle: A\n---\n\n\nOne.\n", 6),
        ("a.txt", "---\r\ntitle: A\r\n---\r\nOne.\r\n", 4),
        ("a.html", "<html>\n<body>\n<p>One fine day it rained on the town.</p></body></html>", 1),
    ],
)
def test_line(tmp_path, name, content, line):
    """An article knows the line of its file that its text begins on."""

    assert read(write(tmp_path, name, content)).line == line


def test_text_is_kept(tmp_path):
    """Plain text is read as it stands, and no date is invented."""

    article = read(write(tmp_path, "a.txt", "The club sold 40 tickets.\n\n  On May 3, all.\n"))

    assert article.text == "The club sold 40 tickets.\n\n  On May 3, all.\n"
    assert (article.published, article.title, article.id) == (None, None, "a.txt")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("---\npublished: 2021-03-04\ntitle: Clubs: a history\n---\n\n", "Clubs: a history"),
        ("---\ntitle: 'Quoted'\ndate: 2021-03-04T10:00:00Z  # morning\ntags:\n  - x\n---\n", "Quoted"),
        ('---\nlayout: post\ndate: "2021-03-04"\n---\n', None),
        ('+++\ndate = 2021-03-04\ntitle = "TOML"\n+++\n', "TOML"),
        ("+++\ndate = 2021-03-04T12:00:00\n+++\n", None),
    ],
)
def test_front_matter(tmp_path, head, title):
    """Front matter gives date and title and is not part of the text."""

    article = read(write(tmp_path, "a.txt", head + "The club sold 40 tickets."))

    assert article.text == "The club sold 40 tickets."
    assert (str(article.published), article.title) == ("2021-03-04", title)


@pytest.mark.parametrize("text", ["---\nIt rained.\n---\nThen not.", "---\nnever: closed\n", "----\na: b\n----\n"])
def test_rules_are_no_front_matter(tmp_path, text):
    """Text between two rules, or a rule that is never closed, stays text."""

    assert read(write(tmp_path, "a.md", text)).text == text


def test_option_wins_over_the_file(tmp_path):
    """The caller's date wins over front matter, front matter over the file's name."""

    dated = write(tmp_path, "2020-01-02-club.md", "# Club\n\nIt has 3 halls.")
    both = write(tmp_path, "2020-01-02-hall.md", "---\ndate: 2020-01-05\n---\nIt has 3 halls.")

    assert str(read(dated).published) == "2020-01-02"
    assert str(read(both).published) == "2020-01-05"
    assert str(read(both, "2020-02-03").published) == "2020-02-03"
    assert read(write(tmp_path, "2020-99-02-club.md", "It has 3 halls.")).published is None


def test_markdown_title(tmp_path):
    """The first heading is the title, and stays in the text."""

    article = read(write(tmp_path, "a.md", "# Club sells *out* #\n\nIt sold 40 tickets."))

    assert article.title == "Club sells *out*"
    assert article.text.startswith("# Club sells")


PAGE = """<!doctype html><html><head><title>Harbour opens | The Gazette</title>
<meta property="og:title" content="Harbour opens">{meta}
<link rel="canonical" href="https://example.org/harbour"></head>
<body><nav><a href="/">Home</a><a href="/n">News</a></nav>
<article><h1>Harbour opens</h1>
<p>The harbour opened on Tuesday with 12 berths, the council said. It took four years.</p>
<p>&ldquo;We are <b>proud</b> &amp; glad&rdquo;, said the mayor, Ada Lopez, 45.
She has held the office since 2015.</p></article>
<footer>Updated 2024-05-06. All rights reserved.</footer></body></html>"""


def test_html(tmp_path):
    """A page gives its article without menu and footer, and the date of its metadata."""

    meta = '<meta property="article:published_time" content="2022-04-26T22:00:00+05:30">'
    article = read(write(tmp_path, "a.html", PAGE.format(meta=meta)))

    assert (str(article.published), article.title) == ("2022-04-26", "Harbour opens")
    assert article.url == "https://example.org/harbour"
    assert "12 berths, the council said. It took four years.\n\n“We are proud & glad”, said" in article.text
    assert "Home" not in article.text


def test_html_without_metadata_has_no_date(tmp_path):
    """A date in the footer is no publication date."""

    assert read(write(tmp_path, "a.htm", PAGE.format(meta=""))).published is None


def test_html_fragment(tmp_path):
    """A fragment too small for the extractor still gives its text."""

    assert read(write(tmp_path, "a.html", "<p>The party won 52 seats.</p>")).text == "The party won 52 seats."


def test_notebook(tmp_path):
    """A notebook gives its Markdown cells; code and output are left out."""

    cells = [
        {"cell_type": "markdown", "source": ["# Sales\n", "We sold 40."]},
        {"cell_type": "code", "source": "x = 41", "outputs": []},
        {"cell_type": "markdown", "source": "Then 42."},
    ]
    raw = json.dumps({"cells": cells, "metadata": {"date": "2023-01-02"}, "nbformat": 4, "nbformat_minor": 5})
    article = read(write(tmp_path, "a.ipynb", raw))

    assert article.text == "# Sales\nWe sold 40.\n\nThen 42."
    assert (str(article.published), article.title) == ("2023-01-02", "Sales")


def test_json_lines(tmp_path):
    """Each line is an article of its own, with what it says of itself."""

    lines = [{"text": "It has 3 halls.", "date": "2020-02-03", "title": "Halls"}, {"text": "Four.", "id": "b"}]
    path = write(tmp_path, "a.jsonl", "\n\n".join(map(json.dumps, lines)) + "\n")
    first, second = read_all(path)

    assert (first.text, str(first.published), first.title, first.id) == (
        "It has 3 halls.",
        "2020-02-03",
        "Halls",
        "a.jsonl:1",
    )
    assert (second.text, second.published, second.id) == ("Four.", None, "b")
    with pytest.raises(InputError, match="holds 2 articles"):
        read(path)


TABLE = """id,published,headline,text
a,2024-05-02,Rooms,"The library has
12 rooms."

b,2024-05-03,Books,It lent 88,400 books.
"""


def test_table(tmp_path):
    """A row of a table with a column "text" is an article; it knows the line that its text begins on."""

    first, second = read_all(write(tmp_path, "a.csv", TABLE.replace("88,400", "400")))

    assert (first.id, str(first.published), first.title, first.line) == ("a", "2024-05-02", "Rooms", 2)
    assert first.text == "The library has\n12 rooms."
    assert (second.text, second.line) == ("It lent 400 books.", 5)
    assert read_all(write(tmp_path, "a.tsv", "Text\tn\nOne.\t1\n"))[0].id == "a.tsv:2"


@pytest.mark.parametrize(
    ("content", "message", "place"),
    [
        (TABLE, "5 cells where the header has 4", "line 5"),
        ("id,body\na,One.\n", 'no column "text"', "a.csv"),
        ("id,text\na, \n", "the row has no text", "line 2"),
        ('id,text\na,"One.\n', "cannot read the table", "line 2"),
        ("id,text\n", "has no articles", "a.csv"),
    ],
)
def test_bad_table(tmp_path, content, message, place):
    """A table that holds no articles, or a row that is none, is said with its line."""

    with pytest.raises(InputError, match=message) as caught:
        read_all(write(tmp_path, "a.csv", content))
    assert caught.value.where.endswith(place)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body, namespace=WORD):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


@pytest.mark.parametrize("namespace", [WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_word(tmp_path, namespace):
    """Of a Word document the running text is read, tracked changes accepted; tables and pictures are not."""

    body = """<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Library opens</w:t></w:r></w:p>
    <w:p/><w:p><w:r><w:t xml:space="preserve">It has </w:t></w:r><w:del><w:r><w:delText>11</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:hyperlink><w:r><w:t xml:space="preserve"> rooms</w:t><w:br/>
    <w:t>now.</w:t></w:r></w:hyperlink><w:r><w:drawing><w:t>a caption</w:t></w:drawing></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/>"""
    article = read(write(tmp_path, "2024-05-02-a.docx", word(body, namespace)))

    assert article.text == "# Library opens\n\nIt has 12 rooms\nnow."
    assert (article.title, str(article.published)) == ("Library opens", "2024-05-02")


@pytest.mark.parametrize(
    # Named, as a zip archive holds the time it was made, and workers have to collect the same tests.
    "raw",
    [b"PK\x03\x04 cut short", b"plain text", word("<w:p>"), word("")[:200]],
    ids=["cut short", "plain text", "open tag", "cut archive"],
)
def test_bad_word(tmp_path, raw):
    """A damaged or mislabelled document is said to be one."""

    with pytest.raises(InputError, match="no Word document that can be read"):
        read(write(tmp_path, "a.docx", raw))
    with pytest.raises(InputError, match="the article is empty"):
        read(write(tmp_path, "b.docx", word("<w:p/>")))


def test_standard_input(monkeypatch):
    """ "-" reads standard input, front matter included."""

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"---\ndate: 2020-02-03\n---\nIt has 3 halls.")))
    article = read("-")

    assert (article.text, str(article.published), article.id) == ("It has 3 halls.", "2020-02-03", None)


@pytest.mark.parametrize(
    "raw",
    [b"\xef\xbb\xbfIt has 3 halls.\r\nAnd 4.\r", b"It has 3 halls.\nAnd 4.\n", b"It has 3 halls.\rAnd 4.\n"],
)
def test_newlines_and_mark(tmp_path, raw):
    """Every kind of newline reads alike, and a byte order mark is no character of the article."""

    assert read(write(tmp_path, "a.txt", raw)).text == "It has 3 halls.\nAnd 4.\n"


@pytest.mark.parametrize(
    "text", ["bell \x07 and 3", "\u202eright to left\u202c 3", "party 🎉 with 3 👩‍👩‍👧", "x" * 100_000]
)
def test_odd_characters_are_kept(tmp_path, text):
    """Control characters, direction marks, emoji and endless lines are text."""

    assert read(write(tmp_path, "a.txt", text)).text == text


def test_five_megabytes(tmp_path):
    """A large article is read in well under a second."""

    path = write(tmp_path, "a.md", "The club sold 40 tickets in May. \n" * 160_000)
    began = time.process_time()

    assert len(read(path).text) > 5_000_000
    assert time.process_time() - began < 1


BAD = {
    "cp1252": ("a.txt", "caf\xe9 \x93x\x94".encode("latin-1"), r"not UTF-8: byte 0xe9 .*line 1, byte 3.*\n.*cp1252"),
    "latin-1": ("a.txt", b"line\n\x81", r"line 2, byte 5.*\n.*latin-1"),
    "utf-16": ("a.txt", "It has 3 halls.".encode("utf-16"), r"byte 0.*\n.*utf-16"),
    "no mark": ("a.txt", "It has 3 halls.".encode("utf-16-le"), "zero byte.*byte 1"),
    "pdf": ("a.txt", b"%PDF-1.7\n", "not text but a PDF"),
    "word": ("a.docx", b"PK\x03\x04\x00", "Word document"),
    "empty": ("a.txt", b"", "the article is empty"),
    "blank": ("a.txt", b" \n\t\n", "the article is empty"),
    "only front matter": ("a.md", b"---\ndate: 2020-02-03\n---\n", "the article is empty"),
    "bad date": (
        "a.md",
        b"---\ndate: 31 February\n---\nx",
        r'date "31 February" .*a\.md, line 2\)\n    date: 31 February\n          ~{10}\^\n.*YYYY-MM',
    ),
    "bad TOML": ("a.md", b"+++\ndate = \n+++\nx", "front matter"),
    "empty page": ("a.html", b"<html></html>", "the article is empty"),
    "notebook": ("a.ipynb", b"{", r"cannot read the JSON: .*line 1"),
    "no cells": ("a.ipynb", b"[]", "no notebook"),
    "JSON line": ("a.jsonl", b'{"text": "x"}\n{"text": \n', r"cannot read the JSON: .*line 2"),
    "no text": ("a.jsonl", b'{"text": "x"}\n\n{"title": "x"}\n', r"no text .*line 3"),
    "no lines": ("a.jsonl", b"\n", "no articles"),
    "surrogate": ("a.jsonl", b'{"text": "a \\ud800"}', r"half of a surrogate pair .*character 2"),
}


@pytest.mark.parametrize(("name", "raw", "message"), BAD.values(), ids=BAD)
def test_bad_input(tmp_path, name, raw, message):
    """One sentence says what is wrong and where; a hint says what to do."""

    path = write(tmp_path, name, raw)

    with pytest.raises(InputError, match=message) as caught:
        read_all(path)
    assert str(tmp_path) in str(caught.value)


def test_missing_files(tmp_path):
    """A file that is not there is named, with the one that was likely meant."""

    write(tmp_path, "kishor.txt", "x")

    with pytest.raises(InputError, match=r"no such article .*kishr.txt.*\n.*did you mean .*kishor\.txt"):
        read(tmp_path / "kishr.txt")
    with pytest.raises(InputError, match=r"the folder .*nowhere does not exist"):
        read(tmp_path / "nowhere" / "a.txt")
    with pytest.raises(InputError, match="not a folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="cannot read the article"):
        read("x" * 5000)


def test_bad_option(tmp_path):
    """A publication date that is none is refused, and the file is not blamed."""

    with pytest.raises(InputError, match='"yesterday"') as caught:
        read(write(tmp_path, "a.txt", "It has 3 halls."), "yesterday")
    assert "a.txt" not in str(caught.value)


def test_identity_does_not_depend_on_the_place(tmp_path, monkeypatch):
    """An article in a checkout is called by its path inside it, however it is reached."""

    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    path = write(tmp_path / "news", "a.txt", "It has 3 halls.")
    monkeypatch.chdir(tmp_path / "news")

    assert [read(p).id for p in (path, "a.txt")] == ["news/a.txt", "news/a.txt"]
