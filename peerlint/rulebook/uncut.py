"""What every tokenizer leaves whole: letters, digits, single signs."""

from __future__ import annotations

import re

_UNCUT = re.compile(r"[^\W\d_]+|\d+|[^\w\s.']")
_SMALLEST_PARTS = re.compile(r"[^\W\d_]+|\d+|\S")


def is_uncut(word: str) -> bool:
    """Whether the word is a token to every tokenizer: letters, digits or one sign."""
    return word.isalpha() or _UNCUT.fullmatch(word) is not None


def smallest_parts(word: str) -> list[str]:
    """The word cut into what every tokenizer leaves whole: letters, digits, single signs."""
    return _SMALLEST_PARTS.findall(word)
