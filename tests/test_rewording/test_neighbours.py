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
