"""Other people's comments: only read for requests to stay silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from peerlint.document import Block, Position, Suppression
from peerlint.errors import DocumentError
from peerlint.formats.docx.names import local_name, word_namespace
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.reading import Reading
from peerlint.formats.docx.story import CommentMark
from peerlint.formats.suppressions import Directive, parse_directive
from peerlint.values import dataclass

_Place = tuple[int, int]  # block index, offset in its text


def comment_texts(package: Package) -> dict[str, str]:
    """The text of every comment by id; empty when there is no readable comments part."""
    texts: dict[str, str] = {}
    for entry in package.targets(package.main, "comments"):
        try:
            root = package.root(entry, "comments")
        except DocumentError:
            return {}
        for comment in root if root is not None else ():
            if local_name(comment.tag) != "comment":
                continue
            words = [element.text or "" for element in comment.iter("{*}t")]
            texts[comment.get(f"{word_namespace(comment.tag)}id") or ""] = "".join(words)
    return texts


@dataclass(slots=True)
class _Request:
    directive: Directive
    start: _Place
    end: _Place


def suppressions(
    reading: Reading, blocks: Sequence[Block]
) -> tuple[tuple[Suppression, ...], tuple[str, ...]]:
    """What comments that read `peerlint: ignore[RULE] reason` cover, and warnings on others.

    `ignore` covers the commented words (the whole block when the comment has no range), `off` all
    that follows up to a comment that says `on`, `ignore-file` everything.
    """
    asked = _Asked()
    if not blocks or not reading.comment_marks:
        return (), ()
    for key, text in comment_texts(reading.package).items():
        directive = parse_directive(text)
        marks = [mark for mark in reading.comment_marks if mark.id == key]
        if directive is not None and marks:
            asked.add(directive, *_range(reading, marks))
    return asked.finish(blocks), tuple(asked.warnings)


@dataclass(slots=True)
class _Asked:
    requests: list[_Request] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, directive: Directive, start: _Place, end: _Place) -> None:
        if directive.action:
            self.requests.append(_Request(directive, start, end))
            return
        self.warnings.append(
            f"the comment 'peerlint: {directive.reason[:40]}' is not understood; "
            "write ignore, ignore[RULE], ignore-file, off or on"
        )

    def finish(self, blocks: Sequence[Block]) -> tuple[Suppression, ...]:
        found: list[Suppression] = []
        self.requests.sort(key=lambda request: request.start)
        for at, request in enumerate(self.requests):
            action = request.directive.action
            if action == "ignore":
                found.append(_suppression(request, request.start, request.end, blocks))
            elif action == "ignore-file":
                found.append(_suppression(request, (0, 0), _last(blocks), blocks))
            elif action == "off":
                ends = (
                    later.start
                    for later in self.requests[at + 1 :]
                    if later.directive.action == "on"
                )
                end = next(ends, _last(blocks))
                found.append(_suppression(request, request.start, end, blocks))
        return tuple(found)


def _last(blocks: Sequence[Block]) -> _Place:
    return len(blocks) - 1, len(blocks[-1].text)


def _suppression(
    request: _Request, start: _Place, end: _Place, blocks: Sequence[Block]
) -> Suppression:
    block, offset = request.start
    return Suppression(
        rules=request.directive.rules,
        reason=request.directive.reason,
        block_start=start[0],
        start=start[1],
        block_end=end[0],
        end=end[1],
        position=Position(blocks[block].line, offset + 1),
    )


def _range(reading: Reading, marks: Sequence[CommentMark]) -> tuple[_Place, _Place]:
    by_role = {mark.role: mark for mark in reversed(marks)}
    start = by_role.get("start")
    end = by_role.get("end") or by_role.get("reference") or start
    if start is None or end is None:
        where = _place(reading, marks[0], forward=False)
        return (where[0], 0), (where[0], len(_text(reading, where[0])))
    first, last = _place(reading, start, forward=True), _place(reading, end, forward=False)
    return (first, last) if first <= last else (first, first)


def _place(reading: Reading, mark: CommentMark, forward: bool) -> _Place:
    """The mark's block and offset; in a paragraph without text the next or previous block's."""
    paragraphs = reading.paragraphs
    paragraph = paragraphs[mark.paragraph]
    if paragraph.index >= 0:
        offset = mark.offset - paragraph.cut
        return paragraph.index, min(max(offset, 0), len(paragraph.text))
    after = [p.index for p in paragraphs[mark.paragraph :] if p.index >= 0]
    before = [p.index for p in paragraphs[: mark.paragraph] if p.index >= 0]
    if after and (forward or not before):
        return after[0], 0
    return before[-1], len(_text(reading, before[-1]))


def _text(reading: Reading, index: int) -> str:
    return next(p.text for p in reading.paragraphs if p.index == index)
