"""What the words of a clause add to its scores, by who acts in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from peerlint.learned.features import done_by
from peerlint.learned.weights import Weights
from peerlint.nlp.roles import ROLES

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_KEPT_IN_MIND = 20_000  # words


class Acting:
    """Sums of weights by role; those of words seen are kept in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._known: dict[bytes, Numbers] = {}

    def sums(self, clauses: Sequence[Collection[bytes]]) -> Numbers:
        """By clause, role and category, from each clause's words that count, every word given once."""
        import numpy as np

        begun = self.weights.notation.begun
        whoever = self.weights.sums([[begun(f"actor={role}")] for role in ROLES])
        words = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(clauses)))}
        if not words:
            return np.tile(whoever, (len(clauses), 1, 1))
        self._learn(words)
        table = np.array([self._known[word] for word in words])
        rows = [words[word] for clause in clauses for word in clause]
        totals = np.zeros((len(rows) + 1, *whoever.shape))
        np.cumsum(table[rows], axis=0, out=totals[1:])
        found: Numbers = np.diff(totals[[0, *accumulate(map(len, clauses))]], axis=0)
        return found + whoever

    def _learn(self, words: Iterable[bytes]) -> None:
        if len(self._known) > _KEPT_IN_MIND:
            self._known.clear()
        new = [word for word in words if word not in self._known]
        if not new:
            return
        notation = self.weights.notation
        sums = self.weights.sums(
            [[done_by(role, word, notation)] for word in new for role in ROLES]
        )
        self._known.update(zip(new, sums.reshape(len(new), len(ROLES), -1), strict=True))
