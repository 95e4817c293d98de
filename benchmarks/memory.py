"""How much memory `dateline extract` takes: the process and its children together, at the worst moment.

    python -m benchmarks.memory [--articles N] [--extract N] [--originals FOLDER]

Articles are copies of the invented stories of the tests, a day apart, with other people, other sums and half
of the longer words replaced. The first runs link N of them (10,000 without the option) and a tenth, whose
extractions are made the same way, from those of the stories: what grows with an article is what linking
needs. The last one is a whole run with the spaCy pass over fewer (500), whose processes take the same for
any number, since they are renewed. Linux alone: it looks into /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Article

STORIES = Path(__file__).parent.parent / "tests" / "stories"
LIMIT = 600  #: MB resident, for 10,000 articles
CASTS = 300  #: sets of names: people turn up again, as they do in the news
DAY = re.compile(r"\d{4}-\d\d-\d\d")
QUOTED = frozenset({"text", "name", "given", "family", "action", "condition", "place", "organization"})
EXTRACTIONS = "extractions.tsv"  #: beside the folder of articles: id, and extraction as JSON


class Peak(NamedTuple):
    """The largest sizes that were seen, in MB resident."""

    together: float = 0.0
    alone: float = 0.0  #: of the process itself while it had no children
    seconds: float = 0.0


class Story(NamedTuple):
    """An article of the tests: its file's text, its extraction as plain values, and its people's names."""

    name: str
    raw: str
    extraction: dict[str, Any]
    names: frozenset[str]


def stories(folder: Path = STORIES) -> list[Story]:
    """Return the articles of a folder, read and extracted."""
    import msgspec

    from dateline.extraction import pipeline

    paths = sorted(folder.glob("*.txt"))
    extractions = pipeline.extract([_loaded(path) for path in paths], pipeline.load())
    found = []
    for path, extraction in zip(paths, extractions, strict=True):
        names = {name for p in extraction.people for name in (p.given, p.family) if name and name.isalpha()}
        plain = msgspec.to_builtins(extraction)
        found.append(Story(path.stem, path.read_text(encoding="utf-8"), plain, frozenset(names)))
    return found


def _loaded(path: Path) -> Article:
    from dateline.loading.load import Loaded, load

    return next(item.article for item in load(path) if isinstance(item, Loaded))


def write_articles(folder: Path, number: int, originals: list[Story]) -> None:
    """Write so many articles to folder/articles, and their extractions to a file beside them."""
    articles = folder / "articles"
    articles.mkdir()
    with (folder / EXTRACTIONS).open("w", encoding="utf-8") as extractions:
        for k in range(number):
            story, copy = originals[k % len(originals)], k // len(originals)
            group = [s for s in originals if s.name.partition("-")[0] == story.name.partition("-")[0]]
            changes = _Changes(group, copy)
            path = articles / f"{k:05}.txt"
            text = f"{_later(story.raw, copy, changes).rstrip()} It was report {k}.\n"
            path.write_text(text, encoding="utf-8")
            id_ = _loaded(path).id
            extractions.write(f"{id_}\t{json.dumps({**changes.within(story.extraction), 'article': id_})}\n")


def _later(raw: str, days: int, changes: _Changes) -> str:
    """Return a file's text with the changes, so many days after the original one."""
    header, gap, body = raw.partition("\n\n")
    header = DAY.sub(lambda day: str(date.fromisoformat(day[0]) + timedelta(days=days)), header)
    return header + gap + changes.of(body)


class _Changes:
    """Other names, sums and words of the same length, so that offsets stay right."""

    def __init__(self, group: list[Story], copy: int) -> None:
        self._names = frozenset[str]().union(*(story.names for story in group))
        figures = {f["text"] for story in group for f in story.extraction["money"]}
        longest = (re.escape(text) for text in sorted(figures, key=len, reverse=True))
        self._pattern = re.compile(rf"{'|'.join(longest)}|\b[a-zA-Z]{{3,}}\b")
        self._casts = Random(f"{group[0].name} {copy % CASTS}")
        self._words = Random(f"{group[0].name} {copy}")
        shuffled = "".join(self._words.sample("123456789", 9))
        self._digits = str.maketrans("123456789", shuffled)
        self._chosen: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return a text with the changes."""
        return self._pattern.sub(lambda match: self._other(match[0]), text)

    def within(self, value: Any, key: str = "") -> Any:
        """Return an extraction, or a part of it, with the changes in what it quotes."""
        if isinstance(value, dict):
            return {name: self.within(part, name) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.within(part, key) for part in value]
        if isinstance(value, str) and key in {"amount", "amount_to"}:
            return value.translate(self._digits)
        return self.of(value) if isinstance(value, str) and key in QUOTED else value

    def _other(self, found: str) -> str:
        if not found.isalpha():
            return found.translate(self._digits)
        if found not in self._chosen:
            name = found in self._names
            kept = not name and (not found.islower() or len(found) < 6 or self._words.random() < 0.5)
            self._chosen[found] = found if kept else self._word(found, self._casts if name else self._words)
        return self._chosen[found]

    @staticmethod
    def _word(old: str, random: Random) -> str:
        word = "".join(random.choice("aeiou" if i % 2 else "bdfgklmnprstv") for i in range(len(old)))
        return word.capitalize() if old[0].isupper() else word


def measure(command: list[str]) -> Peak:
    """Run a command and return the peak of its memory."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = Peak()
    while process.poll() is None:
        own, *children = (_resident(pid) for pid in _family(process.pid))
        peak = Peak(max(peak.together, own + sum(children)), max(peak.alone, 0 if children else own))
        time.sleep(0.02)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return peak._replace(seconds=time.monotonic() - start)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def link_alone(folder: Path) -> None:
    """Print the records of the folder's articles with the extractions that are there already."""
    import msgspec

    from dateline import coding
    from dateline.export import extract_records
    from dateline.indexing import steps
    from dateline.model import Extraction

    def made(*_: object) -> Iterator[steps.Encoded]:
        with (folder / EXTRACTIONS).open(encoding="utf-8") as lines:
            while part := [line.rstrip("\n").split("\t", 1) for line in islice(lines, 64)]:
                values = ((id_, msgspec.json.decode(own, type=Extraction)) for id_, own in part)
                yield [(id_, coding.encode(value)) for id_, value in values], {}

    steps.extract_parts = made
    for record in extract_records([folder / "articles"]):
        print(json.dumps(record, ensure_ascii=False))


def main() -> None:
    """Measure, print the peaks and what an article adds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="to link (0: not at all)")
    parser.add_argument("--extract", type=int, default=500, help="to extract and link (0: not at all)")
    parser.add_argument("--originals", type=Path, default=STORIES, help="the articles to copy")
    parser.add_argument("--link-alone", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.link_alone:
        link_alone(options.link_alone)
        return
    originals = stories(options.originals)
    print("articles                 MB together   MB alone   seconds")
    small = options.articles // 10
    grown = [_linked(number, originals) for number in (small, options.articles) if number]
    if len(grown) > 1:
        each = 1000 * (grown[1].alone - grown[0].alone) / (options.articles - small)
        print(f"an article adds {each:.1f} kB to linking, of which its text is the smaller part")
    if options.extract:
        with TemporaryDirectory() as name:
            write_articles(Path(name), options.extract, originals)
            whole = measure([sys.executable, "-m", "dateline", "extract", f"{name}/articles"])
        _print(f"{options.extract:6} extracted", whole)
        grown.append(whole)
    worst = max((peak.together for peak in grown), default=0.0)
    print(f"at most {worst:.0f} MB (limit: {LIMIT})")


def _linked(number: int, originals: list[Story]) -> Peak:
    with TemporaryDirectory() as name:
        write_articles(Path(name), number, originals)
        peak = measure([sys.executable, "-m", "benchmarks.memory", "--link-alone", name])
    _print(f"{number:6} linked", peak)
    return peak


def _print(what: str, peak: Peak) -> None:
    print(f"{what:24} {peak.together:11.0f} {peak.alone:10.0f} {peak.seconds:9.0f}", flush=True)


if __name__ == "__main__":
    main()
