"""A passive duty gets its doer as subject."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

COUNTED = (
    "Pills_NNS_nsubj:pass_2 must_MD_aux_3 be_VB_aux:pass_3 counted_VBN_root_3 nightly_RB_advmod_3 "
    "by_IN_case_7 the_DT_det_7 coach_NN_obl:agent_3 ._._punct_3"
).replace("nsubj:pass_2", "nsubj:pass_3")


def test_a_passive_duty_gets_its_doer_as_subject():
    at = passage(COUNTED, "Pills must be counted", head="counted", object="Pills")
    expected = "Each night, the coach must support people to keep their own pills."
    assert (
        rewritten_sentence("{v:support} {people|people} to keep {their} own {object}", at)
        == expected
    )


def test_a_passive_duty_without_doer_is_left_alone():
    at = passage(
        "Pills_NNS_nsubj:pass_2 are_VBP_aux:pass_2 counted_VBN_root_2 ._._punct_2",
        "Pills are counted",
        head="counted",
        object="Pills",
    )
    assert rewritten_sentence("{v:support} {people|people} to keep {their} {object}", at) is None


def test_an_order_in_the_passive_stays_one():
    at = passage(
        "Boxes_NNS_nsubj:pass_4 are_VBP_aux:pass_4 to_TO_mark_4 be_VB_aux:pass_4 filled_VBN_root_4 "
        "by_IN_case_7 the_DT_det_7 companion_NN_obl:agent_4 ._._punct_4",
        "Boxes are to be filled",
        head="filled",
    )
    assert rewritten_sentence("{v:help} {people|people} fill them", at) == (
        "The companion is to help people fill them."
    )
