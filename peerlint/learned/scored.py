"""The clauses of sentences with their scores: by their words, and by the encoder where it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Protocol

from peerlint.document import BlockKind
from peerlint.learned.acting import Acting
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import Asked
from peerlint.learned.features import counting, features, surroundings
from peerlint.learned.glance import Around
from peerlint.learned.segments import Segment, segments_of
from peerlint.learned.weights import Weights
from peerlint.nlp.actors import actor_of
from peerlint.nlp.events import is_verbal
from peerlint.nlp.roles import PEER, ROLES
from peerlint.nlp.sentence import Sentence
from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    from peerlint.rulebook.pattern import Node

    Numbers = np.ndarray[Any, Any]

_DUTIES = [kind == "duty" for kind in CATEGORIES.values()]
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)


class Scorer(Protocol):
    """What scores the clauses of sentences from each sentence as a whole."""

    def scores(self, asked: Sequence[Asked]) -> Sequence[Sequence[Numbers | None]]:
        """For each sentence and clause a score for each category; None for a clause it cannot see."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its scores by its words: a row for each role of those who may act, and for nobody.

    `most` holds for each category the score that none of them exceeds; duties are peer workers' alone.
    """

    segment: Segment
    by_actor: Numbers
    most: Numbers

    def scores(self, actor: str) -> Numbers:
        """Its scores where this is who acts."""
        found: Numbers = self.by_actor[ROLES.index(actor) if actor in ROLES else -1]
        return found


@dataclass(frozen=True, slots=True)
class Scored:
    """The clauses of a sentence, and the encoder's scores of those that it was asked about."""

    sentence: Sentence
    clauses: Sequence[Clause]
    encoded: dict[int, Numbers | None]


class Scoring:
    """Scores clauses; those of a sentence are found once, and kept with it."""

    def __init__(self, weights: Weights, scorer: Scorer, around: Around) -> None:
        self.weights = weights
        self.scorer = scorer
        self.around = around
        self.acting = Acting(weights)

    def of(self, sentences: Sequence[Sentence]) -> list[Scored]:
        """The clauses of sentences with their scores by their words."""
        new = {id(one): one for one in sentences if self not in one.memo}
        if new:
            self._add(list(new.values()))
        return [Scored(one, *one.memo[self]) for one in sentences]

    def _add(self, new: Sequence[Sentence]) -> None:
        cut = [segments_of(sentence) for sentence in new]
        scores, most = self._scores(new, cut)
        clauses = map(Clause, chain.from_iterable(cut), scores, most)
        for sentence, segments in zip(new, cut, strict=True):
            sentence.memo[self] = (list(islice(clauses, len(segments))), {})

    def _scores(
        self, sentences: Sequence[Sentence], cut: Sequence[Sequence[Segment]]
    ) -> tuple[Numbers, Numbers]:
        """By clause, role and category; and the most by clause and category."""
        import numpy as np

        notation = self.weights.notation
        clauses = [
            (sentence, one) for sentence, some in zip(sentences, cut, strict=True) for one in some
        ]
        around = self.around.sums(
            [surroundings(one.block, one.place, one.type, one.is_question) for one in sentences]
        )
        own = self.weights.sums([features(*one, notation) for one in clauses])
        shared = np.repeat(around, list(map(len, cut)), axis=0)
        whoever = self.weights.bias + shared + own
        acting = self.acting.sums([counting(*one, notation) for one in clauses])
        by_actor = whoever[:, None] + np.pad(acting, ((0, 0), (0, 1), (0, 0)))
        scores = by_actor.astype("float32")
        return scores, np.where(_DUTIES, scores[:, ROLES.index(PEER)], scores.max(axis=1))

    def encode(self, asked: Iterable[tuple[Scored, Mapping[int, str]]]) -> None:
        """Ask the encoder about some clauses of each sentence, all at once; about none twice.

        The clauses' numbers come with who acts in them.
        """
        wanted: dict[int, tuple[Scored, dict[int, str]]] = {}
        for scored, some in asked:
            _, actors = wanted.setdefault(id(scored.sentence), (scored, {}))
            actors.update({at: some[at] for at in some if at not in scored.encoded})
        new = [(scored, actors) for scored, actors in wanted.values() if actors]
        scores = self.scorer.scores(
            [
                Asked(
                    scored.sentence,
                    [scored.clauses[at].segment for at in actors],
                    list(actors.values()),
                )
                for scored, actors in new
            ]
        )
        for (scored, actors), own in zip(new, scores, strict=True):
            scored.encoded.update(zip(actors, own, strict=True))


def acting(sentence: Sentence, segment: Segment, classes: Mapping[str, Node]) -> str:
    """Who does what the clause says."""
    token = sentence.doc[segment.head]
    return actor_of(sentence, token, classes, predicate=is_verbal(sentence, token))


def may_be_duty(sentence: Sentence, actor: str) -> bool:
    """Duties are peer workers' alone, and headings assign none."""
    return actor == PEER and sentence.block.kind not in _HEADINGS
