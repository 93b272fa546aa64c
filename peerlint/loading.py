"""Load large things quickly."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection inside: what is being loaded stays, and searching it takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def import_spacy() -> Any:
    """The spaCy module. Its command line, a third of the import, loads only when it is asked for."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    info = ModuleType("spacy.cli.info")
    info.info = _spacy_info  # type: ignore[attr-defined]
    placeholders = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": info}
    sys.modules.update(placeholders)
    try:
        with collector_paused():
            import spacy
    finally:
        for name in placeholders:
            del sys.modules[name]
    return spacy


def _spacy_info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
