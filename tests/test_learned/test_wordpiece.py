"""Words become the pieces that BERT's uncased tokenizer would give."""

from __future__ import annotations

import pytest

from peerlint.learned.wordpiece import UNKNOWN, WordPieces

PIECES = (UNKNOWN, "med", "##ication", "##s", "self", "-", "cafe", "c", "##af", "é", "'", "t")
WORDS = WordPieces({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("med", ["med"]),
        ("Medications", ["med", "##ication", "##s"]),
        ("self-med", ["self", "-", "med"]),
        ("Café", ["cafe"]),
        ("'t", ["'", "t"]),
        ("self med", ["self", "med"]),
        ("medx", [UNKNOWN]),
        ("☃", [UNKNOWN]),
        ("med" * 40, [UNKNOWN]),
        ("", []),
    ],
)
def test_the_longest_pieces_come_first(word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in WORDS.of(word)] == pieces
    assert WORDS.of(word) == WORDS.of(word)
