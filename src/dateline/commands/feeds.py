"""`dateline add` and `dateline feeds`: bringing articles in, and following feeds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.commands.opening import FILE_OR_STREAM, MAP, cannot_be, complain
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.feeds.adding import Added
    from dateline.feeds.refresh import Outcome
    from dateline.feeds.store import Feed


#: What `add` counts, singular and plural.
_COUNTED = {
    "feed": ("entry", "entries"), "page": ("page", "pages"), "file": ("file", "files"),
    "list": ("feed", "feeds"),
}  # fmt: skip


@click.command(short_help="Bring in feeds, pages, files and folders.")
@click.argument("what", nargs=-1, required=True, metavar="URL|PATH...")
@click.option("--page", is_flag=True, help="Keep a page itself, even where it names a feed.")
@MAP
def add(what: tuple[str, ...], *, page: bool, columns: dict[str, str] | None) -> None:
    """Bring in feeds, pages, lists of feeds (OPML), files and folders.

    A URL is that of a feed, which is followed; of a site that names its feed; or of an article, which is
    kept. Files are copied. What is added is a collection of its own: `dateline feeds read` opens it.
    """
    from dateline.feeds import adding, addresses
    from dateline.feeds.store import StoreFailure, without_login

    failed = False
    if not all(what):
        raise click.BadParameter("it is empty", param_hint="URL|PATH...")
    for told in what:
        try:
            place = addresses.named(told)
            added = (
                adding.add_address(place, page=page)
                if isinstance(place, list)
                else adding.add_path(place, columns)
            )
        except (adding.AddFailure, addresses.NoAddress, StoreFailure) as failure:
            complain(f"{without_login(told)}: {failure}")
            failed = True
            continue
        _tell_added(added)
        if added.failure:
            failed = True
            complain(f"{without_login(told)}: {added.failure}")
        for problem in added.problems:
            failed = True
            complain(f"{problem.path}: {problem.reason}; {problem.advice}")
    if sys.stdout.isatty():
        _say("`dateline feeds read` opens what has been added", err=True)
    sys.exit(1 if failed else 0)


def _tell_added(added: Added) -> None:
    counted = _count(added.count, *_COUNTED[added.kind])
    if added.kind == "feed":
        _say(
            f"{added.name} is followed already: {added.count} new"
            if added.known
            else f"added {added.name}: {counted}"
        )
        return
    known = f", {added.known:,} there already" if added.known else ""
    _say(f"added {added.name}: {counted}{known}")
    if added.kind == "list" and added.count:
        _say("`dateline feeds refresh` asks them for their entries", err=True)
    if added.feed:
        _say(f"the site has a feed as well: `dateline add {added.feed}`", err=True)


@click.group(invoke_without_command=True, short_help="List what is followed; refresh, read, remove, export.")
@click.pass_context
def feeds(ctx: click.Context) -> None:
    """List the feeds that are followed: name, entries, how the last request ended, address.

    What was added, pages and files included, is a collection of its own: `dateline feeds read` opens it.
    """
    if ctx.invoked_subcommand is None:
        _list(list(_all().values()))


@feeds.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def refresh(names: tuple[str, ...]) -> None:
    """Ask the feeds, or those named, for new entries."""
    from dateline.feeds import refresh as asking

    chosen = _chosen(names)
    if not chosen:
        raise click.ClickException("no feed is followed yet; `dateline add URL` follows one")

    def tell(outcome: Outcome, done: int) -> None:
        _say(f"{done}/{len(chosen)}  {outcome.feed.title}: {_words(outcome)}", err=bool(outcome.feed.failure))

    outcomes = asking.refresh(chosen, tell)
    sys.exit(1 if any(outcome.feed.failure for outcome in outcomes) else 0)


@feeds.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--entries/--no-entries", default=None, help="Remove the entries as well, or keep them.")
def remove(names: tuple[str, ...], entries: bool | None) -> None:
    """Follow the feeds named no longer.

    Their entries stay unless you say so: on a terminal you are asked, elsewhere --entries does it.
    """
    import shutil
    from dataclasses import replace

    from dateline.feeds import store

    chosen = _chosen(names)
    held = sum(map(_entries, chosen))
    if entries is None and held and sys.stdin.isatty():
        entries = click.confirm(f"Remove {_count(held, *_COUNTED['feed'])} as well?", err=True)
    if entries:  # while a feed is listed the command can be given again; its server is to send all again
        with store.changing() as kept:
            for feed in chosen:
                kept.by_name[feed.name] = replace(feed, etag="", modified="")
        for feed in chosen:
            shutil.rmtree(store.entries_folder(feed))
    with store.changing() as kept:
        for feed in chosen:
            kept.by_name.pop(feed.name, None)
    for feed in chosen:
        folder = store.added_folder() / "feeds" / feed.name
        stays = folder.is_dir() and not entries
        _say(f"removed {feed.title}" + (f"; its entries are in {folder}" if stays else ""))


@feeds.command(short_help="Write the list of feeds as OPML.")
@click.argument("target", type=FILE_OR_STREAM, default="-")
def export(target: Path) -> None:
    """Write the feeds as OPML to TARGET, standard output if none is given."""
    from dateline.feeds import opml

    written = opml.written(_all().values())
    if str(target) == "-":
        click.echo(written.decode(), nl=False)
        return
    try:
        target.write_bytes(written)
    except OSError as error:
        raise cannot_be(target, "written", error) from error


@feeds.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def read(names: tuple[str, ...]) -> None:
    """Open the reader on all that was added, or on the feeds named."""
    from dateline.feeds import store
    from dateline.reader.app import run_reader

    roots = tuple(store.entries_folder(feed) for feed in _chosen(names)) if names else (store.added_folder(),)
    if not any(root.is_dir() for root in roots):
        raise click.ClickException("nothing has been added yet; `dateline add URL` follows a feed")
    if not sys.stdout.isatty():
        raise click.UsageError("the reader needs a terminal")
    sys.exit(run_reader(roots))


def _all() -> dict[str, Feed]:
    from dateline.feeds import store

    try:
        return store.Feeds.read().by_name
    except store.StoreFailure as failure:
        raise click.ClickException(str(failure)) from failure


def _chosen(names: Sequence[str]) -> list[Feed]:
    """Return the feeds of the names, all where none is given; a name that is none's is an error."""
    from dateline.feeds.store import Feeds

    kept = Feeds(_all())
    found = {name: kept.find(name) for name in names}
    for name, feed in found.items():
        if feed is None:
            raise click.ClickException(f"no feed is called {name!r}; `dateline feeds` lists them")
    return [feed for feed in found.values() if feed] if names else list(kept.by_name.values())


def _list(kept: Sequence[Feed]) -> None:
    from dateline.feeds import store

    if not kept:
        click.echo("no feed is followed yet; `dateline add URL` follows one", err=True)
    rows = [
        [
            " ".join(clean(cell).split())
            for cell in (
                feed.name,
                _count(_entries(feed), *_COUNTED["feed"]),
                _state(feed),
                store.without_login(feed.url),
            )
        ]
        for feed in kept
    ]
    if sys.stdout.isatty():
        from rich.cells import cell_len, set_cell_size

        widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
        for name, count, state, url in rows:
            click.echo(
                f"{set_cell_size(name, widths[0])}  {set_cell_size(count, widths[1])}  {state}\n    {url}"
            )
    else:
        for row in rows:
            click.echo("\t".join(row))


def _entries(feed: Feed) -> int:
    """Return how many entries of a feed are kept."""
    from dateline.feeds import store

    return sum(1 for _ in (store.added_folder() / "feeds" / feed.name).glob("*.jsonl"))


def _state(feed: Feed) -> str:
    """Return in words how the last request of a feed ended."""
    if feed.failure:
        wait = f"; it wishes not to be asked before {_moment(feed.not_before)}" if feed.not_before else ""
        return f"{feed.failure}{wait}"
    return f"asked {_moment(feed.checked)}" if feed.checked else "never asked"


def _moment(iso: str) -> str:
    return f"{iso[:16].replace('T', ' ')} UTC"


def _count(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _words(outcome: Outcome) -> str:
    if outcome.feed.failure:
        return _state(outcome.feed)
    changed = f", {outcome.changed} changed" if outcome.changed else ""
    return f"{outcome.new} new{changed}"


def _say(told: str, *, err: bool = False) -> None:
    """Print a line; names and addresses in it come from outside."""
    click.echo(clean(told).replace("\n", " "), err=err)
