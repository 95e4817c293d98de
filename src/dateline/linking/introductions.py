"""Role phrases before their bearers: "Peru's finance minister has said …", with the name thereafter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dateline.linking.individuals import Name
    from dateline.model import RolePhrase, Source

#: So many sentences behind the role phrase its bearer is named at the latest.
_AHEAD = 2
#: A verb of speech of which the phrase is the subject.
_SAYS = re.compile(
    r",? (?:(?:has|have|had|also|\w+day) )*+(?:said|says|told|warned|announced|added|insisted|urged"
    r"|admitted|called|claimed|argued|defended|pledged|promised|vowed|rejected|denied|accused|attacked|criticised)\b"
)
_PLACE = re.compile(r"(?:In|At|On|After|During|Speaking)\b[^.;:\"“”]{2,90}, $")
_HAS = re.compile(r" (?:has|had|is|was|will)\b")
_TITLE = re.compile(r'["“‘]?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Gen)\.? )?')
_AFTER_QUOTE = re.compile(r"[,.?!][\"”’'] (?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord)\.? )?$")


def introduced(
    source: Source, role: RolePhrase, named: Mapping[Name, Sequence[int]], known: Collection[Name]
) -> Name | None:
    """Return who is named first behind the phrase, as the subject of one of the next sentences, or None.

    `named` gives the offsets at which the article names each individual, `known` those who cannot be meant as
    the article tells another office of them.
    """
    sentences = source.extraction.sentences
    at = next((n for n, (start, end) in enumerate(sentences) if start <= role.mention.start < end), None)
    if at is None or not _speaks(source, role, sentences[at][0]):
        return None
    headline = sentences[0][1]
    for start, end in sentences[at + 1 : at + 1 + _AHEAD]:
        here = sorted((row, name) for name, rows in named.items() for row in rows if start <= row < end)
        if not here:
            continue
        first, name = here[0]
        if name in known or any(headline <= row < start for row in named[name]):
            return None
        return name if _is_subject(source.article.text, first, start) else None
    return None


def _speaks(source: Source, role: RolePhrase, sentence: int) -> bool:
    """Tell whether the phrase is the subject of speech, or the subject that begins its sentence."""
    text, end = source.article.text, role.mention.end
    office = role.office
    if office.former or (role.definite and not (office.country or office.organization)):
        return False  # a bare "the prime minister" is somebody whom readers know
    begins = role.mention.start - sentence < len("The ")
    return bool(_SAYS.match(text, end)) or (begins and bool(_HAS.match(text, end)))


def _is_subject(text: str, first: int, sentence: int) -> bool:
    titled = _TITLE.match(text, sentence)
    before = text[sentence:first]
    opened = _PLACE.fullmatch(before) or _AFTER_QUOTE.search(before)
    return (titled is not None and titled.end() >= first) or bool(opened)


def apposed(source: Source, role: RolePhrase, named: Mapping[Name, Sequence[int]]) -> Name | None:
    """Return who is named behind the phrase's comma ("her Indian counterpart, …"), or None."""
    end = role.mention.end
    if not source.article.text.startswith(", ", end):
        return None
    titled = _TITLE.match(source.article.text, end + len(", "))
    stop = titled.end() if titled is not None else end
    return next((name for name, rows in named.items() if any(end < row <= stop for row in rows)), None)


def recalled(source: Source, role: RolePhrase, named: Mapping[Name, Sequence[int]]) -> Name | None:
    """Return whom "The former …" means: the subject of the sentence before, or None."""
    sentences = source.extraction.sentences
    at = next((n for n, (start, end) in enumerate(sentences) if start <= role.mention.start < end), 0)
    if not at or not role.office.former or role.mention.start > sentences[at][0] + 1:
        return None
    start, end = sentences[at - 1]
    here = sorted((row, name) for name, rows in named.items() for row in rows if start <= row < end)
    if not here or not _is_subject(source.article.text, here[0][0], start):
        return None
    return here[0][1]
