"""From its words alone: whether a pattern can match a sentence. Never false where it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
    told,
)

Clauses = tuple[frozenset[str], ...]

ANY = ""
"""Stands for every word."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a pattern needs of the words of a sentence.

    `clauses`: a word of each set. `nodes`: of each group one node that may match, which clauses alone
    do not tell. `verbs`: by particle ("" for none) the words that tell of the act.
    """

    clauses: Clauses
    nodes: tuple[tuple[Node, ...], ...] = ()
    verbs: Mapping[str, frozenset[str]] | None = None


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
    needs: Iterable[tuple[frozenset[str] | None, Clauses]], usual: Mapping[str, int]
) -> dict[str, tuple[int, ...]]:
    """The numbers of the patterns under each word that makes one of them possible.

    Of a pattern's anchors and clauses the one counts that is `usual`ly said least.
    """
    index: dict[str, list[int]] = {}
    for number, (words, needed) in enumerate(needs):
        for word in sorted(_rarest([*needed, *_certain(words)], usual)):
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


def _certain(words: frozenset[str] | None) -> Clauses:
    return () if words is None else (frozenset(map(certain_part, words)),)


def _rarest(needed: Iterable[frozenset[str]], usual: Mapping[str, int]) -> frozenset[str]:
    return min(
        needed,
        key=lambda words: (sum(usual.get(word, 0) for word in words), len(words)),
        default=frozenset({ANY}),
    )


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
        by_first = choice.by_first
        for word in self.words & by_first.keys():
            if any(map(self.may_match, by_first[word])):
                return True
        return any(map(self.may_match, choice.unsaid))
