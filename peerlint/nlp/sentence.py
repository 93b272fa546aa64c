"""One parsed sentence with everything later stages ask of it."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Any

from peerlint.document import Block
from peerlint.matching.phrases import TokenView, view_of
from peerlint.matching.tokens import light_view
from peerlint.nlp.place import Place
from peerlint.values import dataclass


def is_question(text: str) -> bool:
    """Whether a question mark ends the text, marks of emphasis and quotation aside."""
    return text.rstrip('*_ )”"').endswith("?")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block.

    `doc`: a spaCy Doc that holds this sentence alone. `start`: its offset in the block's text.
    `before`, `after`: the text of the block around the sentence, for pronouns and answers.
    `type`: the document's type.
    """

    block: Block
    start: int
    doc: Any
    place: Place
    type: str
    before: str = ""
    after: str = ""
    quotes: tuple[tuple[int, int], ...] = ()
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def view(self) -> TokenView:
        """The tokens as phrase matching sees them."""
        return view_of(self.doc)

    @cached_property
    def next(self) -> TokenView:
        """The words that follow in the block, without parts of speech."""
        return light_view(self.after)

    @cached_property
    def earlier(self) -> TokenView:
        """The words that stand before in the block, without parts of speech."""
        return light_view(self.before)

    @cached_property
    def is_bullet(self) -> bool:
        """Whether the sentence opens without a subject where a list or cell invites that."""
        return bool(self.block.marker) or self.block.kind.value in ("list-item", "table-cell")

    @cached_property
    def is_question(self) -> bool:
        """Whether a question mark ends the sentence, marks of emphasis and quotation aside."""
        return is_question(self.doc.text)

    def chars(self, first: int, end: int) -> tuple[int, int]:
        """Offsets in the sentence's text of tokens `first` to `end` (exclusive)."""
        last = self.doc[end - 1]
        return self.doc[first].idx, last.idx + len(last.text)
