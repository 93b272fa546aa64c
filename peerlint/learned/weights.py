"""The numbers that the second reader has learned, as `python -m training.reader` writes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, count
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from peerlint.learned.arrays import mapped_arrays
from peerlint.learned.notation import Kinds, Notation, in_numbers
from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

Key = TypeVar("Key")
_KEPT_IN_MIND = 8_000  # words, as many as a long handbook has


@dataclass(frozen=True)
class Weights:
    """A linear classifier for each category.

    `numbers` (sorted) and `table` hold a row of weights for each known feature, `bias` what every
    clause starts with. `slope`, `encoder_slope` and `shift` turn a score, and the encoder's score
    of the same clause, into the share of such clauses that a careful editor would want reported.
    `trust_slopes` (a row for features, one for the encoder) and `trust_shift` do the same for clauses
    in which a rule has spoken.
    """

    numbers: Numbers
    table: Numbers
    bias: Numbers
    slope: Numbers
    encoder_slope: Numbers
    shift: Numbers
    trust_slopes: Numbers
    trust_shift: Numbers
    kinds: Kinds

    @cached_property
    def notation(self) -> Notation[int]:
        """How features are written to be found."""
        return in_numbers(self.kinds)

    def find(self, features: Collection[int]) -> tuple[Numbers, Numbers]:
        """Which of the features are known (their places in the order given), and their rows' numbers."""
        import numpy as np

        wanted = np.fromiter(features, dtype=np.uint32, count=len(features))
        at = np.searchsorted(self.numbers, wanted)
        at[at == len(self.numbers)] = 0
        known = np.flatnonzero(self.numbers[at] == wanted) if len(self.numbers) else at[:0]
        return known, at[known]

    def sums(self, bundles: Sequence[Collection[int]]) -> Numbers:
        """For each bundle of features the sum of its rows, exact whatever their order."""
        import numpy as np

        known, rows = self.find(list(chain.from_iterable(bundles)))
        ends = np.cumsum([0, *map(len, bundles)])
        return summed(self.table[rows], np.searchsorted(known, ends))

    def confidence(self, scores: Numbers, encoded: Numbers) -> Numbers:
        """Both scores of a clause as shares between 0 and 1."""
        import numpy as np

        total = self.slope * scores + self.encoder_slope * encoded + self.shift
        found: Numbers = 1 / (1 + np.exp(-total))
        return found

    def needed(self, confidence: Sequence[float], encoded: float) -> list[float]:
        """For each category the score by features that gives this confidence with that of the encoder."""
        import numpy as np

        wanted = np.array(confidence)
        with np.errstate(divide="ignore"):  # nothing is quite sure
            total = np.log(wanted) - np.log(1 - wanted)
        found: list[float] = (
            (total - self.shift - self.encoder_slope * encoded) / self.slope
        ).tolist()
        return found

    def trust(self, scores: tuple[float, float], column: int) -> float:
        """The share of rules' findings of a category with these two scores that were right."""
        slopes = self.trust_slopes[:, column]
        total = slopes[0] * scores[0] + slopes[1] * scores[1] + self.trust_shift[column]
        return float(1 / (1 + exp(-total)))


def summed(rows: Numbers, edges: Sequence[int] | Numbers) -> Numbers:
    """The sums of the rows from each edge to the next."""
    import numpy as np

    totals = np.zeros((len(rows) + 1, *rows.shape[1:]))
    totals[1:] = rows
    np.add.accumulate(totals, axis=0, out=totals)
    passed = totals[edges]
    found: Numbers = passed[1:] - passed[:-1]
    return found


class Kept(Generic[Key]):
    """What things add to the scores, reckoned once for each: a row under the thing's name.

    When more than `most` of them are kept in mind all are forgotten.
    """

    def __init__(
        self, reckon: Callable[[Sequence[Key]], Numbers], most: int = _KEPT_IN_MIND
    ) -> None:
        self._reckon = reckon
        self._most = most
        self._rows: dict[Key, int] = {}
        self._table = reckon(())

    def of(self, things: Sequence[Key]) -> Numbers:
        """The rows of these things."""
        if len(self._rows) > self._most:
            self._rows.clear()
        new = [one for one in dict.fromkeys(things) if one not in self._rows]
        if new:
            self._learn(new)
        found: Numbers = self._table[[self._rows[one] for one in things]]
        return found

    def _learn(self, new: Sequence[Key]) -> None:
        import numpy as np

        first = len(self._rows)
        self._rows.update(zip(new, count(first)))
        if len(self._rows) > len(self._table):  # twice as many, so that few are moved often
            grown = np.empty((2 * len(self._rows), *self._table.shape[1:]))
            grown[:first] = self._table[:first]
            self._table = grown
        self._table[first : len(self._rows)] = self._reckon(new)

    def sums(self, bundles: Sequence[Collection[Key]]) -> Numbers:
        """For each bundle of things the sum of their rows."""
        edges = [0, *accumulate(map(len, bundles))]
        return summed(self.of(list(chain.from_iterable(bundles))), edges)


def load_weights(path: Path, kinds: Kinds) -> Weights:
    """Read a file that `save_weights` wrote."""
    return Weights(kinds=kinds, **mapped_arrays(path))


def save_weights(path: Path, weights: Weights) -> None:
    """Write weights; compressed they are hardly smaller, and slower to read."""
    import numpy as np

    np.savez(path, **{name: getattr(weights, name) for name in _ARRAYS})


_ARRAYS = (
    "numbers",
    "table",
    "bias",
    "slope",
    "encoder_slope",
    "shift",
    "trust_slopes",
    "trust_shift",
)


def load_kinds(path: Path) -> Kinds:
    """Read a file that `save_kinds` wrote."""
    return _Kinds(**mapped_arrays(path))


class _Kinds(Kinds):
    """The groups of many words, found by bisection: a dictionary of them takes long to make."""

    def __init__(self, words: Numbers, coarse: Numbers, fine: Numbers) -> None:
        self._words, self._coarse, self._fine = words, coarse, fine

    def __getitem__(self, word: str) -> tuple[int, int]:
        encoded = word.encode("utf-8")
        at = int(self._words.searchsorted(encoded))
        if at == len(self._words) or self._words[at] != encoded:
            raise KeyError(word)
        return int(self._coarse[at]), int(self._fine[at])

    def __iter__(self) -> Iterator[str]:
        return (word.decode("utf-8") for word in self._words.tolist())

    def __len__(self) -> int:
        return len(self._words)


def save_kinds(path: Path, kinds: Kinds) -> None:
    """Write groups of words."""
    import numpy as np

    words = sorted(kinds, key=lambda word: word.encode("utf-8"))
    coarse, fine = zip(*(kinds[word] for word in words), strict=True)
    np.savez(
        path,
        words=np.array([word.encode("utf-8") for word in words]),
        coarse=np.array(coarse, dtype=np.uint16),
        fine=np.array(fine, dtype=np.uint16),
    )
