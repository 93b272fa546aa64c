"""`peerlint review` as a user meets it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

SENTENCE = "The specialist works with the mentally ill and with people who suffer from psychosis."


@pytest.fixture
def description(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("Job Description: Peer Specialist", 0)
    document.add_paragraph(SENTENCE)
    path = tmp_path / "job.docx"
    document.save(str(path))
    return path


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read(name).decode() if name in archive.namelist() else ""


def test_the_copy_stands_beside_the_document_which_stays(peerlint: Any, description: Path) -> None:
    before = description.read_bytes()
    ran = peerlint("review", "job.docx")
    copy = description.with_name("job.reviewed.docx")
    assert ran.status == 0
    assert ran.out.startswith("job.reviewed.docx: ")
    assert description.read_bytes() == before
    assert "the-mentally-ill" in part(copy, "word/comments.xml")
    assert 'w:author="peerlint"' in part(copy, "word/document.xml")


def test_output_author_date_and_kinds_of_marks(peerlint: Any, description: Path) -> None:
    ran = peerlint(
        *("review", "job.docx", "-o", "copy.docx", "--author", "Jo", "--date", "2025-03-31"),
        "--changes-only",
    )
    copy = description.with_name("copy.docx")
    assert ran.status == 0
    assert 'w:author="Jo" w:date="2025-03-31T00:00:00Z"' in part(copy, "word/document.xml")
    assert part(copy, "word/comments.xml") == ""
    assert peerlint("review", "job.docx", "--comments-only").status == 0
    assert "<w:del " not in part(description.with_name("job.reviewed.docx"), "word/document.xml")


def test_select_and_severity_choose_the_findings(peerlint: Any, description: Path) -> None:
    peerlint("review", "job.docx", "--select", "PL1")
    copy = description.with_name("job.reviewed.docx")
    assert "the-mentally-ill" in part(copy, "word/comments.xml")
    assert "suffers-from" not in part(copy, "word/comments.xml")


def test_a_fixed_epoch_gives_the_same_copy(
    peerlint: Any, description: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    peerlint("review", "job.docx", "-o", "one.docx")
    peerlint("review", "job.docx", "-o", "two.docx")
    one, two = (description.with_name(name) for name in ("one.docx", "two.docx"))
    assert one.read_bytes() == two.read_bytes()


def test_the_document_itself_is_never_replaced(peerlint: Any, description: Path) -> None:
    before = description.read_bytes()
    ran = peerlint("review", "job.docx", "-o", "job.docx")
    assert ran.status == 2
    assert "would replace the document itself" in ran.err
    assert description.read_bytes() == before


def test_a_bad_file_is_told_and_the_others_are_reviewed(peerlint: Any, description: Path) -> None:
    description.with_name("bad.docx").write_bytes(b"not a Word file")
    description.with_name("notes.md").write_text("# Notes")
    ran = peerlint("review", "bad.docx", "notes.md", "none.docx", "job.docx")
    assert ran.status == 2
    assert "peerlint: bad.docx: this is not a Word file" in ran.err
    assert "peerlint: notes.md: is no Word file" in ran.err
    assert "peerlint: none.docx: cannot be read" in ran.err
    assert description.with_name("job.reviewed.docx").exists()
    assert not description.with_name("bad.reviewed.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--comments-only", "--changes-only"), "exclude each other"),
        (("--date", "soon"), "the date 'soon'"),
        (("--author", " "), "--author"),
    ],
)
def test_options_that_cannot_be_used_are_told(
    peerlint: Any, description: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = peerlint("review", "job.docx", *arguments)
    assert ran.status == 2
    assert words in ran.err
