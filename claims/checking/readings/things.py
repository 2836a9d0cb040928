"""What a number counts: by its own noun, by that of the whole ("three of the eight wards"), by the rows of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.query import Filter, same
from claims.checking.remembered import remembered
from claims.checking.selection import Selection
from claims.checking.sorts import same_sort
from claims.checking.words import ORGANISATION_WORDS, PERSON_WORDS, kinship, stem
from claims.values.lexicon import TIME_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Statement, Value

PLACES = frozenset(stem(w) for w in "state province region city town county country constituency district".split())
PEOPLE = frozenset(stem(w) for w in "person people man woman leader chief boss holder incumbent".split())
BODIES = frozenset(map(stem, ORGANISATION_WORDS))
_AGENTS = frozenset(map(stem, PERSON_WORDS)) - PEOPLE
OTHERS = frozenset(stem(w) for w in "other rival another competitor peer neighbour neighbor".split())
DEFINITE = frozenset("the all its their his her our these those both".split())
TOTALS = frozenset({"total", "totals", "grand total", "all", "overall", "sum"})
GOES_ON = frozenset("but and which who while whereas though although".split())
OPENING = frozenset({":", ";", "—", "–"})
FRONT, CLOSE = 12, 12  # characters: "of the other", and a noun before it
ALIKE = frozenset("aircraft spacecraft craft sheep fish deer series species staff offspring crossroads".split())
"""Nouns whose plural is no other word."""
ADDED = frozenset("only just another some about a further".split())
RELATIVE = frozenset({"which", "whom"})
WHATEVER = frozenset({"any", "no", "some"})
"""What makes words behind "of" tell how something is, and no whole: "six of any size"."""
OF_THEM = re.compile(r"(?:[\w-]+ ){1,4}of (?:them|these|those|which|whom)\b")
REST = frozenset({"rest", "remainder", "others"})
ONE_OF_SEVERAL = frozenset("the 's ’s his her its their our my".split())
LISTING = frozenset("have show list count record register know see suffer".split())
"""Verbs whose object is so many of what is spoken of."""
_OF = re.compile(r"Of [^,.;:()]{2,40}['’]s ")
TAKING_UP = frozenset({"it", "this", "that"})
SAID = 0.7  # from here on a noun names the rows
OF_A_SORT = 0.75  # it is another noun for such things
LEFT_OUT = 0.6  # what is counted is left out: "two of the eight", "three are open"
MOST_ROWS = 1000
CHAIN = 3  # sentences
BACK = 400  # characters
SURELY, BESIDE = 0.9, 0.5
OUTRIGHT = 0.9  # the noun is that of a table itself
AGAIN = 0.85  # it is told by a noun before, of some at least


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the rows, or the different names of a column, and how well the noun names it."""

    view: View
    column: str
    words: float


@remembered
def counted_token(desk: Desk) -> Token | None:
    """Give the noun that is counted: the number's own, or that of the whole which it is a part of."""
    context, value = desk.context, desk.value
    fronted = _fronted(desk)
    if (
        fronted is not None
        and fronted.pos_ == "NOUN"
        and not fronted.like_num
        and value
        and value.unit in ("", fronted.lemma_.lower())
    ):
        return fronted
    if context.noun_token is not None and not _taken_for_noun(desk, context.noun_token):
        return context.noun_token
    if own := [t for t in context.tokens if t.pos_ == "NOUN" and stem(t.text) in PEOPLE]:
        return own[-1]
    if (ordered := _ordered(desk)) is not None:
        return ordered
    whole = whole_of(desk)
    if whole is None:
        return _left_out(desk) or _spoken_of(desk)
    return None if whole.pos_ in ("NUM", "PRON", "DET") or whole.like_num or _owner(desk, whole) else whole


def _taken_for_noun(desk: Desk, token: Token) -> bool:
    """Say whether a verb looks like the noun of several to the parser: "six are electric, three run on steam"."""
    value = desk.value
    if value is None or not value.rule.endswith("elliptical"):
        return False
    return stem(token.text) not in {stem(word) for word in value.unit.split()}


def _ordered(desk: Desk) -> Token | None:
    """Give the noun that an ordinal leaves out: "its third ruling and the second with a fine".

    A pronoun takes up the subject of the sentence before: "The fire spread. It was the second of the year".
    """
    context, value = desk.context, desk.value
    if value is None or value.kind != "ordinal" or not ONE_OF_SEVERAL & {*context.before[:1]}:
        return None
    if value.unit:
        own = context.tokens[-1]
        return own if own.pos_ != "VERB" and own.lemma_.lower() not in {*TIME_UNITS, "time"} else None
    head = context.head
    subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
    if head.dep_ == "conj":
        noun: Token | None = head.head
    elif subject is not None and subject.lower_ in TAKING_UP:
        noun = _subject_before(desk)
    else:
        noun = subject
    if noun is None or noun.pos_ != "NOUN" or noun.i == head.i or _does(desk, noun):
        return None
    return noun if any(_named_by(desk, v, stem(noun.text))[0] >= AGAIN for v in desk.views) else None


def _subject_before(desk: Desk) -> Token | None:
    """Give the subject of the sentence before."""
    before = desk.context.document.line(*desk.context.sentence_before)
    return next((t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)


def _spoken_of(desk: Desk) -> Token | None:
    """Give the things that the sentence before is about, if so many are told of: "Fires are rare. There were two"."""
    value, head = desk.value, desk.context.head
    if value is None or value.kind not in ("count", "number") or value.unit or head.dep_ not in ("obj", "nsubj"):
        return None
    there = any(c.lower_ == "there" for c in (*head.children, *head.head.children))
    if there and (told := told_before(desk)) is not None:
        return _last_said(desk, told)
    if not (there or (head.dep_ == "obj" and head.head.lemma_ in LISTING)):
        return None
    noun = _subject_before(desk)
    return noun if noun is not None and _names_rows(desk, noun) else _rows_before(desk)


def _names_rows(desk: Desk, noun: Token) -> bool:
    """Say whether a noun is the very one for what the rows of some table are, of several: "fires are rare"."""
    if noun.tag_ != "NNS" or _does(desk, noun):
        return False
    return any(_named_by(desk, v, stem(noun.text))[0] >= OUTRIGHT for v in desk.views)


def _rows_before(desk: Desk) -> Token | None:
    """Give what was told of last that a table has rows of: "The floods cost more. Ashby has had three"."""
    context = desk.context
    before = context.document.line(max(0, desk.statement.start - BACK), desk.statement.start)
    return next((t for t in reversed(before) if _names_rows(desk, t)), None)


def _last_said(desk: Desk, told: Told) -> Token | None:
    """Give the noun that was counted before: "In 2022 there were five rulings. This year there have been two"."""
    before = desk.context.document.line(desk.context.sentence_before[0], desk.statement.start)
    return next((t for t in reversed(before) if t.pos_ == "NOUN" and stem(t.text) in told.nouns), None)


def _does(desk: Desk, noun: Token) -> bool:
    """Say whether a noun is somebody who has to do with what the tables have: a prisoner is no prison."""
    word = noun.lemma_.lower()
    own = {w for view in desk.views for c in view.names for w in view.columns[c].words}
    return word.endswith(("er", "or", "ist", "ee")) and word not in own


def _left_out(desk: Desk) -> Token | None:
    """Give the noun that stands with an earlier number alone: "Ashby has three mills, and the Birch has two"."""
    value, context = desk.value, desk.context
    if value is None or not context.tokens or not value.rule.endswith("elliptical") or DEFINITE & {*context.before[:1]}:
        return None
    counts = context.discourse.values_in((context.sentence[0], context.statement.start))
    unit = next((s.value.unit for s in reversed(counts) if s.value and s.value.kind == "count" and s.value.unit), "")
    first = context.tokens[0]
    before = first.doc[first.sent.start : first.i]
    noun = next((t for t in reversed(before) if t.pos_ == "NOUN" and stem(t.text) == stem(unit)), None)
    if noun is None and stem(value.unit) not in desk.tables.stems:
        noun = _rows_before(desk)  # the noun of a number before is of something that no table has: of pages
    return noun


@remembered
def told_before(desk: Desk) -> Told | None:
    """Give what a number without a noun goes back to: "There are ten mills. Six of them run on water"."""
    context = desk.context
    here, back = context.sentence[0], _told_from(desk)
    told = context.discourse.values_in((back, context.statement.start))
    counts = [s for s in told if s.value and s.value.kind == "count" and s.value.unit]
    near = [s for s in counts if s.start >= here and s.value and not _bare(s.value)] or counts
    own = [desk.value.unit] if desk.value and desk.value.unit else []
    near = counts if takes_up(desk) else near  # "them" may be any that were counted, of whatever unit the last was
    units = own if own and not takes_up(desk) else [*own, *(s.value.unit for s in near if s.value)]
    numbers = [s.value.amount for s in told if s.value and s.value.kind in ("count", "number")]
    amounts = frozenset(amount for amount in numbers if isinstance(amount, Decimal))
    return Told(frozenset(stem(unit.split()[-1]) for unit in units), amounts) if units else None


def _told_from(desk: Desk) -> int:
    """Say from where on a number may be gone back to: past sentences whose numbers have no noun themselves."""
    context = desk.context
    first, back = context.discourse.paragraph(context.statement.start)[0], context.sentence_before[0]
    for _ in range(CHAIN):
        told = [s.value for s in context.discourse.values_in((back, context.sentence[0])) if s.value]
        counts = [value for value in told if value.kind in ("count", "number")]
        if back <= first or not counts or any(value.unit and not _bare(value) for value in counts):
            break
        back = context.document.sentence(back - 2)[0]
    return back


def _bare(value: Value) -> bool:
    """Say whether a number has its unit from others before it alone."""
    return value.rule.endswith("elliptical") or value.text.lower().endswith(" them")


@dataclass(frozen=True, slots=True)
class Told:
    """The nouns of the numbers told before, any of which a number without one may take up, and those numbers."""

    nouns: frozenset[str]
    amounts: frozenset[Decimal]


def taken_up(desk: Desk, view: View) -> Counted:
    """Say how well a table tells of what a number without a noun goes back to, surest of all it has."""
    if number_of_all(desk) == size_of(view):
        return Counted(view, "", 0.9)
    told, unsaid = told_before(desk), Counted(view, view.entity if view.form else "", LEFT_OUT)
    if told is None:
        return unsaid
    words, column = _named_by_any(desk, view, told.nouns)
    if words < SAID:
        return replace(unsaid, words=0.0) if takes_up(desk) else unsaid
    return Counted(view, column, words if size_of(view) in told.amounts else min(words, AGAIN))


def _named_by_any(desk: Desk, view: View, nouns: frozenset[str]) -> tuple[float, str]:
    """Say how well one of several nouns names the rows of a table: "15 fires at ten mills. Six of them" are fires."""
    named = [_named_by(desk, view, noun) for noun in nouns]
    rows = [found for found in named if found[0] >= OUTRIGHT and not found[1]]
    return max(rows or named, default=(0.0, ""))


def rest_of_some(desk: Desk) -> bool:
    """Say whether the others are those beside some just counted: "46 came back, the 14 others gave up"."""
    before = desk.context.discourse.values_in((desk.context.sentence[0], desk.statement.start))
    counted_before = any(s.value is not None and s.value.kind in ("count", "number") for s in before)
    return counted_before and bool(REST & {t.lower_ for t in desk.context.tokens})


@remembered
def rows_told(desk: Desk) -> bool:
    """Say whether what a number counts is what the rows of some table are, by its noun or by one told before."""
    amount = desk.value.amount if desk.value else None
    if not isinstance(amount, Decimal) or amount > MOST_ROWS:
        return False
    if counted_token(desk) is not None:
        return any(counted(desk, view).words >= OUTRIGHT for view in desk.views)
    return takes_up(desk) and any(taken_up(desk, view).words >= AGAIN for view in desk.views)


def takes_up(desk: Desk) -> bool:
    """Say whether a number goes back to a noun for sure: "two of them", "eight are open, two closed"."""
    whole, value = whole_of(desk), desk.value
    again = whole is not None and (whole.pos_ in ("PRON", "DET") or whole.like_num)
    return again or (value is not None and bool(value.unit) and value.rule.endswith("elliptical"))


def number_of_whole(desk: Desk, view: View) -> Decimal | None:
    """Give the number of the whole, be it told before: 10 of "There are ten mills. Six of them run on water"."""
    said = number_of_all(desk)
    if said is not None or counted_token(desk) is not None:
        return said
    told, size = told_before(desk), Decimal(size_of(view))
    return size if told and size in told.amounts and taken_up(desk, view).words >= SAID else None


def _owner(desk: Desk, whole: Token) -> bool:
    """Say whether what a number is a part of is told by whose it is alone: "three of Lowry's are open"."""
    mention = desk.context.discourse.mention_at(whole)
    if mention is None or not mention.named:
        return False
    return whole.pos_ == "PROPN" or whole.nbor(1).lower_ in ("'s", "’s")


@remembered
def whole_of(desk: Desk) -> Token | None:
    """Give the head of what the number is a part of: "three of the eight wards", "of the 11 on the list, two"."""
    context = desk.context
    ends = dict.fromkeys((context.head, *context.tokens[-1:]))  # "all but one of the eight" is parsed apart
    for child in (c for token in ends for c in token.children):
        beside = {c.lower_ for c in child.children}
        if child.dep_ == "nmod" and child.i > context.head.i and "of" in beside and not WHATEVER & beside:
            return _before_a_verb(child) or child
    return _fronted(desk)


def _before_a_verb(noun: Token) -> Token | None:
    """Give the number before a verb that looks like its noun to the parser: "two of the five sit on the court"."""
    number = noun.nbor(-1) if noun.i else noun
    several = number.like_num and number.lower_ not in ("one", "1") and noun.tag_ == "NN" and noun.lower_ not in ALIKE
    return number if several and noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "ADP" else None


def _fronted(desk: Desk) -> Token | None:
    context = desk.context
    for other in reversed(context.discourse.values_in((context.sentence[0], context.statement.start))):
        tokens = context.document.line(other.start, other.end)
        first = tokens[0].i
        words = [t.lower_ for t in context.document.doc[max(0, first - 2) : first]]
        own = words[1:] in (["'s"], ["’s"]) and _OF.fullmatch(context.text, context.sentence[0], other.start)
        whole = len(words) == 2 and words[0] == "of" and words[1] in DEFINITE and _opens(desk, other, first - 3)
        if own or whole:  # "of the eight wards, two"; "of Elm's eight wards, two"
            return next((t for t in reversed(tokens) if t.pos_ == "NOUN"), tokens[-1])
    return None


def front_of(desk: Desk) -> bool:
    """Say whether the number is that of a whole which its part follows: "of the eight wards, three are full"."""
    before, first = desk.context.before, desk.context.tokens[0].i
    return before[1:2] == ["of"] and before[0] in DEFINITE and _opens(desk, desk.statement, first - 3)


def _opens(desk: Desk, whole: Statement, before: int) -> bool:
    """Say whether "of the eight" stands at the front of a sentence, or behind a colon or a semicolon in it."""
    context = desk.context
    return whole.start - context.sentence[0] < FRONT or context.document.doc[max(0, before)].text in OPENING


def number_of_all(desk: Desk) -> Decimal | None:
    """Give the number of the whole: 8 of "three of the eight"."""
    whole = whole_of(desk)
    for other in desk.context.discourse.values_in(desk.context.sentence) if whole is not None else ():
        inside = whole is not None and other.start <= whole.idx < other.end
        if (inside or _follows_of(desk, other)) and other.start != desk.statement.start:
            amount = other.value.amount if other.value else None
            return amount if isinstance(amount, Decimal) else None
    return None


def _follows_of(desk: Desk, whole: Statement) -> bool:
    """Say whether the words alone put a number behind "of the", whatever the parse: "four of the 14 lent less"."""
    return _of_the(desk.context.text[desk.statement.end : whole.start])


def _of_the(between: str) -> bool:
    words = between.lower().split()
    return len(words) == 2 and words[0] == "of" and words[1] in DEFINITE


def whole_before(desk: Desk) -> Decimal | None:
    """Give the whole of the part before that the number goes on from: "seven of the 14 rose, two have not moved"."""
    context = desk.context
    if whole_of(desk) is not None or DEFINITE & {*context.before[:1]}:
        return None
    told = context.discourse.values_in((context.sentence[0], context.statement.start))
    for part, whole in pairwise(told):
        if whole.value is not None and _of_the(context.text[part.end : whole.start]):
            return whole.value.amount if isinstance(whole.value.amount, Decimal) else None
    return None


def part_of_all(desk: Desk) -> bool:
    """Say whether the number is a part of all that there are, and not of "them"."""
    whole = whole_of(desk)
    return whole is not None and whole.pos_ not in ("PRON", "DET")


@remembered
def set_told(desk: Desk) -> str:
    """Give the noun of those that something is said to be one of: "of the three mills, Elm is the oldest"."""
    context = desk.context
    for other in context.discourse.values_in(context.sentence):
        if other.value is None or other.value.kind != "count" or not other.value.unit:
            continue
        behind = context.text[desk.statement.end : other.start].lower()
        before = context.text[context.sentence[0] : other.start].lower().split()
        front = len(before) == 2 and other.start < desk.statement.start
        close = desk.statement.end <= other.start and len(behind) < FRONT + CLOSE and not {",", ";"} & {*behind}
        if (front or close) and before[-2:-1] == ["of"] and before[-1] in DEFINITE:
            return stem(other.value.unit.split()[-1])
    return ""


def among(desk: Desk, views: Iterable[View]) -> list[View]:
    """Leave out the tables of other things than those that something is said to be one of, where one tells of these."""
    noun, every = set_told(desk), list(views)
    own = [view for view in every if noun and _named_by(desk, view, noun)[0] >= SAID]
    return own or every


@remembered
def one_of_things(desk: Desk) -> bool:
    """Say whether a superlative sets something apart from others of its kind: "the largest mill", "of the wards"."""
    last = desk.context.tokens[-1]
    near = [last.head, *(c for t in (last, last.head) for c in t.children if c.dep_ == "nmod")]
    nouns = ({stem(t.text) for t in near if t.pos_ == "NOUN"} | {set_told(desk)}) - {""}
    named = ((view, _named_by(desk, view, noun)) for view in desk.views if view.entity for noun in nouns)
    return any(words >= SAID and column in ("", view.entity) for view, (words, column) in named)


def all_of_them(desk: Desk) -> bool:
    """Say whether the number is that of all there are: "the eight wards", "all 14 years"."""
    before = desk.context.before
    return (
        bool(DEFINITE & {*before[:1]})
        or before[:1] in (["'s"], ["’s"])
        or (before[:1] == ["other"] and before[1:2] == ["the"])
    )


@remembered
def counted(desk: Desk, view: View) -> Counted:
    """Say how well the counted noun names what the rows of a table are, and by which column."""
    token = counted_token(desk)
    noun = stem(token.text) if token is not None else ""
    if not noun or (desk.context.outer and not _known(desk.context.outer, view)):
        return Counted(view, "", 0.0)
    words, column = _named_by(desk, view, noun)
    if token is not None and token.idx < desk.statement.start and (told := told_before(desk)) is not None:
        words, column = max((words, column), _named_by_any(desk, view, told.nouns), key=lambda found: not found[1])
    return Counted(view, column, words)


@remembered
def outright(desk: Desk) -> bool:
    """Say whether the counted noun is the very one of some table: of one akin to it nothing is counted then."""
    return any(counted(desk, view).words >= OUTRIGHT for view in desk.views)


@remembered
def _row_words(view: View) -> list[str]:
    """Give the stems of the words that name a table, the last of them its rows."""
    return [stem(w) for w in view.table.name.replace("_", " ").split()]


def _named_by(desk: Desk, view: View, noun: str) -> tuple[float, str]:
    """Say how well a noun names the rows of a table, and by which column."""
    rows = _row_words(view)
    own = max([kinship(noun, word) for word in rows], default=0.0)
    derived = noun not in rows and any(noun.startswith(word) for word in rows[:-1])
    if derived and own > kinship(noun, rows[-1]) and _tells_numbers(view):
        own *= BESIDE  # the rows of "council_results" are no councillors
    measured = {stem(word) for c in view.measures for word in view.columns[c].words[-1:]} if view.form else set()
    if any(kinship(noun, word) == 1.0 for word in measured):
        own = 0.0  # of "visitors" a table that has their numbers has no rows
    best = (0.9 * own, "")
    for column in view.names:
        words = view.columns[column].words
        if own == 1.0 and _tells_kinds(view, column) and (noun in rows or stem(words[-1]) != noun):
            continue  # of "medals" each row is one, whatever the kinds in its column "medal" are
        near = kinship(noun, stem(words[-1])) if words else 0.0
        if "place" in words and noun in PLACES:
            near = max(near, 0.8)
        if near > best[0] or (near == 1.0 and stem(words[-1]) == noun not in rows):
            best = (near, column)
    if noun in PEOPLE and view.person and best[0] < 0.85:
        best = (0.85, view.person)
    if _of_people(noun) and best[0] < 0.85 and (role := _role(desk, view)):
        best = (0.9, role)
    if noun in BODIES and best[0] < SAID and view.repeats and (role := _role(desk, view, people=False)):
        best = (SURELY, role)
    if noun in OTHERS and view.entity and best[0] < SAID:
        best = (SAID, view.entity)
    return best if best[0] >= SAID or noun in desk.tables.stems else max(best, _of_a_sort(view, noun))


@remembered
def _of_a_sort(view: View, noun: str) -> tuple[float, str]:
    """Say how well a noun that no table has names the rows of one: "two cheques" of a table of grants."""
    rows = stem(view.table.name.replace("_", " ").split()[-1])
    columns = (c for c in view.of_role("entity") if same_sort(noun, stem(view.columns[c].words[-1])))
    column = next(columns, "")
    return (OF_A_SORT, column) if column or same_sort(noun, rows) else (0.0, "")


@remembered
def _tells_kinds(view: View, column: str) -> bool:
    """Say whether the cells of a column tell of what kind a row is, as several may be, and not what it is about."""
    meaning = view.columns[column]
    return meaning.role == "category" or (meaning.role == "entity" and column != view.entity and not meaning.unique)


@remembered
def _tells_numbers(view: View) -> bool:
    """Say whether a table has several rows of a thing, with numbers of what there is of it."""
    return view.repeats and any(view.columns[c].kind == "number" for c in view.measures)


def _of_people(noun: str) -> bool:
    """Say whether a noun is one of people: "five men", "five riders"."""
    return noun in PEOPLE or noun in _AGENTS


def _role(desk: Desk, view: View, *, people: bool = True) -> str:
    """Name the column of people, or of bodies, whose word the clause says: the winner of "four clubs have won it"."""
    for column in view.names:
        words = view.columns[column].words
        said = bool(words) and any(kinship(stem(words[0]), s) == 1.0 for s in desk.context.clause_stems)
        if said and any(v in desk.index.persons for v in list(view.distinct(column))[:5]) == people:
            return column
    return ""


def _known(word: str, view: View) -> bool:
    words = {*view.name.split("_"), *(w for c in view.columns.values() for w in c.words)}
    return any(kinship(word, stem(w)) for w in words)


@remembered
def size_of(view: View) -> int:
    """Say how many things a table tells of: its rows, or the different names of the things that have several."""
    if view.repeats and view.entity:
        return len(list(view.distinct(view.entity)))
    return view.size - len(but_totals(view))


def alone(desk: Desk, view: View, column: str) -> Iterator[Selection]:
    """Yield the rows of each name close by that stands in a column, whatever else is named."""
    seen: set[str] = set()
    for binding in desk.context.bindings[:8]:
        name = binding.mention.best
        if binding.weight >= 0.5 and name not in seen and view.rows(column, name):
            seen.add(name)
            yield Selection(where=(same(view, column, name),), filled=((column, name),), subject=binding.weight)


def but_totals(view: View) -> tuple[Filter, ...]:
    """Leave out a last row that is the total of the others."""
    last = view.cells(view.entity)[view.size - 1] if view.entity and view.size > 2 else None
    summed = isinstance(last, str) and last.lower().strip() in TOTALS
    return (Filter(view.entity, "!=", last),) if summed else ()


@remembered
def stretch(desk: Desk) -> list[Token]:
    """Give the tokens of the clause between the semicolons, or a comma and what goes on behind it, by the number."""
    kept: list[Token] = []
    line = desk.context.line
    for token, after in zip(line, [*line[1:], None], strict=True):
        following = after.lower_ if after is not None else ""
        over = token.text in (";", ":") or (token.text == "," and following in GOES_ON) or _another(desk, token, after)
        if over and token.idx > desk.statement.start:
            break
        kept = [] if over else [*kept, token]
    return kept


def _another(desk: Desk, token: Token, after: Token | None) -> bool:
    """Say whether an "and" leads to another count, or to this one: "four are open and three closed, two ruined"."""
    if token.lower_ not in ("and", ",") or after is None:
        return False
    if token.text != "," and after.lower_ == "the" and after.nbor(1).lower_ in REST:
        return True
    if token.text == "," and after.pos_ == "ADP" and after.nbor(1).lower_ in RELATIVE:
        return True
    if token.text == "," and token.idx >= desk.statement.end and OF_THEM.match(desk.context.text, after.idx):
        return True
    while after.lower_ in ADDED and after.i + 1 < len(after.doc):
        after = after.nbor(1)
    return not desk.statement.start <= token.idx < desk.statement.end and any(
        v.start == after.idx and v.value is not None and v.value.kind in ("count", "number")
        for v in desk.context.discourse.values_in((after.idx, after.idx + 1))
    )
