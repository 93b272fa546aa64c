"""Files in the user's cache folder: whole or not at all, and few."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write `data` under `path` in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".writing-{os.urandom(8).hex()}")
    try:
        with open(new, "xb", opener=_own) as file:
            file.write(data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _own(name: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(name, flags, 0o600)


def keep_newest(folder: Path, suffix: str, keep: int) -> int:
    """Remove all but the `keep` newest files of that suffix; how many were removed."""
    files = sorted(folder.glob(f"*{suffix}"), key=_modified, reverse=True)
    removed = 0
    for old in files[keep:]:
        with suppress(OSError):  # another run may remove it, too
            old.unlink()
            removed += 1
    return removed


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another run removed it meanwhile
        return 0.0
