"""Put rewordings into a document: which ones, and the file that comes of it."""

from __future__ import annotations

from collections.abc import Iterable

from peerlint.document import Document
from peerlint.errors import DocumentError, UserError
from peerlint.finding import Finding, Suggestion
from peerlint.formats.edit import Edit
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after its edits. `skipped` are the edits that could not be made, with the reason."""

    data: bytes
    applied: tuple[Edit, ...]
    skipped: tuple[tuple[Edit, str], ...]


def edits_for(findings: Iterable[Finding], document: Document, *, unsafe: bool) -> tuple[Edit, ...]:
    """The edits that carry out the best rewording of each finding.

    Only safe rewordings, unless `unsafe` takes the others too; of two that overlap the first
    stays. Raises DocumentError when the document no longer says what was found.
    """
    edits: list[Edit] = []
    for finding in sorted(findings, key=lambda one: (one.block, one.span)):
        suggestion = _chosen(finding, unsafe=unsafe)
        if suggestion is None:
            continue
        if finding.block >= len(document.blocks) or (
            document.blocks[finding.block].text[slice(*finding.span)] != finding.quote
        ):
            raise DocumentError("has changed since it was checked; check it again")
        edit = _edit(finding, suggestion)
        if not edits or edits[-1].block != edit.block or edits[-1].end <= edit.start:
            edits.append(edit)
    return tuple(edits)


def is_fixable(finding: Finding, *, unsafe: bool) -> bool:
    """Whether there is a rewording to put in."""
    return _chosen(finding, unsafe=unsafe) is not None


def fixed(data: bytes, document: Document, edits: tuple[Edit, ...]) -> Fixed:
    """The file `data`, from which `document` was read, with the edits in it.

    Raises UserError where a file cannot be written, such as a signed Word file or a PDF.
    """
    if document.source:
        return _fixed_source(data, document, edits)
    if document.format != "docx":
        raise UserError(
            f"is read as {document.format}, which peerlint does not write; "
            "save it as .docx to have it changed",
            path=document.path,
        )
    from peerlint.formats.docx.writer import apply_edits, cannot_edit

    skipped = cannot_edit(data, edits)
    left_out = [edit for edit, _ in skipped]
    applied = tuple(edit for edit in edits if edit not in left_out)
    return Fixed(apply_edits(data, applied), applied, skipped)


def _fixed_source(data: bytes, document: Document, edits: tuple[Edit, ...]) -> Fixed:
    from peerlint.formats.decoding import encode_like
    from peerlint.formats.edit import apply_edits

    edited = apply_edits(document, edits)
    skipped = tuple((one.edit, one.reason) for one in edited.skipped)
    return Fixed(encode_like(data, edited.text, document.path), edited.applied, skipped)


def _chosen(finding: Finding, *, unsafe: bool) -> Suggestion | None:
    """The first rewording that may be applied."""
    if not finding.quote:
        return None
    fitting = (one for one in finding.suggestions if not one.advice and (one.safe or unsafe))
    return next(fitting, None)


def _edit(finding: Finding, suggestion: Suggestion) -> Edit:
    start = finding.span[0] if suggestion.start is None else suggestion.start
    end = finding.span[1] if suggestion.end is None else suggestion.end
    return Edit(finding.block, start, end, suggestion.text)
