"""Proof after writing: rejecting gives the original, accepting gives the proposal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from peerlint.errors import UserError
from peerlint.formats.docx.names import LOCAL, word_namespace
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.reading import Reading, walk_stories
from peerlint.formats.docx.story import MARK, StoryParagraph
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

Look = tuple[tuple[bytes, int], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A paragraph's whole text, and how long each kind of run formatting lasts in it."""

    text: str
    look: Look


def snapshots(reading: Reading) -> list[Snapshot]:
    """One for each paragraph, in order; take them before texts are trimmed."""
    cache: dict[_Element, bytes] = {}
    return [Snapshot(p.text, _look(p, cache)) for p in reading.paragraphs]


def _look(paragraph: StoryParagraph, cache: dict[_Element, bytes]) -> Look:
    spans: list[tuple[bytes, int]] = []
    for leaf in paragraph.leaves:
        if leaf.kind == MARK:
            continue
        key = _formatting(leaf.element, cache)
        if spans and spans[-1][0] == key:
            spans[-1] = (key, spans[-1][1] + leaf.end - leaf.start)
        else:
            spans.append((key, leaf.end - leaf.start))
    return tuple(spans)


def _formatting(element: _Element, cache: dict[_Element, bytes]) -> bytes:
    from lxml import etree

    for run in element.iterancestors():
        if LOCAL[run.tag] != "r":
            continue
        if run not in cache:
            properties = run.find(f"{word_namespace(run.tag)}rPr")
            cache[run] = b"" if properties is None else etree.tostring(properties, with_tail=False)
        return cache[run]
    return b""


def check_copy(
    copy: bytes,
    original: Sequence[Snapshot],
    proposed: Sequence[str],
    ours: Collection[int],
    package: Package,
) -> None:
    """Raise UserError unless the copy says what it should.

    - Rejecting the changes with the ids `ours` gives the original texts and run formatting.
    - Accepting them gives the `proposed` texts.
    - Every entry of the package is still there, in its place.
    """
    accepted = Package(copy)
    if accepted.entries[: len(package.entries)] != package.entries:
        raise _failed("its parts are not in their places")
    texts = [paragraph.text for paragraph in walk_stories(accepted).paragraphs]
    if texts != list(proposed):
        raise _failed("accepting the changes would not give the proposed text")
    rejected = Package(copy)
    for entry in _stories(rejected, walk_stories(rejected)):
        _reject(rejected.tree(entry).getroot(), ours)
    if snapshots(walk_stories(rejected)) != list(original):
        raise _failed("rejecting the changes would not give the original text")


def _stories(package: Package, reading: Reading) -> set[str]:
    return {package.main, *(paragraph.story.entry for paragraph in reading.paragraphs)}


def _reject(root: _Element, ours: Collection[int]) -> None:
    """Undo our changes as a word processor would."""
    marks = [e for e in root.iter("{*}ins", "{*}del") if _is_ours(e, ours)]
    for mark in marks:
        parent = mark.getparent()
        if parent is None:
            continue
        if LOCAL[mark.tag] == "del":
            for text in mark.iter("{*}delText"):
                text.tag = f"{word_namespace(text.tag)}t"
            for child in mark:
                mark.addprevious(child)
        parent.remove(mark)


def _is_ours(mark: _Element, ours: Collection[int]) -> bool:
    number = mark.get(f"{word_namespace(mark.tag)}id") or ""
    return number.isdigit() and int(number) in ours


def _failed(reason: str) -> UserError:
    return UserError(
        f"no review copy was kept, because {reason}; please report this, with the document if "
        "it may be shared"
    )
