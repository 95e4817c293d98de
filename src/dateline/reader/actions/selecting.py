"""What is selected: by Enter, by a click, by a few letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.index.rows import Evidence, Selection, SidebarRow
from dateline.reader.actions.topic import Topic
from dateline.reader.actions.walking import Walking

if TYPE_CHECKING:
    from dateline.index.rows import Found
    from dateline.reader.widgets.lines import Lines


class Selecting(Topic):
    """The keys that select and let go."""

    def preview_headline(self, row: int) -> None:
        """Show the article that the timeline's cursor rests on."""
        desk, headline = self.desk, self.desk.timeline.headline(row)
        if headline is not None:
            article = headline.article
            desk.preview(lambda: desk.go(replace(desk.place, article=article, line=0), record=False))

    def preview_row(self) -> None:
        """Underline what the sidebar's cursor rests on, or show the article of a sentence at it."""
        desk, value = self.desk, self.desk.sidebar.value
        if isinstance(value, SidebarRow):
            desk.preview(lambda: desk.article.hint(value.selection))
        elif isinstance(value, Evidence):
            article, at = value.article, _span(value)
            desk.preview(lambda: desk.go(replace(desk.place, article=article, line=0), record=False, at=at))

    def take_headline(self, event: Lines.Chosen) -> None:
        """Open the article of a headline."""
        headline = self.desk.timeline.headline(event.row)
        if headline is not None:
            self.desk.open(headline.article)
            self._show_article(event)

    def take_row(self, event: Lines.Chosen) -> None:
        """Select what the row tells of, or open the article of a sentence at it."""
        value = self.desk.sidebar.value
        if isinstance(value, SidebarRow):
            self.desk.select(value.selection)
        elif isinstance(value, Evidence):
            self.desk.open(value.article, _span(value))
            self._show_article(event)

    def _show_article(self, event: Lines.Chosen) -> None:
        """Go to the article; a click stays in its pane where the article can be seen."""
        if not event.by_mouse or not self.desk.article.display:
            self.desk.show_pane("article")

    def open(self) -> None:
        """Do what Enter means in the pane: open, or select."""
        desk = self.desk
        if desk.pane != "article":
            (desk.timeline if desk.pane == "timeline" else desk.sidebar).choose()
        elif (mention := desk.article.mention) is None or mention.kind == "search":
            Walking(desk).next_mention()
        elif mention.selection == desk.place.selection:
            desk.app.open_dossier(mention.selection)
        else:
            number = desk.article.current
            desk.select(mention.selection)
            desk.article.go_to(number)
            desk.refresh_bars()

    def let_go(self) -> None:
        """Take back the last step: the one pane, the limit to what is selected, the selection, the pane."""
        desk, place = self.desk, self.desk.place
        if desk.alone and desk.pane == "article":
            desk.zoomed = False
            desk.show_pane("timeline")
        elif desk.zoomed:
            desk.zoomed = False
            desk.show_pane(desk.pane)
        elif desk.article.current is not None and place.selection is None:
            desk.article.go_to(None)
        elif place.only:
            desk.go(replace(place, only=False))
        elif place.selection is not None:
            desk.go(replace(place, selection=None))
        elif desk.pane != "timeline":
            desk.show_pane("timeline")

    def only(self) -> None:
        """Show only articles that mention what is selected, or all again."""
        desk = self.desk
        if desk.place.selection is None:
            desk.say("Select something first: then only the articles that mention it are shown.")
        else:
            desk.go(replace(desk.place, only=not desk.place.only))

    def person(self) -> None:
        """Choose a person by a few letters."""
        from dateline.reader.screens.person import PersonJump  # noqa: PLC0415

        self.desk.app.push_screen(PersonJump(self.desk.ask), self.desk.front.take_found)

    def jump_to(self, found: Found | None) -> None:
        """Select what was found and list the sentences about it; open the dossier of what is selected."""
        if found is None:
            return
        if found.selection == self.desk.place.selection:
            self.desk.app.open_dossier(found.selection)
        else:
            self.desk.select(found.selection)
            self.desk.show_pane("sidebar")

    def search(self) -> None:
        """Search the articles' text."""
        from dateline.reader.screens.search import Search  # noqa: PLC0415

        selection = self.desk.place.selection
        before = selection.id if selection and selection.kind == "search" else ""
        keymap = self.desk.app.settings.keys
        self.desk.app.marks.look_again()
        box = Search(self.desk.ask, self.desk.place.dates, before, keymap)
        self.desk.app.push_screen(box, self._found)

    def _found(self, found: tuple[str, Evidence] | None) -> None:
        if found is not None:
            query, sentence = found
            self.desk.go(replace(self.desk.place, selection=Selection("search", query, f"“{query}”")))
            self.desk.open(sentence.article, _span(sentence))
            self.desk.show_pane("article")


def _span(sentence: Evidence) -> tuple[int, int]:
    return sentence.start, sentence.start + len(sentence.sentence)
