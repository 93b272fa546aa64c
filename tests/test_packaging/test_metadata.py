"""What the repository promises to tools that read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from peerlint.cli.check import check
from peerlint.configuration.files import tomllib
from peerlint.discovery import SUFFIXES

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hook_takes_word_files_and_its_options_exist(hook: dict[str, Any]) -> None:
    for name in ("a.docx", "b.md", "c.txt", "d.html", "e.rst"):
        assert re.search(hook["files"], name)
        assert f".{name.rpartition('.')[2]}" in SUFFIXES
    assert not re.search(hook["files"], "a.py")
    assert hook["types"] == ["file"]
    known = {option for parameter in check.params for option in parameter.opts}
    assert set(hook["entry"].split()[2:]) <= known


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = [
        *project["dependencies"],
        *(one for name in extras if name != "dev" for one in extras[name]),
    ]
    needed = {re.split(r"[<>=;]", line)[0].lower() for line in listed}
    table = (ROOT / "README.md").read_text("utf-8").partition("| dependency |")[2]
    named = {
        name.partition("(")[0].strip().lower()
        for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
        for name in row.split(",")
    }
    assert needed == named - {"---"}


def test_links_of_the_documentation_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_action_runs_only_commands_that_exist() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    known = {option for parameter in check.params for option in parameter.opts}
    commands = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    used = {
        word
        for line in commands
        if "peerlint check" in line
        for word in line.split()
        if word.startswith("--")
    }
    assert used
    assert used <= known
