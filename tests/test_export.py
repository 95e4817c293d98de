"""What scripts are given: the form of a record, and which articles have one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dateline import config
from dateline.export import article_record, extract_records
from dateline.model import (
    Actor,
    Article,
    Figure,
    LinkedActor,
    LinkedArticle,
    LinkedFigure,
    LinkedParty,
    LinkedPledge,
    LinkedSummit,
    Mention,
    Pledge,
    Problem,
    ResolvedDate,
    Sum,
    Summit,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ada Quill of Norland promised £5m (€6m) at the talks on Sunday."


def mention(words: str, kind: str = "name") -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, kind, "test")  # type: ignore[arg-type]


def test_a_record_has_the_form_of_the_contract() -> None:
    article = Article("a" * 64, "Ada", "derived", None, "The Harbour Post", TEXT, ("Share",))
    money = Figure(
        30, 39, "£5m (€6m)", "5000000", "GBP", None, True, "a year", (Sum("6000000", "EUR"),), "rule"
    )
    promised = Pledge(0, len(TEXT), TEXT, "give", "conditional", None, money=(0,), condition="if asked")
    talks = Summit("2031-04-06-talks", "Port talks", "talks", "Port", "NL", "2031-04-06", ("ada-quill", "x"))
    linked = LinkedArticle(
        article="a" * 64,
        date="2031-04-07",
        date_basis="inferred",
        date_evidence=("It was Monday.",),
        people=(LinkedActor(Actor("person", "ada-quill", "Ada Quill", ("Ada",)), (mention("Ada Quill"),)),),
        countries=(LinkedActor(Actor("country", "NL", "Norland"), (mention("Norland"),)),),
        organizations=(LinkedActor(Actor("organization", "league", "League"), ()),),
        money=(LinkedFigure(money, "c1"),),
        pledges=(
            LinkedPledge(
                promised,
                LinkedParty("country", "NL", "Norland"),
                LinkedParty("person", "ada-quill", "Ada Quill"),
                LinkedParty("group", None, "the ports"),
                "2031-05",
                "c2",
            ),
        ),
        dates=(ResolvedDate(56, 62, "Sunday", "2031-04-06", "rule"), ResolvedDate(0, 3, "Ada", None, "rule")),
        summits=(LinkedSummit(talks, (mention("the talks"),), ("ada-quill",)),),
    )
    assert json.loads(json.dumps(article_record(article, linked, "a.txt"))) == {
        "file": "a.txt",
        "id": "a" * 64,
        "title": "Ada",
        "title_basis": "derived",
        "date": "2031-04-07",
        "date_basis": "inferred",
        "date_evidence": ["It was Monday."],
        "source": "The Harbour Post",
        "text": TEXT,
        "furniture": ["Share"],
        "people": [
            {
                "id": "ada-quill",
                "name": "Ada Quill",
                "mentions": [{"start": 0, "end": 9, "text": "Ada Quill", "kind": "name"}],
            }
        ],
        "countries": [
            {
                "code": "NL",
                "name": "Norland",
                "mentions": [{"start": 13, "end": 20, "text": "Norland", "kind": "name"}],
            }
        ],
        "organizations": [{"id": "league", "name": "League", "mentions": []}],
        "money": [
            {
                "start": 30,
                "end": 39,
                "text": "£5m (€6m)",
                "amount": "5000000",
                "amount_to": None,
                "currency": "GBP",
                "approximate": True,
                "period": "a year",
                "equivalents": [{"amount": "6000000", "currency": "EUR"}],
                "claim": "c1",
            }
        ],
        "pledges": [
            {
                "start": 0,
                "end": len(TEXT),
                "text": TEXT,
                "pledger": {"type": "country", "id": "NL", "name": "Norland"},
                "spoken_by": {"type": "person", "id": "ada-quill", "name": "Ada Quill"},
                "action": "give",
                "beneficiary": {"type": "group", "id": None, "name": "the ports"},
                "money": [0],
                "condition": "if asked",
                "deadline": "2031-05",
                "status": "conditional",
                "claim": "c2",
            }
        ],
        "dates": [
            {"start": 56, "end": 62, "text": "Sunday", "iso": "2031-04-06"},
            {"start": 0, "end": 3, "text": "Ada", "iso": None},
        ],
        "summits": [
            {
                "id": "2031-04-06-talks",
                "name": "Port talks",
                "kind": "talks",
                "place": "Port",
                "country": "NL",
                "date": "2031-04-06",
                "participants": ["ada-quill"],
                "mentions": [{"start": 43, "end": 52, "text": "the talks"}],
            }
        ],
    }


@pytest.mark.usefixtures("simple_steps")
class TestRecordsOfFiles:
    def write(self, path: Path, words: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f" date 2031-04-05 \n\n{words} It was said in a small room full of people.\n")
        return path

    def test_they_stand_in_the_order_of_the_paths_and_touch_no_index(self, tmp_path: Path) -> None:
        b = self.write(tmp_path / "b.txt", "Bram Oak spoke.")
        a = self.write(tmp_path / "a.txt", "Ada Quill spoke.")
        records = list(extract_records([b, a]))
        assert [(r["file"], r["people"][0]["name"]) for r in records] == [
            ("a.txt", "Ada Quill"),
            ("b.txt", "Bram Oak"),
        ]
        assert list(config.cache_folder().iterdir()) == []

    def test_what_cannot_be_read_is_reported(self, tmp_path: Path) -> None:
        self.write(tmp_path / "a.txt", "Ada Quill spoke.")
        self.write(tmp_path / "b.txt", "This will BREAK it.")
        (tmp_path / "c.txt").touch()
        problems: list[Problem] = []
        records = list(extract_records([tmp_path, tmp_path / "nowhere"], problems.append))
        assert [r["file"] for r in records] == ["a.txt"]
        assert sorted(p.path for p in problems) == [str(tmp_path / n) for n in ("b.txt", "c.txt", "nowhere")]

    def test_a_text_in_two_files_is_one_article(self, tmp_path: Path) -> None:
        self.write(tmp_path / "b.txt", "Ada Quill spoke.")
        self.write(tmp_path / "a.txt", "Ada Quill spoke.")
        assert [r["file"] for r in extract_records([tmp_path])] == ["a.txt"]

    def test_names_that_clash_are_told_apart(self, tmp_path: Path) -> None:
        for place in ("one/x.txt", "two/x.txt", "two/y.txt", "p/deep/z.txt", "q/deep/z.txt"):
            self.write(tmp_path / place, f"Ada Quill spoke of {place}.")
        roots = [tmp_path / "one", tmp_path / "two", tmp_path / "p" / "deep", tmp_path / "q" / "deep"]
        names = [r["file"] for r in extract_records(roots)]
        assert names == [
            "one/x.txt",
            str(tmp_path / "p/deep/z.txt"),
            str(tmp_path / "q/deep/z.txt"),
            "two/x.txt",
            "y.txt",
        ]

    def test_no_files_are_no_records(self, tmp_path: Path) -> None:
        assert list(extract_records([tmp_path])) == []
