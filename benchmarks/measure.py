"""Run a command and see what it took."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Environment = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: processor seconds (of all its processes), seconds on the clock, peak megabytes.

    `finished` is false where it was stopped because it took too long.
    """

    processor: float
    clock: float
    peak: float
    finished: bool = True


def run(command: Sequence[str], folder: str, environment: Environment, limit: float) -> Run:
    """Run the command in the folder; stopped after `limit` seconds."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        process.kill()

    timer = threading.Timer(limit, stop)
    timer.start()
    _, _, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = 0  # it is waited for
    return Run(
        processor=usage.ru_utime + usage.ru_stime,
        clock=time.perf_counter() - started,
        peak=usage.ru_maxrss / 1024,
        finished=not stopped.is_set(),
    )


def median(runs: Sequence[Run]) -> Run:
    """The middle of several runs, number by number."""
    return Run(
        processor=statistics.median(one.processor for one in runs),
        clock=statistics.median(one.clock for one in runs),
        peak=max(one.peak for one in runs),
        finished=all(one.finished for one in runs),
    )
