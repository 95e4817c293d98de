"""Questions that rules ask of a parsed clause: its subject, mood, negation, complements, conditions.

The parse carries Universal Dependencies labels of a small model, so each answer falls back on the order
of the
words where the tree has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
OBJECTS = frozenset({"obj", "iobj"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj"})
_NO_SUBJECT = words("under in at on after before during despite with without following amid since from")
#: Key of `Doc.user_data` for the subjects that `own_subject` has found, by token index: it is asked often.
_SUBJECTS_OF = "dateline.subjects"
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
#: Dependents that belong to a noun phrase without its complements.
_IN_NOUN_PHRASE = words(
    """
    det det:predet amod compound nummod flat nmod:poss fixed goeswith advmod punct case cc:preconj
    """
)  # fmt: skip


def is_verb(token: Token) -> bool:
    """Tell whether the token heads a clause as a verb (not an auxiliary)."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "aux:pass", "cop"})


def children(token: Token, *labels: str) -> Iterator[Token]:
    """Yield the dependents with one of the labels."""
    return (child for child in token.children if child.dep_ in labels)


def own_subject(verb: Token) -> Token | None:
    """Return the subject among the verb's own dependents."""
    known: dict[int, int | None] = verb.doc.user_data.setdefault(_SUBJECTS_OF, {})
    if verb.i not in known:
        found = _own_subject(verb)
        known[verb.i] = None if found is None else found.i
    number = known[verb.i]
    return None if number is None else verb.doc[number]


def _own_subject(verb: Token) -> Token | None:
    found = None
    for child in verb.children:
        governed = child.dep_ == "nsubj" and any(c.lower_ in _NO_SUBJECT for c in children(child, "case"))
        if governed:
            continue  # "would under no circumstances take"
        if child.dep_ in SUBJECTS and child.i < verb.i and not child.tag_.startswith("EX"):
            found = child if found is None or not _is_aside(found, child) else found
    if (
        found is not None and found.dep_ == "csubj" and found.tag_ == "VBG"
    ):  # "leaders meeting in Wales agreed"
        return next((c for c in found.children if c.dep_ == "nsubj"), found)
    if found is not None and (dash := _is_dateline(found)):
        return next((c for c in found.children if c.dep_ in {"appos", "conj"} and c.i > dash), found)
    return (
        found
        or _before_participle(verb)
        or _subject_by_order(verb)
        or _read_as_compound(verb)
        or next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    )


def _is_aside(name: Token, noun: Token) -> bool:
    """Tell whether commas enclose what says more of a name: "Kenya, the largest grower, promised"."""
    if name.pos_ != "PROPN" or noun.pos_ != "NOUN":
        return False
    doc, before, after = noun.doc, noun.left_edge.i, noun.right_edge.i
    before -= doc[before].text != ","
    after += doc[after].text != ","
    return before >= 0 and after < len(doc) and doc[before].text == doc[after].text == ","


def _is_dateline(token: Token) -> int:
    """Return the index of the dash behind where an agency wrote from, or 0: "DUBAI — Germany pledged …"."""
    i = token.i + 1
    if i < len(token.doc) and token.doc[i].text == "(":  # "BERNE (Agency) -"
        i = next((k + 1 for k in range(i, min(i + 6, len(token.doc))) if token.doc[k].text == ")"), i)
    following = token.doc[i].text if i < len(token.doc) else ""
    long = len(token) > 3 or (token.i > 0 and token.nbor(-1).text.isupper())
    return i if token.text.isupper() and long and following in {"—", "–", "-", "--"} else 0


def _before_participle(verb: Token) -> Token | None:
    """Return the subject that the parse gives to what stands between: "Chad, faced with a drought, cut"."""
    for child in verb.children:
        if child.i > verb.i or child.dep_ != "advcl" or child.tag_ not in {"VBG", "VBN"}:
            continue
        found = next((c for c in child.children if c.dep_ in SUBJECTS and c.i < child.i), None)
        if found is not None and any(t.text == "," for t in verb.doc[found.i + 1 : child.i]):
            return found
    return None


def _subject_by_order(verb: Token) -> Token | None:
    """Return the noun right before the finite auxiliary of a clause whose subject the parse has lost."""
    first = next((c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"} and c.i < verb.i), None)
    if first is None or first.tag_ not in {"MD", "VBZ", "VBP", "VBD"} or verb.dep_ == "conj":
        return None
    i = first.i - 1
    if verb.doc[i].text == ",":
        return _before_relative(verb, i - 1)
    while i > verb.sent.start and (verb.doc[i].pos_ == "ADV" or verb.doc[i].text in {"“", '"'}):
        i -= 1
    found = verb.doc[i]
    return found if i >= verb.sent.start and found.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _read_as_compound(verb: Token) -> Token | None:
    """Return the noun before a verb that the parse took for a part of its name: "the government plans"."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.pos_ != "VERB":
        return None
    return next((c for c in verb.children if c.dep_ == "compound" and c.i == verb.i - 1), None)


def _before_relative(verb: Token, last: int) -> Token | None:
    """Return the noun whose relative clause ends at the index last: "Chad, to which it owes €2m, will"."""
    if last <= verb.sent.start:
        return None
    token = verb.doc[last]
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "acl:relcl"), None)
    if clause is None or clause.right_edge.i != last:
        return None
    return clause.head if clause.head.pos_ in {"NOUN", "PROPN"} and clause.head.i < last else None


def subject(verb: Token) -> Token | None:
    """Return the subject of the verb, inherited from the clause that controls it where it has none of its
    own.
    """
    for _ in range(6):
        found = own_subject(verb)
        if found is not None:
            return _antecedent(verb, found)
        said = next((c for c in children(verb, "parataxis") if c.i < verb.i), None)
        both = [c for c in children(said, *SUBJECTS) if c.i < said.i] if said is not None else []
        if len(both) > 1:
            return both[0]  # "Kenya, the minister said, would …", by the parse's other reading
        head = verb.head
        aside = [c for c in head.children if c.dep_ in SUBJECTS and c.i < head.i < verb.i]
        if verb.dep_ == "ccomp" and len(aside) > 1:
            return aside[0]  # "Kenya, the minister said, would …"
        if verb.dep_ in {"acl", "acl:relcl"}:
            if head.dep_ == "appos" and head.head.pos_ == "PROPN" and head.i < verb.i:
                head = head.head  # "Chad, its neighbour to the north, promised …"
            return head if verb.tag_ != "VB" and head.pos_ in _NOMINAL else own_subject(head.head)
        if verb.dep_ not in {"xcomp", "conj", "advcl", "ccomp", "parataxis"} or head == verb:
            return None
        if verb.dep_ == "conj" and not is_verb(head):
            head = first_conjunct(verb) or head
        if verb.dep_ == "conj" and head.dep_ == "ccomp" and _finite(verb) and not _finite(head):
            head = head.head  # "said the sums did not add up and vowed …": it is the sayer who vowed
        if verb.dep_ == "xcomp" and verb.i > head.i:
            controller = next((c for c in head.children if c.dep_ in OBJECTS and head.i < c.i < verb.i), None)
            if controller is not None and head.lemma_ not in _SUBJECT_CONTROL:
                return controller
        verb = head
    return None


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"}


#: Verbs whose infinitive keeps their own subject although an object stands between.
_SUBJECT_CONTROL = frozenset({"promise", "use", "spend", "sign", "pledge", "offer", "announce", "give"})


def _antecedent(verb: Token, found: Token) -> Token:
    """Return what a relative pronoun stands for; other words stand for themselves."""
    if found.lower_ in _RELATIVES and found.tag_ in {"WP", "WDT", "IN"}:
        for token in (verb, *verb.ancestors):
            if token.dep_ == "acl:relcl":
                return token.head
    return found


def agent(verb: Token) -> Token | None:
    """Return the noun behind "by" of a passive verb."""
    for child in verb.children:
        if child.dep_ in {"obl:agent", "obl"} and any(c.lower_ == "by" for c in child.children):
            return child
    return None


def first_conjunct(verb: Token) -> Token | None:
    """Return the verb with which this one is coordinated, also where the parse hangs it on that one's
    adverb.
    """
    head = verb.head
    if not is_verb(head) and head.dep_ in {"advmod", "obl", "obj"}:
        head = head.head
    return head if is_verb(head) and head != verb else None


def lemma(token: Token) -> str:
    """Return the lemma in lower case; a capital at the start of a sentence does not hide a plural."""
    found = token.lemma_.lower()
    if (
        token.tag_ in {"NNS", "NNPS"}
        and found == token.lower_
        and found.endswith("s")
        and not found.endswith("ss")
    ):
        return found[:-1]
    return found


def has_to(verb: Token) -> bool:
    """Tell whether "to" marks the verb as an infinitive."""
    return verb.tag_ == "VB" and any(
        c.lower_ == "to" and c.dep_ in {"mark", "aux", "case"} for c in verb.children
    )


def conjuncts(head: Token) -> Iterator[Token]:
    """Yield the head and what is coordinated with it, in the order of the text."""
    yield head
    for child in children(head, "conj"):
        yield from conjuncts(child)


def direct_object(verb: Token) -> Token | None:
    """Return the direct object; behind a particle or an adverb the next noun phrase stands in for a lost
    one.
    """
    found = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    if found:
        return found[-1]
    rest = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 6)]
    sign = next((t for t in rest if t.lower_ not in _ABOUT), None)
    if sign is not None and sign.i > verb.i + 1 and "$" in {sign.tag_, sign.text[-1]}:
        return sign  # "pledged up to $5m", read as a place
    for token in rest:
        if token.dep_ == "compound" and token.head.lemma_ in _TIMES and token.head.head == verb:
            return token  # "proposed a freeze last week": the time took the object for its own
        if token.pos_ in {"NOUN", "PROPN", "SYM"} and token.dep_ not in {
            "compound",
            "obl",
            "nmod",
            "nmod:poss",
        }:
            return token if token.head == verb or token.dep_ in {"obj", "nsubj", "conj"} else None
        if token.pos_ in {"ADP", "VERB", "AUX", "SCONJ"} and token.dep_ not in {"compound:prt", "advmod"}:
            return None
    return None


_ABOUT = words("a about almost around as at least less more much nearly over some than to under up")
_TIMES = frozenset({"day", "week", "month", "year", "night", "weekend"})


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the token bounds (start, end) of the noun phrase around its head, without what follows the
    head.
    """
    start = end = head.i
    for child in head.children:
        title = child.dep_ == "nmod" and child.i == head.i - 1 and child.pos_ == "PROPN"
        if (child.dep_ not in _IN_NOUN_PHRASE and not title) or child.is_space:
            continue
        if child.i < head.i and (child.dep_ != "case" or child.lower_ in {"'s", "’s"}):
            edge = child.left_edge.i
            if child.dep_ != "punct" or child.text in {"-", '"', "“", "‘", "'"}:
                start = min(start, edge)
        elif child.i > head.i and child.dep_ in {"flat", "fixed", "goeswith"}:
            end = max(end, child.right_edge.i)
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].pos_ in {"ADP", "CCONJ", "SCONJ"}):
        start += 1
    return start, end + 1
