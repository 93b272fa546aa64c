"""What the patterns of rules are compiled to; a run that finds nothing loads none of it."""

from __future__ import annotations

from collections.abc import Mapping

from peerlint.rulebook.pattern import Node
from peerlint.values import dataclass


@dataclass(frozen=True)
class CompiledPhrase:
    """A phrase of a rule: its tree and the words one of which every match holds (None: unknown).

    `negated`: the phrase itself says *not* or *no*, so that these words do not silence it.
    """

    rule: int
    node: Node
    anchors: frozenset[str] | None
    negated: bool = False


@dataclass(frozen=True)
class CompiledAction:
    """One verb of an event pattern: its forms and the particle or preposition it takes."""

    lemma: str
    forms: frozenset[str]
    particle: str = ""
    complement: Node | None = None  # "provide PERSON with": what stands between


@dataclass(frozen=True)
class ObjectPattern:
    """A noun phrase pattern; with `anywhere` it need not end at the head of the object."""

    node: Node
    anywhere: bool = False


@dataclass(frozen=True)
class CompiledEvent:
    """An event pattern of a rule."""

    rule: int
    actions: tuple[CompiledAction, ...]
    objects: tuple[ObjectPattern, ...]
    recipients: tuple[ObjectPattern, ...]
    prepositions: Mapping[str, tuple[ObjectPattern, ...]]
    with_words: tuple[Node, ...]
    without_words: tuple[Node, ...]
    actor: str
    anchors: frozenset[str]


@dataclass(frozen=True)
class CompiledStructure:
    """What a document of type `document` should hold (docs/rule-format.md, "Structure").

    Fires when nothing of `heading` and `text` is found, or when something of `present` is.
    """

    rule: int
    document: str
    peer_role: bool
    heading: tuple[Node, ...] = ()
    text: tuple[Node, ...] = ()
    present: tuple[Node, ...] = ()
    only_if: tuple[Node, ...] = ()
    only_if_heading: tuple[Node, ...] = ()
    place: tuple[Node, ...] = ()
