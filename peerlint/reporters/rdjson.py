"""Reviewdog's diagnostic format: findings and rewordings as review comments."""

from __future__ import annotations

import json

from peerlint.document import Position
from peerlint.finding import Finding, RunReport, Severity
from peerlint.reporters.wording import HOME_PAGE, best, plainly, replacement

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def render(report: RunReport) -> str:
    """One `DiagnosticResult` object."""
    result = {
        "source": {"name": "peerlint", "url": HOME_PAGE},
        "diagnostics": [
            _diagnostic(finding, document.in_source)
            for document in report.documents
            for finding in document.findings
        ],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, in_source: bool) -> dict[str, object]:
    place = {"start": _position(finding.start), "end": _position(finding.end)}
    location: dict[str, object] = {"path": finding.path}
    if in_source:
        location["range"] = place
    diagnostic: dict[str, object] = {
        "message": _message(finding),
        "location": location,
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    suggestion = replacement(finding) if in_source else None
    if suggestion is not None:
        diagnostic["suggestions"] = [{"range": place, "text": suggestion.text}]
    return diagnostic


def _message(finding: Finding) -> str:
    sentences = [finding.message, finding.why]
    suggestion = best(finding)
    if suggestion:
        sentences.append(f"{'Think of' if suggestion.advice else 'Try'}: {plainly(suggestion)}")
    return "\n".join(sentence for sentence in sentences if sentence)


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
