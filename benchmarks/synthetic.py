"""Invented news: as many articles as one likes, with what extraction would find in them.

A world of states with their leaders and ministers, of events that several outlets report for some days, and
of names that come up once or twice. A few leaders are in most articles, one article in twenty has no date,
and one in twelve is a copy of another. The same count and seed give the same articles.

    for source in collection(10_000): ...
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.model import Source


def _words(text: str) -> list[str]:
    return text.split()


FIRST, DAYS = date(2030, 1, 7), 720
_STATES = {
    "NO": ("Norway", "Norwegian", "Oslo"), "PE": ("Peru", "Peruvian", "Lima"),
    "KE": ("Kenya", "Kenyan", "Nairobi"), "PT": ("Portugal", "Portuguese", "Lisbon"),
    "CL": ("Chile", "Chilean", "Santiago"), "FI": ("Finland", "Finnish", "Helsinki"),
    "GH": ("Ghana", "Ghanaian", "Accra"), "VN": ("Vietnam", "Vietnamese", "Hanoi"),
    "JO": ("Jordan", "Jordanian", "Amman"), "LV": ("Latvia", "Latvian", "Riga"),
    "UY": ("Uruguay", "Uruguayan", "Montevideo"), "MN": ("Mongolia", "Mongolian", "Ulaanbaatar"),
}  # fmt: skip
_OFFICES = ("president", "prime minister", "foreign minister", "defence minister", "finance minister")
_BODIES = ("Harbour Union", "Northern Council", "League of Rivers", "Grain Forum", "Coastal Pact", "Sun Bank")
_OUTLETS = ("The Quay", "Morning Ledger", "Harbour Wire", "The Lantern", "Daily Tide", "Evening Post", None)
_CURRENCIES = (("£", "GBP"), ("$", "USD"), ("€", "EUR"))
_GIVEN = _words(
    """
    ada ben carl dora emil finn greta hanna ivo jonas karl lena mira nils otto petra quinn rosa
    stefan tilda ulla victor wilma yusuf zita aron berta cyril dina edgar freya gustav heidi ingrid
    jakob kaspar linda marta nora
    """
)
_SYLLABLES = [
    "bra",
    "den",
    "fal",
    "gor",
    "hal",
    "kin",
    "lom",
    "mar",
    "nor",
    "ost",
    "pel",
    "rud",
    "sel",
    "tor",
    "vik",
    "wen",
    "zan",
    "ber",
    "dal",
    "fen",
    "gul",
    "har",
    "jor",
]
_THINGS = _words(
    """
    harbours turbines bridges vaccines seedlings tractors satellites ferries reservoirs schools
    drones tunnels generators clinics cables looms greenhouses trams windmills archives shelters
    radars dredgers silos
    """
)
_AIDS = _words(
    """
    loan grant credit gift subsidy guarantee payment endowment advance bond
    """
)
_DEEDS = _words(
    """
    open close train widen repair double inspect rename protect rebuild insure license paint move
    staff survey
    """
)
_FILLER = _words(
    """
    tide wind grain market river winter council paper engine village debate window season letter
    mountain worker signal carpet timber lesson garden copper island crossing museum kitchen saddle
    orchard lighthouse meadow
    """
)
_VERBS = [
    "shaped",
    "followed",
    "crossed",
    "carried",
    "measured",
    "welcomed",
    "doubted",
    "described",
    "avoided",
    "repeated",
    "counted",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is in the news: the office is the last words of how articles call the person."""

    given: str
    family: str
    office: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What several outlets report: leaders who meet, and a sum that one state gives another."""

    day: date
    place: str
    actors: Sequence[Actor]
    giver: str
    receiver: str
    sum: tuple[int, int]  #: the amount in millions, and the currency's place in the list
    thing: str
    project: str  #: a name that few other events have
    aid: str  #: what the sum is: a loan, a grant
    vow: str  #: what the first of the leaders promises


def collection(count: int, seed: int = 1) -> Iterator[Source]:
    """Yield as many articles with their extractions, in no order of time."""
    chance = random.Random(seed)
    leaders = [
        Actor(chance.choice(_GIVEN).title(), _family(chance), office, state)
        for office in _OFFICES
        for state in _STATES
    ]
    tail = [Actor(chance.choice(_GIVEN).title(), _family(chance)) for _ in range(max(40, count // 2))]
    events = [_event(chance, leaders) for _ in range(max(5, count // 12))]
    recent: list[Draft] = []
    for number in range(count):
        if recent and chance.random() < 1 / 12:
            draft = chance.choice(recent).copied(chance, number, chance.choice(_OUTLETS))
        else:
            draft = _article(chance, number, chance.choice(events), leaders, tail)
            recent = [*recent[-40:], draft]
        yield draft.source(hashlib.sha256(f"{seed} {number}".encode()).hexdigest())


def _family(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 3, 3)))).title()


def _event(chance: random.Random, leaders: Sequence[Actor]) -> Event:
    present = _few_of_many(chance, leaders, chance.randint(2, 5))
    states = [actor.state for actor in present]
    receiver = chance.choice([state for state in _STATES if state != states[0]])
    return Event(
        day=FIRST + timedelta(chance.randrange(DAYS)),
        place=_STATES[chance.choice(states)][2],
        actors=present,
        giver=states[0],
        receiver=receiver,
        sum=_sum(chance),
        thing=f"{_word(chance)} {chance.choice(_THINGS)}",
        project=_family(chance),
        aid=chance.choice(_AIDS),
        vow=_vow(chance),
    )


def _sum(chance: random.Random) -> tuple[int, int]:
    """Return an amount in millions, mostly a round one, and the place of its currency in the list."""
    digits = chance.choices((1, 2, 3), (4, 4, 2))[0]
    amount = chance.randint(10 ** (digits - 1), 10**digits - 1) * chance.choice((1, 10, 100, 1000))
    return amount, chance.choices((0, 1, 2), (5, 3, 2))[0]


def _vow(chance: random.Random) -> str:
    deeds = (f"{chance.choice(_DEEDS)} the {_word(chance)} {_word(chance)}s" for _ in "12")
    return f"{' and '.join(deeds)} at {_family(chance)}"


def _word(chance: random.Random) -> str:
    return chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES)


def _few_of_many(chance: random.Random, actors: Sequence[Actor], count: int) -> list[Actor]:
    """Return different actors, the first ones by far the most often."""
    found: dict[Actor, None] = {}
    while len(found) < count:
        found[actors[min(int(chance.paretovariate(0.9)) - 1, len(actors) - 1)]] = None
    return list(found)


def _article(
    chance: random.Random, number: int, event: Event, leaders: Sequence[Actor], tail: Sequence[Actor]
) -> Draft:
    """Return an article about an event, written within days of it, in sentences of a few patterns."""
    day = event.day + timedelta(min(12, int(chance.expovariate(0.5))))
    dated = day if chance.random() > 0.05 else None
    draft = Draft(number, dated, chance.choice(_OUTLETS), day)
    present = [*event.actors, *_few_of_many(chance, leaders, 2)]
    speaker = present[0]
    draft.headline(f"{_STATES[event.giver][0]} to pay for {event.thing} of the {event.project} project")
    if dated is None:
        draft.say(
            event.place.upper(), ", ", draft.date(f"{day.day} {day:%B}", f"--{day:%m-%d}"), " — A long day."
        )
    _summit(chance, draft, event, day)
    _pledge(draft, event, speaker)
    for actor in dict.fromkeys(present[1:]):
        draft.say(_called(chance, draft, actor), f" {chance.choice(_VERBS)} the {chance.choice(_FILLER)}.")
    if chance.random() < 0.7:
        role = chance.choice(leaders[:20])
        draft.say(
            draft.role(f"the {_STATES[role.state][1]} {role.office}", role.office, role.state), " said no."
        )
    for actor in _few_of_many(chance, tail, chance.randint(1, 4)):
        draft.say(
            draft.person(actor.given, actor.family), f" {chance.choice(_VERBS)} {chance.choice(_FILLER)}s."
        )
    draft.say(
        "The ", draft.body(chance.choice(_BODIES)), f" {chance.choice(_VERBS)} the {event.project} plan."
    )
    for _ in range(2):
        things = f" for {_word(chance)}s and {chance.choice(_FILLER)}s in {_family(chance)}."
        draft.say("Others spent ", _money(draft, _sum(chance)), things)
    if chance.random() < 0.8:
        _call(chance, draft, leaders)
    for _ in range(chance.randint(12, 30)):
        words = (f"the {_word(chance)} {chance.choice(_VERBS)} {_word(chance)}s" for _ in range(3))
        draft.say(f"In {_word(chance)}, {', '.join(words)} and the {chance.choice(_FILLER)}.")
    return draft


def _summit(chance: random.Random, draft: Draft, event: Event, day: date) -> None:
    back = (day - event.day).days
    when = (
        draft.date(f"{event.day:%A}", f"{event.day:%a}".upper())
        if back < 7
        else draft.date("this month", "month:+0")
    )
    company = [_called(chance, draft, actor) for actor in event.actors[:3]]
    name = draft.name(f"the {event.place} summit")
    draft.say(company[0], " met ", company[1], " at ", name, " on ", when, ".")
    draft.gathering("summit", [name], event.place, when, company[:2])


def _call(chance: random.Random, draft: Draft, leaders: Sequence[Actor]) -> None:
    one, two = _few_of_many(chance, leaders, 2)
    first, second, verb = _called(chance, draft, one), _called(chance, draft, two), draft.name("rang")
    draft.say(first, " ", verb, " ", second, ".")
    draft.gathering("call", [verb], None, None, [first, second])


def _pledge(draft: Draft, event: Event, speaker: Actor) -> None:
    giver, receiver = (draft.country(_STATES[code][0], code) for code in (event.giver, event.receiver))
    money = _money(draft, event.sum)
    action = f" as a {event.aid} for {event.thing} in {event.project}"
    draft.say(giver, " will give ", receiver, " ", money, action, ".")
    draft.pledge(giver, receiver, f"give{action}", money)
    voice = draft.person(speaker.given, speaker.family, speaker.office, speaker.state)
    draft.say(voice, f" promised to {event.vow}.")
    draft.pledge(voice, None, event.vow, None)


def _money(draft: Draft, sum_: tuple[int, int]) -> object:
    amount, (sign, code) = sum_[0], _CURRENCIES[sum_[1]]
    text = f"{sign}{amount}m" if amount < 1000 else f"{sign}{amount / 1000:g}bn"
    return draft.money(text, str(amount * 1_000_000), code)


def _called(chance: random.Random, draft: Draft, actor: Actor) -> object:
    """Return how an article calls a leader: in full with or without the office, or by the family name."""
    style = chance.random()
    if style < 0.1:
        return draft.person("", actor.family)
    return draft.person(actor.given, actor.family, *((actor.office, actor.state) if style < 0.6 else ()))
