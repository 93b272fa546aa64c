"""`peerlint explain`: a rule by its id, words by the rules they meet."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("label", ["PD101", "medication-administration"])
def test_a_rule_is_explained_with_reason_and_sources(peerlint: Any, label: str) -> None:
    shown = peerlint("explain", label)
    assert shown.status == 0
    for part in ("PD101", "Handing out medication", "power-imbalance", "WMASS"):
        assert part in shown.out


def test_words_are_told_the_rules_they_meet(peerlint: Any) -> None:
    shown = peerlint("explain", "med pass")
    assert shown.status == 0
    assert "PD101" in shown.out


def test_words_that_meet_no_rule_are_told_so(peerlint: Any) -> None:
    shown = peerlint("explain", "listening well")
    assert "PD" not in shown.out
    assert "PL" not in shown.out
    assert shown.out or shown.err


def test_a_mistyped_id_names_the_nearest(peerlint: Any) -> None:
    shown = peerlint("explain", "PD1011")
    assert shown.status == 2
    assert "PD101" in shown.err
