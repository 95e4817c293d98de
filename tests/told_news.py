"""News that hypothesis makes up: of a few names, offices, sums and meetings, and rulings on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.drafts import Draft
from hypothesis import strategies as st

from dateline.model import Place, Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.model import Source

NAMES = [
    ("Ida", "Vale"),
    ("Otto", "Vale"),
    ("I", "Vale"),
    ("Ida", "Brandt"),
    ("Idda", "Brandt"),
    ("", "Vale"),
    ("", "Brandt"),
]
OFFICES = [
    ("president", "PE"),
    ("president", "KE"),
    ("prime minister", "PE"),
    ("president", ""),
    ("minister", ""),
]
STATES = {"PE": ("Peru", "Peruvian"), "KE": ("Kenya", "Kenyan")}
BODIES = ["Harbour Union", "HU", "Grain Forum"]
SUMS = [("$5m", "5000000"), ("$5.1m", "5100000"), ("$5.14m", "5140000"), ("$60m", "60000000")]
DEEDS = ["ships for the harbour", "grain for the harbour", "ships and grain"]
FIRST = date(2031, 3, 3)

people = st.tuples(st.sampled_from(NAMES), st.none() | st.sampled_from(OFFICES))
fact = st.one_of(
    st.tuples(st.just("person"), people),
    st.tuples(st.just("role"), st.sampled_from(OFFICES)),
    st.tuples(st.just("body"), st.sampled_from(BODIES)),
    st.tuples(st.just("spend"), st.sampled_from(SUMS), st.sampled_from(DEEDS)),
    st.tuples(st.just("give"), st.sampled_from(["PE", "KE"]), st.sampled_from(SUMS), st.sampled_from(DEEDS)),
    st.tuples(st.just("vow"), people, st.sampled_from(DEEDS)),
    st.tuples(st.just("meet"), people, people, st.sampled_from(["Lima", "Nairobi", None])),
    st.tuples(st.just("call"), people, people),
)
days = st.integers(0, 12) | st.none()
articles = st.tuples(days, st.lists(fact, max_size=5), st.booleans())
changes = st.tuples(
    st.lists(st.tuples(st.integers(0, 7), articles), max_size=3), st.sets(st.integers(0, 7), max_size=2)
)
steps = st.lists(changes, min_size=1, max_size=6)
VALUES = {
    "same": [""],
    "different": [""],
    "kind": ["none", "organization", "person"],
    "rename": ["Ada Stone", "Ida Vale"],
    "date": ["2031-03-05", "2031-04-01"],
    "wrong": [""],
    "confirmed": [""],
}
#: A ruling's kind and value, and of each thing that it is about the article and its number there.
ruled = st.sampled_from([(kind, value) for kind, values in VALUES.items() for value in values])
about = st.tuples(st.integers(0, 7), st.integers(0, 5))
ruled_steps = st.lists(
    st.tuples(changes, st.none() | st.lists(st.tuples(ruled, about, about), max_size=3)),
    min_size=1,
    max_size=5,
)


def person(draft: Draft, who: Any) -> Any:
    (given_name, family), office = who
    return draft.person(given_name, family, *(office or ()))


def written(number: int, article: Any) -> Source:
    """Return the article of a number, with one sentence for each of its facts."""
    day, facts, wired = article
    dated = None if day is None else FIRST + timedelta(day)
    draft = Draft(number, dated, "The Quay", dated or FIRST)
    draft.headline("News")
    if dated is None:
        draft.say("LIMA, ", draft.date("5 March", "--03-05"), " — It rained.")
    for kind, *more in facts:
        FACTS[kind](draft, *more)
    if wired:
        draft.say(
            "The tide came in over the old wall and took with it what forty years of work had put there,"
        )
        draft.say(
            "so that nobody could tell any longer where the quay had been and where the first boats lay."
        )
    return draft.source(f"{number:064}")


def _role(draft: Draft, office: tuple[str, str]) -> None:
    words = f"the {STATES[office[1]][1]} {office[0]}" if office[1] else f"the {office[0]}"
    draft.say(draft.role(words, office[0], office[1]), " said so.")


def _spend(draft: Draft, sum_: tuple[str, str], deed: str) -> None:
    draft.say("They spent ", draft.money(*sum_, "USD"), f" on {deed}.")


def _give(draft: Draft, code: str, sum_: tuple[str, str], deed: str) -> None:
    giver, money = draft.country(STATES[code][0], code), draft.money(*sum_, "USD")
    draft.say(giver, " will give ", money, f" of {deed}.")
    draft.pledge(giver, None, f"give {deed}", money)


def _vow(draft: Draft, who: Any, deed: str) -> None:
    giver = person(draft, who)
    draft.say(giver, f" will send {deed}.")
    draft.pledge(giver, None, f"send {deed}", None)


def _meet(draft: Draft, one: Any, two: Any, place: str | None) -> None:
    company, name, when = (
        [person(draft, one), person(draft, two)],
        draft.name("a summit"),
        draft.date("Sunday", "SUN"),
    )
    draft.say(company[0], " and ", company[1], " were at ", name, " on ", when, ".")
    draft.gathering("summit", [name], place, when, company)


def _call(draft: Draft, one: Any, two: Any) -> None:
    company, verb = [person(draft, one), person(draft, two)], draft.name("rang")
    draft.say(company[0], " ", verb, " ", company[1], ".")
    draft.gathering("call", [verb], None, None, company)


FACTS: Mapping[str, Any] = {
    "person": lambda draft, who: draft.say(person(draft, who), " came."),
    "role": _role,
    "body": lambda draft, name: draft.say("The ", draft.body(name), " met."),
    "spend": _spend,
    "give": _give,
    "vow": _vow,
    "meet": _meet,
    "call": _call,
}


def step(
    there: Mapping[str, Source], added: Iterable[Any], removed: Iterable[int]
) -> tuple[list[Source], set[str], dict[str, Source]]:
    """Return the sources of a step, the ids that go with it, and all sources that are there after it."""
    sources = [written(*numbered) for numbered in added]
    gone = {f"{number:064}" for number in removed}
    left = {id_: source for id_, source in there.items() if id_ not in gone}
    return sources, gone, left | {source.article.id: source for source in sources}


def ruling(there: Mapping[str, Source], number: int, said: Any) -> Ruling:
    """Return a ruling about what articles mention; about no words of those that are not there."""
    (kind, value), *about = said
    places = []
    for article, which in about[: 2 if kind in ("same", "different") else 1]:
        id_ = f"{article:064}"
        spots = _spots(there[id_], kind) if id_ in there else []
        places.append(Place(id_, *(spots[which % len(spots)] if spots else (3, 7))))
    return Ruling(f"ruling {number}", kind, tuple(places), value)


def _spots(source: Source, kind: str) -> list[tuple[int, int]]:
    found = source.extraction
    if kind in ("wrong", "confirmed"):
        figures = [(figure.start, figure.end) for figure in found.money]
        return figures + [(pledge.start, pledge.end) for pledge in found.pledges]
    if kind == "date":
        return [(0, 0), *((m.start, m.end) for one in found.gatherings for m in one.mentions)]
    named = [one.mentions for one in found.people] + [one.mentions for one in found.organizations]
    told = [one.mentions for one in found.gatherings]
    return [(mention.start, mention.end) for mentions in named + told for mention in mentions]
