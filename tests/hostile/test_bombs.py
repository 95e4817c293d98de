"""Files that are made to take all memory or time: read in a process that has little of either."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.xdist_group("bombs")  # they are read once

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it. "
MEMORY = 1_200_000_000  # bytes of address space
SECONDS = 240  # of the processor, for all of them
#: Loads each file that is named, and tells as JSON what came of it.
LOADER = f"""
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from dateline.loading.load import Loaded, load
for path in map(Path, sys.argv[1:]):
    found = list(load(path))
    texts = [item.article.text for item in found if isinstance(item, Loaded)]
    reasons = [item.reason for item in found if not isinstance(item, Loaded)]
    print(json.dumps([path.name, texts[:3], reasons[:3]]))
"""
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_ENTITIES = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{_LAUGHS}<!ENTITY big "{"x" * 100_000}">'
_OUTSIDE = '<!ENTITY file SYSTEM "file://{secret}"><!ENTITY % net SYSTEM "http://127.0.0.1:9/x">%net;'


def _feed(words: str) -> str:
    item = f"<item><title>{words}</title><description>{words} {BODY}</description></item>"
    return f'{_ENTITIES}]><rss version="2.0"><channel><title>{words}</title>{item}</channel></rss>'


def _plain() -> dict[str, str]:
    """Return what hostile files hold, by their names."""
    deep, many = 100_000, 1_000_000
    return {
        "marks.txt": f"Port ne{chr(0x301) * many}ws. {BODY}",
        "marks.html": f"<article><h1>Port</h1><p>e{chr(0x300) * many} {BODY * 9}</p></article>",
        "line.html": f"<article><p>{BODY * 11_000}",
        "line.jsonl": json.dumps({"text": BODY * 11_000}),
        "nul.txt": f"Port\0news {BODY}" * 9,
        "nul.jsonl": json.dumps({"title": "a\0b", "text": f"a\0b {BODY}"}),
        "divs.html": "<div>" * deep + BODY * 9,
        "cells.html": "<table><tr><td>" * deep + BODY * 9,
        "tags.html": "<p>a" * many,
        "items.xml": "<rss version='2.0'><channel>" + "<item>" * 10_000,
        "inside.xml": f"<rss version='2.0'><channel><item><description>{'&lt;b&gt;' * deep}{BODY}",
        "laughs.xml": _feed("&l9;"),
        "laughs.html": f"{_ENTITIES}]><html><body><article><p>&l9; {BODY * 9}",
        "big.xml": _feed("&big;" * 50_000),
        "list.jsonl": f'{{"text":{"[" * deep}{"]" * deep}}}',
        "many.jsonl": '{"text":[' + "{}," * 4 * many,
        "many.json": "[" + "{}," * 4 * many + "{}]",
        "short.jsonl": "{}\n" * (many // 4),
        "commas.csv": "title,text\n" + "," * 12 * many,
        "columns.csv": "a," * many + "\n" + "b\n" * (many // 4),
        "quote.csv": 'title,text\n"' + "a " * 4 * many,
        "front.md": f"---\na: {'[' * 3_000}\n---\n{BODY}",
        "quotes.md": "> " * deep + BODY,
        "brackets.md": "[[[[\n" * 3_000,
        "parts.eml": "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nb\n" * many,
        "nested.eml": "Content-Type: multipart/mixed; boundary=a\n\n--a\n" * deep,
        "headers.eml": "A: b\n" * many,
    }


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], list[str]]]:
    """Return the texts and problems of each file."""
    folder = tmp_path_factory.mktemp("bombs")
    secret = folder / "secret"
    secret.write_text("the secret")
    plain = _plain()
    outside = f"{_ENTITIES}{_OUTSIDE.replace('{secret}', str(secret))}]>"
    words = f"&file; {BODY}"
    item = f"<item><title>a</title><description>{words}</description></item>"
    plain["outside.xml"] = f'{outside}<rss version="2.0"><channel>{item}</channel></rss>'
    plain["outside.html"] = f"{outside}<html><body><article><p>{words * 9}"
    for name, content in plain.items():
        (folder / name).write_text(content)
    zeros = gzip.compress(bytes(30_000_000))
    for name in ("zeros.txt.gz", "zeros.jsonl.gz", "zeros.csv.gz", "zeros.html.gz", "zeros.eml.gz"):
        (folder / name).write_bytes(zeros)
    (folder / "twice.txt.gz").write_bytes(gzip.compress(zeros))
    (folder / "fine.txt.gz").write_bytes(gzip.compress((BODY * 30_000).encode()))
    files = sorted(map(str, folder.glob("*.*")))
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, "-c", LOADER, *files], capture_output=True, text=True, env=environment, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    told = map(json.loads, run.stdout.splitlines())
    found = {name: (texts, reasons) for name, texts, reasons in told}
    assert len(found) == len(files)
    return found


def test_no_bomb_takes_all_memory_or_time(loaded) -> None:
    assert all(texts or reasons for texts, reasons in loaded.values()), "each is read or told of"


@pytest.mark.parametrize(
    "name", ["marks.txt", "marks.html", "line.html", "line.jsonl", "quotes.md", "fine.txt.gz"]
)
def test_what_is_an_article_all_the_same_is_read(loaded, name: str) -> None:
    ((text,), _) = loaded[name]
    assert "small room" in text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("zeros.jsonl.gz", "100 times as large"),
        ("zeros.txt.gz", "more than 5 MB"),
        ("twice.txt.gz", "it is compressed"),
        ("nul.txt", "it is not text"),
        ("tags.html", "more in it than a page"),
        ("many.jsonl", "line 1 is too long"),
        ("many.json", "too many values"),
        ("commas.csv", "too long for an article"),
        ("columns.csv", "too many columns"),
        ("parts.eml", "can't be taken apart"),
        ("headers.eml", "can't be taken apart"),
        ("short.jsonl", "holds no article"),
    ],
)
def test_what_is_no_article_is_told(loaded, name: str, reason: str) -> None:
    assert reason in " ".join(loaded[name][1])


@pytest.mark.parametrize("name", ["laughs.xml", "laughs.html", "big.xml", "outside.xml", "outside.html"])
def test_entities_stand_for_nothing(loaded, name: str) -> None:
    told = " ".join(map(" ".join, loaded[name]))
    assert "lollol" not in told
    assert "secret" not in told
    assert len(told) < 1_000_000
