import pytest

from training.conllu import Sentence, Token, Triple
from training.evaluate import gold_sentences
from training.events import events
from training.tokenization import Retokenizer


@pytest.fixture(scope="module")
def gold():
    return gold_sentences()


def tree(*words):
    return Sentence(tuple(Token(f, u, x, h - 1, d) for f, u, x, h, d in words))


def test_a_passive_and_its_agent():
    sentence = tree(
        ("Pills", "NOUN", "NNS", 3, "nsubj:pass"),
        ("are", "AUX", "VBP", 3, "aux:pass"),
        ("counted", "VERB", "VBN", 0, "root"),
        ("by", "ADP", "IN", 5, "case"),
        ("nurses", "NOUN", "NNS", 3, "obl:agent"),
    )
    assert events(sentence) == {Triple("count", "pill", "nurse")}


def test_joined_verbs_share_an_object():
    sentence = tree(
        ("Count", "VERB", "VB", 0, "root"),
        ("and", "CCONJ", "CC", 3, "cc"),
        ("log", "VERB", "VB", 1, "conj"),
        ("doses", "NOUN", "NNS", 1, "obj"),
    )
    assert events(sentence) == {Triple("count", "dose", "-"), Triple("log", "dose", "-")}


def test_a_noun_of_action():
    sentence = tree(
        ("Medication", "NOUN", "NN", 2, "compound"),
        ("Administration", "NOUN", "NN", 0, "root"),
    )
    assert events(sentence) == {Triple("administration", "medication", "-")}


def test_the_gold_set_is_large_and_uses_the_tokenizer(gold):
    retokenizer = Retokenizer()
    assert len(gold) >= 200
    assert [s.text for s in gold if not retokenizer.agrees(s)] == []
    assert len({s.text for s in gold}) == len(gold)


def test_gold_trees_and_gold_triples_agree(gold):
    wanted = sum(len(s.triples) for s in gold)
    read = sum(len(events(s) & set(s.triples)) for s in gold)
    assert read >= 0.98 * wanted
