"""Where the cache lies, and how wide a report is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from peerlint.cli.output import width
from peerlint.folders import cache_folder


@pytest.mark.parametrize("told", [None, "", "relative", "/elsewhere"])
def test_cache_folder_is_that_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, told: str | None
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if told is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", told)
    if sys.platform == "linux":
        base = Path("/elsewhere") if told == "/elsewhere" else Path.home() / ".cache"
        assert cache_folder() == base / "peerlint"
    else:
        assert cache_folder() == user_cache_path("peerlint")


@pytest.mark.parametrize(("told", "expected"), [("60", 60), ("400", 100), ("0", 80), ("wide", 80)])
def test_width_is_that_of_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, told: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", told)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert width() == expected
