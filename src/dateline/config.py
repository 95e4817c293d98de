"""Where dateline keeps its files.

Everything derived lies under the user's cache folder and can be rebuilt; everything that the reader made lies
under the user's data folder (the XDG variables move both).
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path, user_config_path, user_data_path

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "dateline"
ADDED = "added"  #: in the data folder, what `dateline add` brought in


def cache_folder() -> Path:
    """Return the folder of the index, made where it is missing; raises OSError."""
    folder = _folder(user_cache_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def data_folder() -> Path:
    """Return the folder of the library, made where it is missing and readable by the user alone.

    Raises OSError.
    """
    folder = _folder(user_data_path)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def configuration_file() -> Path:
    """Return the path of the configuration file, which need not exist."""
    try:
        return _folder(user_config_path) / "config.toml"
    except OSError as error:
        return Path(error.filename) / "config.toml"


def _folder(named: Callable[..., Path]) -> Path:
    """Return a folder of the user's; raises OSError for a user who has no home, as in a container."""
    try:
        return named(NAME, appauthor=False)
    except RuntimeError as error:
        reason = "you have no home folder; let HOME name one"
        raise FileNotFoundError(errno.ENOENT, reason, f"~/{NAME}") from error


def read_table(path: Path) -> tuple[dict[str, Any], str | None]:
    """Return what a configuration file says, empty where there is none, and what is wrong with the file."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        return {}, f"{path}: {error.strerror}"
    import tomllib  # noqa: PLC0415  # most people have no such file

    try:
        return tomllib.loads(raw.decode("utf-8-sig")), None
    except (ValueError, RecursionError) as error:  # a number too long is a bare ValueError
        return {}, f"{path}: {error}"


def model() -> str | None:
    """Return the spaCy pipeline that the configuration file names; None is dateline's own.

    What is wrong with the file is for the reader to tell.
    """
    name = read_table(configuration_file())[0].get("model")
    return name if isinstance(name, str) and name else None


def jobs() -> int:
    """Return how many processes extract where there is much to do: as configured, else one."""
    number = read_table(configuration_file())[0].get("jobs")
    return number if isinstance(number, int) and not isinstance(number, bool) and number > 0 else 1


def sample_collection() -> Path:
    """Return the folder of the sample collection: in an installed package, or in the source tree."""
    package = Path(__file__).parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "seeds"
