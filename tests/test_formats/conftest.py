from __future__ import annotations

from collections.abc import Callable

import pytest

from peerlint.document import Block, Document, blocks_in_order
from peerlint.formats import read_text


def check_places(document: Document) -> None:
    """Every promise of `Block.pieces` and of the offsets that later stages rely on."""
    assert blocks_in_order(document.blocks)
    reached = 0
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        reached = max(reached, _check_pieces(document, block, reached))
        for start, end in (*block.quoted, *block.emphasis):
            assert 0 <= start < end <= len(block.text)
        assert block.lead_in is None or 0 <= block.lead_in < block.index
        assert document.position(block, 0).line == block.line
        assert document.position(block, len(block.text), end=True) >= document.position(block, 0)
    for one in document.suppressions:
        first, last = document.blocks[one.block_start], document.blocks[one.block_end]
        assert one.end is not None
        assert 0 <= one.start <= len(first.text)
        assert 0 <= one.end <= len(last.text)
        assert (one.block_start, one.start) <= (one.block_end, one.end)


def _check_pieces(document: Document, block: Block, reached: int) -> int:
    at = 0
    for piece in block.pieces:
        assert piece.start == at < piece.end
        at = piece.end
        assert reached <= piece.source <= piece.source_end <= len(document.source)
        if piece.verbatim:
            written = document.source[piece.source : piece.source_end]
            assert written == block.text[piece.start : piece.end]
        reached = piece.source_end
    assert at == len(block.text)
    return reached


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Reads a text and checks the place of every character before the test looks at it."""

    def read_checked(source: str, format: str = "markdown") -> Document:
        document = read_text(source, format=format)
        assert document.source == source
        check_places(document)
        return document

    return read_checked


@pytest.fixture(scope="session")
def texts(read: Callable[..., Document]) -> Callable[..., list[str]]:
    """The block texts of a source."""

    def block_texts(source: str, format: str = "markdown") -> list[str]:
        return [block.text for block in read(source, format).blocks]

    return block_texts
