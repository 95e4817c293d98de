"""Which states and bodies are at a gathering by a list of them: "ministers from Chad, Niger and Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words
from dateline.extraction.gathering_cues import around, word_ids
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Party

#: Who acts for a state without being the one person at its head.
_SENT = words("delegate delegation diplomat envoy minister negotiator official representative")
_CUES = word_ids(("from", "include", "included", "includes", "involving"))
_IN_LISTS = frozenset({",", "and", "the", "as", "well", "(", ")", "plus", "-", "member", "nation", "strong"})
_COMING = words("attend gather invite join meet participate present take")


def members(cast: Cast, phrase: Phrase) -> Iterator[Party]:
    """Yield the states and bodies that the sentence of the phrase lists as taking part, at least two."""
    doc, here = cast.doc, around(cast, phrase.head.i)
    for i in range(here.start + 1, here.end - 1):
        if cast.lowers[i] not in _CUES:
            continue
        token = doc[i]
        if token.lower_ == "from":
            listed = token.nbor(-1).lower_.removesuffix("s") in _SENT and _come(phrase, i)
        elif token.lower_ == "involving":
            listed = i == phrase.end
        else:
            listed = clauses.subject(token) == phrase.head
        if listed:
            yield from _list(cast, i + 1, here.end)


def _come(phrase: Phrase, i: int) -> bool:
    """Tell whether those "from" at token i come to the gathering: "a meeting called with ministers from"."""
    doc, head = phrase.head.doc, phrase.head.i
    if i < head:
        return any(t.lemma_ in _COMING for t in doc[i:head])
    behind = doc[head + 1 : i - 1]
    apart = any(clauses.lemma(t) in gathering_words.NOUNS and t.pos_ == "NOUN" for t in behind)
    return i <= phrase.end or (not apart and doc[i - 2].lower_ == "with")


def _list(cast: Cast, start: int, end: int) -> Iterator[Party]:
    """Yield the states and bodies of the list that begins at the token, where there are several."""
    doc, i = cast.doc, start
    found: dict[object, Party] = {}
    while i < end:
        actor = cast.at(doc[i])
        if actor is not None and actor.key[0] in {"country", "organization"} and actor.kind == "name":
            found.setdefault(actor.key, actor.party)
            i = max(i + 1, cast.tokens(actor.party.start, actor.party.end)[1])
        elif actor is None and (doc[i].lower_ in _IN_LISTS or doc[i].text[:1].isupper() or doc[i].is_digit):
            i += 1
        else:
            break
    if len(found) > 1:
        yield from found.values()
