"""Replacing text in place, without tracking: what `check --fix` does to a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from peerlint.errors import UserError
from peerlint.formats.docx.fallbacks import copy_to_twins, twin_boxes
from peerlint.formats.docx.names import LOCAL, XML_SPACE, word_namespace
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.protection import protection_notices, refuse_signed
from peerlint.formats.docx.reading import Reading, read_stories
from peerlint.formats.docx.runs import keeps_blanks, legal, make_exact, obstacle
from peerlint.formats.docx.saving import save, serialise
from peerlint.formats.docx.story import TEXT, Leaf, StoryParagraph
from peerlint.formats.edit import Edit

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINES = re.compile(r"([\n\t])")


def apply_edits(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file with its text replaced in place; every part without an edit stays the same.

    New text takes the formatting of the first character it replaces. Edits of one block may not
    overlap. Edits where Word allows no change (`cannot_edit`) are left out. Raises UserError for a
    signed file and for edits that do not fit the file.
    """
    if not edits:
        return data
    package = Package(data)
    refuse_signed(package)
    reading = read_stories(package)
    by_block = _grouped(reading, edits)
    roots = _touched_roots(package, reading, by_block)
    twins = twin_boxes(roots.values())
    changed: set[str] = set()
    for paragraph, own in by_block:
        for edit in sorted(own, reverse=True):
            if obstacle(paragraph, edit.start, edit.end) is None:
                _replace(paragraph, edit)
                changed.add(paragraph.story.entry)
    copy_to_twins(twins)
    return save(package, {entry: serialise(package.tree(entry)) for entry in sorted(changed)}, {})


def cannot_edit(data: bytes, edits: Sequence[Edit]) -> tuple[tuple[Edit, str], ...]:
    """The edits that cannot be made, each with the reason in words ("a drop-down")."""
    reading = read_stories(Package(data))
    return tuple(
        (edit, reason)
        for paragraph, own in _grouped(reading, edits)
        for edit in sorted(own)
        if (reason := obstacle(paragraph, edit.start, edit.end)) is not None
    )


def notices(data: bytes) -> tuple[str, ...]:
    """What a user should know before a file is changed: protection, read-only, final."""
    return protection_notices(Package(data))


def _grouped(reading: Reading, edits: Iterable[Edit]) -> list[tuple[StoryParagraph, list[Edit]]]:
    blocks = reading.blocks
    grouped: dict[int, list[Edit]] = {}
    for edit in edits:
        if not 0 <= edit.block < len(blocks) or not (
            0 <= edit.start <= edit.end <= len(blocks[edit.block].text)
        ):
            raise UserError("has changed since it was checked; check it again")
        grouped.setdefault(edit.block, []).append(edit)
    for own in grouped.values():
        own.sort()
        if any(first.end > second.start for first, second in pairwise(own)):
            raise UserError("two changes overlap; apply one of them and check again")
    return [(blocks[block], own) for block, own in sorted(grouped.items())]


def _touched_roots(
    package: Package, reading: Reading, by_block: Sequence[tuple[StoryParagraph, list[Edit]]]
) -> dict[str, _Element]:
    entries = {paragraph.story.entry for paragraph, _ in by_block}
    return {entry: package.tree(entry).getroot() for entry in sorted(entries)}


def _replace(paragraph: StoryParagraph, edit: Edit) -> None:
    leaves = paragraph.leaves_in(edit.start, edit.end)
    for leaf in reversed(leaves[1:]):
        _take_out(leaf, edit)
    first = leaves[0]
    if first.kind != TEXT:
        first = _text_in_place_of(first)
    make_exact(first)
    text = first.element.text or ""
    start = first.skip + max(edit.start - first.start, 0)
    end = first.skip + min(edit.end, first.end) - first.start
    _set_text(first.element, text[:start], legal(edit.text), text[end:])


def _take_out(leaf: Leaf, edit: Edit) -> None:
    """Remove the characters of a leaf that an edit covers; empty elements go."""
    element, run = leaf.element, leaf.element.getparent()
    if leaf.kind == TEXT:
        make_exact(leaf)
        text = element.text or ""
        start = leaf.skip + max(edit.start - leaf.start, 0)
        element.text = text[:start] + text[leaf.skip + min(edit.end, leaf.end) - leaf.start :]
        if element.text:
            _keep_blanks(element)
            return
    if run is not None:
        run.remove(element)
        _drop_if_empty(run)


def _drop_if_empty(run: _Element) -> None:
    parent = run.getparent()
    if parent is not None and all(LOCAL[child.tag] == "rPr" for child in run):
        parent.remove(run)


def _text_in_place_of(leaf: Leaf) -> Leaf:
    from lxml import etree

    element = etree.Element(f"{word_namespace(leaf.element.tag)}t")
    element.set(XML_SPACE, "preserve")
    element.text = " " * (leaf.end - leaf.start)  # of the same length, to be replaced
    parent = leaf.element.getparent()
    if parent is not None:
        parent.replace(leaf.element, element)
    return Leaf(element, leaf.start, leaf.end, 0, TEXT, leaf.run, leaf.flags, leaf.format)


def _set_text(element: _Element, before: str, new: str, after: str) -> None:
    """Write the text; line breaks and tabs of the new part become elements of their own."""
    parts = _LINES.split(new)
    if len(parts) == 1:
        element.text = before + new + after
        _keep_blanks(element)
        return
    parts[0], parts[-1] = before + parts[0], parts[-1] + after
    place = element
    element.text = parts[0]
    _keep_blanks(element)
    for part in parts[1:]:
        fresh = text_element(element, part)
        if fresh is not None:
            place.addnext(fresh)
            place = fresh


def text_element(like: _Element, part: str, name: str = "t") -> _Element | None:
    """An element for a piece of new text: a break, a tab or a text; None for nothing."""
    from lxml import etree

    prefix = word_namespace(like.tag)
    if not part:
        return None
    if part == "\n":
        return etree.Element(f"{prefix}br")
    if part == "\t":
        return etree.Element(f"{prefix}tab")
    element = etree.Element(f"{prefix}{name}")
    element.text = part
    element.set(XML_SPACE, "preserve")
    return element


def text_elements(like: _Element, text: str) -> list[_Element]:
    """New text as elements of a run."""
    made = (text_element(like, part) for part in _LINES.split(legal(text)))
    return [element for element in made if element is not None]


def _keep_blanks(element: _Element) -> None:
    text = element.text or ""
    if text != text.strip() and not keeps_blanks(element):
        element.set(XML_SPACE, "preserve")
