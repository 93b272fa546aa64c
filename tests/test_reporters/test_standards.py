"""The reports that other programs read, against the schemas those programs publish."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree

import peerlint
from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters import junit, sarif

STANDARDS = Path(__file__).parent / "standards"
TEXT = """# Certified Peer Specialist

## Duties

- Administer evening medications to residents.
- Lend 🎈 a hand to the mentally ill & their <families>.
"""


@pytest.fixture(scope="module")
def real() -> RunReport:
    checked = peerlint.check_text(TEXT, path="jobs/a b.md")
    assert checked.findings
    return RunReport(documents=(checked,), version="0")


def _with_control_characters(report: RunReport, duty: Finding) -> RunReport:
    strange = DocumentReport(path="x.md", findings=(replace(duty, quote="a\x00b\x1b]c￾"),))
    return replace(report, documents=(*report.documents, strange))


def _sarif_errors(report: RunReport) -> list[str]:
    schema = json.loads((STANDARDS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    checker = Draft4Validator(schema, format_checker=FormatChecker())
    return [error.message for error in checker.iter_errors(json.loads(sarif.render(report)))]


def _junit_errors(report: RunReport) -> list[str]:
    schema = etree.XMLSchema(etree.parse(STANDARDS / "junit-10.xsd"))
    schema.validate(etree.fromstring(junit.render(report).encode()))
    return [str(error) for error in schema.error_log]


def test_sarif_of_made_findings_is_valid(report: RunReport, duty: Finding) -> None:
    assert not _sarif_errors(_with_control_characters(report, duty))


def test_sarif_of_a_real_run_is_valid(real: RunReport) -> None:
    assert not _sarif_errors(real)


def test_junit_of_made_findings_is_valid(report: RunReport, duty: Finding) -> None:
    assert not _junit_errors(_with_control_characters(report, duty))


def test_junit_of_a_real_run_is_valid(real: RunReport) -> None:
    assert not _junit_errors(real)
