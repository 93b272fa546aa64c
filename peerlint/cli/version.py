"""What `peerlint --version` says: the program, its pipeline and its rules."""

from __future__ import annotations

from pathlib import Path

import click

from peerlint import __version__


def print_version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    """Print the versions and leave."""
    if not asked or context.resilient_parsing:
        return
    click.echo(f"peerlint {__version__} (pipeline {_pipeline()}, rules {_rules()})")
    context.exit()


def _pipeline() -> str:
    import json

    meta = Path(__file__).resolve().parent.parent / "nlp" / "model" / "meta.json"
    try:
        return str(json.loads(meta.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "missing"


def _rules() -> str:
    from peerlint.errors import RuleError
    from peerlint.rulebook.loader import rulebook_version

    try:
        return rulebook_version()
    except RuleError:
        return "unreadable"
