"""List markers as people type them: bullets, check boxes, numbers, letters, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peerlint.values import dataclass

_MOST_ITEMS = 199

_BULLET = re.compile(
    r"(?P<sign>[•‣◦●○▪▫■□∙❖►➢➤✓✔☐☑☒\uf0b7\uf0a7\uf0d8\uf06f\uf0fc\uf0a8])[ \t\xa0]*(?=\S)"
    r"|(?P<dash>[-–—*+·§])[ \t\xa0]+(?=\S)"
    r"|(?P<letter>[oο])[ \t\xa0]+(?=[A-Z(“\"])"
    r"|(?P<box>\[[ xX]?\]|\([ ]\))[ \t\xa0]+(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxIVX]{1,6})"
    r"(?P<close>[.)]{1,2})[ \t\xa0]+(?=\S)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,5})[ \t\xa0]+(?=[A-Z“\"(])"
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
LONE_BULLET = re.compile(r"[•‣◦●○▪■□❖►➢\uf0b7\uf0a7\uf0d8]")


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker at the start of a line.

    `text` is the marker as shown, `length` how many characters it and the blanks after it take,
    `style` the same for all markers of one list (`•`, `1.`, `(a)`), `value` the item's
    number (0 for bullets), `depth` the number of dots within (`1.2` has one).
    """

    text: str
    length: int
    style: str
    value: int = 0
    depth: int = 0

    @property
    def is_bullet(self) -> bool:
        """Whether the marker has no number."""
        return self.value == 0


def parse_marker(text: str, last: Mapping[str, int] | None = None) -> Marker | None:
    """The marker that opens `text`, or None.

    `last` holds the last value of each style seen so far; it tells the letter `i.` from the Roman
    number, and a letter that is out of its turn (`J. Smith`) is no marker. A dash before a
    number (`- 1. Text`) is passed over.
    """
    last = last or {}
    bullet = _BULLET.match(text)
    if bullet is None:
        return _numbered(text, last)
    within = _numbered(text[bullet.end() :], last) if bullet["dash"] else None
    if within is not None:
        return Marker(
            within.text,
            bullet.end() + within.length,
            within.style,
            within.value,
            within.depth,
        )
    sign = bullet[0].strip()
    return Marker(sign, bullet.end(), "box" if bullet["box"] else sign)


def in_turn(marker: Marker, last: Mapping[str, int]) -> bool:
    """Whether a numbered marker is the first of its list or follows the one before."""
    return marker.value in (1, last.get(marker.style, 0) + 1)


def _numbered(text: str, last: Mapping[str, int]) -> Marker | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    shown = match[0].strip()
    if match["decimal"]:
        return _decimal(match["decimal"], shown, match.end(), "")
    number, close = match["number"], match["close"]
    if match["open"] and not close.startswith(")"):
        return None
    if number[0].isdigit():
        return _decimal(number, shown, match.end(), match["open"] + close)
    return _lettered(match, last)


def _decimal(number: str, shown: str, length: int, around: str) -> Marker | None:
    parts = number.split(".")
    value = int(parts[-1])
    if not 0 < value <= _MOST_ITEMS:
        return None
    depth = len(parts) - 1
    # A section's numbers (2.1, 2.2) are one list, the next section's (3.1) another.
    style = f"{'.'.join([*parts[:-1], '1'])}{around}"
    return Marker(shown, length, style, value, depth)


def _lettered(match: re.Match[str], last: Mapping[str, int]) -> Marker | None:
    number = match["number"]
    around = f"{match['open']}{{}}{match['close']}"
    capital = number.isupper()
    readings: list[tuple[str, int]] = []
    if len(number) == 1:
        readings.append((around.format("A" if capital else "a"), ord(number.lower()) - 96))
    roman = _roman_value(number.lower())
    if roman:
        readings.append((around.format("I" if capital else "i"), roman))
    following = [one for one in readings if one[1] == last.get(one[0], 0) + 1]
    first = [one for one in readings if one[1] == 1 or len(number) > 1]
    for style, value in following or first:
        return Marker(match[0].strip(), match.end(), style, value)
    return None


def _roman_value(number: str) -> int:
    """The value of a Roman number of i, v and x, or 0."""
    if not re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", number) or not number:
        return 0
    values = [_ROMAN_VALUES[digit] for digit in number]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
