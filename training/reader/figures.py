"""The second reader's figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from peerlint.learned.categories import CATEGORIES
from peerlint.learned.weights import Weights
from training.reader.fit import calibrated, empty
from training.reader.measure import (
    Outcome,
    Tally,
    both,
    confidence,
    doubted,
    judged,
    judged_rules,
    reader_alone,
    rules_alone,
    tally,
)

_THRESHOLDS = (0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def report(
    found: Mapping[str, Sequence[Outcome]],
    fresh: Sequence[str],
    variants: Mapping[str, Sequence[Outcome]],
    weights: Weights,
    threshold: float,
) -> str:
    """All tables. `found` holds each genre as read by a reader that was trained on the others."""
    every = [outcome for genre in found for outcome in found[genre]]
    new = [outcome for genre in fresh for outcome in found[genre]]
    parts = [
        "### Genre by genre, each left out of training",
        _by_genre(found, weights, threshold),
        "### By category, on the genres nobody read while writing rules",
        _by_category(new, weights, threshold),
        "### By threshold: those genres, and all",
        _by_threshold(new, every, weights),
        "### Confidence and truth (reader alone speaking, all genres)",
        _calibration(every, weights),
    ]
    if variants:
        parts += [
            "### Learning curve and ablation, on the genres nobody read while writing rules",
            _variants(variants, threshold),
        ]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [" | ".join(head), " | ".join(["---", *["---:"] * (len(head) - 1)])]
    lines += [" | ".join(map(str, row)) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _pair(one: Tally, category: str | None = None) -> tuple[str, str]:
    return _percent(one.precision(category)), _percent(one.recall(category))


def _voices(found: Sequence[Outcome], weights: Weights, threshold: float) -> tuple[Tally, ...]:
    return (
        tally(found, rules_alone),
        tally(found, reader_alone(weights, threshold)),
        tally(found, both(weights, threshold)),
    )


def _silence(one: Tally) -> str:
    return _percent(one.silent[True] / max(1, one.silent.total()))


_SIX = ["rules P", "rules R", "reader P", "reader R", "both P", "both R"]


def _by_genre(found: Mapping[str, Sequence[Outcome]], weights: Weights, threshold: float) -> str:
    rows = []
    groups = {**found, "all": [outcome for genre in found for outcome in found[genre]]}
    for genre, some in groups.items():
        rules, reader, two = _voices(some, weights, threshold)
        own = f"{two.learned[True]} / {two.learned[False]}"
        off = doubted(some, weights)
        dropped = f"{off[True]} / {off[False]}"
        shares = (*_pair(rules), *_pair(reader), *_pair(two))
        rows.append((genre, *shares, own, dropped, _silence(rules), _silence(two)))
    own_and_dropped = ["reader's own right / wrong", "dropped from the rules, right / wrong"]
    head = ["genre", *_SIX, *own_and_dropped, "silent kept, rules", "both"]
    return _table(head, rows)


def _by_category(found: Sequence[Outcome], weights: Weights, threshold: float) -> str:
    rules, reader, two = _voices(found, weights, threshold)
    rows = [
        (category or "all", rules.expected(category), *_pair(rules, category),
         *_pair(reader, category), *_pair(two, category))
        for category in (*CATEGORIES, None)
    ]  # fmt: skip
    return _table(["category", "expected", *_SIX], rows)


def _by_threshold(new: Sequence[Outcome], every: Sequence[Outcome], weights: Weights) -> str:
    rows = []
    for threshold in _THRESHOLDS:
        cells: list[str] = []
        for some in (new, every):
            two = tally(some, both(weights, threshold))
            cells += [*_pair(two), f"{two.learned[True]} / {two.learned[False]}"]
        rows.append((threshold, *cells))
    return _table(
        [
            "confidence from",
            "P",
            "R",
            "own right / wrong",
            "all P",
            "all R",
            "all own right / wrong",
        ],
        rows,
    )


def _calibration(found: Sequence[Outcome], weights: Weights) -> str:
    edges = (0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
    pairs = []
    for outcome in found:
        for said in outcome.reader:
            if not said.ruled:
                kept = Outcome(outcome.read, (), (said,))
                pairs += [(confidence(said, weights), one.right) for one in judged([kept])]
    rows = []
    for low, high in pairwise(edges):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            name = f"{low:.2f} to {min(high, 1):.2f}"
            rows.append((name, len(inside), _percent(mean), _percent(true)))
    return _table(["confidence", "clauses", "mean confidence", "right"], rows)


def _variants(variants: Mapping[str, Sequence[Outcome]], threshold: float) -> str:
    """Each variant with a calibration of its own, so that thresholds mean the same."""
    rows = []
    for name, found in variants.items():
        weights = _own_calibration(found)
        two = tally(found, both(weights, threshold))
        own = f"{two.learned[True]} / {two.learned[False]}"
        rows.append((name, *_pair(two), own))
    return _table(["trained on the other genres", "both P", "both R", "own right / wrong"], rows)


def _own_calibration(found: Sequence[Outcome]) -> Weights:
    return calibrated(empty(), list(judged(found)), list(judged_rules(found)))
