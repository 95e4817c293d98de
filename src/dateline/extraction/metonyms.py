"""Whether a capital stands for its government: "Moscow said", "between Washington and Kyiv", not "in Paris".

The rules read the words beside the name and its place in the parse; a capital in the position of an actor
(who says, is asked, is dealt with) stands for the government, one in the position of a place does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.extraction import extensions
from dateline.extraction.extensions import covering, head_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTNER = _words("with against by without towards toward versus")
_TRAVEL = _words(
    "visit visits visited visiting trip trips travel travels travelled traveling travelling go goes going"
    " gone went come comes came fly flies flew flying flown flight flights return returns returned"
    " returning head heads headed heading journey journeys drive drove tour tours arrive arrives arrived"
    " arriving arrival move moved moves moving invite invited train trains road roads route line rail way"
    " bus sail sailed march marched evacuated rushed taken brought sent posted deployed flew left close"
    " closer next home train travelled dash dashed summoned"
)
_PRESSED = re.compile(
    r"(?i)\b(?:pressure|sanctions?|tariffs?|embargo|dependence|reliance|calls?|called|calling|rel(?:y|ied|ies)"
    r"|blamed?)\s(?:up)?on\s$"
)
_OBJECT_VERBS = _words(
    "help helps helped helping pressure pressures pressured urge urges urged urging warn warns warned"
    " warning accuse accuses accused accusing support supports supported supporting arm arms armed arming"
    " tell tells told telling ask asks asked asking force forces forced forcing persuade persuades"
    " persuaded allow allows allowed blame blames blamed blaming criticise criticises criticised"
    " criticising criticize criticized condemn condemns condemned push pushes pushed pushing press pressed"
    " presses back backs backed give gives gave giving offer offers offered offering isolate isolates"
    " isolated punish punishes punished threaten threatens threatened convince convinced deter deters"
    " deterred anger angers angered infuriated irk irked lobby lobbied challenge challenged confront"
    " confronted engage appease appeased alarm alarmed worry worried reassure reassured embarrass"
    " embarrassed consult consulted notify notified thank thanked praise praised abandon abandoned betray"
    " betrayed enable enabled prompt prompted let cost"
)
_PASSIVE = _words(
    "accused expected told forced given asked warned urged condemned criticised criticized blamed pressed"
    " offered invited allowed isolated consulted notified informed prepared committed obliged seen"
    " determined concerned alarmed angered required banned excluded encouraged persuaded reported believed"
    " said thought known understood"
)
_CITY_VERBS = _words(
    "hosts hosted hosting lies lay sits sat boasts boasted wakes woke awoke celebrates celebrated burns"
    " burned burnt closed rose fell ended opened edged slipped gained dropped lost won beat smells sleeps"
    " slept braces braced bracing recovered experienced"
)
_MINDS = _words(
    "ready willing unwilling prepared able unable keen opposed committed unlikely likely concerned angry"
    " furious adamant determined wary reluctant eager open responsible right wrong serious silent guilty"
    " due set sure certain aware dependent sceptical skeptical hopeful supportive party hostile friendly"
    " nervous isolated responsible desperate"
)
_GOVERNING = _words(
    "demands demand position offer offers policy policies decision decisions war invasion ambassador ally"
    " allies support stance proposal proposals plan plans response refusal troops forces army military"
    " envoy embassy attacks aggression backing claim claims request requests interests efforts aim aims"
    " influence role aid leaders leadership government willingness commitment ties relations relationship"
    " rejection move moves diplomacy foreign nuclear sovereignty security threats terms side view actions"
    " intentions failure attempt attempts assault membership permission pressure negotiators negotiating"
    " approval insistence promise promises word partners rivals rule control sanctions budget"
)
_BACKED = re.compile(
    r"[-–](?:backed|led|funded|sponsored|controlled|installed|appointed|brokered|aligned|supported"
    r"|friendly|imposed|allied|mediated|supplied|armed|approved|ruled|run|held|drafted|proposed)\b"
)
_OFFICIALS = re.compile(
    r" (?:government|administration|regime|authorities|officials|leadership|establishment)\b"
)
_QUALIFIED = _words(
    "central downtown north south east west northern southern eastern western greater old inner outer"
    " nearby mayor lord little new swinging suburban"
)
_AREA_AFTER = re.compile(r", (?:[A-Z][a-z]+)|[-–]\w| \(| ?[—–] | - ")
_DATELINE = re.compile(r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?(?:\(|[—–-] )")
_BETWEEN = re.compile(r"\b(?:between|both)\s(?:[\w.’'-]+\s){0,5}$")
_ROUTES = _words(
    "train trains flight flights road route rail line travel service services journey fly flying eurostar"
)


class Stands:
    """Answers for one Doc which capitals stand for their government.

    starts maps the offset of every surface found in the Doc to its kind: two that are paired ("between
    Washington and Moscow") are read alike.
    """

    def __init__(self, doc: Doc, starts: Mapping[int, str]) -> None:
        self._doc = doc
        self._text = extensions.text(doc)
        self._starts = starts
        self._places = sorted(starts)

    def for_government(self, start: int, end: int) -> bool:
        """Tell whether the capital at the character offsets start and end stands for its government."""
        text = self._text
        if _BACKED.match(text, end) or _OFFICIALS.match(text, end):
            return True
        span = covering(self._doc, start, end)
        if _PRESSED.search(text, max(0, start - 40), start):
            return True
        before = self._doc[span.start - 1] if span.start else None
        if self._is_place_by_words(text, start, end, before):
            return False
        pair = self._pair(text, start, end)
        if pair is not None:
            return pair
        if re.match(r"['’]s\b", text[end : end + 3]):
            return self._owns(span.end)
        return self._acts(head_of(span))

    def _is_place_by_words(self, text: str, start: int, end: int, before: Token | None) -> bool:
        if _AREA_AFTER.match(text, end):
            named = re.match(r", ([A-Z][\w’' ]{0,20})", text[end : end + 24])
            if named is None or self._starts.get(end + 2) == "name" or text[start:end].isupper():
                return True
        opening = start == 0 or text[start - 1] == "\n"
        if opening and _DATELINE.match(text, end):
            return True
        if before is None or opening:
            return False
        word = before.lower_
        return word in _QUALIFIED or (before.is_title and before.tag_ == "NNP" and not before.is_sent_start)

    def _pair(self, text: str, start: int, end: int) -> bool | None:
        """Return what "between A and B" says of the capital among them, None without such words."""
        behind = re.match(r"\sand\s(?:the\s)?", text[end : end + 10])
        other = end + behind.end() if behind else None
        if other not in self._starts:
            nearest = self._before(start)
            paired = (
                nearest is not None and start - nearest < 40 and re.search(r"\sand\s$", text[nearest:start])
            )
            other = nearest if paired else None
        if other is None:
            return None
        first = min(start, other)
        between = _BETWEEN.search(text, max(0, first - 60), first)
        if between is None:
            return None
        return not any(
            w.lower() in _ROUTES for w in text[max(0, between.start() - 30) : between.start()].split()
        )

    def _before(self, start: int) -> int | None:
        index = bisect_left(self._places, start)
        return self._places[index - 1] if index else None

    def _owns(self, after: int) -> bool:
        """Tell from what it owns whether a possessive capital is the government ("Moscow's demands")."""
        for token in self._doc[after : after + 5]:
            if token.lower_ in _GOVERNING:
                return True
            if token.tag_ in ("NNP", "NNPS", "VBD", "VBZ", ".", ",", "IN"):
                return False
        return False

    def _acts(self, token: Token) -> bool:
        """Tell from its place in the parse whether the token is one who acts or is dealt with."""
        while token.dep_ == "conj" and token.head != token and token.head.tag_.startswith("NN"):
            token = token.head
        role, head = token.dep_.split(":")[0], token.head
        case = next((child.lower_ for child in token.lefts if child.dep_ == "case"), None)
        if case is not None:
            return self._dealt_with(case, head)
        if role == "nsubj":
            return self._is_subject(token, head)
        return role in ("obj", "iobj") and head.lower_ in _OBJECT_VERBS

    def _dealt_with(self, case: str, head: Token) -> bool:
        if case in _PARTNER:
            return True
        near = {head.lower_, head.head.lower_, *(t.lower_ for t in head.lefts if t.dep_ == "compound")}
        return case in ("to", "for") and not near & _TRAVEL

    def _is_subject(self, token: Token, head: Token) -> bool:
        if token.dep_ == "nsubj:pass":
            return head.lower_ in _PASSIVE
        if any(child.dep_ == "cop" for child in head.children):
            return head.lower_ in _MINDS
        return head.lower_ not in _CITY_VERBS and head.pos_ in ("VERB", "AUX")
