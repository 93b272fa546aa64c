"""Word classes from `rules/lexicon/`: data a rule names instead of listing words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches

from peerlint.errors import RuleError
from peerlint.rulebook.pattern import Choice, Node
from peerlint.rulebook.phrases import PatternError, parse_pattern
from peerlint.rulebook.yaml_source import Table
from peerlint.values import dataclass

Tokenize = Callable[[str], Sequence[str]]


@dataclass(slots=True)
class ClassEntry:
    """A word class while its files are being read; several files may add to one class."""

    words: list[tuple[str, str | None, str, int]] = field(
        default_factory=list
    )  # word, pos, path, line
    includes: list[tuple[str, str, int]] = field(default_factory=list)


def collect_classes(table: Table, path: str, into: dict[str, ClassEntry]) -> None:
    """Add the classes of one file. Raises RuleError."""
    for name, entry in table.items():
        line = table.key_lines[name]
        if not isinstance(entry, Table) or not entry.get("words", entry.get("includes")):
            raise RuleError(f"line {line}: class {name} has no 'words:'", path=path)
        unknown = set(entry) - {"about", "pos", "words", "includes"}
        if unknown:
            raise RuleError(
                f"line {line}: class {name} has the unknown key '{min(unknown)}'", path=path
            )
        pos = entry.get("pos")
        gathered = into.setdefault(name, ClassEntry())
        gathered.words += [(str(word), pos, path, line) for word in entry.get("words") or ()]
        gathered.includes += [(str(other), path, line) for other in entry.get("includes") or ()]


def compile_classes(entries: Mapping[str, ClassEntry], tokenize: Tokenize) -> dict[str, Node]:
    """One choice node a class, included classes merged. Raises RuleError."""
    compiler = _ClassCompiler(entries, tokenize)
    return {name: compiler[name] for name in entries}


class _ClassCompiler(Mapping[str, Node]):
    """Compiles a class when it is asked for, so that words may name other classes."""

    def __init__(self, entries: Mapping[str, ClassEntry], tokenize: Tokenize) -> None:
        self.entries, self.tokenize = entries, tokenize
        self.compiled: dict[str, Node] = {}
        self.open: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def __getitem__(self, name: str) -> Node:
        if name not in self.compiled:
            if name in self.open:
                path = self.entries[name].words[0][2] if self.entries[name].words else None
                raise RuleError(
                    f"class {name} contains itself by way of {self.open[-1]}", path=path
                )
            self.open.append(name)
            self.compiled[name] = Choice(tuple(self._nodes(name)))
            self.open.pop()
        return self.compiled[name]

    def _nodes(self, name: str) -> list[Node]:
        entry = self.entries[name]
        nodes = [self._word(*word) for word in dict.fromkeys(entry.words)]
        for other, path, line in entry.includes:
            if other not in self.entries:
                near = get_close_matches(other, self.entries, 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                raise RuleError(
                    f"line {line}: class {name} includes {other}, which is no class{hint}",
                    path=path,
                )
            if other not in self.open:
                nodes.append(self[other])
        return nodes

    def _word(self, word: str, pos: str | None, path: str, line: int) -> Node:
        try:
            return parse_pattern(word, self, self.tokenize, pos)
        except PatternError as error:
            raise RuleError(f"line {line}: {error}", path=path) from error
