"""Where a report goes: a terminal, a pipe or a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from peerlint.formats.writing import write_text_atomically

_WIDEST = 100  # columns; longer lines are tiring to read
_USUAL = 80  # where nobody tells


def write_file(path: Path, text: str) -> None:
    """Write a whole text file or leave the old one as it was; raises UserError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or leave the old one as it was; raises UserError."""
    write_text_atomically(path, data)


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
    return min(_columns() or _USUAL, _WIDEST)


def _columns() -> int:
    """The terminal's columns, 0 where there is none: as `shutil` finds them, without all that it loads."""
    if (told := os.environ.get("COLUMNS", "")).isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (OSError, ValueError):  # standard output is closed or no terminal
        return 0
