"""The dossier of an actor, a summit or a claim: what is known at the left, the sentences at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantFocus

from dateline.index.dossier_rows import RoleRow
from dateline.index.rows import (  # fmt: skip
    DateRange,
    Evidence,
    LedgerFilter,
    LedgerOrder,
    ReportRow,
    Selection,
)
from dateline.reader import keys
from dateline.reader.dossiers import actor, claim, parts
from dateline.reader.heads import citation
from dateline.reader.hints import HELP, QUIT, Hint
from dateline.reader.screens.sheet import Sheet
from dateline.reader.selection import Visit
from dateline.reader.widgets.lines import Lines
from dateline.reader.widgets.listing import Listing, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.types import CSSPathType

    from dateline.index.collection import Collection
    from dateline.index.dossier_rows import Dossier
    from dateline.index.rows import ClaimView, LedgerRow
    from dateline.reader.following import Following
    from dateline.reader.selection import Pane
    from dateline.reader.widgets.listing import Entry

PAGE = 40  #: articles whose sentences are asked for at once
CLAIMS = 200  #: claims of an actor that are asked for
NEAR = 20  #: rows from the end at which the next page is asked for
SINGLE = 100  #: cells below which one of the two lists shows at a time
_ACTORS = ("person", "country", "organization")
_CLAIMS = ("figure", "pledge")


class DossierScreen(Sheet):
    """One dossier after another; `b` goes back through them."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["sheet.tcss", "dossier.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("dossier")]
    scope: ClassVar[keys.Scope] = "dossier"

    def __init__(self, desk: Following, selection: Selection) -> None:
        super().__init__(desk)
        self.trail = [self._visit_of(selection)]
        self.about = Listing(id="about", one_click=False)
        self.told = Listing(id="told", one_click=False)
        for listing in (self.about, self.told):
            listing.add_class("sheet-pane")
            listing.show([words(("looking …", "dim"))])
        self._articles = 0  # whose sentences are listed
        self._total = 0
        self._last: str | None = None  # the article of the last sentence listed
        self._asked = False  # whether a further page is on its way
        self._single = False

    def _visit_of(self, selection: Selection) -> Visit:
        """Return where a dossier was left; of a claim that was not open yet, the reports matter most."""
        first = Visit(selection, "told" if selection.kind in _CLAIMS else "about")
        return self.desk.visits.setdefault(selection, first)

    @property
    def visit(self) -> Visit:
        """The dossier that is open."""
        return self.trail[-1]

    @property
    def used(self) -> Lines:
        """The list in use."""
        return self.about if self.visit.pane == "about" else self.told

    @property
    def state(self) -> tuple[Selection, ...]:
        """What the dossiers on the way are of; each knows where it was left."""
        return tuple(visit.selection for visit in self.trail)

    @classmethod
    def again(cls, desk: Following, state: tuple[Selection, ...]) -> Self:
        """Return a screen with the same way of dossiers."""
        screen = cls(desk, state[0])
        screen.trail = [screen._visit_of(selection) for selection in state]
        return screen

    def compose(self) -> ComposeResult:
        """Lay the lists out side by side."""
        yield self.bar
        with Horizontal():
            yield self.about
            yield self.told
        yield self.footer

    def on_resize(self, _event: events.Resize) -> None:
        """Show both lists, or the one in use."""
        self.show_pane(self.visit.pane)

    def show_pane(self, pane: Pane, *, focus: bool = True) -> None:
        """Make a list the one in use."""
        self.visit.pane = pane
        self._single = self.app.size.width < SINGLE
        self.set_class(self._single, "-single")
        self.used.display = True
        if focus:
            self.set_focus(self.used, scroll_visible=False)
        other = self.told if pane == "about" else self.about
        other.display = not self._single
        self.tell_all()

    # --- what is shown -----------------------------------------------------------------------------------

    def refill(self) -> None:
        """Ask for the dossier, and for as many sentences as had been listed."""
        selection, dates = self.visit.selection, self.desk.place.dates
        articles = max(PAGE, self._articles)
        self.tell_all()

        if selection.kind in _CLAIMS:
            self.ask(lambda c: c.claim(selection.id), self._show_claim)
            return
        of = LedgerFilter(actor=selection, dates=dates, kind="pledge")

        def question(c: Collection) -> tuple[Dossier | None, tuple[LedgerRow, ...], list[Evidence]]:
            claims = c.ledger(of, LedgerOrder(), 0, CLAIMS) if selection.kind in _ACTORS else ()
            return c.dossier(selection, dates), claims, c.sentences(selection, dates, 0, articles)

        self.ask(question, lambda found: self._show(*found))

    def _show_claim(self, view: ClaimView | None) -> None:
        if view is None:
            self._show_nothing()
            return
        self._fill(claim.about(view), claim.reports(view), "No report is left.")
        self._articles = self._total = 0
        self._count()

    def _show_nothing(self) -> None:
        self._fill([words(("The articles no longer tell of it.", "dim"))], [], "")

    def _show(
        self, dossier: Dossier | None, claims: Sequence[LedgerRow], evidence: Sequence[Evidence]
    ) -> None:
        if dossier is None:
            self._show_nothing()
            return
        about = actor.about(dossier, claims, self._whole())
        self._fill(about, parts.sentences(evidence)[1:], "No sentence in these dates.")
        self._articles, self._total = len({told.article for told in evidence}), dossier.articles
        self._last = evidence[-1].article if evidence else None
        self._count()

    def _fill(self, about: list[Entry], told: list[Entry], otherwise: str) -> None:
        self.about.show(about, self.visit.about)
        self.told.show(told or [words((otherwise, "dim"))], self.visit.told)
        self._asked = False

    def _whole(self) -> DateRange | None:
        """Return the range over which mentions are counted: the dates chosen, else those of all articles."""
        coverage = self.desk.title_bar.standing.coverage
        if self.desk.place.dates is not None:
            return self.desk.place.dates
        return (
            DateRange(coverage.first, coverage.last)
            if coverage and coverage.first and coverage.last
            else None
        )

    def _count(self) -> None:
        """Say on the border how many of the articles are listed."""
        listed = f"{self._articles:,} of {parts.plural(self._total, 'article')}"
        self.told.border_subtitle = Content(listed) if self._articles < self._total else None

    def tell_all(self) -> None:
        """Show in the bars and on the borders what the dossier is about."""
        label = self.visit.selection.label
        told = "Reports" if self.visit.selection.kind in _CLAIMS else "Sentences"
        self.about.border_title, self.told.border_title = Content("About"), Content(told)
        at = "About (1 of 2)" if self.visit.pane == "about" else f"{told} (2 of 2)"
        trail = ((f"{len(self.trail) - 1} before it", "dim"),) if len(self.trail) > 1 else ()
        pane = ((at, "head"),) if self._single else ()
        self.tell(("Dossier", "key"), (label, "strong"), *pane, *trail)

    def hints(self) -> list[Hint]:
        """Return what the footer tells."""
        does = "open there" if self.visit.pane == "told" else "go to it"
        told = [Hint(("open",), does), Hint(("next-pane",), "other list")]
        if len(self.trail) > 1:
            told.append(Hint(("back",), "back"))
        told += [Hint(("person",), "person…"), Hint(("dates",), "dates"), Hint(("copy",), "copy")]
        told += [Hint(("why",), "why"), Hint(("judge",), "judge")]
        told += [Hint((name,), name) for name in ("ledger", "summits", "graph", "export")]
        return [*told, HELP, QUIT._replace(label="close")]

    # --- pages -------------------------------------------------------------------------------------------

    @on(Lines.Moved, "#told")
    def remember_told(self, event: Lines.Moved) -> None:
        """Keep the cursor's row; ask for more sentences before it comes to the end."""
        self.visit.told = event.row
        if event.row < self.told.row_count - NEAR or self._articles >= self._total or self._asked:
            return
        self._asked = True
        selection, dates, offset = self.visit.selection, self.desk.place.dates, self._articles
        self.ask(
            lambda c: c.sentences(selection, dates, offset, PAGE),
            lambda found: self._extend(found) if self.visit.selection == selection else None,
        )

    def _extend(self, evidence: Sequence[Evidence]) -> None:
        self._asked = False
        self.told.extend(parts.sentences(evidence, self._last))
        self._articles += len({told.article for told in evidence})
        if not evidence:
            self._total = self._articles
        self._last = evidence[-1].article if evidence else self._last
        self._count()

    @on(Lines.Moved, "#about")
    def remember_about(self, event: Lines.Moved) -> None:
        """Keep the cursor's row."""
        self.visit.about = event.row

    # --- going on ----------------------------------------------------------------------------------------

    def go(self, selection: Selection) -> None:
        """Open another dossier, which selects what it is about."""
        if selection != self.visit.selection:
            self.trail.append(self._visit_of(selection))
            self._turn()

    def _turn(self) -> None:
        self._articles = 0
        self.desk.select(self.visit.selection)
        self.show_pane(self.visit.pane)
        self.refill()

    def do_back(self) -> None:
        """Go back to the dossier before, from the first one to the screen below."""
        if len(self.trail) == 1:
            self.close()
        else:
            self.trail.pop()
            self._turn()

    def do_copy(self) -> None:
        """Copy the sentence that the cursor is on, with its citation."""
        value = self.told.value
        if not isinstance(value, Evidence | ReportRow):
            self.desk.say("There is no sentence to copy.")
            return
        view = self.desk.read(lambda c: c.article(value.article), None)
        sentence = " ".join(value.sentence.split())
        self.app.copy_to_clipboard(f"“{sentence}” ({citation(view)})" if view else sentence)
        self.desk.say(f"Copied: {sentence}")

    def do_left_pane(self) -> None:
        """Go to what is known."""
        self.show_pane("about")

    def do_right_pane(self) -> None:
        """Go to the sentences."""
        self.show_pane("told")

    def do_next_pane(self) -> None:
        """Go to the other list."""
        self.show_pane("told" if self.visit.pane == "about" else "about")

    do_previous_pane = do_next_pane

    @on(DescendantFocus)
    def follow_focus(self, event: DescendantFocus) -> None:
        """Take the list that is clicked as the one in use."""
        pane: Pane = "told" if event.widget is self.told else "about"
        if event.widget in (self.about, self.told) and pane != self.visit.pane:
            self.show_pane(pane, focus=False)

    @on(Lines.Chosen)
    def take(self, event: Lines.Chosen) -> None:
        """Open the sentence that was chosen, or the dossier that a row leads to."""
        value = event.lines.value if isinstance(event.lines, Listing) else None
        if isinstance(value, Evidence | ReportRow):
            self.open_article(value.article, value.start, value.start + len(value.sentence))
        elif isinstance(value, RoleRow):
            self.open_article(value.article, value.start, value.start + 1)
        else:
            selection = value if isinstance(value, Selection) else getattr(value, "selection", None)
            if selection is not None:
                self.go(selection)
