"""Closed lists of what stands about names: things and bodies that bear them, what people do and have."""

from __future__ import annotations

from dateline.extraction.bodies import BODY_NOUNS, WEAK_BODY_NOUNS
from dateline.extraction.wordlists import phrases, words

#: Nouns that make a capitalised name a body's without the model's word.
STRONG_NOUNS = BODY_NOUNS - WEAK_BODY_NOUNS

#: Words that are capitalised and never name a person.
NEVER = words(
    """
    god allah jesus christ satan santa bible koran quran torah islam christianity internet web nazi nazis
    mp mps mep meps msp msps gmt bst tv dvd cd pc ceo gdp hiv aids sars i i'm english latin arabic
    """
)

#: Words before a name that make it a thing's or a place's.
THINGS_BEFORE = words(
    """
    hms uss mv ss rms hurricane storm typhoon cyclone mount mt mt. lake cape river lough loch glen st st.
    saint port fort camp shuttle operation project rue via hotel
    """
)

#: Words behind a name that make it a thing's or a place's, where they are capitalised too.
THINGS_BEHIND = BODY_NOUNS | words(
    """
    street road avenue square park stadium bridge airport station hall house palace castle gardens island
    islands bay inquiry enquiry act bill law doctrine prize award awards trophy cup medal open classic
    tournament telescope day week show memorial library hotel inn arena lane hill beach river lake valley
    mountain mountains syndrome disease scale plan accord accords declaration report effect theorem
    peninsula strait sea ocean gulf province republic building tower towers canyon dam pier terminal
    highway boulevard crescent cemetery cathedral abbey chapel parish crossing junction centre center
    springs falls creek fields heath hole strip line wall gate cross convention conference summit treaty
    protocol
    """
)

#: Lower-case words behind a name by which it need not be a person's.
MATTERS = words(
    """
    inquiry enquiry report act bill law doctrine prize award trophy cup medal telescope show plan accord
    accords affair scandal brand label shares stock plant factory unit model range chain store stores
    software phone car cars vehicle truck family dynasty era method process festival museum newspaper
    magazine website
    """
)

#: What a company has: a bare name before one is the company's.
COMPANY_MATTERS = words(
    """
    shares stock profits sales executives officials spokesman spokeswoman founder employees workers
    customers products plant plants factory factories computers cars stores shareholders investors shops
    """
)

#: Verbs whose object is somebody, where their subject is.
MET = words("beat beats defeated edged overcame met meets replaced replacing succeeded married faces thanked")

#: Verbs of speech and thought.
SPEECH = words(
    """
    say says said tell tells told add adds added warn warns warned argue argues argued insist insists
    insisted believe believes believed think thinks thought admit admits admitted joke jokes joked recall
    recalls recalled complain complains complained explain explains explained reply replies replied smile
    smiled wrote
    """
)

#: Kinds of bodies that stand in lower case before a body's name ("oil giant").
BODY_KINDS = words(
    """
    charity firm company group giant airline bank chain retailer carmaker newspaper magazine website
    platform network producer maker manufacturer operator developer builder broker broadcaster publisher
    distributor label brand brewer insurer supplier agency club side team band rockers service paper daily
    weekly supermarket grocer lender utility conglomerate consultancy consultants think-tank party
    movement organisation organization union rival search-engine engine startup start-up
    """
)

#: Kinds of bodies that nobody is called by, even before a person's name: "insurance group Anna Lund".
CORPORATE_KINDS = words("firm company group giant airline chain retailer bank insurer conglomerate utility")

#: Nouns at the end of a name that nobody bears as a family name.
CORPORATE_ENDINGS = words(
    """
    holdings ltd limited inc incorporated corp corporation plc llc llp gmbh airlines airways motors
    industries technologies systems pharmaceuticals laboratories electronics securities insurance
    assurance foundation university association federation ministry committee associates investments
    enterprises properties
    """
)

#: Words with which the names of clubs begin.
CLUB_STARTS = words(
    """
    athletic sporting dynamo dinamo lokomotiv spartak torpedo borussia eintracht fortuna bayern werder hertha
    olympique racing atletico deportivo internazionale partizan rapid slavia sparta steaua zenit shakhtar red
    real feyenoord anderlecht galatasaray fenerbahce besiktas boca vasco
    """
)

#: Offices of companies: who has one is a company, not a person.
COMPANY_OFFICES = phrases(
    """
    chief executive; chief executive officer; ceo; chairman; chairwoman; managing director; finance director;
    chief financial officer; chief operating officer; general manager; executive director; finance chief
    """
)

#: Ships by kind, before their names.
SHIPS = words(
    """
    ship vessel frigate tanker submarine yacht ferry destroyer liner warship trawler cruiser corvette
    icebreaker tug freighter schooner minesweeper catamaran hovercraft battleship gunboat steamer
    """
)

#: Those who share a family name.
FAMILIES = words("family families dynasty clan household")

#: What is named after a person: "the Lund doctrine" (a report or an inquiry is that of its author).
NAMESAKES = words("act bill law amendment doctrine prize award trophy cup medal foundation theorem effect")

#: Kinds of places, the same.
PLACE_KINDS = words(
    "resort town city village province region district island port suburb capital county state river"
)

#: Kinds of all that is no person.
KINDS = (
    BODY_KINDS
    | PLACE_KINDS
    | words(
        """
        duo trio ship vessel frigate tanker submarine yacht horse drug system software film movie book
        novel album song single series programme show game opera play musical tribe dog operation project
        virus telescope satellite probe rover spacecraft shuttle stadium
        """
    )
)

#: What "of" joins with a place.
PARTS_OF_PLACES = PLACE_KINDS | words(
    "edge outskirts north south east west centre center streets parts people residents mayor coast area"
)

#: What is done with companies ("a stake in").
TRADE = words("sold stake takeover merger subsidiary unit owned shares bid division arm branch")

#: Going somewhere.
MOTION = words(
    """
    move moved moving moves travel travelled travels fly flew flown flying flies go went gone going goes
    return returned returns drive drove sail sailed flee fled fleeing head headed heads emigrated trip
    visit journey
    """
)

#: What one has in somebody: "in" behind it tells no place.
TRUST = words(
    "confidence trust faith interest belief believe change investment shot difference invested trusted"
)

#: Relatives, by whom a person of the same family name is introduced beside the one spoken of.
RELATIVES = words(
    """
    wife husband son daughter brother sister father mother cousin uncle aunt nephew niece widow widower
    founder grandson granddaughter grandfather grandmother son-in-law daughter-in-law brother-in-law
    sister-in-law half-brother stepson
    """
)

#: Who works for companies ("analysts at").
STAFF = words("analyst economist worker executive employee strategist trader dealer broker boss banker staff")
