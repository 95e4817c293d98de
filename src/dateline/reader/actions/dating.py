"""Which dates the timeline shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.index.rows import DateRange
from dateline.reader import days
from dateline.reader.actions.topic import Topic

if TYPE_CHECKING:
    from dateline.index.rows import Coverage
    from dateline.reader.messages import DatesWanted


class Dating(Topic):
    """The keys that choose, move, narrow and widen the dates."""

    def dates(self) -> None:
        """Ask for a range in words."""
        coverage = self._coverage()
        if coverage is None:
            return
        from dateline.reader.screens.dates import Dates  # noqa: PLC0415

        oldest, newest = days.first_day(coverage[0]), days.first_day(coverage[1])

        def count(dates: DateRange) -> int:
            return sum(
                day.count
                for day in self.desk.read(lambda c: c.days(replace(self.desk.place.filter, dates=dates)), ())
            )

        self.desk.app.push_screen(Dates(oldest, newest, self.desk.place.dates, count), self._chosen)

    def _chosen(self, dates: DateRange | None) -> None:
        if dates is not None:
            self._show(dates if dates.first else None)

    def _show(self, dates: DateRange | None) -> None:
        self.desk.go(replace(self.desk.place, dates=dates))

    def _coverage(self) -> tuple[str, str] | None:
        coverage: Coverage | None = self.desk.read(lambda c: c.coverage(), None)
        if coverage is None or coverage.first is None or coverage.last is None:
            self.desk.say("There are no dates yet.")
            return None
        return coverage.first, coverage.last

    def _newest_month(self) -> DateRange | None:
        coverage = self._coverage()
        return days.month_of(days.first_day(coverage[1])) if coverage else None

    def earlier(self) -> None:
        """Move the range back by its length."""
        self._move(-1)

    def later(self) -> None:
        """Move the range forward by its length."""
        self._move(1)

    def _move(self, step: int) -> None:
        coverage = self._coverage()
        if coverage is None:
            return
        now = self.desk.place.dates
        moved = days.shift(now, step) if now else self._newest_month()
        if moved is None:
            return
        if now and (moved.last < coverage[0] or moved.first > coverage[1]):
            edge = coverage[0] if step < 0 else coverage[1]
            side = "before" if step < 0 else "after"
            self.desk.say(f"There is no article {side} {days.short_date(edge, year=True)}.")
            return
        self._show(moved)

    def narrower(self) -> None:
        """Narrow the range to the next shorter unit around the open article."""
        if self.desk.place.dates is None:
            month = self._newest_month()
            if month:
                self._show(month)
            return
        view = self.desk.article.view
        anchor = days.first_day(view.date) if view else None
        narrowed = days.narrow(self.desk.place.dates, anchor)
        if narrowed == self.desk.place.dates:
            self.desk.say("It is one day already.")
        else:
            self._show(narrowed)

    def wider(self) -> None:
        """Widen the range to the next longer unit, at last to all dates."""
        if self.desk.place.dates is None:
            self.desk.say("All dates are shown already.")
        else:
            self._show(days.widen(self.desk.place.dates))

    def all_dates(self) -> None:
        """Lift the date filter."""
        if self.desk.place.dates is None:
            self.desk.say("All dates are shown already.")
        else:
            self._show(None)

    def take_slice(self, event: DatesWanted) -> None:
        """Show the slice of the histogram that is clicked; the same one again lifts it."""
        coverage = self._coverage()
        if coverage is None:
            return
        first, last = days.first_day(coverage[0]).toordinal(), days.first_day(coverage[1]).toordinal() + 1
        begin = first + int((last - first) * event.first)
        end = max(begin, first + int((last - first) * event.last) - 1)
        dates = DateRange(date.fromordinal(begin).isoformat(), date.fromordinal(end).isoformat())
        self._show(None if dates == self.desk.place.dates else dates)
