"""The report as a Word file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

from peerlint.document import BlockKind
from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.formats.docx import read
from peerlint.reporters import file_renderer

DATE = datetime(2025, 3, 31, tzinfo=timezone.utc)


def rendered(*findings: Finding, **changes: object) -> bytes:
    document = DocumentReport(
        path="jobs/cps.md", type="job-description", peer_role=True, words=12, findings=findings
    )
    report = RunReport((replace(document, **changes),), "1.2.3")  # type: ignore[arg-type]
    return file_renderer("docx")(report, DATE)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read("report.docx", data).blocks]


def test_a_row_says_where_what_why_and_what_instead(duty: Finding) -> None:
    blocks = read("report.docx", rendered(duty)).blocks
    row = [block for block in blocks if block.table == 1 and block.row == 2]
    assert [block.column_heading for block in row] == [
        "Where",
        "In the text",
        "Why",
        "Why",
        "Proposed",
    ]
    assert row[0].text == "Duties, bullet 3"
    assert row[1].text == "Administer evening medications to residents"
    assert row[2].text.startswith("Handing out medication. Whoever hands out")
    assert row[3].text == "error, PD101. WMASS, activity chart, Medications"
    assert row[4].text.startswith("Support residents to ask their own questions")


def test_each_document_has_its_heading_and_counts(duty: Finding) -> None:
    blocks = read("report.docx", rendered(duty)).blocks
    assert blocks[0].kind is BlockKind.TITLE
    assert "jobs/cps.md" in [b.text for b in blocks if b.kind is BlockKind.HEADING]
    assert "Read as a job description about a peer role, 12 words: 1 error." in texts(
        rendered(duty)
    )


def test_what_a_document_lacks_is_a_list_of_its_own(duty: Finding) -> None:
    lack = replace(duty, kind="structure", message="No supervisor is named", suggestions=())
    blocks = read("report.docx", rendered(lack)).blocks
    (item,) = [block for block in blocks if block.kind is BlockKind.LIST_ITEM]
    assert item.text == "No supervisor is named."
    assert item.headings[-1] == "Worth adding"


def test_a_document_that_was_not_read_is_named() -> None:
    assert "Could not be read: it is empty." in texts(rendered(error="it is empty"))


def test_the_same_date_gives_the_same_bytes_and_no_letter_breaks_it(duty: Finding) -> None:
    odd = replace(duty, quote="bell \x07 here")
    assert rendered(odd) == rendered(odd)
    assert "bell  here" in texts(rendered(odd))
