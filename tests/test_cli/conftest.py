"""Run the command as a user does, in an empty folder, within this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from peerlint.__main__ import run


@dataclass(frozen=True)
class Ran:
    """What a run of the command gave."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON report."""
        data: dict[str, Any] = json.loads(self.out)
        return data

    @property
    def rules(self) -> list[str]:
        """The ids of the findings' rules, in order."""
        return [finding["rule"] for finding in self.data["findings"]]


Run = Callable[..., Ran]


@pytest.fixture
def peerlint(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("PEERLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))

    def command(*arguments: str) -> Ran:
        status = run(arguments)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return command
