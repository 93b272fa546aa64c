"""`peerlint check`: inputs, outputs and exit status."""

from __future__ import annotations

import io
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import pytest
from jsonschema import Draft202012Validator

JOB = """# Certified Peer Specialist

## Duties

- Administer evening medications to residents.
- Support people to write down their own goals.
"""
CLEAN = "# Welcome\n\nWe are glad you are here.\n"


def _write(path: str, text: str = JOB) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def _duties(ran: Any) -> list[dict[str, Any]]:
    return [finding for finding in ran.data["findings"] if finding["kind"] == "duty"]


def test_finding_in_markdown_has_its_exact_place(peerlint: Any) -> None:
    ran = peerlint("check", "--format", "json", _write("a.md"))
    assert ran.status == 1
    (finding,) = _duties(ran)
    line = JOB.splitlines()[finding["start"]["line"] - 1]
    assert line[finding["start"]["column"] - 1 : finding["end"]["column"] - 1] == finding["quote"]
    assert finding["rule"] == "PD101"
    assert finding["location"] == "Duties, bullet 1"


def test_word_file_gives_the_same_duty(peerlint: Any) -> None:
    document = docx.Document()
    document.add_heading("Certified Peer Specialist", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("Administer evening medications.", style="List Bullet")
    document.save("a.docx")
    (finding,) = _duties(peerlint("check", "--format", "json", "a.docx"))
    assert (finding["rule"], finding["location"]) == ("PD101", "Duties, bullet 1")


def test_report_keeps_to_the_shipped_schema(peerlint: Any) -> None:
    _write("a.md")
    ran = peerlint("check", "--format", "json", "--explain-silence", "a.md", "missing.md")
    schema = json.loads((files("peerlint") / "schemas" / "report-1.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(ran.data))


def test_clean_document_ends_with_status_0(peerlint: Any) -> None:
    ran = peerlint("check", _write("a.md", CLEAN))
    assert ran.status == 0
    assert ran.out == "Nothing to change in 1 document (7 words).\n"


def test_text_report_shows_sentence_rewording_and_summary(peerlint: Any) -> None:
    ran = peerlint("check", _write("a.md"))
    assert "Administer evening medications to residents." in ran.out
    assert "^^^^" in ran.out
    assert "Try: " in ran.out
    assert "in 1 document" in ran.out


def test_current_folder_is_checked_without_paths(peerlint: Any) -> None:
    _write("sub/a.md")
    ran = peerlint("check", "--format", "json")
    assert [one["path"] for one in ran.data["documents"]] == ["sub/a.md"]


def test_standard_input_is_checked_under_its_given_name(
    peerlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(JOB.encode())))
    ran = peerlint("check", "-", "--stdin-filename", "jobs/a.md", "--format", "json")
    assert _duties(ran)[0]["path"] == "jobs/a.md"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--ignore", "ALL"], 0),
        (["--select", "PL5", "--min-severity", "error"], 0),
    ],
)
def test_exit_status_follows_the_options(peerlint: Any, options: list[str], status: int) -> None:
    assert peerlint("check", *options, _write("a.md")).status == status


def test_fail_on_of_the_nearest_configuration_holds_for_each_document(peerlint: Any) -> None:
    _write("a.md")
    _write("peerlint.toml", 'fail-on = "never"\n')
    assert peerlint("check", "a.md").status == 0
    assert peerlint("check", "a.md", "--fail-on", "error").status == 1
    assert peerlint("check", "a.md", "--isolated").status == 1


def test_select_and_ignore_take_commas_and_repeat(peerlint: Any) -> None:
    _write("a.md", JOB + "- Help the mentally ill and substance abusers.\n")
    selected = peerlint("check", "a.md", "--format", "json", "--select", "duty,stigmatizing")
    assert "PD101" in selected.rules
    less = peerlint(
        "check", "a.md", "--format", "json", "--select", "duty, stigmatizing", "--ignore", "PL1"
    )
    assert less.rules == ["PD101"]


def test_output_goes_to_a_file_whole(peerlint: Any) -> None:
    ran = peerlint("check", _write("a.md"), "--format", "json", "-o", "report.json")
    assert ran.out == ""
    assert "report.json" in ran.err
    assert json.loads(Path("report.json").read_text("utf-8"))["version"] == 1
    assert [path.name for path in Path().iterdir() if path.suffix != ".md"] == ["report.json"]


def test_output_to_an_impossible_place_is_told(peerlint: Any) -> None:
    ran = peerlint("check", _write("a.md"), "-o", "no/such/folder/report.txt")
    assert ran.status == 2
    assert "no/such/folder/report.txt: cannot be written" in ran.err


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "junit", "html", "csv"])
def test_every_format_reports_the_finding(peerlint: Any, format_: str) -> None:
    assert "PD101" in peerlint("check", _write("a.md"), "--format", format_).out


def test_terminal_colour_only_on_request(peerlint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _write("a.md")
    assert "\x1b" not in peerlint("check", "a.md").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in peerlint("check", "a.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in peerlint("check", "a.md").out


def test_same_input_gives_the_same_report(peerlint: Any) -> None:
    _write("a.md"), _write("b/c.md")
    first = peerlint("check", "--format", "json").out
    assert first == peerlint("check", "--format", "json").out


def test_several_processes_give_the_same_report(peerlint: Any) -> None:
    for name in ("a", "b", "c", "d"):
        _write(f"{name}.md")
    alone = peerlint("check", "--format", "json", "--jobs", "1")
    assert peerlint("check", "--format", "json", "--jobs", "2").out == alone.out
