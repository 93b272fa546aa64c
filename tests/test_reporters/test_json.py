"""The JSON report keeps to its schema and says all there is to say."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

from jsonschema import Draft202012Validator

from peerlint.finding import Finding, RunReport
from peerlint.reporters.json import render


def test_report_is_valid_by_the_shipped_schema(report: RunReport) -> None:
    schema = json.loads((files("peerlint") / "schemas" / "report-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(json.loads(render(report))))


def test_a_finding_has_the_keys_of_the_stable_format_in_order(report: RunReport) -> None:
    finding = json.loads(render(report))["findings"][1]
    assert list(finding) == [
        "path",
        "rule",
        "name",
        "kind",
        "category",
        "severity",
        "message",
        "quote",
        "location",
        "start",
        "end",
        "why",
        "sources",
        "suggestions",
        "fingerprint",
    ]
    assert finding["start"] == {"line": 5, "column": 3}
    assert finding["suggestions"][0]["safe"] is False
    assert finding["suggestions"][1]["advice"] is True


def test_confidence_stands_with_learned_findings_and_those_that_are_doubted(
    report: RunReport, duty: Finding
) -> None:
    learned, ruled, _ = json.loads(render(report))["findings"]
    assert learned["confidence"] == 0.91
    assert "learned" not in ruled and "confidence" not in ruled
    (document, *_) = report.documents
    doubted = replace(document, findings=(replace(duty, confidence=0.36),))
    (shown,) = json.loads(render(RunReport((doubted,), "0")))["findings"]
    assert shown["confidence"] == 0.36 and "learned" not in shown


def test_a_document_that_was_not_read_carries_its_error(report: RunReport) -> None:
    unread = json.loads(render(report))["documents"][1]
    assert unread["error"] == "save it as .docx"


def test_words_keep_their_own_letters(report: RunReport, label: Finding) -> None:
    named = replace(report.documents[0], findings=(replace(label, quote="exadictos, niñez"),))
    assert "niñez" in render(replace(report, documents=(named,)))
