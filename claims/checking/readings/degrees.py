"""Words of degree: which way a superlative or comparative points, and what the adjective measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking.agreement import EITHER
from claims.checking.circumstances import named_here
from claims.checking.officers import is_role
from claims.checking.readings.apiece import is_rate, ranked_for
from claims.checking.readings.fits import RANKS, takes_time
from claims.checking.readings.graded import meant, of_a_share, others_meant
from claims.checking.readings.measures import alike, weight
from claims.checking.readings.tenures import TENURE, served
from claims.checking.remembered import remembered
from claims.checking.tables import SINCE, STARTS
from claims.checking.totals import CONTESTS
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View

MOST, NAMED, NAMED_BY = 4, 0.85, 0.6
FILLED = frozenset({"full", "empty"})
SPEEDS = frozenset({"fast", "slow"})
GRADED = frozenset({"good", "bad"})
SCORED = frozenset(stem(w) for w in "win won victory medal trophy title point goal".split())
LOST = frozenset(stem(w) for w in "loss lost defeat penalty against conceded".split())
"""What is the better the more there is of it, and what the less."""
OTHER_END = {"min": "max", "max": "min"}
LENGTHS, TIMES = frozenset({"km", "m", "mi"}), frozenset({"s", "min", "h"})
SIZE = (
    "size capacity area hectare acre population employee staff seat enrolment passenger voter student pupil patient "
    "member bed room asset inmate resident inhabitant tonnage circulation turnover revenue"
)
# adjectives by what they measure: the stems of words that name such a column
MEASURED = {
    "tall": "height", "long": "length duration distance running page",
    "short": "length duration distance running height page",
    "busy": "passenger rider visitor attendance admission traffic visit",
    "rich": "asset wealth income fortune",
    "wealthy": "asset wealth income fortune", "dear": "price ticket cost fare fee",
    "cheap": "price ticket cost fare fee",
    "expensive": "price ticket cost fare fee budget", "costly": "cost budget price", "heavy": "weight mass",
    "deadly": "death homicide casualty kill", "high": "height altitude price", "fast": "speed time",
    "quick": "speed time", "slow": "speed time",
    "big": SIZE, "large": SIZE, "small": SIZE,
    "populous": "population", "deep": "depth", "shallow": "depth", "wide": "width", "hot": "temperature",
    "cold": "temperature",
    "wet": "rainfall rain precipitation", "dry": "rainfall rain precipitation", "close": "margin gap",
    "narrow": "margin gap", "mean": "against conceded", "steep": "climb gradient",
}  # fmt: skip
SMALL = frozenset(
    "few fewer small low short little less slow poor cold dry cheap narrow close mean thin light quiet weak near young "
    "new shallow".split()
)
PLAIN = frozenset("big large small high low few little less great good bad heavy".split()) | {""}
"""Adjectives that measure nothing by themselves: "the wealthiest member" is no matter of how many members."""
IRREGULAR = {
    "most": "", "more": "", "best": "good", "better": "good", "worst": "bad", "worse": "bad", "least": "less",
    "fewest": "few", "record": "", "peak": "", "meanest": "mean", "less": "less", "fewer": "few", "farthest": "long",
    "furthest": "long", "further": "long", "elder": "old", "eldest": "old", "latest": "new", "earliest": "old",
}  # fmt: skip
# words of a comparison with all others: "more than any", "nobody has more"
NOBODY = frozenset("nobody none nothing no-one no never nowhere".split())
ALONE = frozenset(
    "nobody none no-one nowhere any anyone anybody anywhere elsewhere other others else only ever never".split()
)
BEGUN = frozenset(
    stem(w) for w in "open build built found commission establish launch introduce create form complete begin start "
    "inaugurate erect begun".split()
)  # fmt: skip
DONE_FIRST = frozenset(
    stem(w)
    for w in "lit run published broadcast aired held issued printed played shown used flown sailed appeared "
    "made sold staged brewed".split()
)
AGE = frozenset({"age"})
PACES = frozenset("fast quick slow".split())
TAKEN_UP = STARTS | {SINCE}
IN_POST = 0.85
AGED = frozenset("old young new senior junior".split())
NOT_DEGREES = frozenset(
    "west east forest interest contest request guest test rest protest chest nest invest harvest arrest suggest "
    "other another either rather former latter number order member never over under after together altogether whether "
    "however whatever ever".split()
)


@dataclass(frozen=True, slots=True)
class Degree:
    """An adjective of degree: what it measures, which end it means, how surely, and how level two sides are with it."""

    word: str
    base: str
    level: str = ""
    turned: bool = False  # "not as long as" is shorter

    @property
    def dates(self) -> bool:
        """Say whether it compares ages or terms."""
        return self.base in AGED or "serving" in self.word or "standing" in self.word

    @property
    def compares(self) -> bool:
        """Say whether it is a comparative."""
        return bool(self.level) or self.word.endswith("er") or self.word in ("more", "less", "worse")

    @property
    def ends(self) -> tuple[tuple[str, float], ...]:
        """Give the ends of the scale that it may mean; good may be much or little."""
        if self.base in ("good", "bad"):
            high = (self.base == "good") != self.turned
            return (("max" if high else "min", 1.0), ("min" if high else "max", 0.8))
        return (("min" if (self.base in SMALL) != self.turned else "max", 1.0),)

    def hint(self, view: View, column: str) -> float:
        """Say how well the adjective alone names a measure."""
        wanted = MEASURED.get(self.base, "").split()
        own = [stem(w) for w in view.columns[column].words]
        if self.base in BODILY and view.columns[column].kind in ("money", "percent"):
            return 0.0
        if self.base in PACES and view.columns[column].kind == "duration":
            return 0.75
        return 0.75 if any(kinship(stem(w), o) >= 0.8 for w in wanted for o in own) else 0.0


def degree_in(words: list[str]) -> Degree | None:
    """Find the adjective of degree among words.

    >>> degree_in(["second", "shortest"]).word, degree_in(["busiest"]).base, degree_in(["the", "forest", "together"])
    ('shortest', 'busy', None)
    """
    for word in words:
        base = _base(word)
        if base is not None:
            return Degree(word, base)
    return None


LAST, TOP = Degree("last", "", turned=True), Degree("top", "")
PEAKS = {
    "low": Degree("lowest", "low"), "high": Degree("highest", "high"), "last": LAST, "foot": LAST, "bottom": LAST,
    "top": TOP,
}  # fmt: skip
MOVES = {
    degrees.RISES | degrees.RAISED | degrees.EXCEEDS | degrees.ABOVE | {"up", degrees.PAST}: Degree("more", ""),
    degrees.FALLS | degrees.LOWERED | degrees.TRAILS | degrees.BELOW | {"down"}: Degree("less", "less"),
    degrees.BETTERS: Degree("better", "good"),
    degrees.WORSENS: Degree("worse", "bad"),
}


AHEAD, BEHIND = Degree("ahead", ""), Degree("behind", "less")
BEFORE = {"ahead of": AHEAD, "behind": BEHIND}


def degree_of(desk: Desk) -> Degree | None:
    """Say what degree a statement without a value asserts: by its adjective, a comparison also by its verb."""
    kind = desk.statement.kind
    if kind == "comparison":
        return SERVED if _of_time_served(desk) else sense(desk.context.tokens)
    if desk.context.tokens[0].lower_ == "so":
        return equative(desk.context.tokens)
    doers = _doers(desk.context.tokens)
    words = [word for word in own_words(desk) if word not in doers] or [""]
    if kind == "superlative" and words == ["longest"] and _in_a_post(desk):
        return SERVED
    return PEAKS.get(words[0]) or degree_in(words) if kind == "superlative" else degree_in(words)


def _doers(tokens: Iterable[Token]) -> frozenset[str]:
    """Give the nouns that only look like comparatives: "the runner of the year" is no "higher"."""
    return frozenset(t.lower_ for t in tokens if t.lower_.endswith("er") and t.pos_ in ("NOUN", "PROPN"))


def _in_a_post(desk: Desk) -> bool:
    """Say whether what is longest is a time served: "the longest in office", "has served longest"."""
    if desk.context.tokens[0].i and stem(desk.context.tokens[0].nbor(-1).text) in SERVING:
        return True
    after = [word for word in desk.context.after[:4] if word not in ("the", "serving")]
    return after[:1] == ["in"] and bool(POSTED & {*after[1:3]})


SERVING = frozenset(stem(w) for w in "served serving serve reigned ruled governed presided".split())
LASTED = frozenset(stem(w) for w in "lasted last stayed stay".split())
POSTED = frozenset("office service post job charge power position role".split())
SERVED = Degree("longest-serving", "long")


def _of_time_served(desk: Desk) -> bool:
    """Say whether "longer" is of time in a post: "has run it since 1995, longer than any", not "a longer bridge"."""
    longer = next((t for t in desk.context.tokens if t.lower_ == "longer"), None)
    return longer is not None and longer_served(desk, longer)


def longer_served(desk: Desk, longer: Token) -> bool:
    """Say whether a "longer" is one of time in a post, as its verb or what was told before it says."""
    if longer.dep_ == "amod" and longer.head.pos_ == "NOUN":
        return False
    being = any(c.dep_ == "cop" for c in longer.children)
    if being and not any(c.lower_ in ("which", "that") for c in longer.children):  # "the bridge is longer"
        return False
    if longer.i and stem(longer.nbor(-1).text) in SERVING | LASTED:
        return bool(desk.context.tokens)
    return served(desk.context) >= IN_POST or bool(TENURE & desk.context.sentence_stems)


def of_a_move(desk: Desk) -> bool:
    """Say whether a superlative is that of a move: "grew fastest", "the biggest drop", not "had the most"."""
    first, last = desk.context.tokens[0], desk.context.tokens[-1]
    noun = last.head if last.dep_ == "amod" and last.head.i > last.i else last
    moved = noun.lemma_.lower() in degrees.MOVES_NAMED and noun.pos_ == "NOUN"
    return moved or (first.i > 0 and first.nbor(-1).lemma_.lower() in MOVING) or _paced(desk)


MOVING = degrees.RISES | degrees.FALLS | degrees.BETTERS | degrees.WORSENS | {"change", "develop"}


def _paced(desk: Desk) -> bool:
    """Say whether something is said to move fast or slowly: "nobody lost readers faster than", not "ran faster"."""
    degree, verb = equative(desk.context.tokens) or degree_in(own_words(desk)), desk.context.verb
    moves = MOVING | {"lose", "gain", "shed", "add"}
    return degree is not None and degree.base in PACES and verb is not None and verb.lemma_.lower() in moves


def sense(tokens: Sequence[Token]) -> Degree | None:
    """Say which way a comparison points, by its verb, its place on a scale or its adjective of degree."""
    if equal := equative(tokens):
        return equal
    if len(tokens) < 3 and (place := BEFORE.get(" ".join(t.lower_ for t in tokens))):
        return place
    words = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    if tokens[0].lemma_.lower() in degrees.GAINED | degrees.SHED:  # "gained listeners"
        return Degree("more", "") if tokens[0].lemma_.lower() in degrees.GAINED else Degree("less", "less")
    moved = next((degree for cues, degree in MOVES.items() if cues & words), None)
    return moved or degree_in([t.lower_ for t in tokens if t.lower_ != "than"])


def equative(tokens: Sequence[Token]) -> Degree | None:
    """Say what is as much as something else: "as long as", "not as many as", "the same age as", "never so low"."""
    first, word = tokens[0], tokens[-1].lower_
    if len(tokens) != 2 or first.lower_ not in ("as", "so", "same"):
        return None
    base = NOUNS.get(word, "") if first.lower_ == "same" else "" if word in AMOUNTS else word
    near = first.doc[max(0, first.i - 2) : first.i]
    how = next((LEVELS[t.lower_] for t in near if t.lower_ in LEVELS), "level")
    if first.lower_ == "so":
        return Degree(f"so {word}", base)
    turned = first.lower_ == "as" and degrees.denied(first)
    return Degree(f"{first.lower_} {word}", base, "" if turned else how, turned)


AMOUNTS = frozenset("many much often".split())
NOUNS = {"age": "old", "length": "long", "height": "tall", "width": "wide", "depth": "deep", "size": "big"}
LEVELS = {
    **dict.fromkeys("nearly almost practically virtually".split(), "nearly"),
    **dict.fromkeys("about roughly around broadly approximately".split(), "about"),
    **dict.fromkeys("exactly just precisely".split(), "exactly"),
}
SUMMED = frozenset("together combined".split())
NEAR = 5  # words behind a comparative that tell with what it compares


def among_all(desk: Desk) -> bool:
    """Say whether a comparison is one with all others: "more than any", "no other has more", "nobody has more"."""
    context = desk.context
    before = {t.lower_ for t in context.line if t.idx < desk.statement.start}
    behind = context.document.words(desk.statement.end, context.sentence[1])
    own = {t.lower_ for t in context.tokens} | ({*behind[:NEAR]} if "than" in behind[:NEAR] else set())
    others = ALONE & own or beyond(desk)
    alone = others and not SUMMED & {*behind}  # "more than any", but not "more than all others together"
    if equative(context.tokens):
        return bool(NOBODY & before)
    return degree_in(own_words(desk)) is not None and bool(alone or NOBODY & before)


BEYOND = re.compile(
    r"[^,;:]{0,80}?\bthan (?:(?:in|on|at|for|during|by|with|under|from|of) )?"
    r"(?P<other>any(?:one|body|thing|where)?|ever|everyone|elsewhere)\b"
)


def beyond(desk: Desk) -> re.Match[str] | None:
    """Find what says that something is more than all others: "than in any other year"."""
    return BEYOND.match(desk.context.text, desk.statement.start, desk.context.sentence[1])


def of_times(desk: Desk) -> bool:
    """Say whether a comparison with all others is one of times: "than in any year", "than ever", "on any occasion"."""
    found = beyond(desk) if desk.statement.kind == "comparison" else None
    if found is None:
        return False
    after = desk.context.text[found.end() : desk.context.sentence[1]].lower().replace(",", " ,").rstrip(".").split()[:5]
    return found["other"] == "ever" or bool(WHENS & {*after})


WHENS = frozenset("year years month months week day season seasons occasion time quarter decade edition".split())


@lru_cache(maxsize=10_000)
def _base(word: str) -> str | None:
    if word in IRREGULAR:
        return IRREGULAR[word]
    first = word.split("-")[-1] if word.split("-")[0] in ("second", "third", "fourth") else word.split("-")[0]
    for ending in ("est", "er"):
        if len(first) > len(ending) + 2 and first.endswith(ending) and first not in NOT_DEGREES:
            return _plain(first[: -len(ending)])
    return None


def _plain(root: str) -> str:
    """Undo the spelling of an ending: "busi" is busy, "bigg" is big, "larg" is large."""
    if root.endswith("i"):
        return root[:-1] + "y"
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls":
        return root[:-1]
    return root if root in MEASURED or root in SMALL or root in AGED or root + "e" not in MEASURED else root + "e"


def fitted(desk: Desk, view: View, column: str, degree: Degree) -> float:
    """Say how well a measure fits an adjective: by words, by the adjective, by a figure close by."""
    told = degree.base not in PLAIN and degree.hint(view, column) > 0.0
    if not _alone_meant(desk, view, column, degree) or (others_meant(desk, view, column) and not told):
        return 0.0
    said = NAMED if degree.base in PLAIN and meant(desk, view, column) else 0.0
    return max(said, weight(desk, view, column), desk.words(view, column), degree.hint(view, column))


def _alone_meant(desk: Desk, view: View, column: str, degree: Degree) -> bool:
    """Say whether a measure may be meant by itself: not for speeds, for what is full, or for so much for each."""
    meaning = view.columns[column]
    if degree.base in SPEEDS and any(column in pair for pair in moving(view)):
        return False
    if degree.base in FILLED and meaning.kind != "percent":
        return False
    if degree.base in GRADED and " + " in column and CONTESTS & {stem(w) for w in meaning.words}:
        return False  # what was won and what was lost together tells how much was played, not how well
    if meaning.kind != "percent" and of_a_share(desk):
        return False
    apiece = ranked_for(desk)
    return apiece is None or is_rate(apiece, view, column)


def suits(desk: Desk, view: View, column: str, degree: Degree) -> bool:
    """Say whether an adjective is surely one of a measure: what is taller has no more cranes, and no higher costs."""
    if degree.base in PLAIN or degree.base not in MEASURED or meant(desk, view, column):
        return True
    said = degree.base in BODILY or desk.words(view, column) >= HALF_SAID
    return said and degree.hint(view, column) > 0


BODILY, HALF_SAID = frozenset("tall long short deep shallow wide heavy hot cold wet dry".split()), 0.5


def columns(desk: Desk, view: View, degree: Degree) -> list[tuple[str, float]]:
    """Give the columns that an adjective may rank by, each with how well it fits."""
    aged = [c for c in view.measures if degree.base in AGED and AGE & set(stems_of(c)) and len(alike(view, c)) < 2]
    if aged:
        return [(c, 0.85) for c in aged[:MOST]]
    if degree.dates and view.form:
        return []
    if degree.dates:
        dates = [c for c in view.of_role("date", "from", "year") if c not in (view.died, view.year) and begun(view, c)]
        serving = "serving" in degree.word or "standing" in degree.word
        started = [c for c in view.of_role("date", "year") if _taken_up(view, c)]
        wanted = [view.start or next(iter(started), "")] if serving else [*([view.born] if view.born else []), *dates]
        return [(c, 0.85) for c in dict.fromkeys(wanted) if c]
    last: dict[tuple[str, ...], str] = {}
    for column in view.measures:
        if not (degree.base in PACES and view.columns[column].unit in LENGTHS):  # what is quick is not long
            last[tuple(alike(view, column)) or (column,)] = column
    found = [(_of_year(desk, view, key), fitted(desk, view, column, degree)) for key, column in last.items()]
    least = NAMED_BY if degree in (LAST, TOP) else 0.3  # by what somebody is last has to be said
    return sorted(((c, f) for c, f in found if f >= least), key=lambda f: -f[1])[:MOST]


@remembered
def moving(view: View) -> list[tuple[str, str]]:
    """Give the one length of a table with the times that it has for it: their quotient is a speed, neither alone."""
    lengths = [c for c in view.measures if view.columns[c].unit in LENGTHS]
    lasting = [c for c in view.measures if view.columns[c].unit in TIMES]
    return [(lengths[0], c) for c in lasting] if len(lengths) == 1 else []


def begun(view: View, column: str) -> bool:
    """Say whether a date tells since when a thing has been there: "opened", "first_lit"."""
    said = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    return bool(BEGUN & said) or ("first" in said and not DONE_FIRST.isdisjoint(said))


def key_of(view: View, selection: Selection, column: str = "") -> str:
    """Name the column of what rows are chosen by: whose birth it is, the thing itself, else the first that is named."""
    if column and column == view.born and selection.value_of(view.person):
        return view.person
    return view.entity if selection.value_of(view.entity) else next(iter(dict(selection.filled)), "")


def tells_age(desk: Desk, view: View, column: str, selection: Selection, degree: Degree) -> bool:
    """Say whether a day tells how old what is named is: a coach's birth does not say so of the club."""
    key = key_of(view, selection, column)
    if degree.base not in AGED or column not in view.of_role("date", "from", "year"):
        return True
    if column == view.born:
        return view.person in ("", key) and _spoken_of(desk, selection.value_of(key))
    if key in ("", view.entity) and key != view.person:
        return True
    somebody = any(v.person and v.rows(v.person, selection.value_of(key)) for v in desk.views)
    return key != view.person and view.columns[key].unique and not somebody


def _spoken_of(desk: Desk, person: str) -> bool:
    """Say whether somebody is named or called by a role, and not only what he is at: "the youngest tower"."""
    return person in named_here(desk) or any(is_role(token) for token in desk.context.line)


def _taken_up(view: View, column: str) -> bool:
    """Say whether a date tells since when somebody has been in office: "first_elected"."""
    return bool(TAKEN_UP & {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)})


def _of_year(desk: Desk, view: View, columns: tuple[str, ...]) -> str:
    """Choose the column of the year that is spoken of, else the last that is over."""
    if len(columns) == 1:
        return columns[0]
    stated = [w.year for w in desk.context.times if w.role == "at" and w.weight >= 0.85]
    published = desk.context.published
    past = [c for c in columns if not published or (view.columns[c].year or 0) <= published.year] or list(columns)
    return next((c for c in columns if view.columns[c].year in stated), past[-1])


def ends(degree: Degree, view: View, column: str) -> tuple[tuple[str, float], ...]:
    """Give the ends of a scale; of dates the oldest is the first, of times the fastest and the best is the least."""
    if degree in (LAST, TOP, AHEAD, BEHIND) and _of_places(view, column):
        return (("max" if degree in (LAST, BEHIND) else "min", 1.0),)
    if degree.turned:
        return tuple((OTHER_END[end], sure) for end, sure in ends(replace(degree, turned=False), view, column))
    if degree.base in TIMED and takes_time(view.columns[column]):
        either = degree.base in ("good", "bad") and EITHER in view.columns[column].unit
        return (TIMED[degree.base], (degree.ends[0][0], 0.8)) if either else (TIMED[degree.base],)
    if degree.base in GRADED and (SCORED | LOST) & set(stems_of(column)):
        best = "min" if LOST & set(stems_of(column)) else "max"
        return ((best if degree.base == "good" else OTHER_END[best], 1.0),)
    if not degree.dates or AGE & set(stems_of(column)):
        return degree.ends
    late = degree.base in ("young", "new", "junior") or (degree.base == "short" and "serving" in degree.word)
    return (("max" if late else "min", 1.0),)


def _of_places(view: View, column: str) -> bool:
    """Say whether a measure is a place, the first of which is the best."""
    meaning = view.columns[column]
    return not (RANKS | {"pos"}).isdisjoint(stem(w) for w in (column, *meaning.words, *meaning.forms))


TIMED = {base: ("max" if base in ("slow", "bad") else "min", 1.0) for base in "fast quick slow good bad".split()}
"""Which end of how long something took an adjective means; marks that are distances have their best at the other."""


def own_words(desk: Desk) -> list[str]:
    """Give the words of the anchor as they are written, with their hyphens: "longest-serving"."""
    return [word for word in desk.statement.quote.lower().split() if word != "than"]


def ranks_by_degree(desk: Desk) -> bool:
    """Say whether an ordinal is one of degree, "the second-longest bridge", and numbers no things that followed."""
    degree = degree_in(own_words(desk)) if desk.statement.kind == "ordinal" else None
    return degree is not None and not degree.compares


def around(desk: Desk) -> list[str]:
    """Give the words of the anchor, what a hyphen joins in one, and the three behind it."""
    joined = "".join(t.lower_ + t.whitespace_ for t in desk.context.tokens).split()
    following = desk.context.document.line(desk.context.tokens[0].idx, desk.context.sentence[1])
    doers = _doers(following[: len(joined) + 3])
    return [word for word in (*joined, *desk.context.after[:3]) if word not in doers]
