"""The lines of a plain text: page furniture taken out, wrapped lines told from ended ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.formats.assembly import Lines
from peerlint.values import dataclass

_RULE = re.compile(r"([-=_*~.·•#])(?:\s*\1){2,}")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})")
_PAGE = re.compile(
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}",
    re.IGNORECASE,
)
_TAB = 4
_LONGEST_WRAPPED = 140
_NARROWEST_WRAPPED = 30
_CLOSED = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with text: offsets of its first and after its last visible character.

    `blanks` is the number of blank lines before it, `underline` 1 or 2 for a line drawn under it
    with `=` or `-`, else 0.
    """

    number: int
    start: int
    end: int
    indent: int
    text: str
    blanks: int
    underline: int = 0

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence or an opening does."""
        return _CLOSED.search(self.text) is not None

    @property
    def starts_small(self) -> bool:
        """Whether its first letter is a small one."""
        return self.text[:1].islower()


def text_lines(lines: Lines) -> list[TextLine]:
    """The lines that hold text, without page numbers, drawn lines and form feeds."""
    found: list[TextLine] = []
    blanks = 1
    for number in range(len(lines)):
        raw = lines.text(number)
        text = raw.strip()
        if not text:
            blanks += 1
            continue
        if found and not blanks and _underlines(found[-1], text):
            found[-1] = _underlined(found[-1], 1 if text[0] == "=" else 2)
            blanks = 1
            continue
        if _RULE.fullmatch(text) or _is_page_number(lines, number, text, blanks):
            blanks += 1
            continue
        lead = raw[: len(raw) - len(raw.lstrip())]
        start = lines.start(number) + len(lead)
        indent = len(lead.replace("\f", "").expandtabs(_TAB))
        blanks += "\f" in lead
        found.append(TextLine(number, start, start + len(text), indent, text, blanks))
        blanks = 0
    return found


def usual_width(lines: Sequence[TextLine]) -> int:
    """The length that most full lines of a text come near."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def chunk_widths(lines: Sequence[TextLine]) -> list[int]:
    """For each line the length of the longest line in its run of lines without a blank one."""
    widths = [0] * len(lines)
    first = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].blanks == 0:
            continue
        longest = max((len(line.text) for line in lines[first:at]), default=0)
        widths[first:at] = [longest] * (at - first)
        first = at
    return widths


def wraps(line: TextLine, following: TextLine, chunk: int, usual: int) -> bool:
    """Whether the sentence of `line` goes on in `following`, by their looks alone.

    A wrapped line is one that the next line's first word would not have fitted on.
    """
    if following.blanks:
        return (
            following.blanks <= 3
            and following.starts_small
            and not line.ends_sentence
            and usual <= _LONGEST_WRAPPED
            and len(line.text) >= usual // 2
        )
    if following.starts_small and not line.ends_sentence:
        return True
    if len(line.text) > _LONGEST_WRAPPED:
        return False
    chunk = min(chunk, usual + 5)  # one long line in a run says nothing of the others
    if chunk < max(_NARROWEST_WRAPPED, 0.45 * min(usual, _LONGEST_WRAPPED)):
        return False
    word = following.text.split(maxsplit=1)[0]
    room = 0.8 if line.ends_sentence else 0.7
    return len(line.text) + 1 + len(word) >= room * chunk


def _underlines(line: TextLine, text: str) -> bool:
    width = len(line.text)
    return bool(_UNDERLINE.fullmatch(text)) and width <= 90 and len(text) >= width // 2


def _underlined(line: TextLine, level: int) -> TextLine:
    return TextLine(line.number, line.start, line.end, line.indent, line.text, line.blanks, level)


def _is_page_number(lines: Lines, number: int, text: str, blanks: int) -> bool:
    if not _PAGE.fullmatch(text):
        return False
    if not text.isdigit():
        return True
    after = lines.text(number + 1) if number + 1 < len(lines) else ""
    return blanks > 0 and (not after.strip() or after.startswith("\f"))
