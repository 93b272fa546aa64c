"""Reader of HTML: the standard library's parser, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from html import unescape
from html.parser import HTMLParser

from peerlint.document import BlockKind, Document
from peerlint.formats.assembly import Lines, assemble, from_passage, whole
from peerlint.formats.fields import field_lines
from peerlint.formats.headings import guess_headings
from peerlint.formats.numbering import number_text
from peerlint.formats.outline import CONTINUATION, RawBlock
from peerlint.formats.passage import Passage, PassageBuilder
from peerlint.formats.suppressions import Comment
from peerlint.formats.typed import TypedParagraphs
from peerlint.values import dataclass, replace

_SKIPPED = frozenset(
    {"script", "style", "head", "template", "noscript", "nav", "svg", "math", "iframe", "object"}
    | {"canvas", "audio", "video", "pre", "textarea"}
)
_MASKED = frozenset({"code", "kbd", "samp", "var", "tt", "del", "s", "strike"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr"}
    | {"html", "legend", "main", "menu", "optgroup", "option", "p", "search", "section", "select"}
    | {"summary"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# White space that does not show as it is written: all but one blank within a text.
_BLANKS = re.compile(r"\A[ \t\n\f\r]+|[ \t\n\f\r]{2,}|[\t\n\f\r]")
_COMMENT_END = re.compile(r"--!?\s*>")
_MOST_COLUMNS = 1000
_LABEL_WORDS = 6


def read(path: str, source: str) -> Document:
    """The document that `source`, decoded HTML, holds; broken markup is read as far as it goes."""
    lines = Lines(source)
    reader = HtmlReader(lines, 0, len(source))
    reader.read()
    title = " ".join(reader.title.split())
    properties = {"title": title} if title else {}
    return assemble(path, "html", lines, guess_headings(reader.blocks), reader.comments, properties)


@dataclass(slots=True)
class _List:
    key: tuple[str, int]
    ordered: bool
    style: str = "1"
    count: int = 0
    marker: str = ""
    fresh: bool = False


@dataclass(slots=True)
class _Table:
    number: int
    outer_lists: list[_List]
    row: int = 0
    column: int = 0
    span: int = 1
    header: bool = False
    taken: dict[int, int] = field(default_factory=dict)  # column: further rows it is taken

    def next_row(self) -> None:
        self.row += 1
        self.column, self.span = 0, 1
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        self._free = dict(self.taken)

    _free: dict[int, int] = field(default_factory=dict)

    def next_cell(self, columns: int, rows: int) -> None:
        self.row = max(self.row, 1)
        self.column += self.span
        while self.column in self._free:
            self.column += 1
        self.span = columns
        if rows > 1:
            for column in range(self.column, min(self.column + columns, _MOST_COLUMNS)):
                self.taken[column] = rows


class HtmlReader(HTMLParser):
    """Reads one stretch of a source: a whole HTML document, or a block of HTML in Markdown.

    `blocks`, `comments` and `title` hold what was found; `tables` and `lists` count on from the
    numbers given.
    """

    def __init__(
        self, lines: Lines, start: int, end: int, *, tables: int = 0, lists: int = 0
    ) -> None:
        """Get ready to read `lines.source` from `start` to `end`."""
        super().__init__(convert_charrefs=False)
        self.blocks: list[RawBlock] = []
        self.comments: list[Comment] = []
        self.title = ""
        self.tables = tables
        self.lists = lists
        self._lines = lines
        self._source = lines.source
        self._text = lines.source[start:end]
        self._line_starts = [start]
        self._line_starts += (start + match.end() for match in re.finditer("\n", self._text))
        self._builder = PassageBuilder(self._source)
        self._open_lists: list[_List] = []
        self._open_tables: list[_Table] = []
        self._skipping: list[str] = []
        self._masking = 0
        self._quotes = 0
        self._heading = 0
        self._block = ""
        self._paragraphs = TypedParagraphs(lines)

    def read(self) -> None:
        """Read it all."""
        self.feed(_finishable(self._text))
        self.close()
        self._flush()

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        if self._skipping and not self._leaves_head(tag):
            self._nest(tag)
            return
        if tag == "title":
            self._skipping.append(tag)
        elif tag in _SKIPPED:
            self._flush()
            self._skipping.append(tag)
        else:
            self._start(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag closed in itself; HTML minds the slash only for tags without content."""
        if tag not in _SKIPPED and tag not in _MASKED and tag != "title":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take an end tag; one that closes nothing is passed over."""
        if self._skipping:
            if tag in self._skipping:
                del self._skipping[len(self._skipping) - 1 - self._skipping[::-1].index(tag) :]
            return
        self._end(tag)

    def handle_data(self, data: str) -> None:
        """Take text as it stands in the source."""
        if self._skipping:
            if self._skipping[-1] == "title":
                self.title += data
            return
        start = self._place()
        if self._masking:
            self._builder.mask(start, start + len(data))
            return
        at = 0
        for blank in _BLANKS.finditer(data):
            self._builder.verbatim(start + at, start + blank.start())
            self._blank(start + blank.start(), start + blank.end())
            at = blank.end()
        self._builder.verbatim(start + at, start + len(data))

    def handle_entityref(self, name: str) -> None:
        """Take a named character."""
        self._character(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Take a numbered character."""
        self._character(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        """Keep a comment: it may ask for silence."""
        start = self._place()
        closing = self._source.find(">", start + len(data))
        end = len(self._source) if closing < 0 else closing + 1
        self.comments.append(Comment(start, end, data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over `<![…` sections, of which the library knows only some."""
        line, offset = self.lineno, self.offset
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            self.lineno, self.offset = line, offset  # the failed attempt moved them
            return self.parse_bogus_comment(i)

    # Text

    def _place(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _blank(self, start: int, end: int) -> None:
        if not self._builder.last or self._builder.last.isspace():
            return
        if "\n" in self._source[start:end] or "\r" in self._source[start:end]:
            self._builder.line_break(" ", start, end)
        else:
            self._builder.standing_for(" ", start, end)

    def _character(self, written: str) -> None:
        start = self._place()
        end = start + len(written)
        if self._source.startswith(";", end):
            written, end = f"{written};", end + 1
        if self._skipping:
            if self._skipping[-1] == "title":
                self.title += unescape(written)
        elif self._masking:
            self._builder.mask(start, end)
        else:
            self._builder.standing_for(unescape(written), start, end)

    # Tags

    def _leaves_head(self, tag: str) -> bool:
        if self._skipping == ["head"] and (tag in _BLOCKS or tag in _HEADINGS):
            self._skipping.clear()
            return True
        return False

    def _nest(self, tag: str) -> None:
        if tag in self._skipping or tag == "title":
            self._skipping.append(tag)

    def _start(self, tag: str, attributes: dict[str, str | None]) -> None:
        starter: Callable[[dict[str, str | None]], None] | None
        starter = getattr(self, f"_start_{tag}", None)
        if tag in _HEADINGS:
            self._flush()
            self._heading = _HEADINGS[tag]
        elif tag in _BLOCKS:
            self._flush()
            self._block = tag
        elif tag in _MASKED:
            self._masking += 1
        elif tag in ("b", "strong"):
            self._builder.open("emphasis")
        elif tag == "q":
            self._builder.open("quoted")
        elif starter is not None:
            starter(attributes)

    def _end(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._flush()
            self._heading = 0
        elif tag in _BLOCKS:
            self._flush()
            self._block = ""
        elif tag in _MASKED:
            self._masking = max(self._masking - 1, 0)
        elif tag in ("b", "strong"):
            self._builder.close("emphasis")
        elif tag == "q":
            self._builder.close("quoted")
        elif tag in ("ul", "ol"):
            self._end_list()
        elif tag == "blockquote":
            self._flush()
            self._quotes = max(self._quotes - 1, 0)
        elif tag in ("li", "td", "th", "tr"):
            self._flush()
        elif tag == "table":
            self._end_table()

    def _start_br(self, attributes: dict[str, str | None]) -> None:
        start = self._place()
        end = start + len(self.get_starttag_text() or "<br>")
        self._builder.line_break("\n", start, end)

    def _start_blockquote(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        self._quotes += 1

    def _start_ul(self, attributes: dict[str, str | None]) -> None:
        self._start_list(attributes, ordered=False)

    def _start_ol(self, attributes: dict[str, str | None]) -> None:
        self._start_list(attributes, ordered=True)

    def _start_list(self, attributes: dict[str, str | None], *, ordered: bool) -> None:
        self._flush()
        self.lists += 1
        first = _number(attributes.get("start"), 1, 1_000_000)
        style = attributes.get("type") or "1"
        self._open_lists.append(_List(("html", self.lists), ordered, style, first - 1))

    def _end_list(self) -> None:
        self._flush()
        if self._open_lists:
            self._open_lists.pop()

    def _start_li(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        if not self._open_lists:
            self._start_list({}, ordered=False)
        innermost = self._open_lists[-1]
        innermost.count = _number(attributes.get("value"), innermost.count + 1, 1_000_000)
        number = number_text(innermost.count, innermost.style)
        innermost.marker = f"{number}." if innermost.ordered else "•"
        innermost.fresh = True

    def _start_table(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        self.tables += 1
        self._open_tables.append(_Table(self.tables, self._open_lists))
        self._open_lists = []

    def _end_table(self) -> None:
        self._flush()
        if self._open_tables:
            self._open_lists = self._open_tables.pop().outer_lists

    def _start_tr(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        self._table_here().next_row()

    def _start_td(self, attributes: dict[str, str | None], *, header: bool = False) -> None:
        self._flush()
        table = self._table_here()
        self._open_lists = []
        columns = _number(attributes.get("colspan"), 1, _MOST_COLUMNS)
        table.next_cell(columns, _number(attributes.get("rowspan"), 1, 65_534))
        table.header = header

    def _start_th(self, attributes: dict[str, str | None]) -> None:
        self._start_td(attributes, header=True)

    def _table_here(self) -> _Table:
        if not self._open_tables:
            self._start_table({})
        return self._open_tables[-1]

    # Blocks

    def _flush(self) -> None:
        """Make blocks of the text since the last block, as the open elements say."""
        passage = self._builder.build().without_addresses().strip()
        self._builder = PassageBuilder(self._source)
        if passage.text:
            self._add(passage)

    def _add(self, passage: Passage) -> None:
        table = self._open_tables[-1] if self._open_tables else None
        if self._open_lists:
            self._add_item(passage, table)
        elif table and table.column:
            self.blocks.append(self._in_cell(self._raw(BlockKind.TABLE_CELL, passage), table))
        elif self._heading:
            self.blocks.append(replace(self._raw(BlockKind.HEADING, passage), level=self._heading))
            self._heading = 0  # a heading that is never closed does not swallow the rest
        elif self._quotes:
            self.blocks += [
                replace(self._raw(BlockKind.QUOTE, part), quoted=whole(part))
                for part in field_lines(passage)
            ]
        elif self._block == "option":
            self.blocks.append(self._raw(BlockKind.CHOICE, passage))
        elif self._block == "dt" and len(passage.text.split()) <= _LABEL_WORDS:
            raw = self._raw(BlockKind.PARAGRAPH, passage)
            self.blocks.append(replace(raw, label=passage.text.rstrip(": ")))
        else:
            self.blocks += self._paragraphs.blocks(passage)

    def _raw(self, kind: BlockKind, passage: Passage) -> RawBlock:
        return from_passage(kind, passage, self._lines)

    def _in_cell(self, raw: RawBlock, table: _Table | None) -> RawBlock:
        if table is None or not table.column:
            return raw
        header = frozenset({"header"}) if table.header else frozenset()
        return replace(
            raw,
            table=table.number,
            row=table.row,
            column=table.column,
            column_span=table.span,
            attributes=raw.attributes | header,
        )

    def _add_item(self, passage: Passage, table: _Table | None) -> None:
        innermost = self._open_lists[-1]
        if innermost.fresh:
            innermost.marker, passage = self._paragraphs.item(passage, innermost.marker)
        for part in field_lines(passage):
            raw = replace(
                self._raw(BlockKind.LIST_ITEM, part),
                level=len(self._open_lists) - 1,
                marker=innermost.marker,
                list_key=innermost.key,
                quoted=whole(part) if self._quotes else part.quoted,
                attributes=frozenset() if innermost.fresh else frozenset({CONTINUATION}),
            )
            self.blocks.append(self._in_cell(raw, table))
            innermost.fresh = False


def _finishable(text: str) -> str:
    """The text with every `<` that no `>` follows made a letter, unfinished comments cut off.

    Only its marks are read from it, its characters from the source. The library would search for
    the missing end from each of them anew.
    """
    last = 0
    for last_end in _COMMENT_END.finditer(text):
        last = last_end.end()
    opening = text.find("<!--", last)
    if opening >= 0:
        text = text[:opening]
    closing = text.rfind(">") + 1
    return text[:closing] + text[closing:].replace("<", "x")


def _number(written: str | None, default: int, largest: int) -> int:
    """The number in an attribute, from 1 to `largest`; the default for none or nonsense."""
    if written is None or not re.fullmatch(r"\s*\d{1,9}\s*", written):
        return default
    return min(max(int(written), 1), largest)
