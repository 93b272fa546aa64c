"""Text with the place of every character: what readers build and blocks are cut from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from peerlint.document import Piece
from peerlint.values import dataclass, replace

MASK = "\ufffc"
Span = tuple[int, int]

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"\ufffc]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.IGNORECASE,
)
_ADDRESS_TAIL = ".,;:!?'’”)]}*_"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of readable text.

    `pieces` cover `text` without gaps. `emphasis` and `quoted` are spans of `text`; `breaks` are
    the offsets of the characters that stand for a line end of the source.
    """

    text: str = ""
    pieces: tuple[Piece, ...] = ()
    emphasis: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()

    def slice(self, start: int, end: int) -> Passage:
        """The part from `start` to `end`, its offsets counted from 0 again."""
        pieces = tuple(
            replace(piece, start=piece.start - start, end=piece.end - start)
            for piece in _clip(self.pieces, start, end)
        )
        inner = self.breaks[bisect_left(self.breaks, start) : bisect_left(self.breaks, end)]
        return Passage(
            self.text[start:end],
            pieces,
            _clip_spans(self.emphasis, start, end),
            _clip_spans(self.quoted, start, end),
            tuple(place - start for place in inner),
        )

    def strip(self) -> Passage:
        """The passage without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self if (start, end) == (0, len(self.text)) else self.slice(start, max(start, end))

    def lines(self) -> tuple[Passage, ...]:
        """The passage cut at its line ends, each part stripped, empty parts dropped."""
        edges = [0, *(place + 1 for place in self.breaks), len(self.text) + 1]
        parts = (self.slice(start, max(start, end - 1)).strip() for start, end in pairwise(edges))
        return tuple(part for part in parts if part.text)

    def masked(self, spans: Sequence[Span]) -> Passage:
        """The passage with U+FFFC for every character of `spans` (in order, not overlapping)."""
        if not spans:
            return self
        pieces: list[Piece] = []
        text: list[str] = []
        at = 0
        for start, end in spans:
            pieces += _clip(self.pieces, at, start)
            covered = _clip(self.pieces, start, end)
            pieces.append(Piece(start, end, covered[0].source, covered[-1].source_end, False))
            text += [self.text[at:start], MASK * (end - start)]
            at = end
        pieces += _clip(self.pieces, at, len(self.text))
        text.append(self.text[at:])
        return replace(self, text="".join(text), pieces=tuple(pieces))

    def without_addresses(self) -> Passage:
        """The passage with web and mail addresses masked: they are not prose."""
        return self.masked(_addresses(self.text))


def join(first: Passage, second: Passage) -> Passage:
    """Both passages, the second right after the first (whose last character may be a break)."""
    shift = len(first.text)
    return Passage(
        first.text + second.text,
        first.pieces
        + tuple(
            replace(piece, start=piece.start + shift, end=piece.end + shift)
            for piece in second.pieces
        ),
        first.emphasis + _shift(second.emphasis, shift),
        first.quoted + _shift(second.quoted, shift),
        first.breaks + tuple(place + shift for place in second.breaks),
    )


class PassageBuilder:
    """Collects the text of one block in source order."""

    def __init__(self, source: str, *, prose: bool = False) -> None:
        """Build from `source`, the decoded text of the document.

        In `prose` a label or a sentence in italics may open the block; in a list it may be an example.
        """
        self._source = source
        self._prose = prose
        self._chunks: list[str] = []
        self._pieces: list[Piece] = []
        self._breaks: list[int] = []
        self._open: dict[str, list[int]] = {"emphasis": [], "quoted": [], "term": []}
        self._spans: dict[str, list[Span]] = {"emphasis": [], "quoted": []}
        self.length = 0

    @property
    def last(self) -> str:
        """The last character so far, or ""."""
        return self._chunks[-1][-1] if self._chunks else ""

    def verbatim(self, start: int, end: int) -> None:
        """Add the source characters from `start` to `end` as they are."""
        if end <= start:
            return
        size = end - start
        self._chunks.append(self._source[start:end])
        last = self._pieces[-1] if self._pieces else None
        if last and last.verbatim and last.source_end == start:
            self._pieces[-1] = Piece(last.start, last.end + size, last.source, end)
        else:
            self._pieces.append(Piece(self.length, self.length + size, start, end))
        self.length += size

    def standing_for(self, text: str, start: int, end: int) -> None:
        """Add `text`, which the source writes otherwise, from `start` to `end`."""
        if not text:
            return
        if text == self._source[start:end]:
            self.verbatim(start, end)
            return
        self._chunks.append(text)
        self._pieces.append(Piece(self.length, self.length + len(text), start, end, False))
        self.length += len(text)

    def mask(self, start: int, end: int) -> None:
        """Add U+FFFC for source characters that are not prose."""
        self.standing_for(MASK * (end - start), start, end)

    def line_break(self, text: str, start: int, end: int) -> None:
        """Add a line end: a blank for a wrapped line, a newline for one that is seen."""
        self._breaks.append(self.length)
        self.standing_for(text, start, end)

    def open(self, kind: str) -> None:
        """Start a span of `kind` ("emphasis", "quoted" or "term") here."""
        self._open[kind].append(self.length)

    def close(self, kind: str) -> None:
        """End the innermost span of `kind`; without one nothing happens.

        A "term" (a few words in italics: a word spoken of, a title) counts as quoted, and a list of them;
        a label or a sentence that opens a block of prose does not.
        """
        if not self._open[kind]:
            return
        start = self._open[kind].pop()
        if kind == "term":
            text = self._since(start)
            opening = self._prose and start == 0 and _is_sentence(text)
            kind = "quoted" if _is_term(text) and not opening else ""
        if kind and self.length > start:
            self._spans[kind].append((start, self.length))

    def _since(self, start: int) -> str:
        """The text from `start` on; looks no further back than that."""
        chunks, at = [], self.length
        for chunk in reversed(self._chunks):
            if at <= start:
                break
            chunks.append(chunk)
            at -= len(chunk)
        return "".join(reversed(chunks))[start - at :]

    def build(self) -> Passage:
        """The passage, open spans closed at its end."""
        for kind, starts in self._open.items():
            while starts:
                self.close(kind)
        return Passage(
            "".join(self._chunks),
            tuple(self._pieces),
            merged(self._spans["emphasis"]),
            merged(self._spans["quoted"]),
            tuple(self._breaks),
        )


_MOST_WORDS_OF_TERM = 6
_WORD_OR_TWO = 2
_WORDS_IN_LIST, _TERMS_IN_LIST = 4, 4  # the most of each term, the fewest terms


def _is_term(text: str) -> bool:
    """Whether words in italics are few, or a list of such (*one of those; sweetie; a case; junkie*)."""
    if len(text.split()) <= _MOST_WORDS_OF_TERM:
        return True
    parts = re.split(r"[,;]", text.rstrip(" .;"))
    return len(parts) >= _TERMS_IN_LIST and all(
        part.strip() and len(part.split()) <= _WORDS_IN_LIST for part in parts
    )


def _is_sentence(text: str) -> bool:
    """Whether words in italics are a sentence or a label (*A note on visits:*)."""
    return text[:1].isupper() and text.endswith((".", ":")) and len(text.split()) > _WORD_OR_TWO


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def covers(spans: Sequence[Span], text: str) -> bool:
    """Whether the spans hold every letter and digit of a text that has one."""
    if not any(char.isalnum() for char in text):
        return False
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        if any(char.isalnum() for char in text[at:start]):
            return False
        at = end
    return True


def _addresses(text: str) -> list[Span]:
    if "://" not in text and "@" not in text and "www." not in text.lower():
        return []
    spans = []
    for match in _ADDRESS.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip(_ADDRESS_TAIL))
        if end > start:
            spans.append((start, end))
    return spans


def _clip(pieces: tuple[Piece, ...], start: int, end: int) -> list[Piece]:
    first = max(bisect_right(pieces, start, key=lambda piece: piece.start) - 1, 0)
    clipped: list[Piece] = []
    for at in range(first, len(pieces)):
        piece = pieces[at]
        if piece.start >= end:
            break
        low, high = max(piece.start, start), min(piece.end, end)
        if low < high:
            clipped.append(_part(piece, low, high))
    return clipped


def _part(piece: Piece, low: int, high: int) -> Piece:
    if not piece.verbatim:
        return replace(piece, start=low, end=high)
    source = piece.source + low - piece.start
    return Piece(low, high, source, source + high - low)


def _clip_spans(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    first = bisect_right(spans, start, key=lambda span: span[1])
    clipped: list[Span] = []
    for at in range(first, len(spans)):
        low, high = max(spans[at][0], start), min(spans[at][1], end)
        if spans[at][0] >= end:
            break
        if low < high:
            clipped.append((low - start, high - start))
    return tuple(clipped)


def _shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)
