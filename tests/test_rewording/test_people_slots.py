"""The sentence's own words for people."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

LISTEN = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to them"
FUNDS = "Manage_VB_root_0 client_NN_compound_2 funds_NNS_obj_0 ._._punct_0"
SIT = "{v:sit} down with {people|people} who {a:want} company and {v:listen} to {them}"


@pytest.mark.parametrize(
    ("parse", "match", "people", "expected"),
    [
        (
            "Nag_VB_root_0 her_PRP_obj_0",
            "Nag her",
            "her",
            "Help her with her own plan if she asks and is ready",
        ),
        (
            "Nag_VB_root_0 Dov_NNP_obj_0 about_IN_case_4 his_PRP$_nmod:poss_4 pills_NNS_obl_0",
            "Nag Dov about his pills",
            "Dov",
            "Help Dov with his own plan if he asks and is ready",
        ),
        (
            "Nag_VB_root_0 him_PRP_obj_0 or_CC_cc_3 her_PRP_conj_1",
            "Nag him or her",
            "him",
            "Help them with their own plan if they ask and are ready",
        ),
    ],
)
def test_somebody_keeps_their_pronoun(parse: str, match: str, people: str, expected: str):
    template = "{v:help} {people|people} with {their} own plan if {they} ask and {a:be} ready"
    at = duty(parse, match, people=people)
    assert rewritten_sentence(template, at) == expected


def test_a_name_after_a_title_is_one_person_whatever_it_ends_in():
    at = duty(
        "Hold_VB_root_0 Ms._NNP_compound_2 Ames_NNPS_nmod:poss_4 's_POS_case_2 money_NN_obj_0",
        "Hold Ms. Ames's money",
        people="Ms. Ames",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "Sit down with Ms. Ames if they want company and listen to them"
    )


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


def test_those_stands_for_a_pronoun_before_who():
    at = passage(
        "Remind_VB_root_0 them_PRP_obj_0 ._._punct_0", "Remind them", people="them", form="bullet"
    )
    assert rewritten_sentence("{v:help} {people|people} who {a:ask}", at) == "Help those who ask."
    assert rewritten_sentence("{v:come} when {people|someone} {a:ask}", at) == "Come when they ask."


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


def test_a_title_and_a_name_are_no_compound():
    at = duty(
        "Decide_VB_root_0 what_WP_obj_5 Ms._NNP_nsubj_5 Orr_NNP_flat_2 may_MD_aux_5 "
        "spend_VB_ccomp_0 of_IN_case_8 her_PRP$_nmod:poss_8 check_NN_obl_5",
        "Decide what Ms. Orr may spend of her check",
        people="Ms. Orr",
    )
    assert rewritten_sentence(
        LISTEN.replace(
            "{people|people} who {a:want} company", "{people|people} if {they} {a:want} it"
        ),
        at,
    ) == ("Sit down with Ms. Orr if she wants it and listen to them")


def test_people_cut_from_the_clause_about_them_are_left_alone():
    at = duty(
        "Read_VB_root_0 charts_NNS_obj_0 of_IN_case_4 the_DT_det_4 people_NNS_nmod_1 "
        "they_PRP_nsubj_7 will_MD_aux_7 meet_VB_ccomp_0",
        "Read charts of the people",
        people="the people",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) is None


def test_what_people_are_told_is_no_clause_about_them():
    at = duty(
        "Tell_VB_root_0 callers_NNS_iobj_0 which_WDT_det_3 services_NNS_acl:relcl_1 to_TO_mark_5 "
        "choose_VB_xcomp_0",
        "Tell callers which services to choose",
        people="callers which services",
    )
    assert rewritten_sentence("{v:explore} options with {people|people}", at) is None


def test_a_word_before_the_noun_is_not_made_plural():
    at = duty(
        "Advise_VB_root_0 newly_RB_advmod_3 released_VBN_amod_1 men_NNS_obj_3",
        "Advise newly released men",
        people="newly released men",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "Sit down with newly released men who want company and listen to them"
    )
