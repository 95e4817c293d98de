"""A collection in which every field of every article, actor, summit, claim and mark is hostile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import fakes
from dateline.index import places
from dateline.index.writer import CollectionWriter
from dateline.library.judgements import Judgements
from dateline.library.library import Library
from dateline.loading.files import shown
from dateline.model import (
    Actor,
    Article,
    Claim,
    ClaimReport,
    Figure,
    LinkedActor,
    LinkedArticle,
    LinkedFigure,
    LinkedParty,
    LinkedPledge,
    LinkedSummit,
    Mention,
    Office,
    Pledge,
    Problem,
    Quote,
    ResolvedDate,
    Summit,
    Tie,
)
from dateline.text import clean
from hostile_strings import STRINGS

if TYPE_CHECKING:
    from dateline.index.state import State

HERE = Path(__file__).parent
#: Names of a folder and of files that a terminal would obey.
FOLDER = "harbour\x1b]0;owned\x07\x9b2J\u202e\n[@click=app.quit]x[b]"
FILE = "\x1b]52;c;ZXZpbA==\x07\x9b2J\n\u202e[@click=app.quit]{}.txt"
#: What each hostile string is as a headline, name or label, by its name: one clean line, not too long.
LINES = {name: " ".join(clean(told).split())[:300] for name, told in STRINGS.items()}


def article_id(number: int) -> str:
    """Return the id of the article of so many a string."""
    return f"{number:064x}"


def date(number: int) -> str:
    """Return the day of the article of so many a string."""
    return f"2031-{1 + number % 12:02}-{1 + number % 28:02}"


def _article(number: int, name: str) -> tuple[Article, LinkedArticle, Claim, Summit]:
    """Return an article of which each part is one hostile string, and what is claimed and held in it."""
    words = LINES[name]
    following = [*LINES.values()][(number + 1) % len(LINES)]
    sentence = f"{words} will give {words} €5m."
    text = f"{clean(STRINGS[name])}\n\n{sentence} The talks at {words} went on. {following} was there."
    every = tuple(map(clean, STRINGS.values()))
    cut = every if number == 0 else (clean(STRINGS[name]),)
    article = Article(article_id(number), words, "declared", None, words, text, cut)
    at = text.index(sentence)

    def mention(words: str, start: int, kind: str = "name") -> Mention:
        place = text.index(words, start)
        return Mention(place, place + len(words), words, kind, words)  # type: ignore[arg-type]

    person, body, country = (
        Actor(kind, f"{kind}-{number}", words, (words, f"{words} II"), (words,))  # type: ignore[arg-type]
        for kind in ("person", "organization", "country")
    )
    other = Actor("person", f"person-{(number + 1) % len(LINES)}", following)
    parties = [LinkedParty(a.type, a.id, a.name) for a in (person, body, country)]
    figure = Figure(text.index("€5m", at), text.index("€5m", at) + 3, "€5m", "5000000", "EUR")
    talks = Summit(f"summit-{number}", words, "talks", words, "NL", date(number), (person.id,))
    pledge = Pledge(
        at, at + len(sentence), sentence, words, "pledged", None, cue=(at + len(words) + 1, figure.start)
    )
    ties = (Tie(article_id((number + 1) % len(LINES)), (words,)),)
    claim = Claim(
        f"claim-{number}", "pledge", f"{words} → {words} €5m", (article.id,), pledger=parties[0],
        beneficiary=parties[1], figure=figure, sum="€5m", action=words, status="pledged",
        reports=(ClaimReport(article.id, 0, at, at + len(sentence), date(number), "pledged", "€5m", "=",
                             speaker=parties[2]),),
        article_count=1, outlet_count=1, speaker_count=1,
    )  # fmt: skip
    linked = LinkedArticle(
        article.id, date(number), "inferred", cut,
        people=(LinkedActor(person, (mention(words, at),), (Office(words, country="NL"),)),
                LinkedActor(other, (mention(following, at + len(sentence)),))),
        countries=(LinkedActor(country, (mention(words, at),)),),
        organizations=(LinkedActor(body, (mention(words, at + len(words)),)),),
        money=(LinkedFigure(figure, f"sum-{number}", ties),),
        pledges=(LinkedPledge(pledge, *parties[:1], parties[2], parties[1], None, claim.id, ties),),
        dates=(ResolvedDate(at, at + 3, words, date(number), words),),
        summits=(LinkedSummit(talks, (mention(words, at + len(sentence)),), (person.id,), ties),),
    )  # fmt: skip
    return article, linked, claim, talks


def state() -> State:
    """Return all that the index is to hold of such articles."""
    made = [_article(number, name) for number, name in enumerate(LINES)]
    figures = [
        Claim(f"sum-{n}", "figure", f"€5m {a.title}", (a.id,), sum="€5m", figure=linked.money[0].figure,
              reports=(ClaimReport(a.id, 0, 0, 3, linked.date, sum="€5m", sign="="),), article_count=1)
        for n, (a, linked, _, _) in enumerate(made)
    ]  # fmt: skip
    found = fakes.state(
        [fakes.Telling(article, linked) for article, linked, _, _ in made],
        [*(claim for _, _, claim, _ in made), *figures],
    )
    named = {a.actor.id: a.actor for _, linked, _, _ in made for a in linked.people[:1]}
    return replace(
        found,
        files={f"/a/{FILE.format(n)}": seen for n, seen in enumerate(found.files.values())},
        problems=tuple(Problem(clean(told), clean(told), clean(told)) for told in STRINGS.values()),
        story=replace(
            found.story, actors=tuple(named.values()), summits=tuple(summit for _, _, _, summit in made)
        ),
    )


def store(root: Path) -> list[Path]:
    """Index the collection, with notes, bookmarks and judgements as hostile as it is; return its paths."""
    roots = [root / FOLDER]
    writer = CollectionWriter(places.collection_file(roots))
    writer.store(state())
    writer.close()
    library, judgements = Library.open(), Judgements.open()
    for number, told in enumerate(STRINGS.values()):
        article = article_id(number)
        library.set_note(article, told)
        library.toggle_bookmark(article)
        judgements.add("rename", [Quote(article, told, told, told)], told)
    library.close()
    assert shown(roots[0]) != str(roots[0])
    return roots
