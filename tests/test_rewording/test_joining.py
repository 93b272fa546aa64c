"""One new act for several of a kind."""

from __future__ import annotations

from peerlint.rewording import joined_acts
from tests.test_rewording.sentences import duty, rewritten_sentence


def test_one_act_for_two_of_a_kind():
    at = duty(
        "Hold_VB_root_0 cards_NNS_obj_0 ,_,_punct_3 dole_VB_conj_0 out_RP_compound:prt_3 "
        "cash_NN_obj_3 and_CC_cc_7 greet_VB_conj_0 guests_NNS_obj_7",
        "Hold cards",
    )
    both = joined_acts(at, [(3, 6, 3)])
    assert rewritten_sentence("{v:budget} with {people|people}", both) == (
        "Budget with people and greet guests"
    )


def test_another_duty_between_two_of_a_kind_stays():
    at = duty(
        "Hold_VB_root_0 cards_NNS_obj_0 ,_,_punct_3 greet_VB_conj_0 guests_NNS_obj_3 "
        ",_,_punct_6 dole_VB_conj_0 cash_NN_obj_6",
        "Hold cards",
    )
    assert joined_acts(at, [(6, 8, 6)]) == at
