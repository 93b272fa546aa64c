"""Suppressions that authors write into their documents: which of them silence something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerlint.document import Document, Suppression

if TYPE_CHECKING:
    from peerlint.rulebook.rule import Rule


def suppression_of(document: Document, block: int, span: tuple[int, int], rule: Rule) -> int | None:
    """The number of the first suppression that silences a rule on these characters of a block."""
    for number, suppression in enumerate(document.suppressions):
        if _covers(suppression, block, *span) and _names(suppression, rule):
            return number
    return None


def unused(document: Document, used: frozenset[int]) -> Iterator[str]:
    """A warning for each suppression that silences nothing; `used` are the numbers of the others."""
    for number, suppression in enumerate(document.suppressions):
        if number not in used:
            rules = ", ".join(suppression.rules) or "all rules"
            yield f"line {suppression.position.line}: the suppression of {rules} silences nothing; remove it"


def _covers(suppression: Suppression, block: int, start: int, end: int) -> bool:
    if not suppression.block_start <= block <= suppression.block_end:
        return False
    if block == suppression.block_start and end <= suppression.start:
        return False
    return not (
        block == suppression.block_end and suppression.end is not None and start >= suppression.end
    )


def _names(suppression: Suppression, rule: Rule) -> bool:
    labels = (rule.id, rule.name, *rule.aliases, rule.category, rule.kind)
    return not suppression.rules or any(
        wanted in labels or rule.id.startswith(wanted) for wanted in suppression.rules
    )
