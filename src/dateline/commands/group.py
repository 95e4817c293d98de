"""The command line as a whole: which command is meant, and how it ends where something is wrong."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem

PROGRAM = "dateline"
#: What a disk refuses of that which has no name; commands have words of their own for files.
_UNWRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_STREAMS = 3  # the standard ones are the files 0, 1 and 2


class _Unnamed(click.Context):
    """Of the reader, which is not called by a name."""

    @property
    def command_path(self) -> str:
        """Return what the reader is called by."""
        return PROGRAM


class Reader(click.Command):
    """The command that opens the reader."""

    context_class = _Unnamed


class ReaderByDefault(click.Group):
    """A group whose first argument may be a PATH: then the command `read` opens it."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line; what could not be printed is told as an error, too."""
        _stand_in_for_closed_streams()
        try:
            return super().main(*args, **extra)
        except OSError as error:  # of what is printed before a command begins
            _told(error).show()
            sys.exit(1)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command `read` before arguments that name none."""
        first = next((a for a in args if not a.startswith("-")), None)
        options = {o for p in self.get_params(ctx) for o in getattr(p, "opts", ())}
        completing = ctx.resilient_parsing and not args  # a first word that is only begun is not among them
        if first not in self.commands and not options & set(args) and not completing:
            args = ["read", *args]
        with _errors_cleaned():
            return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what a first word may become: a file, a command, an option of the reader."""
        from click.shell_completion import CompletionItem

        files = [] if incomplete.startswith("-") else [CompletionItem(incomplete, type="file")]
        found = [
            *super().shell_complete(ctx, incomplete),
            *self.commands["read"].shell_complete(ctx, incomplete),
        ]
        # files first: bash forgets what it has been told before them
        return [*files, *{item.value: item for item in found}.values()]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that closes the pipe early has had what it wanted.

        What the system refuses, and no command has words of its own for, is told without a traceback.
        """
        try:
            with _errors_cleaned():
                return super().invoke(ctx)
        except BrokenPipeError:
            _silence(sys.stdout)
            return ctx.exit(0)
        except OSError as error:
            raise _told(error) from error

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


@contextlib.contextmanager
def _errors_cleaned() -> Iterator[None]:
    """Clean what an error quotes of the command line, where a shell may have put any file's name."""
    try:
        yield
    except click.ClickException as error:
        message = _clean(error.format_message())
        error.format_message = lambda: message  # type: ignore[method-assign]
        raise


def _told(error: OSError) -> click.ClickException:
    """Return what the system refuses in words: of which file, or that it is what was to be printed."""
    about = error.filename
    if about is None and error.errno in _UNWRITTEN:
        about = "standard output"
        _silence(sys.stdout)  # else Python tries once more when it ends
    return click.ClickException(_clean(": ".join(str(part) for part in (about, error.strerror) if part)))


def _silence(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere; one that stands for a file is left alone."""
    with contextlib.suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stand_in_for_closed_streams() -> None:
    """Open what the caller has closed: no file of ours shall get its number, and be printed into."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (number := os.open(os.devnull, os.O_RDWR)) < _STREAMS:
        pass
    os.close(number)
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def _clean(words: str) -> str:
    from dateline.text import clean

    return clean(words)
