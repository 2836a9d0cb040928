"""Many articles: the same audits in the same order, however many processes share the work."""

from __future__ import annotations

import itertools
import multiprocessing

import pandas as pd

import claims
from claims import corpus

ARTICLES = [claims.Article(f"Elm Books sold {n} copies. Oak Books sold 9.") for n in range(1, 7)]


def test_processes():
    """Two processes give what one gives, against tables handed over and with texts; who stops leaves none behind."""

    shops = pd.DataFrame({"shop": ["Elm Books", "Oak Books"], "sold": [3, 9]})
    tables = claims.References.from_frames({"shops": shops})
    texts = {"speech": "Nothing was said."}
    alone, shared = (corpus.audit_all(ARTICLES, tables, texts=texts, processes=n) for n in (1, 2))
    first = list(itertools.islice(shared, 5))
    shared.close()

    assert first == list(alone)[:5]
    labels = [next(s.verdict.label for s in audit.statements if s.value) for audit in first]
    assert [label == "supported" for label in labels] == [False, False, True, False, False]
    assert multiprocessing.active_children() == []


def test_how_many(monkeypatch):
    """A process a core for much text, one for little; never more than articles."""

    monkeypatch.setattr(corpus.os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    long = claims.Article("x" * corpus.WORTH_A_PROCESS)

    assert [corpus.processes_for(some) for some in ([], ARTICLES, [long] * 3, [long] * 20)] == [1, 1, 3, 8]
