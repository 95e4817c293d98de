"""newsboat with the articles of a collection in its cache, to be compared with."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.startup import Terminal

TITLE = "invented news"
_FEED = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>{TITLE}</title><link>http://localhost/</link><description>All</description>
%s</channel></rss>
"""
_ITEM = """<item><title>%s</title><guid>%s</guid><link>http://localhost/%s</link>
<pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate><description>%s</description></item>
"""
_FIRST = 1578304800  #: Unix time of the first article


class Newsboat:
    """newsboat on one feed, whose first article it has read itself; the others are put into its cache."""

    def __init__(self, folder: Path, articles: Path) -> None:
        """Fill the cache from the files below `articles`, unless it is there already."""
        self._folder = folder
        self._environment = {**os.environ, "HOME": str(folder)}
        if not (folder / "full").exists():
            folder.mkdir(parents=True, exist_ok=True)
            self._fill(sorted(articles.rglob("*.txt")))
            (folder / "full").touch()

    @staticmethod
    def installed() -> bool:
        """Say whether newsboat can be run."""
        return shutil.which("newsboat") is not None

    @property
    def command(self) -> list[str]:
        """Return the command that starts it."""
        files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
        return [
            "newsboat",
            *(word for option, name in files.items() for word in (option, str(self._folder / name))),
        ]

    def search(self, terminal: Terminal, term: str) -> float:
        """Return the seconds from the Enter behind a term to the list of what it finds."""
        terminal.answer("Search for", "/")
        terminal.press("-l", term)
        took = terminal.answer("Search results", "Enter")
        terminal.answer("Your feeds", "q")
        return took

    def _fill(self, files: list[Path]) -> None:
        feed = self._folder / "feed.xml"
        title, _, text = files[0].read_text(encoding="utf-8").partition("\n\n")
        feed.write_text(_FEED % (_ITEM % (escape(title), 0, 0, escape(text))), encoding="utf-8")
        (self._folder / "urls").write_text(f"{feed.as_uri()}\n", encoding="utf-8")
        (self._folder / "config").touch()
        subprocess.run(
            [*self.command, "-x", "reload"], check=True, env=self._environment, capture_output=True
        )
        cache = sqlite3.connect(self._folder / "cache.db")
        with cache:
            cache.executemany(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,"
                " enclosure_url, enclosure_type) VALUES (?, ?, '', ?, ?, ?, ?, 1, '', '')",
                (
                    (str(n), title, f"http://localhost/{n}", feed.as_uri(), _FIRST + 1300 * n, text)
                    for n, path in enumerate(files[1:], 1)
                    for title, _, text in [path.read_text(encoding="utf-8").partition("\n\n")]
                ),
            )
        cache.close()
