"""What a walk remembers: open paragraphs, the flow of text they stand in, and what counts on."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.formats.docx.fields import Field
from peerlint.formats.docx.numbering import Numbering
from peerlint.formats.docx.story import Cell, CommentMark, StoryParagraph, Table
from peerlint.formats.docx.styles import RunFormat, StyleSheet
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph being read."""

    paragraph: StoryParagraph
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[_Element] = field(default_factory=list)
    formats: list[RunFormat] = field(default_factory=list)
    after: list[StoryParagraph] = field(default_factory=list)  # boxes and form entries in it
    marks: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """The state of one flow of text: the story itself or a text box in it."""

    flags: list[str] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    open: list[OpenParagraph] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)  # the next column of each open row
    table_count: int = 0
    box: int = 0
    box_anchor: _Element | None = None


@dataclass(slots=True)
class Section:
    """A section's references: (kind such as `headerReference`, type, relationship id)."""

    references: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class WalkState:
    """What counts on from story to story, and what the walk finds beside paragraphs."""

    styles: StyleSheet
    numbering: Numbering
    paragraphs: list[StoryParagraph] = field(default_factory=list)
    formats: dict[tuple[int, str | None, RunFormat], RunFormat] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    notes: dict[tuple[str, str], _Element] = field(default_factory=dict)
    comment_marks: list[CommentMark] = field(default_factory=list)
    choices: int = 0
    boxes: int = 0
    table_keys: int = 0
    body_tables: int = 0
    page_breaks: int = 0
    other_files: bool = False
