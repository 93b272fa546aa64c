"""Which documents a run is about: files, folders and standard input, in a steady order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint.errors import DocumentError
from peerlint.formats import SUFFIXES
from peerlint.values import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"

SEARCHED = frozenset(SUFFIXES) - {".pdf"}
"""Endings that a folder is searched for. A PDF is mostly the print of a document beside it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document to check.

    `path` is None for standard input; `shown` is the name for reports, with forward slashes.
    """

    shown: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Discovery:
    """The documents found, in order, and the paths that could not be used."""

    inputs: tuple[Input, ...]
    errors: tuple[DocumentError, ...] = ()


def discover(
    paths: Sequence[str],
    *,
    stdin_filename: str | None = None,
    is_excluded: Callable[[Path], bool] = lambda path: False,
    force_exclude: bool = False,
) -> Discovery:
    """Find the documents behind `paths`; each document comes once, however often it is named.

    Folders are searched in alphabetical order; hidden entries, files that `.gitignore` names and
    those for which `is_excluded` holds are passed over. A path that is no folder is always taken,
    unless `force_exclude` asks otherwise: the reader tells what is wrong with it. `-` stands for
    standard input.
    """
    inputs: dict[str, Input] = {}
    errors: list[DocumentError] = []
    for given in paths:
        for found in _expand(given, stdin_filename, is_excluded, force_exclude):
            if isinstance(found, DocumentError):
                errors.append(found)
            else:
                inputs.setdefault(_identity(found), found)
    return Discovery(tuple(inputs.values()), tuple(errors))


def _identity(found: Input) -> str:
    if found.path is None:
        return STDIN
    try:
        return str(found.path.resolve())
    except (OSError, ValueError):
        return found.shown


def _expand(
    given: str,
    stdin_filename: str | None,
    is_excluded: Callable[[Path], bool],
    force_exclude: bool,
) -> Iterator[Input | DocumentError]:
    if given == STDIN:
        yield Input(_shown(Path(stdin_filename)) if stdin_filename else "<stdin>", None)
        return
    path = Path(given)
    if _is_folder(path):
        yield from _folder(path, is_excluded)
        return
    if not (force_exclude and is_excluded(path)):
        yield Input(_shown(path), path)


def _folder(top: Path, is_excluded: Callable[[Path], bool]) -> Iterator[Input | DocumentError]:
    found = False
    for entry in _walk(top, _inherited_ignores(top), is_excluded):
        found = True
        yield entry if isinstance(entry, DocumentError) else Input(_shown(entry), entry)
    if not found:
        read = ", ".join(sorted(SEARCHED))
        yield DocumentError(f"holds no documents to check; peerlint reads {read}", path=_shown(top))


@dataclass(frozen=True, slots=True)
class _Ignores:
    """The `.gitignore` patterns of one folder."""

    folder: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        relative = _absolute(path).relative_to(self.folder).as_posix()
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def _walk(
    folder: Path, ignores: tuple[_Ignores, ...], is_excluded: Callable[[Path], bool]
) -> Iterator[Path | DocumentError]:
    ignores = (*ignores, *_ignores_in(folder))
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        yield DocumentError(
            f"cannot be read: {reason}; check the folder's permissions", path=_shown(folder)
        )
        return
    for path in entries:
        is_folder = path.is_dir()
        if path.name.startswith((".", "~$")) or _ignored(path, is_folder, ignores):
            continue
        if is_excluded(path):
            continue
        if is_folder:
            if not path.is_symlink():
                yield from _walk(path, ignores, is_excluded)
        elif path.suffix.lower() in SEARCHED and path.is_file():
            yield path


def _ignored(path: Path, is_folder: bool, ignores: tuple[_Ignores, ...]) -> bool:
    for known in reversed(ignores):
        verdict = known.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _inherited_ignores(folder: Path) -> tuple[_Ignores, ...]:
    """The `.gitignore` files above a folder, outermost first, within its git repository."""
    folder = _absolute(folder)
    if (folder / ".git").exists():
        return ()
    above: list[_Ignores] = []
    for parent in folder.parents:
        above[:0] = _ignores_in(parent)
        if (parent / ".git").exists():
            return tuple(above)
    return ()


def _ignores_in(folder: Path) -> tuple[_Ignores, ...]:
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec

    return (_Ignores(_absolute(folder), GitIgnoreSpec.from_lines(text.splitlines())),)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that the system cannot even ask for
        return False


def _absolute(path: Path) -> Path:
    """The path without `..`, links kept: patterns are about names as they are written."""
    return Path(os.path.normpath(path.absolute()))


def _shown(path: Path) -> str:
    return path.as_posix()
