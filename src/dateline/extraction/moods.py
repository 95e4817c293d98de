"""The mood of a clause: modal, negated, passive, "is to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "would": "would", "'d":
    "would",
    "’d": "would", "must": "must", "should": "must", "ought": "must", "may": "may", "might": "may",
    "could": "may", "can": "can", "ca": "can", "cannot": "can",
}  # fmt: skip
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})


def is_passive(verb: Token) -> bool:
    """Tell whether the verb is passive: by its auxiliaries, its subject, or as a bare participle behind a
    noun.
    """
    if any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "amod"}
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries (and copula) before the verb; conjuncts share those of the first verb."""
    found = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    if not found and verb.dep_ == "conj" and clauses.own_subject(verb) is None:
        first = clauses.first_conjunct(verb)
        return auxiliaries(first) if first is not None and first.tag_ == verb.tag_ else []
    if not found and verb.head.tag_ == "MD" and verb.tag_ == "VB" and verb.head.i < verb.i:
        return [verb.head]  # "will, if asked, send", where the parse made the modal the main verb
    return found


def modal(verb: Token) -> str | None:
    """Return "will", "would", "must", "may" or "can" where a modal verb governs the clause, else None."""
    for aux in auxiliaries(verb):
        if aux.lower_ in MODALS and not (aux.lower_ == "'d" and verb.tag_ == "VBN"):
            return MODALS[aux.lower_]
    return None


def negated(verb: Token) -> bool:
    """Tell whether "not", "never" or "no longer" denies the verb."""
    for child in verb.children:
        if child.lower_ in _NEGATIONS and child.i < verb.i:
            following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            return following not in {"just", "only", "merely", "simply", "yet"}
        if child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no":
            return True
    denied = any(t.lower_ == "no" for t in verb.doc[max(0, verb.i - 6) : verb.i])
    if denied and (_no_longer(verb) or _under_no(verb)):
        return True
    found = clauses.own_subject(verb)
    if found is not None and any(c.lower_ in {"no", "neither"} for c in clauses.children(found, "det")):
        return True
    if found is not None and found.left_edge.lower_ == "not" and found.pos_ == "NOUN":
        return True  # "not a single island will be sold"
    given = next(clauses.children(verb, "obj"), None)
    if given is not None and any(c.lower_ == "no" for c in clauses.children(given, "det")):
        return True  # "will take no part"
    return given is not None and given.lower_ in {"nobody", "nothing", "none"}


def _no_longer(verb: Token) -> bool:
    """Tell whether "no longer" stands right before the verb."""
    lead = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    return any(t.lower_ == "no" and t.nbor(1).lower_ == "longer" for t in lead if t.i + 1 < verb.i)


def _under_no(verb: Token) -> bool:
    """Tell whether "under no circumstances", "in no way", "at no point" stands before the verb."""
    lead = verb.doc[max(verb.sent.start, verb.i - 6) : verb.i]
    return any(
        a.lower_ in {"under", "in", "at", "on"}
        and b.lower_ == "no"
        and c.lower_ in {"circumstance", "circumstances", "way", "point", "time", "account", "case"}
        for a, b, c in zip(lead, lead[1:], lead[2:], strict=False)
    )


def follows_be(verb: Token) -> Token | None:
    """Return the "be" of "is to review", "are to be sent"; None for any other form."""
    doc = verb.doc
    if verb.i < 2 or not (
        verb.tag_ in {"VB", "VBP"} or (verb.tag_ == "VBN" and doc[verb.i - 1].lower_ == "be")
    ):
        return None
    i = verb.i - 1
    if doc[i].lower_ in {"be", "also", "jointly", "now"} and i:
        i -= 1
    if doc[i].lower_ != "to" or i == 0:
        return None
    i -= 1
    while i > verb.sent.start and (doc[i].pos_ == "ADV" or doc[i].lower_ in _NEGATIONS):
        if doc[i].lower_ == "yet":
            return None  # "are yet to publish"
        i -= 1
    return doc[i] if doc[i].lower_ in {"is", "are", "was", "were", "'re", "’re", "'m"} else None
