"""Which findings become tracked changes, and which are told in a comment alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from peerlint.finding import Finding, Suggestion
from peerlint.values import dataclass

_TOKEN = re.compile(r"\s+|\S+")
Obstacle = Callable[[int, int, int], "str | None"]


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a block's text are to become `text`."""

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its tracked change, if it has one, and the reason if it could not have one."""

    finding: Finding
    start: int
    end: int
    change: Change | None = None
    obstacle: str = ""


def plan_notes(
    findings: Sequence[Finding], texts: Sequence[str], obstacle: Obstacle
) -> tuple[Note, ...]:
    """One note for each finding, in order of place.

    A finding's first suggestion that is no advice is its change, unless `obstacle` (of block,
    start, end) names a reason against it. Of overlapping changes the one with the higher severity,
    then the longer one, is made; every finding keeps its comment.
    """
    notes: dict[int, Note] = {}
    taken: dict[int, list[Change]] = {}
    for at in sorted(range(len(findings)), key=lambda at: _rank(findings[at], at)):
        finding = findings[at]
        start, end = _inside(finding.span, texts[finding.block])
        change, reason = None, ""
        if (wanted := _change(finding, texts[finding.block])) is not None:
            reason = obstacle(wanted.block, wanted.start, wanted.end) or ""
            others = taken.setdefault(finding.block, [])
            if not reason and not any(_overlap(wanted, other) for other in others):
                change = wanted
                others.append(wanted)
        notes[at] = Note(finding, start, end, change, reason)
    order = sorted(notes, key=lambda at: (findings[at].block, notes[at].start, notes[at].end, at))
    return tuple(notes[at] for at in order)


def proposal(finding: Finding) -> Suggestion | None:
    """The rewording that becomes the tracked change: the first one that is no advice."""
    return next((found for found in finding.suggestions if not found.advice), None)


def _rank(finding: Finding, at: int) -> tuple[int, int, int]:
    return -finding.severity, finding.span[0] - finding.span[1], at


def _inside(span: tuple[int, int], text: str) -> tuple[int, int]:
    start = min(max(span[0], 0), len(text))
    return start, min(max(span[1], start), len(text))


def _change(finding: Finding, text: str) -> Change | None:
    suggestion = proposal(finding)
    if suggestion is None:
        return None
    start = finding.span[0] if suggestion.start is None else suggestion.start
    end = finding.span[1] if suggestion.end is None else suggestion.end
    if not 0 <= start < end <= len(text) or text[start:end] == suggestion.text:
        return None
    before, after = _shared(text[start:end], suggestion.text)
    new = suggestion.text[before : len(suggestion.text) - after]
    return Change(finding.block, start + before, end - after, new)


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters of whole words both texts share at their front and at their back.

    At least one word of the old text is left over, as a change needs something to replace.
    """
    old_words, new_words = _TOKEN.findall(old), _TOKEN.findall(new)
    most = min(len(old_words) - 1, len(new_words))
    front = 0
    while front < most and old_words[front] == new_words[front]:
        front += 1
    back = 0
    while back < most - front and old_words[-1 - back] == new_words[-1 - back]:
        back += 1
    return sum(map(len, old_words[:front])), sum(map(len, old_words[len(old_words) - back :]))


def _overlap(one: Change, other: Change) -> bool:
    return one.start < other.end and other.start < one.end
