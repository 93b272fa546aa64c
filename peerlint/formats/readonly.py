"""Formats that are read and never written: their documents keep no source text."""

from __future__ import annotations

import re
from collections.abc import Callable

from peerlint.document import Block, Document, whole_piece
from peerlint.values import replace

_SYMBOL_BULLET = re.compile("[\ue000-\uf8ff][ \t\xa0]+")


def without_source(
    document: Document,
    format: str,
    line: Callable[[int], int],
    location: Callable[[Block], str] | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """The document as one of `format`, its blocks standing for themselves.

    `line` gives a block's line number from that in the text the reader worked on, `location` its
    location for people.
    """
    blocks = tuple(
        replace(
            block,
            pieces=whole_piece(block.text, 0),
            line=line(block.line),
            location=location(block) if location else block.location,
        )
        for block in document.blocks
    )
    return replace(
        document,
        format=format,
        blocks=blocks,
        source="",
        lines=(),
        suppressions=(),
        warnings=(*document.warnings, *warnings),
    )


def with_plain_bullets(text: str) -> str:
    """The text with bullets of symbol fonts, which are private characters, as plain ones."""
    return _SYMBOL_BULLET.sub("• ", text)
