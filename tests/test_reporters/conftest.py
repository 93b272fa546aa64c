"""One small report, built by hand, that every reporter renders."""

from __future__ import annotations

import pytest

from peerlint.document import Position
from peerlint.finding import (
    DocumentReport,
    Finding,
    RunReport,
    Severity,
    Silenced,
    Suggestion,
)

SENTENCE = "Administer evening medications to residents."


@pytest.fixture
def duty() -> Finding:
    return Finding(
        path="jobs/cps.md",
        rule="PD101",
        name="medication-administration",
        kind="duty",
        category="power-imbalance",
        severity=Severity.ERROR,
        message="Handing out medication",
        quote="Administer evening medications to residents",
        location="Duties, bullet 3",
        block=1,
        span=(0, 43),
        start=Position(5, 3),
        end=Position(5, 46),
        why="Whoever hands out medication holds power over another person's treatment.",
        sources=("WMASS, activity chart, Medications",),
        suggestions=(
            Suggestion(
                text="Support residents to ask their own questions about evening medications",
                sentence="Support residents to ask their own questions about evening medications.",
            ),
            Suggestion(text="Ask the director first.", advice=True),
        ),
        sentence=SENTENCE,
        sentence_start=0,
        fingerprint="a1b2c3",
    )


@pytest.fixture
def label() -> Finding:
    return Finding(
        path="jobs/cps.md",
        rule="PL101",
        name="addict",
        kind="language",
        category="stigmatizing",
        severity=Severity.WARNING,
        message="A person reduced to a condition",
        quote="addicts",
        location="Purpose",
        block=2,
        span=(8, 15),
        start=Position(9, 9),
        end=Position(9, 16),
        why="A label hides the person.",
        sources=(),
        suggestions=(Suggestion(text="people with an addiction", safe=True),),
        sentence="We help addicts & <others> at 50%.",
        sentence_start=0,
        fingerprint="d4e5f6",
        tension="Some people choose the word for themselves.",
    )


@pytest.fixture
def structure() -> Finding:
    return Finding(
        path="jobs/cps.md",
        rule="PS101",
        name="supervision-missing",
        kind="structure",
        category="structure",
        severity=Severity.SUGGESTION,
        message="The text does not say who supervises the role",
        quote="",
        location="",
        block=0,
        span=(0, 0),
        start=Position(1, 1),
        end=Position(1, 1),
        why="Good supervision starts with a name.",
        sources=("WMASS, job descriptions",),
        suggestions=(Suggestion(text="Name the supervisor.", advice=True),),
        sentence="",
        sentence_start=0,
        fingerprint="070809",
        learned=True,
        confidence=0.91,
    )


@pytest.fixture
def report(duty: Finding, label: Finding, structure: Finding) -> RunReport:
    checked = DocumentReport(
        path="jobs/cps.md",
        type="job-description",
        peer_role=True,
        words=512,
        findings=(structure, duty, label),
        silenced=(
            Silenced(
                path="jobs/cps.md",
                rule="PD102",
                quote="count medication",
                start=Position(12, 1),
                end=Position(12, 17),
                silencer="negation",
                cue="do not",
            ),
        ),
        warnings=("One picture has no text.",),
        blocks=("Certified Peer Specialist", SENTENCE, "We help addicts & <others> at 50%."),
    )
    unread = DocumentReport(path="jobs/old.doc", error="save it as .docx")
    clean = DocumentReport(path="jobs/clean.md", words=20, blocks=("Listen well.",))
    return RunReport(documents=(checked, unread, clean), version="0.1.0")
