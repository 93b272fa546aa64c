"""From a rule and a place to a finding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from peerlint.document import Block, Document
from peerlint.finding import Finding, Severity
from peerlint.values import once

if TYPE_CHECKING:
    from peerlint.rulebook.rule import Rule, SourceReference


def finding_at(
    span: tuple[int, int], block: Block, document: Document, rule: Rule, severity: Severity
) -> Finding:
    """The finding of a rule at a span of a block's text, without sentence, suggestions and fingerprint.

    What many findings share is one object for all that one process makes: those of a long run fill memory.
    """
    start, end = span
    return Finding(
        path=document.path,
        rule=rule.id,
        name=rule.name,
        kind=rule.kind,
        category=rule.category,
        severity=severity,
        message=rule.title,
        quote=once(block.text[start:end]),
        location=block.location,
        block=block.index,
        span=span,
        start=document.position(block, start),
        end=document.position(block, end, end=end > start),
        why=rule.why,
        sources=_cited(rule.sources),
        tension=rule.tension,
    )


@lru_cache(maxsize=1024)
def _cited(sources: Sequence[SourceReference]) -> tuple[str, ...]:
    """What a rule cites, the same for all its findings."""
    return tuple(map(str, sources))
