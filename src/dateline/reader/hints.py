"""Which keys the footer tells of, by what they would do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.index.rows import Selection
    from dateline.reader.layout import Pane
    from dateline.reader.selection import Place


class Hint(NamedTuple):
    """Something the footer tells: the actions whose keys it shows, and the words."""

    names: tuple[str, ...]
    label: str


HELP = Hint(("help",), "help")
QUIT = Hint(("quit",), "quit")


def hints(pane: Pane, place: Place, on: Selection | None, *, zoomed: bool, single: bool) -> list[Hint]:
    """Return what is worth telling, the most useful first; the last two always fit.

    `on` is what the mention is of that the reader has walked to.
    """
    selected = place.selection is not None
    again = selected and on == place.selection and pane == "article"
    told: list[Hint] = []
    if pane == "timeline":
        told.append(Hint(("open",), "open"))
    elif pane == "sidebar":
        told.append(Hint(("open",), "open there" if selected else "select"))
    if selected:
        told.append(Hint(("let-go",), "let go"))
    elif single and pane != "timeline":
        told.append(Hint(("let-go",), "back"))
    told.append(Hint(("next-mention", "previous-mention"), "mention"))
    dossier = place.selection is not None and place.selection.kind != "search"
    if pane == "article" and (dossier or not again):
        told.append(Hint(("open",), "dossier" if again else "select"))
    if single or zoomed:
        told.append(Hint(("next-pane",), "pane"))
    if selected:
        told += [Hint(("only",), "all again" if place.only else "only these")]
        told += [Hint(("dossier",), "dossier")] * (dossier and not again)
        told += [Hint(("next-article", "previous-article"), "article")]
    told += [Hint(("person",), "person…"), Hint(("search",), "search"), Hint(("dates",), "dates")]
    if place.dates:
        told += [Hint(("earlier", "later"), "move"), Hint(("all-dates",), "all dates")]
    if not (single or zoomed):
        told.append(Hint(("next-pane",), "pane"))
    if zoomed:
        told.append(Hint(("zoom",), "unzoom"))
    told += [Hint(("why",), "why"), Hint(("judge",), "judge")] if selected or pane == "article" else []
    told += [Hint(("next-unread",), "read on"), Hint(("back",), "back"), Hint(("bookmark",), "bookmark")]
    told += [Hint(("ledger",), "ledger"), Hint(("summits",), "summits")]
    told += [Hint(("graph",), "graph"), Hint(("export",), "export"), Hint(("palette",), "palette")]
    told += [HELP, QUIT]
    return told
