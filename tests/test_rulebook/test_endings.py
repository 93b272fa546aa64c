"""What a word can belong to is found without reading the rest."""

from __future__ import annotations

import pytest

from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.rulebook import RuleBook
from peerlint.rulebook.endings import by_word, last_words, numbers_of
from peerlint.rulebook.pattern import (
    AnyWord,
    Choice,
    Context,
    Edge,
    Gap,
    InOrder,
    Maybe,
    Node,
    Word,
)


def _word(*forms: str) -> Word:
    return Word(frozenset(forms))


def test_a_word_gives_the_numbers_of_its_sets_and_those_of_any_word() -> None:
    known = by_word([frozenset({"ward", "clinic"}), None, frozenset({"ward", "two words"})])
    assert numbers_of(["ward"], known) == {0, 1, 2}
    assert numbers_of(["clinic", "dog"], known) == {0, 1}
    assert numbers_of([], known) == {1}
    assert "two words" not in known


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (_word("ward"), {"ward"}),
        (InOrder((_word("home"), _word("visit"))), {"visit"}),
        (InOrder((_word("home"), Maybe(_word("visit")), Edge(start=False))), {"home", "visit"}),
        (Choice((_word("ward"), InOrder((_word("day"), _word("room"))))), {"ward", "room"}),
        (Choice((_word("ward"), AnyWord("noun"))), None),
        (InOrder((_word("home"), Context(_word("visit")))), None),
        (InOrder((_word("home"), Gap())), None),
    ],
)
def test_the_words_that_end_a_match(node: Node, words: set[str] | None) -> None:
    assert last_words(node) == words


def test_what_matches_in_the_examples_ends_with_a_known_word(shipped_book: RuleBook) -> None:
    names = list(shipped_book.classes)
    for rule in shipped_book.rules[::20]:
        for example in rule.examples:
            view = light_view(example.text)
            for number, name in enumerate(names):
                for match in find_all(shipped_book.classes[name], view):
                    last = view.lower[match.end - 1]
                    assert number in numbers_of([last], shipped_book.class_endings), (name, last)


def test_every_cue_and_structure_is_found_by_what_is_stored_of_it(shipped_book: RuleBook) -> None:
    places = [(cue.silencer, cue.scope) for cue in shipped_book.cues]
    assert list(shipped_book.cue_places) == places
    types = [structure.document for structure in shipped_book.structures]
    assert list(shipped_book.structure_types) == types
    for number, cue in enumerate(shipped_book.cues):
        for word in cue.anchors or ("dog",):
            assert " " in word or number in numbers_of([word], shipped_book.cue_words)
