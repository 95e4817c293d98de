"""Text labelled by two recognizers: what both say holds, what only one says is unknown."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training import agreement

WORDS = ["Anna", "Bell", "left", "Acme", "for", "Rome", "on", "Monday", "."]
KINDS = ["PROPN", "PROPN", "VERB", "PROPN", "ADP", "PROPN", "ADP", "PROPN", "PUNCT"]


def tags(one: set[agreement.Name], other: set[agreement.Name]) -> list[str]:
    doc = Doc(Vocab(), words=WORDS, pos=KINDS)
    return [f"{t.ent_iob_}-{t.ent_type_}".strip("-") for t in agreement.agreed(doc, one, other)]


def test_what_both_find_is_a_name_and_words_without_names_are_none() -> None:
    both = {(0, 2, "PERSON"), (5, 6, "GPE")}
    assert tags(both, both) == ["B-PERSON", "I-PERSON", "O", "", "O", "B-GPE", "O", "", "O"]


def test_what_only_one_finds_is_unknown() -> None:
    found = tags({(0, 2, "PERSON"), (3, 4, "ORG")}, {(0, 1, "PERSON"), (3, 4, "GPE")})
    assert found == ["", "", "O", "", "O", "", "O", "", "O"]


def test_a_name_of_common_words_alone_is_unknown() -> None:
    both = {(2, 3, "ORG")}
    assert tags(both, both)[2] == ""


def test_unknown_tags_survive_the_house_styles() -> None:
    from training import styles

    doc = agreement.agreed(
        Doc(Vocab(), words=WORDS, pos=KINDS, sent_starts=[True, *[False] * 8]), set(), set()
    )
    copy = styles.restyled(doc, [word.upper() for word in WORDS])
    assert [token.ent_iob_ for token in copy] == [token.ent_iob_ for token in doc]
