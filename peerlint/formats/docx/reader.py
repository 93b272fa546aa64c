"""The reader of Word files: from bytes to a document."""

from __future__ import annotations

from peerlint.document import Block, BlockKind, Document, whole_piece
from peerlint.errors import DocumentError
from peerlint.formats.docx.comments import suppressions
from peerlint.formats.docx.looks import guess_more_headings
from peerlint.formats.docx.names import local_name
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.reading import Reading, read_stories
from peerlint.formats.docx.story import MARK, StoryParagraph
from peerlint.formats.headings import fits_heading, guess_headings
from peerlint.formats.outline import RawBlock, outline
from peerlint.formats.passage import Span, merged
from peerlint.values import replace

_PROPERTIES = ("title", "subject", "keywords", "category", "description")
_DEEPEST = 6


def read(path: str, data: bytes) -> Document:
    """The document in a Word file (.docx, .docm, .dotx, .dotm; transitional or Strict).

    A block's line is its number, counted from 1, and its column counts in its own text. Raises
    DocumentError with one sentence when the file cannot be read.
    """
    try:
        return _read(path, data)
    except DocumentError as error:
        raise DocumentError(error.message, path=path) from error


def _read(path: str, data: bytes) -> Document:
    reading = read_stories(Package(data))
    blocks = document_blocks(reading)
    silent, unclear = suppressions(reading, blocks)
    return Document(
        path=path,
        format="docx",
        blocks=blocks,
        suppressions=silent,
        warnings=(*reading.warnings, *unclear),
        properties=_properties(reading.package),
    )


def document_blocks(reading: Reading) -> tuple[Block, ...]:
    """The blocks of a reading, in the order of its paragraphs' indices."""
    paragraphs = reading.blocks
    seen = [_raw_block(paragraph) for paragraph in paragraphs]
    blocks = outline(guess_more_headings(guess_headings(seen), paragraphs))
    return tuple(
        _placed(block, paragraph, reading.has_pages)
        for block, paragraph in zip(blocks, paragraphs, strict=True)
    )


def _raw_block(paragraph: StoryParagraph) -> RawBlock:
    kind = _kind(paragraph)
    cell = paragraph.cell
    label = paragraph.label
    return RawBlock(
        kind=kind,
        text=paragraph.text,
        pieces=whole_piece(paragraph.text, 0),
        level=_level(kind, paragraph),
        marker=label.marker if label else paragraph.typed_marker,
        list_key=label.num_id if label and kind is BlockKind.LIST_ITEM else None,
        table=cell.table.key if cell else 0,
        row=cell.row if cell else 0,
        column=cell.column if cell else 0,
        column_span=cell.span if cell else 1,
        emphasis=_emphasis(paragraph),
        place=_place(paragraph),
        attributes=frozenset(_attributes(paragraph)),
    )


def _kind(paragraph: StoryParagraph) -> BlockKind:
    if paragraph.element is None:
        return BlockKind.CHOICE
    if paragraph.heading == 0:
        return BlockKind.TITLE
    if paragraph.heading is not None:
        return BlockKind.HEADING
    if paragraph.label is not None or paragraph.typed_marker:
        return BlockKind.LIST_ITEM
    if any("quote" in name for name in paragraph.style.names):
        return BlockKind.QUOTE
    return BlockKind.TABLE_CELL if paragraph.cell else BlockKind.PARAGRAPH


def _level(kind: BlockKind, paragraph: StoryParagraph) -> int:
    if kind is BlockKind.HEADING:
        return min(paragraph.heading or 1, _DEEPEST)
    return paragraph.label.level if paragraph.label and kind is BlockKind.LIST_ITEM else 0


def _emphasis(paragraph: StoryParagraph) -> tuple[Span, ...]:
    return merged(
        (leaf.start, leaf.end)
        for leaf in paragraph.leaves
        if leaf.format.bold and leaf.end > leaf.start
    )


def _attributes(paragraph: StoryParagraph) -> set[str]:
    """The block's attributes: where it stands and what is true of all its text."""
    found = {flag for flag in paragraph.flags if not flag.startswith("field:")}
    if "field:TOC" in paragraph.flags or any(n.startswith("toc ") for n in paragraph.style.names):
        found.add("toc")
    if "caption" in paragraph.style.names:
        found.add("caption")
    if paragraph.story.kind != "body":
        found.add(paragraph.story.kind)
    leaves = [leaf.flags for leaf in paragraph.leaves if leaf.kind != MARK]
    if leaves:
        found |= frozenset.intersection(*leaves) & {"hidden", "placeholder", "inserted"}
    return found


# Places


def _place(paragraph: StoryParagraph) -> str:
    """The location of text outside the body, "" in the body."""
    parts = [paragraph.story.name]
    if paragraph.box:
        parts.append(f"text box {paragraph.box}")
    if parts == [""]:
        return ""
    parts += _table_steps(paragraph)
    return ", ".join(part for part in parts if part)


def _table_steps(paragraph: StoryParagraph) -> list[str]:
    """`Table 2, row 3, column 1` and the nested tables within, outermost first."""
    steps: list[str] = []
    cell = paragraph.cell
    while cell is not None:
        name = "Table" if cell.table.parent is None else "nested table"
        steps.append(f"{name} {cell.table.number}, row {cell.row}, column {cell.column}")
        cell = cell.table.parent
    return ["; ".join(reversed(steps))] if steps else []


def _placed(block: Block, paragraph: StoryParagraph, has_pages: bool) -> Block:
    """The block with the location people count by, and the table number they see."""
    location = block.location
    if paragraph.cell is not None and not _place(paragraph):
        keyed = f"Table {block.table}, row {block.row}, column {block.column}"
        location = location.replace(keyed, _table_steps(paragraph)[0], 1)
    if block.kind is BlockKind.CHOICE:
        location = _choice_location(paragraph, location)
    if has_pages and paragraph.story.kind == "body":
        location = f"{location} (about page {paragraph.page + 1})"
    table = paragraph.cell.table.number if paragraph.cell else 0
    # In a form the first row holds a label and its answer, and the answer heads nothing.
    column_heading = block.column_heading if fits_heading(block.column_heading) else ""
    return replace(block, location=location, table=table, column_heading=column_heading)


def _choice_location(paragraph: StoryParagraph, location: str) -> str:
    what = "choice of" if paragraph.kind == "choice" else "help text of"
    around = location if paragraph.cell or _place(paragraph) else ""
    own = f"{what} '{paragraph.name}'"
    return f"{around}, {own}" if around else own


# Properties


def _properties(package: Package) -> dict[str, str]:
    """Title, subject and the like from the file's properties, where there are any."""
    for entry in package.targets("", "core-properties"):
        try:
            root = package.tree(entry).getroot()
        except DocumentError:
            return {}
        found = {local_name(child.tag).lstrip("?"): (child.text or "").strip() for child in root}
        return {name: found[name] for name in _PROPERTIES if found.get(name)}
    return {}
