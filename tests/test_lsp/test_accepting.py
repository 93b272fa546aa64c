"""What accepting a phrase does to a configuration file's text."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from peerlint.lsp.accepting import accept


def _after(text: str, name: str = "peerlint.toml") -> str | None:
    action = accept("the ill", "file:///x", PurePath("/docs") / name, text)
    if action is None:
        return None
    assert action.edit is not None and action.edit.changes is not None
    (edit,) = action.edit.changes["file:///x"]
    return edit.new_text


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("peerlint.toml", "", 'accept = ["the ill"]\n'),
        (
            "peerlint.toml",
            'accept = [\n  "a", # why\n]\n',
            'accept = [\n  "a", # why\n  "the ill",\n]\n',
        ),
        (
            "pyproject.toml",
            "[tool.peerlint]\nignore = []\n[tool.x]\n",
            '[tool.peerlint]\nignore = []\naccept = ["the ill"]\n[tool.x]\n',
        ),
    ],
)
def test_phrase_is_added_and_the_rest_stays(name: str, before: str, after: str) -> None:
    assert _after(before, name) == after


@pytest.mark.parametrize("text", ['accept = ["the ill"]\n', "accept = [", 'accept = "a"\n'])
def test_nothing_is_offered_where_it_would_change_nothing_or_break(text: str) -> None:
    assert _after(text) is None
