"""Cut a paragraph into sentences, from the word before a stop and the word after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.types import Span

LONGEST = 2000
"""Characters of a sentence; what runs on longer is cut at a comma or a space."""

_STOP = re.compile(r"[.!?\u2026](?:[.!?\u2026]| (?=\.))*")
_WORD = re.compile(r"\w*")
_WORD_BEFORE = re.compile(r"[^\s\"'\u201c\u2018\u00ab(\[{`\u2013\u2014/]*\Z")
_NAME_THEN_WORD = re.compile(r"\s*(?:[A-Z][\w.'\u2019-]*\s+){1,4}([a-z]+)")
_NOTE = re.compile(r"\[\w{1,3}\]")
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_CLOSERS = ")]}\u201d\u00bb" + _INVISIBLE
_NEXT = re.compile(rf"[\s\"'\u201c\u201d\u2018\u2019\u00ab\u00bb(\[{{`{_INVISIBLE}]*")
_MARKS = frozenset("\"'\u201d\u2019\u00bb")
_QUOTES = ('"', "\u201c", "``", "\u00ab")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")

_ATTACHED = frozenset(  # stand before a name, never at the end of a sentence
    """mr mrs ms mx messrs mme mlle dr prof sh smt shri sri gen col maj brig capt cpt cmdr lt sgt cpl pvt adm sen rep
    reps sens gov pres hon rev fr msgr supt insp asst assoc st mt vs v cf viz e.g i.e approx ca""".split()
)
_NUMBERED = frozenset(  # belong to a number that follows
    """no nos vol vols pp p art arts sec fig figs ch para rs reg cl ss op est jan feb mar apr jun jul aug sep sept oct
    nov dec""".split()
)
_CLOCK = frozenset("a.m p.m am pm".split())
_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december est edt cst cdt mst mdt pst pdt gmt utc bst ist cet cest et ct pt
    eastern central pacific mountain local""".split()
)
_SHORT = frozenset(  # may end a sentence: then a word follows that opens one
    """inc co corp ltd llc plc bros jr sr esq etc ph.d dept univ assn govt natl intl ave blvd rd sq al ft ala ariz ark
    calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn
    tex va vt wash wis wyo""".split()
)
_OPENERS = frozenset(
    """a an the this that these those he she it they we i you his her its their our my your there here in on at by for
    from to of with without under over after before since until during despite among between within when while
    if as because although though but and or nor so yet however meanwhile moreover also still then now later
    earlier once both each every some many most all no not none nobody few several one two three another other
    others only even what who whom whose which why how where asked according last next such today yesterday
    tomorrow instead indeed according""".split()
)
_SAYING = frozenset(
    """said says asked asks added adds told tells wrote writes tweeted shouted cried replied answered wondered joked
    quipped exclaimed demanded recalled declared posted yelled""".split()
)


def cut_sentences(text: str, paragraph: Span, closing: set[int]) -> Iterator[Span]:
    """Give the sentences of a paragraph; `closing` are the characters that close quotations."""
    start, end = paragraph
    begin = start
    for stop in _STOP.finditer(text, start, end):
        after = _with_closers(text, stop.end(), end, closing)
        if after < end and _ends(text, begin, stop.start(), stop.end(), after, end):
            yield from _bounded(text, begin, after)
            begin = after
    yield from _bounded(text, begin, end)


def _with_closers(text: str, at: int, end: int, closing: set[int]) -> int:
    """Step over the marks, brackets, note numbers and invisible signs that close what the stop stands in."""
    while at < end:
        if text[at] in _CLOSERS or _closing_mark(text, at, end, closing):
            at += 1
        elif note := _matched(_NOTE, text, at, end):
            at += len(note)
        else:
            break
    return at


def _closing_mark(text: str, at: int, end: int, closing: set[int]) -> bool:
    """Tell a mark that closes a quotation, or the space before it in French and in tokenised text."""
    if text[at] in " \u00a0\u202f":
        at += 1
    return at < end and text[at] in _MARKS and (at in closing or at + 1 in closing)


def _ends(text: str, begin: int, at: int, stop: int, after: int, end: int) -> bool:
    """Decide whether the stop at `at` ends a sentence, from the word before and the word after."""
    if not text[after].isspace():
        return _glued(text, at, stop, after, end)
    follows = after + len(_matched(_NEXT, text, after, end))
    if follows >= end:
        return False
    word = _matched(_WORD, text, follows, min(end, follows + 30))
    if _goes_on(text[follows], word):
        return False
    if text[stop - 1] == "." and stop - at == 1:
        before = _WORD_BEFORE.findall(text[max(begin, at - 30) : at])[0]
        quoted = after > stop or text[after:follows].lstrip().startswith(_QUOTES)
        return _full_stop(before, word, quoted, stripped(text, begin, at)[0] + len(before) == at)
    return after == stop or not _says(text, after)


def _matched(pattern: re.Pattern[str], text: str, at: int, end: int) -> str:
    found = pattern.match(text, at, end)
    return found.group() if found else ""


def _goes_on(char: str, word: str) -> bool:
    """Tell a continuation: lower case (but not a name like iPhone), a dash, a comma."""
    if char.islower():
        return not (len(word) > 2 and any(c.isupper() for c in word[1:3]))
    return char in ",;:-\u2013\u2014&%"


def _full_stop(before: str, word: str, quoted: bool, first: bool) -> bool:
    key, follower = before.lower().rstrip("."), word.lower()
    if first and len(before) <= 3 and (before.isdigit() or len(before) == 1):
        return False  # the number or letter of a list
    if len(before) == 1 and before.isupper():
        return quoted or follower in _OPENERS
    if key in _ATTACHED:
        return False
    if key in _NUMBERED:
        return not word[:1].isdigit()
    if key in _CLOCK:
        return follower not in _AFTER_CLOCK
    if key in _SHORT or _DOTTED.search(before):
        return quoted or follower in _OPENERS
    return True


def _says(text: str, after: int) -> bool:
    """Tell whether a name and a verb of saying follow: the quotation's own sentence goes on."""
    found = _NAME_THEN_WORD.match(text, after, min(len(text), after + 120))
    return found is not None and found.group(1) in _SAYING


def _glued(text: str, at: int, stop: int, after: int, end: int) -> bool:
    """Split "declined.We" and "ended.[1] Then", not "Booking.com", "3.5" or "U.S.-led"."""
    ahead = text[after : min(end, after + 2)]
    behind = text[max(0, at - 3) : at]
    return (
        stop - at == 1
        and len(behind) == 3
        and behind.islower()
        and behind.isalpha()
        and ahead[:1].isupper()
        and ahead[1:].islower()
    )


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Trim a sentence; cut one that is far too long, at a comma or a space if there is one."""
    start, end = stripped(text, start, end)
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = max(text.rfind(mark, start + LONGEST // 2, limit) for mark in (", ", "; ", " ")) + 1 or limit
        yield stripped(text, start, cut)
        start = stripped(text, cut, end)[0]
    if start < end:
        yield start, end


def stripped(text: str, start: int, end: int) -> Span:
    """Leave out the white space at both ends of a span."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
