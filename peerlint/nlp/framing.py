"""Who does what a block says nobody does: by labels, lead-ins, rows, columns, headings, the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from peerlint.document import Block, BlockKind
from peerlint.matching.phrases import TokenView
from peerlint.matching.tokens import light_view
from peerlint.nlp.described import (
    OPENING_BLOCKS,
    Described,
    given_to_peers,
    of_other,
    opening_part,
)
from peerlint.nlp.layout import Layout
from peerlint.nlp.noun_roles import first_role
from peerlint.nlp.remembered import remembered
from peerlint.nlp.roles import Cast, Roles, says
from peerlint.nlp.sentences import last_sentence

_SHORT_ENTRY = 60  # characters of an entry in a schedule that may end in who does it
_AFTER_COMMA = re.compile(r",\s*([^,;:()]{2,30}?)[.\s]*$")
_DASHED = re.compile(r"([A-Z][^–—:.]{1,40}(?:\.[^–—:.]{0,12})?) [–—-] ")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\W*$")
_MARKS = frozenset("x xx ✓ ✔ ☑ ● • yes y r a r/a a/r".split())
_FEW_COLUMNS = 2  # with fewer, a mark says that something is done, not by whom
_SHORT = 6  # words of a label or heading in which *peer* alone means the role
_CHECKLIST = 3  # words of what a checklist is of
_PLACE = 4  # words of a line that names a place
_TAKING_UP = frozenset({"They", "She", "He", "Each"})

Given = tuple[str, str]
"""A role and the text that gives it."""


class Frames:
    """Tells of each block of a document whose work it is."""

    def __init__(
        self,
        layout: Layout,
        described: Described,
        roles: Roles,
        cast: Cast,
        view: Callable[[str], TokenView],
    ) -> None:
        self.layout, self.described, self.roles, self.cast = layout, described, roles, cast
        self.view = view
        about_peers = described.role == "peer"
        self.own_title = described.title if described.below else ""
        self.letterhead = frozenset(_letterhead(layout.blocks, roles) if about_peers else ())
        self.role = remembered(self._role, 2048)

    def actor(self, block: Block) -> Given:
        """Who does what a sentence of the block without a subject says."""
        return self._named_beside(block) or self._led(block) or self.framed(block)

    def _led(self, block: Block) -> Given | None:
        """The role that the label or the lead-in of the block gives it to."""
        if block.label and (role := self.roles.label(self.view(block.label), self.cast)):
            return role, block.label
        opening = _DASHED.match(block.text)
        if opening and (role := self.roles.only(self.view(opening[1]), self.cast)):
            return role, opening[1]
        for lead in self.layout.lead_ins(block):
            said = last_sentence(lead.rstrip(" :"))[-200:]
            role = self.roles.leads(self.view(said), self.cast) or self._checklist(said)
            if role and not (role == "other" and self._is_place(said)):
                return role, lead
        for label in self.layout.lead_labels(block):
            if role := self.roles.label(self.view(label), self.cast):
                return role, label
        return self._goes_on(block)

    def _is_place(self, text: str) -> bool:
        """Whether this only says where the peer worker whom the document describes does what follows."""
        view = self.view(text)
        short = len(view) <= _PLACE and not text.rstrip().endswith(":")
        return short and self.described.role == "peer" and bool(self.roles.workplaces & view.words)

    def _goes_on(self, block: Block) -> Given | None:
        """The role that opens the item before, where a pronoun takes it up (*They also log calls*)."""
        before = self.layout.item_before(block)
        if before is None or block.text.partition(" ")[0] not in _TAKING_UP:
            return None
        role = first_role(self.view(before.text), self.roles.classes, self.cast)
        return (role, before.text) if role else None

    def _checklist(self, lead: str) -> str:
        """`peer` where what a list holds is theirs to do (*Peer support, check all that apply:*)."""
        name = self.view(opening_part(lead))
        told = opening_part(lead) != lead and len(name) <= _CHECKLIST and self.roles.says_peer(name)
        return "peer" if told and not self.roles.counts(name)[1] else ""

    def framed(self, block: Block) -> Given:
        """The role of the row, the column, the headings or the document."""
        for text in (block.column_heading, block.row_heading, *reversed(block.headings)):
            if text in self.letterhead or text == self.own_title:
                continue
            row = text == block.row_heading != ""
            role = self._row_role(text) if row else self.role(text) if text else ""
            if role:
                return role.replace("managed", "other"), text
        return self.described.actor, self.described.title

    def _row_role(self, text: str) -> str:
        view = self.view(text[:100])
        ending = _BRACKETED.search(text)
        inner = self.view(str(ending.group(1))) if ending else None
        return (
            self.roles.only(view, self.cast)
            or self.roles.label(view, self.cast)
            or (self.roles.only(inner, self.cast) if inner else "")
        )

    def _role(self, text: str) -> str:
        """`peer`, `other`, `managed` (who acts on peer workers) or "" for a heading."""
        view = self.view(text[:300])
        opening = self.view(opening_part(text))
        said = len(opening) <= _SHORT and self.roles.says_peer(opening)
        named = self.roles.names_peer(view) and not of_other(text, self.roles)
        if named or (said and not of_other(text, self.roles)) or given_to_peers(text, self.roles):
            return "managed" if self.roles.names_managed(view) else "peer"
        return self.roles.of(view, self.cast)

    def _named_beside(self, block: Block) -> Given | None:
        """The role that does the task: in a cell of the row set aside for it, or in brackets at the end."""
        if marked := self._marked(block):
            return marked
        for cell in self.layout.row(block):
            if cell is block or not cell.text:
                continue
            told = says(self.view(cell.column_heading), self.roles.who_column)
            if (told or not self.role(block.column_heading)) and len(cell.text) < 80:
                role = self._row_role(cell.text) if told else self._person_alone(cell.text)
                if role:
                    return role, cell.text
        ending = _BRACKETED.search(block.text)
        if ending and (role := self.roles.only(self.view(str(ending.group(1))), self.cast)):
            return role, ending.group(1)
        last = _AFTER_COMMA.search(block.text) if len(block.text) < _SHORT_ENTRY else None
        if last and (role := self.roles.only(self.view(str(last.group(1))), self.cast)):
            return role, last.group(1)
        return None

    def is_for_peers(self, block: Block) -> bool:
        """Whether the peers' column has a mark in the row of a task, whatever stands in others'."""
        marked = self._marked(block)
        return marked is not None and marked[0] == "peer"

    def _marked(self, block: Block) -> Given | None:
        """Whose column has a mark in the row of a task (*Room searches | | x |*)."""
        row = self.layout.row(block)
        if block.column != 1 or max(len(row), len(self.layout.columns(block))) <= _FEW_COLUMNS:
            return None
        roles = {
            self._row_role(cell.column_heading): cell.column_heading
            for cell in row
            if _is_mark(_answer(cell.text)) and cell.column_heading
        }
        if "peer" in roles:
            return "peer", roles["peer"]
        return ("other", roles["other"]) if set(roles) == {"other"} else None

    def _person_alone(self, text: str) -> str:
        """The role of a cell that names a worker and no place (*front desk*) or office (*court*)."""
        role = self.roles.only(self.view(_BRACKETED.sub("", text)), self.cast)
        return "" if role == "other" and self.roles.workplaces & self.view(text).words else role


def _answer(text: str) -> str:
    """The first word of a cell, if it says no more before a comma or bracket (*Yes, with co-signature*)."""
    return text.partition(",")[0].partition("(")[0].strip(" .").lower()


def _is_mark(answer: str) -> bool:
    """*x*, *yes*, *15*: it is done, so many times."""
    return answer in _MARKS or (answer.isdecimal() and int(answer) > 0)


def _letterhead(blocks: Sequence[Block], roles: Roles) -> Iterator[str]:
    """Opening lines that end in the name of a department (*Lasker County Human Resources*)."""
    for block in blocks[:OPENING_BLOCKS]:
        if block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
            return
        if roles.is_department(light_view(block.text)):
            yield block.text
