"""The command line: the reader, and what scripts can ask of the same articles without it.

Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 something could not be read
or found (it is named), 2 wrong usage. What a command needs is imported inside it: the reader starts without
spaCy.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from dateline import __version__
from dateline.commands import feeds
from dateline.commands.export import export
from dateline.commands.forget import forget
from dateline.commands.judgements import judgements
from dateline.commands.ledger import ledger, summits
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
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.index.collection import Collection
    from dateline.index.rows import Evidence
    from dateline.model import Problem

EXAMPLES = """
\b
Examples:
  dateline                            the collection read last, or the sample
  dateline articles/ extra.txt        a folder and a file as one collection
  dateline --map text=Inhoud t.csv    a table with names of its own for columns
  dateline add https://news.example   follow a site's feed
  dateline feeds read                 all that was added
  dateline extract articles/ | jq .title
  dateline who "Ida Vale" articles/
"""

FORMATS = ("text", "csv", "jsonl")


@contextlib.contextmanager
def _errors_cleaned() -> Iterator[None]:
    """Clean what an error quotes of the command line, where a shell may have put any file's name."""
    try:
        yield
    except click.ClickException as error:
        message = _clean(error.format_message())
        error.format_message = lambda: message  # type: ignore[method-assign]
        raise


def _clean(words: str) -> str:
    from dateline.text import clean

    return clean(words)


class _ReaderByDefault(click.Group):
    """A group whose first argument may be a PATH: then the reader opens it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command `read` before arguments that name none."""
        first = next((a for a in args if not a.startswith("-")), None)
        options = {o for p in self.get_params(ctx) for o in getattr(p, "opts", ())}
        if first not in self.commands and not options & set(args):
            args = ["read", *args]
        with _errors_cleaned():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that closes the pipe early has had what it wanted.

        What the system refuses, and no command has words of its own for, is told without a traceback.
        """
        try:
            with _errors_cleaned():
                return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ctx.exit(0)
        except OSError as error:
            told = ": ".join(str(part) for part in (error.filename, error.strerror) if part)
            raise click.ClickException(_clean(told or str(error))) from error

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the reader, then the commands and what is left."""
        options = [option for option in self.commands["read"].params if isinstance(option, click.Option)]
        with formatter.section("Options with a PATH"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])
        super().format_options(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the two ways of calling."""
        formatter.write_usage(ctx.command_path, "[PATH]...")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGUMENT]...", prefix="       ")


@click.group(cls=_ReaderByDefault, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="dateline %(version)s")
def cli() -> None:
    """Follow one running story across many sources, in the terminal.

    Each PATH is a file of articles or a folder of them: text, web pages, feeds, Markdown, e-mail, JSON, CSV.
    Without a PATH: the collection that was opened last, else what `dateline add` brought in, else the sample.
    """


cli.add_command(feeds.add)
cli.add_command(feeds.feeds)
cli.add_command(forget)


@cli.command(hidden=True)
@PATHS
@MAP
@VERIFY
@JOBS
@click.option("--sample", is_flag=True, help="Open the sample collection.")
def read(
    paths: tuple[Path, ...],
    columns: dict[str, str] | None,
    *,
    sample: bool,
    verify: bool,
    jobs: int | None,
) -> None:
    """Open the reader on the PATHs."""
    from dateline.reader.app import run_reader

    roots = roots_of(paths, sample=sample)
    remember(roots, columns)
    if not sys.stdout.isatty():
        raise click.UsageError("the reader needs a terminal; `extract` and `who` write to a pipe")
    sys.exit(run_reader(roots, verify=verify, jobs=jobs))


@cli.command(short_help="Print all that is found, as JSON Lines.", epilog=WITHOUT_PATH)
@PATHS
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="JSON Lines.")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Use N processes.")
@click.option("--model", metavar="NAME", help="Use another installed spaCy pipeline, or one in a folder.")
@click.option("--explain", is_flag=True, help="Say of each mention by which rule it was found.")
@MAP
def extract(
    paths: tuple[Path, ...],
    *,
    form: str,
    jobs: int,
    model: str | None,
    explain: bool,
    columns: dict[str, str] | None,
) -> None:
    """Print what is found in the articles of the PATHs, linked over all of them.

    One JSON object a line for each article, in the order of the sorted paths. No index is touched.
    """
    from dateline import config
    from dateline.export import extract_records
    from dateline.model import UnfitModel

    problems: list[Problem] = []
    roots, model = roots_of(paths), model or config.model()
    records = extract_records(
        roots, problems.append, jobs=jobs, model=model, explain=explain, columns=columns
    )
    try:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))
    except UnfitModel as error:
        raise click.UsageError(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(error.strerror or str(error)) from error
    finish(problems)


@cli.command(short_help="Print every mention of an actor.", epilog=WITHOUT_PATH)
@click.argument("name")
@PATHS
@MAP
@VERIFY
@JOBS
@click.option("--format", "form", type=click.Choice(FORMATS), help="Text to a terminal, else CSV.")
def who(
    name: str,
    paths: tuple[Path, ...],
    columns: dict[str, str] | None,
    *,
    form: str | None,
    verify: bool,
    jobs: int | None,
) -> None:
    """Print every mention of the actor NAME, with date, source and sentence."""
    from dateline import indexing
    from dateline.index.collection import Collection

    roots = roots_of(paths)
    remember(roots, columns)
    summary = indexing.run(roots, verify=verify, jobs=jobs)
    if summary.stopped:
        finish(summary.problems)
    collection = Collection.open(roots)
    try:
        actor = actor_named(collection, name)
        mentions = list(_mentions(collection, collection.evidence(actor, None, limit=-1)))
        whole(collection)
    finally:
        collection.close()
    _WRITERS[form or ("text" if sys.stdout.isatty() else "csv")](mentions)
    finish(summary.problems)


cli.add_command(judgements)
cli.add_command(export)
cli.add_command(ledger)
cli.add_command(summits)


def _mentions(collection: Collection, evidence: Iterable[Evidence]) -> Iterator[dict[str, Any]]:
    from dateline.text import clean

    files: dict[str, str] = {}
    for sentence in evidence:
        if sentence.article not in files:
            view = collection.article(sentence.article)
            files[sentence.article] = clean(view.paths[0]).replace("\n", " ") if view and view.paths else ""
        for start, end in sentence.hits:
            yield {
                "date": sentence.date,
                "date_basis": sentence.date_basis,
                "source": sentence.outlet,
                "file": files[sentence.article],
                "title": sentence.title,
                "mention": sentence.sentence[start:end],
                "sentence": sentence.sentence,
                "start": sentence.start + start,
            }


def _write_text(mentions: Sequence[dict[str, Any]]) -> None:
    last = None
    for mention in mentions:
        if mention["file"] != last:
            last = mention["file"]
            date = mention["date"] if mention["date_basis"] == "declared" else f"~{mention['date']}"
            click.echo(f"\n{date}  {mention['source'] or 'outlet unknown'}  {mention['title']}\n  {last}")
        click.echo(f"  {mention['mention']}: {' '.join(mention['sentence'].split())}")


def _write_csv(mentions: Sequence[dict[str, Any]]) -> None:
    from dateline.tables import cell, guarded

    fields = ("date", "date_basis", "source", "file", "title", "mention", "sentence", "start")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([guarded(cell(mention[field])) for field in fields] for mention in mentions)


def _write_jsonl(mentions: Sequence[dict[str, Any]]) -> None:
    for mention in mentions:
        click.echo(json.dumps(mention, ensure_ascii=False))


_WRITERS = {"text": _write_text, "csv": _write_csv, "jsonl": _write_jsonl}


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="dateline")
