"""Whom a duty is for."""

from __future__ import annotations

import pytest

from peerlint.rewording import WordSets, capture
from tests.test_rewording.sentences import found, sentence


def test_a_clause_before_the_duty_has_said_whom_it_is_about():
    parse = (
        "If_IN_mark_2 a_DT_det_2 {who}_NN_nsubj_3 calls_VBZ_advcl_6 ,_,_punct_6 "
        "coaches_NNS_nsubj_6 search_VBP_root_6 rooms_NNS_obj_6"
    )
    assert found(parse.format(who="resident"), "search rooms")["before"] == "resident"
    assert "before" not in found(parse.format(who="nurse"), "search rooms")


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


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        ("Ms._NNP_compound_2 Dao_NNP_obj_0", "Ms. Dao"),
        ("M.K._NNP_obj_0 there_RB_advmod_0", "M.K."),
        ("his_PRP$_nmod:poss_3 P.M._NNP_compound_3 doses_NNS_obj_0", "his"),
        ("Wade_NNP_nmod:poss_3 's_POS_case_1 card_NN_obj_0", "Wade"),
        ("his_PRP$_nmod:poss_2 card_NN_obj_0", "his"),
    ],
)
def test_one_person_is_named_by_title_initials_owner_or_pronoun(parse: str, expected: str):
    doc = sentence(f"holds_VBZ_root_0 {parse}")
    start, end = capture(doc, 0, len(doc), WordSets())["people"]
    assert doc[start:end].text == expected


def test_what_is_no_part_of_the_words_for_people():
    doc = sentence("share_VB_root_0 what_WP_det_2 youth_NN_obj_0 tell_VBP_acl:relcl_2")
    words = WordSets(people=frozenset({"youth"}))
    start, _ = capture(doc, 0, len(doc), words)["people"]
    assert doc[start].text == "youth"
