"""The README says what is there: every key and every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.cli import cli
from dateline.reader import keys

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name, a in keys.ACTIONS.items() if "main" in a.on and a.keys])
def test_every_key_is_in_the_readme(name: str) -> None:
    section = README.split("## Keys")[1].split("##")[0]
    assert set(keys.keys_of(name, {})) <= set(re.findall(r"`([^`]+)`", section))


@pytest.mark.parametrize("name", [name for name, command in cli.commands.items() if not command.hidden])
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"dateline {name}" in README.split("## Commands")[1]
