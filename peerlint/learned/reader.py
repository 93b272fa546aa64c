"""Read a sentence clause by clause and say which of them an editor would want reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint.document import BlockKind
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.features import Places, Words, features
from peerlint.learned.glance import Glance
from peerlint.learned.segments import Segment, segments_of
from peerlint.learned.spans import narrowed
from peerlint.learned.weights import Weights, load_kinds, load_weights
from peerlint.nlp.actors import actor_of
from peerlint.nlp.events import is_verbal
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence

if TYPE_CHECKING:
    from peerlint.rulebook.pattern import Node

WEIGHTS = Path(__file__).resolve().parent / "weights.npz"
KINDS = WEIGHTS.with_name("kinds.npz")
THRESHOLD = 0.75
"""Confidence from which a clause is reported where the configuration says nothing else."""
_CHANCE = 0.3
"""Share of the threshold that the words of a sentence must reach for its clauses to be read."""
_WORDS_TOLD = 3
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})
_KEPT_IN_MIND = 50_000  # words in their places
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause that the reader would report.

    Tokens `start` to `end`, headed by `head`, are what it means; `clause` all tokens of the clause.
    `words` are those that weighed most.
    """

    category: str
    confidence: float
    start: int
    end: int
    head: int
    clause: tuple[int, ...]
    words: tuple[str, ...]


class Reader:
    """The second reader with its thresholds."""

    def __init__(self, weights: Weights, thresholds: Mapping[str, float] | None = None) -> None:
        self.weights = weights
        self._known: dict[tuple[str, ...], tuple[int, ...]] = {}
        self.thresholds = tuple(
            (thresholds or {}).get(category, THRESHOLD) for category in CATEGORIES
        )
        self.glance = Glance(weights, _CHANCE * min(self.thresholds))

    def read(self, sentence: Sentence, classes: Mapping[str, Node]) -> Iterator[Reading]:
        """At most one reading for each clause and kind, in order of place."""
        if self.glance.is_promising(sentence):
            for segment in segments_of(sentence):
                yield from self._segment(sentence, segment, classes)

    def _segment(
        self, sentence: Sentence, segment: Segment, classes: Mapping[str, Node]
    ) -> Iterator[Reading]:
        actor = acting(sentence, segment, classes)
        words = Words(sentence, segment, actor, self.weights.kinds)
        confidence = self.weights.confidence(self.weights.scores(self._rows(words)))
        best: dict[str, tuple[float, int]] = {}
        for column, (kind, wanted) in enumerate(
            zip(CATEGORIES.values(), self.thresholds, strict=True)
        ):
            sure = float(confidence[column])
            if sure < wanted or (kind == "duty" and not may_be_duty(sentence, actor)):
                continue
            best[kind] = max(best.get(kind, (0.0, 0)), (sure, column))
        for sure, column in best.values():
            found = features(sentence, segment, actor, self.weights.kinds)
            yield self._reading(sentence, segment, found, sure, column)

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
        segment: Segment,
        found: Mapping[str, Places],
        sure: float,
        column: int,
    ) -> Reading:
        category = tuple(CATEGORIES)[column]
        weighed = self._weighed(found, column)
        start, end, head = narrowed(sentence, segment, weighed, CATEGORIES[category])
        telling = [at for at in weighed if weighed[at] > 0 and sentence.view.pos[at] in _TELLING]
        told = sorted(telling, key=lambda at: -weighed[at])[:_WORDS_TOLD]
        words = tuple(sentence.doc[at].text for at in sorted(told))
        return Reading(category, sure, start, end, head, segment.tokens, words)

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


@lru_cache(maxsize=1)
def _shipped() -> Weights | None:
    return load_weights(WEIGHTS, load_kinds(KINDS)) if WEIGHTS.is_file() else None


def load_reader(thresholds: Mapping[str, float] | None = None) -> Reader | None:
    """The reader that ships; None where the package was installed without its weights."""
    weights = _shipped()
    return Reader(weights, thresholds) if weights is not None else None
