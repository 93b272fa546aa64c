"""What a run loads: nothing heavy before it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"spacy", "thinc", "numpy", "lemminflect", "rich", "lxml", "docx", "yaml", "jinja2"}
UNASKED = {
    "peerlint.examining",
    "peerlint.rulebook.compiled",
    "peerlint.rulebook.rule",
    "shutil",
    "tempfile",
}
"""What only a sentence that some rule asks for needs, and what only writing needs."""

SCRIPT = """
import json, sys
from peerlint.__main__ import run
status = run(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """The exit status of a run in a process of its own, and the modules it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PEERLINT_CACHE_DIR": str(folder / "cache")},
    )
    status, modules = json.loads(done.stderr.splitlines()[-1])
    return status, set(modules)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("check", "--help"), 0),
        (("check", "--jobs", "many"), 2),
        (("chekc",), 2),
    ],
)
def test_help_and_usage_errors_load_nothing_heavy(
    tmp_path: Path, arguments: tuple[str, ...], expected: int
) -> None:
    status, modules = loaded(tmp_path, *arguments)
    assert status == expected
    assert not HEAVY & modules
    assert not any(name.startswith(("peerlint.nlp", "peerlint.matching")) for name in modules)


@pytest.mark.usefixtures("shipped_book")  # compiled, so that the run finds it
def test_document_without_candidates_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Garden\n\nThe garden opens at nine. Bring a coat.\n")
    status, modules = loaded(tmp_path, "check", "a.md")
    assert status == 0
    assert not HEAVY & modules
    assert not UNASKED & modules


def test_known_report_is_shown_without_rules_or_pipeline(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("We help addicts.\n")
    first, modules = loaded(tmp_path, "check", "--format", "json", "a.md")
    assert "spacy" in modules
    second, modules = loaded(tmp_path, "check", "--format", "json", "a.md")
    assert first == second == 1
    assert not HEAVY & modules
    assert "peerlint.checking" not in modules
