"""What surrounds a capitalised name, and what that says of its bearer: a person, a body, a place or a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction import given_names, offices
from dateline.extraction.bodies import BODY_NOUNS, WEAK_BODY_NOUNS
from dateline.extraction.landscape import capitalized, landscape, possessive, sentence_start
from dateline.extraction.wordlists import words
from dateline.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.names import Name
    from dateline.extraction.offices import OfficePhrase

#: Words that are capitalised and never name a person.
NEVER = words(
    """
    god allah jesus christ satan santa bible koran quran torah islam christianity internet web nazi
    nazis mp mps mep meps msp msps gmt bst tv dvd cd pc ceo gdp hiv aids sars i i'm english latin arabic
    """
)
#: Words before a name that make it a thing's or a place's.
_THINGS_BEFORE = words(
    """
    hms uss hurricane storm typhoon cyclone mount mt lake cape river shuttle st saint port fort camp
    operation project rue via hotel mv ss rms lough loch glen st. mt.
    """
)
#: Words behind a name that make it a thing's or a place's, where they are capitalised too.
_THINGS_BEHIND = words(
    """
    street road avenue square park stadium bridge airport station hall house palace castle gardens
    island islands bay inquiry enquiry act bill law doctrine prize award awards trophy cup medal open
    classic tournament telescope day week show memorial library hotel inn arena lane hill beach river
    lake valley mountain mountains syndrome disease scale plan accord accords declaration report effect
    theorem peninsula strait sea ocean gulf province republic building tower towers canyon dam pier
    terminal highway boulevard crescent cemetery cathedral abbey chapel parish crossing junction centre
    center springs falls creek fields heath hole strip line wall gate cross convention conference summit treaty protocol
    """
) | BODY_NOUNS  # fmt: skip
#: Lower-case words behind a name by which it need not be a person's.
_MATTERS = words(
    """
    inquiry enquiry report act bill law doctrine prize award trophy cup medal telescope show plan accord
    accords affair scandal brand label shares stock plant factory unit model range chain store stores
    software phone car cars vehicle truck family dynasty era method process festival museum newspaper
    magazine website
    """
)
#: What a company has: a bare name before one is the company's.
_COMPANY_MATTERS = words(
    """
    shares stock profits sales executives officials spokesman spokeswoman founder employees workers customers
    products plant plants factory factories computers cars stores shareholders investors shops
    """
)
_MET = words(
    "beat beats defeated edged overcame met meets replaced replacing succeeded married faces thanked"
)
_SPEECH = words(
    """
    say says said tell tells told add adds added warn warns warned argue argues argued insist insists
    insisted believe believes believed think thinks thought admit admits admitted joke jokes joked
    recall recalls recalled complain complains complained explain explains explained reply replies
    replied smile smiled wrote
    """
)
#: Kinds of bodies, places and things that stand before a name in lower case.
_KINDS = words(
    """
    charity firm company group giant airline bank chain retailer carmaker newspaper magazine website
    platform network producer maker manufacturer operator developer builder broker broadcaster publisher
    distributor label brand brewer insurer supplier resort town city village province region district
    island port river suburb capital county state agency club side team band duo trio rockers ship
    vessel frigate tanker submarine yacht horse drug system service software film movie book novel album
    song single series programme show game opera play musical paper daily weekly supermarket grocer
    lender utility conglomerate consultancy consultants think-tank party movement organisation
    organization union tribe dog operation project virus telescope satellite probe rover spacecraft
    shuttle stadium search-engine rival engine startup start-up
    """
)
_BODY_KINDS = _KINDS - words(
    """
    resort town city village province region district island port river suburb capital county state duo trio
    ship vessel frigate tanker submarine yacht horse drug system software film movie book novel album song single
    series programme show game opera play musical tribe dog operation project virus telescope satellite probe
    rover spacecraft shuttle stadium
    """
)
_PLACES = _KINDS & words(
    """
    resort town city village province region district island port suburb capital county state
    """
)
_RELATIVES = words(
    """
    wife husband son daughter brother sister father mother cousin uncle aunt nephew niece widow widower
    grandson founder granddaughter grandfather grandmother son-in-law daughter-in-law brother-in-law
    sister-in-law half-brother stepson
    """
)
_STAFF = words(
    """
    analyst economist worker executive employee strategist trader dealer broker boss banker job staff
    """
)
#: Initials, an Arabic article, a patronymic, a particle or a Chinese or Korean pair of syllables: a person's.
_PERSONAL = re.compile(
    r"(?:[A-Z]\.? ?){1,3} [A-Z]\w+|\w+ (?:[A-Z]\.? )+\w+|.*\b(?:al|el|ul|as)-[A-Z]|.+ (?:bin|ibn|von|van|von der|van der|"
    r"de la|da|dos|bint) \w+$|[A-Z]\w+ [A-Z]\w+-[a-z]\w+$|[A-Z]\w+-[a-z]\w+ [A-Z]\w+$"
)
_TRUST = words(
    """
    confidence trust faith interest belief believe change investment shot difference invested trusted
    """
)
_ABSTRACT = re.compile(r".{3,}(?:ness|ism|isms|isation|ization|ology|ship|hood|ities|ments|tions?)$")
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|O['’]|De|Di|Da|La|Le|Du|Van|Von|Fitz|El|Al|Mb|N['’])\w+[a-z][A-Z]")


def thing_behind(doc: Doc, first: int, end: int) -> bool:
    """Tell whether a capitalised word behind the name makes the whole a place's, a body's or a thing's."""
    if end >= len(doc) or possessive(doc[end]) or doc[end].is_space:
        return (
            doc[end - 1].lower_ in _THINGS_BEHIND
            and end - first > 1
            and landscape(doc).label(end - 1) != "PERSON"
        )
    behind = doc[end]
    if behind.text == "&" or (first > 0 and doc[first - 1].text == "&"):
        return True
    return capitalized(behind) and behind.lower_ in _THINGS_BEHIND and not sentence_start(behind)


def evidence(doc: Doc, name: Name) -> set[str]:
    """Return what the surroundings of the name say, as words of `WEIGHTS` in dateline.extraction.people."""
    return (
        _before(doc, name)
        | _behind(doc, name)
        | _within(doc, name)
        | _syntax(doc, name)
        | _neighbours(doc, name)
    )


def _before(doc: Doc, name: Name) -> set[str]:
    found: set[str] = set()
    if name.start == 0:
        return found
    before = doc[name.start - 1]
    further = doc[name.start - 2] if name.start > 1 else before
    word = before.lower_
    if (word in _THINGS_BEFORE and capitalized(before)) or before.text == "&":
        found.add("thing before")
    if (word in _KINDS and before.is_lower and (name.office is None or len(name.core) == 1)) or (
        word == "of" and further.lower_ in _PLACES
    ):
        found.add("kind before")
        if word in _BODY_KINDS:
            found.add("body before")
    if word in ("in", "at", "near", "around", "outside", "inside", "into") and further.lower_ not in _TRUST:
        found.add("place before")
    if word == "the" and name.office is None:
        found.add("article")
    if word in _SPEECH and before.is_lower and not word.startswith("tell") and word != "told":
        found.add("speech")
    if word == "by":
        found.add("agent")
    if word in _MET:
        found.add("met")
    if word in ("at", "for", "of", "with") and further.lower_.rstrip("s") in _STAFF:
        found.add("staff")
    if possessive(before) and name.start > 1:
        ground = landscape(doc)
        owner = name.start - 2
        if owner in ground.country or owner in ground.listed or ground.label(owner) in ("ORG", "GPE"):
            found.add("of a body")
    return found


def _behind(doc: Doc, name: Name) -> set[str]:
    found: set[str] = set()
    if name.end >= len(doc):
        return found
    behind = doc[name.end]
    further = doc[name.end + 1] if name.end + 1 < len(doc) else behind
    last = doc[name.end + 2] if name.end + 2 < len(doc) else further
    if behind.lower_ in _SPEECH and behind.is_lower:
        found.add("speech")
    if behind.lower_ in _COMPANY_MATTERS and len(name.core) == 1 and not name.honorific:
        found.add("company")
    if behind.lower_ in ("reported", "reports") and behind.is_lower:
        found.add("reports")
    if behind.text == "," and further.lower_ == "who":
        found.add("who")
    if behind.lower_ in ("himself", "herself"):
        found.add("who")
    if behind.text == "," and re.fullmatch(r"[1-9]\d", further.text) and last.text in (",", ".", ")", ";"):
        found.add("age")
    if behind.is_digit and name.honorific:
        found.add("thing before")
    if (behind.lower_ in _MATTERS and behind.is_lower) or thing_behind(doc, name.start, name.end):
        found.add("matter")
    return found


def _within(doc: Doc, name: Name) -> set[str]:
    found: set[str] = set()
    last = doc[name.end - 1]
    if len(name.core) == 1 and not name.honorific:
        if last.tag_ in ("NNS", "NN", "JJ") and sentence_start(doc[name.start]):
            found.add("common noun")
        if _ABSTRACT.match(fold(last.text)):
            found.add("common noun")
        if last.is_upper and len(last.text) > 1 and not _in_capitals(doc, name):
            found.add("capitals")
    if any(_INNER_CAPITAL.match(word) for word in name.words):
        found.add("inner capital")
    if len(name.core) > 1 and (given(name.words[0]) or _PERSONAL.match(" ".join(name.words))):
        found.add("personal")
    if len(name.core) > 1 and fold(last.text) in BODY_NOUNS - WEAK_BODY_NOUNS:
        found.add("body noun")
    return found


def _in_capitals(doc: Doc, name: Name) -> bool:
    """Tell whether all that stands about the name is in capitals."""
    around = [t for t in doc[max(0, name.start - 4) : name.end + 4] if t.is_alpha and len(t) > 2]
    return len(around) > 1 and all(t.is_upper for t in around)


def given(word: str) -> bool:
    """Tell whether the word is a usual given name."""
    first = fold(word.split("-", maxsplit=1)[0])
    return first in given_names.MALE or first in given_names.FEMALE


def _neighbours(doc: Doc, name: Name) -> set[str]:
    """Return what the offices and bodies beside the name say."""
    found: set[str] = set()
    ground = landscape(doc)
    if _relative(name):
        found.add("relative")
    if (
        len(name.core) == 1
        and not name.honorific
        and any(
            entity.label_ == "ORG"
            and len(entity) > 1
            and entity[0].text == name.words[0]
            and entity[-1].lower_ in BODY_NOUNS
            for entity in doc.ents
        )
    ):
        found.add("company")
    for phrase in offices.find(doc):
        if phrase.start == name.end + 1 and doc[name.end].text in (",", "(", "-", "–"):
            found.add("office behind" if phrase.kind in ("top", "post") else "appositive")
            if _of_relative(phrase):
                found.add("relative")
        if phrase.end == name.start - 1 and doc[phrase.end].text == "," and _of_relative(phrase):
            found.add("relation")
        if phrase.head == name.end and not name.honorific and capitalized(doc[phrase.head]):
            found.add("employer")
        if phrase.body == (name.start, name.end) and phrase.determiner != "'s" and phrase.head >= name.end:
            found.add("employer")
    for edge, step in ((name.start - 1, -1), (name.end, 1)):
        if 0 < edge < len(doc) - 1 and doc[edge].lower_ in ("and", ",", "or", "&"):
            beside = edge + step
            if ground.label(beside) == "ORG" or (beside in ground.listed):
                found.add("among bodies")
    return found


def _relative(name: Name) -> bool:
    return name.office is not None and _of_relative(name.office)


def _of_relative(phrase: OfficePhrase) -> bool:
    """Tell whether the phrase says whose relative somebody is."""
    return phrase.office.title.split()[-1] in _RELATIVES


def _syntax(doc: Doc, name: Name) -> set[str]:
    head = doc[name.start : name.end].root
    if head.dep_.startswith("nsubj") and head.head.pos_ in ("VERB", "AUX"):
        return {"subject"}
    if head.dep_ in ("compound", "amod") and head.head.i >= name.end and not capitalized(head.head):
        return {"modifier"}
    return set()
