"""Writes a review copy: findings in, the bytes of a changed Word file out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from peerlint.document import Document
from peerlint.errors import UserError
from peerlint.finding import DocumentReport, Finding
from peerlint.formats.docx.fallbacks import copy_to_twins, twin_boxes
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.protection import SIGNED, protection_notices
from peerlint.formats.docx.reading import Reading, trim_and_number, walk_stories
from peerlint.formats.docx.runs import legal, obstacle
from peerlint.formats.docx.saving import save, serialise
from peerlint.formats.docx.story import StoryParagraph
from peerlint.review.changes import Author, ends_with, isolate, renumber, track
from peerlint.review.comments_part import Comment, add_comments, existing_ids
from peerlint.review.identifiers import Identifiers, ids_in
from peerlint.review.marks import place_comment
from peerlint.review.options import ReviewOptions
from peerlint.review.plan import Note, plan_notes
from peerlint.review.spots import Spot, first_words, spot_for
from peerlint.review.verify import Snapshot, check_copy, snapshots
from peerlint.review.words import note_lines, summary_lines
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COMMENTS = 30_000  # Word refuses files with more than 32,767
_CONTEXT = 25


@dataclass(frozen=True, slots=True)
class ReviewCopy:
    """A verified review copy: its bytes, what it holds, and what its user should know."""

    data: bytes
    changes: int
    comments: int
    notices: tuple[str, ...]


def write_review(
    data: bytes, document: Document, report: DocumentReport, options: ReviewOptions
) -> ReviewCopy:
    """A copy of a Word file with the report's findings as tracked changes and comments.

    `data` are the bytes `document` was read from. The copy is read again before it is given back:
    raises UserError when rejecting the changes would not give the original, accepting them not
    the proposed text, or when the document is not the one the report is about.
    """
    package = Package(data)
    reading = walk_stories(package)
    original = snapshots(reading)
    trim_and_number(reading.paragraphs)
    blocks = reading.blocks
    if [block.text for block in document.blocks] != [block.text for block in blocks]:
        raise UserError("the document has changed since it was checked; check it again")
    findings = [finding for finding in report.findings if options.keeps(finding)]
    missing = [finding for finding in findings if finding.kind == "structure"]
    notes = _plan([f for f in findings if f.kind != "structure"], blocks, options)
    proposed = _proposed(original, reading, notes)
    notices = _notices(package)
    draft = _Draft(package, reading, options)
    draft.change(notes)
    if options.comments:
        draft.comment_first(summary_lines(report, notes, missing, notices, options.changes))
        draft.comment(notes, document)
    copy = draft.save()
    check_copy(copy, original, proposed, draft.author.ours, package)
    tracked = sum(note.change is not None for note in notes)
    return ReviewCopy(copy, tracked, len(draft.comments), notices)


def _plan(
    findings: Sequence[Finding], blocks: Sequence[StoryParagraph], options: ReviewOptions
) -> tuple[Note, ...]:
    def reason(block: int, start: int, end: int) -> str | None:
        return obstacle(blocks[block], start, end)

    notes = plan_notes(findings, [block.text for block in blocks], reason)
    if options.changes:
        return notes
    return tuple(replace(note, change=None, obstacle="") for note in notes)


def _proposed(original: Sequence[Snapshot], reading: Reading, notes: Sequence[Note]) -> list[str]:
    """The whole text of every paragraph when all our changes are accepted."""
    texts = [snapshot.text for snapshot in original]
    places = {p.index: at for at, p in enumerate(reading.paragraphs) if p.index >= 0}
    changes = [note.change for note in notes if note.change is not None]
    for change in sorted(changes, key=lambda change: (change.block, change.start), reverse=True):
        at = places[change.block]
        cut = reading.paragraphs[at].cut
        text, new = texts[at], legal(change.text).replace("\r", " ")
        texts[at] = text[: cut + change.start] + new + text[cut + change.end :]
    return texts


def _notices(package: Package) -> tuple[str, ...]:
    signed = (f"{SIGNED}; in this copy it no longer holds",) if package.signed else ()
    return (*signed, *protection_notices(package))


class _Draft:
    """A package being marked up."""

    def __init__(self, package: Package, reading: Reading, options: ReviewOptions) -> None:
        self._package = package
        self._reading = reading
        self._blocks = reading.blocks
        self._options = options
        entries = {package.main, *(p.story.entry for p in reading.paragraphs)}
        self._roots = {entry: package.tree(entry).getroot() for entry in sorted(entries)}
        self._touched: set[str] = set()
        self.author = Author(
            legal(options.author), options.stamp, Identifiers(ids_in(self._roots.values()))
        )
        used = existing_ids(package) | _comment_marks(self._roots[package.main])
        self._comment_ids = Identifiers(used)
        self.comments: list[Comment] = []

    def change(self, notes: Sequence[Note]) -> None:
        """Cut the runs at every span and make the tracked changes, from the end of a block."""
        twins = twin_boxes(self._roots.values())
        by_block: dict[int, list[Note]] = {}
        for note in notes:
            by_block.setdefault(note.finding.block, []).append(note)
        for block, own in by_block.items():
            self._change_block(self._blocks[block], own)
        renumber(copy_to_twins(twins), self.author)

    def _change_block(self, paragraph: StoryParagraph, notes: Sequence[Note]) -> None:
        changes = [note.change for note in notes if note.change is not None]
        spans = [(change.start, change.end) for change in changes]
        if self._options.comments and _takes_comments(paragraph):
            spans += [(note.start, note.end) for note in notes]
        if not spans:
            return
        self._touched.add(paragraph.story.entry)
        isolate(paragraph, spans, self.author)
        for change in sorted(changes, key=lambda change: change.start, reverse=True):
            track(paragraph, change, self.author)

    def comment_first(self, lines: tuple[str, ...]) -> None:
        """The summing-up, at the first words of the document."""
        self._add(first_words(self._reading), lines)

    def comment(self, notes: Sequence[Note], document: Document) -> None:
        """A comment for each note, on its words or on what leads to them."""
        for note in notes[:MOST_COMMENTS]:
            paragraph = self._blocks[note.finding.block]
            spot = spot_for(self._reading, paragraph, note.start, note.end)
            if spot is None:
                continue
            location = None if spot.direct else document.blocks[note.finding.block].location
            spot = replace(spot, last=ends_with(spot.last, self.author))
            self._add(spot, note_lines(note, location, _in_context(paragraph.text, note)))

    def _add(self, spot: Spot | None, lines: tuple[str, ...]) -> None:
        if spot is None:
            return
        number = self._comment_ids.new()
        place_comment(spot, number)
        self._touched.add(self._package.main)
        options = self._options
        author = self.author.name
        self.comments.append(Comment(number, author, options.stamp, options.initials, lines))

    def save(self) -> bytes:
        """The package's bytes with the changed stories and the comments."""
        package = self._package
        changed = {entry: serialise(package.tree(entry)) for entry in sorted(self._touched)}
        if not self.comments:
            return save(package, changed, {})
        parts = add_comments(package, self.comments)
        return save(package, {**changed, **parts.changed}, parts.new)


def _takes_comments(paragraph: StoryParagraph) -> bool:
    return paragraph.story.kind == "body" and paragraph.box_anchor is None


def _comment_marks(root: _Element) -> set[int]:
    names = ("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
    return ids_in(root.iter(*names))


def _in_context(text: str, note: Note) -> str:
    """The words of a finding with a little of what stands around them, on one line."""
    start, end = max(note.start - _CONTEXT, 0), min(note.end + _CONTEXT, len(text))
    shown = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"
