"""Requests to stay silent that authors write into their documents.

`ignore[PL301] reason` covers the line it stands on or, alone on its line, the next block;
`off` … `on` cover all text between them; `ignore-file[PL301]` covers the whole document. Rules in
brackets are ids, id prefixes, names or categories; without brackets every rule is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from peerlint.document import Block, Position, Suppression
from peerlint.values import dataclass

_ADDRESSED = re.compile(r"\s*peerlint\s*:\s*(.*)", re.DOTALL | re.IGNORECASE)
_DIRECTIVE = re.compile(
    r"(?P<action>ignore-file|ignore|off|on)\b"
    r"(?:\s*\[(?P<rules>[^\]]*)\]|\s+(?P<ids>P[A-Z]\d{1,3}(?:\s*,\s*P[A-Z]\d{1,3})*))?"
    r"\s*(?P<reason>.*)",
    re.DOTALL | re.IGNORECASE,
)
_BESIDE_A_COMMENT = " \t\r\n>"


@dataclass(frozen=True, slots=True)
class Directive:
    """One request: `action` is `ignore`, `ignore-file`, `off` or `on`, or "" when unknown."""

    action: str
    rules: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a text format: its source offsets, marks included, and the text within."""

    start: int
    end: int
    text: str


def parse_directive(text: str) -> Directive | None:
    """The request in a comment's text; None when the comment does not speak to peerlint."""
    addressed = _ADDRESSED.match(text)
    if addressed is None:
        return None
    match = _DIRECTIVE.match(addressed[1])
    if match is None:
        return Directive("", reason=addressed[1].strip())
    named = match["rules"] or match["ids"] or ""
    rules = tuple(rule for rule in re.split(r"[\s,]+", named) if rule)
    return Directive(match["action"].lower(), rules, " ".join(match["reason"].split()))


def resolve(
    comments: Sequence[Comment], blocks: Sequence[Block], source: str, lines: Sequence[int]
) -> tuple[tuple[Suppression, ...], tuple[str, ...]]:
    """What the comments of a text format cover, and warnings on those that say nothing known.

    `comments` stand in source order, `lines` are the offsets of the source's lines.
    """
    resolver = _Resolver(blocks, source, lines)
    for comment in comments:
        directive = parse_directive(comment.text)
        if directive is not None:
            resolver.add(directive, comment)
    return resolver.finish()


@dataclass(frozen=True, slots=True)
class _Opening:
    """A directive that is in force until another one ends it."""

    directive: Directive
    comment: Comment


class _Resolver:
    def __init__(self, blocks: Sequence[Block], source: str, lines: Sequence[int]) -> None:
        self._blocks = [block for block in blocks if block.pieces]
        self._starts = [block.pieces[0].source for block in self._blocks]
        self._ends = [block.pieces[-1].source_end for block in self._blocks]
        self._source = source
        self._lines = lines
        self._open: list[_Opening] = []
        self._found: list[Suppression] = []
        self._warnings: list[str] = []

    def add(self, directive: Directive, comment: Comment) -> None:
        if directive.action == "on":
            self._close(directive, comment)
        elif directive.action == "off":
            self._open.append(_Opening(directive, comment))
        elif directive.action == "ignore-file":
            self._cover(directive, comment, 0, len(self._source))
        elif directive.action == "ignore":
            self._cover(directive, comment, *self._line_or_next(comment))
        else:
            self._warn(
                comment,
                f"the comment 'peerlint: {directive.reason[:40]}' is not understood; "
                "write ignore, ignore[RULE], ignore-file, off or on",
            )

    def finish(self) -> tuple[tuple[Suppression, ...], tuple[str, ...]]:
        for opening in self._open:
            self._cover(opening.directive, opening.comment, opening.comment.end, len(self._source))
        found = sorted(self._found, key=lambda one: (one.position, one.block_start, one.start))
        return tuple(found), tuple(self._warnings)

    def _close(self, directive: Directive, comment: Comment) -> None:
        meant = [
            opening
            for opening in self._open
            if not directive.rules or set(opening.directive.rules) <= set(directive.rules)
        ]
        if not meant:
            self._warn(comment, "the comment 'peerlint: on' has no 'peerlint: off' before it")
        for opening in meant:
            self._open.remove(opening)
            self._cover(opening.directive, opening.comment, opening.comment.end, comment.start)

    def _line_or_next(self, comment: Comment) -> tuple[int, int]:
        line = bisect_right(self._lines, comment.start) - 1
        start = self._lines[line]
        end = self._line_end(comment.end)
        beside = self._source[start : comment.start] + self._source[comment.end : end]
        alone = not beside.strip(_BESIDE_A_COMMENT)
        if not alone and self._text_within(start, end):
            return start, end
        following = bisect_left(self._starts, comment.end)
        if following == len(self._blocks):
            return comment.end, comment.end
        return self._starts[following], max(
            self._ends[following], self._line_end(self._starts[following])
        )

    def _line_end(self, place: int) -> int:
        following = bisect_right(self._lines, place)
        return self._lines[following] if following < len(self._lines) else len(self._source)

    def _text_within(self, start: int, end: int) -> bool:
        at = bisect_right(self._ends, start)
        return at < len(self._blocks) and self._starts[at] < end

    def _cover(self, directive: Directive, comment: Comment, start: int, end: int) -> None:
        if not self._blocks:
            return
        first = min(bisect_right(self._ends, start), len(self._blocks) - 1)
        last = max(bisect_left(self._starts, end) - 1, 0)
        from_place = (first, _first_offset(self._blocks[first], start))
        to_place = max((last, _last_offset(self._blocks[last], end)), from_place)
        self._found.append(
            Suppression(
                rules=directive.rules,
                reason=directive.reason,
                block_start=self._blocks[from_place[0]].index,
                start=from_place[1],
                block_end=self._blocks[to_place[0]].index,
                end=to_place[1],
                position=self._position(comment.start),
            )
        )

    def _position(self, place: int) -> Position:
        line = bisect_right(self._lines, place)
        return Position(line, place - self._lines[line - 1] + 1)

    def _warn(self, comment: Comment, sentence: str) -> None:
        self._warnings.append(f"line {self._position(comment.start).line}: {sentence}")


def _first_offset(block: Block, place: int) -> int:
    """The offset of the first character of the block's text that stands at or after `place`."""
    at = bisect_right(block.pieces, place, key=lambda piece: piece.source_end)
    if at == len(block.pieces):
        return len(block.text)
    piece = block.pieces[at]
    return piece.start + (max(place - piece.source, 0) if piece.verbatim else 0)


def _last_offset(block: Block, place: int) -> int:
    """The offset just after the last character of the block's text that stands before `place`."""
    at = bisect_left(block.pieces, place, key=lambda piece: piece.source) - 1
    if at < 0:
        return 0
    piece = block.pieces[at]
    if not piece.verbatim:
        return piece.end
    return piece.start + min(place - piece.source, piece.end - piece.start)
