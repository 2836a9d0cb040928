"""The verdict on each quotation of an article, given the texts that the quoted words come from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.attribution.verbatim import SHORT, QuotationCheck, Text, check, read_texts
from claims.types import Evidence, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claims.language import Document
    from claims.types import Statement


def verify_quotations(
    statements: tuple[Statement, ...], document: Document, texts: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Give the statements that are quotations their verdict; the others stay as they are."""
    references = [Text(name, text) for name, text in texts.items()]
    inner = {(q.start, q.end): q.inner for q in document.quotations}
    return tuple(_verified(statement, document, inner, references) for statement in statements)


def texts_of(given: Mapping[str, str] | str | Path) -> dict[str, str]:
    """Take a mapping of texts as it is, and read a folder or a file."""
    from collections.abc import Mapping

    return dict(given) if isinstance(given, Mapping) else read_texts(given)


def _verified(
    statement: Statement, document: Document, inner: Mapping[tuple[int, int], tuple[int, int]], references: list[Text]
) -> Statement:
    span = (statement.start, statement.end)
    if statement.kind != "quotation" or span not in inner:
        return statement
    quote = document.article.text[slice(*inner[span])]
    found = check(*span, quote, references)
    return replace(statement, verdict=_verdict(found, {text.name: text.text for text in references}))


def _verdict(found: QuotationCheck, texts: Mapping[str, str]) -> Verdict:
    words = len(Text("", found.quote).words)
    if not found.source:
        none = "none of the reference texts has it" if len(texts) != 1 else "the reference text does not have it"
        return Verdict(reason=Reason.QUOTATION, explanation=none)
    place = _place(texts[found.source], found.place)
    evidence = Evidence(table=found.source, rows=(place,), columns=("text",), sql="", found=found.passage)
    reason = {"supported": Reason.AGREES, "refuted": Reason.DISAGREES}.get(found.verdict, Reason.QUOTATION)
    said, compared = _told(found, place)
    return Verdict(
        label=found.verdict,
        reason=reason,
        explanation=said,
        expected=found.passage if found.verdict != "not_enough_info" else "",
        evidence=(evidence,),
        steps=(f"read: a quotation of {words} words", f"matched: {found.source}, {place}", f"compared: {compared}"),
        flags=(f"only {words} word{'s' * (words > 1)}",) if found.verdict == "supported" and words < SHORT else (),
    )


def _told(found: QuotationCheck, place: str) -> tuple[str, str]:
    """Say the verdict in a sentence, and how the words compare."""
    if found.verdict == "supported":
        return f"{found.source} has it word for word ({place})", "the same words"
    if found.verdict == "refuted":
        changes = "; ".join(_change(*pair) for pair in found.difference)
        return f"{found.source} ({place}) {changes}", changes
    return f"{found.source} ({place}) does not decide it: {found.remark}", found.remark


def _change(quoted: str, there: str) -> str:
    if not there:
        return f"does not have “{quoted}”"
    return f"has “{there}”" + (f", not “{quoted}”" if quoted else ", which the quotation leaves out")


def _place(text: str, span: tuple[int, int]) -> str:
    """Name a place as people look it up."""
    row = text.count("\n", 0, span[0])
    column = span[0] - (text.rfind("\n", 0, span[0]) + 1)
    return f"line {row + 1}, column {column + 1}"
