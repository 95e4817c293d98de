"""Closed lists of the verbs by which news tells what somebody will do, and of what they are done to."""

from __future__ import annotations

from dateline.extraction.wordlists import words

#: Acts that can be promised. A future with another verb is a forecast or an appointment.
ACTS = words(
    """
    abandon abolish accelerate accept adopt allocate allow amend apply appoint arm assist axe back bail
    ban bar block bolster boost bow boycott build buy cancel cap challenge close co-operate combat
    compensate comply contribute cooperate crack create curb curtail cut decrease defend defer delay
    deliver deploy deport destroy devote disarm discontinue dismantle dispatch divert donate double ease
    eliminate enact end enforce ensure eradicate erect establish evacuate exempt expand expel extend
    extradite fast-track fight finalise finalize finance fine forgive free freeze fund give grant
    guarantee halt halve hand help hike hire honour implement impose improve increase inject intensify
    intervene introduce invest investigate launch legalise legislate lend lift limit loosen lower match
    mediate mobilise mobilize nationalise negotiate offer outlaw overhaul pardon participate pay phase
    plant prioritise privatise prohibit prosecute protect provide publish pull quadruple quit raise ramp
    ratify reallocate rearm rebuild recall recapitalise recognise recognize recruit redeploy reduce
    reform refrain rehouse reimburse reimpose reinforce reinstate reintroduce relax release relinquish
    relocate remove renegotiate renew reopen repair repatriate repay repeal replace resettle restore
    restrict restructure resume retaliate return reverse review safeguard scale scrap secure sell send
    settle share shelve shield ship shut sign simplify slash speed spend station step stop strengthen
    subsidise supply support surrender suspend switch tackle tighten toughen train transfer treble trim
    triple uphold vaccinate veto waive withdraw withhold write
    """
)
#: Acts only with a particle: "step up", "write off", "stand by".
ACT_PARTICLES = {
    "step": {"up"}, "write": {"off", "down"}, "pull": {"out", "back"}, "scale": {"up", "back", "down"},
    "ramp": {"up"}, "stand": {"by", "with", "behind", "firm", "in", "alongside", "up"},
    "draw": {"up", "down"},
    "bring": {"back", "in", "forward", "down"}, "carry": {"out"}, "hit": {"back"}, "roll": {"out", "back"},
    "phase": {"out", "in"}, "shut": {"down"}, "clamp": {"down"}, "crack": {"down"},
}  # fmt: skip
#: Light verbs: an act where somebody speaks of himself or his own side, nothing in the outlet's voice.
LIGHT_ACTS = words(
    """
    act address ask bring build change come consider continue control deal do examine explore find follow
    hold include keep leave look maintain make move play press publish push put reach respect respond
    seek set stand start stay stick study take tell treat try use work
    """
)
#: What is said and not done.
WORDS = words(
    "address answer evidence keynote lecture message remark respect speech statement talk testimony tribute"
)
#: Appointments and words, which are no commitments even where somebody promises them of himself.
NO_ACTS = words(
    """
    address arrive attempt attend be become begin benefit chair comment decide depend discuss face fall
    fly gather get go grow have head hear hope host join know lead learn lose meet mention need observe
    outline participate pay_respects preside reach read remain represent rise say see speak stress suffer
    talk tell think travel try urge visit wait want warn watch welcome win
    """
)
#: Verbs of states, feelings, events and outcomes: their future is a forecast, whoever tells it.
STATES = words(
    """
    afford appear be beat become believe belong benefit break cause collapse come consist contain cost
    count create cross damage deepen depend deserve die differ drop earn emerge enjoy enter exceed exist
    expect experience face fail fall feel find fit forget gain generate get go grow happen harm hate
    have hear hit hope hurt improve include incur inherit intend involve jeopardise know lack last lead
    lean learn lie like live look lose love make mark mean miss need occur outweigh overtake own pass_on
    plunge post prefer produce prove qualify reach realise receive recover regret remain remember report
    require resemble result return rise risk save see seem shape shrink slip slow soar spark stem
    struggle succeed suffer suit surpass surprise survive think threaten top total trail trigger turn
    undergo undermine understand want weaken weigh win wish wonder worsen yield
    """
)
#: Who acts on orders: what they will do commits whose they are.
FORCES = words(
    """
    aircraft army battalion brigade destroyer diplomat division engineer fighter fleet force frigate
    gunboat jet marine military minesweeper navy negotiator observer peacekeeper plane regiment sailor ship
    soldier squadron submarine troop unit warplane warship
    """
)
#: What is not to be done to somebody or something: "would not be disbanded", "will not be borrowed".
UNDONE = words(
    """
    alter blackmail borrow bully change close compromise consider consult deter dictate disband
    discriminate dissolve divide drag draw erode evict force harm intimidate leave move nationalise
    punish put rush sack sign silence spare spend split swap tax tolerate touch trade undermine
    """
)
#: What is attended or held and not done.
OCCASIONS = words(
    "briefing ceremony conference debate discussion event hearing match meeting summit talk visit"
)
#: What states and firms open, which is an act of theirs: exhibitions and talks are others'.
OPENED = words(
    """
    airport airspace archive base border branch camp centre clinic consulate corridor crossing embassy
    factory front hospital inquiry investigation market mine mission office plant port road route school
    shelter store
    """
)
#: What is joined by doing something for it.
CAUSES = words("campaign coalition effort fight force mission operation patrol treaty")
#: Verbs by which somebody wants something of others: what depends on them commits nobody.
DEMANDS = words(
    """
    accuse advise appeal ask beg call challenge convince demand encourage exhort expect force implore
    insist_on invite lobby oblige order persuade plead press pressure prod push recommend remind request
    require tell urge
    """
)
FORECASTERS = words(
    """
    analyst commentator critic economist expert forecast investor observer poll pollster strategist study
    survey trader
    """
)
