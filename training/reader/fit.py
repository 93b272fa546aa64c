"""Fit one linear classifier for each category, and what their scores are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from peerlint.learned.categories import CATEGORIES
from peerlint.learned.notation import Kinds, number_of
from peerlint.learned.reader import DOUBTED
from peerlint.learned.weights import Weights
from training.reader.examples import ORDER, UNSURE, YES, Clause, Vocabulary

_STRENGTH = 0.25  # inverse of the penalty on large weights
_SEEN = 2  # clauses that must hold a feature
_LEAST_WEIGHT = 0.05
_SHIFT_STRENGTH = 0.5
_NEVER = -20.0  # bias of a category without an example
_TRUSTED = 20.0  # where nothing is known of rules' findings


@dataclass(frozen=True)
class Judged:
    """A reading of a genre that was not trained on: its two raw scores and whether it was right.

    `weight` is less in genres that were read while rules were written: there the rules have taken
    the right ones before the reader could.
    """

    category: str
    score: float
    encoded: float
    right: bool
    weight: float = 1.0


def fit(
    clauses: Sequence[Clause], vocabulary: Vocabulary, kinds: Kinds, without: Sequence[str] = ()
) -> Weights:
    """Weights whose confidence is the bare logistic of the score.

    `without` names groups of features (what stands before the equals sign) to leave out.
    """
    names = np.array(list(vocabulary.numbers))
    matrix = _matrix(clauses, len(names))
    seen = np.asarray(matrix.sum(axis=0)).ravel() >= _SEEN
    if without:
        seen &= ~np.isin([name.split("=", 1)[0] for name in names], list(without))
    columns = np.flatnonzero(seen)
    matrix = matrix[:, columns]
    labels = np.array([clause.labels for clause in clauses], dtype=np.int8)
    columned = [_one(matrix, labels[:, column]) for column in range(len(ORDER))]
    table = np.stack([weights for weights, _ in columned], axis=1)
    kept = np.abs(table).max(axis=1) >= _LEAST_WEIGHT
    numbers = np.array([number_of(name) for name in names[columns[kept]]], dtype=np.uint32)
    order = np.argsort(numbers, kind="stable")
    return Weights(
        numbers=numbers[order],
        table=table[kept][order].astype(np.float16),
        bias=np.array([bias for _, bias in columned], dtype=np.float32),
        slope=np.ones(len(ORDER), dtype=np.float32),
        encoder_slope=np.zeros(len(ORDER), dtype=np.float32),
        shift=np.zeros(len(ORDER), dtype=np.float32),
        trust_slopes=np.zeros((2, len(ORDER)), dtype=np.float32),
        trust_shift=np.full(len(ORDER), _TRUSTED, dtype=np.float32),
        kinds=kinds,
    )


def _matrix(clauses: Sequence[Clause], width: int) -> Any:
    ends = np.cumsum([0, *(len(clause.features) for clause in clauses)])
    columns = np.concatenate([np.array(clause.features, dtype=np.int32) for clause in clauses])
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(clauses), width))


def _one(matrix: Any, labels: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], float]:
    """Weights and bias of one category."""
    sure = labels != UNSURE
    if not (labels == YES).any():
        return np.zeros(matrix.shape[1]), _NEVER
    model = LogisticRegression(
        C=_STRENGTH, solver="liblinear", tol=0.02, max_iter=60, random_state=0
    )
    model.fit(matrix[sure], labels[sure] == YES)
    return model.coef_[0], float(model.intercept_[0])


def calibrated(
    weights: Weights, judged: Sequence[Judged], of_rules: Sequence[Judged] = ()
) -> Weights:
    """The weights with scores turned into shares of right readings, and of right rules' findings.

    One slope for each of the two scores, a shift for each category; rules' findings have slopes for
    each kind that can be doubted.
    """
    slopes, shift = _shares(judged)
    each = [np.full(len(ORDER), slope, dtype=np.float32) for slope in slopes]
    weights = replace(weights, slope=each[0], encoder_slope=each[1], shift=shift)
    trust_slopes, trust_shift = weights.trust_slopes.copy(), weights.trust_shift.copy()
    for kind in sorted(DOUBTED):
        own = [one for one in of_rules if CATEGORIES[one.category] == kind]
        if len({one.right for one in own}) < 2:
            continue
        columns = [at for at, name in enumerate(ORDER) if CATEGORIES[name] == kind]
        slopes, shift = _shares(own)
        trust_slopes[:, columns] = slopes[:, None]
        trust_shift[columns] = shift[columns]
    return replace(weights, trust_slopes=trust_slopes, trust_shift=trust_shift)


def _shares(judged: Sequence[Judged]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    rows = np.zeros((len(judged), 2 + len(ORDER)))
    for number, one in enumerate(judged):
        rows[number, :2] = one.score, one.encoded
        rows[number, 2 + ORDER.index(one.category)] = _SHIFT_STRENGTH
    model = LogisticRegression(C=1.0).fit(
        rows, [one.right for one in judged], sample_weight=[one.weight for one in judged]
    )
    shift = model.intercept_[0] + _SHIFT_STRENGTH * model.coef_[0][2:]
    return model.coef_[0][:2].astype(np.float32), shift.astype(np.float32)


def empty() -> Weights:
    """Weights that know no feature, to carry a calibration."""
    none = np.zeros(len(ORDER), dtype=np.float32)
    return Weights(
        numbers=np.zeros(0, dtype=np.uint32),
        table=np.zeros((0, len(ORDER))),
        bias=none,
        slope=none,
        encoder_slope=none,
        shift=none,
        trust_slopes=np.zeros((2, len(ORDER)), dtype=np.float32),
        trust_shift=none + _TRUSTED,
        kinds={},
    )
