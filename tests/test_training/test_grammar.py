from random import Random

import pytest

from training.conllu import check_tree
from training.grammar.draw import Draw
from training.grammar.phrase import coordinate, finish, join, word, words
from training.grammar.sentences import generate
from training.lexicon import load_lexicon
from training.tokenization import Retokenizer
from training.tree import freeze, root_of


@pytest.fixture(scope="module")
def generated():
    draw = Draw(load_lexicon(), Random(11))
    return [freeze(generate(draw)) for _ in range(400)]


def test_every_generated_item_is_a_tree_with_known_tags(generated):
    for sentence in generated:
        check_tree(sentence)
        assert all(t.upos and t.xpos and t.dep for t in sentence.tokens)


def test_generated_words_are_those_of_the_tokenizer(generated):
    retokenizer = Retokenizer()
    agreeing = sum(retokenizer.agrees(s) for s in generated)
    assert agreeing >= 0.98 * len(generated)


def test_the_same_seed_generates_the_same_items():
    texts = [
        [freeze(generate(Draw(load_lexicon(), Random(s)))).text for s in range(20)]
        for _ in range(2)
    ]
    assert texts[0] == texts[1]


def test_later_conjuncts_hang_on_the_first():
    tree = coordinate([word(w, "VB") for w in ("count", "log", "store")], "and", last_comma=True)
    sentence = freeze(finish(tree))
    assert sentence.text == "count, log, and store"
    assert [t.dep for t in sentence.tokens] == ["root", "punct", "conj", "punct", "cc", "conj"]
    assert [t.head for t in sentence.tokens] == [-1, 2, 0, 5, 5, 0]


def test_hyphens_split_as_in_the_tokenizer():
    sentence = freeze(finish(word("self-administration", "NN")))
    assert [t.form for t in sentence.tokens] == ["self", "-", "administration"]
    assert sentence.text == "self-administration"


def test_joining_hangs_phrases_on_the_head():
    tree = join(
        word("notes", "NNS"),
        left=[("det", word("the", "DT"))],
        right=[("acl", words("written/VBN/0 by/IN/3/case staff/NN/1/obl:agent"))],
    )
    assert root_of(tree).form == "notes"
    assert freeze(finish(tree)).tokens[2].head == 1
