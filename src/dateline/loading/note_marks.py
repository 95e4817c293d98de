"""What writers of notes and makers of sites put into Markdown beyond its standard.

Obsidian's links, embeds, comments, callouts and tasks (https://help.obsidian.md/obsidian-flavored-markdown),
and the commands of Hugo, Jekyll and Kramdown.
"""

from __future__ import annotations

import re

_MARKS = (
    (re.compile(r"%%[^%]{0,5000}%%"), ""),  # comment
    (re.compile(r"<!--(?:[^-]|-(?!->)){0,5000}-->"), ""),
    (re.compile(r"!\[\[[^\[\]\n]{0,300}\]\]"), ""),  # what is shown from another file
    (re.compile(r"\[\[[^\[\]|\n]{0,300}\|([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]|#\n]{1,300})(?:#[^\[\]\n]{0,300})?\]\]"), r"\1"),
    (re.compile(r"==([^=\n]{1,500})=="), r"\1"),  # marked
    (re.compile(r"^((?:> ?){1,9})\[![\w-]{1,20}\][+-]?", re.MULTILINE), r"\1"),  # callout
    (re.compile(r"^( {0,12}[-*+] )\[[ xX-]\] ", re.MULTILINE), r"\1"),  # task
    (re.compile(r"^\[\^[\w-]{1,40}\]: ?", re.MULTILINE), "\n"),  # a footnote, and where it belongs
    (re.compile(r"\[\^[\w-]{1,40}\]"), ""),
    (re.compile(r"\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\}|\{:[^{}\n]{0,300}\}"), ""),
    (re.compile(r"^[ \t]*(?:#[\w/-]{1,60}[ \t]*)+$", re.MULTILINE), ""),  # tags on a line of their own
)


def without(text: str) -> str:
    """Return a text in standard Markdown that says the same."""
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return text
