"""The nouns that sources are, by what they say of a source: unnamed, a body, a document, an office."""

from __future__ import annotations

import re

ANONYMOUS_HEADS = frozenset(
    "source sources insider insiders tipster leaker leakers whistleblower whistleblowers pal pals".split()
)
_UNNAMED = (
    r"anonym|unnamed|unidentified|off the record|name (?:was|be|is) withheld|won.t name",
    r"not (?:to be |be |being )?(?:named|identified|quoted)",
    r"unwilling to be (?:named|identified)|without being (?:named|identified)",
    r"(?:not|n.t) (?:wish|want|like|permitted|authori[sz]ed|allowed)",
    r"left out (?:his|her|their) name",
)
ANONYMITY = re.compile("|".join(_UNNAMED), re.IGNORECASE)

_KNOWING = (
    r"familiar|close to|with (?:\w+ )?knowledge|direct knowledge|briefed|privy|aware of|involved in",
    r"present at|in the know|sat in on|around the|in the room|not public|on (?:the )?condition",
    r"(?:who|that) (?:has|have) (?:seen|read|looked|been)",
)
IN_THE_KNOW = re.compile(r"\b(?:" + "|".join(_KNOWING) + r")\b", re.IGNORECASE)

_PEOPLE = r"(?:sources?|people|persons?|officials?|insiders?|aides)"
_CITES = r"\b(?:citing|quoting|cited|quoted|cites|quotes)(?: [\w'’-]+){0,4}? "
CITING = re.compile(_CITES + _PEOPLE + r"\b|\bunnamed\b|\bwithout naming|\bdid not (?:name|identify)", re.IGNORECASE)

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
    officers representative representatives rep reps staffer staffers bureaucrat bureaucrats functionary functionaries
    prosecutor prosecutors regulator regulators inspector inspectors negotiator negotiators commander deputy""".split()
)
SPOKESPEOPLE = frozenset(
    """spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative representatives rep
    reps""".split()
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
    """reports media press journals rumours rumors rumour rumor speculation portals tabloids outlets newspapers papers
    dailies broadcasters stations websites vlogs blogs radio television tv news newsreports whispers gossip""".split()
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
    application testimony spot
    draft drafts average bylaw bylaws ordinance statute test tests valuation trial respondents percent magazine
    newspaper white-paper whitepaper factsheet""".split()
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
INSCRIPTIONS = frozenset(
    "sign signs banner banners placard placards plaque plaques poster posters bedsheet sticker t-shirt shirt".split()
)
"""What bears words and says nothing: "a banner reads"."""
CIRCLE = frozenset("allies friends colleagues associates supporters confidants advisers advisors".split())
"""People around somebody: "his allies"."""
MINISTRIES = frozenset("ministry department embassy consulate municipality".split())
SPECIALISTS = frozenset("analysts economists strategists researchers scientists lawyers attorneys forecasters".split())
ON_FILE = frozenset(
    """court legal charging planning divorce bankruptcy tax internal confidential finance annual quarterly inspection
    autopsy incident""".split()
)
"""What makes papers and reports documents: "court papers", "campaign finance reports"."""
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
COMPANY_FORMS = frozenset("inc inc. ltd ltd. plc corp corp. co co. llc group holdings".split())
PUBLIC_FIGURES = frozenset("opposition senior public party leading prominent political".split())
RESEARCH = frozenset(
    "poll polls survey surveys study studies research analysis analyses estimate estimates averages".split()
)
"""What nobody can look up without a name: "polls show", "one study found"."""
TALK = frozenset("reports posts accounts messages".split())
COUNTS = frozenset("one another two three four third second others some many several".split())
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens scores hundreds most half".split()
)
