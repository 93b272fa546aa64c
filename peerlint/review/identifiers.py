"""Numbers for tracked changes and comments that are not in use yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.formats.docx.names import W_STRICT, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID_NAMES = (f"{{{W}}}id", f"{{{W_STRICT}}}id")
_HIGHEST = 2_000_000_000


class Identifiers:
    """Hands out ids above all that are in use, or the lowest free ones if those are huge."""

    def __init__(self, used: Iterable[int]) -> None:
        """Begin after `used`."""
        self._used = set(used)
        self._next = max((number for number in self._used if number < _HIGHEST), default=0) + 1
        if any(number >= _HIGHEST for number in self._used):
            self._next = 1

    def new(self) -> str:
        """The next free id."""
        while self._next in self._used:
            self._next += 1
        self._used.add(self._next)
        return str(self._next)


def ids_in(roots: Iterable[_Element]) -> set[int]:
    """Every `w:id` in the trees; those that are no whole numbers are left out."""
    found: set[int] = set()
    for root in roots:
        for element in root.iter():
            for name in _ID_NAMES:
                text = element.get(name) if isinstance(element.tag, str) else None
                if text is not None and text.lstrip("-").isdigit() and len(text) < 12:
                    found.add(int(text))
    return found
