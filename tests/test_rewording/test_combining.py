"""Two duties joined by *and*: both are reworded at once, or neither."""

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
            "Conduct bag checks and administer medication to residents.",
            "Be there for people who want company during a search by other staff, and support "
            "residents to say what they want, and what they do not want, about their medication.",
        ),
        (
            "Testify at commitment hearings and drive members to court daily.",
            "Go to hearings with people who want company, and help them plan what to say, and go "
            "along with members who want company, driving now and then where that helps.",
        ),
    ],
)
def test_both_are_reworded_at_once(text: str, expected: str) -> None:
    found = duties(text)
    assert len(found) == 2
    assert {one.suggestions[0].sentence for one in found} == {expected}


def test_new_acts_that_begin_alike_stay_apart() -> None:
    found = duties("Drives the van and brings injections to the outreach site.")
    assert len({one.suggestions[0].sentence for one in found}) == 2


def test_a_duty_of_its_own_between_keeps_them_apart() -> None:
    found = duties("Conduct bag checks, greet guests and administer medication to residents.")
    assert len({one.suggestions[0].sentence for one in found}) == 2


def test_two_pairs_of_acts_are_too_many() -> None:
    found = duties("Testify at commitment hearings and persuade members to take medication.")
    assert len(found) == 2
    assert all(one.advice for finding in found for one in finding.suggestions)
