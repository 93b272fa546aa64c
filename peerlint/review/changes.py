"""Tracked changes: deleted runs kept in `w:del`, the new text after them in `w:ins`."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from peerlint.formats.docx.names import LOCAL, word_namespace
from peerlint.formats.docx.runs import cut_after, cut_at, make_exact, runs_of
from peerlint.formats.docx.story import TEXT, StoryParagraph
from peerlint.formats.docx.writer import text_elements
from peerlint.review.identifiers import Identifiers
from peerlint.review.plan import Change
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

INSERTIONS = frozenset({"ins", "moveTo"})


@dataclass(slots=True)
class Author:
    """Who makes the changes and when; `ours` collects the ids of the tracked changes made."""

    name: str
    stamp: str
    ids: Identifiers
    ours: set[int] = field(default_factory=set)

    def mark(self, like: _Element, name: str) -> _Element:
        """A new, empty `w:ins` or `w:del` by this author."""
        from lxml import etree

        prefix = word_namespace(like.tag)
        element = etree.Element(f"{prefix}{name}")
        number = self.ids.new()
        self.ours.add(int(number))
        element.set(f"{prefix}id", number)
        element.set(f"{prefix}author", self.name)
        element.set(f"{prefix}date", self.stamp)
        return element


def isolate(paragraph: StoryParagraph, spans: Sequence[tuple[int, int]], author: Author) -> None:
    """Cut runs, and others' insertions around them, so that each span is made of whole runs."""
    for start, end in spans:
        if start < end:
            cut_at(paragraph, start)
            cut_after(paragraph, end)
    for start, end in spans:
        if runs := runs_of(paragraph, start, end):
            _cut_insertion_before(runs[0], author)
            _cut_insertion_after(runs[-1], author)


def track(paragraph: StoryParagraph, change: Change, author: Author) -> None:
    """Make one change in an isolated span: the old runs as deleted, the new text as inserted."""
    for leaf in paragraph.leaves_in(change.start, change.end):
        if leaf.kind == TEXT:
            make_exact(leaf)
    groups = _adjacent(runs_of(paragraph, change.start, change.end))
    deletions = [_delete(group, author) for group in groups]
    if change.text:
        _outside(deletions[0]).addnext(_insertion(groups[0][0], change.text, author))


def _adjacent(runs: Sequence[_Element]) -> list[list[_Element]]:
    groups: list[list[_Element]] = []
    for run in runs:
        if groups and groups[-1][-1].getnext() is run:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _delete(runs: Sequence[_Element], author: Author) -> _Element:
    deletion = author.mark(runs[0], "del")
    runs[0].addprevious(deletion)
    deletion.extend(runs)
    for run in runs:
        for element in run:
            if LOCAL[element.tag] == "t":
                element.tag = f"{word_namespace(run.tag)}delText"
    return deletion


def _insertion(like: _Element, text: str, author: Author) -> _Element:
    from lxml import etree

    insertion = author.mark(like, "ins")
    run = etree.SubElement(insertion, like.tag)
    properties = like.find(f"{word_namespace(like.tag)}rPr")
    if properties is not None:
        own = copy.deepcopy(properties)
        for changed in own.findall("{*}rPrChange"):
            own.remove(changed)
        run.append(own)
    run.extend(text_elements(like, text))
    return insertion


def _outside(deletion: _Element) -> _Element:
    """The deletion, or the other author's insertion it stands in: insertions never nest."""
    parent = deletion.getparent()
    return parent if parent is not None and LOCAL[parent.tag] in INSERTIONS else deletion


def _cut_insertion_before(run: _Element, author: Author) -> None:
    parent = run.getparent()
    if parent is None or LOCAL[parent.tag] not in INSERTIONS or run.getprevious() is None:
        return
    rest = _like(parent, author)
    rest.extend([run, *run.itersiblings()])
    parent.addnext(rest)


def _cut_insertion_after(run: _Element, author: Author) -> None:
    after = run.getnext()
    if after is not None:
        _cut_insertion_before(after, author)


def _like(wrapper: _Element, author: Author) -> _Element:
    """An empty wrapper by the same person at the same time, with an id of its own."""
    from lxml import etree

    element = etree.Element(wrapper.tag)
    for name, text in wrapper.attrib.items():
        element.set(name, text)
    element.set(f"{word_namespace(wrapper.tag)}id", author.ids.new())
    return element


def renumber(renewed: Iterable[_Element], author: Author) -> None:
    """Give the changes in copied text boxes ids of their own; ours stay known as ours."""
    for box in renewed:
        for mark in box.iter("{*}ins", "{*}del"):
            name = f"{word_namespace(mark.tag)}id"
            old, new = mark.get(name) or "", author.ids.new()
            if old.isdigit() and int(old) in author.ours:
                author.ours.add(int(new))
            mark.set(name, new)


def ends_with(element: _Element, author: Author) -> _Element:
    """Our insertion right after a deletion, where there is one, else the element itself."""
    after = element.getnext()
    if after is None or LOCAL[after.tag] != "ins":
        return element
    number = after.get(f"{word_namespace(after.tag)}id") or ""
    return after if number.isdigit() and int(number) in author.ours else element
