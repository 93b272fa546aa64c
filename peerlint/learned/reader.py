"""Read a sentence clause by clause and say which of them an editor would want reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import Asked, load_scorer, word_table
from peerlint.learned.features import Places, features, of_actor
from peerlint.learned.glance import Glance, Glimpse
from peerlint.learned.scored import Clause, Scored, Scorer, Scoring, acting, may_be_duty
from peerlint.learned.segments import Segment
from peerlint.learned.spans import narrowed
from peerlint.learned.weights import Weights, load_kinds, load_weights
from peerlint.loading import import_numpy
from peerlint.nlp.sentence import Sentence
from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    from peerlint.rulebook.pattern import Node

    Numbers = np.ndarray[Any, Any]

WEIGHTS = Path(__file__).resolve().parent / "weights.npz"
KINDS = WEIGHTS.with_name("kinds.npz")
ENCODER = WEIGHTS.with_name("encoder.npz")
STRICTER = {"peer-noun": 0.95, "hiring": 0.9}
"""Categories in which it must be surer: in texts by authors of whom it had read nothing, three in four of
what it found of *peer* as a noun below this was fine, and one in three of hiring (docs/model-card.md)."""
DOUBTED = frozenset({"duty", "language"})
"""The kinds of rules whose findings it may doubt."""
_WORTH_PARSING = -2.5
"""Score that words must reach, one by one, where no rule asks for the sentence."""
_WORTH_READING = -3.25
"""The same where all words of some rule's wording stand in the sentence, or it is parsed anyway."""
_WORTH_LOOKING = -4.0
"""How far from what a reading needs words must come, one by one, for those side by side to be looked at. In
long documents, where more is needed, this spares a third of those looks, and cost no labelled document a
reading."""
_BELIEVED = -1.5
"""Score by features that a reading must reach: alone, the encoder takes prose on good practice for bad."""
Said = tuple[str, int, int]
"""The kind of a rule that speaks, silenced or not, with the first token and the end of its words."""
Ruled = tuple[Sentence, tuple[int, int], str]
"""What a rule has found: a sentence, the first token and the end of the words, and the category."""
_COLUMNS = tuple(CATEGORIES)
_KIND_OF = tuple(CATEGORIES.values())
_KINDS = frozenset(_KIND_OF)
_COLUMNS_OF = {
    kind: [at for at, other in enumerate(_KIND_OF) if other == kind] for kind in sorted(_KINDS)
}
_WORDS_TOLD = 3
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How sure the second reader must be in a document of a certain length.

    `speaks`: confidence from which a clause is reported where the configuration says nothing else.
    `doubts`, `refuses`: trust below which a rule's finding is doubted, and not reported at all; 0 for never.
    `hoped` and `feared`: the encoder is not asked about a clause that would need a higher score of it to be
    reported, and not about a rule's finding that only a lower score would make doubtful.
    `near`: how far from what a reading needs the words of a sentence, those side by side included, must come
    for it to be parsed and cut into clauses; less than 0 is below.
    """

    speaks: float
    doubts: float
    refuses: float
    hoped: float
    feared: float
    near: float


USUAL = Limits(speaks=0.8, doubts=0.4, refuses=0.33, hoped=3.5, feared=-7.0, near=-3.2)
"""`near` costs one in 270 readings of the labelled documents, and spares three in four sentences of a
handbook from being cut."""
IN_LONG = Limits(speaks=0.95, doubts=0.4, refuses=0.4, hoped=3.0, feared=-4.0, near=-2.7)
"""In a document of many pages nearly all clauses are fine, and some will look otherwise. Asking the encoder
where it would have to be very sure takes time, and it was right there in one case of two."""
IN_SHORT = Limits(speaks=0.8, doubts=0.0, refuses=0.0, hoped=3.5, feared=-7.0, near=-3.2)
"""A document of a line or two tells it too little to object to a rule."""


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


@dataclass(frozen=True, slots=True)
class Opinion:
    """What it would report of each sentence, and for each finding of a rule the trust that something is wrong
    there: None where there is no doubt, or it cannot see."""

    readings: Sequence[tuple[Reading, ...]]
    trusts: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class _Look:
    """A clause in which a rule has spoken: its number, who acts in it, and its score by features."""

    clause: int
    actor: str
    score: float


@dataclass(frozen=True, slots=True)
class _Chance:
    """The number of a clause that may hold a reading, who acts in it, and of which kinds it may be."""

    clause: int
    actor: str
    kinds: frozenset[str]


class Reader:
    """The second reader with its thresholds.

    Words are looked at first, then clauses by their features; only where these leave a chance is
    the sentence given to the encoder, which costs most.
    """

    def __init__(
        self,
        weights: Weights,
        scorer: Scorer,
        thresholds: Mapping[str, float] | None = None,
        limits: Limits = USUAL,
    ) -> None:
        self.weights, self.scorer, self.chosen = weights, scorer, thresholds or {}
        self.limits = limits
        self.glance = Glance(weights)
        self.scoring = Scoring(weights, scorer, self.glance.around)
        self.thresholds = tuple(
            self.chosen.get(category, max(limits.speaks, STRICTER.get(category, 0)))
            for category in CATEGORIES
        )
        self._floor = [max(_BELIEVED, one) for one in weights.needed(self.thresholds, limits.hoped)]

    def within(self, limits: Limits) -> Reader:
        """The same reader with other limits; thresholds that were chosen hold there, too."""
        return Reader(self.weights, self.scorer, self.chosen, limits)

    def may_hold(self, sentences: Sequence[Glimpse]) -> list[bool]:
        """Which of these sentences, not parsed yet, may hold a reading."""
        least = [_WORTH_READING if one.suspect else _WORTH_PARSING for one in sentences]
        worth = frozenset(self._worth_cutting(sentences, least))
        return [at in worth for at in range(len(sentences))]

    def opinion(
        self,
        heard: Sequence[tuple[Sentence, Sequence[Said]]],
        ruled: Sequence[Ruled],
        classes: Mapping[str, Node],
    ) -> Opinion:
        """What it would report of some sentences, and which of the rules' findings it doubts.

        Of each sentence at most one reading for each clause and kind, in order of place, and none of a kind
        of which a rule speaks in the same clause. The encoder is asked about all at once, which is quicker.
        """
        doubtful = ruled if self.limits.doubts else ()
        worth = self._worth_reading([sentence for sentence, _ in heard])
        scored = self.scoring.of(
            [*(heard[at][0] for at in worth), *(sentence for sentence, _, _ in doubtful)]
        )
        own, of_rules = scored[: len(worth)], scored[len(worth) :]
        promising = [
            list(self._promising(one, heard[at][1], classes))
            for at, one in zip(worth, own, strict=True)
        ]
        looks = [
            self._unsure(one, span, category, classes)
            for one, (_, span, category) in zip(of_rules, doubtful, strict=True)
        ]
        self.scoring.encode(chain(_of_chances(own, promising), _of_looks(of_rules, looks)))
        readings: list[tuple[Reading, ...]] = [()] * len(heard)
        for at, one, chances in zip(worth, own, promising, strict=True):
            readings[at] = tuple(
                chain.from_iterable(self._readings(one, chance) for chance in chances)
            )
        trusts = [
            self._doubt(one, look, category)
            for one, look, (_, _, category) in zip(of_rules, looks, doubtful, strict=True)
        ]
        return Opinion(readings, trusts or [None] * len(ruled))

    def _unsure(
        self, scored: Scored, span: tuple[int, int], category: str, classes: Mapping[str, Node]
    ) -> _Look | None:
        """The clause in which the rule has spoken, if the encoder could raise a doubt there."""
        kind, at = CATEGORIES[category], _clause_of(span, scored)
        if at is None or not self._may_doubt(_least(scored.clauses[at], kind), category):
            return None  # whoever acts: finding that out takes longer than all else
        look = _look(scored, at, kind, classes)
        return look if self._may_doubt(look.score, category) else None

    def _may_doubt(self, score: float, category: str) -> bool:
        """Whether the encoder could raise a doubt where a clause has this score by features."""
        if CATEGORIES[category] not in DOUBTED:
            return False
        feared = self.weights.trust((score, self.limits.feared), _COLUMNS.index(category))
        return feared < self.limits.doubts

    def _doubt(self, scored: Scored, look: _Look | None, category: str) -> float | None:
        encoded = scored.encoded[look.clause] if look else None
        if look is None or encoded is None:
            return None
        kind = CATEGORIES[category]
        both = look.score, _best(encoded, kind)
        trust = self.weights.trust(both, _COLUMNS.index(category))
        return trust if trust < self.limits.doubts else None

    def scores_at(
        self, sentence: Sentence, span: tuple[int, int], kind: str, classes: Mapping[str, Node]
    ) -> tuple[float, float] | None:
        """The best scores, by features and by the encoder, of a kind where tokens `span` stand."""
        (scored,) = self.scoring.of([sentence])
        at = _clause_of(span, scored)
        if at is None:
            return None
        look = _look(scored, at, kind, classes)
        self.scoring.encode(_of_looks([scored], [look]))
        encoded = scored.encoded[at]
        return None if encoded is None else (look.score, _best(encoded, kind))

    def _worth_reading(self, sentences: Sequence[Sentence]) -> list[int]:
        """The numbers of those whose words leave a chance."""
        seen = [
            Glimpse(one.view.lower, one.block, one.place, one.type, one.is_question)
            for one in sentences
        ]
        return self._worth_cutting(seen, [_WORTH_READING] * len(seen))

    def _worth_cutting(self, sentences: Sequence[Glimpse], least: Sequence[float]) -> list[int]:
        """The numbers of those whose words, one by one and then side by side, leave a chance."""
        sums = self.glance.sums(sentences)
        near = (sums - self._floor).max(axis=1) >= _WORTH_LOOKING
        some = (near & (sums.max(axis=1) >= least)).nonzero()[0].tolist()
        margins = self.glance.margins([sentences[at] for at in some], sums[some], self._floor)
        return [at for at, one in zip(some, margins, strict=True) if one >= self.limits.near]

    def _promising(
        self, scored: Scored, said: Sequence[Said], classes: Mapping[str, Node]
    ) -> Iterator[_Chance]:
        """Clauses that the encoder is worth asking about."""
        for at, clause in enumerate(scored.clauses):
            if not self._kinds_reached(clause.most):
                continue  # whoever acts: finding that out takes longer than all else
            actor = acting(scored.sentence, clause.segment, classes)
            kinds = _open_kinds(scored.sentence, clause.segment, actor, said)
            if kinds & self._kinds_reached(clause.scores(actor)):
                yield _Chance(at, actor, kinds)

    def _kinds_reached(self, scores: Numbers) -> set[str]:
        """The kinds of which a category has a score that leaves a chance."""
        return {
            kind
            for kind, score, least in zip(_KIND_OF, scores.tolist(), self._floor, strict=True)
            if score >= least
        }

    def _readings(self, scored: Scored, chance: _Chance) -> Iterator[Reading]:
        encoded = scored.encoded[chance.clause]
        if encoded is None:
            return
        scores = scored.clauses[chance.clause].scores(chance.actor)
        confidence = self.weights.confidence(scores, encoded)
        confidence = (confidence * (scores >= _BELIEVED)).tolist()
        best: dict[str, tuple[float, int]] = {}
        for column, kind in enumerate(_KIND_OF):
            sure = confidence[column]
            if sure >= self.thresholds[column] and kind in chance.kinds:
                best[kind] = max(best.get(kind, (0.0, 0)), (sure, column))
        for sure, column in best.values():
            both = float(scores[column]), float(encoded[column])
            yield self._reading(scored, chance, sure, both, column)

    def _reading(
        self,
        scored: Scored,
        chance: _Chance,
        sure: float,
        scores: tuple[float, float],
        column: int,
    ) -> Reading:
        category, sentence = _COLUMNS[column], scored.sentence
        segment, notation = scored.clauses[chance.clause].segment, self.weights.notation
        found = features(sentence, segment, notation)
        found |= of_actor(sentence, segment, chance.actor, notation)
        weighed = self._weighed(found, column)
        start, end, head = narrowed(sentence, segment, weighed, category)
        telling = [at for at in weighed if weighed[at] > 0 and sentence.view.pos[at] in _TELLING]
        told = sorted(telling, key=lambda at: -weighed[at])[:_WORDS_TOLD]
        words = tuple(sentence.doc[at].text for at in sorted(told))
        return Reading(category, sure, scores, start, end, head, segment.tokens, words)

    def _weighed(self, found: Mapping[int, Places], column: int) -> dict[int, float]:
        """How much each token of the clause speaks for the category."""
        places = list(found.values())
        known, rows = self.weights.find(tuple(found))
        weights = self.weights.table[rows, column]
        weighed: dict[int, float] = {}
        for number, weight in zip(known.tolist(), weights.tolist(), strict=True):
            for at in places[number]:
                weighed[at] = weighed.get(at, 0.0) + weight / len(places[number])
        return weighed


def _of_chances(
    scored: Iterable[Scored], promising: Iterable[Iterable[_Chance]]
) -> Iterator[tuple[Scored, dict[int, str]]]:
    """What the encoder is to be asked for the reader's own sake."""
    for one, chances in zip(scored, promising, strict=True):
        yield one, {chance.clause: chance.actor for chance in chances}


def _of_looks(
    scored: Iterable[Scored], looks: Iterable[_Look | None]
) -> Iterator[tuple[Scored, dict[int, str]]]:
    """What the encoder is to be asked about findings of rules."""
    for one, look in zip(scored, looks, strict=True):
        if look is not None:
            yield one, {look.clause: look.actor}


def _look(scored: Scored, at: int, kind: str, classes: Mapping[str, Node]) -> _Look:
    """A clause by its number, with its best score of a kind."""
    clause = scored.clauses[at]
    actor = acting(scored.sentence, clause.segment, classes)
    return _Look(at, actor, _best(clause.scores(actor), kind))


def _clause_of(span: tuple[int, int], scored: Scored) -> int | None:
    """The number of the clause that holds most of tokens `span`."""
    meant = range(*span)
    inside = [len(set(one.segment.tokens).intersection(meant)) for one in scored.clauses]
    return inside.index(max(inside)) if inside else None


def _best(scores: Numbers, kind: str) -> float:
    return float(scores[_COLUMNS_OF[kind]].max())


def _least(clause: Clause, kind: str) -> float:
    """The best score of a kind that the clause has at least, whoever acts in it."""
    return float(clause.by_actor[:, _COLUMNS_OF[kind]].max(axis=1).min())


def _open_kinds(
    sentence: Sentence, segment: Segment, actor: str, said: Iterable[Said]
) -> frozenset[str]:
    """The kinds that a reading of the clause may be of."""
    kinds = _KINDS if may_be_duty(sentence, actor) else _KINDS - {"duty"}
    return kinds - kinds_said(segment.tokens, said)


def kinds_said(tokens: Sequence[int], said: Iterable[Said]) -> frozenset[str]:
    """The kinds of which rules speak at any of the tokens."""
    return frozenset(kind for kind, start, end in said if any(start <= at < end for at in tokens))


class _ShippedScorer:
    """The encoder that ships, loaded when the first sentence is worth it."""

    def scores(self, asked: Sequence[Asked]) -> Sequence[Sequence[Numbers | None]]:
        return load_scorer(ENCODER).scores(asked) if asked else ()


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return load_weights(WEIGHTS, load_kinds(KINDS))


def load_reader(thresholds: Mapping[str, float] | None = None) -> Reader | None:
    """The reader that ships; None where the package was installed without its weights."""
    if not all(path.is_file() for path in (WEIGHTS, ENCODER, word_table(ENCODER))):
        return None
    import_numpy()
    return Reader(_shipped(), _ShippedScorer(), thresholds)
