"""Whatever is wrong: one clear sentence, exit status 2, and all other inputs are checked."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

GOOD = "good.md"


def _truncated_word() -> bytes:
    docx.Document().save("whole.docx")
    whole = Path("whole.docx").read_bytes()
    Path("whole.docx").unlink()
    return whole[: len(whole) // 2]


def _zip_of_something_else() -> bytes:
    with zipfile.ZipFile("other.zip", "w") as package:
        package.writestr("hello.txt", "hello")
    content = Path("other.zip").read_bytes()
    Path("other.zip").unlink()
    return content


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CASES = {
    "missing.md": None,
    "empty.md": b"",
    "empty.docx": b"",
    "blank.txt": b" \n\n",
    "picture.md": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\xff\xfe\x00" * 20,
    "not-a-zip.docx": b"just some text",
    "truncated.docx": _truncated_word,
    "not-word.docx": _zip_of_something_else,
    "protected.docx": OLD_WORD,
    "legacy.doc": OLD_WORD,
    "report.pdf": b"%PDF-1.7",
    "data.xyz": b"hello",
    "no-ending": b"hello",
}


@pytest.mark.parametrize("name", CASES)
def test_unusable_document_is_told_in_one_sentence(peerlint: Any, name: str) -> None:
    content = CASES[name]
    if content is not None:
        Path(name).write_bytes(content() if callable(content) else content)
    Path(GOOD).write_text("We are glad you are here.\n")
    ran = peerlint("check", "--format", "json", name, GOOD)
    assert ran.status == 2
    errors = {one["path"]: one["error"] for one in ran.data["documents"]}
    assert errors[GOOD] is None
    assert errors[name]
    assert "\n" not in errors[name]
    assert "peerlint itself failed" not in errors[name]
    assert "Traceback" not in ran.err


def test_folder_without_documents_is_told(peerlint: Any) -> None:
    Path("empty").mkdir()
    ran = peerlint("check", "empty")
    assert ran.status == 2
    assert "holds no documents to check" in ran.out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "--format", "jsn"], "'jsn' is not one of"),
        (["check", "--fail-on", "bad"], "'bad' is not one of"),
        (["check", "--jobs", "-1"], "-1"),
        (["check", "--selekt", "x"], "--select"),
        (["check", "--select", ","], "at least one rule"),
        (["chekc"], "did you mean `peerlint check`?"),
        (["check", "--config", "no.toml"], "no.toml: no such configuration file"),
        (["check", "--config", "a.md", "--isolated"], "exclude each other"),
    ],
)
def test_wrong_option_is_told(peerlint: Any, arguments: list[str], expected: str) -> None:
    Path("a.md").write_text("x")
    ran = peerlint(*arguments)
    assert ran.status == 2
    assert expected in ran.err
    assert "Traceback" not in ran.err


def test_unknown_rule_is_told_with_the_nearest(peerlint: Any) -> None:
    Path("a.md").write_text("x")
    ran = peerlint("check", "a.md", "--ignore", "medication-administraton")
    assert ran.status == 2
    assert "did you mean `medication-administration`?" in " ".join(ran.out.split())


def test_wrong_configuration_is_told_once_and_spares_the_other_folders(peerlint: Any) -> None:
    Path("bad").mkdir()
    for path in ("a.md", "bad/b.md", "bad/c.md"):
        Path(path).write_text("We are glad you are here.\n")
    Path("bad/peerlint.toml").write_text("selct = []\n")
    ran = peerlint("check", "--format", "json")
    assert ran.status == 2
    assert [(one["path"], one["error"]) for one in ran.data["documents"]] == [
        ("a.md", None),
        ("bad/peerlint.toml", "line 1: `selct` is not a known key; did you mean `select`?"),
    ]


def test_invalid_rule_file_is_told_once_with_file_and_line(peerlint: Any) -> None:
    Path("rules").mkdir()
    Path("rules/own.yaml").write_text("topic: x\nrules:\n  - id: ACME1\n    nme: x\n")
    Path("peerlint.toml").write_text('rule-paths = ["rules"]\n')
    for path in ("a.md", "b.md"):
        Path(path).write_text("x")
    ran = peerlint("check", "--format", "json")
    assert ran.status == 2
    (told,) = ran.data["documents"]
    assert told["path"].endswith("rules/own.yaml")
    assert "line" in told["error"]


def test_fault_of_peerlint_is_one_line_and_debug_shows_more(
    peerlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peerlint import checking

    def broken(*arguments: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(checking.Checker, "frame", broken)
    Path("a.md").write_text("x")
    monkeypatch.delenv("PEERLINT_DEBUG", raising=False)
    ran = peerlint("check", "a.md")
    assert ran.status == 2
    assert "please report this" in " ".join(ran.out.split())
    assert "Traceback" not in ran.out + ran.err
    monkeypatch.setenv("PEERLINT_DEBUG", "1")
    assert "Traceback" in peerlint("check", "a.md").err


def test_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("We help addicts.\n" * 3000)
    command = f"{sys.executable} -m peerlint check -v a.md | head -n 1"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "a.md"
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_terminal_that_knows_few_letters_gets_question_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("We help addicts in Łódź.\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "peerlint", "check", "a.md"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"?" in done.stdout
