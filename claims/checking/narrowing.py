"""Words that narrow what a number counts to a part that no table knows: "visitors under ten", "loans by children"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.anchor import CURRENCY_AND_MEASURE, FIGURES
from claims.checking.circumstances import FINITE, NEAR, akin
from claims.checking.remembered import remembered
from claims.checking.words import stem
from claims.degrees import MOVES_NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk

COUNTS = FIGURES | {"ratio"}
ENDS = frozenset(",;:()—–")
AGES = frozenset({"under", "over", "aged", "below", "above"})
COMPARED = frozenset({"than", "as", "like", "since", "until", "before", "after", "to", "against", "among"})
"""Prepositions of comparisons and stretches, which other rules read."""
RATES = frozenset({"a", "an", "per", "each", "every"})
WHOLE = frozenset(
    stem(w)
    for w in "total all average year season time together history record row fact part same whole end start "
    "beginning book country world nation region area city town place side people percent far now far present moment "
    "board course group team service office public term size figure number data register list table report".split()
)
"""Nouns of phrases that leave a count whole: "on its books", "in the country", "at the end of the year"."""
OPENING = frozenset("in among at for on during with".split())
OTHERS = frozenset("old former another other".split())
"""What tells one thing of a kind from those that the tables know: "for his old club"."""
ABROAD = frozenset("abroad overseas elsewhere afar online home".split())
NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@remembered
def narrowed(desk: Desk) -> bool:
    """Say whether words behind a number narrow what it counts, and neither names nor columns explain them."""
    if desk.value is None or desk.value.kind not in COUNTS:
        return False
    behind = desk.context.document.line(desk.statement.end, desk.context.sentence[1])
    over = next((n for n, t in enumerate(behind) if _ends(t)), len(behind))
    unexplained = (p for p in _phrases(behind[:over]) if not any(_explained(desk, t) for t in p))
    return any(unexplained) or _rate(desk) or _of_the_whole(desk) or _in_one_alone(desk) or _fronted(desk)


@remembered
def limited(desk: Desk, about: bool) -> bool:
    """Say whether some noun of the clause is none of the tables' and leaves open of what all a computed answer is.

    What a table of times is `about` needs no word in it: "the museum had 3,000 more visitors".
    """
    own, opening = desk.statement, desk.context.opening
    around = (t for t in desk.context.line if not own.start <= t.idx < own.end)
    return any(
        not (_explained(desk, t) or _neutral(t) or (about and _is_the_subject(t)))
        for t in around
        if _tells_what(t) and not (opening is not None and t.i and t.nbor(-1).idx + len(t.nbor(-1)) == opening.end)
    )


def _tells_what(token: Token) -> bool:
    noun = (token.pos_ in ("NOUN", "PROPN") and token.is_alpha) or token.lower_ in SIDES
    return noun or (token.pos_ == "ADJ" and token.dep_ == "amod" and token.tag_ == "JJ" and token.head.pos_ == "NOUN")


SIDES = frozenset("home away abroad overseas indoors outdoors online".split())


def _neutral(token: Token) -> bool:
    return token.lower_ in MOVES_NAMED | CURRENCY_AND_MEASURE or stem(token.text) in NEUTRAL


def _is_the_subject(token: Token) -> bool:
    definite = any(c.lower_ in ("the", "its", "our") for c in token.children)
    return token.dep_.startswith("nsubj") and definite and token.tag_ == "NN"


NEUTRAL = WHOLE | frozenset(
    stem(w)
    for w in "lead gap margin majority surplus deficit share proportion part third quarter half rate level amount "
    "volume tonne barrel litre hectare acre cent metre centimetre gigawatt megawatt last past previous other single "
    "combined overall annual double twice first second next".split()
)
"""Words of how much there is of something, whatever it is."""


def _of_the_whole(desk: Desk) -> bool:
    """Say whether a clause opens with the whole and gives so many of it: "of its 420 employees, 350 are women"."""
    context, value = desk.context, desk.context.tokens[-1]
    opening = context.text[slice(*context.sentence)].lstrip("\"'“‘").startswith("Of ")
    parted = "," in context.text[context.sentence[0] : desk.statement.start]
    return opening and parted and value.dep_ != "nummod" and any(c.dep_ == "nsubj" for c in (value, *value.children))


def _in_one_alone(desk: Desk) -> bool:
    """Say whether a number is that of one place of several: "in Graz alone it has 51", not "Graz alone has 51"."""
    names = (t.nbor(-1) for t in desk.context.line if t.lower_ == "alone" and t.i)
    return any(n.pos_ == "PROPN" and any(c.dep_ == "case" for c in n.children) for n in names)


def _fronted(desk: Desk) -> bool:
    """Say whether the clause opens with a part or an occasion that no table knows: "among women it got 13 percent"."""
    ahead = desk.context.document.line(desk.context.clause[0], desk.statement.start)
    ahead = ahead[1:] if ahead and ahead[0].pos_ == "CCONJ" else ahead
    if not ahead or ahead[0].lower_ not in OPENING:
        return False
    over = next((n for n, t in enumerate(ahead) if n and (_ends(t) or t.dep_.startswith("nsubj"))), len(ahead))
    subject = next((t for t in ahead[over : over + 2] if t.dep_.startswith("nsubj")), None)
    phrase = [t for t in ahead[1:over] if t.pos_ == "NOUN" and (subject is None or t not in subject.subtree)]
    several = any(t.tag_ == "NNS" for t in phrase)
    return bool(phrase) and not any(
        _explained(desk, t, 1.0 if several else NEAR) for t in ahead[1:over] if t.pos_ in NOUNS
    )


def _ends(token: Token) -> bool:
    """Say whether what a number counts ends here: at a stop, a verb, an "and"."""
    return token.text in ENDS or token.tag_ in FINITE or token.pos_ == "CCONJ"


def _phrases(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield the content words of each phrase that a preposition, a participle or an age opens."""
    phrase: list[Token] | None = None
    for token in tokens:
        opens = token.pos_ == "ADP" or token.tag_ == "VBN" or token.lower_ in AGES
        if (opens or _ends(token)) and phrase:
            yield phrase
        if opens or _ends(token):
            phrase = [] if opens and token.lower_ not in COMPARED else None
        elif phrase is not None and (token.pos_ in NOUNS or token.lower_ in ABROAD):
            phrase.append(token)
    if phrase:
        yield phrase


def _explained(desk: Desk, token: Token, near: float = NEAR) -> bool:
    """Say whether a word names something of the tables, gives a time or a figure, or leaves the count whole."""
    discourse, own = desk.context.discourse, stem(token.text)
    if discourse.mention_at(token) is not None:
        return True
    if any(c.lower_ in OTHERS for c in token.children):
        return False
    if own in WHOLE:
        return True
    span = (token.idx - 40, token.idx + 1)
    told = [*discourse.dates_in(span), *(s for s in discourse.values_in(span) if s.value and s.value.kind != "ordinal")]
    if token.tag_ == "CD" or any(s.start <= token.idx < s.end for s in told):
        return token.i == 0 or token.nbor(-1).lower_ not in AGES
    return akin(own, desk.tables.stems, near)


def _rate(desk: Desk) -> bool:
    """Say whether a number is of so many for each time: "682 fans a day"."""
    after = desk.context.after
    return bool(after[1:]) and after[0] in RATES and stem(after[1]) in TIMES and TIMES.isdisjoint(desk.tables.stems)


TIMES = frozenset(stem(w) for w in "day week month night hour".split())
