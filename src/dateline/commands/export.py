"""`dateline export`: what a collection tells, as a file for other programs and for one's own writing."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from dateline.commands.claims import claim_options, claims_wanted
from dateline.commands.dates import date_options
from dateline.commands.opening import (
    ACTORS,
    FILE,
    WITHOUT_PATH,
    actor_named,
    cannot_be,
    finish,
    given_name,
    opened,
    over_collection,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.commands.opening import Asked
    from dateline.index.collection import Collection
    from dateline.index.rows import DateRange, Selection

#: The forms that each export can have, the usual one first.
FORMS = {
    "ledger": ("csv", "json", "md"),
    "mentions": ("csv", "json"),
    "graph": ("graphml",),
    "dossier": ("md",),
    "timeline": ("md",),
}
_UNSET = (None, "", False, "date")  #: the options of the ledger as they are unless given


class _Wanted(NamedTuple):
    """What is to be exported."""

    what: str
    form: str
    dates: DateRange | None
    of: Selection | None
    claims: dict[str, Any]  #: what else is asked of the ledger


@click.command(short_help="Write ledger, mentions, graph, dossier or timeline.", epilog=WITHOUT_PATH)
@click.argument("what", type=click.Choice(list(FORMS)), metavar="WHAT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json", "md", "graphml"]),
    help="The first above, unless given.",
)
@click.option(
    "--of", "name", metavar="NAME", callback=given_name, help="Only what has to do with this actor or summit."
)
@click.option("--selected", type=(str, str, str), hidden=True, help="The same by kind, id and label.")
@date_options
@claim_options
@click.option("--output", type=FILE, metavar="FILE", help="Standard output, unless given.")
@click.option("--force", is_flag=True, help="Replace FILE where there is one.")
@click.option("--as-indexed", is_flag=True, hidden=True, help="Look for no new or changed files.")
@over_collection
def export(
    asked: Asked,
    *,
    what: str,
    form: str | None,
    name: str | None,
    selected: tuple[str, str, str] | None,
    dates: DateRange | None,
    output: Path | None,
    force: bool,
    as_indexed: bool,
    **claims: Any,
) -> None:
    """Write what the articles of the PATHs tell, for other programs and for one's own writing.

    WHAT is one of

    \b
      ledger    claims with their reports: csv, json or md
      mentions  every mention with its sentence and place: csv or json
      graph     who is mentioned with whom: graphml
      dossier   all on one actor or summit (--of), with citations: md
      timeline  the headlines by day, with citations: md

    --status, --least, --kind, --differing, --text, --sort and --reverse are for
    the ledger.
    """
    if (form := form or FORMS[what][0]) not in FORMS[what]:
        raise click.UsageError(f"{what} can be had as {' or '.join(FORMS[what])}, not as {form}")
    if what == "dossier" and name is None and selected is None:
        raise click.UsageError("a dossier is of somebody or something: give --of NAME")
    if what != "ledger" and (foreign := next((n for n, v in claims.items() if v not in _UNSET), None)):
        raise click.UsageError(f"--{foreign} is for the ledger alone")
    if output is not None and output.exists() and not force:
        raise click.ClickException(f"{output} is there already; --force replaces it")
    with opened(asked, as_indexed=as_indexed) as (collection, problems):
        wanted = _Wanted(what, form, dates, _of(collection, what, name, selected), claims)
        _write(_whole(collection, _lines(collection, wanted)), output, force=force)
    finish(problems)


def _of(
    collection: Collection, what: str, name: str | None, selected: tuple[str, str, str] | None
) -> Selection | None:
    """Return what the export is limited to; an actor for what only actors have a part in."""
    from dateline.index.rows import Selection

    if selected is not None:
        return Selection(*selected)  # type: ignore[arg-type]  # the reader's own words
    if name is None:
        return None
    if what in ("ledger", "graph"):
        return actor_named(collection, name)
    return actor_named(collection, name, (*ACTORS, "summit"), "actor or summit")


def _whole(collection: Collection, lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of an export; raises ClickException at the end where they are not all."""
    yield from lines
    whole(collection)


def _lines(collection: Collection, wanted: _Wanted) -> Iterator[str]:
    """Return the lines of an export."""
    from dateline.exports import dossier, ledger, mentions, timeline
    from dateline.index.rows import Filter

    dates, of = wanted.dates, wanted.of
    match wanted.what, wanted.form:
        case "ledger", form:
            write = {"csv": ledger.as_csv, "json": ledger.as_json}.get(form, ledger.as_markdown)
            return write(collection, *claims_wanted(wanted.claims, of, dates))
        case "mentions", "csv":
            return mentions.as_csv(collection, dates, of)
        case "mentions", _:
            return mentions.as_json(collection, dates, of)
        case "timeline", _:
            return timeline.as_markdown(collection, Filter(dates, of))
        case "dossier", _ if of is not None:
            return dossier.as_markdown(collection, of, dates)
    from dateline.exports import graph

    return graph.as_graphml(collection, dates, of)


def _write(lines: Iterator[str], output: Path | None, *, force: bool) -> None:
    """Write lines to a file or to standard output."""
    from dateline.exports.dossier import Unknown
    from dateline.index.collection import QueryError

    try:
        if output is None:
            for line in lines:
                click.echo(line, nl=False)
        else:
            _fill(output, lines, force=force)
    except (Unknown, QueryError) as error:
        raise click.ClickException(str(error)) from error


def _fill(output: Path, lines: Iterator[str], *, force: bool) -> None:
    """Write lines to a file that is there in the end with all of them, or as it was."""
    fresh = output.with_name(f".{output.name}-{os.getpid()}")
    told_to_end = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is half written goes
    try:
        with fresh.open("x", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)
        if not force:
            output.touch(exist_ok=False)  # nobody has made one meanwhile
        fresh.replace(output)
    except FileExistsError as error:
        raise click.ClickException(f"{output} is there already; --force replaces it") from error
    except OSError as error:
        raise cannot_be(output, "written", error) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()
        signal.signal(signal.SIGTERM, told_to_end)
