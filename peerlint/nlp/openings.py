"""Phrases by the words that may open them: a document is asked for few of many."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.rulebook.pattern import Node


class Openings:
    """Phrases by the words that may open them."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._under: dict[str, list[int]] = {}
        self._under_any: list[int] = []
        for number, node in enumerate(nodes):
            if node.firsts is None:
                self._under_any.append(number)
            for word in node.firsts or ():
                self._under.setdefault(word, []).append(number)

    def opened_by(self, words: frozenset[str]) -> list[Node]:
        """Those that may begin with one of the words, in order."""
        numbers = set(self._under_any)
        for word in self._under.keys() & words:
            numbers.update(self._under[word])
        return [self._nodes[number] for number in sorted(numbers)]
