"""Closed lists of the words by which news reports commitments: verbs, adjectives and nouns, and their frames.

A frame says what the cue needs beside it to commit anybody: "inf" a to-infinitive, "that" a clause with a
future, "ing" a gerund, "any" any object, "term" an object that is itself a commitment (`INSTRUMENTS`,
`MEASURES`, `PLANS`) or a figure, "sum" a figure, "measure", "plan", "deal", "ask" an object of these lists,
"deed" an act that a noun names, "way" ways to an act, "fund" a fund or a programme with its sum, "to", "on",
"with", "out" a phrase with that word, "whether" an infinitive behind that word, "strong" an act as concrete
as a proposal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from dateline.model import Status


#: Verbs that commit by themselves: status and frames.
VERBS: dict[str, tuple[Status, frozenset[str]]] = {
    "pledge": ("pledged", words("inf that any ing to")),
    "promise": ("pledged", words("inf that any")),
    "vow": ("pledged", words("inf that term")),
    "swear": ("pledged", words("inf")),
    "undertake": ("pledged", words("inf that")),
    "commit": ("pledged", words("inf to ing term")),
    "guarantee": ("pledged", words("that term")),
    "agree": ("pledged", words("inf term that to on")),
    "resolve": ("pledged", words("inf that")),
    "decide": ("pledged", words("inf")),
    "opt": ("pledged", words("inf for")),
    "volunteer": ("proposed", words("inf")),
    "announce": ("pledged", words("that term inf")),
    "declare": ("pledged", words("measure that")),
    "unveil": ("pledged", words("term")),
    "confirm": ("pledged", words("term that")),
    "sign": ("pledged", words("deal")),
    "approve": ("pledged", words("term deed")),
    "ratify": ("pledged", words("deal")),
    "earmark": ("pledged", words("sum")),
    "launch": ("pledged", words("fund")),
    "create": ("pledged", words("fund")),
    "establish": ("pledged", words("fund")),
    "vote": ("pledged", words("inf for")),
    "mobilise": ("pledged", words("sum")),
    "mobilize": ("pledged", words("sum")),
    "allocate": ("pledged", words("sum")),
    "sanction": ("pledged", words("sum")),
    "stump": ("pledged", words("sum")),
    "outline": ("proposed", words("term")),
    "present": ("proposed", words("plan")),
    "publish": ("proposed", words("plan")),
    "reveal": ("proposed", words("plan")),
    "set": ("proposed", words("plan")),
    "draw": ("proposed", words("plan")),
    "put": ("proposed", words("plan")),
    "prepare": ("proposed", words("inf plan measure")),
    "table": ("proposed", words("plan measure")),
    "submit": ("proposed", words("plan")),
    "back": ("proposed", words("plan")),
    "support": ("proposed", words("plan")),
    "endorse": ("proposed", words("plan")),
    "defend": ("proposed", words("plan")),
    "have": ("proposed", words("plan")),
    "point": ("proposed", words("plan")),
    "highlight": ("proposed", words("plan")),
    "detail": ("proposed", words("plan")),
    "consult": ("proposed", words("ing")),
    "offer": ("proposed", words("inf any")),
    "propose": ("proposed", words("inf that any ing")),
    "plan": ("proposed", words("inf term")),
    "intend": ("proposed", words("inf")),
    "aim": ("proposed", words("inf")),
    "consider": ("proposed", words("ing term ask whether")),
    "mull": ("proposed", words("ing term whether")),
    "weigh": ("proposed", words("ing term whether")),
    "contemplate": ("proposed", words("ing term whether")),
    "moot": ("proposed", words("term")),
    "float": ("proposed", words("plan idea")),
    "threaten": ("proposed", words("inf measure with")),
    "want": ("proposed", words("strong")),
    "hope": ("proposed", words("strong")),
    "seek": ("proposed", words("strong")),
    "refuse": ("refused", words("inf term")),
    "decline": ("refused", words("inf ask")),
    "reject": ("refused", words("ask")),
    "veto": ("refused", words("ask measure")),
    "order": ("pledged", words("deed")),
    "authorise": ("pledged", words("deed term")),
    "authorize": ("pledged", words("deed term")),
    "study": ("proposed", words("way ing")),
    "examine": ("proposed", words("way ing")),
    "explore": ("proposed", words("way ing")),
    "look": ("proposed", words("way ing")),
    "resist": ("refused", words("ask")),
    "turn": ("refused", words("ask")),
    "rebuff": ("refused", words("ask")),
    "spurn": ("refused", words("ask")),
    "rule": ("refused", words("out")),
}  # fmt: skip

#: Particles that some of the verbs need: "draw up proposals", "set out plans", "put forward a plan".
PARTICLES = {
    "draw": "up",
    "set": "out",
    "put": "forward",
    "rule": "out",
    "stump": "up",
    "point": "to",
    "turn": "down",
    "look": "at",
}

#: Verbs with particles that commit as another verb does: "signed off the loan", "set aside £5m".
PHRASAL = {
    ("sign", "off"): "approve", ("set", "aside"): "earmark", ("put", "aside"): "earmark", ("put", "up"):
    "earmark", ("set", "up"): "create", ("come", "up"): "earmark", ("come", "forward"): "earmark",
    ("make", "available"): "earmark",
}  # fmt: skip

#: Adjectives and participles that commit with a to-infinitive or "to": "ready to sign", "committed to
#: reaching".
ADJECTIVES: dict[str, Status] = {
    "ready": "proposed", "willing": "proposed", "open": "proposed", "happy": "proposed", "prepared":
    "proposed",
    "prepare": "proposed", "committed": "pledged", "commit": "pledged", "bound": "pledged", "obliged":
    "pledged",
    "bind": "pledged", "determined": "pledged", "reluctant": "refused", "unwilling": "refused",
}  # fmt: skip

#: What can be given.
INSTRUMENTS = words(
    """
    aid ammunition arm arsenal assistance backing bailout battery bond cash compensation contribution
    credit donation donor dose equipment finance financing fund funding grant guarantee help incentive
    infusion investment lifeline loan missile money package payment payout peacekeeper rebate
    reinforcement relief reparation rescue resource subsidy supply support system tank troop vaccine
    weapon weaponry
    """
)
#: What can be imposed, stopped or changed.
MEASURES = words(
    """
    amnesty ban blockade boycott budget ceasefire counter-measure countermeasure curb curfew cut
    deployment duty embargo exemption expansion expulsion freeze hike increase inquiry investigation levy
    lockdown measure mobilisation mobilization moratorium nationalisation overhaul pause pullout quota
    reduction referendum reform reprisal restriction retaliation rise sanction suspension tariff tax
    truce waiver withdrawal
    """
)
#: What announces them.
PLANS = words(
    """
    accord agreement bill blueprint commitment deal formula framework idea initiative legislation move
    offer pact plan pledge program programme project promise proposal reform roadmap scheme strategy
    target timetable treaty undertaking vow
    """
)
DEALS = words("accord agreement deal pact treaty memorandum protocol")
TERMS = INSTRUMENTS | MEASURES | PLANS
#: What is refused when it is rejected.
ASKED = words(
    """
    accord agreement appeal bid bill call ceasefire change compromise deal demand draft extension force
    idea increase initiative invitation merger move notion offer peace plan plea pressure programme
    proposal prospect reform request resolution settlement suggestion takeover talk treaty truce
    ultimatum
    """
)

#: Nouns that commit with an infinitive or a gerund behind them: "the EU's commitment to securing", "plans
#: to end".
NOUNS: dict[str, Status] = {
    "pledge": "pledged", "promise": "pledged", "vow": "pledged", "commitment": "pledged", "undertaking":
    "pledged",
    "deal": "pledged", "agreement": "pledged", "accord": "pledged", "pact": "pledged",
    "guarantee": "pledged", "offer": "proposed", "proposal": "proposed", "plan": "proposed", "intention":
    "proposed",
    "move": "proposed", "readiness": "proposed", "willingness": "proposed", "bid": "proposed", "threat":
    "proposed",
    "announcement": "pledged", "consensus": "pledged", "understanding": "pledged", "decision": "pledged",
    "assurance": "pledged",
    "determination": "pledged", "support": "pledged", "backing": "pledged",
    "word": "pledged", "push": "proposed", "drive": "proposed",
    "target": "proposed", "goal": "proposed", "aim": "proposed", "objective": "proposed",
    "initiative": "proposed", "scheme": "proposed", "refusal": "refused", "unwillingness": "refused",
    "rejection": "refused", "reluctance": "refused",
}  # fmt: skip

#: Verbs for what a commitment gives when it is reported as made, with a figure or a loan as its object.
TRANSFERS = words(
    """
    allocate approve award contribute donate earmark extend give grant inject invest lend provide release
    send spend
    """
)
LOANS = words("aid assistance loan grant credit package guarantee lifeline bailout facility relief")
#: Verbs that give while they are in progress: "are joining up to put £5m into", "is sending".
GIVING = words(
    """
    add channel chip chuck commit contribute deploy donate hand increase inject invest join lend loan pay
    plough pour provide pull pump put raise send set sink spend splash stump tip withdraw
    """
)
#: What a state gives of, which is raised in the past tense: "raised its contribution from £2m to £3m".
SHARES = words("aid assistance commitment contribution donation funding grant offer pledge share support")
RAISING = words("boost bring double increase lift quadruple raise step treble triple up")
