"""The whole way of the data, from an article to its audit."""

from __future__ import annotations

import claims
from claims import attribution, checking, language, values
from claims.names import find_names
from claims.references import References
from claims.statements import numbered, split_document
from claims.types import Article, Audit, as_article


def audit(article: Article | str, references: References | None = None) -> Audit:
    """Audit an article: split it into statements, say on whose word each rests, check each against tables.

    Parameters
    ----------
    article : Article or str
        A plain string is an article without a publication date: its relative dates stay unresolved.
    references : References, optional
        The tables to check against; by default the embedded ones.

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
    statements = split_document(document, found, attributions, names)
    return Audit(
        article=article,
        statements=numbered(checking.check(statements, document, names, references)),
        attributions=attributions,
        values=found,
        sentences=attribution.sentence_labels(document, attributions),
        references=tuple(table.report for table in references.tables),
        software={
            "claims": claims.__version__,
            "models": {"language": language.fingerprint(), "sourcing": attribution.fingerprint()},
        },
    )
