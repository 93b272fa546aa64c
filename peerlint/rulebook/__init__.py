"""Rules as data: loaded from YAML, validated, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rulebook.loader import builtin_rules, load_rulebook, rulebook_version

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook
    from peerlint.rulebook.rule import Rule

__all__ = ["Rule", "RuleBook", "builtin_rules", "load_rulebook", "rulebook_version"]

_HOMES = {"Rule": "peerlint.rulebook.rule", "RuleBook": "peerlint.rulebook.book"}


def __getattr__(name: str) -> object:
    """The classes, which a run that checks nothing anew does without."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
