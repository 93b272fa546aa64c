"""Who acts in whole small documents, through the whole of checking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from peerlint.checking import Checker
from peerlint.formats import read_text

TABLE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parent.parent / "actor_cases.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", TABLE, ids=[case["name"] for case in TABLE])
def test_who_acts(case: dict[str, Any], shipped_checker: Checker) -> None:
    report = shipped_checker.check(read_text(case["text"], format=case.get("format", "markdown")))
    duties = [finding.quote.lower() for finding in report.findings if finding.kind == "duty"]
    told = [f"{one.rule} {one.quote!r} {one.silencer} ({one.cue})" for one in report.silenced]
    missing = [words for words in case.get("flagged", ()) if not _among(words, duties)]
    wrong = [words for words in case.get("silent", ()) if _among(words, duties)]
    assert not missing and not wrong, (missing, wrong, duties, told)


def _among(words: str, duties: list[str]) -> bool:
    """Whether a finding shares words with the given ones, or lies within them."""
    wanted = words.lower()
    return any(duty in wanted or wanted in duty for duty in duties)
