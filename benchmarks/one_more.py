"""What an article more costs a collection that is indexed: the whole run, as the reader starts it.

    python -m benchmarks.one_more [ARTICLES]

The articles are invented, and their extractions are in the store before the first run, which links them all.
Then an article is added, five times, and the indexer run: processor time with the start of Python and of the
pipeline that reads the article, which alone take two seconds, and how much memory the process held at most.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Article, Extraction

ROUNDS = 5
FLOOR = 5.0  #: seconds of processor time, of 10,000 articles
_TEXT = """Title: A loan for harbour {number}
Date: 2031-03-0{number}

President Ada Quill of Norway promised $5m for harbour {number} in Oslo on Monday.

Prime Minister Emil Bradal said that Peru would give Kenya £20m. They met at the Oslo summit on 3 March 2031.
"""


def main() -> int:
    """Measure and print; return the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as name:
        for home in ("CACHE", "DATA", "CONFIG"):
            os.environ[f"XDG_{home}_HOME"] = str(Path(name) / home.lower())
        os.environ["OMP_NUM_THREADS"] = "1"
        folder = Path(name) / "articles"
        _fill(folder, count)
        whole, _ = _run(folder)
        taken = []
        for number in range(1, ROUNDS + 1):
            (folder / f"new-{number}.txt").write_text(_TEXT.format(number=number), encoding="utf-8")
            taken.append(_run(folder))
        again, _ = _run(folder)
    spent, memory = statistics.median(row[0] for row in taken), max(row[1] for row in taken)
    print(f"{count:,} articles at once {whole:.1f} s   nothing new {again:.2f} s")
    print(f"one article more {spent:.2f} s (floor {FLOOR:g}), at most {memory:.0f} MB")
    return int(count <= 10_000 and spent > FLOOR)


def _fill(folder: Path, count: int) -> None:
    """Write the articles as files, and keep what extraction would find in them."""
    from dateline.index import places
    from dateline.index.extractions import ExtractionStore
    from dateline.index.version import current_versions

    store = ExtractionStore(places.extractions_file(), current_versions())
    batch = []
    for made in _articles(folder, count):
        batch.append(made)
        if len(batch) == 1000:
            store.put(batch)
            batch = []
    store.put(batch)
    store.close()


def _articles(folder: Path, count: int) -> Iterator[tuple[Article, Extraction]]:
    from benchmarks.synthetic import collection

    for number, source in enumerate(collection(count)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = f"{source.article.title}, number {number}\n\n{source.article.text}\n".encode()
        path.write_bytes(content)
        id_ = hashlib.sha256(content).hexdigest()
        yield replace(source.article, id=id_), replace(source.extraction, article=id_)


def _run(folder: Path) -> tuple[float, float]:
    """Run the indexer; return the seconds of processor time that it takes, and its memory in MB."""
    command = [sys.executable, "-m", "dateline.indexing", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        events = child.stdout.read()
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
    assert b'"finished"' in events, events[-300:]
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
