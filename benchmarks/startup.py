"""From exec to the first painted article of an indexed collection, against an empty Textual app.

Both run in tmux at 160x45, one after the other in each round. Printed are the medians and their ratio.

    python -m benchmarks.startup [PATH...]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
PATIENCE = 20.0  #: seconds
SIZE = ("160", "45")
REPOSITORY = Path(__file__).parent.parent
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first words")
Empty().run()
"""


class Terminal:
    """A tmux server of its own, with one window kept open so that starting the server is not measured."""

    def __init__(self) -> None:
        self._name = f"dateline-{os.getpid()}"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-s", "keep", "sleep 1000")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._name, *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout

    def time_to(self, words: str, command: list[str]) -> float:
        """Return the seconds from the start of a command to some words on its screen, and end it."""
        took = self.start(words, command)
        self.end()
        return took

    def start(self, words: str, command: list[str]) -> float:
        """Return the seconds from the start of a command to some words on its screen."""
        began = time.perf_counter()
        self._tmux("new-session", "-d", "-s", "run", "-x", SIZE[0], "-y", SIZE[1], *command)
        return self._wait(words, began)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._tmux("send-keys", "-t", "run", *keys)

    def answer(self, words: str, *keys: str) -> float:
        """Return the seconds from pressing keys to some words on the screen."""
        began = time.perf_counter()
        self.press(*keys)
        return self._wait(words, began)

    def answer_paste(self, words: str, text: str) -> float:
        """Return the seconds from a text that is pasted to some words on the screen."""
        self._tmux("set-buffer", text)
        began = time.perf_counter()
        self._tmux("paste-buffer", "-p", "-t", "run")
        return self._wait(words, began)

    def process(self) -> int:
        """Return the number of the process that was started."""
        return int(self._tmux("list-panes", "-t", "run", "-F", "#{pane_pid}"))

    def end(self) -> None:
        """End what was started."""
        self._tmux("kill-session", "-t", "run")

    def _wait(self, words: str, began: float) -> float:
        while words not in (screen := self._tmux("capture-pane", "-p", "-t", "run")):
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{words!r} did not appear; the screen:\n{screen}")
        return time.perf_counter() - began

    def close(self) -> None:
        """End the server."""
        self._tmux("kill-server")


def main(paths: list[str]) -> int:
    """Measure and print; return the exit code."""
    shared = REPOSITORY.parent / "shared" / "seeds"
    roots = paths or [str(shared if shared.is_dir() else REPOSITORY / "seeds")]
    with tempfile.TemporaryDirectory() as home:
        # byte code as an installation has it, but kept out of the source tree
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
        for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = f"{home}/{variable.lower()}"
        subprocess.run(
            [sys.executable, "-m", "dateline.indexing", *roots], check=True, stdout=subprocess.DEVNULL
        )
        empty = [sys.executable, "-c", EMPTY]
        reader = [sys.executable, "-m", "dateline", *roots]
        terminal = Terminal()
        try:
            for command, words in (
                (empty, "first words"),
                (reader, " min"),
            ):  # byte code and caches are made here
                terminal.time_to(words, command)
            times: dict[str, list[float]] = {"empty app": [], "dateline": []}
            for _ in range(ROUNDS):
                times["empty app"].append(terminal.time_to("first words", empty))
                times["dateline"].append(terminal.time_to(" min", reader))
        finally:
            terminal.close()
    for name, taken in times.items():
        low, high = min(taken), max(taken)
        middle = statistics.median(taken)
        print(f"{name:10} median {middle * 1000:4.0f} ms   ({low * 1000:.0f} to {high * 1000:.0f})")
    ratio = statistics.median(times["dateline"]) / statistics.median(times["empty app"])
    print(f"ratio      {ratio:.2f}   (floor: at most 1.60)")
    return 0 if ratio <= 1.6 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
