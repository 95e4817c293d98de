"""Pictures of the boxes in which the reader judges and asks why."""

from __future__ import annotations

import pytest

from dateline.index.why import TieRow, Why
from driven import after

SIZES = [(160, 45), (80, 24)]


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
