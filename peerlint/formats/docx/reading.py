"""The stories of a package in reading order: body, headers and footers, footnotes, endnotes."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.errors import DocumentError
from peerlint.formats.docx.names import XML_SPACE, local_name, word_namespace
from peerlint.formats.docx.numbering import Numbering
from peerlint.formats.docx.package import MAX_PARAGRAPHS, Package
from peerlint.formats.docx.state import Section, WalkState
from peerlint.formats.docx.story import CommentMark, Story, StoryParagraph
from peerlint.formats.docx.styles import StyleSheet
from peerlint.formats.docx.walker import StoryWalker
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_REFERENCE_KINDS = (("headerReference", "hdr", "header"), ("footerReference", "ftr", "footer"))
_PAGES = {"first": " (first page)", "even": " (even pages)", "default": ""}
_TYPED_BULLET = re.compile(
    r"\s*(?:[•·▪▫◦‣●○■□☐☑☒➢➤►✓✔\ufffc][ \t\xa0]*|[-–—*o§]\t[ \t]*|[-–—*] {1,8})(?=\S)"
)
_TYPED_NUMBER = re.compile(
    r"\s*(\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)][ \xa0]*\t|\(?\d{1,2}[.)][ \xa0]|\(?[a-z]\)[ \xa0])"
    r"\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Reading:
    """All paragraphs of a package, with and without text, in reading order.

    Every walk over the same bytes gives the same list, so a block's index finds its paragraph
    again when the file is patched.
    """

    package: Package
    paragraphs: list[StoryParagraph]
    comment_marks: list[CommentMark]
    warnings: list[str] = field(default_factory=list)
    has_pages: bool = False

    @property
    def blocks(self) -> list[StoryParagraph]:
        """The paragraphs that become blocks; their `index` is that of the block."""
        return [paragraph for paragraph in self.paragraphs if paragraph.index >= 0]


def read_stories(package: Package) -> Reading:
    """The paragraphs of a package, trimmed and numbered as blocks.

    Raises DocumentError when the body cannot be read, or has too many paragraphs.
    """
    reading = walk_stories(package)
    trim_and_number(reading.paragraphs)
    return reading


def walk_stories(package: Package) -> Reading:
    """Every paragraph of every story with its whole text, blanks and typed bullets included."""
    warnings = list(package.warnings)
    root = package.root(package.main, "document")
    if root is None:
        raise DocumentError(
            "this is not a Word document: the part that should hold its text is of another kind"
        )
    styles = StyleSheet(_optional_root(package, "styles", "styles", warnings))
    numbering = Numbering(_optional_root(package, "numbering", "numbering", warnings), styles)
    state = WalkState(styles, numbering)
    StoryWalker(Story("body", package.main), state, _preserves(root)).walk(root)
    _read_headers(package, state, warnings)
    for kind in ("footnote", "endnote"):
        _read_notes(package, kind, state, warnings)
    if state.other_files:
        warnings.append("this file includes another file that was not read")
    return Reading(package, state.paragraphs, state.comment_marks, warnings, state.page_breaks > 0)


def _preserves(root: _Element) -> bool:
    return root.get(XML_SPACE) == "preserve"


def _optional_root(
    package: Package, kind: str, expected: str, warnings: list[str]
) -> _Element | None:
    for target in package.targets(package.main, kind):
        root = _root_or_warning(package, target, expected, warnings)
        if root is not None:
            return root
    return None


def _root_or_warning(
    package: Package, entry: str, expected: str, warnings: list[str]
) -> _Element | None:
    try:
        root = package.root(entry, expected)
    except DocumentError as error:
        warnings.append(f"a part of the file was not read: {error.message}")
        return None
    return root


# Headers and footers


def _read_headers(package: Package, state: WalkState, warnings: list[str]) -> None:
    targets = {found.id: found.target for found in package.relationships(package.main)}
    seen: set[str] = set()
    for number, section in enumerate(tuple(state.sections), 1):
        for reference, expected, kind in _REFERENCE_KINDS:
            for pages, entry in _entries_of(section, reference, targets):
                if entry in seen:
                    continue
                seen.add(entry)
                name = f"{kind}{_PAGES.get(pages, '')}, section {number}"
                story = Story(kind, entry, name, number)
                _walk_part(package, story, expected, state, warnings)


def _entries_of(section: Section, reference: str, targets: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (pages, targets[link])
        for name, pages, link in section.references
        if name == reference and targets.get(link)
    ]


def _walk_part(
    package: Package, story: Story, expected: str, state: WalkState, warnings: list[str]
) -> None:
    root = _root_or_warning(package, story.entry, expected, warnings)
    if root is not None:
        StoryWalker(story, state, _preserves(root)).walk(root)


# Notes


def _read_notes(package: Package, kind: str, state: WalkState, warnings: list[str]) -> None:
    for entry in package.targets(package.main, f"{kind}s"):
        root = _root_or_warning(package, entry, f"{kind}s", warnings)
        if root is None:
            continue
        preserve = _preserves(root)
        for number, (note, anchor) in enumerate(_notes_in_order(root, kind, state), 1):
            story = Story(kind, entry, f"{kind} {number}", anchor=anchor)
            StoryWalker(story, state, preserve).walk(note)
        return


def _notes_in_order(
    root: _Element, kind: str, state: WalkState
) -> list[tuple[_Element, _Element | None]]:
    """The notes in the order of their references, then those nothing refers to."""
    notes: dict[str, _Element] = {}
    for element in root:
        if local_name(element.tag) != kind:
            continue
        prefix = word_namespace(element.tag)
        if element.get(f"{prefix}type") not in _SEPARATORS:
            notes.setdefault(element.get(f"{prefix}id") or "", element)
    ordered: list[tuple[_Element, _Element | None]] = []
    for (reference_kind, note_id), anchor in state.notes.items():
        if reference_kind == kind and note_id in notes:
            ordered.append((notes.pop(note_id), anchor))
    return ordered + [(note, None) for note in notes.values()]


# Texts


def trim_and_number(paragraphs: list[StoryParagraph]) -> None:
    """Leave blanks and typed bullets at the ends out of the texts and count the blocks."""
    count = 0
    for paragraph in paragraphs:
        _take_typed_marker(paragraph)
        blanks = len(paragraph.text) - len(paragraph.text.lstrip())
        if blanks:
            paragraph.cut_front(blanks)
        paragraph.cut_back()
        if paragraph.text:
            paragraph.index = count
            count += 1
    if count > MAX_PARAGRAPHS:
        raise DocumentError(
            f"the document has more than {MAX_PARAGRAPHS} paragraphs; split it into smaller files"
        )


def _take_typed_marker(paragraph: StoryParagraph) -> None:
    if paragraph.element is None or paragraph.heading is not None or paragraph.label is not None:
        return
    if match := _TYPED_BULLET.match(paragraph.text):
        paragraph.typed_marker = match[0].strip().replace("\ufffc", "•")
    elif match := _TYPED_NUMBER.match(paragraph.text):
        paragraph.typed_marker = match[1].strip()
    else:
        return
    paragraph.cut_front(match.end())
