"""The words of one sentence, and whether they leave a pattern a chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from peerlint.rulebook.possible import (
    ANY,
    ANYWHERE,
    END,
    FIRST_CHOICE,
    FIRST_REFUSAL,
    LATER,
    QUESTIONS,
    START,
    Line,
    Lines,
    Steps,
    bits_in,
    choice_in,
    outline_in,
    spelled,
)
from peerlint.values import dataclass

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook


class Lexicon:
    """What a rule book says of words, each read when it is first asked for."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._answers: dict[str, int] = {}
        self._words: list[frozenset[str] | None] = [None] * len(book.word_sets)
        self._choices: dict[int, Lines] = {}
        self._outlines: dict[str, Line] = {}

    def answers(self, word: str) -> int:
        """The bits of what the word answers."""
        found = self._answers.get(word)
        if found is None:
            found = self._answers[word] = bits_in(self._book.asked.get(word, b""))
        return found

    def words(self, number: int) -> frozenset[str]:
        """The words of a set."""
        found = self._words[number]
        if found is None:
            found = self._words[number] = frozenset(self._book.word_sets[number].split(" "))
        return found

    def choice(self, step: int) -> Lines:
        """The outlines that a step chooses from."""
        found = self._choices.get(step)
        if found is None:
            found = self._choices[step] = choice_in(self._book.choices[FIRST_CHOICE - step])
        return found

    def outline(self, text: str) -> Line:
        """An outline that is written so."""
        found = self._outlines.get(text)
        if found is None:
            found = self._outlines[text] = outline_in(text)
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """Words with the places where they stand, which are bits of a number.

    `everywhere` are all places and the one behind them; `opening` those with only signs before, `closing`
    those with only signs from there on. `whole` are those where a token that begins ends with the word, too.
    `onwards`: how far a word leads, 0 where all stand in one place.
    """

    places: Mapping[str, int]
    everywhere: int
    opening: int
    closing: int
    whole: int
    onwards: int


def in_a_row(words: Iterable[str]) -> Row:
    """Words, each cut into what every tokenizer leaves whole, one after the other."""
    places: dict[str, int] = {}
    bit = first = last = 1
    whole = before = 0  # before: the place of the word before, if that is of letters
    for word in words:
        if word.isalpha():
            whole |= before
            before = bit
        else:
            whole |= before if word in _ENDING else 0
            before = 0
        lower = word.lower()
        places[lower] = places.get(lower, 0) | bit
        if lower != word:
            spelling = spelled(word)
            places[spelling] = places.get(spelling, 0) | bit
        bit <<= 1
        if word.isalnum():
            last = bit
        elif last == 1:
            first = bit
    everywhere = 2 * bit - 1
    return Row(places, everywhere, 2 * first - 1, everywhere & -last, whole | before, 1)


_ENDING = frozenset(",;:)")
"""Signs that every tokenizer cuts off a word before them."""


def in_one_place(words: Iterable[str]) -> Row:
    """Words of which nobody knows where they stand: all in one place, which no step leaves."""
    spellings = chain.from_iterable((word.lower(), spelled(word)) for word in words)
    return Row(dict.fromkeys(spellings, 1), 1, 1, 1, 0, 0)


class Said:
    """The words of a sentence and which patterns they leave a chance."""

    def __init__(self, row: Row, lexicon: Lexicon) -> None:
        self.row = row
        self._lexicon = lexicon
        self._held = frozenset(row.places)
        self._at: dict[int, int] = {}
        self._reached: dict[tuple[int, int], int] = {}
        self._open: dict[int, list[Steps]] = {}

    def without_order(self) -> Said:
        """The same words, all in one place."""
        return Said(Row(dict.fromkeys(self._held, 1), 1, 1, 1, 0, 0), self._lexicon)

    def asked_for(self, patterns: int) -> int:
        """The bits of the patterns, so many there are, of which all questions are answered."""
        answers = self._lexicon.answers
        found = answers(ANY)
        for word in self._held:
            found |= answers(word)
        for _ in range(1, QUESTIONS):
            found &= found >> patterns
        return found & ((1 << patterns) - 1)

    def allows(self, outline: Steps) -> bool:
        """False only where no match can take these steps."""
        return self._after(outline, self.row.everywhere) != 0

    def _after(self, steps: Steps, at: int) -> int:
        """Where one may be after the steps from any of these places."""
        row = self.row
        for step in steps:
            if step >= 0:
                at = (at & self._of_set(step)) << row.onwards
            elif step == LATER:
                at = -(at & -at) & row.everywhere
            elif step == ANYWHERE:
                at = row.everywhere
            elif step == START:
                at &= row.opening
            elif step == END:
                at &= row.closing
            elif step <= FIRST_REFUSAL:
                at &= ~(self._of_set(FIRST_REFUSAL - step) & row.whole)
            else:
                at = self._after_any(step, at)
            if not at:
                return 0
        return at

    def _after_any(self, step: int, at: int) -> int:
        found = self._reached.get((step, at))
        if found is None:
            found = self._reached[step, at] = self._reach(step, at)
        return found

    def _reach(self, step: int, at: int) -> int:
        outlines = self._open.get(step)
        if outlines is None:
            outlines = self._open[step] = self._said_of(*self._lexicon.choice(step))
        found = 0
        for steps in outlines:
            found |= self._after(steps, at)
        return found

    def _said_of(self, under: Mapping[str, Sequence[str]], others: Sequence[str]) -> list[Steps]:
        words = under.keys() & self._held
        lines = chain(others, *map(under.__getitem__, words)) if words else others
        outlines = map(self._lexicon.outline, lines)
        return [steps for needs, steps in outlines if all(map(self._of_set, needs))]

    def _of_set(self, number: int) -> int:
        """The places of its words."""
        found = self._at.get(number)
        if found is None:
            found = 0
            for word in self._lexicon.words(number) & self._held:
                found |= self.row.places[word]
            self._at[number] = found
        return found
