"""Articles in the formats that people have, each read as one would expect it to be."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading import columns, markup
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="CHARSET">
<title>Harbour talks end with a pledge | The Coastal Post</title>
<meta property="og:site_name" content="The Coastal Post">
<meta property="article:published_time" content="2021-04-05T23:20:00+01:00">
<script>var cut = "<p>never shown</p>"</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><h1>Harbour talks end with a pledge</h1>
<article>
<p>Foreign Minister Ida Vale said on Friday that Norway would give £40m to rebuild the harbour of Port Ellery,
where a storm broke the walls last winter.</p>
<p>The pledge came at the end of two days of talks in the town, at which
ministers of six countries had met.</p>
<p>Denmark is expected to follow with a sum of its own next week, officials said, but
nothing has been signed.</p>
</article>
<aside><h3>Read more</h3><p>Ten ships that never came back, and why.</p></aside>
<footer>© 2021 The Coastal Post. All rights reserved.</footer></body></html>"""

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast &amp; Sea</title>
<item><title>Walls &lt;i&gt;rise&lt;/i&gt; again</title><link>http://feed.invalid/1</link>
<description>&lt;p&gt;Norway &amp;amp; Denmark pay.&lt;/p&gt;
&lt;p&gt;Work begins in May.&lt;/p&gt;</description>
<pubDate>Fri, 02 Apr 2021 23:30:00 -0500</pubDate></item>
<item><title>Only a headline</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atomic Gazette</title>
<entry><id>urn:1</id><title type="html">Talks &amp;amp; tea</title><updated>2021-05-01T10:00:00Z</updated>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p><p>They left.</p></div></content>
</entry></feed>"""

MAIL = (
    b"From: The Daily Digest <digest@mail.invalid>\r\nSubject: =?utf-8?q?Caf=C3=A9_news?=\r\n"
    b"Date: Tue, 02 Mar 2021 23:59:00 -1000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/alternative; boundary=X\r\n\r\n"
    b"--X\r\nContent-Type: text/plain\r\n\r\nRead it in the browser.\r\n"
    b"--X\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<table><tr><td>The caf=E9 by the harbour opens again on Monday,</td></tr></table>"
    b"<p>two years after the storm took its roof and its terrace.</p>\r\n--X--\r\n"
)

MARKDOWN = """---
title: "Märkte: a test"
date: 2021-03-04
source: {name: Gazette}
---

# Prices fall

The *minister* spoke in [Oslo](http://no.invalid) and
said nothing new.

- fish
- grain
"""


def articles(path: Path, map_: str = "") -> list[Article]:
    return [i.article for i in load(path, columns.parse_map(map_)) if isinstance(i, Loaded)]


def problems(path: Path) -> list[Problem]:
    return [item for item in load(path) if isinstance(item, Problem)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_saved_page_gives_its_article_and_nothing_around_it(tmp_path: Path, encoding: str) -> None:
    page = PAGE.replace("CHARSET", encoding).encode(encoding)
    (article,) = articles(write(tmp_path, "page.html", page))
    assert (article.title, article.title_basis) == ("Harbour talks end with a pledge", "declared")
    assert (article.declared_date, article.outlet) == ("2021-04-05", "The Coastal Post")
    assert "£40m to rebuild the harbour" in article.text
    assert article.text.count("\n\n") >= 2
    for cut in ("Home", "Ten ships", "never shown", "All rights"):
        assert cut not in article.text


def test_a_page_under_the_name_of_a_text_is_read_as_a_page(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "page.txt", PAGE.replace("CHARSET", "utf-8")))
    assert article.outlet == "The Coastal Post"


def test_an_article_is_the_same_compressed_or_not(tmp_path: Path) -> None:
    plain = articles(write(tmp_path, "page.html", PAGE))
    packed = articles(write(tmp_path, "page.html.gz", gzip.compress(PAGE.encode())))
    assert packed == plain


def test_each_entry_of_a_feed_is_an_article_of_its_own_day(tmp_path: Path) -> None:
    first, second = articles(write(tmp_path, "news.xml", RSS))
    assert (first.title, first.declared_date, first.outlet) == (
        "Walls rise again",
        "2021-04-02",
        "Coast & Sea",
    )
    assert first.text == "Norway & Denmark pay.\n\nWork begins in May."
    assert (second.title, second.declared_date) == ("Only a headline", None)


def test_an_entry_keeps_its_identity_when_others_come_before_it(tmp_path: Path) -> None:
    before = articles(write(tmp_path, "news.xml", RSS))
    newer = "<item><title>Newer</title><description>What came later.</description></item>"
    after = articles(write(tmp_path, "news.xml", RSS.replace("<item>", f"{newer}<item>", 1)))
    assert [a.id for a in after[1:]] == [a.id for a in before]


def test_an_atom_feed_is_read_like_rss(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "news.atom", ATOM))
    assert (article.title, article.declared_date) == ("Talks & tea", "2021-05-01")
    assert (article.outlet, article.text) == ("Atomic Gazette", "They met.\n\nThey left.")


def test_a_newsletter_gives_the_part_with_the_text(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "letter.eml", MAIL))
    assert (article.title, article.declared_date) == ("Café news", "2021-03-02")
    assert article.outlet == "The Daily Digest"
    assert "café by the harbour" in article.text
    assert "its terrace" in article.text


def test_markdown_loses_its_marks_and_gives_its_front_matter(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "note.md", MARKDOWN))
    assert (article.title, article.declared_date) == ("Märkte: a test", "2021-03-04")
    assert article.outlet == "Gazette"
    assert "The minister spoke in Oslo and said nothing new." in article.text
    assert "*" not in article.text
    assert "---" not in article.text


def test_markdown_with_front_matter_in_toml(tmp_path: Path) -> None:
    text = (
        '+++\ntitle = "A title of its own"\ndate = 2021-03-04T05:06:07Z\n+++\nThe text itself stands here.\n'
    )
    (article,) = articles(write(tmp_path, "note.md", text))
    assert (article.title, article.declared_date) == ("A title of its own", "2021-03-04")


def test_front_matter_that_cannot_be_read_is_said_and_the_article_is_there(tmp_path: Path) -> None:
    path = write(tmp_path, "note.md", "---\na: &a [x]\nb: *a\n---\nThe text itself stands here.\n")
    (problem,) = problems(path)
    assert "front matter" in problem.reason
    assert articles(path)[0].text == "The text itself stands here."


def test_json_lines_and_what_is_wrong_with_some(tmp_path: Path) -> None:
    good = {
        "headline": "H",
        "body": "The text.",
        "published": "2021-02-03T04:05:06Z",
        "source": {"name": "S"},
    }
    lines = [json.dumps(good), "{broken", "", json.dumps({"id": 1}), json.dumps([1])]
    path = write(tmp_path, "all.jsonl", "\n".join(lines))
    (article,) = articles(path)
    assert (article.title, article.text) == ("H", "The text.")
    assert (article.declared_date, article.outlet) == ("2021-02-03", "S")
    reasons = " ".join(problem.reason for problem in problems(path))
    for line in ("line 2 is no JSON", "line 4 has no text", "line 5 is no JSON object"):
        assert line in reasons


def test_a_map_names_the_columns_of_a_table(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", 'kop;inhoud;dag\n"A; B";"One, with\na line end.";04/25/2021\n;;\n')
    assert not articles(path)
    assert "kop, inhoud, dag" in problems(path)[0].reason
    (article,) = articles(path, "title=kop,text=inhoud,date=dag")
    assert (article.title, article.declared_date) == ("A; B", "2021-04-25")
    assert article.text == "One, with a line end."


def test_a_nested_value_is_named_with_dots(tmp_path: Path) -> None:
    path = write(tmp_path, "t.jsonl", json.dumps({"data": {"main": "The words."}, "title": "T"}))
    assert articles(path, "text=data.main")[0].text == "The words."


@pytest.mark.parametrize("wrong", ["text", "words=body", "text=a,text=b", "text="])
def test_a_map_that_makes_no_sense_is_refused_in_words(wrong: str) -> None:
    with pytest.raises(columns.BadMap, match="“"):
        columns.parse_map(wrong)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2021-02-03T23:30:00-08:00", "2021-02-03"),
        ("Wed, 03 Feb 2021 23:30:00 GMT", "2021-02-03"),
        ("3 February 2021", "2021-02-03"),
        ("20210203", "2021-02-03"),
        (1612310400000, "2021-02-03"),
        ("02/03/2021", None),  # February or March
        ("soon", None),
        (True, None),
        (3, None),
    ],
)
def test_days_as_records_tell_them(told: object, day: str | None) -> None:
    assert columns.day(told) == day


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", "<html><body></body></html>", "no article"),
        ("a.xml", "<?xml version='1.0'?><other/>", "no RSS or Atom feed"),
        ("a.rss", '<rss version="2.0"><channel><title>T</title></channel></rss>', "no entries"),
        ("a.xml", '<?xml version="1.0"?>\n<!-- x -->\n<opml version="2.0"><body/></opml>', "list of feeds"),
        ("a.xml", '<?xml version="1.0"?><urlset xmlns="x"></urlset>', "a site's pages"),
        ("a.eml", "no headers here\n", "no headers"),
        ("a.eml", "Subject: empty\n\n", "no text"),
        ("a.jsonl", "[]\n", "no JSON object"),
        ("a.csv", "title,text\n", "holds no article"),
        ("a.txt.gz", b"\x1f\x8b damaged", "damaged"),
        ("a.txt.gz", gzip.compress(b"cut short " * 99, mtime=0)[:-20], "damaged"),
    ],
)
def test_what_holds_no_article_is_named_with_advice(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    path = write(tmp_path, name, content)
    (problem,) = load(path)
    assert isinstance(problem, Problem)
    assert reason in problem.reason
    assert problem.advice
    assert problem.path == str(path)


def test_a_small_file_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path, "bomb.txt.gz", gzip.compress(bytes(9_000_000), 9)))
    assert "more than 5 MB" in problem.reason


def test_entities_that_multiply_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]>'
    bomb = declared + RSS[21:].replace("rise", "&e11;")
    for item in load(write(tmp_path, "bomb.rss", bomb)):
        assert not isinstance(item, Loaded) or len(item.article.text) < 10_000


@pytest.mark.parametrize("name", ["deep.html", "deep.eml", "deep.md", "deep.jsonl", "deep.rss"])
def test_depth_without_end_is_survived(tmp_path: Path, name: str) -> None:
    deep = {
        "deep.html": "<html><body>" + "<div>" * 50_000 + "words",
        "deep.eml": "".join(
            f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000)
        ),
        "deep.md": ">" * 50_000 + " words and more words",
        "deep.jsonl": "[" * 100_000,
        "deep.rss": '<rss version="2.0"><channel><item><title>t</title>' + "<b>" * 50_000,
    }
    assert list(load(write(tmp_path, name, deep[name])))


@given(st.text(st.sampled_from("<>/&;abp \n\"'=!-"), max_size=60))
def test_whatever_looks_like_markup_becomes_text(text: str) -> None:
    assert isinstance(markup.text_of(text), str)


def test_text_without_markup_stays_as_it_is() -> None:
    assert markup.text_of("1 < 2 & 3 > 2") == "1 < 2 & 3 > 2"
    assert markup.text_of("a<br>b &amp; c<p>d</p>") == "a\nb & c\n\nd"
