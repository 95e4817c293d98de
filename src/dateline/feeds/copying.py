"""Copies of the reader's own files in the collection of what was added."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import column_maps, files
from dateline.feeds import store
from dateline.loading import formats
from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded, load
from dateline.text import clean

if TYPE_CHECKING:
    from dateline.model import Problem


@dataclass(slots=True)
class Copied:
    """What was copied of a file or folder."""

    new: int = 0  #: files
    known: int = 0  #: files that were there already
    problems: list[Problem] = field(default_factory=list)  #: of what holds no article


def copy(path: Path, columns: column_maps.Map | None) -> Copied:
    """Copy the files of a path that hold articles; one that is there already is not copied again.

    `columns` says which columns of tables are what, as kept for the path where it is None. Raises OSError.
    """
    target = store.private(store.added_folder() / "files")
    copied = Copied()
    maps: dict[Path, column_maps.Map] = {}
    for item in list(discover([path])):
        if not isinstance(item, Found):
            copied.problems.append(item)
            continue
        source = Path(item.path)
        if source.is_relative_to(store.added_folder()):  # a folder above it was given
            continue
        map_ = column_maps.of(source) if columns is None else columns
        found = list(load(source, map_))
        if not any(isinstance(loaded, Loaded) for loaded in found):
            copied.problems += [problem for problem in found if not isinstance(problem, Loaded)]
            continue
        content = source.read_bytes()
        kept = target / _kept_name(source, content)
        if map_:
            maps[kept] = map_
        if kept.exists():
            copied.known += 1
        else:
            files.write_atomically(kept, content)
            copied.new += 1
    for kept, map_ in maps.items():
        column_maps.remember([kept], map_)
    return copied


_OBEYED = re.compile(r"[\\/:*?\"<>|$`;&!~%#]")  # by a shell, or by a disk of another system
_LONGEST_SUFFIX = 16  # characters of what still tells a format


def _kept_name(source: Path, content: bytes) -> str:
    """Return the name of a copy: that of the file, with nothing in it that a terminal or shell obeys.

    It ends so that the copy is read in the same format.
    """
    digest = hashlib.sha256(content).hexdigest()[:12]
    name = " ".join(clean(source.name.encode("utf-8", "replace").decode()).split())
    stem, *suffixes = _OBEYED.sub("_", name).split(".")
    told = [suffix for suffix in suffixes[-2:] if len(suffix) <= _LONGEST_SUFFIX]
    kept = ".".join((f"{stem.lstrip('-')[:60]}-{digest}".lstrip("-"), *told))
    if formats.by_name(kept):
        return kept
    form = formats.by_name(name) or formats.by_content(content, formats.PLAIN_TEXT)
    packed = formats.COMPRESSED if kept.lower().endswith(formats.COMPRESSED) else ""
    return kept[: len(kept) - len(packed)] + form.suffixes[0] + packed
