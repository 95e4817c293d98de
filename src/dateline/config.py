"""Where dateline keeps its files.

Everything derived lies under the user's cache folder and can be rebuilt; everything that the reader made lies
under the user's data folder (the XDG variables move both).
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

NAME = "dateline"


def cache_folder() -> Path:
    """Return the folder of the index, made where it is missing."""
    return user_cache_path(NAME, appauthor=False, ensure_exists=True)


def data_folder() -> Path:
    """Return the folder of the library, made where it is missing and readable by the user alone."""
    folder = user_data_path(NAME, appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def configuration_file() -> Path:
    """Return the path of the configuration file, which need not exist."""
    return user_config_path(NAME, appauthor=False) / "config.toml"


def sample_collection() -> Path:
    """Return the folder of the sample collection: in an installed package, or in the source tree."""
    package = Path(__file__).parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "seeds"
