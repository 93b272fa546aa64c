"""Where configuration files are: without what it takes to understand them."""

from __future__ import annotations

from pathlib import Path

from peerlint.errors import ConfigError

PYPROJECT = "pyproject.toml"
OWN_NAMES = ("peerlint.toml", ".peerlint.toml")
_BIGGEST = 1_000_000  # bytes


def find(folder: Path) -> Path | None:
    """The configuration file nearest to a folder: in it, or in the folders above."""
    for place in (folder, *folder.parents):
        for name in OWN_NAMES:
            if (place / name).is_file():
                return place / name
        pyproject = place / PYPROJECT
        if pyproject.is_file() and "[tool.peerlint" in text_of(pyproject):
            return pyproject
    return None


def text_of(path: Path) -> str:
    """The text of a configuration file; raises ConfigError."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(_BIGGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ConfigError(f"cannot be read ({reason})", path=shown(path)) from None
    if len(raw) > _BIGGEST:
        raise ConfigError("is too big for a configuration file", path=shown(path))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text; save it as UTF-8", path=shown(path)) from None


def shown(path: Path) -> str:
    """Short where the file stands below the working folder."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
