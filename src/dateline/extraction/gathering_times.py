"""When a gathering takes place, as the words around its phrase say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.gathering_phrases import Phrases


def date_behind(phrases: Phrases, end: int) -> int | None:
    """Return the day right behind the phrase, which the parse may have hung elsewhere."""
    for i in range(end, min(end + 4, len(phrases.doc) - 1)):
        token = phrases.doc[i]
        if token.lower_ == "on":
            return phrases.date(i, i + 2)
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
    return None


def clause_date(phrases: Phrases, verb: Token, phrase: Phrase) -> int | None:
    """Return the date that the clause of the verb gives outside the phrase, also "in December, when …"."""
    for child in clauses.children(verb, "obl", "advmod", "nmod", "obj", "iobj"):
        short = child.right_edge.i - child.left_edge.i < 8
        if not phrase.start <= child.i < phrase.end:
            last = child.right_edge.i if short else child.i
            found = phrases.date(child.left_edge.i, last + 1)
            if found is not None:
                return found
    if verb.dep_ in {"acl:relcl", "advcl", "acl"} and any(c.lower_ == "when" for c in verb.children):
        head = verb.head  # "in December, when the members gather for a summit"
        return phrases.date(head.i, head.i + 1)
    return None
