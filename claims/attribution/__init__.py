"""Attribution: who says what in an article, and on whose word each sentence and statement rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import language
from claims.attribution.labels import frames, sentence_labels, sourcing_of, word_of
from claims.types import Article, Attribution, Sourcing, as_article

if TYPE_CHECKING:
    from claims.language import Document
    from claims.names import Names

__all__ = [
    "attribute",
    "explain",
    "find_attributions",
    "fingerprint",
    "frames",
    "sentence_labels",
    "sourcing_of",
    "word_of",
]


def find_attributions(article: Article | str) -> list[Attribution]:
    """Find who says what: the source, the cue and the content of every attribution.

    Parameters
    ----------
    article : Article or str

    Returns
    -------
    list of Attribution
        In the order of the text.

    Examples
    --------
    >>> text = 'Mayor Ana Rao said the bridge would open in May. It is learnt that two bids were late.'
    >>> for a in find_attributions(text):
    ...     print(a.source_kind, a.label, [text[s:e] for s, e in a.content])
    person sourced ['the bridge would open in May']
    implicit reported ['that two bids were late']
    """
    from claims.names import find_names

    document = language.parse(as_article(article))
    return list(attribute(document, find_names(document)))


def attribute(document: Document, names: Names) -> tuple[Attribution, ...]:
    """Find the attributions of a parsed article; `names` resolves its pronouns."""
    from claims.attribution.assembly import attributions

    return attributions(document, names)


def explain(found: Attribution | Sourcing) -> list[tuple[str, float]]:
    """Say what decided an attribution or the sourcing of a statement.

    Parameters
    ----------
    found : Attribution or Sourcing

    Returns
    -------
    list of (str, float)
        The features that weighed most, each with how far it pulls the model towards this label against the nearest
        other one: the farthest first, those that pull away from it last and negative. A rule's own reason is told in
        any case.

    Examples
    --------
    >>> for feature, pull in explain(find_attributions("Sources said the plan was dead.")[0]):
    ...     print(f"{feature:<24}{'+' if pull > 0 else '-'}")
    kind is: reported       +
    content: a clause       +
    kind: anonymous         +
    source: plural          +
    source: sources         +
    order: cue first        -
    before: own voice       -
    """
    return list(found.pulls)


def fingerprint() -> str:
    """Give the digest of the sourcing model's weights."""
    from claims.attribution import classifier

    return classifier.fingerprint()
