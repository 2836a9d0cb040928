"""Statements that only the tables let one see: a category or a name as what the article asserts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.exclusive import exclusive
from claims.checking.leading import follows, leads
from claims.checking.mentions import Mention
from claims.checking.officers import RUNNING, is_role
from claims.checking.quantities import quantities
from claims.checking.remembered import remembered
from claims.checking.words import stem
from claims.clauses import tells_for_itself
from claims.spans import SpanIndex
from claims.types import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.context import Context
    from claims.checking.discourse import Discourse
    from claims.checking.index import Index
    from claims.types import Modality, Span

RATED = frozenset(stem(w) for w in "rate grade mark judge call name class describe declare".split())
FOLLOWING = frozenset(stem(w) for w in "follow succeed replace inherit".split())
INHERITED = stem("inherit")
BEFORE, AFTER = frozenset({stem("predecessor"), stem("forerunner")}), frozenset({stem("successor")})
TURNED = {"before": "predecessor", "after": "successor"}
PLACING = frozenset("in at on off near".split())
ASCRIBED, ASCRIBING = frozenset({"obl", "obl:agent"}), PLACING | frozenset("of by from".split())
EXCLUSIVE = frozenset({"only", "except", "bar"})
JOINED, RECEIVING = frozenset({"conj"}), frozenset("to against ahead behind before".split())
RIVAL = frozenset({"against"})
MEETING = frozenset(
    stem(w)
    for w in (
        "say tell ask add recall meet call thank praise see know join remember help visit watch like want love hear "
        "have be warn urge blame miss welcome invite think believe"
    ).split()
)
"""Verbs whose object no table has."""
UNDER = frozenset({"under"})
YIELDING = frozenset({(stem("give"), "way"), (stem("make"), "way"), (stem("hand"), "over"), (stem("yield"),)})
NEARBY = frozenset("near beside opposite behind outside towards toward beyond past around".split())
NONE = frozenset("no none nobody no-one neither".split())
SOME = frozenset("some most many few several half others".split())
WHOLE = frozenset({"the", "all"})
GOING = frozenset(stem(w) for w in "go went gone pass fall fell hand".split())
POSTS = frozenset(stem(w) for w in "job post role office position seat chair command leadership".split())
DENYING = frozenset({"negated", "hypothetical", "forecast"})
WITHIN = frozenset("nmod nmod:poss nmod:desc compound appos flat".split())
YIELDED = frozenset({"obj", "compound:prt", "advmod"})
WINNING = frozenset(stem(w) for w in "winner win champion".split())


def additions(discourse: Discourse, index: Index, statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield a statement for each mention that asserts something and that no statement is anchored at."""
    standing = SpanIndex(((s.start, s.end), s) for s in statements if s.kind not in ("fact", "quotation"))
    numbers = [(_words(discourse, (a.idx, b.idx + len(b.text))), value) for a, b, value in quantities(discourse)]
    for mention in discourse.mentions:
        if (mention.said or not mention.back) and not _taken(mention, standing, leads=is_category(index, mention)):
            kind = _kind(discourse, index, mention)
            alone = exclusive(discourse, mention) if kind == "association" else None
            if alone is not None:
                mention, kind = _words(discourse, alone.span), "exclusive"
            elif kind == "association" and leads(discourse, mention):
                kind = "leader"
            yield _statement(discourse, mention, kind, statements)
    for mention in discourse.cells:
        if not _taken(mention, standing):
            yield _statement(discourse, mention, "association", statements)
    for words, value in numbers:
        if not _taken(words, standing):
            statement = _statement(discourse, words, "quantifier", statements)
            asserted = statement.modality == "negated" and value.amount == 0  # "has never won"
            yield replace(statement, value=value, modality="asserted" if asserted else statement.modality)
    yield from _declared(discourse, statements)


def _taken(mention: Mention, standing: SpanIndex[Statement], *, leads: bool = False) -> bool:
    """Say whether a statement stands for the mention already; that of an office not for a kind that leads it."""
    over = [s for s in standing.touching((mention.start, mention.end)) if not _in_a_title(mention, s)]
    return any(s.kind != "office" or _is_the_office(mention, s, leads=leads) for s in over)


def _is_the_office(mention: Mention, office: Statement, *, leads: bool) -> bool:
    """Say whether a name is not the holder, "Gov. Ada Lee", nor a kind before the post, "the Liberal member"."""
    before = leads and office.start == mention.start and mention.end < office.end
    return office.end >= mention.end and not before


def _in_a_title(mention: Mention, statement: Statement) -> bool:
    """Say whether a number is a word of a title: the six of "Six Doors"."""
    inside = mention.start <= statement.start and statement.end <= mention.end
    return inside and mention.named and statement.kind in ("count", "ordinal") and mention.text.istitle()


def _declared(discourse: Discourse, statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield what declared phrasings assert and no statement stands for: "a goal", "top scorer"."""
    taken = [(s.start, s.end) for s in statements if s.kind not in ("fact", "quotation")]
    for wrong in discourse.wrong:
        yield _statement(discourse, _words(discourse, wrong.span), "name", statements)
    for hit in discourse.hits:
        if hit.phrasing.condition:
            yield _statement(discourse, _words(discourse, hit.anchor), "phrase", statements)
            continue
        for filled in hit.filled:
            span = filled.start, filled.end
            if filled.slot.kind == "number" and not any(a < span[1] and span[0] < b for a, b in taken):
                taken.append(span)
                yield _statement(discourse, _words(discourse, span), "count", statements)


def ascribed(context: Context) -> bool:
    """Say whether a name or a post is said of something, and a reader waits for a verdict: "a final in Orrin"."""
    head = context.head
    cases = {c.lower_ for c in head.children if c.dep_ == "case"}
    placed = head.dep_ == "nmod" and bool(cases & PLACING)  # "a final in Orrin", not "the offer of the Congress"
    of_something = cases & ASCRIBING and (head.dep_ in ASCRIBED or placed or owned(context))
    alone = next((word for word in context.before if word != "the"), "") in EXCLUSIVE
    post = (
        head.is_lower and head.pos_ == "NOUN" and (head.dep_ == "appos" or any(c.dep_ == "cop" for c in head.children))
    )
    return bool(of_something) or alone or post


def answers(context: Context) -> bool:
    """Say whether a name stands where what was done to it is told: "overtook Elm", "lost to Elm and Oak", "was Elm"."""
    mention = context.discourse.asserted_at(context.head)
    if mention is None or not mention.named:
        return False
    token = context.head
    while token.dep_ in JOINED and token.head.i < token.i:
        token = token.head
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    if any(c.dep_ == "cop" for c in token.children) and not cases:  # "the only loser was the Works Line"
        return any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in token.children)
    placed = token is not context.head and bool(cases & ASCRIBING)  # "in Elm and Oak"
    done = token.dep_ == "obj" or (token.dep_ == "obl" and (not cases or placed or bool(cases & RECEIVING)))
    verb = token.head
    told = done and verb.pos_ == "VERB" and stem(verb.text) not in MEETING and verb.tag_ != "VB"
    return told or (token.dep_ == "nmod" and bool(cases & RIVAL))


def owned(context: Context) -> bool:
    """Say whether a name belongs to another: "the carmaker in Stavering", not "the offer of the Congress"."""
    return context.head.dep_ == "nmod" and context.discourse.mention_at(context.head.head) is not None


def halves(discourse: Discourse, checked: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield each number of a refuted pair, "9 of 12", so that the wrong one can be told."""
    refuted = [s for s in checked if s.verdict.label == "refuted" and s.value is not None]
    for statement in refuted:
        for hit in discourse.hits:
            inside = [f for f in hit.filled if statement.start <= f.start and f.end <= statement.end]
            if len(inside) > 1 and not hit.phrasing.condition:
                for filled in inside:
                    yield _statement(discourse, _words(discourse, (filled.start, filled.end)), "count", checked)


def _words(discourse: Discourse, span: Span) -> Mention:
    return Mention(*span, discourse.document.article.text[slice(*span)], ())


def _kind(discourse: Discourse, index: Index, mention: Mention) -> str:
    token = discourse.document.tokens(mention.start, mention.end).root
    if mention.person and not mention.said and not follows(discourse, mention):
        holds = _in_post(discourse, index, token) or (_leads_it(token) and _in_terms(index, mention.best))
        return _person_kind(token) or ("holder" if holds else "association")
    if is_category(index, mention) and _asserts(token) and not _apart(mention, token):
        return "category"
    return "association"


def is_category(index: Index, mention: Mention) -> bool:
    """Say whether the value only ever stands in columns that describe something else."""
    return bool(mention.said) or (mention.best not in index.owners and not mention.person)


def _apart(mention: Mention, token: Token) -> bool:
    """Say whether a name does something of its own, or something is only near it: "when the Tarn flooded"."""
    indefinite = any(c.lower_ in ("a", "an") for c in token.children)
    doing = token.dep_ in ("nsubj", "nsubj:pass") and mention.named and not (mention.said or indefinite)
    return doing or not NEARBY.isdisjoint(c.lower_ for c in token.children if c.dep_ == "case")


def _asserts(token: Token) -> bool:
    """Say whether the word is said of something: "is a Republican", "rated good", "Lee, a Labour man, ..."."""
    if token.dep_ in ("amod", "compound", "nmod:desc") and token.head.pos_ == "NOUN" and token.head.i > token.i:
        token = token.head
    if any(c.dep_ in ("nsubj", "nsubj:pass") and _of_nobody(c) for c in (*token.children, *token.head.children)):
        return False
    if any(c.dep_ == "cop" for c in token.children) or token.dep_ == "appos":
        return True
    if token.dep_ in ("xcomp", "obj", "obl", "advcl", "ccomp") and stem(token.head.text) in RATED:
        return True
    age = any(c.text == "old" or c.like_num for c in token.children)
    return token.dep_ in ("nsubj", "nsubj:pass", "appos") and (age or _definite(token))


def _of_nobody(subject: Token) -> bool:
    """Say whether something is said of none, or of some of many: "no ward is rated good", "two of the eight are"."""
    of_many = (subject.like_num or subject.lower_ in SOME) and not any(c.lower_ in WHOLE for c in subject.children)
    return of_many or bool(NONE & {subject.lower_, *(c.lower_ for c in subject.children)})


def _definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "a", "an") for c in token.children) and token.pos_ in ("NOUN", "ADJ", "PROPN")


def _person_kind(token: Token) -> str:
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    if cases & UNDER:
        return "holder"
    verb = token.head
    if token.dep_ in ("obj", "obl:agent") and stem(verb.text) in FOLLOWING:
        return "successor" if "by" in cases else "predecessor"
    if stem(_before(token).text) in FOLLOWING:  # whatever the parse makes of "Lee, elected in May, replaced Ann Day"
        return "predecessor"
    beside = {stem(c.text) for c in token.children if c.dep_ == "appos"}
    beside |= _called(verb) if token.dep_ in ("appos", "flat", "compound") or _right_behind(token, verb) else set()
    if _as_successor(token, cases):
        return "predecessor"
    if any(stem(c.text) in BEFORE | AFTER for c in verb.children if c.dep_ == "nmod:poss"):
        return ""  # "her predecessor's predecessor, Ann Day"
    if beside & (BEFORE | AFTER):
        return "predecessor" if beside & BEFORE else "successor"
    if _handed_on(token):
        return "predecessor"
    if cases & {"to", "for"} and (_yields(verb) or ("to" in cases and _passes_on(verb))):
        return "successor"
    if token.dep_ == "nsubj" and stem(verb.text) == stem("win"):
        return "winner"
    if token.dep_ == "appos" and stem(verb.text) in WINNING:
        return "winner"
    return ""


def _right_behind(name: Token, noun: Token) -> bool:
    """Say whether only a comma parts a name from the noun before it, whatever the parse makes of that."""
    return name.dep_ in JOINED and [t.text for t in name.doc[noun.i + 1 : name.left_edge.i]] in ([","], [])


def _yields(verb: Token) -> bool:
    """Say whether a verb tells that somebody goes for another: "a year later she made way for Ann Day"."""
    own = (stem(verb.text), *(c.lower_ for c in verb.children if c.dep_ in YIELDED))
    return any(own[0] == words[0] and {*words} <= {*own} for words in YIELDING)


def _passes_on(verb: Token) -> bool:
    """Say whether a verb tells that a post goes to somebody: "the job went to", "her title of director fell to"."""
    posts = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")] if stem(verb.text) in GOING else []
    return any(stem(c.text) in POSTS or _of_a_role(c) for c in posts)


def _of_a_role(noun: Token) -> bool:
    """Say whether a noun is a title that somebody has, "her title of director", and none that is won."""
    held = [c for c in noun.children if c.dep_ == "nmod" and any(t.lower_ == "of" for t in c.children)]
    return stem(noun.text) == stem("title") and any(is_role(c) for c in held)


def _leads_it(token: Token) -> bool:
    """Say whether a person is the one by whom something is led: "Elm Bank, run by Ann Lee"."""
    by = any(c.lower_ == "by" for c in token.children if c.dep_ == "case")
    return by and token.dep_ in ASCRIBED and token.head.lemma_.lower() in RUNNING


@remembered
def _in_terms(index: Index, person: str) -> bool:
    """Say whether a table of terms has a person."""
    return any(v.start and v.end and v.has(person) for v in index.tables)


def _called(noun: Token) -> set[str]:
    """Give the stem of what a person is called, and that of who is before or after another: "the man before her"."""
    cases = {c.lower_ for t in noun.children if t.pos_ == "PRON" for c in t.children if c.dep_ == "case"}
    return {stem(noun.text), *(stem(TURNED[word]) for word in cases & TURNED.keys())}


def _handed_on(token: Token) -> bool:
    """Say whether something is taken over from a person: "took over from her aunt, Ann Day", "inherit it"."""
    giver = token.head if token.dep_ == "appos" and token.head.pos_ == "NOUN" else token
    verb = giver.head.head if giver.dep_ == "nmod" else giver.head  # "inherited a debt from Ann Day"
    taken = stem(verb.text) == INHERITED or any(t.lower_ == "over" for t in token.doc[verb.i + 1 : token.i])
    before = [t.lower_ for t in _words_before(token)]
    if before == ["succession", "to"] or (giver.dep_ == "nmod" and giver.head.lower_ == "succession"):
        return True
    given = taken and ("from" in before[-1:] or any(c.lower_ == "from" for c in giver.children if c.dep_ == "case"))
    return given or before == ["over", "from"]


def _as_successor(token: Token, cases: set[str]) -> bool:
    """Say whether somebody came as the next after another: "as the successor of Ann Day", "is her successor"."""
    post = token.head
    named_first = any(t.tag_ == "POS" for t in token.doc[token.i : post.i])
    owned = named_first or bool(cases & {"of", "to"})
    told = any(c.lower_ == "as" or c.dep_ == "cop" for c in post.children)
    return owned and stem(post.text) in AFTER and told


def _in_post(discourse: Discourse, index: Index, token: Token) -> bool:
    """Say whether a name stands behind the post that somebody has there: "its general director, Ann Day"."""
    post = discourse.mention_at(token.head) if token.dep_ == "appos" and token.head.i < token.i else None
    owned = any(c.dep_ == "nmod:poss" for c in token.head.children)
    return owned and post is not None and not post.person and is_category(index, post)


def _before(token: Token) -> Token:
    """Give the word before a name."""
    return next(iter(_words_before(token)[-1:]), token)


def _words_before(token: Token) -> list[Token]:
    """Give the two words before a name."""
    first = token.left_edge
    while first.i < token.i and first.pos_ != "PROPN":
        first = first.nbor(1)
    return [*token.doc[max(0, first.i - 2) : first.i]]


def _statement(discourse: Discourse, mention: Mention, kind: str, statements: tuple[Statement, ...]) -> Statement:
    document = discourse.document
    sentence = document.sentence(mention.start)
    around = [s for s in statements if s.sentence == sentence]
    near = min(around, key=lambda s: abs(s.start - mention.start), default=None)
    clause = (
        near.clause
        if near and near.clause[0] <= mention.start < near.clause[1]
        else _clause(discourse, mention, sentence)
    )
    text = document.article.text
    statement = Statement(
        id="", start=mention.start, end=mention.end, quote=text[mention.start : mention.end],
        text=text[slice(*clause)], kind=kind, clause=clause, sentence=sentence,
    )  # fmt: skip
    if near is None:
        return statement
    meant = _meant(discourse, near, mention)
    return replace(statement, sourcing=near.sourcing, modality=meant)


def _meant(discourse: Discourse, near: Statement, mention: Mention) -> Modality:
    """Say how a name is meant: as what is said beside it, but in a clause of its own, "and Lee won", as that is.

    What only says who the subject is holds whatever is denied of it: "Lee of the Elm party had never named one".
    """
    clauses, tokens = discourse.document.predicates, discourse.document.tokens
    if near.modality in DENYING and _says_who(tokens(mention.start, mention.end).root):
        return "asserted"
    own, other = (clauses.of(tokens(*span).root) for span in ((mention.start, mention.end), (near.start, near.end)))
    itself = own != other and tells_for_itself(discourse.document.columns, own.head)
    return own.modality if itself else near.modality


def _says_who(token: Token) -> bool:
    """Say whether a name belongs to a subject that is somebody, "Lee of Elm", "the minister, Ann Lee", not to none."""
    within = token
    while within.dep_ in WITHIN and within.head.i != within.i:
        within = within.head
    named = within.pos_ == "PROPN" or any(c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" for c in within.children)
    return (
        within.dep_ in ("nsubj", "nsubj:pass") and named and (within is not token or not token.tag_.startswith("NNP"))
    )


def _clause(discourse: Discourse, mention: Mention, sentence: Span) -> Span:
    cut = discourse.document.clause(mention.start)
    return cut if cut[0] <= mention.start < cut[1] else sentence
