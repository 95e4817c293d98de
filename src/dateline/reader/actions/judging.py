"""The reader's judgements: said in a box, kept in the library, linked at once, taken back by a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from dateline.library.contradictions import contradiction
from dateline.library.judgements import Judgements, NotKept
from dateline.library.quotes import find, quote
from dateline.library.wording import worded
from dateline.model import Judgement, Quote
from dateline.reader.actions.topic import Topic
from dateline.reader.choices import choices
from dateline.reader.subjects import cues_of, subject_under
from dateline.reader.targets import Target, mentions_of, stand_in, target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.index.collection import Collection
    from dateline.index.rows import Found, Selection
    from dateline.model import JudgementKind
    from dateline.reader.following import Following
    from dateline.reader.screens.judge import Choice

_NONE_YET = "Nothing is open that could be judged."


class Judging(Topic):
    """The keys that judge and take back."""

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self._opened: Judgements | None = None

    @property
    def judgements(self) -> Judgements:
        """The reader's judgements, read when they are first wanted."""
        if self._opened is None:
            self._opened = Judgements.open()
            for message in self._opened.messages:
                self.desk.say(message, severity="warning")
        return self._opened

    def judge(self) -> None:
        """Say what is wrong with what the cursor is on, or what is right about it."""
        from dateline.reader.screens.judge import Judge  # noqa: PLC0415

        target = target_of(self.desk)
        if target is None:
            self.desk.say(_NONE_YET)
            return
        standing = {judgement.id: judgement for judgement in self.judgements.standing()}
        told: list[Judgement] = []
        if target.mention is not None:
            mention, id = target.mention, target.view.article
            why = self.desk.read(lambda c: c.why(id, mention), None)
            told = [standing[id] for id in why.judgements if id in standing] if why else []
        told += [j for j in standing.values() if j.about[0] == Quote(target.view.article, "")]
        self.desk.app.push_screen(Judge(choices(target, told)), lambda choice: self._chosen(target, choice))

    def undo(self) -> None:
        """Take back what was done last in this session, else the last judgement of an earlier one."""
        if self.desk.undos:
            self.desk.undos.pop()()
        else:
            self._take_back()

    def _take_back_again(self, id: str, words: str) -> None:
        """Take a judgement back that was made in this session; one that is gone already gives way."""
        if any(judgement.id == id for judgement in self.judgements.standing()):
            self._take_back(id, words)
        else:
            self.undo()

    def _take_back(self, id: str | None = None, words: str = "") -> None:
        """Take back the last judgement, or one that is named; `words` are what it says."""
        try:
            undone = self.judgements.undo(id)
        except NotKept as error:
            self.desk.say(str(error), severity="error")
            return
        if undone is None:
            self.desk.say("There is nothing to take back.")
        else:
            self._link(f"Taken back: {words or worded(undone)}.", self._target(undone))

    # --- from choice to judgement ------------------------------------------------------------------------

    def _chosen(self, target: Target, choice: Choice | None) -> None:
        """Ask for what a choice still needs, then judge."""
        if choice is None:
            return
        if choice.whole:
            target = target._replace(mention=None)
        if choice.kind == "undo":
            self._take_back(choice.value)
        elif choice.asks == "subject":
            self._ask_subject(target)
        elif choice.asks:
            self._ask_value(target, choice)
        elif choice.kind == "different":
            self._part(target)
        else:
            self._say(choice.kind, [target], choice.value)

    def _ask_subject(self, target: Target) -> None:
        from dateline.reader.screens.judge import SameAs  # noqa: PLC0415

        def done(found: Found | None) -> None:
            if found is not None:
                other = found.selection
                self.desk.ask(
                    "judging",
                    lambda c: stand_in(c, other),
                    lambda two: self._pair("same", target, two, other),
                )

        assert target.selection is not None
        self.desk.app.push_screen(SameAs(self.desk.ask, target.selection), done)

    def _part(self, target: Target) -> None:
        selection = target.selection
        assert selection is not None
        self.desk.ask(
            "judging",
            lambda c: stand_in(c, selection, target),
            lambda two: self._pair("different", target, two, selection),
        )

    def _pair(self, kind: str, one: Target, two: Target | None, selection: Selection) -> None:
        if two is None:
            self.desk.say(f"Nothing else stands for {selection.label}: there is nothing to compare it with.")
        else:
            self._say(kind, [one, two], "")

    def _ask_value(self, target: Target, choice: Choice) -> None:
        from dateline.reader.screens.judge import Say  # noqa: PLC0415

        def done(value: str | None) -> None:
            if value:
                self._say(choice.kind, [target], value)

        if choice.asks == "name":
            label = target.selection.label if target.selection else ""
            box = Say("The name", label, "a name", lambda text: (" ".join(text.split()), ""))
        else:
            day = target.view.date
            box = Say("The date", "", f"a day: {day}, {_example(day)}", lambda text: _day(text, day))
        self.desk.app.push_screen(box, done)

    def _say(self, kind: str, targets: Sequence[Target], value: str) -> None:
        """Judge, unless that contradicts what has been said."""
        about = tuple(self._quote(target) for target in targets)
        new = Judgement("", "", cast("JudgementKind", kind), about, value)
        record = self.judgements.record()
        standing = record.standing()

        def question(c: Collection) -> tuple[Judgement, ...]:
            return contradiction(new, standing, subject_under(c, record))

        self.desk.ask("judging", question, lambda chain: self._keep(new, chain, targets[0]))

    def _quote(self, target: Target) -> Quote:
        """Return the words of a target; of a pledge those of commitment: a sentence may have several."""
        mention, view = target.mention, target.view
        if mention is None:
            return Quote(view.article, "")
        start, end = mention.start, mention.end
        if mention.kind == "pledge":
            found = self.desk.read(
                lambda c: next(cues_of(c, view, mention.selection, start, end), None), None
            )
            start, end = found or (start, end)
        return quote(view.article, view.text, start, end)

    def _keep(self, new: Judgement, chain: tuple[Judgement, ...], target: Target) -> None:
        if chain:
            self._refuse(new, chain)
            return
        try:
            kept = self.judgements.add(new.kind, new.about, new.value)
        except NotKept as error:
            self.desk.say(str(error), severity="error")
            return
        words = worded(kept, target.selection.kind if target.selection else "")
        self.desk.undos.append(lambda: self._take_back_again(kept.id, words))
        self._link(f"{_capital(words)}. {self.desk.key_of('undo')} undoes it.", target)

    def _refuse(self, new: Judgement, chain: tuple[Judgement, ...]) -> None:
        from dateline.reader.screens.text import TextBox  # noqa: PLC0415

        parts = [
            f"It cannot be that {worded(new)}, since you have said:",
            *(f"· {worded(judgement)}  ({judgement.at[:10]})" for judgement in chain),
            f"Take back what is wrong first: {self.desk.key_of('judge')} lists what you have said of it.",
        ]
        self.desk.app.push_screen(TextBox("Refused", parts))

    # --- what follows ------------------------------------------------------------------------------------

    def _link(self, message: str, target: Target | None) -> None:
        """Link anew, and stay at what was judged, whatever it is by then."""
        before = self.desk.place.selection
        self.desk.say(message)
        self.desk.app.runs.relink(lambda: self._stay(before, target))

    def _stay(self, before: Selection | None, target: Target | None) -> None:
        """Select what the judged words stand for now, where what was selected is no more or is renamed."""
        desk = self.desk
        if before is None or before.kind == "search" or desk.place.selection != before:
            return
        now = desk.read(lambda c: _now(c, before, target), None)
        if now is None or now != before or now.label != before.label:
            desk.place = replace(desk.place, selection=before if now is None else now)
            desk.go(replace(desk.place, selection=now), record=False)
            if now is not None:
                desk.fill_sidebar(None)
                desk.article.light(now, desk.mentions_of(desk.place.article))
                desk.refresh_bars()

    def _target(self, judgement: Judgement) -> Target | None:
        """Return where a judgement's words stand, None where they are gone."""

        def question(c: Collection) -> Target | None:
            view = c.article(judgement.about[0].article)
            place = find(judgement.about[0], view.text) if view is not None else None
            if view is None or place is None:
                return None
            return Target(view, next((m for m in c.mentions(view.article) if m.start == place[0]), None))

        return self.desk.read(question, None)


def _now(c: Collection, before: Selection, target: Target | None) -> Selection | None:
    """Return what is to be selected: what was, as it is called now, else what the judged words stand for."""
    found = next(mentions_of(c, before), None)
    if found is not None:
        return found.selection
    if target is None or target.mention is None or target.selection != before:
        return None
    start = target.mention.start
    return next((m.selection for m in c.mentions(target.view.article) if m.start == start), None)


def _day(text: str, near: str) -> tuple[str, str]:
    """Return the day that a text means near another one, as ISO date and in words; raises ValueError."""
    from dateline.reader.date_range import parse  # noqa: PLC0415
    from dateline.reader.days import long_date  # noqa: PLC0415

    dates = parse(text, date.fromisoformat(near))
    if dates.first != dates.last:
        raise ValueError("that is more than a day")
    return dates.first, long_date(dates.first)


def _example(day: str) -> str:
    from dateline.reader.days import short_date  # noqa: PLC0415

    return short_date(day, year=True).lower()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
