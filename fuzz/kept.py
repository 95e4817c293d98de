"""Targets for the files that dateline keeps or is configured by: they read back as they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline import column_maps, config
from dateline.feeds import opml, store
from dateline.library.judgements import NAME, Judgements
from dateline.library.library import Library
from dateline.reader import keys, settings
from fuzz import checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Target = Callable[[bytes], None]


def lists(_folder: Path) -> Target:
    """Read a list of feeds in OPML, follow them, and write the list again."""

    def target(data: bytes) -> None:
        try:
            listed = opml.parse(data)
        except ValueError as error:
            checks.is_line(str(error))
            return
        feeds = store.Feeds()
        for title, url in listed:
            if store.is_address(url):
                _is_feed(feeds.add(url, title))
        told = [(feed.title, store.without_login(feed.url)) for feed in feeds.by_name.values()]
        assert opml.parse(opml.written(feeds.by_name.values())) == told

    return target


def followed(_folder: Path) -> Target:
    """Read the file of the feeds that are followed, and write it again."""

    def target(data: bytes) -> None:
        (config.data_folder() / "feeds.json").write_bytes(data)
        try:
            with store.changing() as feeds:
                told = dict(feeds.by_name)
        except store.StoreFailure as failure:
            checks.is_line(str(failure))
            return
        for name, feed in told.items():
            assert name == feed.name
            _is_feed(feed)
        assert store.Feeds.read().by_name == told

    return target


def configuration(_folder: Path) -> Target:
    """Read the file of settings."""

    def target(data: bytes) -> None:
        path = config.configuration_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        found = settings.load(path)
        assert not keys.problems(found.keys)
        assert keys.normalized(found.keys) == found.keys
        assert found.theme is None or isinstance(found.theme, str)
        assert config.jobs() > 0
        assert config.model() != ""
        for problem in found.problems:
            checks.is_line(problem)

    return target


def judgements(folder: Path) -> Target:
    """Read a file of judgements, write it anew, and take what is exported into another."""

    def target(data: bytes) -> None:
        here, there = checks.emptied(folder / "here"), checks.emptied(folder / "there")
        (here / NAME).write_bytes(data)
        first = Judgements(here)
        standing = first.standing()
        for judgement in standing:
            checks.is_line(judgement.id)
            for text in (judgement.value, *(quote.text for quote in judgement.about)):
                checks.is_safe(text)
        again = Judgements(here)
        assert again.standing() == standing
        assert again.messages in ([], first.messages), "damaged once, damaged for good"
        lines = [line.encode().decode() for line in first.export()]
        other = Judgements(there)
        taken = other.take_in(lines)
        assert not taken.unread, "what is exported cannot be imported"
        refused = [judgement for judgement, _ in taken.refused]
        assert sorted(other.standing() + refused, key=lambda j: j.id) == sorted(standing, key=lambda j: j.id)
        assert Judgements(there).standing() == other.standing()

    return target


def marks(folder: Path) -> Target:
    """Read the files of marks and sessions, write them anew, and find the same again."""

    def target(data: bytes) -> None:
        home = checks.emptied(folder / "home")
        marked, left = data.split(b"\xff", 1) if b"\xff" in data else (data, data)
        (home / "marks.jsonl").write_bytes(marked)
        (home / "sessions.json").write_bytes(left)
        library = Library(home)
        roots = library.last_collection()
        session = library.session(roots) if roots else None
        for note in map(library.note, library.bookmarks()):
            checks.is_safe(note)
        library.mark_read("fuzz")
        if session is not None and roots is not None:
            library.save_session(roots, session)
        library.close()
        again = Library(home)
        assert again.bookmarks() == library.bookmarks()
        if session is not None and roots is not None:
            assert again.session(roots) == session
        again.close()

    return target


def maps(_folder: Path) -> Target:
    """Read the file of maps of columns, and write it again."""

    def target(data: bytes) -> None:
        path = config.data_folder() / "columns.json"
        path.write_bytes(data)
        before = column_maps.fingerprint()
        column_maps.remember([path], {"text": "body"})
        assert column_maps.of(path) == {"text": "body"}
        column_maps.remember([path], {})
        column_maps.of(path)
        after = column_maps.fingerprint()
        assert after in (before, "") or "{}" in json.dumps(json.loads(data))

    return target


def _is_feed(feed: store.Feed) -> None:
    """Check that a feed can be asked, shown and kept in a folder of its own."""
    checks.is_line(feed.name)
    checks.is_line(feed.url)
    assert "\n" not in feed.title
    checks.is_safe(feed.title)
    assert feed.host == feed.host.lower()
    home = store.added_folder() / "feeds"
    assert (home / feed.name).resolve().parent == home.resolve(), "outside the folder of feeds"
