"""Reader of PDF files, with the package of the extra `peerlint[pdf]`.

Lines are joined to paragraphs again: hyphens at line ends and running heads are taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from peerlint.document import Block, Document
from peerlint.errors import DocumentError
from peerlint.formats.readonly import with_plain_bullets, without_source
from peerlint.values import dataclass, replace

_MOST_PAGES = 3_000
_LARGEST_TEXT = 30 << 20
_LINE_END_HYPHEN = "\ufffe"
_REPEATS = 3  # pages that must share a line at their edge before it counts as a running head
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_OTHER_SIZE = 0.12  # a letter that much higher or lower is of another size
_WIDE_GAP = 1.35  # a line that many usual distances below begins a new paragraph
_BEFORE_BULLET = re.compile(r"(?<=\S) (?=• )")
_DIGITS = re.compile(r"\d+")


def read(path: str, data: bytes) -> Document:
    """The document in a PDF; locations name page and line, lines count through all pages.

    Raises DocumentError when the extra is not installed, or the file is damaged, protected by a
    password, too large, or a scan without text.
    """
    from peerlint.formats import plaintext

    lines: list[str] = []
    places: list[tuple[int, int]] = []  # page and line in it of each of the lines
    numbers: list[int] = []  # their numbers through all pages
    count = 0
    for number, page in enumerate(_without_running_heads(_pages(path, data)), 1):
        for at, line in enumerate(page, 1):
            count += 1
            parts = _BEFORE_BULLET.split(with_plain_bullets(line.text))
            if line.apart and lines and number == places[-1][0]:
                parts.insert(0, "")
            lines += parts
            places += [(number, at)] * len(parts)
            numbers += [count] * len(parts)
    if not any(line.strip() for line in lines):
        raise DocumentError(
            "is a scan: it holds pictures of pages and no text; check the .docx it was made from",
            path=path,
        )

    def location(block: Block) -> str:
        page, line = places[block.line - 1]
        place = f"page {page}, line {line}"
        return f"{block.location} ({place})" if block.location else place

    document = plaintext.read(path, "\n".join(lines))
    return without_source(document, "pdf", lambda line: numbers[line - 1], location)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page; `apart`: its size or the room above it set it off from the line above."""

    text: str
    apart: bool = False


def _pages(path: str, data: bytes) -> list[list[_Line]]:
    """The lines of every page."""
    try:
        import pypdfium2
    except ImportError:
        raise DocumentError(
            "is a PDF; install peerlint[pdf] to read it, or check the .docx it was made from",
            path=path,
        ) from None
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "is protected by a password; save it without one"
        if "password" not in str(error).lower():
            reason = "is damaged or no PDF; check the .docx it was made from"
        raise DocumentError(reason, path=path) from error
    with pdf:
        if len(pdf) > _MOST_PAGES:
            raise DocumentError(f"has more than {_MOST_PAGES} pages; split it", path=path)
        pages: list[list[_Line]] = []
        size = 0
        for number in range(len(pdf)):
            page = _page_lines(pypdfium2, pdf, number)
            size += sum(len(line.text) for line in page)
            if size > _LARGEST_TEXT:
                raise DocumentError("holds too much text; split it", path=path)
            pages.append(page)
        return pages


def _page_lines(pypdfium2: Any, pdf: Any, number: int) -> list[_Line]:
    """A page's lines, words cut by a hyphen at a line's end made whole; none if unreadable."""
    try:
        text_page = pdf[number].get_textpage()
        text = str(text_page.get_text_range())
        boxes = _boxes(text_page, text)
    except pypdfium2.PdfiumError:
        return []
    lines: list[_Line] = []
    parts = text.split("\n")
    pitch = _usual([above[1] - below[1] for above, below in pairwise(boxes) if above and below])
    for at, part in enumerate(parts):
        shown = part.rstrip("\r").replace("\0", "").rstrip()
        if lines and lines[-1].text.endswith(_LINE_END_HYPHEN):
            lines[-1] = replace(lines[-1], text=lines[-1].text[:-1] + shown.lstrip())
            continue
        lines.append(_Line(shown, at > 0 and _is_apart(boxes[at - 1], boxes[at], pitch)))
    return [replace(line, text=line.text.replace(_LINE_END_HYPHEN, "")) for line in lines]


_Box = tuple[float, float] | None  # height and lower edge of a line's first letter


def _boxes(text_page: Any, text: str) -> list[_Box]:
    boxes: list[_Box] = []
    at = 0
    for part in text.split("\n"):
        inked = at + len(part) - len(part.lstrip())
        if part.strip():
            _, bottom, _, top = text_page.get_charbox(inked, loose=True)
            boxes.append((top - bottom, bottom))
        else:
            boxes.append(None)
        at += len(part) + 1
    return boxes


def _usual(distances: Sequence[float]) -> float:
    down = sorted(distance for distance in distances if distance > 0)
    return down[len(down) // 2] if down else 0.0


def _is_apart(above: _Box, below: _Box, pitch: float) -> bool:
    if above is None or below is None:
        return False
    (height, bottom), (own_height, own_bottom) = above, below
    if abs(height - own_height) > _OTHER_SIZE * max(height, own_height):
        return True
    return pitch > 0 and bottom - own_bottom > _WIDE_GAP * pitch


def _without_running_heads(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """The pages without lines that stand at the edge of many of them, page numbers aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(page[at].text) for at in _edges(page)})
    common = {shape for shape, count in counts.items() if count >= max(_REPEATS, len(pages) // 3)}
    result: list[list[_Line]] = []
    for page in pages:
        heads = {at for at in _edges(page) if _shape(page[at].text) in common}
        result.append([_Line("") if at in heads else line for at, line in enumerate(page)])
    return [_without_blank_edges(page) for page in result]


def _without_blank_edges(page: list[_Line]) -> list[_Line]:
    """The page with a running head at its end gone, so that a sentence goes on over the page.

    Lines at the top stay as empty ones: they keep the numbers of the lines below.
    """
    end = len(page)
    while end and not page[end - 1].text.strip():
        end -= 1
    return page[:end]


def _edges(page: Sequence[_Line]) -> list[int]:
    filled = [at for at, line in enumerate(page) if line.text.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()).lower())
