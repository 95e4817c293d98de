"""`dateline ledger` and `dateline summits`: what a collection's articles say was pledged, and who met."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from dateline.commands.claims import claim_options, claims_wanted
from dateline.commands.dates import date_options
from dateline.commands.opening import (
    WITHOUT_PATH,
    actor_named,
    finish,
    given_name,
    opened,
    over_collection,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.commands.opening import Asked
    from dateline.index.rows import DateRange
    from dateline.tables import Form


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that both commands have."""
    forms = click.Choice(["table", "csv", "json"])
    for option in (
        over_collection,
        click.option("--format", "form", type=forms, help="A table to a terminal, else CSV."),
        date_options,
        click.option(
            "--actor", metavar="NAME", callback=given_name, help="With this person, country or organization."
        ),
    ):
        command = option(command)
    return command


@click.command(short_help="Print who pledged what.", epilog=WITHOUT_PATH)
@claim_options
@_common
def ledger(
    asked: Asked, *, actor: str | None, dates: DateRange | None, form: Form | None, **claims: Any
) -> None:
    """Print who pledged what, as the articles of the PATHs tell it, with the sums side by side.

    Figures are listed where several articles tell them. Totals count each commitment once.
    """
    from dateline import tables

    with opened(asked) as (collection, problems):
        who = actor_named(collection, actor) if actor else None
        wanted, order = claims_wanted(claims, who, dates)
        rows = collection.ledger(wanted, order)
        totals = collection.totals(wanted)
    records = tables.ledger_records(rows)
    form = form or _usual()
    if form == "json":
        tables.write_json(
            {
                "claims": [tables.only(r, tables.LEDGER_FIELDS) for r in records],
                "totals": tables.total_records(totals),
            },
            sys.stdout,
        )
    elif form == "csv":
        tables.write_csv(records, tables.LEDGER_FIELDS, sys.stdout)
    else:
        notes = [tables.total_line(total) for total in totals]
        tables.write_table(records, tables.LEDGER_COLUMNS, notes, sys.stdout)
    finish(problems)


@click.command(short_help="Print meetings, past and announced.", epilog=WITHOUT_PATH)
@_common
def summits(asked: Asked, *, actor: str | None, dates: DateRange | None, form: Form | None) -> None:
    """Print the summits, talks and calls of which the articles of the PATHs tell, by date."""
    from dateline import tables
    from dateline.index.rows import Filter

    with opened(asked) as (collection, problems):
        only = actor_named(collection, actor) if actor else None
        rows = collection.summit_rows(collection.summits(Filter(dates, only)).keys)
    records = tables.summit_records(rows)
    form = form or _usual()
    if form == "json":
        tables.write_json({"summits": records}, sys.stdout)
    elif form == "csv":
        tables.write_csv(records, tables.SUMMIT_FIELDS, sys.stdout)
    else:
        tables.write_table(records, tables.SUMMIT_COLUMNS, (), sys.stdout)
    finish(problems)


def _usual() -> Form:
    return "table" if sys.stdout.isatty() else "csv"
