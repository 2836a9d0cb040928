"""The words that attribute: verbs of saying by group and frame, hearsay, and what only looks like them."""

from __future__ import annotations

# Group, frames, verbs. Frames: c a clause or a quotation, o an object, i an infinitive, q a quotation only,
# d a clause or an object, h a that-clause only, e "call it a lie", a "accuse him of it", p "put it at ten",
# x an object, t a person spoken to may come between.
_GROUPS = """
say: c: say state add remark comment mention declare assert aver reiterate repeat stress emphasise emphasize underline
    underscore insist maintain contend argue reason opine explain clarify elaborate note observe point recount relate
    recall remember recollect conclude agree concur affirm attest proclaim pronounce interject volunteer specify posit
    theorize counter retort venture correct wonder
tell: cti: tell inform assure remind brief notify convince advise
claim: coi: profess claim allege purport
write: c: write tweet post blog email text message radio
reply: c: reply respond answer rejoin
admit: co: admit acknowledge concede confess
attribute: p: attribute ascribe
deny: co: deny dispute reject refute rebut rubbish
brush: o: play brush wave
reveal: co: announce reveal disclose confirm report unveil divulge
warn: coti: warn caution alert
predict: co: predict forecast project estimate expect reckon calculate foresee anticipate
hint: c: suggest hint imply signal intimate insinuate speculate
complain: c: complain grumble lament bemoan protest object fume fret gripe moan worry scoff
promise: ci: promise pledge vow swear undertake guarantee boast brag
hear: c: hear
testify: ci: testify depose submit plead rule recommend propose
request: qti: urge demand request ask order instruct
evaluate: e: call describe dub term brand dismiss characterise characterize hail praise slam blast criticize criticise
    condemn denounce deride question tout defend echo mock ridicule lambaste decry rebuke chide scold welcome laud
    applaud commend berate castigate rail bash
accuse: a: accuse blame fault credit charge
put: p: put value rate peg grade place
hold: h: hold accept
show: d: show find indicate demonstrate determine discover detail
contain: x: cite contain include list read record count
think: c: believe think suspect doubt fear understand
feel: c: feel
exclaim: q: quip joke shout yell cry exclaim whisper murmur mutter laugh smile sigh shrug grin chuckle snap taunt
    tease enthuse gush rave hit fire chime lash begin continue conclude finish interrupt speak sum recite plead beg
    read shoot
"""

_IRREGULAR_FORMS = """
say: said says saying | tell: told tells telling | write: wrote written writes writing |
hold: held holds holding | find: found finds finding | show: showed shown shows showing |
think: thought thinks thinking | feel: felt feels feeling | hear: heard hears | hit: hits |
swear: swore sworn swears swearing |
put: puts putting | read: reads reading | speak: spoke spoken speaks speaking | go: went gone goes going |
begin: began begun begins beginning | shoot: shot shoots shooting | sing: sang sung sings singing |
foresee: foresaw foreseen foresees foreseeing | undertake: undertook undertaken undertakes undertaking |
forecast: forecasts forecasting forecasted | know: knew known knows knowing | learn: learnt learned learns |
understand: understood understands | admit: admits admitted admitting | submit: submits submitted submitting |
quip: quips quipped quipping | brag: brags bragged bragging | refer: refers referred referring |
rebut: rebuts rebutted rebutting | dub: dubs dubbed dubbing | slam: slams slammed slamming |
sum: sums summed summing | recur: recurs | sob: sobs sobbed sobbing | grin: grins grinned grinning |
shrug: shrugs shrugged shrugging | plan: plans planned planning |
label: labels labelled labeled labelling labeling | signal: signals signalled signaled signalling signaling |
rumour: rumoured | rumor: rumored | snap: snaps snapped snapping | beg: begs begged begging |
blog: blogs blogged blogging | concur: concurs concurred concurring | aver: avers averred averring
"""
_IRREGULAR = dict(row.strip().split(": ") for row in _IRREGULAR_FORMS.replace("\n", " ").split(" | "))


def _inflect(verb: str) -> tuple[str, ...]:
    """Give the forms of a verb; of irregular ones, those listed."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb].split())
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return verb, third, verb + "ed", verb + "ing"


GROUP: dict[str, str] = {}
FRAMES: dict[str, str] = {}
for _row in _GROUPS.replace("\n    ", " ").strip().split("\n"):
    _group, _frames, _verbs = _row.split(": ")
    for _verb in _verbs.split():
        GROUP.setdefault(_verb, _group)
        FRAMES[_verb] = FRAMES.get(_verb, "") + _frames

VERB_OF: dict[str, str] = {form: verb for verb in sorted(GROUP) for form in _inflect(verb)}
GROUP["point to"], FRAMES["point to"] = "show", "o"

HEARSAY_OF: dict[str, str] = {
    form: verb
    for verb in "say believe think understand learn allege report rumour rumor suspect fear estimate reckon assume "
    "claim repute speculate whisper gather hear".split()
    for form in _inflect(verb)[1:]
    if not form.endswith("ing") and not (form.endswith("s"))
}
"""Participles that, in the passive, attribute to nobody: "is said to", "it is believed that"."""

HEARSAY_ADVERBS = frozenset("reportedly allegedly purportedly supposedly rumouredly".split())
HEARSAY_NOUNS = frozenset("word rumour rumor rumours rumors talk chatter speculation gossip legend whisper".split())

ACCUSED = frozenset("accused suspected".split())

IDIOM_OBJECTS: dict[str, frozenset[str]] = {
    "say": frozenset("goodbye farewell hello thanks sorry prayers mass grace cheese".split()),
    "claim": frozenset(
        """life lives victory victories title titles crown medal medals gold silver bronze win wins wicket wickets
        prize prizes scalp scalps trophy point points seat seats place spot responsibility credit asylum goal goals
        record century pole podium championship belt lead throne compensation damages refund expenses
        benefits""".split()
    ),
    "tell": frozenset("story stories tale time difference lie lies truth joke jokes".split()),
    "report": frozenset("profit profits loss losses revenue earnings sales results".split()),
    "hold": frozenset("talks meeting meetings rally election elections power office breath seat seats".split()),
    "declare": frozenset("bankruptcy insolvency war emergency independence dividend truce ceasefire holiday".split()),
    "plead": frozenset("guilty innocent".split()),
    "deny": frozenset(
        "bail entry access visa visas permission permit permits licence license asylum parole coverage".split()
    ),
    "show": frozenset(
        "emotion remorse sign signs interest mercy respect promise courage form solidarity restraint".split()
    ),
    "point": frozenset("door doors wall map sky screen window floor ceiling chair photo photograph picture".split()),
    "play": frozenset("left right wing middle flank line ground".split()),
    "find": frozenset("way ways himself herself itself themselves home homes job jobs place refuge work".split()),
}

STRIKING = frozenset("slam blast bash".split())
FORCES = frozenset(
    """storm hurricane cyclone typhoon tornado quake earthquake tsunami wave waves wind winds rain rains flood floods
    blizzard explosion bomb car truck lorry bus train plane""".split()
)
"""What slams without a word: "storm slams coast"."""

SUMMONED = frozenset("strike election elections referendum halt truce bandh rally protest meeting".split())
"""What people call: "called a strike"."""

PARTICLE_IDIOMS: dict[str, frozenset[str]] = {
    "call": frozenset("in off up back round together".split()),
    "charge": frozenset("in by over".split()),
    "report": frozenset("from to for back in".split()),
    "think": frozenset("about of again twice".split()),
}
"""Words right after a verb that make it another verb: "called off", "reported from Lisbon"."""

VAGUE_OBJECTS = frozenset("something much more little volumes lot plenty enough".split())
"""What "says" takes where nothing is said: "says a lot about him"."""

SURE_VERBS = frozenset(
    """said says say told tells wrote writes added adds insisted insists argued argues believes explained explains
    admitted admits denied denies maintains asserted asserts alleged alleges conceded concedes acknowledged
    acknowledges warns warned reveals revealed confirms confirmed suggests suggested predicts predicted
    remembers remembered recalled recalls tweeted testified contends contended countered quipped noted remarked
    stressed scoff scoffs scoffed""".split()
)
"""Forms that are verbs whatever the tagger says."""

NEVER_VERBS = frozenset("including according reading putting finding showing counting holding feeling speaking".split())
"""Forms that are mostly something else: "including", "in the reading"."""

LIFTED = frozenset("say tell claim write reply admit deny reveal warn hint complain exclaim think predict".split())
"""Groups whose participle after a comma goes on with the speaker of the sentence: "..., adding that"."""

WITH_OBJECT = frozenset(
    """note stress emphasise emphasize underline underscore explain state mention repeat reiterate recall propose
    recommend affirm clarify describe recount signal question discuss defend suggest advise promise pledge
    lament complain protest""".split()
)
"""Verbs whose object may be what is said: "stressed the need for calm"."""

SPEECH_NOUNS = frozenset(
    """statement warning recommendation concern concerns hope confidence doubt doubts view belief opinion fear fears
    surprise regret assurance assurances complaint suspicion conviction invitation reminder figure toll apology
    explanation clear known""".split()
)
GIVING_VERBS = frozenset(
    """issued issues issue issuing made makes make making expressed expresses express expressing gave gives give giving
    offered offers offer offering extended extends voiced voices voice voicing raised raises raise raising sent
    sends released releases repeated repeats let""".split()
)
"""Verb and noun of "issued a warning that", "voiced doubts about", "made it clear that"."""

CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations rumour rumours rumor rumors reports speculation
    suggestion suggestions assertion assertions contention argument arguments warning warnings prediction predictions
    fear fears concern concerns complaint complaints criticism insistence admission revelation revelations denial
    denials charge charges talk""".split()
)
"""Nouns of "amid reports that", "his claim that"."""

SAID_BY = frozenset("report confirm estimate deny dispute project".split())
"""Verbs whose passive names who says it: "was confirmed by her agent"."""

STANCES = frozenset(
    """adamant concerned skeptical sceptical confident convinced worried optimistic pessimistic emphatic
    blunt""".split()
)
"""Adjectives of "is adamant that"."""

ESTIMATES = frozenset(
    """calculation calculations count counts estimate estimates account accounts reckoning tally admission
        telling""".split()
)
"""Nouns of "by its own estimate"."""

GOING_TO_PLAN = frozenset("plan plans schedule custom tradition taste need rank".split())
MEASURES = frozenset(
    "age ages size sizes income incomes weight height length ability abilities merit seniority colour color".split()
)
"""What "according to" sorts by: "paid according to age"."""

BEFORE_VERB = frozenset("also then later further again once even still only now never just earlier reportedly".split())

ADJUNCT_OPENERS = frozenset(
    """as while when after before during despite amid without with since until following on in at from by
    ahead""".split()
)
SUBORDINATORS = frozenset(
    "who which as when while after before because where until unless since although though whereas".split()
)
GOING_ON = frozenset("used went goes continued continues came appeared seemed rushed was is".split())
"""Verbs whose infinitive is said all the same: "went on to say"."""

MODALS = frozenset("if could might may can would should must".split())
_ANY = frozenset("out aloud off on back up".split())
PARTICLES_OF: dict[str, frozenset[str]] = dict.fromkeys("point wonder laugh go shoot sum let rule".split(), _ANY) | {
    "play": frozenset(["down"]),
    "brush": frozenset(["aside", "off"]),
    "wave": frozenset(["away", "aside", "off"]),
    "hit": frozenset(["back", "out"]),
    "fire": frozenset(["back"]),
    "chime": frozenset(["in"]),
    "lash": frozenset(["out"]),
}
ONLY_WITH = frozenset("point play brush wave hit fire chime lash".split())
"""Verbs that say something only with a particle: "played down the report"."""

POLL_VERBS = {"has": "have", "have": "have", "had": "have", "gives": "give", "gave": "give", "give": "give"}
"""What polls do: "the poll has Rao down six"."""

SAYING_NOUNS = frozenset(
    """answer reply response verdict estimate view assessment explanation advice message motto warning conclusion
    prediction reaction retort description words comment plea excuse slogan""".split()
)
"""Nouns that a quotation is equated with: "her answer was"."""

HEARING = frozenset("court inquiry enquiry inquest jury tribunal committee commission hearing panel trial".split())
"""Bodies that hear what is said before them: "the court heard"."""
QUOTING = frozenset("quoted quotes quoting cited describing".split())
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "without"])
