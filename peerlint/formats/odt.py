"""Reader of OpenDocument texts: as a reader sees them with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.document import BlockKind, Document, whole_piece
from peerlint.errors import DocumentError
from peerlint.formats.docx.package import MAX_PART, MAX_TAGS, ZIP_ERRORS, open_zip, parse_xml
from peerlint.formats.headings import guess_headings
from peerlint.formats.outline import RawBlock, outline
from peerlint.formats.passage import Span, merged
from peerlint.values import dataclass

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

_SKIPPED = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "forms", "table-of-content-source"),
        *("sequence-decls", "variable-decls", "user-field-decls", "ruby-text", "title", "desc"),
        *("script", "shapes", "index-title-template", "note-citation", "meta"),
    }
)
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
_MOST_BLANKS = 200
_MOST_REPEATS = 200
_DEEPEST = 6


def read(path: str, data: bytes) -> Document:
    """The document in an .odt file; a block's line is its number, as in Word files.

    Raises DocumentError with one sentence when the file cannot be read.
    """
    try:
        archive = open_zip(data)
        content = _part(archive, "content.xml")
        styles = _part(archive, "styles.xml")
    except DocumentError as error:
        raise DocumentError(error.message.replace("Word file", "text file"), path=path) from error
    if content is None:
        raise DocumentError("is not a whole OpenDocument text: content.xml is missing", path=path)
    bold, titles, numbered = _looks([root for root in (content, styles) if root is not None])
    walker = _Walker(bold, titles, numbered)
    for body in content.iter("{*}body"):
        walker.walk(body)
    if styles is not None:
        for page in styles.iter("{*}master-page"):
            for kind in ("header", "footer"):
                for part in page.findall(f"{{*}}{kind}"):
                    walker.walk(part, kind)
    return Document(path=path, format="odt", blocks=outline(guess_headings(walker.blocks)))


def _part(archive: zipfile.ZipFile, name: str) -> _Element | None:
    if name not in archive.namelist():
        return None
    try:
        with archive.open(name) as stream:
            content = stream.read(MAX_PART + 1)
    except ZIP_ERRORS as error:
        raise DocumentError("the file is damaged; open it and save it again") from error
    if len(content) > MAX_PART or content.count(b"<") > MAX_TAGS:
        raise DocumentError("the text of the file is too large to be read safely; split it")
    return parse_xml(content, name).getroot()


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    """An attribute's value whatever its namespace, "" when there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _looks(roots: list[_Element]) -> tuple[set[str], set[str], set[str]]:
    """The names of bold and of title styles, and `style level` of numbered list levels."""
    bold: set[str] = set()
    titles = {"Title"}
    numbered: set[str] = set()
    for root in roots:
        for style in root.iter("{*}style"):
            name = _attribute(style, "name")
            if any(_attribute(p, "font-weight") == "bold" for p in style):
                bold.add(name)
            if _attribute(style, "parent-style-name") in titles:
                titles.add(name)
        for style in root.iter("{*}list-style"):
            for level in style:
                if _name(level) == "list-level-style-number":
                    numbered.add(f"{_attribute(style, 'name')} {_attribute(level, 'level')}")
    return bold, titles, numbered


@dataclass(slots=True)
class _Open:
    element: _Element
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    emphasis: list[Span] = field(default_factory=list)

    def add(self, text: str, bold: bool) -> None:
        if bold and text:
            self.emphasis.append((self.length, self.length + len(text)))
        self.chunks.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _List:
    style: str
    numbered: bool
    key: int
    count: int = 0
    fresh: bool = False  # an item has begun and no paragraph of it was read


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    span: int = 1


class _Walker:
    """Collects raw blocks; notes and text boxes come after the paragraph they stand in."""

    def __init__(self, bold: set[str], titles: set[str], numbered: set[str]) -> None:
        self.blocks: list[RawBlock] = []
        self._bold, self._titles, self._numbered = bold, titles, numbered
        self._open: list[_Open] = []
        self._waiting: list[RawBlock] = []
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._places: list[str] = []
        self._counts: dict[str, int] = {}

    def walk(self, top: _Element, place: str = "") -> None:
        """Read everything below `top`; `place` names text outside the body."""
        self._places = [place] if place else []
        self._visit(top)

    def _visit(self, element: _Element) -> None:
        # libxml2 refuses more than 256 levels, so recursion is safe here.
        for child in element:
            name = _name(child)
            handler: Callable[[_Element], None] | None = getattr(
                self, f"_on_{name.replace('-', '_')}", None
            )
            if not name or name in _SKIPPED:
                pass
            elif handler is not None:
                handler(child)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], child)
            else:
                self._add(child.text, child)
                self._visit(child)
            if child.tail and self._open:
                self._add(child.tail, element)

    def _add(self, text: str | None, element: _Element) -> None:
        if not self._open or not text:
            return
        shown = text if text in ("\t", "\n") else _collapsed(text.replace("\xad", ""))
        opened = self._open[-1]
        if shown.startswith(" ") and (not opened.chunks or opened.chunks[-1].endswith(" ")):
            shown = shown[1:]
        styles = {_attribute(opened.element, "style-name"), _attribute(element, "style-name")}
        opened.add(shown, bool(styles & self._bold))

    def _on_s(self, element: _Element) -> None:
        count = _attribute(element, "c")
        if self._open:
            blanks = min(int(count), _MOST_BLANKS) if count.isdigit() else 1
            self._open[-1].add(" " * blanks, bold=False)

    def _on_p(self, element: _Element) -> None:
        self._block(element, None)

    def _on_h(self, element: _Element) -> None:
        level = _attribute(element, "outline-level")
        self._block(element, min(int(level), _DEEPEST) if level.isdigit() else 1)

    def _block(self, element: _Element, level: int | None) -> None:
        self._open.append(_Open(element))
        self._add(element.text, element)
        self._visit(element)
        opened = self._open.pop()
        text = "".join(opened.chunks)
        start = len(text) - len(text.lstrip())
        if text.strip():
            self._keep(self._raw(opened, text.strip(), start, level))
        if not self._open:
            self.blocks += self._waiting
            self._waiting = []

    def _keep(self, raw: RawBlock) -> None:
        if self._open:
            self._waiting.append(raw)
        else:
            self.blocks.append(raw)

    def _raw(self, opened: _Open, text: str, start: int, level: int | None) -> RawBlock:
        table = self._tables[-1] if self._tables else None
        place = ", ".join(self._places)
        kind = BlockKind.TABLE_CELL if table else BlockKind.PARAGRAPH
        marker, depth = "", 0
        key: int | None = None
        attributes: frozenset[str] = frozenset()
        if level is not None:
            kind, depth = BlockKind.HEADING, max(level, 1)
        elif _attribute(opened.element, "style-name") in self._titles:
            kind = BlockKind.TITLE
        elif self._lists:
            kind, depth = BlockKind.LIST_ITEM, len(self._lists) - 1
            marker, key = self._marker(), self._lists[-1].key
            if not marker:
                marker, attributes = "•", frozenset({"continuation"})
        spans = ((max(a - start, 0), min(b - start, len(text))) for a, b in opened.emphasis)
        return RawBlock(
            kind=kind,
            text=text,
            pieces=whole_piece(text, 0),
            level=depth,
            marker=marker,
            list_key=key,
            table=table.number if table else 0,
            row=table.row if table else 0,
            column=table.column if table else 0,
            column_span=table.span if table else 1,
            emphasis=merged(span for span in spans if span[0] < span[1]),
            place=place,
            attributes=attributes,
        )

    def _marker(self) -> str:
        """The label of the item that begins, "" for a further paragraph of it."""
        current = self._lists[-1]
        if not current.fresh:
            return ""
        current.fresh = False
        return f"{current.count}." if current.numbered else "•"

    def _on_list(self, element: _Element) -> None:
        style = _attribute(element, "style-name")
        if not style and self._lists:
            style = self._lists[-1].style
        numbered = f"{style} {len(self._lists) + 1}" in self._numbered
        self._counts["list"] = self._counts.get("list", 0) + 1
        self._lists.append(_List(style, numbered, self._counts["list"]))
        self._visit(element)
        self._lists.pop()

    def _on_list_item(self, element: _Element) -> None:
        if self._lists:
            self._lists[-1].count += 1
            self._lists[-1].fresh = True
        self._visit(element)

    def _on_table(self, element: _Element) -> None:
        self._counts["table"] = self._counts.get("table", 0) + 1
        self._tables.append(_Table(self._counts["table"]))
        lists, self._lists = self._lists, []
        self._visit(element)
        self._lists = lists
        self._tables.pop()

    def _on_table_row(self, element: _Element) -> None:
        if self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
            self._tables[-1].span = 1
        self._visit(element)

    def _on_table_cell(self, element: _Element) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        span, repeated = (
            _attribute(element, "number-columns-spanned"),
            _attribute(element, "number-columns-repeated"),
        )
        table.column += 1
        table.span = min(int(span), _MOST_REPEATS) if span.isdigit() else 1
        self._visit(element)
        table.column += min(int(repeated), _MOST_REPEATS) - 1 if repeated.isdigit() else 0

    def _on_covered_table_cell(self, element: _Element) -> None:
        self._on_table_cell(element)

    def _on_note(self, element: _Element) -> None:
        kind = "endnote" if _attribute(element, "note-class") == "endnote" else "footnote"
        self._elsewhere(element, kind)

    def _on_text_box(self, element: _Element) -> None:
        self._elsewhere(element, "text box")

    def _elsewhere(self, element: _Element, kind: str) -> None:
        """Text with a place of its own, counted by kind."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        self._places.append(f"{kind} {self._counts[kind]}")
        state = self._lists, self._tables
        self._lists, self._tables = [], []
        self._visit(element)
        self._lists, self._tables = state
        self._places.pop()


def _collapsed(text: str) -> str:
    """White space as OpenDocument counts it: any run of it is one blank."""
    words = " ".join(text.split())
    if not words:
        return " "
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
