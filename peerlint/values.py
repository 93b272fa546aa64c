"""Classes of data that are quick to define: `dataclasses.dataclass`, in less code.

The standard decorator writes six functions for each class as text, which Python compiles whenever the
program starts: a fifth of the time of a short run. Here only `__init__` is written, when the first instance
is made. The rest is shared, and `fields`, `replace`, `copy` and `pickle` work as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter, eq, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

Key = Callable[[Any], Any]
"""What an instance is compared by."""
Fields = Sequence[dataclasses.Field[Any]]


def value(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
) -> Callable[[type], type]:
    """A decorator that makes a class one of plain data, as far as its body does not say otherwise."""

    def made(plain: type) -> type:
        # the standard decorator would otherwise work out a signature, which takes longer than all else
        plain.__doc__ = plain.__doc__ or plain.__qualname__
        kind: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        every = dataclasses.fields(kind)
        added: dict[str, Any] = {
            "__init__": _once(kind, every, _PUT if frozen else _SET),
            "__repr__": _repr(every),
        }
        if frozen:
            added |= {"__setattr__": _refused, "__delattr__": _refused}
        names = [one.name for one in every]
        held = _held(names)
        kind.__held__ = tuple(names), held  # type: ignore[attr-defined]
        if frozen and slots:
            added["__reduce__"] = lambda self: (type(self), held(self))
        if eq:
            added |= _comparing(_held([one.name for one in every if one.compare]), order=order)
            if not frozen:
                added["__hash__"] = None
        for name in added.keys() - plain.__dict__.keys():
            setattr(kind, name, added[name])
        return kind

    return made


@lru_cache(maxsize=4096)
def once(text: str) -> str:
    """The same text, as one object for all who ask: what many findings share would fill memory."""
    return text


def _replace(one: Any, **changes: Any) -> Any:
    """`dataclasses.replace`, without asking the class for its fields each time."""
    names, held = one.__held__
    return type(one)(**(dict(zip(names, held(one), strict=True)) | changes))


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    dataclass, replace = value, _replace

_put = object.__setattr__
_PUT = " _put(self, {0!r}, {0})"
_SET = " self.{0} = {0}"


def _once(kind: Any, every: Fields, put: str) -> Callable[..., None]:
    """Writes the real one when the first instance is made: half of the classes have none in a short run."""

    def first(self: Any, *arguments: Any, **named: Any) -> None:
        kind.__init__ = init = _init(kind, every, put)
        init(self, *arguments, **named)

    return first


def _init(kind: type, every: Fields, put: str) -> Callable[..., None]:
    """Written as text, since arguments that are bound one by one take ten times as long."""
    names: dict[str, Any] = {"_put": _put, "_missing": dataclasses.MISSING}
    arguments, lines = ["self"], []
    for one in every:
        name = one.name
        if one.default is not dataclasses.MISSING:
            names[f"_default_{name}"] = one.default
            arguments.append(f"{name}=_default_{name}")
        elif one.default_factory is not dataclasses.MISSING:
            names[f"_make_{name}"] = one.default_factory
            arguments.append(f"{name}=_missing")
            lines.append(f" if {name} is _missing: {name} = _make_{name}()")
        else:
            arguments.append(name)
        lines.append(put.format(name))
    text = "\n".join([f"def __init__({', '.join(arguments)}):", *lines, " pass"])
    exec(text, names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _repr(every: Fields) -> Callable[[Any], str]:
    shown = [one.name for one in every if one.repr]

    def told(self: Any) -> str:
        parts = (f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({', '.join(parts)})"

    return told


def _held(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these attributes as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _comparing(key: Key, *, order: bool) -> dict[str, Callable[..., Any]]:
    def compared(by: Callable[[Any, Any], bool]) -> Callable[[Any, object], Any]:
        def answer(self: Any, other: object) -> Any:
            return by(key(self), key(other)) if type(other) is type(self) else NotImplemented

        return answer

    def hashed(self: Any) -> int:
        return hash(key(self))

    some = (eq, lt, le, gt, ge) if order else (eq,)
    return {"__hash__": hashed} | {f"__{by.__name__}__": compared(by) for by in some}


def _refused(self: Any, name: str, *value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r}")
