"""What refuses a new verb."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_a_clause_that_the_match_cuts_leaves_the_sentence_alone():
    at = passage(
        "Go_VB_root_0 when_WRB_advmod_4 the_DT_det_3 agency_NN_nsubj_4 asks_VBZ_advcl_0 "
        "._._punct_0",
        "Go when the agency",
        form="bullet",
        head="Go",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) is None


def test_a_match_that_holds_two_clauses_is_left_alone():
    at = passage(
        "He_PRP_nsubj_1 refused_VBD_root_1 and_CC_cc_4 was_VBD_aux_4 refusing_VBG_conj_1 "
        "meals_NNS_obj_4 ._._punct_1",
        "refused and was refusing meals",
        object="meals",
    )
    assert rewritten_sentence("{v:decline} {object}", at) is None


def test_a_second_preposition_of_the_old_verb_refuses_the_new_one():
    at = passage(
        "Admits_VBZ_root_0 to_TO_case_2 use_NN_obl_0 and_CC_cc_5 to_TO_case_5 theft_NN_conj_2 "
        "._._punct_0",
        "Admits to",
    )
    assert rewritten_sentence("{v:report}", at) is None


def test_a_second_adjective_keeps_its_verb():
    at = passage(
        "Some_DT_nsubj_1 feel_VBP_root_1 suicidal_JJ_xcomp_1 or_CC_cc_4 angry_JJ_conj_2 ._._punct_1",
        "feel suicidal",
    )
    assert rewritten_sentence("{v:have} thoughts of suicide", at) is None
