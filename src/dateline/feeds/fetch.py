"""One polite HTTP request: conditional, with limits of time and size, and words for what goes wrong."""

from __future__ import annotations

import re
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
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
from urllib3.util import make_headers, parse_url

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
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE | re.ASCII)
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
    charset: str = ""  #: the encoding that the server names; "" for none


def fetch(
    url: str, *, etag: str = "", modified: str = "", patience: float = PATIENCE, named_by: str = ""
) -> Answer:
    """Return what is at an address of the web, `patience` being the seconds for all of it.

    `etag` and `modified` are what the last answer gave, `named_by` is the address of the page that names this
    one: nobody on the web may send a request into the reader's own network. Raises FetchFailure.
    """
    if named_by:
        _stay_outside(named_by, url)
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
            _stay_outside(asked, target)
            safe = target.startswith("https:") or not asked.startswith("https:")
            if kept == asked and response.status in _PERMANENT and safe:
                kept = target
            asked = target
        finally:
            response.close()
    raise FetchFailure("it leads from one address to the next without end")


def _target(url: str, response: BaseHTTPResponse) -> str:
    """Return where a redirect leads; name and password go with it to the same host alone."""
    try:
        target = urlsplit(urljoin(url, response.headers.get("Location", "")))
        asked = urlsplit(url)
        same = target.hostname == asked.hostname and target.scheme in (asked.scheme, "https")
    except ValueError as error:
        raise FetchFailure("it leads to an address that can't be read") from error
    login = "".join(asked.netloc.rpartition("@")[:2]) if same else ""
    return urlunsplit(target._replace(netloc=login + target.netloc.rpartition("@")[2]))


def _stay_outside(asked: str, target: str) -> None:
    """Raise FetchFailure where an address of the web leads into the reader's own machine or network."""
    try:  # as the library does that will ask it
        hosts = [(parse_url(url).host or "").strip("[]").partition("%")[0] for url in (asked, target)]
    except HTTPError as error:
        raise FetchFailure("it leads to an address that can't be read") from error
    if hosts[0] != hosts[1] and _is_inside(hosts[1]) and not _is_inside(hosts[0]):
        raise FetchFailure("it leads into your own network, where no feed of the web has anything to ask")


def _is_inside(host: str) -> bool:
    """Tell whether a host is this machine or one of its network."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)


def _request(url: str, headers: Mapping[str, str]) -> BaseHTTPResponse:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise FetchFailure("its address is none of the web (http or https)")
    login, _, host = parts.netloc.rpartition("@")
    try:
        return _manager(_proxy(parts.scheme, host)).request(
            "GET",
            urlunsplit(parts._replace(netloc=host)),
            headers={**headers, **(make_headers(basic_auth=unquote(login)) if login else {})},
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
    charset = _CHARSET.search(headers.get("Content-Type", ""))
    return Answer(
        url,
        _body(response, end),
        headers.get("ETag", ""),
        headers.get("Last-Modified", ""),
        charset[1] if charset else "",
    )


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


def _proxy(scheme: str, host: str) -> str:
    """Return the proxy that the environment names for a host, "" for none; raises FetchFailure."""
    proxies = {} if proxy_bypass(host) else getproxies()
    named = proxies.get(scheme) or proxies.get("all") or ""
    proxy = named if "://" in named or not named else f"http://{named}"
    if proxy and not proxy.startswith(("http://", "https://")):
        raise FetchFailure(
            f"the proxy that the environment names is none for http ({proxy.partition(':')[0]})"
        )
    return proxy


@lru_cache(maxsize=4)
def _manager(proxy: str) -> urllib3.PoolManager:
    """Return the connections through a proxy, "" for none."""
    if not proxy:
        return urllib3.PoolManager()
    login = urlsplit(proxy).netloc.rpartition("@")[0]
    return urllib3.ProxyManager(
        proxy, proxy_headers=make_headers(proxy_basic_auth=unquote(login)) if login else None
    )
