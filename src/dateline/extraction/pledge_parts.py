"""The parts of a pledge around its core: the action in few words, beneficiary, figures, condition, deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.extraction.parties import Cast
    from dateline.model import Party
    from spacy.tokens import Doc, Span, Token

_ACTION_WORDS = 16
_RECIPIENT_VERBS = words(
    """
    aid allow arm assist back bail compensate defend equip finance fund give grant guarantee help lend
    offer pay protect provide reimburse rescue rebuild reassure recognise send strengthen subsidise supply
    support train
    """
)
_HARMFUL = words(
    """
    ban embargo levy tariff sanction duty restriction curb attack strike pressure ban retaliation boycott
    """
)
_IN_NEED = words(
    """
    aid assistance debt education fund health loan relief effort support vaccine school victim development
    humanitarian rebuild reconstruction
    """
)
_DEADLINES = frozenset({"by", "before", "until", "from", "in", "on", "within", "over", "for", "during"})


def span_of(core: Token, limit: int) -> tuple[int, int]:
    """Return the token bounds of what is committed, from the core to the end of its clause, at most limit."""
    start = core.i
    if core.pos_ in {"NOUN", "SYM", "PROPN", "NUM"}:
        start = clauses.noun_phrase(core)[0]
    end = min(max(core.right_edge.i + 1, core.i + 1), limit)
    return start, max(end, core.i + 1)


def action(core: Token, limit: int) -> str:
    """Return the action in few words: from the core up to a break in the clause, without relative clauses."""
    start, end = span_of(core, limit)
    doc = core.doc
    stop = end
    for i in range(core.i + 1, end):
        token = doc[i]
        ends = token.text in {";", "–", "—", ".", ":", "(", "!", "?"} or (
            token.is_space and "\n" in token.text
        )
        relative = token.lower_ in {"which", "who", "whose"} or token.dep_ == "acl:relcl"
        comma = token.text == "," and i - start >= 4 and not _listing(doc, i)
        if i > core.i + 1 and (ends or relative or comma):
            stop = i
            break
        if i - start >= _ACTION_WORDS and token.pos_ in {"ADP", "CCONJ", "SCONJ", "PART", "PUNCT"}:
            stop = i
            break
    while stop > core.i + 1 and (
        doc[stop - 1].is_punct or doc[stop - 1].pos_ in {"CCONJ", "SCONJ", "ADP", "PART"}
    ):
        if doc[stop - 1].dep_ == "compound:prt":
            break
        stop -= 1
    first, last = doc[start], doc[stop - 1]
    text = " ".join(doc.text[first.idx : last.idx + len(last)].split())
    return text.strip("“”\"'‘’ ")


def _listing(doc: Doc, i: int) -> bool:
    """Tell whether the comma separates members of a list of noun phrases."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    return (
        following is not None
        and following.pos_ in {"ADJ", "NOUN", "PROPN"}
        and following.dep_ in {"conj", "amod", "compound"}
    )


def money(doc: Doc, start: int, end: int) -> tuple[int, ...]:
    """Return the indices of the figures among the tokens start to end."""
    if end <= start:
        return ()
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return tuple(k for k, f in enumerate(doc._.money) if first <= f.start < last)


def deadline(doc: Doc, start: int, end: int) -> int | None:
    """Return the index of the date by or at which the tokens start to end say that it will be done."""
    if end <= start:
        return None
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for k, date in enumerate(doc._.dates):
        if first <= date.start < last and date.direction != "past":
            return k
    return None


def beneficiary(cast: Cast, core: Token, end: int, pledger: Party | None) -> Party | None:
    """Return whom the action is for: the recipient of a giving verb, or who stands behind "to", "for", "with"."""
    for found in _recipients(core, end):
        party = cast.party(found)
        if party is not None and (pledger is None or party.start != pledger.start):
            return party
    return _needy(cast, core, end, pledger)


def _recipients(core: Token, end: int) -> Iterator[Token]:
    """Yield the heads of noun phrases that may name the beneficiary, the likeliest first."""
    doc = core.doc
    verbs = [t for t in doc[core.i : end] if t.pos_ == "VERB"] if core.pos_ != "VERB" else [core]
    verbs += [t for t in doc[core.i + 1 : end] if t.pos_ == "VERB" and t not in verbs]
    for verb in verbs:
        yield from (c for c in clauses.children(verb, "iobj") if c.i < end)
        if verb.lemma_ in _RECIPIENT_VERBS:
            yield from (c for c in clauses.children(verb, "obj") if c.i < end)
    for i in range(core.i, end):
        token = doc[i]
        if token.dep_ in {"obl", "nmod", "obj", "conj", "ROOT", "nmod:poss"} and any(
            c.lower_ in {"to", "for", "towards", "toward", "into"} and c.i < token.i for c in token.children
        ):
            if not _harmful(token):
                yield token


def _harmful(token: Token) -> bool:
    """Tell whether the phrase hangs on a sanction or tariff: who is hit by it gains nothing."""
    return token.head.lemma_.lower() in _HARMFUL


def _needy(cast: Cast, core: Token, end: int, pledger: Party | None) -> Party | None:
    """Return the place or group whose need the action names: "debts of the poorest countries", "schools in Africa"."""
    doc = core.doc
    words = {t.lemma_.lower() for t in doc[core.i : end]}
    if not words & _IN_NEED:
        return None
    for i in range(core.i + 1, end):
        token = doc[i]
        if token.pos_ not in {"NOUN", "PROPN"} or not any(
            c.lower_ in {"of", "in", "by", "among", "with"} for c in token.children if c.dep_ == "case"
        ):
            continue
        party = cast.party(token)
        if (
            party is not None
            and party.type in {"country", "group"}
            and (pledger is None or party.start != pledger.start)
        ):
            return party
    return None


def condition_text(doc: Doc, bounds: tuple[int, int] | None) -> str | None:
    """Return the words of a condition, or None."""
    if bounds is None:
        return None
    start, end = bounds
    while end > start + 1 and doc[end - 1].is_punct:
        end -= 1
    text = doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
    return " ".join(text.split()) or None


def is_headline(cast: Cast, sentence: Span) -> bool:
    """Tell whether the sentence is a headline or a heading: a short paragraph of its own without a full stop."""
    doc = cast.doc
    start, end = sentence.start, sentence.end
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end - start > 16 or end == start or doc[end - 1].text in {".", "!", "?", ":", "”", '"', ",", "…", ";"}:
        return False
    opens = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    following = doc[end] if end < len(doc) else None
    return opens and (following is None or (following.is_space and "\n" in following.text))
