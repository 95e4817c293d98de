"""Imports what the first press of many a key would wait for, while nothing else is to be done."""

from __future__ import annotations

import threading
import time
from importlib import import_module

AFTER = 1.0  #: seconds from the first screen, within which the reader's first keys mostly fall
BREATH = 0.02  #: seconds between modules, in which keys that wait are answered


def start() -> None:
    """Import the actions and the screens in a thread of its own, which gives way to every key."""
    threading.Thread(target=import_all, args=(BREATH,), name="dateline-warming", daemon=True).start()


def import_all(breath: float = 0.0) -> None:
    """Import all actions and screens; what is imported already costs nothing."""
    from pkgutil import iter_modules  # noqa: PLC0415  # not on the way to the first screen

    for name in ("dateline.reader.actions", "dateline.reader.screens"):
        for module in iter_modules(import_module(name).__path__, f"{name}."):
            import_module(module.name)
            time.sleep(breath)
