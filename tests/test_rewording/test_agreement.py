"""Determiners and verbs around new words follow their number."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        (
            "When_WRB_mark_4 he_PRP_nsubj_5 or_CC_cc_3 she_PRP_conj_1 is_VBZ_cop_5 "
            "ready_JJ_root_5 ._._punct_5",
            "he or she",
            "When they are ready.",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 often_RB_advmod_4 provides_VBZ_root_4 "
            "rides_NNS_obj_4 and_CC_cc_7 has_VBZ_conj_4 keys_NNS_obj_7 ._._punct_4",
            "He or she",
            "They often provide rides and have keys.",
        ),
        (
            "Does_VBZ_aux_4 he_PRP_nsubj_4 or_CC_cc_3 she_PRP_conj_1 need_VB_root_4 "
            "help_NN_obj_4 ?_._punct_4",
            "he or she",
            "Do they need help?",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 was_VBD_aux_4 waiting_VBG_root_4 ._._punct_4",
            "He or she",
            "They were waiting.",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 may_MD_aux_4 leave_VB_root_4 ._._punct_4",
            "He or she",
            "They may leave.",
        ),
    ],
)
def test_the_verb_follows_they(parse: str, match: str, expected: str):
    assert rewritten_sentence("they", passage(parse, match)) == expected


def test_they_without_a_verb_in_reach_is_left_alone():
    at = passage("he_PRP_root_0 or_CC_cc_2 she_PRP_conj_0", "he or she")
    assert rewritten_sentence("they", at) is None


def test_a_verb_that_the_clause_above_may_own_is_left_alone():
    at = passage(
        "She_PRP_nsubj_1 asks_VBZ_root_1 whether_IN_mark_6 he_PRP_nsubj_6 or_CC_cc_5 she_PRP_conj_3 "
        "eats_VBZ_advcl_1 and_CC_cc_8 marks_VBZ_conj_6 the_DT_det_10 list_NN_obj_8 ._._punct_1",
        "he or she",
    )
    assert rewritten_sentence("they", at) is None


def test_the_possessive_moves_no_verb():
    at = passage(
        "Ask_VB_root_0 about_IN_case_5 his_PRP$_nmod:poss_5 or_CC_cc_4 her_PRP$_conj_2 "
        "plan_NN_obl_0 ._._punct_0",
        "his or her",
    )
    assert rewritten_sentence("their", at) == "Ask about their plan."


def test_a_new_plural_subject_moves_its_verb_and_determiner():
    at = passage(
        "This_DT_det_1 group_NN_nsubj_2 needs_VBZ_root_2 rest_NN_obj_2 and_CC_cc_5 "
        "has_VBZ_conj_2 plans_NNS_obj_5 ._._punct_2",
        "group",
    )
    assert rewritten_sentence("people we support", at) == (
        "These people we support need rest and have plans."
    )


def test_a_determiner_that_no_plural_can_follow_leaves_the_sentence_alone():
    at = passage(
        "Every_DT_det_1 group_NN_nsubj_2 needs_VBZ_root_2 rest_NN_obj_2 ._._punct_2", "group"
    )
    assert rewritten_sentence("people we support", at) is None


def test_the_indefinite_article_goes_before_a_plural_and_a_mass_noun():
    at = passage(
        "Has_VBZ_root_0 an_DT_det_2 illness_NN_obj_0 ._._punct_0",
        "illness",
    )
    assert rewritten_sentence("mental health challenges", at) == "Has mental health challenges."
    assert rewritten_sentence("emotional distress", at) == "Has emotional distress."


def test_a_new_plural_moves_the_verb_of_a_who_clause():
    at = passage(
        "A_DT_det_1 patient_NN_nsubj_4 who_WP_nsubj_3 was_VBD_acl:relcl_1 "
        "called_VBD_root_4 ._._punct_4",
        "patient",
    )
    assert rewritten_sentence("older adults", at) == "Older adults who were called."


def test_former_and_a_long_phrase_do_not_go_together():
    at = passage("Former_JJ_amod_1 patients_NNS_nsubj_2 called_VBD_root_2 ._._punct_2", "patients")
    assert rewritten_sentence("{n:person} receiving services", at) is None
    assert rewritten_sentence("{n:guest}", at) == "Former guests called."


def test_the_article_of_a_superlative_goes_with_it():
    at = passage(
        "Welcome_VB_root_0 the_DT_det_3 hardest_JJS_amod_3 cases_NNS_obj_0 ._._punct_0",
        "hardest cases",
    )
    assert rewritten_sentence("people with complex needs", at) == (
        "Welcome people with complex needs."
    )
