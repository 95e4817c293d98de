"""The loopback server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.feeds import fetch
from feeds_server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    fetch._manager.cache_clear()
    found = Server()
    yield found
    found.close()
    fetch._manager.cache_clear()
