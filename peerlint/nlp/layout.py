"""Where the blocks of a document stand to one another: tables, lists, headings in a row."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from peerlint.document import GUESSED, Block, BlockKind, Document


class Layout:
    """The tables, lead-ins and following headings of a document."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.next_frames = dict(_following(document))
        """Each label and heading with the next one."""
        self._open_leads = dict(_open_leads(document.blocks))
        self._columns: dict[int, dict[int, str]] = {}
        self._rows: dict[tuple[int, int], list[Block]] = {}
        for block in document.blocks:
            if block.table:
                self._rows.setdefault((block.table, block.row), []).append(block)
            if block.table and block.column_heading:
                self._columns.setdefault(block.table, {})[block.column] = block.column_heading

    def columns(self, block: Block) -> Mapping[int, str]:
        """The headings of the columns of the block's table, by number."""
        return self._columns.get(block.table, {})

    def row(self, block: Block) -> Sequence[Block]:
        """The cells of the block's row, none outside a table."""
        return self._rows.get((block.table, block.row), ()) if block.table else ()

    def opens_anew(self, block: Block) -> bool:
        """Whether bold words open a paragraph after the list of a bold heading, and so rank with that.

        ***Don't*** - *give advice* - **On Fridays, coaches also** *sweep*.
        """
        if block.kind is not BlockKind.PARAGRAPH or not block.emphasis or block.emphasis[0][0]:
            return False
        before = self.blocks[block.index - 1] if block.index else block
        heading = before
        while heading.list_id and heading.index:
            heading = self.blocks[heading.index - 1]
        is_heading = heading is not before and heading.kind is BlockKind.HEADING
        return is_heading and GUESSED in heading.attributes

    def lead_ins(self, block: Block) -> list[str]:
        """The texts that introduce the block's list, and the lists around that, the nearest first."""
        return [
            lead.text
            for lead in self._leads(block)
            if not lead.label or lead.text.rstrip().endswith(":") or _is_label(lead)
        ]

    def lead_labels(self, block: Block) -> list[str]:
        """The labels of the blocks that introduce its list, the nearest first."""
        return [lead.label for lead in self._leads(block) if lead.label]

    def item_before(self, block: Block) -> Block | None:
        """The item of the same list that stands right before the block."""
        before = self.blocks[block.index - 1] if block.list_id and block.index else None
        return before if before is not None and before.list_id == block.list_id else None

    def _leads(self, block: Block) -> Iterator[Block]:
        seen = set()
        index = self._open_leads.get(block.list_id) if block.lead_in is None else block.lead_in
        while index is not None and index not in seen and 0 <= index < len(self.blocks):
            seen.add(index)
            lead = self.blocks[index]
            yield lead
            index = lead.lead_in


def _open_leads(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """(list, block) of lists after a paragraph that goes on (*The coach agrees to*, *will, as needed,*) or is
    nothing but a label (***4. Outside the scope.***)."""
    for before, block in itertools.pairwise(blocks):
        if (
            block.list_id
            and block.lead_in is None
            and before.kind is BlockKind.PARAGRAPH
            and (_goes_on(before.text) or _is_label(before))
        ):
            yield block.list_id, before.index


def _goes_on(text: str) -> bool:
    last = text.rstrip()[-1:]
    return last.isalpha() or last == ","


def _is_label(block: Block) -> bool:
    return bool(block.label) and block.text.strip() == f"{block.label}."


def _following(document: Document) -> Iterator[tuple[str, str]]:
    """Each label with the next label, each heading with the next heading."""
    labels = dict.fromkeys(block.label for block in document.blocks if block.label)
    headings = dict.fromkeys(
        block.text for block in document.blocks if block.kind is BlockKind.HEADING
    )
    yield from itertools.pairwise(labels)
    yield from itertools.pairwise(headings)
