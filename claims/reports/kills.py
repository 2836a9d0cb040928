"""What an audit caught of the errors put into its article: the score by kind, then the survivors."""

from __future__ import annotations

import json
from dataclasses import asdict
from textwrap import fill
from typing import TYPE_CHECKING

from claims.mutation import OUTCOMES, tallies
from claims.places import Places
from claims.reports.plain import line, shorten
from claims.reports.summary import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.mutation import Mutant
    from claims.types import Article

NOW = {"unsupported": "no longer supported", "missed": "not noticed"}


def render(article: Article, mutants: tuple[Mutant, ...], *, width: int = 100) -> str:
    """Give the score as text, its denominators printed.

    Examples
    --------
    >>> from claims.types import Article
    >>> print(render(Article("A calm day."), ()), end="")
    A calm day.
    no error could be made: the article has no supported statement and no attribution that can go
    """
    rows = [title(article), *(_score(mutants) if mutants else [NOTHING])]
    survivors = [mutant for mutant in mutants if mutant.outcome != "caught"]
    rows += ["", f"survivors ({len(survivors)})"] if survivors else []
    places = Places(article)
    for mutant in survivors:
        rows.append(fill(_survivor(mutant, places), width, initial_indent="  ", subsequent_indent="    "))
    return "\n".join(rows) + "\n"


NOTHING = "no error could be made: the article has no supported statement and no attribution that can go"


def to_json(article: Article, mutants: tuple[Mutant, ...], seed: int) -> str:
    """Give the errors and the score as JSON."""
    score = {t.kind: {name: getattr(t, name) for name in OUTCOMES} | {"of": t.made} for t in tallies(mutants)}
    report = {
        "schema": "claims-mutants/1",
        "article": {"id": article.id, "sha256": article.sha256},
        "seed": seed,
        "score": score,
        "mutants": [asdict(mutant) for mutant in mutants],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _score(mutants: tuple[Mutant, ...]) -> Iterator[str]:
    counted = tallies(mutants)
    yield f"{sum(t.caught for t in counted)} of {sum(t.made for t in counted)} errors caught"
    yield ""
    yield f"{'kind':<12}{'caught':>8}{'no longer supported':>21}{'not noticed':>13}{'of':>5}"
    for t in counted:
        yield f"{t.kind:<12}{t.caught:>8}{t.unsupported:>21}{t.missed:>13}{t.made:>5}"


def _survivor(mutant: Mutant, places: Places) -> str:
    put = f"“{shorten(line(mutant.after), 60)}”" if mutant.after else "nothing"
    at = places.part(mutant.start) or f"line {places.at(mutant.start)[0]}"
    told = shorten(line(mutant.explanation), 160)
    return (
        f"{mutant.kind}, {at}: {put} for “{shorten(line(mutant.before), 60)}” in {mutant.statement} "
        f"“{shorten(line(mutant.quote), 60)}”: {NOW[mutant.outcome]}; {told}"
    )
