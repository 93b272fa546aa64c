"""What a document is, and whom each of its parts speaks about."""

from __future__ import annotations

import pytest

from peerlint.document import Document
from peerlint.formats import read_text
from peerlint.nlp.place import Place
from peerlint.nlp.roles import Roles
from peerlint.nlp.understanding import Understanding, understand
from peerlint.rulebook import RuleBook


def read(text: str, book: RuleBook) -> tuple[Document, Understanding]:
    document = read_text(text)
    return document, understand(document, Roles(book))


def place_of(words: str, text: str, book: RuleBook) -> Place:
    """The place of the first block that holds the words."""
    document, frame = read(text, book)
    index = next(block.index for block in document.blocks if words in block.text)
    return frame.places[index]


TYPES = {
    "# Peer Specialist\n\n## Duties\n\n- Listen\n\n## Qualifications\n\n- Cars": "job-description",
    "Job Description\n===============\n\nFull-time, reports to the director.": "job-description",
    "**Position:** Recovery Coach\n\n## Responsibilities\n\n- Listen": "job-description",
    "# Visiting Policy\n\n## Purpose\n\nGuests shall sign in.": "policy",
    "# Smoking\n\n## Scope\n\nAll sites.\n\n## Procedure\n\nAsk.\n\n## Enforcement\n\nNone.": "policy",
    "# Recovery Plan\n\n## Goals\n\n- Cook again\n\n## Signature": "treatment-plan",
    "**Client name:** __\n\n## Objectives\n\n- __\n\n## Interventions": "treatment-plan",
    "# Minutes of the March meeting\n\nPresent: all. Staff must tidy up.": "other",
    "# Claims Examiner II\n\nReviews files; keeps the key log.": "job-description",
    "# Nurse Rota, Week 4\n\n- Mon: Ana\n- Tue: Bea": "other",
    "# Memorandum\n\nThe vans are back on Monday. Staff may use them.": "other",
    "# Staff Handbook, Section 6\n\nWhoever is hungry cooks.": "policy",
    "# Critical Incidents\n\nThe director calls the family within the hour.": "policy",
    "# Plan for Visits Home\n\nWeek 1: four hours. Week 2: overnight.": "treatment-plan",
    "# Psychiatric Advance Directive\n\nI refuse it. I choose my agent.": "treatment-plan",
    "# Peer Mentor, Re-Entry Workshop\n\nTwo days a week you come inside.": "job-description",
    "# Jobs Outreach – Peer Specialist I\n\n1. Hits the camps with the van.": "job-description",
    "# Group Note: Evening Wrap-Up\n\nSeven attended. Quiet.": "treatment-plan",
    "# Care Conference Summary\n\nMrs. Ode wants to go home.": "treatment-plan",
    "# Daily Goals Sheet\n\nToday I would like to walk.": "treatment-plan",
    "# Re-Engagement Plan\n\nMissed four visits.": "treatment-plan",
    "# Emergency Plan\n\nThe siren sounds twice.": "other",
    "# Compliance Bulletin 3\n\nStaff must not share screens.": "policy",
    "# Memorandum of Understanding, Section 6\n\nThe House keeps the key.": "policy",
    "# Performance Improvement Plan\n\nThe employee will arrive on time.": "other",
}


@pytest.mark.parametrize(("text", "expected"), TYPES.items(), ids=[text[:24] for text in TYPES])
def test_type(text: str, expected: str, shipped_book: RuleBook) -> None:
    _, frame = read(text, shipped_book)
    assert frame.type == expected
    assert 0 < frame.confidence <= 1
    assert frame.reasons or expected == "other"


def test_a_recipe_is_no_policy(shipped_book: RuleBook) -> None:
    _, frame = read("# Soup\n\nPeel three onions.", shipped_book)
    assert frame.type == "other"


def test_the_configuration_decides_first(shipped_book: RuleBook) -> None:
    document = read_text("# Visiting Policy\n\n## Purpose\n\nGuests shall sign in.")
    frame = understand(document, Roles(shipped_book), "treatment-plan")
    assert (frame.type, frame.confidence) == ("treatment-plan", 1.0)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("# Certified Peer Specialist", "peer"),
        ("# Recovery Coach, Night Shift", "peer"),
        ("# Recovery Navigator, Municipal Court", "peer"),
        ("# Respite Companion (overnight)", "peer"),
        ("# Peer Group Leader I", "peer"),
        ("# Parent Support Provider", "peer"),
        ("# Alumni Coach, Fox Ranch", "peer"),
        ("# Youth Advocate (former foster youth)", "peer"),
        ("# Wellness Center Aide (consumer position)", "peer"),
        ("**Position:** Peer Navigator", "peer"),
        ("# Registered Nurse", "other"),
        ("# Case Manager", "other"),
        ("# Housing Formerly Homeless Adults", ""),
        ("# Parking", ""),
        ("# Peer Review of Journals", ""),
    ],
)
def test_role_of_the_document(title: str, role: str, shipped_book: RuleBook) -> None:
    _, frame = read(f"{title}\n\n## Duties\n\n- Listen to callers", shipped_book)
    assert frame.role == role
    assert frame.peer_role is (role == "peer")


TWO_ROLES = """\
# House Handbook

## Peer Specialist

- Greets guests

## Registered Nurse

- Counts pills
"""


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Shares own street years.", "peer"),
        ("Share your own story when it helps.", "peer"),
        ("Comes from here, has been through it", "peer"),
        ("You've been inside yourself.", "peer"),
        ("Hosts are people who've been through it.", "peer"),
        ("Hosts must identify as a peer.", "peer"),
        ("Applicants must have slept outside.", "peer"),
        ("You have at least a year of your own recovery.", "peer"),
        ("The host, herself an alumna, keeps in touch.", "peer"),
        ("Work in pairs with another peer.", "peer"),
        ("Helps people tell their own story.", ""),
        ("Supports residents in their own recovery.", ""),
        ("Knows people who have been through it.", ""),
    ],
)
def test_a_job_for_somebody_who_has_been_through_it(
    told: str, role: str, shipped_book: RuleBook
) -> None:
    _, frame = read(f"# Center Host\n\n## Duties\n\n- Listen to callers\n- {told}", shipped_book)
    assert frame.role == role


def test_each_role_has_its_own_section(shipped_book: RuleBook) -> None:
    peer = place_of("Greets", TWO_ROLES, shipped_book)
    nurse = place_of("Counts", TWO_ROLES, shipped_book)
    assert (peer.actor, peer.peer_context) == ("peer", True)
    assert (nurse.actor, nurse.peer_context) == ("other", False)


def test_another_roles_section_in_a_peer_document(shipped_book: RuleBook) -> None:
    text = "# Peer Specialist\n\n## Duties\n\n- Greets guests\n\n## What the nurse does\n\n- Counts pills\n"
    assert place_of("Counts", text, shipped_book).actor == "other"
    assert place_of("Greets", text, shipped_book).actor == "peer"


@pytest.mark.parametrize(
    ("lead", "actor"),
    [
        ("The peer specialist will:", "peer"),
        ("Nurses:", "other"),
        ("Recovery coaches are responsible for:", "peer"),
        ("The case manager:", "other"),
    ],
)
def test_a_lead_in_gives_its_list_an_actor(lead: str, actor: str, shipped_book: RuleBook) -> None:
    text = f"# Work at the House\n\n{lead}\n\n- greet guests\n- open the door\n"
    place = place_of("open the door", text, shipped_book)
    assert (place.actor, place.actor_cue) == (actor, lead)


def test_a_label_gives_its_block_an_actor(shipped_book: RuleBook) -> None:
    text = "# Work at the House\n\n**Peer specialist:** greets guests\n\n**Nurse:** counts pills\n"
    assert place_of("greets", text, shipped_book).actor == "peer"
    assert place_of("counts", text, shipped_book).actor == "other"


def test_managing_peer_workers_is_another_role(shipped_book: RuleBook) -> None:
    text = "# Supervision of Peer Specialists\n\n## Steps\n\n- Meet every week\n"
    assert place_of("Meet", text, shipped_book).actor == "other"


@pytest.mark.parametrize(
    "heading",
    [
        "Not part of this role",
        "Peer workers do not",
        "Outside the role",
        "Inconsistent with peer support",
        "Prohibited",
        "What we removed",
    ],
)
def test_a_prohibiting_heading(heading: str, shipped_book: RuleBook) -> None:
    text = f"# Peer Specialist\n\n## {heading}\n\n- Count pills\n\n## Duties\n\n- Greet guests\n"
    assert place_of("Count", text, shipped_book).prohibited == heading
    assert place_of("Greet", text, shipped_book).prohibited == ""


TABLE = """\
# Peer Specialist

| {} | {} |
| --- | --- |
| sits and listens | counts pills |
"""


@pytest.mark.parametrize(
    ("first", "second", "silent"),
    [
        ("Consistent with the role", "Not consistent with the role", "counts pills"),
        ("Then", "Now", "sits and listens"),
        ("Instead of", "Say", "sits and listens"),
        ("Before", "After", "sits and listens"),
    ],
)
def test_a_column_that_is_excluded_or_rewritten(
    first: str, second: str, silent: str, shipped_book: RuleBook
) -> None:
    text = TABLE.format(first, second)
    spoken = ({"sits and listens", "counts pills"} - {silent}).pop()
    assert place_of(silent, text, shipped_book).prohibited
    assert place_of(spoken, text, shipped_book).prohibited == ""


def test_two_plain_columns_are_both_read(shipped_book: RuleBook) -> None:
    text = TABLE.format("Morning", "Evening")
    assert place_of("counts", text, shipped_book).prohibited == ""
    assert place_of("sits", text, shipped_book).prohibited == ""


@pytest.mark.parametrize(
    ("status", "silent"),
    [("Deleted", True), ("Not part of the role", True), ("Daily", False)],
)
def test_a_status_cell_takes_its_row_out(status: str, silent: bool, shipped_book: RuleBook) -> None:
    text = f"# Peer Specialist\n\n| Task | Status |\n| --- | --- |\n| counts pills | {status} |\n"
    assert bool(place_of("counts", text, shipped_book).prohibited) is silent


def test_a_status_cell_may_hand_the_row_to_another_role(shipped_book: RuleBook) -> None:
    text = "# Peer Specialist\n\n| Task | Who |\n| --- | --- |\n| counts pills | Nurse only |\n"
    place = place_of("counts", text, shipped_book)
    assert place.prohibited or place.actor == "other"


@pytest.mark.parametrize(
    ("heading", "own"),
    [
        ("In my own words", True),
        ("My goals", True),
        ("The person's own words", True),
        ("Client's statement", True),
        ("Clinical summary", False),
        ("Goals", False),
    ],
)
def test_sections_for_somebodys_own_words(heading: str, own: bool, shipped_book: RuleBook) -> None:
    text = f"# Recovery Plan\n\n## {heading}\n\nI was an addict and I got through it.\n"
    assert bool(place_of("addict", text, shipped_book).own_words) is own
