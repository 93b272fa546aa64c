"""Where a new verb stands in place of a verb, a passive or a noun."""

from __future__ import annotations

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

MOVED = (
    "She_PRP_nsubj:pass_3 has_VBZ_aux_3 been_VBN_aux:pass_3 placed_VBN_root_3 in_IN_case_6 "
    "a_DT_det_6 "
    "home_NN_obl_3 ._._punct_3"
)
GREET = "{v:greet} {people|people}"


def test_active_keeps_the_subject_of_a_passive():
    assert rewritten_sentence("{active:move} to", passage(MOVED, "placed in")) == (
        "She has moved to a home."
    )


def test_a_noun_after_a_preposition_gives_a_gerund():
    at = passage(
        "Responsible_JJ_root_0 for_IN_case_4 the_DT_det_4 med_NN_compound_4 pass_NN_obl_0 "
        "._._punct_0",
        "med pass",
    )
    assert rewritten_sentence("{v:support} people", at) == "Responsible for supporting people."


def test_a_verb_that_only_carries_the_noun_goes_with_it():
    at = passage(
        "Performs_VBZ_root_0 the_DT_det_3 mouth_NN_compound_3 checks_NNS_obj_0 ._._punct_0",
        "mouth checks",
        form="bullet",
    )
    assert rewritten_sentence("{v:support} people", at) == "Supports people."


def test_a_noun_that_goes_on_after_the_match_is_left_alone():
    at = passage(
        "Duties_NNS_nsubj_1 include_VBP_root_1 charting_NN_obj_1 and_CC_cc_4 "
        "phones_NNS_conj_2 ._._punct_1",
        "charting",
    )
    assert rewritten_sentence("{v:support} people", at) is None


def test_the_last_of_several_things_is_no_act():
    at = duty(
        "laundry_NN_root_0 ,_,_punct_3 both_DT_det_3 toilets_NNS_conj_0 ,_,_punct_5 "
        "trash_VB_conj_0 to_IN_case_8 the_DT_det_8 curb_NN_obl_5",
        "trash to the curb",
    )
    assert rewritten_sentence(GREET, at) is None
