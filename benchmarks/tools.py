"""The commands that are measured: peerlint, and the peers that are found."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Tool:
    """A program and how it is told the files."""

    name: str
    command: Command


def peerlint(*options: str) -> Command:
    """The command of the peerlint that this Python imports."""
    return lambda files: [sys.executable, "-m", "peerlint", "check", *options, *files]


YARDSTICK = Tool("import spacy", lambda _files: [sys.executable, "-c", "import spacy"])
"""What loading spaCy alone takes: seconds of two machines compare by it."""


def peers(folders: Sequence[Path], scratch: Path) -> list[Tool]:
    """The other linters on the path or in the folders (or their `node_modules/.bin` or `bin`)."""
    places = [
        place
        for folder in folders
        for place in (folder, folder / "node_modules" / ".bin", folder / "bin")
    ]
    path = os.pathsep.join([*(str(place.resolve()) for place in places), os.environ["PATH"]])
    found = []
    for name, arguments in _ARGUMENTS.items():
        program = shutil.which(name, path=path)
        if program is not None:
            found.append(Tool(name, _told(program, arguments(Path(program), scratch))))
    return found


def _told(program: str, arguments: Sequence[str]) -> Command:
    return lambda files: [program, *arguments, *files]


def _textlint(program: Path, scratch: Path) -> list[str]:
    packages = program.parent.parent  # node_modules/.bin/textlint
    return ["--no-textlintrc", "--rules-base-directory", str(packages), "--rule", "alex"]


def _vale(program: Path, scratch: Path) -> list[str]:
    settings = scratch / "vale.ini"
    settings.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
    return [f"--config={settings}"]


_ARGUMENTS: dict[str, Callable[[Path, Path], list[str]]] = {
    "alex": lambda program, scratch: [],
    "textlint": _textlint,
    "write-good": lambda program, scratch: [],
    "proselint": lambda program, scratch: ["check"],
    "vale": _vale,
}
