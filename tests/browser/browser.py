"""What the tests in a browser need of a machine, and a web server for a built site.

Run as a script the module prints the browser's path, or the reason why the tests cannot run: with
exit status 1 when there is no browser, with 2 when the driver between the tests and the browser
does not start, with 3 when printed pages cannot be read back.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import urlsplit

from generator.paper.failure import BrowserMissingError
from generator.paper.machine import find_browser

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no test calls anybody
)


class DriverBrokenError(BrowserMissingError):
    """Playwright's driver does not start."""

    status = 2


class PaperToolsMissingError(BrowserMissingError):
    """Printed pages cannot be read back."""

    status = 3


POPPLER = ("pdftotext", "pdfinfo", "pdffonts", "pdftoppm")
"""What reads printed pages back: programs of Poppler; ZBar, a library, reads the QR codes."""


def check_driver() -> None:
    """Refuse a driver that lacks something: on a small Debian that is the package libatomic1."""
    asked = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False
    )
    if asked.returncode:
        said = asked.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise DriverBrokenError(f"Playwright's driver does not start: {said[-1]}")


def check_paper_tools() -> None:
    """Refuse a machine on which printed pages cannot be read back."""
    missing = [name for name in POPPLER if shutil.which(name) is None]
    if find_library("zbar") is None and sys.platform == "linux":
        missing.append("libzbar")
    if missing:
        raise PaperToolsMissingError(
            f"no {', '.join(missing)}: install Poppler and ZBar (poppler-utils, libzbar0)"
        )


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder as GitHub Pages does, under a prefix such as /some/sub/path/."""
    prefix = f"/{prefix.strip('/')}/".replace("//", "/")
    handler = partial(_PagesHandler, directory=str(folder), prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """A browser that closes a connection early is no error."""


class _PagesHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, prefix: str, **keywords: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **keywords)

    def send_head(self) -> BinaryIO | None:
        if not urlsplit(self.path).path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def list_directory(self, path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def guess_type(self, path: str) -> str:
        kind = super().guess_type(path)
        text = kind.startswith("text/") or kind in {"application/json", "application/xml"}
        return f"{kind}; charset=utf-8" if text else kind

    def send_error(self, code: int, *arguments: object, **keywords: object) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, *arguments, **keywords)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests to the tests."""


def main() -> int:
    try:
        path = find_browser()
        check_driver()
        check_paper_tools()
    except BrowserMissingError as error:
        print(error, file=sys.stderr)
        return getattr(error, "status", 1)
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
