"""The screens that fill the terminal over the main one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.actions.topic import Topic

if TYPE_CHECKING:
    from dateline.reader.screens.sheet import Sheet


class Sheets(Topic):
    """The keys that open dossier, ledger, summits and graph."""

    def dossier(self) -> None:
        """Open the dossier of what is selected."""
        selection = self.desk.place.selection
        if selection is None:
            self.desk.say("Select something first: then its dossier can be opened.")
        else:
            self.desk.app.open_dossier(selection)

    def summits(self) -> None:
        """List the summits."""
        from dateline.reader.screens.summits import SummitsScreen  # noqa: PLC0415

        self._show(SummitsScreen)

    def ledger(self) -> None:
        """List the claims."""
        from dateline.reader.screens.ledger import LedgerScreen  # noqa: PLC0415

        self._show(LedgerScreen)

    def graph(self) -> None:
        """Draw who is mentioned together."""
        from dateline.reader.screens.graph import GraphScreen  # noqa: PLC0415

        self._show(GraphScreen)
        if isinstance(self.desk.app.screen, GraphScreen):
            self.desk.app.screen.begin_with(self.desk.place.selection)

    def _show(self, kind: type[Sheet]) -> None:
        """Open a screen; where it is open already, close those over it."""
        app = self.desk.app
        if not any(isinstance(screen, kind) for screen in app.screen_stack):
            app.push_screen(kind(self.desk))
            return
        while not isinstance(app.screen, kind):
            app.pop_screen()
