"""The last step of every reader of a text format: raw blocks and comments become a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from peerlint.document import BlockKind, Document, line_starts
from peerlint.formats.outline import RawBlock, outline
from peerlint.formats.passage import Passage, Span
from peerlint.formats.suppressions import Comment, resolve


class Lines:
    """The lines of a source text by number (from 0), without their line ends."""

    def __init__(self, source: str) -> None:
        """Find the lines of `source`."""
        self.source = source
        self.starts = line_starts(source)

    def __len__(self) -> int:
        return len(self.starts)

    def start(self, line: int) -> int:
        """The offset of a line's first character; the source's end for lines after the last."""
        return self.starts[line] if line < len(self.starts) else len(self.source)

    def end(self, line: int) -> int:
        """The offset after a line's last character, its line end left out."""
        end = self.start(line + 1)
        if end == len(self.source) and not self.source.endswith(("\n", "\r")):
            return end
        if line + 1 >= len(self.starts):
            return end
        return end - (2 if self.source[max(end - 2, 0) : end] == "\r\n" else 1)

    def text(self, line: int) -> str:
        """A line's text."""
        return self.source[self.start(line) : self.end(line)]

    def number(self, place: int) -> int:
        """The number of the line that holds the character at `place`, counted from 1."""
        return bisect_right(self.starts, place)


def from_passage(kind: BlockKind, passage: Passage, lines: Lines) -> RawBlock:
    """A raw block of that kind with the passage's text, which is not empty."""
    return RawBlock(
        kind,
        passage.text,
        passage.pieces,
        line=lines.number(passage.pieces[0].source),
        quoted=passage.quoted,
        emphasis=passage.emphasis,
    )


def whole(passage: Passage) -> tuple[Span, ...]:
    """The one span that covers the passage."""
    return ((0, len(passage.text)),)


def assemble(
    path: str,
    name: str,
    lines: Lines,
    raw_blocks: Sequence[RawBlock],
    comments: Sequence[Comment] = (),
    properties: Mapping[str, str] | None = None,
) -> Document:
    """A document of the format `name` from what its reader found, all in source order."""
    blocks = outline(raw_blocks)
    suppressions, warnings = resolve(comments, blocks, lines.source, lines.starts)
    return Document(
        path=path,
        format=name,
        blocks=blocks,
        source=lines.source,
        lines=lines.starts,
        suppressions=suppressions,
        warnings=warnings,
        properties=dict(properties or {}),
    )
