"""What commands over a collection have in common: which paths, whom a name means, how they end."""

from __future__ import annotations

import difflib
import sys
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.index.collection import Collection
    from dateline.index.rows import Selection, SelectionKind
    from dateline.model import Problem


def read_map(told: str | None) -> dict[str, str] | None:
    """Return the map of columns that an option gives; one that can't be read is wrong usage."""
    if told is None:
        return None
    from dateline.loading.columns import BadMap, parse_map

    try:
        return parse_map(told)
    except BadMap as error:
        raise click.BadParameter(str(error)) from error


MAP = click.option(
    "--map",
    "columns",
    metavar="COLUMNS",
    callback=lambda _context, _option, told: read_map(told),
    help="Which columns of tables are what: title=headline, text=body, date=published, source=site; and"
    " order=day where dates begin with the day.",
)
ACTORS: tuple[SelectionKind, ...] = ("person", "country", "organization")
VERIFY = click.option(
    "--verify", is_flag=True, help="Read every file, even where its size and time are as they were."
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Read new articles in N processes where there are many; each takes some 400 MB.",
)


class _Path(click.Path):
    """A path; an empty one, which a script's variable may hold, is not the folder that one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("it is empty", param, ctx)
        return super().convert(value, param, ctx)


def given_name(_context: object, _option: object, told: str | None) -> str | None:
    """Return a name that an option gives; an empty one would be like everybody's."""
    if told is not None and not told.strip():
        raise click.BadParameter("it is empty")
    return told


#: What is there is looked at when it is read, and named where it can't be.
PATHS = click.argument("paths", nargs=-1, type=_Path(path_type=Path, readable=False), metavar="[PATH]...")
#: A file to be written; "-" where an argument says so is standard output.
FILE = _Path(path_type=Path, dir_okay=False, readable=False)
FILE_OR_STREAM = _Path(path_type=Path, dir_okay=False, readable=False, allow_dash=True)
#: What every command over a collection does where no PATH is given, for the end of its help.
WITHOUT_PATH = (
    "Without a PATH: the collection that the reader opened last, else what `dateline add` brought in, else"
    " the sample."
)


def remember(roots: Sequence[Path], columns: dict[str, str] | None) -> None:
    """Keep the map for the paths, where one is given."""
    if columns is None:
        return
    from dateline import column_maps

    try:
        column_maps.remember(roots, columns)
    except OSError as error:
        raise cannot_be("the map", "kept", error) from error


def roots_of(paths: Sequence[Path], *, sample: bool = False) -> tuple[Path, ...]:
    """Return the paths to open: those given, else those read last, else what was added, else the sample."""
    if paths and not any(path.exists() for path in paths) and not _indexed(paths):
        raise click.ClickException(f"no such file or folder: {', '.join(map(str, paths))}{_hint(paths[0])}")
    if paths:
        return tuple(path.absolute() for path in paths)
    from dateline.config import ADDED, data_folder, sample_collection

    if not sample:
        from dateline.library.library import Library

        last = tuple(Path(path) for path in Library.open().last_collection() or ())
        if last and (all(path.exists() for path in last) or _indexed(last)):
            return last
        added = data_folder() / ADDED
        if added.is_dir() and any(path.is_file() for path in added.rglob("*")):
            return (added,)
    return (sample_collection(),)


class Asked(NamedTuple):
    """Which collection a command is about, and how it is to be read first."""

    paths: tuple[Path, ...]
    columns: dict[str, str] | None
    verify: bool
    jobs: int | None


def over_collection(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add PATHs and the options of how they are read, which a command takes together as `asked`."""

    @wraps(command)
    def about(*, paths: Any, columns: Any, verify: bool, jobs: int | None, **options: Any) -> Any:
        return command(asked=Asked(paths, columns, verify, jobs), **options)

    return PATHS(MAP(VERIFY(JOBS(about))))


@contextmanager
def opened(asked: Asked, *, as_indexed: bool = False) -> Iterator[tuple[Collection, Sequence[Problem]]]:
    """Open what the PATHs hold, once it is read, with what could not be read of it.

    Ends the command where there is nothing to ask, and where not all of an answer could be given.
    """
    from dateline.index.collection import Collection

    roots = roots_of(asked.paths)
    remember(roots, asked.columns)
    problems: Sequence[Problem] = ()
    if not as_indexed:
        from dateline import indexing

        summary = indexing.run(roots, verify=asked.verify, jobs=asked.jobs)
        problems = summary.problems
        if summary.stopped or not summary.articles:
            finish(problems, roots)
    collection = Collection.open(roots)
    try:
        yield collection, problems
        whole(collection)
    finally:
        collection.close()


def _indexed(paths: Sequence[Path]) -> bool:
    """Say whether a collection has been read: it can be shown while the disk that it is on is away."""
    from dateline.index.places import collection_file

    try:
        return collection_file(paths).exists()
    except OSError:
        return False


def _hint(path: Path) -> str:
    """Return what else may have been meant by a path that is not there; "" where nobody knows."""
    told = str(path)
    context = click.get_current_context(silent=True)
    group = context.find_root().command if context is not None else None
    commands = [name for name in getattr(group, "commands", {}) if name != "read"]
    if told == "help":
        return "; did you mean `dateline --help`?"
    if near := difflib.get_close_matches(told, commands, 1):
        return f"; did you mean `dateline {near[0]}`?"
    if told.startswith(("http:", "https:", "feed:")):  # a path has lost one of the strokes
        return "; `dateline add URL` follows feeds and keeps pages"
    return ""


def actor_named(
    collection: Collection, name: str, kinds: tuple[SelectionKind, ...] = ACTORS, called: str = "actor"
) -> Selection:
    """Return the actor whose name or alias is `name`; several or none is an error that says who there is.

    With other kinds, what bears the name among those; `called` is what the error calls it.
    """
    from dateline.text import fold

    found = collection.find(name, kinds=kinds, limit=8)
    whole(collection)
    exact = [f for f in found if fold(name) in (fold(f.selection.label), fold(f.alias or ""))]
    if len(exact) == 1 or (len(found) == 1 and not exact):
        return (exact or found)[0].selection
    others = ", ".join(f.selection.label for f in exact or found)
    hint = f"{'did you mean' if not exact else 'which of'}: {others}?" if others else "no name is like it"
    raise click.ClickException(f"{name!r} is not one {called} of this collection; {hint}")


def whole(collection: Collection) -> None:
    """End the command where the index did not give an answer: part of what there is would pass for all."""
    if collection.broken is not None:
        raise click.ClickException(collection.broken)


def cannot_be(what: object, done: str, error: OSError) -> click.ClickException:
    """Return the error that the system does not let something be kept, read or written, with its reason."""
    return click.ClickException(f"{what} can't be {done} ({error.strerror or error})")


def complain(told: str) -> None:
    """Name on standard error what is wrong, in the form of the errors that end a command."""
    from dateline.text import clean

    click.echo(f"Error: {clean(told)}".replace("\n", " "), err=True)


def finish(problems: Iterable[Problem], empty: Sequence[Path] = ()) -> NoReturn:
    """Name what could not be read on standard error, and exit with 1 if there was anything.

    `empty` are the paths where no article was found under any: nothing printed would look like an answer.
    """
    failed = False
    for problem in problems:
        failed = True
        complain(f"{problem.path}: {problem.reason}; {problem.advice}")
    if empty and not failed:
        failed = True
        complain(f"{', '.join(map(str, empty))}: no article is in it")
    sys.stdout.flush()
    sys.exit(1 if failed else 0)
