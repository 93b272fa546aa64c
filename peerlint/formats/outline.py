"""From a reader's plain list of raw blocks to blocks that know where they stand.

Every reader, of text formats and of Word files, says only what it sees: kinds, texts, levels and
table places. `outline` adds what follows from the order: indices, heading paths, table
headings, list numbers, lead-ins, field labels and the locations people read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import field

from peerlint.document import Block, BlockKind, Piece
from peerlint.formats.fields import field_label
from peerlint.formats.passage import Span
from peerlint.values import dataclass

CONTINUATION = "continuation"  # a further paragraph of the list item above

_NOTHING: frozenset[str] = frozenset()  # one for all
_LONGEST_NAME = 60
_LONGEST_TABLE_HEADING = 200
_LONGEST_NUMBER = 40
_INTRODUCTION_WORDS = 30
_BLANKS = re.compile(r"\s+")
_BULLET = re.compile(r"\W*|o")
_KIND_NAMES = {BlockKind.QUOTE: "quotation", BlockKind.CHOICE: "form choice"}


@dataclass(frozen=True, slots=True)
class RawBlock:
    """What a reader knows of one block by itself; the fields of `Block` mean the same here.

    - `line` 0: the block's number in reading order is taken (Word files).
    - `level`: heading level, or depth of a list item (0 is the outermost).
    - `list_key`: equal for the items of one list at one depth, whatever stands between them; None:
      items that follow each other at the same depth are one list.
    - `column_span`: how many columns a table cell covers.
    - `label`: "" lets the text decide (`peerlint.formats.fields.field_label`).
    - `place`: the location of a block outside the body ("footnote 2", "header, section 1"); such a
      block has no heading path and leaves that of the body alone.
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...] = ()
    line: int = 0
    level: int = 0
    marker: str = ""
    list_key: Hashable | None = None
    table: int = 0
    row: int = 0
    column: int = 0
    column_span: int = 1
    label: str = ""
    quoted: tuple[Span, ...] = ()
    emphasis: tuple[Span, ...] = ()
    place: str = ""
    attributes: frozenset[str] = frozenset()


def outline(raw_blocks: Sequence[RawBlock]) -> tuple[Block, ...]:
    """One block for each raw block, in the same order.

    - A block's `headings` are those above it by level; a title stands above all.
    - A table's first row and first column head its other cells (and lists in them).
    - A nested list item's `lead_in` is its parent item; that of an outermost list is the paragraph
      right before it, when that ends in a colon or reads like the opening of a sentence.
    - Locations: `Duties, bullet 3`, `Duties, item 2.a`, `Duties, paragraph 2`,
      `Table 2, row 4, column 1`, `heading 'Duties'`; a list's bullets count on under one heading.
    """
    rows, columns = _table_headings(raw_blocks)
    headings = _heading_paths(raw_blocks)
    places = _list_places(raw_blocks)
    locations = _locations(raw_blocks, headings, places)
    return tuple(
        Block(
            index=index,
            kind=raw.kind,
            text=raw.text,
            pieces=raw.pieces,
            line=raw.line or index + 1,
            level=raw.level,
            headings=headings[index],
            column_heading=_heading_over(columns, raw) if raw.row > 1 else "",
            row_heading=rows.get((raw.table, raw.row), "") if raw.column > 1 else "",
            table=raw.table,
            row=raw.row,
            column=raw.column,
            label=_label(raw),
            marker=raw.marker,
            list_id=places[index].list_id,
            lead_in=places[index].lead_in,
            quoted=raw.quoted,
            emphasis=raw.emphasis,
            location=locations[index],
            attributes=raw.attributes or _NOTHING,
        )
        for index, raw in enumerate(raw_blocks)
    )


def heading_name(text: str) -> str:
    """A heading's text as it stands in a path: on one line, without the colon at its end."""
    return _BLANKS.sub(" ", text).strip().rstrip(":").rstrip()


def introduces(text: str) -> bool:
    """Whether a paragraph opens the list after it: it ends in a colon or without a full stop."""
    stripped = text.rstrip().rstrip("*_").rstrip()
    if stripped.endswith((":", "—", "–")):
        return True
    return stripped[-1:].isalpha() and len(stripped.split()) <= _INTRODUCTION_WORDS


def _label(raw: RawBlock) -> str:
    if raw.label or raw.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CHOICE):
        return raw.label
    return field_label(raw.text, raw.emphasis)


# Headings


def _heading_paths(raw_blocks: Sequence[RawBlock]) -> list[tuple[str, ...]]:
    path: tuple[tuple[int, str], ...] = ()
    names: tuple[str, ...] = ()  # one for all blocks under a heading
    paths: list[tuple[str, ...]] = []
    for raw in raw_blocks:
        if raw.place:
            paths.append(())
            continue
        if raw.kind not in (BlockKind.TITLE, BlockKind.HEADING):
            paths.append(names)
            continue
        level = 0 if raw.kind is BlockKind.TITLE else max(raw.level, 1)
        path = tuple((above, name) for above, name in path if above < level)
        paths.append(tuple(name for _, name in path))
        path = (*path, (level, heading_name(raw.text)))
        names = tuple(name for _, name in path)
    return paths


_Rows = dict[tuple[int, int], str]


def _table_headings(raw_blocks: Sequence[RawBlock]) -> tuple[_Rows, _Rows]:
    """The texts of first cells by (table, row), and of first-row cells by (table, column)."""
    rows: dict[tuple[int, int], list[str]] = {}
    columns: dict[tuple[int, int], list[str]] = {}
    for raw in raw_blocks:
        if not raw.table:
            continue
        if raw.column == 1:
            rows.setdefault((raw.table, raw.row), []).append(raw.text)
        if raw.row == 1:
            for column in range(raw.column, raw.column + max(raw.column_span, 1)):
                columns.setdefault((raw.table, column), []).append(raw.text)
    return _joined(rows), _joined(columns)


def _joined(texts: dict[tuple[int, int], list[str]]) -> _Rows:
    return {key: _one_line(" ".join(parts), _LONGEST_TABLE_HEADING) for key, parts in texts.items()}


def _heading_over(columns: _Rows, raw: RawBlock) -> str:
    return columns.get((raw.table, raw.column), "")


# Lists


@dataclass(slots=True)
class _ListPlace:
    """The list that a block stands in."""

    list_id: int = 0
    lead_in: int | None = None
    number: str = ""


@dataclass(slots=True)
class _OpenItem:
    """A list item that may still get children."""

    depth: int
    index: int
    number: str
    key: Hashable
    list_id: int
    lead_in: int | None
    children: int = 0


@dataclass(slots=True)
class _Lists:
    """The list items that are open at the current block, and what is known of earlier lists."""

    open: list[_OpenItem] = field(default_factory=list)
    ids: dict[Hashable, int] = field(default_factory=dict)
    lead_ins: dict[Hashable, int | None] = field(default_factory=dict)
    home: Hashable = None
    bullets: int = 0

    def add(self, index: int, raw: RawBlock, before: int | None) -> _ListPlace:
        """Place a list item; `before` is the block that may introduce an outermost list."""
        self._enter(raw)
        if CONTINUATION in raw.attributes and self.open:
            item = self._open_at(raw.level)
            return _ListPlace(item.list_id, item.lead_in, item.number)
        sibling = self._close_down_to(raw)
        parent = self.open[-1] if self.open else None
        key = self._key(raw, sibling, index)
        if key not in self.ids:
            self.ids[key] = len(self.ids) + 1
            self.lead_ins[key] = before if parent is None else None
        lead_in = parent.index if parent else self.lead_ins[key]
        number = self._number(raw, parent)
        item = _OpenItem(raw.level, index, number, key, self.ids[key], lead_in)
        self.open.append(item)
        return _ListPlace(item.list_id, lead_in, number)

    def interrupt(self, raw: RawBlock) -> None:
        """Note a block that is no list item."""
        self.open.clear()
        if raw.kind in (BlockKind.TITLE, BlockKind.HEADING):
            self.bullets = 0

    def _enter(self, raw: RawBlock) -> None:
        home = (raw.table, raw.row, raw.column, raw.place)
        if home != self.home:
            self.open.clear()
            self.bullets = 0
        self.home = home

    def _open_at(self, depth: int) -> _OpenItem:
        return next((item for item in reversed(self.open) if item.depth <= depth), self.open[-1])

    def _close_down_to(self, raw: RawBlock) -> _OpenItem | None:
        sibling = None
        while self.open and self.open[-1].depth >= raw.level:
            closed = self.open.pop()
            sibling = closed if closed.depth == raw.level else None
        return sibling

    def _key(self, raw: RawBlock, sibling: _OpenItem | None, index: int) -> Hashable:
        if raw.list_key is not None:
            return (raw.list_key, raw.level)
        return sibling.key if sibling else ("run", index)

    def _number(self, raw: RawBlock, parent: _OpenItem | None) -> str:
        own = raw.marker.strip("().:] \t[")
        if parent is None:
            self.bullets += 1
            return str(self.bullets) if _BULLET.fullmatch(own) else own
        parent.children += 1
        if _BULLET.fullmatch(own):
            own = str(parent.children)
        if own.startswith(f"{parent.number}.") or len(parent.number) > _LONGEST_NUMBER:
            return own
        return f"{parent.number}.{own}"


def _list_places(raw_blocks: Sequence[RawBlock]) -> list[_ListPlace]:
    lists = _Lists()
    places: list[_ListPlace] = []
    for index, raw in enumerate(raw_blocks):
        if raw.kind is BlockKind.LIST_ITEM:
            places.append(lists.add(index, raw, _introduction(raw_blocks, index)))
            continue
        lists.interrupt(raw)
        places.append(_ListPlace())
    return places


def _introduction(raw_blocks: Sequence[RawBlock], index: int) -> int | None:
    if index == 0:
        return None
    before, raw = raw_blocks[index - 1], raw_blocks[index]
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.QUOTE):
        return None
    same_cell = (before.table, before.row, before.column) == (raw.table, raw.row, raw.column)
    same_story = same_cell and before.place == raw.place
    return index - 1 if same_story and introduces(before.text) else None


# Locations


def _locations(
    raw_blocks: Sequence[RawBlock],
    headings: Sequence[tuple[str, ...]],
    places: Sequence[_ListPlace],
) -> list[str]:
    counts: Counter[BlockKind] = Counter()
    locations: list[str] = []
    for raw, path, place in zip(raw_blocks, headings, places, strict=True):
        if raw.place:
            locations.append(raw.place)
        elif raw.kind in (BlockKind.TITLE, BlockKind.HEADING):
            counts.clear()
            locations.append(f"{raw.kind.value} '{_one_line(heading_name(raw.text))}'")
        elif raw.kind is BlockKind.LIST_ITEM:
            locations.append(_comma(_around(raw, path), _item(raw, place)))
        elif raw.table:
            locations.append(_around(raw, path))
        else:
            counts[raw.kind] += 1
            name = _KIND_NAMES.get(raw.kind, "paragraph")
            locations.append(_comma(_around(raw, path), f"{name} {counts[raw.kind]}"))
    return locations


def _item(raw: RawBlock, place: _ListPlace) -> str:
    bulleted = _BULLET.fullmatch(raw.marker.strip())
    return f"{'bullet' if bulleted else 'item'} {place.number}"


def _around(raw: RawBlock, path: tuple[str, ...]) -> str:
    if raw.table:
        return f"Table {raw.table}, row {raw.row}, column {raw.column}"
    return _one_line(path[-1]) if path else ""


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _one_line(text: str, longest: int = _LONGEST_NAME) -> str:
    line = _BLANKS.sub(" ", text).strip()
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
