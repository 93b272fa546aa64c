"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from peerlint.configuration import Overrides, Resolver
from peerlint.errors import ConfigError
from peerlint.finding import Severity
from peerlint.settings import DOCUMENT_TYPES

SEVERITIES = ("error", "warning", "suggestion")

Command = Callable[..., Any]


def rule_names(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """The rules named by an option that takes commas and may be repeated: `PL1,PD101`."""
    names = tuple(one.strip() for text in given for one in text.split(",") if one.strip())
    if given and not names:
        raise click.BadParameter("give at least one rule, such as PL101")
    return names


def _rules(name: str, meaning: str) -> Callable[[Command], Command]:
    return click.option(
        name, multiple=True, callback=rule_names, metavar="RULES", help=f"{meaning} (PL1,PD101,…)."
    )


_CHOICES = (
    _rules("--select", "Only these rules"),
    _rules("--ignore", "Never these rules"),
    _rules("--extend-select", "These rules too"),
    click.option(
        "--min-severity", type=click.Choice(SEVERITIES), help="Leave out findings below this one."
    ),
    click.option(
        "--document-type", type=click.Choice(DOCUMENT_TYPES), help="What the documents are."
    ),
    click.option(
        "--learned/--no-learned",
        default=None,
        help="Whether the second reader speaks where no rule does.",
    ),
    click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Use this configuration file everywhere.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)


def configured(command: Command) -> Command:
    """Add the options that choose rules and configuration; the command gets a `resolver`."""

    @wraps(command)
    def with_resolver(
        *args: Any,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        extend_select: tuple[str, ...],
        min_severity: str | None,
        document_type: str | None,
        learned: bool | None,
        config: Path | None,
        isolated: bool,
        **others: Any,
    ) -> Any:
        overrides = Overrides(
            select=select,
            ignore=ignore,
            extend_select=extend_select,
            min_severity=Severity.from_label(min_severity) if min_severity else None,
            document_type=document_type,
            learned=learned,
        )
        return command(*args, resolver=_resolver(config, isolated, overrides), **others)

    decorated: Command = with_resolver
    for option in reversed(_CHOICES):
        decorated = option(decorated)
    return decorated


def _resolver(config: Path | None, isolated: bool, overrides: Overrides) -> Resolver:
    if config is not None and isolated:
        raise ConfigError("--config and --isolated exclude each other; leave one of them out")
    if config is not None and not config.is_file():
        raise ConfigError("no such configuration file", path=config.as_posix())
    return Resolver(file=config, isolated=isolated, overrides=overrides)
