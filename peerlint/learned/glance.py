"""A first glance, before parsing: whether the words of a sentence leave a chance of a reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from peerlint.document import Block
from peerlint.learned.features import at_a_glance, surroundings
from peerlint.learned.weights import Weights
from peerlint.nlp.understanding import Place

_KEPT_IN_MIND = 20_000  # words for each kind of document

_Key = TypeVar("_Key")
_Scores = tuple[float, ...]  # what something adds to each category's; exact in any order


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The words of a sentence (lower case), and where it stands."""

    words: Collection[str]
    block: Block
    place: Place
    type: str
    question: bool


class Glance:
    """Most sentences need no more than this; what it has seen of a word it keeps in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._bias: _Scores = tuple(weights.bias.tolist())
        self._around: dict[tuple[str, ...], _Scores] = {}
        self._words: dict[tuple[bool, str], dict[str, _Scores]] = {}

    def best(self, sentences: Sequence[Glimpse]) -> list[float]:
        """For each sentence the best score of any category, from its words one by one."""
        around = [surroundings(one.block, one.place, one.type, one.question) for one in sentences]
        self._learn_around(around)
        self._learn_words(sentences)
        found: list[float] = []
        for one, names in zip(sentences, around, strict=True):
            seen = self._words[one.place.peer_context, one.type]
            brought = map(seen.__getitem__, one.words)
            found.append(max(map(sum, zip(self._bias, self._around[names], *brought, strict=True))))
        return found

    def _learn_around(self, around: Iterable[tuple[str, ...]]) -> None:
        if len(self._around) > _KEPT_IN_MIND:
            self._around.clear()
        self._add(self._around, {one: one for one in around if one not in self._around})

    def _learn_words(self, sentences: Iterable[Glimpse]) -> None:
        words: dict[tuple[bool, str], set[str]] = {}
        for one in sentences:
            words.setdefault((one.place.peer_context, one.type), set()).update(one.words)
        for where, some in words.items():
            seen = self._words.setdefault(where, {})
            if len(seen) > _KEPT_IN_MIND:
                seen.clear()
            new = some - seen.keys()
            self._add(seen, {one: at_a_glance(one, *where, self.weights.kinds) for one in new})

    def _add(self, known: dict[_Key, _Scores], new: Mapping[_Key, tuple[str, ...]]) -> None:
        if new:
            sums = self.weights.sums(list(new.values()))
            known.update(zip(new, map(tuple, sums.tolist()), strict=True))
