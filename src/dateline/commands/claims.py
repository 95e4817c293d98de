"""The options that say which claims of the ledger are wanted, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dateline.index.rows import DateRange, LedgerFilter, LedgerOrder, Selection


def _sum(_context: object, _option: object, told: str | None) -> tuple[str | None, str | None] | None:
    """Return (decimal string or None, currency or None) of "£1.5bn", "USD 2m", "5 million", "EUR"."""
    from dateline.linking.typed_sums import AmountError, parse

    if told is None:
        return None
    try:
        return parse(told)
    except AmountError as error:
        raise click.BadParameter(str(error)) from error


def claim_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the ledger: status, least, kind, differing, text, sort, reverse."""
    statuses = click.Choice(["pledged", "conditional", "proposed", "refused"])
    orders = click.Choice(["date", "sum", "articles", "pledger", "status"])
    least = "Sums of so much or more: £1.5bn, 2m USD; of a currency alone all."
    for option in (
        click.option("--reverse", is_flag=True, help="The other way round."),
        click.option("--sort", type=orders, default="date", help="By what they stand; by date unless given."),
        click.option("--differing", is_flag=True, help="Only those that are told with different sums."),
        click.option("--text", default="", metavar="WORDS", help="With these words."),
        click.option("--kind", type=click.Choice(["pledge", "figure"]), help="Only pledges, or all figures."),
        click.option("--least", metavar="SUM", callback=_sum, help=least),
        click.option("--status", type=statuses, help="Only pledges of this status."),
    ):
        command = option(command)
    return command


def claims_wanted(
    options: Mapping[str, Any], actor: Selection | None, dates: DateRange | None
) -> tuple[LedgerFilter, LedgerOrder]:
    """Return the filter and the order that the values of `claim_options` ask for."""
    from dateline.index.rows import LedgerFilter, LedgerOrder

    amount, currency = options["least"] or (None, None)
    told = (options[name] for name in ("kind", "text", "differing"))
    wanted = LedgerFilter(actor, options["status"], dates, amount, currency, *told)
    return wanted, LedgerOrder(options["sort"], options["reverse"])
