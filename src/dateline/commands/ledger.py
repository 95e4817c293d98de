"""`dateline ledger` and `dateline summits`: what a collection's articles say was pledged, and who met."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from dateline.commands.claims import claim_options, claims_wanted
from dateline.commands.dates import date_options, range_of
from dateline.commands.opening import (
    JOBS,
    MAP,
    PATHS,
    VERIFY,
    WITHOUT_PATH,
    actor_named,
    finish,
    remember,
    roots_of,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dateline.index.collection import Collection
    from dateline.indexing.runner import Summary
    from dateline.tables import Form


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that both commands have."""
    forms = click.Choice(["table", "csv", "json"])
    for option in (
        JOBS,
        VERIFY,
        MAP,
        click.option("--format", "form", type=forms, help="A table to a terminal, else CSV."),
        date_options,
        click.option("--actor", metavar="NAME", help="With this person, country or organization."),
        PATHS,
    ):
        command = option(command)
    return command


@contextmanager
def _read(
    paths: tuple[Path, ...], columns: dict[str, str] | None, *, verify: bool, jobs: int | None
) -> Iterator[tuple[Collection, Summary]]:
    """Open what the PATHs hold, once it is read; raises where not all of an answer could be given."""
    from dateline import indexing
    from dateline.index.collection import Collection

    roots = roots_of(paths)
    remember(roots, columns)
    summary = indexing.run(roots, verify=verify, jobs=jobs)
    collection = Collection.open(roots)
    try:
        yield collection, summary
        whole(collection)
    finally:
        collection.close()


@click.command(short_help="Print who pledged what.", epilog=WITHOUT_PATH)
@_common
@claim_options
def ledger(
    paths: tuple[Path, ...],
    *,
    columns: dict[str, str] | None,
    actor: str | None,
    first: str | None,
    last: str | None,
    form: Form | None,
    verify: bool,
    jobs: int | None,
    **claims: Any,
) -> None:
    """Print who pledged what, as the articles of the PATHs tell it, with the sums side by side.

    Figures are listed where several articles tell them. Totals count each commitment once.
    """
    from dateline import tables

    with _read(paths, columns, verify=verify, jobs=jobs) as (collection, summary):
        who = actor_named(collection, actor) if actor else None
        wanted, order = claims_wanted(claims, who, range_of(first, last))
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
    finish(summary.problems)


@click.command(short_help="Print meetings, past and announced.", epilog=WITHOUT_PATH)
@_common
def summits(
    paths: tuple[Path, ...],
    *,
    columns: dict[str, str] | None,
    actor: str | None,
    first: str | None,
    last: str | None,
    form: Form | None,
    verify: bool,
    jobs: int | None,
) -> None:
    """Print the summits, talks and calls of which the articles of the PATHs tell, by date."""
    from dateline import tables
    from dateline.index.rows import Filter

    with _read(paths, columns, verify=verify, jobs=jobs) as (collection, summary):
        only = actor_named(collection, actor) if actor else None
        rows = collection.summit_rows(collection.summits(Filter(range_of(first, last), only)).keys)
    records = tables.summit_records(rows)
    form = form or _usual()
    if form == "json":
        tables.write_json({"summits": records}, sys.stdout)
    elif form == "csv":
        tables.write_csv(records, tables.SUMMIT_FIELDS, sys.stdout)
    else:
        tables.write_table(records, tables.SUMMIT_COLUMNS, (), sys.stdout)
    finish(summary.problems)


def _usual() -> Form:
    return "table" if sys.stdout.isatty() else "csv"
