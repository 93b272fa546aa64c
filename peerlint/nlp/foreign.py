"""Sentences of a Doc that somebody else's pipeline parsed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peerlint.document import Block, BlockKind, Document, line_starts, whole_piece
from peerlint.nlp.quotes import quote_spans
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.understanding import Understanding


def document_of(doc: Any) -> Document:
    """The Doc's text as one paragraph."""
    text = doc.text
    block = Block(0, BlockKind.PARAGRAPH, text, whole_piece(text, 0), 1, location="text")
    return Document("<doc>", "text", (block,), text, line_starts(text))


def sentences_of(doc: Any, document: Document, frame: Understanding) -> Iterator[Sentence]:
    """Each of the Doc's sentences as a Doc of its own."""
    block = document.blocks[0]
    quotes = quote_spans(block.text)
    for span in doc.sents if doc.has_annotation("SENT_START") else [doc[:]]:
        start = span.start_char
        yield Sentence(
            block=block,
            start=start,
            doc=span.as_doc(),
            place=frame.places[0],
            type=frame.type,
            before=block.text[max(0, start - 500) : start],
            after=block.text[span.end_char : span.end_char + 80],
            quotes=quotes,
        )
