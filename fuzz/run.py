"""Gives loading, cleaning and the search language mutated input for some minutes; prints what breaks them."""

from __future__ import annotations

import argparse
import contextlib
import random
import tempfile
import time
import traceback
from pathlib import Path

from dateline.index import query
from dateline.index.collection import QueryError
from dateline.loading.load import load
from dateline.text import clean

SEEDS = (
    b" date 2031-04-05 \n\nPort news. Ada Quill said so.\n\nRead more: Port",
    b"<html><head><title>Port</title></head><body><article><p>Ada Quill said so.</p></article></body></html>",
    b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Port</title></item></channel></rss>',
    b"---\ntitle: Port\ndate: 2031-04-05\n---\n# Port\n\n*Ada* [said](x) so.\n",
    b"From: A <a@mail.invalid>\nSubject: =?utf-8?q?P?=\nContent-Type: text/plain\n\nAda Quill said so.\n",
    b'{"title": "Port", "text": "Ada Quill said so.", "date": "2031-04-05"}\n',
    b'title,text,date\nPort,"Ada Quill said so.",2031-04-05\n',
    b'"port news" -war person:ada money>1bn from:2031-04 to:2031-05 has:pledge',
)
SUFFIXES = (".txt", ".html", ".rss", ".md", ".eml", ".jsonl", ".csv", ".gz")


def mutated(chance: random.Random) -> bytes:
    """Return a seed with pieces cut, doubled, swapped in from another one or overwritten."""
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 6)):
        at, other = chance.randrange(len(data) + 1), chance.choice(SEEDS)
        size = chance.randint(1, 12)
        piece = chance.choice(
            (b"", bytes(data[at : at + size]) * 9, other[-at - 1 :][:size], chance.randbytes(size))
        )
        data[at : at + chance.randint(0, size)] = piece
    return bytes(data)


def check(data: bytes, folder: Path) -> None:
    """Raise what any of the readers raises that it should not."""
    text = data.decode("utf-8", "replace")
    assert clean(clean(text)) == clean(text)
    with contextlib.suppress(QueryError):
        query.parse(text)
    for suffix in SUFFIXES:
        path = folder / f"fuzz{suffix}"
        path.write_bytes(data)
        assert list(load(path))


def main() -> None:
    """Run for the minutes asked; exit with 1 where anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance, end, broken, count = random.Random(asked.seed), time.monotonic() + 60 * asked.minutes, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            data, count = mutated(chance), count + 1
            try:
                check(data, Path(folder))
            except Exception:
                broken += 1
                print(repr(data))
                traceback.print_exc()
    print(f"{count} inputs, {broken} broke something")
    raise SystemExit(bool(broken))


if __name__ == "__main__":
    main()
