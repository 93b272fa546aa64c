"""Rewordings written back into the source of a text format.

Only the characters of the replaced words change: markup, line ends, encoding and all other text
stay. An edit that the markup does not allow is left out and told, never forced.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from peerlint.document import Block, Document, Piece
from peerlint.formats.passage import MASK, Span
from peerlint.formats.registry import read_text
from peerlint.formats.writing import write_text_atomically
from peerlint.values import dataclass

__all__ = ["Edit", "EditedSource", "SkippedEdit", "apply_edits", "write_text_atomically"]

_WORD = re.compile(r"\S+\s*")
_MARKUP = {
    "markdown": re.compile(r"[\\`*_\[\]<~|]|&(?=\w+;|#)"),
    "rst": re.compile(r"[\\`*_|]"),
    "html": re.compile(r"[&<>]"),
}
_LINE_JOIN = re.compile(r"[-\u00ad\u2010\ufffe]?\s*")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_EMPTY_ELEMENT = re.compile(
    r"<(b|strong|i|em|u|q|a|span|mark)\b[^>]{0,500}>\s*</\1>", re.IGNORECASE
)
_MOST_ROUNDS = 25

CUTS_MARKUP = "the words run into text that is written otherwise in the source"
CROSSES_MARKUP = "the words cross emphasis, a link or another mark"
OVERLAPS = "the words overlap an earlier change"
CHANGES_READING = "the change would alter how the text around it is read"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New words for the characters `start` to `end` in the text of the block with that index."""

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SkippedEdit:
    """An edit that was left out, and why, in words for people."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class EditedSource:
    """A source after its edits: the new text, the edits that are in it and those left out."""

    text: str
    applied: tuple[Edit, ...]
    skipped: tuple[SkippedEdit, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """An edit as replacements in the source: (start, end, new text), in order."""

    edit: Edit
    replacements: tuple[tuple[int, int, str], ...]

    @property
    def crosses(self) -> bool:
        return len(self.replacements) > 1


def apply_edits(document: Document, edits: Sequence[Edit]) -> EditedSource:
    """The source of a document of a text format with the edits in it.

    The result is read again: every block must then hold the words it should, else the edits that
    are at fault are skipped. Raises ValueError for a Word file and for spans outside a block.
    """
    if not document.source:
        raise ValueError(f"{document.path} has no text source")
    plans, skipped = _plans(document, edits)
    if document.format != "text":  # plain text has no markup that an edit could upset
        plans, at_fault = _readable(document, plans)
        skipped += at_fault
    return EditedSource(
        _composed(document.source, plans),
        tuple(plan.edit for plan in plans),
        tuple(sorted(skipped, key=lambda one: (one.edit.block, one.edit.start))),
    )


# From an edit to replacements in the source


def _plans(document: Document, edits: Sequence[Edit]) -> tuple[list[_Plan], list[SkippedEdit]]:
    plans: list[_Plan] = []
    skipped: list[SkippedEdit] = []
    done: dict[int, int] = {}
    for edit in sorted(edits, key=lambda one: (one.block, one.start, one.end)):
        block = document.blocks[edit.block]
        if not 0 <= edit.start <= edit.end <= len(block.text):
            raise ValueError(f"{edit} lies outside its block")
        if edit.start < done.get(edit.block, 0):
            skipped.append(SkippedEdit(edit, OVERLAPS))
            continue
        replacements = _replacements(document, block, edit)
        if isinstance(replacements, str):
            skipped.append(SkippedEdit(edit, replacements))
            continue
        done[edit.block] = edit.end
        plans.append(_Plan(edit, replacements))
    return plans, skipped


def _replacements(
    document: Document, block: Block, edit: Edit
) -> tuple[tuple[int, int, str], ...] | str:
    """What to replace in the source, or why that cannot be."""
    start, end, words = _narrowed(block.text, edit)
    if start == end and not words:
        return ()
    new = _escaped(words, block, document.format)
    if start == end:
        place = _insertion(document, block, start)
        return CUTS_MARKUP if place is None else ((place, place, new),)
    covered = _covered(block, start, end)
    if covered is None:
        return CUTS_MARKUP
    spans = _source_spans(document.source, block, covered)
    if len(spans) == 1:
        return ((*spans[0], new),)
    target = _target(block, spans)
    if target is None:
        return CROSSES_MARKUP
    return tuple((*span, new if at == target else "") for at, span in enumerate(spans))


def _narrowed(text: str, edit: Edit) -> tuple[int, int, str]:
    """The edit without the words that it keeps at both ends."""
    words = " ".join(edit.text.split())
    if edit.text[:1].isspace():
        words = f" {words}"
    if edit.text[-1:].isspace() and words.strip():
        words = f"{words} "
    start, end = edit.start, edit.end
    while (
        (kept := _WORD.match(words))
        and text.startswith(kept[0], start)
        and (start + len(kept[0]) < end or (start + len(kept[0]) == end and kept[0][-1:].isspace()))
    ):
        start, words = start + len(kept[0]), words[kept.end() :]
    old_words, new_words = text[start:end].split(" "), words.split(" ")
    while len(old_words) > 1 and len(new_words) > 1 and old_words[-1] == new_words[-1]:
        end -= len(old_words.pop()) + 1
        words = words[: len(words) - len(new_words.pop()) - 1]
    return start, end, words


def _covered(block: Block, start: int, end: int) -> list[Piece] | None:
    """The parts of pieces from `start` to `end`; None where one cannot be cut or is no prose."""
    found: list[Piece] = []
    for piece in block.pieces[_index(block.pieces, start) :]:
        if piece.start >= end:
            break
        low, high = max(piece.start, start), min(piece.end, end)
        if piece.verbatim:
            source = piece.source + low - piece.start
            found.append(Piece(low, high, source, source + high - low))
        elif (low, high) != (piece.start, piece.end) or MASK in block.text[low:high]:
            return None
        else:
            found.append(piece)
    return found


def _insertion(document: Document, block: Block, at: int) -> int | None:
    """Where in the source text goes in at offset `at`: after the character before it."""
    for piece in block.pieces[_index(block.pieces, at - 1) :]:
        if piece.verbatim and piece.start <= at <= piece.end:
            return piece.source + at - piece.start
        if piece.start > at:
            break
    return None


def _index(pieces: tuple[Piece, ...], at: int) -> int:
    return max(bisect_right(pieces, at, key=lambda piece: piece.start) - 1, 0)


def _source_spans(source: str, block: Block, covered: Sequence[Piece]) -> list[Span]:
    """The source spans of the pieces.

    Those that touch, or have only a line end between them, are one; an escape goes with its sign.
    """
    spans: list[Span] = []
    for piece in covered:
        start = piece.source
        if spans and _LINE_JOIN.fullmatch(source, spans[-1][1], start):
            spans[-1] = (spans[-1][0], piece.source_end)
            continue
        opens = block.pieces[_index(block.pieces, piece.start)].start == piece.start
        if opens and source[start - 1 : start] == "\\":
            start -= 1
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], piece.source_end)
        else:
            spans.append((start, piece.source_end))
    return spans


def _target(block: Block, spans: Sequence[Span]) -> int | None:
    """Which span takes the new words so that no emphasis is left empty; None if none can."""
    enclosed = [at for at, span in enumerate(spans) if _enclosed(block, span)]
    if len(enclosed) > 1:
        return None
    return enclosed[0] if enclosed else 0


def _enclosed(block: Block, span: Span) -> bool:
    """Whether there is markup right before and right after the span."""
    pieces = block.pieces
    before = bisect_right(pieces, span[0], key=lambda piece: piece.source_end) - 1
    after = bisect_left(pieces, span[1], key=lambda piece: piece.source)
    opened = before >= 0 and pieces[before].source_end != span[0]
    closed = after < len(pieces) and pieces[after].source != span[1]
    return opened and closed


def _escaped(words: str, block: Block, format: str) -> str:
    if format == "html" or "html" in block.attributes:
        return _MARKUP["html"].sub(lambda match: _ENTITIES[match[0]], words)
    if format not in _MARKUP:
        return words
    return _MARKUP[format].sub(lambda match: f"\\{match[0]}", words)


# Putting together, and reading again


def _composed(source: str, plans: Sequence[_Plan]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(one for plan in plans for one in plan.replacements):
        parts += [source[at:start], new]
        at = end
    parts.append(source[at:])
    return "".join(parts)


def _readable(document: Document, plans: list[_Plan]) -> tuple[list[_Plan], list[SkippedEdit]]:
    """The plans whose result reads as it should, and the edits that had to be left out."""
    skipped: list[SkippedEdit] = []
    for _ in range(_MOST_ROUNDS):
        wrong = _first_wrong(document, plans)
        if wrong is None:
            return plans, skipped
        faulty = _faulty(plans, wrong)
        skipped += [SkippedEdit(plan.edit, CHANGES_READING) for plan in faulty]
        plans = [plan for plan in plans if plan not in faulty]
    return [], skipped + [SkippedEdit(plan.edit, CHANGES_READING) for plan in plans]


def _first_wrong(document: Document, plans: Sequence[_Plan]) -> int | None:
    """The first block that, read again, does not hold the words it should; None if all do."""
    if not plans:
        return None
    source = _composed(document.source, plans)
    for plan in plans:
        if _empties_element(document.source, plan):
            return plan.edit.block
    expected = _expected(document, plans)
    found = [_plain(block.text) for block in read_text(source, format=document.format).blocks]
    for index, text in enumerate(expected):
        if index >= len(found) or found[index] != text:
            return index
    return None if len(found) == len(expected) else len(expected) - 1


def _expected(document: Document, plans: Sequence[_Plan]) -> list[str]:
    texts = [block.text for block in document.blocks]
    for plan in sorted(plans, key=lambda one: (one.edit.block, -one.edit.start)):
        edit = plan.edit
        text = texts[edit.block]
        texts[edit.block] = text[: edit.start] + edit.text + text[edit.end :]
    return [_plain(text) for text in texts if _plain(text)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _empties_element(source: str, plan: _Plan) -> bool:
    if not plan.crosses:
        return False
    low = max(plan.replacements[0][0] - 200, 0)
    high = plan.replacements[-1][1] + 200
    parts: list[str] = []
    at = low
    for start, end, new in plan.replacements:
        parts += [source[at:start], new]
        at = end
    new_text = "".join([*parts, source[at:high]])
    return len(_EMPTY_ELEMENT.findall(new_text)) > len(_EMPTY_ELEMENT.findall(source[low:high]))


def _faulty(plans: Sequence[_Plan], wrong: int) -> list[_Plan]:
    """The plans to give up for a wrong block: those that cross markup first, else the nearest."""
    nearest = min(plans, key=lambda plan: (abs(plan.edit.block - wrong), plan.edit.block))
    here = [plan for plan in plans if plan.edit.block == nearest.edit.block]
    return [plan for plan in here if plan.crosses] or here
