"""Who is at the gathering that an article is about, by sentences that do not name it again: "the guests
will include", "Chad is represented by", "a delegation led by".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_cues import around, places, word_ids
from dateline.extraction.gathering_guests import clause_end, clause_start, denied, names
from dateline.extraction.gathering_likeness import key_of, keys_of
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.extraction.gathering_events import Event
    from dateline.extraction.parties import Cast
    from dateline.model import Party

_LEAD = 4  #: sentences, headlines among them, in which an article names what it is about
_FORMS = word_ids(("appearance", "attendance", "here", "there"))
_LEMMAS = word_ids(words("accompany attend delegation participate represent speak team"))
#: What lists guests behind the verb.
_LISTING = words("among comprising including")
_LED = words("head headed lead led")


def present(cast: Cast, out: Sequence[Event]) -> None:
    """Add to the gathering that the article is about whom other sentences tell to be there."""
    lead = cast.sentences[min(_LEAD, len(cast.sentences) - 1)].end if cast.sentences else 0
    early = [e for e in out if e.kind not in {"call", "funeral"} and _first(e) < lead]
    if not early:
        return
    large = next((e for e in early if e.kind in {"summit", "conference"}), None)
    sat = large or next((e for e in early if e.kind != "visit"), None)
    for i in places(cast, _FORMS, _LEMMAS):
        token = cast.doc[i]
        if i in cast.quote_at:
            continue
        if token.lemma_ in {"delegation", "team"}:
            _add(cast, early[0], _delegates(cast, token))
        elif token.lemma_ == "accompany":
            _add(cast, next((e for e in early if e.kind == "visit"), None), _companions(cast, token))
        elif token.lemma_ == "represent":
            _add(cast, sat, _representatives(cast, token))
        else:
            _add(cast, large, _guests(cast, token))


def _first(event: Event) -> int:
    return min(phrase.start for phrase in event.phrases)


def _add(cast: Cast, event: Event | None, found: Iterator[Party]) -> None:
    """Add to the event those found who are not yet there."""
    if event is None:
        return
    known = keys_of(cast, event.participants)
    for party in found:
        key = key_of(cast, party)
        if key is not None and key not in known:
            known.add(key)
            event.participants.append(party)


def _delegates(cast: Cast, token: Token) -> Iterator[Party]:
    """Yield the people of "a delegation led by …", "the team, including …"."""
    end = around(cast, token.i).end
    for i in range(token.i + 1, min(token.i + 6, end - 1)):
        word = cast.doc[i]
        led = word.lower_ in _LED and cast.doc[i + 1].lower_ == "by"
        if led or word.lower_ in _LISTING:
            yield from names(cast, i + 1 + led, clause_end(cast, word, end))
            return
    if token.dep_ == "obj" and token.head.lemma_ in _LED and not moods.negated(token.head):
        yield from names(cast, clause_start(cast, token.head), token.head.i)


def _companions(cast: Cast, verb: Token) -> Iterator[Party]:
    """Yield who accompanies, or by whom somebody is accompanied."""
    if verb.i + 1 < len(cast.doc) and verb.nbor().lower_ == "by":
        yield from names(cast, verb.i + 2, clause_end(cast, verb, around(cast, verb.i).end))
    elif verb.tag_ != "VBN":
        yield from names(cast, clause_start(cast, verb), verb.i)


def _representatives(cast: Cast, verb: Token) -> Iterator[Party]:
    """Yield who represents a state or its people, or by whom it is represented."""
    end = clause_end(cast, verb, around(cast, verb.i).end)
    start = clause_start(cast, verb)
    by = verb.i + 1 < len(cast.doc) and verb.nbor().lower_ == "by"
    whom = cast.within(start, verb.i) if by else cast.within(verb.i + 1, end)
    if verb.pos_ == "VERB" and any(actor.key[0] == "country" for actor in whom):
        yield from names(cast, *((verb.i + 2, end) if by else (start, verb.i)))


def _guests(cast: Cast, token: Token) -> Iterator[Party]:
    """Yield who "will attend", "will be there", and whom the sentence lists behind it."""
    verb = _predicate(token)
    sentence = around(cast, token.i)
    if verb is None or moods.modal(verb) in {"can", "may", "must", "would"}:
        return
    if any(t.lower_ in {"ago", "previous", "unlike"} for t in sentence):
        return
    start = clause_start(cast, verb)
    if denied(cast, start, token.i):
        return
    yield from names(cast, start, verb.i)
    listing = next((t.i for t in cast.doc[token.i : sentence.end] if t.lower_ in _LISTING), None)
    if listing is None:
        listing = next(
            (
                t.i
                for t in cast.doc[token.i : sentence.end - 1]
                if (t.lower_, t.nbor().lower_) == ("as", "will")
            ),
            None,
        )
    if listing is not None:
        yield from names(cast, listing + 1, sentence.end)


def _predicate(token: Token) -> Token | None:
    """Return the verb by which somebody is told to be there, where no other gathering is named."""
    if token.lower_ in {"here", "there"}:
        before = token.nbor(-1) if token.i else token
        alone = token.i + 1 < len(token.doc) and token.nbor().pos_ in {"PUNCT", "CCONJ", "SCONJ"}
        return before if before.lemma_ == "be" and before.lower_ != "been" and alone else None
    if token.lower_ in {"appearance", "attendance"}:
        put = next((t for t in token.ancestors if t.lemma_ in {"be", "make", "put"}), None)
        return put if token.lower_ == "appearance" else None
    if token.lemma_ == "speak" and not (moods.modal(token) == "will" or clauses.has_to(token)):
        return None
    following = [c for c in clauses.children(token, "obj", "obl") if c.i > token.i]
    named = any(clauses.lemma(c) in gathering_words.NOUNS for c in following)
    other = any(c.dep_ == "obj" for c in following) and not named
    if token.pos_ != "VERB" or other or any(_indefinite(c) for c in following):
        return None
    return token.head if clauses.has_to(token) and token.head.i < token.i else token


def _indefinite(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "another"} for c in clauses.children(noun, "det"))
