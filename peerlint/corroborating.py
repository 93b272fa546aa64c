"""What a document in which nothing is certain keeps of what rules and second reader found.

Such wording seldom stands alone: of what rules found on documents that they were not written for, nine in
ten findings were right where there were several, three in four where there was one (docs/model-card.md).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress

from peerlint.finding import Finding, Silenced

SECOND_READER = "second-reader"
"""What silences, as `--explain-silence` names it."""
ALONE = 0.95
"""Confidence that the second reader needs where the rules have found nothing certain."""


def objection(trust: float) -> str:
    """Why a rule's finding is not reported in which the second reader has this little trust."""
    return f"sure to {1 - trust:.0%} that this is fine"


def corroborated(
    findings: Sequence[Finding], chosen: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """The findings of a document that stay, and those that nothing speaks for.

    Where some rule has found what the second reader does not doubt, all stay. So do the second reader's own
    in categories for which a threshold was `chosen`.
    """
    if any(_is_certain(finding) for finding in findings):
        return tuple(findings), ()
    stays = [_stands_alone(one, chosen) for one in findings]
    dropped = (one for one, stay in zip(findings, stays, strict=True) if not stay)
    return tuple(compress(findings, stays)), tuple(map(_held_back, dropped))


def _is_certain(finding: Finding) -> bool:
    return not finding.learned and finding.confidence is None


def _stands_alone(finding: Finding, chosen: Collection[str]) -> bool:
    sure = finding.category in chosen or (finding.confidence or 0) >= ALONE
    return finding.learned and sure


def _held_back(finding: Finding) -> Silenced:
    sure = finding.confidence or 0
    alone = f"nothing else found, and sure to {sure:.0%} only"
    return Silenced(
        path=finding.path,
        rule=finding.rule,
        quote=finding.quote,
        start=finding.start,
        end=finding.end,
        silencer=SECOND_READER,
        cue=alone if finding.learned else objection(sure),
    )
