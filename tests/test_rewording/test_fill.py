"""The parts of a template agree with one another."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

COUNT = "Count_VB_root_0 pills_NNS_obj_0"


def test_is_after_a_plural_slot_becomes_are():
    at = passage(f"{COUNT} ._._punct_0", "Count pills", form="bullet", object="pills")
    assert (
        rewritten_sentence("{v:help} when {object|it} is near", at) == "Help when pills are near."
    )


def test_two_verbs_of_a_template_share_the_form():
    at = passage("He_PRP_nsubj_1 reports_VBZ_root_1 daily_RB_advmod_1 ._._punct_1", "reports")
    assert rewritten_sentence("{v:ask} first and {v:tell} later", at) == (
        "He asks first and tells later daily."
    )


def test_a_verb_after_who_agrees_with_the_noun_before():
    at = passage("An_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "addict")
    assert (
        rewritten_sentence("{n:person} who {v:use} drugs", at) == "A person who uses drugs called."
    )


def test_a_verb_agrees_with_the_slot_before_it():
    at = passage(
        "Rides_NNS_obj_1 follow_VB_root_1 each_DT_det_3 tenant_NN_obj_1 ._._punct_1",
        "follow each tenant",
        people="each tenant",
    )
    assert rewritten_sentence("{v:go} when {people|people} {a:ask}", at) == (
        "Rides go when each tenant asks."
    )
