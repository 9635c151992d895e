"""Processes under measurement: how long they take, how much memory, when a page shows an edit."""

import http.client
import importlib
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.bench.peers.peer import Command

_SAMPLING = 0.05
"""Seconds between two looks at the memory."""

_POLLING = 0.005
"""Seconds between two looks at a page."""

_OWN_PATHS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


class ProcessFailedError(Exception):
    """A builder failed, or its preview never showed what it should."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a build took: seconds by the clock, and of all processors for it and its children."""

    seconds: float
    cpu_seconds: float


def run(command: Command, log: Path) -> Spent:
    """Run a build and wait for its end."""
    before, start = os.times(), time.perf_counter()
    with _started(command, log) as process:
        status = process.wait()
    seconds, after = time.perf_counter() - start, os.times()
    _refuse(status, command, log)
    user = after.children_user - before.children_user
    system = after.children_system - before.children_system
    return Spent(seconds, user + system)


def peak_memory(command: Command, log: Path) -> int:
    """Run a build while looking at its memory; the most bytes that all its processes held.

    Memory that processes share is counted once (PSS on Linux, else what is theirs alone).
    """
    peak = 0
    with _started(command, log) as process:
        tree = psutil().Process(process.pid)
        while process.poll() is None:
            peak = max(peak, _held(tree))
            time.sleep(_SAMPLING)
    _refuse(process.returncode, command, log)
    return peak


@contextmanager
def preview(command: Command, log: Path) -> Iterator[None]:
    """Keep a live preview running, and end it with all that it started."""
    with _started(command, log):
        yield


def wait_for(port: int, address: str, words: str, limit: float) -> float:
    """Seconds until a page of a preview on this machine holds some words."""
    start = time.perf_counter()
    while words not in _page(port, address):
        if time.perf_counter() - start > limit:
            raise ProcessFailedError(f"за {limit:.0f} с страница /{address} не показала «{words}»")
        time.sleep(_POLLING)
    return time.perf_counter() - start


@contextmanager
def tidy_end() -> Iterator[None]:
    """When this process is told to end, end the builder that runs, and only then itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def sees_memory() -> bool:
    """Tell whether the library that looks at memory is installed: `make bench` does that."""
    return importlib.util.find_spec("psutil") is not None


def psutil() -> Any:
    """The library that looks at memory."""
    return importlib.import_module("psutil")


@contextmanager
def _started(command: Command, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process at the head of a group of its own; at the end nothing of it is left."""
    log.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name not in _OWN_PATHS}
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 - the commands of the contenders
            command.words,
            cwd=command.folder,
            env={**(os.environ if command.own else kept), **command.environment},
            stdout=said,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its group if it still runs, first politely."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)


def _held(tree: Any) -> int:
    """Bytes that a process and its descendants hold now."""
    gone = psutil().Error
    try:
        processes = [tree, *tree.children(recursive=True)]
    except gone:
        return 0
    total = 0
    for process in processes:
        try:
            memory = process.memory_full_info()
        except gone:
            continue
        total += getattr(memory, "pss", memory.uss)
    return total


def _page(port: int, address: str) -> str:
    """The text of a page, or nothing while the preview does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"/{address}")
        return connection.getresponse().read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()


def _refuse(status: int, command: Command, log: Path) -> None:
    if status:
        said = log.read_text(encoding="utf-8", errors="replace").strip()
        raise ProcessFailedError(f"{' '.join(command.words)}: код {status}\n{said[-2000:]}")
