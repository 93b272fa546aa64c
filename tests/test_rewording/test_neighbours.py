"""Words beside a new noun phrase."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_an_adverb_does_not_lose_its_adjective():
    at = passage(
        "Actively_RB_advmod_1 suicidal_JJ_amod_2 guests_NNS_nsubj_3 call_VBP_root_3 ._._punct_3",
        "suicidal guests",
        person="guests",
    )
    assert rewritten_sentence("{person} who {v:have} thoughts of suicide", at) is None


def test_an_adjective_for_two_nouns_is_left_alone():
    at = passage(
        "Disturbed_JJ_amod_1 teens_NNS_nsubj_4 and_CC_cc_3 youth_NN_conj_1 ride_VBP_root_4 "
        "._._punct_4",
        "Disturbed teens",
        person="teens",
    )
    assert rewritten_sentence("{person} with needs", at) is None


def test_an_adjective_with_an_adverb_after_the_group_is_left_alone():
    at = passage(
        "Care_NN_root_0 for_IN_case_5 the_DT_det_5 homeless_JJ_amod_5 mentally_RB_advmod_5 "
        "ill_JJ_nmod_0 ._._punct_0",
        "the homeless",
    )
    assert rewritten_sentence("people without housing", at) is None


def test_not_stands_before_the_bare_be():
    at = passage(
        "She_PRP_nsubj_5 had_VBD_aux_5 been_VBN_cop_5 off_IN_case_5 her_PRP$_nmod:poss_5 "
        "meds_NNS_root_5 since_IN_case_7 May_NNP_obl_5 ._._punct_5",
        "off her meds",
    )
    assert rewritten_sentence("not taking medication", at) == (
        "She had not been taking medication since May."
    )
