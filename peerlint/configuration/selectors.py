"""Whether the rules that a user names exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.errors import ConfigError

if TYPE_CHECKING:
    from peerlint.rulebook.labels import Labels
    from peerlint.rulebook.rule import Rule
    from peerlint.settings import Settings


def require_known(settings: Settings, rules: Iterable[Rule | Labels]) -> None:
    """Raise ConfigError for the first selector that means no rule, with the nearest right one."""
    named = (*settings.select, *settings.ignore, *settings.extend_select, *settings.severity)
    if not named:
        return
    known = _selectors(rules)
    ids = [word for word in known if word[-1:].isdigit()]
    for selector in named:
        wanted = selector.lower()
        if wanted in known or any(one.startswith(wanted) for one in ids):
            continue
        from difflib import get_close_matches

        close = get_close_matches(wanted, sorted(known), n=1, cutoff=0.5)
        hint = f"did you mean `{known[close[0]]}`?" if close else "`peerlint rules list` shows all"
        raise ConfigError(f"no rule is called `{selector}`; {hint}")


def _selectors(rules: Iterable[Rule | Labels]) -> dict[str, str]:
    """Every word that selects a rule in lower case, with its usual spelling."""
    known: dict[str, str] = {"all": "ALL"}
    for rule in rules:
        words = (rule.id, rule.name, *rule.aliases, rule.category, rule.kind)
        known.update({word.lower(): word for word in words})
    return known
