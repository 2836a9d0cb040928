"""Where an article's words stand in its file, whatever the file is."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

import claims
from claims import article as reading
from claims.places import Places, of_page, pieces
from claims.types import Article, Audit, Piece

PAGE = """<!doctype html>
<html><head><meta name="date" content="2022-04-26"><title>Bridges &amp; roads</title>
<script>var a = "The council bought 40 lamps";</script></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Bridges &amp; roads</h1>
<p>The council bought <b>40</b> lamps for
   its <em>new</em> bridge on&nbsp;Tuesday.</p>
<p>The roads &amp; the bridge cost &pound;12 million, said Ida&#32;Holm.
It is 90 metres long.</p></article>
<footer>40 lamps</footer></body></html>
"""
CELLS = [
    {"cell_type": "markdown", "source": ['# A "title"\n', "\n", "It sold 40\tcopies.\n", "Then 41."]},
    {"cell_type": "code", "source": "'It sold 40'", "outputs": []},
    {"cell_type": "markdown", "source": "Say “é”:\nIt sold 43 \U0001f600 copies, 44 in all."},
]


def shown(path, words):
    """Give what the file has from the place of some words of its article on, and the part that they are in."""
    found = claims.read(path)
    places = Places(found)
    at = found.text.index(words)
    line, column = places.at(at)
    return path.read_text(encoding="utf-8").split("\n")[line - 1][column - 1 :], places.part(at)


@pytest.mark.parametrize(
    ("words", "source"),
    {
        "40 lamps": "40</b> lamps for",
        "lamps for": "lamps for",
        "new bridge": "new</em> bridge",
        "Tuesday": "Tuesday.</p>",
        "& the": "&amp; the bridge cost",
        "12 million": "12 million, said Ida&#32;Holm.",
        "Holm": "Holm.",
        "90 metres": "90 metres long.</p></article>",
    }.items(),
)
def test_page(tmp_path, words, source):
    """In a page the place is that of the source: behind tags, entities and line breaks, not in scripts or footers."""

    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")

    assert shown(tmp_path / "a.html", words)[0].startswith(source)


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    ("words", "part"),
    {"40\tcopies": "cell 1, line 3", "41": "cell 1, line 4", "43": "cell 3, line 2", "44 in": "cell 3, line 2"}.items(),
)
def test_notebook(tmp_path, words, part, indent, ascii_only):
    """In a notebook it is the JSON's, whatever its escapes; the part is the cell and its line."""

    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": CELLS}, indent=indent, ensure_ascii=ascii_only))
    source, named = shown(tmp_path / "a.ipynb", words)

    assert source.startswith(words.partition("\t")[0])
    assert named == part


def test_lines_and_rows(tmp_path):
    """In a file of many articles it is the line of the record, the column that of the words."""

    (tmp_path / "a.jsonl").write_text('{"text": "A calm day."}\n{"id": "b", "text": "He said \\"no\\" to 40 men."}\n')
    (tmp_path / "a.csv").write_text('id,text\nb,"One ""calm"" day.\nHe met 40 men."\n')
    for name, line in (("a.jsonl", 2), ("a.csv", 3)):
        found = reading.read_all(tmp_path / name)[-1]
        row, column = Places(found).at(found.text.index("40"))

        assert (row, found.file, found.id) == (line, name, "b")
        assert (tmp_path / name).read_text().split("\n")[row - 1][column - 1 :].startswith("40")


def test_word(tmp_path):
    """In a Word document it is the paragraph."""

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as file:
        body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("One.", "", "It sold 40."))
        file.writestr("word/document.xml", f'<w:document xmlns:w="x"><w:body>{body}</w:body></w:document>')
    found = claims.read(tmp_path / "a.docx")

    assert Places(found).part(found.text.index("40")) == "paragraph 2"


def test_reports(tmp_path):
    """Every report that names places names those of the file, and JSON keeps them."""

    wrong = "Prashant Kishor, 54, declined."
    cells = [{"cell_type": "markdown", "source": ["# A\n", wrong]}]
    content = {"metadata": {"date": "2022-04-26", "id": "our own"}, "cells": cells}
    (tmp_path / "a.ipynb").write_text(json.dumps(content, indent=1))
    audit = claims.audit(claims.read(tmp_path / "a.ipynb"))
    (result,) = [r for r in json.loads(audit.to_sarif())["runs"][0]["results"] if r["level"] == "error"]
    (place,) = result["locations"]
    restored = Audit.from_dict(json.loads(audit.to_json()))

    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a.ipynb"
    assert [place["physicalLocation"]["region"][k] for k in ("startLine", "startColumn")] == [11, 23]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "cell 1, line 2"}]
    assert 'file="a.ipynb" line="11"' in audit.to_junit()
    assert "cell 1, line 2 (characters" in audit.to_html()
    assert restored.article == audit.article


def test_words_that_the_page_has_not():
    """What an extractor made up has no place of its own; what stands around it keeps its own."""

    text = "One calm morning came.\nADDED WORDS HERE\nThe evening was calm."
    page = "<p>One calm morning came.</p>\n<p>The evening was calm.</p>"
    found = Places(Article(text, pieces=pieces(text, of_page(text, page), page)))

    assert found.at(text.index("evening")) == (2, 8)
    assert found.at(text.index("morning")) == (1, 13)


def test_comments_to_us_count_as_lines(tmp_path):
    """A comment is no part of the text, and its line still counts."""

    for name, begin in (("a.md", "---\ntitle: A\n---\n"), ("a.html", "<article><p>It was calm.</p>\n<p>")):
        text = f"{begin}<!-- claims: ignore[refuted] it is so -->\nIt sold 40 copies.\n"
        (tmp_path / name).write_text(text)

        assert shown(tmp_path / name, "40") == ("40 copies.", "")


def test_text_is_one_piece():
    """Plain text has no pieces: line and column are counted."""

    assert Places(Article("one\n\ntwo", line=5)).at(6) == (7, 2)
    assert Places(Article("ab", pieces=(Piece(start=0, line=3, column=9),))).at(1) == (3, 10)


def test_standard_input(monkeypatch):
    """Standard input has no file."""

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It sold 40.")))

    assert claims.read("-").file == ""
