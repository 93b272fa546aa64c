"""Documents to check, and the reports on them: whatever goes wrong with one becomes its report's error."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from peerlint import processes
from peerlint.errors import UserError
from peerlint.finding import DocumentReport
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from peerlint.checking import Checker
    from peerlint.document import Document
    from peerlint.nlp.understanding import Understanding
    from peerlint.pieces import Parse
    from peerlint.settings import Settings

    Understood = tuple[Document, Understanding]

DEBUG = "PEERLINT_DEBUG"
"""The environment variable that asks for tracebacks."""

LARGEST = 101 << 20
"""Bytes read of one input; readers refuse less."""

_REHEARSALS = 120  # documents of the rules' own examples
_PLAIN = frozenset({"markdown", "text"})  # formats of which any lines are a document
_LINES = 30  # of a piece of a document
_STRIDE = 13  # how far apart the first pieces lie
_LARGE = 100_000  # bytes of a document that takes as long to read as the pipeline takes to load


@dataclass(frozen=True, slots=True)
class Task:
    """One document to check: from `path`, or from `data` when it came by standard input."""

    shown: str
    settings: Settings
    path: Path | None = None
    data: bytes | None = None


def check_one(task: Task, parts: int = 1, understood: Understood | None = None) -> DocumentReport:
    """Check one document, with so many processes at most; whatever goes wrong becomes the report's error.

    `understood`: what was read of it before.
    """
    try:
        document, frame = understood or _understood(task, parts)
        checker = checker_for(task.settings)
        examined = processes.examined(checker, document, frame, parts)
        return _placed(checker.report(document, frame, examined), document)
    except UserError as error:
        return DocumentReport(path=error.path or task.shown, error=error.message)
    except Exception as error:
        show_if_asked()
        return DocumentReport(path=task.shown, error=unexpected(error))


def check_together(
    tasks: Sequence[Task], parts: int, understood: Sequence[Understood | None]
) -> list[DocumentReport]:
    """Check small documents with the same settings in one go: the same reports, sooner than one by one.

    `understood`: what was read of each before.
    """
    if len(tasks) > 1:
        understood = [
            one or _read_if_possible(task) for task, one in zip(tasks, understood, strict=True)
        ]
    found = iter(_found_together(tasks, [one for one in understood if one]))
    return [
        (one and next(found, None)) or check_one(task, parts, one)
        for task, one in zip(tasks, understood, strict=True)
    ]


def _found_together(
    tasks: Sequence[Task], understood: Sequence[Understood]
) -> Sequence[DocumentReport]:
    """Nothing where that is not possible: checking each tells what is wrong."""
    if len(understood) < 2:
        return ()
    try:
        reports = checker_for(tasks[0].settings).check_together(understood)
        return list(map(_placed, reports, (document for document, _ in understood)))
    except Exception:
        show_if_asked()
        return ()


def show_if_asked() -> None:
    """Print the traceback of the fault that is being dealt with, if the environment asks for it."""
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exc()


def _placed(report: DocumentReport, document: Document) -> DocumentReport:
    return replace(report, in_source=bool(document.source))


def _read_if_possible(task: Task) -> Understood | None:
    """None where it is left to checking the document to tell what is wrong."""
    with suppress(Exception):
        return read_and_framed(task)
    return None


def _understood(task: Task, parts: int) -> Understood:
    """The task's document and its frame; those of a large one while the pipeline is loaded."""
    if parts < 2 or size(task) < _LARGE or not processes.can_fork():
        return read_and_framed(task)
    checker = checker_for(task.settings)
    reading = partial(read_and_framed, task)
    return processes.while_loading(reading, checker, rehearsals(checker, task))[0]


def rehearsals(checker: Checker, task: Task) -> Iterator[DocumentReport]:
    """Reports on pieces of the task's own text, else on the rules' own examples.

    To check them loads what the document, or most documents, need.
    """
    from peerlint.formats import read_text

    for text in _pieces_of(task) or _examples_of(checker):
        with suppress(Exception):  # told of the document that meets it
            yield checker.check(read_text(text, format="markdown"))


def _pieces_of(task: Task) -> list[str]:
    """Pieces of a plain document from all over it; none of one that is packed or marked up."""
    from peerlint.formats import SUFFIXES

    if SUFFIXES.get(PurePath(task.shown).suffix.lower()) not in _PLAIN:
        return []
    data = b""
    with suppress(OSError, ValueError):  # told when it is read
        data = content(task) or b""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    pieces = ["".join(lines[first : first + _LINES]) for first in range(0, len(lines), _LINES)]
    return [piece for first in range(_STRIDE) for piece in pieces[first::_STRIDE]]


def _examples_of(checker: Checker) -> Iterator[str]:
    from peerlint.rulebook.trial import PLACES

    rules = checker.book.rules
    for first in range(_REHEARSALS):
        few = (rules[number] for number in range(first, len(rules), _REHEARSALS))
        duties = "\n- ".join(example.text for rule in few for example in rule.examples[:1])
        yield PLACES["peer-job-description"].replace("{}", duties)


def read_and_framed(task: Task) -> Understood:
    """The task's document and what surrounds each of its blocks. Raises UserError."""
    document = read(task)
    return document, checker_for(task.settings).frame(document)


def read(task: Task) -> Document:
    """The task's document; raises DocumentError."""
    from peerlint.formats import read_document

    return read_document(task.path or Path(task.shown), data=task.data, name=task.shown)


def content(task: Task) -> bytes | None:
    """The bytes of the document; None of a file that no reader is for. Raises OSError and ValueError."""
    if task.path is None or task.data is not None:
        return task.data
    from peerlint.formats import SUFFIXES

    if task.path.suffix.lower() not in SUFFIXES:  # left to the reader, which refuses it
        return None
    with task.path.open("rb") as stream:
        return stream.read(LARGEST)


def size(task: Task) -> int:
    """Bytes of the document as it came."""
    if task.data is not None:
        return len(task.data)
    with suppress(OSError, ValueError):
        return task.path.stat().st_size if task.path else 0
    return 0


def unexpected(error: BaseException) -> str:
    """The sentence for a fault of peerlint's own."""
    kind = type(error).__name__
    return (
        f"peerlint itself failed here ({kind}: {error}); please report this, "
        f"with what {DEBUG}=1 shows"
    )


def checker_for(settings: Settings) -> Checker:
    """The checker for these settings, made once. Raises RuleError and ConfigError."""
    return _checker(_Frozen(settings))


class _Frozen:
    """Settings as a cache key: equal settings share one checker."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._key = repr(settings)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frozen) and other._key == self._key


@lru_cache(maxsize=8)
def _checker(frozen: _Frozen) -> Checker:
    return new_checker(frozen.settings)


def new_checker(settings: Settings, parse: Parse | None = None) -> Checker:
    """A checker of its own for these settings. Raises RuleError and ConfigError."""
    from peerlint.checking import Checker
    from peerlint.configuration.selectors import require_known
    from peerlint.rulebook import load_rulebook

    book = load_rulebook(settings.rule_paths)
    require_known(settings, book.labels)
    return Checker(settings, book, parse)
