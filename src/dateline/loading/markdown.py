"""Markdown, with or without front matter in YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

from dateline.loading import markup, note_marks, record_drafts
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

_FRONT = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<front>.*?)(?:^|\n)(?P=fence)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_LONGEST_FRONT = 65_536  # characters
_LONGEST_LINE = 20_000  # characters: no paragraph has more, and a parser takes long over its marks
#: What the parsers raise for what they can't read: PyYAML anything for a value that does not fit its tag.
_UNREADABLE = (
    yaml.YAMLError, ValueError, RecursionError, LookupError, AttributeError, TypeError, OverflowError
)  # fmt: skip


_COLON = "mapping values are not allowed here"  # what the parser says of a second colon in a line
#: Lines that are fields, as programs write them above an article: "Date: 2 March 2031" below "Source: …".
_FIELDS = re.compile(r"^(?:[A-Z][\w ]{1,24}: \S[^\n]{0,300}\n){2,20}(?=\s*$)", re.MULTILINE)
_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40})(?::[ \t]+|[ \t]*=[ \t]*)(?P<value>[^\s\[{|>&*!].*)")


class _Loader(yaml.SafeLoader):
    """YAML without references, which can make a few lines into gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Return the next node; raises yaml.YAMLError for a reference to another."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("references are not read")
        return super().compose_node(parent, index)


def drafts(raw: bytes, names: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the one draft in a file; `names` says which fields of its front matter are what (columns)."""
    text = decode(raw)
    found = _FRONT.match(text[: _LONGEST_FRONT + 10])
    front: Mapping[str, object] = {}
    if found:
        text = text[found.end() :]
        try:
            front = _fields(found["front"], found["fence"])
        except _UNREADABLE as error:
            yield Flaw(
                f"its front matter can't be read ({_where(error)})", "correct it; the article itself is there"
            )
            front = _lines(found["front"])
    told = record_drafts.told(front, names)
    if told.unread:
        yield Flaw("it has a date that can't be read", f"write 2031-03-02, not “{told.unread}”")
    yield Draft(raw, plain(text), title=told.title, date=told.date, outlet=told.outlet)


def plain(text: str) -> str:
    """Return the words of a Markdown text, its blocks parted by blank lines."""
    if max(map(len, text.splitlines()), default=0) > _LONGEST_LINE:
        return text
    text = _FIELDS.sub(lambda found: found.group().replace("\n", "  \n"), text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = [_words(token) for token in parser.parse(note_marks.without(text))]
    return "\n\n".join(block for block in blocks if block.strip())


def _words(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content
    if token.type == "html_block":
        return markup.text_of(token.content)
    return _inline(token.children or ()) if token.type == "inline" else ""


def _inline(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    plain = ("text", "code_inline", "text_special")
    return "".join(
        t.content
        if t.type in plain
        else "\n"
        if t.type == "html_inline" and _LINE_BREAK.match(t.content)
        else breaks.get(t.type, "")
        for t in tokens
    )


def _fields(front: str, fence: str) -> Mapping[str, object]:
    if fence == "+++":
        fields = tomllib.loads(front.replace("\r\n", "\n"))
    else:
        try:
            fields = yaml.load(front, _Loader)
        except yaml.scanner.ScannerError as error:
            if error.problem != _COLON or not (fields := _lines(front)):
                raise
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise ValueError("it names no fields")
    return fields


def _lines(front: str) -> dict[str, str]:
    """Return the fields that stand on a line each, whatever is in them: "title: Prices: a new high"."""
    found = (_FIELD.fullmatch(line) for line in front.splitlines())
    return {field["name"]: field["value"].strip().strip("\"'") for field in found if field}


def _where(error: Exception) -> str:
    """Return what is wrong, with the line of the file where it is known."""
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or str(error) or type(error).__name__
    return f"line {mark.line + 2}: {said}" if mark is not None else str(said)
