"""Whole documents: what peerlint reports, against what a careful editor marked in them.

Beside each document stands a YAML file: `expected` holds what both say, `wrong` what only peerlint says,
`missed` the words that only the editor marked. A change in any of them shows as a diff.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from peerlint.checking import Checker
from peerlint.document import Document
from peerlint.finding import DocumentReport
from peerlint.formats import read_document, read_text

HERE = Path(__file__).resolve().parent
NAMES = sorted(path.stem for path in HERE.glob("*.md"))
IN_WORD = [
    "job-01-crisis-house-specialist",
    "job-07-family-partner",
    "policy-01-shelter-admission",
    "policy-03-peer-staff",
    "plan-02-filled-deficit",
    "plan-09-template-good",
]
GOOD = [
    *("job-03-peer-respite-companion", "job-07-family-partner", "job-09-warmline-operator"),
    *("policy-03-peer-staff", "policy-04-language-guide", "policy-06-visiting"),
    *("policy-10-confidentiality", "plan-03-filled-good", "plan-04-wellness-good"),
    "plan-09-template-good",
]


def reviewed(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return loaded


def markdown(name: str) -> Document:
    return read_text((HERE / f"{name}.md").read_text("utf-8"), path=f"{name}.md")


def said(report: DocumentReport) -> list[str]:
    """Each finding as the YAML files write it."""
    return sorted(f"{one.rule} [{one.quote or 'document'}]" for one in report.findings)


def difference(wanted: list[str], seen: list[str]) -> str:
    return "\n".join(unified_diff(wanted, seen, "reviewed", "reported now", lineterm="", n=1))


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_those_reviewed(name: str, shipped_checker: Checker) -> None:
    entry = reviewed(name)
    report = shipped_checker.check(markdown(name))
    wanted, seen = sorted([*entry["expected"], *entry["wrong"]]), said(report)
    assert wanted == seen, "\n" + difference(wanted, seen)
    assert (report.type, report.peer_role) == (entry["type"], entry["peer-role"])


@pytest.mark.parametrize("name", [name for name in NAMES if reviewed(name)["missed"]])
def test_what_was_missed_still_is(name: str, shipped_checker: Checker) -> None:
    report = shipped_checker.check(markdown(name))
    for words in reviewed(name)["missed"]:
        block = next(i for i, text in enumerate(report.blocks) if words in text)
        start = report.blocks[block].index(words)
        found = [
            f"{one.rule} [{one.quote}]"
            for one in report.findings
            if one.block == block and one.span[0] < start + len(words) and start < one.span[1]
        ]
        assert not found, f"found by now, move it to `expected`: {found}"


@pytest.mark.parametrize("name", GOOD)
def test_good_documents_are_left_alone(name: str, shipped_checker: Checker) -> None:
    report = shipped_checker.check(markdown(name))
    assert [f"{one.rule} [{one.quote}]" for one in report.findings if one.quote] == []


def test_there_are_ten_of_each_kind_at_full_length() -> None:
    for kind in ("job", "policy", "plan"):
        names = [name for name in NAMES if name.startswith(f"{kind}-")]
        assert len(names) == 10
        for name in names:
            assert 250 <= len((HERE / f"{name}.md").read_text("utf-8").split()) <= 500, name


def word_file(document: Document, path: Path) -> None:
    """The document written with python-docx: headings, lists, paragraphs and tables."""
    made = docx.Document()
    tables: dict[int, dict[tuple[int, int], str]] = {}
    for block in document.blocks:
        if block.table:
            tables.setdefault(block.table, {})[block.row, block.column] = block.text
        elif block.kind.value in ("title", "heading"):
            made.add_heading(block.text, level=max(block.level, 1))
        elif block.marker:
            numbered = block.marker[0].isdigit()
            made.add_paragraph(block.text, style="List Number" if numbered else "List Bullet")
        else:
            made.add_paragraph(block.text)
        following = document.blocks[block.index + 1 : block.index + 2]
        if block.table and not (following and following[0].table == block.table):
            _table(made, tables[block.table])
    made.save(str(path))


def _table(made: Any, cells: dict[tuple[int, int], str]) -> None:
    rows, columns = max(row for row, _ in cells), max(column for _, column in cells)
    table = made.add_table(rows=rows, cols=columns)
    for (row, column), text in cells.items():
        table.cell(row - 1, column - 1).text = text


@pytest.mark.parametrize("name", IN_WORD)
def test_a_word_file_says_the_same(name: str, shipped_checker: Checker, tmp_path: Path) -> None:
    source = markdown(name)
    path = tmp_path / f"{name}.docx"
    word_file(source, path)
    entry = reviewed(name)
    report = shipped_checker.check(read_document(path))
    wanted, seen = sorted([*entry["expected"], *entry["wrong"]]), said(report)
    assert wanted == seen, "\n" + difference(wanted, seen)
    assert report.type == entry["type"]
