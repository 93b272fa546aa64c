"""Thousands of texts, or of words with what is said of them, kept as one: quick to load."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

Bytes = bytes | memoryview
"""Held in memory, or where they lie in a file."""


class Texts(Sequence[str]):
    """Texts in a row, each cut out of the whole when it is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        encoded = [text.encode() for text in texts]
        self.whole: Bytes = b"".join(encoded)
        self._starts = _starts(encoded)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        return str(self.whole[self._starts[number] : self._starts[number + 1]], "utf-8")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


class Entries(Mapping[str, bytes]):
    """Bytes under words without a blank, which are told apart when the first is asked for."""

    def __init__(self, entries: Mapping[str, bytes]) -> None:
        self._words = " ".join(entries)
        self.whole: Bytes = b"".join(entries.values())
        self._starts = _starts(entries.values())
        self._numbers: dict[str, int] = {}

    def _by_word(self) -> dict[str, int]:
        if not self._numbers:
            words = self._words.split(" ") if self._words else []
            self._numbers = dict(zip(words, range(len(words)), strict=True))
        return self._numbers

    def __getitem__(self, word: str) -> bytes:
        number = self._by_word()[word]
        return bytes(self.whole[self._starts[number] : self._starts[number + 1]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_word())

    def __len__(self) -> int:
        return len(self._by_word())


def _starts(values: Iterable[bytes]) -> array[int]:
    return array("I", accumulate(map(len, values), initial=0))
