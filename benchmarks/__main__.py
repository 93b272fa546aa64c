"""Measure peerlint beside the linters that are found, and print one table.

python -m benchmarks                       everything, in about ten minutes
python -m benchmarks --peers FOLDER        look for other linters there, too
python -m benchmarks --only handbook       workloads whose name holds the word
python -m benchmarks --limit 3600          wait an hour for the largest ones
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import platform
import pstats
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.inputs import ROOT, Workload, workloads
from benchmarks.measure import Run, median, run
from benchmarks.tools import YARDSTICK, Tool, peerlint, peers

OUTPUT = Path(__file__).resolve().parent / "results"
_FIRST = "peerlint"


@dataclass(frozen=True, slots=True)
class Row:
    """What one tool took for one workload, `ratio` to peerlint's first row of it."""

    workload: str
    tool: str
    result: Run
    ratio: float


def main() -> None:
    """Measure, print, and write results and profile."""
    options = _options()
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="peerlint-benchmarks-") as name:
        scratch = Path(name)
        others = peers(options.peers, scratch)
        print(f"# {_machine()}; peers found: {', '.join(one.name for one in others) or 'none'}\n")
        print(_line("workload", "tool", "CPU s", "clock s", "peak MB", "ratio (CPU)"))
        print(_line(*["---"] * 6))
        rows: list[Row] = []
        handbook: Path | None = None
        for workload in workloads(scratch / "inputs"):
            if workload.name.startswith("handbook"):
                handbook = workload.files[0]
            if any(word in workload.name for word in options.only or [workload.name]):
                for row in _measured(workload, others, scratch, options):
                    rows.append(row)
                    print(_shown(row), flush=True)
        _store(rows, options.output / "results.json")
        if handbook is not None:
            _profile(handbook, options.output / "profile.txt")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--peers", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--only", action="append", metavar="WORD")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each; the median counts")
    parser.add_argument("--limit", type=float, default=60, help="seconds for one run")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    return parser.parse_args()


def _machine() -> str:
    now = datetime.now(timezone.utc).strftime("%Y-%m-%d")
    return (
        f"{now}, Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    )


def _measured(
    workload: Workload, others: Sequence[Tool], scratch: Path, options: argparse.Namespace
) -> Iterator[Row]:
    """One run of each tool after the other, round by round, so that all meet the same machine."""
    tools = _tools(workload, others)
    folder = workload.files[0].parent
    files = [file.name for file in workload.files]
    environment = {**os.environ, "PEERLINT_CACHE_DIR": str(scratch / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled, too
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    if workload.warm:  # fills the cache, and stores the compiled rules
        run(peerlint()(files), str(folder), environment, options.limit)
    runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    for _ in range(options.rounds):
        for tool in tools:
            done = run(tool.command(files), str(folder), environment, options.limit)
            runs[tool.name].append(done)
    results = {name: median(found) for name, found in runs.items()}
    for name, result in results.items():
        yield Row(workload.name, name, result, result.processor / results[_FIRST].processor)


def _tools(workload: Workload, others: Sequence[Tool]) -> list[Tool]:
    tools = [Tool(_FIRST, peerlint("--no-cache", "--jobs", "1"))]
    tools += [
        Tool(f"{_FIRST}, {jobs} jobs", peerlint("--no-cache", "--jobs", str(jobs)))
        for jobs in workload.jobs
        if jobs > 1
    ]
    if workload.warm:
        tools.append(Tool(f"{_FIRST}, unchanged", peerlint("--jobs", "1")))
    tools += [YARDSTICK] if workload.yardstick else []
    return [*tools, *others] if workload.peers else tools


def _shown(row: Row) -> str:
    result = row.result
    if not result.finished:
        stopped = f"{result.clock:.0f}", f"{result.peak:.0f}"
        return _line(row.workload, row.tool, "stopped", *stopped, "")
    return _line(
        row.workload,
        row.tool,
        f"{result.processor:.2f}",
        f"{result.clock:.2f}",
        f"{result.peak:.0f}",
        f"{row.ratio:.2f}",
    )


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _store(rows: Sequence[Row], path: Path) -> None:
    found = {"machine": _machine(), "rows": [asdict(row) for row in rows]}
    path.write_text(json.dumps(found, indent=1), encoding="utf-8")


def _profile(handbook: Path, path: Path) -> None:
    """Where the time of a large document goes, by function."""
    from peerlint.checking import check_file

    check_file(handbook)  # what is loaded once is not its time
    profile = cProfile.Profile()
    profile.runcall(check_file, handbook)
    with path.open("w", encoding="utf-8") as stream:
        pstats.Stats(profile, stream=stream).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
