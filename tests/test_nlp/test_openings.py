"""Phrases are found by the words that may open them."""

from __future__ import annotations

from peerlint.nlp.openings import Openings
from peerlint.rulebook.pattern import Choice, Gap, InOrder, Maybe, Word

POLICY, FORM, ANY = Word(frozenset({"policy"})), Word(frozenset({"form", "forms"})), Gap()
THE_FORM = InOrder((Maybe(Word(frozenset({"the"}))), FORM))


def test_phrases_come_in_their_order_and_once() -> None:
    openings = Openings([FORM, THE_FORM, POLICY])
    assert openings.opened_by(frozenset({"the", "policy", "forms"})) == [FORM, THE_FORM, POLICY]
    assert openings.opened_by(frozenset({"the"})) == [THE_FORM]
    assert openings.opened_by(frozenset({"garden"})) == []


def test_what_any_word_may_open_is_always_among_them() -> None:
    openings = Openings([POLICY, ANY, Choice((FORM, ANY))])
    assert openings.opened_by(frozenset()) == [ANY, Choice((FORM, ANY))]
