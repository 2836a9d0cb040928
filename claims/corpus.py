"""Many articles: one process, or several that share the work; the audits come in the order of the articles."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.pipeline import audit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from claims.references import References
    from claims.types import Article, Audit

WORTH_A_PROCESS = 150_000
"""Characters of text that take about as long to audit as a process takes to start, several times over."""

_given: dict[str, Any] = {}


def audit_all(
    articles: Iterable[Article],
    references: References | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    processes: int = 1,
) -> Iterator[Audit]:
    """Audit articles one after the other, as `claims.audit` does.

    Parameters
    ----------
    articles : iterable of Article
        What to audit.
    references : References, optional
        The tables to check against; by default the embedded ones.
    texts : mapping of str to str, optional
        Speeches, statements, transcripts by name: quotations are checked word for word.
    processes : int
        How many processes share the work. A script that asks for more than one needs `if __name__ == "__main__":`.

    Yields
    ------
    Audit
        The audits, in the order of the articles, whatever the number of processes.

    Examples
    --------
    >>> import claims
    >>> articles = [claims.Article("The club sold 40 tickets."), claims.Article("It rained.")]
    >>> [audit.coverage["values"] for audit in audit_all(articles)]
    [1, 0]
    """
    if references is None:
        from claims.references import References

        references = References.embedded()
    if processes > 1:
        yield from _shared(list(articles), references, texts, processes)
    else:
        yield from (audit(article, references, texts=texts) for article in articles)


def processes_for(articles: Sequence[Article]) -> int:
    """Say how many processes are worth their start: one a core, fewer for little text."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, len(articles), sum(len(article.text) for article in articles) // WORTH_A_PROCESS))


def _shared(
    articles: list[Article], references: References, texts: Mapping[str, str] | None, processes: int
) -> Iterator[Audit]:
    import copyreg
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    copyreg.pickle(MappingProxyType, _mapping)  # tables hold some
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_start, initargs=(references.tables, texts)
    )
    try:
        yield from pool.map(_work, articles, chunksize=4)
    finally:
        pool.shutdown(cancel_futures=True)


def _mapping(proxy: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return _proxy, (dict(proxy),)


def _proxy(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


def _start(tables: tuple[Any, ...], texts: Mapping[str, str] | None) -> None:
    from claims.references import References

    _given.update(references=References(tables), texts=texts)


def _work(article: Article) -> Audit:
    return audit(article, _given["references"], texts=_given["texts"])
