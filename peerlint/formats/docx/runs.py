"""Runs as the writers need them: where they may be changed, and cutting them at an offset."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from peerlint.formats.docx.names import LOCAL, XML_SPACE, word_namespace
from peerlint.formats.docx.story import MARK, TEXT, Leaf, StoryParagraph

if TYPE_CHECKING:
    from lxml.etree import _Element

BLANKS = " \t\r\n"
_READ_ONLY = {
    "placeholder": "the prompt of a form field",
    "bound": "a field filled from the document's properties",
    "locked": "a locked field",
    "choice": "a drop-down",
    "checkbox": "a check box",
    "toc": "a table of contents",
    "ruby": "text with a reading aid above it",
}
_CAN_BE_DELETED = frozenset(
    {"t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"}
)
_INSERTIONS = frozenset({"ins", "moveTo"})
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without characters that XML cannot carry."""
    return _ILLEGAL.sub("", text)


def obstacle(paragraph: StoryParagraph, start: int, end: int) -> str | None:
    """Why the text of a span cannot be replaced, as words for people; None when it can."""
    if paragraph.element is None:
        return "an entry of a form"
    leaves = paragraph.leaves_in(start, end)
    if not leaves or start >= end:
        return "no text of its own"
    for leaf in leaves:
        reason = _leaf_obstacle(leaf)
        if reason:
            return reason
    if any(_holds_more(run, group) for run, group in _by_run(leaves)):
        return "text around a mark"
    return None


def _leaf_obstacle(leaf: Leaf) -> str | None:
    for flag, reason in _READ_ONLY.items():
        if flag in leaf.flags:
            return reason
    for flag in sorted(leaf.flags):
        if flag.startswith("field:") and flag not in ("field:HYPERLINK", "field:"):
            return f"the result of a {flag.removeprefix('field:')} field"
    if leaf.kind == MARK:
        return "text around a picture, a note mark or a field"
    if leaf.run is None or LOCAL[leaf.element.tag] == "sym":
        return "text in a special run"
    if _nested_insertion(leaf.run):
        return "a link within somebody's insertion"
    return None


def _nested_insertion(run: _Element) -> bool:
    """Whether an insertion holds the run, but not as its own child."""
    above = run.getparent()
    ancestors = above.iterancestors() if above is not None else ()
    for ancestor in ancestors:
        name = LOCAL[ancestor.tag]
        if name in _INSERTIONS:
            return True
        if name == "p":
            return False
    return False


def _by_run(leaves: Sequence[Leaf]) -> list[tuple[_Element, list[Leaf]]]:
    groups: list[tuple[_Element, list[Leaf]]] = []
    for leaf in leaves:
        if leaf.run is None:
            continue
        if groups and groups[-1][0] is leaf.run:
            groups[-1][1].append(leaf)
        else:
            groups.append((leaf.run, [leaf]))
    return groups


def _holds_more(run: _Element, leaves: Sequence[Leaf]) -> bool:
    """Whether something that must stay stands between the leaves of a run."""
    first, last = run.index(leaves[0].element), run.index(leaves[-1].element)
    return any(LOCAL[run[at].tag] not in _CAN_BE_DELETED for at in range(first, last + 1))


def make_exact(leaf: Leaf) -> None:
    """Write into a `w:t` the text that is seen of it, so that blanks can be kept from now on."""
    element = leaf.element
    if LOCAL[element.tag] != "t" or keeps_blanks(element):
        return
    text = element.text or ""
    stripped = text.lstrip(BLANKS)
    leaf.skip -= len(text) - len(stripped)
    element.text = stripped.rstrip(BLANKS)
    element.set(XML_SPACE, "preserve")


def keeps_blanks(element: _Element) -> bool:
    """Whether blanks at the ends of a text element count."""
    root = element.getroottree().getroot()
    return element.get(XML_SPACE) == "preserve" or root.get(XML_SPACE) == "preserve"


def cut_at(paragraph: StoryParagraph, offset: int) -> None:
    """Cut the run at an offset, so that a run begins there; formatting is copied.

    Where the offset falls between runs, or in text that may not be patched, nothing changes.
    """
    at = next((at for at, leaf in _characters(paragraph) if leaf.end > offset), None)
    if at is None:
        return
    leaf = paragraph.leaves[at]
    if leaf.run is None:
        return
    if leaf.kind == TEXT:
        leaf = _cut_text(paragraph, at, offset)
    before = leaf.element.getprevious()
    if before is not None and LOCAL[before.tag] != "rPr" and leaf.run is not None:
        _cut_run(paragraph, leaf.run, leaf.element)


def cut_after(paragraph: StoryParagraph, offset: int) -> None:
    """Cut the run after the character that ends at `offset`, so that no more stands in it."""
    places = [at for at, leaf in _characters(paragraph) if leaf.start < offset]
    if not places:
        return
    leaf = paragraph.leaves[places[-1]]
    if leaf.run is None:
        return
    if leaf.end > offset:
        cut_at(paragraph, offset)
        return
    if leaf.kind == TEXT:
        make_exact(leaf)
        _split_element(leaf.element, leaf.skip + leaf.end - leaf.start)
    after = leaf.element.getnext()
    if after is not None:
        _cut_run(paragraph, leaf.run, after)


def _characters(paragraph: StoryParagraph) -> list[tuple[int, Leaf]]:
    return [(at, leaf) for at, leaf in enumerate(paragraph.leaves) if leaf.kind != MARK]


def _cut_text(paragraph: StoryParagraph, at: int, offset: int) -> Leaf:
    """Make two text elements of one, in the same run; gives the leaf that begins at `offset`."""
    leaf = paragraph.leaves[at]
    make_exact(leaf)
    right = _split_element(leaf.element, leaf.skip + offset - leaf.start)
    if right is None:
        return leaf
    if leaf.start == offset:
        leaf.element, leaf.skip = right, 0
        return leaf
    new = Leaf(right, offset, leaf.end, 0, TEXT, leaf.run, leaf.flags, leaf.format)
    leaf.end = offset
    paragraph.leaves.insert(at + 1, new)
    return new


def _split_element(element: _Element, place: int) -> _Element | None:
    """Move the text from `place` on to a new element after this one; None when there is none."""
    text = element.text or ""
    if not 0 < place < len(text):
        return None
    right = copy.copy(element)
    element.text, right.text = text[:place], text[place:]
    element.set(XML_SPACE, "preserve")
    right.set(XML_SPACE, "preserve")
    element.addnext(right)
    return right


def _cut_run(paragraph: StoryParagraph, run: _Element, first: _Element) -> None:
    """Move `first` and what follows it in its run to a new run with the same formatting."""
    from lxml import etree

    new = etree.Element(run.tag)
    for name, text in run.attrib.items():
        new.set(name, text)
    properties = run.find(f"{word_namespace(run.tag)}rPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
    moved = [first, *first.itersiblings()]
    new.extend(moved)
    run.addnext(new)
    gone = set(moved)
    for leaf in paragraph.leaves:
        if leaf.run is run and leaf.element in gone:
            leaf.run = new


def runs_of(paragraph: StoryParagraph, start: int, end: int) -> list[_Element]:
    """The runs with characters of a span, in order, each once."""
    return [run for run, _ in _by_run(paragraph.leaves_in(start, end))]
