"""The sentence's own words for things."""

from __future__ import annotations

from tests.test_rewording.sentences import found, passage, rewritten_sentence

COUNT = "Count_VB_root_0 pills_NNS_obj_0"


def test_the_default_stands_in_for_another_kind_of_thing():
    from dataclasses import replace

    at = passage(f"{COUNT} ._._punct_0", "Count pills", form="bullet", object="pills")
    template = "{v:talk} about {their} {object|bills}"
    assert rewritten_sentence(template, at) == "Talk about their pills."
    unlike = replace(at, unlike=frozenset({"bills"}))
    assert rewritten_sentence(template, unlike) == "Talk about their bills."


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


def test_where_a_thing_is_sent_is_no_part_of_it():
    parse = (
        "Fax_VB_root_0 the_DT_det_2 slip_NN_obj_0 to_IN_case_5 the_DT_det_5 court_NN_nmod_2 "
        "._._punct_0"
    )
    assert found(parse, "Fax the slip to the court")["object"] == "the slip"
    given = parse.replace("Fax_VB", "Give_VB").replace("slip_NN", "access_NN")
    assert found(given, "Give the access to the court")["object"] == "the access to the court"
