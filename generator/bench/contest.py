"""The course of a benchmark: everybody in turn, again and again, and each measure by itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.bench.peers.files import remove
from generator.bench.peers.ours import Ours
from generator.bench.peers.peer import Peer, Source
from generator.bench.process import (
    ProcessFailedError,
    free_port,
    peak_memory,
    preview,
    run,
    sees_memory,
    wait_for,
)
from generator.bench.results import COLD, GROWTH, MEMORY, OURS, SERVE, WARM, Measurement

SIZES = (1_000, 3_000, 10_000, 30_000)
"""Numbers of records by which growth is measured."""

_SAVES = 3
_START_LIMIT = 3600.0
_SHOW_LIMIT = 1800.0
"""Seconds to wait for a preview to begin, and to show an edit."""

_PAUSE = 1.0
"""Seconds between two saves, as if somebody wrote."""


@dataclass
class Contest:
    """Contenders over one set of records; `say` tells people how far it has come.

    Whoever fails is left out from then on, with the reason; without ourselves there is no contest.
    """

    workspace: Path
    peers: list[Peer]
    source: Source
    runs: int
    say: Callable[[str], None]
    left_out: dict[str, str] = field(default_factory=dict)

    def measure(self) -> list[Measurement]:
        """Prepare everybody, then take every measure."""
        for peer in self.peers:
            self.say(f"{peer.title}: готовим страницы")
            peer.prepare(self.source)
        found = []
        for turn in range(1, self.runs + 1):
            for peer in self.peers:
                found += self._try(peer, partial(self._builds, peer, turn))
        for peer in self.peers:
            if sees_memory():
                found += self._try(peer, partial(self._memory, peer))
            if peer.serves:
                found += self._try(peer, partial(self._serve, peer))
        return found

    def _try(self, peer: Peer, measure: Callable[[], list[Measurement]]) -> list[Measurement]:
        """Take a measure; one of the others who fails is left out."""
        if peer.title in self.left_out:
            return []
        try:
            return measure()
        except ProcessFailedError as error:
            if peer.name == OURS:
                raise
            self.left_out[peer.title] = str(error).splitlines()[0]
            self.say(f"{peer.title} больше не участвует: {error}")
            return []

    def _builds(self, peer: Peer, turn: int) -> list[Measurement]:
        """One clean build; ours is built again after an edit."""
        cold = self._cold(peer, turn)
        return [cold, self._warm(peer, turn)] if peer.name == OURS else [cold]

    def _cold(self, peer: Peer, turn: int) -> Measurement:
        """A clean build: no site, no cache."""
        remove(*peer.leftovers)
        spent = run(peer.build(), self._log(peer))
        if turn == 1:
            _complete(peer, self.source)
        files = [file.stat().st_size for file in peer.site.rglob("*") if file.is_file()]
        self.say(f"{peer.title}: с нуля {spent.seconds:.2f} с ({turn} из {self.runs})")
        return Measurement(
            peer.name,
            COLD,
            self.source.number,
            turn,
            seconds=spent.seconds,
            cpu_seconds=spent.cpu_seconds,
            site_bytes=sum(files),
            site_files=len(files),
        )

    def _warm(self, peer: Peer, turn: int) -> Measurement:
        """A whole build again after one record was edited; the site must show the edit."""
        mark = f"warm{turn}"
        peer.edit(self.source, mark)
        spent = run(peer.build(), self._log(peer))
        page = peer.site / self.source.sample.address / "index.html"
        if mark not in page.read_text(encoding="utf-8"):
            raise ProcessFailedError(f"{peer.title}: после правки страница осталась прежней")
        self.say(f"{peer.title}: после правки {spent.seconds:.2f} с ({turn} из {self.runs})")
        return Measurement(
            peer.name,
            WARM,
            self.source.number,
            turn,
            seconds=spent.seconds,
            cpu_seconds=spent.cpu_seconds,
        )

    def _memory(self, peer: Peer) -> list[Measurement]:
        """One more clean build, for its memory alone."""
        remove(*peer.leftovers)
        peak = peak_memory(peer.build(), self._log(peer))
        self.say(f"{peer.title}: память {peak / 2**20:.0f} МБ")
        return [Measurement(peer.name, MEMORY, self.source.number, 1, memory_bytes=peak)]

    def _serve(self, peer: Peer) -> list[Measurement]:
        """From saving a record until the live preview shows it."""
        port, address = free_port(), self.source.sample.address
        found = []
        with preview(peer.serve(port), self._log(peer)):
            wait_for(port, address, self.source.phrase, _START_LIMIT)
            self._wake(peer, port)
            for turn in range(1, max(_SAVES, self.runs) + 1):
                mark = f"serve{turn}mark"
                time.sleep(_PAUSE)
                peer.edit(self.source, mark)
                seconds = wait_for(port, address, mark, _SHOW_LIMIT)
                self.say(f"{peer.title}: сохранение видно через {seconds:.3f} с")
                found.append(
                    Measurement(peer.name, SERVE, self.source.number, turn, seconds=seconds)
                )
        return found

    def _wake(self, peer: Peer, port: int) -> None:
        """Save until a save is seen: some previews answer before they look at files."""
        limit = 4.0
        while True:
            mark = f"wake{limit:.0f}mark"
            peer.edit(self.source, mark)
            try:
                wait_for(port, self.source.sample.address, mark, limit)
            except ProcessFailedError:
                limit *= 2
                if limit > _SHOW_LIMIT:
                    raise
            else:
                return

    def _log(self, peer: Peer) -> Path:
        return self.workspace / "logs" / f"{peer.name}.log"


def measure_growth(
    workspace: Path, config: Path, seed: int, runs: int, say: Callable[[str], None]
) -> list[Measurement]:
    """Our cold build at several numbers of records, in turn."""
    home = workspace / "growth"
    contenders = {size: Ours(home / str(size), config) for size in SIZES}
    for size, ours in contenders.items():
        ours.write(size, seed)
    found = []
    for turn in range(1, runs + 1):
        for size, ours in contenders.items():
            remove(*ours.leftovers)
            spent = run(ours.build(), workspace / "logs/growth.log")
            say(f"{ours.title}: {size} записей за {spent.seconds:.2f} с ({turn} из {runs})")
            found.append(
                Measurement(
                    ours.name,
                    GROWTH,
                    size,
                    turn,
                    seconds=spent.seconds,
                    cpu_seconds=spent.cpu_seconds,
                )
            )
    remove(home)
    return found


def _complete(peer: Peer, source: Source) -> None:
    """Every record has its page, and the page has the record's title."""
    for page in source.pages():
        file = peer.site / page.address / "index.html"
        if not file.is_file():
            raise ProcessFailedError(f"{peer.title}: нет страницы /{page.address}")
    if source.phrase not in _words(peer.site / source.sample.address / "index.html"):
        raise ProcessFailedError(f"{peer.title}: на странице нет слов «{source.phrase}»")


def _words(file: Path) -> str:
    """A page's text with usual spaces."""
    return file.read_text(encoding="utf-8").replace("\u00a0", " ")
