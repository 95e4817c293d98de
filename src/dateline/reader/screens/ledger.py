"""The ledger: all claims as a table, filtered and sorted, with what they come to."""

from __future__ import annotations

from dataclasses import replace
from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar, Self

from textual.content import Content
from textual.widgets import Static

from dateline.index.rows import LedgerFilter, LedgerOrder, LedgerRow
from dateline.reader import amounts, keys
from dateline.reader.days import short_date
from dateline.reader.dossiers.claim import JUDGED_LOOKS
from dateline.reader.dossiers.parts import plural
from dateline.reader.hints import HELP, QUIT, Hint
from dateline.reader.screens.tabled import TableSheet
from dateline.reader.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.binding import BindingType
    from textual.types import CSSPathType
    from textual.widget import Widget

    from dateline.index.collection import Collection
    from dateline.index.rows import LedgerKey, Total
    from dateline.model import Status
    from dateline.reader.following import Following
    from dateline.reader.widgets.strips import Piece

COLUMNS = (
    Column("Reported", 11, action="sort-date"),
    Column("Pledger", 12, grow=2, action="sort-pledger"),
    Column("For", 9, grow=2, rank=3),
    Column("What", 16, grow=4, action="sort-sum"),
    Column("Status", 11, action="sort-status"),
    Column("Stage", 9, rank=6),
    Column("Articles", 9, right=True, rank=1, action="sort-articles"),
    Column("Outlets", 7, right=True, rank=5),
    Column("Speakers", 8, right=True, rank=5),
    Column("Sums", 11, rank=4),
    Column("✓", 1, rank=2),
)
_SORTED_AT: dict[LedgerKey, str] = {
    "date": "Reported", "pledger": "Pledger", "sum": "What", "status": "Status", "articles": "Articles",
}  # fmt: skip
_STATUSES: tuple[Status | None, ...] = (None, "pledged", "conditional", "proposed", "refused")
FIRST = 64  #: rows that are asked for with a filter
_FOOT = 3  #: lines of the totals at most, as the style sheet has it
_TORN = 12  #: cells that a line of them loses where it breaks
_JUDGED = {"": "", "confirmed": "✓", "wrong": "✗"}


class LedgerScreen(TableSheet):
    """A table of claims; Enter opens a claim's dossier with its reports side by side."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["sheet.tcss", "ledger.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings("ledger")]
    scope: ClassVar[keys.Scope] = "ledger"
    columns = COLUMNS

    def __init__(self, desk: Following) -> None:
        super().__init__(desk)
        self.foot = Static("", id="ledger-foot", markup=False)
        self.filter = LedgerFilter()
        self.order = LedgerOrder()
        self._added_up: LedgerFilter | None = None  # of what the totals are told
        self._totals: Sequence[Total] = ()

    @property
    def state(self) -> tuple[LedgerFilter, LedgerOrder, int]:
        """The filter, the order and the cursor's row."""
        return self.filter, self.order, self.table.cursor

    @classmethod
    def again(cls, desk: Following, state: tuple[LedgerFilter, LedgerOrder, int]) -> Self:
        """Return a ledger that is filtered, sorted and used as it was."""
        screen = cls(desk)
        screen.filter, screen.order, screen.table.cursor = state
        return screen

    @property
    def below(self) -> Iterable[Widget]:
        """The totals."""
        return (self.foot,)

    def refill(self) -> None:
        """Ask for the claims that the filter leaves."""
        self._added_up = None
        self._show_claims(keep=True)

    def _show_claims(self, *, keep: bool = False) -> None:
        """Ask for the claims; `keep` leaves the cursor on its row, else it goes to the first."""
        self.filter = filter = replace(self.filter, dates=self.desk.place.dates)
        order, cursor = self.order, self.table.cursor if keep else 0
        self._tell(None)

        def question(c: Collection) -> tuple[int, tuple[LedgerRow, ...]]:
            return c.ledger_size(filter), c.ledger(filter, order, 0, FIRST)

        def answer(found: tuple[int, tuple[LedgerRow, ...]]) -> None:
            self._show(*found, cursor)
            if self._added_up != filter:  # adding up takes longer, and another order changes nothing
                self._add_up()

        self.ask(question, answer)

    def _add_up(self) -> None:
        """Ask what the claims come to."""
        filter = self.filter
        self.foot.update(Content.styled("adding up …", "$foreground-muted"))

        def answer(totals: Sequence[Total]) -> None:
            if self.filter == filter:
                self._added_up, self._totals = filter, totals
                self._tell_totals()

        self.ask(lambda c: c.totals(filter), answer, "totals")

    def _show(self, count: int, rows: Sequence[LedgerRow], cursor: int) -> None:
        filter, order = self.filter, self.order

        def window(offset: int, limit: int) -> Sequence[LedgerRow]:
            if offset + limit <= len(rows):
                return rows[offset : offset + limit]
            return self.desk.read(lambda c: c.ledger(filter, order, offset, limit), ())

        back = f"{self.desk.key_of('let-go')} takes the last filter back"
        filtered = filter != LedgerFilter()
        self.table.empty = ("No claim is left.", back) if filtered else ("No claim was found.",)
        self.table.show(count, window, self._cells, cursor=cursor)
        self.head.mark({_SORTED_AT[self.order.by]: "▲" if self._rising else "▼"})
        self._tell(count)

    @property
    def _rising(self) -> bool:
        return (self.order.by in {"sum", "articles"}) == self.order.reversed

    def _cells(self, claim: LedgerRow) -> Sequence[Piece]:
        selected = claim.selection == self.desk.place.selection
        what = claim.what if claim.action in {claim.what, ""} else f"{claim.what}  {claim.action}"
        status = claim.status or "sum"
        return (
            (short_date(claim.first, year=True), "strong"),
            (claim.pledger.name if claim.pledger else "", ""),
            (claim.beneficiary.name if claim.beneficiary else "", ""),
            (what, "selected" if selected else "figure" if claim.currency else ""),
            (status, {"pledged": "", "refused": "warn"}.get(status, "near" if claim.status else "dim")),
            (claim.stage, "dim" if claim.stage in {"first", "repeated"} else "mark"),
            (f"{claim.articles:,}", ""),
            (f"{claim.outlets or ''}", "dim"),
            (f"{claim.speakers or ''}", "dim"),
            (claim.signs, "near" if "≈" in claim.signs else "warn" if "≠" in claim.signs else "dim"),
            (_JUDGED[claim.judged], JUDGED_LOOKS.get(claim.judged, "")),
        )

    def _tell(self, count: int | None) -> None:
        f = self.filter
        parts: list[Piece] = [] if count is None else [(plural(count, "claim"), "")]
        if f.kind:
            parts.append((f"only {'pledges' if f.kind == 'pledge' else 'sums'}", "near"))
        if f.actor:
            parts.append((f"of {f.actor.label}", "near"))
        if f.status:
            parts.append((f.status, "near"))
        if f.differing:
            parts.append(("sums differ", "near"))
        if f.least or f.currency:
            least = amounts.shown(f.least, f.currency)
            parts.append((f"from {least} on" if f.least else f"in {least}", "near"))
        if f.text:
            parts.append((f"“{f.text}”", "near"))
        self.tell(("Ledger", "key"), *parts)

    def on_resize(self) -> None:
        """Tell as many totals as there is room for now."""
        if self._added_up is not None:
            self._tell_totals()

    def _tell_totals(self) -> None:
        totals = self._totals
        if not totals:
            self.foot.update(Content("No sums to add up."))
            return
        claims, confirmed = sum(t.claims for t in totals), sum(t.confirmed for t in totals)
        basis = f"   machine-read, {confirmed:,} of {claims:,} confirmed"
        room = _FOOT * (self.app.size.width - 4 - _TORN) - len(basis)
        self.foot.update(
            Content.assemble((amounts.totals(totals, room), "bold"), (basis, "$foreground-muted"))
        )

    def hints(self) -> list[Hint]:
        """Return what the footer tells."""
        told = [
            Hint(("open",), "reports"),
            Hint(tuple(f"sort-{by}" for by in _SORTED_AT), "sort"),
            Hint(("status",), "status"),
        ]
        told += self.hints_of_only(now=self.filter.actor is not None)
        told += [
            Hint(("least",), "least sum"),
            Hint(("search",), "words"),
            Hint(("differing",), "sums differ"),
        ]
        told += [Hint(("kind",), "pledges, sums")]
        told += [
            Hint(("dates",), "dates"),
            Hint(("export",), "export"),
            Hint(("judge",), "judge"),
            Hint(("summits",), "summits"),
        ]
        return [*told, HELP, QUIT._replace(label="close")]

    # --- filters and order -------------------------------------------------------------------------------

    def _filter(self, **parts: object) -> None:
        self.filter = replace(self.filter, **parts)  # type: ignore[arg-type]  # the parts are LedgerFilter's own
        self._show_claims()

    def _sort(self, by: LedgerKey) -> None:
        self.order = LedgerOrder(by, by == self.order.by and not self.order.reversed)
        self._show_claims()

    do_sort_date = partialmethod(_sort, "date")
    do_sort_pledger = partialmethod(_sort, "pledger")
    do_sort_sum = partialmethod(_sort, "sum")  # each currency for itself
    do_sort_status = partialmethod(_sort, "status")
    do_sort_articles = partialmethod(_sort, "articles")

    def do_status(self) -> None:
        """Show only the next status, after the last one all again."""
        place = (_STATUSES.index(self.filter.status) + 1) % len(_STATUSES)
        self._filter(status=_STATUSES[place])

    def do_differing(self) -> None:
        """Show only claims that the articles tell with different sums, or all again."""
        self._filter(differing=not self.filter.differing)

    def do_kind(self) -> None:
        """Show pledges only, then sums only, then both."""
        self._filter(kind={None: "pledge", "pledge": "figure", "figure": None}[self.filter.kind])

    def do_only(self) -> None:
        """Show only the claims of the actor who is selected, or all again."""
        if self.filter.actor is not None:
            self._filter(actor=None)
        elif (selection := self.actor_selected()) is not None:
            self._filter(actor=selection)

    def do_search(self) -> None:
        """Ask for words that stand in the claims or their sentences."""
        self._ask_for(
            "Words in the claims",
            self.filter.text,
            lambda text: f"claims that speak of “{text}”" if text else "all claims",
            lambda text: self._filter(text=text),
            ("words", "All of them must stand in what is claimed, in its parties or in a report."),
        )

    def do_least(self) -> None:
        """Ask for the least sum, or a currency."""

        def meaning(text: str) -> str:
            if not text:
                return "all claims"
            amount, currency = amounts.parse(text)
            words = amounts.shown(amount, currency)
            return f"sums from {words} on" if amount else f"all sums in {words}"

        def take(text: str) -> None:
            amount, currency = amounts.parse(text) if text else (None, None)
            self._filter(least=amount, currency=currency)

        now = amounts.shown(self.filter.least, self.filter.currency)
        examples = "£1bn · 500m · EUR 2.5bn · a currency alone: $"
        self._ask_for("Sums from so much on", now, meaning, take, ("a sum …", examples))

    def _ask_for(
        self,
        title: str,
        value: str,
        meaning: Callable[[str], str],
        take: Callable[[str], None],
        words: tuple[str, str],
    ) -> None:
        from dateline.reader.screens.asking import Asking  # noqa: PLC0415

        placeholder, examples = words
        box = Asking(title, value, meaning, placeholder=placeholder, examples=examples)
        self.app.push_screen(box, lambda text: take(text) if text is not None else None)

    def do_let_go(self) -> None:
        """Take the filters back one by one, at last close the screen."""
        f = self.filter
        if f.text:
            self._filter(text="")
        elif f.least or f.currency:
            self._filter(least=None, currency=None)
        elif f.differing:
            self._filter(differing=False)
        elif f.status:
            self._filter(status=None)
        elif f.kind:
            self._filter(kind=None)
        elif f.actor:
            self._filter(actor=None)
        else:
            self.close()
