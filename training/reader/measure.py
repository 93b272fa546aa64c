"""Judge rules and reader on documents that the reader was not trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from peerlint.checking import Checker
from peerlint.examining import Examiner
from peerlint.finding import Finding
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.reader import DOUBTED, USUAL, Reader, kinds_said
from peerlint.learned.scored import Scorer
from peerlint.learned.weights import Weights
from peerlint.rulebook import RuleBook
from training.reader.examples import Read, source_span
from training.reader.fit import Judged

_WORTH_A_LOOK = 0.05  # confidence by both raw scores from which a clause is judged at all
_COLUMNS = tuple(CATEGORIES)
Span = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """Something reported of a document: by whom, with what confidence, and where in the source.

    `scores` are the reader's, by features and by the encoder, None where it cannot see the clause.
    `ruled`: a rule has spoken, or was silenced, in the same clause.
    """

    rule: str
    kind: str
    category: str
    span: Span
    scores: tuple[float, float] | None
    learned: bool = False
    ruled: bool = False


@dataclass(frozen=True)
class Outcome:
    """A document with what the rules and what the reader would say of it."""

    read: Read
    rules: tuple[Said, ...]
    reader: tuple[Said, ...]


def outcomes(
    documents: Iterable[Read], checker: Checker, weights: Weights, scorer: Scorer
) -> Iterator[Outcome]:
    """Let reader and rules loose on the documents; `weights` are not calibrated yet."""
    low = dict.fromkeys(CATEGORIES, _WORTH_A_LOOK)
    half = np.full_like(weights.slope, 0.5)
    both_alike = replace(weights, slope=half, encoder_slope=half)
    reader = Reader(both_alike, scorer, low)
    examiner = Examiner(checker.settings, checker.book, reader, checker.general)
    for read in documents:
        of_rules = tuple(_of_rules(read, reader, checker.book))
        yield Outcome(read, of_rules, tuple(_of_reader(read, examiner)))


def _of_rules(read: Read, reader: Reader, book: RuleBook) -> Iterator[Said]:
    for finding in read.findings:
        if finding.kind != "structure":
            place = source_span(read.document, read.document.blocks[finding.block], finding.span)
            scores = _scores_of(read, finding, reader, book)
            yield Said(finding.rule, finding.kind, finding.category, place, scores)


def _scores_of(
    read: Read, finding: Finding, reader: Reader, book: RuleBook
) -> tuple[float, float] | None:
    """What the reader makes of the clause in which a rule has spoken."""
    start, end = finding.span
    for sentence, _ in read.sentences:
        first = sentence.start
        if sentence.block.index == finding.block and first <= start < first + len(
            sentence.doc.text
        ):
            inside = [t.i for t in sentence.doc if start <= first + t.idx < end]
            span = (inside[0], inside[-1] + 1) if inside else (0, 0)
            return reader.scores_at(sentence, span, finding.kind, book.classes)
    return None


def _of_reader(read: Read, examiner: Examiner) -> Iterator[Said]:
    sentences = [sentence for sentence, _ in read.sentences]
    found, _ = examiner.second_opinion(sentences, [()] * len(sentences))
    for (sentence, ruled), hits in zip(read.sentences, found, strict=True):
        for hit in hits:
            if examiner.silence(hit, read.document, set()) is None and hit.reading is not None:
                yield Said(
                    hit.rule.id,
                    hit.rule.kind,
                    hit.rule.category,
                    source_span(read.document, sentence.block, hit.span),
                    hit.reading.scores,
                    True,
                    hit.rule.kind in kinds_said(hit.reading.clause, ruled),
                )


def with_scores(outcome: Outcome, share: tuple[int, int]) -> Outcome:
    """The same outcome with each of the reader's two scores kept (1) or left out (0)."""
    return replace(
        outcome,
        rules=tuple(_shared(said, share) for said in outcome.rules),
        reader=tuple(_shared(said, share) for said in outcome.reader),
    )


def _shared(said: Said, share: tuple[int, int]) -> Said:
    if said.scores is None:
        return said
    return replace(said, scores=(said.scores[0] * share[0], said.scores[1] * share[1]))


def judged(found: Iterable[Outcome], weight: float = 1.0) -> Iterator[Judged]:
    """The reader's own findings with whether they were right; optional ones tell nothing."""
    for outcome in found:
        own = (said for said in outcome.reader if not said.ruled)
        yield from _judged(outcome, own, weight)


def judged_rules(found: Iterable[Outcome], weight: float = 1.0) -> Iterator[Judged]:
    """The rules' findings with whether they were right; optional ones tell nothing."""
    for outcome in found:
        yield from _judged(outcome, outcome.rules, weight)


def _judged(outcome: Outcome, found: Iterable[Said], weight: float) -> Iterator[Judged]:
    for said in found:
        if said.scores is None:
            continue
        over = [one for one in outcome.read.case.expected if _meets(said, one.start, one.end)]
        same = [item for item in over if item.kind == said.kind]
        if any(not item.optional for item in same):
            yield Judged(said.category, *said.scores, True, weight)
        elif not over:
            yield Judged(said.category, *said.scores, False, weight)


def _meets(said: Said, start: int, end: int) -> bool:
    return said.span[0] < end and start < max(said.span[1], said.span[0] + 1)


@dataclass
class Tally:
    """Hits, misses and false alarms by category, as `bench/score.py` counts them."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    learned: Counter[bool] = field(default_factory=Counter)  # the reader's findings: right or wrong
    silent: Counter[bool] = field(default_factory=Counter)  # silent documents: kept silent or not

    def precision(self, category: str | None = None) -> float:
        """Share of findings that were expected."""
        right = self._sum(self.hits, category)
        return right / max(1, right + self._sum(self.alarms, category))

    def recall(self, category: str | None = None) -> float:
        """Share of required passages that were found."""
        right = self._sum(self.hits, category)
        return right / max(1, right + self._sum(self.misses, category))

    def expected(self, category: str | None = None) -> int:
        """Number of required passages."""
        return self._sum(self.hits, category) + self._sum(self.misses, category)

    @staticmethod
    def _sum(counts: Counter[str], category: str | None) -> int:
        return counts.total() if category is None else counts[category]


Voice = Callable[[Outcome], Iterable[Said]]


def tally(found: Iterable[Outcome], voice: Voice) -> Tally:
    """Count what a voice says against the labels."""
    result = Tally()
    for outcome in found:
        _count(outcome, list(voice(outcome)), result)
    return result


def _count(outcome: Outcome, said: list[Said], result: Tally) -> None:
    expected = outcome.read.case.expected
    met: set[int] = set()
    wrong = 0
    for one in said:
        over = [n for n, item in enumerate(expected) if _meets(one, item.start, item.end)]
        same = [n for n in over if expected[n].kind == one.kind]
        met.update(same)
        false = not same and not (over and all(expected[n].optional for n in over))
        wrong += false
        result.alarms[one.category] += false
        if one.learned:
            result.learned[not false] += 1
    required = [n for n, item in enumerate(expected) if not item.optional]
    for n in required:
        (result.hits if n in met else result.misses)[expected[n].category] += 1
    if not required:
        result.silent[not wrong] += 1


def rules_alone(outcome: Outcome) -> Iterable[Said]:
    """What the rules say."""
    return outcome.rules


def reader_alone(weights: Weights, threshold: float) -> Voice:
    """What the reader says where its calibrated confidence is at least `threshold`."""
    return lambda outcome: _confident(outcome, weights, threshold)


def rules_and_reader(weights: Weights, threshold: float) -> Voice:
    """What the rules say, and the reader where no rule spoke."""

    def voice(outcome: Outcome) -> Iterable[Said]:
        own = [said for said in _confident(outcome, weights, threshold) if not said.ruled]
        return [*outcome.rules, *own]

    return voice


def both(weights: Weights, threshold: float) -> Voice:
    """The same without what the reader doubts."""
    voice = rules_and_reader(weights, threshold)
    return lambda outcome: [one for one in voice(outcome) if trusted(one, weights)]


def trusted(said: Said, weights: Weights) -> bool:
    """Whether something said is reported; the reader doubts what rules have found."""
    if said.learned or said.scores is None:
        return True
    trust = weights.trust(said.scores, _COLUMNS.index(said.category))
    return said.kind not in DOUBTED or trust >= USUAL.doubts


def doubted(found: Iterable[Outcome], weights: Weights) -> Counter[bool]:
    """How many right (True) and wrong findings of rules are not reported since the reader doubts them."""
    counts: Counter[bool] = Counter()
    for outcome in found:
        dropped = [said for said in outcome.rules if not trusted(said, weights)]
        counts.update(one.right for one in _judged(outcome, dropped, 1.0))
    return counts


def _confident(outcome: Outcome, weights: Weights, threshold: float) -> list[Said]:
    return [said for said in outcome.reader if confidence(said, weights) >= threshold]


def confidence(said: Said, weights: Weights) -> float:
    """The calibrated confidence of a reader's finding."""
    if said.scores is None:
        return 0.0
    score, encoded = (np.full_like(weights.slope, one) for one in said.scores)
    return float(weights.confidence(score, encoded)[_COLUMNS.index(said.category)])
