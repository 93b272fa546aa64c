"""From its words alone: whether a pattern can match a sentence. Never false where it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from peerlint.rulebook.book import CompiledEvent, CompiledPhrase, Needs
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
    told,
)

Clauses = tuple[frozenset[str], ...]

_FEW = 8
"""So many nodes are asked faster one by one than looked up by their first words."""

ANY = ""
"""Stands for every word."""


def needs_of_phrase(phrase: CompiledPhrase) -> Needs:
    """What the phrase needs."""
    node = phrase.node
    return Needs(clauses(node), () if told(node) else ((node,),))


def needs_of_event(event: CompiledEvent) -> Needs:
    """What the event needs."""
    found = [frozenset({name.split()[0]}) for name in event.prepositions]
    untold: list[tuple[Node, ...]] = []
    for nodes in _groups(event):
        found += any_of(nodes)
        if not Choice(nodes).is_told:
            untold.append(nodes)
    verbs: dict[str, frozenset[str]] = {}
    for action in event.actions:
        verbs[action.particle] = verbs.get(action.particle, frozenset()) | action.forms
    return Needs(tuple(found), tuple(untold), verbs)


def _groups(event: CompiledEvent) -> Iterator[tuple[Node, ...]]:
    """Of each group a node must match."""
    for patterns in (event.objects, event.recipients, *event.prepositions.values()):
        if patterns:
            yield tuple(pattern.node for pattern in patterns)
    if event.with_words:
        yield event.with_words


def by_word(
    needs: Iterable[Needs], anchors: Iterable[frozenset[str] | None], usual: Mapping[str, int]
) -> tuple[tuple[Needs, ...], dict[str, tuple[int, ...]]]:
    """The needs in the order in which they are asked, and the patterns under each word.

    A pattern stands under the words of the clause that is `usual`ly met least, so that its other
    clauses are left, the rarest first.
    """
    index: dict[str, list[int]] = {}
    ordered = []
    for number, (needed, words) in enumerate(zip(needs, anchors, strict=True)):
        found = [*needed.clauses, *_certain(words)]
        first, *others = sorted(dict.fromkeys(found), key=_usually(usual)) or [frozenset({ANY})]
        for word in sorted(first):
            index.setdefault(word, []).append(number)
        ordered.append(replace(needed, clauses=tuple(others)))
    return tuple(ordered), {word: tuple(numbers) for word, numbers in index.items()}


def _certain(words: frozenset[str] | None) -> Clauses:
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

    def allow(self, needs: Needs) -> bool:
        """False only where the pattern with these needs cannot match."""
        words = self.words
        for clause in needs.clauses:
            if clause.isdisjoint(words):
                return False
        if needs.verbs is not None and not self._tell_of(needs.verbs):
            return False
        return all(any(map(self.may_match, nodes)) for nodes in needs.nodes)

    def _tell_of(self, verbs: Mapping[str, frozenset[str]]) -> bool:
        for particle, forms in verbs.items():
            if (not particle or particle in self.words) and not forms.isdisjoint(self._acts):
                return True
        return False

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
