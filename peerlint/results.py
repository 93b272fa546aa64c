"""Reports of documents that did not change since they were last checked.

An entry's name is a digest of everything that a report depends on: the document's bytes and name,
the settings, the rules, and peerlint itself. So an entry is never wrong, only unused.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from peerlint import __version__
from peerlint.finding import DocumentReport
from peerlint.settings import Settings

FOLDER = "PEERLINT_CACHE_DIR"
"""The environment variable that moves the cache."""

_KEPT = 2000  # entries


def default_folder() -> Path:
    """Where reports are kept."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("peerlint") / "results"


@dataclass(frozen=True, slots=True)
class Results:
    """Reports kept in a folder; one that cannot be read or written costs time, not the run."""

    folder: Path = field(default_factory=default_folder)

    def name(self, shown: str, content: bytes, settings: Settings) -> str:
        """The name of the entry for one document. Raises RuleError for unreadable rules."""
        from peerlint.rulebook import rulebook_version

        digest = hashlib.sha256(content)
        for part in (shown, repr(settings), rulebook_version(settings.rule_paths), _program()):
            digest.update(b"\0" + part.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:40]

    def get(self, name: str) -> DocumentReport | None:
        """The report of that name, if it is kept."""
        try:
            report = pickle.loads((self.folder / f"{name}.report").read_bytes())
        except Exception:  # not there, cut off, or of another version: check anew
            return None
        return report if isinstance(report, DocumentReport) else None

    def put(self, name: str, report: DocumentReport) -> None:
        """Keep a report, and only the newest ones."""
        from peerlint.rulebook.cache import replace_file

        data = pickle.dumps(report, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            replace_file(self.folder / f"{name}.report", data, keep=_KEPT)
        except OSError:
            return


@lru_cache(maxsize=1)
def _program() -> str:
    """Changes whenever a file of the package does, so that a checkout under work is never stale."""
    package = Path(__file__).resolve().parent
    files = sorted(path for path in package.rglob("*") if path.suffix != ".pyc" and path.is_file())
    states = ((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    return f"{__version__} {hashlib.sha256(repr(list(states)).encode()).hexdigest()}"
