"""Reader of reStructuredText: a light one, for prose.

Sections, lists, fields, definitions, quotations, notes and tables are read; literal blocks,
comments and all other directives are not prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from peerlint.document import BlockKind, Document
from peerlint.formats.assembly import Lines, assemble, from_passage, whole
from peerlint.formats.fields import field_lines
from peerlint.formats.headings import guess_headings, split_bold_opening
from peerlint.formats.outline import CONTINUATION, RawBlock
from peerlint.formats.passage import Passage, Span
from peerlint.formats.rst_inline import inline_passage
from peerlint.formats.rst_tables import GRID_BORDER, SIMPLE_BORDER, grid_cells, simple_cells
from peerlint.formats.suppressions import Comment
from peerlint.values import dataclass, replace

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_BULLET = re.compile(r"(?P<marker>[*+•‣⁃-])[ \t]+(?=\S)")
_ENUMERATOR = re.compile(
    r"(?P<marker>\((?:\d{1,4}|[A-Za-z]|[ivxIVX]{1,6}|\#)\)"
    r"|(?:\d{1,4}|[A-Za-z]|[ivxIVX]{1,6}|\#)[.)])[ \t]+(?=\S)"
)
_FIELD = re.compile(r":(?P<name>[^:\n`]{1,80}):(?:[ \t]+|$)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
_DIRECTIVE = re.compile(
    r"(?:\|[^|\n]{1,100}\|[ \t]+)?(?P<name>[A-Za-z][\w:.+-]{0,60})::(?:[ \t]+|$)"
)
_FOOTNOTE = re.compile(r"\[(?P<name>[^\]\n]{1,60})\][ \t]+")
_TARGET = re.compile(r"_(?:`[^`\n]+`|[^:\n]+):|__")
_PROSE_DIRECTIVES = frozenset(
    {"admonition", "attention", "caution", "container", "danger", "epigraph", "error", "glossary"}
    | {"highlights", "hint", "important", "note", "pull-quote", "rubric", "sidebar", "tip", "topic"}
    | {"warning", "seealso"}
)
_QUOTE_DIRECTIVES = frozenset({"epigraph", "pull-quote", "highlights"})
_MOST_MARKERS_A_LINE = 20


def read(path: str, source: str) -> Document:
    """The document that `source`, decoded reStructuredText, holds."""
    lines = Lines(source)
    reader = _Reader(lines)
    reader.read()
    blocks = guess_headings(reader.blocks)
    return assemble(path, "rst", lines, blocks, reader.comments, reader.properties)


@dataclass(slots=True)
class _Context:
    """What text from a column on belongs to: `item`, `quote`, `body` or `footnote`."""

    column: int
    kind: str
    place: str = ""
    fresh: bool = True


@dataclass(slots=True)
class _List:
    column: int
    style: str
    key: int
    marker: str


@dataclass(slots=True)
class _Reader:
    lines: Lines
    blocks: list[RawBlock] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    contexts: list[_Context] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    list_count: int = 0
    table_count: int = 0
    adornments: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    table_ends: list[int] = field(default_factory=list)

    def read(self) -> None:
        for number in range(len(self.lines)):
            text = self.lines.text(number)
            self.texts.append(text.rstrip())
            self.columns.append(len(text) - len(text.lstrip()))
        self.table_ends = [
            number
            for number, text in enumerate(self.texts)
            if SIMPLE_BORDER.fullmatch(text.strip()) and not self._line(number + 1)
        ]
        at = 0
        while at < len(self.texts):
            at = self._step(at) if self.texts[at] else at + 1

    # One construct at a time; each step returns the index of the line after it.

    def _step(self, at: int) -> int:
        column = self.columns[at]
        heading = self._section(at)
        if heading is not None:
            return heading
        self._enter(column)
        text = self.texts[at][column:]
        if _EXPLICIT.match(text):
            return self._explicit(at, column)
        if GRID_BORDER.fullmatch(text) or SIMPLE_BORDER.fullmatch(text):
            return self._table(at, column)
        if _ADORNMENT.fullmatch(text):
            return at + 1
        if text.startswith(">>>"):
            return self._paragraph_end(at)
        column = self._markers(at, column)
        return self._text(at, column)

    def _section(self, at: int) -> int | None:
        """A section's title with its underline, maybe overline; None when there is none here."""
        text = self.texts[at]
        over = bool(_ADORNMENT.fullmatch(text)) and self._line(at + 2) == text
        title_at = at + 1 if over else at
        under = self._line(title_at + 1)
        title = self._line(title_at)
        if not title or not _ADORNMENT.fullmatch(under) or _ADORNMENT.fullmatch(title):
            return None
        if not over and (self.columns[at] or len(under) < min(len(title), 4)):
            return None
        style = under[0] * (1 + over)
        if style not in self.adornments:
            self.adornments.append(style)
        self.contexts.clear()
        self.lists.clear()
        passage = self._passage([self._span(title_at, self.columns[title_at])])
        if passage.text:
            level = min(self.adornments.index(style) + 1, 6)
            raw = from_passage(BlockKind.HEADING, passage, self.lines)
            self.blocks.append(replace(raw, level=level))
        return title_at + 2

    def _line(self, at: int) -> str:
        return self.texts[at] if at < len(self.texts) else ""

    def _enter(self, column: int) -> None:
        """Leave what text at this column no longer belongs to; deeper text is a quotation."""
        while self.contexts and column < self.contexts[-1].column:
            self.contexts.pop()
        inner = self.contexts[-1].column if self.contexts else 0
        if column > inner:
            self.contexts.append(_Context(column, "quote"))

    def _explicit(self, at: int, column: int) -> int:
        after = self.texts[at][column + 2 :]
        body = after.lstrip()
        body_at = column + 2 + len(after) - len(body)
        directive = _DIRECTIVE.match(body)
        footnote = _FOOTNOTE.match(body)
        if directive:
            return self._directive(at, column, directive["name"], body_at + directive.end())
        if footnote:
            place = f"footnote {footnote['name'].lstrip('#')}".strip()
            return self._body(at, column, body_at + footnote.end(), _Context(0, "footnote", place))
        end = self._block_end(at, column)
        if not _TARGET.match(body):
            start = self.lines.start(at) + column
            stop = self.lines.start(end - 1) + len(self.texts[end - 1])
            written = self.lines.source[self.lines.start(at) + body_at : stop]
            self.comments.append(Comment(start, max(stop, start), written))
        return end

    def _directive(self, at: int, column: int, name: str, text_at: int) -> int:
        if name.lower() not in _PROSE_DIRECTIVES:
            return self._block_end(at, column)
        kind = "quote" if name.lower() in _QUOTE_DIRECTIVES else "body"
        return self._body(at, column, text_at, _Context(0, kind))

    def _body(self, at: int, column: int, text_at: int, context: _Context) -> int:
        """The text of a directive or footnote: from `text_at` on, and what is indented below."""
        following = at + 1
        while _FIELD.match(self._line(following).strip()) and context.kind != "footnote":
            following += 1
        inner = next((line for line in range(following, len(self.texts)) if self.texts[line]), None)
        indented = inner is not None and self.columns[inner] > column
        context.column = self.columns[inner] if indented and inner is not None else column + 1
        self.contexts.append(context)
        if text_at >= len(self.texts[at]):
            return following
        if following > at + 1:
            self._add(self._passage([self._span(at, text_at)]))
            return following
        return self._text(at, text_at)

    def _block_end(self, at: int, column: int) -> int:
        """The line after the construct at `at` and all that is indented under it."""
        end = at + 1
        last = end
        while end < len(self.texts) and (not self.texts[end] or self.columns[end] > column):
            end += 1
            if self.texts[end - 1]:
                last = end
        return last

    def _paragraph_end(self, at: int) -> int:
        while at < len(self.texts) and self.texts[at]:
            at += 1
        return at

    def _table(self, at: int, column: int) -> int:
        end = self._table_end(at)
        rows = [(self.lines.start(n) + column, self.texts[n][column:]) for n in range(at, end)]
        grid = self.texts[at][column] == "+"
        self.table_count += 1
        for cell in grid_cells(rows) if grid else simple_cells(rows):
            passage = self._passage(cell.lines)
            if passage.text:
                raw = from_passage(BlockKind.TABLE_CELL, passage, self.lines)
                place = (self.table_count, cell.row, cell.column)
                self.blocks.append(replace(raw, table=place[0], row=place[1], column=place[2]))
        return end

    def _table_end(self, at: int) -> int:
        border = self.texts[at].strip()
        if border.startswith("+"):
            end = at + 1
            while end < len(self.texts) and self.texts[end].lstrip().startswith(("|", "+")):
                end += 1
            return end
        later = bisect_right(self.table_ends, at)
        if later == len(self.table_ends):
            return self._paragraph_end(at)
        return self.table_ends[later] + 1

    # Lists and paragraphs

    def _markers(self, at: int, column: int) -> int:
        """Open the list items that start in this line; returns the column of their text."""
        for _ in range(_MOST_MARKERS_A_LINE):
            text = self.texts[at][column:]
            match = _BULLET.match(text) or _ENUMERATOR.match(text)
            if match is None or self._is_wrapped_enumerator(at, match):
                break
            self._open_item(column, match["marker"])
            column += match.end()
            self.contexts.append(_Context(column, "item"))
        else:
            return column
        if not self.contexts or self.contexts[-1].kind != "item":
            self.lists = [one for one in self.lists if one.column < column]
        return column

    def _is_wrapped_enumerator(self, at: int, match: re.Match[str]) -> bool:
        """Whether a letter that looks like a list's is a name's first (`J. Smith`)."""
        marker = match["marker"].strip("().")
        known = any(one.style == _style(match["marker"]) for one in self.lists)
        return marker.isalpha() and len(marker) == 1 and marker.lower() not in "ai" and not known

    def _open_item(self, column: int, marker: str) -> None:
        while self.lists and self.lists[-1].column > column:
            self.lists.pop()
        style = _style(marker)
        if self.lists and self.lists[-1].column == column:
            if self.lists[-1].style == style:
                self.lists[-1].marker = marker
                return
            self.lists.pop()
        self.list_count += 1
        self.lists.append(_List(column, style, self.list_count, marker))

    def _text(self, at: int, column: int) -> int:
        """A paragraph, field or definition whose text starts at a column of line `at`."""
        name = _FIELD.match(self.texts[at][column:])
        if name and (not self.contexts or self.contexts[-1].kind != "item"):
            return self._field(at, column, name)
        if self.texts[at].startswith("| ", column):
            return self._line_block(at, column)
        end = at + 1
        while self._goes_on(end, column):
            end += 1
        spans = [self._span(at, column)]
        spans += [self._span(line, self.columns[line]) for line in range(at + 1, end)]
        literal = self.lines.source.endswith("::", 0, spans[-1][1])
        if literal:
            spans[-1] = (spans[-1][0], spans[-1][1] - 1)
        passage = self._passage([span for span in spans if span[1] > span[0]])
        defines = self._defines(at, end, column) and not literal
        if passage.text and passage.text != ":":
            self._add(passage, term=defines)
        if literal:
            base = min(self.columns[at:end])
            return self._block_end(end - 1, base)
        if defines:
            self.contexts.append(_Context(self.columns[end], "body"))
        return end

    def _goes_on(self, at: int, column: int) -> bool:
        if at >= len(self.texts) or not self.texts[at]:
            return False
        text = self.texts[at][self.columns[at] :]
        if self.columns[at] < min(column, self._inner_column()):
            return False
        if self.columns[at] > column or _EXPLICIT.match(text):
            return False
        return not (_ADORNMENT.fullmatch(text) or _BULLET.match(text) or _FIELD.match(text))

    def _inner_column(self) -> int:
        return self.contexts[-1].column if self.contexts else 0

    def _defines(self, at: int, end: int, column: int) -> bool:
        return (
            end == at + 1
            and end < len(self.texts)
            and bool(self.texts[end])
            and self.columns[end] > column
        )

    def _field(self, at: int, column: int, name: re.Match[str]) -> int:
        """`:Position: Peer Specialist` reads as a line with a label."""
        end = at + 1
        while end < len(self.texts) and self.texts[end] and self.columns[end] > column:
            end += 1
        spans = [self._span(at, column + 1)]
        spans += [self._span(line, self.columns[line]) for line in range(at + 1, end)]
        passage = self._passage(spans)
        if passage.text and len(self.properties) == len(self.blocks):  # nothing but fields so far
            value = self.texts[at][column + name.end() :].strip()
            self.properties.setdefault(name["name"].strip(), value)
        if passage.text:
            raw = self._raw(BlockKind.PARAGRAPH, passage)
            label = name["name"].strip() if len(name["name"].split()) <= 6 else ""
            self.blocks.append(replace(raw, label=label))
        return end

    def _line_block(self, at: int, column: int) -> int:
        end = at
        spans: list[Span] = []
        while end < len(self.texts) and self.texts[end][column:].startswith("|"):
            text = self.texts[end][column + 1 :]
            indent = len(text) - len(text.lstrip())
            if text.strip():
                spans.append(self._span(end, column + 1 + indent))
            end += 1
        if spans:
            self._add(inline_passage(self.lines.source, spans, hard_breaks=True))
        return end

    def _span(self, at: int, column: int) -> Span:
        start = self.lines.start(at)
        return start + column, max(start + len(self.texts[at]), start + column)

    def _passage(self, spans: Sequence[Span]) -> Passage:
        return inline_passage(self.lines.source, spans)

    # Blocks

    def _add(self, passage: Passage, *, term: bool = False) -> None:
        if not passage.text:
            return
        context = self.contexts[-1] if self.contexts else None
        if context and context.kind == "item" and self.lists:
            self._add_item(passage, context)
        elif context and context.kind == "quote":
            self.blocks += [
                replace(self._raw(BlockKind.QUOTE, part), quoted=whole(part))
                for part in field_lines(passage)
            ]
        elif term:
            label = passage.text if len(passage.text.split()) <= 6 else ""
            raw = self._raw(BlockKind.PARAGRAPH, passage)
            self.blocks.append(replace(raw, label=label))
        else:
            for part in split_bold_opening(passage):
                self.blocks += [self._raw(BlockKind.PARAGRAPH, line) for line in field_lines(part)]

    def _add_item(self, passage: Passage, context: _Context) -> None:
        innermost = self.lists[-1]
        for part in field_lines(passage):
            attributes = frozenset[str]() if context.fresh else frozenset({CONTINUATION})
            self.blocks.append(
                replace(
                    self._raw(BlockKind.LIST_ITEM, part),
                    level=len(self.lists) - 1,
                    marker=innermost.marker,
                    list_key=innermost.key,
                    attributes=attributes,
                )
            )
            context.fresh = False

    def _raw(self, kind: BlockKind, passage: Passage) -> RawBlock:
        place = next((one.place for one in reversed(self.contexts) if one.place), "")
        return replace(from_passage(kind, passage, self.lines), place=place)


def _style(marker: str) -> str:
    """The same for the markers of one list."""
    number = marker.strip("().")
    if not number or not number.isalnum():
        return marker
    kind = "1" if number.isdigit() else "A" if number.isupper() else "a"
    return marker.replace(number, kind)
