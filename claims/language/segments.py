"""Cut text by rule: paragraphs, quotations and sentences, in one pass each and without a model."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.types import Span

LONGEST_SENTENCE = 2000  # characters; what runs on longer is cut at a comma or a space

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words with their marks; `inner` leaves the marks out.

    `continues`: it goes on from the paragraph before. `closed`: a mark closes it in this paragraph.
    """

    start: int
    end: int
    inner: Span
    continues: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Segments:
    """Where paragraphs, sentences and quotations stand in a text."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]


def segment(text: str) -> Segments:
    """Cut a text into paragraphs, sentences and quotations.

    Examples
    --------
    >>> found = segment('Dr. Lee arrived. "I won," she said. "You lost."')
    >>> found.sentences
    ((0, 16), (17, 35), (36, 47))
    >>> [(q.start, q.end) for q in found.quotations]
    [(17, 25), (36, 47)]
    """
    paragraphs = tuple(_paragraphs(text))
    marks = [_pairs(text, start, end) for start, end in paragraphs]
    closing = {end - 1 for pairs, _ in marks for _, end in pairs}
    sentences = tuple(s for span in paragraphs for s in _sentences(text, span, closing))
    return Segments(paragraphs, sentences, tuple(_quotations(text, paragraphs, marks, sentences)))


# paragraphs ----------------------------------------------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[Span]:
    """Give every line that holds something; the lines of hard-wrapped text together."""
    block: list[Span] = []
    for line in _lines(text):
        if line[0] < line[1]:
            block.append(line)
        else:
            yield from _unwrap(text, block)
            block = []
    yield from _unwrap(text, block)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for mark in _LINE_END.finditer(text):
        yield _strip(text, start, mark.start())
        start = mark.end()
    yield _strip(text, start, len(text))


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _unwrap(text: str, block: list[Span]) -> Iterator[Span]:
    """Join lines of much the same length of which some go on in lower case."""
    lengths = [end - start for start, end in block[:-1]]
    wrapped = (
        bool(lengths)
        and 40 <= max(lengths) <= 120
        and min(lengths) >= max(lengths) - 25
        and sum(text[start].islower() for start, _ in block[1:]) * 3 >= len(lengths)
    )
    if wrapped:
        yield block[0][0], block[-1][1]
    else:
        yield from block


# quotations ----------------------------------------------------------------------------------------------------------

_DOUBLE = re.compile(r"``|''|[\"\u201c\u201d\u201e\u00ab\u00bb]")
_SINGLE = re.compile(r"(?<!')'(?!')|(?<!`)`(?!`)|[\u2018\u2019]")
_ELISION = re.compile(r"\W(?:\d0s|em|til|tis|twas|cause|n|bout)\b", re.IGNORECASE)
_OPENING, _CLOSING = frozenset("\u201c\u201e\u00ab"), frozenset("\u201d\u00bb")


def _pairs(text: str, start: int, end: int) -> tuple[list[Span], list[int]]:
    """Pair the quotation marks of a paragraph; give the outermost pairs, and the marks that nothing closes."""
    doubles, unclosed = _double_pairs(text, start, end)
    singles = _outside(_single_pairs(text, start, end), doubles)
    inside = _outside(doubles, singles)
    return sorted(singles + inside), unclosed


def _outside(spans: list[Span], others: list[Span]) -> list[Span]:
    """Keep the spans that neither lie in nor cross one of the others; both lists are sorted and flat."""
    starts = [start for start, _ in others]

    def free(span: Span) -> bool:
        before = bisect_right(starts, span[0]) - 1
        if before >= 0 and others[before][1] > span[0]:
            return False
        last = bisect_right(starts, span[1] - 1) - 1
        return last < 0 or others[last][1] <= span[1]

    return [span for span in spans if free(span)]


def _double_pairs(text: str, start: int, end: int) -> tuple[list[Span], list[int]]:
    pairs: list[Span] = []
    unclosed: list[int] = []
    opened: tuple[int, str] | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if _opens(text, mark.group(), mark.start(), mark.end(), start, end):
                opened = mark.start(), mark.group()
        elif _closes(text, mark.group(), mark.start(), mark.end(), start, end, opened[1]):
            pairs.append((opened[0], mark.end()))
            opened = None
        elif mark.group() == opened[1]:
            unclosed.append(opened[0])
            opened = mark.start(), mark.group()
    return pairs, unclosed + ([opened[0]] if opened else [])


def _opens(text: str, mark: str, at: int, after: int, start: int, end: int) -> bool:
    if mark in _OPENING or mark == "``":
        return True
    before = at == start or text[at - 1].isspace() or text[at - 1] in "([{\u2014\u2013-:/'\u2018"
    return before and after < end


def _closes(text: str, mark: str, at: int, after: int, start: int, end: int, opened: str) -> bool:
    if opened in ("\u201e", "\u00ab", "\u00bb") and mark in "\u201c\u201d\u00bb\u00ab":
        return mark != opened
    if mark in _CLOSING or mark == "''":
        return True
    if mark in _OPENING or mark == "``":
        return mark == "\u201c" and not _spaced_before(text, at, start) and (after == end or not text[after].isalnum())
    return not _spaced_before(text, at, start) or after == end or not text[after].isalnum()


def _spaced_before(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1].isspace() or text[at - 1] in "([{"


def _single_pairs(text: str, start: int, end: int) -> list[Span]:
    """Pair single marks, apart from apostrophes: an opening one follows a space, a closing one ends a word."""
    pairs: list[Span] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        at, after = mark.span()
        spaced = at == start or not text[at - 1].isalnum()
        if spaced and after < end and text[after].isalnum() and text[at] != "\u2019":
            if not _ELISION.match(text, at):
                opened = at
        elif opened is not None and (after == end or not text[after].isalnum()) and text[at] not in "\u2018`":
            if text[at - 1] == "s" and _closer_ahead(text, after, end):
                continue  # a plural's apostrophe
            pairs.append((opened, after))
            opened = None
    return pairs


def _closer_ahead(text: str, after: int, end: int) -> bool:
    """Tell whether a mark after punctuation closes the quotation further on."""
    ahead = text[after : min(end, after + 300)]
    found = re.search(r"[,.!?]['\u2019](?!\w)|(?<=\W)['\u2018](?=\w)", ahead)
    return found is not None and len(found.group()) == 2


def _quotations(
    text: str, paragraphs: Sequence[Span], marks: Sequence[tuple[list[Span], list[int]]], sentences: Sequence[Span]
) -> Iterator[Quotation]:
    """Give the quotations in order; what is not closed ends with its sentence, or runs on with its paragraph."""
    ends = [end for _, end in sentences]
    running = False
    for number, ((start, end), (pairs, unclosed)) in enumerate(zip(paragraphs, marks, strict=True)):
        resumes = running and bool(_DOUBLE.match(text, start))
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        found = [_quotation(text, s, e, resumes and s == start, True) for s, e in pairs]
        running = (
            bool(unclosed) and not any(s > unclosed[-1] for s, _ in pairs) and bool(_DOUBLE.match(text, following))
        )
        opened = sorted([s for s, _ in pairs] + unclosed)
        running = bool(unclosed) and opened[-1] == unclosed[-1] and bool(_DOUBLE.match(text, following))
        for at in unclosed:
            whole = at == opened[-1] and (running or at == start)
            following_mark = bisect_right(opened, at)
            limit = opened[following_mark] if following_mark < len(opened) else end
            stop = end if whole else min(ends[bisect_right(ends, at)], limit)
            found.append(_quotation(text, at, _strip(text, at, stop)[1], resumes and at == start, False))
        yield from sorted(found, key=lambda q: q.start)


def _quotation(text: str, start: int, end: int, continues: bool, closed: bool) -> Quotation:
    width = 2 if text.startswith(("``", "''"), start) else 1
    inner_end = end - (2 if text.startswith("''", end - 2) else 1) if closed else end
    return Quotation(
        start=start, end=end, inner=_strip(text, start + width, inner_end), continues=continues, closed=closed
    )


# sentences -----------------------------------------------------------------------------------------------------------


def _sentences(text: str, paragraph: Span, closing: set[int]) -> Iterator[Span]:
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
        return _full_stop(before, word, quoted, _strip(text, begin, at)[0] + len(before) == at)
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
    start, end = _strip(text, start, end)
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, start + LONGEST_SENTENCE // 2, limit) for mark in (", ", "; ", " ")) + 1 or limit
        yield _strip(text, start, cut)
        start = _strip(text, cut, end)[0]
    if start < end:
        yield start, end
