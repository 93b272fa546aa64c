"""Reviewdog's format."""

from __future__ import annotations

import json

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.rdjson import render


def test_diagnostic_carries_range_code_and_suggestion(report: RunReport) -> None:
    diagnostic = json.loads(render(report))["diagnostics"][2]
    expected = {"start": {"line": 9, "column": 9}, "end": {"line": 9, "column": 16}}
    assert diagnostic["location"] == {"path": "jobs/cps.md", "range": expected}
    assert diagnostic["code"] == {"value": "PL101"}
    assert diagnostic["severity"] == "WARNING"
    assert diagnostic["suggestions"] == [{"range": expected, "text": "people with an addiction"}]


def test_advice_is_no_suggestion_to_apply(report: RunReport) -> None:
    assert "suggestions" not in json.loads(render(report))["diagnostics"][0]


def test_word_files_get_neither_range_nor_suggestion(duty: Finding) -> None:
    word = DocumentReport(path="a.docx", findings=(duty,), in_source=False)
    diagnostic = json.loads(render(RunReport(documents=(word,), version="0")))["diagnostics"][0]
    assert diagnostic["location"] == {"path": "jobs/cps.md"}
    assert "suggestions" not in diagnostic
