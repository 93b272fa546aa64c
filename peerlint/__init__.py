"""peerlint: a linter for the words that shape people's care."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerlint.checking import check_file, check_text
    from peerlint.finding import DocumentReport, Finding, Severity, Suggestion
    from peerlint.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "DocumentReport",
    "Finding",
    "Settings",
    "Severity",
    "Suggestion",
    "__version__",
    "check_file",
    "check_text",
]

_HOMES = {
    "check_file": "peerlint.checking",
    "check_text": "peerlint.checking",
    "DocumentReport": "peerlint.finding",
    "Finding": "peerlint.finding",
    "Severity": "peerlint.finding",
    "Suggestion": "peerlint.finding",
    "Settings": "peerlint.settings",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
