"""Alternate content: the one branch of several that a present-day program reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.formats.docx.names import KNOWN_REQUIREMENTS, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element


def chosen_branch(alternatives: _Element) -> _Element | None:
    """The first choice whose requirements are all known, else the fallback."""
    branches = [branch for branch in alternatives if isinstance(branch.tag, str)]
    for branch in branches:
        if local_name(branch.tag) == "mc:Choice" and _is_known(branch):
            return branch
    for branch in branches:
        if local_name(branch.tag) == "mc:Fallback":
            return branch
    return branches[0] if branches else None


def _is_known(choice: _Element) -> bool:
    required = (choice.get("Requires") or "").split()
    return bool(required) and all(
        choice.nsmap.get(prefix) in KNOWN_REQUIREMENTS for prefix in required
    )
