"""What is wrong with labelled documents, one sentence each, for whoever adds some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from peerlint.rulebook.schema import CATEGORIES
from peerlint.settings import DOCUMENT_TYPES
from training.corpus.cases import Case, CorpusError, Expected, read_case

_ID = re.compile(r"[a-z]+(-[a-z]+)*-\d{3,4}")
_PRIVATE = (
    (re.compile(r"\b\d{3}-\d{2}-\d{4}\b"), "a social security number"),
    (
        re.compile(r"\b(?!555)\d{3}[-. ](?!555)\d{3}[-. ]\d{4}\b(?!-)"),
        "a telephone number outside 555",
    ),
    (
        re.compile(r"\b[\w.+-]+@(?![\w.-]*example\b|[\w.-]+\.example\b)[\w-]+\.[\w.]+"),
        "a mail address outside example.org",
    ),
)


def problems(paths: Iterable[Path]) -> Iterator[str]:
    """Everything wrong in these files, in their order."""
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip():
                continue
            place = f"{path.name}:{number}"
            try:
                case = read_case(line, place)
            except CorpusError as error:
                yield str(error)
                continue
            yield from (f"{place}: {problem}" for problem in case_problems(case))
            for value, seen, what in ((case.id, ids, "id"), (case.text, texts, "text")):
                if seen.setdefault(value, place) != place:
                    yield f"{place}: the same {what} as {seen[value]}"


def case_problems(case: Case) -> Iterator[str]:
    """What is wrong with one document and its labels."""
    if not _ID.fullmatch(case.id):
        yield f"the id {case.id!r} should be a genre and three or four digits (county-hr-001)"
    if case.type not in DOCUMENT_TYPES:
        yield f"the type {case.type!r} is none of {', '.join(DOCUMENT_TYPES)}"
    if not case.text.strip():
        yield "the text is empty"
    for pattern, what in _PRIVATE:
        if pattern.search(case.text):
            yield f"the text holds {what}; documents are invented, and so is what they hold"
    for item in case.expected:
        yield from _label_problems(item)
    yield from _repeats(case.required)


def _label_problems(item: Expected) -> Iterator[str]:
    if not item.quote.strip() or item.quote != item.quote.strip():
        yield f"the quote {item.quote!r} is empty or has blanks at its edges"
    if item.kind not in CATEGORIES or item.kind == "structure":
        yield f"the kind {item.kind!r} of {item.quote!r} is unknown"
    elif item.category not in CATEGORIES[item.kind]:
        yield f"{item.category!r} of {item.quote!r} is no category of {item.kind}"
    if not item.optional and not item.rewrites:
        yield f"{item.quote!r} has no rewrites"


def _repeats(required: Sequence[Expected]) -> Iterator[str]:
    for one, other in combinations(required, 2):
        if (one.kind, one.start, one.end) == (other.kind, other.start, other.end):
            yield f"{one.quote!r} is labelled twice"
