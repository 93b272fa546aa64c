"""Reports: pure functions from a `RunReport` to text, one module for each format.

Every module offers `render(report: RunReport) -> str`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerlint.finding import RunReport

FORMATS = ("text", "json", "sarif", "github", "junit", "html", "csv", "rdjson")


def renderer(name: str) -> Callable[[RunReport], str]:
    """The `render` function of a format; only its module is imported."""
    if name not in FORMATS:
        raise KeyError(name)
    render: Callable[[RunReport], str] = import_module(f"peerlint.reporters.{name}").render
    return render
