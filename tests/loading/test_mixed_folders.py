"""A folder with something of everything, compressed and not, as people have it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

WORDS = "Norway will give £40m to rebuild the harbour walls, Ida Vale said on Friday in Port Ellery."
LETTER = f"From: The Post <a@b.invalid>\nSubject: Walls\nDate: Fri, 07 Mar 2025 10:00:00 +0000\n\n{WORDS}\n"
ITEM = f"<item><title>Walls</title><description>{WORDS}</description></item>"
RSS = f'<rss version="2.0"><channel><title>The Post</title>{ITEM}</channel></rss>'
BODY = f"<body><h1>Walls</h1><p>{WORDS}</p><p>{WORDS} Again.</p></body>"
PAGE = f"<html><head><title>Walls</title></head>{BODY}</html>"
FILES = {
    "a.txt": WORDS,
    "b.html": PAGE,
    "c.rss": RSS,
    "d.md": f"---\ntitle: Walls\n---\n{WORDS}\n",
    "e.eml": LETTER,
    "f.mbox": f"From a@b.invalid Fri Mar  7 10:00:00 2025\n{LETTER}",
    "g.json": json.dumps([{"title": "Walls", "text": WORDS}]),
    "h.jsonl": json.dumps({"title": "Walls", "text": WORDS}),
    "i.csv": f'title,text\nWalls,"{WORDS}"\n',
    "j.tsv": f"title\ttext\nWalls\t{WORDS}\n",
    "k.mhtml": f"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{PAGE}",
}


def articles(path: Path) -> list[Article]:
    return [item.article for item in load(path) if isinstance(item, Loaded)]


@pytest.mark.parametrize("name", FILES)
def test_an_article_is_the_same_in_a_compressed_file(tmp_path: Path, name: str) -> None:
    plain, packed = tmp_path / name, tmp_path / f"{name}.gz"
    plain.write_text(FILES[name], encoding="utf-8")
    packed.write_bytes(gzip.compress(FILES[name].encode()))
    assert articles(packed) == articles(plain)
    (article,) = articles(plain)
    assert WORDS in article.text


def test_all_of_a_folder_is_read_or_named(tmp_path: Path) -> None:
    for number, (name, content) in enumerate(FILES.items()):
        path = (tmp_path / "sub" if number % 2 else tmp_path) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for name in ("x.pdf", "y.docx", "sub/z.zip"):
        (tmp_path / name).write_bytes(b"\x00")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    found = list(discover([tmp_path]))
    assert sum(len(articles(Path(item.path))) for item in found if isinstance(item, Found)) == len(FILES)
    assert {Path(item.path).name for item in found if isinstance(item, Problem)} == {
        "x.pdf",
        "y.docx",
        "z.zip",
    }
