"""What a script is given of articles: plain values in the form that the manual describes, ready for JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.indexing import steps
from dateline.indexing.spool import Spool
from dateline.loading.files import Found, discover
from dateline.model import Problem
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
    columns: Mapping[str, str] | None = None,
) -> Iterator[Record]:
    """Yield a record for each article under the paths, in the order of the paths, linked over them all.

    What cannot be read is reported and left out. A text that lies in several files is one article, that of
    the first. No index is read or written. `jobs` processes share the work, `model` names another spaCy
    pipeline (raises UnfitModel), and with `explain` every mention says by which rule it was found. `columns`
    is the map of a table's columns, that which was kept for the paths where it is None. Raises OSError where
    there is no room to keep what is found until it is linked.
    """
    roots = sorted(paths)
    with Spool() as spool:
        files = _load(roots, spool, report, columns)
        for results, failures in steps.extract_parts(spool.encoded(), len(spool), jobs, model):
            for id_, extraction in results:
                spool.put_extraction(id_, extraction)
            for id_, failure in failures.items():
                report(_failed(files.pop(id_).path, failure))
        sources = spool.sources({id_: file.modified for id_, file in files.items()})
        articles = steps.link(sources, aside=sources).articles
        names = _file_names(list(dict.fromkeys(file.path for file in files.values())), roots)
        for id_, file in files.items():
            article = spool.article(id_)
            number = "" if file.record is None else f"#{file.record}"
            yield article_record(article, articles[id_], names[file.path] + number, explain=explain)


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


class _File(NamedTuple):
    """The first file of an article, and when the earliest one of them was changed."""

    path: str
    modified: str
    record: int | None  #: its number in a file that holds several


def _load(
    roots: list[Path],
    spool: Spool,
    report: Callable[[Problem], None],
    columns: Mapping[str, str] | None,
) -> dict[str, _File]:
    """Put the articles under the roots into the spool; return their files by id, in order of the paths."""
    found = list(discover(roots))
    for problem in found:
        if isinstance(problem, Problem):
            report(problem)
    files: dict[str, _File] = {}
    for path in sorted(Path(item.path) for item in found if isinstance(item, Found)):
        for item in steps.load(path, columns):
            if isinstance(item, Problem):
                report(item)
                continue
            id_, modified = item.article.id, item.location.modified
            if id_ in files:
                files[id_] = files[id_]._replace(modified=min(modified, files[id_].modified))
            else:
                spool.put(item.article)
                files[id_] = _File(item.location.path, modified, item.location.record)
    return files


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
