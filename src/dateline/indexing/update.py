"""From what has changed in a collection's files to a new state of its index, in steps that can be left."""

from __future__ import annotations

import contextlib
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import coding, config
from dateline.index.extractions import Kept
from dateline.index.state import UNFINISHED, SeenFile, State, modified_of
from dateline.index.version import current_versions
from dateline.indexing import parallel, steps
from dateline.indexing.anchoring import anchor, fingerprint
from dateline.indexing.links import Links
from dateline.indexing.opened import open_file
from dateline.indexing.pace import Pace, keeping
from dateline.indexing.recalled import RecalledArticles, Texts
from dateline.indexing.succession import Successions
from dateline.indexing.survey import stamp_of
from dateline.library.judgements import NotKept
from dateline.model import Problem
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence

    from dateline.index.extractions import ExtractionStore
    from dateline.index.state import Inventory
    from dateline.index.version import Versions
    from dateline.index.writer import CollectionWriter
    from dateline.indexing.opened import Opened
    from dateline.indexing.runner import Report, Stopped
    from dateline.indexing.survey import Survey
    from dateline.library.judgements import Judgements
    from dateline.model import Article, Extraction


class Update:
    """One pass over what a survey found; the index is valid and readable at every moment of it."""

    def __init__(
        self,
        writer: CollectionWriter,
        store: ExtractionStore,
        inventory: Inventory,
        found: Survey,
        judgements: Judgements,
        *,
        report: Report,
        stopped: Stopped,
        jobs: int = 1,
        anew: bool = False,
    ) -> None:
        """Take what a run works with; `anew`: whether all is to be linked anew, whatever linking knew."""
        self._writer = writer
        self._store = store
        self._inventory = inventory
        self._survey = found
        self._judgements = judgements
        self._report = report
        self._stopped = stopped
        self._versions = current_versions()
        self._model = config.model()
        self._jobs = jobs
        self._anew = anew
        self._files: dict[str, SeenFile] = {}  # what is known of each file by now
        self._opened: dict[str, Opened] = {}
        self._kept: MutableMapping[str, Kept] = {}
        self._made: dict[str, str] = {}  # digests of what is kept
        self._queue: dict[str, Article] = {}  # to be extracted
        self._under_way: dict[str, Article] = {}  # being extracted in other processes
        self._failures: dict[str, str] = {}  # what the extractor said of articles that break it
        self._successions = Successions(inventory)
        self._total = self._done = 0
        self._pace = Pace()
        self._links = Links(writer)

    def run(self) -> bool:
        """Do the work; return False if it was told to stop before the end.

        Raises NotRecalled where what linking knew turns out to be of no use: it is then to be done `anew`.
        """
        with keeping():
            to_load = deque(self._unchanged() if not self._anew and self._take_up() else self._recall())
        self._pace = Pace(0 if self._links.stored else len(self._kept))
        self._total = len(to_load) + len(self._queue)
        self._report({"event": "counted", "total": self._total})
        while to_load or self._queue:
            if self._stopped():
                return False
            if self._jobs > 1 and len(to_load) + len(self._queue) > parallel.LONG:
                self._extract_elsewhere(to_load)
            elif to_load and len(self._queue) < self._pace.batch:
                self._load(to_load.popleft())
            else:
                self._extract()
            if (to_load or self._queue) and self._pace.is_due(self._done):
                self._link(complete=False)
        self._link(complete=True)
        return True

    # --- what there is already

    def _take_up(self) -> bool:
        """Take up what linking knew at the end of the last run, if that is of what there is now."""
        if not self._inventory.complete or self._inventory.versions != self._versions:
            return False
        held = {held.article for seen in self._inventory.files.values() for held in seen.held}
        made = self._store.made(held)
        kept = RecalledArticles(self._store, made)
        if made.keys() != held or not self._links.take_up(kept, made):
            return False
        self._made, self._kept = made, kept
        return True

    def _unchanged(self) -> list[str]:
        """Take up the files of which all articles are known; return those to load, new ones first."""
        changed = set(self._survey.changed)
        for path in self._survey.files:
            seen = self._survey.touched.get(path) or self._inventory.files.get(path)
            if seen is not None:
                there = path not in changed or path in self._survey.absent
                self._files[path] = seen if there else seen._replace(stamp=UNFINISHED)
        changed -= self._survey.absent
        return sorted(changed, key=lambda path: (path in self._files, path))

    def _recall(self) -> list[str]:
        """Take up what earlier runs left; return the files to load, new ones first.

        What is known of a file that is to be loaded stays until it is; articles of another extractor stay and
        are queued.
        """
        changed = set(self._survey.changed)
        loader = self._inventory.versions and self._inventory.versions.loader
        for path in self._survey.files:
            seen = self._survey.touched.get(path) or self._inventory.files.get(path)
            if seen is None:
                continue
            kept = self._recall_articles(seen)
            known = len(kept) == len(seen.held) and all(k.loaded for k in kept)
            if path in self._survey.absent:  # what there is of it shows on; it is read when it is back
                here = {k.article.id for k in kept}
                held = tuple(h for h in seen.held if h.article in here)
                self._files[path] = seen._replace(held=held, stamp=seen.stamp if known else UNFINISHED)
                continue
            if path in changed or not known or (loader != self._versions.loader and not seen.held):
                changed.add(path)
                self._files[path] = seen._replace(stamp=UNFINISHED)
                continue
            self._files[path] = seen
            self._queue.update({k.article.id: k.article for k in kept if not k.extracted})
        return sorted(changed, key=lambda path: (path in self._files, path))

    def _recall_articles(self, seen: SeenFile) -> list[Kept]:
        ids = [held.article for held in seen.held]
        self._get(id_ for id_ in ids if id_ not in self._kept)
        return [self._kept[id_] for id_ in ids if id_ in self._kept]

    def _get(self, ids: Iterable[str]) -> None:
        """Take up what the store has for articles."""
        for id_, kept in self._store.get(ids):
            self._kept[id_], self._made[id_] = kept, kept.made

    # --- what is new

    def _load(self, path: str) -> None:
        """Load a file and queue those of its articles that are not extracted yet."""
        opened, articles = open_file(self._survey.files[path])
        for article in articles:
            if not self._is_extracted(article):
                opened.waiting.add(article.id)
                if article.id not in self._under_way:
                    self._queue[article.id] = article
        number = len({article.id for article in articles})
        self._total += max(0, number - 1)
        self._opened[path] = opened
        self._successions.expect(article.id for article in articles)
        self._tell_done(path, max(1, number) - len(opened.waiting))
        if not opened.waiting:
            self._finish(path)

    def _is_extracted(self, article: Article) -> bool:
        if article.id not in self._kept:
            self._get([article.id])
        kept = self._kept.get(article.id)
        return kept is not None and kept.extracted

    def _finish(self, path: str) -> None:
        self._files[path] = self._opened.pop(path).seen()

    def _extract(self) -> None:
        """Extract and store the next few articles of the queue."""
        batch = [self._queue.pop(id_) for id_ in self._pace.next_batch(self._queue)]
        self._keep(batch, *steps.extract_each(batch, self._model))

    def _extract_elsewhere(self, to_load: deque[str]) -> None:
        """Load and extract all that is left, or as much as is wanted, in several processes.

        Should one of them end early, what is left is done in this one.
        """
        found = parallel.extract_batches(self._batches(to_load), self._jobs, self._model)
        try:
            with contextlib.closing(found):  # type: ignore[type-var]  # it is a generator
                for encoded, failed in found:
                    results = [(self._under_way[id_], coding.decode_extraction(e)) for id_, e in encoded]
                    batch = [self._under_way.pop(id_) for id_ in (*dict(encoded), *failed)]
                    self._keep(batch, results, failed)
                    if self._stopped():
                        return
                    if self._pace.is_due(self._done):
                        self._link(complete=False)
        except ChildProcessError:
            self._jobs = 1
        finally:  # what has not come back is still to be done
            self._queue = self._under_way | self._queue
            self._under_way = {}

    def _batches(self, to_load: deque[str]) -> Iterator[list[Article]]:
        """Load files as batches of their articles are asked for."""
        while not self._stopped():
            while to_load and len(self._queue) < self._pace.batch:
                self._load(to_load.popleft())
            if not self._queue:
                return
            batch = [self._queue.pop(id_) for id_ in self._pace.next_batch(self._queue)]
            self._under_way.update((article.id, article) for article in batch)
            yield batch

    def _keep(
        self,
        batch: Sequence[Article],
        results: Sequence[tuple[Article, Extraction]],
        failed: Mapping[str, str],
    ) -> None:
        made = self._store.put(results)
        self._made |= made
        for article, extraction in results:
            self._kept[article.id] = Kept(article, extraction, True, True, made[article.id])
        for article in batch:
            self._settle(article, failed.get(article.id))

    def _settle(self, article: Article, failure: str | None) -> None:
        """Note in all files that hold an article that it has been extracted, or has failed."""
        waiting = [path for path, opened in self._opened.items() if article.id in opened.waiting]
        for path in waiting:
            self._opened[path].waiting.discard(article.id)
            if not self._opened[path].waiting:
                self._finish(path)
            self._tell_done(path, 1)
        if not waiting:
            self._tell_done(article.title, 1)
        if failure:
            self._failures[article.id] = failure

    def _tell_done(self, path: str, articles: int) -> None:
        if articles:
            self._done += articles
            name = clean(Path(path).name)
            self._report({"event": "indexed", "done": self._done, "total": self._total, "name": name})

    # --- the story

    def _link(self, *, complete: bool) -> None:
        """Link and store all that is extracted by now, unless what is listed would vanish for a while."""
        files = {path: seen for path in self._survey.files if (seen := self._visible(path))}
        modified = modified_of(files)
        if not complete and (not modified or any(id_ not in self._kept for id_ in modified)):
            return
        with self._pace.linking(self._done):
            succeeded = self._successions.find(files)
            for old, new in succeeded:
                with contextlib.suppress(NotKept):  # who judges next is told
                    self._judgements.succeed(old, new)
            record = self._judgements.record()
            rulings = anchor(record, lambda id_: self._kept[id_].article.text if id_ in modified else None)
            given = {id_: (self._made[id_], day) for id_, day in modified.items()}
            story, change = self._links.again(given, self._kept, rulings)
            self._writer.store(
                State(
                    files,
                    self._survey.problems,
                    texts=Texts(self._kept, modified),
                    story=story,
                    change=change,
                    versions=self._versions_shown(complete),
                    complete=complete,
                    judged=fingerprint(record, modified),
                    succeeded=self._successions.untold,
                )
            )
            self._links.stored = True
        self._hand_over()
        for old, new in succeeded:
            self._report({"event": "superseded", "old": old, "new": new})
        self._report({"event": "linked", "articles": len(modified)})
        if complete:
            self._links.keep()

    def _visible(self, path: str) -> SeenFile | None:
        """Return what can be shown of a file by now, None where it is nothing yet."""
        seen = self._files.get(path) or (self._opened[path].seen() if path in self._opened else None)
        failed = [held.article for held in seen.held if held.article in self._failures] if seen else []
        if seen is None or not failed:
            return seen
        return SeenFile(
            stamp_of(self._survey.files[path], with_problems=True),
            tuple(held for held in seen.held if held.article not in failed),
            (*seen.problems, *(_failed(path, self._failures[id_]) for id_ in failed)),
            seen.digest,
        )

    def _versions_shown(self, complete: bool) -> Versions:
        """Return the versions to keep with the story: the old ones for as long as old results are in it."""
        if complete or self._inventory.versions is None:
            return self._versions
        return self._inventory.versions._replace(folding=self._versions.folding)

    def _hand_over(self) -> None:
        """Tell the library of what took another one's place: bookmark and note follow."""
        if self._successions.tell():
            self._writer.forget_successions()


def _failed(path: str, failure: str) -> Problem:
    return Problem(clean(path), f"its text cannot be analysed ({clean(failure)})", "report it, with the file")
