"""SARIF: the parts that the 2.1.0 standard requires, and what makes the log useful."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft7Validator

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.sarif import render

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **{
            name: {"type": "integer", "minimum": 1}
            for name in ("startLine", "startColumn", "endLine", "endColumn")
        },
        "snippet": MESSAGE,
    },
}
ARTIFACT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "pattern": '^[^ <>"]*$'}},
}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
        },
        "logicalLocations": {"type": "array"},
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "rank": {"type": "number", "minimum": 0, "maximum": 100},
        "locations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"additionalProperties": {"type": "string"}},
        "fixes": {
            "type": "array",
            "items": {
                "required": ["artifactChanges"],
                "properties": {
                    "artifactChanges": {
                        "minItems": 1,
                        "items": {
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "replacements": {
                                    "minItems": 1,
                                    "items": {
                                        "required": ["deletedRegion"],
                                        "properties": {"deletedRegion": REGION},
                                    },
                                }
                            },
                        },
                    }
                },
            },
        },
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"]},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "results": {"items": RESULT},
                },
            }
        },
    },
}
"""The parts of the SARIF 2.1.0 schema that peerlint uses, stricter where it leaves freedom."""


def _run(report: RunReport) -> dict[str, Any]:
    log = json.loads(render(report))
    assert not [error.message for error in Draft7Validator(LOG).iter_errors(log)]
    run: dict[str, Any] = log["runs"][0]
    return run


def test_log_keeps_to_the_standard(report: RunReport) -> None:
    assert len(_run(report)["results"]) == 3


def test_every_result_points_at_its_rule_with_help(report: RunReport) -> None:
    run = _run(report)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert "WMASS, activity chart" in rules[0]["help"]["text"]


def test_severities_become_levels(report: RunReport) -> None:
    assert [result["level"] for result in _run(report)["results"]] == ["note", "error", "warning"]


def test_fix_replaces_exactly_the_quote(report: RunReport) -> None:
    change = _run(report)["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "people with an addiction"
    assert change["deletedRegion"] | {"snippet": None} == {
        "startLine": 9,
        "startColumn": 9,
        "endLine": 9,
        "endColumn": 16,
        "snippet": None,
    }


def test_advice_is_no_fix(report: RunReport) -> None:
    assert "fixes" not in _run(report)["results"][0]


def test_word_files_get_no_lines_and_no_fixes(duty: Finding) -> None:
    word = DocumentReport(path="a b.docx", findings=(duty,), in_source=False)
    result = _run(RunReport(documents=(word,), version="0"))["results"][0]
    assert "fixes" not in result
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_unread_document_makes_the_run_unsuccessful(report: RunReport) -> None:
    invocation = _run(report)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "save it as .docx"


@pytest.mark.parametrize("path", ["my jobs/ä.md", "a#b.md"])
def test_paths_become_uris(duty: Finding, path: str) -> None:
    document = DocumentReport(path=path, findings=(replace(duty, path=path),))
    location = _run(RunReport(documents=(document,), version="0"))["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert "#" not in uri
