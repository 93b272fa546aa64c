"""Which rules speak: select, ignore and extend-select by id, prefix, name, category or kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.settings import Settings

if TYPE_CHECKING:
    from peerlint.rulebook.labels import Labels
    from peerlint.rulebook.rule import Rule


def selected(rule: Rule | Labels, settings: Settings) -> bool:
    """Whether the rule is on; the most specific mention wins, and a tie goes to `ignore`."""
    if settings.select:
        on = _specificity(rule, settings.select)
    else:
        on = 1 if rule.default else 0
    on = max(on, _specificity(rule, settings.extend_select))
    off = _specificity(rule, settings.ignore)
    return on > 0 and on > off


def _specificity(rule: Rule | Labels, labels: Iterable[str]) -> int:
    return max((_one(rule, label) for label in labels), default=0)


def _one(rule: Rule | Labels, label: str) -> int:
    """0: does not mean the rule; else the larger the more specific."""
    if label in (rule.id, rule.name, *rule.aliases):
        return 100
    if label == rule.category:
        return 20
    if label == rule.kind:
        return 10
    if label.upper() == "ALL":
        return 1
    return 30 + len(label) if label and rule.id.startswith(label.upper()) else 0
