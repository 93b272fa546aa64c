"""From rule files to a compiled rule book, kept in the user's cache between runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint import __version__
from peerlint.errors import RuleError
from peerlint.folders import cache_folder
from peerlint.loading import collector_paused

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook

_FORMAT = "49"
_STORED = ".rules"


def builtin_rules() -> Path:
    """The folder of the rules that ship: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rulebook(rule_paths: Sequence[Path] = (), *, cache: bool = True) -> RuleBook:
    """The built-in rules with those of `rule_paths` (files or folders) on top.

    The compiled form is kept in the user's cache folder, keyed by the files' content. Raises RuleError.
    """
    files = [*_rule_files(builtin_rules()), *(file for path in rule_paths for file in _given(path))]
    key = _content_key(files)
    cached = _cache_file(key)
    if cache and (book := _from_cache(cached)) is not None:
        return book
    from peerlint.rulebook.compiler import compile_rulebook

    book = compile_rulebook(files, version=key[:12])
    if cache:
        _to_cache(cached, book)
    return book


def rulebook_version(rule_paths: Sequence[Path] = ()) -> str:
    """The version that the rule book of these paths has, without loading it. Raises RuleError."""
    files = [*_rule_files(builtin_rules()), *(file for path in rule_paths for file in _given(path))]
    return _content_key(files)[:12]


def _given(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = _rule_files(path)
    if not files:
        raise RuleError("holds no rule files (*.yaml); check 'rule-paths'", path=str(path))
    return files


def _rule_files(folder: Path) -> list[Path]:
    found = [*folder.rglob("*.yaml"), *folder.rglob("*.yml")]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _content_key(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{__version__} {_FORMAT}".encode())
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise RuleError(f"cannot be read ({error.strerror})", path=str(file)) from error
        digest.update(f"\0{file}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _cache_file(key: str) -> Path:
    return _cache_folder() / f"{key[:32]}{_STORED}"


def _cache_folder() -> Path:
    return cache_folder() / "rulebook"


def clear_stored() -> int:
    """Remove the rule books that are stored in compiled form; how many there were."""
    from peerlint.rulebook.cache import keep_newest

    return keep_newest(_cache_folder(), _STORED, 0)


def _from_cache(path: Path) -> RuleBook | None:
    from mmap import ACCESS_READ, mmap

    from peerlint.rulebook.stored import loads

    try:
        with collector_paused(), path.open("rb") as file:
            return loads(mmap(file.fileno(), 0, access=ACCESS_READ))  # read where it is asked for
    except Exception:  # a cache entry may be cut off or of another version: compile anew
        return None


def _to_cache(path: Path, book: RuleBook) -> None:
    from peerlint.rulebook.cache import keep_newest, write_file
    from peerlint.rulebook.stored import dumps

    try:
        write_file(path, dumps(book))
        keep_newest(path.parent, path.suffix, 12)
    except OSError:  # a cache that cannot be written costs time, not the run
        return
