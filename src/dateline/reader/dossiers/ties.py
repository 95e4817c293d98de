"""What the graph tells of an actor: whom it is mentioned with, and the path that leads to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.dossiers.parts import TABLE, number, paragraph, plural, section, sentences
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry, words
from dateline.reader.widgets.strips import width_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.index.rows import Selection
    from dateline.reader.answers import Actor, Step
    from dateline.reader.widgets.strips import Piece


def of_actor(actors: Mapping[int, Actor], tied: Mapping[int, int], of: int) -> list[Entry]:
    """Return the entries about an actor: who it is, and whom it is mentioned with most."""
    selection, articles = actors[of]
    entries = [
        words((f" {selection.label}", "strong"), (f"  {selection.kind}", "dim")),
        paragraph(f"{plural(articles, 'article')} in these dates", "dim", indent=1),
    ]
    entries += section("MENTIONED WITH", "both", "in all")
    for other in sorted(tied, key=lambda n: (-tied[n], -actors[n].articles, n)):
        chosen, count = actors[other]
        right = number(tied[other], "both"), number(count, "in all", "dim")
        entries.append(_tied(chosen, right))
    return entries


def _tied(actor: Selection, right: tuple[Piece, ...]) -> Entry:
    """Return a row for an actor, its kind told where there is room for it."""
    name, kind = (actor.label, ""), (f"  {actor.kind}", "dim")

    def draw(cells: int) -> Sequence[Line]:
        room = min(cells, TABLE) - width_of(right) - 3
        told = (name, kind) if width_of((name, kind)) <= room else (name,)
        return (Line((("  ", ""), *told), right, TABLE),)

    return Entry(draw, actor)


def path(start: Selection, end: Selection, steps: Sequence[Step]) -> list[Entry]:
    """Return the steps of the strongest path, each with its sentences."""
    if start == end:
        told = (
            "Move the focus: the strongest path from here to it is shown, with the sentences that carry it."
        )
        return [words((" From ", "dim"), (start.label, "hit")), words(), paragraph(told, "dim", indent=1)]
    entries = [words((f" {start.label}", "hit"), (" … ", "dim"), (end.label, "hit"))]
    if not steps:
        return [*entries, words(), paragraph("No path leads from one to the other in these dates.", indent=1)]
    if len(steps) == 1:
        entries.clear()  # the one step says it all
    for step in steps:
        tie = (step.one.label, "hit"), (" – ", "dim"), (step.other.label, "hit")
        entries += [
            *[words()] * bool(entries),
            words((" ", ""), *tie, (f"  {plural(step.together, 'article')}", "dim")),
        ]
        entries += sentences(step.sentences)
    return entries
