"""Methods whose answers are kept as long as their object is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeVar, cast
from weakref import proxy

F = TypeVar("F", bound=Callable[..., object])


def remembered(method: F, most: int) -> F:
    """The bound method, its last answers kept in mind.

    What is remembered does not hold the object: an object that holds it, too, would stay in memory with its
    whole document until the garbage collector came by.
    """
    unbound, owner = method.__func__, method.__self__  # type: ignore[attr-defined]
    return cast(F, lru_cache(maxsize=most)(partial(unbound, proxy(owner))))
