"""Reader of Markdown (CommonMark with tables, strikethrough, footnotes and front matter)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING

from peerlint.document import BlockKind, Document
from peerlint.formats.assembly import Lines, assemble, from_passage, whole
from peerlint.formats.fields import field_lines
from peerlint.formats.headings import guess_headings
from peerlint.formats.markdown_inline import ContentMap, InlineReader, inline_tokens
from peerlint.formats.outline import CONTINUATION, RawBlock
from peerlint.formats.passage import Passage
from peerlint.formats.suppressions import Comment
from peerlint.formats.typed import TypedParagraphs
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BLANK = " \t"
_TASK_BOX = re.compile(r"\[[ xX]\]\s+")
_CALLOUT = re.compile(r"\[!\w+\]\s*")
_PROPERTY = re.compile(r"([A-Za-z][\w .-]{0,60}?)\s*:\s+(.+)")
_ATX_OPENING = re.compile(r"#{1,6}[ \t]+")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def read(path: str, source: str) -> Document:
    """The document that `source`, decoded Markdown, holds."""
    lines = Lines(source)
    env: dict[str, object] = {}
    walker = _Walker(lines, _parser(), env, TypedParagraphs(lines))
    walker.walk(_parser().parse(source, env))
    return assemble(
        path, "markdown", lines, guess_headings(walker.blocks), walker.comments, walker.properties
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin, inline=False, move_to_end=False)
    parser.disable(["inline", "text_join"])  # inline text is parsed with places, below
    parser.inline.ruler2.disable("fragments_join")
    return parser


@dataclass(slots=True)
class _List:
    """An open list, with the marker of its next item."""

    key: int
    marker: str = ""
    fresh: bool = True


@dataclass(slots=True)
class _Table:
    """An open table and the cell that comes next."""

    number: int
    row: int = 0
    column: int = 0
    line: int = -1
    cursor: int = 0


@dataclass(slots=True)
class _Walker:
    """Walks the block tokens once and keeps what is open around the current one."""

    lines: Lines
    parser: MarkdownIt
    env: dict[str, object]
    paragraphs: TypedParagraphs
    blocks: list[RawBlock] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    lists: list[_List] = field(default_factory=list)
    list_count: int = 0
    closed_list: tuple[int, str, int, int] | None = None  # key, sign, depth, blocks until then
    quotes: int = 0
    callouts: int = 0
    footnote: str = ""
    table: _Table | None = None
    table_count: int = 0
    heading: int = 0

    def walk(self, tokens: list[Token]) -> None:
        for token in tokens:
            step = getattr(self, f"_{token.type}", None)
            if step is not None:
                step(token)

    # Containers

    def _bullet_list_open(self, token: Token) -> None:
        closed = self.closed_list
        if closed and closed[1:] == (token.markup, len(self.lists), len(self.blocks)):
            self.lists.append(_List(closed[0]))  # only a comment stood between
            return
        self.list_count += 1
        self.lists.append(_List(self.list_count))

    _ordered_list_open = _bullet_list_open

    def _bullet_list_close(self, token: Token) -> None:
        closed = self.lists.pop()
        self.closed_list = (closed.key, token.markup, len(self.lists), len(self.blocks))

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, token: Token) -> None:
        self.lists[-1].marker = f"{token.info}{token.markup}"
        self.lists[-1].fresh = True

    def _blockquote_open(self, token: Token) -> None:
        self.quotes += 1

    def _blockquote_close(self, token: Token) -> None:
        self.quotes -= 1
        self.callouts = min(self.callouts, self.quotes)

    def _footnote_open(self, token: Token) -> None:
        self.footnote = f"footnote {token.meta.get('label', '')}".strip()

    _footnote_reference_open = _footnote_open

    def _footnote_close(self, token: Token) -> None:
        self.footnote = ""

    _footnote_reference_close = _footnote_close

    def _heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1:])

    def _heading_close(self, token: Token) -> None:
        self.heading = 0

    def _table_open(self, token: Token) -> None:
        self.table_count += 1
        self.table = _Table(self.table_count)

    def _table_close(self, token: Token) -> None:
        self.table = None

    def _tr_open(self, token: Token) -> None:
        if self.table and token.map:
            self.table.row += 1
            self.table.column = 0
            self.table.line = token.map[0]
            self.table.cursor = self._row_start(token.map[0])

    def _row_start(self, line: int) -> int:
        """Where the row's first cell can start: after quote marks, list marker and first bar."""
        text = self.lines.text(line)
        prefix = re.match(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+(?=.*\|))?[ \t]*", text)
        at = prefix.end() if prefix and (self.lists or self.quotes) else 0
        at += len(text[at:]) - len(text[at:].lstrip(_BLANK))
        return self.lines.start(line) + at + text.startswith("|", at)

    # Leaves

    def _front_matter(self, token: Token) -> None:
        for line in token.content.splitlines():
            match = _PROPERTY.fullmatch(line.rstrip())
            if match:
                self.properties[match[1].strip()] = match[2].strip().strip("\"'")

    def _html_block(self, token: Token) -> None:
        if not token.map:
            return
        start, end = self.lines.start(token.map[0]), self.lines.start(token.map[1])
        if self.quotes:  # quote marks would be read as text
            self.comments += _comments(self.lines.source, start, end)
            return
        from peerlint.formats.html import HtmlReader

        reader = HtmlReader(self.lines, start, end, tables=self.table_count, lists=self.list_count)
        reader.read()
        self.table_count, self.list_count = reader.tables, reader.lists
        self.comments += reader.comments
        self.blocks += [
            replace(raw, place=self.footnote, attributes=raw.attributes | {"html"})
            for raw in reader.blocks
        ]

    def _inline(self, token: Token) -> None:
        if not token.map or not token.content:
            self._skip_empty_cell()
            return
        places = self._cell_map(token) if self.table else self._line_map(token)
        if places is None:
            return
        prose = not (self.table or self.lists or self.quotes)
        reader = InlineReader(token.content, places, self.lines.source, prose=prose)
        passage = reader.read(inline_tokens(token.content, self.parser, self.env))
        self.comments += reader.comments
        passage = passage.without_addresses().strip()
        if passage.text:
            self._add(passage)

    # Where inline content stands

    def _line_map(self, token: Token) -> ContentMap | None:
        assert token.map is not None
        segments: list[tuple[int, int]] = []
        at = 0
        for line, content in enumerate(token.content.split("\n"), start=token.map[0]):
            column = self._column(self.lines.text(line), content)
            if column is None:
                return None
            indent = len(content) - len(content.lstrip(_BLANK))
            segments.append((at + indent, self.lines.start(line) + column))
            at += len(content) + 1
        return ContentMap([(0, segments[0][1] - segments[0][0]), *segments[1:]])

    def _column(self, text: str, content: str) -> int | None:
        """Where the stripped content stands in its line: at the end, but for `# Heading #`."""
        body = content.strip(_BLANK)
        for line in (text.rstrip(_BLANK), text.rstrip()):
            column = len(line) - len(body)
            if column >= 0 and line.endswith(body):
                return column
        opening = _ATX_OPENING.search(text) if self.heading else None
        if opening and text.startswith(body, opening.end()):
            return opening.end()
        return None

    def _skip_empty_cell(self) -> None:
        if self.table:
            self.table.column += 1
            self._pass_bar(self.table)

    def _cell_map(self, token: Token) -> ContentMap | None:
        table = self.table
        assert table is not None
        table.column += 1
        raw = token.content.replace("|", "\\|")
        start = self.lines.source.find(raw, table.cursor, self.lines.end(table.line))
        if start < 0:
            return None
        table.cursor = start + len(raw)
        self._pass_bar(table)
        return ContentMap(list(_cell_segments(token.content, start)))

    def _pass_bar(self, table: _Table) -> None:
        end = self.lines.end(table.line)
        bar = self.lines.source.find("|", table.cursor, end)
        table.cursor = end if bar < 0 else bar + 1

    # Blocks

    def _add(self, passage: Passage) -> None:
        if self.table:
            self.blocks.append(self._cell(passage, self.table))
        elif self.footnote:
            self._add_paragraphs(passage)
        elif self.lists:
            self._add_item(passage)
        elif self.quotes:
            self._add_quote(passage)
        elif self.heading:
            raw = self._raw(BlockKind.HEADING, passage)
            self.blocks.append(replace(raw, level=self.heading))
        else:
            self._add_paragraphs(passage)

    def _raw(self, kind: BlockKind, passage: Passage) -> RawBlock:
        return replace(from_passage(kind, passage, self.lines), place=self.footnote)

    def _cell(self, passage: Passage, table: _Table) -> RawBlock:
        raw = self._raw(BlockKind.TABLE_CELL, passage)
        return replace(raw, table=table.number, row=table.row, column=table.column)

    def _add_item(self, passage: Passage) -> None:
        innermost = self.lists[-1]
        box = _TASK_BOX.match(passage.text)
        if box and innermost.fresh:
            passage = passage.slice(box.end(), len(passage.text)).strip()
        if innermost.fresh:
            innermost.marker, passage = self.paragraphs.item(passage, innermost.marker)
        for part in field_lines(passage):
            raw = self._raw(BlockKind.LIST_ITEM, part)
            attributes = set() if innermost.fresh else {CONTINUATION}
            attributes |= {"quote"} if self.quotes > self.callouts else set()
            self.blocks.append(
                replace(
                    raw,
                    level=len(self.lists) - 1,
                    marker=innermost.marker,
                    list_key=innermost.key,
                    quoted=whole(part) if "quote" in attributes else raw.quoted,
                    attributes=frozenset(attributes),
                )
            )
            innermost.fresh = False

    def _add_quote(self, passage: Passage) -> None:
        callout = _CALLOUT.match(passage.text)
        if callout:
            self.callouts = self.quotes
            passage = passage.slice(callout.end(), len(passage.text))
        if self.callouts:
            self._add_paragraphs(passage)
            return
        for part in field_lines(passage):
            self.blocks.append(replace(self._raw(BlockKind.QUOTE, part), quoted=whole(part)))

    def _add_paragraphs(self, passage: Passage) -> None:
        self.blocks += [
            replace(raw, place=self.footnote) for raw in self.paragraphs.blocks(passage)
        ]


def _comments(source: str, start: int, end: int) -> list[Comment]:
    return [
        Comment(match.start(), match.end(), match[1])
        for match in _COMMENT.finditer(source, start, end)
    ]


def _cell_segments(content: str, start: int) -> Iterator[tuple[int, int]]:
    """The segments of a cell's content: each `|` in it stands as `\\|` in the source."""
    yield 0, start
    for escapes, match in enumerate(re.finditer(r"\|", content), start=1):
        yield match.start(), start + match.start() + escapes
