"""What a configuration holds once it is read and found valid."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint.finding import Severity
from peerlint.values import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Glob:
    """A pattern as in `.gitignore`, counted from the folder of the file that holds it."""

    root: Path
    pattern: str

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines([self.pattern])

    def matches(self, path: Path) -> bool:
        """Whether the pattern means this file or folder, or a folder above it."""
        absolute = Path(os.path.normpath(path.absolute()))
        if not absolute.is_relative_to(self.root):
            return False
        relative = absolute.relative_to(self.root).as_posix()
        return self._spec.match_file(relative) or self._spec.match_file(relative + "/")

    def __str__(self) -> str:
        return self.pattern


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written; `line` is 0 where it is not known."""

    place: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.place}, line {self.line}" if self.line else self.place


@dataclass(frozen=True, slots=True)
class Configuration:
    """All choices a configuration file can make, with their defaults.

    `fail_on` None stands for "never". `origins` names the place of every value that was set.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = Severity.SUGGESTION
    fail_on: Severity | None = Severity.WARNING
    exclude: tuple[Glob, ...] = ()
    rule_paths: tuple[Path, ...] = ()
    peer_titles: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    learned: bool = True
    learned_thresholds: Mapping[str, float] = field(default_factory=dict)
    document_types: tuple[tuple[Glob, str], ...] = ()
    baseline: Path | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)
