"""What the walker finds: stories, their paragraphs and the place of every character."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.formats.docx.styles import PLAIN, ParagraphStyle, RunFormat
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

    from peerlint.formats.docx.numbering import Label

TEXT = "text"  # a `w:t`; its characters can be replaced one by one
CHARACTER = "character"  # an element that stands for one character, such as `w:tab`
MARK = "mark"  # no width: a picture, a note reference, the edge of a field


@dataclass(slots=True)
class Leaf:
    """An element that holds characters `start` to `end` of a paragraph's text.

    `skip`: characters of the element's own text that come before `start` (trimmed blanks, a typed
    bullet). `run`: the plain run the element is a child of; None when it may not be patched.
    """

    element: _Element
    start: int
    end: int
    skip: int
    kind: str
    run: _Element | None
    flags: frozenset[str]
    format: RunFormat = PLAIN


@dataclass(slots=True)
class Story:
    """A text of its own: the body, one header, one footnote.

    `name` is for people ("header, section 1"), "" for the body. `anchor` is the reference mark of
    a note in the body, where a comment on it can stand.
    """

    kind: str
    entry: str
    name: str = ""
    section: int = 1
    anchor: _Element | None = None


@dataclass(slots=True)
class Cell:
    """A table cell. `number` counts the tables of the body, or of one cell for nested ones."""

    table: Table
    row: int
    column: int
    span: int = 1
    whole_row: bool = False  # the only cell of its row
    nested: int = 0  # tables in it so far


@dataclass(slots=True)
class Table:
    """A table; `key` is unique in the document, `number` is what people count."""

    key: int
    number: int
    parent: Cell | None
    rows: int = 0


@dataclass(slots=True)
class StoryParagraph:
    """A paragraph (or an entry of a form that is no paragraph) with the map of its characters."""

    story: Story
    element: _Element | None
    style: ParagraphStyle
    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    kind: str = "paragraph"  # or "choice", "help"
    name: str = ""  # of the form field an entry belongs to
    label: Label | None = None
    typed_marker: str = ""  # a bullet or number typed as text, no longer part of `text`
    heading: int | None = None
    centred: bool = False
    cell: Cell | None = None
    box: int = 0
    box_anchor: _Element | None = None
    anchor: _Element | None = None  # the run or control a comment on a virtual entry can stand at
    flags: frozenset[str] = frozenset()
    page: int = 0
    section: int = 1
    cut: int = 0  # characters left out at the front of the text
    key: str = ""  # w14:paraId
    index: int = -1  # of its block; -1 when it holds nothing to read

    def leaves_in(self, start: int, end: int) -> list[Leaf]:
        """The leaves with characters in `start` to `end`, and the marks between them."""
        first = bisect_left(self.leaves, start + 1, key=lambda leaf: leaf.end)
        found: list[Leaf] = []
        for at in range(first, len(self.leaves)):
            leaf = self.leaves[at]
            if leaf.start >= end:
                break
            found.append(leaf)
        while found and found[0].kind == MARK:
            del found[0]
        return found

    def cut_front(self, count: int) -> None:
        """Leave the first `count` characters out of the text."""
        self.text = self.text[count:]
        self.cut += count
        kept: list[Leaf] = []
        for leaf in self.leaves:
            if leaf.kind != MARK and leaf.end <= count:
                continue
            if leaf.start < count:
                leaf.skip += count - leaf.start
            leaf.start, leaf.end = max(leaf.start - count, 0), max(leaf.end - count, 0)
            kept.append(leaf)
        self.leaves = kept

    def cut_back(self) -> None:
        """Leave white space at the end out of the text."""
        end = len(self.text.rstrip())
        if end == len(self.text):
            return
        self.text = self.text[:end]
        kept: list[Leaf] = []
        for leaf in self.leaves:
            if leaf.kind != MARK and leaf.start >= end:
                continue
            leaf.start, leaf.end = min(leaf.start, end), min(leaf.end, end)
            kept.append(leaf)
        self.leaves = kept


@dataclass(slots=True)
class CommentMark:
    """Where another's comment starts or ends: in `paragraph` (its place in the list), at `offset`.

    `offset` counts in the untrimmed text; `cut` of the paragraph is taken off later.
    """

    id: str
    role: str  # "start", "end", "reference"
    paragraph: int
    offset: int
