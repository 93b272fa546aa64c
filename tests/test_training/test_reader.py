"""Labels of clauses, fitting and judging, on documents small enough to see through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

pytest.importorskip("sklearn")

from peerlint.checking import Checker
from peerlint.learned.clauses import Asked
from peerlint.matching.index import Candidates
from peerlint.rulebook import RuleBook
from peerlint.settings import Settings
from training.corpus.cases import Case, Expected
from training.reader.examples import NO, ORDER, UNSURE, YES, Read, Vocabulary, labels_of, read_cases
from training.reader.fit import Judged, calibrated, empty, fit
from training.reader.measure import (
    both,
    judged,
    outcomes,
    reader_alone,
    rules_alone,
    tally,
    with_scores,
)

DUTY = "Manage the juggling rota for the house"
FINE = "Welcome guests who want to manage a garden"


def expected(start: int, end: int, category: str = "agenda", **changes: object) -> Expected:
    values = {"quote": "", "kind": "duty", "category": category, "start": start, "end": end}
    return Expected(**{**values, **changes})


def label(labels: tuple[int, ...], category: str) -> int:
    return labels[ORDER.index(category)]


def test_a_clause_is_what_most_of_a_passage_in_it_says() -> None:
    tokens = [(0, 5), (6, 10), (11, 20)]
    held = labels_of([expected(0, 10)], tokens)
    assert (label(held, "agenda"), label(held, "boundary"), label(held, "deficit")) == (
        YES,
        UNSURE,
        NO,
    )
    assert label(labels_of([expected(18, 90)], tokens), "agenda") == UNSURE
    assert label(labels_of([expected(0, 10, optional=True)], tokens), "agenda") == UNSURE
    assert label(labels_of([expected(30, 40)], tokens), "agenda") == NO


def case(number: int, line: str, wanted: bool) -> Case:
    text = f"# Certified Peer Specialist\n\n## Duties\n\n- {line}\n"
    start = text.index(line)
    passages = (expected(start, start + len(line), quote=line),) if wanted else ()
    return Case(f"made-{number:03}", "job-description", text, passages)


class Some(Candidates):
    """Candidates for which a sentence is parsed even where there are none."""

    def __bool__(self) -> bool:
        return True


class Undecided:
    """An encoder that gives every clause the same score."""

    def scores(self, asked: Sequence[Asked]) -> list[list[np.ndarray[Any, Any] | None]]:
        return [[np.full(len(ORDER), 2.0)] * len(one.segments) for one in asked]


@pytest.fixture(scope="module")
def read(shipped_book: RuleBook) -> tuple[list[Read], Vocabulary, Checker]:
    checker = Checker(Settings(learned=False), shipped_book)
    checker.index.candidates = lambda words: Some((), ())  # type: ignore[method-assign]
    vocabulary = Vocabulary()
    cases = [case(n, DUTY if n % 2 else FINE, bool(n % 2)) for n in range(12)]
    return list(read_cases(cases, checker, {}, vocabulary)), vocabulary, checker


def test_what_was_taught_is_known_again(read: tuple[list[Read], Vocabulary, Checker]) -> None:
    documents, vocabulary, checker = read
    clauses = [clause for document in documents for clause in document.clauses]
    weights = fit(clauses, vocabulary, {})
    again = fit(clauses, vocabulary, {})
    assert (weights.table == again.table).all() and (weights.numbers == again.numbers).all()
    found = list(outcomes(documents, checker, weights, Undecided()))
    assert checker.reader is None
    alone = tally(found, reader_alone(weights, 0.5))
    assert (alone.precision(), alone.recall(), alone.silent[True]) == (1.0, 1.0, 6)
    assert tally(found, rules_alone).recall() == 0.0
    assert tally(found, both(weights, 0.5)).recall("agenda") == 1.0
    assert all(one.right for one in judged(found) if one.score > 0)
    (heard,) = {one.scores[1] for outcome in found for one in outcome.reader}
    unheard = with_scores(found[1], (1, 0)).reader
    assert heard == 2.0 and {one.scores[1] for one in unheard} == {0.0}


def test_confidence_is_the_share_of_right_readings() -> None:
    seen = [Judged("agenda", 0.0, 0.0, right) for right in (True, True, True, False) * 50]
    confidence = calibrated(empty(), seen).confidence(empty().bias, empty().bias)
    assert confidence[ORDER.index("agenda")] == pytest.approx(0.75, abs=0.03)
