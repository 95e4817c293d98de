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
    administration authority board cabinet delegation executive government leader leadership legislature
    military minister ministry official parliament presidency regime senate treasury force army navy
    diplomat embassy lawmaker member negotiator policymaker premier president chancellor chief commissioner
    secretary state ambassador envoy side team council commission governor
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
    aide adviser advisor spokesman spokeswoman spokesperson representative source office camp lawyer
    director manager campaign
    """
)

#: Plural nouns of those who can act and commit themselves.
GROUPS = words(
    """
    activist agency airline allies ally authority backer bank bishop bloc body boss campaigner candidate
    capital carrier charity coalition colleague commander commissioner committee company conservative
    council country creditor democrat deputy diplomat donor economy employer executive exporter faction
    farmer firm founder fund government governor group guerrilla head importer industry institution
    insurer investor king lawmaker leader legislator lender liberal maker member militant militia minister mp
    nation negotiator neighbour official operator opponent organiser organisation organizer owner parent
    participant partner party people planner policymaker politician power president producer protester
    rebel regulator republican retailer scientist secretary senator separatist shareholder side signatory
    socialist state striker supplier supporter taxpayer teacher tory trader union university utility
    victim volunteer voter worker
    """
)

#: Nouns that name a group although they are singular.
LONE_GROUPS = words(
    """
    public coalition opposition community alliance pair quartet troika consortium duo trio bloc cartel
    """
)

#: Singular nouns of bodies that act, by whatever name: "the Bavarian government", "the city council".
COLLECTIVES = words(
    """
    administration cabinet commission company council executive federation firm government junta ministry
    parliament regime regulator senate treasury union
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
