"""Which words make room for a new act."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_verbs_that_share_the_object_go_together():
    at = passage(
        "Count_VB_root_0 and_CC_cc_2 store_VB_conj_0 pills_NNS_obj_2 ._._punct_0",
        "store pills",
        form="bullet",
        object="pills",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people."


def test_a_particle_goes_with_its_verb():
    at = passage(
        "Hand_VB_root_0 pills_NNS_obj_0 out_RP_compound:prt_0 daily_RB_advmod_0 ._._punct_0",
        "Hand pills",
        form="bullet",
        object="pills",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people daily."


def test_an_inserted_participle_is_no_verb_that_shares_the_object():
    at = passage(
        "Coaches_NNS_nsubj_5 ,_,_punct_2 peers_NNS_nsubj_3 included_VBN_root_3 ,_,_punct_3 "
        "count_VBP_conj_3 pills_NNS_obj_5 ._._punct_5",
        "count pills",
        object="pills",
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == (
        "Coaches, peers included, greet people."
    )
