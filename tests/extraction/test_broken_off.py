"""Articles that break off in the middle of a sentence, as behind a paywall, are read all the same."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

STORIES = Path(__file__).parents[1] / "stories"
PIECES = 300
LONGEST = 40  # words


def test_a_text_may_begin_and_break_off_anywhere(nlp: Language) -> None:
    texts = [path.read_text(encoding="utf-8").split(" ") for path in sorted(STORIES.glob("*.txt"))]
    chance = random.Random(1)
    pieces = []
    for _ in range(PIECES):
        words = chance.choice(texts)
        start = chance.randrange(len(words))
        pieces.append(" ".join(words[start : start + chance.randint(1, LONGEST)]))
    for doc in nlp.pipe(pieces):
        ends = [m.end for g in doc._.gatherings for m in g.mentions] + [p.end for p in doc._.pledges]
        assert all(end <= len(doc.text) for end in ends)
