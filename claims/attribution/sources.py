"""What kind of source somebody is: a person, a document, an unnamed official, hearsay ... and why we think so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.attribution.words import Words
    from claims.types import SourceKind, SourcingLabel, Span

ANONYMOUS_HEADS = frozenset("source sources insider insiders tipster leaker whistleblower whistleblowers".split())
ANONYMITY = re.compile(
    r"anonym|not (?:to be|be) (?:named|identified|quoted)|(?:without|un)willing to be (?:named|identified)"
    r"|not (?:being )?(?:named|identified)|(?:not|n.t) (?:wish|want|like|permitted|authori[sz]ed|allowed)"
    r"|name (?:was|be|is) withheld|unnamed|unidentified|won.t name|off the record|left out (?:his|her|their) name",
    re.IGNORECASE,
)
IN_THE_KNOW = re.compile(
    r"\b(?:familiar|close to|with (?:\w+ )?knowledge|briefed|privy|aware of|involved in|present at|in the know|sat in on"
    r"|around the|in the room|(?:who|that) (?:has|have) (?:seen|read|looked|been)|on condition|on the condition|direct knowledge"
    r"|not public)\b",
    re.IGNORECASE,
)
CITING = re.compile(
    r"\b(?:citing|quoting|cited|quoted|cites|quotes)(?: [\w'’-]+){0,4}? (?:sources?|people|persons?|officials?|insiders?|aides)\b"
    r"|\bunnamed\b|\bwithout naming|\bdid not (?:name|identify)",
    re.IGNORECASE,
)
PERSON_NOUNS = frozenset(
    """person people persons individual individuals man woman men women one ones two three four five six third second
    another other others both some many several few most leader leaders executive executives member members
    employee employees colleague colleagues friend friends ally allies associate associates staffer staffers
    lawmaker lawmakers legislator legislators mp mps senator senators congressman diplomat diplomats banker
    bankers trader traders dealer dealers manager managers minister ministers engineer engineers nurse nurses
    doctor doctors teacher teachers officer officers delegate delegates strategist strategists consultant
    consultants adviser advisers advisor advisors investigator investigators guard guards worker workers
    technician mechanic supervisor operator operators donor donors negotiator negotiators bureaucrat bureaucrats
    politician politicians scientist scientists""".split()
)
OFFICIALS = frozenset(
    """official officials aide aides spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons officer
    officers representative representatives staffer staffers bureaucrat bureaucrats functionary functionaries
    prosecutor prosecutors regulator regulators inspector negotiator negotiators commander deputy""".split()
)
SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative representatives".split()
)
GENERIC_HEADS = frozenset(
    """critic critics expert experts analyst analysts observer observers resident residents witness witnesses
    eyewitness eyewitnesses neighbour neighbours neighbor neighbors villager villagers local locals farmer
    farmers trader traders economist economists investor investors activist activists campaigner campaigners
    supporter supporters opponent opponents advocate advocates user users customer customers consumer consumers
    fan fans parent parents survivor survivors student students voter voters protester protesters protestor
    protestors demonstrator demonstrators commentator commentators pundit pundits historian historians scholar
    scholars lawyer lawyers scientist scientists researcher researchers doctor doctors lawmaker lawmakers mp mps
    politician politicians democrat democrats republican republicans conservative conservatives liberal liberals
    senator senators veteran veterans passenger passengers bystander bystanders onlooker onlookers blogger
    bloggers rival rivals skeptic skeptics sceptic sceptics proponent proponents collector collectors dealer
    dealers banker bankers strategist strategists watcher watchers specialist specialists insider insiders
    worker workers employee employees people others many some several most few everyone everybody someone
    somebody locals authorities officials leaders executives conservationists environmentalists relatives
    friends families motorists shoppers tourists patients medics aid rights groups group posts post accounts
    model models version versions public world markets wags industry""".split()
)
SECONDHAND_HEADS = frozenset(
    """reports media press rumours rumors rumour rumor speculation portals tabloids outlets newspapers papers dailies
    broadcasters stations websites vlogs blogs radio television tv news newsreports whispers gossip""".split()
)
OUTLET_WORDS = frozenset(
    """newspaper daily tabloid magazine weekly broadcaster channel station portal website site blog blogger news agency
    newswire gazette paper outlet journal post times tribune herald telegraph guardian chronicle observer radio
    television tv network""".split()
)
OUTLETS = frozenset(
    """reuters ap afp bbc cnn bloomberg axios politico ani pti ians xinhua tass interfax dpa nbc cbs abc fox npr msnbc
    nytimes wsj buzzfeed vox slate breitbart huffpost""".split()
)
DOCUMENTS = frozenset(
    """report study survey poll polls studies surveys document documents filing filings paper papers statement
    statements letter letters memo memos memorandum email emails e-mail data figures figure statistics records
    record log logs logbook indictment complaint lawsuit suit affidavit ruling judgment judgement order orders
    verdict decision notice notification bulletin communique communiqué release press-release website site page
    transcript transcripts recording video footage audio photograph photographs photos image images pictures
    tape tapes tweet post agreement contract constitution law bill act text book memoir autobiography chapter
    article editorial op-ed column advisory advert ad advertisement press research analysis estimate estimates
    projection projections findings finding results result census index ranking review audit investigation probe
    inquiry assessment evidence minutes agenda manifesto resolution petition plea motion patent map chart graph
    table model forecast guidelines guidance policy plan announcement settlement treaty brief review prospectus
    accounts database archive archives presentation slides message messages note notes warrant summary
    calculation count tally account numbers radar register screenshot sign banner dossier diary diaries schedule
    application testimony spot respondents percent magazine newspaper white-paper whitepaper factsheet""".split()
)
BODIES = frozenset(
    """government ministry department agency police court bench commission committee council board company firm bank
    party union association university institute group organisation organization authority office bureau
    federation club team league parliament congress senate house administration campaign army military navy
    forces guard regulator watchdog charity foundation fund corporation carrier airline manufacturer operator
    supplier retailer publisher panel tribunal prosecution defence defense embassy mission hospital school
    district city state county opposition alliance coalition cabinet secretariat movement church centre center
    lab laboratory service utility exchange brokerage consultancy developer maker airliner plant family rebels
    force command jury court's municipality mayor's ministry's conference studio label network organisers
    organizers owners owner planners trust society academy chamber body prosecutors airframer startup start-up
    giant automaker carmaker lender insurer chain conglomerate""".split()
)
ROLES = frozenset(
    """minister president chairman chairwoman chair chief director secretary governor mayor senator congressman
    congresswoman representative judge justice magistrate attorney lawyer counsel solicitor prosecutor coach
    manager captain player striker midfielder goalkeeper singer actor actress author writer professor doctor
    scientist engineer pilot officer commissioner inspector superintendent sheriff detective general colonel
    major captain sergeant commander admiral ambassador envoy spokesman spokeswoman spokesperson analyst
    economist strategist executive founder co-founder owner premier chancellor leader deputy vice-president king
    queen prince princess pope bishop archbishop priest pastor imam candidate nominee lawmaker legislator mp
    member boss editor reporter journalist correspondent producer filmmaker teacher principal dean student
    farmer nurse surgeon suspect defendant plaintiff victim witness billionaire tycoon veteran driver rider
    athlete champion winner champ star businessman businesswoman entrepreneur activist expert researcher
    historian diplomat politician man woman mother father son daughter brother sister wife husband widow year-
    old 47-year-old democrat republican incumbent patriarch supremo chief ceo cfo coo aide adviser advisor
    statement duo pair couple trio speaker mp leader negotiator senator inventor artist architect designer""".split()
)
PRONOUNS = frozenset("he she it they we i you who which that him her them this".split())
SOMEBODY = frozenset("someone somebody anyone anybody everyone everybody those these nobody none".split())
QUANTITIES = frozenset("series number group pair handful majority dozens set string batch couple team range".split())
OFFICES = frozenset(
    """minister president chairman chairwoman chair chief director secretary governor mayor senator congressman
    congresswoman judge justice attorney commissioner sheriff general ambassador premier chancellor prosecutor
    ceo coach magistrate prince king queen pope bishop archbishop""".split()
)
"""Holders of one office: whoever it is can be found out."""
DEFINITE = frozenset("the this that these those his her its their our my said same".split())
INDEFINITE = frozenset(
    "a an one two three four five six seven eight some several many few another other any both most".split()
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A source's kind, whether it can be held to its word, and why."""

    kind: SourceKind
    label: SourcingLabel
    reasons: tuple[str, ...] = ()


REPORTED_KINDS = frozenset(["anonymous", "secondhand", "generic", "implicit"])


def kind_of(words: Words, span: Span, head: int, tokens: list[int]) -> Kind:
    """Tell the kind of the source at `span`, whose noun is token `head`."""
    text = words.text[span[0] : span[1]]
    noun = words.lower[head]
    before = [t for t in tokens if t < head]
    first = next((words.lower[t] for t in tokens if words.pos[t] not in ("PUNCT", "ADV", "CCONJ", "SPACE")), noun)
    named = words.word[head][0].isupper() and (
        words.pos[head] == "PROPN" or words.start[head] > span[0] or _named_elsewhere(words, head)
    )
    core = _core(words, tokens, head)
    has_name = any(words.pos[t] == "PROPN" for t in core)
    definite = first in DEFINITE or "'s" in core_words(words, before) or "’s" in core_words(words, before)
    anonymous = ANONYMITY.search(text)
    if anonymous:
        kind = "secondhand" if (noun in DOCUMENTS or noun in OUTLET_WORDS) and not named else "anonymous"
        return Kind(kind, "reported", (f"unnamed: {anonymous.group().lower()}",))
    if noun in SOMEBODY:
        knows = IN_THE_KNOW.search(text)
        return Kind("anonymous" if knows else "generic", "reported", (f"no name: {noun}",))
    if noun in QUANTITIES and head + 2 < len(words.lower) and words.lower[head + 1] == "of":
        inner = next((t for t in tokens if t > head and words.lower[t] in DOCUMENTS), -1)
        if inner >= 0:
            return Kind("document", "sourced", (f"document: {words.lower[inner]}",))
    if noun in SECONDHAND_HEADS and words.pos[head] == "PROPN" and any(words.pos[t] == "PROPN" for t in before):
        return Kind("document", "sourced", (f"outlet: {noun}",))
    if noun in ANONYMOUS_HEADS:
        return Kind("anonymous", "reported", (f"source: {noun}",))
    if noun in PRONOUNS and (words.pos[head] == "PRON" or len(tokens) == 1):
        return Kind("pronoun", "sourced", (f"pronoun: {noun}",))
    if named and noun not in SECONDHAND_HEADS and not (words.tag[head] != "NNP" and noun in GENERIC_HEADS):
        return _named(words, noun, text, tokens, head)
    return _common(words, noun, text, first, has_name, definite, tokens, head)


def _named_elsewhere(words: Words, head: int) -> bool:
    """Tell a name at the start of a sentence by its other places in the text."""
    word = words.word[head]
    return any(w == word and p == "PROPN" for w, p in zip(words.word, words.pos, strict=True))


def _named(words: Words, noun: str, text: str, tokens: list[int], head: int) -> Kind:
    lowered = {words.lower[t] for t in tokens}
    cites = re.search(
        r"\b(?:citing|quoting|cites|cited|quoted) (?:[\w'’-]+ ){0,4}(?:sources?|officials?|people|unnamed|aides)", text
    )
    if cites:
        return Kind("secondhand", "reported", (f"second hand: {cites.group()}",))
    if noun in OUTLETS or noun in OUTLET_WORDS:
        return Kind("document", "sourced", (f"outlet: {noun}",))
    if noun in BODIES or noun in ("inc", "inc.", "ltd", "plc", "corp", "corp.", "co", "co.", "llc"):
        return Kind("organisation", "sourced", (f"body: {noun}",))
    if lowered & DOCUMENTS and noun in DOCUMENTS:
        return Kind("document", "sourced", (f"document: {noun}",))
    if noun.endswith("s") and noun in GENERIC_HEADS:
        return Kind("generic", "reported", (f"no name: {noun}",))
    return Kind("person", "sourced", ("name",))


def _common(
    words: Words, noun: str, text: str, first: str, has_name: bool, definite: bool, tokens: list[int], head: int
) -> Kind:
    plural = words.tag[head] in ("NNS", "NNPS")
    apposed = _apposed_name(words, tokens, head)
    if apposed:
        return Kind("person", "sourced", ("name in apposition",))
    if noun in SPOKESPEOPLE:
        return Kind("unnamed_official", "sourced", (f"speaks for a body: {noun}",))
    knows = IN_THE_KNOW.search(text)
    if knows and (noun in PERSON_NOUNS or noun in OFFICIALS or noun in GENERIC_HEADS):
        return Kind("anonymous", "reported", (f"unnamed: {knows.group().lower()}",))
    if noun in SECONDHAND_HEADS and not (definite and noun not in ("media", "press")):
        return Kind("secondhand", "reported", (f"second hand: {noun}",))
    if noun == "figures" and {words.lower[t] for t in tokens} & {
        "opposition",
        "senior",
        "public",
        "party",
        "leading",
        "prominent",
        "political",
    }:
        return Kind("generic", "reported", (f"no name: {noun}",))
    if noun in DOCUMENTS:
        if plural and noun in ("reports", "posts", "accounts", "messages") and not has_name:
            return Kind("secondhand", "reported", (f"second hand: {noun}",))
        return Kind("document", "sourced", (f"document: {noun}",))
    if noun in OUTLET_WORDS:
        return Kind(
            "document" if has_name or definite else "secondhand",
            "sourced" if has_name or definite else "reported",
            (f"outlet: {noun}",),
        )
    if noun in OFFICIALS:
        if has_name and noun not in ("aide", "aides"):
            return Kind("unnamed_official", "sourced", (f"official of a named body: {noun}",))
        if definite and not plural:
            return Kind("pronoun", "sourced", (f"refers to somebody named: the {noun}",))
        return Kind("anonymous", "reported", (f"official of no named body: {noun}",))
    if noun in BODIES:
        generic = plural and noun.endswith("s") and not definite and not has_name
        return Kind("generic" if generic else "organisation", "reported" if generic else "sourced", (f"body: {noun}",))
    if noun in (
        "one",
        "another",
        "two",
        "three",
        "four",
        "third",
        "second",
        "others",
        "some",
        "many",
        "several",
    ) or first in ("one", "another"):
        return Kind("generic", "reported", (f"no name: {noun}",))
    if noun in GENERIC_HEADS and (plural or not definite):
        return Kind("generic", "reported", (f"no name: {noun}",))
    if definite and not plural:
        return Kind("pronoun", "sourced", (f"refers to somebody named: {first} {noun}",))
    if plural and not definite:
        return Kind("generic", "reported", (f"no name: {noun}",))
    if noun in OFFICES and not plural:
        return Kind("person", "sourced", (f"office: {noun}",))
    if first in INDEFINITE:
        return Kind("generic", "reported", (f"no name: {first} {noun}",))
    return Kind("organisation" if definite else "person", "sourced", (f"noun: {noun}",))


def _core(words: Words, tokens: list[int], head: int) -> list[int]:
    """Give the tokens up to a relative clause."""
    core = []
    for token in tokens:
        if (
            token > head
            and words.lower[token] in ("who", "which", "that", "whose", "whom")
            and words.tag[token].startswith("W")
        ):
            break
        core.append(token)
    return core


def _apposed_name(words: Words, tokens: list[int], head: int) -> bool:
    """Find a personal name beside the noun: "his lawyer, Ana Rao", "lawyer Ana Rao"."""
    core = _core(words, tokens, head)
    run = 0
    for token in core:
        if token <= head:
            continue
        previous = words.lower[token - 1]
        if words.pos[token] == "PROPN" and (run or previous in (",", "—", "–", "(") or token == head + 1):
            run += 1
            if run == 2 and words.lower[token + 1 if token + 1 < len(words.lower) else token] not in ("'s", "’s"):
                return True
        else:
            run = 0
    return False


def core_words(words: Words, tokens: list[int]) -> set[str]:
    """Give the lower-case words of some tokens."""
    return {words.lower[t] for t in tokens}
