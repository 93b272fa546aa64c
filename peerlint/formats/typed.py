"""List signs and paragraph numbers that were typed as text where a format has its own lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from peerlint.document import BlockKind
from peerlint.formats.assembly import Lines, from_passage
from peerlint.formats.fields import field_lines
from peerlint.formats.headings import split_bold_opening
from peerlint.formats.markers import Marker, in_turn, parse_marker
from peerlint.formats.outline import RawBlock
from peerlint.formats.passage import Passage
from peerlint.values import dataclass, replace

_WEAK_SIGNS = frozenset("-–—*+·§oο")


@dataclass(slots=True)
class TypedParagraphs:
    """Makes blocks of paragraphs: fields on lines of their own, typed lists, numbered paragraphs.

    A paragraph's number becomes its marker and leaves its text; lines that open with a bullet or a
    number in brackets become list items.
    """

    lines: Lines
    last: dict[str, int] = field(default_factory=dict)
    lists: int = 0

    def blocks(self, passage: Passage) -> Iterator[RawBlock]:
        """The blocks of one paragraph of the source."""
        self.lists += 1
        for part in split_bold_opening(passage):
            for marker, item in _items(part):
                if marker is None:
                    for line in field_lines(item):
                        yield self._paragraph(line)
                elif item.text:
                    raw = from_passage(BlockKind.LIST_ITEM, item, self.lines)
                    yield replace(raw, marker=marker.text, list_key=("typed", self.lists))

    def item(self, passage: Passage, marker: str) -> tuple[str, Passage]:
        """An item's marker and text: a letter typed after a bullet (`- (a) Tea`) is its marker."""
        typed = parse_marker(passage.text, self.last)
        if typed is None or typed.is_bullet or typed.text[0].isdigit():
            return marker, passage
        return typed.text, self._without(typed, passage)

    def _paragraph(self, passage: Passage) -> RawBlock:
        marker = parse_marker(passage.text, self.last)
        if marker is None or marker.is_bullet:
            return from_passage(BlockKind.PARAGRAPH, passage, self.lines)
        raw = from_passage(BlockKind.PARAGRAPH, self._without(marker, passage), self.lines)
        return replace(raw, marker=marker.text)

    def _without(self, marker: Marker, passage: Passage) -> Passage:
        self.last[marker.style] = marker.value
        return passage.slice(marker.length, len(passage.text)).strip()


def _items(passage: Passage) -> list[tuple[Marker | None, Passage]]:
    """The passage cut before the lines that open with a list sign."""
    starts = [0, *(place + 1 for place in passage.breaks)]
    openings = [passage.text[start : start + 20] for start in starts]
    signs = [_sign(opening) for opening in openings]
    for several in ([_dash(opening) for opening in openings], _numbers(openings)):
        if sum(map(bool, several)) >= _SEVERAL:
            signs = [sign or one for sign, one in zip(signs, several, strict=True)]
    if not any(signs):
        return [(None, passage)]
    cuts = [at for at in range(len(starts)) if at == 0 or signs[at]]
    ends = [*(starts[at] for at in cuts[1:]), len(passage.text)]
    return [
        (sign := signs[at], passage.slice(starts[at] + (sign.length if sign else 0), end).strip())
        for at, end in zip(cuts, ends, strict=True)
    ]


_SEVERAL = 2  # lines that must open with a dash or a bare number before it is a list's


def _numbers(openings: Sequence[str]) -> list[Marker | None]:
    """The numbers and letters that open lines in their turn: *A.*, *B.*; *a)*, *b)*."""
    last: dict[str, int] = {}
    markers: list[Marker | None] = []
    for opening in openings:
        marker = parse_marker(opening, last)
        if marker is None or marker.is_bullet or not in_turn(marker, last):
            markers.append(None)
            continue
        last[marker.style] = marker.value
        markers.append(marker)
    return [one if one and last[one.style] >= _SEVERAL else None for one in markers]


def _dash(text: str) -> Marker | None:
    """The dash that opens a line, which is a list's where several lines have one."""
    marker = parse_marker(text)
    return marker if marker is not None and marker.text in ("–", "—") else None


def _sign(text: str) -> Marker | None:
    """The list sign that opens a line; dashes and bare numbers open sentences as well."""
    marker = parse_marker(text)
    if marker is None or marker.text in _WEAK_SIGNS:
        return None
    return marker if marker.is_bullet or marker.text.startswith("(") else None
