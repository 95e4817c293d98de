"""The command line: the reader, and what scripts can ask of the same articles without it.

Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 something could not be read
or found (it is named), 2 wrong usage. What a command needs is imported inside it: the reader starts without
spaCy.
"""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from dateline import __version__
from dateline.commands import feeds
from dateline.commands.export import export
from dateline.commands.forget import forget
from dateline.commands.group import PROGRAM, Reader, ReaderByDefault
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
    given_name,
    opened,
    over_collection,
    remember,
    roots_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.commands.opening import Asked
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


@click.group(cls=ReaderByDefault, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="dateline %(version)s")
def cli() -> None:
    """Follow one running story across many sources, in the terminal.

    Each PATH is a file of articles or a folder of them: text, web pages, feeds, Markdown, e-mail, JSON, CSV.
    Without a PATH: the collection that was opened last, else what `dateline add` brought in, else the sample.
    """


cli.add_command(feeds.add)
cli.add_command(feeds.feeds)
cli.add_command(forget)


@cli.command(cls=Reader, hidden=True)
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
    count = 0
    roots, model = roots_of(paths), model or config.model()
    records = extract_records(
        roots, problems.append, jobs=jobs, model=model, explain=explain, columns=columns
    )
    try:
        for count, record in enumerate(records, 1):  # noqa: B007 - counted to the end
            click.echo(json.dumps(record, ensure_ascii=False))
    except UnfitModel as error:
        raise click.UsageError(str(error)) from error
    finish(problems, () if count else roots)


@cli.command(short_help="Print every mention of an actor.", epilog=WITHOUT_PATH)
@click.argument("name", callback=given_name)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Text to a terminal, else CSV.")
@over_collection
def who(asked: Asked, *, name: str, form: str | None) -> None:
    """Print every mention of the actor NAME, with date, source and sentence."""
    with opened(asked) as (collection, problems):
        actor = actor_named(collection, name)
        mentions = list(_mentions(collection, collection.evidence(actor, None, limit=-1)))
    _WRITERS[form or ("text" if sys.stdout.isatty() else "csv")](mentions)
    finish(problems)


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
    cli.main(prog_name=PROGRAM)
