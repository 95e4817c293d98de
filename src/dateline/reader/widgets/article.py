"""The open article: its head, its paragraphs, and the mentions lit up in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.geometry import Region
from textual.style import Style
from textual.widgets import Static

from dateline.reader.messages import MentionChosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from dateline.index.rows import ArticleView, MentionRow, Selection

MOST_BLOCKS = 160  #: a longer article has several paragraphs to a widget
CONTEXT = 3  #: lines kept in view around a mention that is gone to
LOOKS = {
    "person": "bold $text-primary",
    "country": "$text-secondary",
    "organization": "$text-secondary",
    "summit": "italic $text-accent",
    "figure": "$text-success",
}
SELECTED = "bold $foreground on $primary-muted"
HINTED = "underline"
CURRENT = "bold $background on $accent"


class Block(NamedTuple):
    """A stretch of the text that one widget shows."""

    start: int
    text: str


def blocks_of(text: str) -> list[Block]:
    """Return the paragraphs of a text with their offsets; of a very long one, several together."""
    blocks: list[Block] = []
    least = len(text) / MOST_BLOCKS if text.count("\n\n") > MOST_BLOCKS else 0
    start = 0
    for gap in re.finditer(r"\n[ \n]*\n|\Z", text):
        if gap.start() - start >= least or gap.end() == len(text):
            if text[start : gap.start()].strip():
                blocks.append(Block(start, text[start : gap.start()]))
            start = gap.end()
    return blocks


class Paragraph(Static):
    """A paragraph (or a few) with its mentions."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def on_click(self, event: events.Click) -> None:
        """Tell which mention is clicked."""
        number = event.style.meta.get("mention")
        if isinstance(number, int):
            event.stop()
            article = self.parent
            assert isinstance(article, Article)
            self.post_message(MentionChosen(article.mentions[number]))


class Article(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The article pane."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view: ArticleView | None = None
        self.mentions: Sequence[MentionRow] = ()
        self.selection: Selection | None = None
        self.hinted: Selection | None = None
        self.current: int | None = None  #: the mention that the reader has walked to
        self._blocks: list[Block] = []
        self._spans: list[list[int]] = []  # the mentions of each block
        self._title = Paragraph(id="article-title")
        self._meta = Static("", id="article-meta", markup=False)
        self._body: list[Paragraph] = []
        self._shown: list[Paragraph] = []  # the widget of each block

    def compose(self) -> ComposeResult:
        """Make the head, and the paragraphs of an article that is known already."""
        yield self._title
        yield self._meta
        yield from self._body

    def show(self, view: ArticleView | None, mentions: Sequence[MentionRow], *, empty: str = "") -> None:
        """Show another article from its top, or the same one anew; without one, the words in `empty`."""
        self.view, self.current = view, None
        self._blocks = blocks_of(view.text) if view else []
        self._assign(mentions)
        titled = bool(view and self._blocks and self._blocks[0].text.strip() == view.title)
        missing = len(self._blocks) - titled - len(self._body)
        more = [Paragraph() for _ in range(missing)]
        self._body += more
        self._shown = [self._title, *self._body] if titled else self._body
        self._meta.display = view is not None
        if not titled:
            self._title.update(Content(view.title if view else empty))
        for number, paragraph in enumerate(self._shown):
            paragraph.display = number < len(self._blocks)
            if paragraph.display:
                paragraph.update(self._content(number))
        self._title.display = True
        if more and self.is_attached:
            self.mount_all(more)
        self.scroll_to(y=0, animate=False, immediate=True)

    def _assign(self, mentions: Sequence[MentionRow]) -> None:
        """Take the mentions of the article, each at home in one block."""
        self.mentions = mentions
        starts = [block.start for block in self._blocks]
        self._spans = [[] for _ in self._blocks]
        for number, mention in enumerate(mentions):
            if (home := bisect_right(starts, mention.start) - 1) >= 0:
                self._spans[home].append(number)

    def describe(self, meta: Content) -> None:
        """Show what is below the title: date, outlet, length, notes."""
        self._meta.update(meta)

    def light(self, selection: Selection | None, mentions: Sequence[MentionRow] | None = None) -> None:
        """Light up another selection; `mentions` replaces those of the article (search hits come and go)."""
        self.selection, self.hinted, self.current = selection, None, None
        if mentions is not None:
            self._assign(mentions)
        self._restyle(range(len(self._blocks)))

    def hint(self, selection: Selection | None) -> None:
        """Underline what the cursor of the sidebar is on."""
        if selection == self.hinted:
            return
        old, self.hinted = self.hinted, selection
        wanted = {old, selection} - {None}
        self._restyle(self._homes(n for n, m in enumerate(self.mentions) if m.selection in wanted))

    def _homes(self, numbers: Iterable[int]) -> set[int]:
        chosen = set(numbers)
        return {home for home, spans in enumerate(self._spans) if not chosen.isdisjoint(spans)}

    def _restyle(self, homes: Iterable[int]) -> None:
        for home in homes:
            self._shown[home].update(self._content(home), layout=False)

    def _content(self, home: int) -> Content:
        """Return a paragraph with its mentions styled; those within others come last, and on top."""
        block = self._blocks[home]
        spans: list[Span] = []
        numbers = sorted(self._spans[home], key=lambda n: self.mentions[n].start - self.mentions[n].end)
        for number in numbers:
            mention = self.mentions[number]
            start = mention.start - block.start
            end = min(mention.end - block.start, len(block.text))
            if look := self._look(number, mention):
                spans.append(Span(start, end, look))
            if mention.kind != "pledge" or mention.selection == self.selection:
                spans.append(Span(start, end, Style.from_meta({"mention": number})))
        return Content(block.text, spans)

    def _look(self, number: int, mention: MentionRow) -> str:
        if number == self.current:
            return CURRENT
        if mention.selection == self.selection:
            return SELECTED
        if mention.selection == self.hinted:
            return HINTED
        return LOOKS.get(mention.selection.kind, "")

    @property
    def mention(self) -> MentionRow | None:
        """The mention that the reader has walked to."""
        return None if self.current is None else self.mentions[self.current]

    def _candidates(self) -> list[int]:
        if self.selection is not None:
            return [n for n, m in enumerate(self.mentions) if m.selection == self.selection]
        return [n for n, m in enumerate(self.mentions) if m.kind != "pledge"]

    @property
    def progress(self) -> tuple[int, int]:
        """Which of the mentions is the current one, counted from 1 (0 for none), and how many there are."""
        candidates = self._candidates()
        at = candidates.index(self.current) + 1 if self.current in candidates else 0
        return at, len(candidates)

    def walk(self, step: int, *, from_edge: bool = False) -> bool:
        """Go to the next mention of what is selected, of anything where nothing is; False at the end.

        Without a current mention it is the first one in view or below; with `from_edge` the first or last.
        """
        candidates = self._candidates()
        if not candidates:
            return False
        if self.current in candidates:
            place = candidates.index(self.current) + step
            if not 0 <= place < len(candidates):
                return False
        elif from_edge or step < 0:
            place = 0 if step > 0 else len(candidates) - 1
        else:
            top = self.first_visible()
            place = next((p for p, n in enumerate(candidates) if self.mentions[n].start >= top), 0)
        self.go_to(candidates[place])
        return True

    def go_to(self, number: int | None) -> None:
        """Make a mention the current one and bring it into view; None lets go of it."""
        old, self.current = self.current, number
        self._restyle(self._homes({old, number} - {None}))  # type: ignore[arg-type]  # None is taken out
        if number is not None:
            self.reveal(self.mentions[number].start)

    def go_to_offset(self, start: int, end: int) -> None:
        """Go to the first mention of the selection in a sentence, else to where the sentence begins."""
        for number in self._candidates():
            if start <= self.mentions[number].start < end:
                self.go_to(number)
                return
        self.reveal(start)

    def reveal(self, offset: int) -> None:
        """Scroll so that the line with an offset of the text is in view, once the layout is known."""
        self.call_after_refresh(self._reveal, offset)

    def _reveal(self, offset: int) -> None:
        home = bisect_right([block.start for block in self._blocks], offset) - 1
        if home < 0:
            return
        paragraph, block = self._shown[home], self._blocks[home]
        word_end = re.compile(r"\s|\Z").search(block.text, offset - block.start)
        before = block.text[: word_end.start() if word_end else None]
        width = paragraph.content_size.width or 1
        line = Content(before).get_height({}, width) - 1
        region = Region(0, paragraph.virtual_region.y + line - CONTEXT, 1, 2 * CONTEXT + 1)
        room = self.scrollable_content_region.height
        if room < region.height:
            region = Region(0, region.y + CONTEXT, 1, 1)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def first_visible(self) -> int:
        """Return the offset of the first paragraph that is not all above the view."""
        top = self.scroll_offset.y
        for block, paragraph in zip(self._blocks, self._shown, strict=False):
            if paragraph.virtual_region.bottom > top:
                return block.start
        return 0

    def paragraph_at(self, offset: int) -> str:
        """Return the text of the paragraph with an offset."""
        home = bisect_right([block.start for block in self._blocks], offset) - 1
        return self._blocks[home].text if home >= 0 else ""

    def move(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)

    def page(self, step: int) -> None:
        """Scroll by a page, two lines of it staying in view."""
        self.move(step * max(1, self.scrollable_content_region.height - 2))

    def end(self, step: int) -> None:
        """Scroll to the top or the bottom."""
        self.scroll_to(y=self.max_scroll_y if step > 0 else 0, animate=False, immediate=True)
