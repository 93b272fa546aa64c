"""What refuses new words for a noun."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_the_verb_of_the_match_is_not_lost_to_plain_words():
    at = passage(
        "He_PRP_nsubj_2 is_VBZ_cop_2 clean_JJ_root_2 ._._punct_2", "is clean", head="clean"
    )
    assert rewritten_sentence("in recovery", at) is None
    assert rewritten_sentence("{v:be} in recovery", at) == "He is in recovery."


def test_a_noun_before_another_noun_takes_no_long_phrase():
    at = passage("Patient_NN_compound_1 education_NN_root_1", "Patient")
    assert rewritten_sentence("{n:person} receiving services", at) is None


def test_a_bare_verb_does_not_replace_one_with_an_ending():
    at = passage(
        "The_DT_det_1 post_NN_nsubj_2 gives_VBZ_root_2 hope_NN_obj_2 ._._punct_2", "gives hope"
    )
    assert rewritten_sentence("support people", at) is None
    assert rewritten_sentence("{v:support} people", at) == "The post supports people."
