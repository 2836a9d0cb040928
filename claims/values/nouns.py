"""Find what is counted: the head noun after a number, by word lists and word endings, without a parser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.values.lexicon import COUNTABLE, MONTHS, ORDINALS, SEASONS, TIME_UNITS, WEEKDAYS

if TYPE_CHECKING:
    from claims.values.scan import Scan

PREPOSITIONS = frozenset(
    "about above across after against along among amid around as at before behind below beneath beside besides"
    " between beyond by despite down during except for from in inside into near of off on onto out outside over past"
    " per since than through throughout till to toward towards under underneath until unto up upon versus via vs"
    " with within without worth like unlike each apiece aboard".split()
)
FUNCTION = frozenset(
    "and or but nor so yet because although though while whereas if unless whether when where which who whom whose"
    " what that this these those the a an he she it they we you i him her them us me his its their our my your not"
    " no never also only just even still already then there here now how why however meanwhile respectively ago"
    " later earlier once again too very much both all every any either neither another such more less most least"
    " today yesterday tomorrow tonight together alone".split()
)
VERBS = frozenset(
    "is are was were be been being am has have had do does did will would shall should can could may might must"
    " said says say told tells went go goes came come comes took take takes made make makes got get gets gave give"
    " gives found find finds left leave leaves lost lose loses won win wins ran run runs rose rise rises fell fall"
    " falls grew grow grows saw see sees met meet meets held hold holds kept keep keeps led began begin begins"
    " stood stand stands lies lay sits sold sell sells spent spend spends sent send sends built paid pay pays hit hits"
    " put puts cut set let beat broke broken became become becomes brought bought thought knew know wrote written spoke"
    " spoken drove flew fought caught taught taken given seen done gone known shown shot died die dies killed"
    " arrived include includes including need needs remain remains want wants make seem seems live lived lives"
    " work works worked play plays played vote votes voted follow follows like likes contain contains want agree"
    " agrees disagree believe believes support supports oppose opposes face faces start starts end ends offer"
    " offers show shows appear appears carry carries feature features require requires represent represents"
    " scored averaged finished hosted faced added having using making taking according compared following".split()
)
# Of the verbs those that are nouns as often.
NOUN_VERBS = frozenset("win vote play need offer show start end run cut fall rise hit find work set".split())
STOP = PREPOSITIONS | FUNCTION | VERBS | frozenset(MONTHS) - {"may", "march"} | frozenset(WEEKDAYS)
# What may be counted although it ends like a participle, or is one.
STATES = frozenset(
    "killed injured wounded dead missing arrested hurt detained displaced infected hospitalized hospitalised"
    " unaccounted evacuated rescued kidnapped homeless stranded abducted drowned".split()
)
INVARIANT = frozenset(
    "people police aircraft spacecraft hovercraft personnel sheep fish deer cattle offspring series species staff"
    " crew cod salmon trout poultry youth infantry cavalry troops livestock swine".split()
)
IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "thieves": "thief", "wolves": "wolf", "halves": "half", "shelves": "shelf", "loaves": "loaf",
    "calves": "calf", "selves": "self", "elves": "elf", "criteria": "criterion", "phenomena": "phenomenon",
    "crises": "crisis", "analyses": "analysis", "theses": "thesis", "bases": "base", "oxen": "ox", "media": "medium",
    "alumni": "alumnus", "stimuli": "stimulus", "fungi": "fungus", "nuclei": "nucleus", "hypotheses": "hypothesis",
    "diagnoses": "diagnosis", "indices": "index", "vertices": "vertex", "matrices": "matrix", "appendices":
    "appendix", "buses": "bus", "gases": "gas", "viruses": "virus", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "echoes": "echo", "vetoes": "veto", "torpedoes": "torpedo", "cargoes": "cargo",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "pies": "pie", "selfies": "selfie", "rookies": "rookie",
    "zombies": "zombie", "calories": "calorie", "series": "series", "species": "species", "means": "means",
    "troops": "troop", "dice": "die", "pennies": "penny", "axes": "axe", "shoes": "shoe", "toes": "toe",
    "statuses": "status", "campuses": "campus", "bonuses": "bonus", "cactuses": "cactus", "focuses": "focus",
    "quizzes": "quiz", "geniuses": "genius", "census": "census", "headquarters": "headquarters", "data": "datum",
    "lenses": "lens", "atlases": "atlas", "caucuses": "caucus", "surpluses": "surplus", "choruses": "chorus",
    "cases": "case", "houses": "house", "horses": "horse", "nurses": "nurse", "courses": "course",
    "businesswomen": "businesswoman", "spokesmen": "spokesman", "beliefs": "belief", "chefs": "chef",
}  # fmt: skip
NOT_PLURAL = frozenset(
    "gas bus virus plus minus status census campus bonus focus corpus lens atlas chaos canvas christmas texas paris"
    " perhaps always sometimes towards besides thus as is was has us this news physics politics economics analysis"
    " basis crisis thesis tennis cannabis los des les consensus surplus caucus versus genius apparatus"
    " nevertheless nonetheless overseas its his hers ours yours theirs afterwards".split()
)
ADJUNCTS = frozenset(
    "sports sales arms news drugs weapons systems operations communications goods savings rights".split()
)
ADJECTIVES = frozenset(
    "new old other more further additional extra big large small major minor young senior junior top key main great"
    " good bad best worst early late long short high low full free open public private main whole total net gross"
    " raw real right wrong left red blue green white black yellow grey gray brown dead different separate similar"
    " same own single double straight successive further many few several such fresh foreign local western eastern"
    " northern southern north south east west modern human recent future past current former next last first second"
    " third adult young elderly innocent armed male female prime rare common simple proper mere daily weekly monthly"
    " wide narrow huge tiny giant clear sharp deep heavy light fast slow hot cold poor rich safe sure true wild"
    " illegal unborn self maiden far strong weak hard soft clean empty fellow prior overall outright"
    " premier consecutive electoral legislative"
    " official unofficial remaining leading existing outstanding growing increasing missing ongoing".split()
)
ADJECTIVE_ENDINGS = (
    "al", "ic", "ous", "ive", "ful", "less", "able", "ible", "ary", "ish", "ed", "ese", "ian", "ean", "ant", "ent",
    "est", "esque", "ly",
)  # fmt: skip
NOUNS_LIKE_ADJECTIVES = frozenset(
    "hospital animal capital rival criminal arsenal terminal canal festival journal proposal trial deal goal medal"
    " meal metal mineral signal musical professional individual official general manual referral arrival survival"
    " appeal clinic critic music topic mechanic republic public detective executive relative initiative motive"
    " native representative library secretary salary diary documentary military missionary table cable vehicle"
    " seed feed bed shed student president agent accident incident patient parent client tenant plant restaurant"
    " participant assistant migrant immigrant merchant giant civilian politician musician librarian guardian"
    " historian physician technician pedestrian veterinarian forest protest request guest test west harvest"
    " employment apartment department government document moment settlement investment payment statement agreement"
    " treatment tournament instrument element movement shipment announcement appointment parliament regiment"
    " experiment monument event percent talent cent opponent resident dissident component defendant descendant"
    " asylum refugee coal oil mail nail rail sail soil pool school wool tool principal interval renewal removal"
    " withdrawal approval ritual recital funeral corporal cardinal".split()
)
ADVERBS = frozenset(
    "only nearly roughly respectively annually reportedly allegedly apparently currently recently previously"
    " immediately directly mostly mainly entirely simply really finally suddenly quickly nationally globally".split()
)
NOT_ADVERBS = frozenset("family assembly supply rally ally fly reply belly bully monopoly anomaly lily".split())
HYPHENS = ("-", "‐", "‑")
REACH = 7
PLAIN_OF = frozenset("the these those its his her their our my your a".split())


@dataclass(frozen=True, slots=True)
class Head:
    """The counted noun: the token of its last word, its singular with what qualifies it, whether it is plural."""

    stop: int
    unit: str
    plural: bool


def head(scan: Scan, at: int, *, singular: bool = False, owned: bool = False) -> Head | None:
    """Find the head noun of the phrase that begins at token `at`.

    With `singular` the noun after "one", an ordinal or a hyphen: no plural ending is waited for. With `owned` a
    determiner stands before: "its third straight win" ends in a noun that is also a verb.
    """
    run = _run(scan, at, owned=owned, singular=singular)
    if singular and run and all(adjective(scan.words[i]) for i in run) and scan.words[run[-1] + 1] in VERBS:
        run = []
    if not run:
        return None
    words = scan.words
    if words[run[0]] in STATES:
        return Head(run[0] + 1, words[run[0]], plural=True)
    plural = _first_plural(scan, run)
    if plural is not None and not (singular and plural > 0 and _verb_like(scan, run, plural)):
        return Head(run[plural] + 1, _unit(scan, run[: plural + 1]), plural=True)
    if singular and plural:
        run = run[:plural]
    last = _last_noun(scan, run)
    return Head(run[last] + 1, _unit(scan, run[: last + 1]), plural=False) if last is not None else None


def _verb_like(scan: Scan, run: list[int], plural: int) -> bool:
    return plural > 0 and words_lower(scan, run[plural]) and scan.words[run[plural - 1]] not in ADJECTIVES


def words_lower(scan: Scan, i: int) -> bool:
    """Tell whether a token is written in lower case."""
    return not scan.capital(i)


def _run(scan: Scan, at: int, *, owned: bool = False, singular: bool = False) -> list[int]:
    """List the words that may belong to one noun phrase."""
    run: list[int] = []
    words = scan.words
    while len(run) < REACH:
        word = words[at]
        if word in HYPHENS and run and scan.glued(at) and scan.glued(at + 1):
            at += 1
            continue
        if word in ("'s", "’s") and run:
            run, at = [], at + 1
            continue
        if word == "'" and run and words[at - 1].endswith("s") and words[at + 1].isalpha():
            run, at = [], at + 1
            continue
        if word == "." and run and len(words[at - 1]) <= 2 and words[at + 1].isalpha():
            at += 1
            continue
        if word in STATES and not run:
            return [at]
        if owned and word in NOUN_VERBS and not (run and run[-1] == at):
            return [*run, at]
        stopped = word in STOP and not (_in_compound(scan, at, begun=bool(run)) or _kept(scan, at, run, singular))
        if not word or not word[0].isalpha() or stopped:
            break
        if word in COUNTABLE or word in ADVERBS:
            break
        if run and ((_past(scan, at) and words[at] not in STATES) or _dated(scan, at)):
            break
        run.append(at)
        at += 1
    return run


def _dated(scan: Scan, at: int) -> bool:
    """Tell the date after a noun: "her birthday last week"."""
    after = scan.words[at + 1]
    return scan.words[at] in ("last", "next", "this") and (after in TIME_UNITS or after in WEEKDAYS or after in SEASONS)


def _kept(scan: Scan, at: int, run: list[int], singular: bool) -> bool:
    """Keep a noun that is also a verb ("lives", "votes", "wins") right after the number, or after what is no plural."""
    word = scan.words[at]
    if word in ("more", "such", "most") and not run:
        return True
    if run and not singular and word[:-1] in NOUN_VERBS and not any(plural_noun(scan.words[i]) for i in run):
        return True  # "28 home runs", "33 tie-breaking votes"
    return (
        word in VERBS
        and word.endswith("s")
        and word not in ("is", "was", "has", "does", "says")
        and (not run or all(scan.words[i] in ADJECTIVES for i in run))
    )


def _past(scan: Scan, at: int) -> bool:
    """Tell a past tense or participle that ends the phrase from an adjective inside it."""
    word = scan.words[at]
    if not word.endswith("ed") or len(word) < 5 or word in NOUNS_LIKE_ADJECTIVES:
        return False
    return (
        plural_noun(scan.words[at - 1])
        or scan.words[at + 1] in STOP
        or not scan.words[at + 1].isalpha()
        or (scan.words[at - 1] not in ADJECTIVES and scan.words[at - 1] not in ("'s", "-"))
    )


def _first_plural(scan: Scan, run: list[int]) -> int | None:
    for k, i in enumerate(run):
        word = scan.words[i]
        plural = plural_noun(word) or (word.endswith("s") and (word in VERBS or _initials(scan.raw(i))))
        if plural and word not in ADJUNCTS and not _hyphenated(scan, i):
            while k + 1 < len(run) and run[k + 1] == run[k] + 1 and plural_noun(scan.words[run[k + 1]]):
                k += 1
            return k
    for k, i in enumerate(run):
        if scan.words[i] in ADJUNCTS:
            return min(k + 1, len(run) - 1) if len(run) > k + 1 and scan.words[run[k + 1]] not in STOP else k
    return None


def _in_compound(scan: Scan, i: int, *, begun: bool) -> bool:
    """Tell the "by" of "by-elections", the "out" of "sell-out" and the "run" of "two-run homer" from other words."""
    if scan.words[i - 1] in HYPHENS and scan.glued(i):
        return (begun or scan.words[i] in NOUN_VERBS) and scan.glued(i - 1)
    return _hyphenated(scan, i) and scan.words[i + 2].isalpha()


def _hyphenated(scan: Scan, i: int) -> bool:
    """Tell the first half of a compound: "Rolls-Royce"."""
    return scan.words[i + 1] in HYPHENS and scan.glued(i + 1) and scan.glued(i + 2)


def _last_noun(scan: Scan, run: list[int]) -> int | None:
    for k in range(len(run) - 1, -1, -1):
        if not adjective(scan.words[run[k]]) or _joined(scan, run, k):
            return k
    return len(run) - 1 if scan.words[run[-1]] not in ("more", "other", "such", "most", "same") else None


def _initials(raw: str) -> bool:
    """Tell a plural of initials: "RBIs", "IEDs"."""
    return raw.endswith("s") and len(raw) > 2 and raw[:-1].isupper()


NOT_MEN = frozenset("specimen regimen omen abdomen acumen yemen amen stamen semen ramen women".split()) - {"women"}


def plural_noun(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    if word in INVARIANT or word in IRREGULAR or (word.endswith("men") and word not in NOT_MEN):
        return True
    if not word.endswith("s") or len(word) < 3 or word in NOT_PLURAL or word in STOP:
        return False
    return not word.endswith(("ss", "ous", "us", "is"))


@lru_cache(4096)
def adjective(word: str) -> bool:
    """Guess from list and ending whether a word is an adjective."""
    if word in ADJECTIVES or word in ORDINALS:
        return True
    if word in NOUNS_LIKE_ADJECTIVES or word in NOT_ADVERBS or len(word) <= 4:
        return False
    return word.endswith(ADJECTIVE_ENDINGS)


def _unit(scan: Scan, run: list[int]) -> str:
    """Name what is counted: the singular head, whole where it has a hyphen, with the nouns right before it."""
    words = [scan.raw(i) for i in run]
    first, name = len(words) - 1, singular(words[-1])
    while first and _joined(scan, run, first):
        first -= 1
        name = f"{words[first]}-{name}"
    stop = first
    while first and not adjective(words[first - 1].lower()) and not words[first - 1][0].isupper():
        if run[first] != run[first - 1] + 1 or _joined(scan, run, first - 1):
            break
        first -= 1
    return " ".join([*words[first:stop], name])


def _joined(scan: Scan, run: list[int], k: int) -> bool:
    """Tell whether a hyphen joins a word to the one before it: "semi-final", not the "sector" of a name."""
    return k > 0 and run[k] == run[k - 1] + 2 and scan.words[run[k] - 1] in HYPHENS


@lru_cache(4096)
def singular(word: str) -> str:
    """Give the singular of a noun.

    >>> [singular(w) for w in ("seats", "parties", "people", "classes", "aircraft", "boxes", "buses", "heroes", "MPs")]
    ['seat', 'party', 'person', 'class', 'aircraft', 'box', 'bus', 'hero', 'MP']
    """
    lower = word.lower()
    if _initials(word):
        return word[:-1]
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower in INVARIANT or lower in NOT_PLURAL or not lower.endswith("s") or len(lower) < 3:
        return word[:-3] + "man" if lower.endswith("men") and len(lower) > 4 else word
    if lower.endswith("women"):
        return word[:-5] + "woman"
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "ches", "shes", "xes", "zzes", "tzes")):
        return word[:-2]
    if lower.endswith("oes") and len(lower) > 5 and not lower.endswith(("shoes", "canoes", "oboes", "floes")):
        return word[:-2]
    if lower.endswith(("ss", "us", "is")):
        return word
    return word[:-1]
