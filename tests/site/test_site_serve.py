"""The live preview: a saved record shows without a restart, a broken one never costs the page.

Nothing here sleeps. MkDocs' server answers `/livereload/<epoch>/<number>` when it has a version of
the site that is newer than the epoch, and a page waits until the rebuild under way is over.
"""

import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from socket import create_connection, socket
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import cbor2
import pytest
from demonstration import ENVIRONMENT, MKDOCS, REPOSITORY, UMO, copied, parsed, unpacked, words_of

MEETING = "content/associations/umo-matematika-ozersk/2025-2026/meetings/2025-08-27.yml"
ADDRESS = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-08-27/"
THEME = "theme: Организация работы учителей математики в 2025/2026 учебном году"
PATIENCE = 40
"""Seconds after which something does not come any more, on a machine that is busy as well."""


class Preview:
    """A preview that runs: its output line by line, its pages, its versions."""

    def __init__(self, program: tuple[str, ...], folder: Path, option: str) -> None:
        with socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._place = probe.getsockname()
        place = f"127.0.0.1:{self._place[1]}"
        self.folder = folder
        self.address = f"http://{place}/"
        self.said: list[str] = []
        self._lines: Queue[str | None] = Queue()
        self.process = subprocess.Popen(
            [*program, option, place],
            cwd=folder,
            env=ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1795219200"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            # A run in the background of a shell hands down an interrupt that is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def wait_for_answer(self) -> None:
        """Wait until the server takes connections, or has ended."""
        until = time.monotonic() + PATIENCE
        pause = Event()
        while self.process.poll() is None and time.monotonic() < until:
            try:
                create_connection(self._place, timeout=1).close()
            except OSError:
                pause.wait(0.05)
            else:
                return
        pytest.fail(f"the preview did not start:\n{''.join(self.rest())}")

    def rest(self) -> list[str]:
        """What the process has said and nobody has looked at."""
        lines = []
        while not self._lines.empty():
            lines.append(self._lines.get() or "")
        return lines

    def wait_for(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until the process says this, in a line that was not looked at yet."""
        until = time.monotonic() + patience
        while True:
            try:
                line = self._lines.get(timeout=max(0.01, until - time.monotonic()))
            except Empty:
                pytest.fail(f"«{text}» was not said:\n{''.join(self.said)}")
            if line is None:
                pytest.fail(f"the preview ended:\n{''.join(self.said)}")
            self.said.append(line)
            if text in line:
                return

    def get(self, address: str) -> str:
        with urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.read().decode("utf-8")

    def piece(self, address: str) -> bytes:
        """A piece of the index of the search."""
        with urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310
            return unpacked(answer.read())

    def heading_and_text(self, address: str = ADDRESS) -> str:
        article = parsed(self.get(address).encode()).xpath("//article")[0]
        return words_of(article)

    def epoch(self) -> str:
        """The version of the site that a page knows it is."""
        return re.search(r"livereload\((\d+)", self.get(ADDRESS))[1]

    def wait_for_newer(self, epoch: str) -> None:
        with urlopen(f"{self.address}livereload/{epoch}/1", timeout=PATIENCE) as answer:  # noqa: S310
            assert int(answer.read()) > int(epoch)

    def write(self, name: str, old: str, new: str) -> str:
        """Change a file; the version that was served before is the answer."""
        epoch = self.epoch()
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")
        return epoch

    def put_back(self) -> None:
        """Have the demonstration's meeting as it was, for the next test."""
        good, path = (REPOSITORY / MEETING).read_bytes(), self.folder / MEETING
        if path.read_bytes() != good:
            epoch = self.epoch()
            path.write_bytes(good)
            self.wait_for_newer(epoch)
        self.said += self.rest()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(timeout=15)
        self.process.stdout.close()


PROGRAMS = {"umo": ((*UMO, "serve"), "--address"), "mkdocs": ((*MKDOCS, "serve"), "--dev-addr")}


@contextmanager
def started(program: str, folder: Path) -> Iterator[Preview]:
    words, option = PROGRAMS[program]
    preview = Preview(words, copied(folder), option)
    try:
        preview.wait_for_answer()
        yield preview
    finally:
        preview.end()


@pytest.fixture(scope="module")
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Preview]:
    """A preview that goes on over many edits, as on a day of work."""
    with started(request.param, tmp_path_factory.mktemp("running")) as preview:
        yield preview


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """The running preview, of the demonstration as it is."""
    yield running
    running.put_back()


with_umo = pytest.mark.parametrize("running", ["umo"], indirect=True)
with_umo_and_slowly_both = pytest.mark.parametrize(
    "running", ["umo", pytest.param("mkdocs", marks=pytest.mark.trust)], indirect=True
)
with_both = pytest.mark.parametrize("running", PROGRAMS, indirect=True)


def found_by_the_search(preview: Preview, shelf: str) -> str:
    """What the search knows of the pages of a shelf, fetched as a browser fetches it."""
    entry = json.loads(preview.get(f"search/{shelf}/pagefind-entry.json"))
    head = preview.piece(f"search/{shelf}/pagefind.{entry['languages']['ru']['hash']}.pf_meta")
    names = [name for name, _ in cbor2.loads(head)[1]]
    pieces = [preview.piece(f"search/{shelf}/fragment/{name}.pf_fragment") for name in names]
    return b"\n".join(pieces).decode()


@with_umo
def test_the_search_follows_behind_the_pages(preview: Preview) -> None:
    """The first test, while there is but one index to wait for."""
    preview.wait_for("Поиск обновлён")
    assert "перфолента" not in found_by_the_search(preview, "recent")
    preview.write(MEETING, THEME, "theme: Перфолента на уроке")
    preview.wait_for("Обновлено за")
    preview.wait_for("Поиск обновлён")
    assert "Перфолента на уроке" in found_by_the_search(preview, "recent")


@with_both
def test_a_saved_record_shows_without_a_restart(preview: Preview) -> None:
    assert "Живой просмотр" not in preview.heading_and_text()
    epoch = preview.write(MEETING, THEME, "theme: Живой просмотр записи")
    preview.wait_for_newer(epoch)
    assert "Живой просмотр записи" in preview.heading_and_text()
    assert "Живой просмотр записи" in preview.get("associations/umo-matematika-ozersk/2025-2026/")
    assert preview.process.poll() is None


@with_both
def test_a_broken_record_is_told_and_the_last_good_page_stays(preview: Preview) -> None:
    good = preview.heading_and_text()
    epoch = preview.write(MEETING, "date: 2025-08-27\n", "date: 2025-08-32\n")
    preview.wait_for("2025-08-27.yml:1:7:")
    preview.wait_for_newer(epoch)
    assert preview.process.poll() is None
    began = time.monotonic()
    assert preview.heading_and_text() == good
    assert preview.get("associations/")
    assert preview.get("assets/stylesheets/umo.css")
    assert time.monotonic() - began < 5, "a page that hangs is no page"
    # A second wrong save is told too, and mending one of two faults is not enough.
    epoch = preview.write(MEETING, "mode: offline\n", "mood: offline\n")
    preview.wait_for("mood")
    preview.wait_for_newer(epoch)
    assert preview.heading_and_text() == good
    epoch = preview.write(MEETING, "date: 2025-08-32\n", "date: 2025-08-27\n")
    preview.wait_for("mood")
    preview.wait_for_newer(epoch)
    assert preview.heading_and_text() == good
    epoch = preview.write(MEETING, "mood: offline\n", "mode: offline\npart_of: Починили\n")
    preview.wait_for_newer(epoch)
    assert "Починили" in preview.heading_and_text()


@with_umo_and_slowly_both
def test_the_same_fault_is_told_again_when_it_comes_back(preview: Preview) -> None:
    for _ in range(2):
        epoch = preview.write(MEETING, "date: 2025-08-27\n", "date: 2025-08-32\n")
        preview.wait_for("2025-08-27.yml:1:7:", patience=8)
        preview.wait_for_newer(epoch)
        epoch = preview.write(MEETING, "date: 2025-08-32\n", "date: 2025-08-27\n")
        preview.wait_for_newer(epoch)


@with_umo
def test_a_new_record_gets_its_page_and_a_deleted_one_loses_it(preview: Preview) -> None:
    source = preview.folder / MEETING
    new = source.with_name("2025-09-03.yml")
    epoch = preview.epoch()
    text = source.read_text("utf-8").replace("2025-08-27\n", "2025-09-03\n", 1)
    new.write_text(text.replace('number: "01"', 'number: "01/1"'), "utf-8")
    preview.wait_for_newer(epoch)
    page = ADDRESS.replace("2025-08-27", "2025-09-03")
    assert "№ 01/1" in preview.heading_and_text(page)
    epoch = preview.epoch()
    new.unlink()
    preview.wait_for_newer(epoch)
    with pytest.raises(HTTPError, match="404"):
        preview.get(page)


@with_umo
def test_a_hand_written_page_shows_when_saved(preview: Preview) -> None:
    epoch, page = preview.epoch(), preview.folder / "content/pages/nova.md"
    page.write_text("# Новая страница\n", "utf-8")
    preview.wait_for_newer(epoch)
    assert "Новая страница" in preview.get("nova/")
    epoch = preview.epoch()
    page.unlink()
    preview.wait_for_newer(epoch)


def test_the_preview_tells_where_it_is_and_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    with started("umo", tmp_path) as preview:
        preview.wait_for(preview.address)
        preview.end()
        assert preview.process.returncode == 0
        assert "Traceback" not in "".join([*preview.said, *preview.rest()])
        assert list(preview.folder.glob("site*")) == [], "a preview writes nothing into the project"


@pytest.mark.parametrize("program", ["umo", "mkdocs"])
def test_a_preview_does_not_start_on_wrong_records(tmp_path: Path, program: str) -> None:
    folder = copied(tmp_path)
    path = folder / MEETING
    path.write_text(path.read_text("utf-8").replace("2025-08-27\n", "2025-08-32\n", 1), "utf-8")
    words = {"umo": (*UMO, "serve"), "mkdocs": (*MKDOCS, "serve")}[program]
    done = subprocess.run(
        words,
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert f"{MEETING}:1:7:" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
