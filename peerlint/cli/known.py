"""Leave out the findings that a baseline knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from peerlint.configuration import Resolver
from peerlint.finding import DocumentReport


def only_new(
    documents: Sequence[DocumentReport], resolver: Resolver, file: Path | None
) -> tuple[tuple[DocumentReport, ...], int]:
    """The documents without known findings, and how many were known.

    `file` is the baseline for all documents; where it is None, each document's configuration
    names its own, if any. Raises UserError for a baseline that cannot be read.
    """
    groups: defaultdict[Path | None, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        named = file or (baseline_of(document, resolver) if document.findings else None)
        groups[named].append(number)
    remaining = list(documents)
    known = 0
    for path, numbers in groups.items():
        if path is None:
            continue
        from peerlint import baseline

        chosen = [documents[number] for number in numbers]
        new, left_out = baseline.without_known(chosen, baseline.load(path))
        known += left_out
        for number, document in zip(numbers, new, strict=True):
            remaining[number] = document
    return tuple(remaining), known


def baseline_of(document: DocumentReport, resolver: Resolver) -> Path | None:
    """The baseline that the document's configuration names."""
    return resolver.configuration(Path(document.path)).baseline
