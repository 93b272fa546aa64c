"""Files in the user's cache folder: whole or not at all, and few."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write `data` under `path` in one step. Raises OSError."""
    import tempfile  # with all it loads, for this alone

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


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
