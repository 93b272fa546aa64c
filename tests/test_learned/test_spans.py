"""What a finding of the second reader marks in its clause."""

from __future__ import annotations

import pytest

from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.segments import segments_of
from peerlint.learned.spans import narrowed
from peerlint.rulebook import RuleBook


def _marked(text: str, word: str, category: str, book: RuleBook) -> str:
    """What is marked in the clause that holds `word`, if that weighed most there."""
    seen = [sentence for sentence, _ in Checker(book=book).sentences(read_text(text))]
    sentence = next(one for one in seen if word in one.view.lower)
    at = sentence.view.lower.index(word)
    segment = next(one for one in segments_of(sentence) if at in one.tokens)
    start, end, _ = narrowed(sentence, segment, {at: 9.0}, category)
    return str(sentence.doc[start:end].text)


def test_a_sign_is_never_the_mark(shipped_book: RuleBook) -> None:
    text = "# Peer Aide\n\nShift tasks on the fridge: temp and BP at seven; games.\n"
    assert _marked(text, ":", "power-imbalance", shipped_book).startswith("temp")


def test_a_small_word_alone_is_never_the_mark(shipped_book: RuleBook) -> None:
    text = "# Review\n\nTonight Rob is to go through his locker.\n"
    assert "locker" in _marked(text, "through", "coercive", shipped_book)


@pytest.mark.parametrize(
    ("category", "marked"), [("coercive", "are sent back"), ("stigmatizing", "Residents")]
)
def test_coercion_is_marked_at_what_is_done_to_people(
    category: str, marked: str, shipped_book: RuleBook
) -> None:
    text = "# Rules\n\nResidents who come late are sent back.\n"
    assert _marked(text, "residents", category, shipped_book) == marked


def test_a_duty_is_marked_at_its_verb_though_a_title_weighs_more(shipped_book: RuleBook) -> None:
    text = "# Handbook\n\nPeer mentors on duty let people in and smile.\n"
    *_, (sentence, _) = Checker(book=shipped_book).sentences(read_text(text))
    segment = segments_of(sentence)[0]
    start, end, _ = narrowed(sentence, segment, {0: 9.0}, "power-imbalance")
    assert sentence.doc[start:end].text.startswith("let people")
