"""Slots are filled with the sentence's own phrases."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

GIVE = (
    "Give_VB_root_0 evening_NN_compound_2 pills_NNS_obj_0 at_IN_case_4 bedtime_NN_obl_0 "
    "to_IN_case_6 residents_NNS_obl_0 daily_RB_advmod_0 ._._punct_0"
)
FUNDS = "Manage_VB_root_0 client_NN_compound_2 funds_NNS_obj_0 ._._punct_0"
ASK = "{v:support} {people|people} to ask about {their} {object|medication}"


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


def test_people_named_by_a_modifier_become_plural_and_leave_the_object():
    at = passage(
        FUNDS.replace("client", "tenant"),
        "Manage tenant funds",
        form="bullet",
        people="tenant",
        object="tenant funds",
    )
    template = "{v:work} with {people|people} who {a:want} to handle {their} own {object|money}"
    assert rewritten_sentence(template, at) == (
        "Work with tenants who want to handle their own funds."
    )


def test_client_before_a_noun_is_not_brought_in_as_a_word_for_people():
    at = passage(
        FUNDS, "Manage client funds", form="bullet", people="client", object="client funds"
    )
    template = "{v:work} with {people|people} on {their} own {object|money}"
    assert rewritten_sentence(template, at) == "Work with people on their own funds."


def test_a_verb_agrees_with_the_slot_before_it():
    at = passage(
        "Rides_NNS_obj_1 follow_VB_root_1 each_DT_det_3 tenant_NN_obj_1 ._._punct_1",
        "follow each tenant",
        people="each tenant",
    )
    assert rewritten_sentence("{v:go} when {people|people} {a:ask}", at) == (
        "Rides go when each tenant asks."
    )


def test_the_object_loses_its_determiner_after_a_possessive_only():
    at = passage(
        "Update_VB_root_0 the_DT_det_2 plan_NN_obj_0 ._._punct_0",
        "Update the plan",
        object="the plan",
    )
    assert (
        rewritten_sentence("{v:talk} about {their} {object|plan}", at) == "Talk about their plan."
    )
    assert rewritten_sentence("{v:talk} about {object|plan}", at) == "Talk about the plan."


def test_a_thing_that_was_a_modifier_gets_the():
    at = passage(
        "Ensure_VB_root_0 plan_NN_compound_2 adherence_NN_obj_0 ._._punct_0",
        "Ensure plan adherence",
        object="plan",
    )
    assert rewritten_sentence("{v:talk} about {object|it}", at) == "Talk about the plan."


def test_those_stands_for_a_pronoun_before_who():
    at = passage(
        "Remind_VB_root_0 them_PRP_obj_0 ._._punct_0", "Remind them", people="them", form="bullet"
    )
    assert rewritten_sentence("{v:help} {people|people} who {a:ask}", at) == "Help those who ask."
    assert rewritten_sentence("{v:come} when {people|someone} {a:ask}", at) == "Come when they ask."


def test_a_phrase_that_moves_inside_loses_the_capital_of_the_sentence():
    at = passage(
        "Residents_NNS_nsubj:pass_2 are_VBP_aux:pass_2 searched_VBN_root_2 by_IN_case_5 "
        "the_DT_det_5 coach_NN_obl:agent_2 ._._punct_2",
        "Residents are searched",
        head="searched",
        people="Residents",
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == "The coach greets residents."


def test_a_plural_before_a_literal_possessive_takes_the_mark_alone():
    at = passage("Answer_VB_root_0 phones_NNS_obj_0 ._._punct_0", "Answer phones", form="bullet")
    assert rewritten_sentence("{v:answer} {role|peer workers}'s own line", at) == (
        "Answer peer workers' own line."
    )


def test_a_template_that_names_no_people_leaves_theirs_in_place():
    at = passage(GIVE, "Give evening pills", form="bullet", people="residents")
    assert rewritten_sentence("{v:write} down questions", at) == (
        "Write down questions at bedtime to residents daily."
    )


def test_what_was_said_of_the_people_goes_with_them_from_the_object():
    at = passage(
        "Read_VB_root_0 the_DT_det_2 files_NNS_obj_0 of_IN_case_4 residents_NNS_nmod_2 on_IN_case_7 "
        "the_DT_det_7 team_NN_nmod_2 ._._punct_0",
        "Read the files of residents on the team",
        form="bullet",
        object="the files of residents on the team",
        people="residents",
    )
    template = "{v:meet} {people|people} and {v:read} {object|files} together"
    assert rewritten_sentence(template, at) == "Meet residents and read the files together."
