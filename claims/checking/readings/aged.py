"""Whether a number is somebody's age, and whose: by where it stands, by what sets it off from a name."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.doers import subject_of
from claims.checking.officers import OTHERS, is_role
from claims.checking.remembered import remembered
from claims.checking.words import BIRTHDAY_WORDS, DEATH_WORDS, stem
from claims.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.periods import When
    from claims.types import Value

TURNS = frozenset(stem(w) for w in BIRTHDAY_WORDS)
DEATHS = frozenset(stem(w) for w in DEATH_WORDS)
STILL = frozenset("still only now just yet already barely not".split())
OLDER = frozenset("over under above below older younger than".split())
WHEN = frozenset("when on upon as".split())
THEN = frozenset("at during in upon by before then".split())
PAUSES = frozenset(",.;:")
PRESENT = frozenset("is are turns now".split())
JOINING = frozenset({"and", "but"})
AGES, OWNERS = frozenset("age number count".split()), frozenset("nmod:poss nmod".split())
JOINED_BY = 2  # characters between a name and the noun that goes with it
FOLLOWING = frozenset(", ; . ) and but when with then on until today yesterday tomorrow since this that next".split())
"""What may follow an age that its place tells."""
LONG_AGO = 300  # days
EARLIER = 0.5  # the weight of the last time that the sentences before give
STATED = 0.85

SELF, ADVERB = r"(?:,? (?:himself|herself|jr\.?|sr\.?))?", r"(?: (?:now|still|only|just|already|barely))*"
COMMA = r"(?:,| \(|, (?:at|aged|age)|,?(?: (?:now|still|only|just))+|,? and now)(?: only| just)? ?"
OF = r"(?: (?:of|from|at|in|for|with) [^,;.:()\"“”]{1,60})?"
CALLED = r"(?:, (?:an?|the|his|her|their|its|my|our|who|whose) [^;.:()\"“”]{1,80}?)?"
JOINED = r"(?:[^;.:()\"“”]{1,80}? and)?"
APPOSED = re.compile(f"{SELF}{COMMA}", re.IGNORECASE)
DESCRIBED = re.compile(f"{SELF}{OF}{CALLED},?", re.IGNORECASE)
SET_OFF = re.compile(f"{SELF}{OF}{CALLED}{COMMA}", re.IGNORECASE)
AGED_ROLE = re.compile(f'{SELF}{OF}, an? [^,;.:()"“”]{{1,80}} of ', re.IGNORECASE)
"""What stands between a name and an age that goes with what its bearer is: "Lee, a baker of 32"."""
AS_ROLE = re.compile(rf"{SELF}{OF}, (?:an?|the) (?:(?!then)[a-z-]+ ){{0,2}}", re.IGNORECASE)
"""What stands between a name and the age of what its bearer is: "Lee, a 32-year-old baker"."""
TOLD = re.compile(rf"{SELF}{OF}{CALLED}{JOINED},? (?:is|was|turns|turned|will be){ADVERB} ", re.IGNORECASE)
SEVERAL = re.compile(
    rf"(?:(?:, [^;.:()\"“”]{{1,60}}?)?, who)? (?:are|were|turn|turned|will be){ADVERB} ", re.IGNORECASE
)
WHO_AT = re.compile(r"(?:, (?:an?|the|his|her) [^,;.:()\"“”]{1,60})?,? who,? (?:at|aged) ")
BEGAN_AT = re.compile(r"[\"“]?(?:when|as|after) (?P<who>[^,;.:]{1,40}?) [^,;.:]{1,40}, (?:at|aged) ", re.IGNORECASE)
"""Whose age it is at what a clause in front tells: "when she began, at 42, ..."."""
WHEN_WAS = re.compile(r"^[\"“]?(?:when|as|after|before) .* (?:he|she) was (?:[a-z]+ )?$", re.IGNORECASE)
AT_FIRST = frozenset({"at ", "now ", "aged ", "at age "})
GAPPED = re.compile(r"\b(?:is|was|turns|turned) \d\d,", re.IGNORECASE)
"""What may stand between a name and an age: a comma, what describes the person, a verb; "Lee is 72, Ray 62"."""
COMING = r" (?:will|would) be "
YEARS = r"(?: years old)?"
REACHED = re.compile(rf"{YEARS},?(?: on(?: the)?| in| this| later this| since)? ", re.IGNORECASE)
AWAITED = re.compile(rf"[^;.:()\"“”]{{1,80}}{COMING}", re.IGNORECASE)
AGE = r"(?:1[0-9]|[2-9]\d|1[01]\d)"
AND_THEN = re.compile(rf" (?:is|was) {AGE} (?:and|but)$", re.IGNORECASE)
"""What goes on to the next birthday: "he is 66 and will be 67 on Friday"."""
BEFORE_DAY = re.compile(rf"(?:{COMING}|{COMMA}){AGE}{REACHED.pattern}$", re.IGNORECASE)
AFTER_DAY = re.compile(
    rf"[^;.:()\"“”]{{1,80}}(?P<coming>{COMING}){AGE}{YEARS}(?=$|[,;.:)\"”]| and | but )", re.IGNORECASE
)
"""What stands between an age and the day on which it is reached, on either side of the day."""


def aged(desk: Desk) -> bool:
    """Say whether a value is an age."""
    value = desk.value
    return value is not None and (value.kind == "age" or birthday(desk) or _bare(desk))


def birthday(desk: Desk) -> bool:
    """Recognise "his 82nd birthday"."""
    value = desk.value
    return bool(value and value.kind == "ordinal" and "birthday" in (desk.context.noun, *desk.context.after[:1]))


def reached(context: Context, when: When) -> bool:
    """Say whether an age is one to be reached at a time: "60 on Wednesday", "on Saturday he will be 65"."""
    text, start, end = context.text, context.statement.start, context.statement.end
    if when.start >= end:
        return bool(REACHED.fullmatch(text[end : when.start]))
    return bool(AWAITED.fullmatch(text[when.start : start])) and (not context.after or context.after[0] in FOLLOWING)


def reaches(context: Context) -> bool:
    """Say whether a day is one on which an age is reached: "who will be 60 on Wednesday", "Lee, 40 since Sunday"."""
    start, end = context.statement.start, context.statement.end
    first, last = context.sentence
    if found := BEFORE_DAY.search(context.text[first:start]):
        return _person_at(context, first + found.start())
    found = AFTER_DAY.match(context.text[end:last])
    return found is not None and _person_at(context, end + found.start("coming"))


def _person_at(context: Context, end: int) -> bool:
    """Say whether a person, or "she", stands right before a character: a fare will be 20 on Wednesday too."""
    first = context.sentence[0]
    if goes_on := AND_THEN.search(context.text[first:end]):
        end = first + goes_on.start()
    if context.text[first:end].lower().split()[-1:] in (["he"], ["she"], ["who"]):
        return True
    people = (m for m in context.discourse.mentions_in((first, end)) if m.person)
    return any(DESCRIBED.fullmatch(context.text[m.end : end]) for m in people)


def _bare(desk: Desk) -> bool:
    """Recognise an age that only its place tells: "Lee, 45, ...", "she is 45", "turns 45"."""
    value, context = desk.value, desk.context
    if not value or value.kind not in ("number", "count"):
        return False
    if whose(context) is not None or _fronted(context) or _began_at(context):
        return True
    noun = context.noun if context.after[:1] != [","] else ""  # "is 61, sings" has none, whatever the parse
    counted = (value.unit and not value.rule.endswith("elliptical")) or noun
    if (counted and not named_age(context)) or not _of_a_life(value):
        return False
    if TURNS & {stem(w) for w in context.before[:2]} or holder(context) is not None:
        return True
    before = [w for w in context.before if w not in STILL | OLDER][:1]
    person = any(b.mention.person and b.weight > 0.75 and not _owns(context, b.mention) for b in context.bindings)
    subject = subject_of(context.head)  # "he is 66 and will be 67"
    mention = context.discourse.mention_at(subject) if subject is not None else None
    person = person or (mention is not None and mention.person and mention.back)
    return bool({"is", "was", "be", "at"} & {*before}) and person


def _owns(context: Context, mention: Mention) -> bool:
    """Say whether a name stands for what is its bearer's: "Lee's was the oldest, at 27" tells a record, say."""
    end = mention.end - (2 if mention.text.endswith(("'s", "’s")) else 0)
    return OWN.match(context.text, end) is not None


OWN = re.compile(r"['’]s (?:is|was|were|are|had|has|took|came|erased|beat)\b")


def _of_a_life(value: Value) -> bool:
    """Say whether a number may be the years of somebody's life."""
    amount = value.amount
    return isinstance(amount, Decimal) and amount == int(amount) and 10 <= amount <= 115


def named_age(context: Context) -> bool:
    """Say whether a description of the person follows: "Lee, at 45 the youngest of them"."""
    return context.after[:1] in (["the"], ["a"], ["an"])


def follows(context: Context, end: int) -> bool:
    """Say whether the number stands right behind a name: "Lee, 45", "Lee himself, 45", "Lee, at 45"."""
    return bool(APPOSED.fullmatch(context.text[end : context.statement.start] or "-"))


@remembered
def holder(context: Context) -> Mention | None:
    """Give the person whose age a number is by its place: "Lee of Ashby, 45, said", "Lee, who runs it, is 45"."""
    start = context.statement.start
    if (own := context.paired) and own.person:  # "Lee and Rao, 45 and 51 respectively"
        return own if SET_OFF.fullmatch(context.between) or SEVERAL.fullmatch(context.between) else None
    if (named := _fronted(context)) is not None:
        return named
    before = [m for m in context.discourse.mentions_in((context.sentence[0], start)) if m.person and m.outright]
    if not before:
        return None
    if WHO_AT.fullmatch(context.text[before[-1].end : start]) or _began_at(context).startswith(before[-1].text):
        return before[-1]
    between = context.text[before[-1].end : start]
    as_role = context.head.dep_ == "amod" and context.head.head.pos_ == "NOUN" and AS_ROLE.fullmatch(between)
    if context.value and context.value.kind == "age" and (as_role or AGED_ROLE.fullmatch(between)):
        return before[-1]
    over = not context.after or context.after[0] in FOLLOWING
    gapped = between == " " and GAPPED.search(context.text[context.sentence[0] : start])
    apposed = SET_OFF.fullmatch(between) and (over or named_age(context))
    told = TOLD.fullmatch(between) if over else None
    subject = next((t for t in context.head.children if t.dep_ in SUBJECTS), None)
    if told and subject is not None:
        if (named := context.discourse.mention_at(subject)) in before:  # "Lee, who swims with Rao, is 45"
            return named
        if any(c.lower_ == "whose" for c in subject.children):  # "Lee, whose coach is 45"
            return None
    return before[-1] if apposed or told or (over and gapped) else None


def _fronted(context: Context) -> Mention | None:
    """Give the person that follows an age in front: "At 45 Lee is the oldest"."""
    value, (first, last) = context.value, context.sentence
    if context.text[first : context.statement.start].lower().lstrip('"“') not in AT_FIRST:
        return None
    following = next(iter(context.discourse.mentions_in((context.statement.end, last))), None)
    close = following is not None and context.text[context.statement.end : following.start] in (" ", ", ")
    return following if close and following and following.person and value and _of_a_life(value) else None


def _began_at(context: Context) -> str:
    """Give the words for whoever did at the age what a clause in front tells, "" where none does."""
    found = BEGAN_AT.fullmatch(context.text, context.sentence[0], context.statement.start)
    return found["who"] if found else ""


@remembered
def whose(context: Context) -> Token | None:
    """Give the person noun that a number tells the age of by its place: "the boss of it, 57", "whose coach is 57"."""
    value, start, after = context.value, context.statement.start, context.after[:1]
    if value is None or value.kind not in AGES or not _of_a_life(value):
        return None
    if value.kind != "age" and context.noun and after != [","]:
        return None
    if after and after[0] not in FOLLOWING:
        return _described(context)
    for token in reversed(context.document.line(context.sentence[0], start)):
        between = context.text[token.idx + len(token.text) : start]
        found = context.discourse.mention_at(token)
        if token.pos_ == "NOUN" and token.is_lower and is_role(token):
            return token if SET_OFF.fullmatch(between) or TOLD.fullmatch(between) else None
        if found is not None and found.person and found.named:
            return None
    return None


def _described(context: Context) -> Token | None:
    """Give the person noun behind an age: "her 57-year-old husband"."""
    noun = context.head.head
    return noun if context.head.dep_ in ("amod", "nummod") and noun.is_lower and is_role(noun) else None


@remembered
def of_another(context: Context) -> bool:
    """Say whether an age is told of somebody whom no table knows by what he is to another: "her husband, 57"."""
    noun = whose(context)
    if noun is None or holder(context) is not None or context.discourse.mention_at(noun):
        return False
    told = any(c.dep_ in OWNERS or c.lower_ in OTHERS | {"a", "an"} for c in noun.children)
    if any(c.lower_ == "whose" for c in noun.children):  # "Lee, whose coach is 57"
        return True
    first, last = noun.left_edge.idx, noun.idx + len(noun.text)
    near = context.discourse.mentions_in(context.sentence)
    return told and not any(
        m.person and (0 <= first - m.end <= JOINED_BY or 0 <= m.start - last <= JOINED_BY) for m in near
    )


def meant(context: Context) -> bool:
    """Say whether an age is one at which somebody only means to do something: "she hopes to stop at 55"."""
    return to_be_done_at(context) and context.statement.modality in ("forecast", "proposal", "opinion")


def to_be_done_at(context: Context) -> bool:
    """Say whether something is to be done at an age: "to step down at 60"."""
    verb = context.verb
    to_do = verb is not None and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    return to_do and context.before[:1] == ["at"]


@remembered
def apposed(context: Context) -> bool:
    """Say whether the age is set off behind a name or a role, whatever its clause goes on to say."""
    found, role = holder(context), whose(context)
    end = found.end if found else role.idx + len(role.text) if role is not None else -1
    between = context.text[end : context.statement.start] if end >= 0 else ""
    return any(form.fullmatch(between) for form in (SET_OFF, AGED_ROLE, AS_ROLE))


def both(context: Context) -> bool:
    """Say whether the age is that of several: "both 45"."""
    return "both" in takewhile(lambda word: word not in PAUSES, context.before)


@remembered
def moments(context: Context) -> list[When]:
    """Give the times that an age may hold at: those of its clause; for "he was 45" or "45 then", the one before.

    "She has led it since 2012. She was 45 then" is of the time since when.
    """
    near = [w for w in context.times if w.role == "at" and w.weight >= STATED]
    then = "then" in context.after[:2] or context.after[:3] == ["at", "the", "time"]
    roles = {"at", "since"} if then else {"at"} if "was" in context.before[:2] else set()
    back = [w for w in context.times if w.role in roles and w.weight >= EARLIER]
    return near or [w for w in back if long_ago(context, w)][:1]


def of_those_days(context: Context) -> bool:
    """Say whether a clause before tells of another time: "who ran the mill at the time and was 57"."""
    return THOSE_DAYS.search(context.text, context.sentence[0], context.statement.start) is not None


THOSE_DAYS = re.compile(r"\b(?:at (?:the|that) time|in those days|back then|by then|that day)\b", re.IGNORECASE)


def long_ago(context: Context, when: When) -> bool:
    """Say whether a time is one well before the article."""
    return bool(context.published and (context.published - when.period[1]).days > LONG_AGO)


def _told_with(context: Context) -> bool:
    """Say whether a clause tells when somebody was as old: "when she was chosen, she was 36", "46 on becoming"."""
    clauses = (c for c in context.head.children if c.dep_ == "advcl")
    return any(c.lower_ in WHEN for clause in clauses for c in clause.children)


WAS = re.compile(r"\bwas\b")
FIRST_TO = re.compile(r",? the (?:youngest|oldest|first|last)(?: [a-z]+){0,3} to [a-z]", re.IGNORECASE)
"""What tells of the day on which somebody did something: "she was, at 32, the youngest to lead it"."""


@remembered
def of_then(context: Context) -> bool:
    """Say whether the age is that of another time: "began at age 10", "the first, in 2014, at 50"."""
    before, after = (list(takewhile(lambda w: w not in PAUSES, words)) for words in (context.before, context.after[:4]))
    if {*before[:1]} & PRESENT and JOINING & {*before}:  # "has led it since 2009 and is 57"
        before = list(takewhile(lambda word: word not in JOINING, before))
    if {"when", "since", "after", "until", "as"} & {*before} or "when" in after or "same" in before:
        return True
    line = context.text[context.sentence[0] : context.statement.start]
    if WAS.search(line) and FIRST_TO.match(context.text, context.statement.end):
        return True
    if WHEN_WAS.search(line) or _began_at(context) or (WHO_AT.search(line) and after[:1] in (["was"], ["became"])):
        return True
    if before[:1] in (["was"], ["were"]) and ({*after[:1]} & THEN or _told_with(context) or of_those_days(context)):
        return True
    if named_age(context) and apposed(context):
        return False
    place = before.index("at") if "at" in before[:4] else 0
    at = "at" in before[:4] and before[max(0, place - 1) : place] in ([], ["the"], ["age"], ["his"], ["her"])
    if moments(context) and all(long_ago(context, w) for w in moments(context)):
        return not apposed(context) and not PRESENT & {*before[:2]}
    verb = context.verb
    while verb is not None and verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.head.i != verb.i:
        verb = verb.head
    return at and verb is not None and _of_the_past(verb) and stem(verb.text) not in ("be", *DEATHS)


def _of_the_past(verb: Token) -> bool:
    """Say whether a verb tells of what is over: "heard", "had heard", not "has heard"."""
    return verb.tag_ in ("VBD", "VBN") and not any(c.lower_ in ("has", "have") for c in verb.children)
