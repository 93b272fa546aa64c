"""From labelled documents to what the encoder is trained on."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.clauses import Input, circumstances, input_of
from peerlint.learned.scored import may_be_duty
from peerlint.learned.wordpiece import WordPieces
from training.corpus import Case
from training.reader.examples import NO, labelled

_SHARE_OF_OTHERS = 0.25


@dataclass(frozen=True)
class Clause:
    """Where a clause's pieces stand, what is known beside its words, and its label by category.

    `duty`: whether a duty may be found in it.
    """

    places: tuple[int, ...]
    known: tuple[str, ...]
    labels: tuple[int, ...]
    duty: bool


@dataclass(frozen=True)
class Example:
    """A sentence with its clauses; `suspect` where some rule's words stand in it."""

    input: Input
    clauses: tuple[Clause, ...]
    suspect: bool


def examples(cases: Iterable[Case], checker: Checker, words: WordPieces) -> Iterator[Example]:
    """Every sentence of the documents; `checker` has no second reader."""
    for case in cases:
        document = read_text(case.text, path=case.id)
        for sentence, candidates in checker.sentences(document):
            seen = input_of(sentence, words)
            clauses = tuple(
                Clause(
                    places,
                    circumstances(sentence, one.actor),
                    one.labels,
                    may_be_duty(sentence, one.actor),
                )
                for one in labelled(case, document, sentence, checker)
                if (places := tuple(seen.of(one.segment)))
            )
            if clauses:
                yield Example(seen, clauses, bool(candidates))


def worth_learning(every: Sequence[Example], seed: int) -> list[Example]:
    """Those with a label or a rule's words, and a share of the others."""
    draw = random.Random(seed)
    return [
        one
        for one in every
        if any(label != NO for clause in one.clauses for label in clause.labels)
        or one.suspect
        or draw.random() < _SHARE_OF_OTHERS
    ]
