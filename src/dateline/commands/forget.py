"""`dateline forget`: take away what was derived of articles and, asked for, what the reader added to them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from dateline.commands.opening import PATHS, complain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dateline.index.forgetting import Holding
    from dateline.library.judgements import Judgements
    from dateline.library.library import Library


class _Plan(NamedTuple):
    """What is to go."""

    indexes: list[Path]
    articles: frozenset[str]  #: that nothing else holds
    part: bool  #: whether an index holds more than what was named, and is to be made again


@click.command(short_help="Remove what was derived of articles.")
@PATHS
@click.option("--mine", is_flag=True, help="Forget your marks, notes and judgements about them as well.")
@click.option("--unused", is_flag=True, help="Forget what was found in articles that no collection holds.")
@click.option("--yes", is_flag=True, help="Don't ask.")
def forget(paths: tuple[Path, ...], *, mine: bool, unused: bool, yes: bool) -> None:
    """Remove what was derived of the collection under the PATHs, or of the files under each.

    Your files stay, and so does what other collections share. All that goes can be made again, except what
    --mine removes: that asks first.
    """
    from dateline.index.database import IndexFailure
    from dateline.library.judgements import NotKept

    if not paths and not unused:
        raise click.UsageError("name a PATH, or give --unused")
    if mine and not paths:
        raise click.UsageError("--mine needs a PATH")
    try:
        if paths:
            _forget(paths, mine=mine, yes=yes)
        if unused:
            _forget_unused()
    except (IndexFailure, NotKept) as error:
        raise click.ClickException(str(error)) from error


def _forget(paths: Sequence[Path], *, mine: bool, yes: bool) -> None:
    from dateline.index.forgetting import holdings, remove_extractions, remove_index
    from dateline.index.places import collection_file

    known, unread = holdings()
    plan = _planned(paths, known)
    if collection_file(paths) in unread:  # nobody can tell what was in it, but it can go
        if mine:
            raise click.ClickException(
                "the index cannot be read, so nobody can tell what you have added to its articles; open the"
                " collection, which makes the index again, and then forget it"
            )
        plan.indexes.append(collection_file(paths))
    if not plan.indexes:
        named = ", ".join(map(str, paths))
        raise click.ClickException(f"{named}: nothing is indexed of it, so there is nothing to forget")
    kept = _forget_mine(paths, plan.articles, yes=yes) if mine else ()
    for index in plan.indexes:
        remove_index(index)
    click.echo(f"removed {_count(len(plan.indexes), 'index', 'indexes')}")
    if plan.part:
        click.echo("what else was in it is indexed again when it is next opened")
    if unread:
        click.echo(
            "an index cannot be read, so what was found in the articles stays; --unused removes it later"
        )
    else:
        click.echo(f"removed what was found in {_count(remove_extractions(plan.articles), 'article')}")
    for message in kept:
        complain(message)
    if kept:
        sys.exit(1)


def _forget_unused() -> None:
    from dateline.index.forgetting import holdings, remove_unused

    known, unread = holdings()
    if unread:
        raise click.ClickException(
            f"{unread[0]} cannot be read, so nobody knows what it needs; nothing is removed"
        )
    removed = remove_unused(
        article for holding in known for ids in holding.articles.values() for article in ids
    )
    click.echo(f"removed what was found in {_count(removed, 'article')} of no collection")


def _planned(paths: Sequence[Path], known: Sequence[Holding]) -> _Plan:
    """Return what to remove: the collection of these paths, else what is of the files below each of them."""
    from dateline.index.places import collection_file

    whole = {collection_file(paths)} & {holding.file for holding in known}
    apart = (
        [] if whole else [path for path in paths if collection_file([path]) not in {h.file for h in known}]
    )
    if not whole:
        whole = {collection_file([path]) for path in paths if path not in apart}
    below = {form for path in apart for form in (path.absolute(), path.resolve())}
    indexes, part = [], False
    gone: set[str] = set()
    kept: set[str] = set()
    for holding in known:
        inside = {f for f in holding.articles if holding.file in whole or below & {f, *f.parents}}
        gone.update(article for file in inside for article in holding.articles[file])
        kept.update(a for file, articles in holding.articles.items() if file not in inside for a in articles)
        if inside or holding.file in whole:
            indexes.append(holding.file)
            part = part or len(inside) < len(holding.articles)
    return _Plan(indexes, frozenset(gone - kept), part)


def _forget_mine(paths: Sequence[Path], articles: frozenset[str], *, yes: bool) -> list[str]:
    """Ask, then remove the reader's own about the articles; aborts where the answer is no.

    Returns what could not be removed, in words.
    """
    from dateline.library.judgements import Judgements
    from dateline.library.library import Library

    library, judgements = Library.open(), Judgements.open()
    try:
        found = _found(library, judgements, articles)
        if found:
            if not yes:
                click.confirm(f"Forget {found} for good?", abort=True, err=True)
            library.forget(articles)
            judgements.forget(articles)
            click.echo(f"removed {found}")
        else:
            click.echo("you have added nothing to them")
        library.forget_session(paths)
        return list(library.messages)
    finally:
        library.close()


def _found(library: Library, judgements: Judgements, articles: Iterable[str]) -> str:
    """Return in words what the reader has added to the articles; "" for nothing."""
    marked = library.marked(articles)
    judged = len(judgements.about(articles))
    counts = (
        (marked.read, "read mark", "read marks"),
        (marked.bookmarks, "bookmark", "bookmarks"),
        (marked.notes, "note", "notes"),
        (judged, "judgement", "judgements"),
    )
    return ", ".join(_count(count, one, many) for count, one, many in counts if count)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
