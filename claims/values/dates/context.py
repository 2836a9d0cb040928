"""Where a date stands: the publication date, the tense of the clause, the dates read before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.values.dates.tense import tense

if TYPE_CHECKING:
    import datetime as dt
    from typing import Any

    from claims.values.draft import Draft
    from claims.values.scan import Scan

NO_DATE = "no publication date"
NEAR = 60
HISTORIC = 4
# Forms that speak from the day of publication; a history has hardly any.
NAMING = frozenset({"year", "ymd", "day", "month"})
SPOKEN_SHARE = 0.1
LAST_YEAR = ("unit", "year", -1)
STOPS = frozenset('.!?\n"“”')
SPOKEN = frozenset({"deictic", "unit", "the unit", "weekday", "ago", "span", "in"})


@dataclass(slots=True)
class Context:
    """Where a date stands: the publication date, the tense, the dates read before it."""

    scan: Scan
    published: dt.date | None
    draft: Draft
    latest: str = ""
    latest_day: dt.date | None = None
    year: int = 0
    year_at: int = 0
    historic: bool = False
    latest_at: int = -10_000
    day_at: int = -10_000
    told: dt.date | None = None
    told_at: int = -10_000
    opening: tuple[int, int] = (0, 0)
    """The year that opens a sentence, "In 2022", and the token where it stands."""
    events: dict[str, set[str]] = field(default_factory=dict)
    """The days of deaths and births that the text tells."""

    @property
    def tense(self) -> int:
        """Tell past from future around the date."""
        return tense(self.scan, self.draft.first, self.draft.stop)

    @property
    def that_year(self) -> int | None:
        """Give the year of the date before; "that year" is hardly the article's own where another was named near."""
        near = self.year and self.draft.first - self.year_at < 3 * NEAR
        year = int(self.latest[:4]) if self.latest[:4].isdecimal() else None
        return self.year if near and self.published and year == self.published.year else year

    def told_day(self, reach: int) -> dt.date | None:
        """Give the first day of the month or day told last, if it is no further back than so many tokens."""
        return self.told if self.draft.first - self.told_at < reach else None


def historic(drafts: list[Draft], published: dt.date | None) -> bool:
    """Tell a life or a history from news: most of the years it names are far from its publication."""
    dated = [draft.spec[0] for draft in drafts if draft.spec]
    if sum(form in SPOKEN for form in dated) > SPOKEN_SHARE * len(dated):
        return False
    years = [year for draft in drafts if (year := named_year(draft.spec))]
    if not published:
        return len(years) >= HISTORIC
    far = sum(abs(year - published.year) > 1 for year in years)
    return far >= HISTORIC and far >= 0.6 * len(years)


def named_year(spec: tuple[Any, ...]) -> int:
    """Give the year that a date itself names."""
    form = spec[0] if spec else ""
    if form in NAMING:
        return int(spec[1])
    if form in ("on weekday", "part", "range"):
        return named_year(spec[2])
    return 0


def anchor_year(context: Context) -> int:
    """Take the year named last in a text that tells of other years than that of its publication, else the opening."""
    if context.historic:
        elsewhere = "\n" in context.scan.words[context.year_at : context.draft.first]
        return 0 if context.published and (elsewhere or coming(context)) else context.year
    return _opened(context)


def coming(context: Context) -> bool:
    """Say whether a date is one that will be, whatever years a history tells of: "which will be 95 in May"."""
    first = context.draft.first
    before = reversed(context.scan.words[max(0, first - COMING_REACH) : first])
    return any(
        word == "will" or word.endswith(WILL)
        for word in takewhile(lambda word: word not in STOPS and word != ",", before)
    )


WILL, COMING_REACH = ("'ll", "’ll"), 6


def _opened(context: Context) -> int:
    """Give the year that opens the sentence of a date that is past: "In 2022 he left on June 18"."""
    year, at = context.opening
    between = context.scan.words[at : context.draft.first]
    return year if year and not STOPS & {*between} and context.tense <= 0 else 0


def opening_year(context: Context, draft: Draft) -> int:
    """Give the year of a sentence that opens with it, "In 2022 ...", "Last year ..."; 0 where it does not."""
    words, first = context.scan.words, draft.first
    if draft.spec == LAST_YEAR and context.published and (first == 0 or words[first - 1] in STOPS):
        return context.published.year - 1
    opens = draft.spec[0] == "year" and words[first - 1] == "in" and (first < 2 or words[first - 2] in STOPS)
    return named_year(draft.spec) if opens else 0
