"""The source of chance and words that all parts of the grammar draw from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from training.lexicon import Lexicon
from training.tree import Tree

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draw:
    """A seeded chooser over the lexicon."""

    lexicon: Lexicon
    rng: Random

    def chance(self, probability: float) -> bool:
        """Whether something happens that happens with this probability."""
        return self.rng.random() < probability

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all equally likely."""
        return self.rng.choice(options)

    def make(self, *makers: tuple[float, Callable[[Draw], Tree]]) -> Tree:
        """Run one of the makers, chosen by weight."""
        weights = [w for w, _ in makers]
        return self.rng.choices([m for _, m in makers], weights)[0](self)
