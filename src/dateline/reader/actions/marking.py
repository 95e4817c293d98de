"""The reader's own marks: read, bookmarks, notes, and what is copied out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.rows import DateRange
from dateline.reader.actions.topic import Topic
from dateline.reader.heads import citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.index.rows import ArticleView, Evidence, Selection


class Marking(Topic):
    """The keys that mark the open article and quote from it."""

    @property
    def view(self) -> ArticleView | None:
        """The open article; says so where there is none."""
        if self.desk.article.view is None:
            self.desk.say("No article is open.")
        return self.desk.article.view

    def bookmark(self) -> None:
        """Bookmark the article, or take the bookmark off."""
        if (view := self.view) is not None:
            self._change(view.article, self._toggle_bookmark)

    def unread(self) -> None:
        """Mark the article as unread, or as read again."""
        if (view := self.view) is not None:
            self._change(view.article, self._toggle_read)

    def _change(self, article: str, toggle: Callable[[str], None]) -> None:
        """Change a mark, and let it be undone."""
        toggle(article)
        self.desk.undos.append(lambda: toggle(article))

    def _toggle_bookmark(self, article: str) -> None:
        on = self.desk.library.toggle_bookmark(article)
        self._show("Bookmarked." if on else "The bookmark is off.")

    def _toggle_read(self, article: str) -> None:
        library = self.desk.library
        was_read = library.is_read(article)
        (library.mark_unread if was_read else library.mark_read)(article)
        self.desk.turn_unread(1 if was_read else -1)
        self._show("Marked as unread." if was_read else "Marked as read.")

    def _set_note(self, article: str, text: str, told: str) -> None:
        self.desk.library.set_note(article, text)
        self._show(told)

    def _show(self, told: str) -> None:
        """Show the marks as they are now."""
        self.desk.say(told)
        self.desk.describe_article()
        self.desk.timeline.refresh()

    def bookmarks(self) -> None:
        """List the bookmarked articles of this collection."""
        from dateline.reader.screens.bookmarks import Bookmarks  # noqa: PLC0415

        views = [self.desk.read(lambda c, id=id: c.article(id), None) for id in self.desk.library.bookmarks()]  # type: ignore[misc]
        self.desk.app.push_screen(Bookmarks([view for view in views if view]), self._bookmark_chosen)

    def _bookmark_chosen(self, article: str | None) -> None:
        if article is not None:
            self.desk.open(article)

    def note(self) -> None:
        """Write a note on the article."""
        if (view := self.view) is not None:
            from dateline.reader.screens.note import Note  # noqa: PLC0415

            id, before = view.article, self.desk.library.note(view.article)

            def keep(text: str | None) -> None:
                if text is None or text.strip() == before:
                    return
                undoes = f"{self.desk.key_of('undo')} undoes it."
                self._set_note(
                    id, text.strip(), f"The note is {'kept' if text.strip() else 'gone'}; {undoes}"
                )
                self.desk.undos.append(lambda: self._set_note(id, before, "The note is as it was."))

            self.desk.app.push_screen(Note(view.title, before), keep)

    def copy(self) -> None:
        """Copy the sentence at hand with its citation: selected by mouse, of the sidebar, of the mention."""
        view = self.view
        if view is None:
            return
        sentence = self._sentence(view)
        self.desk.app.copy_to_clipboard(f"“{sentence}” ({citation(view)})" if sentence else citation(view))
        self.desk.screen.clear_selection()
        self.desk.say(f"Copied: {sentence or citation(view)}")

    def _sentence(self, view: ArticleView) -> str:
        if selected := self.desk.screen.get_selected_text():
            return " ".join(selected.split())
        mention = self.desk.article.mention
        if mention is None:
            selection: Selection | None = self.desk.place.selection
            mention = next((m for m in self.desk.article.mentions if m.selection == selection), None)
        if mention is None:
            return ""
        for sentence in self._sentences_in(view, mention.selection):
            if sentence.start <= mention.start < sentence.start + len(sentence.sentence):
                return " ".join(sentence.sentence.split())
        return " ".join(paragraph_at(view.text, mention.start).split())

    def _sentences_in(self, view: ArticleView, selection: Selection) -> list[Evidence]:
        """Return the sentences of an article that mention a selection."""
        day = DateRange(view.date, view.date)
        found = self.desk.read(lambda c: c.evidence(selection, day, -1), ())
        return [sentence for sentence in found if sentence.article == view.article]


def paragraph_at(text: str, offset: int) -> str:
    """Return the paragraph of a text with an offset."""
    start, end = text.rfind("\n\n", 0, offset), text.find("\n\n", offset)
    return text[start + 2 if start >= 0 else 0 : end if end >= 0 else len(text)]
