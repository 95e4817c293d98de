"""Whether a sentence speaks of the past or the future where a date stands, by the verb it belongs to.

"met on Friday" lies in the past, "will meet", "is to meet", "meets", "is meeting", "scheduled for Friday"
in the future; cues beside the date ("ahead of", "since") outrank the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction import extensions
from dateline.extraction.extensions import covering, head_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.model import Direction


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AHEAD = re.compile(
    r"(?i)\b(?:ahead of|until|till|by|(?:scheduled|planned|due|set|slated|expected|arranged|postponed"
    r"|delayed|called|rescheduled|earmarked|pencilled in) (?:for|to \w+ on|on)|in the run-up to|run-up to"
    r"|prepar(?:e|es|ed|ing) for|upcoming|forthcoming|on the eve of|starting|beginning|from as early as"
    r"|no later than|as (?:early|soon) as)(?:\s(?:a|an|the|on|next))?\s$"
)
_BEHIND = re.compile(
    r"(?i)\b(?:since|following|in the wake of|as recently as|dated|as of)(?:\s(?:a|an|the))?\s$"
)
_VERBS_AHEAD = frozenset(
    [
        "due",
        "set",
        "expected",
        "scheduled",
        "planned",
        "slated",
        "going",
        "likely",
        "bound",
        "poised",
        "supposed",
        "about",
        "ready",
    ]
)
_MODALS_AHEAD = frozenset(
    ["will", "wo", "'ll", "’ll", "shall", "can", "may", "might", "must", "should", "could", "would", "ca"]
)
_DONE = frozenset(
    [
        "managed",
        "began",
        "started",
        "continued",
        "failed",
        "helped",
        "able",
        "had",
        "forced",
        "used",
        "seemed",
        "appeared",
        "happened",
    ]
)
_ARRANGED = _words("called held hosted organised organized staged convened arranged")
_LOOKING = _words("look looks looked looking")
_SAYING = frozenset(
    ["says", "say", "tells", "tell", "adds", "reports", "writes", "argues", "claims", "insists", "warns"]
)
_MOVED = frozenset(
    [
        "went",
        "came",
        "flew",
        "travelled",
        "traveled",
        "arrived",
        "gathered",
        "rushed",
        "headed",
        "returned",
        "turned",
        "took",
        "left",
        "met",
    ]
)


def direction(doc: Doc, start: int, end: int) -> Direction | None:
    """Return where the sentence puts the date at the character offsets, None where nothing tells."""
    left, text = max(0, start - 40), extensions.text(doc)
    if _AHEAD.search(text, left, start):
        return "future"
    if _BEHIND.search(text, left, start):
        return "past"
    date = head_of(covering(doc, start, end))
    verb = _governor(date)
    if verb is None:
        return None
    found = _of_verb(verb)
    in_subject = any(t.dep_.startswith("nsubj") and t.head == verb for t in (date, *date.ancestors))
    if found == "future" and in_subject and verb.tag_ in ("VBZ", "VBP"):
        return None  # "Sunday's summit concludes a hectic week"
    return found


def _governor(token: Token) -> Token | None:
    """Return the verb that a token belongs to, None in a sentence without one."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") or any(child.dep_ in ("cop", "aux") for child in token.children):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token, depth: int = 0) -> Direction | None:
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop")]
    words = {child.lower_ for child in helpers}
    if verb.lower_ in _LOOKING and any(child.lower_ in ("ahead", "forward") for child in verb.rights):
        return "future"
    finite = helpers[0] if helpers else verb
    if words & _MODALS_AHEAD:
        return "past" if "have" in words else "future"
    if words & {"has", "have", "had", "'ve", "’ve", "having"} and "to" not in words:
        return "past"
    if "to" in words or any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.lefts):
        return _of_infinitive(verb, depth)
    if finite.tag_ == "VBD" or finite.lower_ in ("was", "were", "did"):
        return _of_past(verb, finite)
    if verb.tag_ == "VBG" and not helpers:
        done = any(child.lower_ == "after" and child.dep_ in ("mark", "case") for child in verb.lefts)
        return "past" if done else _of_head(verb, depth)  # "agreed to meet after speaking on Sunday"
    if verb.tag_ == "VBN" and not helpers:
        arranged = verb.lower_ in _ARRANGED and _of_head(verb, depth) == "future"
        return "future" if arranged or verb.lower_ in _VERBS_AHEAD else "past"
    if finite.tag_ in ("VBZ", "VBP", "VB") or finite.lower_ in ("is", "are", "'s", "’s", "'re"):
        return _of_present(verb, words)
    return _of_head(verb, depth)


def _of_past(verb: Token, finite: Token) -> Direction:
    """Return "future" for what was to come ("was due to", "were expected on"), else "past"."""
    ahead = verb != finite and verb.lower_ in _VERBS_AHEAD
    return "future" if ahead else "past"


def _of_present(verb: Token, helpers: set[str]) -> Direction | None:
    if verb.lower_ in _SAYING:
        return "past"
    if helpers and verb.tag_ == "VBN" and verb.lower_ not in _VERBS_AHEAD:
        return "past" if helpers & {"been"} else None
    return "future"


def _of_infinitive(verb: Token, depth: int) -> Direction | None:
    """Return "future" but for the complement of something done ("managed to", "went there to")."""
    head = verb.head
    if head == verb:
        return "future"
    purpose = verb.dep_ == "advcl" and head.lower_ in _MOVED
    if head.lower_ in _DONE or purpose:
        return _of_verb(head, depth + 1) if depth < 4 else None
    return "future"


def _of_head(verb: Token, depth: int) -> Direction | None:
    if depth >= 4 or verb.head == verb:
        return None
    governor = _governor(verb.head)
    return None if governor is None else _of_verb(governor, depth + 1)
