"""Closed lists of the nouns by which news names those who act: governments, groups, bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: With a country or a body before or behind them ("the Brazilian government", "G8 ministers") they stand
#: for it.
GOVERNMENT = words(
    """
    administration ambassador army authority board cabinet chancellor chief commission commissioner
    council delegation diplomat embassy envoy executive force government governor lawmaker leader
    leadership legislature member military minister ministry navy negotiator official parliament
    policymaker premier presidency president regime secretary senate side state team treasury
    """
)

#: Those of them that stand for a state without a name beside them: "the government", "his country", "the
#: army".
STATE_WORDS = words(
    "administration army authority country government military nation navy parliament regime treasury"
)

#: Who speaks for another: the one behind "for", "of" or before them is meant.
STAFF = words(
    """
    adviser advisor aide camp campaign director lawyer manager office representative source spokesman
    spokesperson spokeswoman
    """
)

#: Plural nouns of those who can act and commit themselves.
GROUPS = words(
    """
    activist agency airline allies ally authority backer bank bishop bloc body boss campaigner candidate
    capital carrier charity coalition colleague commander commissioner committee company conservative
    council country creditor democrat deputy diplomat donor economy employer executive exporter faction
    farmer firm founder fund government governor group guerrilla gunman head hijacker importer industry
    institution insurer investor judge kidnapper king lawmaker leader legislator lender liberal maker
    member militant militia minister mp nation negotiator neighbour official operator opponent
    organisation organiser organizer owner parent participant partner party people pilot planner
    policymaker politician power president producer prosecutor protester rebel regulator republican
    retailer scientist secretary senator separatist shareholder side signatory socialist state striker
    supplier supporter taxpayer teacher tory trader union university utility victim volunteer voter
    worker
    """
)

#: Nouns that name a group although they are singular.
LONE_GROUPS = words(
    """
    alliance bloc cartel coalition community consortium duo opposition pair public quartet trio troika
    """
)

#: Singular nouns of bodies that act, by whatever name: "the Bavarian government", "the city council".
COLLECTIVES = words(
    """
    administration army cabinet commission company council court executive federation firm government
    junta leadership militia ministry navy parliament police regime regulator senate treasury union
    """
)

#: Continents and regions are no actors, yet news lets them act and be helped.
PLACES_AS_GROUPS = frozenset(
    {"Europe", "Africa", "Asia", "Scotland", "Wales", "England", "Gaza", "Gibraltar"}
)

QUANTIFIERS = frozenset(
    {"some", "many", "most", "several", "all", "both", "more", "dozens", "scores", "half", "none"}
)

#: "the commission", "the bloc": the organization named before; True where the name need not hold the word.
DEFINITE_BODIES = {
    "agency": True, "alliance": True, "association": False, "bank": False, "bloc": True, "board": True,
    "body": True,
    "charity": True,
    "club": True, "commission": False, "committee": False, "company": True, "council": False,
    "department": False,
    "executive": False, "firm": True, "foundation": False, "fund": False, "group": True, "institution": True,
    "league": False, "ministry": False, "organisation": True, "organization": True, "party": True,
    "regulator": True,
    "retailer": True, "union": False, "watchdog": True, "carrier": True, "airline": True,
}  # fmt: skip


def is_group(head: Token, lemma: str) -> bool:
    """Tell whether the noun names a group that can act: plural, collective, or a region that stands for
    its states.
    """
    if head.tag_ in {"NNS", "NNPS"} and (lemma in GROUPS or lemma in GOVERNMENT or lemma in STAFF):
        return True
    if lemma == "world":
        return head.i > 0 and head.nbor(-1).lower_ in {
            "developing",
            "industrialised",
            "arab",
            "muslim",
            "western",
        }
    return lemma in LONE_GROUPS or head.text in PLACES_AS_GROUPS
