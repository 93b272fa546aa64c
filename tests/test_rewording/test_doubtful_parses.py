"""Duties whose parse misleads: the verb's form is kept, or no rewording is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerlint.rewording import WordSets, capture
from tests.test_rewording.sentences import duty, rewritten_sentence, sentence

SIT = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to {them}"
HELP = "{v:help} {people|people} with {their} own {object|money} if {they} ask"


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        pytest.param(
            "report_VB_compound_1 drinking_NN_root_1",
            "report drinking",
            "sit down with people who want company and listen to them",
            id="the verb of a fragment read as part of a noun",
        ),
        pytest.param(
            "calls_VBZ_csubj_5 people_NNS_iobj_0 whose_WP$_nmod:poss_3 refills_NNS_obj_0 "
            "are_VBP_cop_5 late_JJ_root_5",
            "calls people whose refills are late",
            "sits down with people who want company and listens to them",
            id="the verb of a fragment read as a clause",
        ),
        pytest.param(
            "Records_NNS_root_0 in_IN_case_3 the_DT_det_3 chart_NN_nmod_0 their_PRP$_nmod:poss_5 "
            "participation_NN_obj_0",
            "Records in the chart their participation",
            "Sits down with people who want company and listens to them",
            id="a noun with an object is a verb",
        ),
        pytest.param(
            "Cleaned_VBN_root_0 out_RP_compound:prt_0 fridge_NN_obj_0",
            "Cleaned out fridge",
            "Sat down with people who want company and listened to them",
            id="a past tense read as a participle",
        ),
        pytest.param(
            "Alisha_NNP_nsubj_1 agreed_VBD_root_1 to_TO_mark_3 answer_VB_xcomp_1 phones_NNS_obj_3 "
            "and_CC_cc_6 decide_VBP_conj_1 who_WP_nsubj_8 goes_VBZ_ccomp_6",
            "decide who goes",
            "Alisha agreed to answer phones and sit down with people who want company and listen "
            "to them",
            id="no present after a singular",
        ),
        pytest.param(
            "laundry_NN_root_0 ,_,_punct_3 head_NN_compound_3 counts_VBZ_conj_0 ,_,_punct_5 "
            "breakfast_NN_conj_0",
            "head counts",
            None,
            id="a noun of a list read as a verb",
        ),
        pytest.param(
            "clients_NNS_root_0 persuaded_VBD_acl_0 into_IN_case_3 care_NN_obl_1",
            "persuaded",
            None,
            id="a participle that says which",
        ),
        pytest.param(
            "passes_VBZ_root_0 out_RP_compound:prt_0 pills_NNS_obj_0 at_IN_case_5 the_DT_det_5 "
            "crisis_NN_obl_0 residential_JJ_amod_7 program_NN_obj_0",
            "passes out pills",
            None,
            id="a second object",
        ),
        pytest.param(
            "tasks_NNS_root_0 which_WDT_nsubj_2 relieve_VBP_acl:relcl_0 staff_NNS_obj_2",
            "relieve staff",
            None,
            id="things that act",
        ),
        pytest.param(
            "I_PRP_nsubj_1 type_VBP_root_1 agendas_NNS_obj_1 and_CC_cc_6 I_PRP_nsubj_6 "
            "have_VBP_aux_6 rested_VBN_conj_1",
            "type agendas and I",
            None,
            id="the subject of the next verb in the match",
        ),
    ],
)
def test_the_form_of_the_old_act(parse: str, match: str, expected: str | None):
    assert rewritten_sentence(SIT, duty(parse, match)) == expected


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


def test_a_new_act_with_its_own_time_keeps_the_hours_of_work_only():
    weekly = "checks_VBZ_root_0 rooms_NNS_obj_0 on_IN_case_3 Mondays_NNPS_obl_0"
    weekend = "checks_VBZ_root_0 rooms_NNS_obj_0 on_IN_case_3 weekends_NNS_obl_0"
    new = "helps people with their own money if they ask"
    assert rewritten_sentence(HELP, duty(weekly, "checks rooms", timeless=True)) == new
    assert rewritten_sentence(HELP, duty(weekend, "checks rooms", timeless=True)) == (
        f"on weekends, {new}"
    )


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("the client", "sits down with the client if they want company and listens to them"),
        ("him", "sits down with him if he wants company and listens to him"),
        ("each client", "sits down with each client who wants company and listens to them"),
        ("clients", "sits down with clients who want company and listens to them"),
    ],
)
def test_who_would_pick_out_one_of_several(people: str, expected: str):
    tags = {"the": "DT_det_2", "each": "DT_det_2", "client": "NN_obj_0", "clients": "NNS_obj_0"}
    words = " ".join(f"{word}_{tags.get(word, 'PRP_obj_0')}" for word in people.split())
    at = duty(f"watches_VBZ_root_0 {words}", f"watches {people}", people=people)
    assert rewritten_sentence(SIT, at) == expected


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        ("Ms._NNP_compound_2 Dao_NNP_obj_0", "Ms. Dao"),
        ("M.K._NNP_obj_0 there_RB_advmod_0", "M.K."),
        ("Wade_NNP_nmod:poss_3 's_POS_case_1 card_NN_obj_0", "Wade"),
        ("his_PRP$_nmod:poss_2 card_NN_obj_0", "his"),
    ],
)
def test_one_person_is_named_by_title_initials_owner_or_pronoun(parse: str, expected: str):
    doc = sentence(f"holds_VBZ_root_0 {parse}")
    start, end = capture(doc, 0, len(doc), WordSets())["people"]
    assert doc[start:end].text == expected


def test_a_name_that_no_slot_holds_is_not_called_people():
    at = duty("breathalyze_VB_root_0 Mariela_NNP_obj_0", "breathalyze Mariela")
    assert rewritten_sentence(SIT, replace(at, named=True)) is None


def test_what_the_new_words_say_is_not_said_before_them():
    at = duty(
        "Monitors_VBZ_root_0 guests_NNS_obj_0 during_IN_case_3 meals_NNS_obl_0",
        "Monitors guests",
        people="guests",
    )
    template = "{v:take} part in meals and activities alongside {people|everyone there}"
    assert rewritten_sentence(template, at) == (
        "Takes part in meals and activities alongside guests"
    )


def test_what_is_no_part_of_the_words_for_people():
    doc = sentence("share_VB_root_0 what_WP_det_2 youth_NN_obj_0 tell_VBP_acl:relcl_2")
    words = WordSets(people=frozenset({"youth"}))
    start, _ = capture(doc, 0, len(doc), words)["people"]
    assert doc[start].text == "youth"


def test_not_only_stays_before_the_new_act():
    at = duty(
        "coaches_NNS_nsubj_3 not_RB_advmod_3 only_RB_advmod_3 pass_VBP_root_3 pills_NNS_obj_3",
        "pass pills",
    )
    assert rewritten_sentence("{v:listen} to {people|people}", at) == (
        "coaches not only listen to people"
    )
