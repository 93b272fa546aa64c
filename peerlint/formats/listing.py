"""Which list a typed marker belongs to, and how deep it lies."""

from __future__ import annotations

from peerlint.formats.markers import Marker
from peerlint.values import dataclass

_SAME_INDENT = 1


@dataclass(slots=True)
class ListPlace:
    """A list item's depth (0 is the outermost), its list's number, and its marker."""

    level: int
    key: int
    marker: str


@dataclass(slots=True)
class _Open:
    style: str
    indent: int
    value: int
    key: int
    marker: str

    @property
    def is_bullet(self) -> bool:
        return self.value == 0


class ListPlaces:
    """Follows markers in reading order.

    Numbers nest by their style (`1.` over `a.` over `(i)`), whatever the indentation, which
    exports often lose; bullets of one sign nest by indentation.
    """

    def __init__(self, total: int = 0) -> None:
        """Start without open lists; lists are numbered from `total` + 1."""
        self.total = total
        self._open: list[_Open] = []
        self._interrupted = False

    def add(self, marker: Marker, indent: int) -> ListPlace:
        """The place of the next item."""
        same = self._same_list(marker, indent)
        if same is not None:
            del self._open[same + 1 :]
            self._renew(self._open[same], marker, indent)
        else:
            self._push(marker, indent)
        self._interrupted = False
        return ListPlace(len(self._open) - 1, self._open[-1].key, marker.text)

    def interrupt(self) -> None:
        """Note a paragraph between items."""
        self._interrupted = True

    def continued(self, indent: int) -> ListPlace | None:
        """The item that a paragraph with that indentation goes on, if it lies under one."""
        if self._interrupted or not self._open or indent <= self._open[-1].indent + _SAME_INDENT:
            return None
        innermost = self._open[-1]
        return ListPlace(len(self._open) - 1, innermost.key, innermost.marker)

    def _same_list(self, marker: Marker, indent: int) -> int | None:
        for at in range(len(self._open) - 1, -1, -1):
            entry = self._open[at]
            if entry.style != marker.style:
                continue
            if not marker.is_bullet:
                follows = marker.value > entry.value
                return at if follows or not self._interrupted else None
            if self._interrupted:
                return None
            if indent > entry.indent + _SAME_INDENT:
                return None
            if indent >= entry.indent - _SAME_INDENT or at == 0:
                return at
        return None

    def _renew(self, entry: _Open, marker: Marker, indent: int) -> None:
        if not marker.is_bullet and marker.value <= entry.value:
            self.total += 1
            entry.key = self.total
        entry.value, entry.marker = marker.value, marker.text
        entry.indent = indent

    def _push(self, marker: Marker, indent: int) -> None:
        if self._interrupted:
            self._open.clear()
        while self._open and indent < self._open[-1].indent - _SAME_INDENT:
            if not marker.is_bullet and not self._open[-1].is_bullet:
                break
            self._open.pop()
        self.total += 1
        self._open.append(_Open(marker.style, indent, marker.value, self.total, marker.text))
