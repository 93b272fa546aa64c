"""Cut words into the pieces that the encoder knows, as BERT's uncased models do (greedy, longest first)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field

from peerlint.values import dataclass

UNKNOWN, CLASSIFY, SEPARATE = SPECIAL = ("[UNK]", "[CLS]", "[SEP]")
_INSIDE = "##"  # stands before a piece that does not begin a word
_LONGEST = 60  # characters; a longer word is unknown
_KEPT_IN_MIND = 8_000  # words


@dataclass(frozen=True)
class WordPieces:
    """The pieces by their numbers."""

    numbers: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of one word, in order."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _KEPT_IN_MIND:
                self._known.clear()
            parts = _split_at_punctuation(_plain(word))
            found = self._known[word] = tuple(n for part in parts for n in self._greedy(part))
        return found

    def _greedy(self, word: str) -> Sequence[int]:
        if len(word) > _LONGEST:
            return (self.numbers[UNKNOWN],)
        found: list[int] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start and _piece(word, start, end) not in self.numbers:
                end -= 1
            if end == start:
                return (self.numbers[UNKNOWN],)
            found.append(self.numbers[_piece(word, start, end)])
            start = end
        return found


def _piece(word: str, start: int, end: int) -> str:
    return (_INSIDE if start else "") + word[start:end]


def _plain(word: str) -> str:
    """Lower case, without accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")


def _split_at_punctuation(word: str) -> list[str]:
    """Runs of letters and digits; every other visible character alone."""
    parts: list[str] = []
    inside = False
    for char in word:
        if char.isspace():
            inside = False
        elif not char.isalnum():
            parts.append(char)
            inside = False
        elif inside:
            parts[-1] += char
        else:
            parts.append(char)
            inside = True
    return parts
