"""Writing the tables of what can be selected: actors, summits and claims, with names and relations."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dateline.index import flatten
from dateline.index.flatten import as_json
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dateline.index.database import Connection
    from dateline.index.flatten import Key, Subject
    from dateline.index.state import State
    from dateline.model import Change, Story, Summit

_Row = TypeVar("_Row", bound=tuple[object, ...])
_BY_KEY = ("person", "organization", "country")  # whom a participant's id means, where it is that of several


class Ids(dict["Key", int]):
    """The ids that subjects have in the tables, looked up as they are asked for."""

    def __init__(self, db: Connection) -> None:
        super().__init__()
        self._db = db
        self._gone: set[Key] = set()

    def __missing__(self, key: Key) -> int:
        row = self._db.execute("SELECT id FROM subjects WHERE kind = ? AND key = ?", key).fetchone()
        if row is None or key in self._gone:
            raise KeyError(key)
        self[key] = int(row[0])
        return self[key]

    def __contains__(self, key: object) -> bool:
        with suppress(KeyError):
            return self[key] is not None  # type: ignore[index]  # of another type, it is not found
        return False

    def get(self, key: Key, default: int | None = None) -> int | None:  # type: ignore[override]
        """Return an id, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key: Key, *_: object) -> int:
        """Forget an id that is there, and return it."""
        id_ = self[key]
        self._gone.add(key)
        del self[key]
        return id_


class Written(NamedTuple):
    """What has become of the subjects."""

    ids: Mapping[Key, int]
    new: set[Key]
    gone: list[tuple[Key, int]]  #: they are still there (`remove_subjects`)


def write_subjects(db: Connection, state: State) -> Written:
    """Bring subjects and names to the state; with a change, those alone of which it tells."""
    story, change = state.story, state.change
    if change is None:
        rows = db.execute("SELECT id, kind, key, label, date FROM subjects")
        stored = {(kind, key): (id_, label, date) for id_, kind, key, label, date in rows}
        subjects = flatten.subjects_of(story, story.articles.values())
        ids: dict[Key, int] = {key: row[0] for key, row in stored.items()}
        gone = [(key, ids.pop(key)) for key in stored if key not in subjects]
    else:
        ids = Ids(db)
        subjects = _changed(story, change, ids)
        stored = {}
        for key in subjects:
            query = "SELECT id, label, date FROM subjects WHERE kind = ? AND key = ?"
            if row := db.execute(query, key).fetchone():
                stored[key] = row
        gone = [(key, ids.pop(key)) for key in _gone(story, change) if key not in subjects and key in ids]
    for key, subject in subjects.items():
        values = subject.label, subject.date
        if key not in stored:
            query = "INSERT INTO subjects (kind, key, label, date) VALUES (?, ?, ?, ?)"
            ids[key] = int(db.execute(query, (*key, *values)).lastrowid or 0)
        elif stored[key][1:] != values:
            db.execute("UPDATE subjects SET label = ?, date = ? WHERE id = ?", (*values, ids[key]))
    wanted = {(ids[key], name) for key, subject in subjects.items() for name in subject.names}
    chosen = None if change is None else [ids[key] for key in subjects]
    query = "SELECT subject, name FROM names WHERE subject IN"
    new, old = _difference(wanted, _stored(db, query, chosen))
    db.executemany("DELETE FROM names WHERE subject = ? AND name = ?", old)
    db.executemany("INSERT INTO names VALUES (?, ?, ?)", [(*row, fold(row[1])) for row in new])
    return Written(ids, subjects.keys() - stored.keys(), gone)


def _changed(story: Story, change: Change, ids: Mapping[Key, int]) -> dict[Key, Subject]:
    """Return the subjects of which a change tells, and those of changed articles that nobody knows."""
    told = replace(
        story,
        actors=tuple(actor for actor in story.actors if (actor.type, actor.id) in change.actors),
        summits=tuple(summit for summit in story.summits if summit.id in change.summits),
        claims={id_: story.claims[id_] for id_ in change.claims},
    )
    subjects = flatten.subjects_of(told, ())
    for id_ in sorted(change.articles):
        if id_ in story.articles:
            for key, subject in flatten.told_in(story.articles[id_]):
                if key not in subjects and key not in ids:
                    subjects[key] = subject
    return subjects


def _gone(story: Story, change: Change) -> list[Key]:
    """Return the subjects that are no more; some may never have been there."""
    kinds = ("figure", "pledge")
    claims = {id_: story.claims[id_].kind for id_ in change.claims_gone if id_ in story.claims}
    return sorted(
        {*change.actors_gone}
        | {("summit", id_) for id_ in change.summits_gone}
        | {(kind, id_) for id_ in change.claims_gone for kind in kinds if claims.get(id_) != kind}
    )


def remove_subjects(db: Connection, gone: Iterable[tuple[Key, int]]) -> None:
    """Remove subjects by their ids, with names and relations."""
    db.executemany("DELETE FROM subjects WHERE id = ?", [(id_,) for _, id_ in gone])


def write_summits(db: Connection, state: State, written: Written) -> None:
    """Keep what is known of the summits beside their names, and bring their company to what it is now."""
    ids, change = written.ids, state.change
    summits = [s for s in state.story.summits if change is None or s.id in change.summits]
    company: dict[int, Iterable[str]] = {ids["summit", s.id]: s.participants for s in summits}
    chosen = None if change is None else [*company]
    rows = {_row(summit, ids) for summit in summits}
    query = "SELECT subject, kind, place, country, participants FROM summits WHERE subject IN"
    new, gone = _difference(rows, _stored(db, query, chosen))
    db.executemany("DELETE FROM summits WHERE subject = ?", [row[:1] for row in gone])
    db.executemany("INSERT INTO summits VALUES (?, ?, ?, ?, ?)", new)
    if change is not None and (keys := {key for _, key in (*written.new, *(k for k, _ in written.gone))}):
        for subject, participants in db.execute("SELECT subject, participants FROM summits").fetchall():
            if not keys.isdisjoint(named := json.loads(participants)):
                company[subject] = named
        chosen = [*company]
    wanted = {
        (summit, number, actor)
        for summit, participants in company.items()
        for number, actor in enumerate(dict.fromkeys(_actors(participants, ids)))
    }
    query = "SELECT summit, number, actor FROM company WHERE summit IN"
    more, less = _difference(wanted, _stored(db, query, chosen))
    db.executemany("DELETE FROM company WHERE summit = ? AND number = ? AND actor = ?", less)
    db.executemany("INSERT INTO company VALUES (?, ?, ?)", more)


def _row(summit: Summit, ids: Mapping[Key, int]) -> tuple[int, str, str | None, str | None, str]:
    id_ = ids["summit", summit.id]
    return id_, summit.kind, summit.place, summit.country, as_json(summit.participants)


def _actors(participants: Iterable[str], ids: Mapping[Key, int]) -> Iterable[int]:
    for key in participants:
        for kind in _BY_KEY:
            if (id_ := ids.get((kind, key))) is not None:  # type: ignore[arg-type]  # they are kinds
                yield id_
                break


def write_relations(db: Connection, state: State, ids: Mapping[Key, int]) -> None:
    """Bring the relations between claims to those that the claims state."""
    claims, change = state.story.claims, state.change
    wanted: set[tuple[int, str, int]] = set()
    changed = claims.values() if change is None else [claims[id_] for id_ in change.claims]
    for claim in changed:
        own = ids[claim.kind, claim.id]
        for sign, others in (("≈", claim.close_to), ("≠", claim.differs_from), ("<", claim.follows)):
            known = [ids[claim.kind, other] for other in others if (claim.kind, other) in ids]
            wanted.update((own, sign, other) for other in known)
            wanted.update((other, ">", own) for other in known if sign == "<")
    query = "SELECT subject, sign, other FROM relations"
    if change is None:
        stored = set(db.execute(query))
    else:
        chosen = [ids[claim.kind, claim.id] for claim in changed]
        theirs: set[tuple[int, str, int]] = _stored(db, f"{query} WHERE sign != '>' AND subject IN", chosen)
        stored = theirs | _stored(db, f"{query} WHERE sign = '>' AND other IN", chosen)
    new, gone = _difference(wanted, stored)
    db.executemany("DELETE FROM relations WHERE subject = ? AND sign = ? AND other = ?", gone)
    db.executemany("INSERT INTO relations VALUES (?, ?, ?)", new)


def _stored(db: Connection, query: str, chosen: Collection[int] | None) -> set[_Row]:
    """Return the rows of a query that ends with what it looks for in the chosen ids; all where none are."""
    if chosen is None:
        return set(db.execute(query.partition(" WHERE ")[0]))
    return set(db.execute(f"{query} (SELECT value FROM json_each(?))", (json.dumps([*chosen]),)))


def _difference(wanted: set[_Row], stored: set[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Return the rows to add and the rows to remove."""
    return sorted(wanted - stored), sorted(stored - wanted)
