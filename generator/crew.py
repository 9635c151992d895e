"""Work spread over the cores, with results in the order of the work.

Workers are forked: they inherit everything that was read, and only results travel back. Where the
system cannot fork safely the work is done here, one piece after the other, with the same results.
"""

import contextlib
import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], list[R]]
Told = Callable[[int, int], None]
"""Hears how many pieces are done, and of how many."""

BLOCKS = 16
"""Into so many blocks of neighbours each hand's share falls: neighbours have much in common, and
what one block costs more than another comes out even."""
STEP = 50
"""Pieces between two words about how far the work is."""
_PARENT_DEATH = 1
"""PR_SET_PDEATHSIG of Linux (prctl)."""
WORTH_IT = 300
"""Pieces below which forking costs more than it brings."""


class LostWorkerError(RuntimeError):
    """A worker ended without its results: killed, or out of memory."""


def hands() -> int:
    """How many may work at once: the cores that this process may use, or UMO_WORKERS."""
    wanted = os.environ.get("UMO_WORKERS", "")
    if wanted.isdigit():
        return max(1, int(wanted))
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def spread(work: Work[T, R], pieces: Sequence[T], told: Told | None = None) -> list[R]:
    """Do the work on all pieces; `work` takes some of them and gives a result for each.

    `told` hears how far the share is that is done here, which is about as far as the others are.
    """
    number = hands()
    alone = number < 2 or len(pieces) < WORTH_IT
    if alone or sys.platform != "linux" or threading.active_count() > 1:
        return _done_here(work, pieces, told)
    # The first share is done here, while the others do theirs.
    shares = [_share(len(pieces), number, hand) for hand in range(number)]
    gc.collect()
    gc.freeze()
    workers = [_start(work, [pieces[i] for i in share]) for share in shares[1:]]
    try:
        own = _done_here(work, [pieces[i] for i in shares[0]], told)
        done = [own, *(_finish(*worker) for worker in workers)]
    finally:
        for process, _ in workers:
            process.join()
        gc.unfreeze()
    results: dict[int, R] = {}
    for share, found in zip(shares, done, strict=True):
        results |= zip(share, found, strict=True)
    return [results[place] for place in range(len(pieces))]


def _done_here(work: Work[T, R], pieces: Sequence[T], told: Told | None) -> list[R]:
    if told is None:
        return work(pieces)
    results: list[R] = []
    for start in range(0, len(pieces), STEP):
        results += work(pieces[start : start + STEP])
        told(len(results), len(pieces))
    return results


def _share(length: int, number: int, hand: int) -> list[int]:
    block = max(1, length // (number * BLOCKS))
    return [place for place in range(length) if place // block % number == hand]


def _start(work: Work[T, R], share: Sequence[T]) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, share, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _run(work: Work[T, R], share: Sequence[T], answer: Connection) -> None:
    _end_with_parent()
    try:
        answer.send((work(share), ""))
    except OSError as error:  # a full disk is to be told as one
        answer.send((None, error))
    except BaseException:
        answer.send((None, traceback.format_exc()))
    finally:
        answer.close()


def _end_with_parent() -> None:
    """Have the system end this process when the one that started it is killed.

    It would go on writing where the next run has begun.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL)


def _finish(process: Any, answer: Connection) -> list[Any]:
    try:
        found, trouble = answer.recv()
    except EOFError:
        raise LostWorkerError("a worker ended without results") from None
    if isinstance(trouble, OSError):
        raise trouble
    if trouble:
        raise LostWorkerError(trouble)
    return list(found)
