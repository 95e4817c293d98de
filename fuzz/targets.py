"""The targets by name: what each is made by, and words that its inputs are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fuzz import kept, loading, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Target = Callable[[bytes], None]

_YAML = (
    '---\n', '+++\n', 'title:', 'date:', '!!timestamp', '!!bool', '!!int', '!!float', '!!binary', '!!set',
    '*a', '&a', '<<:', '[[', '{', '2031-04-05', "'''", '"""', '# ', '```\n', '> ', '- ', '](', '|--|',
)  # fmt: skip
_XML = (
    '<item>', '<title>', '<description>', '<entry>', '<content ', '<pubDate>', '<updated>', '<link ',
    '<![CDATA[', ']]>', '&amp;', '&lt;', '&#x9b;', '<!DOCTYPE ', '<!ENTITY ', 'xmlns="',
)  # fmt: skip
_HTML = (
    '<meta ', 'property="og:', '"article:published_time"', 'charset=', '<article>', '<p>', '<h1>',
    '<time ', 'datetime=', '<script type="application/ld+json">', 'datePublished', '<link rel=alternate ',
    'type=application/rss+xml ', 'href=http://[',
)  # fmt: skip
_MAIL = (
    'Subject: ', 'From: ', 'Date: ', 'Content-Type: ', 'multipart/alternative; boundary=', 'text/html',
    'Content-Transfer-Encoding: ', 'base64', 'quoted-printable', '=?utf-8?q?', '=?utf-8?b?', '?=',
    'charset=', '\n\n', '\n--b\n', 'Sat, 05 Apr 2031 10:00:00 +0000', '<a@mail.invalid>',
)  # fmt: skip
_JSON = (
    '"title":', '"text":', '"headline":', '"body":', '"date":', '"when":{"day":', '\\ud800', '\\u0000',
    '1e999', 'NaN', '-Infinity', '"fields":{"body":', 'null', '[[[[', '{"name":',
)  # fmt: skip
_TABLE = (
    'title,text,date\n', '"', '""', ',', ';', '\t', '|', '\r\n', 'headline,body,when.day',
)  # fmt: skip
_TEXT = (
    'date 2031-04-05', 'By ', 'Published: ', 'Source: ', 'Title: ', 'Read more: ', 'Share', '(Reuters) - ',
    '\n\n', '“', '”', '5 April 2031', '| The Quay Times', '© 2031 ', 'subscribe to our newsletter',
    '\nEnd of Document\n', '\n1 of 2 DOCUMENTS\n', '\nLength: 9 words\n', '\nBody\n', '\nHD  ',
    '\nPD  5 April 2031\n', '\nLP  ', '\nTD  ', '\nDocument QUAYTM0020310405er4500001\n', '\n9 words\n',
    '\nDocument 1 of 2\n', '\nFull text: ',
)  # fmt: skip
_QUERY = (
    '"', '-', 'person:', 'country:', 'org:', 'summit:', 'source:', 'from:2031-04', 'to:', 'has:pledge',
    'money>', 'money<=', '£', 'bn', ' OR ', 'NEAR(', '*', 'ada quill', 'harbour', 'norland',
)  # fmt: skip
_SUMS = (
    '$', '£', '€', 'US$', 'million', 'bn', ' to ', 'between ', ' and ', '(', ')', 'half a ', 'dollars',
    'cents', 'a year', 'more than ', 'hundreds of ', 'Canadian ', 'CHF', 'twenty-five ', '1,250.5', 'CUP',
)  # fmt: skip
_DATES = (
    'Sunday', 'last ', 'next ', 'week', 'March', '2031', '3rd ', 'the ', ' ago', 'from now',
    'two days after ', 'the first Friday of ', 'Q3', '2014-18', 'the 1990s', '’s', '9/11', 'century',
    'since ', 'year',
)  # fmt: skip
_RANGES = (
    '..', ' to ', 'march', 'last week', 'since ', 'before ', 'after ', '9999-12-31', '0001-01-01', 'q1',
    '2 april', 'days ago', 'year', 'yesterday', '29 february',
)  # fmt: skip
_DAYS = (
    '2031-04-05', 'T10:00:00', '+99999999999999', 'Sat, 5 Apr 2031 10:00 +0100', 'date ', '1e308',
    '5/4/2031', '1901923200', 'posted on ',
)  # fmt: skip
_ESCAPES = (
    '\x1b[', '\x1b]', '\x9b', '\x9d', '\x9c', '\u0301', '\u202e', '\u2029', '\ufeff', 'ﬁ', 'İ', '\u0958',
)  # fmt: skip
_LISTS = (
    '<opml ', '<body>', '<outline ', 'xmlUrl="http://', 'title="', 'text="', 'http://[', '&#27;',
)  # fmt: skip
_FEEDS = (
    '{"feeds":[', '{"name":"', '","url":"http://', '","title":"', '../', '\\u001b', 'http://[',
)  # fmt: skip
_SETTINGS = (
    'theme = ', 'open = ', 'mouse = ', 'jobs = ', 'model = ', '[keys]\n', 'next-mention = ', 'ctrl+', '[[',
    '1979-05-27', '\\u001b', '"""', '0x', 'inf',
)  # fmt: skip
_LINES = (
    '{"dateline": "judgements", "version": 1}\n', '{"do": "judge", "id": "', '"kind": "', 'same', 'rename',
    '"about": [{"article": "', '"text": "', '"do": "undo", "judgement": "', '"do": "succeed", "old": "',
    '"value": "', '\\ud800', '\\u001b',
)  # fmt: skip
_MARKS = (
    '{"dateline": "marks", "version": 1}\n', '{"do": "note", "article": "',
    '{"do": "bookmark", "articles": ["', '{"dateline": "sessions", "version": 1, "collections": [',
    '{"roots": ["', '"session": {', '"line": ', '\\u0000', '\\ud800',
)  # fmt: skip


class Entry(NamedTuple):
    """A target: its maker takes a folder of its own, and words help to find inputs that go deep."""

    make: Callable[[Path], Target]
    words: tuple[str, ...] = ()


TARGETS = {
    "text": Entry(loading.text, _TEXT),
    "page": Entry(loading.page, _HTML),
    "feed": Entry(loading.feed, _XML),
    "mail": Entry(loading.file_of(".eml"), _MAIL),
    "mailbox": Entry(
        loading.file_of(".mbox"), ("\n\nFrom a@mail.invalid Sat Apr  5 10:00:00 2031\n", *_MAIL)
    ),
    "archive": Entry(loading.archive, _MAIL),
    "markdown": Entry(loading.file_of(".md"), _YAML),
    "json": Entry(loading.table(".json"), _JSON),
    "json-lines": Entry(loading.table(".jsonl"), _JSON),
    "csv": Entry(loading.table(".csv"), _TABLE),
    "tsv": Entry(loading.table(".tsv"), _TABLE),
    "packed": Entry(loading.packed, _TEXT),
    "modified": Entry(loading.modified),
    "column-map": Entry(loading.column_map, ("title=", "text=", "date=", "source=", ",")),
    "opml": Entry(kept.lists, _LISTS),
    "feeds": Entry(kept.followed, _FEEDS),
    "settings": Entry(kept.configuration, _SETTINGS),
    "judgements": Entry(kept.judgements, _LINES),
    "marks": Entry(kept.marks, _MARKS),
    "maps": Entry(kept.maps, ('{"/a":', '{"text":', "\\u0000")),
    "clean": Entry(words.cleaning, _ESCAPES),
    "search": Entry(words.search, _QUERY),
    "ranges": Entry(words.ranges, _RANGES),
    "sums": Entry(words.sums, _SUMS),
    "dates": Entry(words.expressions, _DATES),
    "days": Entry(words.days, _DAYS),
}
