"""A first glance, before parsing: whether the words of a sentence leave a chance of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from peerlint.document import Block
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.features import at_a_closer_look, at_a_glance, surroundings
from peerlint.learned.notation import number_of
from peerlint.learned.weights import Sums, Weights
from peerlint.nlp.place import Place
from peerlint.values import dataclass

_KEPT_IN_MIND = 20_000  # words for each kind of document
_DUTIES = [kind == "duty" for kind in CATEGORIES.values()]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The words of a sentence in order (lower case), and where it stands.

    `suspect` where all words of some rule's wording are among them.
    """

    words: Sequence[str]
    block: Block
    place: Place
    type: str
    question: bool
    suspect: bool = False


class Around:
    """What surrounds sentences, in sums of its weights; those seen are kept in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._known: dict[tuple[str, ...], Sums] = {}

    def sums(self, every: Sequence[tuple[str, ...]]) -> list[Sums]:
        """The sum for each of these surroundings."""
        known = self._known
        if len(known) > _KEPT_IN_MIND:
            known.clear()
        new = {one: tuple(map(number_of, one)) for one in every if one not in known}
        if new:
            known.update(self.weights.brought(new))
        return [known[one] for one in every]


class Glance:
    """Most sentences need no more than this; what it has seen of a word it keeps in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.around = Around(weights)
        self._bias: Sums = tuple(weights.bias.tolist())
        self._words: dict[tuple[bool, str], dict[str, Sums]] = {}

    def sums(self, sentences: Sequence[Glimpse]) -> list[Sums]:
        """For each sentence the score of each category, from its words one by one."""
        around = self.around.sums(
            [surroundings(one.block, one.place, one.type, one.question) for one in sentences]
        )
        self._learn_words(sentences)
        found: list[Sums] = []
        for one, sums in zip(sentences, around, strict=True):
            seen = self._words[one.place.peer_context, one.type]
            brought = map(seen.__getitem__, frozenset(one.words))
            found.append(tuple(map(sum, zip(self._bias, sums, *brought, strict=True))))
        return found

    def margins(
        self, sentences: Sequence[Glimpse], sums: Sequence[Sums], least: Sequence[float]
    ) -> list[float]:
        """How far each sentence's best score lies above the least that its category needs.

        Beside the sums of its words counts what these bring side by side, and in duties that a peer worker
        acts. The more words, the more of them stand in other clauses; their number takes away its logarithm.
        """
        import numpy as np

        if not sentences:
            return []
        looks = [at_a_closer_look(one.words, self.weights.notation) for one in sentences]
        runs, acting, lengths = zip(*looks, strict=True)
        brought = self.weights.sums([*runs, *acting])
        scores = np.array(sums) + brought[: len(runs)] + np.where(_DUTIES, brought[len(runs) :], 0)
        best: list[float] = (scores - least).max(axis=1).tolist()
        return [margin - log(max(count, 1)) for margin, count in zip(best, lengths, strict=True)]

    def _learn_words(self, sentences: Iterable[Glimpse]) -> None:
        words: dict[tuple[bool, str], set[str]] = {}
        for one in sentences:
            words.setdefault((one.place.peer_context, one.type), set()).update(one.words)
        for where, some in words.items():
            seen = self._words.setdefault(where, {})
            if len(seen) > _KEPT_IN_MIND:
                seen.clear()
            new = {
                one: at_a_glance(one, *where, self.weights.notation) for one in some - seen.keys()
            }
            if new:
                seen.update(self.weights.brought(new))
