"""Sentence starts that are known before the parser runs.

A sentence starts with every paragraph and never spans two; none starts behind a word, a comma or the like,
nor behind the full stop of a title ("Col. Smith") or of "No. 10".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "dateline_paragraphs"

_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Rep", "Reps", "Sen"}
    | {"Sens", "Gov", "Rev", "Hon", "St", "Messrs", "Cpl", "Cmdr", "Pte", "Amb", "Sec"}
)

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
    before: Token | None = None  # the last token that is no blank
    for i, token in enumerate(doc):
        if token.is_space:
            starts[i] = -1 if i else 0
            fresh = fresh or "\n\n" in token.text
            continue
        if fresh:
            starts[i] = 1
        elif before is not None and _goes_on(before, token):
            starts[i] = -1
        fresh, before = False, token
    # token by token, spaCy would look through the whole document at every one
    doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]  # a column is enough
    return doc


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
