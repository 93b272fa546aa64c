"""Internet addresses, told by a pattern that takes so long to compile that few words are tried with it."""

from __future__ import annotations

import re

_ENDING = re.compile(r"\.(?:[^\W\d_]{2}|\d+\.\d)")


def may_be_address(word: str) -> bool:
    """Whether a word has what every address has: a dot before letters, or between three numbers."""
    return _ENDING.search(word) is not None


class Addresses:
    """The pattern of addresses, compiled when a word may be one."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def match(self, word: str) -> re.Match[str] | None:
        """The match of a word that is an address."""
        return re.match(self.pattern, word) if may_be_address(word) else None
