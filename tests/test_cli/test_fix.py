"""`--fix` and `--diff`: rewordings in the files, nothing else changed."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import docx
import pytest

TEXT = "We help **people** who are the mentally ill.\r\n\r\nCaf\u00e9 & [link](a_b.md)\r\n"


@pytest.fixture(autouse=True)
def _document(peerlint: Any) -> None:
    Path("a.md").write_bytes(TEXT.encode())


def test_fix_rewords_safe_findings_and_keeps_every_other_byte(peerlint: Any) -> None:
    Path("a.md").chmod(0o640)
    ran = peerlint("check", "--fix", "a.md")
    assert ran.status == 0
    assert "1 passage reworded." in ran.out
    expected = TEXT.replace("the mentally ill", "people with mental health conditions")
    assert Path("a.md").read_bytes() == expected.encode()
    assert stat.S_IMODE(Path("a.md").stat().st_mode) == 0o640
    assert [path.name for path in Path().iterdir()] == ["a.md"]


def test_encoding_of_the_file_stays(peerlint: Any) -> None:
    Path("a.md").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    Path("b.txt").write_bytes("Caf\u00e9 for the mentally ill.\n".encode("cp1252"))
    peerlint("check", "--fix")
    assert Path("a.md").read_bytes().startswith(b"\xef\xbb\xbfWe help")
    assert b"Caf\xe9 for people" in Path("b.txt").read_bytes()


def test_second_fix_changes_nothing(peerlint: Any) -> None:
    peerlint("check", "--fix", "a.md")
    once = Path("a.md").read_bytes()
    peerlint("check", "--fix", "a.md")
    assert Path("a.md").read_bytes() == once


def test_unsafe_rewordings_wait_for_the_option(peerlint: Any) -> None:
    duty = "# Certified Peer Specialist\n\n## Duties\n\n- Administer evening medications.\n"
    Path("a.md").write_text(duty)
    peerlint("check", "--fix", "a.md")
    assert Path("a.md").read_text() == duty
    peerlint("check", "--fix", "--unsafe-fixes", "a.md")
    assert "Administer" not in Path("a.md").read_text()


def test_diff_shows_the_change_and_makes_none(peerlint: Any) -> None:
    ran = peerlint("check", "--diff", "a.md")
    assert ran.status == 1
    assert "-We help **people** who are the mentally ill." in ran.out
    assert "+We help **people** who are people with mental health conditions." in ran.out
    assert Path("a.md").read_bytes() == TEXT.encode()


def test_diff_of_nothing_is_empty(peerlint: Any) -> None:
    Path("a.md").write_text("We are glad you are here.\n")
    ran = peerlint("check", "--diff", "a.md")
    assert (ran.status, ran.out) == (0, "")


def test_word_file_is_reworded_in_place_with_its_formatting(peerlint: Any) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We serve ")
    paragraph.add_run("the mentally ill").bold = True
    paragraph.add_run(" here.")
    document.save("b.docx")
    assert "+We serve people with mental health conditions here." in (
        peerlint("check", "--diff", "b.docx").out
    )
    assert peerlint("check", "--fix", "b.docx").status == 0
    runs = docx.Document("b.docx").paragraphs[0].runs
    assert (
        "".join(run.text for run in runs) == "We serve people with mental health conditions here."
    )
    assert [run.text for run in runs if run.bold] == ["people with mental health conditions"]


def test_kind_that_is_only_read_stays_as_it_is_and_is_told(peerlint: Any) -> None:
    rtf = rb"{\rtf1\ansi We serve the mentally ill here.\par}"
    Path("c.rtf").write_bytes(rtf)
    ran = peerlint("check", "--fix", "c.rtf")
    assert ran.status == 1
    assert "is read as rtf, which peerlint does not write" in " ".join(ran.out.split())
    assert Path("c.rtf").read_bytes() == rtf
    ran = peerlint("check", "--diff", "c.rtf", "a.md")
    assert "c.rtf: is read as rtf, which peerlint does not write" in ran.err
    assert "+++ b/a.md" in ran.out


def test_known_findings_are_left_alone(peerlint: Any) -> None:
    peerlint("baseline", "-o", "known.json")
    peerlint("check", "--fix", "--baseline", "known.json", "a.md")
    assert Path("a.md").read_bytes() == TEXT.encode()


def test_read_only_folder_is_told_and_the_report_still_comes(
    peerlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    ran = peerlint("check", "--fix", "a.md")
    assert ran.status == 1
    assert "nothing was reworded: cannot be written" in " ".join(ran.out.split())
    assert Path("a.md").read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    "options", [["--fix", "--diff"], ["--unsafe-fixes"], ["--fix", "-"], ["--diff", "-"]]
)
def test_options_that_make_no_sense_together_are_told(peerlint: Any, options: list[str]) -> None:
    ran = peerlint("check", *options)
    assert ran.status == 2
    assert "Error: " in ran.err
