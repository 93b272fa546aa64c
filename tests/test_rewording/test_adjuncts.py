"""When and where, said first or last."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

WANTS = "{v:support} {people|people} to say what they want about {their} {object}"
LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
COUNT = "Count_VB_root_0 pills_NNS_obj_0"


def test_time_comes_first_before_the_subject_too():
    at = passage(
        "The_DT_det_1 coach_NN_nsubj_2 counts_VBZ_root_2 pills_NNS_obj_2 on_IN_case_5 "
        "Fridays_NNPS_obl_2 ._._punct_2",
        "counts pills",
        object="pills",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "On Fridays, the coach sits down with people who want company and listens to them."
    )


def test_few_new_words_leave_time_where_it_stands():
    at = passage(
        f"{COUNT} each_DT_det_3 morning_NN_obl:unmarked_0 ._._punct_0", "Count pills", form="bullet"
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == "Greet people each morning."


def test_nothing_is_offered_where_time_would_join_the_last_clause_of_the_new_words():
    at = passage(
        "They_PRP_nsubj_1 say_VBP_root_1 coaches_NNS_nsubj_3 count_VBP_ccomp_1 pills_NNS_obj_3 "
        "daily_RB_advmod_3 ._._punct_1",
        "count pills",
        object="pills",
    )
    assert rewritten_sentence("{v:sit} with {people|people}", at) is not None
    assert rewritten_sentence("{v:sit} with {people|people} where that helps", at) is None


def test_a_time_comes_before_responsible_for():
    at = duty(
        "Responsible_JJ_root_0 for_IN_case_3 pill_NN_compound_3 administration_NN_obl_0 "
        "on_IN_case_5 weekends_NNS_nmod_3 ._._punct_0",
        "pill administration",
        object="pill",
    )
    assert rewritten_sentence(WANTS, at) == (
        "On weekends, responsible for supporting people to say what they want about their pills."
    )


def test_a_time_follows_a_gerund_before_its_comma():
    at = duty(
        "Assisting_VBG_root_0 nurses_NNS_obj_0 each_DT_det_3 week_NN_obl_0 ._._punct_0",
        "Assisting nurses",
        team="nurses",
    )
    template = "{v:work} alongside {team|the team}, bringing the view of someone who has been there"
    assert rewritten_sentence(template, at) == (
        "Working alongside nurses each week, bringing the view of someone who has been there."
    )


def test_a_time_that_goes_on_after_the_match_is_not_lost():
    at = duty(
        "Give_VB_root_0 pills_NNS_obj_0 on_IN_case_3 nights_NNS_nmod_1 without_IN_case_6 "
        "a_DT_det_6 nurse_NN_obl_0 ._._punct_0",
        "Give pills on nights",
        object="pills",
    )
    assert rewritten_sentence(WANTS, at) is None


def test_the_home_of_a_group_home_stays_with_it():
    at = duty(
        "Inspect_VB_root_0 rooms_NNS_obj_0 at_IN_case_4 the_DT_det_4 group_NN_obl_0 "
        "home_RB_advmod_0",
        "Inspect rooms",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "Sit down with people who want company and listen to them at the group home"
    )


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("in_IN_case_3 Epic_NNP_obl_0", id="a program"),
        pytest.param("at_IN_case_3 home_NN_obl_0", id="somebody's home"),
    ],
)
def test_where_only_the_old_act_was_does_not_come_first(place: str) -> None:
    at = duty(f"Score_VB_root_0 forms_NNS_obj_0 {place}", "Score forms")
    assert rewritten_sentence(LISTEN, at) is None


def test_few_words_that_would_take_the_time_for_their_own_follow_it():
    at = duty(f"{COUNT} on_IN_case_3 Mondays_NNPS_obl_0", "Count pills")
    template = "{v:talk} with {people|people} about their pills"
    assert rewritten_sentence(template, at) == "On Mondays, talk with people about their pills"
    assert rewritten_sentence("{v:talk} with {people|people}", at) == (
        "Talk with people on Mondays"
    )
