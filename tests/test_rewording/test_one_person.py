"""All pronouns of one person change in one edit, or none."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence

LATE = (
    "If_IN_mark_4 a_DT_det_2 guest_NN_nsubj_4 is_VBZ_cop_4 late_JJ_advcl_6 he_PRP_nsubj_6 "
    "calls_VBZ_root_6 his_PRP$_nmod:poss_8 coach_NN_obj_6 and_CC_cc_10 explains_VBZ_conj_6 "
    "himself_PRP_obj_10 ._._punct_6"
)
SHARES = (
    "She_PRP_nsubj_1 shares_VBZ_root_1 his_PRP$_nmod:poss_5 /_SYM_cc_4 her_PRP$_conj_2 "
    "story_NN_obj_1 when_WRB_advmod_10 s_VBZ_fixed_6 /_,_cc_9 he_PRP_nsubj_10 likes_VBZ_advcl_1 "
    "._._punct_1"
).replace("She_PRP", "Everyone_NN")
UNWILLING = (
    "Say_VB_root_0 that_IN_mark_6 he_PRP_nsubj_6 or_CC_cc_4 she_PRP_conj_2 is_VBZ_cop_6 "
    "unwilling_JJ_ccomp_0 and_CC_cc_11 that_IN_mark_11 he_PRP_nsubj_11 is_VBZ_cop_11 "
    "unable_JJ_conj_6 ._._punct_0"
)


def test_a_pronoun_takes_those_before_it_along():
    expected = "If a guest is late they call their coach and explain themself."
    assert rewritten_sentence("their", passage(LATE, "his")) == expected
    assert rewritten_sentence("they", passage(LATE, "he")) == expected


def test_a_pair_takes_the_other_pairs_along():
    expected = "Everyone shares their story when they like."
    assert rewritten_sentence("their", passage(SHARES, "his / her")) == expected
    assert rewritten_sentence("they", passage(SHARES, "s / he", head="he")) == expected


def test_a_lone_he_after_he_or_she_is_the_same_person():
    at = passage(UNWILLING, "he or she")
    assert rewritten_sentence("they", at) == "Say that they are unwilling and that they are unable."


def test_a_lone_pronoun_that_may_be_somebody_elses_leaves_the_pair_alone():
    at = passage(UNWILLING.replace("Say_VB", "Mother_NN"), "he or she")
    assert rewritten_sentence("they", at) is None
