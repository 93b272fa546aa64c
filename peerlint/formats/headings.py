"""Headings by their looks: a line of its own that is all bold or all capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.document import GUESSED, BlockKind
from peerlint.formats.outline import RawBlock
from peerlint.formats.passage import MASK, Passage, covers
from peerlint.values import replace

MAX_HEADING_WORDS = 12
MAX_HEADING_LENGTH = 90
_MOST_BOLD = 0.5  # a document that is mostly bold says nothing by it
_GOES_ON_OR_CLOSED = re.compile(r"[.!?;,](?:[\"'”’)]*)$")
# A part of a document, so never its title although it comes first.
_PART = re.compile(
    r"\b(?:duties|responsibilit|qualification|requirement|purpose|scope|summary|overview|policy$|"
    r"procedure|function|consistent|prohibited|permitted|not\b|goal|strength|background|about)",
    re.IGNORECASE,
)


def guess_headings(raw_blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks, with paragraphs that look like headings made so.

    A paragraph is a heading when it is short, all bold or all capitals, has no sentence's end,
    and other text follows. Its level is one below the last real heading; where a document has no
    real heading the first block, unless it names a part such as Duties, is at level 1 and the
    others below it.
    """
    bold_counts = _bold_stands_out(raw_blocks)
    body_level = 1 + _opens_with_title(raw_blocks, bold_counts)
    result: list[RawBlock] = []
    level = 0
    for index, raw in enumerate(raw_blocks):
        if raw.kind in (BlockKind.TITLE, BlockKind.HEADING) and not raw.place:
            level = max(raw.level, 0 if raw.kind is BlockKind.TITLE else 1)
            body_level = 1
        elif _is_guess(raw_blocks, index, bold_counts):
            guessed = max(level + 1, 1 if index == 0 else body_level)
            raw = as_heading(raw, min(guessed, 6))
        result.append(raw)
    return tuple(result)


def split_bold_opening(passage: Passage) -> tuple[Passage, ...]:
    """The passage, cut after a first line that is all bold and heads the rest."""
    if not passage.breaks:
        return (passage,)
    end = passage.breaks[0]
    opening = passage.slice(0, end).strip()
    apart = passage.text[end] == "\n" or opening.text.endswith(":")
    if apart and covers(opening.emphasis, opening.text) and fits_heading(opening.text):
        return opening, passage.slice(end + 1, len(passage.text)).strip()
    return (passage,)


def as_heading(raw: RawBlock, level: int) -> RawBlock:
    """The block as a guessed heading of that level."""
    return replace(
        raw,
        kind=BlockKind.HEADING,
        level=level,
        label="",
        attributes=raw.attributes | {GUESSED},
    )


def is_capitals(text: str) -> bool:
    """Whether a text has letters and all of them are capitals (a script without case has none)."""
    return text.isupper() and sum(char.isalpha() for char in text) > 2


def fits_heading(text: str) -> bool:
    """Whether a text is short enough for a heading and does not end as a sentence does."""
    return (
        0 < len(text) <= MAX_HEADING_LENGTH
        and len(text.split()) <= MAX_HEADING_WORDS
        and "\n" not in text
        and MASK not in text
        and "__" not in text  # a line to fill in
        and not _GOES_ON_OR_CLOSED.search(text)
        and any(char.isalpha() for char in text)
    )


def names_part(text: str) -> bool:
    """Whether a heading names a part of a document (Duties, Purpose), not the whole."""
    return text.rstrip().endswith(":") or _PART.search(text) is not None


def _is_guess(raw_blocks: Sequence[RawBlock], index: int, bold_counts: bool) -> bool:
    raw = raw_blocks[index]
    if raw.kind is not BlockKind.PARAGRAPH or raw.table or raw.place or not fits_heading(raw.text):
        return False
    if index + 1 == len(raw_blocks) or _is_real_heading(raw_blocks[index + 1]):
        return False
    bold = bold_counts and covers(raw.emphasis, raw.text)
    return bold or is_capitals(raw.text)


def _is_real_heading(raw: RawBlock) -> bool:
    return raw.kind in (BlockKind.TITLE, BlockKind.HEADING)


def _opens_with_title(raw_blocks: Sequence[RawBlock], bold_counts: bool) -> bool:
    return (
        bool(raw_blocks)
        and _is_guess(raw_blocks, 0, bold_counts)
        and not names_part(raw_blocks[0].text)
        and not any(_is_real_heading(raw) for raw in raw_blocks)
    )


def _bold_stands_out(raw_blocks: Sequence[RawBlock]) -> bool:
    """Whether bold stands out: less than half of the text is bold."""
    total = sum(len(raw.text) for raw in raw_blocks)
    bold = sum(end - start for raw in raw_blocks for start, end in raw.emphasis)
    return bold < _MOST_BOLD * total
