"""Sentences before they are parsed, and which of them are worth it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from peerlint.document import Block
from peerlint.matching.index import Candidates, PatternIndex
from peerlint.matching.tokens import light_view
from peerlint.nlp.sentences import sentence_spans
from peerlint.values import dataclass

if TYPE_CHECKING:
    from peerlint.learned.reader import Reader
    from peerlint.nlp.understanding import Understanding

Parse = Callable[[Iterable[str]], Iterable[Any]]
"""Gives one spaCy Doc for each text, in order."""
_T = TypeVar("_T")
_AT_ONCE = 128  # sentences that the second reader is given at a time


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence that may hold a finding, with its words in lower case, before it is parsed.

    `run`: the number of its run among those that are examined together.
    """

    run: int
    block: Block
    start: int
    end: int
    words: tuple[str, ...]
    candidates: Candidates


def pieces_of(blocks: Iterable[Block], index: PatternIndex, run: int = 0) -> Iterator[Piece]:
    """The sentences of a run's blocks, in order."""
    for block in blocks:
        for start, end in sentence_spans(block.text):
            view = light_view(block.text[start:end])
            yield Piece(run, block, start, end, view.lower, index.candidates(tuple(view.text)))


def worth_parsing(
    pieces: Iterable[Piece], frames: Sequence[Understanding], reader: Reader | None
) -> Iterator[Piece]:
    """Those that some pattern or the second reader may have something to say of; a frame for each run."""
    for some in together(pieces):
        unasked = [piece for piece in some if not piece.candidates]
        may_be_read = iter(_may_be_read(unasked, frames, reader))
        yield from (piece for piece in some if piece.candidates or next(may_be_read))


def _may_be_read(
    pieces: Sequence[Piece], frames: Sequence[Understanding], reader: Reader | None
) -> Sequence[bool]:
    """Of which the second reader may have something to say."""
    if reader is None:
        return [False] * len(pieces)
    from peerlint.learned.glance import Glimpse
    from peerlint.nlp.sentence import is_question

    return reader.may_hold(
        [
            Glimpse(
                piece.words,
                piece.block,
                frames[piece.run].places[piece.block.index],
                frames[piece.run].type,
                is_question(piece.block.text[piece.start : piece.end]),
                piece.candidates.in_another_order,
            )
            for piece in pieces
        ]
    )


def together(every: Iterable[_T]) -> Iterator[list[_T]]:
    """Some at a time, in order."""
    waiting = iter(every)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
