"""Where a report goes: a terminal, a pipe or a file."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from peerlint.errors import UserError

_WIDEST = 100  # columns; longer lines are tiring to read


def write_file(path: Path, text: str) -> None:
    """Write a whole text file or leave the old one as it was; raises UserError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or leave the old one as it was; raises UserError."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UserError(_refusal(error), path=path.as_posix()) from None
    try:
        os.close(handle)
        Path(name).write_bytes(data)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UserError(_refusal(error), path=path.as_posix()) from None


def print_text(text: str) -> None:
    """Print to standard output; a letter the terminal does not know becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colour and nobody asked for none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def width() -> int:
    """The columns to fill: the terminal's, within reason."""
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)


def _refusal(error: OSError) -> str:
    reason = (error.strerror or "unknown reason").lower()
    return f"cannot be written ({reason}); choose another file with --output"
