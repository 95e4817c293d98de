"""What the sentence around a phrase says of the gathering: when, where, and whether it is one of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_attendance import Attendance
from dateline.extraction.gathering_guests import guests
from dateline.extraction.gathering_likeness import is_day
from dateline.extraction.gathering_members import members
from dateline.extraction.gathering_places import NOWHERE, place_behind
from dateline.extraction.gathering_times import clause_date, date_before, date_behind
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase
    from dateline.extraction.gathering_phrases import Phrases
    from dateline.extraction.parties import Cast
    from dateline.model import Party

_MOTION = words("converge gather assemble head travel fly jet land go come arrive return gather join meet be")
_AT = frozenset({"in", "at"})
#: Verbs whose day is their own: "announced the visit on Thursday".
_ANNOUNCING = words("announce condemn confirm criticise criticize postpone praise propose reject welcome")
#: What "ends on Thursday" has begun before.
_ENDING = words("end close conclude finish")
#: "A round of talks", "two days of negotiations".
_COUNTED = words("round series day week hour")
#: What leaders do when they have agreed.
_ACCORD = words("agree approve decide endorse seal settle sign")
#: "To take part in the talks", "his seat at the summit".
_PART = words("part place seat")


class Company:
    """Fills in what the clause of a phrase tells, which the phrase itself does not."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.phrases = phrases
        self.there = Attendance(cast)

    def enrich(self, phrase: Phrase) -> None:
        """Add the date and place of the phrase's clause, and who attends, hosts or speaks there."""
        if not phrase.is_noun:
            self._enrich_verb(phrase)
            return
        verb, near = self._verb(phrase.head)
        announced = verb is not None and verb.lemma_ in _ANNOUNCING and phrase.head.dep_ == "obj"
        if announced and phrase.date is not None and is_day(self.doc._.dates[phrase.date]):
            phrase.date = None  # "will announce the visit on Thursday"
        self._held_when(phrase)
        if phrase.date is None:
            phrase.date = date_before(self.phrases, phrase)
        if phrase.date is None and not phrase.beside and not announced:
            phrase.date = date_behind(self.phrases, phrase.end)
        if verb is not None:
            self._when_and_where(phrase, verb, near)
            self._qualify(phrase, verb, near)
            if (
                phrase.lemma in gathering_words.PLURAL
                and near == phrase.head
                and near.dep_ in clauses.SUBJECTS
            ):
                self._opened(phrase, verb)
        there = self.there.attendants(phrase, verb, near)
        guest = (*self.there.included(phrase), *guests(self.cast, phrase, verb), *members(self.cast, phrase))
        for party in (*there, *guest):
            if all(p.start != party.start for p in phrase.participants):
                phrase.participants.append(party)
        if phrase.lemma == "negotiation" and not phrase.qualified and phrase.article != "bare":
            phrase.qualified = self._between_those_before(phrase)
        if phrase.kind == "call":
            phrase.place = phrase.country = None
        if phrase.kind == "visit" or phrase.lemma in {"dinner", "lunch"}:
            phrase.qualified = phrase.qualified or any(self._in_office(p) for p in phrase.participants)
        if verb is not None and near == phrase.head and self._wished(verb, phrase):
            phrase.qualified = False

    def _enrich_verb(self, phrase: Phrase) -> None:
        """Add the date of the verb's clause, and the place to which its subject goes for it."""
        if phrase.date is None:
            phrase.date = date_before(self.phrases, phrase)
        if phrase.date is None:
            phrase.date = clause_date(self.phrases, phrase.head, phrase)
        way = phrase.head.head
        if phrase.place is None and clauses.has_to(phrase.head) and way.lemma_ in _MOTION:
            phrase.place, phrase.country = place_behind(self.cast, way.i, phrase.start, _AT | {"to"})
            if phrase.date is None:
                phrase.date = self.phrases.date(way.i, phrase.start)
        elif phrase.place is None:
            phrase.place, phrase.country = self._place(phrase.head, phrase)
        stay = next((c for c in clauses.children(phrase.head, "advmod") if c.lower_ == "when"), None)
        if stay is not None and stay.i > way.left_edge.i and phrase.place is None and way.i < stay.i:
            # "was in Oslo on Monday, when he met …"
            first = self.cast.sentence(stay.i).start
            phrase.place, phrase.country = place_behind(self.cast, first, stay.i, _AT)
            if phrase.date is None:
                phrase.date = self.phrases.date(first, stay.i)

    def _held_when(self, phrase: Phrase) -> None:
        """Add what the relative clause tells: "the talks that Chad and Niger held in Doha last week", "the
        summit, held in Doha".
        """
        relative = next(
            (c for c in clauses.children(phrase.head, "acl:relcl", "acl") if c.tag_ != "VB"), None
        )
        if relative is None or relative.lemma_ not in {"hold", "have", "host", "open", "begin", "start"}:
            return
        if phrase.date is None:
            phrase.date = clause_date(self.phrases, relative, phrase)
        if phrase.place is None:
            phrase.place, phrase.country = self._place(relative, phrase)
        for side in clauses.conjuncts(clauses.own_subject(relative) or relative):
            party = self.cast.party(side)
            if party is not None and party.type in {"person", "country"}:
                phrase.participants.append(party)
                phrase.qualified = phrase.qualified or party.type == "country" or self._in_office(party)

    def _when_and_where(self, phrase: Phrase, verb: Token, near: Token) -> None:
        """Add date and place of the clause where it tells of the gathering itself."""
        if near != phrase.head:
            return
        case = next((c.lower_ for c in clauses.children(phrase.head, "case")), "")
        meanwhile = near.dep_ == "obl" and case in {"after", "during", "at"} and phrase.kind != "visit"
        apart = case in {"after", "before", "ahead", "following", "since", "until"}
        holds = near.dep_ in {"nsubj", "nsubj:pass", "obj"}
        holds = holds or (verb.lemma_ in gathering_words.HOLDING and not apart)
        ends = verb.lemma_ in _ENDING and verb.tag_ != "VBD" and near.dep_ in clauses.SUBJECTS
        while_it_lasts = near.dep_ == "obl" and case == "during"
        meanwhile = while_it_lasts or (meanwhile and phrase.article != "definite")
        announced = verb.lemma_ in _ANNOUNCING
        if phrase.date is None and not (ends or announced) and (holds or meanwhile):
            phrase.date = clause_date(self.phrases, verb, phrase)
        if phrase.place is None and holds:
            phrase.place, phrase.country = self._place(verb, phrase)

    def _wished(self, verb: Token, phrase: Phrase) -> bool:
        """Tell whether somebody only tries or hopes to have it: "is trying to arrange a meeting with"."""
        wish = clauses.has_to(verb) and verb.head.lemma_ in {
            "try",
            "want",
            "hope",
            "wish",
            "seek",
            "refuse",
            "decline",
        }
        off = any(c.lower_ == "off" for c in clauses.children(verb, "compound:prt"))
        cancelled = verb.lemma_ in {"cancel", "scrap", "postpone"} or (verb.lemma_ == "call" and off)
        wanted = wish and phrase.article == "indefinite" and phrase.head.dep_ == "obj"
        unreal = moods.modal(verb) in {"can", "may", "must"} or moods.negated(verb)
        unreal = unreal and phrase.article == "bare" and phrase.head.dep_ == "obj"
        return wanted or unreal or (cancelled and phrase.kind == "visit")

    def _opened(self, phrase: Phrase, verb: Token) -> None:
        """Take in the partner of "discussions have begun with Indonesia on …", and the words up to him."""
        if verb.lemma_ not in {"begin", "start", "resume", "open", "continue", "hold"}:
            return
        partner = next(
            (c for c in clauses.children(verb, "obl") if any(k.lower_ == "with" for k in c.children)), None
        )
        party = self.cast.party(partner)
        if partner is not None and party is not None:
            phrase.end = max(phrase.end, min(partner.right_edge.i + 1, phrase.head.i + 24))
            phrase.participants.append(party)
            phrase.sides += 1
            phrase.qualified = phrase.qualified or self._leads(partner)

    def _between_those_before(self, phrase: Phrase) -> bool:
        """Tell whether this sentence or the one before names two sides of which one is a body of states."""
        here = self.cast.sentence(phrase.head.i)
        first = self.cast.sentence(here.start - 1).start if here.start else 0
        inside = self.cast.within(first, here.end)
        states = any(a.key[0] == "country" for a in inside)
        return states and bool(self.phrases.bodies(first, here.end))

    def _in_office(self, party: Party) -> bool:
        actor = self.cast.at(self.doc[self.cast.tokens(party.start, party.end)[0]])
        return actor is not None and self.phrases.standing.official(actor)

    def _verb(self, head: Token) -> tuple[Token | None, Token]:
        """Return the verb above the noun, and the dependent of it through which the noun hangs."""
        near = head
        for above in head.ancestors:
            if clauses.is_verb(above):
                case = next((c.lower_ for c in clauses.children(head, "case")), "")
                goal = case == "for" and above.lemma_ in _MOTION  # "travel to Rome on 3 May for talks"
                counted = near.i < head.i and head.head == near and clauses.lemma(near) in _COUNTED
                part = clauses.lemma(near) in _PART and above.lemma_ == "take" and head.head == near
                return above, head if goal or counted or part else near
            near = above
        return None, near

    def _qualify(self, phrase: Phrase, verb: Token, near: Token) -> None:
        """Take the phrase for a gathering of states where leaders hold it, attend it or travel to it."""
        if phrase.qualified:
            return
        if phrase.kind == "call" or phrase.lemma in gathering_words.WEAK:
            phrase.qualified = self._during(phrase) or self._held_by_leaders(phrase, verb, near)
            return
        case = next((c.lower_ for c in clauses.children(phrase.head, "case")), "")
        after = near.dep_ in {"obl", "advcl"} and case in {"after", "during", "following", "of"}
        if after and phrase.kind == "talks" and (phrase.place or phrase.date is not None):
            found = clauses.subject(verb)
            phrase.qualified = found is not None and self._leads(found)
        settled = phrase.place or verb.lemma_ in _ACCORD
        if case == "at" and near == phrase.head and settled and phrase.kind in {"meeting", "talks"}:
            found = clauses.subject(verb)  # "the two sides failed to agree at a meeting in Cairo"
            phrase.qualified = phrase.qualified or (found is not None and self._leads(found))
        if verb.lemma_ not in gathering_words.HOLDING | {"discuss", "look", "welcome", "visit"}:
            return
        if verb.lemma_ == "take" and self._officials_before(verb):
            phrase.qualified = (
                True  # "officials from 20 countries are understood to have taken part in talks"
            )
        for side in (clauses.subject(verb), clauses.direct_object(verb), clauses.agent(verb)):
            if side is not None and side != phrase.head and self._leads(side):
                phrase.qualified = True
        if phrase.kind == "talks" and (phrase.place or phrase.date is not None):
            rounds = any(clauses.lemma(t) == "round" for t in self.doc[phrase.start : phrase.head.i])
            phrase.qualified = phrase.qualified or (rounds and not phrase.participants)
        if phrase.kind == "talks" and near.dep_ in clauses.SUBJECTS:
            sentence = self.cast.sentence(verb.i)
            actors = self.cast.within(sentence.start, sentence.end)
            phrase.qualified = phrase.qualified or any(self.phrases.standing.official(a) for a in actors)

    def _held_by_leaders(self, phrase: Phrase, verb: Token, near: Token) -> bool:
        """Tell whether leaders hold a session or dine together: "over dinner the presidents discussed …"."""
        found = clauses.subject(verb)
        case = next((c.lower_ for c in clauses.children(phrase.head, "case")), "")
        held = (
            near == phrase.head and verb.lemma_ in {"hold", "convene", "have", "attend", "chair"} and not case
        )
        held = held or (near == phrase.head and verb.lemma_ in {"walk", "storm"} and case in {"of", "from"})
        over = near == phrase.head and case == "over"
        over = over or (near == phrase.head and phrase.lemma == "session" and case == "at")
        called = near == phrase.head and phrase.kind == "call" and case in {"in", "during", "by", "over"}
        if called:
            self._called(phrase, verb)
        return found is not None and (held or over or called) and self._leads(found)

    def _during(self, phrase: Phrase) -> bool:
        """Tell whether a leader acts in the relative clause: "a phone call in which the premier urged …"."""
        relative = next(clauses.children(phrase.head, "acl:relcl"), None)
        during = self.doc[phrase.end : phrase.end + 2].text.lower() in {"in which", "during which"}
        found = clauses.own_subject(relative) if relative is not None and during else None
        return found is not None and self._leads(found)

    def _called(self, phrase: Phrase, verb: Token) -> None:
        """Add both ends of the line: "in a call on Sunday, the chancellor urged the president to …"."""
        for end in (clauses.subject(verb), clauses.direct_object(verb)):
            party = self.cast.party(end)
            if party is not None and party.type == "person" and self._in_office(party):
                phrase.participants.append(party)
                phrase.sides += 1

    def _officials_before(self, verb: Token) -> bool:
        before = self.doc[self.cast.sentence(verb.i).start : verb.i]
        return any(t.tag_ == "NNS" and clauses.lemma(t) in gathering_words.OFFICIALS for t in before)

    def _leads(self, head: Token) -> bool:
        if gathering_words.is_official(head):
            return True
        party = self.cast.party(head)
        if party is not None and party.type == "group":
            return head.pos_ == "PRON"  # "they", of leaders
        return party is not None and self._in_office(party)

    def _of_something_else(self, child: Token, ways: frozenset[str]) -> bool:
        """Tell whether it is no place but what lies in one: "owing to a storm in Oslo"."""
        cases = {c.lower_ for c in clauses.children(child, "case")}
        dated = self.phrases.date(child.left_edge.i, child.i + 1) is not None
        return bool(cases) and not cases & ways and not dated

    def _place(self, verb: Token, phrase: Phrase) -> tuple[str | None, str | None]:
        for child in clauses.children(verb, "obl"):
            if not phrase.start <= child.i < phrase.end and child.right_edge.i - child.left_edge.i < 8:
                ways = _AT | {"to"} if verb.lemma_ in _MOTION else _AT
                ways = ways | {"for"} if verb.lemma_ in {"schedule", "plan", "set"} else ways
                if self._of_something_else(child, ways):
                    continue
                found = place_behind(self.cast, child.left_edge.i, child.right_edge.i + 1, ways)
                if found != NOWHERE:
                    return found
        return NOWHERE
