"""Asking feeds for what is new, and keeping their entries as files.

Different hosts are asked at the same time, one host never twice at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from dateline import files
from dateline.feeds import store
from dateline.feeds.fetch import FetchFailure, fetch
from dateline.loading import feed as reading
from dateline.loading import markup
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.feeds.store import Feed

_HOSTS_AT_ONCE = 6
_WRITERS = 8  # of files at once, where there are many: each waits for the disk
_MANY = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the request of a feed ended."""

    feed: Feed  #: as it is kept now
    new: int = 0  #: entries that were not there before
    changed: int = 0  #: entries whose words are others now


def refresh(
    feeds: Sequence[Feed],
    report: Callable[[Outcome, int], None] = lambda *_: None,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Outcome]:
    """Ask the feeds, keep what they have, and return how each went; raises StoreFailure.

    `report` is given each outcome and how many there are by now.
    """
    by_host: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds:
        by_host[feed.host].append(feed)
    outcomes: list[Outcome] = []

    def told(outcome: Outcome) -> None:
        outcomes.append(outcome)
        report(outcome, len(outcomes))

    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        for future in as_completed([pool.submit(_ask_all, row, stopped, told) for row in by_host.values()]):
            future.result()
    with store.changing() as kept:
        for outcome in outcomes:
            if outcome.feed.name in kept.by_name:  # it may have been removed meanwhile
                kept.by_name[outcome.feed.name] = outcome.feed
    return outcomes


def _ask_all(feeds: Iterable[Feed], stopped: Callable[[], bool], told: Callable[[Outcome], None]) -> None:
    for feed in feeds:
        if stopped():
            return
        told(ask(feed))


def ask(feed: Feed) -> Outcome:
    """Ask one feed and keep its entries; what goes wrong is kept with the feed."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if feed.not_before > now:
        return Outcome(feed)
    try:
        answer = fetch(feed.url, etag=feed.etag, modified=feed.modified)
    except FetchFailure as failure:
        return Outcome(replace(feed, checked=now, failure=str(failure), not_before=failure.not_before))
    found = replace(feed, url=answer.url, checked=now, failure="", not_before="")
    if answer.body is None:
        return Outcome(found)
    outcome = keep(replace(found, etag=answer.etag, modified=answer.modified), answer.body)
    if outcome.feed.failure:  # a feed that leads to what is none has not moved there
        return replace(outcome, feed=replace(outcome.feed, url=feed.url))
    return outcome


def keep(feed: Feed, raw: bytes) -> Outcome:
    """Write the entries of a feed to its folder, a file for each; those that are gone from it stay."""
    parsed = reading.parse(raw)
    if not parsed.version and not parsed.entries:
        return Outcome(replace(feed, etag="", modified="", failure="it is no RSS or Atom feed any more"))
    new = changed = 0
    try:
        folder = store.entries_folder(feed)
        records = {f"{reading.name_of(entry)}.jsonl": _record(entry, feed) for entry in parsed.entries}
        for before in _write_all(_unknown(folder, records)):
            new += before is None
            changed += before is False
    except OSError as error:
        reason = f"its entries can't be kept ({error.strerror})"
        return Outcome(replace(feed, etag="", modified="", failure=reason), new, changed)
    more = parsed.get("more", 0)
    return Outcome(replace(feed, failure=reading.beyond(more)) if more else feed, new, changed)


def _record(entry: Any, feed: Feed) -> dict[str, str]:
    """Return an entry as it is kept: a line of JSON that the loader reads like any other."""
    outlet = reading.outlet_of(entry.get("source", {})) or reading.outlet_of({"title": feed.title})
    title = reading.headline_of(entry, outlet)
    record = {
        "title": title,
        "text": markup.literal(clean(reading.body(entry) or title or "")),
        "date": reading.day(entry),
        "source": outlet,
        "link": _joined(store.without_login(feed.url), str(entry.get("link", ""))),
    }
    return {name: clean(value) for name, value in record.items() if value}


def _unknown(folder: Path, records: Mapping[str, dict[str, str]]) -> dict[Path, dict[str, str]]:
    """Return the records by their paths, without those that the folder has under other names.

    Some feeds number their entries anew with each request: each would be another file every time.
    """
    paths = {folder / name: record for name, record in records.items()}
    kept = set(folder.glob("*.jsonl"))
    if not kept or paths.keys() <= kept:
        return paths
    contents = set()
    for path in kept:
        with contextlib.suppress(OSError):  # one that can't be read is like no other
            contents.add(hashlib.sha256(path.read_bytes()).digest())
    return {
        path: record
        for path, record in paths.items()
        if path in kept or hashlib.sha256(_line(record)).digest() not in contents
    }


def _line(record: Mapping[str, str]) -> bytes:
    """Return a record as the line that is its file."""
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def _write_all(records: Mapping[Path, dict[str, str]]) -> Iterator[bool | None]:
    """Write records to their files; yield what `_write` returns of each."""
    if len(records) <= _MANY:
        yield from map(_write, records, records.values())
        return
    with ThreadPoolExecutor(_WRITERS) as pool:
        yield from pool.map(_write, records, records.values())


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link) if link else ""
    except ValueError:
        return link


def _write(path: Path, record: dict[str, str]) -> bool | None:
    """Write a record; return None if there was none before, else whether it was the same."""
    content = _line(record)
    if "text" not in record:
        return True
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        files.write_atomically(path, content)
        return None
    if before != content:
        files.write_atomically(path, content)
    return before == content
