"""The commands for the reader's judgements: list them, give them away, take others in."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from dateline.commands.opening import FILE_OR_STREAM, cannot_be, complain

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.library.judgements import Judgements


@click.group(short_help="List, export or import what you have said.")
def judgements() -> None:
    """List, export or import the reader's judgements: who is who, what is wrong, which date is right."""


@judgements.command("list")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), help="Text to a terminal, else JSON Lines."
)
def list_(form: str | None) -> None:
    """Print the judgements that stand, oldest first."""
    from dateline.library.judging import entry_of
    from dateline.library.wording import worded

    as_text = (form or ("text" if sys.stdout.isatty() else "jsonl")) == "text"
    for judgement in _opened().standing():
        told = worded(judgement)
        if as_text:
            click.echo(f"{judgement.at[:10]}  {told}")
        else:
            click.echo(json.dumps({**entry_of(judgement), "words": told}, ensure_ascii=False))


@judgements.command(short_help="Write the judgements that stand as JSON Lines.")
@click.argument("file", type=FILE_OR_STREAM, default="-")
def export(file: Path) -> None:
    """Write the judgements that stand to FILE or standard output as JSON Lines, for an import elsewhere."""
    from dateline.files import write_atomically

    lines = _opened().export()
    if str(file) == "-":
        for line in lines:
            click.echo(line)
        return
    try:
        write_atomically(file, "".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        raise cannot_be(file, "written", error) from error


@judgements.command("import", short_help="Take in those of a file that contradict none of yours.")
@click.argument("file", type=FILE_OR_STREAM)
def import_(file: Path) -> None:
    """Take in the judgements of FILE (- for standard input), except those that contradict yours."""
    from dateline.library.judgements import NotKept
    from dateline.library.wording import refusal, worded

    try:
        with click.open_file(str(file), encoding="utf-8", errors="replace") as stream:
            result = _opened().take_in(stream)
    except NotKept as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise cannot_be(file, "read", error) from error
    for judgement, chain in result.refused:
        complain(f"refused: {worded(judgement)}; {refusal(chain)}")
    for number in result.unread:
        complain(f"{'standard input' if str(file) == '-' else file}: line {number} is no judgement")
    click.echo(f"{len(result.added)} new, {result.known} known", err=True)
    sys.exit(1 if result.refused or result.unread else 0)


def _opened() -> Judgements:
    """Return the judgements, what is wrong with their file told on standard error."""
    from dateline.library.judgements import Judgements

    opened = Judgements.open()
    for message in opened.messages:
        complain(message)
    return opened
