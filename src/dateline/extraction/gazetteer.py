"""Countries and what the news calls them: names, demonyms, capitals and seats of government (a closed list).

Sovereign states, Taiwan, Kosovo and the Holy See; dependent territories and parts of a state (Hong Kong,
Scotland, Gibraltar) are places, not countries. Codes are ISO 3166-1 alpha-2, official names are pycountry's,
XK is the user-assigned code in common use for Kosovo. No spaCy here: linking uses this list as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

import pycountry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.model import MentionKind

#: First halves of compounds: "Franco-German", "Sino-Russian".
PREFIXES = {
    "Anglo": "GB",
    "Austro": "AT",
    "Franco": "FR",
    "Graeco": "GR",
    "Greco": "GR",
    "Indo": "IN",
    "Italo": "IT",
    "Luso": "PT",
    "Russo": "RU",
    "Sino": "CN",
    "Turco": "TR",
    "Turko": "TR",
}
_Node: TypeAlias = "dict[str, _Node]"
_IRREGULAR = ("ese", "sh", "ch", "x", "s", "men", "hman", "women", "woman", "geois")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a surface stands for."""

    code: str
    kind: MentionKind
    needs_country: bool = False  #: counts only where its country is named in the article


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    text = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, name, *lists = (*line.split("\t"), "", "", "", "")[:6]
        rows.append(_Row(code, name, *(tuple(filter(None, field.split("|"))) for field in lists)))
    return tuple(rows)


@lru_cache(maxsize=1)
def surfaces() -> Mapping[str, Sense]:
    """Return what each surface means, by its exact wording."""
    found: dict[str, Sense] = {}
    for row in _rows():
        for name in (row.name, *row.aliases):
            found.setdefault(name, Sense(row.code, "name"))
        for demonym in row.demonyms:
            for form in (demonym, *_plural(demonym)):
                found.setdefault(form, Sense(row.code, "demonym"))
        for capital in row.capitals:
            found.setdefault(capital, Sense(row.code, "capital"))
        for seat in row.seats:
            found.setdefault(seat.lstrip("?"), Sense(row.code, "seat", seat.startswith("?")))
    for row in _rows():
        for name in _official(row.code):
            found.setdefault(name, Sense(row.code, "name"))
    return found


@lru_cache(maxsize=1)
def short_names() -> Mapping[str, str]:
    """Return the usual English short name of each country, by code."""
    return {row.code: row.name for row in _rows()}


@lru_cache(maxsize=1)
def capitals() -> Mapping[str, str]:
    """Return the country code of each capital by name, but for Brussels, which mostly means the EU."""
    return {name: sense.code for name, sense in surfaces().items() if sense.kind == "capital"}


def _official(code: str) -> Iterator[str]:
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return
    for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")):
        if name and "," not in name and "(" not in name:
            yield name


def _plural(demonym: str) -> Iterator[str]:
    if not demonym.endswith(_IRREGULAR):
        yield demonym + "s"


def trie_pattern(words: Iterable[str]) -> str:
    """Return a regular expression for the words that prefers the longest and tries each first letter once.

    A blank stands for one white space that parts no paragraphs, an apostrophe for either of its shapes.
    """
    root: _Node = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault({"’": "'"}.get(character, character), {})
        node[""] = {}
    return _branch(root)


def _branch(node: _Node) -> str:
    ends = "" in node
    options = [_character(c) + _branch(rest) for c, rest in sorted(node.items()) if c]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)}){'?' if ends else ''}"


def _character(character: str) -> str:
    if character == " ":
        return r"(?:[^\S\n]|\n(?!\n))"
    if character == "'":
        return "['’]"
    return "\\" + character if not character.isalnum() else character
