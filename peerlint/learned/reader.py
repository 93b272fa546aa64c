"""Read a sentence clause by clause and say which of them an editor would want reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from peerlint.document import Block, BlockKind
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import load_scorer
from peerlint.learned.features import Places, Words, features
from peerlint.learned.glance import Glance
from peerlint.learned.segments import Segment, segments_of
from peerlint.learned.spans import narrowed
from peerlint.learned.weights import Weights, load_kinds, load_weights
from peerlint.nlp.actors import actor_of
from peerlint.nlp.events import is_verbal
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.understanding import Place

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
_KEPT_IN_MIND = 50_000  # words in their places
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
    """What scores the clauses of a sentence from the sentence as a whole."""

    def scores(
        self, sentence: Sentence, segments: Sequence[Segment], actors: Sequence[str]
    ) -> Sequence[Numbers | None]:
        """A score for each category, clause by clause; None for a clause that it cannot see."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with who acts in it and its scores by its words."""

    segment: Segment
    actor: str
    scores: Numbers


@dataclass(slots=True)
class _Seen:
    """The sentence seen last, which is often asked about more than once."""

    sentence: Sentence | None = None
    clauses: list[_Clause] = field(default_factory=list)
    encoded: Sequence[Numbers | None] | None = None


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
        self._known: dict[tuple[str, ...], tuple[int, ...]] = {}
        self.thresholds = tuple(
            (thresholds or {}).get(category, THRESHOLD) for category in CATEGORIES
        )
        self.doubt = DOUBT
        self.glance = Glance(weights)
        self._last = _Seen()

    def is_worth_parsing(
        self, words: Iterable[str], block: Block, place: Place, type: str, question: bool
    ) -> bool:
        """Whether a sentence of these words (lower case), standing there, may hold a reading."""
        return self.glance.best(words, block, place, type, question) >= _WORTH_PARSING

    def read(self, sentence: Sentence, classes: Mapping[str, Node]) -> Iterator[Reading]:
        """At most one reading for each clause and kind, in order of place."""
        words, block, place = sentence.view.words, sentence.block, sentence.place
        best = self.glance.best(words, block, place, sentence.type, sentence.is_question)
        if best < _WORTH_READING:
            return
        clauses = self._clauses(sentence, classes)
        promising = [self._is_promising(sentence, clause) for clause in clauses]
        if not any(promising):
            return
        encoded = self._encoded(sentence, clauses)
        for clause, scores, is_promising in zip(clauses, encoded, promising, strict=True):
            if scores is not None and is_promising:
                yield from self._readings(sentence, clause, scores)

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
        clauses = self._clauses(sentence, classes)
        if not clauses:
            return None
        inside = [len(set(one.segment.tokens).intersection(range(*span))) for one in clauses]
        at = inside.index(max(inside))
        encoded = self._encoded(sentence, clauses)[at]
        if encoded is None:
            return None
        columns = [at for at, one in enumerate(CATEGORIES.values()) if one == kind]
        return float(clauses[at].scores[columns].max()), float(encoded[columns].max())

    def _clauses(self, sentence: Sentence, classes: Mapping[str, Node]) -> list[_Clause]:
        if self._last.sentence is not sentence:
            clauses = [self._clause(sentence, one, classes) for one in segments_of(sentence)]
            self._last = _Seen(sentence, clauses)
        return self._last.clauses

    def _encoded(self, sentence: Sentence, clauses: list[_Clause]) -> Sequence[Numbers | None]:
        last = self._last
        if last.encoded is None:
            last.encoded = self.scorer.scores(
                sentence, [one.segment for one in clauses], [one.actor for one in clauses]
            )
        return last.encoded

    def _clause(self, sentence: Sentence, segment: Segment, classes: Mapping[str, Node]) -> _Clause:
        actor = acting(sentence, segment, classes)
        words = Words(sentence, segment, actor, self.weights.kinds)
        return _Clause(segment, actor, self.weights.scores(self._rows(words)))

    def _is_promising(self, sentence: Sentence, clause: _Clause) -> bool:
        duties = may_be_duty(sentence, clause.actor)
        return any(
            score >= _WORTH_ENCODING and (duties or kind != "duty")
            for kind, score in zip(CATEGORIES.values(), clause.scores.tolist(), strict=True)
        )

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

    def _rows(self, words: Words) -> set[int]:
        """The numbers of the rows of a clause's features; those of single words are kept in mind."""
        rows: set[int] = set()
        for names, _ in words.repeated():
            known = self._known.get(names)
            if known is None:
                known = self._known[names] = tuple(self.weights.find(names)[1].tolist())
            rows.update(known)
        rows.update(self.weights.find([name for name, _ in words.own()])[1].tolist())
        if len(self._known) > _KEPT_IN_MIND:
            self._known.clear()
        return rows

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

    def scores(
        self, sentence: Sentence, segments: Sequence[Segment], actors: Sequence[str]
    ) -> Sequence[Numbers | None]:
        return load_scorer(ENCODER).scores(sentence, segments, actors)


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return load_weights(WEIGHTS, load_kinds(KINDS))


def load_reader(thresholds: Mapping[str, float] | None = None) -> Reader | None:
    """The reader that ships; None where the package was installed without its weights."""
    if not (WEIGHTS.is_file() and ENCODER.is_file()):
        return None
    return Reader(_shipped(), _ShippedScorer(), thresholds)
