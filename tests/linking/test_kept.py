"""What a linker knows, kept and taken up by another one, leads to the story that linking at once tells."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zlib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from benchmarks.synthetic import collection
from hypothesis import HealthCheck, given, settings

from dateline.linking.linker import Linker
from dateline.linking.memory import HEAD
from dateline.linking.spelling import Reducers, Spelling
from dateline.linking.story import link
from dateline.model import NotRecalled
from told_news import ruled_steps, ruling, step, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dateline.linking.memory import Changes
    from dateline.model import Ruling, Source, Story


class Rows(dict[int, bytes]):
    """Rows in memory."""

    def within(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        return iter([(place, row) for place, row in self.items() if first <= place <= last])

    def write(self, changes: Changes) -> int:
        """Bring the rows to what a linker knows; return how many were written."""
        written = dict(changes.rows)
        for first, last in changes.cleared:
            for place in [place for place in self if first <= place <= last]:
                del self[place]
        for place in changes.gone:
            self.pop(place, None)
        self.update(written)
        return len(written)


def reading(sources: Mapping[str, Source]) -> Callable[[str, object], Source]:
    """Return what reads the sources, whatever was noted of them."""
    return lambda id_, _note: sources[id_]


def again(linker: Linker, rows: Rows, there: Mapping[str, Source]) -> Linker:
    """Return another linker that takes up what one knows."""
    rows.write(linker.kept("a note"))
    recalled, note = Linker.recalled(rows, reading(there))
    assert note == "a note"
    return recalled


def same(one: Story, two: Story) -> None:
    """Assert that two stories are one, part by part."""
    assert dict(one.articles) == dict(two.articles)
    assert list(one.articles) == list(two.articles)
    assert one.actors == two.actors
    assert one.summits == two.summits
    assert list(one.claims.items()) == list(two.claims.items())
    assert one.judged == two.judged


@pytest.mark.parametrize("window", [1, 80])
def test_a_linker_that_is_kept_after_each_step_tells_the_same_story(window: int) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def holds(steps: Sequence[Any]) -> None:
        linker, rows = Linker(), Rows()
        there: dict[str, Source] = {}
        for added, removed in steps:
            sources, gone, there = step(there, added, removed)
            linker.update(sources, gone)
            linker = again(linker, rows, there)
            same(again(linker, rows, there).story(), link(there.values()))

    with patch("dateline.linking.groups.NEIGHBOURS", window), patch("dateline.linking.copies._CROWD", window):
        holds()


def test_a_linker_that_is_kept_under_rulings_tells_the_same_story_or_nothing() -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ruled_steps)
    def holds(steps: Sequence[Any]) -> None:
        linker, rows = Linker(), Rows()
        there: dict[str, Source] = {}
        rulings: list[Ruling] = []
        for (added, removed), said in steps:
            sources, gone, there = step(there, added, removed)
            if said is not None:
                rulings = [ruling(there, number, one) for number, one in enumerate(said)]
            try:
                linker.update(sources, gone, rulings)
            except NotRecalled:
                linker = Linker()
                linker.update(there.values(), (), rulings)
            linker = again(linker, rows, there)
            same(linker.story(), link(there.values(), rulings))

    holds()


def test_of_what_is_kept_an_article_more_reads_and_writes_little() -> None:
    sources = {source.article.id: source for source in collection(160)}
    *most, last = sources.values()
    linker, rows = Linker(), Rows()
    linker.update(most)
    rows.write(linker.kept(None))
    read: list[str] = []

    def source(id_: str, _note: object) -> Source:
        read.append(id_)
        return sources[id_]

    linker, _ = Linker.recalled(rows, source)
    change = linker.update([last])
    assert change.articles | change.sharing < sources.keys()
    assert rows.write(linker.kept(None)) < len(rows) / 10
    assert set(read) < sources.keys()


def test_what_is_kept_in_one_process_is_taken_up_in_another(tmp_path: Path) -> None:
    out = tmp_path / "rows"
    lines = (
        "import pickle, sys",
        f"sys.path[:0] = {[*sys.path, str(Path(__file__).parent)]!r}",
        "from test_kept import Linker, Rows, collection",
        "linker, rows = Linker(), Rows()",
        "linker.update(list(collection(30))[:20])",
        "rows.write(linker.kept(None))",
        f"open({str(out)!r}, 'wb').write(pickle.dumps(dict(rows)))",
    )
    hashing = os.environ | {"PYTHONHASHSEED": "7"}  # otherwise than here, whatever the seed is here
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, env=hashing)
    sources = {source.article.id: source for source in collection(30)}
    linker, _ = Linker.recalled(Rows(pickle.loads(out.read_bytes())), reading(sources))
    ids = list(sources)
    linker.update([sources[id_] for id_ in ids[20:]], ids[:3])
    same(linker.story(), link([sources[id_] for id_ in ids[3:]]))


def some() -> tuple[Rows, dict[str, Source]]:
    """What is kept of a few articles."""
    sources = {source.article.id: source for source in collection(8)}
    linker, rows = Linker(), Rows()
    linker.update(sources.values())
    rows.write(linker.kept(None))
    return rows, sources


def test_a_text_is_spelt_as_it_is_whatever_it_looks_like() -> None:
    id_ = "a" * 64
    value = ("cdateline.linking.spelling\nSpelling\n", f"X@\0\0\0{id_}", id_, "J\0\0\0\0Q" * 60)
    spelling = Spelling([id_])
    row = spelling.spell(7, value, Reducers())
    assert spelling.read(7, row, tuple) == value
    assert spelling.types == []


@pytest.mark.parametrize("head", [None, b"", b"noise", b"\0" * 200])
def test_without_its_head_nothing_is_taken_up(head: bytes | None) -> None:
    rows, sources = some()
    del rows[HEAD]
    if head is not None:
        rows[HEAD] = head
    with pytest.raises(NotRecalled):
        Linker.recalled(rows, reading(sources))


def test_a_row_of_noise_or_of_another_place_is_not_taken_up() -> None:
    rows, sources = some()
    places = sorted(rows.keys() - {HEAD})
    for place, other in [*pairwise(places)][::40]:
        for spoilt in (rows[place][:-1], rows[other], rows[place][:9] + b"noise" + rows[place][14:]):
            noise = Rows(rows | {place: spoilt})
            with pytest.raises(NotRecalled):
                Linker.recalled(noise, reading(sources))[0]._memory.read(place, noise[place])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "content",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cdateline.linking.spelling\nimport_module\n(S'this'\ntR.",
        b"cdateline.linking.spelling\nBytesIO\n(tR.",
        b"cdateline.files\nLock\n(S'x'\ntR.",
        b"\x80\x04\x8c\x18dateline.linking.linker\x94\x8c\x0eLinker.__init__\x94\x93.",
    ],
)
def test_a_row_brings_nothing_to_life_but_values(content: bytes) -> None:
    rows, sources = some()
    rows[HEAD] = zlib.crc32(content, zlib.crc32(bytes(8))).to_bytes(4, "little") + content
    with pytest.raises(NotRecalled):
        Linker.recalled(rows, reading(sources))
