"""What a judgement or a question why is about: the words under the cursor, or those that stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.index.rows import Evidence, ReportRow, Selection, SidebarRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.index.collection import Collection
    from dateline.index.rows import ArticleView, MentionRow
    from dateline.reader.following import Following

_MOST = 60  #: sentences that are looked at for words that stand for an actor


class Target(NamedTuple):
    """An article and, unless all of it is meant, a mention in it."""

    view: ArticleView
    mention: MentionRow | None

    @property
    def selection(self) -> Selection | None:
        """What the mention is of."""
        return self.mention.selection if self.mention else None

    @property
    def words(self) -> str:
        """The mention as it is written, on one line."""
        return " ".join(self.view.text[self.mention.start : self.mention.end].split()) if self.mention else ""


def target_of(desk: Following) -> Target | None:
    """Return what is under the cursor or selected, else the open article; None where none is open."""
    target = _pointed_at(desk)
    if target is None and desk.article.view is not None:
        target = Target(desk.article.view, None)
    return target


def _pointed_at(desk: Following) -> Target | None:
    front = desk.front
    if front is not desk.screen:
        used = getattr(front, "used", None)
        about = getattr(front, "visit", front)
        return _of_value(desk, getattr(used, "value", None), getattr(about, "selection", None))
    view, mention = desk.article.view, desk.article.mention
    if desk.pane == "article" and view is not None and mention is not None and mention.kind != "search":
        return Target(view, mention)
    if desk.pane == "sidebar" and desk.sidebar.value is not None:
        return _of_value(desk, desk.sidebar.value, desk.place.selection)
    return _first(desk, desk.place.selection)


def _of_value(desk: Following, value: object, otherwise: Selection | None) -> Target | None:
    """Return the target of a row: of a sentence the mention in it, of anything else the first of all."""
    if isinstance(value, Evidence | ReportRow):
        selection = value.claim if isinstance(value, ReportRow) else otherwise
        end = value.start + len(value.sentence)
        found = desk.read(lambda c: _in_sentence(c, value.article, selection, value.start, end), None)
        return found or _first(desk, selection)
    if isinstance(value, SidebarRow):
        return _first(desk, value.selection)
    selection = value if isinstance(value, Selection) else getattr(value, "selection", None)
    return _first(desk, selection or otherwise)


def _in_sentence(
    c: Collection, article: str, selection: Selection | None, start: int, end: int
) -> Target | None:
    view = c.article(article)
    found = (m for m in c.mentions(article) if m.selection == selection and start <= m.start < end)
    mention = next(found, None)
    return Target(view, mention) if view is not None and mention is not None else None


def _first(desk: Following, selection: Selection | None) -> Target | None:
    """Return the first mention of a selection in the open article, else in the collection."""
    if selection is None or selection.kind == "search":
        return None
    view = desk.article.view
    if view is not None:
        mention = next((m for m in desk.article.mentions if m.selection == selection), None)
        if mention is not None:
            return Target(view, mention)
    return desk.read(lambda c: next(mentions_of(c, selection), None), None)


def mentions_of(c: Collection, selection: Selection) -> Iterator[Target]:
    """Yield mentions of a selection, article by article in the order of their dates."""
    articles = dict.fromkeys(sentence.article for sentence in c.evidence(selection, None, _MOST))
    for article in articles:
        view = c.article(article)
        for mention in c.mentions(article) if view is not None else ():
            if mention.selection == selection:
                yield Target(cast("ArticleView", view), mention)


def stand_in(c: Collection, selection: Selection, beside: Target | None = None) -> Target | None:
    """Return the mention that stands best for a selection: by its full name; not the one `beside` it.

    Of an article beside, its own mentions come last: there the two may have been taken for one.
    """
    found = [t for t in mentions_of(c, selection) if beside is None or not _same_place(t, beside)]
    if not found:
        return None
    name = selection.label.casefold()

    def rank(target: Target) -> tuple[bool, bool]:
        here = beside is not None and target.view.article == beside.view.article
        return target.words.casefold() != name, here

    return min(found, key=rank)


def _same_place(one: Target, two: Target) -> bool:
    assert one.mention is not None
    assert two.mention is not None
    return (one.view.article, one.mention.start) == (two.view.article, two.mention.start)
