"""SARIF 2.1.0, for code-scanning pages: rules with help, places, fingerprints and fixes."""

from __future__ import annotations

import json
from urllib.parse import quote

from peerlint.finding import DocumentReport, Finding, RunReport, Severity
from peerlint.reporters.wording import HOME_PAGE, plainly, replacement

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def render(report: RunReport) -> str:
    """One SARIF log with one run."""
    rules = {finding.rule: finding for finding in reversed(report.findings)}
    order = {rule: index for index, rule in enumerate(sorted(rules))}
    run = {
        "tool": {
            "driver": {
                "name": "peerlint",
                "version": report.version,
                "informationUri": HOME_PAGE,
                "rules": [_rule(rules[rule]) for rule in order],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            _result(finding, order[finding.rule], document.in_source)
            for document in report.documents
            for finding in document.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding) -> dict[str, object]:
    sources = "".join(f"\n- {source}" for source in finding.sources)
    help_text = f"{finding.why}\n\nSources:{sources}" if sources else finding.why
    return {
        "id": finding.rule,
        "name": finding.name,
        "shortDescription": {"text": finding.name.replace("-", " ")},
        "fullDescription": {"text": finding.why or finding.message},
        "help": {"text": help_text or finding.message, "markdown": help_text or finding.message},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": list(dict.fromkeys((finding.kind, finding.category)))},
    }


def _invocation(report: RunReport) -> dict[str, object]:
    notices = [_notice(document) for document in report.documents if document.error is not None]
    notices += [{"level": "error", "message": {"text": error}} for error in report.errors]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _notice(document: DocumentReport) -> dict[str, object]:
    return {
        "level": "error",
        "message": {"text": document.error},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(document.path)}}],
    }


def _result(finding: Finding, rule_index: int, in_source: bool) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(finding.path)}
    if in_source:
        physical["region"] = _region(finding)
    location: dict[str, object] = {"physicalLocation": physical}
    if finding.location:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.location}]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [location],
        "partialFingerprints": {"peerlint/v1": finding.fingerprint},
    }
    if finding.learned and finding.confidence is not None:
        result["rank"] = round(finding.confidence * 100, 1)
    fix = _fix(finding) if in_source else None
    return {**result, "fixes": [fix]} if fix else result


def _message(finding: Finding) -> str:
    sentences = [finding.message]
    for suggestion in finding.suggestions[:1]:
        sentences.append(f"{'Think of' if suggestion.advice else 'Try'}: {plainly(suggestion)}")
    return "\n".join(sentences)


def _fix(finding: Finding) -> dict[str, object] | None:
    suggestion = replacement(finding)
    if suggestion is None:
        return None
    change = {"deletedRegion": _region(finding), "insertedContent": {"text": suggestion.text}}
    return {
        "description": {"text": f"Reword as “{suggestion.text}”"},
        "artifactChanges": [
            {"artifactLocation": _artifact(finding.path), "replacements": [change]}
        ],
    }


def _region(finding: Finding) -> dict[str, object]:
    region: dict[str, object] = {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
    }
    return {**region, "snippet": {"text": finding.quote}} if finding.quote else region


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path)}
