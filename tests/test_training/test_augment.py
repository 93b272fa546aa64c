from pathlib import Path
from random import Random

import pytest

from training.augment.bullets import to_bullet
from training.augment.roles import replace_actors, role_phrase
from training.augment.spelling import fix_articles, with_end_mark
from training.augment.substitute import substitute
from training.conllu import check_tree, read_conllu
from training.lexicon import load_lexicon
from training.tree import freeze, root_of, thaw

SAMPLE = Path(__file__).parent / "sample.conllu"
SEEDS = range(40)


@pytest.fixture(params=[0, 1, 2])
def sentence(request):
    return list(read_conllu(SAMPLE))[request.param]


def test_substitution_keeps_tags_and_tree(sentence):
    for seed in SEEDS:
        changed = freeze(substitute(thaw(sentence), load_lexicon(), Random(seed)))
        check_tree(changed)
        assert [(t.xpos, t.head, t.dep) for t in changed.tokens] == [
            (t.xpos, t.head, t.dep) for t in sentence.tokens
        ]


def test_substitution_changes_words_for_words_of_the_field(sentence):
    versions = {freeze(substitute(thaw(sentence), load_lexicon(), Random(s))).text for s in SEEDS}
    assert len(versions) > 10


def test_the_same_seed_makes_the_same_sentence(sentence):
    first, second = (
        freeze(substitute(thaw(sentence), load_lexicon(), Random(5))) for _ in range(2)
    )
    assert first == second


def test_role_titles_replace_actors(sentence):
    for seed in SEEDS:
        changed = freeze(replace_actors(thaw(sentence), load_lexicon(), Random(seed)))
        check_tree(changed)
    texts = {freeze(replace_actors(thaw(sentence), load_lexicon(), Random(s))).text for s in SEEDS}
    assert len(texts) > 5


def test_the_last_word_of_a_role_title_is_its_head():
    for seed in SEEDS:
        phrase = role_phrase(load_lexicon(), Random(seed), plural=False, capital=True)
        assert root_of(phrase) is phrase[-1]


def test_a_clause_becomes_a_bullet_without_subject_and_auxiliary():
    clause = list(read_conllu(SAMPLE))[1]
    openings = set()
    for seed in SEEDS:
        bullet = to_bullet(thaw(clause), Random(seed))
        assert bullet is not None
        check_tree(freeze(bullet))
        openings.add((bullet[0].form.lower(), bullet[0].xpos))
    assert openings == {("bring", "VB"), ("brings", "VBZ"), ("bringing", "VBG")}


def test_a_passive_is_no_bullet():
    assert to_bullet(thaw(list(read_conllu(SAMPLE))[2]), Random(1)) is None


def test_end_marks_vary_and_hang_on_the_root():
    clause = list(read_conllu(SAMPLE))[1]
    ends = {freeze(with_end_mark(thaw(clause), Random(s))).tokens[-1].form for s in SEEDS}
    assert {"me", ".", ";"} <= ends


def test_articles_fit_the_next_word():
    tree = thaw(list(read_conllu(SAMPLE))[1])
    tree[4].form = "urgent"
    assert fix_articles(tree)[3].form == "an"
