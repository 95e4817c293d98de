"""An app around the invented articles that stands still."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.timer import Timer
from textual.widgets import Input, TextArea

from dateline.library.library import Library
from dateline.reader.application import DatelineApp
from driven import Driven, idle
from invented import (
    ARTICLES,
    BRANDT,
    LOAN,
    PERU,
    PLEDGE,
    ROOTS,
    TALKS,
    VALE,
    FakeCollection,
    Invented,
    invent,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from dateline.model import Problem
    from dateline.reader.settings import Settings


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let text boxes stand still, previews come at once, and nothing be read or gone by waiting."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _self: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _self: None)
    monkeypatch.setattr("dateline.reader.desk.PREVIEW", 0.001)
    monkeypatch.setattr("dateline.reader.following.READ", 3600.0)
    for module in ("app", "pilot"):  # which guess from the processor's time, in steps of 20 ms
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", idle)
    make, notify = Timer.__init__, App.notify

    def made(self: Timer, *given: Any, **named: Any) -> None:
        make(self, *given, **named)
        self._skip = self._skip and self._repeat is None  # one that is late would never go off

    def lasting(self: App[Any], message: str, **named: Any) -> None:
        notify(self, message, **{**named, "timeout": 3600.0})

    monkeypatch.setattr(Timer, "__init__", made)
    monkeypatch.setattr(App, "notify", lasting)


@pytest.fixture
def library() -> Library:
    return Library.open()


@pytest.fixture
def make_app(library: Library) -> Callable[..., DatelineApp]:
    """Return what makes an app over invented articles."""

    def make(
        articles: Sequence[Invented] = ARTICLES,
        *,
        settings: Settings | None = None,
        found: Sequence[Problem] = (),
        indexer: object = None,
        grapher: object = None,
        collection: Callable[[], FakeCollection] | None = None,
    ) -> DatelineApp:
        return DatelineApp(
            ROOTS,
            open_collection=collection or (lambda: FakeCollection(articles, found)),  # type: ignore[arg-type,return-value]
            library=library,
            settings=settings,
            indexer=indexer,  # type: ignore[arg-type]
            grapher=grapher,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture
def reader(make_app: Callable[..., DatelineApp]) -> Callable[..., AbstractAsyncContextManager[Driven]]:
    """Return what opens the reader at a size of the terminal."""

    @asynccontextmanager
    async def open_reader(size: tuple[int, int] = (160, 45), **options: Any) -> AsyncIterator[Driven]:
        app = make_app(**options)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            driven = Driven(app, pilot)
            await driven.settle()
            yield driven

    return open_reader


@pytest.fixture
def app(make_app: Callable[..., DatelineApp]) -> DatelineApp:
    return make_app()


@pytest.fixture
def invented() -> type:
    """The invented things, for tests that need the values themselves."""

    class Things:
        vale, brandt, peru, talks, loan, pledge = VALE, BRANDT, PERU, TALKS, LOAN, PLEDGE
        articles = ARTICLES
        collection = FakeCollection
        invent = staticmethod(invent)
        roots = ROOTS

    return Things
