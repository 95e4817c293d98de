"""`dateline add` and `dateline feeds`: bringing articles in, and following feeds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.feeds.refresh import Outcome
    from dateline.feeds.store import Feed


#: What `add` counts, singular and plural.
_COUNTED = {
    "feed": ("entry", "entries"), "page": ("page", "pages"), "file": ("file", "files"),
    "list": ("feed", "feeds"),
}  # fmt: skip


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="URL|PATH...")
def add(what: tuple[str, ...]) -> None:
    """Bring in feeds, pages, lists of feeds (OPML), files and folders.

    A URL is that of a feed, of a page that names its feed, or of an article, which is kept. What is added is
    a collection of its own: `dateline feeds read` opens it.
    """
    from dateline.feeds import adding, store
    from dateline.feeds.store import StoreFailure

    failed = False
    for told in what:
        try:
            added = adding.add_address(told) if store.is_address(told) else adding.add_path(Path(told))
        except (adding.AddFailure, StoreFailure) as failure:
            _complain(told, str(failure))
            failed = True
            continue
        _say(f"added {added.name}: {_count(added.count, *_COUNTED[added.kind])}")
        if added.kind == "list":
            click.echo("`dateline feeds refresh` asks them for their entries")
        if added.failure:
            _complain(told, added.failure)
    sys.exit(1 if failed else 0)


@click.group(invoke_without_command=True)
@click.pass_context
def feeds(ctx: click.Context) -> None:
    """List the feeds that are followed; refresh, remove, export or read them."""
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
@click.option("--entries", is_flag=True, help="Remove the entries that were kept as well.")
def remove(names: tuple[str, ...], entries: bool) -> None:
    """Follow the feeds named no longer; their entries stay unless you ask."""
    import shutil
    from dataclasses import replace

    from dateline.feeds import store

    chosen = _chosen(names)
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
        _say(f"removed {feed.title}" + ("" if entries else f"; its entries are in {folder}"))


@feeds.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
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
        raise click.ClickException(f"{target} can't be written ({error.strerror})") from error


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
    for feed in kept:
        count = sum(1 for _ in store.entries_folder(feed).glob("*.jsonl"))
        state = feed.failure or (
            f"asked {feed.checked[:16].replace('T', ' ')} UTC" if feed.checked else "never asked"
        )
        cells = (feed.name, _count(count, *_COUNTED["feed"]), state, feed.url)
        click.echo("\t".join(" ".join(clean(cell).split()) for cell in cells))


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _words(outcome: Outcome) -> str:
    if outcome.feed.failure:
        return outcome.feed.failure
    changed = f", {outcome.changed} changed" if outcome.changed else ""
    return f"{outcome.new} new{changed}"


def _complain(about: str, reason: str) -> None:
    _say(f"dateline: {about}: {reason}", err=True)


def _say(told: str, *, err: bool = False) -> None:
    """Print a line; names and addresses in it come from outside."""
    click.echo(clean(told).replace("\n", " "), err=err)
