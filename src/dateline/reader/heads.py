"""What is said about an article below its title, and in a citation."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from dateline.reader.days import date_mark, long_date
from dateline.text import clean

if TYPE_CHECKING:
    from dateline.index.rows import ArticleView
    from dateline.reader.widgets.strips import Piece

WORDS_A_MINUTE = 230  #: silent reading of non-fiction: Brysbaert 2019, J. Mem. Lang. 109, gives 238


def head_of(view: ArticleView, *, bookmarked: bool, changed: bool, note: str, why: str) -> list[Piece]:
    """Return the lines below the title: date, outlet, length; where the date comes from; the note.

    `why` is the key that shows the evidence of an inferred date.
    """
    minutes = max(1, round(view.words / WORDS_A_MINUTE))
    tilde = date_mark(view.date_basis)
    parts = [f"{tilde}{long_date(view.date)}", view.outlet or "outlet unknown", f"{minutes} min"]
    if changed:
        parts.append("◐ changed")
    if bookmarked:
        parts.append("★ bookmarked")
    lines: list[Piece] = [(" · ".join(parts), "dim")]
    if reason := date_reason(view, why):
        lines.append((reason, "near"))
    if note:
        lines += [(f"▎ {line}", "mark") for line in note.splitlines()]
    return lines


def date_reason(view: ArticleView, why: str) -> str:
    """Return in a few words where a date comes from that the article does not declare."""
    if view.date_basis == "inferred":
        return f"~ date inferred, {why} shows from what"
    if view.date_basis == "judged":
        return "✎ the date is as you have said"
    if view.date_basis == "file":
        return "~ no date in the text, this is the file's"
    return ""


def citation(view: ArticleView) -> str:
    """Return outlet, title, date and file, for what is quoted from the article."""
    tilde = "" if view.date_basis in ("declared", "judged") else "about "
    date = long_date(view.date).split(" ", 1)[-1] if len(view.date) == 10 else long_date(view.date)
    parts = [
        view.outlet,
        f"“{view.title}”",
        f"{tilde}{date}",
        " ".join(clean(PurePath(view.paths[0]).name).split()) if view.paths else None,
    ]
    return ", ".join(part for part in parts if part)
