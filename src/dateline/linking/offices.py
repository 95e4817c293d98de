"""When two offices are one: synonyms, classes and countries of titles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extraction import bodies
from dateline.model import Office
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Person


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";"))


#: Styles of sovereigns and popes: with the given name they are the whole name.
_STYLES = frozenset(
    ("king", "queen", "prince", "princess", "emperor", "empress", "pope", "sultan", "emir", "tsar", "kaiser")
)
#: Titles of others whose short names keep them.
_TITLES = frozenset(("sir", "dame", "lord", "lady", "baroness", "baron"))
#: Titles of one office, the first standing for all of a line.
_SYNONYMS = {
    title: row[0]
    for row in (
        ("prime minister", "premier", "taoiseach"),
        ("president", "head of state"),
        ("foreign minister", "foreign secretary", "foreign affairs minister", "external affairs minister"),
        ("finance minister", "finance secretary", "treasury secretary", "treasury chief", "treasurer"),
        ("defence minister", "defence secretary", "defence chief"),
        ("interior minister", "home secretary", "home affairs minister", "interior secretary"),
        ("chief executive", "ceo", "chief executive officer", "managing director"),
        ("chairman", "chairwoman", "chairperson", "chair"),
        ("manager", "coach", "head coach"),
        ("captain", "skipper"),
        ("pope", "pontiff"),
        ("secretary general", "general secretary"),
        ("ambassador", "envoy"),
    )
    for title in row
}
#: Who leads a state or its government.
_TOP = _phrases(
    """
    president; prime minister; king; queen; emperor; sultan; emir; monarch; supreme leader; first minister;
    chief minister; interim leader; head of government; dictator; strongman; ruler; crown prince; leader
    """
)
#: Who leads a body; "leader", "chief", "head" and "boss" stand for each of them.
_HEADS = _phrases(
    """
    chairman; chief executive; director; director general; secretary general; governor; manager;
    executive director; commissioner; speaker; mayor; commander; president; chair; general manager; editor;
    administrator; principal; founder
    """
)
_SIDES = frozenset(("opposition", "party", "rebel", "union", "separatist"))
_LEADS = frozenset(("leader", "chief", "head", "boss"))
#: Countries whose government a chancellor leads; elsewhere one is minister of finance.
_CHANCELLORS = frozenset(("DE", "AT"))
#: Bodies by their short forms, folded.
_FULL = {
    fold(form): fold(full)
    for table in (bodies.INTERNATIONAL, bodies.NATIONAL)
    for full, forms in table.items()
    for form in forms
}
_PARTIES = {"tory": "conservative", "tories": "conservative", "lib dem": "liberal democrat"}
#: Offices called in short by the last word: "the commissioner" for the trade commissioner.
_IN_SHORT = frozenset(("minister", "commissioner", "envoy", "ambassador", "negotiator", "representative"))
_LESSER = ("deputy ", "vice ", "assistant ", "under ", "shadow ")
_SAME, _SYNONYM, _CLASS = 4, 3, 2
#: Somebody of whom the articles tell the country or body and no office ("Hungary's Istvan Kadosa").
_COUNTRYMAN = 4


def style(person: Person) -> str:
    """Return the sovereign's style that begins the person's name, folded, or ""."""
    first = fold(person.name.split()[0]) if person.name else ""
    return first if first in _STYLES and person.family is None else ""


def untitled(name: str) -> str:
    """Return the name without a title that begins it ("Sir Edmund", "King Harald V")."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in _STYLES | _TITLES else name


def of_style(person: Person) -> tuple[Office, ...]:
    """Return the office that a sovereign's or pope's style is."""
    found = style(person)
    return (Office(found),) if found else ()


def rank(office: Office) -> str:
    """Return "top" for who leads a state, "minister" for its government, "body" for another head."""
    title = usual(office)
    if not title:
        return ""
    if title in _TOP - {"leader"} or (title == "leader" and office.country):
        return "top"
    if title.split()[-1] in ("minister", "secretary", "chancellor"):
        return "minister"
    return "body" if title in _HEADS | _LEADS else ""


def usual(office: Office) -> str:
    """Return the title that stands for the office's synonyms."""
    return _SYNONYMS.get(office.title, office.title)


def same_title(wanted: Office, held: Office) -> int:
    """Return how well the titles agree: 4 the same, 3 a synonym, 2 its class ("leader"), 0 not at all."""
    if wanted.title == held.title:
        return _SAME
    one, other = usual(wanted), usual(held)
    if one == other and _foreign_minister(wanted, held):
        return 0
    if one == other or _finance({one, other}, wanted, held) or _of_field(wanted, held):
        return _SYNONYM
    if wanted.title == "monarch" and other in _STYLES:
        return _SYNONYM
    if any(_of_class(wide, narrow) for wide, narrow in ((wanted, held), (held, wanted))):
        return _CLASS
    return _CLASS if wanted.title == "counterpart" and (other in _TOP or _governs(held)) else 0


def _of_class(wide: Office, narrow: Office) -> bool:
    title, other = usual(wide), usual(narrow)
    if title in _LEADS:
        return other in _TOP | _HEADS | _LEADS or _governs(narrow)
    if title.endswith(" leader") and title != "interim leader":
        side = title.removesuffix("leader")
        return narrow.title.startswith(side) or (
            side.strip() in _SIDES and narrow.title == "leader" and bool(narrow.organization)
        )
    if title == "minister":
        return other.endswith((" minister", " secretary")) and other not in _TOP
    if wide.title in _IN_SHORT and not narrow.title.startswith(_LESSER):
        return narrow.title.endswith(" " + wide.title)
    return title == "secretary of state" and other == "foreign minister"


def _of_field(wanted: Office, held: Office) -> bool:
    """Tell whether the department that somebody heads is the field of the other office ("Treasury boss")."""
    field = fold(wanted.organization or "")
    if wanted.title not in _LEADS or not field or rank(held) not in ("minister", "top"):
        return False
    treasury = field == "treasury" and usual(held) in ("finance minister", "chancellor")
    return treasury or field in held.title.split()


def _governs(office: Office) -> bool:
    return office.title == "chancellor" and office.country in _CHANCELLORS


def other_field(wanted: Office, held: Office) -> bool:
    """Tell whether the office of a minister may be another word for the held one ("aid minister").

    The fields that every government has under one name are told apart.
    """
    if wanted.country or wanted.organization or wanted.former or held.former:
        return False
    if wanted.title.startswith(_LESSER) or held.title.startswith(_LESSER):
        return False
    titles = (wanted.title, held.title)
    return all(title.endswith(" minister") and title not in _SYNONYMS for title in titles)


def _foreign_minister(*pair: Office) -> bool:
    """Tell whether one is a secretary at home, the other a minister of a state that has no secretaries."""
    secretary = any(o.title.endswith(" secretary") and not o.country for o in pair)
    minister = any(o.title.endswith(" minister") and o.country not in (None, "GB", "US") for o in pair)
    return secretary and minister


def _finance(pair: set[str], *offices: Office) -> bool:
    """Tell whether a chancellor is the minister of finance, as in Britain."""
    return pair == {"chancellor", "finance minister"} and all(o.country in (None, "GB") for o in offices)


@lru_cache(maxsize=65536)
def agree(wanted: Office, held: Office) -> int:
    """Return how well a held office fits a wanted one: the higher the better, 0 where they contradict."""
    if not held.title:
        if held.country:
            return _COUNTRYMAN if wanted.country == held.country and rank(wanted) == "top" else 0
        return _COUNTRYMAN if wanted.organization and rank(wanted) == "body" and _fits(wanted, held) else 0
    title = same_title(wanted, held)
    if not title or wanted.former != held.former:
        return 0
    if not _fits(wanted, held) or (title == _CLASS and not _same_place(wanted, held)):
        return 0
    return max(0, _countries(wanted, held, title) + _bodies(wanted, held, title))


def _same_place(wanted: Office, held: Office) -> bool:
    """Tell whether one country or body is told of both, as a class alone says too little of who governs."""
    if not {"top", "minister"} & {rank(wanted), rank(held)}:
        return True
    return bool((wanted.country and held.country) or (wanted.organization and held.organization))


def _fits(wanted: Office, held: Office) -> bool:
    """Tell whether neither country nor body speaks against it."""
    if wanted.country and held.country and wanted.country != held.country:
        return False
    if wanted.organization and held.organization:
        return _same_body(wanted.organization, held.organization)
    return True


def _countries(wanted: Office, held: Office, title: int) -> int:
    if wanted.country and held.country:
        return 2 * title + 3
    if wanted.country and rank(held) not in ("top", "minister"):
        return 2 * _CLASS + 1  # "the Portuguese coach": where somebody is from
    return 2 * title - (1 if bool(wanted.country) != bool(held.country) and title == _CLASS else 0)


def _bodies(wanted: Office, held: Office, title: int) -> int:
    if wanted.organization and held.organization:
        return 3
    if held.organization and rank(wanted) in ("top", "minister") and (wanted.country or title == _CLASS):
        return -9  # the president of a body is no country's, the leader of a party no president
    if wanted.organization and not wanted.organization.islower() and not _of_field(wanted, held):
        return -9 if held.country or title == _CLASS else -1
    return 0


def _same_body(one: str, other: str) -> bool:
    first, second = (_party(fold(text).removeprefix("the ")) for text in (one, other))
    if first == second or one.islower() or other.islower():
        return True
    words = (first.split(), second.split())
    short, long = sorted(words, key=len)
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    letters = "".join(word[0] for word in long if word not in ("of", "the", "for", "and"))
    return len(short) == 1 and short[0] == letters


def _party(name: str) -> str:
    name = _FULL.get(name, name)
    name = name.removesuffix(" party").removesuffix("s") if name.endswith(" party") else name
    return _PARTIES.get(name, name)


def share_office(one: Iterable[Office], other: Iterable[Office]) -> bool:
    """Tell whether two sets of offices have one in common, country or body included."""
    second = list(other)
    return any(
        same_title(a, b) >= _SYNONYM
        and bool(
            (a.country and a.country == b.country) or (a.organization and a.organization == b.organization)
        )
        for a in one
        for b in second
    )
