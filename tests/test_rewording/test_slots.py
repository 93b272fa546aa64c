"""Slots are filled with the sentence's own phrases."""

from __future__ import annotations

from dataclasses import replace

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
GIVE = (
    "Give_VB_root_0 evening_NN_compound_2 pills_NNS_obj_0 at_IN_case_4 bedtime_NN_obl_0 "
    "to_IN_case_6 residents_NNS_obl_0 daily_RB_advmod_0 ._._punct_0"
)
ASK = "{v:support} {people|people} to ask about {their} {object|medication}"
SIT = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to {them}"


def test_whom_a_clause_before_has_named_is_them():
    at = duty(
        "If_IN_mark_2 a_DT_det_2 guest_NN_nsubj_3 calls_VBZ_advcl_6 ,_,_punct_6 "
        "coaches_NNS_nsubj_6 search_VBP_root_6 rooms_NNS_obj_6",
        "search rooms",
        before="guest",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "If a guest calls, coaches sit down with them if they want company and listen to them"
    )
    assert rewritten_sentence("{v:help} when {people|someone} {a:ask}", at) == (
        "If a guest calls, coaches help when they ask"
    )


def test_a_phrase_after_the_match_is_taken_in_and_its_neighbours_stay():
    at = passage(
        GIVE, "Give evening pills", form="bullet", people="residents", object="evening pills"
    )
    assert rewritten_sentence(ASK, at) == (
        "At bedtime daily, support residents to ask about their evening pills."
    )


def test_defaults_fill_what_the_sentence_does_not_say():
    at = passage("Pass_VB_root_0 meds_NNS_obj_0 ._._punct_0", "Pass meds", form="bullet")
    assert rewritten_sentence(ASK, at) == "Support people to ask about their medication."


def test_a_slot_without_words_or_default_drops_the_rewording():
    at = passage("Pass_VB_root_0 meds_NNS_obj_0 ._._punct_0", "Pass meds", form="bullet")
    assert rewritten_sentence("{v:explain} {rule}", at) is None


def test_a_template_that_names_no_people_leaves_theirs_in_place():
    at = passage(GIVE, "Give evening pills", form="bullet", people="residents")
    assert rewritten_sentence("{v:write} down questions", at) == (
        "Write down questions at bedtime to residents daily."
    )


def test_a_name_that_no_slot_holds_is_not_called_people():
    at = duty("breathalyze_VB_root_0 Mariela_NNP_obj_0", "breathalyze Mariela")
    assert rewritten_sentence(SIT, replace(at, named=True)) is None
