"""The shipped tokenizer has patterns that name letters by what they are."""

from __future__ import annotations

import pytest
import spacy
import srsly
from spacy.lang.char_classes import ALPHA_LOWER

from peerlint.nlp.pipeline import MODEL
from training.affixes import _named, name_letters


def test_the_shipped_patterns_are_those_that_training_makes() -> None:
    nlp = spacy.blank("en")
    name_letters(nlp)
    stored = srsly.msgpack_loads((MODEL / "tokenizer").read_bytes())
    tokenizer = nlp.tokenizer
    for name in ("suffix_search", "infix_finditer", "url_match", "prefix_search"):
        assert stored[name] == getattr(tokenizer, name).__self__.pattern


def test_letters_that_would_stay_listed_are_told() -> None:
    with pytest.raises(ValueError, match="letters are listed"):
        _named([f"[x{ALPHA_LOWER}]"])
