"""What a document is, whom each of its blocks speaks about, and what its headings exclude.

Works on titles, headings, labels and lead-ins alone; nothing is parsed.
"""

from __future__ import annotations

from functools import lru_cache

from peerlint.document import Block, Document
from peerlint.matching.tokens import light_view
from peerlint.nlp.casting import cast_of
from peerlint.nlp.classes import words_of
from peerlint.nlp.described import Described, describe, titles_of
from peerlint.nlp.exclusion import Exclusions
from peerlint.nlp.framing import Frames
from peerlint.nlp.genre import type_of
from peerlint.nlp.layout import Layout
from peerlint.nlp.place import Place
from peerlint.nlp.remembered import remembered
from peerlint.nlp.roles import Roles, says
from peerlint.values import dataclass

_CAST_BLOCKS, _CAST_CHARS = 400, 600
_OPENING_CHARS = 200  # of a heading, in which it may call a field somebody's own words


@dataclass(frozen=True, slots=True)
class Understanding:
    """A document's type with confidence (0 to 1) and reasons, and the place of each block.

    `length`: characters of all blocks.
    """

    type: str
    confidence: float
    reasons: tuple[str, ...]
    peer_role: bool
    role: str
    places: tuple[Place, ...]
    length: int


def understand(document: Document, roles: Roles, document_type: str | None = None) -> Understanding:
    """Read a document's frame. `document_type` overrides what the text says."""
    titles = list(titles_of(document, roles))
    kind, confidence, reasons = type_of(document, titles, roles)
    if document_type:
        kind, confidence, reasons = document_type, 1.0, ("set by the configuration",)
    described = describe(document, titles, kind, roles)
    reader = _PlaceReader(document, described, roles)
    places = tuple(reader.place(block) for block in document.blocks)
    is_peers = described.role == "peer"
    length = sum(len(block.text) for block in document.blocks)
    return Understanding(kind, confidence, reasons, is_peers, described.role, places, length)


class _PlaceReader:
    """Works out the place of each block from what stands above and beside it."""

    def __init__(self, document: Document, described: Described, roles: Roles) -> None:
        self.described, self.roles = described, roles
        self.view = lru_cache(maxsize=2048)(light_view)
        told = [
            (block, self.view(block.text[:_CAST_CHARS])) for block in document.blocks[:_CAST_BLOCKS]
        ]
        self.cast = cast_of(told, self.view(described.title), roles)
        self.layout = Layout(document)
        self.frames = Frames(self.layout, described, roles, self.cast, self.view)
        self.exclusions = Exclusions(self.layout, roles.book, self.view, self.frames.is_for_peers)
        self.staff_words = words_of("STAFF_WORD", roles.classes)
        self.titles = remembered(self._titles_above, 64)
        self.is_own = remembered(self._is_own, 256)

    def place(self, block: Block) -> Place:
        """The place of one block."""
        above = (block.column_heading, block.row_heading, *reversed(block.headings))
        around = [text for text in (block.label, *self.layout.lead_ins(block), *above) if text]
        actor, cue = self.frames.actor(block)
        role, _ = self.frames.framed(block)
        return Place(
            peer_context=self._is_about_peers(block, around, actor),
            actor=actor,
            actor_cue=cue,
            prohibited=self.exclusions.of(block),
            own_words=self._own_words(around),
            role=role,
            titles=self.titles(block.headings),
            cast=self.cast,
        )

    def _own_words(self, around: list[str]) -> str:
        """The field or section for somebody's own words, if none for staff stands nearer."""
        for text in around:
            if self.is_own(text):
                return text
            if says(self.view(text[:_OPENING_CHARS]), self.roles.staff_fields):
                return ""
        return ""

    def _is_about_peers(self, block: Block, around: list[str], actor: str) -> bool:
        """Whether the block speaks of peer work; a section on another role in such a document does not."""
        if actor == "other" and any(
            self.frames.role(text) == "other" for text in block.headings[1:]
        ):
            return False
        return self.described.role == "peer" or any(
            self.frames.role(text) == "peer" for text in around
        )

    def _titles_above(self, headings: tuple[str, ...]) -> frozenset[str]:
        texts = (self.described.title, *headings)
        return frozenset(word for text in texts for word in self._title_words(text))

    def _title_words(self, text: str) -> frozenset[str]:
        """The words of a title; those for staff of any kind only where it speaks of peer workers."""
        view = self.view(text)
        return view.words if self.roles.says_peer(view) else view.words - self.staff_words

    def _is_own(self, text: str) -> bool:
        view = self.view(text[:_OPENING_CHARS])
        return says(view, self.roles.own_words)
