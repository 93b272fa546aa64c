"""Read configuration files."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from peerlint.configuration.keys import EXTEND, KEYS, NAMES, BadValueError, file_path, nearest
from peerlint.configuration.model import Configuration, Origin
from peerlint.configuration.places import PYPROJECT, shown, text_of
from peerlint.errors import ConfigError
from peerlint.values import replace

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KEYS = {key.name: key for key in KEYS}


def load(path: Path) -> Configuration:
    """Read a configuration file and those it extends; raises ConfigError."""
    return _load(path.absolute(), ())


def _load(path: Path, extended_by: tuple[Path, ...]) -> Configuration:
    if path in extended_by:
        raise ConfigError(
            "`extend` leads back to this file; remove one of the links", path=shown(path)
        )
    text = text_of(path)
    values = dict(_table(text, path))
    base = Configuration()
    if EXTEND in values:
        base = _load(_extended(values.pop(EXTEND), path, text), (*extended_by, path))
    changes = {_KEYS[name].field: _read(name, value, path, text) for name, value in values.items()}
    origins = {name: Origin(shown(path), _line(text, name)) for name in values}
    return replace(base, **changes, origins={**base.origins, **origins})  # type: ignore[arg-type]


def _table(text: str, path: Path) -> Mapping[str, object]:
    try:
        values: dict[str, object] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"this is not valid TOML: {error}", path=shown(path)) from None
    if path.name == PYPROJECT:
        tool = values.get("tool", {})
        found = tool.get("peerlint", {}) if isinstance(tool, dict) else {}
        values = found if isinstance(found, dict) else {}
    for name in values:
        if name not in NAMES:
            raise _problem(f"`{name}` is not a known key{_hint(name)}", name, path, text)
    return values


def _hint(name: str) -> str:
    return nearest(name.replace("_", "-").lower(), NAMES) or f"; the keys are {', '.join(NAMES)}"


def _read(name: str, value: object, path: Path, text: str) -> object:
    try:
        return _KEYS[name].read(value, path.parent)
    except BadValueError as problem:
        raise _problem(f"`{name}` {problem}", name, path, text) from None


def _extended(value: object, path: Path, text: str) -> Path:
    try:
        target = file_path(value, path.parent)
    except BadValueError as problem:
        raise _problem(f"`{EXTEND}` {problem}", EXTEND, path, text) from None
    if not target.is_file():
        sentence = f"`{EXTEND}` names {shown(target)}, which does not exist"
        raise _problem(sentence, EXTEND, path, text)
    return Path(target).resolve()


def _problem(sentence: str, name: str, path: Path, text: str) -> ConfigError:
    line = _line(text, name)
    where = f"line {line}: " if line else ""
    return ConfigError(where + sentence, path=shown(path))


def _line(text: str, name: str) -> int:
    """The line on which a key or its table stands; 0 if it is written in some rarer way."""
    quoted = rf"[\"']?{re.escape(name)}[\"']?"
    table = rf"\[(?:tool\.peerlint\.)?{quoted}\]"
    pattern = re.compile(rf"^[ \t]*(?:{quoted}\s*[=.]|{table})", re.MULTILINE)
    found = pattern.search(text, max(text.find("[tool.peerlint"), 0))
    return text.count("\n", 0, found.start()) + 1 if found else 0
