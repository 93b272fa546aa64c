"""Two duties joined by *and*: one new act for both, or none."""

from __future__ import annotations

from functools import lru_cache

import pytest

from peerlint.checking import Checker
from peerlint.finding import Finding
from peerlint.formats import read_text
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings


@lru_cache(maxsize=1)
def checker() -> Checker:
    return Checker(Settings(learned=False), load_rulebook())


def duties(text: str) -> list[Finding]:
    document = read_text(f"# Certified Peer Specialist\n\n## Duties\n\n- {text}\n", path="a.md")
    return [one for one in checker().check(document).findings if one.kind == "duty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deliver med boxes and observe ingestion.",
            "Support people who want to keep their own medication.",
        ),
    ],
)
def test_one_new_act_stands_for_both(text: str, expected: str) -> None:
    found = duties(text)
    assert len(found) == 2
    assert {one.suggestions[0].sentence for one in found} == {expected}


def test_a_duty_of_its_own_between_keeps_them_apart() -> None:
    found = duties("Conduct bag checks, greet guests and administer medication to residents.")
    assert len({one.suggestions[0].sentence for one in found}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Conduct bag checks and administer medication to residents.",
        "Testify at commitment hearings and persuade members to take medication.",
        "Testify at commitment hearings and drive members to court daily.",
        "Deliver med boxes on the Tuesday route and observe ingestion for tenants.",
    ],
)
def test_two_new_acts_are_too_many_for_a_sentence(text: str) -> None:
    found = duties(text)
    assert len(found) == 2
    assert all(one.advice for finding in found for one in finding.suggestions)
