"""Which patterns can possibly match a sentence, from its words alone (the exact pre-filter)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerlint.rulebook.book import CompiledEvent, CompiledPhrase, RuleBook
from peerlint.rulebook.pattern import PARTS
from peerlint.rulebook.possible import ANY, Said


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
        self._book = book
        self._rules = frozenset(rules)

    def candidates(self, words: Iterable[str]) -> Candidates:
        """What may match a sentence that holds these lower-case words."""
        book = self._book
        held = frozenset(self._with_parts(words))
        phrases = set(book.phrase_words.get(ANY, ()))
        events = set(book.event_words.get(ANY, ()))
        for word in held:
            phrases.update(book.phrase_words.get(word, ()))
            events.update(book.event_words.get(word, ()))
        said = Said(held, book.nominalizations)
        return Candidates(
            tuple(
                phrase
                for number in sorted(phrases)
                if said.allow(book.phrase_needs[number])
                and (phrase := book.phrases[number]).rule in self._rules
            ),
            tuple(
                event
                for number in sorted(events)
                if said.allow(book.event_needs[number])
                and (event := book.events[number]).rule in self._rules
            ),
        )

    def _with_parts(self, words: Iterable[str]) -> Iterator[str]:
        """The words and what the pipeline's tokenizer may make of them (*cannot*, *10mg*)."""
        for word in words:
            yield word
            yield from self._book.cut_words.get(word, ())
            if not word.isalpha():
                yield from PARTS.findall(word)
