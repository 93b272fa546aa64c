"""Writes a skeleton as a Word file, with python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from typing import Any

from peerlint.formats.docx.creating import document_bytes, new_document
from peerlint.templates.parts import Bullets, Fields, Heading, Line, Part

KINDS = {
    "job-description": "job_description",
    "recovery-plan": "recovery_plan",
    "policy": "policy",
}
"""The skeletons there are, and the module each of them is in."""

_AUTHOR = "peerlint"
_ROW_HEIGHT = 1.5  # centimetres: room to write by hand
_COLUMN_WIDTHS = (5.5, 9.7)  # centimetres


def write_template(kind: str, date: datetime) -> bytes:
    """The skeleton of that kind (a key of `KINDS`) as a .docx file written at `date` (UTC)."""
    parts: Sequence[Part] = import_module(f"peerlint.templates.{KINDS[kind]}").PARTS
    title = next(part.text for part in parts if isinstance(part, Heading))
    writer = _Writer(new_document(title, date), date)
    writer.write(parts)
    return document_bytes(writer.document, date)


class _Writer:
    """Adds parts to a new python-docx document."""

    def __init__(self, document: Any, date: datetime) -> None:
        self.document = document
        self._date = date

    def write(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if isinstance(part, Heading):
                self._heading(part)
            elif isinstance(part, Line):
                self._line(part)
            elif isinstance(part, Bullets):
                self._bullets(part)
            else:
                self._fields(part)

    def _heading(self, part: Heading) -> None:
        paragraph = self.document.add_heading(part.text, part.level)
        self._guide(paragraph.runs, part.guidance)

    def _line(self, part: Line) -> None:
        paragraph = self.document.add_paragraph()
        if part.label:
            paragraph.add_run(f"{part.label}:").bold = True
        if part.text:
            paragraph.add_run(f" {part.text}" if part.label else part.text)
        self._guide(paragraph.runs, part.guidance)

    def _bullets(self, part: Bullets) -> None:
        for at, item in enumerate(part.items):
            paragraph = self.document.add_paragraph(item, style="List Bullet")
            self._guide(paragraph.runs, part.guidance if at == 0 else "")

    def _fields(self, part: Fields) -> None:
        from docx.shared import Cm

        table = self.document.add_table(rows=0, cols=2, style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, _COLUMN_WIDTHS, strict=True):
            column.width = Cm(width)
        for at, prompt in enumerate(part.prompts):
            row = table.add_row()
            row.height = Cm(_ROW_HEIGHT)
            for cell, width in zip(row.cells, _COLUMN_WIDTHS, strict=True):
                cell.width = Cm(width)
            run = row.cells[0].paragraphs[0].add_run(prompt)
            run.bold = True
            self._guide([run], part.guidance if at == 0 else "")
        self.document.add_paragraph()

    def _guide(self, runs: Sequence[Any], guidance: str) -> None:
        """Put guidance as a comment on the runs."""
        if not guidance:
            return
        from docx.oxml.ns import qn

        comment = self.document.add_comment(runs, text=guidance, author=_AUTHOR, initials="p")
        stamp = self._date.strftime("%Y-%m-%dT%H:%M:%SZ")
        comment._comment_elm.set(qn("w:date"), stamp)
