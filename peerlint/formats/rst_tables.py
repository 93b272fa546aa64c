"""Tables drawn with characters in reStructuredText: grid tables and simple tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from peerlint.formats.passage import Span
from peerlint.values import dataclass

GRID_BORDER = re.compile(r"\+(?:[-=]+\+)+")
SIMPLE_BORDER = re.compile(r"=+(?:[ \t]+=+)+")
_RULE = re.compile(r"[-= \t]+")


@dataclass(slots=True)
class Cell:
    """A cell: its place, counted from 1, and the source spans of its lines."""

    row: int
    column: int
    lines: list[Span] = field(default_factory=list)


def grid_cells(lines: Sequence[tuple[int, str]]) -> Iterator[Cell]:
    """The cells of a grid table, whose lines are (source offset, text)."""
    edges = [match.start() for match in re.finditer(r"\+", lines[0][1])]
    row = 0
    open_cells: dict[int, Cell] = {}
    for start, text in lines:
        if text.startswith("+"):
            yield from open_cells.values()
            row += 1
            open_cells = {}
            continue
        for column, (left, right) in enumerate(_columns(text, edges), start=1):
            _put(open_cells, row, column, start, text, left, right)
    yield from open_cells.values()


def _columns(text: str, edges: Sequence[int]) -> Iterator[Span]:
    """Where the cells of one line lie: between the edges at which there is a bar."""
    bars = [edge for edge in edges if text[edge : edge + 1] in ("|", "+")]
    for left, right in pairwise(bars):
        yield left + 1, right


def simple_cells(lines: Sequence[tuple[int, str]]) -> Iterator[Cell]:
    """The cells of a simple table; a line with an empty first cell goes on the row above."""
    starts = [match.start() for match in re.finditer(r"=+", lines[0][1])]
    row = 0
    open_cells: dict[int, Cell] = {}
    for start, text in lines[1:]:
        if _RULE.fullmatch(text) or not text.strip():
            continue
        if text[: starts[1]].strip() or not open_cells:
            yield from open_cells.values()
            row += 1
            open_cells = {}
        ends = [*starts[1:], max(len(text), starts[-1])]
        for column, (left, right) in enumerate(zip(starts, ends, strict=True), start=1):
            _put(open_cells, row, column, start, text, left, right)
    yield from open_cells.values()


def _put(
    cells: dict[int, Cell], row: int, column: int, start: int, text: str, left: int, right: int
) -> None:
    part = text[left:right]
    if not part.strip():
        return
    indent = len(part) - len(part.lstrip())
    begin = start + left + indent
    cells.setdefault(column, Cell(row, column)).lines.append((begin, begin + len(part.strip())))
