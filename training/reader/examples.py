"""From labelled documents to clauses with features and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peerlint.checking import Checker
from peerlint.document import Block, Document
from peerlint.finding import Finding
from peerlint.formats import read_text
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.features import features, of_actor, surroundings
from peerlint.learned.notation import Kinds, Notation, in_names
from peerlint.learned.reader import Said
from peerlint.learned.scored import acting
from peerlint.learned.segments import Segment, segments_of
from peerlint.nlp.sentence import Sentence
from training.corpus import Case, Expected

ORDER = tuple(CATEGORIES)
YES, NO, UNSURE = 1, 0, -1
_ENOUGH = 0.4  # share of a passage that a clause must hold to be its clause


@dataclass(frozen=True)
class Clause:
    """One clause: the numbers of its features and what it is for each category."""

    features: tuple[int, ...]
    labels: tuple[int, ...]


@dataclass(frozen=True)
class Read:
    """A labelled document, parsed, with its clauses and what the rules alone say of it.

    `sentences` come with what rules say of them, silenced or not.
    """

    case: Case
    document: Document
    sentences: tuple[tuple[Sentence, tuple[Said, ...]], ...]
    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...]


class Vocabulary:
    """Features by number, in the order in which they were met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these features, new ones included."""
        numbers = self.numbers
        return tuple(sorted({numbers.setdefault(name, len(numbers)) for name in names}))


def read_cases(
    cases: Iterable[Case], checker: Checker, kinds: Kinds, vocabulary: Vocabulary
) -> Iterator[Read]:
    """Parse documents and cut them into clauses; `checker` has no second reader."""
    notation = in_names(kinds)
    for case in cases:
        document = read_text(case.text, path=case.id)
        sentences, clauses = [], []
        for sentence, candidates in checker.sentences(document):
            said = tuple(hit.said for hit in checker.examiner.hits(sentence, candidates))
            sentences.append((sentence, said))
            for one in labelled(case, document, sentence, checker):
                names = _names(sentence, one.segment, one.actor, notation)
                clauses.append(Clause(vocabulary.of(names), one.labels))
        findings = checker.check(document).findings
        yield Read(case, document, tuple(sentences), tuple(clauses), findings)


def _names(
    sentence: Sentence, segment: Segment, actor: str, notation: Notation[bytes]
) -> list[str]:
    """All features of a clause."""
    around = surroundings(sentence.block, sentence.place, sentence.type, sentence.is_question)
    own = features(sentence, segment, notation) | of_actor(sentence, segment, actor, notation)
    return [*around, *(name.decode("utf-8") for name in own)]


@dataclass(frozen=True)
class Labelled:
    """A clause of a labelled document, who acts in it, and what it is for each category."""

    segment: Segment
    actor: str
    labels: tuple[int, ...]


def labelled(
    case: Case, document: Document, sentence: Sentence, checker: Checker
) -> Iterator[Labelled]:
    """The clauses of a sentence of the case's document."""
    for segment in segments_of(sentence):
        actor = acting(sentence, segment, checker.book.classes)
        labels = labels_of(case.expected, token_spans(document, sentence, segment))
        yield Labelled(segment, actor, labels)


def token_spans(document: Document, sentence: Sentence, segment: Segment) -> list[tuple[int, int]]:
    """The clause's tokens as offsets in the source."""
    spans = []
    for at in segment.tokens:
        first, last = sentence.chars(at, at + 1)
        inside = (sentence.start + first, sentence.start + last)
        spans.append(source_span(document, sentence.block, inside))
    return spans


def source_span(document: Document, block: Block, span: tuple[int, int]) -> tuple[int, int]:
    """Offsets in the source of a span of a block's text."""
    start, end = span
    return document.source_offset(block, start), document.source_offset(block, end, end=True)


def labels_of(expected: Sequence[Expected], tokens: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """What a clause is for each category.

    Unsure where a passage is optional, lies mostly in another clause, or is of the same kind.
    """
    labels = [NO] * len(ORDER)
    for item in expected:
        shared = sum(max(0, min(item.end, end) - max(item.start, start)) for start, end in tokens)
        if not shared:
            continue
        number = ORDER.index(item.category)
        if labels[number] != YES:
            held = shared >= _ENOUGH * (item.end - item.start)
            labels[number] = YES if held and not item.optional else UNSURE
        for other, category in enumerate(ORDER):
            if labels[other] == NO and CATEGORIES[category] == item.kind:
                labels[other] = UNSURE
    return tuple(labels)
