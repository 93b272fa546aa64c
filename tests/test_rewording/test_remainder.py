"""What is left beside a new act: it goes with the old act, or nothing is offered."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import duty, rewritten_sentence

GREET = "{v:greet} {people|people}"
SEARCH = "{v:be} there for {people|people} during a search"


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


def test_not_only_stays_before_the_new_act():
    at = duty(
        "coaches_NNS_nsubj_3 not_RB_advmod_3 only_RB_advmod_3 pass_VBP_root_3 pills_NNS_obj_3",
        "pass pills",
    )
    assert rewritten_sentence("{v:listen} to {people|people}", at) == (
        "coaches not only listen to people"
    )


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        pytest.param(
            "Count_VB_root_0 pills_NNS_obj_0 at_IN_case_3 six_CD_obl_0 so_IN_mark_7 "
            "no_DT_det_6 aide_NN_nsubj_7 has_VBZ_advcl_3 to_TO_mark_7",
            "Count pills",
            "Greet people at six",
            id="what the old act was for goes",
        ),
        pytest.param(
            "Count_VB_root_0 pills_NNS_obj_0 (_-LRB-_punct_4 am_NN_compound_4 only_NN_appos_1 "
            ")_-RRB-_punct_4 daily_RB_advmod_0",
            "Count pills",
            "Greet people daily",
            id="an aside goes",
        ),
        pytest.param(
            "Counts_VBZ_root_0 pills_NNS_obj_0 and_CC_cc_3 jots_VBZ_conj_0 the_DT_det_5 "
            "total_NN_obj_3 down_RP_compound:prt_3",
            "Counts pills",
            "Greets people",
            id="a second act that only goes on from the first goes",
        ),
        pytest.param(
            "Counts_VBZ_root_0 spoons_NNS_obj_0 back_RB_advmod_0 in_RB_advmod_0",
            "Counts spoons",
            "Greets people",
            id="particles go",
        ),
        pytest.param(
            "Count_VB_root_0 bags_NNS_obj_0 ,_,_punct_3 beds_NNS_conj_1 and_CC_cc_6 "
            "ceiling_VBG_conj_0 tiles_NNS_obj_5",
            "Count bags",
            None,
            id="half of a list of things",
        ),
        pytest.param(
            "Does_VBZ_aux_2 n't_RB_advmod_2 take_VB_root_2 no_DT_obj_2",
            "take no",
            None,
            id="an act that consists in not doing something",
        ),
        pytest.param(
            "Keep_VB_root_0 order_NN_obj_0 by_IN_mark_3 counting_VBG_advcl_0 pills_NNS_obj_3",
            "counting pills",
            None,
            id="the way to something else",
        ),
        pytest.param(
            "Call_VB_root_0 until_IN_mark_3 they_PRP_nsubj_3 count_VBP_advcl_0 pills_NNS_obj_3",
            "count pills",
            None,
            id="until the old act is done",
        ),
        pytest.param(
            "washes_VBZ_root_0 and_CC_cc_2 vacuums_VBZ_conj_0 vans_NNS_obj_0",
            "vacuums vans",
            "greets people",
            id="a verb tied to the old act goes with it",
        ),
        pytest.param(
            "Fuels_NNS_root_0 ,_,_punct_2 washes_VBZ_conj_0 vans_NNS_obj_2",
            "washes vans",
            None,
            id="a verb that lives on the thing of the old act",
        ),
    ],
)
def test_the_remainder(parse: str, match: str, expected: str | None):
    assert rewritten_sentence(GREET, duty(parse, match)) == expected


def test_the_new_words_are_not_said_again_beside_them():
    at = duty(
        "Witness_VB_root_0 the_DT_det_2 search_NN_obj_0 and_CC_cc_4 bag_VB_conj_0 finds_NNS_obj_4",
        "bag finds",
    )
    assert rewritten_sentence(GREET, at) == "Witness the search and greet people"
    assert rewritten_sentence(SEARCH, at) is None


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        pytest.param(
            "From_IN_case_2 the_DT_det_2 stairs_NNS_obl_4 Ilse_NNP_nsubj_4 counts_VBZ_root_4 "
            "pills_NNS_obj_4",
            "counts pills",
            None,
            id="the place the old act was done from",
        ),
        pytest.param(
            "On_IN_case_1 Mondays_NNS_obl_3 Ilse_NNP_nsubj_3 counts_VBZ_root_3 pills_NNS_obj_3",
            "counts pills",
            "On Mondays Ilse greets people",
            id="a time before the old act",
        ),
        pytest.param(
            "Sort_VB_root_0 a_DT_det_2 tray_NN_obj_0 and_CC_cc_4 lift_VB_conj_0 it_PRP_obj_4 "
            "onto_IN_case_7 carts_NNS_obl_4 and_CC_cc_9 sing_VB_conj_0 songs_NNS_obj_9",
            "Sort a tray",
            None,
            id="it was the old act's thing",
        ),
        pytest.param(
            "Scrub_VB_root_0 urns_NNS_obj_0 ,_,_punct_3 sinks_NNS_conj_1 and_CC_cc_5 hut_NN_conj_0",
            "Scrub urns",
            "Greet people",
            id="the last of several things read as an act",
        ),
        pytest.param(
            "Note_VB_root_0 pills_NNS_obj_0 ,_,_punct_6 and_CC_cc_6 whether_IN_mark_6 "
            "guests_NNS_nsubj_6 sing_VBP_conj_0",
            "Note pills",
            None,
            id="a second thing the old verb tells of",
        ),
        pytest.param(
            "Count_VB_root_0 pills_NNS_obj_0 and_CC_cc_3 forward_VB_conj_0 to_IN_case_6 "
            "the_DT_det_6 lab_NN_obl_3",
            "Count pills",
            "Greet people",
            id="what is sent on is the old act's thing",
        ),
        pytest.param(
            "Hold_VB_root_0 cards_NNS_obj_0 and_CC_cc_3 pay_VB_conj_0 a_DT_det_6 set_JJ_amod_6 "
            "amount_NN_obj_3",
            "Hold cards",
            "Greet people",
            id="a part of what the old act was about",
        ),
        pytest.param(
            "houses_NNS_root_0 to_IN_case_2 which_WDT_obl_4 they_PRP_nsubj_4 steer_VBP_conj_0 "
            "people_NNS_obj_4",
            "steer people",
            None,
            id="a clause about things whatever the parse says",
        ),
        pytest.param(
            "Enter_VB_root_0 views_NNS_obj_0 in_IN_case_5 the_DT_det_5 notes_NNS_compound_5 "
            "box_NN_obl_0",
            "Enter views",
            "Greet people",
            id="a part of a paper is no place",
        ),
        pytest.param(
            "Recognition_NN_root_0 and_CC_cc_2 reporting_VBG_conj_0 of_IN_case_4 "
            "symptoms_NNS_nmod_2",
            "reporting of symptoms",
            None,
            id="a noun before that shares the thing",
        ),
        pytest.param(
            "phones_VBZ_root_0 kin_NNS_obj_0 to_TO_mark_3 smooth_VB_advcl_0 it_PRP_obj_3 "
            "and_CC_cc_6 report_VB_conj_3 moods_NNS_obj_6",
            "report moods",
            None,
            id="a second thing another act is for",
        ),
        pytest.param(
            "mentors_NNS_nsubj_2 tally_RB_advmod_2 points_VBZ_root_2 at_IN_case_4 noon_NN_obl_2",
            "tally points",
            None,
            id="a verb read as an adverb",
        ),
        pytest.param(
            "Sweep_VB_root_0 halls_NNS_obj_0 ,_,_punct_7 in_IN_case_4 return_NN_obl_0 "
            "for_IN_case_6 which_WDT_obl_7 he_PRP_nsubj_8 sings_VBZ_acl:relcl_4",
            "Sweep halls",
            None,
            id="what the old act was paid with",
        ),
        pytest.param(
            "Visit_VB_root_0 guests_NNS_obj_0 because_IN_mark_6 the_DT_det_4 grant_NN_nsubj:pass_6 "
            "is_VBZ_aux:pass_6 paid_VBN_advcl_0 on_IN_case_8 visits_NNS_obl_6",
            "Visit guests because the grant is paid",
            "Greet people",
            id="the rest of a clause of the match",
        ),
    ],
)
def test_what_belonged_to_the_old_act(parse: str, match: str, expected: str | None):
    assert rewritten_sentence(GREET, duty(parse, match)) == expected


def test_people_who_are_told_by_the_old_acts_things():
    at = duty(
        "Hold_VB_root_0 cards_NNS_obj_0 for_IN_case_3 guests_NNS_nmod_1 who_WP_nsubj_5 "
        "lose_VBP_acl:relcl_3 them_PRP_obj_5",
        "Hold cards for guests who lose them",
        people="guests who lose them",
    )
    assert rewritten_sentence(GREET, at) is None


def test_what_goes_on_is_not_done_once():
    at = duty("continues_VBZ_root_0 to_TO_mark_2 phone_VB_xcomp_0 guests_NNS_obj_2", "phone guests")
    assert rewritten_sentence("{v:write} to {people|people} once", at) is None
