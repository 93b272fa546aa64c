"""Which suggestions `--fix` applies in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from peerlint.finding import Finding, Suggestion
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for the characters `start` to `end` of a block's text."""

    block: int
    start: int
    end: int
    text: str
    finding: Finding


def first_safe(finding: Finding) -> Suggestion | None:
    """The first suggestion that may be applied without a reader."""
    return next((item for item in finding.suggestions if item.safe and not item.advice), None)


def first_applicable(finding: Finding) -> Suggestion | None:
    """The first safe suggestion, else the first that can be applied at all."""
    safe = first_safe(finding)
    return safe or next((item for item in finding.suggestions if not item.advice), None)


def select_edits(
    findings: Iterable[Finding],
    pick: Callable[[Finding], Suggestion | None] = first_safe,
) -> tuple[Edit, ...]:
    """Edits of one document that do not overlap, in order of place.

    Of overlapping ones the graver wins, then the longer, then the earlier; the others wait for the
    next pass, so that repeated passes come to rest.
    """
    wanted = [edit for finding in findings if (edit := _edit(finding, pick(finding))) is not None]
    taken: list[Edit] = []
    for edit in sorted(wanted, key=_precedence):
        if not any(_overlap(edit, other) for other in taken):
            taken.append(edit)
    return tuple(sorted(taken, key=lambda edit: (edit.block, edit.start)))


def _edit(finding: Finding, suggestion: Suggestion | None) -> Edit | None:
    if suggestion is None or finding.span[0] == finding.span[1]:
        return None
    start = finding.span[0] if suggestion.start is None else suggestion.start
    end = finding.span[1] if suggestion.end is None else suggestion.end
    return Edit(finding.block, start, end, suggestion.text, finding)


def _precedence(edit: Edit) -> tuple[int, int, int, int, str]:
    length = edit.finding.span[1] - edit.finding.span[0]
    return (-edit.finding.severity, -length, edit.block, edit.start, edit.finding.rule)


def _overlap(one: Edit, other: Edit) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
