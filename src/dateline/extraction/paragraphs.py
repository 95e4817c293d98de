"""Sentence starts that are known before the parser runs.

A sentence starts with every paragraph and never spans two; none starts behind a word, a comma or the like,
nor behind the full stop of a title ("Col. Smith") or of "No. 10". A city in capitals before the first
sentence ("LIMA Peru will …") is a sentence of its own: it is where the report was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language

from dateline.extraction.gazetteer import capitals
from dateline.extraction.wordlists import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "dateline_paragraphs"

_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Rep", "Reps", "Sen"}
    | {"Sens", "Gov", "Rev", "Hon", "St", "Messrs", "Cpl", "Cmdr", "Pte", "Amb", "Sec"}
)

#: Cities that are no capitals from which agencies report.
_BUREAUS = phrases(
    """
    brussels; united nations; new york; geneva; dubai; strasbourg; davos; hong kong; istanbul; frankfurt;
    shanghai; mumbai; munich; johannesburg; sydney; tel aviv; karachi; lagos; gaza; jerusalem; the hague;
    sao paulo; toronto; montreal; zurich; milan; los angeles; chicago; miami; aden; aleppo; benghazi; donetsk
    """
)
_LONGEST = 3  #: words in the name of a city
_DEEPEST = 150  #: tokens before which a dateline stands

_OPEN = frozenset(",/&-–£$€%([")  # behind these, as behind a word, a sentence goes on

_STARTS = frozenset(
    {"the", "a", "an", "he", "she", "it", "they", "we", "in", "on", "at", "but", "and", "this", "that"}
)


def part_millions(nlp: Language) -> None:
    """Make nlp part the full stop from "$150m.": English has "m." for a word, behind which nothing ends."""
    tokenizer: Any = nlp.tokenizer  # other pipelines may have other kinds, without rules
    rules = getattr(tokenizer, "rules", None)
    if rules:
        tokenizer.rules = {word: parts for word, parts in rules.items() if word != "m."}


@Language.component(NAME)
def paragraphs(doc: Doc) -> Doc:
    """Set is_sent_start where it is certain; paragraphs part at a blank line."""
    starts = np.zeros(len(doc), dtype=np.int64)  # 1 starts a sentence, -1 goes on, 0 is for the parser to say
    fresh = True
    opening = -1  # where the sentence behind a dateline begins
    before: Token | None = None  # the last token that is no blank
    for i, token in enumerate(doc):
        if token.is_space:
            starts[i] = -1 if i else 0
            fresh = fresh or "\n\n" in token.text
            continue
        if fresh:
            starts[i] = 1
            behind = _dateline_end(doc, i) if i < _DEEPEST else i
            if behind > i:
                fresh, opening = False, behind
                before = token
                continue
        elif i == opening:
            starts[i] = 1
        elif before is not None and _goes_on(before, token):
            starts[i] = -1
        fresh, before = False, token
    # token by token, spaCy would look through the whole document at every one
    doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]  # a column is enough
    return doc


def _dateline_end(doc: Doc, start: int) -> int:
    """Return the token index behind the city in capitals with which a paragraph opens, without any dash."""
    end = start
    while end < len(doc) and end - start < _LONGEST and doc[end].text.isupper() and len(doc[end]) > 2:
        end += 1
    while end > start:
        name = " ".join(token.lower_ for token in doc[start:end])
        if name in _BUREAUS or name.title() in capitals():
            follows = doc[end] if end < len(doc) else None
            return end if follows is not None and (follows.is_title or follows.text in '"“') else start
        end -= 1
    return start


def _goes_on(before: Token, token: Token) -> bool:
    """Tell whether the sentence of the token before can't have ended with it."""
    word = before.text
    if (word[-1].isalnum() or word[-1] in _OPEN) and token.text != "." and before.i + 1 == token.i:
        return True
    if word == "." and before.i and not before.nbor(-1).whitespace_:
        word = before.nbor(-1).text + "."
    if not word.endswith("."):
        return token.text == "." and word in ("No", "Nos", *_TITLES)
    return (word[:-1] in _TITLES and token.lower_ not in _STARTS) or (
        word in ("No.", "Nos.") and token.text[0].isdigit()
    )
