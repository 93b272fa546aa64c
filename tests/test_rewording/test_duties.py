"""A new act takes the place of a duty: what stays of the sentence, and what goes."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, passage, rewritten_sentence

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


def test_verbs_that_share_the_object_go_together():
    at = passage(
        "Count_VB_root_0 and_CC_cc_2 store_VB_conj_0 pills_NNS_obj_2 ._._punct_0",
        "store pills",
        form="bullet",
        object="pills",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people."


def test_a_particle_goes_with_its_verb():
    at = passage(
        "Hand_VB_root_0 pills_NNS_obj_0 out_RP_compound:prt_0 daily_RB_advmod_0 ._._punct_0",
        "Hand pills",
        form="bullet",
        object="pills",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people daily."


def test_a_prefix_goes_with_its_verb():
    at = passage(
        "Co_NN_compound_2 -_HYPH_punct_2 lead_VB_root_2 groups_NNS_obj_2 ._._punct_2",
        "lead groups",
        form="bullet",
    )
    joined = at.doc.text.replace("Co - lead", "Co-lead")
    assert joined == "Co-lead groups."
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people."


def test_the_default_stands_in_for_another_kind_of_thing():
    from dataclasses import replace

    at = passage(f"{COUNT} ._._punct_0", "Count pills", form="bullet", object="pills")
    template = "{v:talk} about {their} {object|bills}"
    assert rewritten_sentence(template, at) == "Talk about their pills."
    unlike = replace(at, unlike=frozenset({"bills"}))
    assert rewritten_sentence(template, unlike) == "Talk about their bills."


def test_is_after_a_plural_slot_becomes_are():
    at = passage(f"{COUNT} ._._punct_0", "Count pills", form="bullet", object="pills")
    assert (
        rewritten_sentence("{v:help} when {object|it} is near", at) == "Help when pills are near."
    )


def test_a_clause_that_the_match_cuts_leaves_the_sentence_alone():
    at = passage(
        "Go_VB_root_0 when_WRB_advmod_4 the_DT_det_3 agency_NN_nsubj_4 asks_VBZ_advcl_0 "
        "._._punct_0",
        "Go when the agency",
        form="bullet",
        head="Go",
    )
    assert rewritten_sentence("{v:meet} {people|people}", at) is None


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


def test_nothing_is_offered_where_time_would_join_the_last_clause_of_the_new_words():
    at = passage(
        "They_PRP_nsubj_1 say_VBP_root_1 coaches_NNS_nsubj_3 count_VBP_ccomp_1 pills_NNS_obj_3 "
        "daily_RB_advmod_3 ._._punct_1",
        "count pills",
        object="pills",
    )
    assert rewritten_sentence("{v:sit} with {people|people}", at) is not None
    assert rewritten_sentence("{v:sit} with {people|people} where that helps", at) is None


def test_an_inserted_participle_is_no_verb_that_shares_the_object():
    at = passage(
        "Coaches_NNS_nsubj_5 ,_,_punct_2 peers_NNS_nsubj_3 included_VBN_root_3 ,_,_punct_3 "
        "count_VBP_conj_3 pills_NNS_obj_5 ._._punct_5",
        "count pills",
        object="pills",
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == (
        "Coaches, peers included, greet people."
    )


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


def test_a_name_after_a_title_is_one_person_whatever_it_ends_in():
    at = duty(
        "Hold_VB_root_0 Ms._NNP_compound_2 Ames_NNPS_nmod:poss_4 's_POS_case_2 money_NN_obj_0",
        "Hold Ms. Ames's money",
        people="Ms. Ames",
    )
    assert rewritten_sentence(LISTEN, at) == (
        "Sit down with Ms. Ames if they want company and listen to them"
    )
