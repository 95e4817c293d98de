"""What is selected: by Enter, by a click, by a few letters; and the way through its mentions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from dateline.index.rows import Evidence, Selection, SidebarRow
from dateline.reader.actions.moving import MovingActions
from dateline.reader.messages import MentionChosen
from dateline.reader.widgets.lines import Lines

if TYPE_CHECKING:
    from dateline.index.rows import Found


class SelectingActions(MovingActions):
    """The keys that select and let go."""

    @on(Lines.Moved, "#timeline")
    def preview_article(self, event: Lines.Moved) -> None:
        """Show the article that the cursor rests on."""
        headline = self.timeline.headline(event.row)
        if headline is not None:
            article = headline.article
            self.preview(lambda: self.go(replace(self.place, article=article, line=0), record=False))

    @on(Lines.Moved, "#sidebar")
    def preview_row(self, _event: Lines.Moved) -> None:
        """Underline what the cursor rests on, or show the article of a sentence at it."""
        value = self.sidebar.value
        if isinstance(value, SidebarRow):
            self.preview(lambda: self.article.hint(value.selection))
        elif isinstance(value, Evidence):
            at = self._span(value)
            place = replace(self.place, article=value.article, line=0)
            self.preview(lambda: self.go(replace(place, selection=self.place.selection), record=False, at=at))

    @on(Lines.Chosen, "#timeline")
    def open_article(self, event: Lines.Chosen) -> None:
        """Open the article of a headline."""
        headline = self.timeline.headline(event.row)
        if headline is not None:
            self.open(headline.article)
            if not event.by_mouse or not self.article.display:
                self.show_pane("article")

    @on(Lines.Chosen, "#sidebar")
    def take_row(self, event: Lines.Chosen) -> None:
        """Select what the row tells of, or open the article of a sentence at it."""
        value = self.sidebar.value
        if isinstance(value, SidebarRow):
            self.select(value.selection)
        elif isinstance(value, Evidence):
            self.open(value.article, self._span(value))
            if not event.by_mouse or not self.article.display:
                self.show_pane("article")

    @on(MentionChosen)
    def take_mention(self, event: MentionChosen) -> None:
        """Select what is clicked in the article."""
        self.select(event.mention.selection)

    @staticmethod
    def _span(sentence: Evidence) -> tuple[int, int]:
        return sentence.start, sentence.start + len(sentence.sentence)

    def action_open(self) -> None:
        """Do what Enter means in the pane: open, or select."""
        if self.pane != "article":
            (self.timeline if self.pane == "timeline" else self.sidebar).choose()
        elif (mention := self.article.mention) is None:
            self.action_next_mention()
        elif mention.selection == self.place.selection:
            self.show_pane("sidebar")
        else:
            number = self.article.current
            self.select(mention.selection)
            self.article.go_to(number)
            self.refresh_bars()

    def action_let_go(self) -> None:
        """Take back the last step: the one pane, the limit to what is selected, the selection, the pane."""
        place = self.place
        alone = self.has_class("-single")
        if alone and self.pane == "article":
            self.zoomed = False
            self.show_pane("timeline")
        elif self.zoomed:
            self.action_zoom()
        elif self.article.current is not None and place.selection is None:
            self.article.go_to(None)
        elif place.only:
            self.go(replace(place, only=False))
        elif place.selection is not None:
            self.go(replace(place, selection=None))
        elif self.pane != "timeline":
            self.show_pane("timeline")

    def action_next_mention(self) -> None:
        """Go to the next mention of what is selected, in the next article after the last one here."""
        self._walk(1)

    def action_previous_mention(self) -> None:
        """Go to the previous mention of what is selected, before the first one in the previous article."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if self.place.article is None:
            return
        if self.has_class("-single") and self.pane != "article":
            self.show_pane("article")
        if not self.article.walk(step):
            if self.place.selection is None:
                if not self.article.walk(step, from_edge=True):
                    self.say("Nothing is mentioned here.")
            elif self.step_to_article(step):
                self.article.walk(step, from_edge=True)
        self.refresh_bars()

    def action_only(self) -> None:
        """Show only articles that mention what is selected, or all again."""
        if self.place.selection is None:
            self.say("Select something first: then only the articles that mention it are shown.")
        else:
            self.go(replace(self.place, only=not self.place.only))

    def action_person(self) -> None:
        """Choose a person by a few letters."""
        from dateline.reader.screens.person import PersonJump  # noqa: PLC0415

        self.app.push_screen(PersonJump(self.ask), self.jump_to)

    def jump_to(self, found: Found | None) -> None:
        """Select what was found, and list the sentences about it."""
        if found is not None:
            self.select(found.selection)
            self.show_pane("sidebar")

    def action_search(self) -> None:
        """Search the articles' text."""
        from dateline.reader.screens.search import Search  # noqa: PLC0415

        selection = self.place.selection
        before = selection.id if selection and selection.kind == "search" else ""
        self.app.push_screen(Search(self.ask, self.place.dates, before), self._search_done)

    def _search_done(self, found: tuple[str, Evidence | None] | None) -> None:
        if found is None:
            return
        query, sentence = found
        place = replace(self.place, selection=Selection("search", query, f"“{query}”"))
        if sentence is None:
            self.go(place)
            return
        self.go(replace(place, article=sentence.article, line=0), at=self._span(sentence))
        self.mark_read(sentence.article)
        self.show_pane("article")
        self.refresh_bars()
