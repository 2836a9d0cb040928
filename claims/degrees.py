"""Words that assert a degree without a number: "the longest", "fell", "below the average", "in every quarter"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

SUPERLATIVES = frozenset(["JJS", "RBS"])
COMPARATIVES = frozenset(["JJR", "RBR"])
_GRADED = SUPERLATIVES | COMPARATIVES
# "at least", "at most", "most of them", "best known" compare nothing
_NOT_SUPERLATIVE_AFTER = frozenset(["at"])
# "a record", "a new record crowd"; "a record of 3-2", "a record label" compare nothing
_NEW = frozenset(["a", "new", "all-time", "another"])
_NO_RECORD_BEFORE = frozenset(["of", "label", "deal", "company", "shop", "producer", "player", "for", "as"])
# "its low", "an all-time high", "a four-year low"; "to lowest since counting began"
_ENDS, _OWN = frozenset({"low", "high"}), frozenset("its their record all-time new year month".split())
_AMONG = frozenset("since in ever on level".split())
_ALL_OTHERS = frozenset("any anyone anybody anything anywhere ever everyone everybody elsewhere".split())
# degrees whatever the tagger makes of them
_PLAIN_SUPERLATIVES = frozenset(
    "fewest highest lowest largest biggest smallest longest shortest worst busiest oldest youngest newest tallest "
    "deepest heaviest fastest slowest richest poorest cheapest dearest steepest widest narrowest fullest "
    "emptiest".split()
)
PLAIN_COMPARATIVES = frozenset(
    "higher lower larger bigger smaller longer shorter older younger fewer less more steeper deeper wider narrower "
    "cheaper dearer faster slower heavier lighter taller stronger weaker poorer richer busier hotter colder warmer "
    "cooler wetter drier fuller emptier newer quieter brighter harder softer thicker thinner costlier deadlier "
    "steadier cleaner".split()
)
_DETERMINERS = frozenset(["the", "its", "his", "her", "their", "our", "'s", "’s"])
_NOT_SUPERLATIVE_BEFORE = frozenset(["of", "known", "likely"])
_AHEAD, _BEHIND, _LAST = "ahead", "behind", "last"
_HARDLY = frozenset("far longer close not never".split())
_FEET = frozenset({"foot", "bottom", "top"})
_ORDERS = frozenset("table list ranking rankings standings league chart charts field pile".split())
_FINISHING = frozenset("finish come end rank place lie".split())
_BEHIND_LAST = frozenset(", . ; : with of in among at on and behind".split())
PAST, _PASSING = "past", frozenset("edge move climb go sweep race slip push creep nose leap surge sail get".split())
_PUTTING = frozenset("put keep stay remain lie be rank move pull edge place leave".split())
_ARTICLES, _BARE = frozenset({"a", "an"}), frozenset({"more", "less", "fewer"})
_PAIR = frozenset({"two", "pair", "both"})
RIVALS = frozenset(
    "neighbour neighbor rival competitor sister brother counterpart twin cousin namesake sibling colleague partner "
    "predecessor successor".split()
)
"""Who is named beside another: "its younger rival"."""
_BY_HOW_MUCH = frozenset("bit lot deal shade touch".split())
_AMOUNTS = frozenset("half third quarter fifth double twice dozen once $ £ € #".split())
_NO_MORE = frozenset("once any no never not".split())
_WISHING = frozenset(
    "want need ask say know hear learn expect think do see talk write read hope worry care love like matter deserve "
    "offer promise demand mean go come get live".split()
)
_NOBODY = frozenset("no none nobody neither".split())
# "as long as", "never so low", "the same number as"; "as well as", "as soon as", "so far" hold nothing against another
_AS, _SO, _SAME = "as", "so", "same"
_PLAIN_DEGREES = frozenset(["JJ", "RB"])
_NO_DEGREES = frozenset(
    "well soon far if though yet such usual usually ever early late recently regards good bad it he she they we you i "
    "the a an one just also not little".split()
)
_NEVER = frozenset("never nobody no none nowhere nothing neither".split())
_DENIED = frozenset(["not", "n't", "n’t"])
_SAMENESS = frozenset(
    "number amount total length height width depth age size weight share proportion percentage rate price capacity "
    "population distance score figure".split()
)

RISES = frozenset(
    "rise increase grow climb soar surge jump swell expand widen lengthen recover rebound accelerate rose risen "
    "grown".split()
)
FALLS = frozenset(
    "fall decrease decline drop shrink plunge slide slip tumble dip plummet slump sink narrow dwindle recede shorten "
    "contract fallen shrunk".split()
)
MOVES_NAMED = frozenset(
    "rise growth gain increase jump climb improvement surge fall drop decline decrease cut slump slide slip shrinkage "
    "reduction loss plunge dip loser gainer riser faller climber decliner improver mover".split()
)
BETTERS, WORSENS = frozenset({"improve"}), frozenset({"worsen", "deteriorate"})
RAISED, LOWERED = frozenset("raise increase lift".split()), frozenset("cut reduce lower decrease trim".split())
EXCEEDS = frozenset(
    "exceed outnumber outstrip overtake surpass outpace outsell outperform beat outgrow outdo outrank outspend outearn "
    "outproduce outscore eclipse leapfrog dwarf outsold outgrew outdid outspent".split()
)
TRAILS = frozenset("trail miss".split())
ABOVE, BELOW = frozenset("above over".split()), frozenset("below under beneath".split())
_MOVES, _MOVED = RISES | FALLS | BETTERS | WORSENS, RAISED | LOWERED
GAINED, SHED = frozenset({"gain", "add"}), frozenset({"lose", "shed"})
"""What has more, or less, of something afterwards: "gained listeners", "shed jobs"."""
# "lost interest", "gained access": no table has how much of it there was
_NOT_COUNTED = frozenset(
    "ground interest access control way heart patience touch sight momentum weight speed power hope faith support "
    "experience confidence traction popularity fame attention time face balance money insult voice appeal entry "
    "consciousness contact favour favor credibility respect independence insight value height pace colour color".split()
)
_FINITE = frozenset("rose fell grew shrank sank slid".split())
_MISTAKEN = _FINITE | frozenset("risen grown fallen shrunk".split())
"""Forms of verbs that no noun has after its subject, whatever the tagger makes of them: "sick leave rose"."""
_GOING_ON, _SEEING = frozenset("keep continue begin start".split()), frozenset("see watch".split())
_AWAY = frozenset("out off away over through apart back asleep".split())
_GOING, _PEOPLE = frozenset("go come be".split()), frozenset("he she i we you who".split())
_AIMS = frozenset("target forecast goal budget quota limit plan".split())
_STAYING = frozenset("be remain stay stand lie sit come fall rise end finish keep slip dip climb hold".split())
_STANDARDS = frozenset(
    "average mean median national regional level levels figure figures rate target limit norm budget capacity "
    "inflation forecast total peak that those one ones where what".split()
)
_PLANS = frozenset({
    ("on", "budget"), ("over", "budget"), ("under", "budget"), ("within", "budget"), ("on", "time"),
    ("on", "schedule"), ("behind", "schedule"), ("of", "schedule"),
})  # fmt: skip
EACH = frozenset({"each", "every"})
_WORDS = (
    _PLAIN_SUPERLATIVES
    | PLAIN_COMPARATIVES
    | ABOVE
    | BELOW
    | EACH
    | _ENDS
    | {"record", "up", "down", _AS, _SO, _SAME, _AHEAD, _BEHIND, _LAST, PAST, "trails"}
    | _FEET
    | {w for w, _ in _PLANS}
)
_LEMMAS = _MOVES | _MOVED | EXCEEDS | TRAILS | _GOING | GAINED | SHED
_TIMES = frozenset("year quarter month week season decade edition election count census".split())
_REACH, _FAR = 6, 12


class Told(NamedTuple):
    """A degree that the words assert: its kind, first and last word, and the word whose clause it belongs to.

    A denial that it needs, "not as long as", "never so low", is a part of what is asserted.
    """

    kind: str
    first: Token
    last: Token
    under: Token
    denial: bool = False


def may_tell(word: str, lemma: str, tag: str) -> bool:
    """Say whether a word may assert a degree at all, by its look: few do, and the rules ask the parse."""
    return tag in _GRADED or word.endswith("est") or word in _WORDS or lemma.lower() in _LEMMAS


def told(token: Token) -> Told | None:
    """Tell what degree a word asserts, if any: a superlative, or a comparison with another thing or time."""
    if token.lower_ in (_AS, _SO, _SAME):
        return _as_much(token)
    if token.lower_ in _FEET | {_LAST}:
        return _at_an_end(token)
    if kind := _degree(token):
        return Told(kind, token, _degree_end(token), token)
    for rule in (_of_two, _without_than, _moving, _gaining, _exceeding, _ahead, _past, _planned, _level):
        if last := rule(token):
            # "remains above where it stood": said of what remains
            return Told("comparison", token, last, token.head.head if token.dep_ == "mark" else token)
    if last := _each_time(token):
        return Told("comparison", _running(token), last, token)
    return None


def _running(each: Token) -> Token:
    """Give the word that says what was so each time, where nothing but words parts them: "fallen in every year"."""
    for token in reversed(each.doc[max(each.sent.start, each.i - _REACH) : each.i]):
        if not token.is_alpha or _counts(token):
            break
        if token.lemma_.lower() in _MOVES | GAINED | SHED and (
            token.pos_ in ("VERB", "AUX") or token.lower_ in _MISTAKEN
        ):
            return token
    return each


def _at_an_end(token: Token) -> Told | None:
    """Tell who is at an end of an order: "finished last", "at the foot of the table"; not "last year"."""
    if not 0 < token.i < len(token.doc) - 1:
        return None
    before, after = token.nbor(-1), token.nbor(1)
    if token.lower_ == _LAST:
        at = before.lemma_.lower() in _FINISHING and after.lower_ in _BEHIND_LAST
        return Told("superlative", token, token, token) if at else None
    order = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5]]
    return Told("superlative", token, token, token) if order[:1] == ["of"] and _ORDERS & {*order} else None


def _as_much(token: Token) -> Told | None:
    """Tell what is as much as another thing, or was never so much: "as long as", "the same age as", "never so low"."""
    if token.i + 2 >= len(token.doc):
        return None
    last = token.nbor(1)
    if token.lower_ == _SAME:
        same = token.i and token.nbor(-1).lower_ == "the" and last.lower_ in _SAMENESS
        if same and _held_to(last):
            return Told("comparison", token, last, last)
        return Told("comparison", token, last, token) if _as_before(token, last) else None
    if last.tag_ not in _PLAIN_DEGREES or last.lower_ in _NO_DEGREES or not last.is_alpha:
        return None
    if token.lower_ == _SO:
        never = any(t.lower_ in _NEVER for t in token.doc[token.sent.start : token.i])
        ends = last.i + 1 == token.sent.end or last.nbor(1).lower_ not in ("as", "that")
        return Told("superlative", token, last, last, denial=True) if never and ends else None
    if token.lower_ == _AS and _of_nobody(token) and last.nbor(1).text in (".", ";", ",", ":"):
        return Told("comparison", token, last, last, denial=True)
    multiple = token.i and (_counts(token.nbor(-1)) or token.nbor(-1).lower_ in ("times", "percent", "much", "again"))
    if multiple or not _held_to(last):
        return None
    return Told("comparison", token, last, last, denial=denied(token) or _of_nobody(token))


def _as_before(same: Token, last: Token) -> bool:
    """Say whether the figure before a comma is that of another thing too: "charges five crowns, the same as at Elm"."""
    start = max(same.sent.start, same.i - 2)
    before = [t.lower_ for t in same.doc[start : same.i]]
    return before == [",", "the"] and last.lower_ == _AS and any(map(_counts, same.doc[same.sent.start : start]))


def _held_to(graded: Token) -> Token | None:
    """Give the "as" that another thing stands behind: "as many beds as Elm", not "as many as 40"."""
    for after in graded.doc[graded.i + 1 : min(graded.i + _REACH + 2, graded.sent.end - 1)]:
        if after.text in (",", ";", ":", "(") or after.lower_ == "than":
            return None
        if after.lower_ == _AS:
            other = after.nbor(1)
            told = (other.pos_ == "PRON" and other.tag_ != "PRP$") or any(
                c.dep_.startswith("nsubj") for c in after.head.children
            )
            clause = graded.lower_ == "long" and after.i == graded.i + 1 and told
            return None if clause or _counts(other) or other.pos_ in ("NUM", "SYM", "ADV", "VERB") else after
    return None


def denied(token: Token) -> bool:
    """Say whether the clause of an "as" is denied by a "not" before it: "is not as long as", "didn't sell as many"."""
    start = max(token.sent.start, token.i - _REACH - 2)
    before = [t for t in token.doc[start : token.i] if t.lower_ in _DENIED]
    return bool(before) and not any(t.is_punct for t in token.doc[before[-1].i + 1 : token.i])


def _of_nobody(token: Token) -> bool:
    """Say whether what is as much is none: "no mill is as old as"."""
    return any(t.lower_ in _NEVER for t in token.doc[token.sent.start : token.i])


def _degree_end(token: Token) -> Token:
    """Give the last word of a superlative or a comparison: "more than any", "most productive", "longest-serving"."""
    if last := _beyond_all(token):
        return last
    return token.head if token.tag_ in ("RBS", "RBR") and token.head.i > token.i else _compound_end(token)


def _beyond_all(token: Token) -> Token | None:
    """Give the last word of a comparison with all others, its own where others follow: "more often than ever"."""
    if token.tag_ not in COMPARATIVES:
        return None
    graded = token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADV" and token.nbor(1).lower_ != "than"
    at = token.i + 1 + graded
    for than in token.doc[at : min(at + _FAR, token.sent.end - 2)]:
        if than.text in (",", ";", ":", "("):
            return None
        if than.lower_ == "than":
            last = than.nbor(2) if than.nbor(1).pos_ == "ADP" else than.nbor(1)  # "later than in any year"
            return (last if than.i == at else token) if last.lower_ in _ALL_OTHERS else None
    return None


def _compound_end(token: Token) -> Token:
    """Give the last word of a compound: "serving" of "longest-serving"."""
    joined = token.i + 2 < len(token.doc) and token.nbor(1).text == "-"
    return token.nbor(2) if joined else token


def _degree(token: Token) -> str:
    """Tell superlatives and comparisons of things from set phrases and from adverbs of a verb."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.lower_ == "record" and before in _NEW and after.lower_ not in _NO_RECORD_BEFORE:
        return "superlative"
    plain = before in _DETERMINERS or token.is_sent_start or (before != "at" and after.lower_ in _AMONG)
    if token.lower_ in _PLAIN_SUPERLATIVES and plain:
        return "superlative"
    if token.lower_ in _ENDS and before in _OWN and after.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return "superlative"
    compared = token.lower_ in PLAIN_COMPARATIVES and after.lower_ == "than"  # whatever the tagger makes of it
    if token.tag_ not in _GRADED and not token.lower_.endswith("est") and not compared:
        return ""
    if _beyond_all(token):
        return "comparison"
    if before in _DETERMINERS and (token.tag_ == "JJS" or (token.pos_ == "ADJ" and token.lower_.endswith("est"))):
        return "superlative"
    if _than_another(token):
        return "comparison"
    if after.lower_ == "than" and any(map(_counts, token.doc[after.i + 1 : after.i + 3])):  # "less than half of"
        return ""
    adjective = token.tag_ in ("JJS", "JJR") or (token.tag_ in ("RBS", "RBR") and after.pos_ == "ADJ")
    adjective |= token.lower_ in PLAIN_COMPARATIVES and token.dep_ == "amod"  # "a longer quay than"
    if token.tag_ in SUPERLATIVES and token.i and token.nbor(-1).lemma_.lower() in _MOVES:  # "grew fastest"
        return "superlative"
    if token.tag_ in SUPERLATIVES and _by_a_verb(token):
        return "superlative"
    if not adjective or token.head.pos_ == "VERB":
        return ""
    if token.tag_ in SUPERLATIVES:
        phrase = before in _NOT_SUPERLATIVE_AFTER or after.lower_ in _NOT_SUPERLATIVE_BEFORE
        of_all = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["of", "all"]
        phrase = phrase and not (of_all and token.lower_ != "most")
        return "" if phrase else "superlative"
    compares = token.tag_ in COMPARATIVES and _than_behind(token)
    return "comparison" if compares else ""


def _than_behind(token: Token) -> bool:
    """Say whether a "than" goes with a comparative: close by, or with no comma between: "more ... than in 2019"."""
    near = token.doc[token.i : min(token.i + _FAR, token.sent.end)]
    far = list(takewhile(lambda t: not t.is_punct, near)) if token.lower_ in PLAIN_COMPARATIVES else []
    return any(t.lower_ == "than" for t in (*near[:_REACH], *far))


def _by_a_verb(token: Token) -> bool:
    """Say whether something was done the most: "has served longest", "sold best in May"; not "lost most of it"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    ended = after.is_punct or after.lower_ in _BEHIND_LAST - {"of"} or (after.lower_ == "of" and token.lower_ != "most")
    return token.i > 0 and token.nbor(-1).pos_ == "VERB" and token.nbor(-1) == token.head and ended


def _than_another(token: Token) -> bool:
    """Say whether something is more than another thing or time: "a bit more than the station", not "than 20"."""
    doc, at = token.doc, token.i
    graded = token.tag_ in COMPARATIVES or token.lower_ in PLAIN_COMPARATIVES
    if not graded or at + 3 >= len(doc) or doc[at + 1].lower_ != "than":
        return False
    before = doc[at - 1] if at else token
    if before.pos_ in ("NOUN", "PROPN", "PRON") and before.lower_ not in _BY_HOW_MUCH:  # "needs it more than him"
        return False
    first, second = doc[at + 2], doc[at + 3]
    timed = first.pos_ == "ADP"  # "than in 2016"
    figure = any(map(_counts, (first, second))) and not timed
    return not figure and first.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADP")


def _of_two(token: Token) -> Token | None:
    """Take which of two is more: "the longer of the two", "Elm, its younger rival", "as does the longer Elm"."""
    if not token.is_lower or token.lower_ not in PLAIN_COMPARATIVES - _BARE or not 0 < token.i < len(token.doc) - 1:
        return None
    before, after = token.nbor(-1), token.nbor(1)
    if before.lower_ not in _DETERMINERS | _ARTICLES:
        return None
    pair = after.lower_ == "of" and bool(_PAIR & {t.lower_ for t in token.doc[after.i + 1 : after.i + 4]})
    alone = after.is_punct and token.i > 1 and before.lower_ == "the" and before.nbor(-1).lemma_ == "be"
    named = before.lower_ == "the" and after.text.istitle()
    return token if pair or alone or named or after.lower_ in RIVALS else None


def _without_than(token: Token) -> Token | None:
    """Take a comparison whose other side stands elsewhere: "the yield was lower", "no firm has a bigger turnover"."""
    if token.lower_ not in PLAIN_COMPARATIVES or token.i == 0 or _amount_near(token):
        return None
    near = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    if near[:1] == ["still"] and token.dep_ in ("parataxis", "appos", "amod") and token.nbor(-1).text == ",":
        return token
    if "than" in near or token.nbor(-1).lower_ in ("no", "the", "or", "and") or near[:1] in (["or"], ["and"]):
        return None
    predicate = token.lower_ not in ("more", "less") and any(c.dep_ == "cop" for c in token.children)
    noun = token.head if token.dep_ == "amod" and token.head.i > token.i else None
    over = noun.head if noun is not None and noun.dep_ == "conj" else noun  # "a shorter quay than Elm but more cranes"
    had = over is not None and over.dep_ == "obj" and over.head.lemma_ == "have"
    given = noun is not None and any(c.lower_ == "with" and c.dep_ == "case" for c in noun.children)
    given |= noun is not None and noun.dep_ in ("appos", "parataxis") and noun.left_edge.lower_ in _ARTICLES
    beyond = token.head.pos_ == "VERB" and token.dep_ in ("advmod", "obj", "xcomp")
    others = beyond and _NOBODY & {t.lower_ for c in token.head.children if c.dep_ == "nsubj" for t in c.subtree}
    return token if predicate or had or given or others or (beyond and _held_to_another(token)) else None


def _held_to_another(token: Token) -> bool:
    """Say whether something does more at the end of its words: "Elm employs more.", "it grew faster still, to 22"."""
    verb, after = token.head, token.nbor(1) if token.i + 1 < len(token.doc) else token
    more = token.nbor(-1).lower_ not in _NO_MORE and verb.lemma_.lower() not in _WISHING and verb.i == token.i - 1
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") and not _PEOPLE & {c.lower_ for c in subjects}
    return more and told and (after.lower_ == "still" or after.text in (".", ",", ";", ":"))


def _moving(token: Token) -> Token | None:
    """Take what something did, by no amount that is given: "fell", "was raised", "went up", "are down"."""
    last = _particle(token) or token
    dependents = {c.dep_ for c in token.children}
    if "xcomp" in dependents or any(c.lower_ in _AWAY for c in token.children):  # "declined to speak", "dropped out"
        return None
    subjects = _movers(token)
    if token.lower_ in ("up", "down"):
        moved = "cop" in dependents or (token.head.lemma_ == "bring" and _particle(token.head) == token)
        moved |= token.i > 0 and token.nbor(-1).lemma_ == "be"  # "deaths were up on the year before"
        subjects = subjects or [token]
    else:
        lemma = token.lemma_.lower()
        moved = (lemma in _MOVES and "obj" not in dependents) or (lemma in _MOVED and "nsubj:pass" in dependents)
        verb = token.pos_ == "VERB" or token.lower_ in _MISTAKEN or token.dep_ == "obj"
        moved = verb and (moved or (last is not token and lemma in _GOING))
    if not moved or not subjects or _PEOPLE & {c.lower_ for c in subjects} or _amount_near(last):
        return None
    told_otherwise = any(_each_time(t) for t in token.subtree if t.lower_ in EACH)
    told_otherwise |= last.i + 1 < len(token.doc) and last.nbor(1).lower_ == _AS and _as_much(last.nbor(1)) is not None
    return None if told_otherwise else last


def _movers(token: Token) -> list[Token]:
    """Give what moved: the subject, its own or that of a verb before, "kept falling", "saw output fall"."""
    if own := [c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass")]:
        return own
    verb, lemma = token.head, token.head.lemma_.lower()
    if token.dep_ == "conj" and verb.pos_ == "VERB":  # of what "has since recovered" the time is another
        since = any(c.lower_ == "since" and not list(c.children) for c in token.children)
        return [] if since else [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
    if token.dep_ == "xcomp" and lemma in _GOING_ON | _SEEING:
        return [c for c in verb.children if c.dep_ == ("obj" if lemma in _SEEING else "nsubj") or c.dep_ == "obl"]
    if token.dep_ == "obj" and lemma in _SEEING and token.pos_ == "NOUN":  # "saw its output increase"
        return [c for c in token.children if c.dep_ == "compound"]
    if token.dep_ == "acl" and verb.dep_ == "ROOT" and verb.pos_ == "NOUN" and token.tag_ in ("VBD", "VBN"):
        return [verb]  # as the parser sees "the gap between the two narrowed"
    before = token.nbor(-1) if token.i else token
    named = before.pos_ in ("NOUN", "PROPN")
    return [before] if token.lower_ in _FINITE and token.head in (before, token) and named else []


def _gaining(token: Token) -> Token | None:
    """Take what has more of something, or less, than before: "gained listeners", "lost jobs"; not "lost interest"."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in GAINED | SHED:
        return None
    if _PEOPLE & {c.lower_ for c in _movers(token)}:
        return None
    got = next((c for c in token.children if c.dep_ == "obj" and c.i > token.i), None)
    if got is None or got.tag_ not in ("NN", "NNS") or got.lemma_.lower() in _NOT_COUNTED | _NEVER:
        return None
    bare = all(t.pos_ in ("NOUN", "ADJ") and not t.tag_.startswith("JJR") for t in token.doc[token.i + 1 : got.i])
    told_otherwise = any(_each_time(t) for t in token.subtree if t.lower_ in EACH)
    return got if bare and _movers(token) and not told_otherwise else None


def _particle(token: Token) -> Token | None:
    """Give the "up" or "down" of a verb."""
    return next(
        (c for c in token.children if c.lower_ in ("up", "down") and c.dep_ in ("compound:prt", "advmod")), None
    )


def _amount_near(token: Token) -> bool:
    """Say whether an amount goes with a word, before it or after: "up 8 percent", "fell by a third"; not "to 12"."""
    if token.i and (_counts(token.nbor(-1)) or token.nbor(-1).lower_ in ("percent", "cent", "points", "times")):
        return True
    for after in token.doc[token.i + 1 : token.i + _REACH]:
        if (after.is_punct and after.text not in _AMOUNTS) or after.pos_ == "CCONJ":
            return False
        if after.pos_ == "ADP" and after.lower_ != "by":
            return after.lower_ in ABOVE | BELOW
        if _counts(after):
            return after.lower_ != "once"
    return False


def _counts(token: Token) -> bool:
    """Say whether a word counts: a number, a part, a currency."""
    return token.like_num or token.lower_ in _AMOUNTS


def _exceeding(token: Token) -> Token | None:
    """Take a verb that says one is more than another: "births exceeded deaths", "missed its target"."""
    lemma = "trail" if token.lower_ == "trails" else token.lemma_.lower()
    if lemma not in EXCEEDS | TRAILS or token.i + 1 >= len(token.doc):
        return None
    after = token.nbor(1)
    between = token.i > 0 and token.nbor(-1).text.istitle() and after.text.istitle()  # whatever the tagger makes of it
    pointing = after.lower_ in ("that", "those") and after.nbor(1).lower_ == "of"
    told = between or pointing
    objects = [c for c in token.children if c.dep_ == "obj" and c.i > token.i] or ([after] if told else [])
    if not (token.pos_ == "VERB" or between) or not objects or any(_counts(t) for t in objects[0].subtree):
        return None
    named = lemma == "trail" and (between or objects[0].pos_ == "PROPN")
    return token if named or lemma not in ("beat", "miss", "trail") or objects[0].lemma_.lower() in _AIMS else None


def _level(token: Token) -> Token | None:
    """Take a place on a scale that no number gives: "is below the national average", "above where it stood"."""
    if token.lower_ not in ABOVE | BELOW or token.dep_ not in ("case", "mark") or token.head.i < token.i:
        return None
    head = token.head
    inside = token.doc[token.i + 1 : max(head.i, token.i + 2) + 1]
    if any(map(_counts, inside)) or not _STANDARDS & {t.lower_ for t in inside}:
        return None
    staying = head.head.lemma_.lower() in _STAYING and head.head.i < token.i
    return token if staying or any(c.dep_ == "cop" for c in head.children) else None


def _ahead(token: Token) -> Token | None:
    """Take a place before or behind another that no number gives: "that put it ahead of Elm", "still behind Oak"."""
    if token.lower_ not in (_AHEAD, _BEHIND) or not 0 < token.i < len(token.doc) - 2:
        return None
    last = token.nbor(1) if token.lower_ == _AHEAD else token
    named = list(takewhile(lambda t: not t.is_punct, token.doc[last.i + 1 : min(last.i + _REACH, token.sent.end)]))
    first = named[:4] if named and named[0].lower_ in _DETERMINERS else named[:1]
    to_a_name = any(t.pos_ == "PROPN" or t.text.istitle() for t in first)
    if token.nbor(-1).lower_ in _HARDLY:
        return None
    if (last is not token and last.lower_ != "of") or not to_a_name or token.nbor(-1).pos_ in ("NOUN", "NUM"):
        return None
    verb = token.head if token.dep_ != "case" else token.head.head
    stays = any(c.dep_ == "cop" for c in (*token.children, *token.head.children))
    return last if stays or verb.lemma_.lower() in _PUTTING else None


def _past(token: Token) -> Token | None:
    """Take a passing of another: "edged past Elm"."""
    if token.lower_ != PAST or not 0 < token.i < len(token.doc) - 1:
        return None
    after = [t for t in token.doc[token.i + 1 : token.i + 3] if t.lower_ not in _DETERMINERS]
    return token if token.nbor(-1).lemma_.lower() in _PASSING and after and after[0].text.istitle() else None


def _planned(token: Token) -> Token | None:
    """Take what went by plan or not: "on budget", "behind schedule"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if (token.lower_, after.lower_) not in _PLANS:
        return None
    return after if token.lower_ != "of" or (token.i and token.nbor(-1).lower_ == "ahead") else None


def _each_time(token: Token) -> Token | None:
    """Take a run told by "every" or "each", of what moved or was more: "shrunk in every season", "each of seven"."""
    if token.lower_ not in EACH or token.i + 1 >= len(token.doc):
        return None
    after = token.doc[token.i + 1 : token.i + _REACH]
    of = "of" in [t.lower_ for t in after[: 1 + (after[0].lower_ == "one")]]
    noun = next((t for t in after if t.lemma_.lower() in _TIMES), None)
    if noun is None or (not of and noun.i > token.i + 1):
        return None
    lemmas = {word for t in token.sent for word in (t.lemma_.lower(), t.lower_)}
    running = lemmas & (RISES | FALLS | EXCEEDS | TRAILS | GAINED | SHED | {"profit", "loss", "up", "down"})
    return (token if of else noun) if running or any(t.tag_ in COMPARATIVES for t in token.sent) else None
