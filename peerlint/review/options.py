"""What a review copy shall hold, and under whose name."""

from __future__ import annotations

from datetime import datetime, timezone

from peerlint.finding import Finding, Severity
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """The choices for a review copy.

    - `author`: the name on changes and comments; `date`: their time, in UTC.
    - `changes`, `comments`: whether there are tracked changes, and comments.
    - `min_severity`: findings below it are left out.
    - `rules`: ids, id prefixes, names, kinds or categories to keep; empty keeps all.
    """

    date: datetime
    author: str = "peerlint"
    changes: bool = True
    comments: bool = True
    min_severity: Severity = Severity.SUGGESTION
    rules: tuple[str, ...] = ()

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding belongs in the copy."""
        if finding.severity < self.min_severity:
            return False
        names = (finding.name, finding.kind, finding.category)
        return not self.rules or any(
            rule in names or finding.rule.startswith(rule.upper()) for rule in self.rules
        )

    @property
    def stamp(self) -> str:
        """The date as Word writes it."""
        return self.date.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def initials(self) -> str:
        """The first letters of the author's names."""
        letters = "".join(name[0] for name in self.author.split())
        return letters[:4] or "p"
