"""A web server on the loopback, with the faults that servers have."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = tuple[int, dict[str, str], bytes]


def feed_of(*titles: str, name: str = "The Coastal Post") -> bytes:
    items = "".join(
        f"<item><guid>{n}</guid><title>{title}</title><link>http://x.invalid/{n}</link>"
        f"<description>What is said about {title}.</description>"
        "<pubDate>Fri, 02 Apr 2021 10:00:00 GMT</pubDate></item>"
        for n, title in enumerate(titles)
    )
    head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>'
    return f"{head}{items}</channel></rss>".encode()


class Server:
    """What is at which path, and what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[Any], None] | Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.pause = 0.0  #: seconds before it answers
        self.most_at_once = 0  #: requests that waited for an answer
        self._at_once = 0
        self._counting = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.asked.append((self.path, dict(self.headers)))
                server.count(1)
                time.sleep(server.pause)
                server.count(-1)  # whoever is answered may ask again at once
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    server.serve(self)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.ended = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str = "/feed") -> str:
        return f"http://127.0.0.1:{self._http.server_port}{path}"

    def count(self, more: int) -> None:
        with self._counting:
            self._at_once += more
            self.most_at_once = max(self.most_at_once, self._at_once)

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        answer = self.answers.get(handler.path, (404, {}, b"nothing here"))
        if callable(answer):
            answer(handler)
            return
        status, headers, body = answer
        if headers.get("ETag") and handler.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        handler.send_response(status)
        for header, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(header, value)
        handler.end_headers()
        handler.wfile.write(body)

    def close(self) -> None:
        self._http.ended.set()  # type: ignore[attr-defined]
        self._http.shutdown()
        self._http.server_close()


def cut_off(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(feed_of("cut")[:100])
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def endless(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    block = b"x" * 1_000_000
    for _ in range(60):
        handler.wfile.write(block)


def silent(handler: Any) -> None:
    handler.server.ended.wait()
    handler.close_connection = True


def dripping(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    while not handler.server.ended.wait(0.05):
        handler.wfile.write(b" ")
    handler.close_connection = True


def bomb(handler: Any) -> None:
    packed = gzip.compress(bytes(50_000_000), 9)
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(packed)))
    handler.end_headers()
    handler.wfile.write(packed)
