"""Which patterns can possibly match a sentence, from its words alone (the exact pre-filter)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from peerlint.matching.said import Lexicon, Said, in_a_row, in_one_place
from peerlint.rulebook.uncut import smallest_parts
from peerlint.values import dataclass

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook
    from peerlint.rulebook.compiled import CompiledEvent, CompiledPhrase

_KEPT_IN_MIND = 256  # sentences: the first of a document are asked for twice


@dataclass(frozen=True, slots=True)
class Candidates:
    """The phrases and events that the words of a sentence admit, in rule order.

    `in_another_order`: none is admitted, but one would be if the words stood otherwise.
    """

    phrases: tuple[CompiledPhrase, ...]
    events: tuple[CompiledEvent, ...]
    in_another_order: bool = False

    def __bool__(self) -> bool:
        return bool(self.phrases or self.events)


class PatternIndex:
    """Patterns by the words every match of them must hold."""

    def __init__(self, book: RuleBook, rules: Iterable[int]) -> None:
        self._book = book
        self._lexicon = Lexicon(book)
        chosen = frozenset(rules)
        self._chosen = sum(
            1 << number for number, rule in enumerate(book.pattern_rules) if rule in chosen
        )
        self._kept = lru_cache(maxsize=_KEPT_IN_MIND)(self._candidates)

    def candidates(self, words: Sequence[str]) -> Candidates:
        """What may match a sentence of these words, in their order."""
        return self._kept(tuple(words))

    def _candidates(self, words: tuple[str, ...]) -> Candidates:
        book = self._book
        said = self._said(words)
        asked = list(_numbers(said.asked_for(len(book.outlines)) & self._chosen))
        numbers = [number for number in asked if said.allows(book.outlines[number])]
        if not numbers:
            loose = said.without_order()
            return Candidates((), (), any(loose.allows(book.outlines[number]) for number in asked))
        first_event = bisect_left(numbers, len(book.phrases))
        return Candidates(
            tuple(book.phrases[number] for number in numbers[:first_event]),
            tuple(book.events[number - len(book.phrases)] for number in numbers[first_event:]),
        )

    def _said(self, words: Sequence[str]) -> Said:
        """The words and what the pipeline's tokenizer may make of them (*cannot*, *10mg*)."""
        cut = self._book.cut_words
        if cut.keys().isdisjoint(map(str.lower, words)):
            return Said(in_a_row(_parts(words)), self._lexicon)
        parts = (part for word in words for part in (word, *cut.get(word.lower(), ())))
        return Said(in_one_place(_parts(parts)), self._lexicon)


def _numbers(bits: int) -> Iterator[int]:
    """The places of the bits that are set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _parts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word.isalpha():
            yield word
        else:
            yield from smallest_parts(word)
