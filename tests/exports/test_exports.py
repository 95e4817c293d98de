"""What is exported of a made-up collection, read back by what other programs read it with."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx
import pytest

import fakes
import harbours
from dateline.exports import dossier, graph, ledger, mentions, timeline
from dateline.index import places
from dateline.index.collection import Collection
from dateline.index.rows import DateRange, Filter, LedgerFilter, LedgerOrder, Selection
from dateline.index.writer import CollectionWriter
from dateline.model import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

ADA = Selection("person", "ada-quill", "Ada Quill")
CARA = Selection("person", "cara-de-witt", "Cara de Witt")
APRIL = DateRange("2031-04-01", "2031-04-30")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = harbours.store(tmp_path)()
    yield opened
    opened.close()


def rows(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines))))


def test_the_ledger_has_a_line_for_each_report(collection: Collection) -> None:
    found = rows(ledger.as_csv(collection))
    assert [(r["claim"], r["report_date"], r["report_sum"], r["report_stage"]) for r in found] == [
        ("gift", "2031-04-05", "€5m", "first"),
        ("gift", "2031-04-07", "€5.1m", "raised"),
        ("gift", "2031-05-01", "€5m", "repeated"),
        ("refusal", "2031-06-01", "$2bn", "refused"),
    ]
    first, second, third, last = found
    assert (first["pledger"], first["beneficiary"], first["amount"]) == (
        "Norland",
        "Harbour League",
        "5000000",
    )
    assert first["report_sentence"] == "Ada Quill pledged €5m to the Harbour League at the Port talks."
    assert (first["report_outlet"], first["report_file"]) == ("The Quay", "/a/000.txt")
    assert (second["report_speaker"], second["report_sign"]) == ("Bram Östlund", "≈")
    assert third["report_copy_of"] == first["report_article"]
    assert (last["judged"], last["report_sign"]) == ("confirmed", "'=")


def test_the_ledger_as_json_tells_the_same(collection: Collection) -> None:
    told = json.loads("".join(ledger.as_json(collection)))
    gift, refusal = told["claims"]
    assert [len(claim["reports"]) for claim in (gift, refusal)] == [3, 1]
    assert gift["reports"][1]["sign"] == "≈"
    assert gift["reports"][0]["speaker"] == "Ada Quill"
    assert {total["currency"] for total in told["totals"]} == {"EUR"}


def test_the_ledger_follows_dates_and_actor(collection: Collection) -> None:
    assert {r["claim"] for r in rows(ledger.as_csv(collection, LedgerFilter(dates=APRIL)))} == {"gift"}
    assert {r["claim"] for r in rows(ledger.as_csv(collection, LedgerFilter(CARA)))} == {"refusal"}
    neither = LedgerFilter(CARA, dates=APRIL)
    assert json.loads("".join(ledger.as_json(collection, neither))) == {"claims": [], "totals": []}
    assert "".join(ledger.as_csv(collection, neither)) == ",".join(ledger.FIELDS) + "\n"


def test_the_ledger_follows_every_filter_and_the_order(collection: Collection) -> None:
    def claims(*wanted: object) -> list[str]:
        return [r["claim"] for r in rows(ledger.as_csv(collection, *wanted))]

    assert set(claims(LedgerFilter(status="refused"))) == {"refusal"}
    assert set(claims(LedgerFilter(least="1000000000", currency="USD"))) == {"refusal"}
    assert set(claims(LedgerFilter(text="port talks"))) == {"gift"}
    assert claims(LedgerFilter(), LedgerOrder("date", reversed=True))[0] == "refusal"


def test_the_ledger_as_markdown_quotes_its_reports_and_says_what_limits_it(collection: Collection) -> None:
    wanted = LedgerFilter(status="pledged", least="1000000", currency="EUR", kind="pledge", text="port talks")
    told = "".join(ledger.as_markdown(collection, wanted))
    assert told.startswith("# Ledger of harbour\n\n1 claim · all dates · only pledges · only pledged")
    assert "from €1m on · with “port talks”" in told
    assert "## Norland → Harbour League €5m pledged" in told
    assert "> Ada Quill pledged €5m to the Harbour League at the Port talks." in told
    assert "## Totals" in told
    assert "refused" not in told
    assert "".join(ledger.as_markdown(collection, LedgerFilter(CARA))).startswith(
        "# Ledger of harbour: Cara de Witt\n"
    )


def test_every_mention_stands_where_it_says(collection: Collection) -> None:
    found = rows(mentions.as_csv(collection))
    texts = {t.id: t.article.text for t in harbours.tellings()}
    assert {r["kind"] for r in found} >= {"person", "country", "organization", "summit", "figure", "pledge"}
    for row in found:
        text = texts[row["article"]]
        words = text[int(row["start"]) : int(row["end"])]
        assert " ".join(words.split()) == row["mention"]
        sentence = text[int(row["sentence_start"]) :]
        assert " ".join(sentence.split()).startswith(row["sentence"])
        assert 0 <= int(row["start"]) - int(row["sentence_start"]) < len(row["sentence"])
    roles = [r for r in found if r["mention_kind"] == "role"]
    assert [(r["name"], r["mention"], r["outlet"]) for r in roles] == [
        ("Ada Quill", "The Norland premier", "The Quay")
    ]


def test_mentions_as_json_follow_dates_and_actor(collection: Collection) -> None:
    told = json.loads("".join(mentions.as_json(collection, APRIL, ADA)))["mentions"]
    assert [(m["date"], m["mention"]) for m in told] == [
        ("2031-04-05", "Ada Quill"),
        ("2031-04-05", "The Norland premier"),
    ]
    assert all(m["id"] == "ada-quill" for m in told)


def test_the_graph_is_read_by_networkx(collection: Collection) -> None:
    read = networkx.parse_graphml("".join(graph.as_graphml(collection)))
    assert read.nodes["person:ada-quill"] == {"label": "Ada Quill", "kind": "person", "articles": 2}
    assert read.edges["person:ada-quill", "organization:harbour-league"]["weight"] == 2
    assert read.edges["person:ada-quill", "person:bram-östlund"]["weight"] == 1
    assert not read.has_edge("person:ada-quill", "person:cara-de-witt")
    april = networkx.parse_graphml("".join(graph.as_graphml(collection, APRIL)))
    assert "person:cara-de-witt" not in april
    two = networkx.parse_graphml("".join(graph.as_graphml(collection, None, CARA, 2)))
    assert set(two) == {"person:cara-de-witt", "country:NL"}


def test_a_dossier_quotes_each_sentence_with_its_source(collection: Collection) -> None:
    told = "".join(dossier.as_markdown(collection, ADA))
    assert told.startswith("# Ada Quill\n\nperson · 2 articles · 3 mentions · 1 known outlet · all dates\n")
    assert (
        "> Ada Quill pledged €5m to the Harbour League at the Port talks.\n>\n"
        "> — “Ada Quill pledged €5m to the Harbour League at the Port talks”, The Quay, 5 Apr 2031, 000.txt\n"
    ) in told
    assert ", about 1 May 2031, 002.txt\n" in told
    assert "- premier, Norland: 5 Apr 2031, 1 article\n" in told
    assert "\nraised, ≈ €5.1m, said by Bram Östlund:\n" in told
    assert "- Port talks: 6 Apr 2031, 1 article\n" in told
    assert told.count("\n## Articles\n") == 1


def test_a_dossier_follows_the_dates(collection: Collection) -> None:
    told = "".join(dossier.as_markdown(collection, ADA, APRIL))
    assert "1 Apr 2031 – 30 Apr 2031 · 1 article outside these dates" in told
    assert "about 1 May" not in told.partition("## Articles")[2]


def test_a_dossier_of_a_summit_and_of_a_claim(collection: Collection) -> None:
    talks = Selection("summit", "2031-04-06-port-talks", "Port talks")
    told = "".join(dossier.as_markdown(collection, talks))
    assert "talks · 6 Apr 2031 · Port · 1 article" in told
    assert "## Company\n\n- Ada Quill\n- Bram Östlund\n" in told
    refusal = "".join(dossier.as_markdown(collection, Selection("pledge", "refusal", "")))
    assert "refused, = $2bn, said by Cara de Witt" in refusal.replace("\\", "")
    assert "confirmed by the reader" in refusal


@pytest.mark.parametrize("kind", ["person", "pledge"])
def test_there_is_no_dossier_of_the_unknown(collection: Collection, kind: str) -> None:
    with pytest.raises(dossier.Unknown, match="Nobody"):
        list(dossier.as_markdown(collection, Selection(kind, "nobody", "Nobody")))  # type: ignore[arg-type]


def test_the_timeline_names_each_article_with_what_it_mentions(collection: Collection) -> None:
    told = "".join(timeline.as_markdown(collection, Filter()))
    assert [line for line in told.splitlines() if line.startswith("## ")] == [
        "## 5 Apr 2031", "## 7 Apr 2031", "## 1 May 2031", "## 1 Jun 2031"
    ]  # fmt: skip
    assert "- “\\[/\\] Other”, Morning Ledger, 7 Apr 2031, 001.txt\n  - People: Bram Östlund\n" in told
    assert "  - Sums: \\$2bn\n" in told
    some = "".join(timeline.as_markdown(collection, Filter(APRIL, ADA)))
    assert "1 article · 1 Apr 2031 – 30 Apr 2031 · only those that mention “Ada Quill”" in some
    assert some.count("\n- “") == 1


NAMES = ["=1+2", "+x", "@sum", "-5", "\x07=bell\x1b[2J", "a\nb", "<b>&amp;\x00\ufffe", "*[x](y)*", "\t=x"]


@pytest.fixture
def hostile(tmp_path: Path) -> Callable[[str], Collection]:
    """Return what opens a collection with an actor of some name."""

    def open_(name: str) -> Collection:
        roots = [tmp_path / "hostile"]
        actor = Actor("person", "somebody", name)
        told = fakes.renamed(fakes.telling(harbours.THIRD, title=name, outlet=name), fakes.ADA, name)
        people = tuple(replace(p, actor=actor) if p.actor.name == name else p for p in told.linked.people)
        told = replace(told, linked=replace(told.linked, people=people))
        writer = CollectionWriter(places.collection_file(roots))
        writer.store(fakes.state([told]))
        writer.close()
        return Collection.open(roots)

    return open_


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_harm_nobody(hostile: Callable[[str], Collection], name: str) -> None:
    found = hostile(name)
    for row in rows(mentions.as_csv(found)):
        for content in row.values():
            assert not content.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert "\x1b" not in content
            assert "\n" not in content
    told = json.loads("".join(mentions.as_json(found)))["mentions"]
    assert "somebody" in {m["id"] for m in told}
    read = networkx.parse_graphml("".join(graph.as_graphml(found)))
    assert "person:somebody" in read
    markdown = "".join(timeline.as_markdown(found, Filter()))
    markdown += "".join(dossier.as_markdown(found, Selection("person", "somebody", name)))
    assert "\x1b" not in markdown
    assert "\x00" not in markdown
    assert "<b>" not in markdown.replace("\\<", "")
    assert "[x](" not in markdown
    found.close()
