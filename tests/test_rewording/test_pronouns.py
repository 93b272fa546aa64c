"""Two-way pronouns become *they* with all that follows from it."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        (
            "When_WRB_mark_4 he_PRP_nsubj_5 or_CC_cc_3 she_PRP_conj_1 is_VBZ_cop_5 "
            "ready_JJ_root_5 ._._punct_5",
            "he or she",
            "When they are ready.",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 often_RB_advmod_4 provides_VBZ_root_4 "
            "rides_NNS_obj_4 and_CC_cc_7 has_VBZ_conj_4 keys_NNS_obj_7 ._._punct_4",
            "He or she",
            "They often provide rides and have keys.",
        ),
        (
            "Does_VBZ_aux_4 he_PRP_nsubj_4 or_CC_cc_3 she_PRP_conj_1 need_VB_root_4 "
            "help_NN_obj_4 ?_._punct_4",
            "he or she",
            "Do they need help?",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 was_VBD_aux_4 waiting_VBG_root_4 ._._punct_4",
            "He or she",
            "They were waiting.",
        ),
        (
            "He_PRP_nsubj_4 or_CC_cc_2 she_PRP_conj_0 may_MD_aux_4 leave_VB_root_4 ._._punct_4",
            "He or she",
            "They may leave.",
        ),
    ],
)
def test_the_verb_follows_they(parse: str, match: str, expected: str):
    assert rewritten_sentence("they", passage(parse, match)) == expected


def test_they_without_a_verb_in_reach_is_left_alone():
    at = passage("he_PRP_root_0 or_CC_cc_2 she_PRP_conj_0", "he or she")
    assert rewritten_sentence("they", at) is None


def test_the_possessive_moves_no_verb():
    at = passage(
        "Ask_VB_root_0 about_IN_case_5 his_PRP$_nmod:poss_5 or_CC_cc_4 her_PRP$_conj_2 "
        "plan_NN_obl_0 ._._punct_0",
        "his or her",
    )
    assert rewritten_sentence("their", at) == "Ask about their plan."


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("her", "PRP$", "She stopped taking her medication."),
        ("your", "PRP$", "She stopped taking your medication."),
        ("some", "DT", "She stopped taking their medication."),
    ],
)
def test_a_pronoun_of_the_match_is_carried_over(word: str, tag: str, expected: str):
    at = passage(
        f"She_PRP_nsubj_1 dropped_VBD_root_1 {word}_{tag}_det_3 meds_NNS_obj_1 ._._punct_1",
        f"dropped {word} meds",
    )
    assert rewritten_sentence("{v:stop} taking {p:their} medication", at) == expected
