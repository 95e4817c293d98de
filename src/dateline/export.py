"""What a script is given of articles: plain values in the form that the manual describes, ready for JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.indexing import steps
from dateline.loading.files import Found, discover
from dateline.model import Problem, Source
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.loading.load import Loaded
    from dateline.model import (
        Article,
        LinkedActor,
        LinkedArticle,
        LinkedFigure,
        LinkedParty,
        LinkedPledge,
        LinkedSummit,
        Mention,
    )

    Record = dict[str, Any]


def extract_records(
    paths: Iterable[Path],
    report: Callable[[Problem], None] = lambda _: None,
    *,
    jobs: int = 1,
    model: str | None = None,
    explain: bool = False,
) -> Iterator[Record]:
    """Yield a record for each article under the paths, in the order of the paths, linked over them all.

    What cannot be read is reported and left out. A text that lies in several files is one article, that of
    the first. No index is read or written. `jobs` processes share the work, `model` names another spaCy
    pipeline (raises UnfitModel), and with `explain` every mention says by which rule it was found.
    """
    roots = list(paths)
    loaded = _load(roots, report)
    modified = {id_: min(place.location.modified for place in places) for id_, places in loaded.items()}
    sources = []
    for results, failures in steps.extract_parts([p[0].article for p in loaded.values()], jobs, model):
        sources += [Source(article, extraction, modified[article.id]) for article, extraction in results]
        for id_, failure in failures.items():
            report(_failed(loaded.pop(id_)[0].location.path, failure))
    story = steps.link(sources)
    names = _file_names([places[0].location.path for places in loaded.values()], roots)
    for id_, places in loaded.items():
        name = names[places[0].location.path]
        yield article_record(places[0].article, story.articles[id_], name, explain=explain)


def _failed(path: str, failure: str) -> Problem:
    return Problem(clean(path), f"its text cannot be analysed ({clean(failure)})", "report it, with the file")


def article_record(article: Article, linked: LinkedArticle, file: str, *, explain: bool = False) -> Record:
    """Return what is known of an article, under the name of its file; `explain` adds the rules behind it."""
    record = {
        "file": file,
        "id": article.id,
        "title": article.title,
        "title_basis": article.title_basis,
        "date": linked.date,
        "date_basis": linked.date_basis,
        "date_evidence": list(linked.date_evidence) or None,
        "source": article.outlet,
        "text": article.text,
        "furniture": list(article.furniture),
        "people": [_actor(person, "id") for person in linked.people],
        "countries": [_actor(country, "code") for country in linked.countries],
        "organizations": [_actor(body, "id") for body in linked.organizations],
        "money": [_figure(figure) for figure in linked.money],
        "pledges": [_pledge(pledge) for pledge in linked.pledges],
        "dates": [asdict(date) for date in linked.dates],
        "summits": [_summit(summit) for summit in linked.summits],
    }
    return record if explain else _bare(record)


def _bare(value: Any) -> Any:
    """Return a record, or a part of it, without the rules that found it."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if isinstance(value, dict):
        return {name: _bare(item) for name, item in value.items() if name != "rule"}
    return value


def _load(roots: list[Path], report: Callable[[Problem], None]) -> dict[str, list[Loaded]]:
    """Return the articles under the roots by id, each as often as it was found, in the order of the paths."""
    found = list(discover(roots))
    for problem in found:
        if isinstance(problem, Problem):
            report(problem)
    loaded: dict[str, list[Loaded]] = {}
    for path in sorted(item.path for item in found if isinstance(item, Found)):
        for item in steps.load(path):
            if isinstance(item, Problem):
                report(item)
            else:
                loaded.setdefault(item.article.id, []).append(item)
    return loaded


def _file_names(paths: list[str], roots: list[Path]) -> dict[str, str]:
    """Return a name for each path: the file's own, or that from its root where several have it."""
    names: dict[str, str] = {}
    rest = dict.fromkeys(paths)
    for name_of in (lambda path: path.name, lambda path: _from_root(path, roots), Path.as_posix):
        named = {path: clean(name_of(Path(path))) for path in rest}
        counts = Counter(named.values())
        names |= {path: name for path, name in named.items() if counts[name] == 1 or name_of is Path.as_posix}
        rest = dict.fromkeys(path for path in rest if path not in names)
    return names


def _from_root(path: Path, roots: list[Path]) -> str:
    """Return a path from the folder that holds its root, all of it if it is under none."""
    for root in (root.absolute() for root in roots):
        if path.is_relative_to(root):
            return path.relative_to(root.parent).as_posix()
    return path.as_posix()


def _mention(mention: Mention) -> Record:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "rule": mention.rule,
    }


def _actor(linked: LinkedActor, key: str) -> Record:
    mentions = [_mention(mention) for mention in linked.mentions]
    return {key: linked.actor.id, "name": linked.actor.name, "mentions": mentions}


def _figure(linked: LinkedFigure) -> Record:
    record = asdict(linked.figure)
    return {**record, "equivalents": list(record["equivalents"]), "claim": linked.claim}


def _pledge(linked: LinkedPledge) -> Record:
    pledge = linked.pledge
    return {
        "start": pledge.start,
        "end": pledge.end,
        "text": pledge.text,
        "pledger": _party(linked.pledger),
        "spoken_by": _party(linked.spoken_by),
        "action": pledge.action,
        "beneficiary": _party(linked.beneficiary),
        "money": list(pledge.money),
        "condition": pledge.condition,
        "deadline": linked.deadline,
        "status": pledge.status,
        "claim": linked.claim,
        "rule": pledge.rule,
    }


def _party(party: LinkedParty | None) -> Record | None:
    return None if party is None else {"type": party.type, "id": party.id, "name": party.name}


def _summit(linked: LinkedSummit) -> Record:
    summit = linked.summit
    return {
        "id": summit.id,
        "name": summit.name,
        "kind": summit.kind,
        "place": summit.place,
        "country": summit.country,
        "date": summit.date,
        "participants": list(linked.participants),
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "rule": m.rule} for m in linked.mentions
        ],
    }
