"""The keys of a configuration file: what each means and how its value is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from peerlint.configuration.model import Glob
from peerlint.finding import Severity
from peerlint.learned.categories import CATEGORIES
from peerlint.settings import DOCUMENT_TYPES
from peerlint.values import dataclass

T = TypeVar("T")

PACK = "package:"
PACK_GROUP = "peerlint.rules"
"""The entry points by which installed packages offer a folder of rules."""

SEVERITIES = tuple(severity.label for severity in reversed(Severity))


class BadValueError(ValueError):
    """A value that a key cannot take; the message completes the sentence "`key` …"."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `read` turns the TOML value into the `Configuration` field's value.

    The second argument of `read` is the folder of the configuration file.
    """

    name: str
    meaning: str
    read: Callable[[object, Path], object]
    is_table: bool = False

    @property
    def field(self) -> str:
        """The name of the field in `Configuration`."""
        return self.name.replace("-", "_")


def nearest(word: str, choices: Sequence[str]) -> str:
    """The choice that looks most like `word`, as "; did you mean `x`?", or ""."""
    from difflib import get_close_matches

    close = get_close_matches(word, choices, n=1, cutoff=0.5)
    return f"; did you mean `{close[0]}`?" if close else ""


def choice(value: object, choices: Sequence[str]) -> str:
    """`value` if it is one of `choices`; raises BadValueError."""
    if isinstance(value, str) and value in choices:
        return value
    hint = nearest(value, choices) if isinstance(value, str) else ""
    listed = ", ".join(f'"{one}"' for one in choices)
    raise BadValueError(f"must be one of {listed}, not {_show(value)}{hint}")


def severity(value: object, root: Path) -> Severity:
    """A severity by its name."""
    return Severity.from_label(choice(value, SEVERITIES))


def fail_on(value: object, root: Path) -> Severity | None:
    """A severity by its name; None for "never"."""
    label = choice(value, (*SEVERITIES, "never"))
    return None if label == "never" else Severity.from_label(label)


def strings(value: object, root: Path) -> tuple[str, ...]:
    """A list of non-empty texts."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise BadValueError(f'must be a list of texts such as ["one", "two"], not {_show(value)}')
    return tuple(value)


def boolean(value: object, root: Path) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise BadValueError(f"must be true or false, not {_show(value)}")


def shares(value: object, root: Path) -> Mapping[str, float]:
    """A table from the second reader's categories to numbers between 0 and 1."""
    return {
        choice(name, tuple(CATEGORIES)): _entry(name, _share, one, root)
        for name, one in table(value).items()
    }


def _share(value: object, root: Path) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise BadValueError(f"must be a number from 0 to 1, not {_show(value)}")


def globs(value: object, root: Path) -> tuple[Glob, ...]:
    """A list of path patterns."""
    return tuple(Glob(root, pattern) for pattern in strings(value, root))


def file_path(value: object, root: Path) -> Path:
    """A path, counted from the configuration file's folder."""
    if not isinstance(value, str) or not value:
        raise BadValueError(f"must be a path, not {_show(value)}")
    return root / Path(value).expanduser()


def existing_paths(value: object, root: Path) -> tuple[Path, ...]:
    """A list of files or folders that exist, or of rule packs: `package:NAME`."""
    found = tuple(
        _pack(one.removeprefix(PACK)) if one.startswith(PACK) else file_path(one, root)
        for one in strings(value, root)
    )
    for path in found:
        if not path.exists():
            raise BadValueError(f"names {path.as_posix()}, which does not exist")
    return found


def _pack(name: str) -> Path:
    """The folder of an installed rule pack, which names itself by an entry point."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    packs = {entry.name: entry.value for entry in entry_points(group=PACK_GROUP)}
    if name not in packs:
        hint = nearest(name, list(packs)) or "; install it where peerlint is installed"
        raise BadValueError(f'names the rule pack "{name}", which is not installed{hint}')
    found = find_spec(packs[name])
    if found is None or not found.submodule_search_locations:
        raise BadValueError(f'names the rule pack "{name}", which holds no package of rules')
    return Path(next(iter(found.submodule_search_locations)))


def table(value: object) -> Mapping[str, object]:
    """A TOML table."""
    if not isinstance(value, dict):
        raise BadValueError(f'must be a table with lines such as "key" = …, not {_show(value)}')
    return value


def severities(value: object, root: Path) -> Mapping[str, Severity]:
    """A table from rules to severities."""
    return {rule: _entry(rule, severity, one, root) for rule, one in table(value).items()}


def ignores(value: object, root: Path) -> tuple[tuple[Glob, tuple[str, ...]], ...]:
    """A table from path patterns to lists of rules."""
    return tuple(
        (Glob(root, pattern), _entry(pattern, strings, one, root))
        for pattern, one in table(value).items()
    )


def document_types(value: object, root: Path) -> tuple[tuple[Glob, str], ...]:
    """A table from path patterns to document types."""
    return tuple(
        (Glob(root, pattern), _entry(pattern, _document_type, one, root))
        for pattern, one in table(value).items()
    )


def _document_type(value: object, root: Path) -> str:
    return choice(value, DOCUMENT_TYPES)


def _entry(name: str, read: Callable[[object, Path], T], value: object, root: Path) -> T:
    try:
        return read(value, root)
    except BadValueError as problem:
        raise BadValueError(f'entry "{name}" {problem}') from None


def _show(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else str(value)


KEYS = (
    Key("select", "Only these rules: ids, id prefixes, names, categories or kinds.", strings),
    Key("ignore", "Never these rules.", strings),
    Key("extend-select", "These rules too, beside the ones that are on anyway.", strings),
    Key("per-file-ignores", "Rules to leave out for some files, by path pattern.", ignores, True),
    Key("severity", "Another severity for a rule.", severities, True),
    Key("min-severity", "Do not report findings below this severity.", severity),
    Key("fail-on", "Exit with status 1 from this severity on.", fail_on),
    Key("exclude", "Files and folders to pass over, as patterns in .gitignore.", globs),
    Key("rule-paths", "Files and folders with rules of your own.", existing_paths),
    Key("peer-titles", "Job titles that are peer roles in your organization.", strings),
    Key("accept", "Phrases that are fine in your organization.", strings),
    Key("names", "Names of organizations and programs, whose words are never a finding.", strings),
    Key("learned", "Whether the second reader speaks where no rule does.", boolean),
    Key(
        "learned-thresholds",
        "The confidence from which the second reader speaks, by category.",
        shares,
        True,
    ),
    Key("document-types", "What a file is, by path pattern.", document_types, True),
    Key("baseline", "A file of known findings that are not reported again.", file_path),
)
"""Every key but `extend`, in the order of `peerlint config show`."""

EXTEND = "extend"
NAMES = (EXTEND, *(key.name for key in KEYS))
