"""Commas around a new act."""

from __future__ import annotations

from tests.test_rewording.sentences import duty, passage, rewritten_sentence


def test_a_comma_keeps_a_long_rewording_apart_from_the_next_verb():
    at = passage(
        "Count_VB_root_0 pills_NNS_obj_0 and_CC_cc_3 greet_VB_conj_0 guests_NNS_obj_3 ._._punct_0",
        "Count pills",
        form="bullet",
    )
    assert rewritten_sentence("{v:support} people to say what they want", at) == (
        "Support people to say what they want, and greet guests."
    )


def test_a_new_act_with_a_comma_stays_out_of_the_middle_of_a_list():
    at = duty(
        "Change_VB_root_0 sheets_NNS_obj_0 ,_,_punct_3 wipe_VB_conj_0 sinks_NNS_obj_3 "
        "and_CC_cc_6 sing_VB_conj_0 songs_NNS_obj_6",
        "Change sheets",
    )
    assert rewritten_sentence("{v:help} {people|people}, if {they} ask", at) is None
    assert rewritten_sentence("{v:help} {people|people}", at) == (
        "Help people, wipe sinks and sing songs"
    )


def test_new_words_with_a_comma_do_not_stand_in_a_list():
    at = duty(
        "Greets_VBZ_root_0 guests_NNS_obj_0 ,_,_punct_3 counts_VBZ_conj_0 pills_NNS_obj_3 "
        "and_CC_cc_6 cooks_VBZ_conj_0 dinner_NN_obj_6 ._._punct_0",
        "counts pills",
        object="pills",
    )
    template = "{v:sit} with {people|people}"
    assert rewritten_sentence(f"{template}, and {{v:listen}}", at) is None
    assert rewritten_sentence(template, at) == "Greets guests, sits with people and cooks dinner."


def test_many_words_do_not_stand_before_the_next_thing_of_a_list():
    at = duty(
        "Cover_VB_root_0 pill_NN_compound_2 counts_NNS_obj_0 ,_,_punct_4 budgets_NNS_conj_2 "
        "and_CC_cc_6 rides_NNS_conj_2 ._._punct_0",
        "pill counts",
        object="pill",
    )
    template = "{v:support} {people|people} to decide what they want from {their} {object}"
    assert rewritten_sentence(template, at) is None


def test_the_last_act_of_a_list_keeps_its_and_before_a_time():
    at = duty(
        "Greets_VBZ_root_0 guests_NNS_obj_0 ,_,_punct_3 sorts_VBZ_conj_0 mail_NN_obj_3 ,_,_punct_7 "
        "and_CC_cc_7 files_VBZ_conj_3 forms_NNS_obj_7 on_IN_case_10 Fridays_NNPS_obl_7",
        "sorts mail, and files forms",
    )
    template = "{v:go} for a walk with {people|people}"
    assert rewritten_sentence(template, at) == (
        "Greets guests, and goes for a walk with people on Fridays"
    )
