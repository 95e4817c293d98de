"""One polite HTTP request: conditional, with limits of time and size, and words for what goes wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    IncompleteRead,
    LocationParseError,
    MaxRetryError,
    NewConnectionError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as SlowServer

from dateline import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from urllib3 import BaseHTTPResponse

USER_AGENT = f"dateline/{__version__} (a news reader for the terminal)"
LARGEST = 20_000_000  #: bytes of an answer, unpacked
UNREACHABLE = "the server can't be reached"
NO_HTTPS = "the server does not speak https"
PATIENCE = 60.0  #: seconds for a whole answer
_SILENCE = urllib3.Timeout(connect=10.0, read=20.0)  # seconds in which something has to come
_REDIRECTS = 5
_PERMANENT = (301, 308)
_TEMPORARY = (302, 303, 307)
_PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate", "utf-8", "none")  # the last by mistake
_CHUNK = 1 << 16
_LONGEST_WAIT = timedelta(days=2)  # that a server may ask for


class FetchFailure(Exception):
    """A request came to nothing, for the reason in the message."""

    def __init__(self, reason: str, not_before: str = "") -> None:
        super().__init__(reason)
        self.not_before = not_before  #: ISO 8601 in UTC, where the server says when it may be asked again


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave."""

    url: str  #: the address that is to be asked next time: a permanent redirect changes it
    body: bytes | None  #: None where nothing has changed since the last time
    etag: str = ""
    modified: str = ""


def fetch(url: str, *, etag: str = "", modified: str = "", patience: float = PATIENCE) -> Answer:
    """Return what is at an address of the web, `patience` being the seconds for all of it.

    `etag` and `modified` are what the last answer gave. Raises FetchFailure.
    """
    end = time.monotonic() + patience
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}
    headers |= {k: v for k, v in (("If-None-Match", etag), ("If-Modified-Since", modified)) if v}
    kept, asked = url, url
    for _ in range(_REDIRECTS + 1):
        response = _request(asked, headers)
        try:
            if response.status not in (*_PERMANENT, *_TEMPORARY):
                return _answer(response, kept, end)
            target = _target(asked, response)
            if kept == asked and response.status in _PERMANENT:
                kept = target
            asked = target
        finally:
            response.close()
    raise FetchFailure("it leads from one address to the next without end")


def _target(url: str, response: BaseHTTPResponse) -> str:
    try:
        return urljoin(url, response.headers.get("Location", ""))
    except ValueError as error:
        raise FetchFailure("it leads to an address that can't be read") from error


def _request(url: str, headers: Mapping[str, str]) -> BaseHTTPResponse:
    if urlsplit(url).scheme not in ("http", "https"):
        raise FetchFailure("its address is none of the web (http or https)")
    try:
        return _manager(direct=bool(proxy_bypass(urlsplit(url).netloc))).request(
            "GET",
            url,
            headers=headers,
            redirect=False,
            retries=False,
            timeout=_SILENCE,
            preload_content=False,
        )
    except (HTTPError, OSError, UnicodeError) as error:
        raise FetchFailure(_words(error)) from error


def _answer(response: BaseHTTPResponse, url: str, end: float) -> Answer:
    headers = response.headers
    if response.status == 304:
        return Answer(url, None)
    if response.status != 200:
        raise FetchFailure(_refusal(response.status, response.reason or ""), _not_before(headers))
    return Answer(url, _body(response, end), headers.get("ETag", ""), headers.get("Last-Modified", ""))


def _body(response: BaseHTTPResponse, end: float) -> bytes:
    """Return all of an answer; raises FetchFailure for one that is too long, too slow, packed or cut off."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in _PACKINGS:
        raise FetchFailure(f"its answer is packed in a way that can't be unpacked ({packing[:20]})")
    body = bytearray()
    try:
        while chunk := response.read1(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > LARGEST:
                raise FetchFailure(f"it is larger than {LARGEST / 1e6:.0f} MB")
            if time.monotonic() > end:
                raise FetchFailure("it comes too slowly")
    except (HTTPError, OSError) as error:
        raise FetchFailure(_words(error)) from error
    if response.length_remaining:
        raise FetchFailure("the connection was cut off")
    return bytes(body)


def _refusal(status: int, reason: str) -> str:
    known = {
        401: "it asks for a password",
        403: "the server refuses it",
        404: "there is nothing at this address",
        410: "it has been given up",
        429: "the server has been asked too often",
    }
    return f"{known.get(status, f'the server answers {status}')} ({status} {reason})".replace(" )", ")")


def _words(error: Exception) -> str:
    """Return what went wrong in words for a reader."""
    if isinstance(error, MaxRetryError) and error.reason is not None:
        return _words(error.reason)
    if isinstance(error, SlowServer) and not isinstance(error, NewConnectionError):
        return "the server does not answer in time"
    if isinstance(error, SSLError):
        return "the server's certificate is not valid" if "CERTIFICATE" in str(error).upper() else NO_HTTPS
    if isinstance(error, DecodeError):
        return "its answer is packed in a way that can't be unpacked"
    if isinstance(error, IncompleteRead) or "IncompleteRead" in str(error):
        return "the connection was cut off"
    if isinstance(error, (LocationParseError, UnicodeError)):
        return "its address can't be read"
    return UNREACHABLE


def _not_before(headers: Mapping[str, str]) -> str:
    """Return when a server may be asked again by its Retry-After, "" where it does not say."""
    told = headers.get("Retry-After", "").strip()
    now = datetime.now(UTC)
    try:
        when = now + timedelta(seconds=int(told)) if told.isdigit() else parsedate_to_datetime(told)
        wait = min(when.astimezone(UTC) - now, _LONGEST_WAIT)
    except (ValueError, OverflowError):
        return ""
    return (now + wait).isoformat(timespec="seconds") if wait > timedelta() else ""


@lru_cache(maxsize=2)
def _manager(*, direct: bool) -> urllib3.PoolManager:
    """Return the connections, through the proxy that the environment names unless they are direct."""
    proxies = {} if direct else getproxies()
    proxy = proxies.get("https") or proxies.get("http")
    return urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()
