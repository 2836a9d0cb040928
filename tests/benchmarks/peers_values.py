# /// script
# requires-python = ">=3.11"
# dependencies = ["recognizers-text-suite", "emoji<2", "dateparser", "quantulum3", "claims"]
# ///
"""Time `claims.find_values` against its peers on the same articles, one process, one core, side by side.

    python tests/benchmarks/peers_values.py ARTICLES.jsonl [--limit N]

ARTICLES.jsonl has a `text` (and a `dct` or `published` date) on each line. The peers are no dependency of `claims`:
install them into an environment of their own. The figure is words per CPU second, of the best pass of a few; each tool
is warmed up on one article first, so that start-up does not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import pathlib
import time
from collections.abc import Callable, Iterable

# Other work on the machine only ever slows a pass: the best of a few counts, of tools that are quick.
PASSES, ENOUGH = 20, 3.0
Article = tuple[str, dt.date]
Reader = Callable[[str, dt.date], object]


def _claims() -> Reader:
    import claims

    return lambda text, day: claims.find_values(claims.Article(text, published=day))


def _recognizers() -> Reader:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    numeric = (
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
        recognize_age,
        recognize_currency,
        recognize_dimension,
    )

    def read(text: str, day: dt.date) -> object:
        found = [r for recognize in numeric for r in recognize(text, "en-us")]
        return found + recognize_datetime(text, "en-us", reference=dt.datetime.combine(day, dt.time()))

    return read


def _dateparser(languages: list[str] | None) -> Reader:
    from dateparser.search import search_dates

    return lambda text, day: search_dates(
        text, languages=languages, settings={"RELATIVE_BASE": dt.datetime.combine(day, dt.time())}
    )


def _quantulum() -> Reader:
    from quantulum3 import parser

    return lambda text, _: parser.parse(text)


PEERS: dict[str, Callable[[], Reader]] = {
    "claims": _claims,
    "recognizers-text": _recognizers,
    "dateparser search": lambda: _dateparser(None),
    "the same, English": lambda: _dateparser(["en"]),
    "quantulum3": _quantulum,
}


def _articles(path: pathlib.Path, limit: int) -> list[Article]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:limit]]
    return [(r["text"], dt.date.fromisoformat((r.get("published") or r.get("dct") or "2020-01-01")[:10])) for r in rows]


def _speed(read: Reader, articles: Iterable[Article]) -> tuple[float, int]:
    """Give the words per CPU second of the best pass, and how many articles the tool failed on."""
    passes = [_pass(read, articles)]
    while len(passes) < PASSES and sum(seconds for _, seconds, _ in passes) < ENOUGH:
        passes.append(_pass(read, articles))
    return max(words / seconds for words, seconds, _ in passes), passes[0][2]


def _pass(read: Reader, articles: Iterable[Article]) -> tuple[int, float, int]:
    words, failed, start = 0, 0, time.process_time()
    for text, day in articles:
        words += len(text.split())
        try:
            read(text, day)
        except Exception:
            failed += 1
    return words, time.process_time() - start, failed


def main() -> None:
    """Print one line a tool."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("articles", type=pathlib.Path)
    options.add_argument("--limit", type=int, default=10)
    given = options.parse_args()
    articles = _articles(given.articles, given.limit)
    ours = 0.0
    for name, make in PEERS.items():
        try:
            read = make()
        except ImportError as error:
            print(f"{name:20} not installed: {error}")
            continue
        _speed(read, articles[:1])
        speed, failed = _speed(read, articles)
        ours = ours or speed
        print(f"{name:20} {speed:10.0f} words/s   claims is {ours / speed:6.1f} times as fast   failed on {failed}")


if __name__ == "__main__":
    main()
