"""A table for spreadsheets: one row for each finding."""

from __future__ import annotations

import csv
from io import StringIO

from peerlint.finding import Finding, RunReport
from peerlint.reporters.wording import best, plainly

COLUMNS = (
    "path",
    "line",
    "column",
    "location",
    "severity",
    "rule",
    "name",
    "category",
    "quote",
    "message",
    "suggestion",
    "why",
    "sources",
    "fingerprint",
)


def render(report: RunReport) -> str:
    """Comma-separated rows with a heading; documents that were not read have a row `unread`."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_inert(cell) for cell in _row(finding)] for finding in report.findings)
    for document in report.documents:
        if document.error is not None:
            row = dict.fromkeys(COLUMNS, "")
            row |= {"path": document.path, "severity": "unread", "message": document.error}
            writer.writerow([_inert(cell) for cell in row.values()])
    return stream.getvalue()


def _row(finding: Finding) -> list[str]:
    suggestion = best(finding)
    return [
        finding.path,
        str(finding.start.line),
        str(finding.start.column),
        finding.location,
        finding.severity.label,
        finding.rule,
        finding.name,
        finding.category,
        finding.quote,
        finding.message,
        plainly(suggestion) if suggestion else "",
        finding.why,
        "; ".join(finding.sources),
        finding.fingerprint,
    ]


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a document's text is not to be trusted."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
