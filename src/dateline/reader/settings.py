"""What the reader of the news has set: the configuration file, a small TOML.

    theme = "dateline-light"     # "dark", "light" or any theme of the palette's list
    open = "less"                # the command that shows an original file
    mouse = true
    model = "en_core_web_lg"     # an installed spaCy pipeline in the place of dateline's own
    jobs = 4                     # processes that read articles where there are many new ones
    [keys]
    next-mention = "n,ctrl+n"

Whatever is wrong in it is told and left out; nothing in it stops the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.config import read_table
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

THEMES = {"dark": "dateline-dark", "light": "dateline-light"}
DEFAULT_THEME = THEMES["dark"]
_KNOWN: dict[str, type] = {"theme": str, "open": str, "mouse": bool, "model": str, "jobs": int, "keys": dict}


class Settings(NamedTuple):
    """The settings that hold, and what was wrong in the file."""

    theme: str | None = None  #: None: the one last used, else the default
    open: str | None = None
    mouse: bool = True
    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()
    model: str | None = None  #: for the child that indexes, which looks itself: config.model
    jobs: int | None = None  #: as well: config.jobs


def load(path: Path) -> Settings:
    """Return the settings of a configuration file; the defaults where there is none."""
    table, problem = read_table(path)
    found = Settings(problems=(problem,)) if problem else _checked(table, path)
    return found._replace(problems=tuple(" ".join(clean(told).split()) for told in found.problems))


def _checked(table: dict[str, Any], path: Path) -> Settings:
    problems: list[str] = []
    good: dict[str, Any] = {}
    for name, value in table.items():
        wanted = _KNOWN.get(name)
        if wanted is None:
            problems.append(f"{path.name}: “{name}” is no setting (there are {', '.join(_KNOWN)})")
        elif not isinstance(value, wanted):
            problems.append(f"{path.name}: {name} must be a {_WORDS[wanted]}")
        else:
            good[name] = value
    if "theme" in good:
        good["theme"] = THEMES.get(good["theme"], good["theme"])
    good["keys"] = _keys(good.get("keys", {}), path, problems)
    return Settings(**good, problems=tuple(problems))


_WORDS: dict[type, str] = {str: "text in quotes", bool: "true or false", int: "whole number", dict: "table"}


def _keys(table: dict[str, Any], path: Path, problems: list[str]) -> dict[str, str]:
    """Return the user's keys, none of them where something is wrong with any."""
    from dateline.reader import keys  # noqa: PLC0415

    keymap: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, str):
            keymap[name] = value
        elif isinstance(value, list) and all(isinstance(key, str) for key in value):
            keymap[name] = ",".join(value)
        else:
            problems.append(f"{path.name}: the key of {name} must be text in quotes")
    wrong = keys.problems(keymap)
    problems += [f"{path.name}: {problem}" for problem in wrong]
    if wrong:
        problems.append(f"{path.name}: the keys stay as they are by default")
        return {}
    return keys.normalized(keymap)
