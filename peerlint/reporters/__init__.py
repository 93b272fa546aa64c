"""Reports: pure functions from a `RunReport` to text, one module for each format.

Every module offers `render(report: RunReport) -> str`; that of a format in `FILE_FORMATS` offers
`render_file(report: RunReport, date: datetime) -> bytes`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from peerlint.finding import RunReport

FORMATS = ("text", "json", "sarif", "github", "junit", "html", "csv", "rdjson")
FILE_FORMATS = ("docx",)
"""Formats that are written to a file and never printed."""


def renderer(name: str) -> Callable[[RunReport], str]:
    """The `render` function of a format; only its module is imported."""
    if name not in FORMATS:
        raise KeyError(name)
    render: Callable[[RunReport], str] = import_module(f"peerlint.reporters.{name}").render
    return render


def file_renderer(name: str) -> Callable[[RunReport, datetime], bytes]:
    """The `render_file` function of a format in `FILE_FORMATS`; only its module is imported."""
    if name not in FILE_FORMATS:
        raise KeyError(name)
    module = import_module(f"peerlint.reporters.{name}")
    render: Callable[[RunReport, datetime], bytes] = module.render_file
    return render
