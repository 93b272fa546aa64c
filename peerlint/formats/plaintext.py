"""Reader of plain text: outlines, lists, headings and hard-wrapped paragraphs by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import Enum

from peerlint.document import BlockKind, Document
from peerlint.formats.assembly import Lines, assemble, from_passage
from peerlint.formats.fields import field_label, names_a_field
from peerlint.formats.headings import (
    MAX_HEADING_LENGTH,
    as_heading,
    fits_heading,
    is_capitals,
    names_part,
)
from peerlint.formats.listing import ListPlaces
from peerlint.formats.markers import LONE_BULLET, Marker, in_turn, parse_marker
from peerlint.formats.outline import CONTINUATION, RawBlock
from peerlint.formats.textinline import InlineText
from peerlint.formats.textlines import TextLine, chunk_widths, text_lines, usual_width, wraps
from peerlint.values import dataclass, replace

_MARKDOWN_HEADING = re.compile(r"^#{1,6} +[A-Z*]", re.MULTILINE)
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or"}
    | {"over", "per", "that", "the", "this", "to", "upon", "via", "vs", "with", "your", "you"}
    | {"is", "are"}
)
_FIELD_NAME = re.compile(
    r"\b(?:title|position|role|department|program|division|location|reports?|supervis\w*|salary|pay|"
    r"status|date|name|agency|employer|hours|schedule|class\w*|grade|code|number|type|site|unit|"
    r"team|county|state|version|approved|effective|revised|policy|note|subject|to|from|re)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_FEW_NUMBERED_WORDS = 8
# A line that ends in one of these goes on in what follows.
_OPEN_ENDS = _SMALL_WORDS | frozenset(
    {"will", "shall", "must", "may", "can", "should", "would", "include", "includes", "including"}
    | {"are", "be", "who", "which", "not", "also", "you'll", "you’ll", "we'll", "we’ll"}
)
_LIST_COMMA = re.compile(r";\s*(?:and|or)$")


def read(path: str, source: str) -> Document:
    """The document that `source`, decoded plain text, holds.

    Text with Markdown headings is read as Markdown, which `format` of the result then tells.
    """
    if _MARKDOWN_HEADING.search(source):
        from peerlint.formats import markdown

        return markdown.read(path, source)
    lines = Lines(source)
    inline = InlineText(source)
    parts = _Parts(text_lines(lines)).parts()
    roles = _roles(parts)
    raw_blocks = list(_raw_blocks(parts, roles, inline, lines))
    return assemble(path, "text", lines, raw_blocks, inline.comments)


@dataclass(slots=True)
class _Part:
    """Lines that read as one: a paragraph, a list item, or a line on its own."""

    lines: list[TextLine]
    marker: Marker | None = None
    hanging: bool = False  # the bullet stands on a line of its own

    @property
    def first(self) -> TextLine:
        return self.lines[0]

    @property
    def skip(self) -> int:
        """How many characters of the first line the marker takes."""
        return self.marker.length if self.marker and not self.hanging else 0

    @property
    def shown_marker(self) -> str:
        """The marker as shown, or ""."""
        return self.marker.text if self.marker else ""

    @property
    def text(self) -> str:
        """The text of a part of one line, without its marker."""
        return self.first.text[self.skip :]


class _Parts:
    """Gathers lines to parts."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._widths = chunk_widths(lines)
        self._usual = usual_width(lines)
        self._last: dict[str, int] = {}
        self._found: list[_Part] = []
        self._hanging: list[TextLine] = []

    def parts(self) -> list[_Part]:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if LONE_BULLET.fullmatch(line.text):
                self._hanging.append(line)
                at += 1
            elif self._hanging:
                at = self._add_hanging(at)
            else:
                self._add(at)
                at += 1
        return self._found

    def _add(self, at: int) -> None:
        line = self._lines[at]
        before = self._lines[at - 1] if at else None
        marker = parse_marker(line.text, self._last)
        if marker and self._opens_item(marker, line, before, at):
            self._last[marker.style] = marker.value
            self._found.append(_Part([line], marker))
        elif before and self._found and self._continues(before, line, at):
            self._found[-1].lines.append(line)
        else:
            self._found.append(_Part([line]))

    def _opens_item(self, marker: Marker, line: TextLine, before: TextLine | None, at: int) -> bool:
        if before is None or line.blanks or in_turn(marker, self._last):
            return True
        if not wraps(before, line, self._widths[at], self._usual):
            return True
        if marker.is_bullet:
            in_list = bool(self._found) and self._found[-1].marker is not None
            return in_list or not line.text[marker.length :][:1].islower()
        return before.ends_sentence

    def _continues(self, before: TextLine, line: TextLine, at: int) -> bool:
        part = self._found[-1]
        if before.underline or (
            line.blanks == 0 and is_capitals(line.text) != is_capitals(before.text)
        ):
            return False
        on = wraps(before, line, self._widths[at], self._usual)
        labelled = bool(field_label(line.text))
        if labelled and not (on and not before.ends_sentence and not field_label(before.text)):
            return False
        if part.marker and not line.blanks and line.indent > part.first.indent:
            return on or not before.ends_sentence
        return on

    def _add_hanging(self, at: int) -> int:
        """Give the bullets that stood alone the lines after them; returns the next line's index.

        Some exports write all bullets of a list first and then its lines.
        """
        end = at + 1
        while end < len(self._lines) and self._lines[end].blanks == 0:
            if LONE_BULLET.fullmatch(self._lines[end].text):
                break
            end += 1
        starts = self._item_starts(at, end, len(self._hanging))
        for sign, start, stop in zip(self._hanging, starts, [*starts[1:], end], strict=False):
            marker = Marker(sign.text, 1, sign.text)
            lines = list(self._lines[start:stop])
            self._found.append(_Part(lines, marker, hanging=True))
        self._hanging = []
        return end

    def _item_starts(self, at: int, end: int, count: int) -> list[int]:
        def score(index: int) -> int:
            before, line = self._lines[index - 1], self._lines[index]
            ended = before.ends_sentence or bool(_LIST_COMMA.search(before.text))
            apart = not wraps(before, line, self._widths[index], self._usual)
            return 2 * ended + 2 * apart + (not line.starts_small)

        possible = [index for index in range(at + 1, end) if score(index)]
        likely = sorted(possible, key=lambda index: (-score(index), index))
        return sorted([at, *likely[: count - 1]])


# What the parts are


class _Role(Enum):
    TEXT = 0
    TITLE = 1
    STRONG = 2
    WEAK = 3
    NUMBERED = 4


def _roles(parts: Sequence[_Part]) -> list[_Role]:
    roles = [_Role.TEXT] * len(parts)
    for at in range(len(parts)):
        roles[at] = _plain_role(parts, at)
    for at in _numbered_headings(parts):
        roles[at] = _Role.NUMBERED
    _thin_out(parts, roles)
    return roles


def _plain_role(parts: Sequence[_Part], at: int) -> _Role:
    part = parts[at]
    if part.first.underline:
        return _Role.STRONG
    if part.marker or len(part.lines) > 1 or at + 1 == len(parts):
        return _Role.TEXT
    if not fits_heading(part.text.removesuffix("?")):
        return _Role.TEXT
    following = parts[at + 1]
    if not following.marker and following.first.starts_small and not following.first.blanks:
        return _Role.TEXT
    label = field_label(part.text)
    valued = bool(label) and not part.text.endswith(":")
    if at == 0 and _is_title(part, following):
        return _Role.TITLE
    if _shouts(part) and not (valued and _FIELD_NAME.search(label)):
        return _Role.STRONG
    if valued:
        return _Role.WEAK if _is_double_title(part, label, following) else _Role.TEXT
    apart = part.first.blanks > 0 or (at > 0 and parts[at - 1].lines[-1].ends_sentence)
    if label or (apart and _looks_like_heading(part.text)):
        return _Role.WEAK
    return _Role.WEAK if apart and _stands_over(part, following) else _Role.TEXT


def _is_title(part: _Part, following: _Part) -> bool:
    """Whether the first line names the whole text, and not a part of it or a field."""
    if part.text.endswith(("?", ":")) or part.first.starts_small:
        return False
    label = field_label(part.text)
    if label:
        return following.first.blanks > 0 and not field_label(following.first.text)
    return not names_part(part.text) or _shouts(part)


def _looks_like_heading(text: str) -> bool:
    if text.endswith(":") or not text[0].isupper():
        return False
    if text.endswith("?"):
        return is_title_case(text) and len(text.split()) > 2
    return is_title_case(text) or (names_part(text) and names_a_field(text))


def _stands_over(part: _Part, following: _Part) -> bool:
    """Whether a few words stand alone between blank lines, and no list or sentence needs them."""
    words = part.text.split()
    return (
        following.first.blanks > 0
        and len(words) <= _FEW_WORDS
        and words[0][0].isupper()
        and words[-1][-1].isalpha()
        and words[-1].lower() not in _OPEN_ENDS
    )


def _is_double_title(part: _Part, label: str, following: _Part) -> bool:
    """Whether `Peer Support: A Short History` heads a paragraph and is no field with its value."""
    long_text = len(following.lines) > 1 or len(following.first.text) > MAX_HEADING_LENGTH
    return (
        long_text
        and part.first.blanks > 0
        and not _FIELD_NAME.search(label)
        and not field_label(following.first.text)
        and is_title_case(part.text)
    )


def is_title_case(text: str) -> bool:
    """Whether all words but the small ones open with a capital, and no number is among them."""
    words = re.findall(r"[^\W_][\w’'-]*", text)
    if not words or any(char.isdigit() for char in text) or text.count("(") != text.count(")"):
        return False
    if words[-1] in _SMALL_WORDS and len(words) > 1:
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _numbered_headings(parts: Sequence[_Part]) -> Iterator[int]:
    """Numbered lines that head what follows: lists of short lines with more under each."""
    groups: dict[int, list[int]] = {}
    places = ListPlaces()
    keys: list[int | None] = []
    for at, part in enumerate(parts):
        if part.marker is None:
            places.interrupt()
            keys.append(None)
            continue
        place = places.add(part.marker, part.first.indent)
        groups.setdefault(place.key, []).append(at)
        keys.append(place.key)
    for key, members in groups.items():
        heads = [at for at in members if at + 1 < len(parts) and keys[at + 1] != key]
        several = len(members) > 1 or "." in parts[members[0]].shown_marker.rstrip(".")
        enough = several and len(heads) * 2 >= len(members)
        if enough and all(_numbered_looks(parts[at]) for at in members):
            yield from members
        else:
            yield from (at for at in heads if _numbered_looks(parts[at]) and _shouts(parts[at]))


def _numbered_looks(part: _Part) -> bool:
    marker = part.marker
    if marker is None or marker.is_bullet or len(part.lines) > 1 or not fits_heading(part.text):
        return False
    words = part.text.rstrip(":").split()
    few = bool(words) and len(words) <= _FEW_NUMBERED_WORDS
    return few and part.text[0].isupper() and words[-1].lower() not in _OPEN_ENDS


def _shouts(part: _Part) -> bool:
    return is_capitals(part.text) and sum(char.isalpha() for char in part.text) > 3


def _thin_out(parts: Sequence[_Part], roles: list[_Role]) -> None:
    """Take back weak headings in a row: names of fields, or lines of an address."""
    weak = [role is _Role.WEAK for role in roles]
    for at in range(len(parts) - 1):
        if not weak[at] or not weak[at + 1]:
            continue
        labels = parts[at].text.endswith(":") and parts[at + 1].text.endswith(":")
        if labels or (at > 0 and weak[at - 1]):
            roles[at] = _Role.TEXT


# Blocks


@dataclass(slots=True)
class _Levels:
    """The levels of headings, from what stood above."""

    base: int = 1
    strong: bool = False
    styles: list[str] = field(default_factory=list)

    def level(self, role: _Role, part: _Part) -> int:
        if role is _Role.TITLE:
            self.base = 2
            return 1
        if role is _Role.STRONG:
            self.strong = True
            self.styles.clear()
            return self.base + (part.first.underline == 2)
        if role is _Role.NUMBERED and part.marker:
            style = part.marker.style
            if style in self.styles:
                del self.styles[self.styles.index(style) + 1 :]
            else:
                self.styles.append(style)
            return min(self.base + self.strong + len(self.styles) - 1, 6)
        return min(self.base + self.strong + len(self.styles), 6)


def _raw_blocks(
    parts: Sequence[_Part], roles: Sequence[_Role], inline: InlineText, lines: Lines
) -> Iterator[RawBlock]:
    levels = _Levels()
    places = ListPlaces()
    for part, role in zip(parts, roles, strict=True):
        if role is not _Role.TEXT:
            places = ListPlaces(places.total)
            passage = inline.passage(part.lines)
            if passage.text:
                raw = from_passage(BlockKind.HEADING, passage, lines)
                yield as_heading(raw, levels.level(role, part))
            continue
        passage = inline.passage(part.lines, part.skip)
        if not passage.text:
            continue
        if part.marker:
            place = places.add(part.marker, part.first.indent)
            raw = from_passage(BlockKind.LIST_ITEM, passage, lines)
            yield replace(raw, level=place.level, marker=part.marker.text, list_key=place.key)
        elif (outer := places.continued(part.first.indent)) is not None and part.first.blanks:
            raw = from_passage(BlockKind.LIST_ITEM, passage, lines)
            attributes = frozenset({CONTINUATION})
            yield replace(
                raw,
                level=outer.level,
                marker=outer.marker,
                list_key=outer.key,
                attributes=attributes,
            )
        else:
            places.interrupt()
            yield from_passage(BlockKind.PARAGRAPH, passage, lines)
