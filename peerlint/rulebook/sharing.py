"""One object for all equal parts of a rule book, so that its stored form is small and loads fast."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def shared(value: T) -> T:
    """An equal value in which equal strings, tuples, sets and frozen dataclasses are one object."""
    return _Sharer().share(value)  # type: ignore[no-any-return]


@cache
def field_names(kind: Any) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None for other types."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


class _Sharer:
    def __init__(self) -> None:
        self._done: dict[int, Any] = {}  # by the identity of the original, which outlives this
        self._known: dict[Any, Any] = {}  # by the identities of the shared parts

    def share(self, value: Any) -> Any:
        found = self._done.get(id(value))
        if found is None:
            found = self._done[id(value)] = self._share(value)
        return found

    def _share(self, value: Any) -> Any:
        kind: Any = type(value)
        if kind is str:
            return self._known.setdefault(value, value)
        if kind is frozenset:
            return self._known.setdefault(value, frozenset(map(self.share, value)))
        if kind is dict:
            return {self.share(key): self.share(part) for key, part in value.items()}
        if kind is tuple:
            whole = tuple(map(self.share, value))
            return self._known.setdefault((kind, *map(id, whole)), whole)
        names = field_names(kind)
        if names is None:
            return value
        parts = [self.share(getattr(value, name)) for name in names]
        return self._known.setdefault((kind, *map(id, parts)), kind(*parts))
