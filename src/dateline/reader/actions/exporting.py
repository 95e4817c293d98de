"""What is written out: ledger, mentions, dossier, timeline, graph, and the screen itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dateline.reader import exporter
from dateline.reader.actions.topic import Topic
from dateline.reader.days import describe
from dateline.reader.screens.export import Export
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.index.rows import LedgerFilter, LedgerOrder, Selection
    from dateline.reader.following import Following
    from dateline.reader.screens.ledger import LedgerScreen

_ACTORS = ("person", "country", "organization")
_CLAIMS = ("figure", "pledge")
_LEDGER = ("csv", "md", "json")
_MOST_LETTERS = 40  #: of a name in a file's name


def today() -> date:
    """Return the day that stands in a file's name."""
    return date.today()


class Exporting(Topic):
    """The key that exports."""

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self._under_way: set[Path] = set()  # files that are being written

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return bool(self._under_way)

    def export(self) -> None:
        """Choose what to write to a file in the present folder."""
        from dateline.reader.screens.export import ExportBox  # noqa: PLC0415

        dates = self.desk.place.dates
        words = describe(dates) if dates else ""
        try:
            files = {export: self._file(export) for export in self._exports()}
        except OSError as error:  # the present folder is gone
            self.desk.say(f"There is no folder to write to ({error.strerror}).", severity="error")
            return
        box = ExportBox({export: file.name for export, file in files.items()}, words)

        def chosen(export: Export | None) -> None:
            if export is not None:
                self._begin(export, files[export])

        self.desk.app.clear_notifications()  # none is to be in the picture
        self.desk.app.push_screen(box, chosen)

    def _exports(self) -> Iterator[Export]:
        """Yield what can be exported here and now."""
        if self.desk.front.scope == "ledger":
            shown = cast("LedgerScreen", self.desk.front)
            limits = _options(shown.filter, shown.order)
            for form in _LEDGER:
                yield Export("the ledger as it is shown", "ledger", form, shown.filter.actor, limits=limits)
        selection = self._selection()
        if selection is not None and selection.kind != "search":
            of_claim = selection.kind in _CLAIMS
            yield Export(f"the dossier of {selection.label}", "dossier", "md", selection, undated=of_claim)
        only = self.desk.place.filter.only
        words = f"the timeline of what mentions {only.label}" if only else "the timeline"
        yield Export(f"{words}, with citations", "timeline", "md", only)
        for form in _LEDGER:
            yield Export("the whole ledger: each claim with its reports", "ledger", form)
        if selection is not None and selection.kind in _ACTORS:
            for form in _LEDGER:
                yield Export(f"the ledger of {selection.label}", "ledger", form, selection)
        for form in ("csv", "json"):
            yield Export("every mention, with its sentence", "mentions", form)
        yield Export("the graph of who is mentioned together", "graph", "graphml")
        if selection is not None and selection.kind in _ACTORS:
            yield Export(f"the graph of {selection.label} and company", "graph", "graphml", selection)
        yield Export("a picture of this screen", "screen", "svg", undated=True)

    def _selection(self) -> Selection | None:
        """Return what the dossier in front is of, else what is selected."""
        visit = getattr(self.desk.front, "visit", None)
        of_visit: Selection | None = getattr(visit, "selection", None)
        return of_visit or self.desk.place.selection

    # --- writing -----------------------------------------------------------------------------------------

    def _file(self, export: Export) -> Path:
        """Return a file in the present folder that is not there yet: dateline-ledger-2031-04-02.csv."""
        of = slug(export.of.label)[:_MOST_LETTERS].strip("-") if export.of else ""
        stem = "-".join(part for part in ("dateline", export.what, of, today().isoformat()) if part)
        file, number = Path(f"{stem}.{export.form}").absolute(), 1
        while file in self._under_way or file.exists() or file.is_symlink():
            number += 1
            file = file.with_name(f"{stem}-{number}.{export.form}")
        return file

    def _begin(self, export: Export, file: Path) -> None:
        self._under_way.add(file)
        if export.what == "screen":
            self.desk.app.screen.call_after_refresh(self._draw, file)
        else:
            self.desk.say(f"Writing {file.name} …")
            self.desk.app.run_worker(self._write(export, file), group="export", exit_on_error=False)

    def _draw(self, file: Path) -> None:
        """Write a picture of the screen."""
        try:
            with file.open("x", encoding="utf-8") as stream:
                stream.write(self.desk.app.export_screenshot())
        except OSError as error:
            self._tell(file, error.strerror or str(error))
        else:
            self._tell(file, None)

    async def _write(self, export: Export, file: Path) -> None:
        """Let the child write a file."""
        arguments = [export.what, "--as-indexed", "--format", export.form, "--output", str(file)]
        dates = self.desk.place.dates
        if dates is not None:
            arguments += ["--from", dates.first, "--to", dates.last]
        if (of := export.of) is not None:
            arguments += ["--selected", of.kind, of.id, of.label]
        arguments += export.limits
        self._tell(file, await exporter.write([*arguments, "--", *map(str, self.desk.app.roots)]))

    def _tell(self, file: Path, wrong: str | None) -> None:
        """Say where the file is, or why it is not."""
        self._under_way.discard(file)
        if wrong is None:
            self.desk.say(f"Written: {file}")
        else:
            self.desk.say(f"{file.name} could not be written: {wrong}", severity="error")


def _options(shown: LedgerFilter, order: LedgerOrder) -> tuple[str, ...]:
    """Return what limits a ledger, beside actor and dates, and its order as `dateline export` is told."""
    options = [f"--sort={order.by}", *["--reverse"] * order.reversed]
    options += [f"--status={shown.status}"] * bool(shown.status)
    options += [f"--kind={shown.kind}"] * bool(shown.kind) + ["--differing"] * shown.differing
    if shown.least or shown.currency:
        options.append(f"--least={shown.least or ''}{shown.currency or ''}")
    return (*options, *[f"--text={shown.text}"] * bool(shown.text))
