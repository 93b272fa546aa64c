"""Duties of different kinds joined by *and*: their rewordings go into the sentence together.

One new act beside an old one would be half a rewording: *supports people to tell the team …, and
searches bags*. So both are offered as one edit; where the other duty has no rewording of its own,
nothing is put into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from peerlint.finding import Finding, Suggestion

_JOINT = re.compile(r"(?:\s(?!and\b|or\b)[\w'’/-]+){0,5},?\s+(?:and|&)\s+(?:to\s+)?", re.IGNORECASE)


def combined(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of one sentence, joined duties with one edit for both."""
    found = list(findings)
    duties = [at for at, one in enumerate(found) if one.kind == "duty" and one.quote]
    for left, right in pairwise(duties):
        if _is_joined(found[left], found[right]):
            found[left], found[right] = _together(found[left], found[right])
    return tuple(found)


def _is_joined(left: Finding, right: Finding) -> bool:
    same = left.block == right.block and left.sentence_start == right.sentence_start
    if not same or left.rule == right.rule:
        return False
    start, end = left.span[1] - left.sentence_start, right.span[0] - left.sentence_start
    return bool(_JOINT.fullmatch((left.sentence or "")[start:end]))


def _together(left: Finding, right: Finding) -> tuple[Finding, Finding]:
    one, other = _edit(left), _edit(right)
    if (one and one[1] >= right.span[1]) or (other and other[0] <= left.span[0]):
        return left, right  # one act has taken in the other
    if one is None or other is None:
        return _only_advised(left), _only_advised(right)
    if one[1] > other[0] or _opening(one[2]) == _opening(other[2]):
        return left, right
    if _is_pair(one[2]) and _is_pair(other[2]):
        return _only_advised(left), _only_advised(right)
    text = (left.sentence or "")[one[1] - left.sentence_start : other[0] - left.sentence_start]
    whole = Suggestion(
        text=f"{one[2]}{text}{other[2]}",
        sentence=_sentence(left, one[0], other[1], f"{one[2]}{text}{other[2]}"),
        start=one[0],
        end=other[1],
    )
    return _with_first(left, whole), _with_first(right, whole)


def _opening(words: str) -> list[str]:
    """*goes along …, and goes along …* is no sentence to offer."""
    return words.lower().split()[:2]


def _is_pair(words: str) -> bool:
    """*offers company, and talks …*: two such acts in a row would be four joined by *and*."""
    return ", and " in words


def _edit(finding: Finding) -> tuple[int, int, str] | None:
    """The place and the words of the first suggestion that goes into the text."""
    first = next((one for one in finding.suggestions if not one.advice), None)
    if first is None:
        return None
    start = finding.span[0] if first.start is None else first.start
    end = finding.span[1] if first.end is None else first.end
    return start, end, first.text


def _sentence(finding: Finding, start: int, end: int, text: str) -> str:
    said, offset = finding.sentence or "", finding.sentence_start
    return said[: start - offset] + text + said[end - offset :]


def _with_first(finding: Finding, suggestion: Suggestion) -> Finding:
    advice = tuple(one for one in finding.suggestions if one.advice)
    return replace(finding, suggestions=(suggestion, *advice))


def _only_advised(finding: Finding) -> Finding:
    return replace(finding, suggestions=tuple(one for one in finding.suggestions if one.advice))
