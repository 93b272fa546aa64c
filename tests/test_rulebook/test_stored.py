"""A rule book that is read part by part is the one that was stored."""

from __future__ import annotations

from dataclasses import fields

import pytest

from peerlint.errors import UserError
from peerlint.rulebook import RuleBook
from peerlint.rulebook.stored import dumps, loads


@pytest.fixture(scope="module")
def stored(shipped_book: RuleBook) -> bytes:
    return dumps(shipped_book)


def test_every_part_is_what_was_stored(shipped_book: RuleBook, stored: bytes) -> None:
    read = loads(stored)
    for field in fields(shipped_book):
        assert getattr(read, field.name) == getattr(shipped_book, field.name), field.name


def test_equal_word_classes_are_one_object_wherever_they_stand(stored: bytes) -> None:
    read = loads(stored)
    assert read.classes["PERSON"] is read.classes["PERSON"]
    assert read.phrases[-1] is read.phrases[len(read.phrases) - 1]
    assert read.phrases[:2] == (read.phrases[0], read.phrases[1])
    with pytest.raises(IndexError):
        read.phrases[len(read.phrases)]
    assert "NO_SUCH_CLASS" not in read.classes
    assert read.classes.get("NO_SUCH_CLASS") is None


@pytest.mark.parametrize("at", [0, 9, 4_000, 80_000])
def test_a_damaged_file_is_refused_before_anything_is_read(stored: bytes, at: int) -> None:
    data = bytearray(stored)
    data[at] ^= 1
    with pytest.raises(Exception, match=r"damaged|buffer|unpack"):
        loads(bytes(data))
    with pytest.raises(Exception, match=r"damaged|buffer|unpack"):
        loads(stored[:-1])


def test_a_damaged_part_is_refused_when_it_is_asked_for(stored: bytes) -> None:
    data = bytearray(stored)
    for at in range(len(data) // 16, len(data) * 3 // 5):  # behind the table, before all words
        data[at] ^= 1
    read = loads(bytes(data))
    with pytest.raises(UserError, match="cache clean"):
        tuple(read.cues)


def test_damaged_words_are_refused_at_once(stored: bytes) -> None:
    with pytest.raises(UserError, match="cache clean"):
        loads(stored[:-1] + bytes([stored[-1] ^ 1]))


def test_the_cues_above_a_sentence_are_known_by_their_numbers(shipped_book: RuleBook) -> None:
    above = [cue for cue in shipped_book.cues if cue.silencer == "prohibition"]
    assert [shipped_book.cues[number] for number in shipped_book.excluding] == above


def test_what_names_the_rules_is_read_without_them(shipped_book: RuleBook, stored: bytes) -> None:
    read = loads(stored)
    assert [labels.id for labels in read.labels] == [rule.id for rule in shipped_book.rules]
    assert len(read.pattern_rules) == len(read.phrases) + len(read.events)
