"""What is asked of silencers, and their answer."""

from __future__ import annotations

from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Silence:
    """Which silencer spoke and the words that made it speak."""

    silencer: str
    cue: str


@dataclass(frozen=True, slots=True)
class Target:
    """What may be silenced: tokens `start` to `end`, headed by `head`.

    `event`: the head is the predicate of an event; `negated`: the words themselves hold a *not*
    that belongs to what is meant.
    """

    start: int
    end: int
    head: int
    event: bool = False
    negated: bool = False
