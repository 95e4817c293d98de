"""The story of a collection that changes: what an article leaves as it was is not linked again."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.linking.bearing import Bearing, bearing_of
from dateline.linking.changing import own, since
from dateline.linking.claims import Ledger
from dateline.linking.countries import Countries
from dateline.linking.dates import Calendar
from dateline.linking.judged import judged
from dateline.linking.kept import KeptDict, Reading
from dateline.linking.memory import Memory, changes
from dateline.linking.organizations import Organizations
from dateline.linking.parties import Parties
from dateline.linking.people import People
from dateline.linking.summit_groups import Summits
from dateline.linking.timeline import Named, Timeline, Told
from dateline.model import Change, LinkedArticle, NotRecalled, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dateline.linking.memory import Changes, Rows
    from dateline.linking.register import Changed
    from dateline.model import Actor, ActorType, Claim, Ruling, Source, Summit

_LAST = 256  # sources that were read last are not read again


class Linker:
    """A collection's story, kept up to date as articles are added and removed and rulings change.

    Articles are dated first, then date expressions are resolved, then people (with the roles that stand for
    them), countries and organizations are identified, then parties, summits and claims. Each step is told
    what the one before it has changed, and tells what that changes in turn; the story is the same for any way
    that led to the same sources and rulings.
    """

    def __init__(self) -> None:
        self._given: dict[str, Source] = {}  #: as they were extracted
        self._rulings: Sequence[Ruling] = ()
        self._linked: dict[str, LinkedArticle] = {}
        self._memory: Memory | None = None
        self._begin(Bearing())

    @classmethod
    def recalled(cls, rows: Rows, read: Callable[[str, Any], Source]) -> tuple[Linker, Any]:
        """Return a linker that knows what was kept in the rows, and the note that was kept with it.

        read returns the source of an article (its id, and the note) as the linker was last given it. Raises
        NotRecalled, and so does whatever is asked of the linker, where something does not fit: it is of no
        use then.
        """
        linker, memory = cls(), Memory(rows)
        linker._rulings, note = memory.rest
        ids = {id_ for _, id_ in memory.plain["timeline.order"]}
        source = lru_cache(_LAST)(lambda id_: read(id_, note))
        linker._given = KeptDict(Reading(ids, source))
        bearing = bearing_of(linker._rulings, linker._given) if linker._rulings else Bearing()
        linker._begin(bearing, lambda: KeptDict(Reading(ids, lambda id_: bearing.amended(source(id_)))))
        memory.take_up(linker._parts)
        linker._memory = memory
        return linker, note

    def kept(self, note: object) -> Changes:
        """Return what is to be written for `recalled`, with a note of plain values; all is to be settled."""
        ids = (id_ for _, id_ in self._timeline.order)
        return changes(self._parts, ids, (self._rulings, note), self._memory)

    @property
    def _parts(self) -> dict[str, object]:
        """The parts of all that is known, by their names."""
        return {
            "timeline": self._timeline,
            "calendar": self._calendar,
            "people": self._people,
            "countries": self._countries,
            "organizations": self._organizations,
            "parties": self._parties,
            "summits": self._summits,
            "ledger": self._ledger,
        }

    def _begin(self, bearing: Bearing, held: Callable[[], dict[str, Source]] = dict) -> None:
        """Begin with no article, under what rulings come to; held returns a dictionary of sources."""
        self._bearing = bearing
        self._sources = held()  #: as the rulings have them
        self._calendar = Calendar(held())
        self._calendar.choose(bearing.days)
        self._people, self._countries = People(bearing.people, held()), Countries(bearing.countries)
        self._organizations = Organizations(bearing.bodies)
        self._parties = Parties()
        self._summits = Summits(bearing.summits)
        self._ledger = Ledger()
        self._timeline = Timeline()
        self._outdated: set[str] = set()  #: whose linked value shows actors or summits as they were
        self._story: Story | None = None
        self._actors_told: list[Actor] = []  #: that the last update has changed
        self._summits_told: list[Summit] = []

    def update(
        self,
        added: Iterable[Source] = (),
        removed: Iterable[str] = (),
        rulings: Sequence[Ruling] | None = None,
    ) -> Change:
        """Add and remove articles, and take other rulings where some are given; return what that changes.

        A source with the id of one that is there takes its place; unknown ids to remove do nothing.
        """
        new = {source.article.id: source for source in added}
        gone = {id_ for id_ in removed if id_ in self._given} - new.keys()
        replaced = {id_ for id_ in new if id_ in self._given and new[id_] != self._given[id_]}
        for id_ in gone:
            del self._given[id_]
        self._given.update(new)
        before = self._heed(rulings)
        for id_ in (gone | replaced) & self._sources.keys():
            self._remove(id_)
        for id_ in self._given if before is not None else [id_ for id_ in new if id_ not in self._sources]:
            self._add(self._bearing.amended(self._given[id_]))
        ruled = self._ledger.rule(self._rulings)
        redated = self._settle_dates()
        moved = self._settle_actors()
        for id_ in self._parties.settle() | redated | ruled:
            source, dated = self._sources[id_], self._calendar.dated[id_]
            self._summits.show(source, dated.date, self._calendar.resolved[id_], self._parties)
            self._ledger.show(source, dated, self._parties)
        self._summits.settle()
        self._ledger.settle()
        change = self._change(redated | new.keys(), self._ledger.moved(), moved | self._summits.moved(), gone)
        if before is None:
            return change
        self._actors_told, self._summits_told = list(self.story().actors), list(self.story().summits)
        return since(before, self.story(), change)

    def story(self) -> Story:
        """Return the story of all articles, in the order of their dates."""
        if self._story is None:
            for id_ in self._outdated & self._linked.keys():
                self._linked[id_] = self._shown_in(self._linked[id_])
            self._outdated = set()
            actors = [a for cast in self._casts for a in cast.actors.values()]
            self._story = Story(
                articles=Told(self.article, [id_ for _, id_ in self._timeline.order])
                if self._memory is not None
                else {id_: self._linked[id_] for _, id_ in self._timeline.order},
                actors=tuple(sorted(actors, key=lambda actor: (actor.type, actor.id))),
                summits=tuple(sorted(self._summits.summits.values(), key=lambda summit: summit.id)),
                claims=self._ledger.by_id(),
                judged={},
            )
            self._story = replace(self._story, judged=judged(self._rulings, self._story.articles))
        return self._story

    def told(self) -> Story:
        """Return the story with no more actors and summits than the last update has changed.

        Of a linker that was recalled, articles and claims are looked up as they are asked for.
        """
        articles: Mapping[str, LinkedArticle]
        claims: Mapping[str, Claim]
        if self._memory is None:
            articles, claims = self.story().articles, self.story().claims
        else:
            articles = Told(self.article, [id_ for _, id_ in self._timeline.order])
            claims = Named(self._ledger.claim, self._ledger.by_id)
        said = judged(self._rulings, articles)
        return Story(articles, tuple(self._actors_told), tuple(self._summits_told), claims, said)

    def article(self, id_: str) -> LinkedArticle:
        """Return an article as it is linked now; raises KeyError."""
        if id_ not in self._linked or id_ in self._outdated:
            self._linked[id_] = self._link(id_)
            self._outdated.discard(id_)
        return self._linked[id_]

    @property
    def _casts(self) -> tuple[People, Countries, Organizations]:
        return self._people, self._countries, self._organizations

    def _add(self, source: Source) -> None:
        self._sources[source.article.id] = source
        self._calendar.add(source)
        self._countries.add(source)
        self._organizations.add(source)

    def _remove(self, id_: str) -> None:
        source = self._sources.pop(id_)
        self._calendar.remove(source)
        self._countries.remove(source)
        self._organizations.remove(source)
        self._parties.drop(id_)
        self._undate(source)
        self._summits.drop(id_)

    def _undate(self, source: Source) -> None:
        """Take an article from the steps that know it under its date."""
        id_ = source.article.id
        self._timeline.drop(id_)
        self._people.remove(source)
        self._ledger.remove(id_)

    def _heed(self, rulings: Sequence[Ruling] | None) -> Story | None:
        """Heed other rulings, or those there are for other articles.

        Where that changes who is who, all is linked anew; the story before it is returned.
        """
        if rulings is not None and self._rulings != tuple(rulings):
            self._rulings = tuple(rulings)
            self._story = None
        bearing = bearing_of(self._rulings, self._given) if self._rulings else Bearing()
        if bearing == self._bearing:
            return None
        if self._memory is not None:
            raise NotRecalled("the rulings say otherwise who is who")
        before = self.story()
        self._begin(bearing)
        return before

    def _settle_dates(self) -> set[str]:
        """Date the articles; return those whose date is new or told otherwise than before."""
        changed = self._calendar.settle()
        for id_ in changed:
            source, date = self._sources[id_], self._calendar.dated[id_].date
            if self._timeline.dates.get(id_) != date:
                if id_ in self._timeline.dates:
                    self._undate(source)
                self._timeline.put(id_, date)
                self._people.add(source, date)
                self._ledger.add(source, date)
        return changed

    def _settle_actors(self) -> set[str]:
        """Identify the actors; return the articles in which somebody is mentioned otherwise than before."""
        moved: set[str] = set()
        for cast in self._casts:
            cast.settle()
            moved |= cast.moved()
        for id_ in moved:
            self._parties.show(self._sources[id_], *(cast.linked(id_) for cast in self._casts))
        return moved

    def _shown_in(self, article: LinkedArticle) -> LinkedArticle:
        """Return an article with the actors and summits as they are now known, else as it was."""
        id_ = article.article
        return replace(
            article,
            people=self._people.linked(id_),
            countries=self._countries.linked(id_),
            organizations=self._organizations.linked(id_),
            summits=self._summits.linked(id_),
        )

    def _claims_in(self, article: LinkedArticle) -> LinkedArticle:
        """Return an article with its figures and pledges as they are now linked, else as it was."""
        id_ = article.article
        money = self._ledger.money(self._sources[id_])
        return replace(article, money=money, pledges=self._ledger.pledges(id_, self._calendar.resolved[id_]))

    def _link(self, id_: str) -> LinkedArticle:
        dated, resolved = self._calendar.dated[id_], self._calendar.resolved[id_]
        return LinkedArticle(
            article=id_,
            date=dated.date,
            date_basis=dated.basis,
            date_evidence=dated.evidence,
            people=self._people.linked(id_),
            countries=self._countries.linked(id_),
            organizations=self._organizations.linked(id_),
            money=self._ledger.money(self._sources[id_]),
            pledges=self._ledger.pledges(id_, resolved),
            dates=resolved,
            summits=self._summits.linked(id_),
        )

    def _change(self, dated: set[str], claimed: set[str], met: set[str], gone: set[str]) -> Change:
        """Link the articles that may differ in their own rows; return all that has changed.

        These are the articles whose dates may be others, those whose claims and those whose actors or summits
        may be, and those that are no more.
        """
        changed = set()
        moved = (dated | claimed | met) & self._sources.keys()
        sharing = set().union(self._summits.sharing(), *(cast.sharing() for cast in self._casts))
        self._outdated |= sharing
        for id_ in moved:
            before = self._linked.get(id_)
            linked = self._link(id_) if before is None or id_ in dated else before
            if linked is before and id_ in claimed:
                linked = self._claims_in(linked)
            if id_ not in dated and (id_ in met or id_ in self._outdated):
                linked = self._shown_in(linked)
            if before is None or own(linked) != own(before):
                changed.add(id_)
            self._linked[id_] = linked
        for id_ in gone:
            self._linked.pop(id_, None)
        self._outdated -= moved | gone
        casts: tuple[tuple[ActorType, Changed], ...] = (
            ("person", self._people.told()),
            ("country", self._countries.told()),
            ("organization", self._organizations.told()),
        )
        summits, claims = self._summits.summits.told(), self._ledger.told()
        self._actors_told = [actor for _, told in casts for actor in told.changed.values()]
        self._summits_told = list(summits.changed.values())
        if moved or gone or sharing or claims.changed or claims.gone:
            self._story = None
        return Change(
            articles=frozenset(changed),
            sharing=frozenset(sharing - changed),
            removed=frozenset(gone),
            actors=frozenset((kind, id_) for kind, told in casts for id_ in told.changed),
            actors_gone=frozenset((kind, id_) for kind, told in casts for id_ in told.gone),
            summits=frozenset(summits.changed),
            summits_gone=frozenset(summits.gone),
            claims=frozenset(claims.changed),
            claims_gone=frozenset(claims.gone),
        )
