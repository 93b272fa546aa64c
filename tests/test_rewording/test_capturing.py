"""The sentence's own phrases for the slots of a duty."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import found


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        (
            "Administer_VB_root_0 evening_NN_compound_2 medications_NNS_obj_0 to_IN_case_4 "
            "residents_NNS_obl_0 ._._punct_0",
            "Administer evening medications",
            {"people": "residents", "object": "evening medications"},
        ),
        (
            "Manage_VB_root_0 client_NN_compound_2 funds_NNS_obj_0 ._._punct_0",
            "Manage client funds",
            {"people": "client", "object": "client funds"},
        ),
        (
            "Report_VB_root_0 doses_NNS_obj_0 to_IN_case_4 the_DT_det_4 nurse_NN_obl_0 "
            "during_IN_case_7 the_DT_det_7 shift_NN_obl_0 ._._punct_0",
            "Report doses",
            {"team": "the nurse", "object": "doses", "when": "the shift"},
        ),
        (
            "Prompt_VB_root_0 all_DT_det_2 clients_NNS_obj_0 to_TO_mark_4 take_VB_xcomp_0 "
            "pills_NNS_obj_4 at_IN_case_7 night_NN_obl_4 ._._punct_0",
            "Prompt all clients to take pills",
            {"people": "all clients", "object": "pills"},
        ),
        (
            "Monitor_VB_root_0 members_NNS_nmod:poss_3 '_POS_case_1 adherence_NN_obj_0 "
            "to_IN_case_6 "
            "the_DT_det_6 plan_NN_nmod_3 ._._punct_0",
            "Monitor members' adherence to the plan",
            {"people": "members", "object": "the plan"},
        ),
        (
            "The_DT_det_1 team_NN_nsubj_2 weighs_VBZ_root_2 pills_NNS_obj_2 ._._punct_2",
            "weighs pills",
            {"object": "pills"},
        ),
        (
            "Count_VB_root_0 pills_NNS_obj_0 and_CC_cc_3 greet_VB_conj_0 "
            "residents_NNS_obj_3 ._._punct_0",
            "Count pills",
            {"object": "pills"},
        ),
        (
            "Visit_VB_root_0 residents_NNS_obj_0 with_IN_case_3 orders_NNS_nmod_1 at_IN_case_5 "
            "night_NN_obl_0 ._._punct_0",
            "Visit residents",
            {"people": "residents with orders"},
        ),
    ],
)
def test_phrases_of_the_duty(parse: str, match: str, expected: dict[str, str]):
    assert found(parse, match) == expected


def test_an_act_known_as_the_object_gives_what_it_is_about():
    parse = (
        "Observe_VB_root_0 self-administration_NN_obj_0 of_IN_case_3 pills_NNS_nmod_1 "
        "by_IN_case_5 residents_NNS_nmod_1 ._._punct_0"
    )
    assert found(parse, "Observe self-administration", thing="self-administration") == {
        "people": "residents",
        "object": "pills",
    }


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        (
            "Drive_VB_root_0 clients_NNS_obj_0 to_IN_case_4 the_DT_det_4 bank_NN_obl_0 "
            "and_CC_cc_6 pharmacy_NN_conj_4 daily_RB_advmod_0 ._._punct_0",
            "Drive clients",
            "the bank and pharmacy",
        ),
        (
            "Bring_VB_root_0 residents_NNS_obj_0 into_IN_case_3 court_NN_obl_0 ._._punct_0",
            "Bring residents into court",
            "court",
        ),
        (
            "Bring_VB_root_0 notes_NNS_obj_0 to_IN_case_4 the_DT_det_4 nurse_NN_obl_0 ._._punct_0",
            "Bring notes",
            None,
        ),
    ],
)
def test_where_an_act_leads_to(parse: str, match: str, expected: str | None):
    assert found(parse, match).get("destination") == expected
