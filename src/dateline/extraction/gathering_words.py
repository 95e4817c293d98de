"""Closed lists of the words by which news names gatherings of leaders and officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from dateline.model import GatheringKind


NOUNS: dict[str, GatheringKind] = {
    "summit": "summit",
    "talk": "talks", "negotiation": "talks", "discussion": "talks", "consultation": "talks", "dialogue": "talks",
    "meeting": "meeting", "gathering": "meeting", "dinner": "meeting", "lunch": "meeting", "exchange": "meeting",
    "confrontation": "meeting", "encounter": "meeting", "debate": "meeting", "showdown": "meeting",
    "audience": "meeting", "session": "meeting", "reception": "meeting", "clash": "meeting", "argument": "meeting",
    "call": "call", "conversation": "call", "videoconference": "call", "teleconference": "call",
    "visit": "visit", "trip": "visit", "tour": "visit",
    "conference": "conference", "forum": "conference", "congress": "conference", "event": "conference",
    "funeral": "funeral", "memorial": "funeral", "service": "funeral",
}  # fmt: skip

#: They name a gathering by themselves; the others need leaders, officials, states or a place beside them.
STRONG = words("summit")
#: They are gatherings only with two sides: "a fiery exchange between …", "a confrontation with …".
TWO_SIDED = words("exchange confrontation encounter debate showdown clash argument conversation audience")
#: They are gatherings only in the plural.
PLURAL = words("talk negotiation discussion consultation")
#: They refer back to an event and open one only with a state body or leaders in the phrase itself.
WEAK = words(
    "event session dinner lunch reception service memorial dialogue congress forum discussion negotiation"
)
#: What makes "talks" and "meetings" those of states.
TOPICS = words(
    """
    accession arms border brexit ceasefire climate coalition crisis disarmament entry membership multilateral nuclear
    bilateral trilateral peace reconciliation security trade treaty truce unification withdrawal power-sharing
    """
)
#: Compounds that make a gathering of something else.
OTHER = words(
    """
    news press party annual general board shareholder shareholders cabinet committee staff team school home site
    public town parish residents fringe club season coaching family video-game medical church union teachers sales
    earnings investor investors analysts company management concert book album world-cup rugby cricket football golf
    tennis fact-finding guided virtual-reality shopping road
    """
)
#: People of states and bodies, by whom a gathering is one of theirs.
OFFICIALS = words(
    """
    ambassador chancellor chief commissioner counterpart delegate delegation diplomat envoy governor government head
    king leader minister monarch negotiator official president premier pope queen representative ruler secretary
    secretary-general state statesman country nation power ally member
    """
)
#: Titles of offices whose holders' meetings are those of states.
STATE_TITLES = words(
    """
    president minister chancellor secretary premier king queen pope ambassador envoy commissioner leader chief governor
    prince senator taoiseach emperor emir sultan representative ministers director-general secretary-general general
    """
)
SERIES = words("g7 g8 g20 g77 opec asean apec brics ecofin davos cop eurogroup mercosur wef")
#: Prepositions that carry on the phrase of a gathering.
INSIDE = words("of between with in at on about among by over during within across for aboard to")
#: Participles that carry it on: "taking place in London", "hosted by …".
PARTICIPLES = words("take place host hold chair organise organize convene call attend schedule plan lead")
#: Verbs whose subject takes part in the gathering that is their object or place.
ATTENDING = words(
    """
    attend chair host hold have lead join convene address call open enter leave arrive begin conclude start represent
    participate organise organize go come travel fly return meet
    """
)
#: Prepositions by which a sentence's subject is placed at a gathering.
AT = words("at after during following from outside before in to into of for")
PHONE = words("phone telephone telephoned video videolink teleconference videoconference")
TRAVEL = words("visit tour travel fly head")
MEET = words("meet")
SPEAK = words("speak talk")
#: Bare "the meeting", "the event": these lemmas may refer to a gathering of another name.
GENERIC: dict[str, frozenset[str]] = {
    "meeting": words("summit talks meeting conference"),
    "gathering": words("summit talks meeting conference"),
    "event": words("conference summit meeting funeral"),
    "forum": words("conference"),
    "conference": words("conference summit meeting"),
    "summit": words("summit meeting talks conference"),
    "talk": words("talks summit meeting call"),
    "discussion": words("talks meeting call summit"),
    "negotiation": words("talks"),
    "call": words("call"),
    "conversation": words("call meeting"),
    "trip": words("visit talks meeting"),
    "visit": words("visit"),
    "tour": words("visit"),
    "session": words("summit meeting conference talks"),
    "dinner": words("meeting"),
    "funeral": words("funeral"),
    "service": words("funeral"),
    "exchange": words("meeting"),
    "confrontation": words("meeting"),
    "encounter": words("meeting"),
    "debate": words("meeting"),
    "clash": words("meeting"),
}
