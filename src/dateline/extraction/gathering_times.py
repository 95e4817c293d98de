"""When a gathering takes place, as the words around its phrase say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.date_offsets import BESIDE_NEWS
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.gathering_phrases import Phrases


#: Words of what is still to come, whose clause gives the day of it.
_AHEAD = words("due expected planned scheduled set slated")
_NEAR = 60  #: characters between "two days after" and what is dated so


def date_behind(phrases: Phrases, end: int) -> int | None:
    """Return the day right behind the phrase, which the parse may have hung elsewhere."""
    for i in range(end, min(end + 4, len(phrases.doc) - 1)):
        token = phrases.doc[i]
        if token.lower_ == "on":
            return phrases.date(i, i + 2)
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
    return None


def date_before(phrases: Phrases, phrase: Phrase) -> int | None:
    """Return the day of "it comes two days after a clash", "two weeks after he had talks", told before it."""
    doc, dates = phrases.doc, phrases.doc._.dates
    first = phrases.cast.sentence(phrase.head.i).start
    start = doc[phrase.start].idx
    for number, date in enumerate(dates):
        beside = date.rule == BESIDE_NEWS and doc[first].idx <= date.start and date.end < start
        if beside and start - date.end < _NEAR:
            return number
    return None


def clause_date(phrases: Phrases, verb: Token, phrase: Phrase) -> int | None:
    """Return the date that the clause of the verb gives outside the phrase, also "in December, when …"."""
    found = _own_date(phrases, verb, phrase)
    if found is None and clauses.has_to(verb) and verb.head.lower_ in _AHEAD:
        found = _own_date(phrases, verb.head, phrase)  # "later in the day they are due to host …"
    if found is not None:
        return found
    when = next((c for c in verb.children if c.lower_ == "when" and c.i < verb.i), None)
    if when is not None and when.i > 2:  # "in December, when the members gather for a summit"
        before = when.i - 1 if phrases.doc[when.i - 1].text == "," else when.i
        return phrases.date(before - 1, before)
    return None


def _own_date(phrases: Phrases, verb: Token, phrase: Phrase) -> int | None:
    for child in clauses.children(verb, "obl", "advmod", "nmod", "obj", "iobj"):
        short = child.right_edge.i - child.left_edge.i < 8
        said = child.left_edge.i and phrases.doc[child.left_edge.i - 1].lemma_ in gathering_words.SPEAKING
        if not phrase.start <= child.i < phrase.end and not (said and child.i < verb.i):
            last = child.right_edge.i if short else child.i
            found = phrases.date(child.left_edge.i, last + 1)
            if found is not None:
                return found
    return None
