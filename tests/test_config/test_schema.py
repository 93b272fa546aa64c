"""The JSON Schema for editors says the same as the program."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from peerlint.configuration import Resolver
from peerlint.configuration.files import tomllib
from peerlint.configuration.keys import KEYS, NAMES
from peerlint.errors import ConfigError

SCHEMA: dict[str, Any] = json.loads(
    (files("peerlint") / "schemas" / "configuration-1.json").read_text("utf-8")
)
CASES = [
    'select = ["PL1"]\nfail-on = "never"\nmin-severity = "error"',
    '[severity]\nPL1 = "error"\n[document-types]\n"a" = "policy"\n[per-file-ignores]\n"a" = ["x"]',
    'baseline = "known.json"',
    "learned = false",
    "[learned-thresholds]\nagenda = 0.9\ncoercive = 1",
    'learned = "no"',
    "[learned-thresholds]\nagenda = 2",
    "[learned-thresholds]\nagendas = 0.9",
    "[learned-thresholds]\nagenda = true",
    'selct = ["PL1"]',
    'select = "PL1"',
    "select = [1]",
    'select = [""]',
    'fail-on = "nothing"',
    'min-severity = "never"',
    "[severity]\nPL1 = 1",
    '[document-types]\n"a" = "memo"',
    '[per-file-ignores]\n"a" = "x"',
    "baseline = 3",
    'baseline = ""',
    "severity = []",
]


def test_schema_is_one_and_knows_every_key_with_its_meaning() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    properties = SCHEMA["properties"]
    assert set(properties) == set(NAMES)
    for key in KEYS:
        assert properties[key.name]["description"] == key.meaning


@pytest.mark.parametrize("text", CASES)
def test_schema_and_program_agree_on_what_is_valid(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("peerlint.toml").write_text(text)
    try:
        Resolver().configuration(Path("a.md"))
        valid = True
    except ConfigError:
        valid = False
    assert Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text)) is valid
