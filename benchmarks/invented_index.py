"""An index of as many invented articles as one likes, made without any pipeline.

In memory the articles are short. On disk they are files of 150 to 600 words, of which one in twelve is what
another outlet has printed before: what is measured with them is what a reader would have.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from dataclasses import replace
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
COMMON, RARE = "Vale0", "keel0"  #: words of two thirds of the articles, and of seven or so
_COPIED, _SHARING = 12, 7  # one article in so many is a copy; so many have a rare word in common
_FIRST = date(2020, 1, 1)
_DAYS = 1500
_SYLLABLES = (
    "ba",
    "do",
    "fe",
    "gi",
    "ka",
    "lo",
    "mu",
    "ne",
    "pa",
    "ri",
    "so",
    "ta",
    "ve",
    "wi",
    "bren",
    "stal",
)
_OUTLETS = [f"The {name}" for name in ("Quay", "Ledger", "Tide", "Mast", "Harbour Post", "Evening Buoy")]


def make(root: Path, articles: int, *, on_disk: bool = False) -> None:
    """Index so many articles as those below root; on disk, write their files there, too."""
    writer = CollectionWriter(places.collection_file([root]))
    writer.store(_Invention(articles, root, on_disk=on_disk).state())
    writer.close()


_Made = tuple[Article, LinkedArticle, list[tuple[int, int]]]


class _Invention:
    """Articles of eight sentences about people, countries, summits and sums, the first ones most often."""

    def __init__(self, articles: int, root: Path, *, on_disk: bool = False) -> None:
        self._random = random.Random(7)
        self._count = articles
        self._root = root
        self._on_disk = on_disk
        self._words = ["".join(self._random.choices(_SYLLABLES, k=3)) for _ in range(8000)]
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
            for n in range(max(1, articles // 10))
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
        made = self._articles()
        story = Story(
            articles={article.id: linked for article, linked, _ in made},
            actors=(*self._people, *self._countries),
            summits=tuple(self._summits),
            claims={claim.id: claim for claim in map(self._claim, self._reports)},
        )
        files = {
            str(path): SeenFile(self._stamp(path, article), (Held(article.id, None, linked.date),))
            for n, (article, linked, _) in enumerate(made)
            if (path := self._root / f"{n // 1000:03}" / f"{n:06}.txt")
        }
        texts = {article.id: (article, sentences) for article, _, sentences in made}
        return State(files, (), texts, story, current_versions(), complete=True)

    def _stamp(self, path: Path, article: Article) -> Stamp:
        """Return what tells an article's file from a later version of it, written if so wished."""
        if not self._on_disk:
            return Stamp(1, 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Title: {article.title}\nDate: {article.declared_date}\n\n{article.text}\n", encoding="utf-8"
        )
        status = path.stat()
        return Stamp(status.st_size, status.st_mtime_ns)

    def _articles(self) -> list[_Made]:
        """Return the articles by number; one in twelve is a copy of one before it, if they are on disk."""
        made: list[_Made] = []
        for number in range(self._count):
            if self._on_disk and number % _COPIED == _COPIED - 1:
                made.append(self._copy(*made[number - self._random.randrange(1, _COPIED)]))
            else:
                made.append(self._article(number))
        return made

    def _copy(self, article: Article, linked: LinkedArticle, sentences: list[tuple[int, int]]) -> _Made:
        """Return an article as another outlet prints it on the same day; its pledges are no reports anew."""
        text = f"{article.text} Printed again, as number {self._random.random()}."
        digest = hashlib.sha256(text.encode()).hexdigest()
        again = replace(article, id=digest, text=text, outlet=self._random.choice(_OUTLETS))
        return again, replace(linked, article=digest), [*sentences, (len(article.text) + 1, len(text))]

    def _filling(self, number: int) -> list[str]:
        """Return sentences that mention nobody, of words of which a few are frequent, as in any language."""
        if not self._on_disk:
            return []
        places = (int(len(self._words) * self._random.random() ** 3) for _ in range(10**9))
        words = (self._words[place] for place in places)
        count = self._random.randint(6, 38)
        lines = [f"In {' '.join(next(words) for _ in range(12))}." for _ in range(count)]
        return [*lines, f"They spoke of keel{number // _SHARING}."]

    def _article(self, number: int) -> _Made:
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
        parts += self._filling(number)
        sentences, at = [], 0
        for part in parts:
            sentences.append((at, at + len(part)))
            at += len(part) + 1
        text = " ".join(parts)
        digest = hashlib.sha256(text.encode()).hexdigest()
        start, end = sentences[len(people)]
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
        article = Article(digest, parts[len(people)][:60], "derived", day, outlet, text, ())
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
