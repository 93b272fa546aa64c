"""`peerlint --help`, `--version`, `init` and `config show`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peerlint import __version__
from peerlint.cli.main import COMMANDS, SUMMARIES, peerlint


def test_help_lists_every_command_with_a_line(peerlint: Any) -> None:
    shown = peerlint("--help").out
    for name in COMMANDS:
        assert SUMMARIES[name] in " ".join(shown.split())


def test_every_listed_command_exists() -> None:
    for name in COMMANDS:
        assert peerlint.get_command(None, name).name == name  # type: ignore[arg-type,union-attr]


def test_version_names_program_pipeline_and_rules(peerlint: Any) -> None:
    pattern = rf"peerlint {re.escape(__version__)} \(pipeline [\d.]+, rules [0-9a-f]{{12}}\)\n"
    assert re.fullmatch(pattern, peerlint("--version").out)


def test_init_writes_a_file_that_holds_and_never_overwrites(peerlint: Any) -> None:
    assert peerlint("init", "--pre-commit").status == 0
    assert Path(".pre-commit-config.yaml").exists()
    Path("a.md").write_text("We are glad you are here.\n")
    assert peerlint("check").status == 0
    again = peerlint("init")
    assert again.status == 2
    assert "is already there" in again.err


def test_config_show_tells_values_and_their_places(peerlint: Any) -> None:
    Path("peerlint.toml").write_text('accept = ["x\\"y"]\n[document-types]\n"*.md" = "policy"\n')
    shown = peerlint("config", "show", "a.md", "--ignore", "PL1").out.splitlines()
    assert 'accept = ["x\\"y"]  # peerlint.toml, line 1' in shown
    assert 'document-types = { "*.md" = "policy" }  # peerlint.toml, line 2' in shown
    assert 'ignore = ["PL1"]  # command line' in shown
    assert 'fail-on = "warning"  # default' in shown


def test_new_rule_file_is_whole_and_its_examples_hold(peerlint: Any) -> None:
    made = peerlint("rules", "new", "ours.yaml", "--id", "ACME101", "--name", "shame-board")
    assert made.status == 0
    tried = peerlint("rules", "test", "ours.yaml")
    assert tried.out == "1 rules, 6 examples, 0 not as the rule says.\n"
    again = peerlint("rules", "new", "ours.yaml")
    assert (again.status, "is already there" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--id", "acme1", "is no id"),
        ("--id", "PL999", "choose a prefix of your own"),
        ("--name", "Shame Board", "is no name"),
    ],
)
def test_new_rule_with_a_bad_label_is_refused(
    peerlint: Any, option: str, value: str, told: str
) -> None:
    refused = peerlint("rules", "new", "ours.yaml", option, value)
    assert (refused.status, told in refused.err) == (2, True)
    assert not Path("ours.yaml").exists()


@pytest.mark.parametrize(
    ("typed", "word", "offered"),
    [("peerlint che", "1", "check"), ("peerlint check --fo", "2", "--format")],
)
def test_the_shell_completes_commands_and_options(typed: str, word: str, offered: str) -> None:
    asked = {"_PEERLINT_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": word}
    program = "from peerlint.__main__ import run; run([])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, **asked}
    )
    assert f"plain,{offered}" in done.stdout.splitlines()
