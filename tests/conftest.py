"""Fixtures for all tests: a clean environment, the pipeline loaded once, the shared gold if it is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

# the same examples each time, however long a machine takes for them: fuzz/ is there to draw others
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# before textual is imported: the first change every snapshot, a terminal under test has its own size, and
# servers under test are asked by no proxy
for _name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"):
    os.environ.pop(_name, None)
for _name in ("http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(_name, None)
    os.environ.pop(_name.upper(), None)

if TYPE_CHECKING:
    from spacy.language import Language

REPOSITORY = Path(__file__).parent.parent
SHARED = REPOSITORY.parent / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the folders of the person who runs it."""
    for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable.lower()))


@pytest.fixture
def simple_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rules of thumb stand in for extraction and linking."""
    import fake_steps
    from dateline.indexing import steps

    for name in ("extract", "link", "linker", "load"):
        monkeypatch.setattr(steps, name, getattr(steps, name))  # so that they come back
    fake_steps.install()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    from dateline.extraction import pipeline

    return pipeline.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and gold annotations; what needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared with real articles and gold beside this checkout")
    return SHARED
