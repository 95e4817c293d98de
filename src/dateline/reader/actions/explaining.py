"""Why: what found a mention, why it is whose it is, what ties reports together, where a date comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.actions.topic import Topic
from dateline.reader.days import date_mark, long_date, short_date
from dateline.reader.targets import target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.index.rows import ArticleView
    from dateline.index.why import TieRow, Why
    from dateline.reader.targets import Target

_KINDS = {
    "name": "by name",
    "role": "by an office or function that is that person's on this day",
    "demonym": "by the word for its people",
    "capital": "by its capital, which stands for its government",
    "seat": "by the seat of its government",
    "figure": "a sum of money",
    "pledge": "a commitment, proposal or refusal",
    "summit": "a gathering",
}
_ONE = {"figure": "The same sum", "pledge": "The same commitment", "summit": "The same summit"}
_LONGEST = 80  #: characters of the words that are asked about


class Explaining(Topic):
    """The key that asks why."""

    def why(self) -> None:
        """Show what the words at hand stand for and why, and what the date and headline come from."""
        from dateline.reader.screens.text import TextBox  # noqa: PLC0415

        target = target_of(self.desk)
        if target is None:
            self.desk.say("No article is open.")
            return
        parts = [*self._about(target), *article_reasons(target.view)]
        self.desk.app.push_screen(TextBox("Why", parts, target.view.paths))

    def _about(self, target: Target) -> Iterator[str]:
        if target.mention is None:
            return
        mention, article = target.mention, target.view.article
        why = self.desk.read(lambda c: c.why(article, mention), None)
        yield reason_of(target)
        if why is not None:
            yield from reasons_of(why, mention.selection.kind)
            yield from self._said(why)

    def _said(self, why: Why) -> Iterator[str]:
        """Yield the judgements that had a part in it."""
        if not why.judgements:
            return
        from dateline.library.judgements import Judgements  # noqa: PLC0415
        from dateline.library.wording import worded  # noqa: PLC0415

        for judgement in Judgements.open().standing():
            if judgement.id in why.judgements:
                day = short_date(judgement.at[:10], year=True)
                yield f"✎ On {day} you have said that {worded(judgement)}."


def reason_of(target: Target) -> str:
    """Return what a mention stands for, and in which way."""
    assert target.mention is not None
    words = target.words if len(target.words) <= _LONGEST else target.words[: _LONGEST - 1] + "…"
    return f"“{words}” is {target.mention.selection.label}: {_KINDS[target.mention.kind]}."


def reasons_of(why: Why, kind: str) -> Iterator[str]:
    """Yield what found a mention, why it is of what it is of, and what ties it to other reports."""
    if why.rules:
        found = f"Found by the rule “{why.rules[0]}”"
        yield f"{found}; whose it is: {why.rules[1]}." if len(why.rules) > 1 else f"{found}."
    for tie in why.ties:
        yield f"{_ONE.get(kind, 'The same')} as in {_source(tie)}: {', '.join(tie.parts)}."


def _source(tie: TieRow) -> str:
    return f"“{tie.title}” ({date_mark(tie.date_basis)}{short_date(tie.date, year=True)})"


def article_reasons(view: ArticleView) -> list[str]:
    """Return what the article's date and headline come from, with the evidence."""
    date = long_date(view.date)
    if view.date_basis == "declared":
        parts = [f"The article itself gives its date: {date}."]
    elif view.date_basis == "inferred":
        parts = [f"The article gives no full date. {date} is inferred from:", *view.date_evidence]
    elif view.date_basis == "judged":
        parts = [f"✎ You have said that the article is of {date}."]
    else:
        parts = [
            f"The article gives no date. {date} is in its file's name, or when the file was last changed."
        ]
    if view.title_basis == "derived":
        parts.append("It has no headline of its own: the one shown is made from its first sentence.")
    if view.outlet is None:
        parts.append("The text does not say which outlet published it.")
    return parts
