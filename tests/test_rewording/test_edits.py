"""Which edits one pass of `--fix` makes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from peerlint.document import Position
from peerlint.finding import Finding, Severity, Suggestion
from peerlint.rewording import first_applicable, first_safe, select_edits

HERE = Position(1, 1)


def finding(
    span: tuple[int, int],
    *suggestions: Suggestion,
    severity: Severity = Severity.WARNING,
    block: int = 0,
    rule: str = "PL101",
) -> Finding:
    return Finding(
        path="a.md",
        rule=rule,
        name="a-rule",
        kind="language",
        category="stigmatizing",
        severity=severity,
        message="",
        quote="",
        location="",
        block=block,
        span=span,
        start=HERE,
        end=HERE,
        why="",
        sources=(),
        suggestions=suggestions,
        sentence="",
        sentence_start=0,
        fingerprint="",
    )


SAFE = Suggestion("new", safe=True)
UNSAFE = Suggestion("other")
ADVICE = Suggestion("Say more.", advice=True, safe=True)


def test_only_safe_ones_without_being_asked_for_more():
    findings = [finding((0, 3), UNSAFE, SAFE), finding((5, 8), UNSAFE), finding((9, 12), ADVICE)]
    assert [(edit.start, edit.text) for edit in select_edits(findings)] == [(0, "new")]


def test_the_first_of_every_other_finding_on_request():
    findings = [finding((0, 3), UNSAFE, SAFE), finding((5, 8), ADVICE, UNSAFE)]
    edits = select_edits(findings, first_applicable)
    assert [(edit.start, edit.text) for edit in edits] == [(0, "new"), (5, "other")]


def test_the_graver_of_two_overlapping_findings_wins():
    findings = [finding((0, 9), SAFE), finding((4, 6), SAFE, severity=Severity.ERROR)]
    assert [edit.start for edit in select_edits(findings)] == [4]


def test_the_longer_wins_at_equal_severity():
    findings = [finding((4, 6), SAFE), finding((0, 9), SAFE)]
    assert [(edit.start, edit.end) for edit in select_edits(findings)] == [(0, 9)]


def test_a_widened_span_counts_for_overlap():
    wide = Suggestion("They are", safe=True, start=0, end=12)
    findings = [finding((0, 9), wide), finding((10, 12), SAFE)]
    assert [(edit.start, edit.end) for edit in select_edits(findings)] == [(0, 12)]


def test_blocks_do_not_get_in_each_others_way():
    findings = [finding((0, 5), SAFE, block=2), finding((0, 5), SAFE, block=1)]
    assert [edit.block for edit in select_edits(findings)] == [1, 2]


def test_a_finding_about_the_whole_document_is_no_edit():
    assert select_edits([finding((0, 0), SAFE)]) == ()


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda two: (two[0], two[0] + two[1]))
findings = st.builds(
    lambda span, severity, block: finding(span, SAFE, severity=severity, block=block),
    spans,
    st.sampled_from(Severity),
    st.integers(0, 2),
)


@given(st.lists(findings, max_size=12), st.randoms())
def test_edits_never_overlap_and_do_not_depend_on_order(some: list[Finding], random):
    edits = select_edits(some, first_safe)
    for one, other in pairwise(edits):
        assert one.block < other.block or one.end <= other.start
    shuffled = list(some)
    random.shuffle(shuffled)
    assert [(e.block, e.start, e.end) for e in select_edits(shuffled)] == [
        (e.block, e.start, e.end) for e in edits
    ]
