"""`peerlint check --fix` and `--diff`: put rewordings in, or show what would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path

from peerlint.cli.output import write_bytes
from peerlint.configuration import Resolver
from peerlint.document import Document
from peerlint.errors import UserError
from peerlint.finding import DocumentReport
from peerlint.fixing import Fixed, edits_for, fixed, is_fixable
from peerlint.tasks import LARGEST, Task, check_one
from peerlint.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fixes:
    """The reports after the fixes, and how many rewordings were put in."""

    documents: tuple[DocumentReport, ...]
    applied: int


@dataclass(frozen=True, slots=True)
class _Change:
    """A document that rewordings change."""

    path: Path
    document: Document
    result: Fixed


def fix_documents(
    documents: Sequence[DocumentReport], resolver: Resolver, *, unsafe: bool
) -> Fixes:
    """Write the rewordings into the files, and check those files again.

    A file that cannot be changed stays as it is, and its report tells why.
    """
    reports: list[DocumentReport] = []
    applied = 0
    for report in documents:
        try:
            change = _change(report, unsafe=unsafe)
            if change is not None and change.result.applied:
                write_bytes(change.path, change.result.data)
        except UserError as error:
            reports.append(_noted(report, [f"nothing was reworded: {error.message}"]))
            continue
        if change is None:
            reports.append(report)
            continue
        applied += len(change.result.applied)
        again = check_one(Task(report.path, resolver.settings(change.path), change.path))
        reports.append(_noted(again, _left_out(change)))
    return Fixes(tuple(reports), applied)


def diff_documents(
    documents: Sequence[DocumentReport], *, unsafe: bool
) -> tuple[str, tuple[str, ...]]:
    """What `fix_documents` would change, as a unified diff; of a Word file, by its text blocks.

    Also a sentence for each file that cannot be changed.
    """
    diffs: list[str] = []
    refused: list[str] = []
    for report in documents:
        try:
            change = _change(report, unsafe=unsafe)
            if change is not None:
                diffs.append(_diff(change))
        except UserError as error:
            refused.append(str(UserError(error.message, path=error.path or report.path)))
    return "".join(diffs), tuple(refused)


def _change(report: DocumentReport, *, unsafe: bool) -> _Change | None:
    if not any(is_fixable(finding, unsafe=unsafe) for finding in report.findings):
        return None
    path = Path(report.path)
    data = _bytes(path)
    document = _read(path, data, report.path)
    edits = edits_for(report.findings, document, unsafe=unsafe)
    return _Change(path, document, fixed(data, document, edits))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"cannot be read: {reason}", path=path.as_posix()) from None


def _read(path: Path, data: bytes, shown: str) -> Document:
    from peerlint.formats import read_document

    return read_document(path, data=data, name=shown)


def _left_out(change: _Change) -> list[str]:
    texts = [block.text for block in change.document.blocks]
    return [
        f"“{texts[edit.block][edit.start : edit.end]}” was not reworded: {why}"
        for edit, why in change.result.skipped
    ]


def _noted(report: DocumentReport, notes: Iterable[str]) -> DocumentReport:
    return replace(report, warnings=(*report.warnings, *notes))


def _diff(change: _Change) -> str:
    shown = change.document.path
    after = _read(change.path, change.result.data, shown)
    lines = unified_diff(
        _lines(change.document), _lines(after), f"a/{shown}", f"b/{shown}", lineterm=""
    )
    return "".join(line + "\n" for line in lines)


def _lines(document: Document) -> list[str]:
    if document.source:
        return document.source.splitlines()
    return [line for block in document.blocks for line in block.text.splitlines()]
