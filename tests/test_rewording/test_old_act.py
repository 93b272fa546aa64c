"""A new act takes the place of a duty: what stays of the sentence, and what goes."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
COUNT = "Count_VB_root_0 pills_NNS_obj_0"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "each_DT_det_3 morning_NN_obl:unmarked_0 ._._punct_0",
            "Each morning, sit down with people who want company and listen to them.",
        ),
        (
            "when_WRB_advmod_4 staff_NNS_nsubj_4 ask_VBP_advcl_0 ._._punct_0",
            "Sit down with people who want company and listen to them.",
        ),
        (
            "in_IN_case_4 the_DT_det_4 house_NN_obl_0",
            "In the house, sit down with people who want company and listen to them",
        ),
        (
            "in_IN_case_4 the_DT_det_4 log_NN_obl_0 ._._punct_0",
            "Sit down with people who want company and listen to them.",
        ),
        (
            "to_IN_case_4 the_DT_det_4 pharmacy_NN_obl_0 ._._punct_0",
            "Sit down with people who want company and listen to them.",
        ),
        (
            "as_IN_mark_3 directed_VBN_advcl_0 ._._punct_0",
            "Sit down with people who want company and listen to them.",
        ),
        (
            "using_VBG_advcl_0 a_DT_det_4 tray_NN_obj_2 ._._punct_0",
            "Sit down with people who want company and listen to them.",
        ),
        (
            "daily_RB_advmod_0 and_CC_cc_4 greet_VB_conj_0 guests_NNS_obj_4 ._._punct_0",
            "Sit down with people who want company and listen to them daily, and greet guests.",
        ),
    ],
)
def test_when_and_where_stay_and_the_old_acts_own_phrases_go(rest: str, expected: str):
    at = passage(f"{COUNT} {rest}", "Count pills", form="bullet", object="pills")
    assert rewritten_sentence(LISTEN, at) == expected


def test_a_language_template_lets_nothing_go():
    at = passage(
        "Escort_VB_root_0 members_NNS_obj_0 to_IN_case_4 the_DT_det_4 dining_NN_obl_0 ._._punct_0",
        "Escort",
        form="bullet",
    )
    assert rewritten_sentence("{v:accompany}", at) == "Accompany members to the dining."


def test_the_next_duty_stays_where_the_parse_joins_its_noun():
    at = passage(
        "Check_VB_root_0 bags_NNS_obj_0 and_CC_cc_4 greet_NN_compound_4 guests_NNS_conj_1 "
        "._._punct_0",
        "Check bags",
        form="bullet",
        object="bags",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people and greet guests."
