"""The options --from and --to of commands over a collection."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.rows import DateRange

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def _date(_context: object, _option: object, told: str | None) -> str | None:
    if told is None:
        return None
    if not _DATE.fullmatch(told):
        raise click.BadParameter(f"{told!r} is no date; give one as 2031, 2031-03 or 2031-03-02")
    try:
        date.fromisoformat(f"{told}-01-01"[:10])
    except ValueError as error:
        raise click.BadParameter(f"there is no {told} in the calendar") from error
    return told


def date_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --from and --to, which a command takes together as `dates`, a DateRange or None."""

    @wraps(command)
    def within(*arguments: Any, first: str | None, last: str | None, **options: Any) -> Any:
        return command(*arguments, dates=range_of(first, last), **options)

    until = click.option("--to", "last", metavar="DATE", callback=_date, help="In articles until DATE.")
    words = "In articles from DATE: 2031, 2031-03-02."
    return click.option("--from", "first", metavar="DATE", callback=_date, help=words)(until(within))


def range_of(first: str | None, last: str | None) -> DateRange | None:
    """Return the days from one date to another, each of which may be a month or a year.

    Raises click.UsageError where there is no day between them.
    """
    from dateline.index.rows import DateRange

    if first is None and last is None:
        return None
    end = last or "9999"
    if len(end) == 4:
        end += "-12"
    if len(end) == 7:
        end += f"-{monthrange(int(end[:4]) or 1, int(end[5:]))[1]}"
    dates = DateRange(f"{first or '0001'}-01-01"[:10], end)
    if dates.first > dates.last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    return dates
