"""What a shell offers where a word of the command line is begun."""

from __future__ import annotations

import pytest
from click.shell_completion import BashComplete

from dateline.cli import cli


def offered(words: list[str], begun: str) -> list[str]:
    found = BashComplete(cli, {}, "dateline", "_DATELINE_COMPLETE").get_completions(words, begun)
    return [item.value if item.type == "plain" else item.type for item in found]


@pytest.mark.parametrize(
    ("words", "begun", "offers"),
    [
        ([], "le", ["file", "ledger"]),
        ([], "zz", ["file"]),
        ([], "--ver", ["--version", "--verify"]),
        (["--verify"], "le", ["file"]),
        (["ledger"], "--rev", ["--reverse"]),
        (["ledger"], "le", ["file"]),
        (["export"], "gr", ["graph"]),
        (["feeds"], "ref", ["refresh"]),
        (["folder"], "le", ["file"]),
    ],
)
def test_words_that_are_begun(words: list[str], begun: str, offers: list[str]) -> None:
    assert offered(words, begun) == offers


def test_the_reader_has_no_name_to_offer() -> None:
    assert "read" not in offered([], "re")
