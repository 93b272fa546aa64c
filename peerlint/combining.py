"""Duties joined by *and*: one new act beside an old one would be half a rewording.

*supports people to tell the team …, and searches bags*: nothing is put into the text, unless one
new act stands for both. Two new acts in a row would be too much for a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from peerlint.finding import Finding, Suggestion
from peerlint.values import replace

Edit = tuple[int, int, str]
_JOINT = re.compile(r"(?:\s(?!and\b|or\b)[\w'’/-]+){0,5},?\s+(?:and|&)\s+(?:to\s+)?", re.IGNORECASE)

_APART = re.compile(r"[;:.!?|–—](?:\s|$)")
_OCCASION = re.compile(
    r"^\W*(?:where|when|whenever|if|once|after|before|during|while|on|at|in|until|upon)\b[^,]*,",
    re.IGNORECASE,
)
_STEP_BEFORE = re.compile(r"\s(?:and|&)\s+(?:then|afterwards?|later|next)\s+$", re.IGNORECASE)
_PAIRED_AFTER = re.compile(r",?\s*(?:and|&)\s", re.IGNORECASE)


def combined(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of one sentence, joined duties with one edit for both."""
    found = list(findings)
    duties = [at for at, one in enumerate(found) if one.kind == "duty" and one.quote]
    for left, right in pairwise(duties):
        if _is_joined(found[left], found[right]):
            found[left], found[right] = _together(found[left], found[right])
    for at in duties:
        if _leaves_half_of_a_pair(found[at]):
            found[at] = _only_advised(found[at])
    return tuple(found)


def _leaves_half_of_a_pair(finding: Finding) -> bool:
    """*supports people to …, and refers them on*: what follows went on from the old act."""
    edit = _edit(finding)
    if edit is None:
        return False
    said, offset = finding.sentence or "", finding.sentence_start
    before = said[: edit[0] - offset]
    after = _APART.split(said[edit[1] - offset :])[0]
    listed = "," in _OCCASION.sub("", _APART.split(before)[-1])
    return bool(_STEP_BEFORE.search(before) or (not listed and _PAIRED_AFTER.match(after)))


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
    if one[1] > other[0]:
        return left, right
    if _opening(one[2]) == _opening(other[2]):
        return _one_for_both(left, right, one, other)
    return _only_advised(left), _only_advised(right)


def _one_for_both(left: Finding, right: Finding, one: Edit, other: Edit) -> tuple[Finding, Finding]:
    """*goes along …* for the two acts that both would give way to it."""
    text = one[2].rstrip(",")
    whole = Suggestion(
        text=text, sentence=_sentence(left, one[0], other[1], text), start=one[0], end=other[1]
    )
    return _with_first(left, whole), _with_first(right, whole)


def _opening(words: str) -> list[str]:
    return words.lower().split()[:2]


def _edit(finding: Finding) -> Edit | None:
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
