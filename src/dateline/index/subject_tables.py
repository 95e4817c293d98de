"""Writing the tables of what can be selected: actors, summits and claims, with names and relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dateline.index.flatten import as_json
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.index.database import Connection
    from dateline.index.flatten import Key, Subject
    from dateline.model import Claim, Summit

Ids = dict["Key", int]
_Row = TypeVar("_Row", bound=tuple[object, ...])
_ACTORS = ("person", "country", "organization")


def write_subjects(db: Connection, subjects: Mapping[Key, Subject]) -> tuple[Ids, list[int]]:
    """Bring subjects and names to those given; return the id of each, and those of what has gone.

    What has gone is still there (`remove_subjects`).
    """
    stored: dict[Key, tuple[int, str, str | None]] = {
        (kind, key): (id_, label, date)
        for id_, kind, key, label, date in db.execute("SELECT id, kind, key, label, date FROM subjects")
    }
    ids: Ids = {}
    for key, subject in subjects.items():
        values = subject.label, subject.date
        if key not in stored:
            query = "INSERT INTO subjects (kind, key, label, date) VALUES (?, ?, ?, ?)"
            ids[key] = int(db.execute(query, (*key, *values)).lastrowid or 0)
            continue
        ids[key] = stored[key][0]
        if stored[key][1:] != values:
            db.execute("UPDATE subjects SET label = ?, date = ? WHERE id = ?", (*values, ids[key]))
    wanted = {(ids[key], name) for key, subject in subjects.items() for name in subject.names}
    new, gone = _difference(wanted, set(db.execute("SELECT subject, name FROM names")))
    db.executemany("DELETE FROM names WHERE subject = ? AND name = ?", gone)
    db.executemany("INSERT INTO names VALUES (?, ?, ?)", [(*row, fold(row[1])) for row in new])
    return ids, [stored[key][0] for key in stored if key not in subjects]


def remove_subjects(db: Connection, gone: Iterable[int]) -> None:
    """Remove subjects by their ids, with names and relations."""
    db.executemany("DELETE FROM subjects WHERE id = ?", [(id_,) for id_ in gone])


def write_summits(db: Connection, summits: Iterable[Summit], ids: Ids) -> None:
    """Keep what is known of the summits beside their names, and bring their company to what it is now."""
    actors = {key: id_ for (kind, key), id_ in ids.items() if kind in _ACTORS}
    rows: set[tuple[int, str, str | None, str | None, str]] = set()
    wanted: set[tuple[int, int, int]] = set()
    for summit in summits:
        id_ = ids["summit", summit.id]
        rows.add((id_, summit.kind, summit.place, summit.country, as_json(summit.participants)))
        known = dict.fromkeys(actors[actor] for actor in summit.participants if actor in actors)
        wanted.update((id_, number, actor) for number, actor in enumerate(known))
    kept = set(db.execute("SELECT subject, kind, place, country, participants FROM summits"))
    new, gone = _difference(rows, kept)
    db.executemany("DELETE FROM summits WHERE subject = ?", [row[:1] for row in gone])
    db.executemany("INSERT INTO summits VALUES (?, ?, ?, ?, ?)", new)
    new, gone = _difference(wanted, set(db.execute("SELECT summit, number, actor FROM company")))
    db.executemany("DELETE FROM company WHERE summit = ? AND number = ? AND actor = ?", gone)
    db.executemany("INSERT INTO company VALUES (?, ?, ?)", new)


def write_relations(db: Connection, claims: Iterable[Claim], ids: Ids) -> None:
    """Bring the relations between claims to those that the claims state."""
    wanted: set[tuple[int, str, int]] = set()
    for claim in claims:
        own = ids[claim.kind, claim.id]
        for sign, others in (("≈", claim.close_to), ("≠", claim.differs_from), ("<", claim.follows)):
            known = [ids[claim.kind, other] for other in others if (claim.kind, other) in ids]
            wanted.update((own, sign, other) for other in known)
            wanted.update((other, ">", own) for other in known if sign == "<")
    new, gone = _difference(wanted, set(db.execute("SELECT subject, sign, other FROM relations")))
    db.executemany("DELETE FROM relations WHERE subject = ? AND sign = ? AND other = ?", gone)
    db.executemany("INSERT INTO relations VALUES (?, ?, ?)", new)


def _difference(wanted: set[_Row], stored: set[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Return the rows to add and the rows to remove."""
    return sorted(wanted - stored), sorted(stored - wanted)
