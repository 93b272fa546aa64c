"""GitHub annotations."""

from __future__ import annotations

from dataclasses import replace

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.github import render


def test_each_finding_is_one_command_with_its_level(report: RunReport) -> None:
    lines = render(report).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::notice", "::error", "::warning", "::error"]


def test_place_and_message_of_a_finding(report: RunReport) -> None:
    assert render(report).splitlines()[1] == (
        "::error file=jobs/cps.md,title=PD101 medication-administration,line=5,endLine=5,col=3,"
        "endColumn=45::Duties, bullet 3: Handing out medication%0ATry: Support residents to ask "
        "their own questions about evening medications."
    )


def test_text_of_a_document_cannot_start_a_command(duty: Finding) -> None:
    hostile = replace(duty, path="a,b:c\n.md", message="100 %\n::stop-commands::x")
    shown = render(
        RunReport(documents=(DocumentReport(path="a", findings=(hostile,)),), version="")
    )
    assert shown.count("\n") == 1
    assert "file=a%2Cb%3Ac%0A.md" in shown
    assert "100 %25%0A::stop" in shown


def test_word_files_get_no_lines(duty: Finding) -> None:
    word = DocumentReport(path="a.docx", findings=(duty,), in_source=False)
    assert "line=" not in render(RunReport(documents=(word,), version="0"))
