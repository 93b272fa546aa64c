"""The clauses of sentences with their scores: by their words, and by the encoder where it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from peerlint.document import BlockKind
from peerlint.learned.clauses import Asked
from peerlint.learned.features import features
from peerlint.learned.segments import Segment, segments_of
from peerlint.learned.weights import Weights
from peerlint.nlp.actors import actor_of
from peerlint.nlp.events import is_verbal
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence

if TYPE_CHECKING:
    import numpy as np

    from peerlint.rulebook.pattern import Node

    Numbers = np.ndarray[Any, Any]

_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)


class Scorer(Protocol):
    """What scores the clauses of sentences from each sentence as a whole."""

    def scores(self, asked: Sequence[Asked]) -> Sequence[Sequence[Numbers | None]]:
        """For each sentence and clause a score for each category; None for a clause it cannot see."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with who acts in it and its scores by its words."""

    segment: Segment
    actor: str
    scores: Numbers


@dataclass(frozen=True, slots=True)
class Scored:
    """The clauses of a sentence, and the encoder's scores of those that it was asked about."""

    sentence: Sentence
    clauses: Sequence[Clause]
    encoded: dict[int, Numbers | None]


class Scoring:
    """Scores clauses; those of a sentence are found once, and kept with it."""

    def __init__(self, weights: Weights, scorer: Scorer) -> None:
        self.weights = weights
        self.scorer = scorer

    def of(self, sentences: Sequence[Sentence], classes: Mapping[str, Node]) -> list[Scored]:
        """The clauses of sentences with their scores by their words."""
        self._add([one for one in sentences if self not in one.memo], classes)
        return [Scored(one, *one.memo[self]) for one in sentences]

    def _add(self, new: Sequence[Sentence], classes: Mapping[str, Node]) -> None:
        cut = [
            [(one, acting(sentence, one, classes)) for one in segments_of(sentence)]
            for sentence in new
        ]
        kinds = self.weights.kinds
        found = [
            features(sentence, segment, actor, kinds)
            for sentence, clauses in zip(new, cut, strict=True)
            for segment, actor in clauses
        ]
        scores = iter(self.weights.scores(found))
        for sentence, clauses in zip(new, cut, strict=True):
            made = [Clause(segment, actor, next(scores)) for segment, actor in clauses]
            sentence.memo[self] = (made, {})

    def encode(self, asked: Iterable[tuple[Scored, Iterable[int]]]) -> None:
        """Ask the encoder about some clauses of each sentence, all at once; about none twice."""
        new = [
            (scored, places)
            for scored, some in asked
            if (places := [at for at in some if at not in scored.encoded])
        ]
        scores = self.scorer.scores(
            [
                Asked(
                    scored.sentence,
                    [scored.clauses[at].segment for at in places],
                    [scored.clauses[at].actor for at in places],
                )
                for scored, places in new
            ]
        )
        for (scored, places), own in zip(new, scores, strict=True):
            scored.encoded.update(zip(places, own, strict=True))


def acting(sentence: Sentence, segment: Segment, classes: Mapping[str, Node]) -> str:
    """Who does what the clause says."""
    token = sentence.doc[segment.head]
    return actor_of(sentence, token, classes, predicate=is_verbal(sentence, token))


def may_be_duty(sentence: Sentence, actor: str) -> bool:
    """Duties are peer workers' alone, and headings assign none."""
    return actor == PEER and sentence.block.kind not in _HEADINGS
