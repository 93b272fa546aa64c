"""What names a rule: all that choosing among rules asks, and quick to load."""

from __future__ import annotations

from typing import NamedTuple


class Labels(NamedTuple):
    """What names a rule, and whether it speaks unless it is asked to."""

    id: str
    name: str
    aliases: tuple[str, ...]
    category: str
    kind: str
    default: bool
    learned: bool
