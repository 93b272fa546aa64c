"""Read a sentence clause by clause and say which of them an editor would want reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from peerlint.document import BlockKind
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import Asked, load_scorer
from peerlint.learned.features import Places, features
from peerlint.learned.glance import Glance, Glimpse
from peerlint.learned.segments import Segment, segments_of
from peerlint.learned.spans import narrowed
from peerlint.learned.weights import Weights, load_kinds, load_weights
from peerlint.nlp.actors import actor_of
from peerlint.nlp.events import is_verbal
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence

if TYPE_CHECKING:
    import numpy as np

    from peerlint.rulebook.pattern import Node

    Numbers = np.ndarray[Any, Any]

WEIGHTS = Path(__file__).resolve().parent / "weights.npz"
KINDS = WEIGHTS.with_name("kinds.npz")
ENCODER = WEIGHTS.with_name("encoder.npz")
THRESHOLD = 0.85
"""Confidence from which a clause is reported where the configuration says nothing else."""
DOUBT = 0.4
"""Trust below which a rule's duty is not reported."""
_WORTH_PARSING = -2.5
"""Score that words must reach, one by one, where no rule asks for the sentence."""
_WORTH_READING = -4.0
"""Score that the words of a parsed sentence must reach for its clauses to be read."""
_WORTH_ENCODING = -2.0
"""Score that a clause's features must reach for its sentence to be encoded."""
_COLUMNS = tuple(CATEGORIES)
_WORDS_TOLD = 3
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause that the reader would report.

    Tokens `start` to `end`, headed by `head`, are what it means; `clause` all tokens of the clause.
    `words` are those that weighed most; `scores` the clause's score by its features and by the
    encoder, from which the confidence comes.
    """

    category: str
    confidence: float
    scores: tuple[float, float]
    start: int
    end: int
    head: int
    clause: tuple[int, ...]
    words: tuple[str, ...]


class Scorer(Protocol):
    """What scores the clauses of sentences from each sentence as a whole."""

    def scores(self, asked: Sequence[Asked]) -> Sequence[Sequence[Numbers | None]]:
        """For each sentence and clause a score for each category; None for a clause it cannot see."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with who acts in it and its scores by its words."""

    segment: Segment
    actor: str
    scores: Numbers


@dataclass(frozen=True, slots=True)
class _Seen:
    """The clauses of a sentence, and the encoder's scores of those that it was asked about."""

    clauses: Sequence[_Clause]
    encoded: dict[int, Numbers | None] = field(default_factory=dict)


class Reader:
    """The second reader with its thresholds; `doubt` is the trust below which a duty is not reported.

    Words are looked at first, then clauses by their features; only where these leave a chance is
    the sentence given to the encoder, which costs most.
    """

    def __init__(
        self, weights: Weights, scorer: Scorer, thresholds: Mapping[str, float] | None = None
    ) -> None:
        self.weights = weights
        self.scorer = scorer
        self.thresholds = tuple(
            (thresholds or {}).get(category, THRESHOLD) for category in CATEGORIES
        )
        self.doubt = DOUBT
        self.glance = Glance(weights)

    def may_hold(self, sentences: Sequence[Glimpse]) -> list[bool]:
        """Which of these sentences, not parsed yet, may hold a reading."""
        return [best >= _WORTH_PARSING for best in self.glance.best(sentences)]

    def read(
        self, sentences: Iterable[Sentence], classes: Mapping[str, Node]
    ) -> list[list[Reading]]:
        """For each sentence at most one reading for each clause and kind, in order of place."""
        every = list(sentences)
        worth = self._worth_reading(every)
        asked = [
            (sentence, seen, self._promising(sentence, seen.clauses))
            for sentence, seen in zip(worth, self._look(worth, classes), strict=True)
        ]
        self._encode(asked)
        found = {id(one[0]): list(self._readings_at(*one)) for one in asked}
        return [found.get(id(sentence), []) for sentence in every]

    def trust(
        self, sentence: Sentence, span: tuple[int, int], category: str, classes: Mapping[str, Node]
    ) -> float:
        """How likely a rule's finding of this category on tokens `span` is right; 1 where unseen."""
        scores = self.scores_at(sentence, span, CATEGORIES[category], classes)
        return 1.0 if scores is None else self.weights.trust(scores, _COLUMNS.index(category))

    def scores_at(
        self, sentence: Sentence, span: tuple[int, int], kind: str, classes: Mapping[str, Node]
    ) -> tuple[float, float] | None:
        """The best scores, by features and by the encoder, of a kind where tokens `span` stand."""
        (seen,) = self._look([sentence], classes)
        if not seen.clauses:
            return None
        inside = [len(set(one.segment.tokens).intersection(range(*span))) for one in seen.clauses]
        at = inside.index(max(inside))
        self._encode([(sentence, seen, [at])])
        encoded = seen.encoded[at]
        if encoded is None:
            return None
        columns = [at for at, one in enumerate(CATEGORIES.values()) if one == kind]
        return float(seen.clauses[at].scores[columns].max()), float(encoded[columns].max())

    def _worth_reading(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        seen = [
            Glimpse(one.view.words, one.block, one.place, one.type, one.is_question)
            for one in sentences
        ]
        best = self.glance.best(seen)
        return [one for one, score in zip(sentences, best, strict=True) if score >= _WORTH_READING]

    def _look(self, sentences: Sequence[Sentence], classes: Mapping[str, Node]) -> list[_Seen]:
        """The clauses of sentences with their scores by their words; each is looked at once."""
        new = [sentence for sentence in sentences if self not in sentence.memo]
        cut = [
            [(one, acting(sentence, one, classes)) for one in segments_of(sentence)]
            for sentence in new
        ]
        kinds = self.weights.kinds
        scores = iter(
            self.weights.scores(
                [
                    features(sentence, segment, actor, kinds)
                    for sentence, clauses in zip(new, cut, strict=True)
                    for segment, actor in clauses
                ]
            )
        )
        for sentence, clauses in zip(new, cut, strict=True):
            made = [_Clause(segment, actor, next(scores)) for segment, actor in clauses]
            sentence.memo[self] = _Seen(made)
        return [sentence.memo[self] for sentence in sentences]

    def _encode(self, asked: Iterable[tuple[Sentence, _Seen, Sequence[int]]]) -> None:
        """Ask the encoder about these clauses of sentences, all at once."""
        new = [
            (sentence, seen, places)
            for sentence, seen, some in asked
            if (places := [at for at in some if at not in seen.encoded])
        ]
        scores = self.scorer.scores(
            [
                Asked(
                    sentence,
                    [seen.clauses[at].segment for at in places],
                    [seen.clauses[at].actor for at in places],
                )
                for sentence, seen, places in new
            ]
        )
        for (_, seen, places), own in zip(new, scores, strict=True):
            seen.encoded.update(zip(places, own, strict=True))

    def _promising(self, sentence: Sentence, clauses: Sequence[_Clause]) -> list[int]:
        return [at for at, one in enumerate(clauses) if self._is_promising(sentence, one)]

    def _is_promising(self, sentence: Sentence, clause: _Clause) -> bool:
        duties = may_be_duty(sentence, clause.actor)
        return any(
            score >= _WORTH_ENCODING and (duties or kind != "duty")
            for kind, score in zip(CATEGORIES.values(), clause.scores.tolist(), strict=True)
        )

    def _readings_at(
        self, sentence: Sentence, seen: _Seen, places: Iterable[int]
    ) -> Iterator[Reading]:
        for at in places:
            encoded = seen.encoded[at]
            if encoded is not None:
                yield from self._readings(sentence, seen.clauses[at], encoded)

    def _readings(self, sentence: Sentence, clause: _Clause, encoded: Numbers) -> Iterator[Reading]:
        confidence = self.weights.confidence(clause.scores, encoded)
        best: dict[str, tuple[float, int]] = {}
        for column, (kind, wanted) in enumerate(
            zip(CATEGORIES.values(), self.thresholds, strict=True)
        ):
            sure = float(confidence[column])
            if sure < wanted or (kind == "duty" and not may_be_duty(sentence, clause.actor)):
                continue
            best[kind] = max(best.get(kind, (0.0, 0)), (sure, column))
        for sure, column in best.values():
            scores = float(clause.scores[column]), float(encoded[column])
            yield self._reading(sentence, clause, sure, scores, column)

    def _reading(
        self,
        sentence: Sentence,
        clause: _Clause,
        sure: float,
        scores: tuple[float, float],
        column: int,
    ) -> Reading:
        category, segment = _COLUMNS[column], clause.segment
        found = features(sentence, segment, clause.actor, self.weights.kinds)
        weighed = self._weighed(found, column)
        start, end, head = narrowed(sentence, segment, weighed, CATEGORIES[category])
        telling = [at for at in weighed if weighed[at] > 0 and sentence.view.pos[at] in _TELLING]
        told = sorted(telling, key=lambda at: -weighed[at])[:_WORDS_TOLD]
        words = tuple(sentence.doc[at].text for at in sorted(told))
        return Reading(category, sure, scores, start, end, head, segment.tokens, words)

    def _weighed(self, found: Mapping[str, Places], column: int) -> dict[int, float]:
        """How much each token of the clause speaks for the category."""
        places = list(found.values())
        known, rows = self.weights.find(tuple(found))
        weights = self.weights.table[rows, column]
        weighed: dict[int, float] = {}
        for number, weight in zip(known.tolist(), weights.tolist(), strict=True):
            for at in places[number]:
                weighed[at] = weighed.get(at, 0.0) + weight / len(places[number])
        return weighed


def acting(sentence: Sentence, segment: Segment, classes: Mapping[str, Node]) -> str:
    """Who does what the clause says."""
    token = sentence.doc[segment.head]
    return actor_of(sentence, token, classes, predicate=is_verbal(sentence, token))


def may_be_duty(sentence: Sentence, actor: str) -> bool:
    """Duties are peer workers' alone, and headings assign none."""
    return actor == PEER and sentence.block.kind not in _HEADINGS


class _ShippedScorer:
    """The encoder that ships, loaded when the first sentence is worth it."""

    def scores(self, asked: Sequence[Asked]) -> Sequence[Sequence[Numbers | None]]:
        return load_scorer(ENCODER).scores(asked) if asked else ()


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return load_weights(WEIGHTS, load_kinds(KINDS))


def load_reader(thresholds: Mapping[str, float] | None = None) -> Reader | None:
    """The reader that ships; None where the package was installed without its weights."""
    if not (WEIGHTS.is_file() and ENCODER.is_file()):
        return None
    return Reader(_shipped(), _ShippedScorer(), thresholds)
