"""Runs the targets under atheris: inputs are mutated, and those kept that reach code which no other did.

    make fuzz                                  all targets, ten minutes in all
    python -m fuzz.run mail dates --minutes 5  some of them
    python -m fuzz.run --keep                  put into fuzz/corpus what the last runs found worth keeping

atheris has wheels for some Pythons alone: `make fuzz` sets it up in an environment of its own, .venv-fuzz,
whose python runs the lines below it as well. New inputs gather in build/fuzz/TARGET, and what breaks a
target, or takes it more than ten seconds, in build/fuzz/findings: mend it, and make it a case of
tests/fuzz/test_findings.py. `make test` gives fuzz/corpus to every target, without atheris.

A new input of your own is a file in fuzz/corpus/TARGET, of words that you made up. `--keep` leaves there the
fewest of all inputs that reach what all of them reach together.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
FOUND = HERE.parent / "build" / "fuzz"
FINDINGS = FOUND / "findings"
NAMES = (
    "text", "page", "feed", "mail", "mailbox", "archive", "markdown", "json", "json-lines", "csv", "tsv",
    "packed", "modified", "column-map", "opml", "feeds", "settings", "judgements", "marks", "maps", "clean",
    "search", "ranges", "sums", "dates", "days",
)  # fmt: skip
#: Libraries whose code counts as reached beside dateline's own.
_LIBRARIES = {
    "feed": ("feedparser",),
    "mail": ("email",),
    "mailbox": ("email",),
    "archive": ("email", "plistlib"),
    "markdown": ("yaml", "tomllib", "markdown_it"),
    "settings": ("tomllib",),
    "page": ("trafilatura", "htmldate"),
}
_LONGEST = 2048  # bytes of an input
_SLOW = 10  # seconds that an input may take, on a machine that does other things as well
_FINISHED = re.compile(r"DONE +cov: (\d+) ft: \d+ corp: (\d+)|number_of_executed_units: *(\d+)")
_WRITTEN = re.compile("Test unit written to .*")
_MEMORY = Path("/dev/shm")  # where files cost least


def fuzz(name: str, home: Path, options: list[str]) -> None:
    """Run one target in this process, which ends with it; the options are libFuzzer's."""
    import atheris  # in its own environment alone

    with atheris.instrument_imports(include=["dateline", *_LIBRARIES.get(name, ())]):
        from fuzz.targets import TARGETS  # only what is imported from here on is instrumented

        entry = TARGETS[name]
        dictionary = home / "words"
        dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in ("Port", *entry.words)))
        # a merge starts itself anew by the first word
        command = f"{sys.executable} -m fuzz.run --target {name} {home}"
        atheris.Setup([command, f"-dict={dictionary}", *options], entry.make(home))
        atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def run(name: str, seconds: int) -> bool:
    """Run one target in a process of its own and print how it went; return whether it found nothing."""
    found = FOUND / name
    found.mkdir(parents=True, exist_ok=True)
    FINDINGS.mkdir(exist_ok=True)
    done = _start(
        name,
        *(f"-max_total_time={seconds}", f"-timeout={_SLOW}", "-len_control=20", "-print_final_stats=1"),
        *(f"-artifact_prefix={FINDINGS}/{name}-", str(found), str(CORPUS / name)),
    )
    reached, corpus, executions = "0", "0", "0"
    for match in _FINISHED.finditer(done.stderr):
        reached, corpus, executions = (match[1] or reached), (match[2] or corpus), (match[3] or executions)
    print(f"{name:12} {executions:>8} inputs, {reached:>6} places reached, {corpus:>5} kept", flush=True)
    if done.returncode:
        print(done.stdout.strip()[-3000:], *_WRITTEN.findall(done.stderr), sep="\n", flush=True)
    return done.returncode == 0


def keep(name: str) -> None:
    """Put into the corpus's place the fewest inputs that reach what it and the last runs reached."""
    kept, found = CORPUS / name, FOUND / name
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as merged:
        sources = [str(folder) for folder in (kept, found) if folder.is_dir()]
        # how often a library's loops are run tells nothing of dateline
        counting = f"-use_counters={int(name not in _LIBRARIES)}"
        _start(name, "-set_cover_merge=1", counting, merged, *sources).check_returncode()
        chosen = {path.read_bytes() for path in Path(merged).iterdir()}
    for path in kept.iterdir():
        content = path.read_bytes()
        if content in chosen:
            chosen.remove(content)
        else:
            path.unlink()
    for content in chosen:
        (kept / hashlib.sha256(content).hexdigest()[:12]).write_bytes(content)
    print(f"{name:12} {sum(1 for _ in kept.iterdir())} inputs kept", flush=True)


def _start(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run libFuzzer on a target, with a home folder of its own."""
    path = os.pathsep.join((str(HERE.parent), str(HERE.parent / "tests"), os.environ.get("PYTHONPATH", "")))
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as home:
        folders = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "DATA", "CONFIG", "STATE")}
        return subprocess.run(
            [sys.executable, "-m", "fuzz.run", "--target", name, home, f"-max_len={_LONGEST}", *options],
            env={**os.environ, **folders, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )


def main() -> None:
    """Run what is asked; exit with 1 where anything was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="TARGET", help=f"of {', '.join(NAMES)}; else all")
    parser.add_argument("--minutes", type=float, default=10, help="for all targets together")
    parser.add_argument("--keep", action="store_true", help="merge what was found into the corpus")
    asked = parser.parse_args()
    names = asked.names or NAMES
    if unknown := set(names).difference(NAMES):
        parser.error(f"there is no {', '.join(unknown)}")
    if asked.keep:
        for name in names:
            keep(name)
        return
    os.nice(10)
    clean = [run(name, max(1, int(60 * asked.minutes / len(names)))) for name in names]
    raise SystemExit(not all(clean))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--target"]:
        fuzz(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
    else:
        main()
