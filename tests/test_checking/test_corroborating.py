"""Where the rules found nothing certain, the second reader must be surer, and its doubts weigh more."""

from __future__ import annotations

import pytest

from peerlint.corroborating import ALONE, corroborated, objection
from peerlint.document import Position
from peerlint.finding import Finding, Severity

CERTAIN = (False, None)
DOUBTED = (False, 0.4)
SURE = (True, ALONE)
HALF_SURE = (True, ALONE - 0.01)


def found(learned: bool, confidence: float | None) -> Finding:
    return Finding(
        path="a.md",
        rule="PD199" if learned else "PD101",
        name="a-duty",
        kind="duty",
        category="agenda",
        severity=Severity.WARNING,
        message="A duty.",
        quote="Count the spoons",
        location="line 1",
        block=0,
        span=(0, 16),
        start=Position(1, 1),
        end=Position(1, 17),
        why="Spoons are nobody's business.",
        sources=(),
        learned=learned,
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([CERTAIN], [CERTAIN]),
        ([HALF_SURE, CERTAIN, DOUBTED], [HALF_SURE, CERTAIN, DOUBTED]),
        ([HALF_SURE], []),
        ([SURE, HALF_SURE], [SURE]),
        ([DOUBTED], []),
        ([DOUBTED, HALF_SURE, DOUBTED], []),
        ([DOUBTED, SURE], [SURE]),
    ],
)
def test_what_is_certain_speaks_for_the_rest(
    findings: list[tuple[bool, float | None]], kept: list[tuple[bool, float | None]]
) -> None:
    stay, dropped = corroborated([found(*one) for one in findings])
    assert [(one.learned, one.confidence) for one in stay] == kept
    assert len(dropped) == len(findings) - len(kept)


def test_it_says_why_something_is_not_reported() -> None:
    _, dropped = corroborated([found(*HALF_SURE), found(*DOUBTED)])
    assert [(one.silencer, one.cue) for one in dropped] == [
        ("second-reader", "nothing else found, and sure to 94% only"),
        ("second-reader", "sure to 60% that this is fine"),
    ]
    assert objection(0.4) == dropped[1].cue


def test_a_threshold_that_somebody_chose_holds_whatever_else_is_found() -> None:
    findings = [found(*HALF_SURE), found(*DOUBTED)]
    stay, _ = corroborated(findings, {"agenda": 0.5})
    assert stay == (findings[0],)
    assert corroborated(findings, {"boundary": 0.5})[0] == ()
