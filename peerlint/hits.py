"""What rules and the second reader say of a sentence, and what of it is reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from peerlint.finding import Severity
from peerlint.matching.match import Match
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook.rule import Rule
from peerlint.values import dataclass

if TYPE_CHECKING:
    from peerlint.learned.reader import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """A match with the sentence it was found in and its severity there.

    `reading` is what the second reader said, None for a match of a rule's own patterns; of these `trust`
    is how sure it is that they are right, None where it has no doubt.
    """

    match: Match
    sentence: Sentence
    rule: Rule
    severity: Severity
    reading: Reading | None = None
    trust: float | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Offsets in the block's text."""
        start, end = self.sentence.chars(self.match.start, self.match.end)
        return self.sentence.start + start, self.sentence.start + end

    @property
    def said(self) -> tuple[str, int, int]:
        """Kind, first token and end: what the second reader is told of it."""
        return self.rule.kind, self.match.start, self.match.end

    @property
    def ruled(self) -> tuple[Sentence, tuple[int, int], str]:
        """Sentence, tokens and category: what the second reader may doubt."""
        return self.sentence, (self.match.start, self.match.end), self.rule.category


def reported(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits of one kind in a sentence a rule's own stays, then one without doubt, the longest,
    the more severe, the first."""
    order = sorted(
        hits,
        key=lambda hit: (
            hit.reading is not None,
            hit.trust is not None,
            hit.span[0] - hit.span[1],
            -hit.severity,
            hit.rule.id,
            hit.span,
        ),
    )
    kept: list[Hit] = []
    for hit in order:
        rivals = [other for other in kept if other.rule.kind == hit.rule.kind]
        if not _said_already(hit, hits) and not _overlaps(hit, rivals):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.span, hit.rule.id))


def _said_already(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Coercive wording inside a duty, or a word only worth a thought within a duty or hiring finding.

    The duty or the hiring fault says it all.
    """
    if hit.rule.kind != "language":
        return False
    whole = [other for other in hits if other.reading is None]
    duties = [other for other in whole if other.rule.kind == "duty"]
    if hit.rule.category == "coercive":
        return _overlaps(hit, duties)
    if hit.severity != Severity.SUGGESTION:
        return False
    if hit.rule.category in ("clinicalized", "stigmatizing") and _is_within(hit, duties):
        return True
    hiring = [other for other in whole if other.rule.kind == "hiring"]
    return hit.rule.category in ("deficit", "clinicalized") and _overlaps(hit, hiring)


def _overlaps(hit: Hit, others: Sequence[Hit]) -> bool:
    start, end = hit.span
    return any(other.span[0] < end and start < other.span[1] for other in others)


def _is_within(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether the hit lies inside a longer one."""
    start, end = hit.span
    return any(
        left <= start and end <= right and end - start < right - left
        for left, right in (other.span for other in others)
    )
