"""Closed lists of English: what stands before a name, and the words for offices and functions."""

from __future__ import annotations

from typing import Literal

from dateline.extraction.wordlists import phrases, words

Gender = Literal["f", "m", ""]

#: Titles that are glued to a name and part of a mention, folded, without full stop, and whom they address.
HONORIFICS: dict[str, Gender] = {
    **dict.fromkeys(
        words(
            """
            mr mister sir lord fr monsieur herr rabbi king prince emperor pope sheikh sheik shaikh sultan
            emir ayatollah mullah imam cardinal baron viscount earl duke count tsar kaiser
            """
        ),
        "m",
    ),
    **dict.fromkeys(
        words("mrs ms miss dame lady baroness madame frau queen princess empress countess duchess"), "f"
    ),
    **dict.fromkeys(words("mx dr prof professor rev reverend archbishop bishop"), ""),
}

#: Those that a place, a prize or a work may carry too: no noun of a place may stand behind the name.
WEAK_HONORIFICS = words(
    """
    lord lady king queen prince princess miss count duke earl cardinal bishop baron emperor pope dame
    sultan fr countess duchess mister imam
    """
)

#: Honorifics with a given name behind them make the whole name of a sovereign or pope.
SOVEREIGNS = words(
    """
    king queen prince princess emperor empress pope sultan emir tsar kaiser
    """
)

#: Ranks and offices that go before a name as titles do, but are no part of it.
RANKS = words(
    """
    gen general lt lieutenant col colonel capt captain maj major brig brigadier sgt sergeant cpl corporal
    pte private adm admiral cmdr commander cdr marshal constable inspector superintendent supt det
    detective pc wpc sen senator rep representative congressman congresswoman gov governor judge justice
    ambassador commissioner councillor cllr cllr. alderman sheriff secretary president chancellor premier
    minister
    """
)

#: Words for a single person's office or function that head an office phrase, by how they bind.
#: "top": whoever leads a state or its government; "head": whoever leads any body.
OFFICE_HEADS: dict[str, str] = {
    phrase: kind
    for kind, text in (
        (
            "top",
            """
            president; prime minister; premier; chancellor; taoiseach; king; queen; monarch; emperor;
            sultan; emir; head of state; head of government; supreme leader; first minister; chief
            minister; crown prince; dictator; strongman; ruler; interim leader
            """,
        ),
        ("head", "leader; chief; head; boss; chair; co-leader"),
        (
            "body",
            """
            chairman; chairwoman; chairperson; chief executive; chief executive officer; ceo; managing
            director; director; director general; secretary general; general secretary; governor;
            executive director; manager; coach; head coach; captain; skipper; commissioner; speaker;
            mayor; pope; pontiff; commander; commander in chief; chief of staff; founder; co-founder;
            owner; editor; editor in chief; archbishop; general manager; finance director; chief
            financial officer; chief operating officer; chief constable; high representative; high
            commissioner; treasurer; principal; dean; proprietor; team principal; vice chancellor; chief
            whip; co-chairman; co-chairwoman; co-chair; co-president; provost; rector; abbot; administrator;
            patriarch; dalai lama
            """,
        ),
        (
            "post",
            """
            minister; secretary; secretary of state; attorney general; solicitor general; lord
            chancellor; lord mayor; under-secretary; undersecretary; trade representative; surgeon
            general; comptroller; home secretary; foreign secretary; treasury secretary; chief
            secretary; first lady; ambassador; envoy; special envoy; special representative; negotiator;
            chief negotiator; spokesman; spokeswoman; spokesperson; senator; congressman; congresswoman;
            representative; governor general; lawmaker; mp; mep; peer; national security adviser;
            national security advisor; press secretary; chief justice; inspector; judge; prosecutor;
            chief prosecutor; attorney; district attorney; lawyer; general; admiral; colonel;
            counterpart; deputy
            """,
        ),
    )
    for phrase in phrases(text)
}

#: Other words for a person that stand before a name or behind it ("analyst Jane Doe").
OCCUPATIONS = words(
    """
    bodyguard predecessor successor colleague ally accountant activist actor actress adversary adviser
    advisor aide analyst anchor angler architect artist assassin assistant astronaut athlete aunt author
    backbencher banker barrister batsman billionaire biographer biologist bishop blogger bowler boxer
    boyfriend broadcaster broker brother brother-in-law builder businessman businesswoman campaigner
    candidate cardinal caretaker cartoonist catcher celebrity champion chef chemist choreographer
    clergyman cleric co-author co-chairman co-driver co-star columnist comedian comic commentator composer
    comrade conductor conservationist consultant contractor cop correspondent councillor counsel
    counsellor cousin creator cricketer critic curator cyclist dad daughter daughter-in-law defector
    defendant defender designer detective developer diplomat dissident diva diver doctor dramatist driver
    drummer economist engineer entrepreneur envoy epidemiologist ex-boyfriend ex-girlfriend ex-husband
    ex-wife expert explorer farmer father father-in-law favourite fiance fiancee fighter film-maker
    filmmaker financier firefighter fisherman flanker fly-half footballer foreman forward friend frontman
    full-back geologist girlfriend goalkeeper goalscorer golfer granddaughter grandfather grandmother
    grandson great-grandson guitarist gunman guru gymnast half-brother half-sister heiress hero heroine
    historian hostage humorist hunter husband illustrator imam industrialist inmate inspector inventor
    investigator investor jockey journalist juror laureate lawmaker lawyer lecturer legislator librarian
    lieutenant linebacker lorry-driver luminary magician magistrate magnate mathematician mechanic
    medallist mediator mep merchant midfielder militant millionaire mogul monk mother mother-in-law
    motorist mp msp mum musician mystic naturalist neighbour nephew newcomer newsreader niece novelist
    nurse nutritionist observer officer official operator orator organiser organizer outlaw owner
    paediatrician painter paramedic parliamentarian partner pastor pathologist peer philanthropist
    philosopher photographer physicist pianist pilot pitcher planner player playmaker playwright poet
    policeman policewoman politician pollster postman presenter priest prisoner prodigy producer professor
    programmer promoter prosecutor protester psychiatrist psychologist publicist publisher quarterback
    rapper rebel referee reformer registrar reporter researcher rider rival rocker rower runner-up sailor
    scholar schoolboy schoolgirl scientist screenwriter scriptwriter scrum-half sculptor selector
    separatist sergeant shareholder sheriff singer singer-songwriter sister sister-in-law skater skier
    soldier solicitor son son-in-law songwriter soprano specialist spin-doctor spinner spy stand-off star
    starlet statesman stepfather stepmother stepson strategist striker student stylist supermodel
    superstar supervisor supporter surgeon survivor suspect sweeper swimmer teacher team-mate teammate
    technician teenager tenor terrorist theologian thinker trader trainer translator treasurer trustee
    tutor twin tycoon umpire uncle underwriter vet veteran veterinarian vicar violinist virologist
    vocalist warlord weatherman whistle-blower whistleblower wicketkeeper widow widower wife winger winner
    witness workman wrestler writer youngster
    """
)  # fmt: skip

#: Fields of government that go before minister or secretary, folded.
PORTFOLIOS = words(
    """
    foreign finance financial defence defense interior home health education trade transport justice
    environment energy culture agriculture labor labour economy economic economics development
    international work pensions treasury commerce housing business industry science technology tourism
    sport sports media water mining oil petroleum information communications communication planning budget
    employment social security welfare family youth women equality equalities immigration migration
    integration european europe regional rural local government communities cabinet constitutional affairs
    external internal public prisons police policing schools higher universities children digital
    law railway railways revenue power parliamentary religious reconstruction aviation cooperation solidarity
    innovation innovations climate food fisheries forestry land lands infrastructure investment
    investments enterprise privatisation privatization veterans homeland state
    """
)  # fmt: skip

#: What goes before the whole of an office and qualifies it in rank, folded.
RANKINGS = words(
    """
    vice deputy assistant associate under joint co shadow first second junior chief lord
    """
)

#: What goes before an office without being part of it.
QUALIFIERS = words(
    """
    new newly elected re-elected reelected incoming current present serving incumbent long-serving
    longtime long-time veteran senior top embattled beleaguered ousted deposed exiled disgraced popular
    influential powerful controversial hardline hard-line moderate reformist conservative liberal
    socialist communist right-wing left-wing centrist centre-left centre-right nationalist pro-western
    pro-russian pro-european moderate outspoken charismatic interim acting caretaker transitional
    provisional appointed designated designate official own former ex late then one-time onetime erstwhile
    previous sacked retired outgoing departing ageing aging young billionaire millionaire British-born
    US-backed long-standing popular most democratically recently
    """
)  # fmt: skip

#: Qualifiers that say that the office is no longer held.
FORMER = words(
    """
    former ex late then one-time onetime erstwhile previous ousted deposed disgraced sacked retired
    """
)

#: Determiners and adjectives with which an office phrase means nobody in particular.
GENERIC = words(
    """
    a an any every each no next future another some which what whichever either neither all both many few
    several possible potential would-be prospective successive would aspiring first-ever hypothetical
    ideal
    """
)

_OF_WOMEN = words(
    """
    wife widow mother daughter sister aunt niece granddaughter grandmother girlfriend fiancee actress
    heiress stepmother mother-in-law daughter-in-law sister-in-law half-sister heroine waitress hostess
    """
)
_OF_MEN = words(
    """
    husband widower father son brother uncle nephew grandson grandfather boyfriend fiance frontman
    stepfather father-in-law son-in-law brother-in-law half-brother stepson
    """
)


def gender(title: str) -> Gender:
    """Return the gender that an office or occupation tells: "spokeswoman", "widow"."""
    last = title.rsplit(maxsplit=1)[-1] if title else ""
    if last in _OF_WOMEN or last.endswith(("woman", "girl")):
        return "f"
    return "m" if last in _OF_MEN or last.endswith(("sman", "boy")) else ""
