"""The stable machine-readable report; `peerlint/schemas/report-1.json` describes it."""

from __future__ import annotations

import json

from peerlint.document import Position
from peerlint.finding import DocumentReport, Finding, RunReport, Silenced, Suggestion

VERSION = 1


def render(report: RunReport) -> str:
    """One JSON object with all documents and findings."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def as_data(report: RunReport) -> dict[str, object]:
    """The report as plain dictionaries, lists, texts and numbers."""
    data: dict[str, object] = {
        "version": VERSION,
        "tool": {"name": "peerlint", "version": report.version},
        "documents": [_document(document) for document in report.documents],
        "findings": [finding_data(finding) for finding in report.findings],
    }
    silenced = [_silenced(one) for document in report.documents for one in document.silenced]
    if silenced:
        data["silenced"] = silenced
    if report.errors:
        data["errors"] = list(report.errors)
    return data


def finding_data(finding: Finding) -> dict[str, object]:
    """One finding as it stands in the report."""
    data: dict[str, object] = {
        "path": finding.path,
        "rule": finding.rule,
        "name": finding.name,
        "kind": finding.kind,
        "category": finding.category,
        "severity": finding.severity.label,
        "message": finding.message,
        "quote": finding.quote,
        "location": finding.location,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "why": finding.why,
        "sources": list(finding.sources),
        "suggestions": [_suggestion(one) for one in finding.suggestions],
        "fingerprint": finding.fingerprint,
    }
    if finding.tension:
        data["tension"] = finding.tension
    if finding.learned or finding.confidence is not None:
        data["confidence"] = finding.confidence
    if finding.learned:
        data |= {"learned": True, "weighed": list(finding.weighed)}
    return data


def _document(document: DocumentReport) -> dict[str, object]:
    data: dict[str, object] = {
        "path": document.path,
        "type": document.type,
        "peer_role": document.peer_role,
        "words": document.words,
        "findings": len(document.findings),
        "error": document.error,
    }
    if document.warnings:
        data["warnings"] = list(document.warnings)
    return data


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    data: dict[str, object] = {"text": suggestion.text, "safe": suggestion.safe}
    if suggestion.advice:
        data["advice"] = True
    if suggestion.sentence:
        data["sentence"] = suggestion.sentence
    return data


def _silenced(one: Silenced) -> dict[str, object]:
    return {
        "path": one.path,
        "rule": one.rule,
        "quote": one.quote,
        "start": _position(one.start),
        "end": _position(one.end),
        "silencer": one.silencer,
        "cue": one.cue,
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
