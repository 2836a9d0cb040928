"""The word lists behind names: titles, roles, and the words that tell a person from a body and a place."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE = _words("mr sir lord baron king prince duke sh shri sri father brother mullah sheikh emperor")
FEMALE = _words("mrs ms miss mme mlle smt lady dame queen princess sister duchess baroness empress")
HONORIFICS = MALE | FEMALE | _words("mx dr prof professor rev reverend hon st saint messrs fr km")

# nouns for a person's office or occupation that stand before or after a name
ROLES = _words(
    """president minister premier chancellor secretary senator representative congressman congresswoman congressperson governor
    mayor councillor councilman councilwoman councilor alderman commissioner ambassador envoy diplomat consul speaker whip chair
    chairman chairwoman chairperson leader deputy chief head director manager executive officer ceo cfo coo cto founder cofounder
    co-founder owner partner boss spokesman spokeswoman spokesperson judge justice magistrate attorney lawyer solicitor barrister
    prosecutor sheriff detective inspector constable sergeant general colonel major captain lieutenant commander admiral marshal
    brigadier corporal professor lecturer teacher headteacher principal dean rector scientist physicist chemist biologist
    economist analyst strategist researcher engineer architect astronaut doctor surgeon nurse coach trainer midfielder striker
    goalkeeper defender forward winger quarterback pitcher batsman bowler wicketkeeper skipper player cyclist swimmer sprinter
    runner golfer boxer wrestler driver rider pilot author writer novelist poet playwright journalist reporter editor columnist
    correspondent anchor presenter broadcaster host producer filmmaker actor actress singer musician composer rapper drummer
    guitarist comedian artist painter sculptor designer photographer model activist campaigner lobbyist adviser advisor aide
    candidate nominee challenger incumbent lawmaker legislator parliamentarian mp mla mep pope bishop archbishop cardinal
    priest pastor rabbi imam monk king queen prince princess emperor sultan emir sheikh tsar crown treasurer auditor comptroller
    ombudsman regulator banker trader investor billionaire millionaire entrepreneur businessman businesswoman industrialist
    tycoon magnate mogul farmer fisherman baker builder carpenter electrician plumber mechanic roofer shopkeeper clerk cashier
    student pupil graduate resident neighbour neighbor survivor witness victim suspect defendant plaintiff widow widower wife
    husband mother father son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother supremo patriarch
    matriarch stalwart veteran scion convener convenor coordinator organiser organizer member founder-president stalwart
    politician statesman historian geologist geochemist climatologist meteorologist astronomer psychologist sociologist
    anthropologist archaeologist epidemiologist virologist oncologist cardiologist mathematician statistician philosopher
    librarian curator conductor choreographer dancer chef sommelier brewer winemaker referee umpire medallist medalist champion
    winner laureate recipient legend star icon hero guru kingpin gangster militant commander-in-chief warlord rebel fugitive
    whistleblower tutor paramedic firefighter officer-in-charge chairman-elect president-elect governor-elect premier-designate
    official trustee custodian superintendent supervisor foreman registrar delegate negotiator mediator expert specialist
    consultant contractor publisher inventor explorer mountaineer sailor soldier"""
)
ROLE_ENDINGS = (
    "ist",
    "man",
    "woman",
    "person",
    "maker",
    "keeper",
    "owner",
    "holder",
    "leader",
    "player",
    "worker",
    "-elect",
)
ROLE_MODIFIERS = _words(  # stand in a capitalised title before the role noun
    """prime chief vice deputy first former foreign finance home defence defense interior health education interim acting
    senior junior assistant associate executive managing financial operating technology information national state federal
    majority minority opposition district county attorney lead lieutenant rear air external internal labour labor trade
    energy transport environment agriculture"""
)

# words that end, or head, the name of a body
BODY_ENDINGS = _words(
    """inc corp corporation co company ltd limited llc llp plc gmbh ag nv sa ab oy group holdings holding industries
    enterprises partners associates ventures capital bank bancorp airlines airways motors motor electronics systems
    technologies technology software pharmaceuticals pharma laboratories labs foods stores media news times post daily gazette
    herald courier tribune guardian telegraph journal chronicle press network broadcasting agency university college school
    institute academy hospital clinic church party alliance front coalition union federation confederation association society
    foundation trust council committee commission board bureau office department ministry authority administration service
    services court tribunal assembly parliament congress senate house sabha cabinet government police army navy force corps
    guard fund league club fc united team museum library theatre theater orchestra organization organisation nations
    initiative project campaign movement center centre research consortium cooperative exchange works dam""".replace(
        " dam", ""
    )
)
BODY_HEADS = _words(
    """bank university ministry department house bureau board council institute office court school college museum
    association federation union league chamber academy church commission committee centre center society party congress
    organization organisation confederation agency faculty republic kingdom states commonwealth state"""
)
BODY_NOUNS = _words(
    """company firm airline carmaker automaker maker giant group bank retailer startup start-up brand operator
    manufacturer supplier developer publisher broadcaster newspaper magazine website network agency party club team union charity
    nonprofit organisation organization think-tank lobby watchdog regulator bureau lender insurer carrier chain bookmaker
    drugmaker chipmaker planemaker conglomerate utility consultancy"""
)
BODY_RELATIONS = _words(  # "Congress leadership", "the Greens' spokesman"
    """leadership leader leaders government spokesperson spokesman spokeswoman official officials member members lawmaker
    lawmakers mp mps senator senators executive executives employee employees shares stock headquarters board candidate
    candidates workers activist activists supporters sources ministry administration coalition"""
)
PLACE_ENDINGS = _words(
    """city county state province district region valley river lake island islands mountains mountain mount street road avenue
    square park beach bay gulf sea ocean desert peninsula coast pradesh nadu town village harbour harbor airport station bridge
    strait canal republic territory heights hills plains falls"""
)
PLACE_NOUNS = _words(
    "state city town province capital village district county region island suburb port country nation"
)
PLACES = _words(
    """afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
    bosnia botswana brazil britain bulgaria cambodia cameroon canada chad chile china colombia croatia cuba cyprus denmark
    ecuador egypt england estonia ethiopia europe fiji finland france gambia georgia germany ghana greece guatemala guinea
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo
    kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia mali malta mauritius
    mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria
    norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland
    senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand
    tibet togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
    africa asia america antarctica alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario
    quebec alberta bihar assam goa gujarat haryana kerala maharashtra manipur odisha punjab rajasthan uttarakhand bengal delhi
    mumbai kolkata chennai bengaluru hyderabad london paris berlin rome madrid moscow beijing shanghai tokyo seoul sydney
    melbourne toronto chicago boston seattle houston dallas miami brussels geneva vienna dublin edinburgh glasgow manchester
    liverpool birmingham cairo nairobi lagos johannesburg islamabad karachi dhaka kabul tehran baghdad damascus beirut
    jerusalem ankara istanbul athens warsaw prague budapest kyiv us u.s usa u.s.a uk u.k uae"""
)
GIVEN = _words(
    """aaron abdul adam adrian ahmed aisha alan albert alejandro alex alexander ali alice amanda amina amit amy ana andrea
    andrew angela anil anita ann anna anne anthony antonio anwar arjun arthur ashok barack barbara ben benjamin bernard beth
    bill boris brian bruce carl carla carlos carmen carol caroline catherine charles charlotte chris christian christine
    christopher claire clara colin craig dale daniel danielle david deborah deepak denis dennis diana diane diego dmitri
    donald dora doris dorothy douglas duncan edward elaine elena elizabeth ella ellen emily emma emmanuel eric erik ernest
    eva evan eve fatima felix fernando fiona florence frances francis frank fred gabriel gareth gary gavin geoffrey george
    gerald gerard gordon graham grace greg gregory hannah hans harold harry hassan heather helen henry hillary howard hugh
    hussein ian ibrahim igor imran indira irene isaac isabel ivan jack jacob jake james jan jane janet jason javier jean
    jeff jeffrey jennifer jeremy jerome jessica jill jim joan joanna joe joel john jon jonathan jorge jose joseph joshua
    joyce juan judith julia julian julie justin kamala karen karl kate katherine keith kelly ken kenneth kevin kim kumar
    kwame laura lauren lawrence lee leo leon leonard leslie lewis liam linda lisa liz louis louise lucas lucy luis luke
    magnus mahmoud manuel marc marcus margaret maria marie mario mark martha martin mary mateo matthew maureen max megan meera
    melissa michael michel michelle miguel mike mohamed mohammad mohammed monica musa nancy naomi narendra natalie natasha
    neil nicholas nick nicolas nicole nigel nina noah nora norman olga oliver olivia omar oscar owen pablo pamela patricia
    patrick paul paula pedro peter philip pierre priya rachel rafael rahul raj rajesh ralph ravi ray raymond rebecca ricardo
    richard rita robert roberto robin roger roland ronald rosa rose ross roy ruth ryan sally salman sam samuel sandra sanjay
    sara sarah scott sean sergei shane sharon simon sofia sonia sophie stefan stella stephanie stephen steve steven stuart
    sunil susan suzanne sylvia tariq teresa terry theresa thomas tim timothy tina tom tony tracy ursula valerie vera veronica
    victor victoria vijay vincent viktor virginia vivian vladimir wade walter warren wayne wendy william yasmin yusuf yvonne
    zainab zoe""".replace(" virginia ", " ")
)
CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun easter
    christmas ramadan diwali eid spring summer autumn winter"""
)
NEVER = _words(  # capitalised at the start of a sentence, never a name by themselves
    """i i'm i've i'll i'd the a an this that these those he she it they we you his her its their our my your but and or in on
    at by for from to of with as if when while after before since no not yes one two three four five six seven eight nine
    ten some many most all both each every there here what who why how where which according however meanwhile mr mrs ms
    dr sh ok am pm gmt utc est edt pst bst ist bc ad"""
)
PARTICLES = _words(
    "de da del della di du dos das van von der den ter bin ibn al el la le of-the ul ur abu y".replace("of-the ", "")
)
SAYING = _words(
    """say tell add ask write tweet announce claim argue insist warn explain reply note deny confirm admit concede
    maintain suggest stress recall declare quip joke acknowledge allege testify promise vow urge believe think"""
)
