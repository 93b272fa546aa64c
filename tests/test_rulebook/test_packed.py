"""Texts and entries that are kept as one are what they were made of."""

from __future__ import annotations

import pickle

import pytest

from peerlint.rulebook.packed import Entries, Texts

TEXTS = ("one two", "", "naïve “café”", "four")
ENTRIES = {"": b"every", "and": b"", "niño": b"\0\1"}


def test_texts_are_a_sequence() -> None:
    packed = pickle.loads(pickle.dumps(Texts(TEXTS)))
    assert packed == TEXTS
    assert packed[-1] == "four"
    assert packed[1:3] == TEXTS[1:3]
    assert len(packed) == 4
    with pytest.raises(IndexError):
        packed[4]


def test_entries_are_a_mapping() -> None:
    packed = pickle.loads(pickle.dumps(Entries(ENTRIES)))
    assert packed == ENTRIES
    assert list(packed) == list(ENTRIES)
    assert packed.get("or", b"") == b""


def test_no_entries_are_packed_as_none() -> None:
    assert dict(Entries({})) == {}
