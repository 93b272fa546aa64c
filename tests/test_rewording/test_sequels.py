"""A second act that only goes on from the old one."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
COUNT = "Count_VB_root_0 pills_NNS_obj_0"
SIT = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to {them}"


def test_a_second_act_on_the_same_thing_goes_with_the_first():
    at = passage(
        f"{COUNT} and_CC_cc_3 lock_VB_conj_0 them_PRP_obj_3 up_RP_compound:prt_3 ._._punct_0",
        "Count pills",
        form="bullet",
        object="pills",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "Sit down with people who want company and listen to them."
    )


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("and_CC_cc_3 scores_VBZ_conj_0 it_PRP_obj_3", "", id="it"),
        pytest.param("and_CC_cc_3 initials_VBZ_conj_0 logs_NNS_obj_3", "", id="the log"),
        pytest.param("and_CC_cc_3 records_NNS_conj_1", "", id="a last noun that is a verb"),
        pytest.param(
            "and_CC_cc_3 reminds_VBZ_conj_0 tenants_NNS_obj_3", "", id="one more act of control"
        ),
        pytest.param(
            "and_CC_cc_3 decides_VBZ_conj_0 who_WP_nsubj_5 goes_VBZ_ccomp_3", "", id="deciding"
        ),
        pytest.param(
            "and_CC_cc_3 greets_VBZ_conj_0 guests_NNS_obj_3", ", and greets guests", id="another"
        ),
        pytest.param(
            "when_WRB_advmod_4 nurses_NNS_nsubj_4 ask_VBP_advcl_0", "", id="when it was done"
        ),
        pytest.param("after_IN_case_4 each_DT_det_4 violation_NN_obl_0", "", id="its occasion"),
    ],
)
def test_what_only_went_on_from_the_old_act_goes(rest: str, expected: str):
    at = duty(f"watches_VBZ_root_0 pills_NNS_obj_0 {rest}", "watches pills")
    new = "sits down with people who want company and listens to them"
    assert rewritten_sentence(SIT, at) == new + expected
