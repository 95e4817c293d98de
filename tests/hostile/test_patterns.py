"""No regular expression of dateline takes time that grows faster than the square of what it is given."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a hostile article may repeat; words and signs of the pattern's own come on top.
UNITS = (
    "a", "A", "1", " ", "\n", "\t", ",", ".", "-", "'", '"', "“", "(", "<", "=", "[", "/", "\\", "|", "é",
    "\u0301", "Aa", "Aa ", "a ", "a, ", "Aa, ", "1,", "1.", "$1 ", "a.", "A.", "A. ", "of ", "the ", "and ",
    "Of Aa ", "=?a?b?", "http://a", "a@", "\x1b[", "\x9b", "\x1b]",
)  # fmt: skip
LENGTHS = (20, 128, 512, 2048)
ENOUGH = 0.002  # seconds of the processor: what takes less is not measured
#: How many times longer twice the length may take: 4 is quadratic, 8 cubic (less where the text is short).
STEEPEST = 5.5
ROUNDS = (3, 12)  # how often each length is measured, and how often before a pattern is called steep


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for pair in value.items():
            yield from _patterns(pair, depth + 1)
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _patterns(item, depth + 1)


@cache
def _called() -> dict[str, set[str]]:
    """Return which methods the code calls on each name."""
    (folder,) = dateline.__path__
    found: dict[str, set[str]] = {}
    for path in Path(folder).rglob("*.py"):
        for name, method in re.findall(r"\b(\w+)\.(\w+)\(", path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(method)
    return found


def _found() -> list[tuple[str, re.Pattern[Any]]]:
    """Every compiled pattern of the modules and their classes, once, with the name that holds it."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for info in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        classes = [v for v in vars(module).values() if isinstance(v, type) and v.__module__ == info.name]
        for holder in (module, *classes):
            for name, value in vars(holder).items():
                for pattern in _patterns(value):
                    found.setdefault((pattern.pattern, pattern.flags), (name, pattern))
    return list(found.values())


def _units(pattern: re.Pattern[Any]) -> list[str]:
    written = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = sorted(set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\\.", "", written))), key=lambda w: (len(w), w))
    if len(words) > 6:
        words = words[:2] + words[len(words) // 2 : len(words) // 2 + 2] + words[-2:]
    signs = sorted({c for c in written if not c.isalnum() and c.isprintable()} - set(UNITS))[:10]
    return list(dict.fromkeys((*UNITS, *words, *(f"{word} " for word in words), *signs)))


def _uses(name: str) -> tuple[str, ...]:
    """The methods by which the code uses a pattern; those that try every place in a text where in doubt."""
    methods = _called().get(name, set())
    return tuple(sorted(methods)) if methods and methods <= {"match", "fullmatch"} else ("findall",)


def _seconds(pattern: re.Pattern[Any], uses: tuple[str, ...], text: Any) -> float:
    """The seconds that the processor works on a text; what else it does meanwhile does not count."""
    start = time.thread_time()
    for use in uses:
        getattr(pattern, use)(text)
    return time.thread_time() - start


def _growth(pattern: re.Pattern[Any], uses: tuple[str, ...], unit: str) -> float:
    """How much longer the first length that takes long takes than half of it, 0 where none does."""
    for length in LENGTHS:
        told = (unit * (length // len(unit) + 1))[:length] + "\x00"
        text = told.encode() if isinstance(pattern.pattern, bytes) else told
        if _seconds(pattern, uses, text) <= ENOUGH:
            continue
        growth = float("inf")
        for rounds in ROUNDS:
            # the least of several, taken in turns: what slows the processor down is in both or in neither
            pairs = [
                (_seconds(pattern, uses, text), _seconds(pattern, uses, text[length // 2 :]))
                for _ in range(rounds)
            ]
            whole, half = map(min, zip(*pairs, strict=True))
            growth = min(growth, whole / max(half, 1e-9))
            if growth <= STEEPEST:
                break
        return growth
    return 0.0


@pytest.fixture(autouse=True)
def no_collections_meanwhile() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_no_pattern_is_catastrophic() -> None:
    steep = []
    for name, pattern in _found():
        uses = _uses(name)
        for unit in _units(pattern):
            growth = _growth(pattern, uses, unit)
            if growth > STEEPEST:
                steep.append(f"{name} on {unit!r}: {growth:.1f} times as long for twice the length")
    assert not steep, "\n".join(steep)


@pytest.mark.parametrize(
    ("pattern", "unit"), [(r"(?:a+)+b", "a"), (r"a*a*a*b", "a"), (r"\s*,?\s*,?\s*,?\s*b", " ")]
)
def test_a_catastrophic_pattern_is_found(pattern: str, unit: str) -> None:
    assert _growth(re.compile(pattern), ("match",), unit) > STEEPEST
