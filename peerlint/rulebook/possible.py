"""What the words of a sentence must be for a pattern to match, written down when rules are compiled.

Two forms, neither of which leaves out a sentence that the pattern matches. *Needs*: sets of words, of each of
which the sentence holds one. An *outline*: the steps that a match takes from word to word.
`peerlint.matching.said` asks both of a sentence.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from peerlint.rulebook.pattern import (
    Capture,
    Choice,
    Context,
    Edge,
    InOrder,
    Maybe,
    Node,
    NotHere,
    Word,
)
from peerlint.rulebook.uncut import is_uncut, smallest_parts

if TYPE_CHECKING:
    from peerlint.rulebook.compiled import CompiledAction, CompiledEvent, CompiledPhrase

Steps = tuple[int, ...]
"""Numbers: a set of words one of which comes next, or one of these."""

LATER = -1
"""Goes on at this word or any later one."""
ANYWHERE = -2
"""Goes on at any word."""
START, END = -3, -4
"""Nothing but signs stands before, or behind."""
FIRST_CHOICE = -5
"""This and what is below it: one of several outlines, the choices numbered downwards."""
FIRST_REFUSAL = -(1 << 30)
"""This and all below it: a set of words none of which comes next, the sets numbered downwards."""

ANY = ""
"""Stands for every word."""
QUESTIONS = 3
"""So many sets of words a pattern asks for; more would tell little that its outline does not."""

_SMALL = 8


def spelled(word: str) -> str:
    """What stands for a word that must be spelled so; others stand for themselves."""
    return word if word == word.lower() else f"={word}"


def _groups(event: CompiledEvent) -> Iterator[tuple[Node, ...]]:
    """Of each group a node must match."""
    for patterns in (event.objects, event.recipients, *event.prepositions.values()):
        if patterns:
            yield tuple(pattern.node for pattern in patterns)
    if event.with_words:
        yield event.with_words


class WordSets:
    """A number for each different set of words."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._sets: list[frozenset[str]] = []

    def number(self, words: frozenset[str]) -> int:
        """The number of the set."""
        number = self._numbers.get(words)
        if number is None:
            number = self._numbers[words] = len(self._sets)
            self._sets.append(words)
        return number

    def words(self, number: int) -> frozenset[str]:
        """The words of that set."""
        return self._sets[number]

    def texts(self) -> tuple[str, ...]:
        """Each set as one text: thousands of sets take long to load."""
        return tuple(" ".join(sorted(words)) for words in self._sets)


class Outliner:
    """Outlines patterns. A word of a sentence is here what no tokenizer cuts: letters, digits or one sign.

    `usual` tells how often a word is met.
    """

    def __init__(
        self, sets: WordSets, nominalizations: Mapping[str, str], usual: Mapping[str, int]
    ) -> None:
        self._sets, self._nominalizations, self._usual = sets, nominalizations, usual
        self._choices: dict[tuple[Steps, ...], int] = {}
        self._outlines: dict[int, tuple[Steps, ...]] = {}  # of the steps that choose
        self._gates: dict[int, int] = {}  # of the steps that choose
        self._rarities: dict[int, tuple[int, int, list[str]]] = {}
        self._known: dict[int, tuple[Node, Steps]] = {}  # by the identity of a node: it is shared

    def phrase(self, phrase: CompiledPhrase) -> Steps:
        """The outline of a phrase."""
        return _trimmed(self._steps(phrase.node))

    def event(self, event: CompiledEvent) -> Steps:
        """The outline of an event: its parts stand anywhere."""
        parts = [self._choice(map(self._act, event.actions))]
        parts += (self._choice(map(self._steps, nodes)) for nodes in _groups(event))
        return _trimmed(tuple(chain.from_iterable((ANYWHERE, *part) for part in parts)))

    def needs(self, outline: Steps) -> tuple[int, ...]:
        """The sets of words, of each of which a sentence holds one, the rarest first."""
        numbers = {self._gates.get(step, step) for step in outline}
        return tuple(sorted((one for one in numbers if one >= 0), key=self._rarity))

    def words_needed(self, outline: Steps) -> list[frozenset[str]]:
        """Sets of words, of each of which a sentence holds one, the rarest first."""
        return list(map(self._sets.words, self.needs(outline)))

    def choices(self) -> tuple[str, ...]:
        """The choices by their numbers, each as one text: a line for each outline, after the words one of
        which it needs and the sets of the others that it needs."""
        return tuple("\n".join(map(self._line, outlines)) for outlines in self._choices)

    def _line(self, outline: Steps) -> str:
        first, *others = (self.needs(outline) if len(outline) > 1 else ()) or (None,)
        words = sorted(self._sets.words(first)) if first is not None else ()
        return "\t".join(
            (" ".join(words), *(" ".join(map(str, part)) for part in (others, outline)))
        )

    def _act(self, action: CompiledAction) -> Steps:
        names = {noun for noun, verb in self._nominalizations.items() if verb in action.forms}
        act = self._word(Word(action.forms | names))
        if not action.particle:
            return act
        return (*act, ANYWHERE, *self._word(Word(frozenset({action.particle}))))

    def _steps(self, node: Node) -> Steps:
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = node, self._outlined(node)
        return known[1]

    def _outlined(self, node: Node) -> Steps:
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, InOrder):
            return self._joined(map(self._steps, node.nodes))
        if isinstance(node, (Capture, Context)):
            return self._steps(node.node)
        if isinstance(node, Choice):
            return self._choice(map(self._steps, node.nodes))
        if isinstance(node, Maybe):
            return self._choice(((), self._steps(node.node)))
        if isinstance(node, Edge):
            return (START,) if node.start else (END,)
        return self._refusal(node) if isinstance(node, NotHere) else (LATER,)

    def _refusal(self, node: NotHere) -> Steps:
        words = _words_alone(node.node)
        return (FIRST_REFUSAL - self._set(words),) if words else ()

    def _joined(self, outlines: Iterable[Steps]) -> Steps:
        """The outlines one after the other; what may be left out is left out beside `LATER`."""
        steps: list[int] = []
        for step in chain.from_iterable(outlines):
            if step == LATER:
                while steps and self._can_be_nothing(steps[-1]):
                    steps.pop()
            elif steps and steps[-1] == LATER and self._can_be_nothing(step):
                continue
            steps.append(step)
        return tuple(steps)

    def _can_be_nothing(self, step: int) -> bool:
        return step == LATER or () in self._outlines.get(step, ())

    def _word(self, word: Word) -> Steps:
        whole = frozenset(filter(is_uncut, word.forms))
        outlines: list[Steps] = [(self._set(frozenset(map(spelled, whole))),)] if whole else []
        for form in sorted(word.forms - whole):
            parts = smallest_parts(form.lower())
            outlines.append(tuple(self._set(frozenset({part})) for part in parts))
        return self._choice(outlines)

    def _set(self, words: frozenset[str]) -> int:
        return self._sets.number(words)

    def _rarity(self, number: int) -> tuple[int, int, list[str]]:
        found = self._rarities.get(number)
        if found is None:
            words = self._sets.words(number)
            met = sum(self._usual.get(word, 0) for word in words)
            found = self._rarities[number] = met, len(words), sorted(words)
        return found

    def _choice(self, outlines: Iterable[Steps]) -> Steps:
        """One of the outlines; those of one word are one set."""
        different = dict.fromkeys(chain.from_iterable(map(self._opened, outlines)))
        if (LATER,) in different:
            return (LATER,)
        single = [steps for steps in different if len(steps) == 1 and steps[0] >= 0]
        words = frozenset().union(*(self._sets.words(number) for (number,) in single))
        together = ((self._set(words),),) if words else ()
        alternatives: tuple[Steps, ...] = (
            *together,
            *(steps for steps in different if steps not in single),
        )
        if len(alternatives) == 1:
            return alternatives[0]
        step = FIRST_CHOICE - self._choices.setdefault(alternatives, len(self._choices))
        self._outlines[step] = alternatives
        if step not in self._gates:
            self._gates[step] = self._gate(alternatives)
        return (step,)

    def _opened(self, outline: Steps) -> Sequence[Steps]:
        """What a small choice chooses from, so that it need not be one inside another."""
        inner = self._outlines.get(outline[0], ()) if len(outline) == 1 else ()
        return inner if 0 < len(inner) <= _SMALL else (outline,)

    def _gate(self, outlines: Iterable[Steps]) -> int:
        """A set of which each of the outlines needs a word; no number of a set where there is none."""
        words: list[frozenset[str]] = []
        for steps in outlines:
            needed = self.needs(steps)
            if not needed:
                return ANYWHERE
            words.append(self._sets.words(needed[0]))
        return self._set(frozenset().union(*words))


def asked(needs: Sequence[Sequence[frozenset[str]]]) -> dict[str, bytes]:
    """What each word, and `ANY`, answers of what patterns ask: numbers, as an array's bytes.

    A pattern asks for a word of each of the first sets that it needs, `QUESTIONS` times in all; the
    number of its second question is that of its first and the count of the patterns. What a pattern
    does not ask, `ANY` word answers.
    """
    answers: dict[str, array[int]] = {}
    for question in range(QUESTIONS):
        for number, sets in enumerate(needs, question * len(needs)):
            words = sorted(sets[question]) if question < len(sets) else (ANY,)
            for word in words:
                answers.setdefault(word, array("I")).append(number)
    return {word: numbers.tobytes() for word, numbers in answers.items()}


def bits_in(answers: bytes) -> int:
    """What `asked` says of one word, each number a bit."""
    numbers = array("I", answers)
    bits = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


Line = tuple[tuple[int, ...], Steps]
"""The sets that an outline needs, and its steps."""
Lines = tuple[Mapping[str, Sequence[str]], Sequence[str]]
"""Outlines, as texts, under each of the words one of which they need, and those that need no certain one."""


def choice_in(text: str) -> Lines:
    """What `Outliner.choices` writes of one choice; few of its outlines are ever looked at."""
    under: dict[str, list[str]] = {}
    others = []
    for line in text.split("\n"):
        words, _, outline = line.partition("\t")
        for word in words.split():
            under.setdefault(word, []).append(outline)
        if not words:
            others.append(outline)
    return under, others


def outline_in(text: str) -> Line:
    """One of the outlines of a choice."""
    needs, _, steps = text.partition("\t")
    return tuple(map(int, needs.split())), tuple(map(int, steps.split()))


def _words_alone(node: Node) -> frozenset[str]:
    """Lower-case words each of which matches the node, whatever its part of speech and spelling."""
    if isinstance(node, Word) and node.pos is None and not node.exact:
        return frozenset(filter(str.isalpha, node.forms))
    if isinstance(node, Choice):
        return frozenset().union(*map(_words_alone, node.nodes))
    return _words_alone(node.node) if isinstance(node, (Capture, Context)) else frozenset()


def _trimmed(steps: Steps) -> Steps:
    """Without what asks nothing at the beginning and the end."""
    while steps and steps[-1] in (LATER, ANYWHERE):
        steps = steps[:-1]
    while steps and steps[0] in (LATER, ANYWHERE):
        steps = steps[1:]
    return steps
