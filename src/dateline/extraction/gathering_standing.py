"""Whether a gathering is one of states: by whom its phrase names, and by the offices they hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words

if TYPE_CHECKING:
    from dateline.extraction.actors import Actor
    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.parties import Cast
    from dateline.model import Office

_LOOSE_TITLES = frozenset(
    {"leader", "chief", "secretary", "governor", "representative", "general", "commissioner"}
)
#: "By", the words of a title and the beginning of the name: "by Norwegian Foreign Minister Anna".
_TITLED = 7
#: In an article on states they are theirs, where it says in which place.
_ABROAD = frozenset({"conference", "gathering", "meeting", "talk"})


class Standing:
    """Tells who of the article speaks for a state, and which phrases name gatherings of such."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.doc = cast.doc

    def qualified(self, phrase: Phrase, before: set[str]) -> bool:
        """Tell whether the words of the phrase show a gathering of states, their leaders or their bodies."""
        lemma = phrase.lemma
        if lemma in {"summit", "ministerial"} or phrase.kind == "summit" or phrase.series is not None:
            return True
        if phrase.topic is not None and lemma not in gathering_words.WEAK:
            return True
        if lemma == "funeral" or "memorial" in before:
            return phrase.end - phrase.start > 2
        if before & gathering_words.BETWEEN_STATES and lemma in {
            "conference",
            "meeting",
            "dialogue",
            "forum",
        }:
            return True
        if (
            lemma == "talk"
            and phrase.place is not None
            and phrase.place in self.doc[phrase.start : phrase.head.i].text
        ):
            return phrase.article == "definite"
        if self._by_its_setting(phrase) or (lemma in _ABROAD and phrase.place is not None and self.of_states):
            return True
        inside = self.doc[phrase.start : phrase.end]
        if any(gathering_words.is_official(t) and t != phrase.head for t in inside):
            return True
        if self._hosted(phrase):
            return True
        actors = self.cast.within(phrase.start, phrase.end)
        if any(self.official(a) and a.kind not in {"seat", "capital"} for a in actors):
            return True
        if any(p.type == "country" for p in phrase.participants):
            return True
        return phrase.kind == "talks" and "between" in {t.lower_ for t in inside} and phrase.sides >= 2

    @cached_property
    def of_states(self) -> bool:
        """Whether people of several states and of their bodies hold office in the article."""
        offices = [o for person in self.doc._.people for o in person.offices if _of_state(o)]
        return len({o.country or o.organization for o in offices} - {None}) > 1

    def _by_its_setting(self, phrase: Phrase) -> bool:
        """Tell whether it is on the sidelines of another gathering, or "11 days of talks in Ankara"."""
        beside = self.doc[phrase.end : phrase.end + 3]
        if any(clauses.lemma(t) in gathering_words.MARGINS for t in beside):
            return True
        before = {clauses.lemma(t) for t in self.doc[phrase.start : phrase.head.i]}
        return phrase.kind == "talks" and phrase.place is not None and bool(before & {"round", "day", "week"})

    def _leads_article(self, number: int) -> bool:
        """Tell whether the article is about the person and calls somebody by a state's office: then it is
        his.
        """
        people = self.doc._.people
        most = max(len(p.mentions) for p in people)
        roles = any(
            w in gathering_words.STATE_TITLES for r in self.doc._.roles for w in r.office.title.split()
        )
        return roles and len(people[number].mentions) == most

    def _hosted(self, phrase: Phrase) -> bool:
        """Tell whether somebody in office is its host: "a conference on … hosted by the finance minister"."""
        for token in self.doc[phrase.head.i + 1 : min(phrase.end + 8, self.cast.sentence(phrase.head.i).end)]:
            if token.lemma_ in gathering_words.LEADING and token.tag_ == "VBN" and phrase.lemma != "event":
                by = clauses.agent(token)
                if by is not None and clauses.lemma(by) in gathering_words.OFFICIALS | {"minister"}:
                    return True
                behind = self.cast.within(token.i + 1, min(len(self.doc), token.i + _TITLED))
                led = [a for a in behind if a.key[0] in {"person", "role"}]
                by_whom = self.doc[token.i + 1 : token.i + 2].text.lower() == "by"
                return by_whom and bool(led) and self.official(led[0])
        return False

    def official(self, actor: Actor) -> bool:
        """Tell whether the actor is a state, a role, or a person whom the article gives a state's office."""
        kind, key = actor.key
        if kind == "country":
            return actor.kind != "demonym"
        if kind == "role" and isinstance(key, tuple):
            title, whose = str(key[0]), key[1]
            last = title.partition(" of ")[0].rsplit(maxsplit=1)[-1] if title else ""
            return last in gathering_words.STATE_TITLES and (title not in _LOOSE_TITLES or whose is not None)
        if kind == "person" and isinstance(key, int):
            person = self.doc._.people[key]
            if any(_of_state(o) for o in person.offices):
                return True
            if self._leads_article(key):
                return True
            first = person.mentions[0]
            lead = self.cast.tokens(first.start, first.end)[0]
            return any(
                t.lower_ in gathering_words.STATE_TITLES - _LOOSE_TITLES
                for t in self.doc[max(0, lead - 2) : lead + 1]
            )
        return False


def _of_state(office: Office) -> bool:
    """Tell whether the office is a state's or a body's: a "leader" or "chief" is only with its country or
    body.
    """
    last = office.title.partition(" of ")[0].split()[-1] if office.title else ""
    if last not in gathering_words.STATE_TITLES:
        return False
    return office.title not in _LOOSE_TITLES or office.country is not None or _is_series(office.organization)


def _is_series(organization: str | None) -> bool:
    return organization is not None and organization.casefold() in gathering_words.series()
