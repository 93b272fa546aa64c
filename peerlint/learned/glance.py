"""A first glance, before parsing: whether the words of a sentence leave a chance of a reading."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING, Any

from peerlint.document import Block
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.features import at_a_closer_look, at_a_glance, surroundings
from peerlint.learned.notation import number_of
from peerlint.learned.weights import Kept, Weights
from peerlint.nlp.place import Place
from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_SURROUNDINGS = 1_000  # that are kept in mind; those of a section are the same
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
        def reckoned(features: Sequence[str]) -> Numbers:
            return weights.sums([(number_of(one),) for one in features])

        self._known = Kept(Kept(reckoned).sums, most=_SURROUNDINGS)

    def sums(self, every: Sequence[tuple[str, ...]]) -> Numbers:
        """The sum for each of these surroundings, by category."""
        return self._known.of(every)


class Glance:
    """Most sentences need no more than this; what it has seen of a word it keeps in mind."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.around = Around(weights)
        self._words: dict[tuple[bool, str], Kept[str]] = {}

    def sums(self, sentences: Sequence[Glimpse]) -> Numbers:
        """For each sentence the score of each category, from its words one by one."""
        found = self.weights.bias + self.around.sums(
            [surroundings(one.block, one.place, one.type, one.question) for one in sentences]
        )
        alike: dict[tuple[bool, str], list[int]] = {}
        for at, one in enumerate(sentences):
            alike.setdefault((one.place.peer_context, one.type), []).append(at)
        for where, some in alike.items():
            found[some] += self._kept(*where).sums([frozenset(sentences[at].words) for at in some])
        return found

    def _kept(self, peer: bool, type: str) -> Kept[str]:
        """What words bring along in a document of that type."""
        known = self._words.get((peer, type))
        if known is not None:
            return known
        weights = self.weights

        def reckoned(words: Sequence[str]) -> Numbers:
            return weights.sums([at_a_glance(one, peer, type, weights.notation) for one in words])

        return self._words.setdefault((peer, type), Kept(reckoned))

    def margins(
        self, sentences: Sequence[Glimpse], sums: Numbers, least: Sequence[float]
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
        scores = sums + brought[: len(runs)] + np.where(_DUTIES, brought[len(runs) :], 0)
        best: list[float] = (scores - least).max(axis=1).tolist()
        return [margin - log(max(count, 1)) for margin, count in zip(best, lengths, strict=True)]
