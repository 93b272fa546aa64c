"""What holds for one checked document, whatever file or option it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from peerlint.finding import Severity
from peerlint.values import dataclass

DOCUMENT_TYPES = ("job-description", "policy", "treatment-plan", "other")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices that decide which findings a document gets.

    - `select`, `ignore`, `extend_select`: rule ids, id prefixes (`PL1`), names, categories or
      kinds; an empty `select` means every rule that is on by default. The most specific one wins.
    - `severity`: overrides by rule id or name.
    - `min_severity`: findings below it are dropped.
    - `accept`: phrases that are never a finding here, compared without regard to case.
    - `names`: names of organizations and programs whose words are never a finding.
    - `peer_titles`: job titles that count as peer roles here, beside the built-in ones.
    - `rule_paths`: folders or files of the user's own rules.
    - `learned`: whether the second reader speaks where no rule does; `learned_thresholds`: from which
      confidence (0 to 1), by category.
    - `document_type`: one of `DOCUMENT_TYPES`, or None to let the text decide.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = Severity.SUGGESTION
    accept: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    peer_titles: tuple[str, ...] = ()
    rule_paths: tuple[Path, ...] = ()
    document_type: str | None = None
    learned: bool = True
    learned_thresholds: Mapping[str, float] = field(default_factory=dict)
