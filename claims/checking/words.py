"""English as the engine needs it: stems, groups of words for one measure, and the cues that call for an operation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

IRREGULAR = {
    "won": "win", "lost": "lose", "sold": "sell", "bought": "buy", "made": "make", "held": "hold", "led": "lead",
    "took": "take", "taken": "take", "became": "become", "began": "begin", "begun": "begin", "broke": "break",
    "broken": "break", "built": "build", "came": "come", "cast": "cast", "died": "die", "dying": "die", "fell": "fall",
    "fallen": "fall", "flew": "fly", "flown": "fly", "gave": "give", "given": "give", "got": "get", "grew": "grow",
    "grown": "grow", "had": "have", "has": "have", "left": "leave", "met": "meet", "paid": "pay", "ran": "run",
    "rose": "rise", "risen": "rise", "said": "say", "saw": "see", "seen": "see", "sent": "send", "shut": "shut",
    "spent": "spend", "spoke": "speak", "stood": "stand", "struck": "strike", "swore": "swear", "sworn": "swear",
    "taught": "teach", "told": "tell", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "went": "go",
    "wrote": "write", "written": "write", "beat": "beat", "beaten": "beat", "born": "bear", "chose": "choose",
    "chosen": "choose", "drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive", "fought": "fight",
    "found": "found", "founded": "found", "people": "people", "men": "man", "women": "woman", "children": "child",
    "wives": "wife", "lives": "life", "feet": "foot", "aircraft": "aircraft", "series": "series", "species": "species",
    "countries": "country", "leaves": "leave", "shot": "shoot", "hit": "hit", "cost": "cost", "wound": "wound",
    "shrank": "shrink", "shrunk": "shrink", "sank": "sink", "sunk": "sink", "lent": "lend", "brought": "bring",
    "caught": "catch", "kept": "keep", "fed": "feed", "dealt": "deal", "swam": "swim", "swum": "swim", "bred": "breed",
    "threw": "throw", "thrown": "throw", "rode": "ride", "ridden": "ride", "stole": "steal", "stolen": "steal",
    "freshmen": "freshman",
    "goes": "go", "gone": "go", "wore": "wear", "worn": "wear", "sought": "seek", "dug": "dig", "froze": "freeze",
    "frozen": "freeze", "withdrew": "withdraw", "withdrawn": "withdraw", "overtook": "overtake", "sang": "sing",
    "sung": "sing", "tore": "tear", "torn": "tear", "spoilt": "spoil", "burnt": "burn", "slid": "slide",
    "ate": "eat", "eaten": "eat", "drank": "drink", "drunk": "drink", "slept": "sleep", "fled": "flee", "bent": "bend",
}  # fmt: skip

STOP = frozenset(
    "a an the of to in on at by for from with and or but as is are was were be been being has have had do does did "
    "it its he she they them his her their him who whom which that this these those there here than then so not no "
    "will would can could may might shall should must very also just only even still yet after before over under "
    "about into out up down off again all any both each few more most other some such own same too i you we us our "
    "your my me if while when where how what why because until during through between against per s t".split()
)

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady sen rep gov prof president minister premier chancellor mayor senator "
    "governor captain coach chairman chairwoman chief king queen prince princess judge justice representative "
    "congressman congresswoman secretary director manager professor councillor sh smt shri rev col gen lt maj sgt "
    "prime deputy vice former interim".split()
)

PERSON_WORDS = frozenset(
    "person player rider member leader candidate author director minister president coach manager driver actor "
    "artist athlete captain official senator representative winner runner skipper scorer name speaker executive chief "
    "chair chairman secretary mayor commander officer teacher principal conductor curator editor owner writer novelist "
    "poet singer swimmer cyclist golfer jockey sailor pilot politician".split()
)

ORGANISATION_WORDS = frozenset(
    "party company firm airline hospital club team school university bank council agency ministry government city town "
    "country state province region museum side carrier group league union maker manufacturer station".split()
)

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

START_WORDS = frozenset(
    "enter take become elect join arrive start begin appoint succeed follow swear assume replace inherit oath".split()
)
END_WORDS = frozenset("leave end until expire resign step finish retire quit depart sack dismiss".split())
BIRTH_WORDS = frozenset("bear birth born birthday".split())
BIRTHDAY_WORDS = frozenset("birthday turn mark celebrate reach".split())
DEATH_WORDS = frozenset("die death dead pass kill decease".split())
RISE_WORDS = frozenset(
    "rise increase up grow gain climb jump surge add improve high more great expand soar edge".split()
)
FALL_WORDS = frozenset(
    "fall decrease down drop lose decline shrink cut slip slide few less low small reduce plunge short".split()
)
TOTAL_WORDS = frozenset(
    "combine together altogether total all overall between nationwide whole sum collectively".split()
)
SUPERLATIVES = {
    "most": 1, "largest": 1, "biggest": 1, "highest": 1, "longest": 1, "greatest": 1, "tallest": 1, "best": 1,
    "heaviest": 1, "busiest": 1, "richest": 1, "deepest": 1, "widest": 1, "fastest": 1, "strongest": 1, "hottest": 1,
    "wettest": 1, "warmest": 1, "steepest": 1, "record": 1, "peak": 1, "closest": -1,
    "fewest": -1, "smallest": -1, "lowest": -1, "shortest": -1, "least": -1, "worst": -1, "coldest": -1,
    "slowest": -1, "poorest": -1, "driest": -1, "cheapest": -1, "narrowest": -1,
}  # fmt: skip
IN_A_ROW = frozenset("row consecutive straight succession running successive consecutively trot back-to-back".split())


LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "œ": "oe", "ð": "d"})
"""Letters that are no plain ones with a mark."""


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower a word, without accents, possessive and full stop.

    >>> fold("Bragança’s")
    'braganca'
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return plain.removesuffix("'s").rstrip(".'")


WHOLE = {
    form: word
    for word in "mission ration fare tower shower liner letter site carer officer rescuer striker".split()
    for form in (word, word + "s")
}
"""Words whose end is no ending: a mission has nothing to do with missing, a fare with far."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Reduce a word to what its inflections share.

    >>> [stem(w) for w in ("carried", "carries", "aircraft", "won", "announced", "elections", "grossed", "gross")]
    ['carry', 'carry', 'aircraft', 'win', 'announc', 'elect', 'gross', 'gross']
    >>> stem("succeed"), stem("succeeded"), stem("succeeds")
    ('succeed', 'succeed', 'succeed')
    """
    word = fold(word)
    if word in WHOLE:
        return WHOLE[word]
    word = IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    word = _stripped(_stripped(word))
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def _stripped(word: str) -> str:
    if word.endswith("ceed"):  # "succeed" is no participle
        return word
    for ending in ("ations", "ation", "ions", "ion", "ings", "ing", "ers", "ed", "es", "s", "er", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            return word[: -len(ending)]
    return word


TIME = stem("time")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The thesaurus: the stems that head its entries, how near stems are to others, its phrases by their first two."""

    heads: frozenset[str]
    near: dict[str, dict[str, float]]
    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]]


STRONG, WEAK = 0.8, 0.5


@cache
def lexicon() -> Lexicon:
    """Read the thesaurus; each entry is `heads TAB strong words TAB weak words`, words parted by commas."""
    entries = [[_keys(field) for field in (line + "\t\t").split("\t")[:3]] for line in lines_of("thesaurus.tsv")]
    near: dict[str, dict[str, float]] = {}
    for sure, fields in ((WEAK, slice(2, 3)), (STRONG, slice(0, 2))):  # what is near by two entries is so by the surer
        for entry in entries:
            for head, word in product(entry[0], chain(*entry[fields])):
                near.setdefault(head, {})[word] = near.setdefault(word, {})[head] = sure
    openings: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in sorted({word for entry in entries for word in chain(*entry) if " " in word}):
        first, second, *_ = words = phrase.split()
        openings.setdefault((first, second), []).append(tuple(words))
    heads = frozenset(head for entry in entries for head in entry[0])
    return Lexicon(heads, near, {opening: tuple(found) for opening, found in openings.items()})


def _keys(field: str) -> list[str]:
    """Give the words of a field as the lexicon holds them: stems, of phrases too."""
    return [" ".join(map(stem, word.split())) for word in field.split(", ") if word]


def phrases_in(stems: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the phrases of the thesaurus among stems: where they start and end, and their stems."""
    known = lexicon().phrases
    for start, opening in enumerate(pairwise(stems)):
        for phrase in known.get(opening, ()):
            if tuple(stems[start : start + len(phrase)]) == phrase:
                yield start, start + len(phrase), " ".join(phrase)


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Map "colombian" to the names of the countries whose people are called so."""
    found: dict[str, tuple[str, ...]] = {}
    for countries, words in _nations():
        for word in words.split():
            key = fold(word.replace("-", " "))
            found[key] = (*found.get(key, ()), *countries)
    return found


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Map the name of a country to its other names."""
    several = [names for names, _ in _nations() if len(names) > 1]
    return {name: tuple(other for other in names if other != name) for names in several for name in names}


def _nations() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of("nations.tsv"):
        names, words = line.split("\t")
        yield tuple(names.split(", ")), words


@cache
def states() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Map the stems of a cell that tells a state, "completed", to those of the words for the same: "finished"."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in lines_of("states.tsv"):
        cells, words = ([tuple(map(stem, part.split())) for part in field.split(", ")] for field in line.split("\t"))
        for cell in cells:
            found[cell] = tuple(dict.fromkeys((*found.get(cell, ()), *words, *cells)))
    return found


def kinship(one: str, other: str) -> float:
    """Say how near two stems are: 1 the same word, 0.8 words for the same measure, 0.5 a hint of it, 0 strangers."""
    if one == other or (len(one) > SHORT < len(other) and (one.startswith(other) or other.startswith(one))):
        return 1.0
    return lexicon().near.get(one, {}).get(other, 0.0)


SHORT = 5
"""Letters of a stem that says nothing of those that start with it."""


def nearest(one: str, others: AbstractSet[str]) -> float:
    """Say how near a stem comes to the nearest of others."""
    if one in others:
        return 1.0
    if len(one) > SHORT and any(len(o) > SHORT and (one.startswith(o) or o.startswith(one)) for o in others):
        return 1.0
    near = lexicon().near.get(one, {})
    return max([near[other] for other in near.keys() & others], default=0.0)


@lru_cache(maxsize=50_000)
def stems_of(text: str) -> tuple[str, ...]:
    """Give the stems of a text's content words."""
    words = (fold(word.strip(".,;:()\"'")) for word in text.replace("-", " ").replace("_", " ").split())
    return tuple(stem(word) for word in words if word and word not in STOP)


def lines_of(name: str) -> list[str]:
    """Give the entries of a file of words beside this module."""
    text = files("claims.checking").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
