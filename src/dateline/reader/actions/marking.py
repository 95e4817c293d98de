"""The reader's own marks: read, bookmarks, notes, and what is copied out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.actions.moving import MovingActions
from dateline.reader.heads import citation

if TYPE_CHECKING:
    from dateline.index.rows import ArticleView, Selection


class MarkingActions(MovingActions):
    """The keys that mark the open article and quote from it."""

    @property
    def view(self) -> ArticleView | None:
        """The open article; says so where there is none."""
        if self.article.view is None:
            self.say("No article is open.")
        return self.article.view

    def action_bookmark(self) -> None:
        """Bookmark the article, or take the bookmark off."""
        if (view := self.view) is not None:
            on = self.library.toggle_bookmark(view.article)
            self.say("Bookmarked." if on else "The bookmark is off.")
            self.describe_article()
            self.timeline.refresh()

    def action_unread(self) -> None:
        """Mark the article as unread."""
        if (view := self.view) is not None:
            self.library.mark_unread(view.article)
            self.timeline.refresh()

    def action_bookmarks(self) -> None:
        """List the bookmarked articles of this collection."""
        from dateline.reader.screens.bookmarks import Bookmarks  # noqa: PLC0415

        views = [self.read(lambda c, id=id: c.article(id), None) for id in self.library.bookmarks()]  # type: ignore[misc]
        self.app.push_screen(Bookmarks([view for view in views if view]), self._bookmark_chosen)

    def _bookmark_chosen(self, article: str | None) -> None:
        if article is not None:
            self.open(article)

    def action_note(self) -> None:
        """Write a note on the article."""
        if (view := self.view) is not None:
            from dateline.reader.screens.note import Note  # noqa: PLC0415

            id = view.article

            def keep(text: str | None) -> None:
                if text is not None and text.strip() != self.library.note(id):
                    self.library.set_note(id, text.strip())
                    self.describe_article()

            self.app.push_screen(Note(view.title, self.library.note(id)), keep)

    def action_copy(self) -> None:
        """Copy the sentence at hand with its citation: selected by mouse, of the sidebar, of the mention."""
        view = self.view
        if view is None:
            return
        sentence = self._sentence(view)
        self.app.copy_to_clipboard(f"“{sentence}” ({citation(view)})" if sentence else citation(view))
        self.app.clear_selection()
        self.say(f"Copied: {sentence or citation(view)}")

    def _sentence(self, view: ArticleView) -> str:
        if selected := self.get_selected_text():
            return " ".join(selected.split())
        mention = self.article.mention
        if mention is None:
            selection: Selection | None = self.place.selection
            mention = next((m for m in self.article.mentions if m.selection == selection), None)
        if mention is None:
            return ""
        for sentence in self.sentences_in(view.article, mention.selection):
            if sentence.start <= mention.start < sentence.start + len(sentence.sentence):
                return " ".join(sentence.sentence.split())
        return " ".join(self.article.paragraph_at(mention.start).split())
