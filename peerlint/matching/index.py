"""Which patterns can possibly match a sentence, from its words alone (the exact pre-filter)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        self._sets: list[frozenset[str] | None] = [None] * len(book.word_sets)

    def candidates(self, words: Iterable[str]) -> Candidates:
        """What may match a sentence that holds these lower-case words."""
        book = self._book
        held = frozenset(self._with_parts(words))
        said = Said(held, book.nominalizations)
        phrases = self._admitted(held, book.phrase_words, book.phrase_rules, book.phrase_needs)
        events = self._admitted(held, book.event_words, book.event_rules, book.event_needs)
        return Candidates(
            tuple(
                book.phrases[number]
                for number in phrases
                if number not in book.untold or said.allow_phrase(book.phrases[number])
            ),
            tuple(filter(said.allow_event, map(book.events.__getitem__, events))),
        )

    def _admitted(
        self,
        held: frozenset[str],
        under: Mapping[str, tuple[int, ...]],
        rules: Sequence[int],
        needs: Sequence[tuple[int, ...]],
    ) -> list[int]:
        """The numbers of the patterns that find a word of each set they need, in order."""
        numbers = set(under.get(ANY, ()))
        for word in held & under.keys():
            numbers.update(under[word])
        return [
            number
            for number in sorted(numbers)
            if rules[number] in self._rules and self._all_said(held, needs[number])
        ]

    def _all_said(self, held: frozenset[str], needed: tuple[int, ...]) -> bool:
        sets = self._sets
        for number in needed:
            words = sets[number]
            if words is None:
                words = sets[number] = frozenset(self._book.word_sets[number].split(" "))
            if words.isdisjoint(held):
                return False
        return True

    def _with_parts(self, words: Iterable[str]) -> Iterator[str]:
        """The words and what the pipeline's tokenizer may make of them (*cannot*, *10mg*)."""
        for word in words:
            yield word
            yield from self._book.cut_words.get(word, ())
            if not word.isalpha():
                yield from PARTS.findall(word)
