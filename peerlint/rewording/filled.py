"""What the parts of a template draw on, and what has been written so far."""

from __future__ import annotations

from dataclasses import field

from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.verb_group import VerbSite
from peerlint.values import dataclass


@dataclass()
class Filled:
    """The text so far.

    `plural` is the number of the phrase last written, `used` the slots filled so far, `names` all
    slots of the template, `one` whether the phrase last written means one particular person,
    `person` the pronoun the sentence has for that person (*he*, *she*), else *they*.
    """

    text: str = ""
    plural: bool = False
    used: list[str] = field(default_factory=list)
    verbs: int = 0
    following: bool = False
    after_slot: bool = False
    one: bool = False
    person: str = "they"
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """What the parts of a template draw on.

    `plural` is the number of the matched noun; `modified` the span of the noun it modifies.
    """

    passage: Passage
    verb: VerbSite | None
    plural: bool
    modified: Span | None = None
