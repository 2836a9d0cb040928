"""The whole way of the data, from an article to its audit."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import claims
from claims import attribution, checking, language, review, values
from claims.attribution import quoted
from claims.checking import weighing
from claims.checking.consistency import consistency
from claims.names import find_names
from claims.references import References
from claims.statements import numbered, split_document
from claims.types import Article, Audit, as_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def collected_afterwards() -> Iterator[None]:
    """Keep Python's collector of cyclic garbage from running until a piece of work is done.

    Work that makes many objects sets it off again and again, and each time it may walk through all that is loaded.
    What the work leaves behind is collected as soon as it is over; a collector that is already off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@collected_afterwards()
def audit(
    article: Article | str,
    references: References | None = None,
    *,
    texts: Mapping[str, str] | str | Path | None = None,
) -> Audit:
    """Audit an article: split it into statements, say on whose word each rests, check each against tables.

    Parameters
    ----------
    article : Article or str
        A plain string is an article without a publication date: its relative dates stay unresolved.
    references : References, optional
        The tables to check against; by default the embedded ones.
    texts : mapping of str to str, or path, optional
        Speeches, statements, transcripts by name, or a folder of them: quotations are checked word for word.

    Returns
    -------
    Audit
        Statements in the order of the text, each with sourcing and verdict, and what is needed to re-trace them.

    Examples
    --------
    >>> import claims
    >>> article = claims.Article("Prashant Kishor, 45, declined the offer.", published="2022-04-26")
    >>> [(s.quote, s.verdict.label, s.verdict.expected) for s in claims.audit(article).statements if s.value]
    [('45', 'supported', '45')]
    """
    article = as_article(article)
    references = References.embedded() if references is None else references
    document = language.parse(article)
    names = find_names(document)
    found = tuple(values.find_values(article))
    attributions = attribution.attribute(document, names)
    statements = checking.check(split_document(document, found, attributions, names), document, names, references)
    texts = None if texts is None else quoted.texts_of(texts)
    if texts is not None:
        statements = quoted.verify_quotations(statements, document, texts)
    made = Audit(
        article=article,
        statements=numbered(statements),
        attributions=attributions,
        values=found,
        sentences=attribution.sentence_labels(document, attributions),
        consistency=consistency(found, article.text, document.sentences, article.published),
        references=tuple(table.report for table in references.tables),
        software=_software(texts),
    )
    return review.applied(made)


def _software(texts: Mapping[str, str] | None) -> dict[str, Any]:
    """Name what made the audit; and the digests of the texts that quotations were checked against."""
    models = {
        "language": language.fingerprint(),
        "sourcing": attribution.fingerprint(),
        "checking": weighing.fingerprint(),
    }
    software: dict[str, Any] = {"claims": claims.__version__, "models": models}
    if texts is not None:
        software["texts"] = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return software
