"""Who is at a gathering by a list before or behind a verb of attending, in its sentence or the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_cues import around, places, word_ids
from dateline.extraction.gathering_likeness import key_of, keys_of
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from dateline.extraction.gathering_events import Event
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Party

_ATTENDING = words("attend join hold have begin open conclude end finish resume restart")
_PRESENCE = words(
    "attend attending attendee attendance participate participant present guest delegate invite"
)
_THERE = words("attend participate")
_GUESTS = words("attendee delegate dignitary guest leader mourner one participant speaker those")
_LARGE = frozenset({"summit", "conference"})
_AUDIENCE = word_ids(("delegates", "delegations", "participants", "attendees"))
_BE = words("are be is was were")
_NEAR = 6  #: tokens between a gathering and who leads it
_WITH = {("along", "with"), ("together", "with"), ("accompanied", "by"), ("joined", "by"), ("flanked", "by")}
#: What stands before a name that is not one of the list itself: "a friend of Anna Lund".
_BESIDE = words("about against by for from of on to with without")


def guests(cast: Cast, phrase: Phrase, verb: Token | None) -> Iterator[Party]:
    """Yield who is there: all subjects of its verb, and those whom this sentence or the next one lists."""
    if phrase.kind in {"call", "visit"}:
        return
    if verb is not None and phrase.head.dep_ == "obj" and phrase.head.head == verb:
        yield from _subjects(cast, verb)
    here = cast.sentence(phrase.head.i)
    yield from _led(cast, phrase, here.end)
    if verb is not None and verb.lemma_ in gathering_words.ATTENDING:
        yield from _along(cast, phrase.end, here.end)
    yield from _listed(cast, here)
    if here.end < len(cast.doc):
        behind = cast.sentence(here.end)
        if not any(clauses.lemma(t) in gathering_words.NOUNS and t.pos_ == "NOUN" for t in behind):
            yield from _listed(cast, behind)
            yield from _as_told(cast, behind)


def addressed(cast: Cast, out: Sequence[Event]) -> None:
    """Add who "told delegates" something to the summit or conference that the article is about."""
    large = next((e for e in out if e.kind in _LARGE), None)
    for i in places(cast, _AUDIENCE, _AUDIENCE) if large is not None else ():
        token = cast.doc[i]
        if large is None or token.dep_ not in {"obj", "iobj"} or token.head.lemma_ not in {"tell", "address"}:
            continue
        party = cast.party(clauses.subject(token.head))
        known = keys_of(cast, large.participants)
        if party is not None and party.type == "person" and key_of(cast, party) not in known:
            large.participants.append(party)


def _subjects(cast: Cast, verb: Token) -> Iterator[Party]:
    """Yield the people between the beginning of the clause and its verb: "the premier, Anna Lund, and the
    king attended", whom the parse does not coordinate.
    """
    if verb.lemma_ not in _ATTENDING or moods.is_passive(verb) or moods.negated(verb) or clauses.has_to(verb):
        return
    yield from names(cast, clause_start(cast, verb), verb.i)


def clause_start(cast: Cast, verb: Token) -> int:
    """Return where the clause of the verb begins: behind the verb before it."""
    first, start = around(cast, verb.i).start, verb.i
    while start > first and not opens_clause(cast.doc[start - 1], verb):
        start -= 1
    return start


def denied(cast: Cast, start: int, end: int) -> bool:
    """Tell whether the tokens start to end say that something is not so."""
    return any(t.lower_ in {"n't", "n’t", "never", "not"} for t in cast.doc[start:end])


def opens_clause(token: Token, verb: Token) -> bool:
    """Tell whether another clause ends or begins at the token."""
    own = token.head in {verb, verb.head} and token.dep_ in {"aux", "aux:pass", "advmod", "cop"}
    other = token.pos_ in {"VERB", "AUX", "SCONJ"} or token.tag_ in {"WP", "WDT", "WRB"}
    other = other and token.tag_ not in {"NNP", "NNPS"}  # "United Nations"
    return (other and not own) or token.text in {";", ":", "–", "—", '"', "“", "”"}


def _led(cast: Cast, phrase: Phrase, end: int) -> Iterator[Party]:
    """Yield all of "the meeting, co-chaired by the premier, Anna Lund, and King Faris, …"."""
    for token in cast.doc[phrase.head.i + 1 : min(phrase.end + _NEAR, end - 2)]:
        if token.lemma_ in gathering_words.LEADING and token.tag_ == "VBN" and token.nbor().lower_ == "by":
            yield from names(cast, token.i + 2, clause_end(cast, token, end))
            return


def _along(cast: Cast, start: int, end: int) -> Iterator[Party]:
    """Yield the names behind "along with", "accompanied by"."""
    for token in cast.doc[start : max(start, end - 2)]:
        if (token.lower_, token.nbor().lower_) in _WITH:
            yield from names(cast, token.i + 2, clause_end(cast, token, end))
            return


def clause_end(cast: Cast, token: Token, end: int) -> int:
    """Return where the list behind the token ends: at the next verb."""
    return next((t.i for t in cast.doc[token.i + 1 : end] if opens_clause(t, token)), end)


def _listed(cast: Cast, sentence: Span) -> Iterator[Party]:
    """Yield the names of "also due to attend are …", "among those present were …", "the guests include …"."""
    for token in sentence:
        lower = token.lower_
        if lower not in _BE and token.lemma_ != "include":
            continue
        if lower in _BE and token.i + 2 < sentence.end and token.nbor().lower_ == "among":
            if any(t.lower_ in _PRESENCE for t in cast.doc[token.i : sentence.end]):
                yield from names(cast, sentence.start, token.i)
            return
        before = {w for t in cast.doc[sentence.start : token.i] for w in (t.lower_, clauses.lemma(t))}
        opens = (
            before & _PRESENCE if lower in _BE else before & _GUESTS and (before & _PRESENCE or _heads(token))
        )
        if opens and not any(a.key[0] == "person" for a in cast.within(sentence.start, token.i)):
            yield from names(cast, token.i + 1, clause_end(cast, token, sentence.end))
            return


def _heads(verb: Token) -> bool:
    """Tell whether guests are the subject of "include"."""
    found = clauses.subject(verb)
    return found is not None and clauses.lemma(found) in _GUESTS


def _as_told(cast: Cast, sentence: Span) -> Iterator[Party]:
    """Yield the subjects of "Mr Sella will also attend", "took part too": at what was just told of."""
    for token in sentence:
        part = token.lemma_ == "take" and any(c.lower_ == "part" for c in clauses.children(token, "obj"))
        if token.pos_ != "VERB" or not (token.lemma_ in _THERE or part) or moods.negated(token):
            continue
        elsewhere = any(
            c.dep_ in {"obj", "obl"} and c.i > token.i and c.lower_ != "part" for c in token.children
        )
        modal = moods.modal(token)
        if elsewhere or clauses.has_to(token) or (modal is not None and modal != "will"):
            continue
        for side in clauses.conjuncts(clauses.subject(token) or token):
            party = cast.party(side)
            if party is not None and party.type == "person":
                yield party


def names(cast: Cast, start: int, end: int) -> Iterator[Party]:
    """Yield the people named among the tokens for themselves, not as whose or of whom something is."""
    doc = cast.doc
    for actor in cast.within(start, end):
        if actor.key[0] != "person":
            continue
        first, last = cast.tokens(actor.party.start, actor.party.end)
        owner = last < len(doc) and doc[last].lower_ in {"'s", "’s", "'", "’"}
        if not owner and (first in {0, start} or doc[first - 1].lower_ not in _BESIDE):
            yield actor.party
