"""A document as every reader delivers it: blocks in reading order with exact source places.

Readers (`peerlint.formats`) make these values; nothing after a reader knows about formats.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from enum import Enum

from peerlint.values import dataclass

GUESSED = "guessed"
"""The attribute of a heading by its looks, not by the source's own mark."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class BlockKind(str, Enum):
    """What a block is for its reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CHOICE = "choice"  # one entry of a drop-down, or a form field's help text


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place for people and tools: line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of block text that stands unbroken in the source.

    `start` and `end` are offsets in the block's text; `source` is the offset of `start` in the
    decoded source text (text formats) or in the block itself (Word files). Where
    `verbatim` is false (an entity such as `&amp;`, a joined line break) the piece as a whole
    stands for source characters `source` to `source_end`, and cannot be cut.
    """

    start: int
    end: int
    source: int
    source_end: int
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Suppression:
    """An author's request to stay silent.

    `rules` are ids, id prefixes, names or categories; empty means every rule. `block_start`,
    `block_end` are the indices of the first and last block it covers, `start` and `end` offsets in
    the text of those two blocks (`end` None: to the block's end). `position` is where it is
    written.
    """

    rules: tuple[str, ...]
    reason: str
    block_start: int
    start: int
    block_end: int
    end: int | None
    position: Position


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table cell or field of a document.

    - `text`: what a reader sees, markup removed, hard-wrapped lines joined with one blank.
    - `level`: heading level (1 to 6; a title is 0) or list depth (0 is the outermost).
    - `headings`: the headings above this block, outermost first (a heading's own text excluded).
    - `column_heading`, `row_heading`: texts of the first row and first column for a table cell.
    - `column`, `row`, `table`: counted from 1 in a table cell, else 0.
    - `label`: a field label that opens the block, without its colon (`**Position:** CPS` has the
      label `Position`; the label stays part of `text`), else "".
    - `marker`: the list marker or number as shown (`-`, `1.`, `a)`), else "".
    - `list_id`: the same for all items of one list (also nested ones count their own), else 0.
    - `lead_in`: the index of the block that introduces the list (the paragraph or item ending in a
      colon, or the parent item), else None.
    - `quoted`: spans (start, end) of `text` that the source marks as a quotation; code and URLs
      are not prose and come as U+FFFC characters of the same length, so they never match.
    - `emphasis`: spans that are bold, for headings that are only bold lines.
    - `location`: for people: "Duties, bullet 3", "Table 2, row 4, column 1".
    - `pieces`: where every character stands, in order, covering `text` without gaps.
    - `line`: the line of the block's first character (1-based); in Word files the block's number.
    """

    index: int
    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    line: int
    level: int = 0
    headings: tuple[str, ...] = ()
    column_heading: str = ""
    row_heading: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    label: str = ""
    marker: str = ""
    list_id: int = 0
    lead_in: int | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    location: str = ""
    attributes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `source` is the decoded text of a text format with its own line endings kept, "" for packaged
    formats (Word); `lines` holds the offset of each line's first character in `source`. `format`
    is the reader's name (`markdown`, `text`, `html`, `rst`, `docx`). `warnings` are plain
    sentences on what could not be read.
    """

    path: str
    format: str
    blocks: tuple[Block, ...]
    source: str = ""
    lines: tuple[int, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    warnings: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)  # front matter, document properties

    @property
    def word_count(self) -> int:
        """Words in all blocks, counted at white space."""
        return sum(len(block.text.split()) for block in self.blocks)

    def source_offset(self, block: Block, offset: int, *, end: bool = False) -> int:
        """The offset in the source of `offset` in the block's text.

        With `end`, `offset` is exclusive: the source offset just after the character before it.
        """
        if not block.pieces:
            return 0
        probe = offset - 1 if end and offset > 0 else offset
        index = max(bisect_right(block.pieces, probe, key=lambda piece: piece.start) - 1, 0)
        piece = block.pieces[index]
        if not piece.verbatim:
            return piece.source_end if end else piece.source
        return piece.source + min(offset - piece.start, piece.end - piece.start)

    def position(self, block: Block, offset: int, *, end: bool = False) -> Position:
        """Line and column of an offset in a block's text."""
        if not self.source:
            return Position(block.line, offset + 1)
        place = self.source_offset(block, offset, end=end)
        line = bisect_right(self.lines, place)
        return Position(line, place - self.lines[line - 1] + 1)


def line_starts(source: str) -> tuple[int, ...]:
    """Offsets of the first character of every line; a line ends at \\n, \\r\\n or a lone \\r."""
    return (0, *(match.end() for match in _LINE_END.finditer(source)))


def whole_piece(text: str, source: int) -> tuple[Piece, ...]:
    """The pieces of a block whose text stands unbroken at `source`."""
    return (Piece(0, len(text), source, source + len(text)),) if text else ()


def blocks_in_order(blocks: Sequence[Block]) -> bool:
    """Whether the blocks' indices count 0, 1, 2, … as later stages rely on."""
    return all(block.index == index for index, block in enumerate(blocks))
