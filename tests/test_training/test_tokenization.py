from pathlib import Path

import pytest
from spacy.vocab import Vocab

from training.conllu import read_conllu
from training.tokenization import Retokenizer, to_doc

SAMPLE = Path(__file__).parent / "sample.conllu"


@pytest.fixture(scope="module")
def retokenizer():
    return Retokenizer()


def test_hyphenated_words_split_as_spacy_splits_them(retokenizer):
    sentence = retokenizer.apply(list(read_conllu(SAMPLE))[1])
    assert retokenizer.agrees(sentence)
    words = {t.form: t for t in sentence.tokens}
    essential = sentence.tokens.index(words["essential"])
    assert words["essential"].dep == "amod"
    assert words["non"].head == essential
    assert words["to"].head == sentence.tokens.index(words["me"])


def test_a_doc_is_one_sentence_with_one_root(retokenizer):
    for sentence in read_conllu(SAMPLE):
        doc = to_doc(Vocab(), retokenizer.apply(sentence))
        assert len(list(doc.sents)) == 1
        assert doc.text == sentence.text
