"""Files in the user's cache folder: whole or not at all, and few."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes, *, keep: int) -> None:
    """Write `data` under `path` in one step and keep the `keep` newest files of its kind there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    siblings = sorted(path.parent.glob(f"*{path.suffix}"), key=_modified, reverse=True)
    for old in siblings[keep:]:
        old.unlink(missing_ok=True)


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another run removed it meanwhile
        return 0.0
