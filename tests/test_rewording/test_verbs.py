"""`{v:…}` follows the matched verb."""

from __future__ import annotations

import pytest

from tests.test_rewording.sentences import passage, rewritten_sentence

PROGRESSIVE = (
    "She_PRP_nsubj_3 is_VBZ_aux_3 not_RB_advmod_3 suffering_VBG_root_3 from_IN_case_5 "
    "depression_NN_obl_3 ._._punct_3"
)
DO_SUPPORT = (
    "The_DT_det_1 residents_NNS_nsubj_4 do_VBP_aux_4 not_RB_advmod_4 suffer_VB_root_4 "
    "from_IN_case_6 depression_NN_obl_4 ._._punct_4"
)
PARTICIPLE = (
    "Meet_VB_root_0 adults_NNS_obj_0 suffering_VBG_acl_1 from_IN_case_4 depression_NN_obl_2 "
    "._._punct_0"
)
PREDICATE = (
    "He_PRP_nsubj_4 was_VBD_cop_4 not_RB_advmod_4 mentally_RB_advmod_4 ill_JJ_root_4 ._._punct_4"
)
MOVED = (
    "She_PRP_nsubj:pass_3 has_VBZ_aux_3 been_VBN_aux:pass_3 placed_VBN_root_3 in_IN_case_6 "
    "a_DT_det_6 "
    "home_NN_obl_3 ._._punct_3"
)
COUNTED = (
    "Pills_NNS_nsubj:pass_2 must_MD_aux_3 be_VB_aux:pass_3 counted_VBN_root_3 nightly_RB_advmod_3 "
    "by_IN_case_7 the_DT_det_7 coach_NN_obl:agent_3 ._._punct_3"
).replace("nsubj:pass_2", "nsubj:pass_3")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("refuses_VBZ", "He declines rides."),
        ("refused_VBD", "He declined rides."),
    ],
)
def test_tense_and_person(verb: str, expected: str):
    at = passage(f"He_PRP_nsubj_1 {verb}_root_1 rides_NNS_obj_1 ._._punct_1", verb.split("_")[0])
    assert rewritten_sentence("{v:decline}", at) == expected


@pytest.mark.parametrize(
    ("parse", "match", "expected"),
    [
        ("Refuse_VB_root_0 rides_NNS_obj_0 ._._punct_0", "Refuse", "Decline rides."),
        ("refusing_VBG_root_0 rides_NNS_obj_0", "refusing", "declining rides"),
        (
            "He_PRP_nsubj_2 may_MD_aux_2 refuse_VB_root_2 rides_NNS_obj_2 ._._punct_2",
            "refuse",
            "He may decline rides.",
        ),
        (
            "He_PRP_nsubj_3 does_VBZ_aux_3 n't_RB_advmod_3 refuse_VB_root_3 rides_NNS_obj_3 "
            "._._punct_3",
            "refuse",
            "He does n't decline rides.",
        ),
        (
            "Rides_NNS_nsubj:pass_2 were_VBD_aux:pass_2 refused_VBN_root_2 ._._punct_2",
            "refused",
            "Rides were declined.",
        ),
        (
            "He_PRP_nsubj_2 has_VBZ_aux_2 refused_VBN_root_2 rides_NNS_obj_2 ._._punct_2",
            "refused",
            "He has declined rides.",
        ),
    ],
)
def test_mood_voice_and_helping_verbs(parse: str, match: str, expected: str):
    result = rewritten_sentence("{v:decline}", passage(parse, match))
    assert result is not None
    assert result.replace(" n't", "n't") == expected.replace(" n't", "n't")


def test_a_helping_verb_inside_the_match_is_kept():
    at = passage(
        "He_PRP_nsubj_2 will_MD_aux_2 comply_VB_root_2 ._._punct_2", "will comply", head="comply"
    )
    assert rewritten_sentence("{v:decide}", at) == "He will decide."


def test_a_progressive_stays_progressive():
    at = passage(PROGRESSIVE, "suffering from depression", condition="depression")
    assert (
        rewritten_sentence("{v:live} with {condition}", at) == "She is not living with depression."
    )


def test_a_verb_of_state_leaves_the_progressive():
    at = passage(PROGRESSIVE, "suffering from depression", condition="depression")
    assert rewritten_sentence("{v:have} {condition}", at) == "She does not have depression."


def test_be_needs_no_do():
    at = passage(DO_SUPPORT, "suffer from depression", condition="depression")
    expected = "The residents are not diagnosed with depression."
    assert rewritten_sentence("{v:be} diagnosed with {condition}", at) == expected


def test_a_participle_becomes_a_relative_clause_for_a_verb_of_state():
    at = passage(PARTICIPLE, "suffering from depression", condition="depression")
    assert rewritten_sentence("{v:have} {condition}", at) == "Meet adults who have depression."
    assert (
        rewritten_sentence("{v:live} with {condition}", at) == "Meet adults living with depression."
    )


def test_the_copula_outside_the_match_gives_way_with_its_negation():
    at = passage(PREDICATE, "mentally ill")
    expected = "He did not have a mental health condition."
    assert rewritten_sentence("{v:have} a mental health condition", at) == expected


def test_nothing_between_copula_and_match_is_swallowed():
    at = passage(
        "He_PRP_nsubj_4 is_VBZ_cop_4 a_DT_det_4 kind_JJ_amod_4 addict_NN_root_4 ._._punct_4",
        "addict",
    )
    assert rewritten_sentence("{v:have} {det:a} addiction", at) is None


def test_active_keeps_the_subject_of_a_passive():
    assert rewritten_sentence("{active:move} to", passage(MOVED, "placed in")) == (
        "She has moved to a home."
    )


def test_a_passive_duty_gets_its_doer_as_subject():
    at = passage(COUNTED, "Pills must be counted", head="counted", object="Pills")
    expected = "Each night, the coach must support people to keep their own pills."
    assert (
        rewritten_sentence("{v:support} {people|people} to keep {their} own {object}", at)
        == expected
    )


def test_a_passive_duty_without_doer_is_left_alone():
    at = passage(
        "Pills_NNS_nsubj:pass_2 are_VBP_aux:pass_2 counted_VBN_root_2 ._._punct_2",
        "Pills are counted",
        head="counted",
        object="Pills",
    )
    assert rewritten_sentence("{v:support} {people|people} to keep {their} {object}", at) is None


def test_two_verbs_of_a_template_share_the_form():
    at = passage("He_PRP_nsubj_1 reports_VBZ_root_1 daily_RB_advmod_1 ._._punct_1", "reports")
    assert rewritten_sentence("{v:ask} first and {v:tell} later", at) == (
        "He asks first and tells later daily."
    )


def test_a_verb_after_who_agrees_with_the_noun_before():
    at = passage("An_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "addict")
    assert (
        rewritten_sentence("{n:person} who {v:use} drugs", at) == "A person who uses drugs called."
    )


def test_a_noun_after_a_preposition_gives_a_gerund():
    at = passage(
        "Responsible_JJ_root_0 for_IN_case_4 the_DT_det_4 med_NN_compound_4 pass_NN_obl_0 "
        "._._punct_0",
        "med pass",
    )
    assert rewritten_sentence("{v:support} people", at) == "Responsible for supporting people."


def test_a_verb_that_only_carries_the_noun_goes_with_it():
    at = passage(
        "Performs_VBZ_root_0 the_DT_det_3 mouth_NN_compound_3 checks_NNS_obj_0 ._._punct_0",
        "mouth checks",
        form="bullet",
    )
    assert rewritten_sentence("{v:support} people", at) == "Supports people."


def test_a_noun_that_goes_on_after_the_match_is_left_alone():
    at = passage(
        "Duties_NNS_nsubj_1 include_VBP_root_1 charting_NN_obj_1 and_CC_cc_4 "
        "phones_NNS_conj_2 ._._punct_1",
        "charting",
    )
    assert rewritten_sentence("{v:support} people", at) is None


def test_a_comma_keeps_a_long_rewording_apart_from_the_next_verb():
    at = passage(
        "Count_VB_root_0 pills_NNS_obj_0 and_CC_cc_3 greet_VB_conj_0 guests_NNS_obj_3 ._._punct_0",
        "Count pills",
        form="bullet",
    )
    assert rewritten_sentence("{v:support} people to say what they want", at) == (
        "Support people to say what they want, and greet guests."
    )


def test_a_predicate_noun_with_a_clause_keeps_its_copula():
    at = passage(
        "He_PRP_nsubj_3 was_VBD_cop_3 an_DT_det_3 addict_NN_root_3 who_WP_nsubj_5 "
        "called_VBD_acl:relcl_3 ._._punct_3",
        "addict",
    )
    assert rewritten_sentence("{v:have} an addiction", at) is None


def test_a_second_predicate_keeps_its_copula():
    at = passage(
        "He_PRP_nsubj_2 is_VBZ_cop_2 needy_JJ_root_2 and_CC_cc_4 loud_JJ_conj_2 ._._punct_2",
        "is needy",
        head="needy",
    )
    assert rewritten_sentence("{v:ask} for support", at) is None


def test_the_verb_of_the_match_is_not_lost_to_plain_words():
    at = passage(
        "He_PRP_nsubj_2 is_VBZ_cop_2 clean_JJ_root_2 ._._punct_2", "is clean", head="clean"
    )
    assert rewritten_sentence("in recovery", at) is None
    assert rewritten_sentence("{v:be} in recovery", at) == "He is in recovery."


def test_half_of_an_adjective_made_of_a_participle_takes_its_copula():
    at = passage(
        "He_PRP_nsubj_4 is_VBZ_aux_4 med_NN_compound_4 -_HYPH_punct_4 "
        "seeking_VBG_root_4 ._._punct_4",
        "is med - seeking",
        head="seeking",
    )
    assert rewritten_sentence("{v:ask} for medication", at) == "He asks for medication."


def test_two_predicate_nouns_keep_their_copula():
    at = passage(
        "He_PRP_nsubj_3 is_VBZ_cop_3 a_DT_det_3 diabetic_NN_root_3 and_CC_cc_6 an_DT_det_6 "
        "artist_NN_conj_3 ._._punct_3",
        "diabetic",
    )
    assert rewritten_sentence("{v:be} diagnosed with diabetes", at) is None
    assert rewritten_sentence("{n:person} with diabetes", at) == (
        "He is a person with diabetes and an artist."
    )


def test_a_match_that_holds_two_clauses_is_left_alone():
    at = passage(
        "He_PRP_nsubj_1 refused_VBD_root_1 and_CC_cc_4 was_VBD_aux_4 refusing_VBG_conj_1 "
        "meals_NNS_obj_4 ._._punct_1",
        "refused and was refusing meals",
        object="meals",
    )
    assert rewritten_sentence("{v:decline} {object}", at) is None


def test_a_second_preposition_of_the_old_verb_refuses_the_new_one():
    at = passage(
        "Admits_VBZ_root_0 to_TO_case_2 use_NN_obl_0 and_CC_cc_5 to_TO_case_5 theft_NN_conj_2 "
        "._._punct_0",
        "Admits to",
    )
    assert rewritten_sentence("{v:report}", at) is None


def test_a_second_adjective_keeps_its_verb():
    at = passage(
        "Some_DT_nsubj_1 feel_VBP_root_1 suicidal_JJ_xcomp_1 or_CC_cc_4 angry_JJ_conj_2 ._._punct_1",
        "feel suicidal",
    )
    assert rewritten_sentence("{v:have} thoughts of suicide", at) is None


def test_an_addict_on_parole_keeps_be():
    at = passage(
        "She_PRP_nsubj_3 is_VBZ_cop_3 an_DT_det_3 addict_NN_root_3 on_IN_case_5 parole_NN_nmod_3 "
        "._._punct_3",
        "addict",
    )
    assert rewritten_sentence("{v:have} {det:a} substance use disorder", at) is None
