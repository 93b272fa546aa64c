"""Duties whose sentence would not bear a new act: told about, not reworded."""

from __future__ import annotations

from functools import lru_cache

import pytest

from peerlint.checking import Checker
from peerlint.finding import Finding
from peerlint.formats import read_text
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings

JOB = "# Certified Peer Specialist\n\n## Duties\n\n- {}\n"
PLAN = "# Treatment plan\n\nClient: Nell. Goal: sleep.\n\n- {}\n"


@lru_cache(maxsize=1)
def checker() -> Checker:
    return Checker(Settings(learned=False), load_rulebook())


def duties(text: str, page: str = JOB) -> list[Finding]:
    document = read_text(page.format(text), path="a.md")
    return [one for one in checker().check(document).findings if one.kind == "duty"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The union says that peer specialists search bags at intake.", id="told by others"
        ),
        pytest.param("I pass meds at nine.", id="told by the worker"),
        pytest.param(
            "What the peer specialist learns off the clock is still team information.",
            id="a clause that stands for a noun",
        ),
        pytest.param(
            "Demonstrates two-person escort hold (return demo, mat room)",
            id="a noun read as a verb",
        ),
        pytest.param(
            "Open the lockbox at nine and watch each resident take theirs.", id="one act, two steps"
        ),
        pytest.param(
            "Count heads at every stop and carry the cooler.", id="the other half of a pair"
        ),
        pytest.param(
            "The peer specialist holds the person's arm and afterward writes a progress note.",
            id="a second step",
        ),
        pytest.param(
            "Because the bookkeeper is away, the peer specialist hands out residents' spending money.",
            id="the reason stays",
        ),
        pytest.param(
            "When the nurse can't come, you administer the PHQ-9.", id="standing in for staff"
        ),
        pytest.param(
            "Under the psychologist's license, administers the PHQ-9.", id="by another's licence"
        ),
        pytest.param(
            "Where somebody talks of leaving, the nurse calls the peer specialist, who persuades "
            "them to stay in treatment.",
            id="a relative clause",
        ),
        pytest.param(
            "Talks the subject into taking the shot and rides along to keep him calm.",
            id="somebody no class of words knows",
        ),
        pytest.param(
            "Check the database to see who has filled prescriptions.", id="what a look-up is for"
        ),
        pytest.param(
            "Sits with people on watch, writing progress notes.", id="the manner of another act"
        ),
        pytest.param(
            "Your peer companion searches your bags at the door.", id="said to the people served"
        ),
        pytest.param("Escort patients, one at a time, to the patio.", id="how many at a time"),
        pytest.param("Drive patients to day program both ways, M–F.", id="half of a joined word"),
        pytest.param(
            "Turn over rooms after each departure (strip, wipe, remake)", id="a bracket torn open"
        ),
        pytest.param("During a code, peers help hold a guest's legs.", id="help with the old act"),
        pytest.param("Must be physically able to restrain a guest.", id="a requirement"),
        pytest.param(
            "Provide individual therapy to members on the wait list.", id="which people are meant"
        ),
        pytest.param("Peer companions report what you say to your doctor.", id="said to guests"),
        pytest.param(
            "Participates in treatment team rounds on all guests.", id="a noun read as a verb"
        ),
    ],
)
def test_nothing_is_put_into_the_sentence(text: str) -> None:
    assert all(one.advice for finding in duties(text) for one in finding.suggestions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(b) Picking up prescriptions for tenants.",
            "(b) Going along when tenants want company picking up their prescriptions.",
        ),
        (
            "Cover the front desk on days the clerk is out.",
            "Welcome people who come in, and spend time with those who want company.",
        ),
        (
            "Steering kids who drop out toward the treatment program.",
            "Listening to kids who drop out, and respecting what they decide.",
        ),
        (
            "Assign each caller a risk score.",
            "Help each caller understand or question their risk score.",
        ),
        (
            "Run errands for residents who cannot get out.",
            "Go along when residents who cannot get out ask for company on their own errands.",
        ),
        (
            "Co-signs petitions for involuntary commitment.",
            "Helps people understand petitions for involuntary commitment, their rights and what may "
            "happen next.",
        ),
        (
            "Handing out 9 a.m. meds",
            "Being available to people who want to talk about their 9 a.m. meds",
        ),
        (
            "Let the nurse know of any concerns about guests.",
            "Agree with guests on what is shared with the nurse, and share it in their presence "
            "where possible.",
        ),
    ],
)
def test_what_fits_is_put_in(text: str, expected: str) -> None:
    assert expected in {one.suggestions[0].sentence for one in duties(text)}


def test_a_plan_speaks_of_the_person() -> None:
    [found] = duties("Peer specialist to administer the PHQ-9 each week.", PLAN)
    assert found.suggestions[0].sentence == (
        "Peer specialist to help the person understand or question their scores on the PHQ-9 each week."
    )


def test_half_of_a_pair_of_things_is_left_alone() -> None:
    found = duties("Completes the belongings inventory and the skin check with the technician.")
    check = next(one for one in found if one.quote == "skin check")
    assert all(one.advice for one in check.suggestions)
