"""Runs of the index as the reader follows them: when they are started, what they tell, what they brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.collection import Collection
    from dateline.reader.application import DatelineApp

_NAMED = 3  # feeds that gave no answer, that are named


class Runs:
    """One run at a time, in the app's indexer; what is judged meanwhile asks for a further one."""

    def __init__(self, app: DatelineApp) -> None:
        self.app = app
        self._after_run: list[Callable[[], object]] = []  # what waits for the next run's end
        self._ask_next = False  # whether the feeds are to be asked when the present run is over
        self._changed = 0  # articles that took the place of others in the present run
        self._failures: dict[str, str] = {}  # by feed, what went wrong when it was last asked
        self._silent: list[str] = []  # the feeds that gave no answer in the present run

    def look_for_changes(self, *, tell: bool = False, ask: bool = False) -> None:
        """Start a run of the index where files are new or changed; `tell` says so where none are.

        With `ask` the feeds of the collection are asked first.
        """
        if self.app.indexer is None:
            return
        if self.app.indexer.running:
            self._ask_next = self._ask_next or ask
            if tell:
                self.app.desk.say(
                    "The articles are being read" + ("; then the feeds are asked." if ask else ".")
                )
            return
        verify = self.app.indexer.verify

        def question(_collection: Collection) -> tuple[bool, list[str]]:
            from dateline import indexing  # noqa: PLC0415
            from dateline.library.judgements import Judgements  # noqa: PLC0415

            wrong = Judgements.open().messages
            return ask or verify or indexing.needs_run(self.app.roots), wrong

        def answer(found: tuple[bool, list[str]]) -> None:
            needed, wrong = found
            for message in wrong:
                self.app.notify(message, severity="warning", markup=False, timeout=10)
            if needed:
                self.app.run_worker(self._follow(ask=ask), group="index", exclusive=True, exit_on_error=False)
            elif tell:
                self.app.desk.say("Nothing has changed.")

        self.app.watcher.ask("changes", self.app, question, answer, self.app.desk.report)

    def relink(self, then: Callable[[], object]) -> None:
        """Link anew, as the reader has judged; `then` is called when that can be seen."""
        if self.app.indexer is None:
            return
        self._after_run.append(then)
        if not self.app.indexer.running:
            self.app.run_worker(self._follow(), group="index", exclusive=True, exit_on_error=False)

    async def _follow(self, *, ask: bool = False) -> None:
        """Follow a run, and a further one for what the reader judges meanwhile."""
        again = True
        while again:
            waiting, self._after_run = self._after_run, []
            await self._follow_one(ask=ask, quietly=bool(waiting) and not ask)
            for then in waiting:
                then()
            ask, self._ask_next = self._ask_next, False
            again = bool(self._after_run) or ask

    async def _follow_one(self, *, ask: bool, quietly: bool) -> None:
        assert self.app.indexer is not None
        if not quietly:
            self.app.desk.progress.show(0, 0, "")
            self.app.desk.tell_empty()
        tell = self._follow_quietly if quietly else self.tell
        before, self._changed, self._silent = self._count(), 0, []
        try:
            wrong = await self.app.indexer.follow(tell, ask=ask)
        except Exception as error:  # the worker's edge: whatever it is, the reader is told
            wrong = f"the index could not be followed: {error}"
        self.app.desk.progress.hide()
        if wrong is not None:
            self.app.run_problems.append(wrong)
            self.app.desk.say(wrong, severity="error")
        self.app.reread()
        if wrong is None and not quietly:
            self._tell_news(before, asked=ask)

    def _count(self) -> int:
        """Return how many articles there are."""
        coverage = self.app.desk.title_bar.standing.coverage
        return coverage.articles if coverage else 0

    def _tell_news(self, before: int, *, asked: bool) -> None:
        """Say what a run has brought to a collection that had articles before."""
        more = self._count() - before
        found = {"new": max(0, more), "changed": self._changed, "gone": max(0, -more)}
        words = [f"{count:,} article{'s' * (count != 1)} {what}" for what, count in found.items() if count]
        if before and words:
            unread = f"; {self.app.desk.key_of('next-unread')} reads on" if more > 0 or self._changed else ""
            self.app.desk.say(f"{', '.join(words)}{unread}.")
        elif asked:
            self.app.desk.say("Nothing is new.")
        if self._silent:
            named = ", ".join(self._silent[:_NAMED]) + (" …" if len(self._silent) > _NAMED else "")
            count = f"{len(self._silent):,} feed{'s' * (len(self._silent) != 1)}"
            told = f"{count} gave nothing: {named}. {self.app.desk.key_of('problems')} says why."
            self.app.desk.say(told, severity="warning")

    def _follow_quietly(self, event: dict[str, Any]) -> None:
        """Show what a short run tells: its progress is no news."""
        if event["event"] not in ("counted", "indexed"):
            self.tell(event)

    def tell(self, event: dict[str, Any]) -> None:
        """Show what the run tells."""
        event = {part: clean(told) if isinstance(told, str) else told for part, told in event.items()}
        match event["event"]:
            case "counted":
                self.app.desk.progress.show(0, int(event.get("total", 0)), "starting …")
            case "indexed":
                self.app.desk.progress.show(
                    int(event.get("done", 0)), int(event.get("total", 0)), str(event.get("name", ""))
                )
            case "asked":
                self._tell_asked(event)
            case "linked":
                self.app.reread()
            case "superseded":
                self._changed += 1
                self.app.desk.take_over(str(event.get("old", "")), str(event.get("new", "")))
            case "waiting":
                self.app.desk.progress.show(0, 0, "waiting for another dateline that reads the same articles")
            case "rebuilt":
                self.app.desk.say(f"The index is made anew: {event.get('reason', '')}")
            case "failed":
                words = [str(event.get(part, "")) for part in ("path", "reason", "advice")]
                self.app.run_problems.append("\n".join(word for word in words if word))
                self.app.desk.say(f"The articles could not be indexed: {words[1]}", severity="error")

    def _tell_asked(self, event: dict[str, Any]) -> None:
        name = str(event.get("name", ""))
        done, total = int(event.get("done", 0)), int(event.get("total", 0))
        self.app.desk.progress.show(done, total, name, "Asking feeds")
        problems = self.app.run_problems
        problems[:] = [problem for problem in problems if problem != self._failures.get(name)]
        self._failures.pop(name, None)
        if failure := event.get("failure"):
            self._failures[name] = f"{name}\n{failure}"
            problems.append(self._failures[name])
            self._silent.append(name)
