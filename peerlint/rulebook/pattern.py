"""The syntax tree of a phrase, as plain immutable data.

`peerlint.rulebook.phrases` reads it from text, `peerlint.matching.phrases` runs it over a sentence. Without
`__slots__`, because a pickle of slotted frozen dataclasses loads three times as slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from peerlint.values import dataclass


@dataclass(frozen=True)
class Word:
    """One token: one of `forms` (lower case), or with `exact` the very spelling."""

    forms: frozenset[str]
    pos: str | None = None
    exact: bool = False
    lemma: str = ""

    @property
    def firsts(self) -> frozenset[str]:
        """The forms in lower case."""
        return frozenset(map(str.lower, self.forms)) if self.exact else self.forms


@dataclass(frozen=True)
class AnyWord:
    """One token of that part of speech."""

    pos: str
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Number:
    """One number; each `#` of its shape is any digit."""

    shape: str
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class InOrder:
    """Nodes one after the other."""

    nodes: tuple[Node, ...]

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return _sequence_firsts(self.nodes)

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """Lower-case forms, one of which stands in every match; None: cannot be told."""
        found = [choice for node in self.nodes if (choice := anchors(node)) is not None]
        return min(found, key=_commonness, default=None)


@dataclass(frozen=True)
class Choice:
    """Any one of the nodes."""

    nodes: tuple[Node, ...]

    @cached_property
    def by_first(self) -> dict[str, list[Node]]:
        """The nodes that a word can open."""
        index: dict[str, list[Node]] = {}
        for node in self.nodes:
            for word in node.firsts or ():
                index.setdefault(word, []).append(node)
        return index

    @cached_property
    def others(self) -> tuple[Node, ...]:
        """The nodes that any word may open."""
        return tuple(node for node in self.nodes if node.firsts is None)

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        if self.others:
            return None
        return frozenset().union(*(words for node in self.nodes if (words := node.firsts)))

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """Lower-case forms, one of which stands in every match; None: cannot be told."""
        sets = list(map(anchors, self.nodes))
        if None in sets:
            return None
        return frozenset().union(*(found for found in sets if found is not None))


@dataclass(frozen=True)
class Maybe:
    """The node or nothing."""

    node: Node
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Capture:
    """The node, remembered as a slot for rewordings."""

    name: str
    node: Node

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return self.node.firsts


@dataclass(frozen=True)
class NotHere:
    """The node does not match here; consumes nothing."""

    node: Node
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Context:
    """The node matches here but is no part of the finding."""

    node: Node

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The lower-case words a match can begin with, None: any."""
        return self.node.firsts


@dataclass(frozen=True)
class Modifiers:
    """Up to `most` determiners, possessives, adjectives, adverbs, numbers or nouns."""

    most: int = 4
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Gap:
    """Up to `most` tokens of the same clause."""

    most: int = 6
    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class NounPhrase:
    """Any base noun phrase, with an *of* phrase."""

    firsts: ClassVar[None] = None


@dataclass(frozen=True)
class Edge:
    """The beginning (`start`) or the end of the sentence."""

    start: bool
    firsts: ClassVar[None] = None


Node = (
    Word
    | AnyWord
    | Number
    | InOrder
    | Choice
    | Maybe
    | Capture
    | NotHere
    | Context
    | Modifiers
    | Gap
    | NounPhrase
    | Edge
)


def _sequence_firsts(nodes: Sequence[Node]) -> frozenset[str] | None:
    """The first words of a sequence, seen through parts that may be missing."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, (NotHere, Edge)):
            continue
        inner = (node.node if isinstance(node, Maybe) else node).firsts
        if inner is None:
            return None
        found |= inner
        if not isinstance(node, Maybe):
            return frozenset(found)
    return None


def anchors(node: Node) -> frozenset[str] | None:
    """Lower-case forms, one of which stands in every match of the node; None = cannot be told."""
    if isinstance(node, Word):
        return node.firsts
    if isinstance(node, (Capture, Context)):
        return anchors(node.node)
    return node.anchors if isinstance(node, (Choice, InOrder)) else None


_COMMON = frozenset(
    (
        "a an and any are as at be been being by do does did for from has have had he her him his "
        "i if in is it its may me must my no not of on one or our own s shall she should so such "
        "that the their them they this those to was we were what when where which who whose will "
        "with would you your - ' 's"
    ).split()
)


def _commonness(forms: frozenset[str]) -> tuple[int, int]:
    return len(forms & _COMMON), len(forms)
