"""The line `model` of the configuration file: which pipeline a run reads with, and when it reads again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import fake_steps
from dateline import config, indexing
from dateline.extraction.version import extractor_version
from dateline.index.version import current_versions
from dateline.indexing import steps

if TYPE_CHECKING:
    from pathlib import Path

TEXT = " date 2031-04-05 \n\nAda Quill spoke. It was said in a small room that was full of people.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return folder


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """The folder of a pipeline whose description is not that of dateline's own."""
    folder = tmp_path / "pipeline"
    folder.mkdir()
    (folder / "meta.json").write_text('{"name": "other", "version": "1"}')
    return folder


def choose(model: object) -> None:
    path = config.configuration_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"theme = 'dark'\nmodel = {model!r}\n")


def test_articles_are_extracted_again_with_the_pipeline_that_is_set(
    folder: Path, weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("extract", "link", "linker"):
        monkeypatch.setattr(steps, name, getattr(steps, name))
    fake_steps.install()
    own = steps.extract
    asked: list[str | None] = []
    monkeypatch.setattr(steps, "extract", lambda articles, model=None: asked.append(model) or own(articles))
    indexing.run([folder])
    assert not indexing.needs_run([folder])
    choose(str(weights))
    assert indexing.needs_run([folder])
    indexing.run([folder])
    assert asked == [None, str(weights)]
    assert not indexing.needs_run([folder])


def test_a_newer_version_of_the_pipeline_counts_as_another(weights: Path, tmp_path: Path) -> None:
    newer = shutil.copytree(weights, tmp_path / "newer")
    (newer / "meta.json").write_text('{"name": "other", "version": "2"}')
    versions = {extractor_version(model) for model in (None, str(weights), str(newer), "pytest", "nowhere")}
    assert len(versions) == 5


@pytest.mark.parametrize("wrong", [7, "", ["en"]])
def test_what_is_no_name_leaves_dateline_s_own(wrong: object) -> None:
    own = current_versions()
    choose(wrong)
    assert config.model() is None
    assert current_versions() == own


def test_a_file_that_is_no_toml_leaves_dateline_s_own() -> None:
    choose("x")
    config.configuration_file().write_bytes(b"model = \xff")
    assert config.model() is None


def test_a_pipeline_that_is_not_there_ends_the_run_with_what_to_do(folder: Path) -> None:
    choose("en_none_such")
    told: list[object] = []
    summary = indexing.run([folder], lambda event: told.append(event["event"]))
    (problem,) = summary.problems
    assert problem.path == str(config.configuration_file())
    assert "spacy download en_none_such" in problem.reason
    assert told[-1] == "failed"
