"""The report as a Word file, for a committee or a meeting: one table for each document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from peerlint.finding import DocumentReport, Finding, RunReport, Severity
from peerlint.formats.docx.creating import document_bytes, new_document
from peerlint.formats.docx.runs import legal
from peerlint.reporters.wording import (
    best,
    by_severity,
    count,
    document_type,
    place,
    plainly,
    sentence,
)

_TITLE = "Words to look at again"
_COLUMNS = (("Where", 3.2), ("In the text", 4.3), ("Why", 5.0), ("Proposed", 4.5))  # centimetres
_SHADES = {Severity.ERROR: "F4D9D4", Severity.WARNING: "FBECCB", Severity.SUGGESTION: "E4EEF6"}
_MARGIN = 2.0  # centimetres


def render_file(report: RunReport, date: datetime) -> bytes:
    """The report as the bytes of a .docx file; `date` (UTC) stands in it."""
    from docx.shared import Cm

    document = new_document(_TITLE, date)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(_MARGIN)
    document.add_heading(_TITLE, 0)
    total = by_severity(report.findings) or "nothing to change"
    documents = count(len(report.documents), "document")
    document.add_paragraph(f"{documents} checked on {date:%Y-%m-%d}: {total}.")
    document.add_paragraph(
        "Each row is a passage that many readers in the field would word differently, with the "
        "reason and a proposal. The proposals are for you to weigh; the documents are unchanged."
    )
    for one in report.documents:
        _document(document, one)
    document.add_paragraph(f"Written by peerlint {report.version}.")
    return document_bytes(document, date)


def _document(document: Any, report: DocumentReport) -> None:
    document.add_heading(legal(report.path), 1)
    if report.error is not None:
        document.add_paragraph(f"Could not be read: {legal(report.error)}.")
        return
    found = by_severity(report.findings) or "nothing to change"
    what = document_type(report)
    document.add_paragraph(
        f"Read as {'an' if what[0] in 'aeiou' else 'a'} {what}, {count(report.words, 'word')}: "
        f"{found}."
    )
    for warning in report.warnings:
        document.add_paragraph(f"Note: {legal(warning)}.")
    missing = [finding for finding in report.findings if finding.kind == "structure"]
    passages = [finding for finding in report.findings if finding.kind != "structure"]
    if missing:
        document.add_heading("Worth adding", 2)
        for finding in missing:
            _bullet(document, finding)
    if passages:
        document.add_heading("Passages", 2)
        _table(document, passages)


def _bullet(document: Any, finding: Finding) -> None:
    suggestion = best(finding)
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(legal(sentence(finding.message))).bold = True
    if suggestion is not None:
        paragraph.add_run(f" {legal(plainly(suggestion))}")


def _table(document: Any, findings: Sequence[Finding]) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Cm(width)
    for cell, (name, _) in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _repeat_on_every_page(table.rows[0])
    for finding in findings:
        _row(table.add_row(), finding)
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, _COLUMNS, strict=True):
            cell.width = Cm(width)


def _row(row: Any, finding: Finding) -> None:
    where, quote, why, proposed = row.cells
    where.text = legal(place(finding))
    _shade(where, _SHADES[finding.severity])
    quote.text = legal(finding.quote)
    why.paragraphs[0].add_run(legal(sentence(finding.message))).bold = True
    why.paragraphs[0].add_run(f" {legal(finding.why)}")
    line = f"{finding.severity.label}, {finding.rule}"
    sources = "; ".join(finding.sources[:2])
    why.add_paragraph(legal(f"{line}. {sources}" if sources else line))
    suggestion = best(finding)
    proposed.text = legal(plainly(suggestion)) if suggestion is not None else ""


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat_on_every_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
