"""A new phrase as the possessor."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

FAMILIES = (
    "The_DT_det_1 schizophrenics_NNS_nmod:poss_3 '_POS_case_1 families_NNS_nsubj_4 "
    "meet_VBP_root_4 ._._punct_4"
)
DIAGNOSED = "{n:person} diagnosed with schizophrenia"


def test_a_possessive_keeps_its_mark_on_a_plain_noun():
    assert rewritten_sentence("{n:person}", passage(FAMILIES, "schizophrenics")) == (
        "The people's families meet."
    )


def test_a_possessive_is_turned_round_where_words_follow_the_noun():
    assert rewritten_sentence(DIAGNOSED, passage(FAMILIES, "schizophrenics")) == (
        "The families of people diagnosed with schizophrenia meet."
    )


def test_a_possessive_singular_takes_the_article_along():
    at = passage(
        "Read_VB_root_0 an_DT_det_2 addict_NN_nmod:poss_4 's_POS_case_2 letter_NN_obj_0 "
        "._._punct_0",
        "addict",
    )
    expected = "Read the letter of a person in recovery."
    assert rewritten_sentence("{n:person} in recovery", at) == expected


def test_own_words_are_not_turned_round():
    at = passage(
        "Use_VB_root_0 the_DT_det_2 client_NN_nmod:poss_5 's_POS_case_2 own_JJ_amod_5 "
        "words_NNS_obj_0 ._._punct_0",
        "client",
    )
    assert rewritten_sentence("{n:person} receiving services", at) is None
    assert rewritten_sentence("{n:person}", at) == "Use the person's own words."


def test_each_and_any_go_with_a_possessor_that_is_turned_round():
    at = passage(
        "Ask_VB_root_0 any_DT_det_2 addict_NN_nmod:poss_4 's_POS_case_2 "
        "sponsor_NN_obj_0 ._._punct_0",
        "addict",
    )
    assert rewritten_sentence("{n:person} in recovery", at) == (
        "Ask the sponsor of any person in recovery."
    )


def test_a_phrase_with_of_stays_with_the_owned_thing():
    at = passage(
        "Ask_VB_root_0 the_DT_det_2 client_NN_nmod:poss_4 's_POS_case_2 stage_NN_obj_0 of_IN_case_6 "
        "grief_NN_nmod_4 ._._punct_0",
        "client",
    )
    expected = "Ask the stage of grief of the person receiving services."
    assert rewritten_sentence("{n:person} receiving services", at) == expected
