"""Exports of news databases: several articles in one file of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading import databases
from dateline.loading.load import Loaded, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.model import Article

BODY = (
    "Norway will give £40m to rebuild the harbour walls of Port Ellery, Ida Vale said on Friday.\n\n"
    "Denmark is expected to follow with a sum of its own, but nothing has been signed."
)


def nexis_uni(n: int) -> str:
    return (
        f"Page {n} of 3\nWalls, part {n}\n\nThe Coastal Post (London)\nMarch {n}, 2031 Friday\n\n"
        "Copyright 2031 Coastal Post Ltd. All Rights Reserved\n\nSection: NEWS; Pg. 4\nLength: 212 words\n"
        f"Byline: Ann Writer\n\nBody\n\n\n{BODY}\n\nLoad-Date: March 8, 2031\n\n\nEnd of Document\n\n"
    )


def nexis(n: int) -> str:
    indent = " " * 20
    return (
        f"{indent}{n} of 3 DOCUMENTS\n\n\n{indent}The Coastal Post (London)\n\n"
        f"{indent}March {n}, 2031 Friday\n{indent}Edition 1;\n{indent}Scotland\n\n"
        f"Walls, part {n}\n\nBYLINE: Ann Writer\n\nSECTION: NEWS; Pg. 4\n\n"
        f"LENGTH: 212 words\n\n{BODY}\n\nLOAD-DATE: March 8, 2031\n\nLANGUAGE: ENGLISH\n\n"
    )


def factiva(n: int) -> str:
    first, second = BODY.split("\n\n")
    return (
        f"HD   Walls, part {n}\nBY   By Ann Writer\nWC   212 words\nPD   {n} March 2031\n"
        f"SN   The Coastal Post\nSC   COASTP\nLA   English\nCY   Copyright 2031\n\n"
        f"LP   {first}\n\nTD   {second}\n\nAN   Document COASTP0020310307er370000{n}\n\n"
    )


def factiva_without_codes(n: int) -> str:
    return (
        f"NEWS\nWalls, part {n}\nAnn\n212 words\n{n} March 2031\n07:15 GMT\nThe Coastal Post\n"
        f"COASTP\nEnglish\nCopyright 2031 Coastal Post Ltd.\n\n{BODY}\n\n"
        f"Document COASTP0020310307er370000{n}\n\n"
    )


def proquest(n: int) -> str:
    return (
        f"{'_' * 60}\n\nDocument {n} of 3\n\nWalls\n\nAuthor: Ann Writer\n\nPublication info: "
        f"The Coastal Post ; London (UK)\n\nFull text: {BODY}\n\nTitle: Walls, part {n}\n\n"
        f"Publication date: Mar {n}, 2031\n\n"
    )


def as_page(text: str) -> str:
    """Return an export as a page of the database's own."""
    blocks = (block.strip().replace("\n", "<br>") for block in text.split("\n\n"))
    inside = "".join(f"<div> </div><div><p>{block}</p></div>" for block in blocks)
    return f"<!DOCTYPE html><html><head><title>Export</title></head><body>{inside}</body></html>"


def read(path: Path, text: str) -> list[Article]:
    file = path / ("export.html" if text.startswith("<!") else "export.txt")
    file.write_text(text, encoding="utf-8")
    return [item.article for item in load(file) if isinstance(item, Loaded)]


@pytest.mark.parametrize("form", [nexis_uni, nexis, factiva, factiva_without_codes, proquest])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_document_of_an_export_is_an_article(
    tmp_path: Path, form: Callable[[int], str], end: str
) -> None:
    found = read(tmp_path, "".join(map(form, (1, 2, 3))).replace("\n", end))
    assert [(a.title, a.declared_date, a.outlet) for a in found] == [
        (f"Walls, part {n}", f"2031-03-0{n}", "The Coastal Post") for n in (1, 2, 3)
    ]
    assert {a.text for a in found} == {BODY}
    assert len({a.id for a in found}) == 3
    assert found[1].id == read(tmp_path, "".join(map(form, (2, 3))).replace("\n", end))[0].id


@pytest.mark.parametrize("form", [nexis_uni, nexis, factiva, factiva_without_codes])
def test_an_export_may_be_a_page(tmp_path: Path, form: Callable[[int], str]) -> None:
    found = read(tmp_path, as_page("".join(map(form, (1, 2, 3)))))
    assert [(a.title, a.declared_date, a.outlet, a.text) for a in found] == [
        (f"Walls, part {n}", f"2031-03-0{n}", "The Coastal Post", BODY) for n in (1, 2, 3)
    ]


def test_the_program_of_a_database_may_speak_another_language(tmp_path: Path) -> None:
    text = factiva_without_codes(1).replace("212 words", "1.212 Wörter").replace("Document", "Dokument")
    (found,) = read(tmp_path, text.replace("English", "Englisch"))
    assert (found.title, found.declared_date, found.text) == ("Walls, part 1", "2031-03-01", BODY)


def test_an_article_that_only_has_such_a_line_stays_whole(tmp_path: Path) -> None:
    (found,) = read(tmp_path, f"{BODY}\n\nEnd of Document\n\nThe talks go on in May, officials said.")
    assert "End of Document" in found.text
    assert found.text.endswith("officials said.")


@given(
    st.lists(
        st.sampled_from([nexis(1), nexis_uni(2), factiva(3), proquest(1), "End of Document\n", BODY, "\n"])
    )
)
def test_any_mixture_is_read(parts: list[str]) -> None:
    assert all(document.text.strip() for document in databases.documents("".join(parts)))
