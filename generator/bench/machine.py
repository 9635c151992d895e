"""The machine that a benchmark ran on: numbers say nothing without it."""

import os
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.bench.peers.peer import Peer
from generator.bench.process import psutil, sees_memory


def describe_machine(peers: Iterable[Peer]) -> dict[str, Any]:
    """Processor, memory in bytes, system, and the version of each tool."""
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "memory_bytes": psutil().virtual_memory().total if sees_memory() else None,
        "os": platform.platform(),
        "python": platform.python_version(),
        "tools": {peer.title: peer.version() for peer in peers},
    }


def _processor() -> str:
    """The name of the processor, as the system has it."""
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
