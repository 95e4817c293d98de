"""Gatherings told by verbs: "met the king", "world leaders met in Rome", "spoke by phone to the queen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import clauses, gathering_words, moods
from dateline.extraction.gathering_clause import AT, VerbClauses, lost_subject
from dateline.extraction.gathering_cues import places, word_ids
from dateline.extraction.gathering_places import NOWHERE, place_behind
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.gathering_phrase import Phrase

_MEETING = words("meet convene reconvene assemble gather confer dine huddle sit")
_HOSTING = words("host receive welcome greet see")
_CALLING = words("speak talk phone telephone ring call")
_CLASHING = words("clash quarrel")
#: With these the telephone is said by the verb itself.
_DIRECT = words("phone telephone ring call")
#: Rare verbs of which the tagger may make a noun or the lemmatizer nothing.
_RARE = words("convene reconvene assemble telephone")
_RARE_IDS = word_ids(form for verb in _RARE for form in (verb, f"{verb}s", f"{verb}d", f"{verb}sd"))
_VERB_IDS = word_ids(_MEETING | _HOSTING | _CALLING | _CLASHING)
_PHONE_IDS = word_ids(("phone", "telephone"))


class Verbs(VerbClauses):
    """Finds the verbal phrases of a Doc that tell of meetings and calls."""

    def find(self) -> Iterator[Phrase]:
        """Yield the verbal phrases in the order of the text."""
        rules = dict.fromkeys(_MEETING, self._meet) | dict.fromkeys(_HOSTING, self._host)
        rules |= dict.fromkeys(_CALLING, self._call) | dict.fromkeys(_CLASHING, self._clash)
        for i in self._places():
            token = self.doc[i]
            rule = rules.get(_lemma(token)) or (self._call if self._by_phone(token) else None)
            verbal = token.pos_ == "VERB" or (
                _lemma(token) in _RARE and (self.doc[token.i - 1].lower_ == "to" or token.dep_ == "ROOT")
            )
            if rule is not None and verbal and token.dep_ != "amod" and self.real(token):
                phrase = rule(token)
                if phrase is not None:
                    yield phrase

    def _places(self) -> list[int]:
        """Return where the verbs of meeting and calling stand, and the words shortly before a telephone."""
        phones = places(self.cast, _PHONE_IDS, frozenset())
        near = {i for phone in phones for i in range(max(0, phone - 5), phone)}
        return sorted(near.union(places(self.cast, _RARE_IDS, _VERB_IDS)))

    def _meet(self, verb: Token) -> Phrase | None:
        """Return "met the king", "met with ministers", "ministers meet on Thursday"."""
        if verb.lemma_ != "meet" and not self._convened(verb):
            return None
        found = lost_subject(verb) or clauses.subject(verb)
        partner = self.partner(verb)
        if partner is None:
            partner = next(
                (c for c in clauses.children(verb, "obl") if any(k.lower_ == "with" for k in c.children)),
                None,
            )
        if partner is not None:
            leaders = any(self.leader(t) for t in clauses.conjuncts(partner))
            if not leaders and not self._apposed(verb, partner):
                return None
            generic = partner.tag_ == "NNS"
            if generic and found is not None and not self.leader(found):
                return None
        elif (
            found is None
            or moods.is_passive(verb)
            or not (self.leader(found) and self._convenes(verb, found))
        ):
            return None
        start = verb.i
        if partner is None and found is not None and 0 < verb.i - found.i <= 4:
            start = clauses.noun_phrase(found)[0]
        phrase = self.phrase(verb, start, "meeting", found)
        phrase.general = partner is not None and partner.tag_ == "NNS"
        if found is not None:
            bodies = self.phrases.bodies(clauses.noun_phrase(found)[0], found.i + 1)
            phrase.series = bodies[0] if bodies and partner is None else None
        return phrase

    def _apposed(self, verb: Token, partner: Token) -> bool:
        """Tell whether the partner is named behind a comma: "met the party's founder, King Faris"."""
        end = self.end(verb)
        if partner.i + 1 >= end or self.doc[partner.i + 1].text != ",":
            return False
        named = [a for a in self.cast.within(partner.i + 2, end) if a.key[0] == "person"]
        return bool(named) and self.phrases.standing.official(named[0])

    def _clash(self, verb: Token) -> Phrase | None:
        """Return "clashed with the premier in Rome", of two in office who stood face to face somewhere."""
        found = clauses.subject(verb)
        if found is None or not self._leader_or_list(found):
            return None
        phrase = self.phrase(verb, verb.i, "meeting", found)
        named = any(clauses.lemma(t) in gathering_words.NOUNS for t in phrase.tokens if t != verb)
        two = phrase.sides == 2 or (found.tag_ == "NNS" and gathering_words.is_official(found))
        return phrase if phrase.place is not None and two and not named else None

    def _convened(self, verb: Token) -> bool:
        """Tell whether "sat down", "gathered in Riga" is a gathering that no noun of the clause names."""
        following = self.doc[verb.i + 1].lower_ if verb.i + 1 < len(self.doc) else ""
        if verb.lemma_ == "sit" and following != "down":
            return False
        end = self.end(verb)
        if any(clauses.lemma(t) in gathering_words.NOUNS for t in self.doc[verb.i + 1 : end]):
            return False
        dated = self.phrases.date(verb.i, end) is not None
        placed = any(t.lower_ in AT for t in self.doc[verb.i + 1 : end])
        return dated or placed or any(t.lower_ == "with" for t in self.doc[verb.i + 1 : end])

    def _call(self, verb: Token) -> Phrase | None:
        """Return "spoke on the telephone to …", "rang the president", "X and Y spoke by phone"."""
        found = clauses.subject(verb)
        window = self.doc[verb.i : min(self.cast.sentence(verb.i).end, verb.i + 16)]
        if found is None or not self._leader_or_list(found):
            return None
        phoned = any(t.lower_ in gathering_words.PHONE for t in window)
        direct = _lemma(verb) in _DIRECT
        if not (phoned or (direct and self._rings(verb)) or self._spoke(verb)):
            return None
        partner = next((t for t in window if t.i > verb.i and t.lower_ in {"to", "with"}), None)
        spoken = {"phone", "telephone", "for"}
        if not direct and partner is None and not any(t.lower_ in spoken for t in window):
            return None
        named = [a for a in self.cast.within(verb.i, window[-1].i + 1) if self.phrases.standing.official(a)]
        return self.phrase(verb, verb.i, "call", found) if named or self.several(found) else None

    def _by_phone(self, verb: Token) -> bool:
        """Tell whether two in office do something else on the telephone: "exchanged views on the phone"."""
        if verb.pos_ != "VERB":
            return False
        if not any(t.lower_ in {"phone", "telephone"} for t in self.doc[verb.i + 1 : verb.i + 6]):
            return False
        found, partner = clauses.subject(verb), self.partner(verb)
        actor = self.cast.actor(partner) if partner is not None else None
        if actor is not None and actor.key[0] in {"person", "role"}:
            return self.phrases.standing.official(actor)
        return found is not None and len(self.sides(verb, verb.i + 1, found)) == 2

    def _leader_or_list(self, found: Token) -> bool:
        return any(self.leader(t) for t in clauses.conjuncts(found))

    def _rings(self, verb: Token) -> bool:
        """Tell whether it takes a person in office alone: "rang the president", not "called him a liar"."""
        if moods.is_passive(verb) or any(
            True for _ in clauses.children(verb, "xcomp", "compound:prt", "iobj")
        ):
            return False
        partner = self.partner(verb)
        if partner is None or verb.lemma_ not in {"ring", "call"}:
            return partner is not None
        actor = self.cast.at(partner) or self.cast.actor(partner)
        official = (
            actor is not None and actor.key[0] in {"person", "role"} and self.phrases.standing.official(actor)
        )
        dated = self.phrases.date(verb.i, self.end(verb)) is not None
        return official and (dated or verb.lemma_ == "ring")

    def _spoke(self, verb: Token) -> bool:
        """Tell whether somebody spoke with one in office on a day: leaders far apart do so by telephone."""
        if verb.lemma_ != "speak" or self.phrases.date(verb.i, self.end(verb)) is None:
            return False
        found = clauses.own_subject(verb)
        sides = self.sides(verb, verb.i + 1, found)
        lasted = any(c.lower_ == "for" for o in clauses.children(verb, "obl") for c in o.children)
        if len(sides) == 2 and lasted:  # "the two spoke for an hour on Sunday"
            return True
        for child in clauses.children(verb, "obl"):
            actor = self.cast.at(child) or self.cast.actor(child)
            near = any(t.lower_ in {"to", "with"} for t in self.doc[verb.i + 1 : child.i])
            if near and actor is not None and actor.key[0] in {"person", "role"}:
                return self.phrases.standing.official(actor)
        return False

    def _host(self, verb: Token) -> Phrase | None:
        """Return "hosting leaders from the coalition", "received the prime minister at the palace"."""
        if verb.lemma_ == "receive" and moods.is_passive(verb):
            return self._guest(verb)
        partner = self.partner(verb)
        if verb.lemma_ != "host" and (partner is None or not self._received(verb, partner)):
            return None
        found = clauses.subject(verb)
        if partner is None or clauses.lemma(partner) in gathering_words.NOUNS or not self.leader(partner):
            return None
        if found is None or not self.leader(found):
            return None
        phrase = self.phrase(verb, verb.i, "meeting", found)
        phrase.general = partner.tag_ == "NNS"
        return phrase

    def _guest(self, verb: Token) -> Phrase | None:
        """Return "was received by the king at the palace"."""
        found, host = clauses.subject(verb), clauses.agent(verb)
        if found is None or host is None or not (self.leader(found) and self._received(verb, host)):
            return None
        return self.phrase(verb, verb.i, "meeting", found)

    def _received(self, verb: Token, guest: Token) -> bool:
        """Tell whether a person in office is received somewhere or on a day."""
        actor = self.cast.actor(guest)
        if (
            actor is None
            or actor.key[0] not in {"person", "role"}
            or not self.phrases.standing.official(actor)
        ):
            return False
        end = self.end(verb)
        placed = place_behind(self.cast, verb.i, end, AT | {"to"}) != NOWHERE
        return placed or self.phrases.date(verb.i, end) is not None

    def _convenes(self, verb: Token, found: Token) -> bool:
        """Tell whether the subject can meet without a partner: several people, or a body on a day: "it
        meets in April".
        """
        if self.several(found):
            return True
        party = self.cast.party(found)
        return (
            party is not None
            and party.type == "organization"
            and self.phrases.date(verb.i, self.end(verb)) is not None
        )


def _lemma(token: Token) -> str:
    """Return the lemma; rare verbs are told by their endings."""
    stem = token.lower_.removesuffix("d").removesuffix("s")
    return stem if stem in _RARE else token.lemma_
