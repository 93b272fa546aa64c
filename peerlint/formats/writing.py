"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from peerlint.errors import DocumentError


def write_text_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file `path`, its permissions kept; another reader sees the old or the new.

    A link is followed, so the file it leads to is replaced. Raises DocumentError when that cannot
    be; the old file is then as it was.
    """
    import tempfile  # with all it loads, for this alone

    target = path.resolve()
    temporary: str | None = None
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror or "the system refused"
        raise DocumentError(f"cannot be written: {reason}", path=str(path)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
