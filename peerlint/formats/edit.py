"""One replacement of text in a block, for every format that can be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters `start` to `end` of the text of block number `block` become `text`."""

    block: int
    start: int
    end: int
    text: str
