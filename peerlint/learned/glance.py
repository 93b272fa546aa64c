"""A first glance, before parsing: whether the words of a sentence leave a chance of a reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.document import Block
from peerlint.learned.features import at_a_glance, surroundings
from peerlint.learned.weights import Weights
from peerlint.nlp.understanding import Place

if TYPE_CHECKING:
    from peerlint.learned.weights import Numbers

_KEPT_IN_MIND = 20_000  # words for each kind of document


class Glance:
    """Most sentences need no more than this; what it has seen of a word it keeps in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._words: dict[tuple[bool, str], dict[str, Numbers | None]] = {}
        self._around: dict[tuple[str, ...], Numbers] = {}

    def best(
        self, words: Iterable[str], block: Block, place: Place, type: str, question: bool
    ) -> float:
        """The best score of any category, from these words (lower case) one by one."""
        peer = place.peer_context
        seen = self._words.setdefault((peer, type), {})
        around = surroundings(block, place, type, question)
        total = self.weights.bias + self._of_surroundings(around)
        for word in sorted(words):  # sums of floating-point numbers depend on their order
            if word not in seen:
                if len(seen) > _KEPT_IN_MIND:
                    seen.clear()
                seen[word] = self._sum(at_a_glance(word, peer, type, self.weights.kinds))
            brought = seen[word]
            if brought is not None:
                total += brought
        return float(total.max())

    def _of_surroundings(self, names: tuple[str, ...]) -> Numbers:
        if names not in self._around:
            if len(self._around) > _KEPT_IN_MIND:
                self._around.clear()
            self._around[names] = self.weights.sum(self.weights.find(names)[1])
        return self._around[names]

    def _sum(self, names: tuple[str, ...]) -> Numbers | None:
        rows = self.weights.find(names)[1]
        return self.weights.sum(rows) if len(rows) else None
