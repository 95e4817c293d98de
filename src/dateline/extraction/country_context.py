"""What a country's name or demonym is not: part of another name, an idiom, a language, a person, a US state.

Closed lists of the common cases in the news; every test looks at a bounded stretch of text around the place.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Names of other things in which a country's name or demonym stands; the longest name at a place wins.
OTHER_NAMES = (
    *map(" ".join, product(("Latin", "North", "South", "Central"), ("America", "American", "Americans"))),
    *map(" ".join, product(("East", "West"), ("Germany", "German", "Germans"))),
    *map(" ".join, product(("North", "South"), ("Vietnam", "Vietnamese", "Yemen", "Yemeni"))),
    *(
        "Northern Ireland",
        "North of Ireland",
        "Northern Irish",
        "Nazi Germany",
        "Vichy France",
        "Irish Republican Army",
    ),
    *("American Indian", "American Indians", "West Indian", "West Indians", "Red Indians", "British Isles"),
    *("Inner Mongolia", "Inner Mongolian", "British Columbia", "British Virgin Islands", "US Virgin Islands"),
    *(
        "U.S. Virgin Islands",
        "British Indian Ocean Territory",
        "American Samoa",
        "American Samoan",
        "New Guinea",
    ),
    *(
        "French Guiana",
        "French Polynesia",
        "French Riviera",
        "South Georgia",
        "Netherlands Antilles",
        "Spanish Town",
    ),
    *(
        "Irish Sea",
        "Norwegian Sea",
        "Philippine Sea",
        "South China Sea",
        "East China Sea",
        "Sea of Japan",
        "Lake Chad",
    ),
    *(
        "Lake Malawi",
        "River Niger",
        "Niger Delta",
        "Niger River",
        "River Jordan",
        "Jordan River",
        "Congo River",
    ),
    *(
        "Gulf of Mexico",
        "Gulf of America",
        "Gulf of Oman",
        "Gulf of Guinea",
        "Gulf of Thailand",
        "Gulf of Finland",
    ),
    *(
        "Bank of America",
        "Bank of Ireland",
        "America Online",
        "America's Cup",
        "Captain America",
        "Miss America",
        "Royal Dutch",
    ),
    *(
        "Volkswagen of America",
        "Credit Suisse",
        "Chinese New Year",
        "North Pole",
        "South Pole",
        "Cuban heels",
    ),
    *("Air France", "Air China", "Air India", "Air Canada", "Air New Zealand", "Air Jamaica", "Air Malta"),
    *("Times of India", "Times of Israel", "USA Today", "South China Morning Post", "Georgia Tech"),
    *(
        "Korean People's Army",
        "Korean Central News Agency",
        "Korean War",
        "Korean Peninsula",
        "Korean peninsula",
        "Korean Air",
        "Korea Strait",
        "Britpop",
    ),
    *("Washington Post", "Washington Times", "Washington State", "Washington state", "Mount Washington"),
    *(
        "London Stock Exchange",
        "Berlin Wall",
        "Warsaw Pact",
        "Paris Club",
        "Paris Saint-Germain",
        "Paris Hilton",
    ),
    *(
        "Pentagon Papers",
        "Jerusalem Post",
        "Moscow Times",
        "Rome Statute",
        "Vienna Convention",
        "Geneva Convention",
    ),
)
#: What makes one name with the country's name or demonym before it: companies, newspapers, matches, waters.
_FOLLOWERS = re.compile(
    r"[ \-](?:Ocean|Sea|Airways|Airlines?|Air Lines|Airbus|Telecom(?:munications)?|Gas|Petroleum|Steel"
    r"|Aerospace|Leyland|American Tobacco|Express|Idol|Open|Grand Prix|Derby|Times|Post|Daily|Herald"
    r"|Tribune|Today|Independent|Examiner|Mirror|Journal|Gazette|Observer|Awards?|Psycho|Beauty|Pie|Hustle"
    r"|Bancorp|Nuts?|Shepherds?|Bulldogs?)\b"
)
_RANK = "shirts?|jersey|seed|spot|position|in the (?:world|charts?|rankings?|list)|on (?:the|his|her) list"
_IDIOMS = {
    "Brazil": "nuts?",
    "Brit": "(?:A|a)wards?|School",
    "China": "shop|cups?|plates?|doll|clay|figurines?",
    "Chinese": "whispers|walls?|takeaways?|lanterns?|chequers",
    "Danish": "past(?:ry|ries)",
    "Dutch": "oven|courage|auctions?|cap|elm|treat",
    "French": "fries|toast|windows?|doors|kiss|horn|polish|beans?|leave|bread|bulldogs?",
    "GB": "News",
    "Georgian": "houses?|terraces?|mansions?|era|architecture|townhouses?|buildings?|style|squares?",
    "German": "measles|shepherds?",
    "Greek": "tragedy|chorus|salad|yogh?urt|myths?|mythology",
    "Guinea": "pigs?|fowls?",
    "Indian": "summer|ink",
    "Irish": "stew|coffee|setters?|wolfhounds?",
    "Mexican": "wave|stand-?off",
    "No 10": _RANK,
    "No. 10": _RANK,
    "Number 10": _RANK,
    "Panama": "hats?",
    "Pole": "position|vault(?:er|ing)?|dancers?|dancing",
    "Polish": "the|your|up|off|it|them|my|his|her|our|their",
    "Russian": "roulette|dolls?|salad",
    "Spanish": "flu|omelettes?",
    "Swiss": "roll|chard|cheese|army knife",
    "Turkey": "breasts?|dinners?|meat|sandwich(?:es)?|farm(?:s|er|ers|ing)?|prices|lunch|burgers?|curry",
    "Turkish": "delight|baths?",
}
_IDIOM = {word: re.compile(rf"[ \-](?:{rest})\b") for word, rest in _IDIOMS.items()}
#: Words that make another name with the one before them: "New Mexico", "al-Iraqi", "Boy Scouts of America".
_PART = re.compile(
    r"\b(?:New (?:Mexico|Guinea|Caledonia)|[Aa]l ?- ?\w+|All-Americans?|(?!States|President"
    r"|People)[A-Z]\w+ of America)$"
)
_ROAST = re.compile(r"\b(?:[Cc]hristmas|[Tt]hanksgiving|[Rr]oast|[Ss]tuffed|[Cc]old) $")
_LANGUAGE = (
    "Arabic|Bulgarian|Burmese|Catalan|Chinese|Czech|Danish|Dutch|English|Estonian|Finnish|French|German"
    "|Greek|Hungarian|Icelandic|Irish|Italian|Japanese|Korean|Latvian|Lithuanian|Maltese|Norwegian|Polish"
    "|Portuguese|Romanian|Russian|Serbian|Somali|Spanish|Swedish|Thai|Turkish|Ukrainian|Vietnamese"
)
_IS_LANGUAGE = re.compile(_LANGUAGE)
_LANGUAGE_SIGN = re.compile(r"[ \-](?:languages?|speak(?:er|ers|ing)|word for)\b")
_IN = re.compile(rf"\b(?:in|into|translated from)(?: both| the)?(?: (?:{_LANGUAGE}),?)*(?: and| or)? $")
_SPEAK = re.compile(
    rf"\b(?:speaks?|spoke|speaking|learn(?:s|ed|ing|t)?|teach(?:es|ing)?|fluent|broken|perfect|flawless"
    rf"|halting)(?: in)?(?: (?:{_LANGUAGE}),?)*(?: and| or)? $"
)
_MORE = rf",? (?:and |or )?(?:{_LANGUAGE})(?:[.,;:!?)]|$| (?:and|or) (?:{_LANGUAGE})[.,;:!?])"
_CLOSED = rf"(?:[.;:!?)\"”]|$|, [a-z\"“]|{_MORE})"
_ENDS = re.compile(_CLOSED)
_SPEAK_ENDS = re.compile(rf"{_CLOSED}| (?:to|with|at|as|in|on|well|fluently|but|when|because|and|while)\b")
_US_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho"
    "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
    "|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|North Carolina|North Dakota"
    "|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah"
    "|Vermont|Virginia|Wisconsin|Wyoming"
)
_STATE_AFTER = re.compile(rf", (?:{_US_STATES}|Georgia|New York|New Mexico|Ontario)\b")
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Judge|Justice|Prof|Professor|Sgt|Capt|Cpl)\.? $"
)
_GEORGIA_STATE = re.compile(
    rf"\b(?:Atlanta|Savannah|Fulton County|Republicans?|Democrats?|state of Georgia|US state|swing states?"
    rf"|{_US_STATES})\b"
)
_GEORGIA_COUNTRY = re.compile(
    r"\b(?:Tbilisi|Batumi|Abkhazian?|South Ossetian?|Caucasus|Georgians?|Armenia|Azerbaijan|Moldova"
    r"|Ukraine|Russian?|Moscow|Soviet|Black Sea|Eurovision)\b"
)
_SOUTH_KOREA = re.compile(r"\b(?:South Korean?|Seoul|S\.? Korea)\b")
_NORTH_KOREA = re.compile(r"\b(?:North Korean?|Pyongyang|N\.? Korea)\b")
_PRONOUN_US = re.compile(
    r"\b(?:LET|GIVE|GAVE|TELL|TOLD|JOIN|SHOW|HELP|SAVE|MAKES?|MADE|ASK|CONTACT|FOLLOW|BRING|TAKE|TEACH"
    r"|BOTH OF|ALL OF|KILL|CALL|FAILED|LEAVE|LEFT|HATE|LOVE|HURT|NEED|FORGIVE|SPARE|LIKE) $"
)
#: Countries whose names people bear as given names, and what shows that the country is meant all the same.
_GIVEN_NAMES = frozenset({"Jordan", "Chad", "Georgia"})
_PLACE_AFTER = re.compile(
    r" (?:Valley|River|Basin|Radio|TV|Television|Football|National|Republic|Army|Police|Parliament"
    r"|Government|Embassy|Airport|Ministry|Senate|House|State|Governor|Republicans?|Democrats?)\b"
)
_NAME_AFTER = re.compile(r" [A-Z][a-z]+")


def names_another_thing(text: str, end: int) -> bool:
    """Tell whether the word behind the place makes it the name of a company, a newspaper, a water …"""
    return bool(_FOLLOWERS.match(text, end))


def is_another_word(text: str, start: int, end: int, surface: str, kind: str) -> bool:
    """Tell whether the words around a place make it an idiom, a language, a person or a place in America."""
    before = text[max(0, start - 48) : start]
    if (surface in _IDIOM and _IDIOM[surface].match(text, end)) or _STATE_AFTER.match(text, end):
        return True
    if (" " not in surface and _PART.search(before + surface)) or _marks_a_sum(text, end, surface):
        return True
    if surface == "Turkey":
        return bool(_ROAST.search(before))
    if surface == "US" and text[start:end] == "US" and _in_capitals(text, start, end):
        return bool(_PRONOUN_US.search(before))
    if surface == "GB":
        return before.rstrip()[-1:].isdigit()
    if kind == "demonym":
        return bool(_IS_LANGUAGE.fullmatch(surface)) and _is_language(text, before, end)
    if kind == "name" and surface in _GIVEN_NAMES and _NAME_AFTER.match(text, end):
        return not _PLACE_AFTER.match(text, end)
    return kind == "name" and bool(_HONORIFIC.search(before))


def _marks_a_sum(text: str, end: int, surface: str) -> bool:
    """Tell whether the word is part of a currency's sign: "US$5m", "US $5m", not "gave Kenya $5m"."""
    behind = text[end : end + 2]
    return behind.startswith(("$", "£")) or (surface.isupper() and behind in (" $", " £"))


def _is_language(text: str, before: str, end: int) -> bool:
    if _LANGUAGE_SIGN.match(text, end):
        return True
    if _SPEAK.search(before):
        return bool(_SPEAK_ENDS.match(text, end))
    return bool(_IN.search(before) and _ENDS.match(text, end))


def _in_capitals(text: str, start: int, end: int) -> bool:
    letters = [c for c in text[max(0, start - 12) : start] + text[end : end + 12] if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)


def means_the_country(text: str, surface: str, others: Iterable[str]) -> bool:
    """Tell from the whole article, and the codes of its other countries, whether "Georgia" is the country.

    Georgia is the state of the US where the article speaks of more of America than of the Caucasus; Korea is
    South Korea unless the article speaks of the North.
    """
    if surface.startswith("Korea"):
        return bool(_SOUTH_KOREA.search(text)) or not _NORTH_KOREA.search(text)
    if surface == "Georgia":
        state, country = len(_GEORGIA_STATE.findall(text)), len(_GEORGIA_COUNTRY.findall(text))
        return country >= state and not (country == 0 and set(others) == {"US"})
    return True
