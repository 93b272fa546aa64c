"""From labelled documents to candidates with features and labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from peerlint.checking import Checker
from peerlint.finding import Finding
from peerlint.formats import read_text
from peerlint.learned.candidates import NOUN, VERB, Candidate, candidates_of
from peerlint.learned.features import FeatureReader, bucket
from peerlint.matching.match import matches_in
from peerlint.nlp.sentence import Sentence

CATEGORIES = (
    "power-imbalance", "agenda", "busy-work", "boundary", "hiring",
    "stigmatizing", "clinicalized", "deficit", "coercive", "peer-noun", "inclusive",
)  # fmt: skip
KINDS = {
    "power-imbalance": "duty",
    "agenda": "duty",
    "busy-work": "duty",
    "boundary": "duty",
    "hiring": "hiring",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: where it stands in the source, its features, and what it is.

    `labels[k]` is 1 for a passage of category k, 0 for none, -1 where the labels do not say.
    """

    start: int
    end: int
    features: np.ndarray[Any, Any]
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled document with its candidates and the rules' findings."""

    case: dict[str, Any]
    examples: tuple[Example, ...]
    findings: tuple[Finding, ...]


def load_cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of one file, each expectation with its character span."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        case = json.loads(line)
        for item in case["expected"]:
            start = -1
            for _ in range(item.get("occurrence", 1)):
                start = case["text"].index(item["quote"], start + 1)
            item["span"] = (start, start + len(item["quote"]))
        yield case


def read_case(checker: Checker, reader: FeatureReader, case: dict[str, Any]) -> Case:
    """Analyse one document."""
    document = read_text(case["text"], path=case["id"])
    examples = []
    for sentence, admitted in checker.sentences(document):
        matches = matches_in(sentence, admitted, checker.book)
        for candidate in candidates_of(sentence):
            first, last = sentence.chars(candidate.start, candidate.end)
            block, offset = sentence.block, sentence.start
            start = document.source_offset(block, offset + first)
            end = document.source_offset(block, offset + last, end=True)
            numbers = {bucket(name) for name in reader.features(sentence, candidate, matches)}
            examples.append(
                Example(
                    start,
                    end,
                    np.fromiter(sorted(numbers), dtype=np.int32),
                    labels_of(case["expected"], candidate, sentence, (start, end), document, block),
                )
            )
    return Case(case, tuple(examples), checker.check(document).findings)


def labels_of(
    expected: Sequence[dict[str, Any]],
    candidate: Candidate,
    sentence: Sentence,
    span: tuple[int, int],
    document: Any,
    block: Any,
) -> tuple[int, ...]:
    """What a candidate is for each category, from the labelled quotes it overlaps."""
    labels = [0] * len(CATEGORIES)
    head = sentence.doc[candidate.head]
    place = document.source_offset(block, sentence.start + head.idx)
    for item in expected:
        left, right = item["span"]
        if span[0] >= right or left >= span[1]:
            continue
        number = CATEGORIES.index(item["category"])
        shared = min(right, span[1]) - max(left, span[0])
        union = max(right, span[1]) - min(left, span[0])
        if KINDS.get(item["category"]):
            near_start = left <= place <= left + 25
            good = candidate.kind in (VERB, NOUN) and (
                shared / union >= 0.4 or (candidate.kind == VERB and near_start)
            )
        else:
            good = shared / union >= 0.3 or (candidate.kind != NOUN and shared == right - left)
        value = 1 if good and not item.get("optional") else -1
        if labels[number] != 1:
            labels[number] = value
    return tuple(labels)
