"""Headings by their looks that only Word files have: section rows of a table, numbered bold lines.

The plain case, a bold line between paragraphs, is `peerlint.formats.headings`.
"""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.document import GUESSED, BlockKind
from peerlint.formats.docx.story import MARK, StoryParagraph
from peerlint.formats.headings import as_heading, fits_heading, is_capitals
from peerlint.formats.outline import RawBlock
from peerlint.formats.passage import covers

_MOST_BOLD = 0.5


def guess_more_headings(
    raw_blocks: Sequence[RawBlock], paragraphs: Sequence[StoryParagraph]
) -> tuple[RawBlock, ...]:
    """The blocks, with more of them made headings.

    A bold or capital line that fills a table row alone, a numbered line that is all bold, and an
    underlined line that is no link are headings where other text follows. They stand one level
    below the last real heading, beside other guesses.
    """
    bold_counts = _bold_stands_out(raw_blocks)
    result: list[RawBlock] = []
    level = 1
    real = 0
    for at, (raw, paragraph) in enumerate(zip(raw_blocks, paragraphs, strict=True)):
        if raw.kind in (BlockKind.TITLE, BlockKind.HEADING) and not raw.place:
            level = raw.level if GUESSED in raw.attributes else raw.level + 1
            real += GUESSED not in raw.attributes
        elif _looks_like_heading(raw, paragraph, bold_counts) and _text_follows(raw_blocks, at):
            if at == 0:
                raw = as_heading(raw, 1)
                level = 2
            else:
                raw = as_heading(raw, min(max(level, 1), 6))
        result.append(raw)
    return tuple(result)


def _text_follows(raw_blocks: Sequence[RawBlock], at: int) -> bool:
    if at + 1 >= len(raw_blocks):
        return False
    after = raw_blocks[at + 1]
    real = after.kind in (BlockKind.TITLE, BlockKind.HEADING) and GUESSED not in after.attributes
    return not real and after.place == raw_blocks[at].place


def _looks_like_heading(raw: RawBlock, paragraph: StoryParagraph, bold_counts: bool) -> bool:
    if raw.place or not fits_heading(raw.text) or raw.attributes & {"toc", "caption"}:
        return False
    bold = bold_counts and covers(raw.emphasis, raw.text)
    striking = bold or is_capitals(raw.text)
    if raw.kind is BlockKind.TABLE_CELL:
        return striking and paragraph.cell is not None and paragraph.cell.whole_row
    if raw.kind is BlockKind.LIST_ITEM:
        numbered = any(char.isalnum() for char in raw.marker)
        return striking and numbered and not raw.table
    return raw.kind is BlockKind.PARAGRAPH and _underlined(paragraph)


def _underlined(paragraph: StoryParagraph) -> bool:
    leaves = [leaf for leaf in paragraph.leaves if leaf.kind != MARK and leaf.end > leaf.start]
    return bool(leaves) and all(
        leaf.format.underline
        and "hyperlink" not in leaf.flags
        and not any(flag.startswith("field:") for flag in leaf.flags)
        for leaf in leaves
    )


def _bold_stands_out(raw_blocks: Sequence[RawBlock]) -> bool:
    total = sum(len(raw.text) for raw in raw_blocks)
    bold = sum(end - start for raw in raw_blocks for start, end in raw.emphasis)
    return bold < _MOST_BOLD * total
