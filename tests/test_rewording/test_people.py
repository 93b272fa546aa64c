"""The sentence's own phrases are found in the parse."""

from __future__ import annotations

import pytest

from peerlint.rewording import WordSets, capture
from tests.test_rewording.sentences import sentence, span_of

WORDS = WordSets(
    people=frozenset({"resident", "client", "member"}),
    staff=frozenset({"team", "nurse"}),
    acts=frozenset({"adherence", "self-administration"}),
)


def found(parse: str, match: str, **known: str) -> dict[str, str]:
    doc = sentence(parse)
    start, end = span_of(doc, match)
    spans = {name: span_of(doc, text) for name, text in known.items()}
    return {
        name: doc[first:last].text
        for name, (first, last) in capture(doc, start, end, WORDS, **spans).items()
    }


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


def test_a_clause_before_the_duty_has_said_whom_it_is_about():
    parse = (
        "If_IN_mark_2 a_DT_det_2 {who}_NN_nsubj_3 calls_VBZ_advcl_6 ,_,_punct_6 "
        "coaches_NNS_nsubj_6 search_VBP_root_6 rooms_NNS_obj_6"
    )
    assert found(parse.format(who="resident"), "search rooms")["before"] == "resident"
    assert "before" not in found(parse.format(who="nurse"), "search rooms")


@pytest.mark.parametrize(
    ("rest", "people"),
    [
        ("go_VBP_acl:relcl_1 quiet_RB_xcomp_0", "members who go quiet"),
        (
            "skip_VBP_acl:relcl_1 class_NN_obj_3 to_TO_mark_6 come_VB_advcl_3",
            "members who skip class",
        ),
        ("want_VBP_acl:relcl_1 to_TO_mark_5 talk_VB_xcomp_3", "members who want to talk"),
        ("skip_VBP_acl:relcl_1 to_TO_mark_5 start_VB_xcomp_3", "members who skip"),
        (
            "seem_VBP_acl:relcl_1 unsure_JJ_xcomp_3 until_IN_mark_7 they_PRP_nsubj_7 "
            "sign_VBP_advcl_4",
            "members who seem unsure",
        ),
    ],
)
def test_a_relative_clause_ends_with_its_complement(rest: str, people: str):
    parse = f"Nag_VB_root_0 members_NNS_obj_0 who_WP_nsubj_3 {rest}"
    assert found(parse, "Nag members")["people"] == people


@pytest.mark.parametrize(
    ("parse", "match", "people"),
    [
        (
            "coaches_NNS_nsubj_1 rate_VBP_root_1 his_PRP$_nmod:poss_3 mood_NN_obj_1",
            "rate his mood",
            "his",
        ),
        (
            "Each_DT_det_1 coach_NN_nsubj_2 rates_VBZ_root_2 her_PRP$_nmod:poss_4 guests_NNS_obj_2",
            "rates her guests",
            None,
        ),
        (
            "Relieve_VB_root_0 the_DT_det_2 nurse_NN_obj_0 on_IN_case_5 her_PRP$_nmod:poss_5 "
            "Fridays_NNPS_obl_0",
            "Relieve the nurse on her Fridays",
            None,
        ),
        ("Nag_VB_root_0 his_PRP$_nmod:poss_2 wife_NN_obj_0", "Nag his wife", "his wife"),
    ],
)
def test_whose_pronoun_it_is(parse: str, match: str, people: str | None):
    assert found(parse, match).get("people") == people


def test_what_people_are_told_of_is_no_part_of_them():
    parse = "Remind_VB_root_0 members_NNS_obj_0 of_IN_case_3 doses_NNS_nmod_1"
    assert found(parse, "Remind members of doses")["people"] == "members"
