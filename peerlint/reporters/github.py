"""Workflow commands that GitHub Actions shows as annotations."""

from __future__ import annotations

from peerlint.finding import Finding, RunReport, Severity
from peerlint.reporters.wording import best, plainly

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def render(report: RunReport) -> str:
    """One line for each finding and each document that could not be checked."""
    lines: list[str] = []
    for document in report.documents:
        lines += [_annotation(finding, document.in_source) for finding in document.findings]
        if document.error is not None:
            lines.append(f"::error file={_property(document.path)}::{_data(document.error)}")
    lines += [f"::error::{_data(error)}" for error in report.errors]
    return "".join(line + "\n" for line in lines)


def _annotation(finding: Finding, in_source: bool) -> str:
    properties = {"file": finding.path, "title": f"{finding.rule} {finding.name}"}
    if in_source:
        properties |= _place(finding)
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(_message(finding))}"


def _place(finding: Finding) -> dict[str, str]:
    lines = {"line": str(finding.start.line), "endLine": str(finding.end.line)}
    if finding.start.line != finding.end.line:
        return lines
    last = max(finding.end.column - 1, finding.start.column)  # GitHub counts it in
    return {**lines, "col": str(finding.start.column), "endColumn": str(last)}


def _message(finding: Finding) -> str:
    where = f"{finding.location}: " if finding.location else ""
    sentences = [f"{where}{finding.message}"]
    suggestion = best(finding)
    if suggestion:
        sentences.append(f"{'Think of' if suggestion.advice else 'Try'}: {plainly(suggestion)}")
    return "\n".join(sentences)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
