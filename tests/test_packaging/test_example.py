"""The job description that ships with the project, and the README's words about it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import peerlint
from peerlint.finding import DocumentReport

EXAMPLES = Path(__file__).parents[2] / "examples"


def _report(suffix: str) -> DocumentReport:
    return peerlint.check_file(EXAMPLES / f"certified-peer-specialist{suffix}")


def test_word_and_markdown_twins_give_the_same_findings() -> None:
    markdown, word = (
        Counter((one.rule, one.quote) for one in _report(suffix).findings)
        for suffix in (".md", ".docx")
    )
    assert markdown == word


def test_example_is_known_for_what_it_is_and_shows_duties_and_language() -> None:
    report = _report(".docx")
    assert report.type == "job-description"
    assert report.peer_role
    assert {finding.kind for finding in report.findings} >= {"language", "duty"}


def test_good_parts_of_the_example_are_silent() -> None:
    quotes = [finding.quote for finding in _report(".md").findings]
    for good in ("restraint", "Counts and stores", "ask the questions", "frequent flyer"):
        assert not [quote for quote in quotes if good in quote]
