"""JUnit XML: counts that add up, and text that survives."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.junit import render


def _parsed(report: RunReport) -> ElementTree.Element:
    return ElementTree.fromstring(render(report).encode())


def test_counts_of_suites_and_of_all_agree_with_the_cases(report: RunReport) -> None:
    root = _parsed(report)
    for element in (root, *root.findall("testsuite")):
        assert int(element.get("tests", "")) == len(element.findall(".//testcase"))
        assert int(element.get("failures", "")) == len(element.findall(".//failure"))
        assert int(element.get("errors", "")) == len(element.findall(".//error"))


def test_clean_document_is_one_passed_test(report: RunReport) -> None:
    clean = _parsed(report).findall("testsuite")[2]
    assert [len(case) for case in clean.findall("testcase")] == [0]


def test_failure_tells_place_quote_and_rewording(report: RunReport) -> None:
    failure = _parsed(report).findall(".//failure")[1]
    assert failure.get("type") == "error"
    assert "Duties, bullet 3" in (failure.text or "")
    assert "Try: Support residents" in (failure.text or "")


def test_control_characters_leave_the_xml_well_formed(duty: Finding) -> None:
    hostile = replace(duty, quote="a\x00\x1b]]><b>&\ud800")
    document = DocumentReport(path="a\x0b.md", findings=(hostile,))
    failure = _parsed(RunReport(documents=(document,), version="0")).find(".//failure")
    assert failure is not None
    assert "]]><b>&" in (failure.text or "")
