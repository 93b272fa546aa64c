"""Which patterns can possibly match a sentence, from its words alone (the exact pre-filter)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peerlint.rulebook.book import CompiledEvent, CompiledPhrase, ObjectPattern, RuleBook
from peerlint.rulebook.pattern import anchors


@dataclass(frozen=True, slots=True)
class Candidates:
    """The phrases and events that the words of a sentence admit, in rule order."""

    phrases: tuple[CompiledPhrase, ...]
    events: tuple[CompiledEvent, ...]

    def __bool__(self) -> bool:
        return bool(self.phrases or self.events)


class PatternIndex:
    """Patterns by the words every match of them must hold."""

    def __init__(self, book: RuleBook, rules: Iterable[int]) -> None:
        wanted = set(rules)
        self._phrases = [phrase for phrase in book.phrases if phrase.rule in wanted]
        self._events = [event for event in book.events if event.rule in wanted]
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, phrase in enumerate(self._phrases):
            self._place(number, phrase.anchors)
        self._event_words: dict[str, list[int]] = {}
        for number, event in enumerate(self._events):
            for word in event.anchors:
                self._event_words.setdefault(word, []).append(number)
        self._object_words = [_object_words(event.objects) for event in self._events]

    def _place(self, number: int, words: frozenset[str] | None) -> None:
        if words is None:
            self._always.append(number)
            return
        for word in words:
            self._by_word.setdefault(word, []).append(number)

    def candidates(self, words: Iterable[str]) -> Candidates:
        """What may match a sentence that holds these lower-case words."""
        held = frozenset(words)
        phrases: set[int] = set(self._always)
        events: set[int] = set()
        for word in held:
            phrases.update(self._by_word.get(word, ()))
            events.update(self._event_words.get(word, ()))
        admitted = [number for number in sorted(events) if self._admits(number, held)]
        return Candidates(
            tuple(self._phrases[number] for number in sorted(phrases)),
            tuple(self._events[number] for number in admitted),
        )

    def _admits(self, number: int, held: frozenset[str]) -> bool:
        words = self._object_words[number]
        return words is None or not words.isdisjoint(held)


def _object_words(patterns: Sequence[ObjectPattern]) -> frozenset[str] | None:
    if not patterns:
        return None
    found: set[str] = set()
    for pattern in patterns:
        words = anchors(pattern.node)
        if words is None:
            return None
        found |= words
    return frozenset(found)
