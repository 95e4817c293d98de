"""Articles and extractions outside of memory, and those that share their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import coding
from dateline.extraction import pipeline
from dateline.indexing.spool import Spool
from dateline.linking import story
from dateline.model import Actor, Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Ada Quill promised Norway £5m (€6m) on 3 May 2031. Quill will meet Bram Oak in Oslo in June."
ARTICLE = Article("a" * 64, "Ada", "derived", None, "The Harbour Post", TEXT, ("Share", "Print"))


@pytest.fixture(scope="module")
def extraction(nlp: Language) -> Extraction:
    (found,) = pipeline.extract([ARTICLE], nlp)
    assert found.people
    assert found.money
    assert found.dates
    return found


def test_values_come_back_as_they_were(extraction: Extraction) -> None:
    assert coding.decode_article(coding.encode(ARTICLE)) == ARTICLE
    assert coding.decode_extraction(coding.encode(extraction)) == extraction


@pytest.mark.parametrize("data", [b"", b"nothing", coding.encode(ARTICLE)])
def test_other_bytes_are_unreadable(data: bytes) -> None:
    with pytest.raises(coding.Unreadable):
        coding.decode_extraction(data)


def test_shared_values_are_equal_and_have_their_parts_in_common(extraction: Extraction) -> None:
    sharing = coding.Sharing()
    again = (coding.decode_extraction(coding.encode(extraction)) for _ in range(2))
    one, other = (sharing.of(value) for value in again)
    assert one == other == extraction
    assert one.people[0].mentions[0].rule is other.people[0].mentions[0].rule
    assert one.sentences[-1][1] is other.sentences[-1][1]


def test_a_spool_gives_linking_all_but_the_furniture_in_the_order_of_the_ids(extraction: Extraction) -> None:
    other = Article("0" * 64, "Bram", "derived", None, None, "Bram Oak spoke.")
    with Spool() as spool:
        for article in (ARTICLE, other):
            spool.put(article)
        assert [coding.decode_article(data) for data in spool.encoded()] == [other, ARTICLE]
        spool.put_extraction(ARTICLE.id, coding.encode(extraction))
        (source,) = spool.sources({ARTICLE.id: "2031-05-04"})
        assert (source.article.text, source.article.furniture) == (TEXT, ())
        assert (source.extraction, source.modified) == (extraction, "2031-05-04")
        assert spool.article(ARTICLE.id) == ARTICLE
        assert len(spool) == 2


def test_linking_takes_what_is_read_again_at_each_step_as_it_takes_a_list(nlp: Language) -> None:
    others = ("Bram Oak of Norway met Ada Quill on 4 May 2031.", "Ms Quill gave £5m to Norway.", "It rained.")
    articles = [ARTICLE, *(Article(f"{k}" * 64, "", "derived", None, None, t) for k, t in enumerate(others))]
    with Spool() as spool:
        for article, extraction in zip(articles, pipeline.extract(articles, nlp), strict=True):
            spool.put(article)
            spool.put_extraction(article.id, coding.encode(extraction))
        sources = spool.sources(dict.fromkeys((article.id for article in articles), "2031-05-05"))
        found = story.link(sources)
        assert list(found.articles) == sorted(found.articles, key=lambda id_: (found.articles[id_].date, id_))
        assert len(found.articles) == 4
        assert story.link(reversed(list(sources))) == found
        aside = story.link(sources, aside=sources)
        assert list(aside.articles.items()) == list(found.articles.items())
        assert aside == found


def test_a_shelf_gives_what_was_put_there_and_holds_what_many_values_share_once() -> None:
    ada, bram = (Actor("person", name, name) for name in ("ada", "bram"))
    with Spool() as spool:
        shelf = spool.sources({}).shelf()
        shelf["a"], shelf["b"], shelf["c"] = (ada, "Ada"), (bram, ada, "both"), ()
        shelf["c"] = ("later",)
        del shelf["b"]
        assert dict(shelf) == {"a": (ada, "Ada"), "c": ("later",)}
        assert shelf["a"][0] is ada
        with pytest.raises(KeyError):
            shelf["b"]
