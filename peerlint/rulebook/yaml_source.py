"""YAML files read with the line of every entry, for messages a rule writer can follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peerlint.errors import RuleError

MAX_BYTES = 4 * 1024 * 1024


class Table(dict[str, Any]):
    """A YAML mapping that knows the line it starts on and the line of each key (1-based)."""

    line: int = 1
    key_lines: dict[str, int]


def read_yaml(path: Path) -> Table:
    """The mapping that a rule file holds. Raises RuleError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            raise RuleError("is larger than 4 MB; split it by topic", path=str(path))
        node = yaml.compose(data.decode("utf-8"), Loader=loader)
        value = _value(node, yaml) if node is not None else Table()
    except OSError as error:
        raise RuleError(f"cannot be read ({error.strerror})", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise RuleError("is not UTF-8 text; save it as UTF-8", path=str(path)) from error
    except yaml.YAMLError as error:
        raise RuleError(_explain(error), path=str(path)) from error
    except RecursionError as error:
        raise RuleError("is nested too deeply to be a rule file", path=str(path)) from error
    if not isinstance(value, Table):
        raise RuleError("holds no 'rules:' or 'classes:'; see docs/rule-format.md", path=str(path))
    return value


def _explain(error: Any) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1}: " if mark is not None else ""
    problem = getattr(error, "problem", None) or "this is not valid YAML"
    return f"{line}{problem}; quote texts that hold ': ', '#' or start with a special character"


def _value(node: Any, yaml: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        table = Table()
        table.line = node.start_mark.line + 1
        table.key_lines = {}
        for key, value in node.value:
            name = str(_value(key, yaml))
            if name in table:
                raise RuleError(f"line {key.start_mark.line + 1}: '{name}' is given twice")
            table[name] = _value(value, yaml)
            table.key_lines[name] = key.start_mark.line + 1
        return table
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, yaml) for item in node.value]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    """Only booleans and null are special; numbers and dates stay the text the writer wrote."""
    if not node.style:  # libyaml says "", the Python parser None for a plain scalar
        plain = {"true": True, "false": False, "null": None, "~": None, "": None}
        return plain.get(node.value.lower(), node.value) if node.value != "~" else None
    return node.value
