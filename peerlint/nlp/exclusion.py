"""What headings, columns, rows and lead-ins exclude."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from peerlint.document import Block
from peerlint.matching.phrases import TokenView, find_all, longest_at
from peerlint.nlp.layout import Layout
from peerlint.nlp.remembered import remembered
from peerlint.nlp.sentences import last_sentence
from peerlint.rulebook.endings import numbers_of

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook

_PAIR = 2  # columns that only stand side by side
_SHORT_ENTRY = 60  # characters of a heading that may be half of a pair
_LONGEST_LEAD = 300
_LONGEST_RUN_IN = 60
_COLUMN_WORDS = 6


class Exclusions:
    """Tells of each block of a document what excludes it."""

    def __init__(
        self,
        layout: Layout,
        book: RuleBook,
        view: Callable[[str], TokenView],
        is_for_peers: Callable[[Block], bool],
    ) -> None:
        self.layout, self.view, self.is_for_peers = layout, view, is_for_peers
        self.cues, self.cue_words = book.cues, book.cue_words
        self.excluding = frozenset(book.excluding)
        self.row_status = book.signals.get("row-status", {}).get("cell", ())
        self.rewritten_pair = book.signals.get("rewritten", {}).get("pair", ())
        self.rewritten = book.signals.get("rewritten", {}).get("column", ())
        self.excluded = remembered(self._excluded, 2048)
        self.is_rewritten_pair = remembered(self._is_rewritten_pair, 256)

    def of(self, block: Block) -> str:
        """The heading, column, row or lead-in that excludes the block, else ""."""
        return (
            next((text for text in self._above(block) if text and self.excluded(text)), "")
            or self._rewritten_column(block)
            or self._row_status(block)
            or self._rewritten_below(block)
        )

    def _above(self, block: Block) -> tuple[str, ...]:
        leads = (text for text in self.layout.lead_ins(block) if len(text) <= _LONGEST_LEAD)
        return (
            block.label,
            _run_in(block),
            *map(last_sentence, leads),
            block.row_heading,
            block.column_heading,
            *reversed(block.headings[-2 : -1 if self.layout.opens_anew(block) else None]),
        )

    def _excluded(self, text: str) -> bool:
        view = self.view(text[-300:])
        possible = sorted(self.excluding & numbers_of(view.words, self.cue_words))
        return any(find_all(self.cues[number].node, view) for number in possible)

    def _rewritten_column(self, block: Block) -> str:
        """The heading of a column whose right neighbour rewrites it (*Then | Now*), else ""."""
        columns = self.layout.columns(block)
        if not block.table or len(columns) < 2 or self._rewrites(columns.get(block.column, "")):
            return ""
        following = columns.get(block.column + 1, "")
        rewritten = self._rewrites(following) or self.is_rewritten_pair(
            f"{block.column_heading} {following}"
        )
        return f"{block.column_heading} | {following}" if rewritten else ""

    def _rewritten_below(self, block: Block) -> str:
        """The label or heading of a sample that the next one rewrites (*Before:* …, *After:* …), else ""."""
        for first in (block.label, *block.headings[-1:]):
            following = self.layout.next_frames.get(first, "") if first else ""
            if not following or max(len(first), len(following)) >= _SHORT_ENTRY:
                continue
            if self.is_rewritten_pair(f"{first} {following}"):
                return f"{first} | {following}"
        return ""

    def _is_rewritten_pair(self, texts: str) -> bool:
        pair = self.view(texts)
        return any(longest_at(node, pair, 0) is not None for node in self.rewritten_pair)

    def _row_status(self, block: Block) -> str:
        """A cell beside the row's first that takes the row out (*Deleted*, *Not a peer task*), else ""."""
        if block.column != 1:
            return ""
        if self.is_for_peers(block):
            return ""  # a *no* is other people's
        for text in (cell.text for cell in self.layout.row(block)):
            if any(longest_at(node, self.view(text), 0) for node in self.row_status):
                return text
        return self._sorted_out(block)

    def _sorted_out(self, block: Block) -> str:
        """The heading *Not ours* of a column that says, row by row, what of a task is excluded.

        Beside it stands a column of what is included: in a table of two, each cell speaks alone.
        """
        if len(self.layout.columns(block)) <= _PAIR:
            return ""
        for cell in self.layout.row(block):
            heading = cell.column_heading
            if (
                cell.column > 1
                and len(cell.text.split()) > 1
                and heading
                and self.excluded(heading)
            ):
                return heading
        return ""

    def _rewrites(self, heading: str) -> bool:
        view = self.view(heading)
        return len(view) <= _COLUMN_WORDS and any(
            longest_at(node, view, 0) for node in self.rewritten
        )


def _run_in(block: Block) -> str:
    """The bold first words that end like a heading (***What you won't do.** Chart notes.*), else ""."""
    for start, end in block.emphasis[:1]:
        words = block.text[:end].strip()
        if start == 0 and end < _LONGEST_RUN_IN and words.endswith("."):
            return words
    return ""
