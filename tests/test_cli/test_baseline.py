"""`peerlint baseline`: old findings pass, new ones fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

OLD = "We help addicts to find housing.\n"
NEW = "We work with the mentally ill.\n"


@pytest.fixture(autouse=True)
def _recorded(peerlint: Any) -> None:
    Path("a.md").write_text(OLD)
    Path("peerlint.toml").write_text('baseline = ".peerlint-baseline.json"\n')
    assert peerlint("baseline", "--isolated").status == 0


def test_known_findings_pass_and_are_counted(peerlint: Any) -> None:
    ran = peerlint("check")
    assert ran.status == 0
    assert "1 known finding left out (baseline)." in ran.out
    assert peerlint("check", "--isolated").status == 1
    assert peerlint("check", "--isolated", "--baseline", ".peerlint-baseline.json").status == 0


def test_new_finding_fails(peerlint: Any) -> None:
    Path("a.md").write_text(OLD + "\n" + NEW)
    ran = peerlint("check", "--format", "json")
    assert ran.status == 1
    assert [one["quote"] for one in ran.data["findings"]] == ["the mentally ill"]


def test_moved_and_renamed_passages_stay_known(peerlint: Any) -> None:
    Path("a.md").unlink()
    Path("renamed.md").write_text("# Title\n\nSomething new.\n\n" + OLD)
    assert peerlint("check").status == 0


def test_second_copy_is_new_wherever_it_stands(peerlint: Any) -> None:
    Path("0-copy.md").write_text(OLD)
    ran = peerlint("check", "--format", "json")
    assert [one["path"] for one in ran.data["findings"]] == ["0-copy.md"]
    Path("0-copy.md").unlink()
    Path("a.md").write_text(OLD + "\n" + OLD)
    assert len(peerlint("check", "--format", "json").data["findings"]) == 1


def test_baseline_only_shrinks_unless_asked(peerlint: Any) -> None:
    Path("a.md").write_text(NEW)
    ran = peerlint("baseline")
    assert "0 known findings (0 added, 1 gone)" in ran.out
    assert "1 new finding stayed out" in ran.out
    assert peerlint("check").status == 1
    assert "1 known finding (1 added, 0 gone)" in peerlint("baseline", "--add").out
    assert peerlint("check").status == 0


def test_documents_that_were_not_checked_stay_known_while_they_exist(peerlint: Any) -> None:
    Path("b.md").write_text(NEW)
    assert "2 known findings" in peerlint("baseline", "--add").out
    assert "2 known findings" in peerlint("baseline", "b.md").out
    Path("a.md").unlink()
    assert "1 known finding " in peerlint("baseline", "b.md").out


@pytest.mark.parametrize("text", ["", "[]", '{"version": 1}', '{"version": 9, "findings": []}'])
def test_unusable_baseline_is_told(peerlint: Any, text: str) -> None:
    Path(".peerlint-baseline.json").write_text(text)
    ran = peerlint("check")
    assert ran.status == 2
    assert ".peerlint-baseline.json: " in ran.err
    assert "Traceback" not in ran.err
