"""Where the noun phrase of a gathering begins and ends: "Tuesday's meeting of the ministers of all 25
members".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.parties import Cast

_LIMIT = 24
_TIMES = frozenset({"next", "last", "this", "later", "earlier", "tomorrow", "yesterday", "today", "tonight"})
QUOTES = frozenset({"“", '"', "”"})


class Bounds:
    """Finds the bounds of noun phrases by the order of the words, as the parse often attaches their ends
    elsewhere.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc

    def left(self, head: Token) -> int:
        """Return where the noun phrase begins, possessor and date before it included."""
        doc = self.doc
        first = self.cast.sentence(head.i).start
        start = max(first, clauses.noun_phrase(head)[0])
        for _ in range(8):
            if start <= first:
                break
            token = doc[start - 1]
            counted = token.lower_ == "of" and clauses.lemma(doc[start - 2]) in {
                "day",
                "week",
                "round",
                "hour",
                "series",
            }
            chiefs = token.lower_ == "of" and clauses.lemma(doc[start - 2]) == "chief" and head.i == start + 1
            if token.text == ")":
                start -= 1
                continue
            if token.text == "(" and start - 2 >= first and any(t.text == ")" for t in doc[start : head.i]):
                start = self._named_before(start - 2, first)  # "the Union of Seas (US) leaders' summit"
                continue
            if (counted or chiefs) and start - 2 >= first:
                start = max(first, clauses.noun_phrase(doc[start - 2])[0])
                continue
            owner = token.lower_ in {"'s", "’s"} or (
                token.text in {"'", "’"} and doc[start - 2].lower_.endswith("s")
            )
            joined = token.text == "-" and doc[start - 2].is_alpha and not token.whitespace_
            inner = token.pos_ in {"ADJ", "PROPN", "DET", "NUM"} and start <= token.head.i <= head.i
            if owner or joined:
                start = max(first, clauses.noun_phrase(doc[start - 2])[0])
            elif inner:
                start -= 1
            else:
                break
        while start < head.i and (doc[start].pos_ in {"ADP", "SCONJ", "CCONJ"} or _leads(doc[start])):
            start += 1
        return start

    def _named_before(self, i: int, first: int) -> int:
        """Return where the name that ends at token i begins, before its short form in brackets."""
        actor = self.cast.at(self.doc[i])
        start = clauses.noun_phrase(self.doc[i])[0]
        return max(
            first, min(start, self.cast.tokens(actor.party.start, 0)[0]) if actor is not None else start
        )

    def right(self, head: Token) -> int:
        """Return where the phrase ends: behind the prepositional phrases, participles and times that
        follow.
        """
        doc = self.doc
        limit = min(self.cast.sentence(head.i).end, head.i + _LIMIT)
        end = head.i + 1
        if end < limit and doc[end].text == "(":
            close = next((k for k in range(end, min(limit, end + 5)) if doc[k].text == ")"), None)
            end = close + 1 if close is not None else end
        if end < limit and doc[end].text in QUOTES:
            end += 1
        while end < limit:
            step = self._step(end, limit)
            if step is None:
                break
            end = self._whole(step)
            between = doc[end].pos_ == "CCONJ" if end + 1 < limit else False
            if between and any(t.lower_ == "between" for t in doc[head.i + 1 : end]) and step < end:
                end = self._noun_phrase(end + 1, limit, lists=True) or end
        while end > head.i + 1 and (
            doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "VERB"} or doc[end - 1].text in QUOTES
        ):
            if doc[end - 1].text == "”":
                break
            end -= 1
        return end

    def _whole(self, end: int) -> int:
        """Return the end moved behind a name that it would cut: "Anna | von der Au"."""
        last = self.cast.at(self.doc[end - 1])
        if last is None or end >= len(self.doc) or self.cast.at(self.doc[end]) != last:
            return end
        return max(end, self.cast.tokens(last.party.start, last.party.end)[1])

    def _step(self, end: int, limit: int) -> int | None:
        """Return the end of the next piece that belongs to the phrase, or None where it is over."""
        doc = self.doc
        token = doc[end]
        following = doc[end + 1] if end + 1 < limit else None
        if token.lower_ == "to" and following is not None and following.tag_ == "VB":
            return self._noun_phrase(end + 2, limit, lists=False)
        if (
            token.lower_ == "from"
            and doc[end - 1].tag_ == "NNS"
            and doc[end - 2].pos_ in {"ADP", "NOUN", "ADJ"}
        ):
            return self._noun_phrase(end + 1, limit, lists=True)  # "of experts from both countries"
        if token.lower_ in gathering_words.INSIDE:
            if any(clauses.lemma(t) in gathering_words.MARGINS for t in doc[end + 1 : min(limit, end + 3)]):
                return None  # "a breakfast on the sidelines of the summit" are two gatherings
            if token.lower_ == "by" and doc[end - 1].tag_ != "VBN" and not self._person_at(end + 1):
                return None
            lists = token.lower_ in {"between", "with", "among", "of", "by"}
            return self._noun_phrase(end + 1, limit, lists=lists)
        if token.lower_ in _TIMES or self.date_at(end):
            return self._noun_phrase(end, limit, lists=False) or (end + 1 if token.pos_ == "ADV" else None)
        if token.lemma_ in gathering_words.PARTICIPLES and token.tag_ in {"VBG", "VBN"}:
            return end + 1
        if token.lower_ in {"place", "jointly", "being"} and following is not None:
            return end + 1
        return None

    def _noun_phrase(self, start: int, limit: int, *, lists: bool) -> int | None:
        """Return the end of the noun phrases that begin at start, coordination included; None if there is
        none.
        """
        doc = self.doc
        i, noun = start, False
        while i < limit:
            token = doc[i]
            following = doc[i + 1] if i + 1 < limit else None
            joins = (
                token.pos_ == "CCONJ"
                and following is not None
                and following.pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PRON"}
                and not self._another(following)
            )
            comma = lists and token.text in {",", ";"} and noun and self._lists_on(following)
            if token.lower_ in {"'s", "’s"}:
                noun = False
            elif self.date_at(i):
                noun = True
            elif token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in {"which", "who", "that"}:
                if (
                    noun
                    and token.dep_ in clauses.SUBJECTS
                    and doc[i - 1].pos_ not in {"PROPN", "CCONJ", "ADJ"}
                ):
                    break
                if noun and self.date_at(i - 1):
                    break  # "on Wednesday | cooperation between the two"
                noun = True
            elif not (joins or comma or self._inside_noun_phrase(token, noun)):
                break
            i += 1
        while i > start and (
            doc[i - 1].pos_ in {"CCONJ", "DET", "ADV"} or doc[i - 1].text in {",", "“", '"', "-"}
        ):
            i -= 1
        return i if noun and i > start else None

    def _another(self, token: Token) -> bool:
        """Tell whether the noun phrase that begins here is of a gathering itself: "and a meeting with"."""
        head = next((t for t in self.doc[token.i : token.i + 4] if t.pos_ == "NOUN"), token)
        return token.lower_ in {"a", "an"} and clauses.lemma(head) in gathering_words.NOUNS

    def _lists_on(self, following: Token | None) -> bool:
        """Tell whether a name behind a comma goes on with the list, and is no subject of the main clause."""
        if following is None or following.pos_ not in {"PROPN", "DET", "NOUN"}:
            return False
        chain = (following, following.head, following.head.head)
        return not any(t.dep_ in clauses.SUBJECTS and t.i >= following.i for t in chain)

    def _person_at(self, i: int) -> bool:
        near = (self.cast.at(t) for t in self.doc[i : i + 3])
        return any(actor is not None and actor.key[0] in {"person", "role"} for actor in near)

    def _inside_noun_phrase(self, token: Token, noun: bool) -> bool:
        if token.text in {"“", '"', "”", "-", "–", "/", "(", ")"}:
            return token.text not in {"–"}
        if token.tag_ in {"VBG", "VBN"}:
            return (token.dep_ == "amod" and not noun) or (token.tag_ == "VBG" and token.dep_ == "compound")
        if token.pos_ in {"DET", "ADJ", "NUM", "SYM"}:
            return token.lower_ not in {"which", "that"}
        if token.lower_ in {"at", "least", "most"} and token.i + 1 < len(self.doc):
            return token.lower_ != "at" or self.doc[token.i + 1].lower_ in {"least", "most"}
        return token.pos_ == "ADV" and not noun

    def date_at(self, i: int) -> bool:
        """Tell whether token i is part of a date."""
        idx = self.doc[i].idx
        return any(d.start <= idx < d.end for d in self.doc._.dates)


def _leads(token: Token) -> bool:
    if token.tag_ in {"WRB", "WDT", "WP"}:
        return True
    return token.lower_ in {"not", "shortly", "just", "soon", "ahead"} or (
        token.is_punct and token.text not in QUOTES
    )
