"""The action that accepts a phrase: an edit of the configuration file."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import tomlkit
from lsprotocol import types
from tomlkit.exceptions import TOMLKitError

from peerlint.configuration.places import PYPROJECT


def accept(phrase: str, uri: str, name: PurePath, text: str) -> types.CodeAction | None:
    """Write `phrase` into the `accept` of a configuration file that now holds `text`.

    None where the text is no TOML or the phrase is there already.
    """
    try:
        new = _with_phrase(text, phrase, name)
    except (TOMLKitError, KeyError, AttributeError):
        return None
    if new == text:
        return None
    end = types.Position(len(text.splitlines()) + 1, 0)
    change = types.TextEdit(types.Range(types.Position(0, 0), end), new)
    edit = types.WorkspaceEdit(changes={uri: [change]})
    title = f"Accept “{phrase}” in {name.name}"
    return types.CodeAction(title, kind=types.CodeActionKind.QuickFix, edit=edit)


def _with_phrase(text: str, phrase: str, name: PurePath) -> str:
    document = tomlkit.parse(text)
    table: Any = document
    if name.name == PYPROJECT:
        table = table["tool"]["peerlint"]
    accepted = table.setdefault("accept", [])
    if phrase not in accepted:
        accepted.append(phrase)
    return tomlkit.dumps(document)
