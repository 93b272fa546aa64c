"""`peerlint config`: what holds, and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from peerlint.cli.options import configured
from peerlint.configuration import Configuration, Resolver
from peerlint.configuration.keys import KEYS, Key
from peerlint.finding import Severity


@click.group()
def config() -> None:
    """Show the configuration that holds for a file."""


@config.command()
@click.argument("path", type=click.Path(path_type=Path), default=".")
@configured
def show(path: Path, resolver: Resolver) -> None:
    """Show every value that holds for PATH and where it comes from."""
    source = resolver.source(path)
    held_by = source.as_posix() if source else "no configuration file; the defaults hold"
    click.echo(f"# {path.as_posix()}: {held_by}")
    configuration = resolver.configuration(path)
    for key in KEYS:
        click.echo(_line(key, configuration))


def _line(key: Key, configuration: Configuration) -> str:
    value = getattr(configuration, key.field)
    if value is None and key.name != "fail-on":
        return f"# {key.name} is not set"
    shown = "{}" if key.is_table and not value else _toml(value)
    return f"{key.name} = {shown}  # {_origin(configuration, key.name)}"


def _origin(configuration: Configuration, name: str) -> str:
    origin = configuration.origins.get(name)
    return str(origin) if origin else "default"


def _toml(value: object) -> str:
    """A value in TOML, on one line."""
    if isinstance(value, Severity):
        return f'"{value.label}"'
    if isinstance(value, Path):
        return _quoted(value.as_posix())
    if isinstance(value, Mapping):
        return _inline_table(tuple(value.items()))
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return _inline_table(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return '"never"' if value is None else _quoted(str(value))


def _inline_table(pairs: tuple[tuple[object, object], ...]) -> str:
    entries = [f"{_quoted(str(name))} = {_toml(value)}" for name, value in pairs]
    return f"{{ {', '.join(entries)} }}" if entries else "{}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
