"""Pictures of the boxes in which the reader judges and asks why."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from dateline.index.why import TieRow, Why

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = [(160, 45), (80, 24)]


def after(*keys: str):
    """Return what presses keys, each when the one before has done its work."""

    async def settle(pilot: Pilot[int]) -> None:
        for _ in range(4):
            await asyncio.sleep(0.02)
            while pilot.app.loader.busy:  # type: ignore[attr-defined]
                await asyncio.sleep(0.002)
            await pilot.pause()

    async def press(pilot: Pilot[int]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return press


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_judge(snap_compare, app, size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after("2", *["n"] * 5, "x"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_why(snap_compare, app, invented, monkeypatch, size) -> None:
    ties = (
        TieRow("a2", "Lima talks end late", "2031-04-02", "declared", ("Lima", "2 April", "Ida Vale")),
        TieRow("a3", "Union asks where it will go", "2031-04-03", "inferred", ("2 April", "loan")),
    )
    why = Why(("noun phrase",), ties)
    monkeypatch.setattr(invented.collection, "why", lambda *_: why)
    assert snap_compare(app, terminal_size=size, run_before=after("2", *["n"] * 9, "w"))


def test_same_as(snap_compare, app) -> None:
    keys = ("3", "x", *"same", "enter", *"m")
    assert snap_compare(app, terminal_size=(80, 24), run_before=after(*keys))
