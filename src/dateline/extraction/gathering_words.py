"""Closed lists of the words by which news names gatherings of leaders and officials."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extraction import bodies, clauses
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from dateline.model import GatheringKind

NOUNS: dict[str, GatheringKind] = {
    "summit": "summit", "talk": "talks", "negotiation": "talks", "discussion": "talks", "consultation":
    "talks",
    "dialogue": "talks", "meeting": "meeting", "gathering": "meeting", "dinner": "meeting", "lunch":
    "meeting",
    "exchange": "meeting", "confrontation": "meeting", "encounter": "meeting", "debate": "meeting",
    "showdown": "meeting", "audience": "meeting", "session": "meeting", "clash": "meeting", "argument":
    "meeting",
    "council": "summit", "call": "call", "conversation": "call", "videoconference": "call", "visit": "visit",
    "trip": "visit", "tour": "visit", "conference": "conference", "forum": "conference", "congress":
    "conference",
    "ministerial": "meeting", "breakfast": "meeting", "luncheon": "meeting", "banquet": "meeting",
    "round": "talks",
    "mission": "visit", "journey": "visit", "stopover": "visit", "ceremony": "meeting",
    "event": "conference", "funeral": "funeral", "service": "funeral", "proceedings": "conference",
}  # fmt: skip

#: They are gatherings only with two sides: "a fiery exchange between …", "a confrontation with …".
TWO_SIDED = words("argument audience clash confrontation conversation debate encounter exchange showdown")
#: They are gatherings only in the plural.
PLURAL = words("consultation discussion negotiation talk")
#: They open an event only where the phrase itself names leaders, states or their bodies.
WEAK = words(
    "banquet breakfast congress council dialogue dinner event forum lunch luncheon proceedings round "
    "service session"
)
#: A meal is told apart from the talks before and after it.
MEALS = words("banquet breakfast dinner lunch luncheon")
#: What makes talks and meetings those of states.
TOPICS = words(
    """
    accession arms bilateral border brexit ceasefire climate coalition crisis disarmament entry membership
    multilateral
    nuclear peace power-sharing reconciliation security trade treaty trilateral truce unification withdrawal
    """
)
#: Compounds and complements that make a gathering one of others.
OTHER = words(
    """
    album analysts annual board book cabinet cricket club coaching committee company concert earnings
    executive
    fact-finding family football fringe general golf guided home investor investors management medical
    music news panel
    parish party press public residents rugby sales school season shareholder shareholders shopping site
    sports staff
    teachers team tennis town union village
    """
)
#: Makes of a "general", "annual" or "press" gathering one of states after all: "the General Assembly",
#: "annual summit".
GENERIC_OTHER = words("annual general public executive union")
#: Those who gather for states and bodies, or whose counterparts do.
OFFICIALS = words(
    """
    ally ambassador chancellor chief commissioner counterpart country delegate delegation diplomat emir
    envoy governor
    government head king leader mediator member minister monarch nation negotiator official pope power
    premier president
    prince queen representative ruler secretary side state statesman donor
    """
)
#: Whose leaders and chiefs are none of a state.
PRIVATE = words(
    "business church civic community company faith industry labour opposition party religious student union"
)
#: Titles of offices whose holders' meetings are those of states.
STATE_TITLES = words(
    """
    president minister chancellor secretary premier king queen pope ambassador envoy commissioner leader
    chief governor
    prince senator taoiseach emperor emir sultan representative director-general secretary-general general
    """
)
#: Offices that a state has once, of whose holders the news at home does not say which state's they are.
FOREMOST = frozenset(
    {"president", "prime minister", "chancellor", "king", "queen", "foreign minister", "secretary of state"}
)
#: Gatherings with a name of their own, and how they are called for short.
NAMED = {"world economic forum": "WEF", "munich security conference": "Munich Security Conference"}
_SERIES = words("asean apec brics cop davos ecofin eurogroup g7 g8 g20 g77 mercosur opec wef")
_GROUPS = {"7": "seven", "8": "eight", "20": "twenty", "77": "77"}
#: They are gatherings only where one of these words says of which kind.
ONLY = {
    "ceremony": words("signing"),
    "mission": words("diplomatic goodwill mediation mercy peace shuttle trade"),
    "service": words("memorial"),
}
#: Prepositions that carry on the phrase of a gathering.
INSIDE = words("of between with in at on about among by over during within across for aboard to under")
#: What makes a conference or a meeting one between states.
BETWEEN_STATES = words(
    "international ministerial diplomatic intergovernmental presidential regional donor donors peace"
)
#: Where a gathering begins and ends, through which news places those who speak: "at the outset of the
#: meeting".
EDGES = words(
    "close conclusion end eve fringe fringes margin margins opening outset sideline sidelines start"
)
#: Of these, what sets a smaller gathering beside a larger one.
MARGINS = words("fringe fringes margin margins sideline sidelines")
#: Participles that carry it on: "taking place in London", "hosted by …".
PARTICIPLES = words(
    "take place host hold chair organise organize convene call attend schedule plan lead set aim"
)
#: What its host, chair or mediator does.
LEADING = words("attend broker call chair co-chair convene host lead mediate moderate")
#: Verbs that hold a gathering or take somebody to it.
HOLDING = words(
    """
    address agree arrange arrive attend begin call chair conclude continue convene converge end enter
    fail finish follow gather
    have hold host invite join jet lead leave land make open participate pay plan restart resume return fly
    head schedule sit start take travel go come mediate moderate oversee
    """
)
#: Of these, the subject takes part itself.
ATTENDING = words(
    """
    address arrive attend chair come conduct convene engage fly go jet land have hold host involve join lead
    leave lock make mediate meet moderate open oversee participate pay represent return take travel
    """
)
#: Prepositions by which who speaks is placed at a gathering.
AT = words("after at before during following from of outside to")
SPEAKING = words(
    "add announce argue ask declare discuss insist pledge praise promise say speak tell warn welcome agree "
    "sign"
)
PHONE = words("phone telephone telephoned video teleconference videoconference videolink")
#: "Next", "final" and the like make another event than the one just told of.
ANOTHER = words(
    "next previous last final another second third latest earlier recent separate subsequent further new"
)
#: Phrases of a habit, which are no event: "regular meetings".
HABIT = words("regular daily weekly monthly frequent occasional routine informal")
#: To which events a bare "the meeting", "the event", "the trip" may refer, the likeliest first.
REFERS: dict[str, tuple[GatheringKind, ...]] = {
    "meeting": ("meeting", "summit", "talks", "conference"),
    "ministerial": ("meeting", "talks"),
    "meet": ("summit", "meeting", "talks"),
    "host": ("meeting", "summit", "talks", "conference"),
    "gathering": ("summit", "meeting", "conference", "talks"),
    "event": ("conference", "summit", "funeral", "meeting"),
    "proceedings": ("conference", "summit"),
    "forum": ("conference",),
    "conference": ("conference", "summit"),
    "summit": ("summit", "meeting", "talks", "conference"),
    "council": ("summit",),
    "talk": ("talks", "summit", "meeting", "call"),
    "discussion": ("talks", "call", "meeting", "summit"),
    "negotiation": ("talks",),
    "call": ("call",),
    "conversation": ("call", "meeting"),
    "trip": ("visit", "talks", "meeting"),
    "visit": ("visit",),
    "tour": ("visit",),
    "mission": ("visit",),
    "journey": ("visit",),
    "stopover": ("visit",),
    "ceremony": ("meeting",),
    "session": ("summit", "meeting", "conference", "talks"),
    "dinner": ("meeting",),
    "breakfast": ("meeting",),
    "round": ("talks", "conference", "summit"),
    "lunch": ("meeting",),
    "funeral": ("funeral",),
    "service": ("funeral",),
    "exchange": ("meeting",),
    "confrontation": ("meeting",),
    "encounter": ("meeting",),
    "debate": ("meeting",),
    "clash": ("meeting",),
    "argument": ("meeting",),
}


def is_official(head: Token) -> bool:
    """Tell whether the noun is of those who gather for states, and not "business leaders"."""
    if clauses.lemma(head) not in OFFICIALS:
        return False
    return not any(c.lower_ in PRIVATE for c in clauses.children(head, "compound", "amod"))


@lru_cache(maxsize=1)
def series() -> Mapping[str, str]:
    """Return the short name of every body between states whose gatherings make a series, by each of its
    names.
    """
    found = {name: name.upper() if name != "davos" else "WEF" for name in _SERIES}
    for count, word in _GROUPS.items():
        names = (f"g-{count}", f"group of {count}", f"group of {word}")
        found.update(dict.fromkeys(names, f"G{count}"))
    for name, aliases in bodies.INTERNATIONAL.items():
        short = min((name, *aliases), key=len)
        found.update({alias.casefold(): short for alias in (name, *aliases)})
    return found | {"north atlantic council": "NATO"}
