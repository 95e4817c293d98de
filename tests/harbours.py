"""A made-up collection with claims and summits, in a real index: for dossiers, ledger and summits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import fakes
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.writer import CollectionWriter
from dateline.model import (
    Claim,
    ClaimReport,
    Figure,
    LinkedActor,
    LinkedParty,
    LinkedSummit,
    Mention,
    Office,
    Summit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dateline.index.state import State

FIRST = (
    "Ada Quill pledged €5m to the Harbour League at the Port talks. The Norland premier smiled. "
    "Bram Östlund met her. Nobody else did."
)
SECOND = "Norland will give the Harbour League €5.1m, said Bram Östlund. [/] It [@click=app.quit]will[/]."
THIRD = "Ada Quill pledged €5m to the Harbour League. The talks in Port were long."
FOURTH = "港の人 Norland refused to pay $2bn for 会議, Cara de Witt said. The Quay dinner will be on Friday."

NORLAND = LinkedParty("country", "NL", "Norland")
LEAGUE = LinkedParty("organization", "harbour-league", "Harbour League")
GROUP = LinkedParty("group", None, "会議の人々")
ADA = LinkedParty("person", "ada-quill", "Ada Quill")
BRAM = LinkedParty("person", "bram-östlund", "Bram Östlund")
CARA = LinkedParty("person", "cara-de-witt", "Cara de Witt")
DINNER = Summit("2031-07-04-quay-dinner", "Quay [/] dinner", "meeting", "Quay", "NL", "2031-07-04", ("NL",))
VISIT = Summit("visit", "Visit of 会議の人々", "visit", None, None, None, ())


def tellings() -> list[fakes.Telling]:
    """Return the articles."""
    premier = Office("premier", country="NL")
    money = [
        fakes.telling(FIRST, "2031-04-05", claims={"€5m": "five"}, outlet="The Quay"),
        fakes.telling(
            SECOND, "2031-04-07", claims={"€5.1m": "more"}, outlet="Morning Ledger", title="[/] Other"
        ),
        fakes.telling(THIRD, "2031-05-01", claims={"€5m": "five"}, basis="inferred"),
        fakes.telling(FOURTH, "2031-06-01", claims={"$2bn": "two"}, outlet="港の新聞"),
    ]
    pledged = [("pledged", "gift"), ("will give", "gift"), ("pledged", "gift"), ("refused", "refusal")]
    found = []
    for telling, (cue, claim) in zip(money, pledged, strict=True):
        sentence = next(
            telling.article.text[a:b]
            for a, b in fakes.sentences(telling.article.text)
            if cue in telling.article.text[a:b]
        )
        pledge = fakes.pledge(telling.article.text, sentence, cue, claim)
        found.append(replace(telling, linked=replace(telling.linked, pledges=(pledge,))))
    found[0] = _calling(found[0], "The Norland premier", premier)
    found[3] = _meeting(found[3], {"The Quay dinner": DINNER, "会議": VISIT})
    return found


def _calling(telling: fakes.Telling, phrase: str, office: Office) -> fakes.Telling:
    """Return the article with an office and a phrase that stands for its first person."""
    first, *others = telling.linked.people
    said = [replace(m, kind="role") for m in fakes.mentions(telling.article.text, phrase)]
    changed = LinkedActor(first.actor, (*first.mentions, *said), (office,))
    return replace(telling, linked=replace(telling.linked, people=(changed, *others)))


def _meeting(telling: fakes.Telling, summits: dict[str, Summit]) -> fakes.Telling:
    def said(words: str) -> tuple[Mention, ...]:
        return fakes.mentions(telling.article.text, words)

    linked = tuple(LinkedSummit(summit, said(words)) for words, summit in summits.items())
    return replace(telling, linked=replace(telling.linked, summits=linked))


def _report(
    telling: fakes.Telling, sum_: str, stage: str, speaker: LinkedParty, *, sign: str = "=", copy_of: str = ""
) -> ClaimReport:
    pledge = telling.linked.pledges[0].pledge
    return ClaimReport(
        telling.id,
        0,
        pledge.start,
        pledge.end,
        telling.linked.date,
        status="refused" if stage == "refused" else "pledged",
        sum=sum_,
        sign=sign,  # type: ignore[arg-type]
        stage=stage,  # type: ignore[arg-type]
        speaker=speaker,
        copy_of=copy_of or None,
    )


def _figure(text: str, amount: str, currency: str) -> Figure:
    return Figure(0, len(text), text, amount, currency)


def claims(told: Sequence[fakes.Telling]) -> list[Claim]:
    """Return the claims of the articles."""
    first, second, third, fourth = told
    gift = Claim(
        "gift",
        "pledge",
        "Norland → Harbour League €5m pledged",
        (first.id, second.id, third.id),
        pledger=NORLAND,
        beneficiary=LEAGUE,
        figure=_figure("€5m", "5000000", "EUR"),
        sum="€5m",
        action="build a harbour",
        status="pledged",
        reports=(
            _report(first, "€5m", "first", ADA),
            _report(second, "€5.1m", "raised", BRAM, sign="≈"),
            _report(third, "€5m", "repeated", ADA, copy_of=first.id),
        ),
        article_count=2,
        outlet_count=2,
        speaker_count=2,
    )
    refusal = Claim(
        "refusal",
        "pledge",
        "Norland → 会議の人々 $2bn refused",
        (fourth.id,),
        pledger=NORLAND,
        beneficiary=GROUP,
        figure=_figure("$2bn", "2000000000", "USD"),
        sum="$2bn",
        action="pay for 会議",
        status="refused",
        reports=(_report(fourth, "$2bn", "refused", CARA),),
        article_count=1,
        outlet_count=1,
        speaker_count=1,
        judged="confirmed",
    )
    return [gift, refusal]


def state() -> State:
    """Return all that the index is to hold."""
    told = tellings()
    found = fakes.state(told, claims(told))
    summits = (replace(fakes.TALKS, participants=("ada-quill", "bram-östlund")), DINNER, VISIT)
    return replace(found, story=replace(found.story, summits=summits))


def store(root: Path) -> Callable[[], Collection]:
    """Index the collection; return what opens it."""
    roots = [root / "harbour"]
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(state())
    writer.close()
    return partial(Collection.open, roots)
