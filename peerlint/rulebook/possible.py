"""From its words alone: whether a pattern can match a sentence. Never false where it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from peerlint.rulebook.book import CompiledEvent, CompiledPhrase
from peerlint.rulebook.pattern import (
    Capture,
    Choice,
    Context,
    InOrder,
    Node,
    Word,
    any_of,
    certain_part,
    clauses,
)

WordSets = tuple[frozenset[str], ...]

_FEW = 8
"""So many nodes are asked faster one by one than looked up by their first words."""

ANY = ""
"""Stands for every word."""


def needs_of_phrase(phrase: CompiledPhrase) -> WordSets:
    """Sets of words; a sentence that the phrase matches holds a word of each."""
    return clauses(phrase.node)


def needs_of_event(event: CompiledEvent) -> WordSets:
    """As `needs_of_phrase`; what tells of the act is not among them."""
    prepositions = [frozenset({name.split()[0]}) for name in event.prepositions]
    return (*prepositions, *(words for nodes in _groups(event) for words in any_of(nodes)))


def _groups(event: CompiledEvent) -> Iterator[tuple[Node, ...]]:
    """Of each group a node must match."""
    for patterns in (event.objects, event.recipients, *event.prepositions.values()):
        if patterns:
            yield tuple(pattern.node for pattern in patterns)
    if event.with_words:
        yield event.with_words


class Texts:
    """Sets of words, each written as one text, because thousands of sets take long to load."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, words: frozenset[str]) -> int:
        """The number of the set."""
        return self._numbers.setdefault(" ".join(sorted(words)), len(self._numbers))

    def all(self) -> tuple[str, ...]:
        """The texts by their numbers."""
        return tuple(self._numbers)


def indexed(
    needs: Iterable[WordSets],
    anchors: Iterable[frozenset[str] | None],
    usual: Mapping[str, int],
    texts: Texts,
) -> tuple[tuple[tuple[int, ...], ...], dict[str, tuple[int, ...]]]:
    """The needs of each pattern as numbers of texts, in the order in which they are asked, and the
    patterns under each word.

    A pattern stands under the words of the set that is `usual`ly met least, so that its other
    sets are left, the rarest first.
    """
    index: dict[str, list[int]] = {}
    ordered = []
    for number, (needed, words) in enumerate(zip(needs, anchors, strict=True)):
        found = [*needed, *_certain(words)]
        first, *others = sorted(dict.fromkeys(found), key=_usually(usual)) or [frozenset({ANY})]
        for word in sorted(first):
            index.setdefault(word, []).append(number)
        ordered.append(tuple(map(texts.number, others)))
    return tuple(ordered), {word: tuple(numbers) for word, numbers in index.items()}


def _certain(words: frozenset[str] | None) -> WordSets:
    parts = frozenset(map(certain_part, words or ()))
    return (parts,) if parts and "" not in parts else ()


def _usually(usual: Mapping[str, int]) -> Callable[[frozenset[str]], tuple[int, int, list[str]]]:
    return lambda words: (sum(usual.get(word, 0) for word in words), len(words), sorted(words))


class Said:
    """The lower-case words of one sentence, and what can match them whatever their order."""

    def __init__(self, words: frozenset[str], nominalizations: Mapping[str, str]) -> None:
        self.words = words
        self._acts = words.union(filter(None, map(nominalizations.get, words)))
        self._known: dict[int, bool] = {}  # by the identity of the choice: classes are shared

    def allow_phrase(self, phrase: CompiledPhrase) -> bool:
        """False only where the phrase cannot match."""
        return self.may_match(phrase.node)

    def allow_event(self, event: CompiledEvent) -> bool:
        """False only where the event cannot match."""
        return self._tell_of(event) and all(
            any(map(self.may_match, nodes)) for nodes in _groups(event)
        )

    def _tell_of(self, event: CompiledEvent) -> bool:
        return any(
            (not action.particle or action.particle in self.words)
            and not action.forms.isdisjoint(self._acts)
            for action in event.actions
        )

    def may_match(self, node: Node) -> bool:
        """False only where the node cannot match."""
        if isinstance(node, Word):
            return node.required is None or not node.required.isdisjoint(self.words)
        if isinstance(node, InOrder):
            return all(map(self.may_match, node.nodes))
        if isinstance(node, (Capture, Context)):
            return self.may_match(node.node)
        if isinstance(node, Choice):
            found = self._known.get(id(node))
            if found is None:
                found = self._known[id(node)] = self._one_may_match(node)
            return found
        return True

    def _one_may_match(self, choice: Choice) -> bool:
        if len(choice.nodes) <= _FEW:
            return any(map(self.may_match, choice.nodes))
        by_first = choice.by_first
        for word in self.words & by_first.keys():
            if any(map(self.may_match, by_first[word])):
                return True
        return any(map(self.may_match, choice.unsaid))
