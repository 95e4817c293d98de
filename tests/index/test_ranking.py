"""Searches by relevance, and how many articles they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fakes
from dateline.index import ranking
from dateline.index.collection import Collection, QueryError
from dateline.index.rows import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.state import State

PADDING = " ".join(f"Word{n} of many." for n in range(20))
ONCE = fakes.telling(f"Once there was a storm. {PADDING}", title="Report")
OFTEN = fakes.telling(f"Storm upon storm. A storm again. {PADDING}", "2031-04-06", title="Report")
TITLED = fakes.telling(f"It blew a gale, a storm. {PADDING}", "2031-04-07", title="The storm")
CALM = fakes.telling(f"All was quiet. {PADDING}", "2031-04-08")
LATE = fakes.telling(f"Late there was a storm. {PADDING}", "2031-04-09", title="Report")
STORMY = fakes.telling(f"It was stormy. {PADDING}", "2031-04-10", title="Report")
OTHERS = [fakes.telling(f"Quiet number {n}. {PADDING}", "2031-05-01") for n in range(9)]


@pytest.fixture
def collection(opened: Callable[[State], Collection]) -> Collection:
    return opened(fakes.state([ONCE, OFTEN, TITLED, CALM, LATE, STORMY, *OTHERS]))


def order(collection: Collection, query: str, dates: DateRange | None = None) -> list[str]:
    return [*dict.fromkeys(e.article for e in collection.search(query, dates, ranked=True))]


def test_headlines_and_repetition_come_first_and_of_equals_the_newest(collection: Collection) -> None:
    assert order(collection, "storm ") == [t.id for t in (TITLED, OFTEN, LATE, ONCE)]


def test_by_date_nothing_is_weighed(collection: Collection) -> None:
    found = dict.fromkeys(e.article for e in collection.search("storm ", None))
    assert [*found] == [t.id for t in (ONCE, OFTEN, TITLED, LATE)]


def test_dates_and_operators_leave_what_they_ask_for(collection: Collection) -> None:
    early = DateRange("2031-04-05", "2031-04-06")
    assert order(collection, "storm ", early) == [OFTEN.id, ONCE.id]
    assert order(collection, "storm -again from:2031-04-06") == [t.id for t in (TITLED, LATE)]
    assert order(collection, "from:2031-04-08 to:2031-04-09") == [LATE.id, CALM.id]  # the newest first


@pytest.mark.parametrize("most", [1, ranking.MOST])
def test_the_beginning_of_a_word_finds_them_all(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    assert set(order(collection, "stor")) == {t.id for t in (ONCE, OFTEN, TITLED, LATE, STORMY)}
    monkeypatch.setattr(ranking, "MOST", 4)  # more have it: the word itself counts, where there is one
    assert order(collection, "storm") == [t.id for t in (TITLED, OFTEN, LATE, STORMY)]
    assert order(collection, "stor") == [t.id for t in (STORMY, LATE, TITLED, OFTEN)]
    monkeypatch.setattr(ranking, "MOST", most)
    assert len(order(collection, "storm ")) == min(most, 4)


def test_what_is_found_is_counted_by_articles(collection: Collection) -> None:
    assert collection.search_size("storm ", None) == 4
    assert collection.search_size("storm", DateRange("2031-04-06", "2031-04-10")) == 4
    assert collection.search_size("storm -again", None) == 3
    assert collection.search_size('"a storm" -"there was"', None) == 2
    assert collection.search_size("person:nobody", None) == 0
    with pytest.raises(QueryError):
        collection.search_size("from:never", None)
