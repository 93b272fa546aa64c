"""Where a comment may stand.

Word and LibreOffice allow comments in the body only, outside text boxes and fields; a comment on
words elsewhere stands at what leads there: the note's mark, the drawing, the section's first words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.formats.docx.controls import control_flags
from peerlint.formats.docx.fields import field_mark_type
from peerlint.formats.docx.names import LOCAL
from peerlint.formats.docx.reading import Reading
from peerlint.formats.docx.story import Leaf, StoryParagraph
from peerlint.formats.docx.styles import child
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPEN = frozenset({"hyperlink", "smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A comment's range: from before `first` to after `last`; `direct`: on the words themselves."""

    first: _Element
    last: _Element
    direct: bool


def spot_for(reading: Reading, paragraph: StoryParagraph, start: int, end: int) -> Spot | None:
    """The place for a comment on a span; None when the body holds no paragraph at all."""
    if paragraph.story.kind == "body" and paragraph.box_anchor is None:
        found = _in_body(paragraph, start, end)
    else:
        found = _leading_there(paragraph)
    return found or first_words(reading, paragraph.story.section)


def first_words(reading: Reading, section: int = 1) -> Spot | None:
    """The first words of a section's body, else of the whole body, else its first paragraph."""
    body = [p for p in reading.paragraphs if p.story.kind == "body" and p.element is not None]
    own = [p for p in body if p.box_anchor is None]
    for paragraph in [p for p in own if p.section == section] + own:
        for leaf in paragraph.leaves:
            if leaf.run is not None and leaf.end > leaf.start:
                return Spot(*_around(leaf.run, leaf.run), direct=False)
    for paragraph in own:
        if paragraph.element is not None:
            return _empty_paragraph(paragraph.element)
    return None


def _empty_paragraph(paragraph: _Element) -> Spot:
    """A place in a paragraph without words: an empty run is put there to hold the comment."""
    from lxml import etree

    run = etree.SubElement(paragraph, paragraph.tag[:-1] + "r")
    return Spot(run, run, direct=False)


def _in_body(paragraph: StoryParagraph, start: int, end: int) -> Spot | None:
    if paragraph.element is None:
        return _at_form_field(paragraph)
    leaves = [leaf for leaf in paragraph.leaves_in(start, end) if leaf.end > leaf.start]
    if not leaves:
        leaves = [leaf for leaf in paragraph.leaves if leaf.end > leaf.start][:1]
    if not leaves:
        return None
    first, _ = _around(*_of_leaf(leaves[0]))
    _, last = _around(*_of_leaf(leaves[-1]))
    return Spot(first, last, direct=True)


def _of_leaf(leaf: Leaf) -> tuple[_Element, _Element]:
    """The leaf's run; for the result of a field the runs of its first and last mark."""
    element = leaf.run if leaf.run is not None else leaf.element
    if any(flag.startswith("field:") for flag in leaf.flags):
        return field_bounds(element) or (element, element)
    return element, element


def _leading_there(paragraph: StoryParagraph) -> Spot | None:
    if paragraph.story.kind == "body":
        anchor = paragraph.box_anchor
    else:
        anchor = paragraph.story.anchor
    if anchor is None or _paragraph_of(anchor) is None:
        return None
    return Spot(*_around(anchor, anchor), direct=False)


def _at_form_field(paragraph: StoryParagraph) -> Spot | None:
    anchor = paragraph.anchor
    if anchor is None:
        return None
    if _paragraph_of(anchor) is None:
        inner = next(anchor.iter("{*}p"), None)
        run = None if inner is None else next(inner.iter("{*}r"), None)
        if inner is None:
            return None
        return _empty_paragraph(inner) if run is None else Spot(*_around(run, run), direct=False)
    bounds = field_bounds(anchor) if LOCAL[anchor.tag] == "fldChar" else None
    return Spot(*_around(*(bounds or (anchor, anchor))), direct=False)


def _around(first: _Element, last: _Element) -> tuple[_Element, _Element]:
    return _climb(first), _climb(last)


def _climb(element: _Element) -> _Element:
    """The outermost element, up to the paragraph, that a comment mark may not stand in."""
    found = element
    for ancestor in element.iterancestors():
        name = LOCAL[ancestor.tag]
        if name == "p":
            break
        if name not in _OPEN or (name == "sdt" and control_flags(child(ancestor, "sdtPr"))):
            found = ancestor
    return found


def _paragraph_of(element: _Element) -> _Element | None:
    return next((found for found in element.iterancestors() if LOCAL[found.tag] == "p"), None)


def field_bounds(element: _Element) -> tuple[_Element, _Element] | None:
    """The first and last mark of the outermost field around an element, in its paragraph."""
    paragraph = _paragraph_of(element)
    if paragraph is None:
        return None
    begins: list[_Element] = []
    inside = False
    for found in paragraph.iter():
        if found is element:
            inside = bool(begins) or LOCAL[found.tag] == "fldChar"
        if LOCAL[found.tag] != "fldChar":
            continue
        kind = field_mark_type(found)
        if kind == "begin":
            begins.append(found)
        elif kind == "end" and begins:
            begin = begins.pop()
            if inside and not begins:
                return begin, found
    return None
