"""How features are written: as numbers, which is quick, or as names, which training keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Generic, TypeVar
from zlib import crc32

from peerlint.values import dataclass

F = TypeVar("F")

_KEPT_IN_MIND = 8_000  # words, as many as a long handbook has
_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset({"l", "s", "z"})
_TIED = frozenset({"n't", "'s"})  # words without a stem that count
_LIGHT = frozenset("the a an of to and or in on for with at by is are be as that this it".split())


Kinds = Mapping[str, tuple[int, int]]
"""For each word the coarse and the fine group of words used alike; from vectors of general English."""


def number_of(feature: str) -> int:
    """The number under which a feature's weights are kept."""
    return crc32(feature.encode("utf-8"))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its ending: *administers*, *administering*, *administered* are one."""
    word = word.removesuffix("'s")
    for ending, left in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", "")):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and not _VOWELS.isdisjoint(base):
            return _undoubled(base + left)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _undoubled(word)


def _undoubled(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in _KEPT_DOUBLE:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@dataclass(frozen=True, slots=True)
class Head(Generic[F]):
    """What a word brings along as the head of a clause; those that end in `_` are only begun."""

    own: tuple[F, ...]
    dependent_: F
    noun_: F
    fine_noun_: F
    fine_with_: F
    coarse_noun_: F
    coarse_with_: F


@dataclass(frozen=True, slots=True)
class Word(Generic[F]):
    """A word as features see it; features that end in `_` are only begun.

    `short` is its stem, or what else counts; `spaced` the same with a space behind. `is_word` tells words
    from signs.
    """

    is_word: bool
    counts: bool
    short: bytes
    spaced: bytes
    fine: bytes
    coarse: bytes
    own: tuple[F, ...]
    outside: F
    first: F
    two_: F
    three_: F
    kinds_: F


@dataclass(frozen=True, eq=False)
class Notation(Generic[F]):
    """Features are written piece by piece: `put` gives what is written so far with a text behind it."""

    kinds: Kinds
    put: Callable[[bytes, F], F]
    nothing: F
    _words: dict[str, Word[F]] = field(default_factory=dict, repr=False)
    _heads: dict[str, Head[F]] = field(default_factory=dict, repr=False)
    _begun: dict[str, F] = field(default_factory=dict, repr=False)

    def begun(self, text: str) -> F:
        """One of few features that are written anew again and again, or the beginning of one."""
        found = self._begun.get(text)
        if found is None:
            found = self._begun[text] = self.written(text)
        return found

    def written(self, text: str) -> F:
        """A whole feature, or the beginning of one."""
        return self.put(text.encode("utf-8"), self.nothing)

    def word(self, lower: str) -> Word[F]:
        """What is known of a word in lower case."""
        found = self._words.get(lower)
        if found is None:
            if len(self._words) > _KEPT_IN_MIND:
                self._words.clear()
            found = self._words[lower] = self._made(lower)
        return found

    def head(self, lower: str) -> Head[F]:
        """What is known of a word in lower case as the head of a clause."""
        found = self._heads.get(lower)
        if found is None:
            if len(self._heads) > _KEPT_IN_MIND:
                self._heads.clear()
            found = self._heads[lower] = self._made_head(lower)
        return found

    def _made(self, lower: str) -> Word[F]:
        put, begun = self.put, self.begun
        coarse, fine = map(_encoded, self.kinds.get(lower, (None, None)))
        word, short, is_word = lower.encode(), _short(lower).encode(), lower[:1].isalnum()
        spaced = short + b" "
        own = [put(short, begun("w=")), put(word, begun("x="))]
        if fine != _NO_KIND and lower not in _LIGHT:
            own += [put(fine, begun("K2=")), put(coarse, begun("K1="))]
        return Word(
            is_word=is_word,
            counts=is_word or lower in _TIED,
            short=short,
            spaced=spaced,
            fine=fine,
            coarse=coarse,
            own=tuple(own),
            outside=put(short, begun("o=")),
            first=put(short, begun("first=")),
            two_=put(spaced, begun("b=")),
            three_=put(spaced, begun("t=")),
            kinds_=put(fine + b" ", begun("Kb=")),
        )

    def _made_head(self, lower: str) -> Head[F]:
        put, begun = self.put, self.begun
        coarse, fine = map(_encoded, self.kinds.get(lower, (None, None)))
        short = _short(lower).encode()
        spaced = short + b" "
        return Head(
            own=(
                put(short, begun("hv=")),
                put(fine, begun("Kh=")),
                put(coarse, begun("Kh1=")),
            ),
            dependent_=put(short + b">", begun("d=")),
            noun_=put(spaced, begun("vn=")),
            fine_noun_=put(fine + b" ", begun("Kvn=")),
            fine_with_=put(spaced, begun("Kvm=")),
            coarse_noun_=put(coarse + b" ", begun("Kv1=")),
            coarse_with_=put(coarse + b" ", begun("Kmn=")),
        )


_NO_KIND = b"None"


def _encoded(kind: int | None) -> bytes:
    """A group's number as features have it."""
    return _NO_KIND if kind is None else b"%d" % kind


def _short(lower: str) -> str:
    """The stem of a word; a sign as it is."""
    return (stem(lower) if lower[:1].isalnum() else "") or lower


def in_numbers(kinds: Kinds) -> Notation[int]:
    """Features as the numbers under which their weights are kept."""
    return Notation(kinds, crc32, 0)


def in_names(kinds: Kinds) -> Notation[bytes]:
    """Features as names that a reader understands."""
    return Notation(kinds, _behind, b"")


def _behind(text: bytes, before: bytes) -> bytes:
    return before + text
