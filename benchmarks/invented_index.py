"""An index of as many invented articles as one likes, made without any pipeline."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.index import places
from dateline.index.state import Held, SeenFile, Stamp, State
from dateline.index.version import current_versions
from dateline.index.writer import CollectionWriter
from dateline.model import (
    Actor,
    Article,
    Claim,
    ClaimReport,
    Figure,
    LinkedActor,
    LinkedArticle,
    LinkedFigure,
    LinkedParty,
    LinkedPledge,
    LinkedSummit,
    Mention,
    Office,
    Pledge,
    Story,
    Summit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEADER = "person-0"  #: whom most articles mention
_FIRST = date(2020, 1, 1)
_DAYS = 1500
_OUTLETS = [f"The {name}" for name in ("Quay", "Ledger", "Tide", "Mast", "Harbour Post", "Evening Buoy")]


def make(root: Path, articles: int) -> None:
    """Index so many articles as those below root."""
    writer = CollectionWriter(places.collection_file([root]))
    writer.store(_Invention(articles).state())
    writer.close()


class _Invention:
    """Articles of eight sentences about people, countries, summits and sums, the first ones most often."""

    def __init__(self, articles: int) -> None:
        self._random = random.Random(7)
        self._count = articles
        self._people = [
            Actor("person", f"person-{n}", f"Ida Vale{n}", (f"Vale{n}",))
            for n in range(max(40, articles // 20))
        ]
        self._countries = [Actor("country", f"C{n}", f"Norland{n}") for n in range(80)]
        self._summits = [
            Summit(
                f"summit-{n}",
                f"Port talks {n}",
                "talks",
                "Port",
                f"C{n % 80}",
                (_FIRST + timedelta(n * (_DAYS + 20) // max(1, articles // 10))).isoformat(),
                tuple(self._some(self._people, 3)),
            )
            for n in range(articles // 10)
        ]
        self._reports: dict[str, list[ClaimReport]] = defaultdict(list)
        self._sums: dict[str, Figure] = {}
        self._parties: dict[str, tuple[LinkedParty, LinkedParty]] = {}

    def _some(self, actors: Sequence[Actor], count: int) -> list[str]:
        return [actor.id for actor in self._pick(actors, count)]

    def _pick(self, actors: Sequence[Actor], count: int) -> list[Actor]:
        """Return some actors, those at the front more often, as fame has it."""
        places = {int(len(actors) * self._random.random() ** 4) for _ in range(count)}
        return [actors[place] for place in sorted(places)]

    def state(self) -> State:
        """Return all that the index is to hold."""
        made = [self._article(number) for number in range(self._count)]
        story = Story(
            articles={article.id: linked for article, linked, _ in made},
            actors=(*self._people, *self._countries),
            summits=tuple(self._summits),
            claims={claim.id: claim for claim in map(self._claim, self._reports)},
        )
        files = {
            f"/invented/{n}.txt": SeenFile(Stamp(1, 1), (Held(article.id, None, linked.date),))
            for n, (article, linked, _) in enumerate(made)
        }
        texts = {article.id: (article, sentences) for article, _, sentences in made}
        return State(files, (), texts, story, current_versions(), complete=True)

    def _article(self, number: int) -> tuple[Article, LinkedArticle, list[tuple[int, int]]]:
        day = (_FIRST + timedelta(number * _DAYS // self._count)).isoformat()
        people, countries = self._pick(self._people, 8), self._pick(self._countries, 4)
        summit = self._random.choice(self._summits)
        claim = f"claim-{self._random.randrange(max(1, self._count))}"
        sum_ = f"€{self._random.randrange(1, 400)}m"
        who, whom = countries[0], countries[-1]
        parts = [
            f"{p.name} spoke for hours of the tide, of cranes and of harbours in article {number}."
            for p in people
        ]
        parts.append(f"{who.name} will give {whom.name} {sum_}, {people[0].name} said at {summit.name}.")
        sentences, at = [], 0
        for part in parts:
            sentences.append((at, at + len(part)))
            at += len(part) + 1
        text = " ".join(parts)
        digest = hashlib.sha256(text.encode()).hexdigest()
        start, end = sentences[-1]
        figure = Figure(
            text.index(sum_, start), text.index(sum_, start) + len(sum_), sum_, sum_[1:-1] + "000000", "EUR"
        )
        voice = LinkedParty("person", people[0].id, people[0].name)
        parties = tuple(LinkedParty("country", c.id, c.name) for c in (who, whom))
        self._sums.setdefault(claim, figure)
        self._parties.setdefault(claim, (parties[0], parties[1]))
        self._reports[claim].append(
            ClaimReport(digest, 0, start, end, day, "pledged", sum_, "=", "repeated", voice)
        )
        stated = Pledge(
            start, end, text[start:end], f"give {sum_}", "pledged", None, money=(0,), cue=(start, start + 4)
        )
        linked = LinkedArticle(
            article=digest,
            date=day,
            date_basis="declared",
            people=tuple(
                LinkedActor(p, _mentions(text, p.name), (Office(f"minister of {p.id}", country=who.id),))
                for p in people
            ),
            countries=tuple(LinkedActor(c, _mentions(text, c.name)) for c in countries),
            money=(LinkedFigure(figure, f"sum-{sum_}"),),
            pledges=(LinkedPledge(stated, *parties[:1], voice, parties[1], None, claim),),
            summits=(LinkedSummit(summit, _mentions(text, summit.name)),),
        )
        outlet = self._random.choice(_OUTLETS)
        article = Article(digest, parts[-1][:60], "derived", day, outlet, text, ())
        return article, linked, sentences

    def _claim(self, id: str) -> Claim:
        reports = tuple(self._reports[id])
        articles = tuple(dict.fromkeys(report.article for report in reports))
        pledger, beneficiary = self._parties[id]
        sum_ = self._sums[id].text
        return Claim(
            id,
            "pledge",
            f"{pledger.name} → {beneficiary.name} {sum_} pledged",
            articles,
            pledger=pledger,
            beneficiary=beneficiary,
            figure=self._sums[id],
            sum=sum_,
            action=f"give {sum_}",
            status="pledged",
            reports=reports,
            article_count=len(articles),
            outlet_count=1,
            speaker_count=1,
        )


def _mentions(text: str, words: str) -> tuple[Mention, ...]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Mention(at, at + len(words), words, "name", "invented"))
        at = text.find(words, at + 1)
    return tuple(found)
