"""Few words are tried with the pattern of addresses, and it finds what it finds without that."""

from __future__ import annotations

import pytest

from peerlint.nlp.addresses import Addresses, may_be_address


@pytest.mark.parametrize("word", ["www.example.org", "a@example.org", "10.2.3.4/intake", "x.io:80"])
def test_what_may_be_an_address(word: str) -> None:
    assert may_be_address(word)


@pytest.mark.parametrize("word", ["", "coach", "end.", "a.m.", "U.S.A", "3.14", "e.g", "..."])
def test_other_words_are_not_tried(word: str) -> None:
    assert not may_be_address(word)
    assert Addresses("(").match(word) is None  # this pattern could not be compiled


def test_a_word_that_may_be_one_is_matched() -> None:
    addresses = Addresses(r"\w+\.org$")
    assert addresses.match("example.org") and not addresses.match("example.com")
