"""What the words of a clause add to its scores, by who acts in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from peerlint.learned.features import done_by
from peerlint.learned.weights import Kept, Weights
from peerlint.nlp.roles import ROLES

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]


class Acting:
    """Sums of weights by role; those of words seen are kept in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._words = Kept(self._of_words)

    def sums(self, clauses: Sequence[Collection[bytes]]) -> Numbers:
        """By clause, role and category, from each clause's words that count, every word given once."""
        begun = self.weights.notation.begun
        whoever = self.weights.sums([[begun(f"actor={role}")] for role in ROLES])
        return self._words.sums(clauses) + whoever

    def _of_words(self, words: Sequence[bytes]) -> Numbers:
        """By word, role and category."""
        notation = self.weights.notation
        sums = self.weights.sums(
            [[done_by(role, word, notation)] for word in words for role in ROLES]
        )
        found: Numbers = sums.reshape(len(words), len(ROLES), sums.shape[1])
        return found
