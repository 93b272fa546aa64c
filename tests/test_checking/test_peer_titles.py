"""Titles of peer roles that one organization uses."""

from __future__ import annotations

import peerlint
from peerlint.settings import Settings

TEXT = "# Ward Rota\n\nThe wellness companion administers the evening medications.\n"


def duties(settings: Settings) -> list[str]:
    report = peerlint.check_text(TEXT, settings=settings)
    return [finding.rule for finding in report.findings if finding.kind == "duty"]


def test_an_unknown_title_is_no_peer_role() -> None:
    assert duties(Settings()) == []


def test_a_title_of_the_configuration_is_one() -> None:
    assert duties(Settings(peer_titles=("Wellness Companion",))) == ["PD101"]
