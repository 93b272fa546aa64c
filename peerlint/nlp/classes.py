"""Questions to the word classes of `rules/lexicon/`."""

from __future__ import annotations

from collections.abc import Mapping

from peerlint.matching.phrases import TokenView, longest_at
from peerlint.rulebook.pattern import Node

Classes = Mapping[str, Node]


def words_of(name: str, classes: Classes) -> frozenset[str]:
    """The words of a class of single words, in lower case, in all their forms."""
    return classes[name].firsts or frozenset()


def is_at(name: str, view: TokenView, at: int, classes: Classes) -> bool:
    """Whether words of the class begin at token `at`."""
    return longest_at(classes[name], view, at) is not None
