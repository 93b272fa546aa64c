"""The dictionary gives lemminflect's own answers."""

from __future__ import annotations

import pytest
from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from peerlint.dictionary import dictionary


def test_every_lemma_of_the_library_is_found() -> None:
    table = dictionary().Lemmatizer().lemma_dict
    for word, forms in LemmaLUCodec.load(config.lemma_lu_fn).items():
        assert table.get(word, {}) == forms


def test_every_inflection_of_the_library_is_found() -> None:
    table = dictionary().Inflections().infl_dict
    for word, forms in InflectionLUCodec.load(config.inflection_lu_fn).items():
        assert table.get(word, {}) == forms


@pytest.mark.parametrize("word", ["", "zzyzx", "count,verb", "~"])
def test_words_it_does_not_know_have_no_forms(word: str) -> None:
    assert dictionary().getAllLemmas(word) == {}
    assert dictionary().getAllInflections(word) == {}
