"""What a news site puts around an article, told apart from the article."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.loading import appeals, labels, sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one, that is either the article's or furniture."""

    text: str
    is_furniture: bool


def part(paragraphs: list[str]) -> list[Piece]:
    """Return the pieces of all paragraphs, in order; joined by spaces they are the paragraphs again.

    A paragraph may yield several pieces: furniture is often glued to the first or the last words of an
    article.
    """
    split = [sentences.split(paragraph) for paragraph in paragraphs]
    appealing = appeals.find(split)
    pieces: list[Piece] = []
    for number, group in enumerate(split):
        if labels.is_label(" ".join(group)):
            pieces.append(Piece(" ".join(group), is_furniture=True))
        else:
            pieces += _parted([(text, (number, place) in appealing) for place, text in enumerate(group)])
    return pieces


def _parted(marked: list[tuple[str, bool]]) -> list[Piece]:
    """Return the pieces of one paragraph, whose sentences are marked where they are appeals."""
    runs: list[tuple[list[str], bool]] = []
    for position, (sentence, is_appeal) in enumerate(marked):
        beside = bool(runs) and runs[-1][1]
        for text, is_furniture in _without_labels(
            sentence, is_appeal, beside=beside, last=position == len(marked) - 1
        ):
            if runs and runs[-1][1] == is_furniture:
                runs[-1][0].append(text)
            else:
                runs.append(([text], is_furniture))
    return [Piece(" ".join(texts), is_furniture) for texts, is_furniture in runs]


def _without_labels(sentence: str, is_appeal: bool, *, beside: bool, last: bool) -> list[tuple[str, bool]]:
    """Return a sentence with the labels before it parted from it."""
    if is_appeal or (last and labels.is_trailing(sentence)):
        return [(sentence, True)]
    length = labels.leading(sentence, beside_furniture=beside)
    parts = [(sentence[:length].rstrip(), True), (sentence[length:], False)]
    return [(text, is_furniture) for text, is_furniture in parts if text]
