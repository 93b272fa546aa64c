"""A first glance: whether the words of a sentence, taken one by one, leave a chance of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.learned.features import at_a_glance, surroundings
from peerlint.learned.weights import Weights
from peerlint.nlp.sentence import Sentence

if TYPE_CHECKING:
    from peerlint.learned.weights import Numbers

_KEPT_IN_MIND = 20_000  # words for each kind of document


class Glance:
    """Most sentences need no more than this; what it has seen of a word it keeps in mind."""

    def __init__(self, weights: Weights, least: float) -> None:
        self.weights = weights
        self.least = weights.scores_for(least)
        self._words: dict[tuple[bool, str], dict[str, Numbers | None]] = {}
        self._around: dict[tuple[str, ...], Numbers] = {}

    def is_promising(self, sentence: Sentence) -> bool:
        """Whether the clauses of the sentence are worth reading one by one."""
        peer, type = sentence.place.peer_context, sentence.type
        seen = self._words.setdefault((peer, type), {})
        total = self.weights.bias + self._of_surroundings(surroundings(sentence))
        for word in sentence.view.words:
            if word not in seen:
                if len(seen) > _KEPT_IN_MIND:
                    seen.clear()
                seen[word] = self._sum(at_a_glance(word, peer, type, self.weights.kinds))
            brought = seen[word]
            if brought is not None:
                total += brought
        return bool((total >= self.least).any())

    def _of_surroundings(self, names: tuple[str, ...]) -> Numbers:
        if names not in self._around:
            if len(self._around) > _KEPT_IN_MIND:
                self._around.clear()
            self._around[names] = self.weights.sum(self.weights.find(names)[1])
        return self._around[names]

    def _sum(self, names: tuple[str, ...]) -> Numbers | None:
        rows = self.weights.find(names)[1]
        return self.weights.sum(rows) if len(rows) else None
