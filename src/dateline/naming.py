"""Personal names as words: which parts they have and when two spellings may be one name.

Pure functions on words, without knowledge of any text. Extraction uses them within an article, linking over a
collection.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that belong to the family name behind them, folded.
PARTICLES = _words(
    """
    von der den dem zu zur zum vom und van de del della dello dei degli di da das do dos du des la las le
    los el al as ash ben bin bint binti ibn abu abd y e i ter ten af av st san santa mac ap ul wa
    """
)

#: What may stand behind a family name, folded.
SUFFIXES = _words("jr jr. sr sr. jnr snr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii")

#: Short and full forms of given names: one bearer's forms between semicolons.
_SHORT_FORMS = """
abe abraham; al albert alan alfred; alec alex alexander alexandra sandy; andy andrew drew; tony anthony
antony; art arthur; barney bernard bernie; bart bartholomew; becky rebecca; ben benjamin benny; bert
albert herbert; beth betty elizabeth liz lizzie eliza betsy; bill billy will william willie liam; bob
bobby rob robbie robert bert; brad bradley; cathy kathy catherine katherine kathleen kate katie; charlie
chuck charles; chris christopher christine christina christian; cindy cynthia; dan danny daniel; dave davy
david; deb debbie deborah; dee deirdre; dick rick richard richie ricky; don donny donald; doug douglas; ed
eddie ned ted edward edwin edmund teddy; fran francis frances; frank francis franklin; fred freddie
frederick alfred; gabe gabriel; gene eugene; geoff jeff geoffrey jeffrey; gerry jerry gerald gerard
jeremy; greg gregory; hal harry henry harold hank; ian iain; jack john johnny jon jonathan; jake jacob;
jim jimmy jamie james; joe joey joseph; josh joshua; ken kenny kenneth; larry lawrence laurence; len lenny
leonard; leo leonard leon; lou louis lewis; maggie meg margaret peggy; manny emmanuel manuel; marty
martin; matt matthew; max maximilian maxwell; mick mickey mike michael; mo mohamed mohammed; nancy ann;
nat nathan nathaniel; nick nicholas nicolas; norm norman; pam pamela; pat paddy patrick patricia; pete
peter; phil philip phillip; ray raymond; ron ronnie ronald; rudi rudy rudolph rudolf; sam sammy samuel
samantha; stan stanley; steve steven stephen stefan; stu stuart stewart; sue susan suzanne; terry terence
theresa; tim timothy; tom tommy thomas; val valerie valentine; vic victor viktor; vince vincent; walt
walter; zac zach zachary; gordie gordon; vlad vladimir; misha mikhail; sasha aleksandr alexander
oleksandr; kolya nikolai; volodya volodymyr vladimir; pepe jose; paco francisco
"""


def _nickname_groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, forms in enumerate(_SHORT_FORMS.split(";")):
        for name in forms.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


_GROUPS = _nickname_groups()
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul)-(?=\w)")
_SPELLINGS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"sch|shch|tsch|tch|sh|sz|cz|ch"), "x"),
    (re.compile(r"kh|gh|ck|q|c|g"), "k"),
    (re.compile(r"dh|th"), "d"),
    (re.compile(r"zh|tz|ts|s|z|ž"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|ue"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"ij|iy|yy|ie|y|j"), "i"),
)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return a name's word folded, without the Arabic article and full stops ("al-Rashidi" → "rashidi")."""
    folded = fold(word).replace("'", "").strip(".")
    return _ARTICLE.sub("", folded)


def core(words: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the words that carry a name: without particles and suffixes, initials apart.

    A name of particles alone keeps them ("Du", "Van"), and a particle in front stays ("Ben Marlow").
    """
    last = len(words) - 1
    keys = [
        part
        for place, word in enumerate(words)
        if not (place and is_suffix(word)) and (place in (0, last) or fold(word) not in PARTICLES)
        for part in (_initials(word) if place < last else [key(word)])
    ]
    while len(keys) > 1 and keys[0] in _LEADING_PARTICLES:
        del keys[0]
    return tuple(keys) or tuple(key(word) for word in words)


_LEADING_PARTICLES = PARTICLES - {"ben", "al", "abu", "abd", "san", "santa", "st", "mac", "e", "i", "ap"}


def family_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the family name with its particles."""
    last = len(words) - 1
    while last > 0 and is_suffix(words[last]):
        last -= 1
    first = last
    while first > 1 and fold(words[first - 1]) in PARTICLES:
        first -= 1
    return tuple(words[first : last + 1])


def is_suffix(word: str) -> bool:
    """Tell whether the word is "Jr", "III" or the like; "Xi" and "Vi" are names."""
    return fold(word) in SUFFIXES and (word.isupper() or fold(word)[:2] in ("jr", "sr", "jn", "sn"))


def _initials(word: str) -> list[str]:
    """Part initials that are written together: "J.K.", "JD" → "j", "k"."""
    return (
        [fold(c) for c in word if c != "."]
        if re.fullmatch(r"(?:\w\.)+\w?\.?|[A-Z]{2,3}", word)
        else [key(word)]
    )


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a folded word in a coarse spelling that the usual transliterations of a name share.

    Doubled letters, ph/f, y/i/j, w/v, s/z, g/k/q and the like fall together (the variants that Europe Media
    Monitor folds before it compares names: Steinberger and Pouliquen, 2007).
    """
    text = word
    for pattern, letter in _SPELLINGS:
        text = pattern.sub(letter, text)
    return re.sub(r"(.)\1+", r"\1", text)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """Return the consonants of a folded word's coarse spelling, a key under which its variants meet."""
    return re.sub(r"[aeiouh'-]", "", sound(word)) or sound(word)


@lru_cache(maxsize=65536)
def spelt_alike(first: str, second: str) -> bool:
    """Tell whether two folded words may be spellings of one name ("dostoevsky", "dostoyevskiy")."""
    if first == second:
        return True
    if min(len(first), len(second)) < 4:
        return False
    if sound(first) == sound(second):
        return True
    return consonants(first) == consonants(second) and JaroWinkler.similarity(first, second) >= 0.88


@lru_cache(maxsize=65536)
def hints(given: str) -> frozenset[str]:
    """Return keys of which two folded given names share one if `same_given` may hold for them."""
    first = sound(given)[:1]
    vowel = "a" if first in "aeiou" else first
    return frozenset({vowel, given[:1], *(f"={group}" for group in _GROUPS.get(given, ()))})


@lru_cache(maxsize=65536)
def same_given(first: str, second: str) -> bool:
    """Tell whether two folded given names may be one: equal, an initial, a short form, spelt alike."""
    if first == second:
        return True
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    if _GROUPS.get(first, frozenset()) & _GROUPS.get(second, frozenset()):
        return True
    return spelt_alike(first, second)


def compatible(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two full names, as keys from `core`, may be one bearer's.

    They are when the last words are spelt alike and the others agree as far as both give them ("George W
    Tarrant" and "George Tarrant", not "George HW Tarrant"), or when all words of one stand in the other in
    order ("Manuel Pinto", "Jose Manuel Pinto").
    """
    if not first or not second:
        return False
    if len(first) > 1 and len(second) > 1 and spelt_alike(first[-1], second[-1]):
        return _givens_agree(first[:-1], second[:-1])
    short, long = sorted((tuple(first), tuple(second)), key=len)
    return 1 < len(short) < len(long) and _within(short, long)


def _givens_agree(first: Sequence[str], second: Sequence[str]) -> bool:
    if not same_given(first[0], second[0]):
        short, long = sorted((tuple(first), tuple(second)), key=len)
        return len(short) < len(long) and _within(short, long)
    middles = [[word for word in given[1:] if word] for given in (first, second)]
    if not all(middles):
        return True
    initials = [{word[0] for word in middle} for middle in middles]
    return bool(initials[0] <= initials[1] or initials[1] <= initials[0])


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words of short stand in long in the same order, spelt alike."""
    rest = iter(long)
    return all(any(spelt_alike(word, other) for other in rest) for word in short)


def forget() -> None:
    """Let go of what is remembered of names, for those who have seen the last of many."""
    for remembered in (key, sound, consonants, spelt_alike, hints, same_given):
        remembered.cache_clear()
