"""A server for a built site that counts what it sends, as GitHub Pages would send it."""

import gzip
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_ZIPPED = frozenset(
    {
        *("text/html", "text/css", "text/plain", "text/xml", "text/javascript"),
        *("application/javascript", "application/json", "application/xml", "image/svg+xml"),
    }
)
"""Types that GitHub Pages compresses; Pagefind's own files are compressed already."""

_LEVEL = 6
_LOOK = 0.02


class Sent(NamedTuple):
    """An answer: to which path, and how many bytes, its head included."""

    path: str
    size: int


class Served:
    """A folder on the net of this machine. `sent` grows with each answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[Sent] = []
        self.address = ""
        self._answers: dict[str, tuple[bytes, bytes]] = {}
        self._lock = Lock()
        self._asked = 0
        self._last = 0.0

    def answer(self, path: str) -> bytes:
        """The whole answer to a path."""
        with self._lock:
            self._asked += 1
        self.warm(path)
        return b"\r\n\r\n".join(self._answers[path])

    def warm(self, path: str) -> None:
        """Make an answer once and keep it: nobody shall wait while a file is compressed."""
        with self._lock:
            if path not in self._answers:
                self._answers[path] = self._made(path)

    def told(self, path: str, size: int) -> None:
        """Hear that an answer has gone out."""
        with self._lock:
            self.sent.append(Sent(path, size))
            self._asked -= 1
            self._last = time.monotonic()

    def rest(self, seconds: float) -> None:
        """Wait until nothing has been asked for so long."""
        self._last = time.monotonic()
        while self._asked or time.monotonic() - self._last < seconds:
            time.sleep(_LOOK)

    def size(self, since: int = 0, *parts: str) -> int:
        """Bytes of the answers from one on, of paths that hold one of the parts, else of all."""
        some = self.sent[since:]
        return sum(one.size for one in some if not parts or any(p in one.path for p in parts))

    @cached_property
    def _root(self) -> Path:
        return self.folder.resolve()

    def _made(self, path: str) -> tuple[bytes, bytes]:
        """Head and body."""
        file = (self._root / unquote(path).lstrip("/")).resolve()
        file = file / "index.html" if path.endswith("/") else file
        if not file.is_relative_to(self._root) or not file.is_file():
            return _head("404 Not Found", "text/plain", 0, zipped=False), b""
        kind, _ = mimetypes.guess_type(file.name)
        kind, body = kind or "application/octet-stream", file.read_bytes()
        if zipped := kind in _ZIPPED:
            body = gzip.compress(body, _LEVEL, mtime=0)
        return _head("200 OK", kind, len(body), zipped=zipped), body


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder for as long as it is wanted."""
    site = Served(folder)

    class Handler(_Handler):
        def do_GET(self) -> None:
            self.give(site)

    with _Server(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}/"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """A browser that closes a connection early is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def give(self, site: Served) -> None:
        """Send an answer in one piece and tell how long it is."""
        path = urlsplit(self.path).path
        answer = site.answer(path)
        try:
            self.wfile.write(answer)
        finally:
            site.told(path, len(answer))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _head(status: str, kind: str, length: int, *, zipped: bool) -> bytes:
    charset = "; charset=utf-8" if kind in _ZIPPED else ""
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}{charset}",
        f"Content-Length: {length}",
        "Cache-Control: max-age=600",
    ]
    return "\r\n".join(lines + ["Content-Encoding: gzip"] * zipped).encode()
