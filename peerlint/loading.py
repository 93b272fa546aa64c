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


_alone = False


def alone_in_process() -> None:
    """Say that nobody else uses this process, so that parts that only others need stay away."""
    global _alone
    _alone = True


def import_spacy() -> Any:
    """The spaCy module. Its command line, a third of the import, loads only when it is asked for."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    info = ModuleType("spacy.cli.info")
    info.info = _spacy_info  # type: ignore[attr-defined]
    placeholders: dict[str, Any] = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": info}
    if _alone and "pydantic.v1" not in sys.modules:
        placeholders["pydantic.v1"] = None  # which spaCy's configuration reader can do without
    sys.modules.update(placeholders)
    try:
        with collector_paused():
            import spacy
    finally:
        for name in placeholders:
            sys.modules.pop(name, None)
    return spacy


def _spacy_info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
