"""The feature table: every claim names a test, and the test is there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _rows() -> list[list[str]]:
    text = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def _tests() -> set[str]:
    found = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return found


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_claim_names_a_test_that_is_there(row: list[str]) -> None:
    claim, test = row[1], row[2].strip("`")
    assert claim[0] in "ypn"
    assert (test in _tests()) if claim[0] in "yp" else not test
