"""What complements a word: an infinitive, a gerund, a that-clause, near by in the tree or in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import act_words
from dateline.extraction.clauses import has_to
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Who is freed, where "free" before him is a verb.
_HELD = words("captives detainees hostages inmates prisoners sailors soldiers")


def infinitive(token: Token) -> Token | None:
    """Return the to-infinitive that complements the verb, adjective or noun, near by in the tree or in
    the text.
    """
    for child in token.children:
        if (
            child.i > token.i
            and child.dep_ in {"xcomp", "advcl", "acl", "ccomp", "obj", "obl"}
            and has_to(child)
        ):
            return child
    partner = (c for c in token.children if c.dep_ == "obl" and c.i > token.i and _is_with(c))
    for child in (c for p in partner for c in p.children if token.lemma_ == "agree"):
        if child.dep_ in {"acl", "advcl"} and has_to(child):
            return child  # "agreed with her colleague Anna Lund to open the border"
    doc, end = token.doc, min(token.sent.end, token.i + 7)
    for i in range(token.i + 1, end - 1):
        if doc[i].lower_ == "to" and doc[i + 1].tag_ == "VB":
            between = doc[token.i + 1 : i]
            blocked = any(t.pos_ == "VERB" or t.lower_ in {"who", "which", "that"} for t in between)
            return None if blocked else _main_verb(doc[i + 1])
        if doc[i].is_punct and doc[i].text not in {"“", '"', "”", "‘", "’", "'", "-"}:
            return None
    return None


def _is_with(noun: Token) -> bool:
    return any(c.dep_ == "case" and c.lower_ == "with" for c in noun.children)


def _main_verb(verb: Token) -> Token:
    """Return the participle of a passive infinitive: "ready to be signed"."""
    passive = verb.lower_ == "be" and verb.dep_ in {"aux:pass", "aux"} and verb.head.i > verb.i
    return verb.head if passive else verb


def gerund(token: Token) -> Token | None:
    """Return the gerund that complements the token: "committed to reaching", "ruled out sending"."""
    for child in token.children:
        if (
            child.i > token.i
            and child.tag_ == "VBG"
            and child.dep_ in {"xcomp", "advcl", "acl", "ccomp", "obj", "obl"}
        ):
            return child
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 4)]
    for word in following:
        if word.tag_ == "VBG" and word.pos_ == "VERB":
            return word
        if word.lower_ not in {"to", "out", "on", "of", "not", "“", '"'}:
            break
    return None


def clause_complement(verb: Token) -> Token | None:
    """Return the head of the that-clause (with or without "that") which the verb governs."""
    for child in verb.children:
        if has_to(child) or (child.i <= verb.i and not _fronted(child, verb)):
            continue
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        if child.dep_ == "ccomp" or (marked and child.dep_ in {"advcl", "conj", "acl", "xcomp", "acl:relcl"}):
            return child
    return None


def _fronted(child: Token, verb: Token) -> bool:
    """Tell whether the clause stands before the verb that governs it: "…, the minister has promised"."""
    between = verb.doc[child.i + 1 : verb.i]
    return child.dep_ == "ccomp" and any(t.text in {",", "”", '"', "’"} for t in between)


def homograph(token: Token, width: int) -> Token | None:
    """Return the act behind "to" that was read as a noun: "undertakes to halt enrichment"."""
    doc, end = token.doc, min(token.sent.end, token.i + 1 + width)
    for i in range(token.i + 1, end):
        if doc[i].lower_ == "to" and i + 2 < len(doc):
            verb, then = doc[i + 1], doc[i + 2]
            known = verb.pos_ in {"NOUN", "ADJ", "PROPN"} and verb.lower_ in act_words.ACTS
            if verb.lower_ == "free" and then.pos_ not in {"DET", "NUM"} and then.lower_ not in _HELD:
                return None  # "to free trade"
            return verb if known and then.pos_ in {"NOUN", "DET", "ADJ", "PROPN", "NUM"} else None
    return None
