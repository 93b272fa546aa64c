"""The skeletons: complete, free of findings, the same at every writing."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timezone
from pathlib import Path

import pytest

from peerlint.__main__ import run
from peerlint.checking import Checker
from peerlint.document import BlockKind
from peerlint.formats.docx import read
from peerlint.templates import KINDS, write_template

DATE = datetime(2025, 3, 31, tzinfo=timezone.utc)
TYPES = {
    "job-description": "job-description",
    "recovery-plan": "treatment-plan",
    "policy": "policy",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_is_recognized_and_has_no_finding(kind: str) -> None:
    report = Checker().check(read(f"{kind}.docx", write_template(kind, DATE)))
    assert report.type == TYPES[kind]
    assert [finding.message for finding in report.findings] == []


def test_the_job_description_has_four_to_six_areas_with_duties_each() -> None:
    document = read("j.docx", write_template("job-description", DATE))
    duties = [b.headings[-1] for b in document.blocks if "Responsibilities" in b.headings]
    areas = dict.fromkeys(
        block.text
        for block in document.blocks
        if block.kind is BlockKind.HEADING and block.headings[-1:] == ("Responsibilities",)
    )
    assert 4 <= len(areas) <= 6
    assert all(duties.count(area) >= 2 for area in areas)


def test_the_recovery_plan_asks_in_the_persons_own_words() -> None:
    document = read("p.docx", write_template("recovery-plan", DATE))
    prompts = [b.text for b in document.blocks if b.kind is BlockKind.TABLE_CELL]
    assert len(prompts) > 15
    assert any("in my own words" in prompt for prompt in prompts)
    assert any(block.label == "My signature" for block in document.blocks)


@pytest.mark.parametrize("kind", KINDS)
def test_guidance_stands_in_comments_and_not_in_the_text(kind: str) -> None:
    data = write_template(kind, DATE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert comments.count("<w:comment ") >= 4
    assert comments.count('w:date="2025-03-31T00:00:00Z"') == comments.count("<w:comment ")
    assert "elete " not in " ".join(block.text for block in read("a.docx", data).blocks)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_date_gives_the_same_bytes(kind: str) -> None:
    assert write_template(kind, DATE) == write_template(kind, DATE)


def test_the_command_writes_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["template", "policy", "-o", "own.docx"]) == 0
    assert read("own.docx", Path("own.docx").read_bytes()).blocks[0].text == "Policy: [Subject]"
    assert run(["template", "policy", "-o", "own.docx"]) == 2
    assert "already there" in capsys.readouterr().err
