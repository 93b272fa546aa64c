"""Which patterns can possibly match a sentence, from its words alone (the exact pre-filter)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peerlint.rulebook.book import CompiledEvent, CompiledPhrase, ObjectPattern, RuleBook
from peerlint.rulebook.pattern import is_uncut, may_match

_ANY = ""  # stands for every word
_PARTS = re.compile(r"[^\W\d_]+|\d+")


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
        self._cut_words = book.cut_words
        self._nominalizations = book.nominalizations
        self._phrases = [phrase for phrase in book.phrases if phrase.rule in wanted]
        self._events = [event for event in book.events if event.rule in wanted]
        self._by_word = _by_word(phrase.anchors for phrase in self._phrases)
        self._event_words = _by_word(event.anchors for event in self._events)

    def candidates(self, words: Iterable[str]) -> Candidates:
        """What may match a sentence that holds these lower-case words."""
        held = frozenset(self._with_parts(words))
        phrases = set(self._by_word.get(_ANY, ()))
        events = set(self._event_words.get(_ANY, ()))
        for word in held:
            phrases.update(self._by_word.get(word, ()))
            events.update(self._event_words.get(word, ()))
        named = self._nominalizations
        said = held.union(named[word] for word in held if word in named)
        return Candidates(
            tuple(
                self._phrases[number]
                for number in sorted(phrases)
                if may_match(self._phrases[number].node, held)
            ),
            tuple(
                self._events[number]
                for number in sorted(events)
                if _may_happen(self._events[number], held, said)
            ),
        )

    def _with_parts(self, words: Iterable[str]) -> Iterator[str]:
        """The words and what the pipeline's tokenizer may make of them (*cannot*, *10mg*)."""
        for word in words:
            yield word
            yield from self._cut_words.get(word, ())
            if not word.isalpha():
                yield from _PARTS.findall(word)


def _by_word(anchors: Iterable[frozenset[str] | None]) -> dict[str, list[int]]:
    """The numbers of the patterns under each word that makes one of them possible."""
    index: dict[str, list[int]] = {}
    for number, words in enumerate(anchors):
        for word in (_ANY,) if words is None else {_certain_part(word) for word in words}:
            index.setdefault(word, []).append(number)
    return index


def _certain_part(word: str) -> str:
    """The longest part of a word that is a token however the word is cut (*24/7*: 24)."""
    if is_uncut(word):
        return word
    return max(_PARTS.findall(word), key=len, default=_ANY)


def _may_happen(event: CompiledEvent, words: frozenset[str], said: frozenset[str]) -> bool:
    """Whether these words can make the event; `said` holds the verbs that they name, too."""
    if not any(
        not action.forms.isdisjoint(said) and (not action.particle or action.particle in words)
        for action in event.actions
    ):
        return False
    if event.with_words and not any(may_match(node, words) for node in event.with_words):
        return False
    if not all(name.split()[0] in words for name in event.prepositions):
        return False
    needed = (event.objects, event.recipients, *event.prepositions.values())
    return all(_any_may_match(patterns, words) for patterns in needed if patterns)


def _any_may_match(patterns: Sequence[ObjectPattern], words: frozenset[str]) -> bool:
    return any(may_match(pattern.node, words) for pattern in patterns)
