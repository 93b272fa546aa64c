"""A first glance, before parsing: whether the words of a sentence leave a chance of a reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from peerlint.document import Block
from peerlint.learned.features import at_a_glance, surroundings
from peerlint.learned.weights import Weights
from peerlint.nlp.understanding import Place

_KEPT_IN_MIND = 50_000  # words in their places

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
        self._words: dict[tuple[str, bool, str], _Scores] = {}

    def best(self, sentences: Sequence[Glimpse]) -> list[float]:
        """For each sentence the best score of any category, from its words one by one."""
        self._learn(sentences)
        return [
            max(map(sum, zip(self._bias, *self._brought(one), strict=True))) for one in sentences
        ]

    def _brought(self, sentence: Glimpse) -> Iterator[_Scores]:
        yield self._around[_around(sentence)]
        yield from map(self._words.__getitem__, _words(sentence))

    def _learn(self, sentences: Sequence[Glimpse]) -> None:
        if len(self._words) > _KEPT_IN_MIND:
            self._words.clear()
        if len(self._around) > _KEPT_IN_MIND:
            self._around.clear()
        kinds = self.weights.kinds
        around = dict.fromkeys(map(_around, sentences))
        words = dict.fromkeys(key for one in sentences for key in _words(one))
        self._add(self._around, {names: names for names in around if names not in self._around})
        self._add(
            self._words,
            {key: at_a_glance(*key, kinds) for key in words if key not in self._words},
        )

    def _add(self, known: dict[_Key, _Scores], new: Mapping[_Key, tuple[str, ...]]) -> None:
        if new:
            sums = self.weights.sums(list(new.values()))
            known.update(zip(new, map(tuple, sums.tolist()), strict=True))


def _around(sentence: Glimpse) -> tuple[str, ...]:
    return surroundings(sentence.block, sentence.place, sentence.type, sentence.question)


def _words(sentence: Glimpse) -> list[tuple[str, bool, str]]:
    peer, type = sentence.place.peer_context, sentence.type
    return [(word, peer, type) for word in sentence.words]
