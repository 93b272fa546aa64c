"""List numbers as readers show them: 3, c, C, iii, III."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 3999


def number_text(number: int, style: str) -> str:
    """The number in one of HTML's list styles (`1`, `a`, `A`, `i`, `I`); others are digits."""
    if style in ("a", "A"):
        letters = letter(number)
        return letters if style == "a" else letters.upper()
    if style in ("i", "I") and number <= _LARGEST_ROMAN:
        digits = roman(number)
        return digits if style == "i" else digits.upper()
    return str(number)


def letter(number: int) -> str:
    """1 is `a`, 26 is `z`, 27 is `aa`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def roman(number: int) -> str:
    """The number in lower-case Roman digits."""
    digits = ""
    for value, name in _ROMAN:
        count, number = divmod(number, value)
        digits += name * count
    return digits
