"""Word classes from `rules/lexicon/`: data a rule names instead of listing words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from peerlint.errors import RuleError
from peerlint.rulebook.pattern import Choice, Node, PatternError, parse_pattern
from peerlint.rulebook.yaml_source import Table

Tokenize = Callable[[str], Sequence[str]]


@dataclass(slots=True)
class ClassEntry:
    """A word class while its files are being read; several files may add to one class."""

    words: list[tuple[str, str | None, str, int]] = field(default_factory=list)  # word, pos, path, line
    includes: list[tuple[str, str, int]] = field(default_factory=list)


def collect_classes(table: Table, path: str, into: dict[str, ClassEntry]) -> None:
    """Add the classes of one file. Raises RuleError."""
    for name, entry in table.items():
        line = table.key_lines[name]
        if not isinstance(entry, Table) or not entry.get("words", entry.get("includes")):
            raise RuleError(f"line {line}: class {name} has no 'words:'", path=path)
        unknown = set(entry) - {"about", "pos", "words", "includes"}
        if unknown:
            raise RuleError(f"line {line}: class {name} has the unknown key '{min(unknown)}'", path=path)
        pos = entry.get("pos")
        gathered = into.setdefault(name, ClassEntry())
        gathered.words += [(str(word), pos, path, line) for word in entry.get("words") or ()]
        gathered.includes += [(str(other), path, line) for other in entry.get("includes") or ()]


def compile_classes(entries: Mapping[str, ClassEntry], tokenize: Tokenize) -> dict[str, Node]:
    """One choice node a class, included classes merged. Raises RuleError."""
    own = {name: _own_nodes(entry, tokenize) for name, entry in entries.items()}
    return {name: Choice(tuple(_with_included(name, entries, own, ()))) for name in entries}


def _own_nodes(entry: ClassEntry, tokenize: Tokenize) -> list[Node]:
    nodes = []
    for word, pos, path, line in dict.fromkeys(entry.words):
        try:
            nodes.append(parse_pattern(word, {}, tokenize, pos))
        except PatternError as error:
            raise RuleError(f"line {line}: {error}", path=path) from error
    return nodes


def _with_included(
    name: str,
    entries: Mapping[str, ClassEntry],
    own: Mapping[str, list[Node]],
    above: tuple[str, ...],
) -> list[Node]:
    nodes = list(own[name])
    for other, path, line in entries[name].includes:
        if other not in entries:
            near = get_close_matches(other, entries, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise RuleError(f"line {line}: class {name} includes {other}, which is no class{hint}", path=path)
        if other not in above:
            nodes += _with_included(other, entries, own, (*above, name))
    return nodes
