"""Reports of documents that did not change since they were last checked.

An entry's name is a digest of everything that a report depends on: the document's bytes and name,
the settings, the rules, and peerlint itself. So an entry is never wrong, only unused.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from peerlint import __version__
from peerlint.finding import DocumentReport
from peerlint.folders import cache_folder
from peerlint.settings import Settings
from peerlint.values import dataclass

FOLDER = "PEERLINT_CACHE_DIR"
"""The environment variable that moves the cache."""

_KEPT = 4000  # entries


def default_folder() -> Path:
    """Where reports are kept."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    return cache_folder() / "results"


@dataclass(frozen=True, slots=True)
class Results:
    """Reports kept in a folder; one that cannot be read or written costs time, not the run."""

    folder: Path = field(default_factory=default_folder)
    _versions: dict[tuple[Path, ...], str] = field(default_factory=dict, compare=False, repr=False)

    def name(self, shown: str, content: bytes, settings: Settings) -> str:
        """The name of the entry for one document. Raises RuleError for unreadable rules."""
        digest = hashlib.sha256(content)
        rules = self._rules(tuple(settings.rule_paths))
        for part in (shown, repr(settings), rules, _program()):
            digest.update(b"\0" + part.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:40]

    def _rules(self, paths: tuple[Path, ...]) -> str:
        """The version of the rules, read once a run: a check uses one state of them anyway."""
        if paths not in self._versions:
            from peerlint.rulebook import rulebook_version

            self._versions[paths] = rulebook_version(paths)
        return self._versions[paths]

    def get(self, name: str) -> DocumentReport | None:
        """The report of that name, if it is kept."""
        try:
            report = pickle.loads((self.folder / f"{name}.report").read_bytes())
        except Exception:  # not there, cut off, or of another version: check anew
            return None
        return report if isinstance(report, DocumentReport) else None

    def has(self, name: str) -> bool:
        """Whether a report of that name seems to be kept."""
        return (self.folder / f"{name}.report").is_file()

    def put(self, name: str, report: DocumentReport) -> None:
        """Keep a report."""
        from peerlint.rulebook.cache import write_file

        data = pickle.dumps(report, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            write_file(self.folder / f"{name}.report", data)
        except OSError:
            return

    def tidy(self) -> None:
        """Keep only the newest reports; called once a run, because it looks at all of them."""
        from peerlint.rulebook.cache import keep_newest

        keep_newest(self.folder, ".report", _KEPT)

    def clear(self) -> int:
        """Remove all reports; how many there were."""
        from peerlint.rulebook.cache import keep_newest

        return keep_newest(self.folder, ".report", 0)


@lru_cache(maxsize=1)
def _program() -> str:
    """Changes whenever a file of the package does, so that a checkout under work is never stale."""
    states = [
        (file.path, file.stat().st_mtime_ns, file.stat().st_size)
        for file in _files(str(Path(__file__).resolve().parent))
        if not file.name.endswith(".pyc")
    ]
    return f"{__version__} {hashlib.sha256(repr(sorted(states)).encode()).hexdigest()}"


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.is_file():
                yield entry
